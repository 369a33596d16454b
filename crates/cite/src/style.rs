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
mod parts;

use frise_date::Tongue;

use crate::reference::Reference;
use crate::rich::Rich;
use crate::typography::{french_spaces, pick};

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
