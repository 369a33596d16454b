//! A date for other programs, without what they read in different ways.

use super::day::Day;
use super::edtf::{Certainty, Edtf, End, Rest, Shape, SingleDate, Year};

impl Edtf {
    /// Returns the date as EDTF of level 0 or 1 that other programs place on the same days: seasons are written
    /// as their months, and the extensions of the [module](super) as intervals, or without what they add.
    ///
    /// ```
    /// # use frise_date::Edtf;
    /// let winter = Edtf::parse("2010-24~").unwrap();
    /// assert_eq!(winter.interchange(), "2010-12~/2011-02~");
    /// ```
    pub fn interchange(&self) -> String {
        match &self.0 {
            Shape::Date(date) => of_date(date),
            Shape::DateTime(date, _) if date.year.range().0 < 0 => date.to_string(),
            Shape::DateTime(..) => self.to_string(),
            Shape::Interval(start, end) => {
                let start = of_end(start, SingleDate::earliest);
                [start, of_end(end, SingleDate::latest)].join("/")
            }
        }
    }
}

fn of_date(date: &SingleDate) -> String {
    let is_certain = date.certainty == Certainty::Certain;
    let between = |unit: fn(&SingleDate, Day) -> SingleDate| {
        let (first, last) = (unit(date, date.earliest()), unit(date, date.latest()));
        format!("{first}/{last}")
    };
    let with = |rest| SingleDate { rest, ..*date }.to_string();
    match (date.year, date.rest) {
        (_, Rest::Season(_)) => between(month),
        (Year::Unspecified { negative, .. }, _) if negative || !is_certain => between(year),
        (Year::Unspecified { .. }, _) => with(Rest::Nothing),
        (_, Rest::AnyMonth | Rest::AnyMonthAndDay) if !is_certain => with(Rest::Nothing),
        (_, Rest::AnyDay(month)) if !is_certain => with(Rest::Month(month)),
        _ => date.to_string(),
    }
}

fn of_end(end: &End, bound: fn(&SingleDate) -> Day) -> String {
    match end {
        End::Date(date) if matches!(date.rest, Rest::Season(_)) => {
            month(date, bound(date)).to_string()
        }
        other => other.to_string(),
    }
}

/// The month of a day, as sure as a date.
fn month(date: &SingleDate, day: Day) -> SingleDate {
    let (year, month, _) = day.ymd();
    SingleDate {
        year: Year::Known(year),
        rest: Rest::Month(month),
        ..*date
    }
}

/// The year of a day, as sure as a date.
fn year(date: &SingleDate, day: Day) -> SingleDate {
    SingleDate {
        year: Year::Known(day.ymd().0),
        rest: Rest::Nothing,
        ..*date
    }
}
