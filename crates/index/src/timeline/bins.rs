//! Time cut into parts, each with the passages of the documents that begin in it.

use super::{Axis, Unit};
use crate::format::Index;
use frise_date::Day;
use std::ops::Range;

/// An axis cut by a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Bins {
    /// The unit.
    pub unit: Unit,
    /// Its parts, which follow one another.
    pub bins: Vec<Bin>,
}

/// A part of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bin {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// The passages of the documents whose dates begin in it.
    pub passages: Range<u32>,
    /// How many words these have, headings included: the denominator of a rate.
    pub words: u32,
}

impl Bin {
    /// Something that is counted in it, per 10,000 of its words; 0 where it has none.
    pub fn rate(&self, count: u32) -> f64 {
        match self.words {
            0 => 0.0,
            words => f64::from(count) * 10_000.0 / f64::from(words),
        }
    }
}

impl Bins {
    /// The parts of an axis. Documents whose date begins before the axis, or has no beginning, are in its
    /// first part where the axis is that of the whole corpus, and in none where it is a piece of it.
    ///
    /// Relies on documents being in the order of their first days, which [`Index::open`] proves.
    pub fn of(axis: &Axis, unit: Unit, index: &Index, is_whole: bool) -> Bins {
        let documents = index.documents();
        let before =
            |day: Day| documents.partition_point(|document| document.metadata.first_day() < day);
        let first_passage = |document: usize| match documents.get(document) {
            Some(document) => document.passages.start,
            None => index.passages(),
        };
        let dated = documents.partition_point(|document| document.metadata.date.is_some());
        let bin = |(place, (from, to)): (usize, (Day, Day))| {
            let start = if is_whole && place == 0 {
                0
            } else {
                before(from)
            };
            let end =
                to.0.checked_add(1)
                    .map_or(dated, |day| before(Day(day)))
                    .min(dated);
            let passages = first_passage(start.min(end))..first_passage(end);
            let words = passages
                .clone()
                .map(|passage| index.words_of(passage))
                .sum();
            Bin {
                from,
                to,
                passages,
                words,
            }
        };
        Bins {
            unit,
            bins: axis.parts(unit).enumerate().map(bin).collect(),
        }
    }
}
