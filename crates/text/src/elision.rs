//! Elision in French: which words lose their last vowel before another word, and take an apostrophe.
//!
//! `presque`, `quelque` and `entre` lose it in some words only, which are words of their own
//! (`presqu’île`, `quelqu’un`, `entr’ouvrir`; the 1990 spelling has `entrouvrir`), and in older texts
//! before others (`presqu’entière`, `entr’eux`), where they are parted. Words that own their apostrophe
//! (`aujourd’hui`, `prud’homme`, `grand’mère`) begin with none of these.

use super::characters::{begins_word, is_invisible, is_mark};
use super::fold::{compose, fold};

/// Words that are parted from whatever follows.
const ELIDED: [&str; 15] = [
    "l", "d", "j", "m", "n", "s", "t", "c", "ç", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
    "parcequ",
];

/// Whether a word that ends at an apostrophe is elided, given what follows the apostrophe.
pub(super) fn is_elision(start: &str, after: &str) -> bool {
    // The longest, with its letters and accents apart or with something invisible between them.
    if start.len() > 24 {
        return false;
    }
    match compose(start).as_str() {
        "presqu" => !["ile", "iles", "isle", "isles"].contains(&next_word(after).as_str()),
        "quelqu" => !["un", "une", "uns", "unes"].contains(&next_word(after).as_str()),
        "entr" => ["eux", "elles", "autres"].contains(&next_word(after).as_str()),
        start => ELIDED.contains(&start),
    }
}

/// What may stand between an elided word and the next: `l’« État »`, `d’"experts"`, `qu’(il)`.
pub(super) fn opens(c: char) -> bool {
    matches!(c, '«' | '“' | '„' | '‹' | '"' | '(' | '[')
}

fn next_word(text: &str) -> String {
    let text = text.trim_start_matches(is_invisible);
    let is_of_word = |c: char| begins_word(c) || is_mark(c) || is_invisible(c);
    fold(&text[..text.find(|c| !is_of_word(c)).unwrap_or(text.len())])
}
