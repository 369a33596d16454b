//! Occurrences of several words together: adjacent and in order, or near one another.
//!
//! Positions rise through the corpus, and one is left out after each heading and each passage, so that adjacent positions
//! never belong to two of them. Both searches start from the word that occurs least, and read the postings of the others
//! forwards only.

use super::Reason;
use super::lookup::Forms;
use super::plan::Leaf;
use crate::format::Index;
use std::ops::Range;

/// Words of a passage that together are one hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sequence {
    pub start: u32,
    pub end: u32,
    /// The positions of the words, if they are not all from `start` to `end`.
    pub members: Option<Vec<u32>>,
}

/// Returns the occurrences of a leaf in a range of positions, by rising end.
pub(super) fn sequences(index: &Index, leaf: &Leaf, range: &Range<u32>) -> Vec<Sequence> {
    match leaf.within {
        None => adjacent(index, &leaf.parts, range),
        Some(words) => near(index, &leaf.parts, words, range),
    }
}

fn adjacent(index: &Index, parts: &[Forms], range: &Range<u32>) -> Vec<Sequence> {
    let mut cursors: Vec<Cursor> = parts
        .iter()
        .map(|part| Cursor::new(index, part, range))
        .collect();
    let Some(rarest) = rarest(&cursors) else {
        return Vec::new();
    };
    let length = (parts.len() - 1) as u32;
    let starts = cursors[rarest].all();
    let mut is_whole = |start: &u32| {
        (0..)
            .zip(&mut cursors)
            .all(|(part, cursor)| part == rarest as u32 || cursor.contains(start + part))
    };
    starts
        .into_iter()
        .filter_map(|position| position.checked_sub(rarest as u32))
        .filter(|start| is_whole(start))
        .map(|start| Sequence {
            start,
            end: start + length,
            members: None,
        })
        .collect()
}

/// Returns the windows that hold every word, the last at most `words` words after the first. No position counts for two
/// words, even if both match it.
fn near(index: &Index, parts: &[Forms], words: u32, range: &Range<u32>) -> Vec<Sequence> {
    // Two parts have no form in common, or one has all forms of the other (`="Paix paix"~3`). Parts with fewer forms have
    // fewer positions to choose from, and choose first.
    let mut parts: Vec<&Forms> = parts.iter().collect();
    parts.sort_by_key(|part| part.len());
    let cursors: Vec<Cursor> = parts
        .iter()
        .map(|part| Cursor::new(index, part, range))
        .collect();
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
    let mut windows = windows(&all, parts.len(), words);
    windows.retain(|window| index.passage_at(window.start) == index.passage_at(window.end));
    windows
}

/// Returns, for each rising position, the window that ends there and holds the latest position of each part that no part
/// before it has taken, if it is short enough.
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

/// Returns the rising positions that lie in a range.
pub(super) fn within<'p>(positions: &'p [u32], range: &Range<u32>) -> &'p [u32] {
    let start = positions.partition_point(|position| *position < range.start);
    let rest = &positions[start..];
    &rest[..rest.partition_point(|position| *position < range.end)]
}

/// Returns the part that occurs least, if there is any part.
fn rarest(cursors: &[Cursor<'_>]) -> Option<usize> {
    (0..cursors.len()).min_by_key(|part| cursors[*part].count())
}

/// The postings of all forms of a word, read forwards only.
struct Cursor<'i> {
    lists: Vec<&'i [u32]>,
}

impl<'i> Cursor<'i> {
    fn new(index: &'i Index, forms: &[(u32, Reason)], range: &Range<u32>) -> Cursor<'i> {
        let lists = forms
            .iter()
            .map(|(form, _)| within(index.postings(*form), range));
        Cursor {
            lists: lists.filter(|list| !list.is_empty()).collect(),
        }
    }

    fn count(&self) -> usize {
        self.lists.iter().map(|list| list.len()).sum()
    }

    fn all(&self) -> Vec<u32> {
        let mut all = self.lists.concat();
        all.sort_unstable();
        all
    }

    /// Returns whether the word stands at a position. Must be called with rising positions.
    fn contains(&mut self, position: u32) -> bool {
        self.lists.iter_mut().any(|list| {
            *list = from(list, position);
            list.first() == Some(&position)
        })
    }

    /// Returns the positions at most `words` words away from any of some rising positions.
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

/// Returns the rising positions that are not below a bound, by galloping search, since the first is mostly near.
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
        fn as_a_filter_does(mut positions in proptest::collection::vec(0u32..60, 0..40), bound in 0u32..64) {
            positions.sort_unstable();
            let slow: Vec<u32> = positions.iter().copied().filter(|position| *position >= bound).collect();
            prop_assert_eq!(from(&positions, bound), slow.as_slice());
        }
    }
}
