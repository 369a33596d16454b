//! The shards that are there, and those that were asked for in vain.

use super::super::layout::Layout;
use super::blocks::Block;
use super::postings::ShardPostings;
use super::table::{ShardTable, name};
use super::texts::ShardTexts;
use super::words::Words;
use super::{Shard, ShardError};
use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

/// The shards of an index.
pub struct Shards {
    pub table: ShardTable,
    pub(super) words: Words,
    texts: Vec<OnceLock<ShardTexts>>,
    postings: Vec<OnceLock<ShardPostings>>,
    missing: Mutex<Missing>,
}

/// What was asked for in vain.
#[derive(Default)]
struct Missing {
    shards: BTreeSet<Shard>,
    /// Whether all terms were asked for: they are listed once, however often that is.
    all_terms: bool,
}

impl Shards {
    /// Makes the shards of a table, none of which is there, given the words of the head.
    pub fn new(table: ShardTable, words: Words) -> Shards {
        Shards {
            texts: table.texts.iter().map(|_| OnceLock::new()).collect(),
            postings: table.postings.iter().map(|_| OnceLock::new()).collect(),
            table,
            words,
            missing: Mutex::default(),
        }
    }

    /// Returns the bytes of a run by its number, given the passage that it is in; `None` if its shard is missing.
    pub fn text(&self, run: u32, passage: u32) -> Option<&[u8]> {
        let shard = self.table.of_passage(passage);
        let texts = self.texts.get(shard.number() as usize)?.get();
        if texts.is_none() {
            self.miss(shard);
        }
        texts?.of(run)
    }

    /// Returns the postings of a form that occurs as often as is told; none if a shard is missing.
    pub fn postings(&self, form: u32, occurrences: u32) -> &[u32] {
        let of_form = || {
            let term = self.term_of_form(form)?;
            let mut forms = self.forms_of_term(term).iter();
            let place = forms.position(|other| *other == form)?;
            let shard = self.table.of_term(term);
            let postings = self.postings.get(shard.number() as usize)?.get();
            if postings.is_none() {
                self.miss(shard);
            }
            postings?.of(term, place)
        };
        let postings = of_form().unwrap_or(&[]);
        // Whoever writes postings that do not fit the head has none.
        match postings.len() == occurrences as usize {
            true => postings,
            false => &[],
        }
    }

    fn missing(&self) -> MutexGuard<'_, Missing> {
        self.missing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn miss(&self, shard: Shard) {
        self.missing().shards.insert(shard);
    }

    pub(super) fn miss_all_terms(&self) {
        self.missing().all_terms = true;
    }

    /// Takes the shards that were missing and still are.
    pub fn take_missing(&self) -> Vec<Shard> {
        let Missing {
            mut shards,
            all_terms,
        } = std::mem::take(&mut *self.missing());
        if all_terms {
            shards.extend((0..self.table.terms.len() as u32).map(Shard::Terms));
        }
        let missing = shards.into_iter();
        missing.filter(|shard| !self.has(*shard)).collect()
    }

    pub fn lacks_words(&self) -> bool {
        let missing = self.missing();
        let is_lacking = |shard: &Shard| !matches!(shard, Shard::Texts(_)) && !self.has(*shard);
        let mut blocks = self.words.blocks.iter();
        missing.shards.iter().any(is_lacking)
            || missing.all_terms && blocks.any(|block| block.get().is_none())
    }

    /// Returns whether a shard is there.
    pub fn has(&self, shard: Shard) -> bool {
        fn is_there<T>(shards: &[OnceLock<T>], at: u32) -> bool {
            let shard = shards.get(at as usize);
            shard.is_some_and(|shard| shard.get().is_some())
        }
        match shard {
            Shard::Terms(at) => is_there(&self.words.blocks, at),
            Shard::Postings(at) => is_there(&self.postings, at),
            Shard::Texts(at) => is_there(&self.texts, at),
        }
    }

    pub fn absent(&self) -> Vec<Shard> {
        let terms = (0..self.table.terms.len() as u32).map(Shard::Terms);
        let postings = (0..self.table.postings.len() as u32).map(Shard::Postings);
        let texts = (0..self.table.texts.len() as u32).map(Shard::Texts);
        let all = terms.chain(postings).chain(texts);
        all.filter(|shard| !self.has(*shard)).collect()
    }

    /// Adds the file of a shard, after a proof that it is that of the table and fits the index.
    pub fn insert(&self, shard: Shard, file: &[u8], layout: &Layout) -> Result<(), ShardError> {
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
            Shard::Terms(at) => {
                let all_terms = self.table.terms() as u32;
                let frame = self.words.frame(at as usize, members, all_terms);
                let (block, forms) = Block::read(content, &frame).map_err(damaged)?;
                if !forms.iter().all(|form| self.words.is_word(form.rank)) {
                    return Err(damaged("a form has a rank that is not there"));
                }
                self.words.add(at as usize, frame.terms.start, block, forms);
            }
            Shard::Postings(at) => {
                let end = layout.first_position.last().copied().unwrap_or(0);
                let postings = ShardPostings::read(content, members, end);
                let _ = self.postings[at as usize].set(postings.map_err(damaged)?);
            }
            Shard::Texts(at) => {
                let texts = ShardTexts::read(content, members, layout, &self.words);
                let (texts, forms) = texts.map_err(damaged)?;
                for (rank, text) in forms {
                    self.words.know(rank, text.into());
                }
                let _ = self.texts[at as usize].set(texts);
            }
        }
        Ok(())
    }
}
