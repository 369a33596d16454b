//! Text segments: stretches of about as many words, which are classified by their words.

use crate::segments::text::Text;
use crate::{Boundary, Error, Level};
use frise_index::Index;
use frise_index::search::PassageSet;
use std::cmp::Reverse;
use std::ops::Range;

/// A stretch of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextSegment {
    /// The document.
    pub document: u32,
    /// The passage in which it begins.
    pub passage: u32,
    /// The positions of its first and its last word.
    pub start: u32,
    /// See [`start`](TextSegment::start).
    pub end: u32,
}

/// Which words distinguish text segments, and how long these are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextSegmentOptions {
    /// The level of words.
    pub level: Level,
    /// The number of words of a segment, about.
    pub words: usize,
    /// The fewest segments that have a word.
    pub frequency: usize,
    /// The fewest letters of a word.
    pub letters: usize,
    /// The most words.
    pub most: usize,
}

impl Default for TextSegmentOptions {
    fn default() -> TextSegmentOptions {
        TextSegmentOptions {
            level: Level::default(),
            words: 40,
            frequency: 3,
            letters: 4,
            most: 3_000,
        }
    }
}

/// Text segments and the words that each has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextSegments {
    /// The segments, in the order of the texts.
    pub segments: Vec<TextSegment>,
    /// The words, as numbers of the level; those that most segments have come first.
    pub words: Vec<u32>,
    /// For each segment the places of its words in [`words`](TextSegments::words), in rising order.
    pub rows: Vec<Vec<u32>>,
}

/// Divides passages into text segments and lists the words of each.
///
/// A segment ends at the end of a sentence or a passage, that which is nearest to the number of words asked for among those
/// that leave it half as many at least and half as many again at most; where there is none, after as many words. It does not
/// cross the end of a document, nor passages that are not chosen. What is shorter than half a segment at the end of a stretch
/// belongs to the segment before; a stretch that is shorter as a whole is one segment.
///
/// # Errors
/// Returns an error if the passages have no words.
pub fn text_segments(
    index: &Index,
    passages: &PassageSet,
    options: &TextSegmentOptions,
) -> Result<TextSegments, Error> {
    let text = Text::of(index, passages, options.level, Boundary::Sentence);
    let mut segments = Vec::new();
    let mut rows: Vec<Vec<u32>> = Vec::new();
    for stretch in stretches(index, &text) {
        for range in cut(&text.words, stretch, options.words.max(2)) {
            let (start, end) = (text.positions[range.start], text.positions[range.end - 1]);
            let passage = index.passage_at(start);
            segments.push(TextSegment {
                document: index.document_of(passage) as u32,
                passage,
                start,
                end,
            });
            let words = text.words[range].iter();
            let mut row: Vec<u32> = words.filter_map(|word| word.checked_sub(1)).collect();
            row.sort_unstable();
            row.dedup();
            rows.push(row);
        }
    }
    if segments.is_empty() {
        return Err(Error::NoWords);
    }
    let mut frequencies = vec![0usize; options.level.words(index)];
    for word in rows.iter().flatten() {
        frequencies[*word as usize] += 1;
    }
    let mut words: Vec<u32> = (0..frequencies.len() as u32)
        .filter(|word| frequencies[*word as usize] >= options.frequency.max(1))
        .filter(|word| options.level.text(index, *word).chars().count() >= options.letters)
        .collect();
    words.sort_by_key(|word| (Reverse(frequencies[*word as usize]), *word));
    words.truncate(options.most);
    let mut places = vec![None; frequencies.len()];
    for (place, word) in (0..).zip(&words) {
        places[*word as usize] = Some(place);
    }
    for row in &mut rows {
        *row = row
            .iter()
            .filter_map(|word| places[*word as usize])
            .collect();
        row.sort_unstable();
    }
    Ok(TextSegments {
        segments,
        words,
        rows,
    })
}

/// Returns the ranges of the row of words that segments do not cross. None begins or ends with a break.
fn stretches(index: &Index, text: &Text) -> Vec<Range<usize>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    let mut before = None;
    for (place, (word, position)) in text.words.iter().zip(&text.positions).enumerate() {
        if *word == 0 {
            continue;
        }
        let passage = index.passage_at(*position);
        let follows = before.is_some_and(|before: u32| {
            passage <= before + 1 && index.document_of(passage) == index.document_of(before)
        });
        match stretches.last_mut() {
            Some(last) if follows => last.end = place + 1,
            _ => stretches.push(place..place + 1),
        }
        before = Some(passage);
    }
    stretches
}

/// Cuts a stretch of words, in which 0 is a break, into ranges of about as many words.
fn cut(words: &[u32], stretch: Range<usize>, length: usize) -> Vec<Range<usize>> {
    // The places of words, without the breaks.
    let places: Vec<usize> = stretch.filter(|place| words[*place] != 0).collect();
    let half = length.div_ceil(2);
    let mut ranges = Vec::new();
    let mut start = 0;
    while start < places.len() {
        let left = places.len() - start;
        let count = if left <= length + half {
            left
        } else {
            let ends_sentence = |count: &usize| {
                let last = places[start + count - 1];
                words.get(last + 1) == Some(&0)
            };
            let counts = (half..=(length + half).min(left - half)).filter(ends_sentence);
            counts
                .min_by_key(|count| count.abs_diff(length))
                .unwrap_or(length)
        };
        ranges.push(places[start]..places[start + count - 1] + 1);
        start += count;
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn segments_end_with_the_sentence_that_is_nearest() {
        let check = |sentences: &[usize], length: usize, expected: &[usize]| {
            let mut words = Vec::new();
            for sentence in sentences {
                words.extend(std::iter::repeat_n(7, *sentence));
                words.push(0);
            }
            let ranges = cut(&words, 0..words.len() - 1, length);
            let counts: Vec<usize> = ranges
                .into_iter()
                .map(|range| words[range].iter().filter(|word| **word != 0).count())
                .collect();
            assert_eq!(counts, expected, "{sentences:?}");
        };
        check(&[4], 10, &[4]);
        check(&[8, 7], 10, &[15]);
        check(&[8, 8], 10, &[8, 8]);
        check(&[5, 4, 5, 9], 10, &[9, 14]);
        check(&[5, 4, 5, 12], 10, &[9, 5, 12]);
        // A sentence without an end is cut where the segment is full, and no rest is shorter than a half.
        check(&[33], 10, &[10, 10, 13]);
        check(&[12, 4], 10, &[10, 6]);
    }
}
