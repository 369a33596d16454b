//! The shards that are there, and those that were asked for in vain.

use super::super::bytes::{Damage, Decoder};
use super::super::layout::Layout;
use super::super::ranks;
use super::super::vocabulary::Vocabulary;
use super::table::{ShardTable, name};
use super::{Shard, ShardError};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Mutex, OnceLock, PoisonError};

/// The shards of an index.
pub struct Shards {
    pub table: ShardTable,
    texts: Vec<OnceLock<ShardTexts>>,
    postings: Vec<OnceLock<ShardPostings>>,
    missing: Mutex<BTreeSet<Shard>>,
}

impl Shards {
    /// Makes the shards of a table, none of which is there.
    pub fn new(table: ShardTable) -> Shards {
        Shards {
            texts: table.texts.iter().map(|_| OnceLock::new()).collect(),
            postings: table.postings.iter().map(|_| OnceLock::new()).collect(),
            table,
            missing: Mutex::default(),
        }
    }

    /// Returns the bytes of a run by its number, given the passage that it is in; `None` if its shard is missing.
    pub fn text(&self, run: u32, passage: u32) -> Option<&[u8]> {
        let shard = self.table.of_passage(passage);
        let Shard::Texts(at) = shard else {
            return None;
        };
        let Some(texts) = self.texts.get(at as usize)?.get() else {
            self.miss(shard);
            return None;
        };
        texts.of(run)
    }

    /// Returns the postings of a form, given its term; none if their shard is missing.
    pub fn postings(&self, form: u32, term: u32) -> &[u32] {
        let shard = self.table.of_term(term);
        let Shard::Postings(at) = shard else {
            return &[];
        };
        match self.postings.get(at as usize).map(OnceLock::get) {
            Some(Some(postings)) => postings.of(form),
            Some(None) => {
                self.miss(shard);
                &[]
            }
            None => &[],
        }
    }

    fn miss(&self, shard: Shard) {
        let mut missing = self.missing.lock().unwrap_or_else(PoisonError::into_inner);
        missing.insert(shard);
    }

    /// Takes the shards that were missing and still are.
    pub fn take_missing(&self) -> Vec<Shard> {
        let mut missing = self.missing.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = std::mem::take(&mut *missing).into_iter();
        taken.filter(|shard| !self.has(*shard)).collect()
    }

    pub fn lacks_postings(&self) -> bool {
        let missing = self.missing.lock().unwrap_or_else(PoisonError::into_inner);
        let is_lacking = |shard: &Shard| matches!(shard, Shard::Postings(_)) && !self.has(*shard);
        missing.iter().any(is_lacking)
    }

    /// Returns whether a shard is there.
    pub fn has(&self, shard: Shard) -> bool {
        match shard {
            Shard::Postings(at) => self
                .postings
                .get(at as usize)
                .is_some_and(|there| there.get().is_some()),
            Shard::Texts(at) => self
                .texts
                .get(at as usize)
                .is_some_and(|there| there.get().is_some()),
        }
    }

    pub fn absent(&self) -> Vec<Shard> {
        let postings = (0..).zip(&self.postings);
        let postings = postings.filter(|(_, there)| there.get().is_none());
        let texts = (0..).zip(&self.texts);
        let texts = texts.filter(|(_, there)| there.get().is_none());
        let postings = postings.map(|(at, _)| Shard::Postings(at));
        postings
            .chain(texts.map(|(at, _)| Shard::Texts(at)))
            .collect()
    }

    /// Adds a shard, after a proof that its bytes are those of the table and fit the index.
    pub fn insert(
        &self,
        shard: Shard,
        file: &[u8],
        layout: &Layout,
        vocabulary: &Vocabulary,
    ) -> Result<(), ShardError> {
        let (members, entry) = self.table.get(shard).ok_or(ShardError::NoShard(shard))?;
        let name = || name(shard, self.table.version);
        let Some(content) = self.table.content(shard, file) else {
            return Err(ShardError::Other {
                name: name(),
                expected: entry.length,
                found: file.len(),
            });
        };
        let damaged = |how| ShardError::Damaged { name: name(), how };
        // A shard that comes twice is the same twice.
        match shard {
            Shard::Texts(at) => {
                let texts = ShardTexts::read(content, members, layout, vocabulary);
                let _ = self.texts[at as usize].set(texts.map_err(damaged)?);
            }
            Shard::Postings(at) => {
                let postings = ShardPostings::read(content, members, layout, vocabulary);
                let _ = self.postings[at as usize].set(postings.map_err(damaged)?);
            }
        }
        Ok(())
    }
}

