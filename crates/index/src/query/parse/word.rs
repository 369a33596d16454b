//! The parser of words and fields.

use super::{Parser, is_delimiter, is_quote};
use crate::query::{Field, How, Node, ProblemKind, Word};
use frise_text::{is_elided, spaced_number_length};

/// Returns whether a bare word can begin or end with a character: a letter, a digit or a wildcard.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '*' | '?')
}

impl<'q> Parser<'q> {
    /// Takes a bare word. The spaces of `10 000` do not end it.
    fn take_word(&mut self) -> &'q str {
        let start = self.at;
        self.at += spaced_number_length(&self.text[start..]);
        self.take_while(|c| !is_delimiter(c));
        &self.text[start..self.at]
    }

    /// Parses a word after `=` or `==`, which is at `at`.
    pub(super) fn exact_word(&mut self, at: usize, how: How) -> Option<Node> {
        let text = self.take_word();
        let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
        let word = text.trim_end_matches(|c: char| !c.is_alphanumeric());
        // The apostrophe of an elided word is part of it.
        let apostrophe = text[word.len()..].chars().next();
        let length = apostrophe.map_or(0, char::len_utf8);
        let text = Some(&text[..word.len() + length]).filter(|text| is_elided(text));
        let text = text.unwrap_or(word);
        if text.is_empty() {
            self.note(at, ProblemKind::LonelyOperator('='));
            return None;
        }
        Some(Node::Word(Word {
            text: text.to_string(),
            how,
        }))
    }

    /// Parses a bare word or a field.
    pub(super) fn word(&mut self) -> Option<Node> {
        let at = self.at;
        let text = self.take_word();
        // Other characters before a field are punctuation, as they are before a word.
        let named = text.trim_start_matches(|c| !is_of_word(c));
        if let Some((name, value)) = named.split_once(':') {
            let at = at + text.len() - named.len();
            if let Some(field) = Field::from_name(name) {
                return self.field(field, at, value);
            }
            if !name.is_empty() && name.chars().all(char::is_alphabetic) && !value.starts_with('/')
            {
                self.note(at, ProblemKind::UnknownField(name.to_string()));
            }
        }
        self.bare_word(text, at).map(Node::Word)
    }

    fn field(&mut self, field: Field, at: usize, value: &str) -> Option<Node> {
        let value = match self.peek() {
            Some(c) if value.is_empty() && is_quote(c) => self.quoted().trim().to_string(),
            _ => value.to_string(),
        };
        if value.is_empty() {
            self.note(at, ProblemKind::EmptyField(field));
            return None;
        }
        Some(Node::Field(field, value))
    }

    fn bare_word(&mut self, text: &'q str, at: usize) -> Option<Word> {
        // A final question mark is punctuation.
        let without_marks = |text: &'q str| {
            text.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '*' && c != '~')
        };
        let mut word = without_marks(text);
        while let Some(before) = without_zero(word) {
            self.note(at + before.len(), ProblemKind::NoEdits);
            word = without_marks(before);
        }
        let (word, edits) = match word.rsplit_once('~') {
            Some((word, digits)) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                (word, Some(self.edits(digits, at + word.len())))
            }
            _ => (word, None),
        };
        let word = word
            .trim_matches(|c| !is_of_word(c))
            .trim_end_matches(|c: char| !c.is_alphanumeric() && c != '*');
        let how = match edits {
            Some(edits) => How::Fuzzy(edits),
            None => match word.strip_suffix('*') {
                Some(start) if !start.contains(['*', '?']) => How::Prefix,
                _ if word.contains(['*', '?']) => How::Pattern,
                _ => How::Plain,
            },
        };
        let mut text = match how {
            How::Pattern => word.to_string(),
            _ => word
                .replace(['*', '?'], "")
                .trim_matches(|c: char| !c.is_alphanumeric())
                .to_string(),
        };
        // Without its wildcards it may look like a field; a hyphen joins its words as a colon does.
        if text
            .split_once(':')
            .is_some_and(|(name, _)| Field::from_name(name).is_some())
        {
            text = text.replacen(':', "-", 1);
        }
        text.chars()
            .any(char::is_alphanumeric)
            .then_some(Word { text, how })
    }

    fn edits(&mut self, digits: &str, at: usize) -> u8 {
        match digits.trim_start_matches('0') {
            "" | "1" => 1,
            "2" => 2,
            _ => {
                self.note(at, ProblemKind::TooManyEdits);
                2
            }
        }
    }
}

/// Returns the part of a word before a final `~0`.
fn without_zero(word: &str) -> Option<&str> {
    let (before, digits) = word.rsplit_once('~')?;
    let is_zero = !digits.is_empty() && digits.bytes().all(|digit| digit == b'0');
    is_zero.then_some(before)
}
