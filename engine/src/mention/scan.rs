//! Reading on through the words, and what stands around a date that could be something else.

use super::Mention;
use super::builder::DateBuilder;
use super::lexicon::{self, CIRCA, CIRCA_IN_PARENTHESES, Lead, Lexicon, NUMBERING};
use super::periods::Decade;
use super::points::{Item, Needs, Point};
use super::reference::Reference;
use super::word::{Word, words};
use crate::date::Precision;
use crate::text::Language;
use std::collections::HashSet;
use std::ops::Range;

/// What a hyphen binds to a year: `mi-2010`.
const HALVES: &[(&str, ())] = &[("mi", ()), ("mid", ())];

/// A text that is being read.
pub(super) struct Scan<'t> {
    pub words: Vec<Word<'t>>,
    pub text: &'t str,
    /// None where only dates in digits are read.
    pub lexicon: Option<&'static Lexicon>,
    pub reference: Reference,
}

/// A date, and the words that tell it.
pub(super) struct Spoken {
    /// Places among the words.
    pub words: Range<usize>,
    pub date: DateBuilder,
}

impl<'t> Scan<'t> {
    pub fn of(text: &'t str, language: Language, reference: Reference) -> Scan<'t> {
        let lexicon = lexicon::of(language);
        let mut words = words(text, language);
        for word in &mut words {
            let is_first = |(lexicon, first_words): (&Lexicon, &HashSet<&str>)| {
                word.is_among(first_words) || word.roman_before(lexicon.suffixes).is_some()
            };
            let is_digit = word.text.starts_with(|c: char| c.is_ascii_digit());
            word.may_begin = is_digit || lexicon.is_some_and(is_first);
        }
        Scan {
            words,
            text,
            lexicon: lexicon.map(|(lexicon, _)| lexicon),
            reference,
        }
    }

    /// Whether a date may begin at a word. Most words are no such word, and are not looked at any further.
    pub fn may_begin(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.may_begin)
    }

    /// The date that begins at a word, or the dates of a list; `before` is the one that was found last.
    pub fn mention(&self, at: usize, before: Option<&Mention>) -> Option<Vec<Spoken>> {
        if !self.may_begin(at) {
            return None;
        }
        let one = |spoken| vec![spoken];
        self.interval(at)
            .map(one)
            .or_else(|| self.list(at))
            .or_else(|| self.relative(at).map(one))
            .or_else(|| self.led(at))
            .or_else(|| self.alone(at, before).map(one))
    }

    /// A date after words that say what to make of it; two of them may meet: `depuis le début de 2012`.
    fn led(&self, at: usize) -> Option<Vec<Spoken>> {
        let (lead, next) = self.lead(at)?;
        let inner = self.skip_articles(next);
        let about = self.lead(inner).filter(|(inner, _)| inner.is_about());
        let start = about.map_or(inner, |(_, next)| self.skip_articles(next));
        let start = self.skip_unit(start);
        if lead == Lead::At && about.is_none() {
            let several = || self.interval(start).map(|spoken| vec![spoken]);
            return several()
                .or_else(|| self.list(start))
                .or_else(|| self.target(start, lead).map(|spoken| vec![spoken]));
        }
        let mut spoken = self.target_of_several(start, lead)?;
        if lead != Lead::At {
            spoken.words.start = at;
        } else if about.is_some() {
            spoken.words.start = inner;
        }
        if about.is_some() {
            spoken.date = spoken.date.approximate();
        }
        // Before the end of March is until March.
        let lead = if about.is_some() && lead == Lead::Before {
            Lead::Until
        } else {
            lead
        };
        spoken.date = spoken.date.led(lead, self.reference)?;
        Some(vec![spoken])
    }

    /// What a lead leads to; of several dates, all that lies between them.
    fn target_of_several(&self, at: usize, lead: Lead) -> Option<Spoken> {
        let listed = || {
            let mut list = self.list(at)?;
            let last = list.pop()?;
            let first = list.first();
            let date = first.map_or(Some(last.date.clone()), |first| first.date.to(&last.date))?;
            Some(Spoken {
                words: at..last.words.end,
                date,
            })
        };
        self.interval(at)
            .or_else(listed)
            .or_else(|| self.target(at, lead))
    }

    /// What a date is led by, and the place behind it.
    pub fn lead(&self, at: usize) -> Option<(Lead, usize)> {
        let circa = || Some((Lead::About, self.circa(at)?));
        self.longest(at, self.lexicon?.leads).or_else(circa)
    }

