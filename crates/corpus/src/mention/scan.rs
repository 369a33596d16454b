//! Reads on through the words: what a date is led by, and where it may stand alone.

use super::Mention;
use super::builder::DateBuilder;
use super::lexicon::{self, CIRCA, CIRCA_IN_PARENTHESES, Lead, Lexicon};
use super::periods::Decade;
use super::points::{Needs, Point};
use super::reference::Reference;
use super::roles::UNITS_BEFORE;
use super::word::{Word, words};
use frise_date::Precision;
use frise_text::{Language, Token};
use std::ops::Range;

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
    /// Reads a text, of which the tokens are given.
    pub fn of(
        text: &'t str,
        tokens: &[Token],
        language: Language,
        reference: Reference,
    ) -> Scan<'t> {
        let lexicon = lexicon::of(language);
        let mut words = words(text, tokens);
        match lexicon {
            Some((lexicon, roles)) => {
                // Whether a word that tells a date comes next, with nothing before it but words that lead to it.
                let mut is_told = false;
                let mut is_followed = false;
                for word in words.iter_mut().rev() {
                    let role = roles.role(word, lexicon.suffixes);
                    is_told = role.tells || role.counts && is_followed || role.leads && is_told;
                    is_followed = role.follows;
                    word.may_begin_date = role.begins && is_told;
                }
            }
            None => {
                for word in &mut words {
                    word.may_begin_date = word.begins_with_digit();
                }
            }
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
        self.words.get(at).is_some_and(|word| word.may_begin_date)
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
    pub fn circa(&self, at: usize) -> Option<usize> {
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
        let is_unit = UNITS_BEFORE.iter().any(|unit| self.is(at, unit));
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
}
