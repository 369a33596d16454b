//! Words that go along with one another.

use crate::{Level, log_dice};
use frise_index::Index;
use frise_index::search::PassageSet;

/// Two words that are in the same passages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WordPair {
    /// The places of the words in the list that was asked for, the smaller one first.
    pub words: (usize, usize),
    /// The number of passages with both.
    pub together: u64,
    /// logDice of the numbers of passages: `14 + log₂(2 together / (passages with the first + passages with the second))`.
    pub log_dice: f64,
}

/// Returns the pairs of some words that are in at least one of the passages together, those first that keep to each other most.
///
/// The time depends on the occurrences of the words, and on the passages for each pair.
///
/// Source: P. Rychlý, *A Lexicographer-Friendly Association Score* (2008), counted by passages.
pub fn word_pairs(
    index: &Index,
    passages: &PassageSet,
    words: &[u32],
    level: Level,
) -> Vec<WordPair> {
    let sets: Vec<Vec<u32>> = words
        .iter()
        .map(|word| {
            let forms = level.forms_of(index, *word).into_iter();
            let positions = forms.flat_map(|form| index.postings(form).iter().copied());
            let mut found: Vec<u32> = positions
                .map(|position| index.passage_at(position))
                .filter(|passage| passages.contains(*passage))
                .collect();
            found.sort_unstable();
            found.dedup();
            found
        })
        .collect();
    let mut pairs = Vec::new();
    for (first, of_first) in sets.iter().enumerate() {
        for (second, of_second) in sets.iter().enumerate().skip(first + 1) {
            let both = of_first
                .iter()
                .filter(|passage| of_second.binary_search(passage).is_ok());
            let together = both.count() as u64;
            let figure = log_dice(together, of_first.len() as u64, of_second.len() as u64);
            if let Some(log_dice) = figure.filter(|_| together > 0) {
                pairs.push(WordPair {
                    words: (first, second),
                    together,
                    log_dice,
                });
            }
        }
    }
    pairs.sort_by(|a, b| {
        b.log_dice
            .total_cmp(&a.log_dice)
            .then(a.words.cmp(&b.words))
    });
    pairs
}
