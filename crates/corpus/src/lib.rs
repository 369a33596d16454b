//! From the files of a corpus to an index: parsers, the dates that texts speak of, the compiler and the exporters.
//!
//! The crate does no IO: files come as [`SourceFile`]s, and indexes and pages leave as bytes and strings.
//!
//! Each module names only those before it: [`mention`] (the dates that a text speaks of), [`language`] and [`slug`](mod@slug) → [`source`] (files → corpus) →
//! [`mod@compile`] (corpus → index), [`examples`], [`export`], [`folder`](mod@folder) (corpus → files).

pub mod compile;
pub mod examples;
pub mod export;
pub mod folder;
mod hyphens;
pub mod language;
pub mod mention;
pub mod slug;
pub mod source;

pub use compile::{
    CompileError, Compiled, compile, compile_bytes, compile_corpus, compile_large_corpus, write,
    write_part,
};
pub use folder::folder;
pub use hyphens::{has_parted_words, is_hyphen, join_parted_words};
pub use source::{Parsed, Problem, SourceFile, leave_out_title, long_words, parse};
