//! The only tokeniser, for the build and for queries, and the three ways to compare words.
//!
//! A text is cut into [`Token`]s that cover every byte of it: words, and the separators between them.
//! A word is compared to another
//! - to the letter (the form),
//! - folded, without case, accents, ligatures or apostrophe style ([`fold`]), or
//! - by its stem ([`Stemmer`]).
//!
//! # What is a word
//!
//! Letters and digits of any script, with their marks. A word is found whole or as a run of neighbours,
//! since queries are cut as texts are; so where it is cut decides which parts are found by themselves.
//!
//! - In French an elided word (`l’`, `qu’`) is a word of its own that keeps its apostrophe, so that
//!   `espace` is found in `l’espace`; words that own theirs (`aujourd’hui`, `quelqu’un`) stay whole.
//!   `elision` has the rules. In other languages an apostrophe between letters joins: `nation’s`, whose
//!   stem is that of `nation`.
//! - Hyphens of any kind part words (`plates-formes`, `a-t-il`, `chef-d’œuvre`), and so do points, slashes
//!   and underscores between them; a soft hyphen does not.
//! - A number is one word, with its decimals and however its digits are grouped (`numbers`).
//! - Initials are one word (`initials`).
//! - What is invisible (zero-width spaces, marks of direction) never hides a word.
//! - Each ideograph is a word, as scripts without spaces have it.
//!
//! # How that differs from Unicode Standard Annex #29
//!
//! For languages other than French the cuts are those of the annex on real text; a test holds them against
//! the crate `unicode-segmentation` (whose tables would add 44 kB to the page, 14 kB compressed), over
//! samples of eighteen languages and over every character. These are the differences, all of them meant:
//!
//! - French elision parts what the annex joins; English and all others follow it.
//! - Points between longer words (`frise.fr`), colons (`12:30`, `k:a`), underscores and no-break spaces
//!   inside words part, so that each part is found. The annex joins `mot.Mot`, a missing space.
//! - `·` parts in French and English (`député·es`) and joins elsewhere (`col·lecció`).
//! - Spaces and apostrophes that group digits join; two marks that do not (`24.05.2016`) part, as `;`
//!   does, and marks between digits after a letter (`A4,5`).
//! - An apostrophe between digits that groups nothing parts (`5'30`); so do those that the annex does not
//!   know join letters: grave and acute accent, prime.
//! - What is invisible belongs to the separator at the end of a word, and to the word where it goes on.
//!   A zero-width space does not part words; it is more often left over from a web page than meant.
//! - Subscript digits join (`CO₂`), a repeated ideograph (`々`) parts, Hebrew's geresh at the end parts.
//! - Letters that are read as numbers or belong to scripts of antiquity follow
//!   [`char::is_alphanumeric`], marks beyond the Basic Multilingual Plane part, and symbols that the annex
//!   counts among letters (`˗`, `꜀`) are none.

mod accents;
#[cfg(test)]
mod annex;
mod characters;
mod elision;
mod fold;
mod initials;
mod irregular;
mod numbers;
mod stem;
mod tokens;
mod unicode;

pub use characters::begins_word;
pub use fold::{compose, fold, lower};
pub use numbers::spaced_number_length;
pub use stem::Stemmer;
pub use tokens::{Token, TokenKind, is_elided, joins, tokens};
pub use unicode::{is_alphabetic, is_alphanumeric, is_capital, is_number, is_small};

/// The language whose rules of elision and stemming a text follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Elision, and the French Snowball stemmer.
    French,
    /// No elision, and the English Snowball stemmer.
    English,
    /// No elision, and no stemmer.
    Other,
}

impl Language {
    /// From a BCP 47 tag such as `fr`, `fr-CA` or `en`; what is not known is [`Language::Other`].
    pub fn from_tag(tag: &str) -> Language {
        match tag.split('-').next().unwrap_or("") {
            "fr" => Language::French,
            "en" => Language::English,
            _ => Language::Other,
        }
    }
}
