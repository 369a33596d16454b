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
    pub(super) expected: &'static str,
    pub(super) found: String,
    pub(super) advice: &'static str,
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
        write!(
            formatter,
            "expected {}, found {}; write {}",
            self.expected, self.found, self.advice
        )
    }
}

impl Error for DateError {}
