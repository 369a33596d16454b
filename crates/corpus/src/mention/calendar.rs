//! Weekday, day, month, season and year, in words.

use super::lexicon::{Lexicon, Turn};
use super::numbers::Spelling;
use super::partial::Partial;
use super::points::{Needs, Point, What};
use super::scan::Scan;
use super::word::Word;

impl Scan<'_> {
    /// Weekday, day, month, season and year, as far as they are said.
    pub fn calendar(&self, at: usize) -> Option<Point> {
        let lexicon = self.lexicon?;
        let turn = self
            .find(at, lexicon.turns)
            .filter(|turn| lexicon.turn_first || *turn == Turn::This)
            .filter(|_| self.is_joined(at + 1));
        let turned = Partial {
            turn,
            ..Partial::default()
        };
        let start = at + usize::from(turn.is_some());
        let (mut partial, mut next) = match self.weekday(start, lexicon) {
            Some(weekday) => {
                let partial = Partial {
                    weekday: Some(weekday),
                    ..turned
                };
                self.day_after_weekday(start + 1, partial)
                    .unwrap_or((partial, start + 1))
            }
            None => self
                .day_and_month(start, turned)
                .or_else(|| self.month(start, turned))
                .or_else(|| self.season(start, turned))?,
        };
        if partial.lacks_year() && self.is_joined(next) {
            // `in December last`, but not `in December last year`
            let is_of_unit = lexicon.turn_first
                && (self.find(next + 1, lexicon.units).is_some() || self.is(next, "past"));
            let turn = self.find(next, lexicon.turns);
            partial.turn = turn.filter(|turn| *turn != Turn::This && !is_of_unit);
            next += usize::from(partial.turn.is_some());
        }
        // `le 30 juin de chaque année`
        if partial.has_month() && partial.lacks_year() && self.is_joined(next) {
            let is_other = self.any_of(next, lexicon.other_years).is_some();
            (!is_other).then_some(())?;
        }
        let is_whole = !partial.lacks_year() || partial.day.is_some();
        let needs = match partial {
            _ if partial.republican && partial.year.is_none() => Needs::Partner,
            _ if is_whole => Needs::Nothing,
            Partial {
                weekday: Some(_), ..
            } => Needs::Weekday,
            Partial { month: Some(_), .. } if self.is_whole_month(start) => Needs::Month,
            // `sept.`
            _ => Needs::Partner,
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

    /// The day behind a weekday: `29 juin 2021`, `29 juin`, `29`.
    fn day_after_weekday(&self, at: usize, partial: Partial) -> Option<(Partial, usize)> {
        let day = at + usize::from(self.is(at, "le"));
        let is_near = |at: usize| {
            let has_comma = |word: &Word| word.gap.trim() == ",";
            self.is_joined(at) || self.words.get(at).is_some_and(has_comma)
        };
        if !is_near(at) || !is_near(day) {
            return None;
        }
        let number_alone = || {
            let (number, next, form) = self.day_number(day)?;
            let fits = form == Spelling::Digits && self.is_joined(at) && !self.is_count(next);
            let partial = Partial {
                day: Some(number),
                ..partial
            };
            fits.then_some((partial, next))
        };
        self.day_and_month(day, partial).or_else(number_alone)
    }

    /// `16 décembre 2015`, `December 16, 2015`, `22 juin`
    fn day_and_month(&self, at: usize, partial: Partial) -> Option<(Partial, usize)> {
        let lexicon = self.lexicon?;
        let day_first = || {
            let (day, next, form) = self.day_number(at)?;
            let of = self
                .any_of(next, &["of", "day of"])
                .filter(|_| lexicon.month_first && self.is_joined(next));
            let next = of.unwrap_or(next);
            let (month, next) = self.month_name(next).filter(|_| self.is_joined(next))?;
            Some((day, month, next, form, of.is_some()))
        };
        let month_first = || {
            let (month, next) = self.month_name(at).filter(|_| lexicon.month_first)?;
            // `May the 3rd`, but not `May the 3 members`
            let the = next + usize::from(self.is(next, "the") && self.is_joined(next));
            let is_ordinal = the == next || self.ordinal(the).is_some() && self.is_joined(the);
            // `Sept. 11`
            let is_near = self.is_joined(next) || !self.is_whole_month(at) && self.is_pointed(next);
            let (day, next, form) = self.day_number(the).filter(|_| is_near && is_ordinal)?;
            Some((day, month, next, form, false))
        };
        let (day, month, next, form, has_of) = day_first().or_else(month_first)?;
        let partial = Partial {
            day: Some(day),
            ..month.on(partial)
        };
        let (partial, next) = self.year_after(next, partial);
        // `deux mai` may be two of them.
        let is_day = form == Spelling::Digits
            || partial.year.is_some()
            || has_of
            || self.follows(at, lexicon.before_day) && !self.is(at - 1, "les");
        is_day.then_some((partial, next))
    }

    /// `janvier 2015`, `janvier`, `janv.`
    fn month(&self, at: usize, partial: Partial) -> Option<(Partial, usize)> {
        let (month, next) = self.month_name(at)?;
        let is_written = self.is_whole_month(at) || month.republican || self.is_pointed(next);
        let (partial, next) = self.year_after(next, month.on(partial));
        (is_written || partial.year.is_some()).then_some((partial, next))
    }

    /// Whether a word is the name of a month in full.
    fn is_whole_month(&self, at: usize) -> bool {
        self.lexicon
            .is_some_and(|lexicon| self.find(at, lexicon.months).is_some())
    }

    /// Whether a point stands before a word, and nothing else but space.
    fn is_pointed(&self, at: usize) -> bool {
        let gap = self.words.get(at).map_or("", |word| word.gap);
        gap.starts_with('.') && matches!(gap.trim(), "." | ".," | ".-" | ".–" | ".‑")
    }

    fn season(&self, at: usize, partial: Partial) -> Option<(Partial, usize)> {
        let partial = Partial {
            season: Some(self.find(at, self.lexicon?.seasons)?),
            ..partial
        };
        let (partial, next) = self.year_after(at + 1, partial);
        // `hiver 2010-2011`, `winter of 1947–48`
        let second = self.words.get(next).filter(|word| word.follows_dash());
        let year = second.and_then(Word::digits);
        let goes_on = partial
            .year
            .is_some_and(|first| [first + 1, (first + 1) % 100].map(Some).contains(&year));
        Some((partial, next + usize::from(goes_on)))
    }

    /// A month by its name, or shortened and beside a number or a point.
    fn month_name(&self, at: usize) -> Option<(Month, usize)> {
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
        let gregorian = whole.or_else(short).map(|number| Month {
            number,
            republican: false,
        });
        let republican = || {
            let (number, next) = self.longest_here(at, lexicon.republican_months)?;
            let month = Month {
                number,
                republican: true,
            };
            Some((month, next))
        };
        gregorian.map(|month| (month, at + 1)).or_else(republican)
    }

    /// A date with the year that stands behind it, if there is one.
    pub fn year_after(&self, at: usize, partial: Partial) -> (Partial, usize) {
        let found = if partial.republican {
            self.republican_year(at)
        } else {
            self.gregorian_year(at, partial)
        };
        match found {
            Some((year, next)) => {
                let dated = Partial {
                    year: year.year,
                    era: year.era,
                    ..partial
                };
                (dated, next)
            }
            None => (partial, at),
        }
    }

    fn gregorian_year(&self, at: usize, partial: Partial) -> Option<(Partial, usize)> {
        let lexicon = self.lexicon?;
        let before = self.any_of(at, lexicon.of).filter(|_| self.is_joined(at));
        let year_at = before.unwrap_or(at);
        let gap = self.words.get(year_at)?.gap;
        let is_near = match gap.trim() {
            "" => true,
            "." | "-" => before.is_none(),
            "," => lexicon.month_first,
            _ => false,
        };
        if is_near && let Some((number, era, next)) = self.year_of_era(year_at) {
            return Some((Partial::of_era(number, era), next));
        }
        // `le 15 mars -44`
        let signed = || {
            let number = self.words[year_at].digits().filter(|number| *number > 0)?;
            let is_signed = gap.starts_with(char::is_whitespace) && gap.ends_with(['-', '−']);
            let fits = is_signed && before.is_none() && partial.day.is_some();
            (fits && !self.is_count(year_at + 1)).then_some((1 - number, year_at + 1))
        };
        // `le 10 janvier de l’an 9`
        let named = || {
            let number = self.words[year_at].digits().filter(|number| *number > 0);
            let is_named = before.is_some() && self.is_named_year(year_at);
            Some((number.filter(|_| is_named)?, year_at + 1))
        };
        let whole = || Some((self.year(year_at)?, year_at + 1));
        let in_words = || {
            // `the fourth of July, seventeen seventy-six`
            let has_comma = gap.trim() == "," && partial.day.is_some();
            self.year_in_words(year_at).filter(|(_, next)| {
                let is_near = self.is_joined(year_at) || has_comma && self.is_over(*next);
                is_near && !self.is_count(*next)
            })
        };
        let near = || {
            let year = whole().or_else(named).or_else(in_words);
            year.filter(|_| is_near)
        };
        let (year, next) = signed()
            .or_else(near)
            .or_else(|| self.short_year(at, partial))?;
        Some((Partial::of_year(year), next))
    }

    /// `mai 68`: no day of the month, and no number of things. `le 25 décembre 800`: nothing that could be counted
    /// follows.
    fn short_year(&self, at: usize, partial: Partial) -> Option<(i32, usize)> {
        let of = self
            .any_of(at, self.lexicon?.of)
            .filter(|at| self.words.get(*at).is_some_and(Word::is_elided_year));
        let at = of.unwrap_or(at);
        let word = self
            .words
            .get(at)
            .filter(|word| word.gap.trim().is_empty() || word.is_elided_year())?;
        let number = word.digits().filter(|_| !self.is_count(at + 1))?;
        let is_over = self.is_over(at + 1);
        match word.text.len() {
            2 if number >= 32 && word.is_joined() => Some((1900 + number, at + 1)),
            3 if number >= 100 && partial.day.is_some() && is_over => Some((number, at + 1)),
            _ => None,
        }
    }

    /// The number of a Republican year behind a month: `an II`, `an 2`, `de l’an VIII`.
    fn republican_year(&self, at: usize) -> Option<(Partial, usize)> {
        let lexicon = self.lexicon?;
        let has_comma = |word: &Word| word.gap.trim() == ",";
        let is_near = self.is_joined(at) || self.words.get(at).is_some_and(has_comma);
        let year_at = self
            .any_of(at, lexicon.republican_years)
            .filter(|_| is_near)?;
        let (year, next) = self.republican_number(year_at)?;
        Some((Partial::of_year(year), next))
    }

    /// A number of a Republican year, and the place behind what says that it is one.
    fn republican_number(&self, at: usize) -> Option<(i32, usize)> {
        let word = self.words.get(at).filter(|word| word.is_joined())?;
        let roman = word.roman().map(|number| (number, at + 1));
        let ordinal = || {
            let ordinal = self.ordinal(at)?;
            Some((ordinal.number, ordinal.next))
        };
        let (year, next) = roman.or_else(|| self.number(at)).or_else(ordinal)?;
        let next = self.republic(next).unwrap_or(next);
        (1..=14).contains(&year).then_some((year, next))
    }

    pub fn republic(&self, at: usize) -> Option<usize> {
        self.any_of(at, self.lexicon?.republic)
            .filter(|_| self.is_joined(at))
    }

    /// A Republican year: `l’an II`, `l’an 2 de la République`.
    pub fn republican(&self, at: usize) -> Option<(What, usize, Needs)> {
        let lexicon = self.lexicon?;
        let number_at = self
            .any_of(at, lexicon.republican_years)
            .filter(|next| *next == at + 1)?;
        let (year, next) = self.republican_number(number_at)?;
        let is_said = self.republic(number_at + 1) == Some(next) && next > number_at + 1;
        // `l’an II du règne`
        let goes_on = self.is_joined(next)
            && ["de", "du", "d'", "of"]
                .iter()
                .any(|word| self.is(next, word));
        let is_roman = self.words[number_at].roman().is_some()
            && self.is_named_year(number_at)
            && !lexicon.month_first
            && !goes_on;
        let partial = Partial {
            republican: true,
            ..Partial::of_year(year)
        };
        (is_said || is_roman).then_some((What::Partial(partial), next, Needs::Nothing))
    }
}

/// A month of one of the two calendars.
#[derive(Clone, Copy)]
struct Month {
    number: u8,
    republican: bool,
}

impl Month {
    /// A date in this month.
    fn on(self, partial: Partial) -> Partial {
        Partial {
            month: Some(self.number),
            republican: self.republican,
            ..partial
        }
    }
}
