//! The only tokeniser, for the build and for queries, and the three ways to compare words.
//!
//! A text is cut into [`Token`]s that cover every byte of it: words, and the separators between them.
//! A word is compared to another
//! - to the letter (the form),
//! - folded, without case, accents, ligatures or apostrophe style ([`fold`]), or
//! - by its stem ([`Stemmer`]).
//!
//! In French an elided word (`l’`, `qu’`) is a word of its own that keeps its apostrophe, so that
//! `espace` is found in `l’espace`; words that own theirs (`aujourd’hui`) stay whole. Hyphens part
//! words (`plates-formes`, `a-t-il`), which stay neighbours: a compound is found whole, as a run of
//! neighbours, and by its parts. Each ideograph is a word, as scripts without spaces have it.

mod fold;
mod stem;
mod tokens;

pub use fold::{compose, fold, fold_into};
pub use stem::Stemmer;
pub use tokens::{Token, TokenKind, is_elided, tokens};

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

/// Whether no space is implied between two neighbouring words: after an elided word, and beside an
/// ideograph. The index leaves a single space between two words unwritten; this is the exception.
pub fn joins(left: &str, right: &str) -> bool {
    left.ends_with(tokens::is_apostrophe)
        || left.ends_with(tokens::is_ideograph)
        || right.starts_with(tokens::is_ideograph)
}
