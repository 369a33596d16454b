//! Why there is no edition.

use std::error::Error;
use std::fmt;

/// The reason why an edition cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditionError {
    /// The page lacks a file: its name.
    NoFile(&'static str),
    /// A file is not UTF-8: its name.
    NotText(&'static str),
    /// A file should hold a piece of text once: its name, the piece, and how often it is there.
    Count(&'static str, String, usize),
    /// The files are more than a zip can hold.
    Zip(String),
}

impl fmt::Display for EditionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EditionError::NoFile(name) => write!(
                f,
                "expected a page that `cargo xtask build` has made, found one without {name}; build it again"
            ),
            EditionError::NotText(name) => write!(
                f,
                "expected {name} of the page in UTF-8, found other bytes; build the page again"
            ),
            EditionError::Count(name, piece, count) => write!(
                f,
                "expected {piece} once in {name} of the page, found it {count} times; build the page again, with this version"
            ),
            EditionError::Zip(message) => write!(
                f,
                "expected files that a zip can hold, found more ({message}); take fewer texts"
            ),
        }
    }
}

impl Error for EditionError {}
