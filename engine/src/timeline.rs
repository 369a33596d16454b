//! Time as numbers: the axis that all timelines share, its ticks, and passages counted in bins.
//!
//! Nothing is drawn here. Places on the [`Axis`] are shares of its length, from 0 to 1; whoever
//! draws turns them into pixels. [`spread`] keeps things that belong to close dates from hiding
//! one another.

use crate::date::Day;
use crate::search::{PassageSet, Searcher};

/// A stretch of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The first day.
    pub first: Day,
    /// The last day; never before the first.
    pub last: Day,
}

/// A unit in which time is told and counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// A day.
    Day,
    /// A month.
    Month,
    /// A year.
    Year,
    /// Ten years, from a year that ends in 0.
    Decade,
    /// A hundred years, from a year that ends in 00.
    Century,
}

/// Passages of a stretch of time, counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bin {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// How many passages there are.
    pub all: u32,
    /// How many of them match.
    pub matched: u32,
}

impl Axis {
    /// The axis of a corpus: from its earliest day to its latest, widened to whole years, or to whole
    /// months where it spans less than two. Open ends of dates do not count. `None` where no document
    /// has a date with an end.
    pub fn of(searcher: &Searcher) -> Option<Axis> {
        let dates = || {
            searcher
                .index()
                .documents()
                .iter()
                .filter_map(|document| document.metadata.date)
        };
        let days = dates().flat_map(|date| {
            let start = (!date.is_open_start()).then(|| date.earliest());
            let end = (!date.is_open_end()).then(|| date.latest());
            start.into_iter().chain(end)
        });
        let (first, last) = (days.clone().min()?, days.max()?);
        let unit = if last.0 - first.0 > 2 * 366 {
            Unit::Year
        } else {
            Unit::Month
        };
        Some(Axis {
            first: unit.start(first),
            last: unit.end(last),
        })
    }

    /// How many days it has.
    pub fn days(&self) -> i64 {
        i64::from(self.last.0) - i64::from(self.first.0) + 1
    }

    /// Where a day begins on it, as a share of its length; days beyond it lie at its ends.
    pub fn place(&self, day: Day) -> f64 {
        let days = i64::from(day.0) - i64::from(self.first.0);
        (days as f64 / self.days() as f64).clamp(0.0, 1.0)
    }

    /// The day at a place, from 0 to 1.
    pub fn day_at(&self, place: f64) -> Day {
        let days = (place.clamp(0.0, 1.0) * self.days() as f64) as i64;
        Day((i64::from(self.first.0) + days.min(self.days() - 1)) as i32)
    }

    /// The finest unit that divides it into at most so many parts; [`Unit::Century`] if none does.
    pub fn unit(&self, most: usize) -> Unit {
        let units = [Unit::Day, Unit::Month, Unit::Year, Unit::Decade];
        let parts = |unit: &Unit| self.days() as f64 / unit.mean_days();
        units
            .into_iter()
            .find(|unit| parts(unit) <= most as f64)
            .unwrap_or(Unit::Century)
    }

    /// Where units begin on it: those that are a multiple of some step of the unit, so that there are
    /// at most so many.
    pub fn ticks(&self, most: usize) -> (Unit, Vec<Day>) {
        let unit = self.unit(most.saturating_mul(12).max(1));
        let unit = if unit == Unit::Day && self.days() > most as i64 {
            Unit::Month
        } else {
            unit
        };
        let unit = if unit == Unit::Month && self.days() > 800 {
            Unit::Year
        } else {
            unit
        };
        let starts: Vec<Day> = self
            .parts(unit)
            .map(|(from, _)| from)
            .filter(|day| *day >= self.first)
            .collect();
        let steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000];
        let fits = |step: &usize| starts.len().div_ceil(*step) <= most.max(1);
        let step = steps.into_iter().find(fits).unwrap_or(starts.len().max(1));
        let kept = |day: &Day| unit.ordinal(*day).rem_euclid(step as i64) == 0;
        (unit, starts.into_iter().filter(kept).collect())
    }

    /// The parts of a unit that it is made of, first and last day of each.
    pub fn parts(&self, unit: Unit) -> impl Iterator<Item = (Day, Day)> + '_ {
        let mut next = Some(unit.start(self.first));
        std::iter::from_fn(move || {
            let from = next.filter(|day| *day <= self.last)?;
            let to = unit.end(from);
            next = to.0.checked_add(1).map(Day);
            Some((from, to))
        })
    }

    /// The passages of a corpus counted by the unit in which their document begins.
    pub fn bins(&self, unit: Unit, searcher: &Searcher, matched: &PassageSet) -> Vec<Bin> {
        let mut bins: Vec<Bin> = self
            .parts(unit)
            .map(|(from, to)| Bin {
                from,
                to,
                all: 0,
                matched: 0,
            })
            .collect();
        for document in searcher.index().documents() {
            let Some(date) = document.metadata.date else {
                continue;
            };
            let day = date.earliest().max(self.first);
            let after = bins.partition_point(|bin| bin.from <= day);
            if let Some(bin) = after.checked_sub(1).and_then(|at| bins.get_mut(at)) {
                bin.all += document.passages.len() as u32;
                bin.matched += document
                    .passages
                    .clone()
                    .filter(|passage| matched.contains(*passage))
                    .count() as u32;
            }
        }
        bins
    }
}

