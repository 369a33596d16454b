//! From one date to another, where the first may leave to the second what both share, and the second to the first.

use super::lexicon::Lead;
use super::numbers::Spelling;
use super::partial::{Partial, resolve_ends};
use super::points::{Item, Needs, What};
use super::scan::{Scan, Spoken};
use super::word::Word;
use std::ops::Range;

/// What stands between two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// `de … à`, `entre … et`: the words before the first date say that it is an interval.
    Open,
    /// `à`
    To,
    /// `et`, `ou`, `&`
    And,
    /// A dash, or a stroke between words
    Dash,
}

/// The dates that an interval is between, before what they leave out is found.
pub(super) struct Ends {
    /// Places among the words.
    pub words: Range<usize>,
    pub first: What,
    pub second: What,
    /// What makes each approximate.
    pub about: (Option<Lead>, Option<Lead>),
}

impl Scan<'_> {
    /// The interval that begins at a word.
    pub fn interval(&self, at: usize) -> Option<Spoken> {
        let intervals = self.lexicon?.intervals.iter();
        intervals
            .filter_map(|(open, between)| self.interval_of(at, open, between))
            .max_by_key(|spoken| spoken.words.end)
    }

    fn interval_of(&self, at: usize, open: &str, between: &[&str]) -> Option<Spoken> {
        let first = self.item(self.opened(at, open)?)?;
        let before_era = self.before_era(&first);
        let is_open = !open.is_empty();
        self.interval_from(at, first, is_open, between)
            .or_else(|| self.interval_from(at, before_era?, is_open, between))
    }

    /// The place of the first date of an interval that begins at a word.
    fn opened(&self, at: usize, open: &str) -> Option<usize> {
        match open {
            "" => Some(at),
            _ => Some(self.skip_articles(self.phrase(at, open)?)),
        }
    }

    fn interval_from(
        &self,
        at: usize,
        first: Item,
        is_open: bool,
        between: &[&str],
    ) -> Option<Spoken> {
        let (link, after) = self.link(&first, is_open, between)?;
        if let Some(end) = self.any_of(after, self.lexicon?.now) {
            return self.until_now(at..end, first, link);
        }
        let Ends {
            words,
            first,
            second,
            about,
        } = self.ends_from(at, first, link, after)?;
        let (a, b) = match (first, second) {
            (What::Partial(a), What::Partial(b)) => {
                let (a, b) = self.dated_by_next(a, b, words.end).unwrap_or((a, b));
                resolve_ends(a, b, self.reference)?
            }
            (a, b) => {
                let a = a.narrowed(about.0).resolve(self.reference)?;
                (a, b.narrowed(about.1).resolve(self.reference)?)
            }
        };
        let a = a.approximate_if(about.0.is_some());
        let date = a.to(&b.approximate_if(about.1.is_some()))?;
        Some(Spoken { words, date })
    }

    /// What stands between the first date and the second, and the place behind it.
    fn link(&self, first: &Item, is_open: bool, between: &[&str]) -> Option<(Link, usize)> {
        let next = first.words.end;
        let word = self.words.get(next)?;
        // `le 3 mai a été` is no interval.
        let joint = self
            .any_of(next, between)
            .filter(|_| self.is_joined_after(next) && word.text != "a");
        if let Some(after) = joint {
            let is_and = self.lexicon?.and.iter().any(|word| self.is(next, word));
            let link = if is_and { Link::And } else { Link::To };
            return Some((if is_open { Link::Open } else { link }, after));
        }
        // `mai/juin`, but not `3/4`
        let is_in_digits = word.begins_with_digit() || self.words[next - 1].begins_with_digit();
        let is_iso = || self.iso_day(first.words.start).is_some() && self.iso_day(next).is_some();
        let is_slashed = word.gap == "/" && (!is_in_digits || is_iso());
        let link = if word.follows_ampersand() {
            Link::And
        } else if word.follows_dash() || is_slashed {
            Link::Dash
        } else {
            return None;
        };
        Some((if is_open { Link::Open } else { link }, next))
    }

    /// The ends of the interval that begins at a word, as far as they say what they are.
    pub fn ends(&self, at: usize) -> Option<Ends> {
        let ends = self
            .lexicon?
            .intervals
            .iter()
            .filter_map(|(open, between)| {
                let first = self.item(self.opened(at, open)?)?;
                let (link, after) = self.link(&first, !open.is_empty(), between)?;
                self.ends_from(at, first, link, after)
            });
        ends.max_by_key(|ends| ends.words.end)
    }

    /// The two dates of an interval that words open, as each is read by itself.
    pub fn items_of_interval(&self, at: usize) -> Option<(Item, Item)> {
        let opened = self
            .lexicon?
            .intervals
            .iter()
            .filter(|(open, _)| !open.is_empty());
        let mut items = opened.filter_map(|(open, between)| {
            let first = self.item(self.opened(at, open)?)?;
            let (_, after) = self.link(&first, true, between)?;
            Some((first, self.item(self.skip_articles(after))?))
        });
        items.next()
    }

    fn ends_from(&self, at: usize, mut first: Item, link: Link, after: usize) -> Option<Ends> {
        let second = self.second(self.skip_articles(after), &first, link)?;
        if let What::Partial(a) = &mut first.what
            && let Some(number) = a.before_era
        {
            let What::Partial(Partial { era, .. }) = second.what else {
                return None;
            };
            *a = a.in_era(number, era?);
        }
        let words = at..second.words.end;
        let about = (first.about, second.about);
        let (first, second) = self.shared(&first, &second, link, after)?;
        Some(Ends {
            words,
            first,
            second,
            about,
        })
    }

    /// The second date. In English a day may stand behind the month of the first: `May 1-3, 2014`.
    fn second(&self, at: usize, first: &Item, link: Link) -> Option<Item> {
        let second = self.item_behind(at, first)?;
        let (What::Partial(partial), What::Bare(day)) = (&first.what, &second.what) else {
            return Some(second);
        };
        let is_day = self.lexicon?.month_first && partial.is_day() && partial.lacks_year();
        let Some(day) = u8::try_from(day.number).ok().filter(|_| is_day) else {
            return Some(second);
        };
        let partial = Partial {
            day: Some(day),
            weekday: None,
            ..*partial
        };
        let (partial, next) = self.year_after(second.words.end, partial);
        // `on May 1 and 3 people`
        let is_said = partial.year.is_some() || link != Link::And && !self.is_count(next);
        is_said.then_some(Item {
            words: second.words.start..next,
            what: What::Partial(partial),
            needs: Needs::Nothing,
            about: None,
        })
    }

    /// An interval that still goes on: `de 1789 à nos jours`.
    fn until_now(&self, words: Range<usize>, first: Item, link: Link) -> Option<Spoken> {
        let fits = match first.needs {
            Needs::Partner => false,
            _ if matches!(first.what, What::Partial(partial) if partial.before_era.is_some()) => {
                false
            }
            Needs::Year => self.may_be_year_before(&first),
            _ => true,
        };
        // `les années 1990 à aujourd’hui`
        let is_decade = link == Link::To && matches!(first.what, What::Decade(_));
        if !fits || !is_decade && !matches!(link, Link::Open | Link::Dash) {
            return None;
        }
        let is_about = first.about.is_some();
        let date = first.what.narrowed(first.about).resolve(self.reference)?;
        let date = date.approximate_if(is_about);
        let date = date.led(Lead::Since, self.reference)?;
        Some(Spoken { words, date })
    }

    /// Whether what may be the name of a month is one beside another: not `Mars et avril`.
    pub fn are_months_written(&self, first: &Item, second: &Item) -> bool {
        let start = first.words.start;
        let last = self.words.get(second.words.start);
        first.needs != Needs::Month
            || first.about.is_some()
            || self.is_month_written(start)
            || last.is_some_and(Word::has_capital)
    }

    pub fn follows_decades(&self, item: &Item) -> bool {
        let decades = self.lexicon.map_or(&[][..], |lexicon| lexicon.decades);
        self.follows(item.words.start, decades)
    }

    pub fn follows_article(&self, at: usize) -> bool {
        let articles = self.lexicon.map_or(&[][..], |lexicon| lexicon.articles);
        at > 0 && self.is_joined(at) && articles.iter().any(|article| self.is(at - 1, article))
    }

    /// Whether a number may be a day beside another: `3 et 4 mai`, `le 3 et le 4 mai`. `second` is the place behind what
    /// links them.
    pub fn may_be_listed(&self, first: &Item, second: usize, form: Spelling) -> bool {
        let start = first.words.start;
        // `articles 3, 4 et 5`
        let is_listed = start > 0
            && self.words[start].gap.trim() == ","
            && self.words[start - 1].digits().is_some()
            && self.words[start - 1].text.len() <= 2;
        let is_plain = form == Spelling::Digits && self.skip_articles(second) == second;
        !is_listed && !self.is_numbered(start) && (is_plain || self.follows_article(start))
    }
}
