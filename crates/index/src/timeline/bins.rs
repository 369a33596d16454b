//! Bins: parts of time, each with the passages of the documents whose dates begin in it.

use super::{Axis, Unit};
use crate::format::Index;
use frise_date::Day;
use std::ops::Range;

/// An axis divided into bins by a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Bins {
    /// The unit.
    pub unit: Unit,
    /// The bins, which follow one another.
    pub bins: Vec<Bin>,
}

/// A part of time with its passages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bin {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// The passages of the documents whose dates begin in the bin.
    pub passages: Range<u32>,
    /// The number of words of these passages, headings included: the denominator of a rate.
    pub words: u32,
}

impl Bin {
    /// Returns a count per 10,000 words of the bin; 0 if it has no words.
    pub fn rate(&self, count: u32) -> f64 {
        match self.words {
            0 => 0.0,
            words => f64::from(count) * 10_000.0 / f64::from(words),
        }
    }
}

impl Bins {
    /// Divides an axis by a unit.
    ///
    /// Documents whose date begins before the axis, or has no beginning, are in the first bin if the axis is that of the whole
    /// corpus (`is_whole`), and otherwise in none.
    pub fn of(axis: &Axis, unit: Unit, index: &Index, is_whole: bool) -> Bins {
        let documents = index.documents();
        let before =
            |day: Day| documents.partition_point(|document| document.metadata.first_day() < day);
        let first_passage = |document: usize| match documents.get(document) {
            Some(document) => document.passages.start,
            None => index.passages(),
        };
        // The index has its documents in the order of their first days, so that a bin is a range of passages.
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

    /// Divides an axis by the finest unit that makes at most `most` bins, or by a coarser unit that separates as many dates.
    ///
    /// A corpus whose dates are five years needs no months.
    pub fn fitting(axis: &Axis, most: usize, index: &Index, is_whole: bool) -> Bins {
        let divide = |unit: Unit| Bins::of(axis, unit, index, is_whole);
        let filled = |bins: &Bins| {
            let filled = bins.bins.iter().filter(|bin| !bin.passages.is_empty());
            filled.count()
        };
        let finest = divide(axis.unit(most));
        let units = Unit::ALL.into_iter().rev();
        let mut coarser = units.take_while(|unit| *unit > finest.unit).map(divide);
        coarser
            .find(|bins| filled(bins) == filled(&finest))
            .unwrap_or(finest)
    }
}
