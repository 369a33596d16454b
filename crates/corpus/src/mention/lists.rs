//! Dates side by side that share what only one of them says: `3, 4 et 5 mai`, `XVIIe et XVIIIe siècles`.

use super::numbers::Form;
use super::partial::{Partial, resolve_ends};
use super::periods::{Century, Decade};
use super::points::{Bare, Item, Needs, What};
use super::scan::{Scan, Spoken};

/// More dates than anyone lists.
const MOST_ITEMS: usize = 12;

impl Scan<'_> {
    /// The dates of the list that begins at a word. Days and months that follow one another are one interval.
    pub fn list(&self, at: usize) -> Option<Vec<Spoken>> {
        let items = self.items(at)?;
        let (last, others) = items.split_last()?;
        let (first, _) = items.split_first()?;
        match (&first.what, &last.what) {
            (What::Decade(_), What::Bare(_) | What::Partial(_)) => self.decades(&items),
            (What::Bare(_), What::Century(century)) => self.centuries(others, last, *century),
            (What::Bare(_), What::Partial(partial)) if partial.is_day() => {
                self.days(others, last, *partial)
            }
            (What::Partial(first), What::Partial(partial))
                if first.weekday.is_some() && first.month.is_none() && partial.is_day() =>
            {
                self.days(others, last, *partial)
            }
            (What::Bare(_) | What::Partial(_), What::Partial(partial)) if partial.is_year() => {
                self.years_of_era(others, last, *partial)
            }
            (What::Partial(first), What::Bare(_)) => self.days_behind(*first, &items),
            (What::Partial(first), What::Partial(last)) if first.is_month() && last.is_month() => {
                self.months(&items)
            }
            (What::Partial(first), What::Partial(last)) if first.is_day() && last.is_day() => {
                self.whole_days(&items)
            }
            _ => None,
        }
    }

    /// The items of a list, of which a word such as `et` closes the last.
    fn items(&self, at: usize) -> Option<Vec<Item>> {
        let lexicon = self.lexicon?;
        let mut items = vec![self.item(at)?];
        while items.len() < MOST_ITEMS {
            let next = items.last()?.words.end;
            let has_comma = self.words.get(next)?.gap.trim() == ",";
            let and = self
                .any_of(next, lexicon.and)
                .filter(|_| has_comma || self.is_joined(next));
            let start = and.or_else(|| has_comma.then_some(next))?;
            let is_near = and.is_none() || self.is_joined(start);
            items.push(self.item(self.skip_articles(start)).filter(|_| is_near)?);
            if and.is_some() {
                return Some(items);
            }
        }
        None
    }

    /// `3, 4 et 5 mai 2016`, `lundi 2 et mardi 3 mai`
    fn days(&self, others: &[Item], last: &Item, partial: Partial) -> Option<Vec<Spoken>> {
        let first = others.first()?;
        let has_article = |item: &Item| self.follows_article(item.words.start);
        let has_articles = others[1..].iter().chain([last]).any(has_article);
        let mut days = Vec::new();
        for item in others {
            let day = match item.what {
                What::Bare(Bare { number, form, .. }) => {
                    let is_listed = self.may_be_listed(first, first.words.end, form);
                    let fits = form != Form::Roman && is_listed;
                    u8::try_from(number).ok().filter(|_| fits)?
                }
                What::Partial(Partial {
                    day: Some(day),
                    month: None,
                    ..
                }) => day,
                _ => return None,
            };
            days.push(day);
        }
        days.push(partial.day?);
        let rises = days.windows(2).all(|pair| pair[0] < pair[1]);
        let weekday = match first.what {
            What::Partial(first) => first.weekday,
            _ => None,
        };
        let earlier = Partial {
            day: days.first().copied(),
            weekday,
            ..partial
        };
        let is_list = !has_articles || weekday.is_some() || has_article(first);
        (rises && is_list).then_some(())?;
        self.between(first, earlier, last.words.end, partial)
    }

    /// `May 1, 2 and 3, 2014`
    fn days_behind(&self, partial: Partial, items: &[Item]) -> Option<Vec<Spoken>> {
        let (first, others) = items.split_first()?;
        if !self.lexicon?.month_first || !partial.is_day() || !partial.lacks_year() {
            return None;
        }
        let mut last = partial.day?;
        for item in others {
            let What::Bare(Bare { number, .. }) = item.what else {
                return None;
            };
            last = u8::try_from(number).ok().filter(|day| *day > last)?;
        }
        let end = others.last()?.words.end;
        let last = Partial {
            day: Some(last),
            weekday: None,
            ..partial
        };
        let (last, end) = self.year_after(end, last);
        // `on May 1, 2 and 3 people`
        last.year?;
        self.between(first, partial, end, last)
    }

    /// `janvier, février et mars 2014`
    fn months(&self, items: &[Item]) -> Option<Vec<Spoken>> {
        let (last, others) = items.split_last()?;
        let What::Partial(partial) = last.what else {
            return None;
        };
        let mut year = partial.year?;
        let mut later = partial;
        let mut earlier = partial;
        for item in others.iter().rev() {
            let What::Partial(month) = item.what else {
                return None;
            };
            let fits = month.is_month()
                && month.lacks_year()
                && month.republican == partial.republican
                && self.are_months_written(item, last);
            earlier = month.before(later, year);
            year = earlier.year.filter(|_| fits)?;
            later = earlier;
        }
        let is_within_a_year = partial.year? - year <= 1;
        is_within_a_year.then_some(())?;
        self.between(items.first()?, earlier, last.words.end, partial)
    }

    /// `le 3 mai et le 4 juin 2015`: each by itself, with the year that the last one says.
    fn whole_days(&self, items: &[Item]) -> Option<Vec<Spoken>> {
        let (last, others) = items.split_last()?;
        let What::Partial(partial) = last.what else {
            return None;
        };
        let mut year = partial.year?;
        let mut later = partial;
        let mut days = vec![partial];
        for item in others.iter().rev() {
            let What::Partial(day) = item.what else {
                return None;
            };
            let fits = day.is_day() && day.lacks_year() && day.republican == partial.republican;
            later = day.before(later, year);
            year = later.year.filter(|_| fits)?;
            days.push(later);
        }
        days.reverse();
        self.each(items, days.into_iter().map(What::Partial))
    }

    /// `XVIe, XVIIe et XVIIIe siècles`
    fn centuries(&self, others: &[Item], last: &Item, century: Century) -> Option<Vec<Spoken>> {
        let mut items = Vec::new();
        for item in others {
            let What::Bare(Bare {
                number,
                is_ordinal: true,
                ..
            }) = item.what
            else {
                return None;
            };
            let whole = What::Century(century.beside(number));
            items.push(self.spoken_item(item, whole)?);
        }
        items.push(self.spoken_item(last, last.what.clone())?);
        Some(items)
    }

    /// `années 60, 70 et 80`
    fn decades(&self, items: &[Item]) -> Option<Vec<Spoken>> {
        let mut found: Vec<Spoken> = Vec::new();
        let mut before: Option<Decade> = None;
        for item in items {
            let decade = match (before, &item.what) {
                (None, What::Decade(decade)) => *decade,
                (
                    Some(before),
                    What::Bare(Bare {
                        number,
                        is_ordinal: false,
                        ..
                    }),
                ) => before.beside(*number)?,
                (Some(before), What::Partial(year)) if item.needs == Needs::Year => {
                    before.beside(year.year?)?
                }
                _ => return None,
            };
            before = Some(decade);
            found.push(self.spoken_item(item, What::Decade(decade))?);
        }
        (!self.is_count(items.last()?.words.end)).then_some(found)
    }

    /// `en 58 et 52 av. J.-C.`
    fn years_of_era(&self, others: &[Item], last: &Item, partial: Partial) -> Option<Vec<Spoken>> {
        let era = partial.era?;
        let mut items = Vec::new();
        for item in others {
            let number = match &item.what {
                What::Bare(Bare {
                    number,
                    is_ordinal: false,
                    ..
                }) => *number,
                What::Partial(year) if item.needs == Needs::Year => year.year?,
                _ => return None,
            };
            items.push(self.spoken_item(item, What::Partial(Partial::of_era(number, era)))?);
        }
        items.push(self.spoken_item(last, last.what.clone())?);
        (!self.is_numbered(others.first()?.words.start)).then_some(items)
    }

    /// One interval from the first item on.
    fn between(&self, first: &Item, a: Partial, end: usize, b: Partial) -> Option<Vec<Spoken>> {
        let (a, b) = resolve_ends(a, b, self.reference)?;
        let words = first.words.start..end;
        let date = a.to(&b)?;
        Some(vec![Spoken { words, date }])
    }

    fn each(&self, items: &[Item], what: impl Iterator<Item = What>) -> Option<Vec<Spoken>> {
        items
            .iter()
            .zip(what)
            .map(|(item, what)| self.spoken_item(item, what))
            .collect()
    }

    fn spoken_item(&self, item: &Item, what: What) -> Option<Spoken> {
        let date = what.resolve(self.reference)?;
        Some(Spoken {
            words: item.words.clone(),
            date: date.approximate_if(item.about.is_some()),
        })
    }
}
