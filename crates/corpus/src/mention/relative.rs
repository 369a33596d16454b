//! Dates that are counted from that of the document.

use super::builder::DateBuilder;
use super::lexicon::{Turn, Unit};
use super::periods::Century;
use super::reference::Reference;
use super::scan::{Scan, Spoken};
use frise_date::Day;

/// More years than anyone counts back to a date.
const MOST_YEARS: i32 = 300;

/// How many words a contrast may stand away.
const CONTRAST: usize = 8;

impl Scan<'_> {
    /// The date that is counted from that of the document and begins at a word.
    pub fn relative(&self, at: usize) -> Option<Spoken> {
        let found = self
            .day_beside(at)
            .or_else(|| self.counted(at))
            .or_else(|| self.turned(at))
            .or_else(|| self.stretch(at));
        found.map(|(date, next)| Spoken {
            words: at..next,
            date,
        })
    }

    /// `hier`, `demain matin`. Each is a figure of speech as well, for what was and what will be: after `de`
    /// (`le monde d’hier`), beside `aujourd’hui`, and what lies ahead wherever no hour is named.
    fn day_beside(&self, at: usize) -> Option<(DateBuilder, usize)> {
        let lexicon = self.lexicon?;
        let (days, next) = self.longest_here(at, lexicon.days)?;
        let is_figure = at > 0
            && ["d'", "de", "comme", "of"]
                .iter()
                .any(|word| self.is(at - 1, word));
        let is_told =
            days < 0 || self.is_joined(next) && self.any_of(next, lexicon.hours).is_some();
        let near = (at.saturating_sub(CONTRAST)..at).chain(next..next + CONTRAST);
        let is_contrast = near
            .into_iter()
            .any(|near| self.any_of(near, lexicon.contrasts).is_some());
        let is_day = is_told && !is_figure && !is_contrast && !self.is(next, "encore");
        is_day.then_some((shifted(Unit::Day, days, self.reference)?, next))
    }

    /// `il y a trois ans`, `dans deux mois`, `three years ago`
    fn counted(&self, at: usize) -> Option<(DateBuilder, usize)> {
        let lexicon = self.lexicon?;
        if let Some((direction, next)) = self.longest(at, lexicon.counts_before)
            && let Some(found) = self.count(next, direction)
        {
            return Some(found);
        }
        lexicon.counts_after.iter().find_map(|(word, direction)| {
            let (date, next) = self.count(at, *direction)?;
            Some((
                date,
                self.phrase(next, word).filter(|_| self.is_joined(next))?,
            ))
        })
    }

    /// A number of units, counted back (-1) or on (1); about, but for days.
    pub fn count(&self, at: usize, direction: i32) -> Option<(DateBuilder, usize)> {
        let lexicon = self.lexicon?;
        let at = self.any_of(at, lexicon.roughly).unwrap_or(at);
        let (number, next) = self
            .number(at)
            .filter(|(number, _)| *number <= MOST_YEARS)?;
        let next = self.any_of(next, &["d'", "de"]).unwrap_or(next);
        let unit = self
            .find(next, lexicon.units)
            .filter(|_| self.is_joined(next))?;
        let next = next + 1;
        // `dans un an de prison`, `dix ans plus tard`
        let goes_on = self.is_joined(next)
            && ["de", "d'", "plus", "apres"]
                .iter()
                .any(|word| self.is(next, word));
        let steps = direction * number;
        let date = match unit {
            Unit::Day => shifted(Unit::Day, steps, self.reference)?,
            Unit::Week => shifted(Unit::Day, 7 * steps, self.reference)?.approximate(),
            Unit::Month | Unit::Year => shifted(unit, steps, self.reference)?.approximate(),
            Unit::Quarter | Unit::Third | Unit::Half | Unit::Century => return None,
        };
        (!goes_on).then_some((date, next))
    }

    /// `l’an dernier`, `cette année`, `last week`
    fn turned(&self, at: usize) -> Option<(DateBuilder, usize)> {
        let lexicon = self.lexicon?;
        let this = self
            .find(at, lexicon.turns)
            .filter(|turn| lexicon.turn_first || *turn == Turn::This);
        let unit_at = at + usize::from(this.is_some());
        let unit = self
            .find(unit_at, lexicon.units)
            .filter(|_| this.is_none() || self.is_joined(unit_at))?;
        let next = unit_at + 1;
        let after = || {
            self.find(next, lexicon.turns)
                .filter(|_| !lexicon.turn_first && self.is_joined(next))
        };
        let turn = this.or_else(after)?;
        let next = next + usize::from(this.is_none());
        let many = |at: usize| {
            self.words
                .get(at)
                .is_some_and(|word| word.looks_plural() && !word.is("mois"))
        };
        let any = at > 0
            && ["un", "une", "chaque", "a", "each"]
                .iter()
                .any(|word| self.is(at - 1, word));
        // `the past year` is the one up to now.
        if any
            || self.is(at, "past")
            || many(unit_at)
            || many(next - 1)
            || unit == Unit::Day
            || this.is_none() && turn == Turn::This
        {
            return None;
        }
        // `cette année-là` is another one; `ce mois-ci` is this.
        let dashed = self.words.get(next).is_some_and(|word| word.follows_dash());
        let here = dashed && self.is(next, "ci");
        if dashed && !here {
            return None;
        }
        let steps = match turn {
            Turn::Last => -1,
            Turn::This => 0,
            Turn::Next => 1,
        };
        Some((
            shifted(unit, steps, self.reference)?,
            next + usize::from(here),
        ))
    }

    /// `les dix dernières années`, `the last three months`
    fn stretch(&self, at: usize) -> Option<(DateBuilder, usize)> {
        let lexicon = self.lexicon?;
        let turn_at = |at: usize| {
            self.find(at, lexicon.turns)
                .filter(|turn| *turn != Turn::This)
        };
        let (number, turn, next) = match turn_at(at) {
            Some(turn) => {
                let (number, next) = self.number(at + 1).filter(|_| self.is_joined(at + 1))?;
                (number, turn, next)
            }
            None => {
                let (number, next) = self.number(at)?;
                (
                    number,
                    turn_at(next).filter(|_| self.is_joined(next))?,
                    next + 1,
                )
            }
        };
        let unit = self
            .find(next, lexicon.units)
            .filter(|_| self.is_joined(next))?;
        if !(2..=MOST_YEARS).contains(&number) || !matches!(unit, Unit::Month | Unit::Year) {
            return None;
        }
        let steps = if turn == Turn::Last { -number } else { number };
        let (here, there) = (
            shifted(unit, 0, self.reference)?.approximate(),
            shifted(unit, steps, self.reference)?.approximate(),
        );
        let date = if steps < 0 {
            there.to(&here)
        } else {
            here.to(&there)
        };
        Some((date?, next + 1))
    }
}

/// A unit so many steps from the one that the document lies in.
fn shifted(unit: Unit, steps: i32, reference: Reference) -> Option<DateBuilder> {
    let date = match unit {
        Unit::Day => DateBuilder::day(Day(reference.day?.0.checked_add(steps)?)),
        Unit::Week => {
            let today = reference.day?;
            let monday = today.0 - i32::from(today.weekday()) + 1 + 7 * steps;
            DateBuilder::days(Day(monday), Day(monday + 6))
        }
        Unit::Month => {
            let (year, month) = reference.month?;
            let months = year * 12 + i32::from(month) - 1 + steps;
            DateBuilder::month(months.div_euclid(12), (months.rem_euclid(12) + 1) as u8)
        }
        Unit::Year => DateBuilder::year(reference.year? + steps),
        Unit::Century => {
            let number = (reference.year? - 1).div_euclid(100) + 1 + steps;
            let century = Century::of(number);
            (number > 0).then(|| century.date())?
        }
        Unit::Quarter | Unit::Third | Unit::Half => return None,
    };
    Some(date.uncertain(reference.uncertain))
}
