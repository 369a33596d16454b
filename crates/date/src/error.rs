//! What is wrong with a date, where, and what to write instead.

use std::error::Error;
use std::fmt;

/// Why a text is not a date that Frise reads.
///
/// Displayed as one English sentence: what was expected, what was found, what to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    /// The family of the fault, for a caller that reacts to some of them.
    pub kind: DateErrorKind,
    /// Where in the text, in bytes from its start: always on a character boundary, and at the end of
    /// the text at the latest.
    pub position: usize,
    sentence: String,
}

impl DateError {
    /// From what was expected, what was found, and what to write.
    pub(super) fn new(
        kind: DateErrorKind,
        position: usize,
        expected: &'static str,
        found: impl FnOnce() -> String,
        advice: &'static str,
    ) -> DateError {
        let sentence = format!("expected {expected}, found {}; write {advice}", found());
        DateError {
            kind,
            position,
            sentence,
        }
    }
}

/// The families of faults in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateErrorKind {
    /// There is no text.
    Empty,
    /// The text is not EDTF of any level.
    Syntax,
    /// The form is right, but no calendar or clock has it: 29 February 2015, month 13, 25 o’clock.
    OutOfCalendar,
    /// The text is, or begins as, EDTF level 2, which Frise does not read.
    LevelTwo,
    /// The interval ends before it begins.
    Reversed,
}

impl fmt::Display for DateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.sentence)
    }
}

impl Error for DateError {}