/// The tokens of neighbouring passages.
struct ShardTexts {
    bytes: Vec<u8>,
    /// The number of the first run.
    first: u32,
    /// Where the tokens of each run are in the bytes.
    runs: Vec<Range<u32>>,
}

impl ShardTexts {
    /// Reads the texts of some passages, whose runs must have as many words as the layout says.
    fn read(
        bytes: &[u8],
        passages: Range<u32>,
        layout: &Layout,
        vocabulary: &Vocabulary,
    ) -> Result<ShardTexts, Damage> {
        let first = layout.first_run.get(passages.start as usize);
        let mut texts = ShardTexts {
            bytes: bytes.to_vec(),
            first: first.copied().unwrap_or(0),
            runs: Vec::new(),
        };
        let mut decoder = Decoder::new(bytes);
        let place = |decoder: &Decoder<'_>| (bytes.len() - decoder.left().len()) as u32;
        for run in passages.flat_map(|passage| layout.runs_of(passage)) {
            let tokens = decoder.number();
            let start = place(&decoder);
            let mut words = 0;
            for _ in 0..tokens {
                let Some((rank, length)) = ranks::decode(decoder.left()) else {
                    return Err("a run has more tokens than its shard");
                };
                if rank as usize >= vocabulary.len() {
                    return Err("a token is of a form that is not there");
                }
                words += u32::from(vocabulary.is_word(rank));
                decoder.take(length);
            }
            if words != run.positions.len() as u32 {
                return Err("a run has other words than the index says");
            }
            texts.runs.push(start..place(&decoder));
        }
        decoder.end()?;
        Ok(texts)
    }

    /// Returns the bytes of a run by its number.
    fn of(&self, run: u32) -> Option<&[u8]> {
        let place = self.runs.get(run.checked_sub(self.first)? as usize)?;
        self.bytes.get(place.start as usize..place.end as usize)
    }
}

/// The postings of the forms of neighbouring terms.
struct ShardPostings {
    /// The forms in rising order, each with the range of its postings.
    forms: Vec<(u32, Range<u32>)>,
    positions: Vec<u32>,
}

impl ShardPostings {
    fn read(
        bytes: &[u8],
        terms: Range<u32>,
        layout: &Layout,
        vocabulary: &Vocabulary,
    ) -> Result<ShardPostings, Damage> {
        let end = layout.first_position.last().copied().unwrap_or(0);
        let mut decoder = Decoder::new(bytes);
        let mut postings = ShardPostings {
            forms: Vec::new(),
            positions: Vec::new(),
        };
        for form in terms.flat_map(|term| vocabulary.forms_of_term.of(term)) {
            let start = postings.positions.len() as u32;
            let frequency = layout.frequencies[*form as usize] as usize;
            let mut position = 0u32;
            for at in 0..decoder.fitting(frequency) {
                let gap = decoder.number();
                match position.checked_add(gap) {
                    Some(next) if next < end && (gap > 0 || at == 0) => position = next,
                    _ => return Err("the positions of a form do not rise to the end of the texts"),
                }
                postings.positions.push(position);
            }
            postings
                .forms
                .push((*form, start..postings.positions.len() as u32));
        }
        decoder.end()?;
        postings.forms.sort_unstable_by_key(|(form, _)| *form);
        Ok(postings)
    }

    fn of(&self, form: u32) -> &[u32] {
        let found = self.forms.binary_search_by_key(&form, |(form, _)| *form);
        found.map_or(&[], |at| {
            let range = &self.forms[at].1;
            &self.positions[range.start as usize..range.end as usize]
        })
    }
}
