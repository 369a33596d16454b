//! A place in the text of a date, and the faults that are found there.

use super::error::{DateError, DateErrorKind};

/// A place in a text, and the end of the part that is read: the text, or one end of an interval. It
/// moves over ASCII only, so that it always stands on a character boundary.
pub(super) struct Cursor<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) end: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn whole(text: &'a str) -> Self {
        Cursor {
            text,
            at: 0,
            end: text.len(),
        }
    }

    /// What is left to read.
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..self.end).unwrap_or("")
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.rest().bytes().next()
    }

    pub(super) fn take(&mut self, expected: u8) -> bool {
        let found = self.peek() == Some(expected);
        self.at += usize::from(found);
        found
    }

    pub(super) fn take_digit(&mut self) -> Option<u8> {
        let digit = self.peek().filter(u8::is_ascii_digit)?;
        self.at += 1;
        Some(digit - b'0')
    }

    /// An error at this place, which found the character that stands here.
    pub(super) fn error(
        &self,
        kind: DateErrorKind,
        expected: &'static str,
        advice: &'static str,
    ) -> DateError {
        DateError::new(kind, self.at, expected, || self.found(), advice)
    }

    fn found(&self) -> String {
        let mut after = self.text.get(self.at..).unwrap_or("").chars();
        match after.next() {
            Some(character) => ['“', character, '”'].iter().collect(),
            None => String::from("the end of the text"),
        }
    }

    pub(super) fn syntax(&self, expected: &'static str, advice: &'static str) -> DateError {
        self.error(DateErrorKind::Syntax, expected, advice)
    }

    pub(super) fn level_two(&self, advice: &'static str) -> DateError {
        let found = || self.found() + ", which belongs to level 2";
        let expected = "EDTF of level 0 or 1";
        DateError::new(DateErrorKind::LevelTwo, self.at, expected, found, advice)
    }

    /// An error about a number that was just read, which began `length` bytes before.
    pub(super) fn out_of_calendar(
        &self,
        length: usize,
        found: impl FnOnce() -> String,
        expected: &'static str,
        advice: &'static str,
    ) -> DateError {
        let position = self.at - length;
        DateError::new(
            DateErrorKind::OutOfCalendar,
            position,
            expected,
            found,
            advice,
        )
    }
}
