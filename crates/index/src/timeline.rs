//! Time as numbers: an axis, its ticks, and counts in bins.
//!
//! The module draws nothing. Places on an [`Axis`] are fractions of its length, from 0 to 1.
//!
//! [`Bins`] divide an axis by a [`Unit`]. Each [`Bin`] is a range of passages, so that a
//! [`PassageSet`](crate::search::PassageSet) is counted in it without visiting single passages. [`QueryCounts`] and
//! [`BinTotals`] give the frequencies of a query in each bin. A [`Scale`] maps days to places for all pictures; it
//! may fold years without a text.

mod bins;
mod scale;
mod series;
mod unit;

#[cfg(test)]
mod tests;

pub use bins::{Bin, Bins};
pub use scale::{Fold, Scale, empty_years};
pub use series::{BinTotals, Counted, Point, QueryCounts};
pub use unit::Unit;

use crate::search::Searcher;
use frise_date::Day;

/// A range of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The first day.
    pub first: Day,
    /// The last day; never before the first.
    pub last: Day,
}

impl Axis {
    /// Returns the axis of a corpus, from the earliest to the latest day of its dates, or `None` if no date has an end.
    ///
    /// The axis consists of whole years, or of whole months if it is shorter than two years; if it is shorter than six weeks,
    /// it has one day more on each side. Open ends of dates do not count.
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
        let unit = match last.0 - first.0 {
            // Whole months would leave little room for a few weeks.
            ..=40 => {
                return Some(Axis {
                    first: Day(first.0 - 1).max(Day::MIN),
                    last: Day(last.0 + 1).min(Day::MAX),
                });
            }
            41..=732 => Unit::Month,
            _ => Unit::Year,
        };
        Some(Axis {
            first: unit.start(first),
            last: unit.end(last),
        })
    }

    /// Returns the number of days.
    pub fn days(&self) -> i64 {
        i64::from(self.last.0) - i64::from(self.first.0) + 1
    }

    /// Returns where a day begins, from 0 to 1; days beyond the axis are at its ends.
    pub fn place(&self, day: Day) -> f64 {
        let days = i64::from(day.0) - i64::from(self.first.0);
        (days as f64 / self.days() as f64).clamp(0.0, 1.0)
    }

    /// Returns the day at a place from 0 to 1.
    pub fn day_at(&self, place: f64) -> Day {
        let days = (place.clamp(0.0, 1.0) * self.days() as f64) as i64;
        Day((i64::from(self.first.0) + days.min(self.days() - 1)) as i32)
    }

    /// Returns the finest unit that divides the axis into at most `most` parts, or else [`Unit::Century`].
    pub fn unit(&self, most: usize) -> Unit {
        let parts = |unit: &Unit| self.days() as f64 / unit.mean_days();
        Unit::ALL
            .into_iter()
            .find(|unit| parts(unit) <= most as f64)
            .unwrap_or(Unit::Century)
    }

    /// Returns at most `most` ticks: days on which a unit begins whose number is a multiple of a round step.
    pub fn ticks(&self, most: usize) -> (Unit, Vec<Day>) {
        let unit = self.unit(most.saturating_mul(12).max(1));
        let unit = match unit {
            // A shorter axis may have no beginning of a month, or only one.
            Unit::Day if self.days() > (most as i64).max(62) => Unit::Month,
            Unit::Quarter => Unit::Month,
            unit => unit,
        };
        let unit = match unit {
            Unit::Month if self.days() > 800 => Unit::Year,
            unit => unit,
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

    /// Returns the units that overlap the axis, as the first and last day of each.
    pub fn parts(&self, unit: Unit) -> impl Iterator<Item = (Day, Day)> + '_ {
        let mut next = Some(unit.start(self.first));
        std::iter::from_fn(move || {
            let from = next.filter(|day| *day <= self.last)?;
            // The last unit of the calendar may be shorter, and none follows it.
            let to = unit.end(from).max(from);
            next = to.0.checked_add(1).map(Day);
            Some((from, to))
        })
    }
}
