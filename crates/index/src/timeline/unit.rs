//! The units in which time is told and counted.

use frise_date::Day;

/// A unit in which time is told and counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// A day.
    Day,
    /// A month.
    Month,
    /// Three months, from January, April, July or October.
    Quarter,
    /// A year.
    Year,
    /// Ten years, from a year that ends in 0.
    Decade,
    /// A hundred years, from a year that ends in 00.
    Century,
}

impl Unit {
    /// All units, the finest first.
    pub const ALL: [Unit; 6] = [
        Unit::Day,
        Unit::Month,
        Unit::Quarter,
        Unit::Year,
        Unit::Decade,
        Unit::Century,
    ];

    pub(super) fn mean_days(self) -> f64 {
        match self {
            Unit::Day => 1.0,
            Unit::Month => 30.44,
            Unit::Quarter => 91.31,
            Unit::Year => 365.25,
            Unit::Decade => 3_652.5,
            Unit::Century => 36_525.0,
        }
    }

    /// The first day of the unit that a day lies in; the first of the calendar, where that is cut short.
    pub fn start(self, day: Day) -> Day {
        let (year, month, _) = day.ymd();
        let start = match self {
            Unit::Day => return day,
            Unit::Month => Day::from_ymd(year, month, 1),
            Unit::Quarter => Day::from_ymd(year, month - (month - 1) % 3, 1),
            Unit::Year => Day::from_ymd(year, 1, 1),
            Unit::Decade => Day::from_ymd(year - year.rem_euclid(10), 1, 1),
            Unit::Century => Day::from_ymd(year - year.rem_euclid(100), 1, 1),
        };
        match start {
            Some(start) => start,
            None if day > Day::MAX => day,
            None => day.min(Day::MIN),
        }
    }

    /// The last day of the unit that a day lies in; the last of the calendar, where that is cut short.
    pub fn end(self, day: Day) -> Day {
        let (year, month, _) = day.ymd();
        let next = match self {
            Unit::Day => return day,
            Unit::Month if month < 12 => Day::from_ymd(year, month + 1, 1),
            Unit::Quarter if month < 10 => Day::from_ymd(year, month - (month - 1) % 3 + 3, 1),
            Unit::Month | Unit::Quarter | Unit::Year => Day::from_ymd(year + 1, 1, 1),
            Unit::Decade => Day::from_ymd(year - year.rem_euclid(10) + 10, 1, 1),
            Unit::Century => Day::from_ymd(year - year.rem_euclid(100) + 100, 1, 1),
        };
        next.map_or(Day::MAX, |next| Day(next.0 - 1))
    }

    /// The number of the unit that a day lies in, so that multiples of 5 years end in 0 or 5.
    pub(super) fn ordinal(self, day: Day) -> i64 {
        let (year, month, _) = day.ymd();
        let year = i64::from(year);
        match self {
            Unit::Day => i64::from(day.0),
            Unit::Month => year * 12 + i64::from(month) - 1,
            Unit::Quarter => year * 4 + i64::from(month - 1) / 3,
            Unit::Year => year,
            Unit::Decade => year.div_euclid(10),
            Unit::Century => year.div_euclid(100),
        }
    }
}
