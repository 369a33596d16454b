//! An index in shards: a head, which is an index without TEXT and most of the dictionary, and many small files with the rest,
//! which are loaded when they are asked for.
//!
//! The head has the sections of an index. In the place of TEXT it has the section SHRD; RUNS has the length of each run in words,
//! since they cannot be counted; DICT, FORM and STEM are those of `words.rs`.
//!
//! ```text
//! SHRD  version: u64                              the checksum of the index that was parted
//!       terms:    count × { terms  bytes }        blocks of the dictionary
//!       postings: count × { terms  bytes }        neighbouring terms
//!       texts:    count × { passages  bytes }     neighbouring passages
//!
//! a shard   checksum: u64                         over version: u64, `d`, `p` or `t`, number: u32, and the bytes that follow
//! terms     neighbouring terms of the dictionary with their forms and stems      (blocks.rs)
//! postings  where the forms of neighbouring terms occur                          (postings.rs)
//! texts     the texts of neighbouring passages, and the rare forms in them       (texts.rs)
//! ```
//!
//! The name of a shard has the version of the index, so that shards of several versions may lie side by side. The checksum proves
//! that a file is this shard of this index: one that is cut, of another version or in the place of another is refused. The head
//! does without a checksum of each, which would be most of SHRD.
//!
//! Whoever asks an [`Index`] for what is in a shard that is not there gets nothing, and the index records the shard as missing.
//! A result is right if [`Index::missing`] is empty afterwards; otherwise the caller loads what is missing, gives it to
//! [`Index::insert`], and asks again. The number of rounds is small, because a shard says nothing of which others are needed:
//! the terms are asked for first, then their postings, then the texts that are shown. A pattern, a regular
//! expression and a word with a wrong letter need all terms.

mod blocks;
mod lookup;
mod postings;
mod resident;
mod table;
mod texts;
mod words;
mod writing;

pub(super) use resident::Shards;
pub use table::is_shard_file;
pub use writing::Sharded;

use super::Index;
use super::index::Store;
use super::sections::{OpenError, Section};
use std::fmt;
use table::ShardTable;
use words::{HeadTokens, Words, read_firsts, read_stem_counts};

/// How large shards are.
struct Sizes {
    /// How many terms a block has.
    terms: usize,
    /// How many bytes a shard of postings has, or more where a single term has more.
    postings: usize,
    /// How many bytes of TEXT a shard of texts has, or more where a single passage has more. Ten of them are what a query loads
    /// most of.
    texts: usize,
    /// How many of the most frequent tokens are in the head. Those that are not are in each shard of texts that has them.
    forms: usize,
}

impl Default for Sizes {
    fn default() -> Sizes {
        Sizes {
            terms: 128,
            postings: 2048,
            texts: 1024,
            forms: 8192,
        }
    }
}

/// A shard of an index, by its number among those of its kind. What is asked for first comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shard {
    /// Neighbouring terms of the dictionary.
    Terms(u32),
    /// The postings of neighbouring terms.
    Postings(u32),
    /// The texts of neighbouring passages.
    Texts(u32),
}

impl Shard {
    fn number(self) -> u32 {
        match self {
            Shard::Terms(at) | Shard::Postings(at) | Shard::Texts(at) => at,
        }
    }
}

/// The file of a shard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShardFile {
    /// Its name, such as `texts-17-0123456789abcdef.bin`: its kind, its number and the version of the index.
    pub name: String,
    /// Its length in bytes.
    pub length: u32,
}

/// The reason why the bytes of a shard are refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShardError {
    /// The index has no such shard, or is not in shards.
    NoShard(Shard),
    /// The bytes are not those of this shard of this index.
    Other {
        /// The file.
        name: String,
        /// How many bytes it has.
        expected: u32,
        /// How many came.
        found: usize,
    },
    /// The bytes are those that were written, but cannot be of this index.
    Damaged {
        /// The file.
        name: String,
        /// What was found.
        how: &'static str,
    },
}

impl fmt::Display for ShardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ShardError::NoShard(shard) => {
                write!(f, "expected a shard of the index, found {shard:?}")
            }
            ShardError::Other {
                name,
                expected,
                found,
            } if *expected as usize == *found => write!(
                f,
                "{name}: the checksum is not that of this file of this index; copy the file again"
            ),
            ShardError::Other {
                name,
                expected,
                found,
            } => write!(
                f,
                "{name}: expected {expected} bytes, found {found}; copy the file again"
            ),
            ShardError::Damaged { name, how } => {
                write!(f, "{name}: {how}; build the index again")
            }
        }
    }
}

impl std::error::Error for ShardError {}

impl Index {
    /// Returns whether texts, postings and terms are in shards.
    pub fn is_in_shards(&self) -> bool {
        self.shards().is_some()
    }

    /// Takes the shards that were asked for since the last call and are not there, in rising order.
    pub fn missing(&self) -> Vec<Shard> {
        self.shards().map(Shards::take_missing).unwrap_or_default()
    }

    /// Returns whether terms or postings were asked for since the last call of [`Index::missing`] and are not there: what was
    /// found meanwhile is not right.
    pub fn lacks_words(&self) -> bool {
        self.shards().is_some_and(Shards::lacks_words)
    }

    /// Returns whether a shard is there.
    pub fn has_shard(&self, shard: Shard) -> bool {
        self.shards().is_some_and(|shards| shards.has(shard))
    }

    /// Returns all shards that are not there yet.
    pub fn absent(&self) -> Vec<Shard> {
        self.shards().map(Shards::absent).unwrap_or_default()
    }

    /// Returns the file of a shard, or `None` if there is no such shard.
    pub fn shard_file(&self, shard: Shard) -> Option<ShardFile> {
        self.shards()?.table.file(shard)
    }

    /// Adds a shard.
    ///
    /// # Errors
    /// Returns an error if the bytes are not those of the shard, or do not fit the index. The index stays as it was.
    pub fn insert(&self, shard: Shard, bytes: Vec<u8>) -> Result<(), ShardError> {
        let shards = self.shards().ok_or(ShardError::NoShard(shard))?;
        shards.insert(shard, &bytes, &self.layout)
    }

    fn shards(&self) -> Option<&Shards> {
        match &self.store {
            Store::Shards(shards) => Some(shards),
            Store::Whole(_) => None,
        }
    }
}

impl Shards {
    /// Reads what a head says of shards and of words, given the contents of its sections. Returns how often each form occurs too,
    /// by rank.
    pub(super) fn read<'b>(
        content: impl Fn(Section) -> &'b [u8],
    ) -> Result<(Shards, Vec<u32>), OpenError> {
        let damaged = |section: Section| move |how: &'static str| section.damaged(how);
        let table = ShardTable::read(content(Section::Text)).map_err(damaged(Section::Text))?;
        let blocks = table.terms.len();
        let firsts = read_firsts(content(Section::Dict), blocks).map_err(damaged(Section::Dict))?;
        let stems =
            read_stem_counts(content(Section::Stem), blocks).map_err(damaged(Section::Stem))?;
        let tokens = HeadTokens::read(content(Section::Form)).map_err(damaged(Section::Form))?;
        let (words, frequencies) = Words::new(firsts, stems, tokens);
        // Each term has a form and a stem, so that a few bytes cannot claim to have more than the texts.
        if table.terms() > frequencies.len() || words.stem_count() > table.terms() {
            return Err(Section::Stem.damaged("there are more terms than forms, or more stems"));
        }
        Ok((Shards::new(table, words), frequencies))
    }
}

#[cfg(test)]
mod tests;
