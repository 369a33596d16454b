//! Zooming in on a stretch of time, and out again, by buttons and keys.

mod gestures;

pub use gestures::by_gesture;

use crate::components::Page;
use crate::state::Timelines;
use frise_date::Day;
use frise_index::IndexedDocument;
use frise_index::timeline::{Axis, Scale, Unit};

/// The largest share of the picture that a step closer looks at.
const MOST_SHARE: f64 = 0.8;
/// How much more of the picture a part may take where it is made whole months or years.
const MOST_ROUNDING: f64 = 0.2;
/// Up to this many days are looked at as they are, and not as whole months.
const SHORT: i64 = 62;

/// How many days are shown on either side of what is found.
const ROOM: i32 = 45;

/// A change of scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zoom {
    /// Shows what is chosen: the dates that are filtered by, those of what is found, or that of the text that is read. Where that
    /// is nothing, or all that is shown, shows half of it, around the text nearest to its middle.
    Closer,
    /// Shows twice as much.
    Farther,
    /// Shows all.
    Whole,
}

/// Returns the timelines after a zoom of what a scale shows; `None` if it would change nothing.
pub fn zoomed(view: &Page, scale: &Scale, zoom: Zoom) -> Option<Timelines> {
    let (whole, shown) = (Axis::of(&view.searcher)?, scale.axis());
    let chosen = chosen(view, shown);
    let window = window(whole, scale, chosen, || half(view, scale), zoom);
    shows(view, whole, shown, window)
}

/// Returns what is shown after a zoom: closer, the first of what is chosen that is little enough of what is shown, or else half of
/// that.
fn window(
    whole: Axis,
    scale: &Scale,
    chosen: impl IntoIterator<Item = Axis>,
    half: impl FnOnce() -> Axis,
    zoom: Zoom,
) -> Axis {
    let shown = scale.axis();
    let mut parts = chosen
        .into_iter()
        .map(|part| within(part, shown))
        .filter(|part| part.first <= part.last && is_closer(scale, *part));
    let window = match zoom {
        Zoom::Closer => closer(scale, parts.next().unwrap_or_else(half)),
        Zoom::Farther => farther(shown),
        Zoom::Whole => whole,
    };
    within(window, whole)
}

/// Returns whether looking at a part would be a step closer that one sees.
fn is_closer(scale: &Scale, part: Axis) -> bool {
    part.days() < scale.axis().days() && share(scale, part) <= MOST_SHARE
}

/// Returns how much of the picture a part takes.
fn share(scale: &Scale, part: Axis) -> f64 {
    scale.place_after(part.last) - scale.place(part.first)
}

/// Returns what of an axis lies on another; it ends before it begins where nothing does.
fn within(part: Axis, of: Axis) -> Axis {
    Axis {
        first: part.first.max(of.first),
        last: part.last.min(of.last),
    }
}

/// Returns the timelines that show a window of the whole; `None` if that is what they show.
fn shows(view: &Page, whole: Axis, shown: Axis, window: Axis) -> Option<Timelines> {
    let window = within(window, whole);
    (window != shown && window.first <= window.last).then(|| Timelines {
        window: (window != whole).then_some((window.first, window.last)),
        ..view.state.timelines.clone()
    })
}

/// Returns what is chosen: the dates that are filtered by, those of what is found, that of the text that is
/// read.
fn chosen(view: &Page, shown: Axis) -> impl Iterator<Item = Axis> {
    let filters = &view.state.filters;
    let filtered = filters.from.or(filters.to).map(|_| {
        (
            filters.from.unwrap_or(shown.first),
            filters.to.unwrap_or(shown.last),
        )
    });
    let index = view.searcher.index();
    let read = view.state.passage.map(|passage| {
        let document = index.document_of(passage);
        around(&index.documents()[document..=document], |_| true)
    });
    let parts = [filtered, around_found(view), read.flatten()];
    let parts = parts.into_iter().flatten();
    parts.map(|(first, last)| Axis { first, last })
}

