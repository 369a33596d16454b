//! Sets of passages, as bit sets.

use std::ops::Range;

/// A set of passages of an index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PassageSet {
    words: Vec<u64>,
    /// The number of passages of the index.
    length: u32,
}

impl PassageSet {
    /// Returns the empty set of an index with `length` passages.
    pub fn none(length: u32) -> PassageSet {
        PassageSet {
            words: vec![0; (length as usize).div_ceil(64)],
            length,
        }
    }

    /// Returns the set of all passages of an index with `length` passages.
    pub fn every(length: u32) -> PassageSet {
        let mut set = PassageSet::none(length);
        set.complement();
        set
    }

    /// Returns whether a passage is in the set.
    pub fn contains(&self, passage: u32) -> bool {
        self.words
            .get(passage as usize / 64)
            .is_some_and(|word| word >> (passage % 64) & 1 == 1)
    }

    /// Adds a passage, unless its number is too large.
    pub fn insert(&mut self, passage: u32) {
        if passage < self.length {
            self.words[passage as usize / 64] |= 1 << (passage % 64);
        }
    }

    /// Adds the passages of a range.
    pub fn insert_all(&mut self, range: Range<u32>) {
        range.for_each(|passage| self.insert(passage));
    }

    /// Removes the passages that are not in another set.
    pub fn intersect(&mut self, other: &PassageSet) {
        self.words
            .iter_mut()
            .zip(&other.words)
            .for_each(|(word, other)| *word &= other);
    }

    /// Adds the passages of another set.
    pub fn unite(&mut self, other: &PassageSet) {
        self.words
            .iter_mut()
            .zip(&other.words)
            .for_each(|(word, other)| *word |= other);
    }

    /// Replaces the set by its complement.
    pub fn complement(&mut self) {
        self.words.iter_mut().for_each(|word| *word = !*word);
        if let (Some(last), used @ 1..) = (self.words.last_mut(), self.length % 64) {
            *last &= (1 << used) - 1;
        }
    }

    /// Returns the number of passages.
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Returns the number of passages of a range that are in the set.
    pub fn count_within(&self, range: &Range<u32>) -> u32 {
        let end = range.end.min(self.length);
        let mut at = range.start;
        let mut count = 0;
        while at < end {
            let next = (at / 64 + 1) * 64;
            let word = self.words[at as usize / 64] >> (at % 64);
            let beyond = next.saturating_sub(end.max(at));
            // The bits before the start are shifted out; those after the end are too.
            let kept = word << (at % 64) << beyond;
            count += if next > end { kept } else { word }.count_ones();
            at = next;
        }
        count
    }

    /// Returns the number of passages that are also in another set.
    pub fn count_with(&self, other: &PassageSet) -> u32 {
        self.words
            .iter()
            .zip(&other.words)
            .map(|(a, b)| (a & b).count_ones())
            .sum()
    }

    /// Returns how many passages stand before one in the set, or `None` if it is not in the set.
    pub(super) fn place_of(&self, passage: u32) -> Option<usize> {
        self.contains(passage)
            .then(|| self.count_within(&(0..passage)) as usize)
    }

    /// Calls `visit` with each passage, in rising order.
    pub(super) fn each(&self, mut visit: impl FnMut(u32)) {
        for (word, base) in self.words.iter().zip((0u32..).step_by(64)) {
            let mut rest = *word;
            while rest != 0 {
                visit(base + rest.trailing_zeros());
                rest &= rest - 1;
            }
        }
    }

    /// Calls `visit` with each passage that is also in another set, in rising order, and with its place in each of the two.
    pub(super) fn each_of_both(
        &self,
        other: &PassageSet,
        mut visit: impl FnMut(u32, usize, usize),
    ) {
        let (mut before, mut before_in_other) = (0, 0);
        let words = self.words.iter().zip(&other.words);
        for ((word, other), base) in words.zip((0u32..).step_by(64)) {
            let mut rest = word & other;
            let is_same = word == other;
            let first = (before, before_in_other);
            let mut count = 0;
            while is_same && rest != 0 {
                let place = |before: u32| (before + count) as usize;
                visit(base + rest.trailing_zeros(), place(first.0), place(first.1));
                rest &= rest - 1;
                count += 1;
            }
            while rest != 0 {
                let bit = rest.trailing_zeros();
                let below = (1 << bit) - 1;
                let place =
                    |before: u32, word: u64| (before + (word & below).count_ones()) as usize;
                visit(
                    base + bit,
                    place(before, *word),
                    place(before_in_other, *other),
                );
                rest &= rest - 1;
            }
            before += word.count_ones();
            before_in_other += other.count_ones();
        }
    }

    /// Returns the passages in rising order.
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
            let mut visited = Vec::new();
            bits_a.each(|member| visited.push(member));
            prop_assert!(visited.iter().eq(a.iter()));
            for member in 0..200 {
                let place = a.iter().position(|other| *other == member);
                prop_assert_eq!(bits_a.place_of(member), place);
            }
            let mut shared = Vec::new();
            bits_a.each_of_both(&bits_b, |member, in_a, in_b| shared.push((member, in_a, in_b)));
            let place = |set: &BTreeSet<u32>, member: u32| set.range(..member).count();
            let slow = a.intersection(&b).map(|member| (*member, place(&a, *member), place(&b, *member)));
            prop_assert_eq!(shared, slow.collect::<Vec<_>>());
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
