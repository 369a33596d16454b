//! Elision in French: which words lose their last vowel before another word and take an apostrophe.
//!
//! `presque`, `quelque` and `entre` are elided inside a few words, which are one token (`presqu’île`, `quelqu’un`,
//! `entr’ouvrir`; the 1990 spelling has `entrouvrir`), and in older texts before other words (`presqu’entière`,
//! `entr’eux`), where they are a token of their own. Words with an apostrophe of their own (`aujourd’hui`, `prud’homme`,
//! `grand’mère`) begin with none of these.

use super::characters::{begins_word, is_invisible, is_mark};
use super::fold::{compose, fold};

/// Elided words that are tokens of their own, whatever follows.
const ELIDED: [&str; 15] = [
    "l", "d", "j", "m", "n", "s", "t", "c", "ç", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
    "parcequ",
];

/// Returns whether the word `start`, which ends before an apostrophe, is elided before `after`.
pub(super) fn is_elision(start: &str, after: &str) -> bool {
    // Room for the longest one in decomposed form or with invisible characters in it.
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

/// Returns whether a character can stand between an elided word and the next word: `l’« État »`, `d’"experts"`, `qu’(il)`.
pub(super) fn opens(c: char) -> bool {
    matches!(c, '«' | '“' | '„' | '‹' | '"' | '(' | '[')
}

fn next_word(text: &str) -> String {
    let text = text.trim_start_matches(is_invisible);
    let is_of_word = |c: char| begins_word(c) || is_mark(c) || is_invisible(c);
    fold(&text[..text.find(|c| !is_of_word(c)).unwrap_or(text.len())])
}
