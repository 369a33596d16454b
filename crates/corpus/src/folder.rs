//! A corpus as the files of a corpus folder, which [`parse`](crate::parse) reads back into an equal corpus.
//!
//! Files hold less than the model in three places. A line end inside a paragraph becomes a space. A document has one voice
//! and one speaker of its own, and all other spans are direct or reported speech of somebody; where a document has several
//! other kinds of spans, the most frequent is its own and the rest is written as direct speech or as the document's own.
//! A figure of a lesson ("finds 3 passages") is not part of the model.

mod document;

use crate::source::SourceFile;
use frise_index::model::{Bilingual, Corpus};
use std::fmt::Write;

/// Returns the files of the folder of a corpus, with paths such as `documents/livre-blanc-2010.md`.
///
/// ```
/// use frise_corpus::{SourceFile, folder, parse};
///
/// let line = r#"{"id": "ddhc", "date": "1789-08-26", "text": "Les hommes naissent libres."}"#;
/// let file = SourceFile { path: "droits.jsonl".into(), bytes: line.into() };
/// let corpus = parse(&[file]).expect("a corpus without mistakes").corpus;
/// let files = folder(&corpus);
/// assert_eq!(files[3].path, "documents/ddhc.md");
/// assert_eq!(parse(&files).expect("a corpus folder").corpus, corpus);
/// ```
pub fn folder(corpus: &Corpus) -> Vec<SourceFile> {
    let file = |path: String, text: String| SourceFile {
        path,
        bytes: text.into_bytes(),
    };
    let mut files = vec![
        file("corpus.toml".into(), about(corpus)),
        file("speakers.toml".into(), speakers(corpus)),
        file("themes.toml".into(), themes(corpus)),
    ];
    for document in &corpus.documents {
        let path = format!("documents/{}.md", document.metadata.id);
        files.push(file(path, document::write(document, corpus)));
    }
    let width = corpus.lessons.len().to_string().len();
    for (number, lesson) in (1..).zip(&corpus.lessons) {
        let mut toml = String::new();
        string(&mut toml, "id", &lesson.id);
        both(&mut toml, "title", &lesson.title);
        both(&mut toml, "sentence", &lesson.sentence);
        for step in &lesson.steps {
            toml.push_str("\n[[step]]\n");
            both(&mut toml, "title", &step.title);
            both(&mut toml, "text", &step.text);
            both_if_any(&mut toml, "question", &step.question);
            string(&mut toml, "view", &step.view);
        }
        let path = format!("lessons/{number:0width$}-{}.toml", lesson.id);
        files.push(file(path, toml));
    }
    files
}

fn about(corpus: &Corpus) -> String {
    let mut toml = String::new();
    string(&mut toml, "id", &corpus.id);
    both(&mut toml, "title", &corpus.title);
    both(&mut toml, "sentence", &corpus.sentence);
    both_if_any(&mut toml, "notice", &corpus.notice);
    for start in &corpus.starts {
        toml.push_str("\n[[start]]\n");
        string(&mut toml, "fr", &start.label.fr);
        string(&mut toml, "en", &start.label.en);
        string(&mut toml, "query", &start.query);
    }
    for synonyms in &corpus.synonyms {
        toml.push_str("\n[[synonyms]]\n");
        strings(&mut toml, "terms", synonyms.terms.iter());
    }
    for kind in &corpus.kinds {
        toml.push_str("\n[[kinds]]\n");
        string(&mut toml, "id", &kind.id);
        string(&mut toml, "fr", &kind.label.fr);
        string(&mut toml, "en", &kind.label.en);
    }
    toml
}

fn speakers(corpus: &Corpus) -> String {
    let mut toml = String::new();
    for speaker in &corpus.speakers {
        toml.push_str("[[speaker]]\n");
        string(&mut toml, "id", &speaker.id);
        if speaker.is_body {
            string(&mut toml, "kind", "body");
        }
        both(&mut toml, "name", &speaker.name);
        for role in &speaker.roles {
            toml.push_str("[[speaker.roles]]\n");
            both(&mut toml, "role", &role.role);
            for (key, date) in [("from", role.from), ("to", role.to)] {
                if let Some(date) = date {
                    string(&mut toml, key, &date.to_string());
                }
            }
        }
        toml.push('\n');
    }
    toml
}

fn themes(corpus: &Corpus) -> String {
    let mut toml = String::new();
    for theme in &corpus.themes {
        toml.push_str("[[theme]]\n");
        string(&mut toml, "id", &theme.id);
        both(&mut toml, "label", &theme.label);
        both(&mut toml, "definition", &theme.definition);
        string(&mut toml, "query", &theme.query);
        toml.push('\n');
    }
    toml
}

/// A line `key = "value"`.
fn string(toml: &mut String, key: &str, value: &str) {
    // Writing to a string does not fail.
    let _ = writeln!(toml, "{key} = {}", quoted(value));
}

fn strings<'v>(toml: &mut String, key: &str, values: impl Iterator<Item = &'v String>) {
    let values: Vec<String> = values.map(|value| quoted(value)).collect();
    let _ = writeln!(toml, "{key} = [{}]", values.join(", "));
}

/// One string where both languages say the same, and one for each where they do not.
fn both(toml: &mut String, key: &str, value: &Bilingual) {
    if value.fr == value.en {
        string(toml, key, &value.fr);
    } else {
        let (fr, en) = (quoted(&value.fr), quoted(&value.en));
        let _ = writeln!(toml, "{key} = {{ fr = {fr}, en = {en} }}");
    }
}

fn both_if_any(toml: &mut String, key: &str, value: &Bilingual) {
    if *value != Bilingual::default() {
        both(toml, key, value);
    }
}

/// Returns a basic string of TOML.
fn quoted(value: &str) -> String {
    let mut quoted = String::from("\"");
    for c in value.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
