//! Centuries, decades, and the parts of both and of a year.

use super::builder::DateBuilder;
use super::lexicon::{Era, Lead, Lexicon, Unit};
use super::numbers::{Ordinal, Spelling};
use super::partial::Partial;
use super::points::{Needs, What};
use super::scan::Scan;
use super::word::Word;

/// A century or a millennium, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Century {
    pub number: i32,
    /// How many years it has.
    pub length: i32,
    /// The era that the text names.
    pub era: Option<Era>,
}

/// Ten years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decade {
    /// The number of its first year, as the text has it: 1960 of `années 60`.
    pub number: i32,
    /// The era that the text names.
    pub era: Option<Era>,
    /// Whether the text leaves its century out.
    pub is_short: bool,
    /// Whether its century is guessed.
    pub guessed: bool,
}

/// A part of a century or of a decade: the second of two, the last of four.
#[derive(Clone, Copy, Debug)]
struct Part {
    place: i32,
    of: i32,
}

impl Century {
    /// A century of no era.
    pub fn of(number: i32) -> Century {
        Century {
            number,
            length: 100,
            era: None,
        }
    }

    /// The first and the last year. As is the custom, the twentieth century begins with 1900.
    fn years(self) -> (i32, i32) {
        let last = self.length * self.number;
        match self.era {
            Some(Era::Before) => (1 - last, self.length - last),
            // There is no year 0.
            _ if self.number == 1 => (1, last - 1),
            _ => (last - self.length, last - 1),
        }
    }

    pub fn date(self) -> DateBuilder {
        let (first, last) = self.years();
        match self.era {
            // `00XX` would have the year 0, which is 1 BC, and `-00XX` would lack it. Nothing stands for a thousand years.
            _ if self.number == 1 || self.length > 100 => DateBuilder::years(first, last),
            Some(Era::Before) => DateBuilder::at(format!("-{:02}XX", self.number - 1)),
            _ => DateBuilder::at(format!("{:02}XX", self.number - 1)),
        }
    }

    /// The century of a number beside this one.
    pub fn beside(self, number: i32) -> Century {
        Century { number, ..self }
    }
}

impl Decade {
    fn years(self) -> (i32, i32) {
        match self.era {
            Some(Era::Before) => (1 - self.number - 9, 1 - self.number),
            _ => (self.number, self.number + 9),
        }
    }

    pub fn date(self) -> DateBuilder {
        let (first, last) = self.years();
        let date = match self.era {
            Some(Era::Before) => DateBuilder::years(first, last),
            _ => DateBuilder::at(format!("{:03}X", self.number / 10)),
        };
        date.uncertain(self.guessed)
    }

    /// The decade that a number beside this one means: of `années 60 et 70`, of `années 90 et 2000`.
    pub fn beside(self, number: i32) -> Option<Decade> {
        let whole = match number {
            0..=99 => self.number - self.number % 100 + number,
            _ => number,
        };
        (whole % 10 == 0 && whole > self.number).then_some(Decade {
            number: whole,
            ..self
        })
    }

    /// This decade behind an earlier one, from which it has its century if the text leaves it out: of `the 1820s and ’30s`.
    pub fn behind(self, earlier: Decade) -> Decade {
        let beside = || earlier.beside(self.number % 100);
        match self.is_short {
            true => beside().unwrap_or(self),
            false => self,
        }
    }
}

/// The years of a part of some years; thirds are approximate.
fn part(years: (i32, i32), part: Part) -> Option<DateBuilder> {
    let first = years.1 + 1 - length(years);
    let bound = |place: i32| first + length(years) * place / part.of;
    let (start, end) = (bound(part.place - 1).max(years.0), bound(part.place) - 1);
    let date = (1..=part.of)
        .contains(&part.place)
        .then(|| DateBuilder::years(start, end))?;
    Some(if part.of == 3 {
        date.approximate()
    } else {
        date
    })
}

/// 100 years for the 99 of the first century, which has no year 0.
fn length(years: (i32, i32)) -> i32 {
    (years.1 - years.0 + 1 + 5) / 10 * 10
}

impl What {
    /// The half that `début` and `fin` mean of a century or a decade at an end of an interval, and the fifth that `milieu`
    /// means.
    pub fn narrowed(self, about: Option<Lead>) -> What {
        let part_of = |place, of| Part { place, of };
        let narrow = match about {
            Some(Lead::Early) => part_of(1, 2),
            Some(Lead::Mid) => part_of(3, 5),
            Some(Lead::Late) => part_of(2, 2),
            _ => return self,
        };
        let years = match &self {
            What::Century(century) => century.years(),
            What::Decade(decade) => decade.years(),
            _ => return self,
        };
        part(years, narrow).map_or(self, What::Fixed)
    }
}

