//! Metadata within pages, pages without scripts, sitemap and feed.

mod common;

use common::{PAGE, document, index, reference, setting};
use frise_cite::site::{Site, document_pages, feed, sitemap};
use frise_cite::{Choice, Reference, coins, head_tags, json_ld};
use frise_date::{Day, Tongue};
use frise_index::Index;

fn odd() -> Index {
    index(vec![
        document(
            "a",
            "Hugo, Victor",
            "L’\"Internet\" & </script><b>",
            "2010-06~",
        ),
        document(
            "été 1",
            "Ministère des Affaires étrangères, Chine",
            "Deux",
            "2016-05-24",
        ),
    ])
}

fn site(base: Option<&str>) -> Site {
    Site {
        base: base.map(str::to_owned),
        folder: "textes/".to_owned(),
        language: Tongue::French,
    }
}

#[test]
fn tags_name_what_reference_managers_read() {
    let tags = head_tags(&reference(
        document("d", "Hugo, Victor; Xi, Jinping", "A & \"B\"", "2016-05-24"),
        Tongue::French,
    ));
    for expected in [
        "<meta name=\"citation_title\" content=\"A &amp; &quot;B&quot;\">",
        "<meta name=\"citation_author\" content=\"Hugo, Victor\">\n<meta name=\"citation_author\" content=\"Xi Jinping\">",
        "<meta name=\"citation_publication_date\" content=\"2016/05/24\">",
        "<meta name=\"DC.date\" content=\"2016-05-24\">",
        "<link rel=\"cite-as\" href=\"https://example.org/frise/#d.p2\">",
    ] {
        assert!(tags.contains(expected), "{expected}\nin {tags}");
    }
}

#[test]
fn json_ld_does_not_end_its_element() {
    let index = odd();
    let reference =
        Reference::of(&index, &Choice::Document(0), &setting(Tongue::French)).expect("a document");
    let script = json_ld(&reference);
    assert_eq!(script.matches("</script>").count(), 1);
    let json = script
        .trim()
        .trim_start_matches("<script type=\"application/ld+json\">")
        .trim_end_matches("</script>");
    let work: serde_json::Value = serde_json::from_str(json).expect("JSON");
    assert_eq!(work["name"], "L’\"Internet\" & </script><b>");
    assert_eq!(work["datePublished"], "2010-06");
    assert_eq!(work["temporal"], "2010-06~");
    assert_eq!(work["author"][0]["familyName"], "Hugo");
}

#[test]
fn coins_are_one_empty_element() {
    let span = coins(&reference(
        document("d", "Hugo, Victor", "A & \"B\"", "2016-05"),
        Tongue::English,
    ));
    let xml = roxmltree::Document::parse(&span).expect("an element");
    let query = xml.root_element().attribute("title").expect("a title");
    assert!(
        query.starts_with("ctx_ver=Z39%2E88%2D2004&rft_val_fmt=info%3Aofi"),
        "{query}"
    );
    assert!(
        query.contains(
            "&rft.title=A%20%26%20%22B%22&rft.creator=Hugo%2C%20Victor&rft.date=2016%2D05&"
        ),
        "{query}"
    );
}

#[test]
fn every_document_has_a_page_with_anchors_and_links_into_the_app() {
    let index = odd();
    let pages = document_pages(&index, &site(Some(PAGE)));
    let paths: Vec<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    assert_eq!(paths, ["textes/a.html", "textes/été_1.html"]);
    let html = String::from_utf8(pages[0].bytes.clone()).expect("UTF-8");
    for expected in [
        "<title>L’\"Internet\" &amp; &lt;/script&gt;&lt;b&gt; – Un corpus d’essai</title>",
        "<link rel=\"canonical\" href=\"https://example.org/frise/textes/a.html\">",
        "<p id=\"a.p2\"><a class=\"number\" href=\"../#a.p2\">2</a> <span class=\"Z3988\"",
        "<span class=\"direct\" title=\"Xi Jinping\">« Bonjour &amp; merci », </span>dit-il.</p>",
        "<dd><time datetime=\"2010-06~\">vers juin 2010</time></dd>",
        "prefers-color-scheme: dark",
    ] {
        assert!(html.contains(expected), "{expected}\nin {html}");
    }
    assert_eq!(html.matches("<script").count(), 1);
    let local = document_pages(&index, &site(None));
    let html = String::from_utf8(local[0].bytes.clone()).expect("UTF-8");
    assert!(
        !html.contains("https://example.org") && !html.contains("Z3988"),
        "{html}"
    );
}

#[test]
fn sitemap_and_feed_are_xml_and_need_an_address() {
    let index = odd();
    let day = Day::from_ymd(2026, 11, 27).expect("a day");
    assert_eq!(sitemap(&index, &site(None)), None);
    assert_eq!(feed(&index, &site(None), day), None);
    let map = sitemap(&index, &site(Some(PAGE))).expect("a sitemap");
    roxmltree::Document::parse(&map).expect("XML");
    assert!(
        map.contains("<loc>https://example.org/frise/textes/%C3%A9t%C3%A9_1.html</loc>"),
        "{map}"
    );
    let feed = feed(&index, &site(Some(PAGE)), day).expect("a feed");
    let xml = roxmltree::Document::parse(&feed).expect("XML");
    let titles: Vec<_> = xml
        .descendants()
        .filter(|node| node.has_tag_name("entry"))
        .filter_map(|entry| {
            entry
                .children()
                .find(|node| node.has_tag_name("title"))?
                .text()
        })
        .collect();
    assert_eq!(titles, ["Deux", "L’\"Internet\" & </script><b>"]);
    assert!(
        feed.contains("<published>2016-05-24T00:00:00Z</published>"),
        "{feed}"
    );
}
