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

/// Calls `visit` with the first and the last position of each occurrence of a leaf.
pub(super) fn each_occurrence(index: &Index, leaf: &Leaf, mut visit: impl FnMut(u32, u32)) {
    let everywhere = 0..u32::MAX;
    match (leaf.parts.as_slice(), leaf.within) {
        ([forms], _) => {
            let positions = forms.iter().flat_map(|(form, _)| index.postings(*form));
            positions.for_each(|position| visit(*position, *position));
        }
        (parts, None) => {
            let length = (parts.len() as u32).saturating_sub(1);
            let starts = starts(index, parts, &everywhere).into_iter();
            starts.for_each(|start| visit(start, start + length));
        }
        (parts, Some(words)) => each_window(index, parts, words, &everywhere, |members| {
            if let (Some(start), Some(end)) = (members.first(), members.last()) {
                visit(*start, *end);
            }
        }),
    }
}

fn adjacent(index: &Index, parts: &[Forms], range: &Range<u32>) -> Vec<Sequence> {
    let length = (parts.len() as u32).saturating_sub(1);
    let starts = starts(index, parts, range).into_iter();
    starts
        .map(|start| Sequence {
            start,
            end: start + length,
            members: None,
        })
        .collect()
}

/// Returns where adjacent words begin, in rising order.
fn starts(index: &Index, parts: &[Forms], range: &Range<u32>) -> Vec<u32> {
    let mut cursors: Vec<Cursor> = parts
        .iter()
        .map(|part| Cursor::new(index, part, range))
        .collect();
    let Some(rarest) = rarest(&cursors) else {
        return Vec::new();
    };
    let positions = cursors[rarest].all();
    let mut is_whole = |start: &u32| {
        (0..)
            .zip(&mut cursors)
            .all(|(part, cursor)| part == rarest as u32 || cursor.contains(start + part))
    };
    positions
        .into_iter()
        .filter_map(|position| position.checked_sub(rarest as u32))
        .filter(|start| is_whole(start))
        .collect()
}

/// Returns the windows that hold every word, the last at most `words` words after the first.
fn near(index: &Index, parts: &[Forms], words: u32, range: &Range<u32>) -> Vec<Sequence> {
    let mut windows = Vec::new();
    each_window(index, parts, words, range, |members| {
        if let (Some(start), Some(end)) = (members.first(), members.last()) {
            windows.push(Sequence {
                start: *start,
                end: *end,
                members: Some(members.to_vec()),
            });
        }
    });
    windows
}

/// Calls `visit` with the positions of each window that holds every word, the last at most `words` words after the first. No
/// position counts for two words, even if both match it.
fn each_window(
    index: &Index,
    parts: &[Forms],
    words: u32,
    range: &Range<u32>,
    mut visit: impl FnMut(&[u32]),
) {
    // Two parts have no form in common, or one has all forms of the other (`="Paix paix"~3`). Parts with fewer forms have
    // fewer positions to choose from, and choose first.
    let mut parts: Vec<&Forms> = parts.iter().collect();
    parts.sort_by_key(|part| part.len());
    let cursors: Vec<Cursor> = parts
        .iter()
        .map(|part| Cursor::new(index, part, range))
        .collect();
    let Some(rarest) = rarest(&cursors) else {
        return;
    };
    let anchors = cursors[rarest].all();
    let mut all: Vec<(u32, usize)> = Vec::new();
    for (part, cursor) in cursors.iter().enumerate() {
        if part == rarest {
            all.extend(anchors.iter().map(|position| (*position, part)));
        } else {
            cursor.around(&anchors, words, |position| all.push((position, part)));
        }
    }
    all.sort_by_key(|(position, _)| *position);
    windows(&all, parts.len(), words, |members| {
        let passage = |position: Option<&u32>| position.map(|position| index.passage_at(*position));
        if passage(members.first()) == passage(members.last()) {
            visit(members);
        }
    });
}

/// Calls `visit` with the members of the window that ends at each rising position and holds the latest position of each part
/// that no part before it has taken, if it is short enough.
fn windows(all: &[(u32, usize)], parts: usize, words: u32, mut visit: impl FnMut(&[u32])) {
    // The latest positions of each part, the last one first, as many as there are parts.
    let mut latest: Vec<Option<u32>> = vec![None; parts * parts];
    let mut members: Vec<u32> = Vec::with_capacity(parts);
    for there in all.chunk_by(|one, next| one.0 == next.0) {
        let mut end = 0;
        for (position, part) in there {
            let latest = &mut latest[part * parts..(part + 1) * parts];
            latest.rotate_right(1);
            latest[0] = Some(*position);
            end = *position;
        }
        // Most windows lack a part, which is soon seen.
        let is_near = |latest: &Option<u32>| latest.is_some_and(|latest| end - latest <= words);
        if !latest.iter().step_by(parts).all(is_near) {
            continue;
        }
        members.clear();
        for latest in latest.chunks(parts) {
            let mut positions = latest.iter().flatten();
            members.extend(positions.find(|position| !members.contains(position)));
        }
        members.sort_unstable();
        if let (Some(start), Some(end)) = (members.first(), members.last())
            && members.len() == parts
            && end - start <= words
        {
            visit(&members);
        }
    }
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
pub(super) struct Cursor<'i> {
    lists: Vec<&'i [u32]>,
}

impl<'i> Cursor<'i> {
    pub fn new(index: &'i Index, forms: &[(u32, Reason)], range: &Range<u32>) -> Cursor<'i> {
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

    /// Replaces some positions by those in a range. Must be called with rising ranges.
    pub fn take_within(&mut self, range: &Range<u32>, positions: &mut Vec<u32>) {
        positions.clear();
        for list in &mut self.lists {
            let rest = from(list, range.start);
            let count = rest
                .iter()
                .take_while(|position| **position < range.end)
                .count();
            positions.extend_from_slice(&rest[..count]);
            *list = &rest[count..];
        }
        positions.sort_unstable();
    }

    /// Calls `visit` with the positions at most `words` words away from any of some rising positions, form by form.
    fn around(&self, anchors: &[u32], words: u32, mut visit: impl FnMut(u32)) {
        for list in &self.lists {
            let mut rest = *list;
            for anchor in anchors {
                rest = from(rest, anchor.saturating_sub(words));
                let end = anchor.saturating_add(words);
                while let Some((position, after)) =
                    rest.split_first().filter(|(position, _)| **position <= end)
                {
                    visit(*position);
                    rest = after;
                }
            }
        }
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
