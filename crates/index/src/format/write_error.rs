//! Why an index cannot be written.

use super::{LONGEST_TERM, ranks};
use std::fmt;

/// The reason why an index cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// The corpus has more distinct tokens than there are ranks: their number.
    TooManyForms(usize),
    /// A word is longer than [`LONGEST_TERM`]: the folded word.
    WordTooLong(String),
    /// The index has more than four gigabytes.
    TooLarge,
    /// An index that is to be parted into shards lacks the passages of its themes.
    NoThemes,
    /// Shards were joined to another index than the one that was parted.
    OtherIndex,
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::TooManyForms(count) => write!(
                f,
                "expected at most {} distinct words and separators, found {count}; split the corpus",
                ranks::LIMIT
            ),
            WriteError::WordTooLong(word) => {
                let start: String = word.chars().take(40).collect();
                write!(
                    f,
                    "expected words of at most {LONGEST_TERM} bytes, found one that begins with '{start}'; part it in the text"
                )
            }
            WriteError::TooLarge => write!(
                f,
                "expected an index below four gigabytes; split the corpus"
            ),
            WriteError::NoThemes => f.write_str(
                "expected an index with the passages of its themes; call record_themes before it is parted into shards",
            ),
            WriteError::OtherIndex => f.write_str(
                "expected shards that are joined to the index that was parted, found another checksum; part the index again",
            ),
        }
    }
}

impl std::error::Error for WriteError {}
