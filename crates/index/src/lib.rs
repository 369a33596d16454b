//! The index of a corpus of dated, attributed texts: bytes in, answers out.
//!
//! The crate does no IO and knows no browser: every function goes from values to values. It never panics, whatever bytes
//! or query it is given.
//!
//! Each module names only those before it: [`model`] (what a corpus is made of) → `format` (the bytes, read and written)
//! → [`query`] (the query language) → [`search`] → [`timeline`], [`concordance`], [`examples`].
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod concordance;
pub mod examples;
mod format;
pub mod model;
pub mod query;
pub mod search;
pub mod timeline;

pub use format::{
    About, FindMentions, Index, IndexedDocument, IndexedMention, IndexedRun, LONGEST_TERM,
    OpenError, Piece, VERSION, WriteError, write,
};
