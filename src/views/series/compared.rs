//! The queries that are compared, counted.

use crate::state::MOST_WORDS;
use crate::views::View;
use frise_index::query::{Matching, parse};
use frise_index::search::{Filters, Searcher};
use frise_index::timeline::{Axis, Bins, BinTotals, Point, QueryCounts};

/// A query with its points.
pub struct Compared<'s> {
    /// The query as it was written.
    pub query: &'s str,
    /// The same, looked up.
    pub sought: &'s QueryCounts,
    /// One for each bin.
    pub points: Vec<Point>,
    /// All bins together.
    pub whole: Point,
}

/// A part of time takes at least so many CSS pixels, where the reader has not chosen a unit.
const NARROWEST: f64 = 14.0;
/// More parts of time cannot be told apart in any picture; a unit that makes more gives way to a coarser.
const MOST_BINS: usize = 2_000;

/// The parts of time in which words are counted: by the unit that the reader has chosen, or else by the
/// finest that fits, but no finer than tells the texts apart.
pub fn bins(view: &View, axis: &Axis, width: f64, is_whole: bool) -> Bins {
    let index = view.searcher.index();
    match view.state.timelines.unit {
        Some(unit) => Bins::of(axis, unit.max(axis.unit(MOST_BINS)), index, is_whole),
        None => Bins::fitting(axis, (width / NARROWEST).max(1.0) as usize, index, is_whole),
    }
}

/// Looks queries up, in the whole corpus.
pub fn look_up(
    searcher: &Searcher,
    queries: &[String],
    matching: Matching,
) -> Vec<(String, QueryCounts)> {
    let look_up = |query: &String| {
        let sought = QueryCounts::of(searcher, &parse(query).matched(matching));
        (query.clone(), sought)
    };
    queries.iter().take(MOST_WORDS).map(look_up).collect()
}

/// The filters under which words are counted: all but those of dates.
pub fn filters(view: &View) -> Filters {
    Filters {
        from: None,
        to: None,
        undated: false,
        ..view.state.filters.clone()
    }
}

/// Counts queries in parts of time.
pub fn compare<'s>(view: &View, sought: &'s [(String, QueryCounts)], bins: &Bins) -> Vec<Compared<'s>> {
    if sought.is_empty() {
        return Vec::new();
    }
    let ground = BinTotals::of(&view.searcher, &filters(view), bins);
    let count = |(query, sought): &'s (String, QueryCounts)| {
        let points = ground.points(sought);
        Compared {
            query,
            sought,
            whole: points.iter().copied().fold(Point::default(), Point::plus),
            points,
        }
    };
    sought.iter().map(count).collect()
}