/// Returns half of what a scale shows, around the document nearest to its middle.
fn half(view: &Page, scale: &Scale) -> Axis {
    let documents = view.searcher.index().documents().iter();
    let shown = scale.axis();
    let middles = documents
        .filter_map(|document| document.metadata.date)
        .filter(|date| date.latest() >= shown.first && date.earliest() <= shown.last)
        .map(|date| scale.middle(date.earliest(), date.latest()));
    let from_middle = |place: &f64| (place - 0.5).abs();
    let nearest = middles.min_by(|a, b| from_middle(a).total_cmp(&from_middle(b)));
    let middle = nearest.unwrap_or(0.5).clamp(0.25, 0.75);
    Axis {
        first: scale.day_at(middle - 0.25),
        last: scale.day_at(middle + 0.25),
    }
}

/// Returns the days of the documents in which something is found, with some room; `None` if nothing is looked for.
fn around_found(view: &Page) -> Option<(Day, Day)> {
    if view.state.is_unfiltered() {
        return None;
    }
    let matched = &view.answer.matched;
    around(view.searcher.index().documents(), |document| {
        matched.count_within(&document.passages) > 0
    })
}

/// Returns the days of some documents, with some room; `None` if none of them has a date.
fn around(
    documents: &[IndexedDocument],
    counts: impl Fn(&IndexedDocument) -> bool,
) -> Option<(Day, Day)> {
    let dates = documents
        .iter()
        .filter(|document| counts(document))
        .filter_map(|document| document.metadata.date);
    let first = dates.clone().map(|date| date.earliest()).min()?;
    let last = dates.map(|date| date.latest()).max()?;
    Some((
        Day(first.0.saturating_sub(ROOM)),
        Day(last.0.saturating_add(ROOM)),
    ))
}

/// Returns a part of what is shown, in whole years or months unless these are nearly all that is shown.
fn closer(scale: &Scale, part: Axis) -> Axis {
    let months = Axis {
        first: Unit::Month.start(part.first),
        last: Unit::Month.end(part.last),
    };
    let rounds = [rounded(part), months].map(|round| within(round, scale.axis()));
    let mut rounds = rounds.into_iter();
    let most = share(scale, part) + MOST_ROUNDING;
    let is_round = |round: &Axis| {
        part.days() > SHORT && is_closer(scale, *round) && share(scale, *round) <= most
    };
    rounds.find(is_round).unwrap_or(part)
}

/// Returns twice as much as is shown.
fn farther(shown: Axis) -> Axis {
    let half = (shown.days() / 2).max(1) as i32;
    rounded(Axis {
        first: Day(shown.first.0.saturating_sub(half)),
        last: Day(shown.last.0.saturating_add(half)),
    })
}

/// Returns the timelines after a key that zooms; `None` for any other key, or if it would change nothing.
pub fn by_key(view: &Page, scale: &Scale, key: &str) -> Option<Timelines> {
    let zoom = match key {
        "+" | "=" => Zoom::Closer,
        "-" => Zoom::Farther,
        "0" => Zoom::Whole,
        _ => return None,
    };
    zoomed(view, scale, zoom)
}

