//! How near the words of a query are to one another in a passage.
//!
//! Two words of a query, neighbours or with one word between them, count as a term of their own: its frequency in a passage is
//! the sum of `1 / distance` over the occurrences of the first word, each with the nearest occurrence of the second one, on
//! either side. The term is scored by BM25 with the mean of the inverse document frequencies of the two words. A word belongs
//! to four pairs at most, so each pair has a quarter of that: nearness weighs at most as much as the words themselves. Counting
//! pairs by their distance goes back to Rasolofo and Savoy, *Term Proximity Scoring for Keyword-Based Retrieval Systems*, ECIR
//! 2003.
//!
//! Nearness only adds to a score, and it is measured in the [`MOST_PASSAGES`] passages that score highest without it. So it
//! never lifts a passage above one of those, whatever it would add elsewhere.

use super::lookup::Forms;
use super::matching::Matcher;
use super::order::sort_by_score;
use super::plan::Leaf;
use super::sequences::Cursor;
use super::{PassageSet, Reason, ScoredPassage, bm25};

/// In how many passages nearness is measured.
const MOST_PASSAGES: usize = 256;

/// How far apart in the query the words of a pair may stand.
const REACH: usize = 2;

/// The share of the mean inverse document frequency of its words that a pair has: a word has so many neighbours.
const SHARE: f32 = 1.0 / (2.0 * REACH as f32);

/// The words of a query whose nearness counts.
pub(super) struct Proximity<'q> {
    /// The forms of each word.
    words: Vec<&'q Forms>,
    /// The two words of each pair, as places in `words`, and its weight.
    pairs: Vec<(usize, usize, f32)>,
}

impl<'q> Proximity<'q> {
    /// Takes the single words of a query, given with their inverse document frequencies; patterns, which stand for many words,
    /// and phrases are left out.
    pub fn new(leaves: impl Iterator<Item = (&'q Leaf, f32)>) -> Proximity<'q> {
        let words = leaves.filter_map(|(leaf, idf)| match leaf.parts.as_slice() {
            [forms] if forms.iter().all(|form| form.1 != Reason::Pattern) => Some((forms, idf)),
            _ => None,
        });
        let (words, idfs): (Vec<&Forms>, Vec<f32>) = words.unzip();
        let pair = |one: usize, other: usize| {
            let mean = (idfs[one] + idfs[other]) / 2.0;
            (one, other, SHARE * mean)
        };
        let pairs = (0..words.len()).flat_map(|one| {
            let others = (one + 1..words.len()).take(REACH);
            others.map(move |other| (one, other))
        });
        Proximity {
            pairs: pairs.map(|(one, other)| pair(one, other)).collect(),
            words,
        }
    }

    /// Returns what nearness cannot exceed.
    pub fn most(&self) -> f32 {
        self.pairs.iter().map(|pair| bm25::most(pair.2)).sum()
    }

    /// Returns what nearness adds to the scores of the passages where it is measured, in rising order. `scores` has a score of
    /// each passage.
    pub fn measure(
        &self,
        matcher: &Matcher<'_>,
        passages: &PassageSet,
        scores: impl Fn(u32, usize) -> f32,
    ) -> Vec<(u32, f32)> {
        if self.pairs.is_empty() {
            return Vec::new();
        }
        let mut best = Vec::with_capacity(passages.count() as usize);
        passages.each(|passage| {
            let score = scores(passage, best.len());
            best.push(ScoredPassage { passage, score });
        });
        let mut measured = passages.clone();
        if best.len() > MOST_PASSAGES {
            sort_by_score(&mut best);
            measured = PassageSet::none(matcher.index.passages());
            let best = best.iter().take(MOST_PASSAGES);
            best.for_each(|found| measured.insert(found.passage));
        }
        let everywhere = 0..u32::MAX;
        let cursors = self.words.iter();
        let mut cursors: Vec<Cursor> = cursors
            .map(|forms| Cursor::new(matcher.index, forms, &everywhere))
            .collect();
        let mut positions = vec![Vec::new(); cursors.len()];
        let mut near = Vec::new();
        measured.each(|passage| {
            let range = matcher.index.positions_of(passage);
            for (cursor, positions) in cursors.iter_mut().zip(&mut positions) {
                cursor.take_within(&range, positions);
                positions.retain(|position| matcher.scope.has(matcher.index, *position, *position));
            }
            let length = matcher.relative_length(passage);
            let scores = self.pairs.iter().map(|(one, other, weight)| {
                let frequency = frequency(&positions[*one], &positions[*other]);
                bm25::term_score(*weight, frequency, length)
            });
            let sum: f32 = scores.sum();
            if sum > 0.0 {
                near.push((passage, sum));
            }
        });
        near
    }
}

/// Returns the frequency of a pair: the sum of the inverse distances from each position of one word to the nearest position of
/// another. Both are in rising order; a position that both have is no distance.
fn frequency(one: &[u32], other: &[u32]) -> f32 {
    let mut sum = 0.0;
    let mut after = 0;
    for position in one {
        while other.get(after).is_some_and(|other| other <= position) {
            after += 1;
        }
        let next = other.get(after).map(|next| next - position);
        let mut before = other[..after].iter().rev();
        let previous = before.find(|previous| *previous < position);
        let distance = next
            .into_iter()
            .chain(previous.map(|previous| position - previous))
            .min();
        sum += distance.map_or(0.0, |distance| 1.0 / distance as f32);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::frequency;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_all_distances_tell(
            one in proptest::collection::btree_set(0u32..60, 0..12),
            other in proptest::collection::btree_set(0u32..60, 0..12),
        ) {
            let distances = |position: u32| other.iter().map(move |other| other.abs_diff(position));
            let nearest = |position: &u32| distances(*position).filter(|distance| *distance > 0).min();
            let slow: f32 = one.iter().filter_map(nearest).map(|distance| 1.0 / distance as f32).sum();
            let [one, other] = [one, other].map(Vec::from_iter);
            prop_assert!((frequency(&one, &other) - slow).abs() < 1e-5);
        }
    }
}
