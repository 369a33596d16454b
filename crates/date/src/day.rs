//! One day of the proleptic Gregorian calendar, as a number.

use std::fmt;

use super::cursor::Cursor;
use super::error::{DateError, DateErrorKind};

/// A day, as the number of days since 1970-01-01 (negative before), in the proleptic Gregorian
/// calendar, which applies today’s leap years to all of time. Years are astronomical: year 0 is 1
/// BC, year -1 is 2 BC.
///
/// Days are made by [`Day::from_ymd`] and [`Day::parse`], which stay between [`Day::MIN`] and
/// [`Day::MAX`]. A number read from elsewhere may lie outside; every method still answers for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// 1 January of the year -9999, the earliest day that EDTF can write; stands for an open start.
    pub const MIN: Day = Day(days_from_civil(-9999, 1, 1));

    /// 31 December of the year 9999, the latest day that EDTF can write; stands for an open end.
    pub const MAX: Day = Day(days_from_civil(9999, 12, 31));

    /// The day of a year (-9999 to 9999), a month (1 to 12) and a day of the month (from 1); none
    /// if the calendar has no such day.
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Day> {
        let exists =
            (-9999..=9999).contains(&year) && day >= 1 && day <= days_in_month(year, month);
        exists.then(|| Day(days_from_civil(year, month, day)))
    }

    /// The year, the month (1 to 12) and the day of the month (from 1).
    ///
    /// `civil_from_days` of Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”,
    /// <https://howardhinnant.github.io/date_algorithms.html>: years are counted from 1 March, so
    /// that the leap day comes last, in eras of 400 years, after which the calendar repeats.
    pub fn ymd(self) -> (i32, u8, u8) {
        let days = i64::from(self.0) + DAYS_TO_EPOCH;
        let day_of_era = days.rem_euclid(DAYS_PER_ERA);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = (month_from_march + 2) % 12 + 1;
        let year =
            days.div_euclid(DAYS_PER_ERA) * 400 + year_of_era + if month <= 2 { 1 } else { 0 };
        (year as i32, month as u8, day as u8)
    }

    /// The day of the week as ISO 8601 numbers it: 1 is Monday, 7 is Sunday.
    pub fn weekday(self) -> u8 {
        // 1970-01-01, day 0, was a Thursday, 4.
        ((i64::from(self.0) + 3).rem_euclid(7) + 1) as u8
    }

    /// Parses a whole day in ISO 8601, `2016-05-24`.
    ///
    /// # Errors
    /// The text is anything else, or the calendar has no such day.
    pub fn parse(text: &str) -> Result<Day, DateError> {
        let mut cursor = Cursor::whole(text);
        let negative = cursor.take(b'-');
        let year = i32::from(read_pair(&mut cursor)?) * 100 + i32::from(read_pair(&mut cursor)?);
        let month = read_part(&mut cursor)?;
        let day = read_part(&mut cursor)?;
        if cursor.peek().is_some() {
            return Err(not_a_day(&cursor));
        }
        // The year 0 has no sign.
        let year = match (negative, year) {
            (true, 0) => None,
            (true, year) => Some(-year),
            (false, year) => Some(year),
        };
        let found = year.and_then(|year| Day::from_ymd(year, month, day));
        found.ok_or_else(|| {
            let found = || ["“", text, "”"].concat();
            cursor.out_of_calendar(text.len(), found, "a day of the calendar", ADVICE)
        })
    }
}

const ADVICE: &str = "year, month and day, such as 2016-05-24";

fn not_a_day(cursor: &Cursor) -> DateError {
    let kind = match cursor.text {
        "" => DateErrorKind::Empty,
        _ => DateErrorKind::Syntax,
    };
    cursor.error(kind, "one whole and certain day", ADVICE)
}

/// Reads two digits.
fn read_pair(cursor: &mut Cursor) -> Result<u8, DateError> {
    let first = cursor.take_digit().ok_or_else(|| not_a_day(cursor))?;
    let second = cursor.take_digit().ok_or_else(|| not_a_day(cursor))?;
    Ok(first * 10 + second)
}

/// Reads a hyphen and two digits.
fn read_part(cursor: &mut Cursor) -> Result<u8, DateError> {
    match cursor.take(b'-') {
        true => read_pair(cursor),
        false => Err(not_a_day(cursor)),
    }
}

/// Prints ISO 8601, `2016-05-24`; a year before 0 has a minus sign.
impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        let sign = if year < 0 { "-" } else { "" };
        write!(
            formatter,
            "{sign}{:04}-{month:02}-{day:02}",
            year.unsigned_abs()
        )
    }
}