    /// The place behind a sign for *circa*, where a year follows: `c. 1340`, `(ca 1340)`.
    fn circa(&self, at: usize) -> Option<usize> {
        let word = self.words.get(at)?;
        let is_in_parenthesis = word.gap.ends_with('(') || word.follows_dash();
        let other = CIRCA_IN_PARENTHESES.iter().filter(|_| is_in_parenthesis);
        let is_sign = CIRCA
            .iter()
            .chain(other)
            .any(|sign| word.text == sign.trim_end_matches('.') && self.phrase(at, sign).is_some());
        let next = at + 1;
        let is_near = self.is_joined(next) || self.is_shortened(next);
        let is_year = self.year(next).is_some() || self.year_of_era(next).is_some();
        (is_sign && is_near && is_year).then_some(next)
    }

    /// The place behind the unit that a year or a month is told by: `l’année 2012`, `le mois de mars`.
    pub fn skip_unit(&self, at: usize) -> usize {
        let is_unit = ["annee", "an", "mois", "year", "month"]
            .iter()
            .any(|unit| self.is(at, unit));
        let next = self.skip_articles(at + 1);
        if is_unit && self.is_joined(next) && self.point(next).is_some() {
            next
        } else {
            at
        }
    }

    /// What a lead leads to.
    fn target(&self, at: usize, lead: Lead) -> Option<Spoken> {
        if lead == Lead::Since
            && let Some((date, next)) = self.count(at, -1)
        {
            return Some(Spoken {
                words: at..next,
                date,
            });
        }
        self.relative(at).or_else(|| {
            let point = self.point(at)?;
            let allowed = match point.needs {
                Needs::Year if lead == Lead::At => self.may_be_year(&point),
                Needs::Year => self.may_be_year(&point) && !self.is_count(point.words.end),
                Needs::Month => self.is_month_written(at),
                // `pour 3/4 des membres`
                Needs::Day => {
                    let ends = lead != Lead::At && !self.is_joined(point.words.end);
                    ends || self.follows(at, self.lexicon?.before_day)
                }
                Needs::Partner => false,
                Needs::Nothing | Needs::Weekday => true,
            };
            self.spoken(point).filter(|_| allowed)
        })
    }

    fn alone(&self, at: usize, before: Option<&Mention>) -> Option<Spoken> {
        let point = self.point(at)?;
        let allowed = match point.needs {
            Needs::Nothing => true,
            Needs::Year if !self.may_be_year(&point) => false,
            Needs::Year => match before.filter(|before| self.goes_on(before, &point)) {
                Some(before) if before.date.precision() == Precision::Decade => {
                    let number = self.words[at]
                        .digits()
                        .filter(|year| year % 10 == 0 && point.words.len() == 1)?;
                    let decade = Decade {
                        number,
                        era: None,
                        guessed: false,
                    };
                    return Some(Spoken {
                        words: point.words,
                        date: decade.date(),
                    });
                }
                Some(_) => !self.is_count(point.words.end),
                None => self.is_shown_year(&point),
            },
            Needs::Month => {
                self.is_month_written(at) && self.follows(at, self.lexicon?.before_month)
            }
            Needs::Weekday => !self.follows(at, self.lexicon?.before_any),
            // `au 3/4 des membres`
            Needs::Day => {
                let is_fraction = self
                    .any_of(point.words.end, &["de", "des", "du", "d'"])
                    .is_some();
                let is_day = !is_fraction && !self.is_count(point.words.end);
                is_day && self.follows(at, self.lexicon?.before_day)
            }
            Needs::Partner => false,
        };
        self.spoken(point).filter(|_| allowed)
    }

    fn spoken(&self, point: Point) -> Option<Spoken> {
        let date = point.what.resolve(self.reference)?;
        Some(Spoken {
            words: point.words,
            date,
        })
    }

