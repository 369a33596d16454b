//! The corpus as an editor means it: documents, speakers, themes, and what is said of them all.
//!
//! [`Corpus`] and its parts are plain values. With the feature `compile`, [`parse`] reads them from
//! the files of a corpus folder and tells every mistake at once as [`Problem`]s with file, line and
//! column; it refuses to return a corpus while there is one. A corpus that is one file of JSON lines
//! instead is read by `lines.rs`, which tells its keys and rules.

mod model;

pub use model::{
    Basis, Bilingual, Corpus, Document, Kind, Metadata, Passage, Role, Run, RunKind, Speaker,
    Start, Theme, Voice,
};

#[cfg(feature = "compile")]
mod body;
#[cfg(feature = "compile")]
mod document;
#[cfg(feature = "compile")]
mod fields;
#[cfg(feature = "compile")]
mod lines;
#[cfg(feature = "compile")]
mod parse;
#[cfg(feature = "compile")]
mod problem;
#[cfg(all(test, feature = "compile"))]
mod tests;

#[cfg(feature = "compile")]
pub(crate) use lines::{examine_texts, lines_file};
#[cfg(feature = "compile")]
pub(crate) use parse::read;
#[cfg(feature = "compile")]
pub use parse::{Parsed, parse};
#[cfg(feature = "compile")]
pub(crate) use problem::{Place, Problems};
#[cfg(feature = "compile")]
pub use problem::{Problem, SourceFile};
