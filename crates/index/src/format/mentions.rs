//! The section TIME: the dates that the texts mention, in reading order.
//!
//! ```text
//! count × { after  words  date }
//!
//! after   the number of positions between the end of the previous mention, or the start, and its first word
//! words   the number of its words
//! date    EDTF, as a string
//! ```
//!
//! A mention covers whole words of one run, and mentions do not overlap.

use super::bytes::{Damage, Decoder};
use super::layout::Layout;
use frise_date::Edtf;
use std::ops::Range;

/// A date that a passage mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexedMention {
    /// The passage.
    pub passage: u32,
    /// The positions of its words, which lie in one run.
    pub positions: Range<u32>,
    /// The date.
    pub date: Edtf,
}

/// Reads the section.
pub(super) fn read(bytes: &[u8], layout: &Layout) -> Result<Vec<IndexedMention>, Damage> {
    let mut decoder = Decoder::new(bytes);
    let runs = layout.runs.iter().map(|run| &run.positions);
    let read = read_in(&mut decoder, runs);
    decoder.end()?;
    let mentions = read.into_iter().map(|(positions, date)| IndexedMention {
        passage: layout.passage_at(positions.start),
        positions,
        date,
    });
    Ok(mentions.collect())
}

/// Decodes mentions in some runs, given the positions of the words of each run in reading order.
pub(super) fn read_in<'r>(
    decoder: &mut Decoder<'_>,
    runs: impl Iterator<Item = &'r Range<u32>>,
) -> Vec<(Range<u32>, Edtf)> {
    let mut mentions = Vec::new();
    let mut runs = runs.peekable();
    let mut at = 0u32;
    decoder.each(|decoder| {
        // Saturated positions lie in no run, and are refused below.
        let start = at.saturating_add(decoder.number());
        let end = start.saturating_add(decoder.number());
        while runs.next_if(|run| run.end <= start).is_some() {}
        let is_inside = |run: &&Range<u32>| run.start <= start && end <= run.end;
        match Edtf::parse(decoder.string()) {
            Ok(date) if start < end && runs.peek().is_some_and(is_inside) => {
                mentions.push((start..end, date));
                at = end;
            }
            Ok(_) => decoder.refuse("a mention is no stretch of words of a run"),
            Err(_) => decoder.refuse("a mention is not EDTF"),
        }
    });
    mentions
}

/// Writes the section from positions and dates in reading order.
pub(super) fn write(mentions: &[(Range<u32>, Edtf)]) -> Vec<u8> {
    use super::bytes::Encode;
    let mut out = Vec::new();
    out.number(mentions.len());
    let mut at = 0;
    for (positions, date) in mentions {
        out.number((positions.start - at) as usize);
        out.number(positions.len());
        out.string(&date.to_string());
        at = positions.end;
    }
    out
}
