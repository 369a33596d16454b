//! Reading the files of a corpus.
//!
//! [`parse`] reads a corpus folder, or one file of JSON lines, and reports all mistakes together, as [`Problem`]s with
//! file, line and column; it returns no corpus while there is one.
//!
//! Files are UTF-8, with or without a byte order mark, and their lines end in a line feed, a carriage return or both.

mod body;
mod document;
mod fields;
mod lesson;
mod lines;
mod parse;
mod parsed;
mod problem;
mod synonyms;
#[cfg(test)]
mod tests;
mod title;
mod words;

pub(crate) use lesson::StepPlace;
pub(crate) use lines::lines_file;
pub use parse::parse;
pub(crate) use parse::read;
pub use parsed::Parsed;
pub use problem::{Problem, SourceFile};
pub use title::leave_out_title;
pub use words::long_words;
