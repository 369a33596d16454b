//! Formatted citations in five styles, French and English.
//!
//! The formatters follow the published rules of ISO 690:2021, of the Publication Manual of the American Psychological
//! Association (7th edition), of The Chicago Manual of Style (17th edition: 14 for notes, 15 for author-date) and of the MLA
//! Handbook (9th edition), for the one kind of source that a corpus has: a text of a larger whole that is read on a page.
//!
//! They are not made by a reader of CSL styles. `hayagriva` 0.10 with `citationberg` 0.7 stops the program at a range of dates
//! in CSL-JSON and prints only the last year of `1990/1999` in its own format, prints no doubt of a date in three of the five
//! styles (nor does any other processor, since the styles have no words for it), and takes the eras of the French locale
//! without a space. docs/CITING.md tells its weight.
//!
//! What all styles have here, whatever their rules leave out: the doubt of a date in words, the passage, the corpus with its
//! version, and the link. A title that the edition made stands in square brackets, as all five ask of supplied titles, and an
//! inferred date has `[date déduite]` after it.

mod apa;
mod chicago;
mod iso690;
mod mla;

use frise_date::Tongue;

use crate::genre::Genre;
use crate::reference::Reference;
use crate::rich::Rich;
use crate::typography::{french_spaces, pick, quoted};
use crate::when::{Order, say};

/// A style of citations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// ISO 690:2021, by name and date.
    Iso690,
    /// APA, 7th edition.
    Apa,
    /// Chicago, 17th edition, notes and bibliography.
    ChicagoNotes,
    /// Chicago, 17th edition, author-date.
    ChicagoAuthorDate,
    /// MLA, 9th edition.
    Mla,
}

impl Style {
    /// All styles, in the order in which they are listed.
    pub const ALL: [Style; 5] = [
        Style::Iso690,
        Style::Apa,
        Style::ChicagoNotes,
        Style::ChicagoAuthorDate,
        Style::Mla,
    ];

    /// Returns the identifier in addresses and files.
    pub fn id(self) -> &'static str {
        match self {
            Style::Iso690 => "iso690",
            Style::Apa => "apa",
            Style::ChicagoNotes => "chicago-notes",
            Style::ChicagoAuthorDate => "chicago-author-date",
            Style::Mla => "mla",
        }
    }

    /// Returns the style of an identifier.
    pub fn from_id(id: &str) -> Option<Style> {
        Style::ALL.into_iter().find(|style| style.id() == id)
    }

    /// Returns the name.
    pub fn name(self, language: Tongue) -> &'static str {
        match self {
            Style::Iso690 => "ISO 690",
            Style::Apa => "APA",
            Style::ChicagoNotes => "Chicago, notes",
            Style::ChicagoAuthorDate => {
                pick(language, "Chicago, auteur-date", "Chicago, author-date")
            }
            Style::Mla => "MLA",
        }
    }

    /// Returns the entry of a bibliography.
    pub fn entry(self, reference: &Reference) -> Rich {
        let entry = match self {
            Style::Iso690 => iso690::entry(reference),
            Style::Apa => apa::entry(reference),
            Style::ChicagoNotes => chicago::bibliography_entry(reference),
            Style::ChicagoAuthorDate => chicago::author_date_entry(reference),
            Style::Mla => mla::entry(reference),
        };
        finish(entry, reference.tongue)
    }

    /// Returns what stands at the place of the citation: a footnote in the style of notes, and otherwise a reference in
    /// parentheses, both with the passage.
    pub fn citation(self, reference: &Reference) -> Rich {
        let citation = match self {
            Style::Iso690 => iso690::citation(reference),
            Style::Apa => apa::citation(reference),
            Style::ChicagoNotes => chicago::note(reference),
            Style::ChicagoAuthorDate => chicago::author_date_citation(reference),
            Style::Mla => mla::citation(reference),
        };
        finish(citation, reference.tongue)
    }
}

fn finish(text: Rich, language: Tongue) -> Rich {
    match language {
        Tongue::French => text.map(french_spaces),
        Tongue::English => text,
    }
}

