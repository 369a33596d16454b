//! From one date to another, where the first may leave to the second what both share.

use super::moment::Partial;
use super::points::{Needs, Point, What};
use super::scan::{Scan, Spoken};

impl Scan<'_> {
    /// The interval that begins at a word.
    pub fn interval(&self, at: usize) -> Option<Spoken> {
        let intervals = self.lexicon?.intervals.iter();
        intervals
            .filter_map(|(open, between)| self.interval_of(at, open, between))
            .max_by_key(|spoken| spoken.words.end)
    }

    fn interval_of(&self, at: usize, open: &str, between: &[&str]) -> Option<Spoken> {
        let is_open = !open.is_empty();
        let start = if is_open {
            self.skip_articles(self.phrase(at, open)?)
        } else {
            at
        };
        let first = self.end(start)?;
        let next = first.words.end;
        let joint = self.any_of(next, between).filter(|_| self.is_joined(next));
        let is_dashed = self.words.get(next).is_some_and(|word| word.follows_dash());
        let after = joint
            .or_else(|| is_dashed.then_some(next))
            .map(|next| self.skip_articles(next))?;
        let second = self
            .end(after)
            .filter(|point| point.needs != Needs::Day || is_open)?;
        let is_and = self.lexicon?.and.iter().any(|word| self.is(next, word)) && joint.is_some();
        let fits = match (&first.what, &second.what) {
            (What::Partial(a), What::Partial(b)) => {
                let is_dated = |partial: &Partial| {
                    partial.year.is_some() || partial.month.is_some() || partial.day.is_some()
                };
                let is_day = a.day.is_some() && a.month.is_none() && a.weekday.is_none();
                let is_month = a.day.is_none() && a.month.is_some() && a.year.is_none();
                // `3 et 4 mai`, but not two dates with `et` between them.
                let shares = is_day && b.day.is_some() && b.month.is_some()
                    || is_month && b.month.is_some() && b.day.is_none() && b.year.is_some();
                let is_said = is_open || shares || !is_and && a.month.is_some() && is_dated(b);
                is_said && is_dated(a) && is_dated(b) && (!is_day || shares)
            }
            (What::Partial(a), What::Moment(_)) => {
                is_open && (a.day.is_none() || a.month.is_some())
            }
            _ => is_open,
        };
        let are_years = first.needs == Needs::Year || second.needs == Needs::Year;
        if !fits || are_years && (!is_open || self.is_count(second.words.end)) {
            return None;
        }
        let words = at..second.words.end;
        let (a, b) = share(first.what, second.what);
        let (a, b) = (a.resolve(self.reference)?, b.resolve(self.reference)?);
        a.to(&b).map(|moment| Spoken { words, moment })
    }

    /// One end of an interval: a date, or the number of a day.
    fn end(&self, at: usize) -> Option<Point> {
        self.point(at).or_else(|| {
            let partial = Partial {
                day: Some(self.day_number(at)?),
                ..Partial::default()
            };
            Some(Point {
                words: at..at + 1,
                what: What::Partial(partial),
                needs: Needs::Nothing,
            })
        })
    }
}

/// Both ends, the first with the year and month of the second, the second with the year of the first.
fn share(first: What, second: What) -> (What, What) {
    match (first, second) {
        (What::Partial(a), What::Partial(b)) => {
            let year_of_first = Partial {
                year: a.year,
                ..Partial::default()
            };
            (
                What::Partial(a.filled(b)),
                What::Partial(b.filled(year_of_first)),
            )
        }
        both => both,
    }
}
