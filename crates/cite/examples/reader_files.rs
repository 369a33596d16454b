//! Writes files for other people's readers, with what these should read in `cases.json`:
//! `cargo run -p frise-cite --example reader_files -- FOLDER`. `cargo xtask readers` compares.

#[path = "../tests/common/mod.rs"]
mod common;

use std::fs;
use std::path::PathBuf;

use common::{PAGE, document, index, setting};
use frise_cite::bibtex::{Dialect, bibtex};
use frise_cite::csl_json::{Processor, csl_json};
use frise_cite::ris::ris;
use frise_cite::{Author, Choice, Recipe, Reference, everything, tei};
use frise_date::Tongue;
use frise_index::model::Document;
use serde_json::{Value, json};

/// A text, and what its files should say of its date.
struct Text {
    id: &'static str,
    creator: &'static str,
    title: &'static str,
    /// In EDTF.
    date: &'static str,
    /// The points that readers should find, of an interval the first and the last.
    interval: Option<&'static str>,
    /// The words that the note should have.
    words: &'static str,
}

const HUGO: &str = "Hugo, Victor";

#[rustfmt::skip]
const DATES: [(&str, &str, &str, &str); 13] = [
    ("day", "2016-05-24", "2016-05-24", ""),
    ("month", "2016-05", "2016-05", ""),
    ("year", "2016", "2016", ""),
    ("about", "2010-06~", "2010-06", "vers juin 2010"),
    ("perhaps", "1984?", "1984", "peut-être 1984"),
    ("days", "2016-05-24/2016-05-26", "2016-05-24/2016-05-26", "24-26 mai 2016"),
    ("years", "2016/2018", "2016/2018", "2016-2018"),
    ("decade", "199X", "1990/1999", "années 1990"),
    ("century", "18XX", "1800/1899", "années 1800 à 1899"),
    ("since", "2017-03/..", "2017-03", "depuis mars 2017"),
    ("until", "../2016", "2016", "jusqu’à 2016"),
    ("winter", "2010-24", "2010-12/2011-02", "hiver 2010-2011"),
    ("caesar", "-0043", "-0043", "44 avant J.-C."),
];

fn texts() -> Vec<Text> {
    let dated = DATES.iter().map(|(id, date, interval, words)| Text {
        id,
        creator: HUGO,
        title: "Un titre",
        date,
        interval: Some(interval),
        words,
    });
    let odd = [
        Text {
            id: "body",
            creator: "Ministère des Affaires étrangères, Chine",
            title: "« L’Internet » & la Chine_2 : 100 % #1 {a} $5 <i>b</i> \\c",
            date: "2010-06-08",
            interval: Some("2010-06-08"),
            words: "",
        },
        Text {
            id: "lines",
            creator: "Dupont \"Dudule\", {Paul}\nfils and Sons; Xi, Jinping",
            title: "Un titre\nsur deux lignes\r\nTY  - BOOK",
            date: "2016-03-01",
            interval: Some("2016-03-01"),
            words: "",
        },
        Text {
            id: "undated",
            creator: "",
            title: "Sans auteur ni date",
            date: "",
            interval: None,
            words: "",
        },
    ];
    dated.chain(odd).collect()
}

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("a folder"));
    let texts = texts();
    let documents: Vec<Document> = texts
        .iter()
        .map(|text| document(text.id, text.creator, text.title, text.date))
        .collect();
    let count = documents.len();
    let index = index(documents);
    let language = Tongue::French;
    let setting = setting(language);
    let recipe = Recipe::new(&index, PAGE, setting.accessed, language);
    let references: Vec<Reference> = (0..count)
        .filter_map(|number| Reference::of(&index, &Choice::Document(number), &setting))
        .collect();
    let cases: Vec<Value> = references
        .iter()
        .filter_map(|reference| {
            let text = texts.iter().find(|text| text.id == reference.id)?;
            Some(case(reference, text))
        })
        .collect();
    let files = [
        ("bibtex.bib", bibtex(&references, Dialect::BibTex)),
        ("biblatex.bib", bibtex(&references, Dialect::BibLatex)),
        ("texts.ris", ris(&references)),
        ("texts.json", csl_json(&references, Processor::Any)),
        ("mla.json", csl_json(&references, Processor::Mla)),
        (
            "texts.xml",
            tei(&index, &everything(&index), &recipe, language),
        ),
        ("cases.json", Value::from(cases).to_string()),
    ];
    fs::create_dir_all(&folder).expect("a folder to write to");
    for (name, text) in files {
        fs::write(folder.join(name), text).expect("a folder to write to");
    }
}

fn case(reference: &Reference, text: &Text) -> Value {
    let author = |author: &Author| match author {
        Author::Person { family, given, .. } => json!([family, given]),
        Author::Whole(name) => json!([name]),
    };
    let authors: Vec<Value> = reference.authors.iter().map(author).collect();
    json!({
        "key": reference.key(),
        "title": reference.title,
        "authors": authors,
        "interval": text.interval,
        "words": text.words,
        "link": reference.link,
    })
}
