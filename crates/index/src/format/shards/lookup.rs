//! What an index in shards says of its words. What is not there is recorded as missing.

use super::Shard;
use super::blocks::Block;
use super::resident::Shards;
use super::words::Words;
use frise_text::fold;
use std::ops::Range;

impl Shards {
    /// Returns the words that are there.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Returns the number of terms.
    pub fn terms(&self) -> usize {
        self.table.terms()
    }

    /// Returns the number of stems.
    pub fn stems(&self) -> usize {
        self.words.stem_count()
    }

    /// Returns the text of a token; empty while it is not known.
    pub fn form(&self, rank: u32) -> &str {
        let text = self.words.text(rank);
        if text.is_none() && self.words.is_word(rank) {
            self.miss_all_terms();
        }
        text.unwrap_or_default()
    }

    /// Returns the term of a form; `None` while its block is missing.
    pub fn term_of_form(&self, rank: u32) -> Option<u32> {
        let term = self.words.term_of_form(rank);
        if term.is_none() && self.words.is_word(rank) {
            match self.words.text(rank) {
                Some(text) => {
                    self.block(self.words.block_with(&fold(text))?);
                }
                None => self.miss_all_terms(),
            }
        }
        term
    }

    /// Returns the forms of a term.
    pub fn forms_of_term(&self, term: u32) -> &[u32] {
        let block = self.block_of(term);
        block.map_or(&[], |(block, at)| block.forms.of(at))
    }

    /// Returns the stem of a term.
    pub fn stem_of_term(&self, term: u32) -> Option<u32> {
        let (block, at) = self.block_of(term)?;
        block.stem(at)
    }

    /// Returns the terms of a stem.
    pub fn terms_of_stem(&self, stem: u32) -> &[u32] {
        let at = self.words.stems.partition_point(|stems| *stems <= stem);
        let first = at
            .checked_sub(1)
            .map_or(0, |before| self.words.stems[before]);
        let block = self.block(at);
        block.map_or(&[], |block| block.terms_of_stem.of(stem - first))
    }

    /// Returns the number of a term.
    pub fn term(&self, folded: &str) -> Option<u32> {
        let at = self.words.block_with(folded)?;
        let place = self.block(at)?.place_of(folded)?;
        Some(self.first_term(at) + place)
    }

    /// Returns the terms from one sequence of bytes to before another, as far as the blocks of both are there.
    pub fn terms_between(&self, start: &[u8], end: &[u8]) -> Range<u32> {
        let start = self.terms_before(start);
        let end = self.terms_before(end);
        // What lies between two blocks that are missing is certain, so that it can be asked for with them.
        start.end..end.start.max(start.end)
    }

    /// Returns how many terms come before a sequence of bytes: at least, and at most.
    fn terms_before(&self, bound: &[u8]) -> Range<u32> {
        let after = self
            .words
            .firsts
            .partition_point(|first| first.as_bytes() < bound);
        let Some(at) = after.checked_sub(1) else {
            return 0..0;
        };
        match self.block(at) {
            Some(block) => {
                let count = self.first_term(at) + block.terms_before(bound) as u32;
                count..count
            }
            None => self.first_term(at)..self.first_term(at + 1),
        }
    }

    /// Returns all terms in alphabetical order; `None` while a block is missing.
    pub fn all_terms(&self) -> Option<Vec<&str>> {
        let blocks = self.all_blocks()?;
        Some(blocks.iter().flat_map(|block| block.terms()).collect())
    }

    /// Returns all blocks; `None` while one is missing.
    pub fn all_blocks(&self) -> Option<Vec<&Block>> {
        let blocks = self.words.blocks.iter().map(|block| block.get());
        let blocks = blocks.collect();
        if Option::is_none(&blocks) {
            self.miss_all_terms();
        }
        blocks
    }

    /// Returns a block; `None` if it is missing, or if there is no such block.
    fn block(&self, at: usize) -> Option<&Block> {
        let block = self.words.blocks.get(at)?.get();
        if block.is_none() {
            self.miss(Shard::Terms(at as u32));
        }
        block
    }

    /// Returns the block of a term, and its number there.
    fn block_of(&self, term: u32) -> Option<(&Block, u32)> {
        let at = self.table.block_of(term);
        Some((self.block(at)?, term - self.first_term(at)))
    }

    /// Returns the first term of a block, or the number of terms if there is no such block.
    fn first_term(&self, at: usize) -> u32 {
        self.table.first_term(at)
    }
}
