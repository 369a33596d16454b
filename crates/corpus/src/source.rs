//! Reading the files of a corpus.
//!
//! [`parse`] reads a corpus folder, or one file of JSON lines, and tells every mistake at once as [`Problem`]s with file,
//! line and column; it returns no corpus while there is one.

mod body;
mod document;
mod fields;
mod lines;
mod parse;
mod problem;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use lines::lines_file;
pub(crate) use parse::read;
pub use parse::{Parsed, parse};
pub use problem::{Problem, SourceFile};