/// How many days a month (1 to 12) of a year has; a month that does not exist has none.
pub fn days_in_month(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// The days of 400 Gregorian years.
const DAYS_PER_ERA: i64 = 146_097;

/// The days from 1 March of year 0, where the eras are counted from, to 1970-01-01.
const DAYS_TO_EPOCH: i64 = 719_468;

/// `days_from_civil` of the same source as [`Day::ymd`].
const fn days_from_civil(year: i32, month: u8, day: u8) -> i32 {
    let year_from_march = year as i64 - if month <= 2 { 1 } else { 0 };
    let year_of_era = year_from_march.rem_euclid(400);
    let month_from_march = (month as i64 + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day as i64 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    (year_from_march.div_euclid(400) * DAYS_PER_ERA + day_of_era - DAYS_TO_EPOCH) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A calendar that knows nothing but how to go to the next and to the previous day.
    #[derive(Clone, Copy)]
    struct SlowCalendar {
        year: i32,
        month: u8,
        day: u8,
        weekday: u8,
    }

    const EPOCH: SlowCalendar = SlowCalendar {
        year: 1970,
        month: 1,
        day: 1,
        weekday: 4,
    };

    const MONTHS: [u8; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    impl SlowCalendar {
        fn month_length(self) -> u8 {
            let leap = self.year % 400 == 0 || (self.year % 4 == 0 && self.year % 100 != 0);
            MONTHS[usize::from(self.month) - 1] + u8::from(leap && self.month == 2)
        }

        fn next(mut self) -> Self {
            self.weekday = self.weekday % 7 + 1;
            self.day += 1;
            if self.day > self.month_length() {
                self.day = 1;
                self.month = self.month % 12 + 1;
                self.year += i32::from(self.month == 1);
            }
            self
        }

        fn previous(mut self) -> Self {
            self.weekday = (self.weekday + 5) % 7 + 1;
            self.day -= 1;
            if self.day == 0 {
                self.year -= i32::from(self.month == 1);
                self.month = (self.month + 10) % 12 + 1;
                self.day = self.month_length();
            }
            self
        }

        fn check(self, number: i32) {
            let Self {
                year,
                month,
                day,
                weekday,
            } = self;
            assert_eq!(Day(number).ymd(), (year, month, day), "day {number}");
            assert_eq!(
                Day::from_ymd(year, month, day),
                Some(Day(number)),
                "{year}-{month}-{day}"
            );
            assert_eq!(Day(number).weekday(), weekday, "{year}-{month}-{day}");
        }
    }

    #[test]
    fn every_day_of_the_calendar_is_where_counting_puts_it() {
        let mut slow = EPOCH;
        for number in 0..=Day::MAX.0 {
            slow.check(number);
            slow = slow.next();
        }
        assert_eq!((slow.year, slow.month, slow.day), (10_000, 1, 1));

        let mut slow = EPOCH;
        for number in (Day::MIN.0..=0).rev() {
            slow.check(number);
            slow = slow.previous();
        }
        assert_eq!((slow.year, slow.month, slow.day), (-10_000, 12, 31));
    }

    #[test]
    fn days_that_no_calendar_has_are_none() {
        for (year, month, day) in [
            (2015, 2, 29),
            (1900, 2, 29),
            (2016, 2, 30),
            (2016, 4, 31),
            (2016, 0, 1),
            (2016, 13, 1),
            (2016, 1, 0),
            (2016, 1, 32),
            (2016, 255, 255),
            (10_000, 1, 1),
            (-10_000, 12, 31),
            (i32::MAX, 1, 1),
            (i32::MIN, 1, 1),
        ] {
            assert_eq!(
                Day::from_ymd(year, month, day),
                None,
                "{year}-{month}-{day}"
            );
        }
    }

    #[test]
    fn numbers_outside_the_written_years_still_have_a_date() {
        assert_eq!(Day(i32::MAX).ymd(), (5_881_580, 7, 11));
        assert_eq!(Day(i32::MIN).ymd(), (-5_877_641, 6, 23));
        assert!((1..=7).contains(&Day(i32::MAX).weekday()));
        assert!((1..=7).contains(&Day(i32::MIN).weekday()));
    }

    #[test]
    fn days_are_printed_and_read() {
        for (year, month, day, text) in [
            (2016, 5, 24, "2016-05-24"),
            (2000, 2, 29, "2000-02-29"),
            (1, 1, 1, "0001-01-01"),
            (0, 12, 31, "0000-12-31"),
            (-44, 3, 15, "-0044-03-15"),
            (-9999, 1, 1, "-9999-01-01"),
            (9999, 12, 31, "9999-12-31"),
        ] {
            let expected = Day::from_ymd(year, month, day);
            assert_eq!(Day::parse(text).ok(), expected, "{text}");
            assert_eq!(expected.map(|day| day.to_string()).as_deref(), Some(text));
        }
        for text in [
            "2016-05",
            "2016-05-24?",
            "2016-05-XX",
            "2016-05-24/..",
            "2016-05-24T10:10:10Z",
            "2015-02-29",
            "",
            "1",
        ] {
            assert!(Day::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn weekdays_are_those_of_known_days() {
        for (text, weekday) in [
            ("1789-07-14", 2),
            ("1969-07-20", 7),
            ("2016-05-24", 2),
            ("2021-06-03", 4),
        ] {
            assert_eq!(Day::parse(text).map(Day::weekday), Ok(weekday), "{text}");
        }
    }
}
