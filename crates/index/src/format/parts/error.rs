//! Why a part cannot be read, and why parts cannot be joined.

use super::super::bytes::Damage;
use super::super::{VERSION, WriteError};
use std::fmt;

/// The reason why a part cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartError {
    /// The bytes do not begin as a part does.
    NotAPart,
    /// The part was made for another version of the index than [`VERSION`].
    Version(u16),
    /// The part is damaged: what was found.
    Damaged(Damage),
}

impl fmt::Display for PartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PartError::NotAPart => write!(
                f,
                "expected a part of a Frise index, found other bytes; make it with `frise part`"
            ),
            PartError::Version(found) => write!(
                f,
                "expected a part for an index of version {VERSION}, found version {found}; make it again with this Frise"
            ),
            PartError::Damaged(how) => {
                write!(f, "the part is damaged: {how}; copy or make it again")
            }
        }
    }
}

impl std::error::Error for PartError {}

/// The reason why parts cannot be joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JoinError {
    /// Two documents have the same identifier: it, and the names of the parts.
    SameDocument(String, [String; 2]),
    /// A word of one part is a separator of another: it, and the name of the later part.
    OtherToken(String, String),
    /// The index cannot be written.
    Write(WriteError),
}

impl fmt::Display for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            JoinError::SameDocument(id, [a, b]) => write!(
                f,
                "expected each document in one part, found '{id}' in {a} and in {b}; bring all lines of a document together, and give each document an id of its own"
            ),
            JoinError::OtherToken(token, part) => write!(
                f,
                "expected parts that tell words from separators alike, found '{token}' otherwise in {part}; make all parts with the same Frise"
            ),
            JoinError::Write(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for JoinError {}

impl From<WriteError> for JoinError {
    fn from(error: WriteError) -> JoinError {
        JoinError::Write(error)
    }
}
