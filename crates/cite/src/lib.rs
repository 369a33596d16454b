//! Citations, bibliographies and exports of passages of an index.
//!
//! The crate does no I/O: its functions map values to values, on any target, and never panic.
//!
//! [`Reference::of`] makes a value of a [`Choice`] (a document, a passage, a run of passages), and everything else is made of
//! references: formatted citations by [`Style`], and the files that reference managers read by [`bibtex`], [`ris`] and
//! [`csl_json`].
//!
//! Modules depend on earlier ones only: `typography`, `author`, `when` and `rich` (the values), `reference`, then the styles
//! and the formats.

mod author;
pub mod bibtex;
pub mod csl_json;
mod reference;
mod rich;
pub mod ris;
mod style;
mod typography;
mod when;

pub use author::Author;
pub use reference::{Choice, Genre, Reference, Setting, passage_link};
pub use rich::{Face, Rich, RichRun};
pub use style::Style;
