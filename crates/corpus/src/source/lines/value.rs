//! One line of the file as JSON, every value with its place, so that mistakes can be pointed at.

use super::super::problem::Problem;
use serde_json::value::RawValue;
use std::collections::HashMap;

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub struct Line<'s> {
    pub path: &'s str,
    /// From 1.
    pub number: usize,
    pub text: &'s str,
}

/// Returns the lines of a text that are not blank.
pub fn lines<'s>(path: &'s str, text: &'s str) -> impl Iterator<Item = Line<'s>> {
    let numbered = (1..).zip(text.lines());
    numbered
        .filter(|(_, text)| !text.trim().is_empty())
        .map(move |(number, text)| Line { path, number, text })
}

impl<'s> Line<'s> {
    /// Returns a problem at a byte of the line.
    pub fn problem(&self, at: usize, message: String) -> Problem {
        let before = self
            .text
            .char_indices()
            .take_while(|(place, _)| *place < at);
        Problem {
            path: self.path.to_string(),
            line: self.number,
            column: before.count() + 1,
            message,
        }
    }

    /// Returns the values of the line's object, by key.
    pub fn fields(&self) -> Result<Fields<'s>, Problem> {
        let values = serde_json::from_str(self.text).map_err(|error| {
            let message = error.to_string();
            let what = message.split(" at line ").next().unwrap_or("");
            let message = format!(
                "expected one JSON object on the line, such as {{\"id\": \"a-1\", …}}: {what}"
            );
            self.problem(error.column().saturating_sub(1), message)
        })?;
        Ok(Fields {
            line: *self,
            values,
        })
    }
}

/// The object of a line.
pub struct Fields<'s> {
    pub line: Line<'s>,
    values: HashMap<String, &'s RawValue>,
}

/// A value, where it was found.
pub struct Member<'s> {
    pub key: &'static str,
    /// Its first byte in the line.
    pub at: usize,
    raw: &'s str,
}

impl Member<'_> {
    /// Returns the value, if it is a string.
    pub fn string(&self) -> Option<String> {
        serde_json::from_str(self.raw).ok()
    }

    /// Returns the value, if it is a string or a number, whose digits stand as they are.
    pub fn plain(&self) -> Option<String> {
        if self.is_number() {
            Some(self.raw.to_string())
        } else {
            self.string()
        }
    }

    /// Returns whether the value is a number.
    pub fn is_number(&self) -> bool {
        self.raw
            .starts_with(|c: char| c == '-' || c.is_ascii_digit())
    }

    /// Returns where in the line a byte of the string's content stands. Each escape, such as `\n` or `\u00e9`, stands for
    /// one character.
    pub fn place_of(&self, content: usize) -> usize {
        let mut at = 1;
        let mut passed = 0;
        while passed < content && at < self.raw.len() {
            let rest = &self.raw[at..];
            let (length, stands_for) = piece(rest);
            at += length;
            passed += stands_for;
        }
        self.at + at
    }

    fn type_name(&self) -> &'static str {
        match self.raw.as_bytes().first() {
            Some(b'"') => "a string that is no text",
            Some(b'{') => "an object",
            Some(b'[') => "a list",
            Some(b't' | b'f') => "true or false",
            _ => "a number",
        }
    }
}

/// Returns how long the next piece of a JSON string is, and of how many bytes of its content it is.
fn piece(rest: &str) -> (usize, usize) {
    let Some(escape) = rest.strip_prefix('\\') else {
        let length = rest.chars().next().map_or(1, char::len_utf8);
        return (length, length);
    };
    let unit = |escape: &str| {
        let digits = escape.strip_prefix('u')?.get(..4)?;
        u32::from_str_radix(digits, 16).ok()
    };
    match unit(escape) {
        None => (2, 1),
        // The two halves of a character beyond the basic plane: its four bytes count at the first.
        Some(0xD800..=0xDBFF) => (6, 4),
        Some(0xDC00..=0xDFFF) => (6, 0),
        Some(code) => (6, char::from_u32(code).map_or(1, char::len_utf8)),
    }
}

impl<'s> Fields<'s> {
    /// Returns the first of some keys that is there and not null.
    pub fn find(&self, keys: &[&'static str]) -> Option<Member<'s>> {
        keys.iter().find_map(|key| {
            let raw = self.values.get(*key)?.get();
            let at = raw.as_ptr() as usize - self.line.text.as_ptr() as usize;
            (raw != "null").then_some(Member { key, at, raw })
        })
    }

    /// Returns a string or number that must be there and not blank.
    pub fn required(
        &self,
        keys: &[&'static str],
        example: &str,
        problems: &mut Vec<Problem>,
    ) -> Option<String> {
        let Some(found) = self.find(keys) else {
            let message = format!("'{0}' is missing; add \"{0}\": {example}", keys[0]);
            problems.push(self.line.problem(0, message));
            return None;
        };
        let text = self.text(keys, problems)?;
        if text.trim().is_empty() {
            let message = format!(
                "'{}' is empty; fill it in, or leave the line out",
                found.key
            );
            problems.push(self.line.problem(found.at, message));
            return None;
        }
        Some(text)
    }

    /// Returns a string or number that may be missing.
    pub fn text(&self, keys: &[&'static str], problems: &mut Vec<Problem>) -> Option<String> {
        let found = self.find(keys)?;
        let text = found.plain();
        if text.is_none() {
            self.mistyped(&found, "a string", problems);
        }
        text
    }

    /// Returns a string, or a list of strings, without those that are blank.
    pub fn path(&self, keys: &[&'static str], problems: &mut Vec<Problem>) -> Vec<String> {
        let Some(found) = self.find(keys) else {
            return Vec::new();
        };
        let list = found
            .plain()
            .map(|one| vec![one])
            .or_else(|| serde_json::from_str(found.raw).ok());
        if list.is_none() {
            self.mistyped(&found, "a string or a list of strings", problems);
        }
        let parts = list.unwrap_or_default().into_iter();
        parts
            .map(|part: String| part.trim().to_string())
            .filter(|part| !part.is_empty())
            .collect()
    }

    fn mistyped(&self, found: &Member<'_>, expected: &str, problems: &mut Vec<Problem>) {
        let message = format!(
            "'{}' must be {expected}, and is {}",
            found.key,
            found.type_name()
        );
        problems.push(self.line.problem(found.at, message));
    }
}
