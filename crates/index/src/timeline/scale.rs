//! Where days stand on a length: to scale, but for years that are folded; or in the order of the texts.

use super::{Axis, Unit};
use crate::format::IndexedDocument;
use frise_date::Day;

/// The shortest stretch that is folded, in years.
const SHORTEST_FOLD: i32 = 2;
/// The share of the room of a text that is left free at either end, where texts stand in their order.
const ORDER_GAP: f64 = 0.04;

/// A map from days to places, which are shares of a length from 0 to 1. It rises everywhere. To scale, it is linear between the
/// folds, where all days have the same width, and within each fold.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    axis: Axis,
    folds: Vec<Fold>,
    /// The days of the texts, if they stand in their order; empty on a scale of time.
    texts: Vec<Axis>,
    /// Days, counted from the first, and their places: those where the map bends, from end to end.
    bends: Vec<(f64, f64)>,
}

/// Whole years without a text, which take little room on the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// The first day of the first year.
    pub first: Day,
    /// The last day of the last year.
    pub last: Day,
}

impl Fold {
    /// Returns how many years it has.
    pub fn years(&self) -> usize {
        (self.last.ymd().0 - self.first.ymd().0 + 1).max(1) as usize
    }
}

impl Scale {
    /// Returns a map to scale from end to end.
    pub fn linear(axis: Axis) -> Scale {
        Scale::folded(axis, Vec::new(), 0.0, 0.0)
    }

    /// Returns a map to scale but for folds, which follow one another on the axis. Each fold takes a share of the length,
    /// and a margin is left free at either end.
    pub fn folded(axis: Axis, folds: Vec<Fold>, fold_share: f64, margin: f64) -> Scale {
        let first = f64::from(axis.first.0);
        let days = axis.days() as f64;
        let length = |fold: &Fold| f64::from(fold.last.0) - f64::from(fold.first.0) + 1.0;
        let folded: f64 = folds.iter().map(length).sum();
        let left = 1.0 - 2.0 * margin - fold_share * folds.len() as f64;
        let of_day = left / (days - folded).max(1.0);
        let mut bends = vec![(0.0, margin)];
        let (mut day, mut place) = (0.0, margin);
        for fold in &folds {
            let start = f64::from(fold.first.0) - first;
            place += (start - day) * of_day;
            bends.push((start, place));
            day = start + length(fold);
            place += fold_share;
            bends.push((day, place));
        }
        bends.push((days, 1.0 - margin));
        Scale {
            axis,
            folds,
            texts: Vec::new(),
            bends,
        }
    }

    /// Returns a map to the order of texts, given by their days: each text has an equal share of the length, and its days
    /// take all of it but for a gap at either end. Texts whose days overlap share theirs.
    pub fn in_order(axis: Axis, days: impl ExactSizeIterator<Item = (Day, Day)>) -> Scale {
        let share = 1.0 / days.len().max(1) as f64;
        let mut texts: Vec<Axis> = Vec::new();
        let mut bends = vec![(0.0, 0.0)];
        for (place, (first, last)) in days.enumerate() {
            let (first, last) = (first.max(axis.first), last.min(axis.last));
            match texts.last_mut().filter(|before| first <= before.last) {
                Some(before) => {
                    before.last = before.last.max(last);
                    bends.pop();
                }
                None => {
                    let day = f64::from(first.0) - f64::from(axis.first.0);
                    texts.push(Axis { first, last });
                    bends.push((day, (place as f64 + ORDER_GAP) * share));
                }
            }
            let end = texts.last().map_or(last, |text| text.last);
            let day = f64::from(end.0) - f64::from(axis.first.0) + 1.0;
            bends.push((day, (place as f64 + 1.0 - ORDER_GAP) * share));
        }
        bends.push((axis.days() as f64, 1.0));
        Scale {
            axis,
            folds: Vec::new(),
            texts,
            bends,
        }
    }

