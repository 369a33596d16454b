//! Dates of the calendar of which parts may be left out, and how these are taken from elsewhere: from the other end of
//! an interval, or from the date of the document.

use super::builder::DateBuilder;
use super::lexicon::{Era, Turn};
use super::reference::Reference;
use super::republican;
use frise_date::Day;

/// A day ahead is as far as so many back: texts tell what was more often than what will be.
const AHEAD: i32 = 3;

/// A date of the calendar, of which parts may be left out.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Partial {
    /// In astronomical numbering; in the Republican calendar as it counts.
    pub year: Option<i32>,
    /// The era that the text names.
    pub era: Option<Era>,
    /// The number behind the month as it is written, which is a year if another date names its era: 44 of `du 15 mars 44 au
    /// 2 septembre 31 av. J.-C.`
    pub before_era: Option<i32>,
    /// Whether year, month and day are those of the Republican calendar.
    pub republican: bool,
    /// As EDTF numbers seasons.
    pub season: Option<u8>,
    pub month: Option<u8>,
    pub day: Option<u8>,
    /// 1 for Monday.
    pub weekday: Option<u8>,
    /// `dernier`, `prochain`, `ce`
    pub turn: Option<Turn>,
}

impl Partial {
    pub fn of_year(year: i32) -> Partial {
        Partial {
            year: Some(year),
            ..Partial::default()
        }
    }

    /// The year of an era that a number means.
    pub fn of_era(number: i32, era: Era) -> Partial {
        Partial::default().in_era(number, era)
    }

    /// The same in the year of an era that a number means.
    pub fn in_era(self, number: i32, era: Era) -> Partial {
        Partial {
            year: Some(era.year(number)),
            era: Some(era),
            before_era: None,
            ..self
        }
    }

    /// Whether it is a year and nothing else.
    pub fn is_year(&self) -> bool {
        self.year.is_some() && !self.has_month() && self.day.is_none() && self.weekday.is_none()
    }

    /// Whether its place in the year is told by a month or a season.
    pub fn has_month(&self) -> bool {
        self.month.is_some() || self.season.is_some()
    }

    /// Whether it is a month or a season without its day.
    pub fn is_month(&self) -> bool {
        self.has_month() && self.day.is_none() && self.weekday.is_none()
    }

    /// Whether it is a day of a month.
    pub fn is_day(&self) -> bool {
        self.month.is_some() && self.day.is_some()
    }

    /// Whether nothing tells its year.
    pub fn lacks_year(&self) -> bool {
        self.year.is_none() && self.turn.is_none()
    }

    /// Its place in a year, by which two dates of the same year are compared.
    pub fn place(&self) -> (u8, u8) {
        let first_month = |season| (season - 20) * 3;
        let month = self.month.or(self.season.map(first_month));
        (month.unwrap_or(0), self.day.unwrap_or(0))
    }

    /// The same in the year in which it is the last one before another date, or the first one after it.
    pub fn before(self, other: Partial, year: i32) -> Partial {
        let steps = i32::from(self.place() >= other.place());
        self.in_year_of(other, year - steps)
    }

    pub fn after(self, other: Partial, year: i32) -> Partial {
        let steps = i32::from(self.place() <= other.place());
        self.in_year_of(other, year + steps)
    }

    fn in_year_of(self, other: Partial, year: i32) -> Partial {
        Partial {
            year: Some(year),
            era: self.era.or(other.era),
            ..self
        }
    }

    /// The date that is meant. A part that is left out is what brings the date nearest to that of the
    /// document, with doubt.
    pub fn resolve(self, reference: Reference) -> Option<DateBuilder> {
        match (self.year, self.weekday) {
            (Some(year), _) => {
                let date = self.in_year(year)?;
                let day = date.edtf()?.earliest();
                let is_other = self.weekday.is_some_and(|weekday| weekday != day.weekday());
                Some(date.uncertain(is_other))
            }
            (None, Some(weekday)) if self.month.is_none() => self.on_weekday(weekday, reference),
            _ => self.in_nearest_year(reference),
        }
    }

    fn in_year(self, year: i32) -> Option<DateBuilder> {
        if self.republican {
            let between = |(first, last)| DateBuilder::days(first, last);
            return match (self.month, self.day) {
                (Some(month), Some(day)) => republican::day(year, month, day).map(DateBuilder::day),
                (Some(month), None) => republican::month(year, month).map(between),
                (None, _) => republican::year(year).map(between),
            };
        }
        match (self.season, self.month, self.day) {
            (Some(season), _, _) => Some(DateBuilder::season(year, season)),
            (_, Some(month), Some(day)) => Day::from_ymd(year, month, day).map(DateBuilder::day),
            (_, Some(month), None) => Some(DateBuilder::month(year, month)),
            (_, None, None) => Some(DateBuilder::year(year)),
            (_, None, Some(_)) => None,
        }
    }

