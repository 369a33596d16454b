//! The tokenizer: splits a text into words and separators.

use super::Language;
use super::characters::*;
use super::elision::{is_elision, opens};
use super::initials::initials_length;
use super::numbers::number_length;
use std::ops::Range;

/// The kind of a [`Token`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters and digits, or an elided word with its apostrophe.
    Word,
    /// Everything between two words.
    Separator,
}

/// A piece of a text. Two separators are never adjacent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Whether it is a word or a separator.
    pub kind: TokenKind,
    /// Its range in the text, in bytes.
    pub range: Range<usize>,
}

/// Splits a text into tokens, which together cover it from its first byte to its last.
///
/// A word begins with a letter or a digit ([`begins_word`]), a separator with neither.
///
/// ```
/// use frise_text::{Language, TokenKind, tokens};
///
/// let text = "L’économie : 14,2 % en 2016";
/// let words: Vec<&str> = tokens(text, Language::French)
///     .filter(|token| token.kind == TokenKind::Word)
///     .map(|token| &text[token.range])
///     .collect();
/// assert_eq!(words, ["L’", "économie", "14,2", "en", "2016"]);
/// ```
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

/// Returns whether a word is an elided one, such as `l’` or `QU'`: it ends in its apostrophe.
pub fn is_elided(word: &str) -> bool {
    word.ends_with(is_apostrophe)
}

/// Returns whether two adjacent words have no space between them: after an elided word, and between characters that are
/// words by themselves.
///
/// The index does not store a single space between two words. This function tells where none is implied.
pub fn joins(left: &str, right: &str) -> bool {
    let ends = left.chars().rev().find(|c| begins_word(*c));
    let begins = right.chars().next();
    is_elided(left)
        || ends
            .zip(begins)
            .is_some_and(|(end, begin)| is_parted(end, begin))
}

/// Returns the length, in bytes, of the word that a text begins with. `before` is the text before it.
fn word_length(text: &str, before: &str, language: Language) -> usize {
    match initials_length(text, before) {
        0 => {}
        initials => return initials,
    }
    let first = text.chars().next().map_or(0, char::len_utf8);
    let mut end = number_length(text, before, language).max(first);
    let mut last = text[..end].chars().next_back().unwrap_or_default();
    loop {
        // A fast path: nearly all letters are plain, and no two of them belong to two words.
        if is_plain(last) {
            let rest = &text[end..];
            let length = rest.find(|c| !is_plain(c)).unwrap_or(rest.len());
            end += length;
            // Not the last of the word so far, which may be a mark.
            last = rest[..length].chars().next_back().unwrap_or(last);
        }
        // Invisible characters belong to the word only where the word goes on after them.
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
            let is_inclusive = || {
                language == Language::French && joins_ending(&text[..at], last, c, &text[after..])
            };
            if !next.is_some_and(|next| is_joined(last, c, next, language)) && !is_inclusive() {
                return end;
            }
        } else if !is_mark(c) {
            return end;
        }
        end = after;
    }
}

/// Returns whether a character can join the letters beside it into one word, or end an elided word.
fn is_joiner(c: char) -> bool {
    is_apostrophe(c) || is_middle_dot(c) || matches!(c, '"' | '\u{5F3}' | '\u{5F4}')
}

/// Returns whether a character between two others joins them into one word.
fn is_joined(left: char, between: char, right: char, language: Language) -> bool {
    let is_letter = |c: char| c.is_alphabetic() && begins_word(c);
    if !is_letter(left) || !is_letter(right) || is_parted(left, right) {
        return false;
    }
    match between {
        // Catalan `col·lecció`.
        '·' | '\u{2027}' => language == Language::Other,
        // Hebrew abbreviations, `צה״ל`.
        '"' | '\u{5F3}' | '\u{5F4}' => is_hebrew(left) && is_hebrew(right),
        between => is_apostrophe(between),
    }
}

/// Returns whether a dot joins the endings of several genders and numbers, as in `étudiant·e·s`: at most so many letters, in the
/// case of the last letter before.
fn joins_ending(before: &str, last: char, dot: char, after: &str) -> bool {
    const LONGEST: usize = 6;
    let ending = after.split(|c: char| !c.is_alphabetic()).next();
    let ending = ending.unwrap_or_default();
    let first = ending.chars().next();
    is_middle_dot(dot)
        && before.chars().filter(|c| c.is_alphabetic()).count() > 1
        && first.is_some_and(|first| {
            let is_alike = first.is_uppercase() == last.is_uppercase();
            begins_word(first) && is_alike && !is_parted(last, first)
        })
        && ending.chars().count() <= LONGEST
}

#[cfg(test)]
mod tests;
