//! Numbers in digits, in words and in Roman numerals; ordinals; years with their era.

use super::lexicon::{Era, Lexicon};
use super::scan::Scan;

/// The years before Christ that EDTF writes with four digits.
const EARLIEST: i32 = -9999;

/// A number that orders: `XVIIe`, `17th`, `dix-septième`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ordinal {
    pub number: i32,
    pub form: Spelling,
    /// The place behind it.
    pub next: usize,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    Digits,
    Roman,
    /// In Roman numerals of small letters, which may be a word: `vie`.
    SmallRoman,
    /// In Roman numerals that nothing marks as an ordinal: `XX`.
    BareRoman,
    Words,
}

impl Scan<'_> {
    /// A number in digits or in words: `vingt-cinq`, `quatre-vingts`, `mil neuf cent quatorze`.
    pub fn number(&self, at: usize) -> Option<(i32, usize)> {
        if let Some(number) = self.words.get(at)?.digits() {
            return Some((number, at + 1));
        }
        let lexicon = self.lexicon?;
        let mut sum = Sum::of(self.find(at, lexicon.numbers)?);
        let mut next = at + 1;
        while let Some((grown, after)) = self.grown(sum, next, lexicon) {
            (sum, next) = (grown, after);
        }
        Some((sum.whole(), next))
    }

    /// A number in words with its next word, if that belongs to it.
    fn grown(&self, sum: Sum, at: usize, lexicon: &Lexicon) -> Option<(Sum, usize)> {
        let has_and = self.is_joined(at) && self.any_of(at, lexicon.and_in_numbers).is_some();
        let at = at + usize::from(has_and);
        let word = self.words.get(at).filter(|word| word.is_joined())?;
        let number = word.find(lexicon.numbers)?;
        // `vingt et un`, but not `années soixante-dix et quatre-vingt`
        let is_bound = word.follows_dash() || has_and && matches!(number, 1 | 10 | 11);
        // `une dizaine`
        let is_collective = sum.whole() == 1 && word.text.ends_with("aine");
        let grown = if is_collective {
            Some(Sum::of(number))
        } else {
            sum.with(number, is_bound)
        };
        Some((grown?, at + 1))
    }

    /// A number that orders, in words, in digits or in Roman numerals; its suffix may stand apart: `XIX e`.
    pub fn ordinal(&self, at: usize) -> Option<Ordinal> {
        let lexicon = self.lexicon?;
        if let Some((number, next)) = self.longest_here(at, lexicon.ordinals) {
            let form = Spelling::Words;
            return Some(Ordinal { number, form, next });
        }
        let word = self.words.get(at)?;
        let suffix = self.words.get(at + 1).filter(|next| {
            next.gap
                .chars()
                .all(|gap| gap == ' ' || gap == '\u{a0}' || gap == '\u{202f}')
                && lexicon.suffixes.iter().any(|suffix| next.is(suffix))
        });
        let is_apart = suffix.is_some();
        let digits = word
            .digits_before(lexicon.suffixes)
            .map(|number| (number, Spelling::Digits, false));
        let apart = || {
            let number = word.digits().filter(|_| is_apart && word.text.len() <= 2)?;
            Some((number, Spelling::Digits, true))
        };
        let roman = || {
            let (number, has_suffix) = word.roman_before(lexicon.suffixes)?;
            let form = match (has_suffix || is_apart, word.has_capital()) {
                (true, true) => Spelling::Roman,
                (true, false) => Spelling::SmallRoman,
                (false, true) => Spelling::BareRoman,
                (false, false) => return None,
            };
            Some((number, form, is_apart && !has_suffix))
        };
        let (number, form, is_apart) = digits.or_else(apart).or_else(roman)?;
        let next = at + 1 + usize::from(is_apart);
        Some(Ordinal { number, form, next })
    }

    /// The day of a month: `3`, `1er`, `1 er`, `premier`, `deux`, `4th`, `fourth`; and whether it is in words.
    pub fn day_number(&self, at: usize) -> Option<(u8, usize, Spelling)> {
        let lexicon = self.lexicon?;
        let word = self.words.get(at)?;
        let ordinal = self.ordinal(at).filter(|ordinal| match ordinal.form {
            Spelling::Digits => true,
            Spelling::Words => lexicon.month_first || ordinal.number == 1 && ordinal.next == at + 1,
            _ => false,
        });
        let plain = || {
            let number = word.digits().filter(|_| word.text.len() <= 2)?;
            Some((number, at + 1, Spelling::Digits))
        };
        let in_words = || {
            let (number, next) = self.number(at).filter(|(number, _)| *number > 1)?;
            (!lexicon.month_first && word.digits().is_none()).then_some((
                number,
                next,
                Spelling::Words,
            ))
        };
        let ordinal = ordinal.map(|Ordinal { number, form, next }| {
            // `premier` is the usual word.
            let form = if lexicon.month_first {
                form
            } else {
                Spelling::Digits
            };
            (number, next, form)
        });
        let (number, next, form) = ordinal.or_else(plain).or_else(in_words)?;
        let day = u8::try_from(number)
            .ok()
            .filter(|day| (1..=31).contains(day))?;
        Some((day, next, form))
    }

    /// Four digits that may be a year.
    pub fn year(&self, at: usize) -> Option<i32> {
        let number = self.words.get(at)?.digits()?;
        (1000..2200).contains(&number).then_some(number)
    }

    /// A year in words: `mil neuf cent quatorze`, `nineteen fourteen`.
    pub fn year_in_words(&self, at: usize) -> Option<(i32, usize)> {
        let lexicon = self.lexicon?;
        if self.words.get(at)?.digits().is_some() {
            return None;
        }
        let (number, next) = self.number(at)?;
        let hundreds = || {
            let fits = lexicon.month_first && (15..=20).contains(&number) && self.is_joined(next);
            let (rest, next) = self
                .number(next)
                .filter(|_| fits && self.words[next].digits().is_none())?;
            (10..=99)
                .contains(&rest)
                .then_some((100 * number + rest, next))
        };
        let (year, next) = hundreds().unwrap_or((number, next));
        // A thousand or two are rather things.
        ((1000..2200).contains(&year) && year % 1000 != 0).then_some((year, next))
    }

    /// A number and its era: `44 av. J.-C.`, `476 de notre ère`, `AD 79`.
    pub fn year_of_era(&self, at: usize) -> Option<(i32, Era, usize)> {
        let lexicon = self.lexicon?;
        let first = self
            .any_of(at, lexicon.first_eras)
            .filter(|next| self.is_joined(*next) || self.is_shortened(*next))
            .filter(|_| self.words[at].is_in_capitals());
        let number_at = first.unwrap_or(at);
        let number = self
            .words
            .get(number_at)?
            .amount()
            .filter(|number| *number > 0)?;
        let (era, next) = match first {
            Some(_) => (Era::After, number_at + 1),
            None => self.era_after(at + 1)?,
        };
        let fits = match era {
            Era::Before => era.year(number) >= EARLIEST,
            Era::After => number < 2200,
        };
        fits.then_some((number, era, next))
    }

    /// The era behind a number, and the place behind it.
    pub fn era_after(&self, at: usize) -> Option<(Era, usize)> {
        let lexicon = self.lexicon?;
        let is_short = at > 0 && self.any_of(at - 1, lexicon.short_centuries) == Some(at);
        let gap = self.words.get(at)?.gap.trim();
        // `XIXe s. av. J.-C.`, `en 79 (après J.-C.)`
        let is_near = self.is_joined(at) || is_short && self.is_shortened(at) || gap == "(";
        if !is_near {
            return None;
        }
        let eras = lexicon.eras.iter().filter_map(|(first, second, era)| {
            let next = self.short_phrase(at, first)?;
            let is_near = self.is_joined(next) || self.is_shortened(next);
            let ends = second
                .iter()
                .filter_map(|second| self.short_phrase(next, second).filter(|_| is_near));
            Some((*era, ends.max()?))
        });
        let short = || {
            let eras = lexicon.short_eras.iter();
            let eras = eras.filter_map(|(short, era)| Some((*era, self.short_phrase(at, short)?)));
            let longest = eras.max_by_key(|(_, next)| *next);
            longest.filter(|_| self.words[at].is_in_capitals())
        };
        eras.max_by_key(|(_, next)| *next).or_else(short)
    }
}

