//! Maximal repeated segments, from the suffix array.

use super::suffixes::Suffixes;
use std::ops::{Range, RangeInclusive};

/// The occurrences of a segment: neighbours in the suffix array.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Interval {
    /// The suffixes that begin with the segment.
    pub suffixes: Range<usize>,
    /// The number of its words.
    pub words: usize,
}

/// Stands for the word before the occurrences of a segment where these are different words, or breaks, beyond which there is
/// no longer segment.
const VARIOUS: u32 = 0;

/// Returns the word before all occurrences of a segment from those before some of them and before the others.
fn before_both(a: u32, b: u32) -> u32 {
    if a == b { a } else { VARIOUS }
}

/// A group of suffixes that is not complete yet.
struct Open {
    start: usize,
    words: usize,
    before: u32,
}

/// Returns the segments of a number of words within `lengths` that occur `frequency` times at least, and for which no segment
/// with one word more on either side occurs as often.
///
/// Groups of neighbours in the suffix array with as many words in common are the inner nodes of the suffix tree, which are
/// the segments that no word on the right extends in all places (Abouelhoda, Kurtz and Ohlebusch, *Replacing suffix trees
/// with enhanced suffix arrays*, 2004). One pass with a stack finds them, and whether the same word is on the left in all
/// places.
pub(super) fn intervals(
    words: &[u32],
    suffixes: &Suffixes,
    lengths: RangeInclusive<usize>,
    frequency: usize,
) -> Vec<Interval> {
    // Read at once, since the places are far apart in memory.
    let word_before = |start: &u32| match (*start as usize).checked_sub(1) {
        Some(place) => words[place],
        None => VARIOUS,
    };
    let before_each: Vec<u32> = suffixes.order.iter().map(word_before).collect();
    let mut found = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    // Behind the last suffix is one that shares nothing with it and closes what is open.
    let shared = suffixes.shared.iter().copied().chain([0]);
    for (at, shared) in shared.enumerate().skip(1) {
        let mut shared = (shared as usize).min(*lengths.end());
        // Shorter groups are of no use to longer ones, which lie within them.
        if shared < *lengths.start() {
            shared = 0;
        }
        let mut start = at - 1;
        let mut before = before_each[start];
        while let Some(last) = open.pop_if(|last| last.words > shared) {
            start = last.start;
            before = before_both(last.before, before);
            let is_frequent = at - start >= frequency;
            if is_frequent && before == VARIOUS {
                found.push(Interval {
                    suffixes: start..at,
                    words: last.words,
                });
            }
        }
        match open.last_mut() {
            Some(last) if last.words == shared => last.before = before_both(last.before, before),
            _ if shared > 0 => open.push(Open {
                start,
                words: shared,
                before,
            }),
            _ => {}
        }
    }
    found
}
