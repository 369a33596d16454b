//! The format of an index: one sequence of bytes with everything that the page needs, the texts included.
//!
//! [`write`] makes the bytes from a [`Corpus`](crate::model::Corpus). [`Index::open`] and [`Index::open_untrusted`] read them.
//! All numbers are little-endian.
//!
//! ```text
//! ┌──────────────────────────────────────────────────────────────────────┐
//! │ "FRISE\0"  version: u16                                              │
//! │ 8 × { tag: [u8; 4]  offset: u32  length: u32  checksum: u64 }        │ section table (sections.rs)
//! ├──────────────────────────────────────────────────────────────────────┤
//! │ META  corpus, kinds, speakers, themes, documents      (metadata.rs)  │
//! │ DICT  fst::Map: folded term → number of the term      (dictionary.rs)│
//! │ FORM  how each form differs from its term; separators (vocabulary.rs)│
//! │ STEM  for each term, the group of terms of its stem   (vocabulary.rs)│
//! │ RUNS  documents → passages → runs → number of tokens  (layout.rs)    │
//! │ TEXT  the rank of each token, in one to three bytes   (ranks.rs)     │
//! │ TIME  the dates that the texts mention                (mentions.rs)  │
//! │ THEM  the passages that the query of each theme finds (themes.rs)    │
//! └──────────────────────────────────────────────────────────────────────┘
//! ```
//!
//! Sections follow one another without gaps, and the last one ends where the bytes end. Positions are not stored: opening
//! an index counts the ranks once, and the postings of all forms are laid out when the first are asked for (postings.rs).
//!
//! An index can be parted into a head and shards, for a page that loads only what it is asked for (shards.rs).

mod bytes;
mod dictionary;
mod ids;
mod index;
mod layout;
mod links;
mod mentions;
mod metadata;
mod parts;
mod postings;
mod ranks;
mod sections;
mod shards;
mod themes;
mod vocabulary;
mod write_error;
mod writer;

#[cfg(test)]
mod tests;

pub(crate) use index::Terms;
pub use index::{Index, Piece};
pub use layout::{IndexedDocument, IndexedRun};
pub use links::Located;
pub use mentions::IndexedMention;
pub use metadata::About;
pub use parts::{JoinError, Part, PartError, join_parts, write_part};
pub use sections::OpenError;
pub use shards::{Shard, ShardError, ShardFile, Sharded, is_shard_file};
pub use write_error::WriteError;
pub use writer::{FindMentions, write, write_with};

/// The version of the format that this crate reads and writes.
pub const VERSION: u16 = 5;

/// The longest term of the dictionary, in bytes.
pub const LONGEST_TERM: usize = dictionary::LONGEST_TERM as usize;

const MAGIC: [u8; 6] = *b"FRISE\0";
