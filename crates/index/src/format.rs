//! The index: one run of bytes that holds everything the page needs, the texts included.
//!
//! [`write`] makes the bytes of a [`Corpus`](crate::model::Corpus);
//! [`Index::open`] checks them whole and reads them. All numbers are little-endian.
//!
//! ```text
//! ┌──────────────────────────────────────────────────────────────────────┐
//! │ "FRISE\0"  version: u16                                              │
//! │ 8 × { tag: [u8; 4]  offset: u32  length: u32  checksum: u64 }        │ section table
//! ├──────────────────────────────────────────────────────────────────────┤
//! │ META  corpus, kinds, speakers, themes, documents      (metadata.rs)  │
//! │ DICT  fst::Map: folded term → ordinal of the term     (dictionary.rs)│
//! │ FORM  what tells each word from its term, separators  (vocabulary.rs)│
//! │ STEM  for each term, the group of terms of its stem   (vocabulary.rs)│
//! │ RUNS  documents → passages → runs → number of tokens  (layout.rs)    │
//! │ TEXT  the rank of each token, in one to three bytes   (ranks.rs)     │
//! │ TIME  the dates that the texts speak of               (times.rs)     │
//! │ THEM  which passages the query of each theme finds    (themes.rs)    │
//! └──────────────────────────────────────────────────────────────────────┘
//! ```
//!
//! Sections follow one another without gap, and the last ends where the bytes end. Positions do not
//! travel: opening counts the ranks once and lays out, for each form, where it occurs.
//!
//! What it refuses: another version, any byte changed, any offset or id that leads nowhere. It never
//! panics, and after [`Index::open`] nothing needs to be checked again.

mod bytes;
mod dictionary;
mod layout;
mod metadata;
mod occurrences;
mod ranks;
mod reader;
mod themes;
mod times;
mod vocabulary;
mod writer;

#[cfg(test)]
mod tests;

pub use layout::{IndexedDocument, IndexedRun};
pub use metadata::About;
pub use reader::{Index, OpenError, Piece};
pub use times::IndexedMention;
pub use writer::{FindMentions, WriteError, write};

/// The version of the format that this engine writes and reads.
pub const VERSION: u16 = 5;

/// The longest term that the dictionary takes, in bytes.
pub const LONGEST_TERM: usize = dictionary::LONGEST_TERM as usize;

const MAGIC: [u8; 6] = *b"FRISE\0";
const TAGS: [[u8; 4]; 8] = [
    *b"META", *b"DICT", *b"FORM", *b"STEM", *b"RUNS", *b"TEXT", *b"TIME", *b"THEM",
];
