//! The order of passages by their scores.

use super::ScoredPassage;

/// Up to how many passages are compared with one another; more are distributed by the digits of their scores.
const FEW: usize = 512;

/// A score is read as three digits of 11 bits.
const DIGIT: u32 = 11;

/// Sorts passages by falling score, and those of the same score by rising number. Scores are not negative.
///
/// The passages must be in rising order.
pub(super) fn sort_by_score(passages: &mut Vec<ScoredPassage>) {
    if passages.len() <= FEW {
        passages.sort_unstable_by_key(|found| (key(found), found.passage));
        return;
    }
    let mut sorted = passages.clone();
    for shift in [0, DIGIT, 2 * DIGIT] {
        let digit = |found: &ScoredPassage| (key(found) >> shift) as usize & ((1 << DIGIT) - 1);
        let mut next = vec![0u32; 1 << DIGIT];
        passages.iter().for_each(|found| next[digit(found)] += 1);
        let mut sum = 0;
        for count in &mut next {
            sum += std::mem::replace(count, sum);
        }
        for found in passages.iter() {
            let at = &mut next[digit(found)];
            sorted[*at as usize] = *found;
            *at += 1;
        }
        std::mem::swap(passages, &mut sorted);
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
        fn as_a_stable_sort_does(scores in proptest::collection::vec(prop_oneof![Just(0.0f32), 0f32..3.0, 0f32..1e9], 0..1500)) {
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
