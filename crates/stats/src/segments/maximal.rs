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

/// What stands before the occurrences of a segment.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Always this word.
    Word(u32),
    /// Different words, or breaks, beyond which there is no longer segment.
    Various,
}

impl Before {
    fn of(words: &[u32], start: u32) -> Before {
        let before = (start as usize).checked_sub(1).and_then(|at| words.get(at));
        match before {
            None | Some(0) => Before::Various,
            Some(word) => Before::Word(*word),
        }
    }

    fn with(self, other: Before) -> Before {
        if self == other { self } else { Before::Various }
    }
}

/// A group of suffixes that is not complete yet.
struct Open {
    start: usize,
    words: usize,
    before: Before,
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
    let longest = *lengths.end();
    let mut found = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    for (at, start) in suffixes.order.iter().enumerate() {
        let shared = (suffixes.shared[at] as usize).min(longest);
        let mut from = at.saturating_sub(1);
        let mut before = match at.checked_sub(1) {
            Some(last) => Before::of(words, suffixes.order[last]),
            None => Before::Various,
        };
        while let Some(last) = open.pop_if(|last| last.words > shared) {
            from = last.start;
            before = last.before.with(before);
            keep(&mut found, &last, before, at, &lengths, frequency);
        }
        match open.last_mut() {
            Some(last) if last.words == shared => last.before = last.before.with(before),
            _ if shared > 0 => open.push(Open {
                start: from,
                words: shared,
                before,
            }),
            _ => {}
        }
        // The last suffix of all closes what is open.
        if at + 1 == suffixes.order.len() {
            let mut before = Before::of(words, *start);
            while let Some(last) = open.pop() {
                before = last.before.with(before);
                keep(&mut found, &last, before, at + 1, &lengths, frequency);
            }
        }
    }
    found
}

fn keep(
    found: &mut Vec<Interval>,
    group: &Open,
    before: Before,
    end: usize,
    lengths: &RangeInclusive<usize>,
    frequency: usize,
) {
    let is_long = lengths.contains(&group.words);
    if is_long && end - group.start >= frequency && before == Before::Various {
        found.push(Interval {
            suffixes: group.start..end,
            words: group.words,
        });
    }
}
