//! Where the words of a phrase stand together: in a row, or within some words of one another.
//!
//! Positions rise through the corpus, and one is left out after each heading and each passage, so a
//! row never runs from one into the next. Both searches start from the word that occurs least, and
//! read the positions of the others forward only.

use super::lookup::Forms;
use super::plan::Leaf;
use super::{Reason, Searcher};
use std::ops::Range;

/// Words of a passage that together are one hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sequence {
    pub start: u32,
    pub end: u32,
    /// The positions of the words, where they are not all from `start` to `end`.
    pub members: Option<Vec<u32>>,
}

impl Searcher {
    /// Where the words of a leaf stand together in a range of positions, by rising end.
    pub(super) fn sequences(&self, leaf: &Leaf, range: &Range<u32>) -> Vec<Sequence> {
        match leaf.within {
            None => self.in_a_row(&leaf.parts, range),
            Some(words) => self.near(&leaf.parts, words, range),
        }
    }

    fn in_a_row(&self, parts: &[Forms], range: &Range<u32>) -> Vec<Sequence> {
        let mut cursors: Vec<Cursor> = parts.iter().map(|part| self.cursor(part, range)).collect();
        let Some(rarest) = rarest(&cursors) else {
            return Vec::new();
        };
        let length = (parts.len() - 1) as u32;
        let first_of = |position: u32| position.checked_sub(rarest as u32);
        let starts = cursors[rarest].all();
        let mut whole = |start: &u32| {
            (0..)
                .zip(&mut cursors)
                .all(|(part, cursor)| part == rarest as u32 || cursor.holds(start + part))
        };
        starts
            .into_iter()
            .filter_map(first_of)
            .filter(|start| whole(start))
            .map(|start| Sequence {
                start,
                end: start + length,
                members: None,
            })
            .collect()
    }

    /// Windows in which every word occurs, the last at most `words` words after the first. No place
    /// counts for two words, even where both may stand there.
    fn near(&self, parts: &[Forms], words: u32, range: &Range<u32>) -> Vec<Sequence> {
        // Parts share no form, or one has all forms of the other (`="Paix paix"~3`). Those with fewer
        // forms have less choice, and take their places first.
        let mut parts: Vec<&Forms> = parts.iter().collect();
        parts.sort_by_key(|part| part.len() as u32);
        let cursors: Vec<Cursor> = parts.iter().map(|part| self.cursor(part, range)).collect();
        let Some(rarest) = rarest(&cursors) else {
            return Vec::new();
        };
        let anchors = cursors[rarest].all();
        let mut all: Vec<(u32, usize)> = Vec::new();
        for (part, cursor) in cursors.iter().enumerate() {
            let positions = if part == rarest {
                anchors.clone()
            } else {
                cursor.around(&anchors, words)
            };
            all.extend(positions.into_iter().map(|position| (position, part)));
        }
        all.sort_by_key(|(position, _)| *position);
        windows(&all, parts.len(), words)
            .into_iter()
            .filter(|window| {
                self.index().passage_at(window.start) == self.index().passage_at(window.end)
            })
            .collect()
    }

    fn cursor<'i>(&'i self, forms: &[(u32, Reason)], range: &Range<u32>) -> Cursor<'i> {
        let lists = forms
            .iter()
            .map(|(form, _)| within(self.index().occurrences(*form), range));
        Cursor {
            lists: lists.filter(|list| !list.is_empty()).collect(),
        }
    }
}

/// For each rising position, the window that ends there and holds the latest place of each part that no
/// part before it has taken, if it is short enough.
fn windows(all: &[(u32, usize)], parts: usize, words: u32) -> Vec<Sequence> {
    let mut latest: Vec<Vec<u32>> = vec![Vec::new(); parts];
    let mut windows = Vec::new();
    for there in all.chunk_by(|one, next| one.0 == next.0) {
        for (position, part) in there {
            let latest = &mut latest[*part];
            latest.push(*position);
            if latest.len() > parts {
                latest.remove(0);
            }
        }
        let mut members: Vec<u32> = Vec::new();
        for latest in &latest {
            let is_free = |position: &&u32| !members.contains(position);
            members.extend(latest.iter().rev().find(is_free).copied());
        }
        members.sort_unstable();
        if let (Some(start), Some(end)) = (members.first(), members.last())
            && members.len() == parts
            && end - start <= words
        {
            windows.push(Sequence {
                start: *start,
                end: *end,
                members: Some(members),
            });
        }
    }
    windows
}

/// The positions that lie in a range.
pub(super) fn within<'p>(positions: &'p [u32], range: &Range<u32>) -> &'p [u32] {
    let start = positions.partition_point(|position| *position < range.start);
    let rest = &positions[start..];
    &rest[..rest.partition_point(|position| *position < range.end)]
}

/// The part that occurs least, where there is any part.
fn rarest(cursors: &[Cursor<'_>]) -> Option<usize> {
    (0..cursors.len()).min_by_key(|part| cursors[*part].count())
}

/// The positions of a word in all its forms, read forward only.
struct Cursor<'i> {
    lists: Vec<&'i [u32]>,
}

impl Cursor<'_> {
    fn count(&self) -> usize {
        self.lists.iter().map(|list| list.len()).sum()
    }

    fn all(&self) -> Vec<u32> {
        let mut all = self.lists.concat();
        all.sort_unstable();
        all
    }

    /// Whether the word stands at a position; positions must be asked for in rising order.
    fn holds(&mut self, position: u32) -> bool {
        self.lists.iter_mut().any(|list| {
            *list = from(list, position);
            list.first() == Some(&position)
        })
    }

    /// The positions at most so many words away from one of some rising positions.
    fn around(&self, anchors: &[u32], words: u32) -> Vec<u32> {
        let mut near = Vec::new();
        for list in &self.lists {
            let mut rest = *list;
            for anchor in anchors {
                rest = from(rest, anchor.saturating_sub(words));
                let end = anchor.saturating_add(words);
                let count = rest.iter().take_while(|position| **position <= end).count();
                near.extend_from_slice(&rest[..count]);
                rest = &rest[count..];
            }
        }
        near
    }
}

/// What of some rising positions is not below a bound: by doubling steps, since it is mostly near.
fn from(positions: &[u32], bound: u32) -> &[u32] {
    let mut step = 1;
    while positions
        .get(step)
        .is_some_and(|position| *position < bound)
    {
        step *= 2;
    }
    let start = step / 2;
    let end = positions.len().min(step + 1);
    let below = positions[start.min(end)..end].partition_point(|position| *position < bound);
    &positions[start.min(end) + below..]
}

#[cfg(test)]
mod tests {
    use super::from;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn from_a_bound_on(mut positions in proptest::collection::vec(0u32..60, 0..40), bound in 0u32..64) {
            positions.sort_unstable();
            let slow: Vec<u32> = positions.iter().copied().filter(|position| *position >= bound).collect();
            prop_assert_eq!(from(&positions, bound), slow.as_slice());
        }
    }
}
