//! An index of some runs of another one.

use super::super::layout::{IndexedRun, Layout};
use super::super::mentions::IndexedMention;
use super::Index;
use std::sync::OnceLock;

impl Index {
    /// Returns an index that has some runs of this one and no other words, for whatever counts the words of an index.
    ///
    /// Documents, passages, positions, forms, terms and stems keep their numbers, and the bytes and the version are the same.
    /// Passages may be without a run. Of an index in shards, all texts must be there. Dates that runs mention go with these.
    #[must_use]
    pub fn limited(&self, keep: impl Fn(&IndexedRun) -> bool) -> Index {
        let layout = &self.layout;
        let mut limited = Layout {
            documents: layout.documents.clone(),
            first_position: layout.first_position.clone(),
            passage_of_block: layout.passage_of_block.clone(),
            block_bits: layout.block_bits,
            document_of: layout.document_of.clone(),
            frequencies: vec![0; layout.frequencies.len()],
            ..Layout::default()
        };
        let is_word = self.are_words();
        for passage in 0..self.passages() {
            limited.first_run.push(limited.runs.len() as u32);
            let mut words = 0;
            for run in layout.runs_of(passage).iter().filter(|run| keep(run)) {
                for rank in self.tokens_of(run) {
                    limited.frequencies[rank as usize] += u32::from(is_word[rank as usize]);
                }
                words += run.positions.len() as u32;
                limited.runs.push(run.clone());
            }
            limited.words.push(words);
            limited.all_words += words as usize;
        }
        limited.first_run.push(limited.runs.len() as u32);
        let is_kept = |mention: &&IndexedMention| {
            let mut runs = limited.runs_of(mention.passage).iter();
            runs.any(|run| {
                run.positions.start <= mention.positions.start
                    && mention.positions.end <= run.positions.end
            })
        };
        let mentions = self.mentions.iter().filter(is_kept).cloned().collect();
        let speech_dates = layout.speech_dates.iter().filter(is_kept);
        let speech_dates = speech_dates.cloned().collect();
        limited.speech_dates = speech_dates;
        let limited = Index {
            bytes: self.bytes.clone(),
            store: self.store.clone(),
            about: self.about.clone(),
            layout: limited,
            postings: OnceLock::new(),
            mentions,
            themes: None,
            checksum: self.checksum,
        };
        if limited.is_in_shards() {
            // Those in shards are of all runs.
            limited.laid_out_postings();
        }
        limited
    }
}
