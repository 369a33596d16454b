//! The queries that are compared, counted in bins.

use crate::components::View;
use crate::state::MOST_WORDS;
use frise_index::query::{Matching, parse};
use frise_index::search::{Filters, Searcher};
use frise_index::timeline::{Axis, Bin, BinTotals, Bins, Point, QueryCounts, Scale};

/// A query with its points.
pub struct Compared<'s> {
    /// The query as it was written.
    pub query: &'s str,
    /// The query, looked up.
    pub sought: &'s QueryCounts,
    /// A point for each bin.
    pub points: Vec<Point>,
    /// The sum of all points.
    pub whole: Point,
}

/// The smallest width of a bin in CSS pixels, if the reader has not chosen a unit.
const NARROWEST: f64 = 14.0;
/// The largest number of bins. A unit that would make more gives way to a coarser one.
const MOST_BINS: usize = 2_000;

/// Returns the bins in which words are counted: of the unit that the reader has chosen, or else of the finest unit that fits,
/// but no finer than tells the texts apart.
pub fn bins(view: &View, axis: &Axis, width: f64, is_whole: bool) -> Bins {
    let index = view.searcher.index();
    match view.state.timelines.unit {
        Some(unit) => Bins::of(axis, unit.max(axis.unit(MOST_BINS)), index, is_whole),
        None => Bins::fitting(axis, (width / NARROWEST).max(1.0) as usize, index, is_whole),
    }
}

/// Looks queries up in the whole corpus, or in the voices that are filtered for.
pub fn look_up(
    searcher: &Searcher,
    queries: &[String],
    matching: Matching,
    filters: &Filters,
) -> Vec<(String, QueryCounts)> {
    let look_up = |query: &String| {
        let sought = QueryCounts::of(searcher, &parse(query).matched(matching), filters);
        (query.clone(), sought)
    };
    queries.iter().take(MOST_WORDS).map(look_up).collect()
}

/// Returns the filters under which words are counted: all but those of dates.
pub fn filters(view: &View) -> Filters {
    Filters {
        from: None,
        to: None,
        undated: false,
        ..view.state.filters.clone()
    }
}

/// Counts queries in bins.
pub fn compare<'s>(
    view: &View,
    sought: &'s [(String, QueryCounts)],
    bins: &Bins,
) -> Vec<Compared<'s>> {
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

/// Returns where the points of bins stand, as shares of the axis: each in the middle of the dates of its texts, or of the bin if
/// it has none.
pub fn places(view: &View, scale: &Scale, bins: &Bins) -> Vec<f64> {
    let index = view.searcher.index();
    let place = |bin: &Bin| {
        let (start, end) = (scale.place(bin.from), scale.place_after(bin.to));
        let passages = &bin.passages;
        if passages.is_empty() {
            return (start + end) / 2.0;
        }
        let documents = index.document_of(passages.start)..=index.document_of(passages.end - 1);
        let middles = index.documents()[documents].iter().filter_map(|document| {
            let date = document.metadata.date?;
            Some(
                scale
                    .middle(date.earliest(), date.latest())
                    .clamp(start, end),
            )
        });
        let (sum, count) = middles.fold((0.0, 0.0), |(sum, count), middle| {
            (sum + middle, count + 1.0)
        });
        sum / f64::max(count, 1.0)
    };
    bins.bins.iter().map(place).collect()
}
