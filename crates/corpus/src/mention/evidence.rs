//! What stands around a number, and shows that it is a year or something else.

use super::Mention;
use super::lexicon::{NUMBERING, OF_LIVES};
use super::points::{Item, Point};
use super::scan::Scan;
use super::word::Word;
use frise_date::Precision;
use std::ops::Range;

/// What a hyphen binds to a year: `mi-2010`.
const HALVES: &[(&str, ())] = &[("mi", ()), ("mid", ())];

/// What is measured and counted in, and is rarely said of a year.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "euros", "francs", "dollars", "millions", "milliards", "million", "billion", "percent", "metres", "kilometres", "hectares",
    "tonnes", "litres", "watts", "octets", "fois", "ans", "jours", "heures", "minutes", "secondes", "exemplaires", "mots",
    "signes", "pages", "caracteres", "years", "days", "hours", "words", "copies", "miles", "feet", "yards", "acres", "tons",
    "pounds",
];

/// The same by its symbol, to the letter: `en 1981 M. Mitterrand` measures nothing.
#[rustfmt::skip]
const SYMBOLS: &[&str] = &[
    "m", "km", "cm", "mm", "m²", "km²", "m2", "km2", "m³", "m3", "ha", "kg", "t", "h", "min", "W", "kW", "MW", "GW", "kWh", "MWh",
    "GWh", "TWh", "Hz", "kHz", "MHz", "GHz", "V", "kV", "ko", "Ko", "Mo", "Go", "To", "kB", "KB", "MB", "GB", "TB", "EUR",
    "USD", "CHF", "GBP", "hPa", "ch",
];

/// What opens an interval that may begin with what is no date; `de` opens too much else.
const PERIODS: &[&str] = &["entre", "between", "from"];

