//! From the files that a person drops to a corpus: plain text, Markdown, CSV and TSV, JSON and JSON lines, TEI, docx, odt,
//! epub, HTML, exports of Europresse and Factiva, corpora of IRaMuTeQ and TXM, corpus folders, and zips of all these.
//!
//! ```text
//! files ─ Reader ─► Import ─ review(settings) ─► Review      what was understood, to look at and to change
//!                     └───── corpus(settings) ─► Corpus ─► frise_corpus::compile_corpus ─► index
//! ```
//!
//! [`Reader`] reads the files once; [`Import::review`] and [`corpus()`] can be asked again with other [`Settings`], and read
//! nothing anew. The crate does no IO and does not panic on any bytes. A file is data: nothing in it is carried out, expanded
//! or fetched. What cannot be read is reported as a [`Problem`] with file, line and reason, and the rest goes on.
//!
//! Each module names only those before it: `fault`, `reason`, `text` (a text before anything is decided), `encoding`, `date`,
//! `passages` → `markup` → the readers of formats (`plain`, `markdown`, `table`, `tei`, `html`) → `archive` → `office` →
//! `sniff` → `settings` → `reader` with `metadata` → `resolve` → `review`, `assemble`, `parts`, `pack`.

mod archive;
mod assemble;
mod date;
mod encoding;
mod fault;
mod html;
mod markdown;
mod markup;
mod metadata;
mod office;
mod pack;
mod parts;
mod passages;
mod plain;
mod reader;
mod reason;
mod resolve;
mod review;
mod settings;
mod sniff;
mod table;
mod tei;
mod text;

pub use archive::{DEEPEST, LARGEST_FILE, LARGEST_IMPORT, Limits, MOST_FILES};
pub use assemble::corpus;
pub use date::{DayMonth, Reading, read as read_date};
pub use fault::{JsonFault, XmlFault};
pub use pack::{pack, pack_files};
pub use parts::{PartProblem, Whole, join, part};
pub use passages::{LONGEST_PASSAGE, Passages};
pub use reader::{Import, InputFile, Progress, Reader, read};
pub use reason::{Problem, Reason};
pub use review::{ColumnDraft, DayMonthDoubt, Draft, Review, SpeakerDraft, TableDraft};
pub use settings::{DocumentChange, Settings, SpeakerChange, ThemeDraft};
pub use table::{Column, Rows};
pub use text::DateBasis;
