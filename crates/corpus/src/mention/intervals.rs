//! From one date to another, where the first may leave to the second what both share, and the second to the first.

use super::lexicon::Lead;
use super::numbers::Spelling;
use super::partial::{Partial, resolve_ends};
use super::periods::Century;
use super::points::{Item, Needs, What};
use super::scan::{Scan, Spoken};
use super::word::Word;
use std::ops::Range;

/// What stands between two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
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
        let is_slashed = word.gap == "/" && !is_in_digits;
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
        let second = self.item(at)?;
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

    /// Both dates, each with what it shares with the other; none if nothing says that they are the ends of one interval.
    fn shared(
        &self,
        first: &Item,
        second: &Item,
        link: Link,
        after: usize,
    ) -> Option<(What, What)> {
        let is_linked = link != Link::And;
        let is_shown = is_linked && !self.is_count(second.words.end);
        let centuries = |a, b| (What::Century(a), What::Century(b));
        let decades = |a, b| (What::Decade(a), What::Decade(b));
        let partials = |(a, b)| (What::Partial(a), What::Partial(b));
        match (&first.what, &second.what) {
            (What::Bare(a), What::Partial(b)) if b.is_day() => {
                let is_listed = link == Link::Open || self.may_be_listed(first, after, a.form);
                let fits = a.form != Spelling::Roman && is_listed;
                let day = u8::try_from(a.number).ok().filter(|_| fits)?;
                Some(partials((day_before(day, *b, link)?, *b)))
            }
            (What::Bare(a), What::Partial(b)) if !a.is_ordinal => {
                let era = b.era.filter(|_| b.is_year() && is_linked)?;
                Some(partials((Partial::of_era(a.number, era), *b)))
            }
            (What::Bare(a), What::Century(b)) if a.is_ordinal => {
                // `la Ve au XXe siècle`
                let is_said = matches!(link, Link::Open | Link::Dash);
                let fits = is_said || link == Link::To && a.form == Spelling::Digits;
                fits.then(|| centuries(b.beside(a.number), *b))
            }
            (What::Century(a), What::Bare(b)) if b.is_ordinal => {
                let fits = link == Link::Open && !self.is_joined(second.words.end);
                fits.then(|| centuries(*a, a.beside(b.number)))
            }
            (What::Century(a), What::Century(b)) => {
                let era = a.era.or(b.era);
                is_linked.then(|| centuries(Century { era, ..*a }, *b))
            }
            (What::Decade(a), What::Decade(b)) => is_linked.then(|| decades(*a, *b)),
            (What::Decade(a), What::Bare(b)) if !b.is_ordinal => {
                let later = a.beside(b.number).filter(|_| is_shown)?;
                Some(decades(*a, later))
            }
            (What::Decade(a), What::Partial(b)) if b.is_year() && second.needs == Needs::Year => {
                match a.beside(b.year?).filter(|_| is_shown) {
                    Some(later) => Some(decades(*a, later)),
                    None => self.both(first, second, link),
                }
            }
            (What::Partial(a), What::Partial(b)) => {
                let fits = self.partials(first, *a, second, *b, link);
                fits.then(|| filled(*a, *b, link))?.map(partials)
            }
            (What::Bare(_), _) | (_, What::Bare(_)) => None,
            (What::Partial(a), _) if a.day.is_some() && a.month.is_none() => None,
            _ => self.both(first, second, link),
        }
    }

    /// Two dates that share nothing.
    fn both(&self, first: &Item, second: &Item, link: Link) -> Option<(What, What)> {
        let needs = [first.needs, second.needs];
        let is_shown = !needs.contains(&Needs::Year) || !self.is_count(second.words.end);
        let fits = link == Link::Open && is_shown && !needs.contains(&Needs::Partner);
        fits.then(|| (first.what.clone(), second.what.clone()))
    }

    /// Whether two dates of the calendar are the ends of one interval.
    fn partials(&self, first: &Item, a: Partial, second: &Item, b: Partial, link: Link) -> bool {
        if first.needs == Needs::Year || second.needs == Needs::Year {
            let is_shown = match link {
                Link::Open => !self.is_count(second.words.end),
                Link::To if first.about.is_some() => second.about.is_some(),
                // `les années 1960 à 1985`
                Link::To => self.follows_decades(first) && !self.is_count(second.words.end),
                Link::Dash => {
                    first.about.is_some() || second.about.is_some() && self.is_in_parenthesis(first)
                }
                Link::And => false,
            };
            let has_era = b.era.is_some() && link != Link::And;
            let are_alike = a.is_year() && b.is_year() || !a.lacks_year() && !b.lacks_year();
            return are_alike && (is_shown || has_era);
        }
        if second.needs == Needs::Day && link != Link::Open {
            return false;
        }
        let is_dated = |partial: &Partial| {
            partial.year.is_some() || partial.has_month() || partial.day.is_some()
        };
        // `3 et 4 mai`, but not two dates with `et` between them.
        let shares = a.is_month() && a.lacks_year() && b.is_month() && b.year.is_some();
        // `mardi 3 au jeudi 5 mai`
        let is_weekday = a.weekday.is_some() && a.day.is_some() && b.is_day();
        let is_said = match link {
            Link::Open => true,
            Link::And => shares,
            Link::To | Link::Dash if is_weekday => true,
            Link::To | Link::Dash => shares || a.has_month() || a.era.is_some() && b.era.is_some(),
        };
        // A season or a Republican month has its year from the other; behind `à`, `été` is a season only with its
        // article.
        let is_first_whole = first.needs != Needs::Partner || b.year.is_some();
        let are_written = link == Link::Open || self.are_months_written(first, second);
        let is_second_whole = second.needs != Needs::Partner
            || b.era.is_some()
            || a.year.is_some()
                && link == Link::Open
                && (b.republican || self.follows_article(second.words.start));
        is_said
            && are_written
            && is_first_whole
            && is_second_whole
            && is_dated(&a)
            && is_dated(&b)
            && a.republican == b.republican
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

    fn follows_decades(&self, item: &Item) -> bool {
        let decades = self.lexicon.and_then(|lexicon| lexicon.decades);
        decades.is_some_and(|word| self.follows(item.words.start, &[word]))
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

/// The day that a number means beside a later day: of the same month, or of the month before it where the words say
/// that an interval follows.
fn day_before(day: u8, later: Partial, link: Link) -> Option<Partial> {
    let earlier = Partial {
        day: Some(day),
        weekday: None,
        ..later
    };
    if Some(day) < later.day {
        return Some(earlier);
    }
    let may_differ = link == Link::Open && Some(day) > later.day && !later.republican;
    let month = later.month.filter(|_| may_differ)?;
    let (month, years) = if month == 1 { (12, 1) } else { (month - 1, 0) };
    Some(Partial {
        month: Some(month),
        year: later.year.map(|year| year - years),
        ..earlier
    })
}

/// Two dates, each with what it has from the other: an era, the month of a weekday and its day.
fn filled(first: Partial, second: Partial, link: Link) -> Option<(Partial, Partial)> {
    let lacks_month = |partial: Partial| partial.day.filter(|_| partial.month.is_none());
    match (first.era, second.era, first.year) {
        (None, Some(era), Some(year)) if first.is_year() => {
            return Some((Partial::of_era(year, era), second));
        }
        _ => {}
    }
    if let Some(day) = lacks_month(first)
        && second.is_day()
    {
        let earlier = day_before(day, second, link)?;
        let weekday = first.weekday;
        return Some((Partial { weekday, ..earlier }, second));
    }
    if let Some(day) = lacks_month(second).filter(|day| Some(*day) > first.day)
        && first.is_day()
    {
        let later = Partial {
            day: Some(day),
            weekday: second.weekday,
            ..first
        };
        return Some((first, later));
    }
    Some((first, second))
}