impl Scan<'_> {
    /// Whether a number may be a year at all: nothing numbers or measures by it.
    pub fn may_be_year(&self, point: &Point) -> bool {
        let is_first_part = self
            .words
            .get(point.words.end)
            .is_some_and(|word| matches!(word.gap, "-" | "/" | ".") && word.digits().is_some());
        self.may_be_year_at(point.words.start)
            && !is_first_part
            && !self.is_measured(point.words.end)
    }

    /// The same for the first end of an interval, behind which a dash may stand.
    pub fn may_be_year_before(&self, item: &Item) -> bool {
        self.may_be_year_at(item.words.start)
    }

    fn may_be_year_at(&self, at: usize) -> bool {
        let gap = self.words[at].gap;
        let is_bound =
            at > 0 && (self.find(at - 1, HALVES).is_some() || self.circa(at - 1) == Some(at));
        let is_part = gap.ends_with(['/', '.', ',', ':', '-', '–']) && !is_bound;
        !self.is_numbered(at) && !is_part && !gap.contains(['°', '#', '§', '$', '€', '£', 'º'])
    }

    /// Whether a number is that of an article or of a page.
    pub fn is_numbered(&self, at: usize) -> bool {
        at > 0 && self.words[at].is_joined() && NUMBERING.iter().any(|word| self.is(at - 1, word))
    }

    /// Whether a day and a month in digits are rather a part of something: `les 2/3 sont d’accord`.
    pub fn is_fraction(&self, point: &Point) -> bool {
        let Range { start, end } = point.words;
        let digit = |at: usize| {
            self.words[at]
                .digits()
                .filter(|_| self.words[at].text.len() == 1)
        };
        self.follows(start, &["les"]) && digit(start) > Some(1) && digit(start) < digit(end - 1)
    }

    /// Whether a year is one of a life or of a reign, by the sign that opens its parenthesis.
    pub fn is_of_life(&self, at: usize) -> bool {
        let sign = at.checked_sub(1).and_then(|before| self.words.get(before));
        sign.is_some_and(|sign| {
            sign.gap.ends_with('(') && OF_LIVES.contains(&sign.text) && self.is_shortened(at)
        })
    }

    /// Whether an item begins a parenthesis.
    pub fn is_in_parenthesis(&self, item: &Item) -> bool {
        self.words[item.words.start].gap.ends_with('(')
    }

    /// Whether words are all that stands in a parenthesis.
    pub fn is_parenthesis(&self, words: &Range<usize>) -> bool {
        self.words[words.start].gap.ends_with('(')
            && self.text[self.words[words.end - 1].range.end..].starts_with(')')
    }

    /// Whether a bare number stands in a list with the date before it.
    pub fn goes_on(&self, before: &Mention, point: &Point) -> bool {
        let between = &self.text[before.end..self.words[point.words.start].range.start];
        let between = between.trim().trim_start_matches(',').trim();
        let listed = self
            .lexicon
            .is_some_and(|lexicon| lexicon.and.contains(&between));
        let is_year = matches!(before.date.precision(), Precision::Year | Precision::Decade)
            || before.date.is_open_end();
        is_year && (between.is_empty() || listed)
    }

    /// Whether what stands around a bare number shows that it is a year.
    pub fn is_shown_year(&self, point: &Point) -> bool {
        let Range { start, end } = point.words;
        let Some(lexicon) = self.lexicon else {
            return false;
        };
        let after = self.text[self.words[end - 1].range.end..].trim_start();
        let gap = self.words[start].gap.trim_end();
        // `†1404`
        if gap.ends_with('†') || self.is_of_life(start) {
            return true;
        }
        if self.words[start].gap.ends_with('(') {
            return after.starts_with([')', ',', ';', '-', '–']);
        }
        let measures = start > 1 && lexicon.measures.iter().any(|word| self.is(start - 2, word));
        let is_range = self.any_of(end, &["a", "to"]).is_some() && self.is_joined(end);
        let is_led = self.follows(start, lexicon.before_year) && !is_range
            || self.begins_period(point)
            || self.ends_period(point);
        (is_led || self.is_named_year(start)) && !measures && !self.is_count(end)
    }

    /// Whether an interval begins with a number, and ends with what is no date: `entre 1945 et la chute du Mur`.
    fn begins_period(&self, point: &Point) -> bool {
        let Range { start, end } = point.words;
        let begins = |(open, between): &(&str, &[&str])| {
            let joint = self.any_of(end, between).filter(|_| self.is_joined(end));
            let no_date = |next| {
                self.lexicon
                    .is_some_and(|lexicon| self.any_of(next, lexicon.no_date).is_some())
            };
            self.follows(start, &[open])
                && joint.is_some_and(|next| self.is_joined(next) && no_date(next))
        };
        let intervals = self.lexicon.map_or(&[][..], |lexicon| lexicon.intervals);
        intervals
            .iter()
            .filter(|(open, _)| !open.is_empty())
            .any(begins)
    }

    /// Whether an interval ends with a number, and begins with what is no date: `entre la Commune et 1914`.
    fn ends_period(&self, point: &Point) -> bool {
        const LONGEST: usize = 6;
        let Range { start, end } = point.words;
        let ends = |(open, between): &(&str, &[&str])| {
            let Some(link) = start
                .checked_sub(1)
                .filter(|link| self.any_of(*link, between) == Some(start))
            else {
                return false;
            };
            let opened = (link.saturating_sub(LONGEST)..link).rev();
            let mut near = opened
                .take_while(|at| self.is_joined(at + 1) && !self.words[*at].begins_with_digit());
            near.any(|at| {
                let no_date = |next| self.any_of(next, self.lexicon?.no_date);
                self.phrase(at, open).and_then(no_date).is_some()
            })
        };
        let intervals = self.lexicon.map_or(&[][..], |lexicon| lexicon.intervals);
        self.is_joined(start)
            && self.is_over(end)
            && intervals
                .iter()
                .filter(|(open, _)| PERIODS.contains(open))
                .any(ends)
    }

    /// Whether the words behind a number are the things that it counts.
    pub fn is_count(&self, next: usize) -> bool {
        const PLURALS: &[&str] = &["people", "men", "women", "children"];
        let no_nouns = self.lexicon.map_or(&[][..], |lexicon| lexicon.no_nouns);
        let is_noun = |word: &Word| {
            word.gap.trim().is_empty()
                && (word.looks_plural() || PLURALS.iter().any(|plural| word.is(plural)))
                && !no_nouns.iter().any(|known| word.is(known))
        };
        self.is_measured(next) || self.words.get(next).is_some_and(is_noun)
    }

    /// Whether what leads to a number leads to a number of things as often as to a year: `pour les 1500 personnes`.
    pub fn is_led_to_count(&self, at: usize) -> bool {
        let start = (1..=at).rev().find(|at| !self.follows_article(*at));
        let leads = self
            .lexicon
            .map_or(&[][..], |lexicon| lexicon.before_counts);
        start.is_some_and(|start| leads.iter().any(|lead| self.is(start - 1, lead)))
    }

    /// Whether a number is followed by no noun that it could count: by nothing, or by a word that begins something else.
    pub fn is_over(&self, next: usize) -> bool {
        let Some(lexicon) = self.lexicon else {
            return true;
        };
        let words = [lexicon.no_nouns, lexicon.articles];
        let joints = lexicon.intervals.iter().flat_map(|(_, between)| *between);
        !self.is_joined(next)
            || words.into_iter().flatten().any(|word| self.is(next, word))
            || joints
                .into_iter()
                .any(|word| self.phrase(next, word).is_some())
            || self.find(next, lexicon.leads).is_some()
    }

    /// Whether a unit follows.
    pub fn is_measured(&self, next: usize) -> bool {
        let Some(last) = self.words.get(next.wrapping_sub(1)) else {
            return false;
        };
        let after = self.text[last.range.end..].trim_start();
        after.starts_with(['%', '€', '$', '£', '°'])
            || self.is_joined(next)
                && (UNITS.iter().any(|unit| self.is(next, unit))
                    || SYMBOLS.contains(&self.words[next].text))
    }

    /// Names of months are words too; a capital tells them apart in English, and betrays a name in French.
    pub fn is_month_written(&self, at: usize) -> bool {
        let capital = self.words.get(at).is_some_and(Word::has_capital);
        capital == self.lexicon.is_some_and(|lexicon| lexicon.month_first)
    }
}
