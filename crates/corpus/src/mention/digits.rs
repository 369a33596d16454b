//! Dates and years in digits.

use super::builder::DateBuilder;
use super::lexicon::{Era, NUMBERING};
use super::partial::Partial;
use super::points::{Needs, What};
use super::scan::Scan;
use frise_date::Day;

impl Scan<'_> {
    /// Dates in digits, in the orders that mean one day only in the language of the text.
    pub fn in_digits(&self, at: usize) -> Option<(What, usize, Needs)> {
        if let Some((day, next)) = self.iso_day(at) {
            return Some((What::Fixed(DateBuilder::day(day)), next, Needs::Nothing));
        }
        let gap = |at: usize| self.words.get(at).map_or("", |word| word.gap);
        let text = |at: usize| self.words.get(at).map_or("", |word| word.text);
        let number = |at: usize| self.words.get(at).and_then(|word| word.digits());
        let small = |at: usize, most: i32| {
            number(at)
                .filter(|number| (1..=most).contains(number) && text(at).len() <= 2)
                .map(|number| number as u8)
        };
        let mark = gap(at + 1);
        let is_part = gap(at).ends_with(['/', '-', '.', '°']) && at > 0 && gap(at).len() == 1;
        if !matches!(mark, "/" | "-" | "." | "‑") || is_part {
            return None;
        }
        let three = gap(at + 2) == mark && number(at + 2).is_some();
        let goes_on = |next: usize| gap(next) == mark && number(next).is_some();
        let first_year = text(at).len() == 4;
        if three && !goes_on(at + 3) {
            let (year, month, day) = match (first_year, self.is_french() || mark == ".") {
                // Without two digits each, the dashes are those of an article of law.
                (true, _)
                    if mark != "/"
                        && text(at + 1).len() + text(at + 2).len() < 4
                        && mark != "." =>
                {
                    return None;
                }
                (true, _) => (self.year(at)?, small(at + 1, 12)?, small(at + 2, 31)?),
                (false, true) if small(at + 1, 12).is_some() => (
                    self.year_of(at + 2, mark)?,
                    small(at + 1, 12)?,
                    small(at, 31)?,
                ),
                // The order of the United States, where it can be no other.
                (false, _) if small(at + 1, 31)? > 12 || number(at) == number(at + 1) => (
                    self.year_of(at + 2, mark)?,
                    small(at, 12)?,
                    small(at + 1, 31)?,
                ),
                (false, _) if small(at, 31)? > 12 => (
                    self.year_of(at + 2, mark)?,
                    small(at + 1, 12)?,
                    small(at, 31)?,
                ),
                _ => return None,
            };
            let day = Day::from_ymd(year, month, day)?;
            // `version 15.05.99`
            let needs = match text(at + 2).len() {
                2 if !first_year && mark != "/" => Needs::Day,
                _ => Needs::Nothing,
            };
            return Some((What::Fixed(DateBuilder::day(day)), at + 3, needs));
        }
        if goes_on(at + 2) || text(at + 1).is_empty() {
            return None;
        }
        let numbered = at > 0 && NUMBERING.iter().any(|word| self.is(at - 1, word));
        let is_year =
            |year: i32| (1500..2200).contains(&year) && !numbered && !gap(at).contains('°');
        if first_year && text(at + 1).len() == 2 {
            let (year, month) = (
                number(at).filter(|year| is_year(*year))?,
                small(at + 1, 12)?,
            );
            let needs = if mark == "-" {
                Needs::Nothing
            } else {
                Needs::Year
            };
            return Some((What::Fixed(DateBuilder::month(year, month)), at + 2, needs));
        }
        if text(at + 1).len() == 4 {
            let (year, month) = (
                number(at + 1).filter(|year| is_year(*year))?,
                small(at, 12)?,
            );
            return Some((
                What::Fixed(DateBuilder::month(year, month)),
                at + 2,
                Needs::Nothing,
            ));
        }
        let (day, month) = (small(at, 31)?, small(at + 1, 12)?);
        let partial = Partial {
            day: Some(day),
            month: Some(month),
            ..Partial::default()
        };
        (self.is_french() && mark == "/").then_some((What::Partial(partial), at + 2, Needs::Day))
    }

    /// A day as ISO 8601 writes it, also with its time or behind the stroke of an interval: `2014-05-24T14:30`,
    /// `2014-05-03/2014-05-05`.
    pub fn iso_day(&self, at: usize) -> Option<(Day, usize)> {
        let [year, month, day] = self.iso_parts(at)?;
        let gap = self.words[at].gap;
        let is_end = gap == "/" && at > 2 && self.iso_parts(at - 3).is_some();
        let is_part = at > 0 && matches!(gap, "/" | "-" | "." | "°");
        let next = self.words.get(at + 3);
        let goes_on = next.is_some_and(|next| next.gap == "-" && next.digits().is_some());
        let day = Day::from_ymd(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
        (!goes_on && (is_end || !is_part)).then_some((day, at + 3))
    }

    /// Year, month and day of `2014-05-24` and of `2014-05-24T14`.
    fn iso_parts(&self, at: usize) -> Option<[i32; 3]> {
        let [year, month, day] = self.words.get(at..at + 3)? else {
            return None;
        };
        let digits = match day.text.split_once('T') {
            Some((digits, time)) if time.starts_with(|c: char| c.is_ascii_digit()) => digits,
            _ => day.text,
        };
        let lengths = [year.text.len(), month.text.len(), digits.len()];
        let fits = lengths == [4, 2, 2] && month.gap == "-" && day.gap == "-";
        let day = digits.parse::<u8>().ok().filter(|_| fits)?;
        Some([self.year(at)?, month.digits()?, i32::from(day)])
    }

    fn is_french(&self) -> bool {
        self.lexicon.is_some_and(|lexicon| !lexicon.month_first)
    }

    /// The year at the end of a date in digits; of two digits the one nearest to the document.
    fn year_of(&self, at: usize, mark: &str) -> Option<i32> {
        let word = self.words.get(at)?;
        let number = word.digits()?;
        match word.text.len() {
            4 => Some(number),
            2 if mark == "/" && self.lexicon.is_some() || self.is_french() => {
                let latest = self.reference.year.unwrap_or(2030) + 10;
                Some(if 2000 + number <= latest {
                    2000 + number
                } else {
                    1900 + number
                })
            }
            _ => None,
        }
    }

    /// A year, or two with a dash; a year with its era; a year in words; `l’an 800`, `l’an II`.
    pub fn years(&self, at: usize) -> Option<(What, usize, Needs)> {
        self.lexicon?;
        if let Some((number, era, next)) = self.year_of_era(at) {
            let partial = Partial::of_era(number, era);
            return Some((What::Partial(partial), next, Needs::Nothing));
        }
        if let Some(found) = self.signed_year(at).or_else(|| self.doubted_years(at)) {
            return Some(found);
        }
        if let Some(found) = self.republican(at) {
            return Some(found);
        }
        let partial = |year| What::Partial(Partial::of_year(year));
        let Some(year) = self.year(at) else {
            return self
                .named_year(at)
                .map(|(year, next)| (partial(year), next, Needs::Nothing))
                .or_else(|| {
                    let (year, next) = self.year_in_words(at)?;
                    let is_sure = self.is(at, "mil");
                    let needs = if is_sure { Needs::Nothing } else { Needs::Year };
                    Some((partial(year), next, needs))
                });
        };
        let second = self.words.get(at + 1).and_then(|word| {
            let number = word.digits()?;
            let whole = if word.text.len() == 2 {
                year / 100 * 100 + number
            } else {
                number
            };
            let is_range = word.follows_dash() && (number > 12 || word.text.len() == 4);
            let is_pair = word.gap == "/" && whole == year + 1;
            let goes_on = self
                .words
                .get(at + 2)
                .is_some_and(|word| word.follows_dash() && word.digits().is_some());
            let fits = (is_range || is_pair)
                && (year + 1..2200).contains(&whole)
                && word.text.len() % 2 == 0
                && self.era_after(at + 2).is_none();
            (fits && !goes_on).then_some((whole, word.text.len()))
        });
        match second {
            Some((second, length)) => {
                let gap = self.words[at].gap;
                let is_numbered = gap.contains(['°', '/', '-', '.']) && !self.is_of_life(at)
                    || at > 0 && NUMBERING.iter().any(|word| self.is(at - 1, word));
                // `1500-2000 euros`, `1500-2000 personnes`
                let is_round = year % 100 == 0 && second % 100 == 0;
                let is_count = self.is_measured(at + 2) || is_round && self.is_count(at + 2);
                let needs = if length == 4 && !is_numbered && !is_count {
                    Needs::Nothing
                } else {
                    Needs::Year
                };
                Some((What::Fixed(DateBuilder::years(year, second)), at + 2, needs))
            }
            None => Some((partial(year), at + 1, Needs::Year)),
        }
    }

    /// Two years side by side of which one is meant, with their era, or the two ends of a life told so: `348/347 av. J.-C.`,
    /// `428/427 – 348/347 BC`.
    pub fn double_years(&self, at: usize) -> Option<(What, usize, Needs)> {
        let (first, other, next) = self.pair(at).filter(|_| !self.is_part(at))?;
        let dash = self.words.get(next).filter(|word| word.follows_dash());
        let (last, next) = match dash.and_then(|_| self.pair(next)) {
            Some((_, last, next)) => (last, next),
            None => (other, next),
        };
        let (era, end) = self.era_after(next)?;
        let [first, other, last] = [first, other, last].map(|number| era.year(number));
        let fits = first < other && first < last;
        let years = DateBuilder::years(first, last);
        fits.then_some((What::Fixed(years), end, Needs::Nothing))
    }

    /// Two numbers that follow one another, with a stroke between them: `348/347`.
    fn pair(&self, at: usize) -> Option<(i32, i32, usize)> {
        let [first, second] = self.words.get(at..at + 2)? else {
            return None;
        };
        let numbers = (first.amount()?, second.amount()?);
        let fits = second.gap == "/" && numbers.0.abs_diff(numbers.1) == 1;
        fits.then_some((numbers.0, numbers.1, at + 2))
    }

    fn is_part(&self, at: usize) -> bool {
        at > 0 && self.words[at].gap.ends_with(['/', '.', '°']) && self.words[at].gap.len() == 1
    }

    /// Years of which a question mark says that they are doubted: `(1340?–1404)`, `(1340–1404 ?)`, `(1404?)`.
    fn doubted_years(&self, at: usize) -> Option<(What, usize, Needs)> {
        let first = self.year(at)?;
        let begins = self.words[at].gap.ends_with('(');
        let doubt_at_end = |end: usize| {
            let after = self.text[self.words[end - 1].range.end..].trim_start();
            begins && after.starts_with("?)")
        };
        let year = |year, is_doubted| DateBuilder::year(year).uncertain(is_doubted);
        let second = self.words.get(at + 1).and_then(|word| {
            let link = word.gap.trim();
            let is_doubted = link.starts_with('?');
            let is_dash = matches!(link.trim_start_matches('?').trim(), "-" | "–" | "—");
            Some((
                self.year(at + 1).filter(|last| is_dash && *last > first)?,
                is_doubted,
            ))
        });
        let (date, next) = match second {
            Some((last, is_doubted)) => {
                let ends_in_doubt = doubt_at_end(at + 2);
                (is_doubted || ends_in_doubt).then_some(())?;
                (
                    year(first, is_doubted).to(&year(last, ends_in_doubt))?,
                    at + 2,
                )
            }
            None => (year(first, doubt_at_end(at + 1).then_some(true)?), at + 1),
        };
        Some((What::Fixed(date), next, Needs::Nothing))
    }

    /// A year before Christ by its sign: `en -52`, `de -58 à -52`, `(-44)`.
    fn signed_year(&self, at: usize) -> Option<(What, usize, Needs)> {
        // What is lower is rather a temperature or a change.
        const FIRST: i32 = 10;
        let word = &self.words[at];
        let number = word
            .amount()
            .filter(|number| (FIRST..10_000).contains(number))?;
        let (before, sign) = word.gap.split_at(word.gap.find(['-', '−'])?);
        let is_in_parenthesis = before.ends_with('(');
        let is_sign = matches!(sign, "-" | "−")
            && (is_in_parenthesis
                || before.starts_with(char::is_whitespace) && before.trim().is_empty());
        if !is_sign || self.is_count(at + 1) {
            return None;
        }
        let is_closed = self.text[word.range.end..].starts_with(')');
        let is_led = at > 0
            && self.lexicon.is_some_and(|lexicon| {
                lexicon
                    .before_signed
                    .iter()
                    .any(|lead| self.is(at - 1, lead))
            });
        let needs = if is_led || is_in_parenthesis && is_closed {
            Needs::Nothing
        } else {
            Needs::Partner
        };
        Some((
            What::Partial(Partial::of_era(number, Era::Before)),
            at + 1,
            needs,
        ))
    }

    /// A year that only its name makes one: `l’an 800`, `l’an mil`, `the year 800`.
    fn named_year(&self, at: usize) -> Option<(i32, usize)> {
        // The first few may be those of anything, as of the Republic.
        const FIRST: i32 = 15;
        let (number, next) = self.number(at)?;
        let is_in_digits = self.words[at].digits().is_some();
        let fits = (FIRST..2200).contains(&number) && (is_in_digits || number >= 1000);
        // `during the year 830 additional offices`
        let is_over = !self.lexicon?.month_first || self.is_over(next);
        (fits && is_over && self.is_named_year(at) && !self.is_count(next))
            .then_some((number, next))
    }

    /// Whether a number is called a year: `l’an`, but not `par an`.
    pub fn is_named_year(&self, at: usize) -> bool {
        self.lexicon
            .is_some_and(|lexicon| self.follows(at, lexicon.named_years))
    }
}