/// Appends the title: in square brackets if the edition made it, in italics if it is that of a work of its own, and otherwise
/// in quotation marks.
fn title(text: &mut Rich, reference: &Reference, mark: &str) {
    let title = &reference.title;
    let own_work = matches!(
        reference.genre,
        Genre::Report | Genre::Book | Genre::Law | Genre::Document
    );
    if reference.title_inferred {
        text.roman(&format!("[{title}]{mark}"));
    } else if own_work {
        text.italic(title).roman(mark);
    } else if reference.tongue == Tongue::English && matches!(mark, "," | ".") {
        // American quotation marks come after commas and full stops.
        let ended = title.ends_with(['.', '?', '!', '…']);
        let mark = if ended { "" } else { mark };
        text.roman(&quoted(&[title, mark].concat(), reference.tongue));
    } else {
        text.roman(&quoted(title, reference.tongue)).roman(mark);
    }
}

/// Says the date, with `[date déduite]` after an inferred one, or the words of a style for none.
fn date(reference: &Reference, order: Order) -> String {
    match reference.date {
        Some(date) => mark_inferred(reference, say(&date, order, reference.tongue)),
        None => undated(reference.tongue).to_owned(),
    }
}

fn mark_inferred(reference: &Reference, date: String) -> String {
    let language = reference.tongue;
    let space = pick(language, "\u{a0}", " ");
    match reference.date_inferred && !date.is_empty() {
        true => [
            &date,
            space,
            pick(language, "[date déduite]", "[inferred date]"),
        ]
        .concat(),
        false => date,
    }
}

/// Says the year of a reference within a text, or the whole date in words if it is in doubt.
fn year(reference: &Reference) -> String {
    match reference.date {
        Some(date) => say(&date, Order::YearOnly, reference.tongue),
        None => undated(reference.tongue).to_owned(),
    }
}

fn undated(language: Tongue) -> &'static str {
    pick(language, "s.\u{a0}d.", "n.d.")
}

/// Appends the short form in parentheses: `(Hugo 1830, passage 12)`.
fn short(reference: &Reference, author: &str, after_author: &str, with_year: bool) -> Rich {
    let mut text = Rich::default();
    text.roman("(");
    if author.is_empty() {
        text.roman(&quoted(&reference.title, reference.tongue));
    } else {
        text.roman(author);
    }
    if with_year {
        let year = year(reference);
        let is_number = year.starts_with(|first: char| first.is_ascii_digit());
        text.roman(if is_number { after_author } else { ", " });
        text.roman(&year);
    }
    if let Some(locator) = reference.locator() {
        text.roman(", ").roman(&locator);
    }
    text.roman(")");
    text
}

/// The short names of the authors: one, two with `et`, or the first with `et al.`
fn short_authors(reference: &Reference, and: &str) -> String {
    match reference.authors.as_slice() {
        [] => String::new(),
        [one] => one.short().to_owned(),
        [one, two] => [one.short(), and, two.short()].concat(),
        [one, ..] => format!("{} et\u{a0}al.", one.short()),
    }
}

/// Joins names: commas, and a word before the last.
fn list(names: &[String], last: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., end] => [&first.join(", "), last, end].concat(),
    }
}

/// ` et ` or ` and `.
fn and(language: Tongue) -> &'static str {
    pick(language, " et ", " and ")
}

/// The passage and whose words it gives: `passage 12, propos de Liu Xiaoming`.
fn locator(reference: &Reference) -> Option<String> {
    let locator = reference.locator()?;
    if reference.speakers.is_empty() {
        return Some(locator);
    }
    let words = reference.words_of();
    let words = words.replacen(['P', 'W'], pick(reference.tongue, "p", "w"), 1);
    Some(format!("{locator}, {words}"))
}

/// Appends the address of the passage, or that of the source if the page has none.
fn link(text: &mut Rich, reference: &Reference) -> bool {
    let address = reference
        .link
        .as_deref()
        .or(reference.source_address.as_deref());
    if let Some(address) = address {
        text.link(address);
    }
    address.is_some()
}

/// The publisher, or the source in words if there is none.
fn publisher(reference: &Reference) -> &str {
    if reference.publisher.is_empty() {
        &reference.source
    } else {
        &reference.publisher
    }
}
