//! What the two dates of an interval share where only one of them says it, and whether they are the ends of one at all.

use super::intervals::Link;
use super::lexicon::Era;
use super::lists::MOST_ITEMS;
use super::numbers::Spelling;
use super::partial::Partial;
use super::periods::Century;
use super::points::{Bare, Item, Needs, What};
use super::scan::Scan;
use super::word::Word;

impl Scan<'_> {
    /// Both dates, each with what it shares with the other; none if nothing says that they are the ends of one interval.
    pub fn shared(
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
        if let Some((a, b)) = self.of_first_era(first, second) {
            return is_shown.then(|| partials((a, b)));
        }
        match (&first.what, &second.what) {
            (What::Bare(a), What::Partial(b)) if b.is_day() => {
                let is_listed = link == Link::Open || self.may_be_listed(first, after, a.form);
                let fits = a.form != Spelling::Roman && is_listed;
                let day = u8::try_from(a.number).ok().filter(|_| fits)?;
                Some(partials((day_before(day, *b, link)?, *b)))
            }
            (What::Bare(a), What::Bare(b)) if link == Link::Open => {
                let later = self.day_of_next(second.words.end)?;
                let day = |bare: &Bare| u8::try_from(bare.number).ok();
                let are_days = [a.form, b.form] == [Spelling::Digits; 2];
                let b = day_before(day(b).filter(|_| are_days)?, later, Link::And)?;
                Some(partials((day_before(day(a)?, b, Link::And)?, b)))
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
            (What::Decade(a), What::Decade(b)) => is_linked.then(|| decades(*a, b.behind(*a))),
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

    /// The ends of an interval whose year only a later interval or day beside it says: `du 3 au 4 mai et du 5 au 6 juin
    /// 2014`.
    pub fn dated_by_next(&self, a: Partial, b: Partial, end: usize) -> Option<(Partial, Partial)> {
        let lacks_year = |a: &Partial, b: &Partial| {
            let has_month = a.has_month() && b.has_month();
            has_month && a.lacks_year() && b.lacks_year() && a.is_day() == b.is_day()
        };
        let mut pairs = vec![(a, b)];
        let mut end = end;
        while pairs.last().is_some_and(|(a, b)| lacks_year(a, b)) && pairs.len() < MOST_ITEMS {
            let (start, _) = self.beside(end)?;
            let whole = || {
                let item = self.item(self.skip_articles(start))?;
                let is_plain = item.about.is_none();
                Some((item.what.clone(), item.what, item.words.end)).filter(|_| is_plain)
            };
            let ends = self
                .ends(start)
                .or_else(|| self.ends(self.skip_articles(start)))
                .map(|ends| (ends.first, ends.second, ends.words.end));
            let (_, before) = *pairs.last()?;
            let behind = || self.days_of_month(start, before);
            let (What::Partial(c), What::Partial(d), next) = ends.or_else(behind).or_else(whole)?
            else {
                return None;
            };
            let is_alike =
                c.has_month() && c.is_day() == a.is_day() && c.republican == a.republican;
            is_alike.then_some(())?;
            pairs.push((c, d));
            end = next;
        }
        let ((c, d), earlier) = pairs.split_last()?;
        let last = d.year.filter(|_| !earlier.is_empty())?;
        // A day that is no interval is both its ends.
        let beginning = |a: Partial, b: Partial, year| match a.place() == b.place() {
            true => b,
            false => a.before(b, year),
        };
        let c = if c.year.is_some() {
            *c
        } else {
            beginning(*c, *d, last)
        };
        let mut dated = (c, *d);
        for (a, b) in earlier.iter().rev() {
            let b = b.before(dated.0, dated.0.year?);
            dated = (beginning(*a, b, b.year?), b);
        }
        Some(dated)
    }

    /// More days of a month that stands before them, in English: the 5 and the 7 of `May 1–3 and 5–7, 2014`.
    fn days_of_month(&self, at: usize, month: Partial) -> Option<(What, What, usize)> {
        let day_at = |at: usize| {
            let item = self.bare_item(at)?;
            let What::Bare(Bare { number, .. }) = item.what else {
                return None;
            };
            let day = u8::try_from(number).ok().filter(|day| *day <= 31)?;
            Some((day, item.words.end))
        };
        let (first, next) = day_at(at).filter(|_| {
            month.is_day() && self.lexicon.is_some_and(|lexicon| lexicon.month_first)
        })?;
        let is_interval = self.words.get(next).is_some_and(Word::follows_dash);
        let (last, next) = match is_interval {
            true => day_at(next)?,
            false => (first, next),
        };
        let on = |day| Partial {
            day: Some(day),
            weekday: None,
            ..month
        };
        let (last, next) = self.year_after(next, on(last));
        let first = Partial {
            year: last.year,
            ..on(first)
        };
        Some((What::Partial(first), What::Partial(last), next))
    }

    /// The day that begins the interval behind some others that say no month: the 5 of `du 1er au 3 et du 5 au 7 mai`.
    fn day_of_next(&self, end: usize) -> Option<Partial> {
        let mut end = end;
        for _ in 0..MOST_ITEMS {
            let (start, _) = self.beside(end)?;
            let (first, second) = self.items_of_interval(start)?;
            match (first.what, second.what) {
                (What::Bare(_), What::Bare(_)) => end = second.words.end,
                (What::Bare(a), What::Partial(b)) if b.is_day() => {
                    return day_before(u8::try_from(a.number).ok()?, b, Link::And);
                }
                (What::Partial(a), _) if a.is_day() => return Some(a),
                _ => return None,
            }
        }
        None
    }

    /// Two years of the era that stands before the first: `AD 79–81`.
    fn of_first_era(&self, first: &Item, second: &Item) -> Option<(Partial, Partial)> {
        let What::Partial(a) = first.what else {
            return None;
        };
        let is_first =
            a.era == Some(Era::After) && self.words[first.words.end - 1].begins_with_digit();
        let number = match second.what {
            What::Bare(b) if !b.is_ordinal => b.number,
            What::Partial(b) if b.is_year() && b.era.is_none() => b.year?,
            _ => return None,
        };
        let fits = a.is_year() && is_first && Some(number) > a.year && second.about.is_none();
        fits.then(|| (a, Partial::of_era(number, Era::After)))
    }

    /// Two dates that share nothing.
    fn both(&self, first: &Item, second: &Item, link: Link) -> Option<(What, What)> {
        let needs = [first.needs, second.needs];
        let is_shown = !needs.contains(&Needs::Year) || !self.is_count(second.words.end);
        // `2014-05-03/2014-05-05`
        let is_day = |item: &Item| {
            item.needs == Needs::Nothing && matches!(&item.what, What::Fixed(date) if date.is_day())
        };
        let is_linked = link != Link::And && is_day(first) && is_day(second);
        let is_said = link == Link::Open || is_linked;
        let fits = is_said && is_shown && !needs.contains(&Needs::Partner);
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
