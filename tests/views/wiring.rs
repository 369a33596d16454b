//! What names an element names one that is there; what links leads somewhere.

use crate::embedded_page;
use frise::url::Parsed;
use frise_index::Index;
use std::collections::BTreeSet;

const ADDRESSES: [&str; 16] = [
    "",
    "?lang=en",
    "?q=souveraineté (paix&theme=paix",
    "?q=dragon",
    "?words=cyber*&words=paix (&multiples=1&q=souverain",
    "?words=cyber*&words=paix&view=table",
    "?view=table&sort=-date",
    "?view=sentence&words=paix&lang=en",
    "?lanes=speakers,themes,documents,kinds,voices&bins=month&zoom=2016/2017&q=paix",
    "?lanes=voices&measure=rate&view=table&undated=1",
    "?embed=1&hide=search,facets",
    "?embed=1&lock=1&q=paix&speaker=wang-yi",
    // A lesson of one step and no words.
    "?lesson=1AAAFYj0PIAA_AAAA&q=paix",
    "?voice=direct&speaker=wang-yi&speaker=zhang-jun&doc=conseil-securite-2021&kind=depeche",
    "?from=2016-05&to=2020-09-08&q=%26+%3F+%23",
    "#securite-numerique-2020.p2",
];

/// The values of an attribute, in order, with `&amp;` and its kin undone.
fn values(html: &str, attribute: &str) -> Vec<String> {
    let start = format!(" {attribute}=\"");
    let values = html
        .split(start.as_str())
        .skip(1)
        .filter_map(|rest| rest.split_once('"'));
    values
        .map(|(value, _)| {
            value
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
        })
        .collect()
}

#[test]
fn ids_are_given_once_and_named_only_where_they_are_given() {
    for address in ADDRESSES {
        let html = embedded_page(address);
        let ids = values(&html, "id");
        let given: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(
            given.len(),
            ids.len(),
            "an id is given twice at '{address}'"
        );
        for attribute in [
            "for",
            "aria-labelledby",
            "aria-describedby",
            "aria-activedescendant",
            "aria-controls",
        ] {
            for name in values(&html, attribute) {
                assert!(
                    given.contains(&name),
                    "{attribute}=\"{name}\" names nothing at '{address}'"
                );
            }
        }
    }
}

/// Whoever follows a link of the page comes to an address that is understood, where nothing is noted.
/// A link within the page, such as the one that skips to the passages, must name what is there, or a passage to open.
#[test]
fn links_are_understood() {
    let index = Index::open(frise::EMBEDDED).expect("the embedded index opens");
    for address in ADDRESSES {
        let html = embedded_page(address);
        let links = values(&html, "href");
        assert!(!links.is_empty(), "no link at '{address}'");
        for link in links {
            match link.as_bytes() {
                b"textes.html" => {}
                [b'?' | b'#', ..] => {
                    let Parsed { state, notes } = frise::url::parse(&link, &index);
                    assert_eq!(notes, [], "the link {link} at '{address}'");
                    if let Some(name) = link.strip_prefix('#') {
                        let is_there = values(&html, "id").iter().any(|id| id == name);
                        assert!(
                            is_there || state.passage.is_some(),
                            "{link} names nothing at '{address}'"
                        );
                    }
                }
                _ => panic!("a link that leads elsewhere at '{address}': {link}"),
            }
        }
    }
}

/// No two controls of one kind have the same name, and none has none.
#[test]
fn controls_have_names() {
    for address in ADDRESSES {
        let html = embedded_page(address);
        for element in ["button", "a"] {
            for part in html.split(&format!("<{element} ")).skip(1) {
                let (tag, rest) = part.split_once('>').expect("a tag ends");
                let (content, _) = rest
                    .split_once(&format!("</{element}>"))
                    .expect("an element ends");
                let is_named = tag.contains(" aria-label=\"") || tag.starts_with("aria-label=\"");
                assert!(
                    is_named || !words(content).is_empty(),
                    "<{element} {tag}> has no name at '{address}'"
                );
            }
        }
    }
}

/// The text of some HTML, without its tags.
fn words(html: &str) -> String {
    let text = html
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    text.collect::<String>().trim().to_string()
}
