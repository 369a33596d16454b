//! A date as it is read, before what stands around it is asked.

use super::builder::DateBuilder;
use super::lexicon::Lead;
use super::numbers::{Ordinal, Spelling};
use super::partial::Partial;
use super::periods::{Century, Decade};
use super::reference::Reference;
use super::scan::Scan;
use std::ops::Range;

/// A date as it is read.
#[derive(Clone, Debug)]
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
    Century(Century),
    Decade(Decade),
    Fixed(DateBuilder),
    Bare(Bare),
}

/// A number that only another date makes one: of `3 et 4 mai`, of `XVIIe et XVIIIe siècles`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bare {
    pub number: i32,
    pub form: Spelling,
    pub is_ordinal: bool,
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
    /// That two or three numbers are a day, a month and a year.
    Day,
    /// Another date, which tells what is left out.
    Partner,
}

/// A date in an interval or in a list.
pub(super) struct Item {
    /// Places among the words, from the word that makes it approximate on.
    pub words: Range<usize>,
    pub what: What,
    pub needs: Needs,
    /// What makes it approximate.
    pub about: Option<Lead>,
}

impl What {
    pub fn resolve(self, reference: Reference) -> Option<DateBuilder> {
        match self {
            What::Partial(partial) => partial.resolve(reference),
            What::Century(century) => Some(century.date()),
            What::Decade(decade) => Some(decade.date()),
            What::Fixed(date) => Some(date),
            What::Bare(_) => None,
        }
    }
}

impl Scan<'_> {
    /// The date of the calendar that begins at a word.
    pub fn point(&self, at: usize) -> Option<Point> {
        if !self.may_begin(at) {
            return None;
        }
        let point = |(what, next, needs)| Point {
            words: at..next,
            what,
            needs,
        };
        let decade = || {
            let (decade, next) = self.decade(at)?;
            Some((What::Decade(decade), next, Needs::Nothing))
        };
        let century = || {
            let (century, next) = self.century(at)?;
            Some((What::Century(century), next, Needs::Nothing))
        };
        self.double_years(at)
            .or_else(|| self.in_digits(at))
            .or_else(decade)
            .or_else(century)
            .or_else(|| self.part(at))
            .map(point)
            .or_else(|| self.calendar(at))
            .or_else(|| self.years(at).map(point))
    }

    /// The date that begins at a word, or what another date makes one.
    pub fn item(&self, at: usize) -> Option<Item> {
        if !self.may_begin(at) {
            return None;
        }
        let about = self.lead(at).filter(|(lead, _)| lead.is_about());
        let start = about.map_or(at, |(_, next)| self.skip_unit(self.skip_articles(next)));
        let item = match self.point(self.skip_unit(start)) {
            Some(point) => Item {
                words: point.words,
                what: point.what,
                needs: point.needs,
                about: None,
            },
            None => self.bare_item(start)?,
        };
        Some(Item {
            words: at..item.words.end,
            about: about.map(|(lead, _)| lead),
            ..item
        })
    }

    /// The number that begins at a word and waits for another date to make it one.
    pub fn bare_item(&self, at: usize) -> Option<Item> {
        let (bare, next) = self.bare(at)?;
        Some(Item {
            words: at..next,
            what: What::Bare(bare),
            needs: Needs::Partner,
            about: None,
        })
    }

    /// A date whose year is the number behind its month, as it is written, and waits for an era.
    pub fn before_era(&self, item: &Item) -> Option<Item> {
        let What::Partial(partial) = item.what else {
            return None;
        };
        let is_of_no_era = partial.has_month() && partial.era.is_none() && !partial.republican;
        let number_at = match partial.year {
            Some(_) => item.words.end - 1,
            None => item.words.end,
        };
        let word = self.words.get(number_at)?;
        let is_near = match word.gap.trim() {
            "" => true,
            "," => self.lexicon?.month_first,
            _ => false,
        };
        let number = word.digits().filter(|number| *number > 0);
        let partial = Partial {
            year: None,
            before_era: Some(number.filter(|_| is_of_no_era && is_near)?),
            ..partial
        };
        Some(Item {
            words: item.words.start..number_at + 1,
            what: What::Partial(partial),
            needs: Needs::Nothing,
            about: item.about,
        })
    }

    /// A number that another date may make one.
    fn bare(&self, at: usize) -> Option<(Bare, usize)> {
        // More than a century or a day can be.
        const MOST: i32 = 31;
        if let Some(Ordinal { number, form, next }) = self.ordinal(at) {
            // `la vie au XXe siècle`, `la Ve République`
            let word = self.words.get(at)?;
            let is_word = match form {
                Spelling::BareRoman => true,
                Spelling::SmallRoman => !word.text.contains('x'),
                Spelling::Roman => {
                    word.roman().is_none() && word.is_in_capitals() && !word.text.contains('X')
                }
                Spelling::Digits | Spelling::Words => false,
            };
            let is_feminine = at > 0 && self.is(at - 1, "la");
            let fits = !is_word && !is_feminine && (1..=MOST).contains(&number);
            let bare = Bare {
                number,
                form,
                is_ordinal: true,
            };
            return fits.then_some((bare, next));
        }
        let amount = self.words.get(at)?.amount();
        let in_digits = amount
            .map(|number| (number, at + 1))
            .or_else(|| self.number_with_s(at));
        let (number, form, next) = match in_digits {
            Some((number, next)) => (number, Spelling::Digits, next),
            None => {
                let (number, next) = self.number(at)?;
                (number, Spelling::Words, next)
            }
        };
        let bare = Bare {
            number,
            form,
            is_ordinal: false,
        };
        (number > 0).then_some((bare, next))
    }
}