impl Unit {
    fn mean_days(self) -> f64 {
        match self {
            Unit::Day => 1.0,
            Unit::Month => 30.44,
            Unit::Year => 365.25,
            Unit::Decade => 3_652.5,
            Unit::Century => 36_525.0,
        }
    }

    /// The first day of the unit that a day lies in.
    pub fn start(self, day: Day) -> Day {
        let (year, month, _) = day.ymd();
        let start = match self {
            Unit::Day => return day,
            Unit::Month => Day::from_ymd(year, month, 1),
            Unit::Year => Day::from_ymd(year, 1, 1),
            Unit::Decade => Day::from_ymd(year - year.rem_euclid(10), 1, 1),
            Unit::Century => Day::from_ymd(year - year.rem_euclid(100), 1, 1),
        };
        start.unwrap_or(day)
    }

    /// The last day of the unit that a day lies in.
    pub fn end(self, day: Day) -> Day {
        let (year, month, _) = self.start(day).ymd();
        let next = match self {
            Unit::Day => return day,
            Unit::Month if month < 12 => Day::from_ymd(year, month + 1, 1),
            Unit::Month | Unit::Year => Day::from_ymd(year + 1, 1, 1),
            Unit::Decade => Day::from_ymd(year + 10, 1, 1),
            Unit::Century => Day::from_ymd(year + 100, 1, 1),
        };
        next.map_or(Day::MAX, |next| Day(next.0 - 1))
    }

    /// The number of the unit that a day lies in, so that multiples of 5 years end in 0 or 5.
    fn ordinal(self, day: Day) -> i64 {
        let (year, month, _) = day.ymd();
        let year = i64::from(year);
        match self {
            Unit::Day => i64::from(day.0),
            Unit::Month => year * 12 + i64::from(month) - 1,
            Unit::Year => year,
            Unit::Decade => year.div_euclid(10),
            Unit::Century => year.div_euclid(100),
        }
    }
}

