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

mod archive;
mod author;
pub mod bibtex;
pub mod csl_json;
mod plain;
mod recipe;
mod reference;
mod rich;
pub mod ris;
mod selection;
mod style;
mod table;
mod tei;
mod typography;
mod when;
mod xml;

pub use archive::{ExportFile, archive};
pub use author::Author;
pub use plain::{iramuteq, txm};
pub use recipe::{Count, Recipe};
pub use reference::{Choice, Genre, Reference, Setting, passage_link};
pub use rich::{Face, Rich, RichRun};
pub use selection::{Part, everything, parts};
pub use style::Style;
pub use table::{DataTable, Datum, Line, TableFormat, concordance_table, passage_table};
pub use tei::tei;
