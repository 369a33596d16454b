//! Word frequencies over time: how often a query occurs in each bin, relative to the number of words.
//!
//! Counting has two steps, so that a change of filters costs little: [`QueryCounts::of`] searches for a query once, whatever the
//! filters but those of voices and speakers. [`BinTotals::of`] counts the words of each bin under the filters once for all queries, and [`BinTotals::points`]
//! counts a query in each bin.
//!
//! Hits are those of the concordance: a word or phrase of the query, in a passage that matches the whole query. A query
//! whose words cannot be hits (`voix:direct`, `-paix`) is counted by its passages instead, as [`QueryCounts::counted`] tells.

use super::Bins;
use crate::query::{Problem, Query};
use crate::search::{Filters, PassageSet, Scope, Searcher};
use std::ops::Range;

/// The counts of a query in a bin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Point {
    /// The number of hits, or of passages where these are counted instead.
    pub hits: u32,
    /// The number of passages that match.
    pub passages: u32,
    /// The denominator: the number of words of all passages that pass the filters, headings included, or of the voices that are
    /// filtered for. Where it is 0 there is no rate, and a line has a gap.
    pub words: u32,
}

impl Point {
    /// Returns the number of hits per 10,000 words; 0 if there are no words.
    pub fn rate(&self) -> f64 {
        match self.words {
            0 => 0.0,
            words => f64::from(self.hits) * 10_000.0 / f64::from(words),
        }
    }

    /// Returns the counts of two bins together.
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
    /// The hits of its words.
    Occurrences,
    /// The passages that match, since none of its words can be a hit.
    Passages,
}

/// The counts of a query in each passage that matches, in the scope of filters of voices and speakers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryCounts {
    /// What is counted.
    pub counted: Counted,
    /// The parts of the query that could not be read or carried out as they stand.
    pub problems: Vec<Problem>,
    /// The passages that match, in rising order, and the count of each.
    matched: Vec<(u32, u32)>,
}

impl QueryCounts {
    /// Searches for a query in the scope of some filters, and counts it in each passage.
    pub fn of(searcher: &Searcher, query: &Query, filters: &Filters) -> QueryCounts {
        let matches = searcher.ask(query);
        let matches = searcher.limit(&matches, filters).unwrap_or(matches);
        let counted = if matches.plan().can_hit() {
            Counted::Occurrences
        } else {
            Counted::Passages
        };
        let hits = match counted {
            Counted::Occurrences => searcher.hits(matches.passages(), matches.plan(), &[]),
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
        QueryCounts {
            counted,
            matched: matches.passages().iter().map(count).collect(),
            problems: matches.problems().to_vec(),
        }
    }

    /// Returns how many of some passages match.
    pub fn passages(&self, among: &PassageSet) -> u32 {
        let matched = self.matched.iter();
        matched.filter(|(at, _)| among.contains(*at)).count() as u32
    }
}

/// The passages that pass some filters, and the number of their words in each bin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BinTotals {
    passing: PassageSet,
    /// The passages of each bin, and the number of words of those that pass the filters.
    bins: Vec<(Range<u32>, u32)>,
}

impl BinTotals {
    /// Counts the words of each bin that pass the filters.
    pub fn of(searcher: &Searcher, filters: &Filters, bins: &Bins) -> BinTotals {
        let passing = searcher.passing(filters);
        let scope = Scope::of(filters);
        let words = |passages: &Range<u32>| {
            let passages = passages.clone();
            let passing = passages.filter(|passage| passing.contains(*passage));
            passing
                .map(|passage| scope.words_of(searcher.index(), passage))
                .sum()
        };
        let bins = bins.bins.iter().map(|bin| &bin.passages);
        BinTotals {
            bins: bins
                .map(|passages| (passages.clone(), words(passages)))
                .collect(),
            passing,
        }
    }

    /// Returns the counts of a query in each bin.
    pub fn points(&self, counts: &QueryCounts) -> Vec<Point> {
        let point = |(passages, words): &(Range<u32>, u32)| {
            let before = |end: u32| counts.matched.partition_point(|(at, _)| *at < end);
            let matched = &counts.matched[before(passages.start)..before(passages.end)];
            let passing = matched.iter().filter(|(at, _)| self.passing.contains(*at));
            let start = Point {
                words: *words,
                ..Point::default()
            };
            passing
                .map(|(_, hits)| Point {
                    hits: *hits,
                    passages: 1,
                    words: 0,
                })
                .fold(start, Point::plus)
        };
        self.bins.iter().map(point).collect()
    }
}
