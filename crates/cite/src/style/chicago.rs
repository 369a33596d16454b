//! The Chicago Manual of Style, 17th edition: notes and bibliography, and author-date.

use frise_date::Tongue;

use super::parts::{
    and, date, link, list, locator, mark_inferred, publisher, short, short_authors, title, undated,
};
use crate::author::Author;
use crate::reference::Reference;
use crate::rich::Rich;
use crate::typography::{capitalised, pick};
use crate::when::{Order, needs_words, say};

/// `Prénom Nom, Titre (Éditeur, date), passage, corpus, version, lien.`
pub(super) fn note(reference: &Reference) -> Rich {
    let mut text = Rich::default();
    let names: Vec<String> = reference.authors.iter().map(Author::said).collect();
    let names = match names.as_slice() {
        [one, _, _, _, ..] => format!("{one} et\u{a0}al."),
        _ => list(&names, and(reference.tongue)),
    };
    if !names.is_empty() {
        text.roman(&names).roman(", ");
    }
    title(&mut text, reference, "");
    let publisher = publisher(reference);
    text.roman(" (");
    if !publisher.is_empty() {
        text.roman(publisher).roman(", ");
    }
    text.roman(&date(reference, Order::MonthDayYear)).roman(")");
    if let Some(locator) = locator(reference) {
        text.roman(", ").roman(&locator);
    }
    text.roman(", ");
    corpus(&mut text, reference, "");
    with_link(&mut text, reference, ", ");
    text.roman(".");
    text
}

/// `Nom, Prénom. Titre. Éditeur, date. Corpus, version. Passage. Lien.`
pub(super) fn bibliography_entry(reference: &Reference) -> Rich {
    let mut text = Rich::default();
    authors(&mut text, reference);
    title(&mut text, reference, ".");
    let publisher = publisher(reference);
    text.roman(" ");
    if !publisher.is_empty() {
        text.roman(&capitalised(publisher)).roman(", ");
        text.roman(&date(reference, Order::MonthDayYear)).stop();
    } else {
        let date = date(reference, Order::MonthDayYear);
        text.roman(&capitalised(&date)).stop();
    }
    ending(&mut text, reference);
    text
}

/// `Nom, Prénom. Année. Titre. Éditeur, jour et mois. Corpus, version. Passage. Lien.`
pub(super) fn author_date_entry(reference: &Reference) -> Rich {
    let mut text = Rich::default();
    authors(&mut text, reference);
    let in_words = reference.date.as_ref().is_some_and(needs_words);
    let year = match reference.date {
        Some(_) if in_words => capitalised(&date(reference, Order::YearOnly)),
        Some(date) => say(&date, Order::YearOnly, reference.tongue),
        None => undated(reference.tongue).to_owned(),
    };
    if reference.authors.is_empty() {
        title(&mut text, reference, ".");
        text.roman(" ").roman(&year).stop();
    } else {
        text.roman(&year).stop().roman(" ");
        title(&mut text, reference, ".");
    }
    let day = match reference.date {
        Some(date) if !in_words => say(&date, Order::WithoutYear, reference.tongue),
        _ => String::new(),
    };
    // The year stands before; where there is no day to mark, the mark of an inferred date stands alone.
    let day = match (reference.date_inferred && !in_words, day.is_empty()) {
        (true, true) => pick(reference.tongue, "[date déduite]", "[inferred date]").to_owned(),
        (true, false) => mark_inferred(reference, day),
        (false, _) => day,
    };
    let parts = [capitalised(publisher(reference)), day];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if !parts.is_empty() {
        text.roman(" ")
            .roman(&capitalised(&parts.join(", ")))
            .stop();
    }
    ending(&mut text, reference);
    text
}

pub(super) fn author_date_citation(reference: &Reference) -> Rich {
    let author = short_authors(reference, and(reference.tongue));
    let separator = if author.is_empty() { ", " } else { " " };
    short(reference, &author, separator, true)
}

/// The first author by the family name, the others as they are said.
pub(super) fn first_inverted(reference: &Reference) -> String {
    let names = reference.authors.iter().enumerate();
    let names: Vec<String> = names
        .map(|(place, author)| match place {
            0 => author.sorted(),
            _ => author.said(),
        })
        .collect();
    let inverted = names.first().is_some_and(|first| first.contains(", "));
    let last = match (reference.tongue, names.len()) {
        (Tongue::English, 3..) => ", and ",
        (Tongue::English, _) if inverted => ", and ",
        (language, _) => and(language),
    };
    list(&names, last)
}

fn authors(text: &mut Rich, reference: &Reference) {
    if !reference.authors.is_empty() {
        text.roman(&first_inverted(reference)).stop().roman(" ");
    }
}

fn ending(text: &mut Rich, reference: &Reference) {
    text.roman(" ");
    corpus(text, reference, ".");
    if let Some(locator) = locator(reference) {
        text.roman(" ").roman(&capitalised(&locator)).roman(".");
    }
    with_link(text, reference, " ");
    if reference.link.is_some() || reference.source_address.is_some() {
        text.roman(".");
    }
}

fn corpus(text: &mut Rich, reference: &Reference, end: &str) {
    text.italic(&reference.corpus)
        .roman(&format!(", version\u{a0}{}{end}", reference.version));
}

fn with_link(text: &mut Rich, reference: &Reference, before: &str) {
    if reference.link.is_some() || reference.source_address.is_some() {
        text.roman(before);
        link(text, reference);
    }
}