/// Moves things apart that would overlap, as little as it can: `wanted` are their centres in rising
/// order, `widths` what each takes with its margin; all stay between 0 and `total`, if they fit.
///
/// Things that touch move as one block around the mean of where they want to be: the pool-adjacent-
/// violators way of isotonic regression (Barlow et al., 1972).
pub fn spread(wanted: &[f64], widths: &[f64], total: f64) -> Vec<f64> {
    struct Block {
        members: usize,
        /// The left edge that the members would like best, summed.
        sum: f64,
        width: f64,
    }
    impl Block {
        fn left(&self, total: f64) -> f64 {
            let left = self.sum / self.members as f64;
            left.min(total - self.width).max(0.0)
        }
    }
    let mut blocks: Vec<Block> = Vec::new();
    for (wanted, width) in wanted.iter().zip(widths) {
        let mut block = Block {
            members: 1,
            sum: wanted - width / 2.0,
            width: *width,
        };
        while let Some(before) =
            blocks.pop_if(|before| before.left(total) + before.width > block.left(total))
        {
            block = Block {
                members: before.members + block.members,
                sum: before.sum + block.sum - before.width * block.members as f64,
                width: before.width + block.width,
            };
        }
        blocks.push(block);
    }
    let mut centres = Vec::with_capacity(wanted.len());
    let mut widths = widths.iter();
    for block in blocks {
        let mut left = block.left(total);
        for width in widths.by_ref().take(block.members) {
            centres.push(left + width / 2.0);
            left += width;
        }
    }
    centres
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn axis(first: &str, last: &str) -> Axis {
        Axis {
            first: day(first),
            last: day(last),
        }
    }

    fn check_ticks(first: &str, last: &str, most: usize, unit: Unit, expected: &[&str]) {
        let (found, ticks) = axis(first, last).ticks(most);
        assert_eq!(
            (found, ticks),
            (unit, expected.iter().map(|text| day(text)).collect()),
            "{first} to {last}"
        );
    }

    #[test]
    fn ticks_fit_from_a_day_to_centuries() {
        check_ticks(
            "2010-01-01",
            "2013-12-31",
            12,
            Unit::Year,
            &["2010-01-01", "2011-01-01", "2012-01-01", "2013-01-01"],
        );
        check_ticks(
            "2010-01-01",
            "2021-12-31",
            4,
            Unit::Year,
            &["2010-01-01", "2015-01-01", "2020-01-01"],
        );
        check_ticks(
            "1790-01-01",
            "2024-12-31",
            5,
            Unit::Decade,
            &[
                "1800-01-01",
                "1850-01-01",
                "1900-01-01",
                "1950-01-01",
                "2000-01-01",
            ],
        );
        check_ticks(
            "2013-01-01",
            "2013-01-03",
            12,
            Unit::Day,
            &["2013-01-01", "2013-01-02", "2013-01-03"],
        );
        check_ticks(
            "2013-01-01",
            "2013-03-31",
            12,
            Unit::Month,
            &["2013-01-01", "2013-02-01", "2013-03-01"],
        );
        check_ticks("2013-01-01", "2013-01-01", 12, Unit::Day, &["2013-01-01"]);
    }

    #[test]
    fn units_hold_their_days() {
        let check = |unit: Unit, from: &str, to: &str| {
            assert_eq!(
                (unit.start(day("2016-02-24")), unit.end(day("2016-02-24"))),
                (day(from), day(to)),
                "{unit:?}"
            );
        };
        check(Unit::Day, "2016-02-24", "2016-02-24");
        check(Unit::Month, "2016-02-01", "2016-02-29");
        check(Unit::Year, "2016-01-01", "2016-12-31");
        check(Unit::Decade, "2010-01-01", "2019-12-31");
        check(Unit::Century, "2000-01-01", "2099-12-31");
    }

    proptest! {
        #[test]
        fn places_and_days_agree(first in -100_000i32..100_000, days in 0i32..200_000, at in 0i32..200_000) {
            let axis = Axis { first: Day(first), last: Day(first + days) };
            let day = Day(first + at % (days + 1));
            // A hair to the right of where the day begins is within the day.
            prop_assert_eq!(axis.day_at(axis.place(day) + 1e-9), day);
        }

        #[test]
        fn parts_follow_one_another(first in -1_000_000i32..1_000_000, days in 0i32..40_000) {
            let axis = Axis { first: Day(first), last: Day(first + days) };
            for unit in [Unit::Month, Unit::Year, Unit::Decade, Unit::Century] {
                let parts: Vec<(Day, Day)> = axis.parts(unit).collect();
                prop_assert!(parts[0].0 <= axis.first && parts[parts.len() - 1].1 >= axis.last);
                prop_assert!(parts.windows(2).all(|pair| pair[0].1.0 + 1 == pair[1].0.0));
            }
        }

        #[test]
        fn what_is_spread_never_overlaps(
            mut things in proptest::collection::vec((0.0..1000.0f64, 1.0..50.0f64), 1..12),
        ) {
            things.sort_by(|a, b| a.0.total_cmp(&b.0));
            let (wanted, widths): (Vec<f64>, Vec<f64>) = things.into_iter().unzip();
            let centres = spread(&wanted, &widths, 1000.0);
            prop_assert_eq!(centres.len(), wanted.len());
            for at in 0..centres.len() {
                prop_assert!(centres[at] - widths[at] / 2.0 >= -1e-6 && centres[at] + widths[at] / 2.0 <= 1000.0 + 1e-6);
                if at > 0 {
                    prop_assert!(centres[at] - centres[at - 1] >= (widths[at] + widths[at - 1]) / 2.0 - 1e-6);
                }
            }
            let unmoved = |at: usize| (centres[at] - wanted[at]).abs() < 1e-9;
            let room = |at: usize| {
                let clear = |other: usize| (wanted[at] - wanted[other]).abs() > 700.0 + widths[at];
                (0..wanted.len()).all(|other| other == at || clear(other))
                    && wanted[at] > widths[at] && wanted[at] < 1000.0 - widths[at]
            };
            prop_assert!((0..centres.len()).all(|at| !room(at) || unmoved(at)));
        }
    }
}
