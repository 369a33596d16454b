//! What is saved of the timelines: SVG that any program reads, and CSV whose rows are whole, each with what
//! was asked of what.

use crate::other_corpora::{both, corpus, document, speaker};
use crate::{opened, view};
use frise::components::View;
use frise::components::timeline::scene::Scene;
use frise::components::timeline::tables::tables;
use frise::components::wall::export::{csv, name, svg};
use frise_index::concordance::{counts, lines};
use frise_index::model::{Corpus, Theme};
use frise_index::search::Searcher;
use roxmltree::Document;

fn embedded(address: &str) -> View {
    view(
        Searcher::open(frise::EMBEDDED).expect("the embedded index opens"),
        address,
    )
}

/// Names that would break a file that does not quote them.
fn tricky() -> Corpus {
    let names = [
        "<b>\"A\" & b</b>",
        "semi;colon, comma",
        "two\nlines\u{1}",
        "]]>\u{fffe}",
        "=1+1",
    ];
    let mut documents: Vec<_> = (0..)
        .zip(["2016", "", "2018-03", "2018", ""])
        .map(|(place, date)| document(place, date, &["La paix.", "La guerre."], Some(place)))
        .collect();
    for (document, name) in documents.iter_mut().zip(names) {
        document.metadata.short = both(name);
    }
    Corpus {
        title: both(names[0]),
        speakers: (0..5)
            .map(|place: usize| speaker(&format!("s{place}"), names[place]))
            .collect(),
        themes: vec![Theme {
            id: "t".into(),
            label: both(names[1]),
            definition: both(names[0]),
            query: "paix".into(),
        }],
        ..corpus(documents)
    }
}

const ADDRESSES: [&str; 8] = [
    "?",
    "?q=paix&lang=en",
    "?q=\"<b>%26\"&lanes=speakers,themes,documents,kinds,voices",
    "?q=paix&measure=rate",
    "?bins=month&from=2016&to=2017",
    "?bins=day&zoom=2018/2018&undated=1",
    "?q=dragon&lanes=",
    "?view=sentence&words=paix",
];

/// Every text of a picture.
fn texts(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).unwrap_or_else(|error| panic!("{error} in {svg}"));
    let texts = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
    texts
        .map(|node| node.text().unwrap_or_default().to_string())
        .collect()
}

#[test]
fn a_saved_picture_is_whole_and_says_where_it_comes_from() {
    for address in ADDRESSES {
        for view in [embedded(address), view(opened(&tricky()), address)] {
            let scene = Scene::of(&view, 900.0);
            let picture = svg(&view, &scene);
            let document = Document::parse(&picture)
                .unwrap_or_else(|error| panic!("{error} at {address}: {picture}"));
            assert!(
                document
                    .descendants()
                    .all(|node| !node.has_tag_name("b") && !node.has_tag_name("script"))
            );
            let elements = || document.descendants();
            let lengths = elements().flat_map(|node| {
                let keys = ["d", "x", "y", "width", "height", "transform"];
                keys.map(|key| node.attribute(key).unwrap_or_default())
            });
            for length in lengths {
                let is_wrong = length.contains("NaN") || length.contains("inf");
                assert!(!is_wrong, "{length} at {address}");
            }
            let height: f64 = document
                .root_element()
                .attribute("height")
                .and_then(|height| height.parse().ok())
                .expect("a height");
            for text in document.descendants().filter(|node| {
                node.has_tag_name("text") && node.parent() == Some(document.root_element())
            }) {
                let y: f64 = text
                    .attribute("y")
                    .and_then(|y| y.parse().ok())
                    .expect("a place");
                assert!(y > 0.0 && y < height, "{y} of {height} at {address}");
            }
        }
    }
    let view = embedded("?q=paix&speaker=wang-yi&from=2016");
    let texts = texts(&svg(&view, &Scene::of(&view, 900.0)));
    let version = view.searcher.index().version();
    for expected in [
        "Corpus\u{a0}: La diplomatie chinoise du cyberespace, 2010–2021",
        &format!("Version du corpus\u{a0}: cyberespace-chine {version}"),
        "Requête\u{a0}: paix",
        "Filtres\u{a0}: «\u{a0}paix\u{a0}» · depuis 2016 · Wang Yi",
        "Vue\u{a0}: ?q=paix&from=2016&speaker=wang-yi",
        "Stratégie",
        "Locuteurs",
        "Thèmes",
        "2010",
    ] {
        assert!(
            texts.iter().any(|text| text == expected),
            "{expected} in {texts:#?}"
        );
    }
    assert!(texts.iter().any(|text| text.starts_with("Wang Yi  ")));
    let names: Vec<String> = {
        let view = crate::view(opened(&tricky()), "?");
        self::texts(&svg(&view, &Scene::of(&view, 900.0)))
    };
    assert!(
        names.iter().any(|text| text == "<b>\"A\" & b</b>"),
        "{names:#?}"
    );
}

