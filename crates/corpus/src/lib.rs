//! From the files of a corpus to an index: parsers, the dates that texts speak of, the compiler and the exporters.
//!
//! The crate does no IO: files come as [`SourceFile`]s, and indexes and pages leave as bytes and strings.
//!
//! Each module names only those before it: [`mention`] (the dates that a text speaks of) → [`source`] (files → corpus) →
//! [`mod@compile`] (corpus → index), [`examples`], [`export`].

pub mod compile;
pub mod examples;
pub mod export;
pub mod mention;
pub mod source;

pub use compile::{Compiled, compile, write};
pub use source::{Parsed, Problem, SourceFile, parse};
