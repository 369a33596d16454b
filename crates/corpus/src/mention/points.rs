//! Dates of the calendar: in words and in digits, from a day to a century.

use super::lexicon::{Lexicon, Turn, Unit};
use super::moment::{Moment, Partial, Reference};
use super::scan::Scan;
use super::word::Word;
use std::ops::Range;

/// A date as it is read, before what stands around it is asked.
pub(super) struct Point {
    /// Places among the words.
    pub words: Range<usize>,
    pub what: What,
    pub needs: Needs,
}

/// What a point says.
#[derive(Clone, Debug)]
pub(super) enum What {
    Partial(Partial),
    Moment(Moment),
}

/// What must be shown before a point counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    Nothing,
    /// That a number is a year.
    Year,
    /// That a word is a month of some year.
    Month,
    /// That a weekday is one, not any.
    Weekday,
    /// That two numbers are a day and a month.
    Day,
}

impl What {
    pub fn resolve(self, reference: Reference) -> Option<Moment> {
        match self {
            What::Partial(partial) => partial.resolve(reference),
            What::Moment(moment) => Some(moment),
        }
    }
}

impl Scan<'_> {
    /// The date of the calendar that begins at a word.
    pub fn point(&self, at: usize) -> Option<Point> {
        let point = |(what, next, needs)| Point {
            words: at..next,
            what,
            needs,
        };
        self.in_digits(at)
            .or_else(|| self.decade(at))
            .or_else(|| self.of_ordinal(at))
            .map(point)
            .or_else(|| self.calendar(at))
            .or_else(|| self.years(at).map(point))
    }

    /// Weekday, day, month, season and year, in words.
    fn calendar(&self, at: usize) -> Option<Point> {
        let lexicon = self.lexicon?;
        let mut partial = Partial::default();
        let turn = self
            .find(at, lexicon.turns)
            .filter(|turn| lexicon.turn_first || *turn == Turn::This);
        partial.turn = turn.filter(|_| self.is_joined(at + 1));
        let start = at + usize::from(partial.turn.is_some());
        let mut next = start;
        if let Some(weekday) = self.weekday(next, lexicon) {
            partial.weekday = Some(weekday);
            next += 1;
            let day = next + usize::from(self.is(next, "le"));
            let is_near = |at: usize| {
                self.is_joined(at)
                    || self
                        .words
                        .get(at)
                        .is_some_and(|word| word.gap.trim() == ",")
            };
            if is_near(next) && is_near(day) {
                if let Some(body) = self.day_and_month(day, partial) {
                    (partial, next) = body;
                } else if let Some(number) = self
                    .day_number(day)
                    .filter(|_| self.is_joined(next) && !self.is_count(day + 1))
                {
                    partial.day = Some(number);
                    next = day + 1;
                }
            }
        } else {
            let body = self
                .day_and_month(next, partial)
                .or_else(|| self.month(next, partial));
            (partial, next) = body.or_else(|| self.season(next, partial))?;
        }
        if partial.year.is_none() && partial.turn.is_none() && self.is_joined(next) {
            // `in December last`, but not `in December last year`
            let is_of_unit = lexicon.turn_first
                && (self.find(next + 1, lexicon.units).is_some() || self.is(next, "past"));
            let turn = self.find(next, lexicon.turns);
            partial.turn = turn.filter(|turn| *turn != Turn::This && !is_of_unit);
            next += usize::from(partial.turn.is_some());
        }
        let is_named = partial.year.is_some() || partial.turn.is_some() || partial.day.is_some();
        let needs = match partial {
            _ if is_named => Needs::Nothing,
            Partial {
                weekday: Some(_), ..
            } => Needs::Weekday,
            Partial { month: Some(_), .. } => Needs::Month,
            _ => return None,
        };
        let first = if partial.year.is_some() { start } else { at };
        Some(Point {
            words: first..next,
            what: What::Partial(partial),
            needs,
        })
    }

    fn weekday(&self, at: usize, lexicon: &Lexicon) -> Option<u8> {
        let is_written = !lexicon.month_first || self.words.get(at)?.has_capital();
        self.find(at, lexicon.weekdays).filter(|_| is_written)
    }

    /// `16 décembre 2015`, `December 16, 2015`, `22 juin`
    fn day_and_month(&self, at: usize, partial: Partial) -> Option<(Partial, usize)> {
        let lexicon = self.lexicon?;
        let (day, month, next) = match self.day_number(at) {
            Some(day) => {
                let next = self
                    .any_of(at + 1, &["of", "day of"])
                    .filter(|_| lexicon.month_first)
                    .unwrap_or(at + 1);
                let (month, next) = self.month_name(next).filter(|_| self.is_joined(next))?;
                (day, month, next)
            }
            None => {
                let (month, next) = self.month_name(at).filter(|_| lexicon.month_first)?;
                (
                    self.day_number(next).filter(|_| self.is_joined(next))?,
                    month,
                    next + 1,
                )
            }
        };
        let (year, next) = self.year_after(next);
        Some((
            Partial {
                day: Some(day),
                month: Some(month),
                year,
                ..partial
            },
            next,
        ))
    }

    /// `janvier 2015`, `janvier`
    fn month(&self, at: usize, partial: Partial) -> Option<(Partial, usize)> {
        let (month, next) = self.month_name(at)?;
        let (year, next) = self.year_after(next);
        let is_short = self.find(at, self.lexicon?.months).is_none();
        (!is_short || year.is_some()).then_some((
            Partial {
                month: Some(month),
                year,
                ..partial
            },
            next,
        ))
    }

    fn season(&self, at: usize, partial: Partial) -> Option<(Partial, usize)> {
        let season = self.find(at, self.lexicon?.seasons)?;
        let (year, next) = self.year_after(at + 1);
        // `hiver 2010-2011`
        let second = self.words.get(next).filter(|word| word.follows_dash());
        let goes_on = year.is_some_and(|year| second.and_then(Word::digits) == Some(year + 1));
        let next = next + usize::from(goes_on);
        Some((
            Partial {
                season: Some(season),
                year,
                ..partial
            },
            next,
        ))
    }

    /// A month by its name, or shortened and beside a number or a point.
    fn month_name(&self, at: usize) -> Option<(u8, usize)> {
        let lexicon = self.lexicon?;
        let word = self.words.get(at)?;
        let has_case = !lexicon.month_first || word.has_capital();
        let whole = word.find(lexicon.months).filter(|_| has_case);
        let is_pointed = self
            .words
            .get(at + 1)
            .is_some_and(|next| next.gap.starts_with('.'));
        let short = || {
            word.find(lexicon.short_months)
                .filter(|_| has_case && (is_pointed || !word.is("sept")))
        };
        Some((whole.or_else(short)?, at + 1))
    }

    /// The day of a month in digits, `1er` and `premier` included.
    pub fn day_number(&self, at: usize) -> Option<u8> {
        let lexicon = self.lexicon?;
        let word = self.words.get(at)?;
        let plain = word.digits().filter(|_| word.text.len() <= 2);
        let day = plain.or_else(|| word.digits_before(lexicon.suffixes));
        let day = day.or_else(|| word.is("premier").then_some(1))?;
        u8::try_from(day).ok().filter(|day| (1..=31).contains(day))
    }

    /// The year behind a month or a season, if there is one.
    fn year_after(&self, at: usize) -> (Option<i32>, usize) {
        let Some(lexicon) = self.lexicon else {
            return (None, at);
        };
        let before = self.any_of(at, lexicon.of).filter(|_| self.is_joined(at));
        let year_at = before.unwrap_or(at);
        let gap = self.words.get(year_at).map_or("", |word| word.gap.trim());
        let is_near = match gap {
            "" => true,
            "." | "-" => before.is_none(),
            "," => lexicon.month_first,
            _ => false,
        };
        match self.year(year_at).filter(|_| is_near) {
            Some(year) => (Some(year), year_at + 1),
            None => match self.short_year(at) {
                Some(year) => (Some(year), at + 1),
                None => (None, at),
            },
        }
    }

    /// `mai 68`: no day of the month, and no number of things.
    fn short_year(&self, at: usize) -> Option<i32> {
        let word = self
            .words
            .get(at)
            .filter(|word| word.gap.trim().is_empty() && word.text.len() == 2)?;
        let year = word
            .digits()
            .filter(|year| *year >= 32 && !self.is_count(at + 1))?;
        Some(1900 + year)
    }

    /// Four digits that may be a year.
    pub fn year(&self, at: usize) -> Option<i32> {
        self.words
            .get(at)?
            .digits()
            .filter(|year| (1000..2200).contains(year))
    }

    /// `années 1990`, `années 90`, `1990s`
    fn decade(&self, at: usize) -> Option<(What, usize, Needs)> {
        let lexicon = self.lexicon?;
        let word = self.words.get(at)?;
        if lexicon.month_first {
            // `1990s`, `1990's`
            let apart = self.words.get(at + 1).filter(|word| word.is("s"));
            let apart = apart.is_some_and(|word| matches!(word.gap, "'" | "’"));
            let digits = if apart {
                word.text
            } else {
                word.text.strip_suffix('s')?
            };
            let year = digits
                .parse::<i32>()
                .ok()
                .filter(|year| year % 10 == 0 && (1000..2200).contains(year))?;
            let next = at + 1 + usize::from(apart);
            return Some((What::Moment(Moment::decade(year)), next, Needs::Nothing));
        }
        if !word.is("annees") || !self.is_joined(at + 1) {
            return None;
        }
        let (number, next) = self.number(at + 1)?;
        let this_year = self.reference.year.unwrap_or(2000);
        let (year, guessed) = match number {
            30..=90 => (1900 + number, false),
            0..=20 if 2000 + number <= this_year => (2000 + number, true),
            0..=20 => (1900 + number, true),
            1000..=2190 => (number, false),
            _ => return None,
        };
        let moment = Moment::decade(year).doubted(guessed);
        let is_decade = number % 10 == 0
            && !self
                .words
                .get(next)
                .is_some_and(|word| word.follows_dash() && word.digits().is_some());
        is_decade.then_some((What::Moment(moment), next, Needs::Nothing))
    }

    /// `XXe siècle`, `premier trimestre 2016`
    fn of_ordinal(&self, at: usize) -> Option<(What, usize, Needs)> {
        let lexicon = self.lexicon?;
        let word = self.words.get(at)?;
        let in_digits = || {
            word.digits_before(lexicon.suffixes)
                .or_else(|| word.roman_before(lexicon.suffixes))
        };
        let (ordinal, next) = self
            .longest(at, lexicon.ordinals)
            .or_else(|| Some((in_digits()?, at + 1)))?;
        let unit = self
            .find(next, lexicon.units)
            .filter(|_| self.is_joined(next))?;
        let next = next + 1;
        let months = match unit {
            // `the second century of our existence`
            Unit::Century
                if (1..=30).contains(&ordinal) && (ordinal > 4 || in_digits().is_some()) =>
            {
                let era = self.before_christ(next);
                let moment = Moment::century(ordinal, era.is_some());
                return Some((What::Moment(moment), era.unwrap_or(next), Needs::Nothing));
            }
            Unit::Quarter if (1..=4).contains(&ordinal) => 3,
            Unit::Half if (1..=2).contains(&ordinal) => 6,
            _ => return None,
        };
        let (year, next) = self.year_after(next);
        let last = ordinal as u8 * months;
        Some((
            What::Moment(Moment::months(year?, last + 1 - months, last)),
            next,
            Needs::Nothing,
        ))
    }
}
