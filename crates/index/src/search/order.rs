//! The order of passages by their scores.

/// The order of the passages of an [`Answer`](super::Answer).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By falling score, after the passages that have the words as they are written in the query; in reading order where
    /// the query has no word.
    #[default]
    Relevance,
    /// By rising date of the document, then in reading order.
    Oldest,
    /// By falling date of the document, then in reading order.
    Newest,
}

/// A passage that matches, with its score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoredPassage {
    /// The passage.
    pub passage: u32,
    /// The score, as [`Searcher::explain`](super::Searcher::explain) explains it; 0 where the query has no word.
    pub score: f32,
}

/// Up to how many passages are compared with one another; more are distributed by their scores first.
const FEW: usize = 256;

/// Into how many groups of similar scores passages are distributed, as a power of 2.
const GROUPS: u32 = 11;

/// Sorts passages by falling score, and those of the same score by rising number. Scores are not negative.
pub(super) fn sort_by_score(passages: &mut Vec<ScoredPassage>) {
    if passages.len() <= FEW {
        return compare(passages);
    }
    let keys = passages.iter().map(key);
    let (least, most) = keys.fold((u32::MAX, 0), |(least, most), key| {
        (least.min(key), most.max(key))
    });
    let bits = u32::BITS - (most - least).leading_zeros();
    let shift = bits.saturating_sub(GROUPS);
    let group = |found: &ScoredPassage| ((key(found) - least) >> shift) as usize;
    let mut ends = vec![0u32; 1 << GROUPS];
    passages.iter().for_each(|found| ends[group(found)] += 1);
    let mut sum = 0;
    for end in &mut ends {
        sum += std::mem::replace(end, sum);
    }
    let mut sorted = passages.clone();
    for found in passages.iter() {
        let end = &mut ends[group(found)];
        sorted[*end as usize] = *found;
        *end += 1;
    }
    let mut start = 0;
    for end in ends {
        compare(&mut sorted[start..end as usize]);
        start = end as usize;
    }
    *passages = sorted;
}

fn compare(passages: &mut [ScoredPassage]) {
    if passages.len() > 1 {
        passages.sort_unstable_by_key(|found| (key(found), found.passage));
    }
}

/// Returns a key that rises where the score falls: the bits of numbers that are not negative are in the order of the numbers.
fn key(found: &ScoredPassage) -> u32 {
    !found.score.to_bits()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_a_stable_sort_of_all_does(scores in proptest::collection::vec(prop_oneof![Just(0.0f32), 0f32..3.0, 0f32..1e9], 0..1500)) {
            let mut passages: Vec<ScoredPassage> = (0..)
                .zip(scores)
                .map(|(passage, score)| ScoredPassage { passage, score })
                .collect();
            let mut slow = passages.clone();
            slow.sort_by(|a, b| b.score.total_cmp(&a.score));
            sort_by_score(&mut passages);
            prop_assert_eq!(passages, slow);
        }
    }
}
