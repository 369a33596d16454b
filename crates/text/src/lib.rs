//! The tokenizer, which the compiler and the query language share, and three ways to compare words.
//!
//! [`tokens`] splits a text into [`Token`]s that cover every byte of it: words, and the separators between them. Two words
//! compare
//! - by their form, letter by letter,
//! - by their folded form, without case, accents, ligatures and style of apostrophe ([`fold`]), or
//! - by their stem ([`Stemmer`]).
//!
//! # Words
//!
//! A word consists of letters and digits of any script with their marks. Queries are split as texts are, so that a compound
//! is found whole, as a sequence of adjacent words, and by each of its words.
//!
//! - In French, an elided word (`l’`, `qu’`) is a word of its own that keeps its apostrophe, so that `espace` is found in
//!   `l’espace`. Words with an apostrophe of their own (`aujourd’hui`, `quelqu’un`) stay whole; the module `elision` has the
//!   rules. In other languages an apostrophe joins letters: `nation’s`, which has the stem of `nation`.
//! - Hyphens of any kind separate words (`plates-formes`, `a-t-il`, `chef-d’œuvre`), and so do points, slashes and
//!   underscores between words. A soft hyphen does not.
//! - A number is one word, including its decimals and however its digits are grouped (module `numbers`).
//! - Initials are one word (module `initials`).
//! - Invisible characters (zero-width spaces, directional marks) do not hide a word.
//! - Each ideograph is a word, as is usual for scripts without spaces.
//!
//! # Differences from Unicode Standard Annex #29
//!
//! For languages other than French, word boundaries in real texts are those of [UAX #29](https://www.unicode.org/reports/tr29/).
//! Tests compare them with the crate `unicode-segmentation` (whose tables would add 14 kB of brotli to the page), on samples
//! of eighteen languages and on every character. The differences are deliberate:
//!
//! - French elision separates what the annex joins; English and other languages follow the annex.
//! - Points between longer words (`frise.fr`), colons (`12:30`, `k:a`), underscores and no-break spaces separate words, so
//!   that each part is found. The annex joins `mot.Mot`, where a space is missing.
//! - `·` joins the endings of several genders in French (`étudiant·e·s`, one word, which is found by each of its forms) and
//!   letters in other languages (`col·lecció`); in English it separates.
//! - Spaces and apostrophes that group digits join. Two marks that do not group digits (`24.05.2016`) separate, as do `;`
//!   and marks between digits after a letter (`A4,5`).
//! - An apostrophe between digits that groups nothing separates (`5'30`). Grave accent, acute accent and prime, which the
//!   annex does not treat as apostrophes, join letters.
//! - Invisible characters belong to the separator at the end of a word, and to the word inside it. A zero-width space does
//!   not separate words, since it is more often a remnant of a web page than intended.
//! - Subscript digits join (`CO₂`), a repeated ideograph (`々`) separates, and a Hebrew geresh at the end of a word is not
//!   part of it.
//! - Letters that are numbers and letters of ancient scripts follow [`char::is_alphanumeric`]; symbols that the annex counts
//!   as letters (`˗`, `꜀`) are separators.

mod accents;
mod characters;
mod direction;
mod elision;
mod fold;
mod initials;
mod irregular;
mod numbers;
mod stem;
mod tokens;

pub mod csv;

pub use characters::begins_word;
pub use direction::{direction, isolated};
pub use fold::{compose, fold, lower};
pub use numbers::spaced_number_length;
pub use stem::Stemmer;
pub use tokens::{Token, TokenKind, is_elided, joins, tokens};

/// The language that decides on the elision and the stemmer of a text.
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
    /// Returns the language of a BCP 47 tag such as `fr`, `fr-CA` or `en`; any other tag gives [`Language::Other`].
    pub fn from_tag(tag: &str) -> Language {
        match tag.split('-').next().unwrap_or("") {
            "fr" => Language::French,
            "en" => Language::English,
            _ => Language::Other,
        }
    }
}
