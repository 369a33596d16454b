//! Units of time.

use frise_date::Day;

/// A unit of time, by which an axis is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// A day.
    Day,
    /// A month.
    Month,
    /// Three months, beginning in January, April, July or October.
    Quarter,
    /// A year.
    Year,
    /// Ten years, of which a year that ends in 0 is the one furthest from the turn of the era: 2010 to 2019, 60 to 51 BC. The first
    /// decade of either era ends, or begins, at the turn.
    Decade,
    /// A hundred years, likewise.
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

    /// Returns the mean number of days of the unit.
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

    /// Returns the first day of the unit in which a day lies, but none before the first day of the calendar.
    pub fn start(self, day: Day) -> Day {
        let (year, month, _) = day.ymd();
        let start = match self {
            Unit::Day => return day,
            Unit::Month => Day::from_ymd(year, month, 1),
            Unit::Quarter => Day::from_ymd(year, month - (month - 1) % 3, 1),
            Unit::Year => Day::from_ymd(year, 1, 1),
            Unit::Decade => Day::from_ymd(first_of(year, 10), 1, 1),
            Unit::Century => Day::from_ymd(first_of(year, 100), 1, 1),
        };
        match start {
            Some(start) => start,
            None if day > Day::MAX => day,
            None => day.min(Day::MIN),
        }
    }

    /// Returns the last day of the unit in which a day lies, but none after the last day of the calendar.
    pub fn end(self, day: Day) -> Day {
        let (year, month, _) = day.ymd();
        let next = match self {
            Unit::Day => return day,
            Unit::Month if month < 12 => Day::from_ymd(year, month + 1, 1),
            Unit::Quarter if month < 10 => Day::from_ymd(year, month - (month - 1) % 3 + 3, 1),
            Unit::Month | Unit::Quarter | Unit::Year => Day::from_ymd(year + 1, 1, 1),
            Unit::Decade => Day::from_ymd(after(year, 10), 1, 1),
            Unit::Century => Day::from_ymd(after(year, 100), 1, 1),
        };
        next.map_or(Day::MAX, |next| Day(next.0 - 1))
    }

    /// Returns the number of the unit in which a day lies. Numbers of years are the years of the era, negative before Christ, so
    /// that every fifth ends in 0 or 5.
    pub(super) fn ordinal(self, day: Day) -> i64 {
        let (year, month, _) = day.ymd();
        let year = i64::from(year);
        match self {
            Unit::Day => i64::from(day.0),
            Unit::Month => year * 12 + i64::from(month) - 1,
            Unit::Quarter => year * 4 + i64::from(month - 1) / 3,
            Unit::Year if year <= 0 => year - 1,
            Unit::Year => year,
            Unit::Decade if year <= 0 => year / 10 - 1,
            Unit::Decade => year / 10,
            Unit::Century if year <= 0 => year / 100 - 1,
            Unit::Century => year / 100,
        }
    }
}

/// Returns the first year of the decade or century in which an astronomical year lies: 0 is 1 BC, the last year of its century.
fn first_of(year: i32, length: i32) -> i32 {
    if year <= 0 {
        year - year % length - length + 1
    } else {
        (year - year % length).max(1)
    }
}

/// Returns the first year after the decade or century in which a year lies.
fn after(year: i32, length: i32) -> i32 {
    if year <= 0 {
        year - year % length + 1
    } else {
        year - year % length + length
    }
}
