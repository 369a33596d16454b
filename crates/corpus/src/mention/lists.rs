//! Dates side by side that share what only one of them says: `3, 4 et 5 mai`, `XVIIe et XVIIIe siècles`.

use super::lexicon::Lead;
use super::numbers::Spelling;
use super::partial::{Partial, resolve_ends};
use super::periods::{Century, Decade};
use super::points::{Bare, Item, Needs, What};
use super::scan::{Scan, Spoken};

/// More dates than anyone lists.
pub(super) const MOST_ITEMS: usize = 12;

impl Scan<'_> {
    /// The dates of the list that begins at a word. Days and months that follow one another are one interval.
    pub fn list(&self, at: usize) -> Option<Vec<Spoken>> {
        self.list_as_written(at)
            .or_else(|| self.whole_days_of_era(at))
            .or_else(|| self.republican_years(at))
    }

    fn list_as_written(&self, at: usize) -> Option<Vec<Spoken>> {
        let items = self.items(at, Some)?;
        let (last, others) = items.split_last()?;
        let (first, _) = items.split_first()?;
        match (&first.what, &last.what) {
            (What::Decade(_), What::Bare(_) | What::Partial(_) | What::Decade(_)) => {
                self.decades(&items)
            }
            (What::Bare(_), What::Century(century)) => self.centuries(others, last, *century),
            (What::Bare(_), What::Partial(partial)) if partial.is_day() => self
                .days(others, last, *partial)
                .or_else(|| self.days_of_two_months(others, last, *partial)),
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

    /// The items of a list, each as it is read, of which a word such as `et` closes the last.
    fn items(&self, at: usize, read: impl Fn(Item) -> Option<Item>) -> Option<Vec<Item>> {
        let mut items = vec![read(self.item(at)?)?];
        while items.len() < MOST_ITEMS {
            let next = items.last()?.words.end;
            let (start, is_last) = self.beside(next)?;
            let start = self.skip_articles(self.skip_repeated(at, start));
            let item = self.item_behind(start, items.first()?)?;
            if is_last {
                items.push(item);
                return Some(items);
            }
            items.push(read(item)?);
        }
        None
    }

    /// The date that begins at a word behind another one, or what that makes a date: `années vingt et trente`.
    pub fn item_behind(&self, at: usize, first: &Item) -> Option<Item> {
        // In English, nothing says of a number in words that it is a decade.
        let is_decade = matches!(first.what, What::Decade(_)) && !self.lexicon?.decades.is_empty();
        let bare = || self.bare_item(at).filter(|_| is_decade);
        self.item(at).or_else(bare)
    }

    /// The place behind what parts an item of a list from the next, and whether it closes the list.
    pub fn beside(&self, at: usize) -> Option<(usize, bool)> {
        let word = self.words.get(at)?;
        // The point is that of a shortened word: `janv., févr. et mars`.
        let has_comma = word.gap.trim_start_matches('.').trim() == ",";
        let and = self
            .any_of(at, self.lexicon?.and)
            .filter(|_| has_comma || self.is_joined_after(at));
        match and {
            Some(next) => self.is_joined(next).then_some((next, true)),
            None if word.follows_ampersand() => Some((at, true)),
            None => has_comma.then_some((at, false)),
        }
    }

    /// The place behind a preposition that stands before the first item too: `en janvier, en février et en mars`.
    fn skip_repeated(&self, first: usize, at: usize) -> usize {
        let is_at = |before: usize, next| self.lead(before) == Some((Lead::At, next));
        let is_repeated = first > 0
            && is_at(first - 1, first)
            && is_at(at, at + 1)
            && self.words[at]
                .text
                .eq_ignore_ascii_case(self.words[first - 1].text);
        at + usize::from(is_repeated)
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
                    let fits = form != Spelling::Roman && is_listed;
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
        self.between(first, earlier, last, partial)
    }

    /// `29, 30 juin et 1er juillet 2015`: the days of the first month, and the one behind them.
    fn days_of_two_months(
        &self,
        others: &[Item],
        last: &Item,
        later: Partial,
    ) -> Option<Vec<Spoken>> {
        let (end, days) = others.split_last().filter(|(_, days)| !days.is_empty())?;
        let What::Partial(earlier) = end.what else {
            return None;
        };
        let fits = earlier.is_day() && earlier.lacks_year() && !later.republican;
        let dated = |year| earlier.before(later, year);
        let earlier = later.year.map_or(earlier, dated);
        let mut found = fits.then(|| self.days(days, end, earlier))??;
        found.push(self.spoken_item(last, last.what.clone())?);
        Some(found)
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
        let end = Item {
            words: first.words.start..end,
            what: What::Partial(last),
            needs: Needs::Nothing,
            about: None,
        };
        self.between(first, partial, &end, last)
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
        self.between(items.first()?, earlier, last, partial)
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

    /// `le 15 mars 44 et le 2 septembre 31 av. J.-C.`
    fn whole_days_of_era(&self, at: usize) -> Option<Vec<Spoken>> {
        let mut items = self.items(at, |item| self.before_era(&item))?;
        let What::Partial(Partial { era, .. }) = items.last()?.what else {
            return None;
        };
        for item in &mut items {
            if let What::Partial(partial) = &mut item.what
                && let Some(number) = partial.before_era
            {
                *partial = partial.in_era(number, era?);
            }
        }
        let whole = items.iter().map(|item| item.what.clone());
        self.each(&items, whole)
    }

    /// `les ans II et III de la République`
    fn republican_years(&self, at: usize) -> Option<Vec<Spoken>> {
        let is_several = self.is(at, self.lexicon?.several_republican) && self.follows_article(at);
        let year_at = |at: usize| self.words.get(at)?.roman().filter(|_| is_several);
        let mut found = Vec::new();
        let (mut start, mut number_at) = (at, at + 1);
        while let Some(year) = year_at(number_at) {
            let next = self.republic(number_at + 1).unwrap_or(number_at + 1);
            let partial = Partial {
                republican: true,
                ..Partial::of_year(year)
            };
            let date = partial.resolve(self.reference)?;
            found.push(Spoken {
                words: start..next,
                date,
            });
            let Some((after, _)) = self.beside(next) else {
                break;
            };
            (start, number_at) = (after, after);
        }
        (found.len() > 1).then_some(found)
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
                (Some(before), What::Decade(decade)) if decade.is_short => decade.behind(before),
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

    /// One interval from the first item to the last.
    fn between(&self, first: &Item, a: Partial, last: &Item, b: Partial) -> Option<Vec<Spoken>> {
        let words = first.words.start..last.words.end;
        let (a, b) = self.dated_by_next(a, b, words.end).unwrap_or((a, b));
        let (a, b) = resolve_ends(a, b, self.reference)?;
        let a = a.approximate_if(first.about.is_some());
        let date = a.to(&b.approximate_if(last.about.is_some()))?;
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
