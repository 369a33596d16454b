//! CSL-JSON, the input of CSL processors: <https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables>
//! and its schema `csl-data.json`.
//!
//! Dates are `date-parts`, with `circa` for doubt: processors print nothing for EDTF, and glue a `literal` to the parts. Years
//! before Christ are counted without a year 0, so that the year -0043 of EDTF is -44. An interval whose beginning is open is
//! written by its end, and one whose end is open by its beginning. What parts cannot say is said in `note`.

use frise_date::Certainty;
use serde_json::{Map, Value, json};

use crate::author::Author;
use crate::genre::Genre;
use crate::reference::Reference;
use crate::when::{Point, Span};

/// For whom the file is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Processor {
    /// Any style.
    Any,
    /// The style of the MLA, which prints no date of a speech: speeches are documents.
    Mla,
}

/// Returns references as CSL-JSON: an array of items, each on one line.
pub fn csl_json(references: &[Reference], processor: Processor) -> String {
    let items: Vec<String> = references
        .iter()
        .map(|reference| item(reference, processor).to_string())
        .collect();
    format!("[\n{}\n]\n", items.join(",\n"))
}

fn item(reference: &Reference, processor: Processor) -> Value {
    let mut item = Map::new();
    let mut set = |name: &str, value: &str| {
        if !value.is_empty() {
            item.insert(name.to_owned(), value.into());
        }
    };
    set("id", &reference.key());
    set("type", type_of(reference.genre, processor));
    set("title", &reference.title);
    set("genre", &reference.kind);
    set("publisher", &reference.publisher);
    set("language", &reference.language);
    set("archive", &reference.corpus);
    set("version", &reference.version);
    let address = reference
        .link
        .as_ref()
        .or(reference.source_address.as_ref());
    set("URL", address.map_or("", |address| address));
    set("note", &note(reference));
    if !reference.authors.is_empty() {
        let names: Vec<Value> = reference.authors.iter().map(name).collect();
        item.insert("author".to_owned(), names.into());
    }
    if let Some(issued) = issued(reference) {
        item.insert("issued".to_owned(), issued);
    }
    if let Some(day) = reference.accessed {
        let (year, month, day) = day.ymd();
        item.insert(
            "accessed".to_owned(),
            json!({"date-parts": [[year, month, day]]}),
        );
    }
    Value::Object(item)
}

fn type_of(genre: Genre, processor: Processor) -> &'static str {
    match (genre, processor) {
        (Genre::Speech, Processor::Any) => "speech",
        (Genre::Speech, Processor::Mla) => "document",
        (Genre::Report, _) => "report",
        (Genre::Article, _) => "article-newspaper",
        (Genre::Book, _) => "book",
        (Genre::Letter, _) => "personal_communication",
        (Genre::Law, _) => "legislation",
        (Genre::Document, _) => "document",
    }
}

fn name(author: &Author) -> Value {
    match author {
        Author::Person {
            family,
            given,
            family_first: true,
        } => json!({"family": family, "given": given, "static-ordering": true}),
        Author::Person { family, given, .. } => json!({"family": family, "given": given}),
        Author::Whole(name) => json!({"literal": name}),
    }
}

fn issued(reference: &Reference) -> Option<Value> {
    let date = reference.date?;
    let parts: Vec<Value> = match Span::of(&date) {
        Span::Range(Some(start), Some(end)) => vec![parts(start), parts(end)],
        span => vec![parts(span.start().or(span.end())?)],
    };
    let mut issued = Map::new();
    issued.insert("date-parts".to_owned(), parts.into());
    if date.certainty() != Certainty::Certain {
        issued.insert("circa".to_owned(), true.into());
    }
    Some(Value::Object(issued))
}

fn parts(point: Point) -> Value {
    let year = if point.year <= 0 {
        point.year - 1
    } else {
        point.year
    };
    let mut parts = vec![Value::from(year)];
    parts.extend(point.month.map(Value::from));
    parts.extend(point.day.map(Value::from));
    parts.into()
}

/// The notes on one line each. Citeproc reads a first line such as `issued: 2016` as a field, so the first is a sentence.
fn note(reference: &Reference) -> String {
    let mut notes = reference.notes();
    if let Some(first) = notes.first_mut().filter(|first| !first.ends_with('.')) {
        first.push('.');
    }
    notes.join("\n")
}
