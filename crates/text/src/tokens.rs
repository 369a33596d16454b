//! Cutting a text into words and separators.

use super::Language;
use super::characters::*;
use super::elision::{is_elision, opens};
use super::initials::initials_length;
use super::numbers::number_length;
use super::unicode::is_alphabetic;
use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters and digits; or an elided word with its apostrophe.
    Word,
    /// All that stands between two words.
    Separator,
}

/// A piece of a text, by byte range. Two separators never stand side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Word or separator.
    pub kind: TokenKind,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
}

/// The tokens of a text, which together cover it from its first byte to its last. A word begins with a
/// letter or a digit, a separator with neither.
pub fn tokens(text: &str, language: Language) -> impl Iterator<Item = Token> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let (kind, length) = if rest.starts_with(begins_word) {
            (TokenKind::Word, word_length(rest, &text[..at], language))
        } else {
            let length = rest.find(begins_word).unwrap_or(rest.len());
            (TokenKind::Separator, length)
        };
        let range = at..at + length;
        at = range.end;
        Some(Token { kind, range })
    })
}

/// Whether a word is an elided one, such as `l’` or `QU'`: it ends in its apostrophe.
pub fn is_elided(word: &str) -> bool {
    word.ends_with(is_apostrophe)
}

/// Whether no space is implied between two neighbouring words: after an elided word, and where the
/// characters themselves part words. The index leaves a single space between two words unwritten; this
/// is the exception.
pub fn joins(left: &str, right: &str) -> bool {
    let ends = left.chars().rev().find(|c| begins_word(*c));
    let begins = right.chars().next();
    is_elided(left)
        || ends
            .zip(begins)
            .is_some_and(|(end, begin)| is_parted(end, begin))
}

/// The length, in bytes, of the word that a text begins with; `before` is what stands before it.
fn word_length(text: &str, before: &str, language: Language) -> usize {
    match initials_length(text, before) {
        0 => {}
        initials => return initials,
    }
    let first = text.chars().next().map_or(0, char::len_utf8);
    let mut end = number_length(text, before, language).max(first);
    let mut last = text[..end].chars().next_back().unwrap_or_default();
    loop {
        // Nearly every letter is one of these, and none of them is parted from another.
        if last.is_ascii() {
            let plain = text[end..].bytes().take_while(u8::is_ascii_alphanumeric);
            end += plain.count();
            last = text[..end].chars().next_back().unwrap_or(last);
        }
        // What is invisible belongs to the word only where the word goes on after it.
        let rest = text[end..].trim_start_matches(is_invisible);
        let at = text.len() - rest.len();
        let Some(c) = rest.chars().next() else {
            return end;
        };
        let after = at + c.len_utf8();
        if begins_word(c) {
            if is_parted(last, c) {
                return end;
            }
            last = c;
        } else if is_joiner(c) {
            let next = text[after..]
                .trim_start_matches(is_invisible)
                .chars()
                .next();
            if is_apostrophe(c) && language == Language::French {
                let has_next = next.is_some_and(|next| begins_word(next) || opens(next));
                if has_next && is_elision(&text[..at], &text[after..]) {
                    return after;
                }
            }
            if !next.is_some_and(|next| is_joined(last, c, next, language)) {
                return end;
            }
        } else if !is_mark(c) {
            return end;
        }
        end = after;
    }
}

/// What may make one word of the letters on its sides, or two of a word and its elision.
fn is_joiner(c: char) -> bool {
    is_apostrophe(c) || matches!(c, '·' | '\u{2027}' | '"' | '\u{5F3}' | '\u{5F4}')
}

/// Whether what stands between two letters makes one word of them.
fn is_joined(left: char, between: char, right: char, language: Language) -> bool {
    let letters = |c: char| is_alphabetic(c) && begins_word(c);
    if !letters(left) || !letters(right) || is_parted(left, right) {
        return false;
    }
    match between {
        // Catalan's `col·lecció`; in French the dot parts the endings of `député·es`.
        '·' | '\u{2027}' => language == Language::Other,
        // Hebrew's abbreviations, `צה״ל`.
        '"' | '\u{5F3}' | '\u{5F4}' => is_hebrew(left) && is_hebrew(right),
        between => is_apostrophe(between),
    }
}

#[cfg(test)]
#[path = "tokens/tests.rs"]
mod tests;
