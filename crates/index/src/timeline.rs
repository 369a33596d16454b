//! Time as numbers: the axis that all timelines share, its ticks, and passages counted in bins.
//!
//! Nothing is drawn here. Places on the [`Axis`] are shares of its length, from 0 to 1; whoever
//! draws turns them into pixels. [`Bins`] cut it by a [`Unit`]: each [`Bin`] is a run of neighbouring
//! passages, so that any [`PassageSet`](crate::search::PassageSet) is counted in it without a look at
//! single passages. [`Sought`] queries are counted on the [`Ground`] that filters leave of the bins, hit by
//! hit. A [`Scale`] is the map from days to places that all pictures share; it may fold years without a text.

mod bins;
mod scale;
mod series;
mod unit;

#[cfg(test)]
mod tests;

pub use bins::{Bin, Bins};
pub use scale::{Fold, Scale, empty_years};
pub use series::{Counted, Ground, Point, Sought};
pub use unit::Unit;

use crate::search::Searcher;
use frise_date::Day;

/// A stretch of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The first day.
    pub first: Day,
    /// The last day; never before the first.
    pub last: Day,
}

impl Axis {
    /// The axis of a corpus: from its earliest day to its latest, widened to whole years, to whole months
    /// where it spans less than two years, and by a day on either side where it spans some weeks. Open ends
    /// of dates do not count. `None` where no document has a date with an end.
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
            // What happened within weeks would be lost in the months around it.
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
        let parts = |unit: &Unit| self.days() as f64 / unit.mean_days();
        Unit::ALL
            .into_iter()
            .find(|unit| parts(unit) <= most as f64)
            .unwrap_or(Unit::Century)
    }

    /// Where units begin on it: those that are a multiple of some step of the unit, so that there are
    /// at most so many.
    pub fn ticks(&self, most: usize) -> (Unit, Vec<Day>) {
        let unit = self.unit(most.saturating_mul(12).max(1));
        let unit = match unit {
            // In fewer days there may be no month that begins, or only one.
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

    /// The parts of a unit that it is made of, first and last day of each.
    pub fn parts(&self, unit: Unit) -> impl Iterator<Item = (Day, Day)> + '_ {
        let mut next = Some(unit.start(self.first));
        std::iter::from_fn(move || {
            let from = next.filter(|day| *day <= self.last)?;
            // At the end of the calendar a unit is cut short, and nothing follows it.
            let to = unit.end(from).max(from);
            next = to.0.checked_add(1).map(Day);
            Some((from, to))
        })
    }
}
