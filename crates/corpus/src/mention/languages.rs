//! Which words of dates a language has.

use super::english::ENGLISH;
use super::french::FRENCH;
use super::lexicon::Lexicon;
use super::roles::Roles;
use frise_text::Language;
use std::sync::LazyLock;

/// The tables for a text, and what each of their words may do in a date; none where only dates in digits are read.
pub(super) fn lexicon(language: Language) -> Option<(&'static Lexicon, &'static Roles)> {
    static FRENCH_ROLES: LazyLock<Roles> = LazyLock::new(|| Roles::of(&FRENCH));
    static ENGLISH_ROLES: LazyLock<Roles> = LazyLock::new(|| Roles::of(&ENGLISH));
    match language {
        Language::French => Some((&FRENCH, &FRENCH_ROLES)),
        Language::English => Some((&ENGLISH, &ENGLISH_ROLES)),
        Language::Other => None,
    }
}
