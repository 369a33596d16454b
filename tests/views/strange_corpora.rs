//! Corpora that no editor would make on purpose: their timelines are whole in every form.

use crate::other_corpora::{corpus, document, speaker};
use crate::{check_html, opened, page, tags};
use frise_corpus::write;
use frise_index::Index;
use frise_index::model::Corpus;
use frise_index::search::Searcher;
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

const TEXTS: [&str; 2] = ["La paix en 2015.", "La guerre, la paix."];

/// Documents of these dates, two passages each.
fn dated(dates: &[&str]) -> Corpus {
    let documents = (0..).zip(dates);
    corpus(
        documents
            .map(|(place, date)| document(place, date, &TEXTS, None))
            .collect(),
    )
}

/// A thousand people who say one thing each, on as many days.
fn thousand() -> Corpus {
    let date = |place: usize| {
        let (month, day) = (place / 28 % 12 + 1, place % 28 + 1);
        format!("{}-{month:02}-{day:02}", 2000 + place / 336)
    };
    let documents = (0..1000)
        .map(|place| document(place, &date(place), &["La paix."], Some(place)))
        .collect();
    Corpus {
        speakers: (0..1000)
            .map(|place| speaker(&format!("s{place}"), &format!("Personne {place}")))
            .collect(),
        ..corpus(documents)
    }
}

static ATTRIBUTES: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#" ([a-z0-9-]+)="([^"]*)""#).expect("an expression"));
static BARS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"M(-?[0-9.]+) (-?[0-9.]+)h(-?[0-9.]+)V(-?[0-9.]+)h-?[0-9.]+z")
        .expect("an expression")
});

/// No attribute holds what is no number, no length is negative, no bar stands on its head, all stands on
/// the picture, ids are given once, and there is not too much of it all.
fn check_sound(html: &str, name: &str) {
    assert!(html.len() < 700_000, "{} bytes of {name}", html.len());
    let mut ids = BTreeSet::new();
    for attribute in ATTRIBUTES.captures_iter(html) {
        let (key, value) = (&attribute[1], &attribute[2]);
        let place = format!("{key}=\"{value}\" of {name}");
        // A number that overflowed when it was made whole.
        for wrong in ["NaN", "inf", "9223372036854775"] {
            assert!(!value.contains(wrong), "{place}");
        }
        match key {
            "id" => assert!(ids.insert(value.to_string()), "a second {place}"),
            "width" | "height" | "rx" => assert!(!value.starts_with('-'), "{place}"),
            "style" => assert!(
                !value.contains("width:-") && !value.contains("height:-"),
                "{place}"
            ),
            _ => {}
        }
        for bar in BARS.captures_iter(value).filter(|_| key == "d") {
            let number = |at: usize| bar[at].parse::<f64>().expect("a number");
            let (left, top, width, bottom) = (number(1), number(2), number(3), number(4));
            assert!(width >= 0.0 && top <= bottom, "{} in {place}", &bar[0]);
            let on_picture = left >= -3.0 && left + width <= 904.0 && top >= 0.0;
            assert!(on_picture, "{} in {place}", &bar[0]);
        }
    }
}

const FORMS: [&str; 3] = ["", "view=table", "view=sentence"];
const DRAWN: [&str; 9] = [
    "q=paix",
    "q=dragon&lang=en",
    "measure=rate&q=paix&lanes=speakers,themes,documents,kinds,voices",
    "bins=day&lanes=documents",
    "bins=year&measure=rate&from=2010&to=2005",
    "bins=century&from=1000&undated=1",
    "zoom=2016/2017&bins=month",
    "zoom=0001-01-01/0001-01-01",
    "zoom=9999-12-31/9999-12-31&words=paix",
];

/// Renders a corpus in every form at many addresses. What its first screen has, and what it lacks.
fn check(name: &str, corpus: &Corpus, contains: &[&str], lacks: &[&str]) {
    let bytes = write(corpus).expect("an index");
    let searcher = || Searcher::open(bytes.clone()).expect("the index opens");
    for drawn in DRAWN {
        for form in FORMS {
            let address = ["?", drawn, "&", form].concat();
            let html = page(searcher(), &address);
            check_sound(&html, &format!("{name} at {address}"));
            let broken = [
                "\u{a0}: .",
                "\u{a0}: , ",
                ": , ",
                ": .</p>",
                "class=\"notes\"",
            ];
            check_html(&html, &address, &["class=\"count\""], &broken);
        }
    }
    check_html(&page(searcher(), ""), name, contains, lacks);
}

#[test]
fn one_document() {
    check(
        "one document",
        &dated(&["2016-05-24"]),
        &["class=\"cells\"", "class=\"axis\"", ">24\u{a0}mai</text>"],
        &["class=\"bars\"", "Sans date"],
    );
}