    /// Whether a number may be a year at all: nothing numbers or measures by it.
    fn may_be_year(&self, point: &Point) -> bool {
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

    /// Whether an item begins a parenthesis.
    pub fn is_in_parenthesis(&self, item: &Item) -> bool {
        self.words[item.words.start].gap.ends_with('(')
    }

    /// Whether a bare number stands in a list with the date before it.
    fn goes_on(&self, before: &Mention, point: &Point) -> bool {
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
    fn is_shown_year(&self, point: &Point) -> bool {
        let Range { start, end } = point.words;
        let Some(lexicon) = self.lexicon else {
            return false;
        };
        let after = self.text[self.words[end - 1].range.end..].trim_start();
        let gap = self.words[start].gap.trim_end();
        // `†1404`
        if gap.ends_with('†') {
            return true;
        }
        if self.words[start].gap.ends_with('(') {
            return after.starts_with([')', ',', ';', '-', '–']);
        }
        let measures = start > 1 && lexicon.measures.iter().any(|word| self.is(start - 2, word));
        let is_range = self.any_of(end, &["a", "to"]).is_some() && self.is_joined(end);
        let is_led =
            self.follows(start, lexicon.before_year) && !is_range || self.begins_period(point);
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
    fn is_measured(&self, next: usize) -> bool {
        const UNITS: &[&str] = &[
            "euros",
            "francs",
            "dollars",
            "millions",
            "milliards",
            "km",
            "metres",
            "m",
            "kg",
            "fois",
            "h",
            "million",
            "billion",
            "percent",
        ];
        let Some(last) = self.words.get(next.wrapping_sub(1)) else {
            return false;
        };
        let after = self.text[last.range.end..].trim_start();
        after.starts_with(['%', '€', '$', '£', '°'])
            || UNITS
                .iter()
                .any(|unit| self.is(next, unit) && self.is_joined(next))
    }

    /// Names of months are words too; a capital tells them apart in English, and betrays a name in French.
    fn is_month_written(&self, at: usize) -> bool {
        let capital = self.words.get(at).is_some_and(Word::has_capital);
        capital == self.lexicon.is_some_and(|lexicon| lexicon.month_first)
    }

    /// Whether a word is a word of the tables.
    pub fn is(&self, at: usize, known: &str) -> bool {
        self.words.get(at).is_some_and(|word| word.is(known))
    }

    pub fn is_joined(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(Word::is_joined)
    }

    pub fn find<T: Copy>(&self, at: usize, table: &[(&str, T)]) -> Option<T> {
        self.words.get(at)?.find(table)
    }

    /// The place behind the words of a phrase that begins at a word.
    pub fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut next = at;
        for known in phrase.split(' ') {
            let is_known = match known.strip_suffix('.') {
                Some(known) => self.is(next, known) && self.has_point(next),
                None => self.is(next, known),
            };
            let fits = is_known && (next == at || self.is_joined(next));
            next = fits.then_some(next + 1)?;
        }
        Some(next)
    }

    /// The same for a phrase whose words may be shortened and have a point: `av. J.-C.`
    pub fn short_phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut next = at;
        for known in phrase.split(' ') {
            let fits = self.is(next, known) && (self.is_joined(next) || self.is_shortened(next));
            next = fits.then_some(next + 1)?;
        }
        Some(next)
    }

    fn has_point(&self, at: usize) -> bool {
        let word = self.words.get(at);
        word.is_some_and(|word| self.text[word.range.end..].starts_with('.'))
    }

    /// Whether a sentence goes on from one word to the next, behind a shortened word too: `de 27 av. J.-C. à`.
    pub fn is_joined_after(&self, at: usize) -> bool {
        const LONGEST: usize = 4;
        let before = at.checked_sub(1).and_then(|before| self.words.get(before));
        let is_short = before.is_some_and(|word| {
            word.text.chars().count() <= LONGEST && word.text.ends_with(char::is_alphabetic)
        });
        let has_point = |word: &Word| word.gap.trim_end() == "." && !word.has_capital();
        self.is_joined(at) || is_short && self.words.get(at).is_some_and(has_point)
    }

    /// Whether nothing but the point of a shortened word parts a word from the one before.
    pub fn is_shortened(&self, at: usize) -> bool {
        const LONGEST: usize = 3;
        let gap = self.words.get(at).map_or("", |word| word.gap.trim());
        let before = at.checked_sub(1).and_then(|before| self.words.get(before));
        before.is_some_and(|word| word.text.chars().count() <= LONGEST)
            && matches!(gap, "." | ".-" | ".‑")
    }

    /// The longest phrase of a table that begins at a word and goes on, and the place behind it.
    pub fn longest<T: Copy>(&self, at: usize, table: &[(&str, T)]) -> Option<(T, usize)> {
        self.longest_here(at, table)
            .filter(|(_, next)| self.is_joined(*next))
    }

    /// The longest phrase of a table that begins at a word, and the place behind it.
    pub fn longest_here<T: Copy>(&self, at: usize, table: &[(&str, T)]) -> Option<(T, usize)> {
        let found = table
            .iter()
            .filter_map(|(phrase, value)| Some((*value, self.phrase(at, phrase)?)));
        found.max_by_key(|(_, next)| *next)
    }

    /// The longest phrase of a list that begins at a word.
    pub fn any_of(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases
            .iter()
            .filter_map(|phrase| self.phrase(at, phrase))
            .max()
    }

    /// Whether one of some phrases stands right before a word.
    pub fn follows(&self, at: usize, phrases: &[&str]) -> bool {
        let ends_here = |phrase: &str| {
            let start = at.checked_sub(phrase.split(' ').count());
            start.and_then(|start| self.phrase(start, phrase)) == Some(at)
        };
        self.is_joined(at) && phrases.iter().copied().any(ends_here)
    }

    /// The place behind the articles at a word.
    pub fn skip_articles(&self, at: usize) -> usize {
        let articles = self.lexicon.map_or(&[][..], |lexicon| lexicon.articles);
        let mut next = at;
        while articles.iter().any(|article| self.is(next, article)) && self.is_joined(next + 1) {
            next += 1;
        }
        next
    }
}
