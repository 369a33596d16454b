//! Sets of passages, one bit each.

use std::ops::Range;

/// Some of the passages of an index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PassageSet {
    words: Vec<u64>,
    /// How many passages there are in all.
    length: u32,
}

impl PassageSet {
    /// No passage out of `length`.
    pub fn none(length: u32) -> PassageSet {
        PassageSet {
            words: vec![0; (length as usize).div_ceil(64)],
            length,
        }
    }

    /// Every passage out of `length`.
    pub fn every(length: u32) -> PassageSet {
        let mut set = PassageSet::none(length);
        set.complement();
        set
    }

    /// Whether a passage is in it.
    pub fn contains(&self, passage: u32) -> bool {
        self.words
            .get(passage as usize / 64)
            .is_some_and(|word| word >> (passage % 64) & 1 == 1)
    }

    /// Puts a passage in; one past the end is left out.
    pub fn insert(&mut self, passage: u32) {
        if passage < self.length {
            self.words[passage as usize / 64] |= 1 << (passage % 64);
        }
    }

    /// Puts in all passages of a range.
    pub fn insert_all(&mut self, range: Range<u32>) {
        range.for_each(|passage| self.insert(passage));
    }

    /// Keeps only what is also in the other.
    pub fn intersect(&mut self, other: &PassageSet) {
        self.words
            .iter_mut()
            .zip(&other.words)
            .for_each(|(word, other)| *word &= other);
    }

    /// Takes in what is in the other.
    pub fn unite(&mut self, other: &PassageSet) {
        self.words
            .iter_mut()
            .zip(&other.words)
            .for_each(|(word, other)| *word |= other);
    }

    /// Becomes what it was not.
    pub fn complement(&mut self) {
        self.words.iter_mut().for_each(|word| *word = !*word);
        if let (Some(last), used @ 1..) = (self.words.last_mut(), self.length % 64) {
            *last &= (1 << used) - 1;
        }
    }

    /// How many passages are in it.
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// How many passages of a range are in it.
    pub fn count_within(&self, range: &Range<u32>) -> u32 {
        let end = range.end.min(self.length);
        let mut at = range.start;
        let mut count = 0;
        while at < end {
            let next = (at / 64 + 1) * 64;
            let word = self.words[at as usize / 64] >> (at % 64);
            let beyond = next.saturating_sub(end.max(at));
            // What of the word lies before the start has been shifted out; what lies beyond the end goes too.
            let kept = word << (at % 64) << beyond;
            count += if next > end { kept } else { word }.count_ones();
            at = next;
        }
        count
    }

    /// How many passages are in both.
    pub fn count_with(&self, other: &PassageSet) -> u32 {
        self.words
            .iter()
            .zip(&other.words)
            .map(|(a, b)| (a & b).count_ones())
            .sum()
    }

    /// The passages in rising order.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words
            .iter()
            .zip((0u32..).step_by(64))
            .flat_map(|(word, base)| {
                let mut rest = *word;
                std::iter::from_fn(move || {
                    let bit = rest.trailing_zeros();
                    (rest != 0).then(|| {
                        rest &= rest - 1;
                        base + bit
                    })
                })
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn set(length: u32, members: &BTreeSet<u32>) -> PassageSet {
        let mut set = PassageSet::none(length);
        members.iter().for_each(|member| set.insert(*member));
        set
    }

    proptest! {
        #[test]
        fn as_a_tree_set_does(
            length in 0u32..200,
            a in proptest::collection::btree_set(0u32..200, 0..60),
            b in proptest::collection::btree_set(0u32..200, 0..60),
        ) {
            let a: BTreeSet<u32> = a.into_iter().filter(|member| *member < length).collect();
            let b: BTreeSet<u32> = b.into_iter().filter(|member| *member < length).collect();
            let (bits_a, bits_b) = (set(length, &a), set(length, &b));
            prop_assert!(bits_a.iter().eq(a.iter().copied()));
            prop_assert_eq!(bits_a.count() as usize, a.len());
            prop_assert_eq!(bits_a.count_with(&bits_b) as usize, a.intersection(&b).count());
            let mut both = bits_a.clone();
            both.intersect(&bits_b);
            prop_assert!(both.iter().eq(a.intersection(&b).copied()));
            let mut either = bits_a.clone();
            either.unite(&bits_b);
            prop_assert!(either.iter().eq(a.union(&b).copied()));
            let mut rest = bits_a.clone();
            rest.complement();
            prop_assert!(rest.iter().eq((0..length).filter(|member| !a.contains(member))));
            prop_assert!((0..200).all(|member| bits_a.contains(member) == a.contains(&member)));
            prop_assert_eq!(PassageSet::every(length).count(), length);
            for range in [0..length, 0..300, length..0, 3..70, 64..128, 60..61, 130..199] {
                let expected = a.iter().filter(|member| range.contains(*member)).count();
                prop_assert_eq!(bits_a.count_within(&range) as usize, expected, "{:?}", range);
            }
        }
    }
}
