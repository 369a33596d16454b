//! The French Republican calendar, from 22 September 1792 to 31 December 1805.
//!
//! A year has twelve months of thirty days and then five complementary days, six in the years III, VII and XI.

use frise_date::Day;

/// The complementary days, counted as a month.
const LAST_MONTH: u8 = 13;

/// Returns the day of a year (1 to 14), a month (1 to 13) and a day of the month; none if that calendar has no such
/// day.
pub(super) fn day(year: i32, month: u8, day: u8) -> Option<Day> {
    let exists = (1..=LAST_MONTH).contains(&month) && (1..=length(year, month)).contains(&day);
    let days = i32::from(month.checked_sub(1)?) * 30 + i32::from(day.checked_sub(1)?);
    exists.then_some(Day(new_year(year)?.0 + days))
}

/// Returns the first and the last day of a month.
pub(super) fn month(year: i32, month: u8) -> Option<(Day, Day)> {
    Some((day(year, month, 1)?, day(year, month, length(year, month))?))
}

/// Returns the first and the last day of a year.
pub(super) fn year(year: i32) -> Option<(Day, Day)> {
    Some((new_year(year)?, month(year, LAST_MONTH)?.1))
}

fn new_year(year: i32) -> Option<Day> {
    let first = Day::from_ymd(1792, 9, 22)?;
    let leap_days = year / 4;
    (1..=14)
        .contains(&year)
        .then_some(Day(first.0 + 365 * (year - 1) + leap_days))
}

fn length(year: i32, month: u8) -> u8 {
    match month {
        LAST_MONTH => 5 + u8::from(year % 4 == 3),
        _ => 30,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_begin_on_the_days_that_history_gives() {
        let days = [
            (1, "1792-09-22"),
            (2, "1793-09-22"),
            (3, "1794-09-22"),
            (4, "1795-09-23"),
            (5, "1796-09-22"),
            (7, "1798-09-22"),
            (8, "1799-09-23"),
            (9, "1800-09-23"),
            (12, "1803-09-24"),
            (13, "1804-09-23"),
            (14, "1805-09-23"),
        ];
        for (number, first) in days {
            let first = Day::parse(first).ok();
            assert_eq!(year(number).map(|(first, _)| first), first, "year {number}");
            let before = year(number - 1).map(|(_, last)| Day(last.0 + 1));
            assert!(number == 1 || before == first, "year {number}");
        }
        assert_eq!(year(0), None);
        assert_eq!(year(15), None);
    }

    #[test]
    fn known_days() {
        for (date, known) in [
            ((2, 11, 9), Some("1794-07-27")),
            ((8, 2, 18), Some("1799-11-09")),
            ((3, 13, 6), Some("1795-09-22")),
            ((2, 13, 6), None),
            ((2, 14, 1), None),
            ((2, 1, 31), None),
            ((2, 0, 1), None),
            ((2, 1, 0), None),
        ] {
            let known = known.and_then(|known| Day::parse(known).ok());
            assert_eq!(day(date.0, date.1, date.2), known, "{date:?}");
        }
    }
}
