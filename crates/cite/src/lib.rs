//! Citations, bibliographies and exports of passages of an index.
//!
//! The crate does no I/O: its functions map values to values, on any target, and never panic.
//!
//! [`Reference::of`] makes a value of a [`Choice`] (a document, a passage, a run of passages), and most else is made of
//! references: formatted citations by [`Style`], the files that reference managers read by [`bibtex`], [`ris`] and
//! [`csl_json`], the metadata of web pages by [`head_tags`], [`json_ld`] and [`coins`]. Tables ([`passage_table`]) and texts
//! ([`txm`], [`iramuteq`], [`tei`]) for other programs go with a [`Recipe`]. [`site`] has the pages without scripts, and
//! [`notebook`] what a reader collects.
//!
//! Modules depend on earlier ones only: `typography`, `author`, `genre`, `when`, `rich` and `xml` (values and their text), `reference`,
//! `style` and the formats, `selection`, `recipe`, `archive`, `table`, `plain`, `tei`, `annotation`, `head`, and last `site` and
//! `notebook`. docs/CITING.md tells the rules of each format.

mod annotation;
mod archive;
mod author;
pub mod bibtex;
pub mod csl_json;
mod genre;
mod head;
pub mod notebook;
mod plain;
mod recipe;
mod reference;
mod rich;
pub mod ris;
mod selection;
pub mod site;
mod style;
mod table;
mod tei;
mod typography;
mod when;
mod xml;

pub use annotation::{Quote, text_fragment_link};
pub use archive::{ExportFile, archive};
pub use author::Author;
pub use genre::Genre;
pub use head::{coins, head_tags, json_ld};
pub use plain::{iramuteq, txm};
pub use recipe::{Count, Recipe};
pub use reference::{Choice, Reference, Setting, passage_link};
pub use rich::{Face, Rich, RichRun};
pub use selection::{Part, everything, parts};
pub use style::Style;
pub use table::{DataTable, Datum, Line, TableFormat, concordance_table, passage_table};
pub use tei::tei;
