//! The page in a frame: what is left out, what is locked, and the way out.

use crate::{check, embedded_page, tags};
use frise::components::share::snippet;
use frise_date::Tongue;

#[test]
fn a_frame_shows_less_and_leads_to_the_whole() {
    check(
        "?q=paix&embed=1",
        &[
            "Ouvrir la frise entière",
            "<a href=\"?q=paix\" target=\"_blank\" rel=\"noopener\">",
            "class=\"hit exact\">paix</mark>",
        ],
        &[
            "<header class=\"head\"",
            "<h1>",
            "href=\"?q=paix&amp;lang=en\"",
        ],
    );
    let parts = [
        ("header", "<header class=\"head\""),
        ("search", "role=\"search\""),
        ("facets", "id=\"voices\""),
        ("timelines", "class=\"wall\""),
        ("reader", "class=\"contents\""),
    ];
    for (name, html) in parts {
        check("", &[html], &[]);
        check(&format!("?hide={name}"), &["id=\"resultats\""], &[html]);
    }
    // Where texts are not read, the whole page reads them.
    check(
        "?q=cyber&doc=cyber-2016&hide=reader",
        &["href=\"?q=cyber&amp;doc=cyber-2016#cyber-2016.p2\" target=\"_blank\""],
        &["href=\"#cyber-2016.p2\""],
    );
}

#[test]
fn what_is_locked_says_so_and_has_no_handle() {
    let address =
        "?q=paix&speaker=gouvernement-chinois&from=2016&theme=paix&embed=1&lock=q,speaker,from";
    check(
        address,
        &[
            "title=\"Fixé par la page qui montre cette vue\" class=\"chip fixed\">«\u{a0}paix\u{a0}» <i>fixé</i>",
            "Gouvernement chinois <i>fixé</i>",
            "depuis 2016 <i>fixé</i>",
            "aria-label=\"Retirer\u{a0}: Paix",
            "Tout effacer",
            // The way out is free.
            "<a href=\"?q=paix&amp;from=2016&amp;speaker=gouvernement-chinois&amp;theme=paix\" target=\"_blank\"",
        ],
        &["role=\"search\"", "Retirer\u{a0}: depuis"],
    );
    let html = embedded_page(address);
    for tag in tags(&html, "button") {
        if tag.contains("data-choice=\"") {
            let is_speaker = tag.contains("data-choice=\"speaker:");
            assert_eq!(tag.contains("disabled"), is_speaker, "<button {tag}>");
        }
    }
    let sliders = tags(&html, "div")
        .into_iter()
        .filter(|tag| tag.contains("role=\"slider\""));
    let fixed = sliders.filter(|tag| tag.contains("aria-disabled=\"true\""));
    assert_eq!(fixed.count(), 3);
    check(
        "?speaker=wang-yi&lock=1&lang=en",
        &["Wang Yi <i>fixed</i>", "role=\"search\""],
        &["Clear all", "class=\"chip\""],
    );
    // What would loosen a lock is not offered.
    let nothing = "?speaker=wang-yi&to=2010";
    let loosened = [
        "Sans les bornes de dates",
        "Sans le filtre des locuteurs",
        "Tout effacer et",
    ];
    check(nothing, &loosened, &[]);
    check(
        &format!("{nothing}&lock=from"),
        &["Sans le filtre des locuteurs", "Tout effacer et"],
        &["Sans les bornes de dates"],
    );
    check(
        &format!("{nothing}&lock=1"),
        &["Aucun passage"],
        &[&loosened[..], &["Tout effacer", "Essayez"]].concat(),
    );
    check("?q=dragon&lock=1", &["Aucun passage"], &["Essayez"]);
    check(
        "?q=dragon&from=2016&lock=from",
        &["Essayez moins de mots"],
        &[],
    );
}

#[test]
fn a_frame_is_given_as_html_that_nothing_breaks() {
    let html = snippet(
        "https://x.example/frise/?q=%22a&embed=1",
        "https://x.example/frise/?q=%22a",
        "<b>\"A\" & b</b>",
        Some("https://x.example/frise/page.html"),
        Tongue::French,
    );
    assert_eq!(
        html,
        "<iframe src=\"https://x.example/frise/?q=%22a&amp;embed=1\" title=\"&lt;b&gt;&quot;A&quot; &amp; b&lt;/b&gt;\" width=\"100%\" height=\"600\" loading=\"lazy\" style=\"border:0\"></iframe>\n\
         <p><a href=\"https://x.example/frise/?q=%22a\">Ouvrir dans une page entière\u{a0}: &lt;b&gt;&quot;A&quot; &amp; b&lt;/b&gt;</a></p>\n\
         <script src=\"https://x.example/frise/embed.js\" async></script>\n"
    );
    let plain = snippet("a", "b", "c", None, Tongue::English);
    assert!(plain.contains(">Open as a whole page: c</a>") && !plain.contains("script"));
}

#[test]
fn any_parts_can_be_left_out_together() {
    let parts = [
        ("search", "role=\"search\""),
        ("facets", "id=\"voices\""),
        ("timelines", "class=\"wall"),
        ("reader", "class=\"reader\""),
    ];
    for combination in 0..1 << parts.len() {
        let is_hidden = |place: usize| combination >> place & 1 == 1;
        let hidden: Vec<&str> = (0..parts.len())
            .filter(|place| is_hidden(*place))
            .map(|place| parts[place].0)
            .collect();
        let address = format!("?q=paix&embed=1&hide={}#cyber-2016.p1", hidden.join(","));
        let html = embedded_page(&address);
        for (place, (name, part)) in parts.iter().enumerate() {
            assert_eq!(
                html.contains(part),
                !is_hidden(place),
                "{name} at {address}"
            );
        }
        assert!(
            html.contains("id=\"resultats\"") && html.contains("Ouvrir la frise entière"),
            "{address}"
        );
    }
}