/// Returns whole months or years, so that an axis begins and ends at a round date.
fn rounded(axis: Axis) -> Axis {
    if axis.days() <= SHORT {
        return axis;
    }
    let unit = match axis.days() {
        ..=730 => Unit::Month,
        _ => Unit::Year,
    };
    Axis {
        first: unit.start(axis.first),
        last: unit.end(axis.last),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    pub fn axis(first: &str, last: &str) -> Axis {
        let day = |text: &str| Day::parse(text).expect("a day");
        Axis {
            first: day(first),
            last: day(last),
        }
    }

    /// The part of the whole that is shown after a zoom, with some dates held.
    fn seen(whole: Axis, shown: Axis, held: Option<Axis>, zoom: Zoom) -> Axis {
        let half = || Axis {
            first: shown.day_at(0.25),
            last: shown.day_at(0.75),
        };
        window(whole, &Scale::linear(shown), held, half, zoom)
    }

    fn check(held: Option<Axis>, shown: Axis, zoom: Zoom, expected: Axis) {
        let whole = axis("2010-01-01", "2021-12-31");
        let found = seen(whole, shown, held, zoom);
        assert_eq!(found, expected, "{zoom:?} of {shown:?}, {held:?} held");
    }

    #[test]
    fn closer_and_farther() {
        // The middle half, and the years or months that it begins and ends in.
        let whole = axis("2010-01-01", "2021-12-31");
        let middle = axis("2012-01-01", "2019-12-31");
        let of_2016 = axis("2016-01-01", "2016-12-31");
        check(None, whole, Zoom::Closer, middle);
        check(None, middle, Zoom::Farther, whole);
        check(None, middle, Zoom::Whole, whole);
        check(None, whole, Zoom::Farther, whole);
        check(
            None,
            of_2016,
            Zoom::Closer,
            axis("2016-04-01", "2016-10-31"),
        );
        check(
            None,
            of_2016,
            Zoom::Farther,
            axis("2015-01-01", "2017-12-31"),
        );
        // The last year goes no farther than the corpus.
        let last = axis("2021-01-01", "2021-12-31");
        check(None, last, Zoom::Farther, axis("2020-07-01", "2021-12-31"));
        // The middle half begins and ends in the first and the last of four months.
        let four = axis("2016-05-01", "2016-08-31");
        check(None, four, Zoom::Closer, axis("2016-05-31", "2016-08-01"));
        let day = axis("2016-05-24", "2016-05-24");
        check(None, day, Zoom::Closer, day);
        check(None, day, Zoom::Farther, axis("2016-05-23", "2016-05-25"));
    }

    #[test]
    fn what_is_held_is_looked_at_where_it_is_in_sight() {
        let whole = axis("2010-01-01", "2021-12-31");
        let of_2016 = axis("2016-01-01", "2016-12-31");
        check(Some(of_2016), whole, Zoom::Closer, of_2016);
        check(Some(of_2016), whole, Zoom::Farther, whole);
        let may = axis("2016-05-01", "2016-05-31");
        check(Some(may), of_2016, Zoom::Closer, may);
        // What is held is all that is shown, or out of sight, or a stretch that ends before it begins.
        let half = axis("2016-04-01", "2016-10-31");
        check(Some(of_2016), of_2016, Zoom::Closer, half);
        let of_2011 = axis("2011-01-01", "2011-12-31");
        check(Some(of_2011), of_2016, Zoom::Closer, half);
        let backwards = axis("2016-08-01", "2016-05-31");
        check(Some(backwards), of_2016, Zoom::Closer, half);
        let longer = axis("2016-07-01", "2030-12-31");
        let end = axis("2016-07-01", "2016-12-31");
        check(Some(longer), of_2016, Zoom::Closer, end);
    }

    proptest! {
        /// From anywhere, closer and closer ends at a few days, farther and farther at the whole.
        #[test]
        fn each_zoom_goes_somewhere(
            days in prop::collection::vec(Day::MIN.0..=Day::MAX.0, 2),
            shares in (0.0..=1.0f64, 0.0..=1.0f64),
        ) {
            let whole = Axis { first: Day(days[0].min(days[1])), last: Day(days[0].max(days[1])) };
            let ends = (whole.day_at(shares.0), whole.day_at(shares.1));
            let start = Axis { first: ends.0.min(ends.1), last: ends.0.max(ends.1) };
            let mut shown = start;
            while shown.days() > 3 {
                let next = seen(whole, shown, None, Zoom::Closer);
                prop_assert!(next.first >= whole.first && next.last <= whole.last && next.first <= next.last);
                prop_assert!(next.days() < shown.days(), "{:?} closer is {:?}", shown, next);
                shown = next;
            }
            let mut steps = 0;
            shown = start;
            while shown != whole {
                let next = seen(whole, shown, None, Zoom::Farther);
                prop_assert!(next.first <= shown.first && next.last >= shown.last && next != shown);
                prop_assert!(next.first >= whole.first && next.last <= whole.last);
                (shown, steps) = (next, steps + 1);
            }
            prop_assert!(steps <= 30, "{} steps from {:?} to {:?}", steps, start, whole);
            prop_assert_eq!(seen(whole, start, None, Zoom::Whole), whole);
        }
    }
}
