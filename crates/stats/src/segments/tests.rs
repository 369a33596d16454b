//! The suffix array and the segments against brute force.

use super::maximal::{Interval, intervals};
use super::suffixes::Suffixes;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The words from a place up to the next break, `depth` at most.
fn words_from(words: &[u32], start: usize, depth: usize) -> Vec<u32> {
    let rest = words[start..].iter().take(depth);
    rest.take_while(|word| **word != 0).copied().collect()
}

/// All sequences without a break, with their places.
fn sequences(words: &[u32], longest: usize) -> BTreeMap<Vec<u32>, BTreeSet<usize>> {
    let mut places: BTreeMap<Vec<u32>, BTreeSet<usize>> = BTreeMap::new();
    for start in 0..words.len() {
        let longest = words_from(words, start, longest);
        for length in 1..=longest.len() {
            places
                .entry(longest[..length].to_vec())
                .or_default()
                .insert(start);
        }
    }
    places
}

/// The maximal segments by their definition: every sequence, against every sequence with one word more.
fn slow(
    words: &[u32],
    shortest: usize,
    longest: usize,
    frequency: usize,
) -> BTreeMap<Vec<u32>, BTreeSet<usize>> {
    let all = sequences(words, longest + 1);
    let alphabet: BTreeSet<u32> = words.iter().copied().filter(|word| *word != 0).collect();
    let count = |sequence: &[u32]| all.get(sequence).map_or(0, BTreeSet::len);
    let is_maximal = |sequence: &[u32], places: usize| {
        alphabet.iter().all(|word| {
            let right = [sequence, &[*word]].concat();
            let left = [&[*word], sequence].concat();
            // Beyond the longest nothing is known of the right side.
            let right = if sequence.len() == longest {
                0
            } else {
                count(&right)
            };
            right < places && count(&left) < places
        })
    };
    all.iter()
        .filter(|(sequence, places)| {
            (shortest..=longest).contains(&sequence.len())
                && places.len() >= frequency
                && is_maximal(sequence, places.len())
        })
        .map(|(sequence, places)| (sequence.clone(), places.clone()))
        .collect()
}

proptest! {
    #[test]
    fn suffixes_are_in_order(
        words in proptest::collection::vec(0u32..5, 0..120),
        depth in 1usize..13,
        wide in any::<bool>(),
    ) {
        // Numbers beyond the width of a key take the other way.
        let shift = if wide { 1 << 22 } else { 0 };
        let words: Vec<u32> =
            words.into_iter().map(|word| if word == 0 { 0 } else { word + shift }).collect();
        let suffixes = Suffixes::of(&words, depth);
        let mut starts = suffixes.order.clone();
        starts.sort_unstable();
        let expected: Vec<u32> =
            (0..words.len() as u32).filter(|start| words[*start as usize] != 0).collect();
        prop_assert_eq!(starts, expected);
        for (at, pair) in suffixes.order.windows(2).enumerate() {
            let a = words_from(&words, pair[0] as usize, depth);
            let b = words_from(&words, pair[1] as usize, depth);
            prop_assert!(a <= b);
            let shared = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
            prop_assert_eq!(suffixes.shared[at + 1] as usize, shared);
        }
    }

    #[test]
    fn suffixes_are_found_by_their_beginning(
        words in proptest::collection::vec(0u32..4, 0..80),
        sought in proptest::collection::vec(1u32..4, 1..5),
    ) {
        let suffixes = Suffixes::of(&words, 12);
        let range = suffixes.beginning_with(&words, &sought);
        let found: BTreeSet<u32> = suffixes.order[range].iter().copied().collect();
        let begins = |start: &u32| words[*start as usize..].starts_with(&sought);
        let expected: BTreeSet<u32> = (0..words.len() as u32).filter(begins).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn segments_are_those_of_the_definition(
        words in proptest::collection::vec(0u32..4, 0..90),
        shortest in 1usize..4,
        longest in 3usize..7,
        frequency in 2usize..5,
    ) {
        let suffixes = Suffixes::of(&words, 12);
        let found = intervals(&words, &suffixes, shortest..=longest, frequency);
        let mut segments = BTreeMap::new();
        for Interval { suffixes: range, words: length } in found {
            let places: BTreeSet<usize> =
                suffixes.order[range].iter().map(|start| *start as usize).collect();
            let first = *places.first().expect("a segment has places");
            let twice = segments.insert(words[first..first + length].to_vec(), places);
            prop_assert!(twice.is_none());
        }
        prop_assert_eq!(segments, slow(&words, shortest, longest, frequency));
    }
}