/// The rows of a file, by what stands between empty lines.
fn parts(text: &str) -> Vec<Vec<Vec<String>>> {
    let text = text
        .strip_prefix('\u{feff}')
        .expect("a mark at the beginning");
    let part = |text: &str| {
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let records = reader.into_records();
        let records = records.map(|record| record.expect("a row that can be read"));
        records
            .map(|record| record.iter().map(str::to_string).collect())
            .collect()
    };
    text.split("\r\n\r\n").map(part).collect()
}

#[test]
fn saved_tables_are_those_of_the_page() {
    for address in ADDRESSES {
        for view in [embedded(address), view(opened(&tricky()), address)] {
            let scene = Scene::of(&view, 900.0);
            let (text, tables) = (csv(&view, &scene), tables(&view, &scene));
            let parts = parts(&text);
            // Behind these stand the times that are spoken of and the words that are compared.
            assert!(parts.len() > tables.len(), "{address}: {text}");
            assert!(
                parts[0].iter().all(|row| row.len() == 2),
                "{address}: {text}"
            );
            for (rows, table) in parts[1..].iter().zip(&tables) {
                assert_eq!(rows[0], [table.caption.as_str()]);
                assert_eq!(rows[1], table.head, "{address}");
                assert_eq!(rows.len(), table.rows.len() + 2, "{address}");
                assert!(
                    rows[1..].iter().all(|row| row.len() == table.head.len()),
                    "{address}: {rows:?}"
                );
            }
        }
    }
}

#[test]
fn saved_tables_say_where_they_come_from_in_figures_for_machines() {
    let view = embedded("?q=paix&theme=paix&lang=en");
    let parts = parts(&csv(&view, &Scene::of(&view, 900.0)));
    let version = view.searcher.index().version();
    let value_of = |name: &str| {
        let row = parts[0].iter().find(|row| row[0] == name);
        row.map_or("", |row| row[1].as_str())
    };
    assert_eq!(value_of("Query"), "paix");
    assert_eq!(
        value_of("Version of the corpus"),
        format!("cyberespace-chine {version}")
    );
    assert_eq!(value_of("View"), "?q=paix&theme=paix&lang=en");
    assert!(
        value_of("Filters").contains("“paix” · "),
        "{}",
        value_of("Filters")
    );
    let by_date = &parts[1];
    assert_eq!(by_date[1][..3], ["Date", "Document", "passages found"]);
    assert_eq!(by_date[2][..2], ["2010-06-08", "White paper"]);
    let is_plain = |cell: &String| cell.parse::<f64>().is_ok();
    assert!(
        by_date[2..].iter().all(|row| row[2..].iter().all(is_plain)),
        "{by_date:?}"
    );
    assert_eq!(name(&view, "csv"), "cyberespace-chine-frise.csv");
}

/// A rate is that of the occurrences, in the words under the filters, as the concordance counts them; where no words are asked
/// for, it is that of the passages, and says so.
#[test]
fn tables_and_the_concordance_have_one_rate() {
    let rates = |address: &str| {
        let view = view(Searcher::open(frise::EMBEDDED).expect("an index"), address);
        let parts = parts(&csv(&view, &Scene::of(&view, 900.0)));
        let by_date = &parts[1];
        let counted = counts(
            &view.searcher,
            &lines(&view.searcher, &view.answer, &view.state.filters),
            &view.state.filters,
        );
        let expected = counted.iter().filter(|count| count.hits > 0).map(|count| {
            let metadata = &view.searcher.index().documents()[count.document].metadata;
            vec![
                metadata.short.en.clone(),
                count.hits.to_string(),
                count.words.to_string(),
                format!("{:.1}", count.rate()),
            ]
        });
        let rows = by_date[2..].iter().filter(|row| row[4] != "0");
        let rows = rows.map(|row| [&row[1..2], &row[4..]].concat());
        let rows: Vec<Vec<String>> = rows.collect();
        assert_eq!(rows, expected.collect::<Vec<_>>(), "{address}");
        assert!(!rows.is_empty(), "{address}");
        by_date[1][4..].to_vec()
    };
    let rate = "occurrences per 10,000 words";
    assert_eq!(
        rates("?q=cyberespace&lang=en"),
        ["occurrences", "words", rate]
    );
    let filtered = ["occurrences", "words, under the filters", rate];
    assert_eq!(
        rates("?q=cyberespace&speaker=liu-xiaoming&lang=en"),
        filtered
    );
    assert_eq!(rates("?theme=paix&from=2016&lang=en"), filtered);
    let view = view(
        Searcher::open(frise::EMBEDDED).expect("an index"),
        "?speaker=xi-jinping&lang=en",
    );
    let parts = parts(&csv(&view, &Scene::of(&view, 900.0)));
    assert_eq!(
        parts[1][1][2..],
        [
            "passages found",
            "passages",
            "words",
            "passages found per 10,000 words"
        ]
    );
}