/// A number in words that is being added up.
#[derive(Clone, Copy)]
struct Sum {
    thousands: i32,
    /// What is below a thousand.
    rest: i32,
}

impl Sum {
    fn of(number: i32) -> Sum {
        Sum {
            thousands: number / 1000 * 1000,
            rest: number % 1000,
        }
    }

    fn whole(self) -> i32 {
        self.thousands + self.rest
    }

    /// The sum with another word; none if that word is no part of the number. Below a hundred, words belong together
    /// only where a hyphen or `et` binds them, since `deux` and `trois` may stand side by side.
    fn with(self, number: i32, is_bound: bool) -> Option<Sum> {
        let is_bound = is_bound || self.whole() >= 100;
        let low = self.rest % 100;
        let rest = match number {
            1000 if self.thousands == 0 && (1..1000).contains(&self.rest) => {
                return Some(Sum {
                    thousands: 1000 * self.rest,
                    rest: 0,
                });
            }
            // `dix-neuf cent`
            100 if (1..=20).contains(&self.rest) => 100 * self.rest,
            20 if low == 4 && is_bound => self.rest + 76,
            1..=99 if low == 0 && self.whole() >= 100 => self.rest + number,
            7..=9 if low == 10 && is_bound => self.rest + number,
            1..=9 if low >= 20 && low % 10 == 0 && is_bound => self.rest + number,
            10..=19 if matches!(low, 60 | 80) && is_bound => self.rest + number,
            _ => return None,
        };
        Some(Sum { rest, ..self })
    }
}