    fn in_nearest_year(self, reference: Reference) -> Option<DateBuilder> {
        if !self.has_month() || self.republican {
            return None;
        }
        let middle = reference.middle()?.0;
        let dated = reference.years()?.filter_map(|year| {
            let builder = self.in_year(year)?;
            let date = builder.edtf()?;
            Some((date.earliest().0, date.latest().0, builder))
        });
        let chosen = match self.turn {
            Some(Turn::Last) => dated
                .filter(|(_, last, _)| *last < middle)
                .max_by_key(|(first, ..)| *first),
            Some(Turn::Next) => dated
                .filter(|(first, ..)| *first > middle)
                .min_by_key(|(first, ..)| *first),
            _ => dated.min_by_key(|(first, last, _)| distance(*first, *last, middle)),
        };
        let (_, _, date) = chosen?;
        Some(date.uncertain(self.turn.is_none() || reference.uncertain))
    }

    /// A day of the week. In a press report it is the last one up to the day of the report; with doubt
    /// where that is not the very day, since speech may look ahead.
    fn on_weekday(self, weekday: u8, reference: Reference) -> Option<DateBuilder> {
        let today = reference.day?;
        let back = (i32::from(today.weekday()) - i32::from(weekday)).rem_euclid(7);
        let on = match (self.day, self.turn) {
            (Some(_), _) => (-31..=31)
                .map(|days| Day(today.0 + days))
                .filter(|day| day.weekday() == weekday && Some(day.ymd().2) == self.day)
                .min_by_key(|day| day.0.abs_diff(today.0))?,
            (None, Some(Turn::Last)) => Day(today.0 - if back == 0 { 7 } else { back }),
            (None, Some(Turn::Next)) => Day(today.0 + 7 - back),
            // Of this week, which begins on Monday.
            (None, Some(Turn::This)) => {
                Day(today.0 - i32::from(today.weekday()) + i32::from(weekday))
            }
            (None, None) => Day(today.0 - back),
        };
        let guessed = self.day.is_none() && self.turn.is_none() && on != today;
        Some(DateBuilder::day(on).uncertain(guessed || reference.uncertain))
    }
}

/// How far a stretch of days is from a day.
fn distance(first: i32, last: i32, middle: i32) -> i32 {
    (AHEAD * (first - middle)).max(middle - last).max(0)
}

/// Resolves the two ends of an interval, where a year that is said at one end counts for both; over New Year it is that
/// of the end that says it. Where neither says it, the nearest such interval is meant, with doubt.
pub(super) fn resolve_ends(
    first: Partial,
    last: Partial,
    reference: Reference,
) -> Option<(DateBuilder, DateBuilder)> {
    let alone = |partial: Partial| partial.resolve(reference);
    let year_of = |date: &DateBuilder| Some(date.edtf()?.earliest().ymd().0);
    match (first.has_month() && last.has_month(), first.year, last.year) {
        (true, None, Some(year)) if first.turn.is_none() => {
            Some((alone(first.before(last, year))?, alone(last)?))
        }
        (true, Some(year), None) if last.turn.is_none() => {
            Some((alone(first)?, alone(last.after(first, year))?))
        }
        (true, None, None) if last.turn.is_none() && first.turn.is_some() => {
            let start = alone(first)?;
            let end = alone(last.after(first, year_of(&start)?))?;
            Some((start, end.uncertain(reference.uncertain)))
        }
        (true, None, None) if last.turn.is_some() && first.turn.is_none() => {
            let end = alone(last)?;
            let start = alone(first.before(last, year_of(&end)?))?;
            Some((start.uncertain(reference.uncertain), end))
        }
        (true, None, None) if first.turn.is_none() => nearest_ends(first, last, reference),
        _ => Some((alone(first)?, alone(last)?)),
    }
}

fn nearest_ends(
    first: Partial,
    last: Partial,
    reference: Reference,
) -> Option<(DateBuilder, DateBuilder)> {
    let middle = reference.middle()?.0;
    let ends = reference.years()?.filter_map(|year| {
        let start = first.in_year_of(last, year);
        let ends = (
            start.resolve(reference)?,
            last.after(first, year).resolve(reference)?,
        );
        let days = (ends.0.edtf()?.earliest().0, ends.1.edtf()?.latest().0);
        Some((distance(days.0, days.1, middle), ends))
    });
    let (_, (start, end)) = ends.min_by_key(|(distance, _)| *distance)?;
    Some((start.uncertain(true), end.uncertain(true)))
}
