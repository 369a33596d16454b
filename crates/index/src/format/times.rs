//! The section TIME: the dates that the texts speak of, in reading order.
//!
//! ```text
//! count × { after  words  date }
//!
//! after   how many positions lie between the mention before, or the start, and its first word
//! words   how many words it has
//! date    EDTF, as a string
//! ```
//!
//! A mention is a stretch of words of one run, so that no two overlap, and none begins inside a letter.

use super::bytes::{Broken, Reader};
use super::layout::Layout;
use frise_date::Edtf;
use std::ops::Range;

/// A date that a passage speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexedMention {
    /// The passage.
    pub passage: u32,
    /// The positions of its words, which lie in one run.
    pub positions: Range<u32>,
    /// What it means.
    pub date: Edtf,
}

/// Reads the section.
pub(super) fn read(bytes: &[u8], layout: &Layout) -> Result<Vec<IndexedMention>, Broken> {
    let mut reader = Reader::new(bytes);
    let mut mentions = Vec::new();
    let mut runs = layout.runs.iter().map(|run| &run.positions).peekable();
    let mut at = 0u32;
    reader.each(|reader| {
        // What goes past all numbers goes past all words.
        let start = at.saturating_add(reader.number());
        let end = start.saturating_add(reader.number());
        while runs.next_if(|run| run.end <= start).is_some() {}
        let is_inside = |run: &&Range<u32>| run.start <= start && end <= run.end;
        let date = Edtf::parse(reader.string());
        match date {
            Ok(date) if start < end && runs.peek().is_some_and(is_inside) => {
                mentions.push(IndexedMention {
                    passage: layout.passage_at(start),
                    positions: start..end,
                    date,
                });
                at = end;
            }
            Ok(_) => reader.refuse("a mention is no stretch of words of a run"),
            Err(_) => reader.refuse("a mention is not EDTF"),
        }
    });
    reader.end()?;
    Ok(mentions)
}

/// Writes the section: positions and dates, in reading order.
pub(super) fn write(mentions: &[(Range<u32>, Edtf)]) -> Vec<u8> {
    use super::bytes::Append;
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
