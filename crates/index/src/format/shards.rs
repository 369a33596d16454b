//! An index in shards: a head, which is an index without TEXT, and many small files with the texts and the postings, which are
//! loaded when they are asked for.
//!
//! The head has the sections of an index. In the place of TEXT it has the section SHRD, and RUNS has the length of each run in
//! words, since they cannot be counted.
//!
//! ```text
//! SHRD  version: u64                               the checksum of the index that was parted
//!       texts:    count × { passages  bytes }      neighbouring passages
//!       postings: count × { terms  bytes }         neighbouring terms
//!
//! a shard   checksum: u64                          over version: u64, `t` or `p`, number: u32, and the bytes that follow
//! texts     for each run: how many tokens it has; its bytes of TEXT
//! postings  for each term, for each of its forms, the most frequent first: for each occurrence, its position as the difference
//!           from the one before
//! ```
//!
//! The name of a shard has the version of the index, so that shards of several versions may lie side by side. The checksum proves
//! that a file is this shard of this index: one that is cut, of another version or in the place of another is refused. The head
//! does without a checksum of each, which would be most of SHRD.
//!
//! Whoever asks an [`Index`] for what is in a shard that is not there gets nothing, and the index records the shard as missing.
//! A result is right if [`Index::missing`] is empty afterwards; otherwise the caller loads what is missing, gives it to
//! [`Index::insert`], and asks again. The number of rounds is small, because a shard says nothing of which others are needed:
//! the postings are asked for first, then the texts that are shown.

mod resident;
mod table;
mod writing;

pub(super) use resident::Shards;
pub(super) use table::ShardTable;
pub use table::is_shard_file;
pub use writing::Sharded;

use super::Index;
use super::index::Tokens;
use std::fmt;

/// How many bytes a shard has, or more where a single passage or term has more.
const TARGET: usize = 2048;

/// A shard of an index, by its number among those of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shard {
    /// The postings of neighbouring terms.
    Postings(u32),
    /// The texts of neighbouring passages.
    Texts(u32),
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
    /// Returns whether texts and postings are in shards.
    pub fn is_in_shards(&self) -> bool {
        self.shards().is_some()
    }

    /// Takes the shards that were asked for since the last call and are not there, in rising order.
    pub fn missing(&self) -> Vec<Shard> {
        self.shards().map(Shards::take_missing).unwrap_or_default()
    }

    /// Returns whether postings were asked for since the last call of [`Index::missing`] and are not there: what was worked out
    /// meanwhile is not right.
    pub fn lacks_postings(&self) -> bool {
        self.shards().is_some_and(Shards::lacks_postings)
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
        shards.insert(shard, &bytes, &self.layout, &self.vocabulary)
    }

    fn shards(&self) -> Option<&Shards> {
        match &self.tokens {
            Tokens::Shards(shards) => Some(shards),
            Tokens::Whole(_) => None,
        }
    }
}

#[cfg(test)]
mod tests;