    /// Returns the days of the texts, as far as they can be told apart, where the map is to their order; nothing on a scale
    /// of time.
    pub fn texts(&self) -> &[Axis] {
        &self.texts
    }

    /// Returns the stretch of time.
    pub fn axis(&self) -> Axis {
        self.axis
    }

    /// Returns the folds, in order of time.
    pub fn folds(&self) -> &[Fold] {
        &self.folds
    }

    /// Returns the place where a day begins; days beyond the axis lie at its ends.
    pub fn place(&self, day: Day) -> f64 {
        let day = f64::from(day.0) - f64::from(self.axis.first.0);
        interpolated(self.bends.iter().copied(), day)
    }

    /// Returns the place where a day ends.
    pub fn place_after(&self, day: Day) -> f64 {
        self.place(Day(day.0.saturating_add(1)))
    }

    /// Returns the place of the middle of some days.
    pub fn middle(&self, first: Day, last: Day) -> f64 {
        (self.place(first) + self.place_after(last)) / 2.0
    }

    /// Returns the day at a place.
    pub fn day_at(&self, place: f64) -> Day {
        let turned = self.bends.iter().map(|(day, place)| (*place, *day));
        // Rounding must not put the place where a day begins into the day before.
        let days = (interpolated(turned, place) + 1e-6) as i64;
        Day((i64::from(self.axis.first.0) + days.min(self.axis.days() - 1)) as i32)
    }

    /// Returns the days on which units begin, outside of folds, as [`Axis::ticks`] does, so that about `most` are left.
    pub fn ticks(&self, most: usize) -> (Unit, Vec<Day>) {
        let days = self.axis.days() as f64;
        let length = |fold: &Fold| f64::from(fold.last.0) - f64::from(fold.first.0) + 1.0;
        let shown = (days - self.folds.iter().map(length).sum::<f64>()).max(1.0);
        let (unit, mut ticks) = self.axis.ticks((most as f64 * days / shown) as usize);
        let is_folded =
            |day: &Day| (self.folds.iter()).any(|fold| (fold.first..=fold.last).contains(day));
        ticks.retain(|day| !is_folded(day));
        (unit, ticks)
    }
}

/// Returns the value at a place of a line through points, which do not fall; the ends beyond them.
fn interpolated(points: impl Iterator<Item = (f64, f64)> + Clone, at: f64) -> f64 {
    let next = points.clone().skip(1);
    let piece = points.clone().zip(next).find(|(_, (end, _))| at <= *end);
    match piece {
        Some(((start, low), (end, high))) if end > start => {
            low + ((at - start) / (end - start)).clamp(0.0, 1.0) * (high - low)
        }
        Some((_, (_, high))) => high,
        None => points.last().map_or(0.0, |(_, high)| high),
    }
}

/// Returns the years of an axis that no date of some documents touches, as runs of at least two years. Nothing is folded where
/// no document is.
pub fn empty_years(axis: &Axis, documents: &[IndexedDocument]) -> Vec<Fold> {
    let dates = documents
        .iter()
        .filter_map(|document| document.metadata.date);
    let mut taken: Vec<(Day, Day)> = dates
        .map(|date| (date.earliest(), date.latest()))
        .filter(|(first, last)| *last >= axis.first && *first <= axis.last)
        .collect();
    taken.sort_unstable();
    let Some((first, _)) = taken.first() else {
        return Vec::new();
    };
    let mut folds = Vec::new();
    let mut end = axis.first.max(*first);
    let ends = [(axis.last, axis.last)];
    for (first, last) in taken.iter().chain(&ends) {
        let gap = (end.ymd().0 + 1, first.ymd().0 - 1);
        if gap.1 - gap.0 + 1 >= SHORTEST_FOLD {
            let days = (Day::from_ymd(gap.0, 1, 1), Day::from_ymd(gap.1, 12, 31));
            if let (Some(first), Some(last)) = days {
                folds.push(Fold { first, last });
            }
        }
        end = end.max(*last);
    }
    folds
}
