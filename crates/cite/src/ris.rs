//! RIS, by the specification of Reference Manager as its successors read it.
//!
//! `PY` holds one year, because a range is read as year and month; `DA` the day; `N1` what the fields cannot say, the range and
//! the doubt of a date among it, in one field, because
//! astrocite keeps the last alone. Names of bodies have no comma, by which they would be read as persons. Each field stands on
//! one line, `ER  - ` is the last line of a reference, and there is no byte order mark, by which the first reference would be
//! lost.

use crate::author::Author;
use crate::genre::Genre;
use crate::reference::Reference;
use crate::when::Span;

/// Returns references as a file of RIS, in UTF-8 without a byte order mark.
pub fn ris(references: &[Reference]) -> String {
    references.iter().map(record).collect()
}

fn record(reference: &Reference) -> String {
    let mut record = String::new();
    let mut set = |tag: &str, value: &str| {
        if !value.is_empty() {
            record.push_str(&format!("{tag}  - {value}\r\n"));
        }
    };
    set("TY", type_of(reference.genre));
    set("ID", &reference.key());
    for author in &reference.authors {
        set("AU", &name(author));
    }
    set("TI", &reference.title);
    let span = reference.date.map(|date| Span::of(&date));
    let point = span.and_then(|span| span.start().or(span.end()));
    if let Some(point) = point.filter(|point| (1..=9_999).contains(&point.year)) {
        set("PY", &format!("{:04}", point.year));
        let is_interval = matches!(span, Some(Span::Range(Some(_), Some(_))));
        if let Some(month) = point.month.filter(|_| !is_interval) {
            let day = point
                .day
                .map_or_else(String::new, |day| format!("/{day:02}"));
            set("DA", &format!("{:04}/{month:02}{day}", point.year));
        }
    }
    set("PB", &reference.publisher);
    set("M3", &reference.kind);
    set("LA", &reference.language);
    set("DB", &reference.corpus);
    set("N1", &reference.notes_in_one_line());
    let address = reference
        .link
        .as_ref()
        .or(reference.source_address.as_ref());
    set("UR", address.map_or("", |address| address));
    if let Some(day) = reference.accessed {
        let (year, month, day) = day.ymd();
        set("Y2", &format!("{year:04}/{month:02}/{day:02}"));
    }
    record.push_str("ER  - \r\n\r\n");
    record
}

fn type_of(genre: Genre) -> &'static str {
    match genre {
        Genre::Report => "RPRT",
        Genre::Article => "NEWS",
        Genre::Book => "BOOK",
        Genre::Letter => "PCOMM",
        Genre::Law => "STAT",
        Genre::Speech | Genre::Document => "GEN",
    }
}

fn name(author: &Author) -> String {
    match author {
        Author::Person { family, given, .. } => {
            format!("{}, {}", family.replace(',', ""), given.replace(',', ""))
        }
        Author::Whole(name) => name.replace(',', ""),
    }
}
