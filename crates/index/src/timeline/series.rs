//! Words over time: how often a query occurs in each part of time, of how many words.
//!
//! Two steps, so that a change of filters costs little: [`Sought::of`] looks a query up once, whatever is
//! filtered; [`Ground::of`] counts what the filters leave of each bin once for all queries, and
//! [`Ground::points`] counts a query on it.
//!
//! A hit is what the concordance has a line for: a word of the query, or several that belong together, in
//! a passage that matches the whole query. A query none of whose words can be a hit (`voix:direct`,
//! `-paix`) is counted by its passages instead, which [`Sought::counted`] tells.

use super::Bins;
use crate::format::Index;
use crate::query::{Problem, Query};
use crate::search::{Filters, PassageSet, Searcher};
use std::ops::Range;

/// A query on a part of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Point {
    /// How many hits; how many passages, where these are counted instead.
    pub hits: u32,
    /// How many passages match.
    pub passages: u32,
    /// The denominator: how many words the passages have that pass the filters, whether they match or not,
    /// headings included. Where there is none, there is no rate either, and a line has a gap.
    pub words: u32,
}

impl Point {
    /// Hits per 10,000 words; 0 where there is no word.
    pub fn rate(&self) -> f64 {
        match self.words {
            0 => 0.0,
            words => f64::from(self.hits) * 10_000.0 / f64::from(words),
        }
    }

    /// Two parts of time taken together.
    #[must_use]
    pub fn plus(self, other: Point) -> Point {
        Point {
            hits: self.hits.saturating_add(other.hits),
            passages: self.passages.saturating_add(other.passages),
            words: self.words.saturating_add(other.words),
        }
    }
}

/// What the points of a query count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Hits of its words.
    Occurrences,
    /// Passages, since none of its words can be a hit.
    Passages,
}

/// A query that was looked up in the whole corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    /// What its points count.
    pub counted: Counted,
    /// What could not be read as it stood.
    pub problems: Vec<Problem>,
    /// The passages that match, in rising order, and how much of what is counted each has.
    matched: Vec<(u32, u32)>,
}

impl Sought {
    /// Looks a query up.
    pub fn of(searcher: &Searcher, query: &Query) -> Sought {
        let plan = searcher.plan(query);
        let asked = searcher.asked(&plan);
        let counted = if plan.can_hit() {
            Counted::Occurrences
        } else {
            Counted::Passages
        };
        let hits = match counted {
            Counted::Occurrences => searcher.hits(&asked, &plan, &[]),
            Counted::Passages => Vec::new(),
        };
        let mut rest = hits.as_slice();
        let count = |passage: u32| {
            let own = rest.iter().take_while(|hit| hit.passage == passage).count();
            rest = &rest[own..];
            match counted {
                Counted::Occurrences => (passage, own as u32),
                Counted::Passages => (passage, 1),
            }
        };
        Sought {
            counted,
            matched: asked.iter().map(count).collect(),
            problems: [&query.problems[..], plan.problems()].concat(),
        }
    }
}

impl Sought {
    /// How many of some passages match.
    pub fn passages(&self, among: &PassageSet) -> u32 {
        let matched = self.matched.iter();
        matched.filter(|(at, _)| among.contains(*at)).count() as u32
    }
}

/// What filters leave of each bin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    kept: PassageSet,
    /// The passages of each bin, and how many words those of them have that are kept.
    bins: Vec<(Range<u32>, u32)>,
}

impl Ground {
    /// Counts the words of each bin that pass the filters.
    pub fn of(searcher: &Searcher, filters: &Filters, bins: &Bins) -> Ground {
        let kept = searcher.passing(filters);
        let words = |passages: &Range<u32>| {
            let kept = passages.clone().filter(|passage| kept.contains(*passage));
            kept.map(|passage| searcher.index().words_of(passage)).sum()
        };
        let bins = bins.bins.iter().map(|bin| &bin.passages);
        Ground {
            bins: bins
                .map(|passages| (passages.clone(), words(passages)))
                .collect(),
            kept,
        }
    }

    /// A query on each bin.
    pub fn points(&self, sought: &Sought) -> Vec<Point> {
        let point = |(passages, words): &(Range<u32>, u32)| {
            let before = |end: u32| sought.matched.partition_point(|(at, _)| *at < end);
            let matched = &sought.matched[before(passages.start)..before(passages.end)];
            let kept = matched.iter().filter(|(at, _)| self.kept.contains(*at));
            kept.map(|(_, hits)| Point {
                hits: *hits,
                passages: 1,
                words: 0,
            })
            .fold(
                Point {
                    words: *words,
                    ..Point::default()
                },
                Point::plus,
            )
        };
        self.bins.iter().map(point).collect()
    }
}

impl Bins {
    /// The parts of an axis by the finest unit of which there are at most so many; coarser ones, as long as
    /// these tell as many dates apart: what stands in five years needs no months.
    pub fn fitting(axis: &super::Axis, most: usize, index: &Index, is_whole: bool) -> Bins {
        let cut = |unit: super::Unit| Bins::of(axis, unit, index, is_whole);
        let told_apart = |bins: &Bins| {
            let full = bins.bins.iter().filter(|bin| !bin.passages.is_empty());
            full.count()
        };
        let finest = cut(axis.unit(most));
        let coarser = super::Unit::ALL.into_iter().rev();
        let mut coarser = coarser.take_while(|unit| *unit > finest.unit).map(cut);
        coarser
            .find(|bins| told_apart(bins) == told_apart(&finest))
            .unwrap_or(finest)
    }
}