impl Scan<'_> {
    /// `XXe siècle`, `IVe s. av. J.-C.`, `1800s`
    pub fn century(&self, at: usize) -> Option<(Century, usize)> {
        if let Some((number, next)) = self.hundreds(at) {
            return Some((Century::of(number / 100 + 1), next));
        }
        let ordinal = self.ordinal(at)?;
        let (number, form) = (ordinal.number, ordinal.form);
        let (length, next) = self.of_centuries(ordinal.next)?;
        let era = self.era_after(next);
        // `the second century of our existence`
        let are_many = self.words[next - 1].looks_plural();
        let is_counted = form != Spelling::Words || number > 4 || era.is_some() || are_many;
        let century = Century {
            length,
            era: era.map(|(era, _)| era),
            ..Century::of(number)
        };
        let most = match (length, century.era) {
            (1000, Some(Era::Before)) => 10,
            (1000, _) => 3,
            _ => 30,
        };
        let next = era.map_or(next, |(_, next)| next);
        ((1..=most).contains(&number) && is_counted).then_some((century, next))
    }

    /// The hundred years that English calls by their first: 1800 of `1800s`. Of `1900s` and `2000s`, ten years are meant as often.
    fn hundreds(&self, at: usize) -> Option<(i32, usize)> {
        let is_hundred = |number: i32| (1000..1900).contains(&number) && number % 100 == 0;
        let is_english = self
            .lexicon
            .is_some_and(|lexicon| lexicon.decades.is_empty());
        self.number_with_s(at)
            .filter(|(number, _)| is_english && is_hundred(*number))
    }

    /// How many years centuries or millennia have, and the place behind their word.
    fn of_centuries(&self, at: usize) -> Option<(i32, usize)> {
        let lexicon = self.lexicon?;
        let is_whole = self.is_joined(at) && self.find(at, lexicon.units) == Some(Unit::Century);
        let are_thousands =
            self.is_joined(at) && lexicon.millennia.iter().any(|word| self.is(at, word));
        let shortened = || {
            self.any_of(at, lexicon.short_centuries)
                .filter(|_| self.is_joined(at))
        };
        match (is_whole, are_thousands) {
            (true, _) => Some((100, at + 1)),
            (_, true) => Some((1000, at + 1)),
            _ => shortened().map(|next| (100, next)),
        }
    }

    /// `années 1990`, `années 90`, `1990s`
    pub fn decade(&self, at: usize) -> Option<(Decade, usize)> {
        let lexicon = self.lexicon?;
        let (number, next) = match lexicon.decades {
            [] if self.hundreds(at).is_some() => return None,
            [] => self
                .number_with_s(at)
                .filter(|(number, _)| *number > 99 || self.words[at].is_elided_year())
                .or_else(|| self.decade_in_words(at))?,
            words => {
                let number_at = self
                    .any_of(at, words)
                    .filter(|next| self.is_joined(*next))?;
                self.number(number_at)?
            }
        };
        if let Some((era, next)) = self.era_after(next) {
            let decade = Decade {
                number,
                era: Some(era),
                is_short: false,
                guessed: false,
            };
            return (number % 10 == 0).then_some((decade, next));
        }
        let is_short = number < 100;
        let this_year = self.reference.year.unwrap_or(2000);
        let (number, guessed) = match number {
            30..=90 => (1900 + number, false),
            0..=20 if 2000 + number <= this_year => (2000 + number, true),
            0..=20 => (1900 + number, true),
            1000..=2190 => (number, false),
            _ => return None,
        };
        let decade = Decade {
            number,
            era: None,
            is_short,
            guessed,
        };
        // `les années 2010-2015`, `les années 1960 à 1985` are years.
        let is_dashed = self.words.get(next).is_some_and(Word::follows_dash);
        let to = self
            .any_of(next, &["a", "to"])
            .filter(|_| self.is_joined(next));
        let last = to.or(is_dashed.then_some(next));
        let last = last.and_then(|at| self.words.get(at)?.digits());
        // `la décennie 2010-2020` is one.
        let is_one = self.is(at, "decennie");
        let goes_on = |last| !is_one && decade.beside(last).is_some();
        let is_decade = number % 10 == 0 && last.is_none_or(goes_on);
        is_decade.then_some((decade, next))
    }

    /// A decade in words: 1960 of `nineteen-sixties`, 60 of `the Sixties`. Without a capital, the latter are as often years of
    /// age, degrees or scores.
    fn decade_in_words(&self, at: usize) -> Option<(i32, usize)> {
        let table = self.lexicon?.decades_in_words;
        let is_name = at > 0 && self.words.get(at)?.has_capital() && self.is_joined(at);
        if let Some(number) = self.find(at, table).filter(|_| is_name) {
            return Some((number, at + 1));
        }
        let number = self
            .find(at + 1, table)
            .filter(|_| self.is_joined(at + 1))?;
        let hundreds = self.find(at, self.lexicon?.numbers)?;
        (15..=19)
            .contains(&hundreds)
            .then_some((100 * hundreds + number, at + 2))
    }

    /// A decade in digits: 1990 of `1990s` and `1990's`, 80 of `80s` and `’80s`.
    pub fn number_with_s(&self, at: usize) -> Option<(i32, usize)> {
        let word = self.words.get(at)?;
        let apart = self.words.get(at + 1).filter(|word| word.is("s"));
        let apart = apart.is_some_and(|word| matches!(word.gap, "'" | "’"));
        let digits = if apart {
            word.text
        } else {
            word.text.strip_suffix('s')?
        };
        let number = digits.parse::<i32>().ok()?;
        let fits = number % 10 == 0 && (number < 100 || (1000..2200).contains(&number));
        (fits && matches!(digits.len(), 2 | 4)).then_some((number, at + 1 + usize::from(apart)))
    }

    /// `premier trimestre 2016`, `seconde moitié du XIXe siècle`
    pub fn part(&self, at: usize) -> Option<(What, usize, Needs)> {
        let lexicon = self.lexicon?;
        if let Some(((place, of), next)) = self.longest(at, lexicon.short_parts) {
            let (date, next) = self.part_of_year(next, Part { place, of })?;
            return Some((What::Fixed(date), next, Needs::Nothing));
        }
        let (part, next) = self.named_part(at)?;
        let (date, next) = self
            .part_of_period(next, part)
            .or_else(|| self.part_of_year(next, part))?;
        Some((What::Fixed(date), next, Needs::Nothing))
    }

    /// `premier trimestre`, `seconde moitié`
    fn named_part(&self, at: usize) -> Option<(Part, usize)> {
        let lexicon = self.lexicon?;
        let last = || Some((-1, self.any_of(at, lexicon.last)?));
        let ordinal = || {
            self.ordinal(at)
                .map(|Ordinal { number, next, .. }| (number, next))
        };
        let (place, next) = last().or_else(ordinal)?;
        let unit = self
            .find(next, lexicon.units)
            .filter(|_| self.is_joined(next))?;
        let of = match unit {
            Unit::Quarter => 4,
            Unit::Third => 3,
            Unit::Half => 2,
            _ => return None,
        };
        let place = if place < 0 { of } else { place };
        Some((Part { place, of }, next + 1))
    }

    fn part_of_period(&self, at: usize, of: Part) -> Option<(DateBuilder, usize)> {
        let lexicon = self.lexicon?;
        let start = self.behind_of(at);
        if start == at || !self.is_joined(start) {
            return None;
        }
        let century = self
            .century(start)
            .or_else(|| self.century_of_next(start, lexicon));
        let (years, next) = match century {
            Some((century, next)) => (century.years(), next),
            None => {
                let (decade, next) = self.decade(start).filter(|_| of.of == 2)?;
                (decade.years(), next)
            }
        };
        Some((part(years, of)?, next))
    }

    /// The place behind `du`, `of the`.
    fn behind_of(&self, at: usize) -> usize {
        let of = self.lexicon.and_then(|lexicon| self.any_of(at, lexicon.of));
        self.skip_articles(of.unwrap_or(at))
    }

    /// The century of an ordinal whose word stands behind the next one: of `première moitié du XIXe et seconde moitié du XXe
    /// siècle`.
    fn century_of_next(&self, at: usize, lexicon: &Lexicon) -> Option<(Century, usize)> {
        let Ordinal { number, form, next } = self.ordinal(at)?;
        let is_marked = matches!(form, Spelling::Roman | Spelling::Digits | Spelling::Words);
        let joint = lexicon
            .intervals
            .iter()
            .find_map(|(_, between)| self.any_of(next, between));
        let dash = || {
            self.words
                .get(next)
                .filter(|word| word.follows_dash())
                .map(|_| next)
        };
        let start = self.skip_articles(joint.or_else(dash)?);
        let start = match self.named_part(start) {
            Some((_, next)) => self.behind_of(next),
            None => start,
        };
        let (later, _) = self.century(start).filter(|_| is_marked)?;
        Some((later.beside(number), next))
    }

    fn part_of_year(&self, at: usize, part: Part) -> Option<(DateBuilder, usize)> {
        let (partial, next) = self.year_after(at, Partial::default());
        let (year, length) = (partial.year?, 12 / part.of as u8);
        let fits = (1..=part.of).contains(&part.place) && part.of != 3;
        let last = part.place as u8 * length;
        let date = fits.then(|| DateBuilder::months(year, last + 1 - length, last))?;
        Some((date, next))
    }
}
