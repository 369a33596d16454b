//! Reads the date that begins at a word: led by other words, or where it may stand alone.

use super::Mention;
use super::builder::DateBuilder;
use super::lexicon::Lead;
use super::periods::Decade;
use super::points::{Needs, Point, What};
use super::scan::{Scan, Spoken};
use frise_date::Precision;

/// Units of time that are counted beside those of dates.
const HOURS: [&str; 6] = ["heure", "heures", "minutes", "hour", "hours", "decennies"];

/// How many words a denial may stand away.
const DENIAL: usize = 4;

impl Scan<'_> {
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
        let lead = if self.is_denied(at, lead) {
            Lead::Since
        } else {
            lead
        };
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
        if self.is_counted_from(at, lead) {
            return Some(vec![spoken]);
        }
        if lead != Lead::At {
            spoken.words.start = at;
        } else if about.is_some() {
            spoken.words.start = inner;
        }
        if let Some((about, _)) = about {
            // Only at an end of an interval is `late` a half.
            let narrowed = match lead {
                Lead::At => None,
                _ => self.narrowed(start, about, spoken.words.end),
            };
            spoken.date = narrowed.unwrap_or(spoken.date).approximate();
        }
        // Before the end of March is until March, and after its beginning since March.
        let lead = match (lead, about.map(|(about, _)| about)) {
            (Lead::Before, Some(Lead::About | Lead::Mid | Lead::Late)) => Lead::Until,
            (Lead::After, Some(Lead::Mid | Lead::Early)) => Lead::Since,
            _ => lead,
        };
        // `(v. 1340-1404)`: of the years of a life, the first is about.
        spoken.date = if lead == Lead::About && self.is_parenthesis(&spoken.words) {
            spoken.date.approximate_start()
        } else {
            spoken.date.led(lead, self.reference)?
        };
        Some(vec![spoken])
    }

    /// Whether a day is counted from the date that a lead leads to, so that nothing but that date is told: `trois ans après
    /// 1945`.
    fn is_counted_from(&self, at: usize, lead: Lead) -> bool {
        let Some(lexicon) = self.lexicon.filter(|_| at > 1 && self.is_joined(at)) else {
            return false;
        };
        let (number, unit) = (at - 2, at - 1);
        let is_unit = self.find(unit, lexicon.units).is_some()
            || HOURS.iter().any(|hour| self.is(unit, hour));
        let is_number = self.words[number].digits().is_some()
            || self.find(number, lexicon.numbers).is_some()
            || lexicon
                .several
                .iter()
                .any(|several| self.is(number, several));
        matches!(lead, Lead::Before | Lead::After) && is_unit && is_number && self.is_joined(unit)
    }

    /// Whether what stands before a lead turns it round: `il n’a pas été signé avant 2020`, `not until 2020`.
    fn is_denied(&self, at: usize, lead: Lead) -> bool {
        let Some(lexicon) = self
            .lexicon
            .filter(|lexicon| lexicon.denied.contains(&lead))
        else {
            return false;
        };
        let before = (at.saturating_sub(DENIAL)..at).rev();
        let mut near = before.take_while(|before| self.is_joined(before + 1));
        near.any(|near| {
            let word = self.words[near].folded();
            lexicon.denials.contains(&word) || lexicon.month_first && word.ends_with("n't")
        })
    }

    /// The part that is meant of the one century or decade between two places: `depuis la fin du XIXe siècle`.
    fn narrowed(&self, at: usize, about: Lead, end: usize) -> Option<DateBuilder> {
        let point = self.point(at).filter(|point| point.words.end == end)?;
        point.what.narrowed(Some(about)).resolve(self.reference)
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
                Needs::Year if lead == Lead::At => {
                    let is_count = self.is_led_to_count(at) && self.is_count(point.words.end);
                    self.may_be_year(&point) && !is_count
                }
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
                        is_short: false,
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
                let is_fraction = self.is_fraction(&point)
                    || self
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
        let what = match point.what {
            What::Partial(day) if day.is_day() => {
                let dated = self.dated_by_next(day, day, point.words.end);
                What::Partial(dated.map_or(day, |(first, _)| first))
            }
            what => what,
        };
        let date = what.resolve(self.reference)?;
        Some(Spoken {
            words: point.words,
            date,
        })
    }
}