#[test]
fn one_document_of_no_word() {
    let silent = corpus(vec![document(0, "2016", &["…"], None)]);
    check("no word", &silent, &["class=\"cells\""], &[]);
}

#[test]
fn all_dates_equal() {
    check(
        "one day",
        &dated(&["2016-05-24"; 4]),
        &["class=\"cells\"", "class=\"axis\""],
        &["class=\"bars\""],
    );
    // More than can stand side by side.
    check(
        "one day for many",
        &dated(&["2016-05-24"; 80]),
        &[
            "class=\"bars\"",
            "class=\"axis\"",
            "Au plus haut\u{a0}: 160\u{a0}passages",
        ],
        &["class=\"cells\""],
    );
}

#[test]
fn no_date_at_all() {
    check(
        "no date",
        &dated(&["", ""]),
        &["class=\"cells\"", "<span>sans date</span>"],
        &[
            "id=\"axe\"",
            "class=\"zooms\"",
            "id=\"mots\"",
            // What is not there is nobody's, and one value would filter nothing.
            "date donnée par le texte",
            "id=\"voices\"",
            "id=\"kinds\"",
        ],
    );
    check(
        "no date for many",
        &dated(&[""; 80]),
        &["class=\"bars\"", "Au plus haut\u{a0}: 160\u{a0}passages"],
        &["id=\"axe\"", "class=\"zooms\""],
    );
}

#[test]
fn the_ends_of_the_calendar() {
    check(
        "years 1 and 9999",
        &dated(&["0001", "9999", "9999-12-31", "0001-01-01"]),
        &["class=\"cells\"", "class=\"axis\""],
        &[],
    );
    check(
        "all of the calendar",
        &dated(&[
            "-9999-01-01",
            "9999-12-31",
            "../0001",
            "9999/..",
            "../9999-12-31",
        ]),
        &["class=\"cells\"", "class=\"axis\""],
        &[],
    );
    check(
        "the last day",
        &dated(&["9999-12-31"]),
        &["class=\"axis\""],
        &[],
    );
    check(
        "the first day",
        &dated(&["-9999-01-01"]),
        &["class=\"axis\""],
        &[],
    );
}

#[test]
fn some_without_a_date() {
    check(
        "some undated",
        &dated(&["2016", "", "2017-03", ""]),
        &["<span>Sans date</span> <b>4</b>", "data-choice=\"date:\""],
        &[],
    );
}

#[test]
fn a_thousand_speakers() {
    check(
        "a thousand speakers",
        &thousand(),
        &[
            "<span>Les 990 autres</span> <b>990</b>",
            "Chercher un nom",
            "id=\"locuteurs-ordre\"",
        ],
        &["class=\"cells\""],
    );
    let html = page(opened(&thousand()), "?lanes=speakers,documents");
    let lanes = tags(&html, "button").into_iter();
    let lanes = lanes.filter(|tag| tag.contains("class=\"lane-name\""));
    assert_eq!(lanes.count(), 2 * 11);
    let html = page(opened(&thousand()), "?view=table&lanes=speakers");
    let tables: Vec<&str> = html.split("<table>").skip(1).collect();
    assert_eq!(tables.len(), 2);
    for table in tables {
        let (body, rest) = table.split_once("</table>").expect("its end");
        let rows = body.matches("<th scope=\"row\">").count();
        assert!(rows <= 100, "{rows} rows");
        if body.contains("Par locuteur") {
            assert_eq!(rows, 100);
            assert!(rest.contains("Voir les autres\u{a0}: 900</button>"));
        }
    }
    let html = page(opened(&thousand()), "?view=sentence&lanes=speakers");
    assert_eq!(html.matches("<li>Personne ").count(), 15);
    assert!(html.contains("<li>Et 985 autres.</li>"));
}

/// The page begins to draw before anything of an index in shards is there, and takes what is missing for nothing found at most.
#[test]
fn an_index_in_shards_is_drawn_before_they_are_there() {
    let whole = Index::open(frise::EMBEDDED).expect("the embedded index opens");
    let head = whole.to_shards().expect("shards").head;
    for address in [
        "",
        "?q=souverain*",
        "?q=souverain*&view=concordance&lines=left1",
        "?q=\"communauté de destin\"&words=paix&view=table",
        "?theme=cooperation&voice=direct#strategie-2017.p42",
        "?tool=collocates",
    ] {
        let searcher = Searcher::open(head.clone()).expect("a head");
        let html = page(searcher, address);
        check_html(&html, address, &["class=\"shards\"", "Tout charger"], &[]);
        let is_asked = address.contains("q=") || address.contains("voice=");
        assert_eq!(html.contains("Recherche…"), is_asked, "{address}");
    }
    crate::check("?q=souverain*", &[], &["class=\"shards\"", "Recherche…"]);
}
