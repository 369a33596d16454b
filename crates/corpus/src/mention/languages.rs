//! Which words of dates a language has.

use super::english::ENGLISH;
use super::french::FRENCH;
use super::lexicon::Lexicon;
use frise_text::Language;
use std::collections::HashSet;
use std::sync::LazyLock;

/// The tables for a text, and the words that dates begin with; none where only dates in digits are read.
pub(super) fn lexicon(
    language: Language,
) -> Option<(&'static Lexicon, &'static HashSet<&'static str>)> {
    static FRENCH_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| FRENCH.first_words());
    static ENGLISH_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| ENGLISH.first_words());
    match language {
        Language::French => Some((&FRENCH, &FRENCH_WORDS)),
        Language::English => Some((&ENGLISH, &ENGLISH_WORDS)),
        Language::Other => None,
    }
}
