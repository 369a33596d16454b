//! Which shards of an index are loaded next.

use frise_index::{Index, Shard};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// How many files are loaded at a time.
const MOST_AT_A_TIME: usize = 8;

/// How many bytes are loaded without asking the reader.
const MOST_UNASKED: u64 = 4 << 20;

/// Why a shard could not be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Its file did not come: what the browser says, if anything.
    Unloaded(String),
    /// The file of this name came, and has other bytes than those that the index expects.
    Other(String),
}

/// The shards that are being loaded, that are to be loaded, and that could not be had.
#[derive(Debug, Default)]
pub struct Loads {
    /// What the page needs for what it shows.
    needed: VecDeque<Shard>,
    /// What it needs as well, once the reader agrees.
    unasked: BTreeSet<Shard>,
    /// What else there is, if the reader wants all of it.
    others: BTreeSet<Shard>,
    /// What is being loaded, and whether the page needs it.
    running: BTreeMap<Shard, bool>,
    failed: BTreeMap<Shard, Failure>,
}

impl Loads {
    /// Takes what the page lacks. What is too much to be loaded unasked waits for [`Loads::agree`]; what could not be had waits
    /// for [`Loads::retry`].
    pub fn need(&mut self, missing: Vec<Shard>, index: &Index) {
        for (shard, is_needed) in &mut self.running {
            *is_needed |= missing.contains(shard);
        }
        let is_new = |shard: &Shard| {
            !self.running.contains_key(shard)
                && !self.failed.contains_key(shard)
                && !self.needed.contains(shard)
                && !self.unasked.contains(shard)
        };
        let new: Vec<Shard> = missing.into_iter().filter(is_new).collect();
        match length_of(new.iter(), index) > MOST_UNASKED {
            true => self.unasked.extend(new),
            false => self.needed.extend(new),
        }
    }

    /// The reader agrees to load what is much.
    pub fn agree(&mut self) {
        self.needed.extend(std::mem::take(&mut self.unasked));
    }

    /// Tries once more what could not be had.
    pub fn retry(&mut self) {
        self.needed
            .extend(std::mem::take(&mut self.failed).into_keys());
    }

    /// Loads all that is not there, after what the page needs.
    pub fn want_all(&mut self, index: &Index) {
        self.agree();
        self.retry();
        self.others = index.absent().into_iter().collect();
        self.others
            .retain(|shard| !self.running.contains_key(shard));
    }

    /// Loads no more than what the page needs.
    pub fn stop(&mut self) {
        self.others.clear();
    }

    /// Returns the next shard to load, until enough are being loaded.
    pub fn next(&mut self) -> Option<Shard> {
        if self.running.len() >= MOST_AT_A_TIME {
            return None;
        }
        while let Some(shard) = self.needed.pop_front() {
            match self.running.get_mut(&shard) {
                // It is being loaded in its turn, since all are wanted.
                Some(is_needed) => *is_needed = true,
                None => return Some(self.begin(shard, true)),
            }
        }
        let shard = *self.others.first()?;
        Some(self.begin(shard, false))
    }

    fn begin(&mut self, shard: Shard, is_needed: bool) -> Shard {
        self.others.remove(&shard);
        self.running.insert(shard, is_needed);
        shard
    }

    /// Takes how a shard was loaded. Returns whether it was the last that the page needs.
    pub fn end(&mut self, shard: Shard, loaded: Result<(), Failure>) -> bool {
        let was_needed = self.running.remove(&shard).unwrap_or(false);
        if let Err(failure) = loaded {
            self.failed.insert(shard, failure);
        }
        was_needed && !self.is_needed()
    }

    /// Returns whether the page waits for a shard.
    pub fn is_needed(&self) -> bool {
        !self.needed.is_empty() || self.running.values().any(|is_needed| *is_needed)
    }

    /// Returns whether all shards are wanted and not all are there.
    pub fn wants_all(&self) -> bool {
        !self.others.is_empty() || self.running.values().any(|is_needed| !is_needed)
    }

    /// Returns how many bytes wait for the reader to agree.
    pub fn unasked(&self, index: &Index) -> u64 {
        length_of(self.unasked.iter(), index)
    }

    /// Returns how many shards could not be had, and why the first could not.
    pub fn failed(&self) -> Option<(usize, &Failure)> {
        let first = self.failed.values().next()?;
        Some((self.failed.len(), first))
    }
}

/// Returns the bytes of some shards.
pub fn length_of<'s>(shards: impl Iterator<Item = &'s Shard>, index: &Index) -> u64 {
    let files = shards.filter_map(|shard| index.shard_file(*shard));
    files.map(|file| u64::from(file.length)).sum()
}

#[cfg(test)]
mod tests;
