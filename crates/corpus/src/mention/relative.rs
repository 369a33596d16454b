//! Dates that are counted from that of the document.

use super::lexicon::{Turn, Unit};
use super::moment::{Moment, shifted};
use super::scan::{Scan, Spoken};

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
        found.map(|(moment, next)| Spoken {
            words: at..next,
            moment,
        })
    }

    /// `hier`, `demain matin`. Each is a figure of speech as well, for what was and what will be: after `de`
    /// (`le monde d’hier`), beside `aujourd’hui`, and what lies ahead wherever no hour is named.
    fn day_beside(&self, at: usize) -> Option<(Moment, usize)> {
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
    fn counted(&self, at: usize) -> Option<(Moment, usize)> {
        let lexicon = self.lexicon?;
        if let Some((direction, next)) = self.longest(at, lexicon.counts_before)
            && let Some(found) = self.count(next, direction)
        {
            return Some(found);
        }
        lexicon.counts_after.iter().find_map(|(word, direction)| {
            let (moment, next) = self.count(at, *direction)?;
            Some((
                moment,
                self.phrase(next, word).filter(|_| self.is_joined(next))?,
            ))
        })
    }

    /// A number of units, counted back (-1) or on (1); about, but for days.
    pub fn count(&self, at: usize, direction: i32) -> Option<(Moment, usize)> {
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
        let moment = match unit {
            Unit::Day => shifted(Unit::Day, steps, self.reference)?,
            Unit::Week => shifted(Unit::Day, 7 * steps, self.reference)?.roughly(),
            Unit::Month | Unit::Year => shifted(unit, steps, self.reference)?.roughly(),
            Unit::Quarter | Unit::Half | Unit::Century => return None,
        };
        (!goes_on).then_some((moment, next))
    }

    /// `l’an dernier`, `cette année`, `last week`
    fn turned(&self, at: usize) -> Option<(Moment, usize)> {
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
    fn stretch(&self, at: usize) -> Option<(Moment, usize)> {
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
            shifted(unit, 0, self.reference)?,
            shifted(unit, steps, self.reference)?.roughly(),
        );
        let moment = if steps < 0 {
            there.to(&here)
        } else {
            here.to(&there)
        };
        Some((moment?, next + 1))
    }

    /// A number in digits or in words: `vingt-cinq`, `quatre-vingts`.
    pub fn number(&self, at: usize) -> Option<(i32, usize)> {
        if let Some(number) = self.words.get(at)?.digits() {
            return Some((number, at + 1));
        }
        let numbers = self.lexicon?.numbers;
        let mut sum: i32 = self.find(at, numbers)?;
        let mut next = at + 1;
        while let Some(after) = self.words.get(next).filter(|word| word.is_joined()) {
            let is_bound = after.follows_dash() || self.is(next - 1, "et");
            let is_whole = |number: i32| match number {
                1000 => sum < 10,
                _ => sum >= 1000,
            };
            let is_collective = sum == 1 && after.text.ends_with("aine");
            let number = after
                .find(numbers)
                .filter(|number| is_bound || is_collective || is_whole(*number));
            let Some(number) = number else {
                break;
            };
            sum = match (sum, number) {
                (4, 20) => 80,
                (_, 1000) => sum.saturating_mul(1000),
                // `une dizaine`
                (1, tens) => tens,
                _ => sum.saturating_add(number),
            };
            next += 1;
        }
        Some((sum, next))
    }
}
