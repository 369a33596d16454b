//! Writes files for other people's readers, with what these should read in `cases.json`:
//! `cargo run -p frise-cite --example reader_files -- FOLDER`. `cargo xtask readers` compares.

#[path = "../tests/common/mod.rs"]
mod common;

use std::fs;
use std::path::PathBuf;

use common::{document, index, setting};
use frise_cite::bibtex::{Dialect, bibtex};
use frise_cite::csl_json::{Processor, csl_json};
use frise_cite::ris::ris;
use frise_cite::{Author, Choice, Reference};
use frise_date::Tongue;
use frise_index::model::Document;
use serde_json::{Value, json};

/// Id, creator, title and date of each text.
const TEXTS: [(&str, &str, &str, &str); 16] = [
    ("day", "Xi, Jinping", "Un discours", "2016-05-24"),
    ("month", "Hugo, Victor", "Une lettre", "2016-05"),
    ("year", "Hugo, Victor; Xi, Jinping", "Deux auteurs", "2016"),
    ("about", "Hugo, Victor", "Vers juin", "2010-06~"),
    ("perhaps", "Hugo, Victor", "Peut-être", "1984?"),
    (
        "days",
        "Hugo, Victor",
        "Trois jours",
        "2016-05-24/2016-05-26",
    ),
    ("years", "Hugo, Victor", "Trois ans", "2016/2018"),
    ("decade", "Hugo, Victor", "Une décennie", "199X"),
    ("century", "Hugo, Victor", "Un siècle", "18XX"),
    ("since", "Hugo, Victor", "Depuis", "2017-03/.."),
    ("until", "Hugo, Victor", "Jusqu’à", "../2016"),
    ("winter", "Hugo, Victor", "Un hiver", "2010-24"),
    ("caesar", "Hugo, Victor", "Avant notre ère", "-0043"),
    (
        "body",
        "Ministère des Affaires étrangères, Chine",
        "« L’Internet » & la Chine_2 : 100 % #1 {a} $5 <i>b</i> \\c",
        "2010-06-08",
    ),
    (
        "odd",
        "Dupont \"Dudule\", {Paul}\nfils and Sons; O’Neil",
        "Un titre\nsur deux lignes\r\nTY  - BOOK",
        "2016-03-01",
    ),
    ("undated", "", "Sans auteur ni date", ""),
];

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("a folder"));
    let documents: Vec<Document> = TEXTS
        .iter()
        .map(|(id, creator, title, date)| document(id, creator, title, date))
        .collect();
    let count = documents.len();
    let index = index(documents);
    let setting = setting(Tongue::French);
    let references: Vec<Reference> = (0..count)
        .filter_map(|number| Reference::of(&index, &Choice::Document(number), &setting))
        .collect();
    let cases: Vec<Value> = references.iter().map(case).collect();
    let files = [
        ("bibtex.bib", bibtex(&references, Dialect::BibTex)),
        ("biblatex.bib", bibtex(&references, Dialect::BibLatex)),
        ("texts.ris", ris(&references)),
        ("texts.json", csl_json(&references, Processor::Any)),
        ("mla.json", csl_json(&references, Processor::Mla)),
        ("cases.json", Value::from(cases).to_string()),
    ];
    fs::create_dir_all(&folder).expect("a folder to write to");
    for (name, text) in files {
        fs::write(folder.join(name), text).expect("a folder to write to");
    }
}

fn case(reference: &Reference) -> Value {
    let author = |author: &Author| match author {
        Author::Person { family, given, .. } => json!([family, given]),
        Author::Whole(name) => json!([name]),
    };
    let authors: Vec<Value> = reference.authors.iter().map(author).collect();
    json!({
        "key": reference.key(),
        "title": reference.title,
        "authors": authors,
        "date": reference.date.map(|date| date.to_string()),
        "notes": reference.notes(),
        "link": reference.link,
    })
}
