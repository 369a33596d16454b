//! Reads EDTF: one cursor over the text, one function for each part of a date.
//!
//! Each fault is reported where it stands. What only level 2 knows is told apart from what no level
//! knows, so that an editor who writes a set or a half-doubted date learns what to write instead.

use super::clock::read_time;
use super::cursor::Cursor;
use super::day::days_in_month;
use super::edtf::{Certainty, Edtf, End, Rest, Season, Shape, SingleDate, Year};
use super::error::{DateError, DateErrorKind};

impl Edtf {
    /// Parses EDTF of level 0 or 1, with the extensions that the [module](super) lists.
    ///
    /// # Errors
    /// The text is no such date; the error points at the byte where it goes wrong.
    pub fn parse(text: &str) -> Result<Edtf, DateError> {
        parse(text)
    }
}

fn parse(text: &str) -> Result<Edtf, DateError> {
    let mut cursor = Cursor::whole(text);
    if text.is_empty() {
        let advice = "a date such as 2016-05-24, 2016-05 or 2016";
        return Err(cursor.error(DateErrorKind::Empty, "a date", advice));
    }
    if matches!(cursor.peek(), Some(b'[' | b'{')) {
        return Err(cursor.level_two("an interval, such as 1667/1672, in place of the set"));
    }
    let shape = match text.find('/') {
        Some(slash) => read_interval(text, slash)?,
        None => read_alone(&mut cursor)?,
    };
    Ok(Edtf(shape))
}

fn read_interval(text: &str, slash: usize) -> Result<Shape, DateError> {
    let start = read_end(Cursor {
        text,
        at: 0,
        end: slash,
    })?;
    let end = read_end(Cursor {
        text,
        at: slash + 1,
        end: text.len(),
    })?;
    if start.date().is_none() && end.date().is_none() {
        let advice = "2016/.. for what goes on, ../2016 for what ended";
        return Err(Cursor::whole(text).syntax("a date at one end at least", advice));
    }
    if is_reversed(&start, &end) {
        return Err(DateError::new(
            DateErrorKind::Reversed,
            slash + 1,
            "an interval that begins before it ends",
            || String::from("an end before the start"),
            "the earlier date first",
        ));
    }
    Ok(Shape::Interval(start, end))
}

/// Whether no day of the start comes before a day of the end. Long years are compared as years,
/// since their days are all the same bound.
fn is_reversed(start: &End, end: &End) -> bool {
    match (start, end) {
        (End::Date(start), End::Date(end)) => {
            start.earliest() > end.latest() || start.year.range().0 > end.latest_year()
        }
        _ => false,
    }
}

fn read_end(mut cursor: Cursor) -> Result<End, DateError> {
    let Cursor { text, at, .. } = cursor;
    match cursor.rest() {
        "" => return Ok(End::Unknown),
        ".." => return Ok(End::Open),
        // The words of the draft of 2012, which many catalogues still have.
        "open" => return Err(cursor.syntax("a date or “..”", "“..” for an open end")),
        "unknown" => return Err(cursor.syntax("a date or nothing", "nothing for an unknown end")),
        _ => {}
    }
    let shape = read_alone(&mut cursor)?;
    let first = |letter| {
        at + text
            .get(at..)
            .and_then(|rest| rest.find(letter))
            .unwrap_or(0)
    };
    match shape {
        Shape::Date(date) if date.has_unspecified_digits() => {
            cursor.at = first('X');
            Err(cursor.level_two(
                "the interval by its first and its last date, such as 2010/2019, which is level 0",
            ))
        }
        Shape::Date(date) => Ok(End::Date(date)),
        Shape::DateTime(..) | Shape::Interval(..) => {
            cursor.at = first('T');
            Err(cursor.syntax("an interval between days", "the days without a time"))
        }
    }
}

/// Reads a date that is not an interval, to the end of the text.
fn read_alone(cursor: &mut Cursor) -> Result<Shape, DateError> {
    let year = read_year(cursor)?;
    let rest = read_rest(cursor, year)?;
    let mut date = SingleDate {
        year,
        rest,
        certainty: Certainty::Certain,
    };
    if cursor.peek() == Some(b'T') {
        if !matches!(rest, Rest::Day(..)) {
            let expected = "a time of day only after a whole day";
            return Err(cursor.syntax(expected, "2004-01-01T10:10:10, or the date without a time"));
        }
        cursor.at += 1;
        return Ok(Shape::DateTime(date, read_time(cursor)?));
    }
    date.certainty = read_certainty(cursor);
    expect_end_of_date(cursor, date.certainty)?;
    Ok(Shape::Date(date))
}

fn read_year(cursor: &mut Cursor) -> Result<Year, DateError> {
    if cursor.take(b'Y') {
        return read_long_year(cursor);
    }
    let start = cursor.at;
    let negative = cursor.take(b'-');
    let mut digits = 0;
    let mut hidden: u8 = 0;
    for _ in 0..4 {
        let digit = match cursor.take_digit() {
            Some(_) if hidden > 0 => {
                cursor.at -= 1 + usize::from(hidden);
                return Err(cursor
                    .level_two("X only at the right of the year, such as 201X, which is level 1"));
            }
            Some(digit) => digit,
            None if cursor.take(b'X') => {
                hidden += 1;
                0
            }
            None => return Err(not_a_year(cursor)),
        };
        digits = digits * 10 + i32::from(digit);
    }
    if hidden > 2 {
        cursor.at -= usize::from(hidden);
        return Err(cursor.level_two("at most two X in a year, such as 19XX, which is level 1"));
    }
    if hidden > 0 {
        return Ok(Year::Unspecified {
            negative,
            digits,
            hidden,
        });
    }
    if negative && digits == 0 {
        cursor.at = start;
        return Err(cursor.syntax("the year 0 without a sign", "0000, which is 1 BC"));
    }
    Ok(Year::Known(if negative { -digits } else { digits }))
}

/// Says what stands in the way of a year of four digits.
fn not_a_year(cursor: &Cursor) -> DateError {
    match cursor.peek() {
        Some(b'?' | b'~' | b'%') => cursor.level_two(QUALIFIER_LAST),
        Some(b'u' | b'x') => cursor.syntax("a digit or X", "a capital X for an unspecified digit"),
        Some(b'y') => cursor.syntax("a year", "a capital Y before a year of five digits or more"),
        _ => cursor.syntax(
            "a year of four digits",
            "a date such as 2016-05-24, 2016-05 or 2016",
        ),
    }
}

/// Reads what follows the `Y`: more than four digits without leading zeros, since with fewer the
/// `Y` is not allowed.
fn read_long_year(cursor: &mut Cursor) -> Result<Year, DateError> {
    let start = cursor.at;
    let negative = cursor.take(b'-');
    let mut year: i64 = 0;
    let mut length = 0;
    while let Some(digit) = cursor.take_digit() {
        length += 1;
        if length > 18 {
            cursor.at = start;
            return Err(cursor.syntax("a year of 18 digits at most", "a nearer year"));
        }
        year = year * 10 + i64::from(digit);
    }
    if matches!(cursor.peek(), Some(b'E' | b'S')) {
        return Err(cursor.level_two("the year in full, such as Y170000002"));
    }
    if length < 5 || year < 10_i64.pow(length - 1) {
        cursor.at = start;
        let advice = "Y17000, or a year of four digits without Y";
        return Err(cursor.syntax("five digits or more after Y, the first not 0", advice));
    }
    Ok(Year::Long(if negative { -year } else { year }))
}

/// Reads the season, the month and the day, as far as they are given.
fn read_rest(cursor: &mut Cursor, year: Year) -> Result<Rest, DateError> {
    if matches!(year, Year::Long(_)) || !cursor.take(b'-') {
        return Ok(Rest::Nothing);
    }
    let month = read_pair(cursor, "a month of two digits", "a date such as 2016-05")?;
    if month.is_some() && matches!(year, Year::Unspecified { .. }) {
        cursor.at -= 2;
        return Err(cursor.level_two("the year alone, such as 201X, which is level 1"));
    }
    if let Some(number) = month
        && !(1..=12).contains(&number)
    {
        return read_season(cursor, number);
    }
    if !cursor.take(b'-') {
        return Ok(month.map_or(Rest::AnyMonth, Rest::Month));
    }
    let day = read_pair(cursor, "a day of two digits", "a date such as 2016-05-24")?;
    match (month, day) {
        (None, None) => Ok(Rest::AnyMonthAndDay),
        (Some(month), None) => Ok(Rest::AnyDay(month)),
        (Some(month), Some(day)) => check_day(cursor, year, month, day),
        (None, Some(_)) => {
            cursor.at -= 2;
            Err(cursor.level_two("XX for the day too, such as 2016-XX-XX, which is level 1"))
        }
    }
}

/// Reads two digits, or `XX` for none.
fn read_pair(
    cursor: &mut Cursor,
    expected: &'static str,
    advice: &'static str,
) -> Result<Option<u8>, DateError> {
    match cursor.peek() {
        Some(b'?' | b'~' | b'%') => {
            return Err(cursor.level_two(QUALIFIER_LAST));
        }
        Some(b'u' | b'x') => {
            return Err(cursor.syntax("digits or XX", "a capital X for an unspecified digit"));
        }
        _ => {}
    }
    let first = cursor.take_digit();
    if first.is_none() && !cursor.take(b'X') {
        return Err(cursor.syntax(expected, advice));
    }
    match (first, cursor.take_digit()) {
        (Some(first), Some(second)) => Ok(Some(first * 10 + second)),
        (None, None) if cursor.take(b'X') => Ok(None),
        (Some(_), None) if cursor.peek() == Some(b'X') => Err(cursor.level_two(HALF_A_PAIR)),
        (None, Some(_)) => {
            cursor.at -= 2;
            Err(cursor.level_two(HALF_A_PAIR))
        }
        (_, None) => Err(cursor.syntax(expected, advice)),
    }
}

/// A qualifier behind a season or behind X is an extension; behind all else it is level 1.
const QUALIFIER_LAST: &str =
    "the qualifier after the whole date, such as 2004-06~, which is level 1";

const HALF_A_PAIR: &str = "both digits or XX, such as 2016-XX, which is level 1";

fn read_season(cursor: &mut Cursor, number: u8) -> Result<Rest, DateError> {
    let season = match number {
        21 => Season::Spring,
        22 => Season::Summer,
        23 => Season::Autumn,
        24 => Season::Winter,
        25..=41 => {
            cursor.at -= 2;
            let advice = "a season of level 1, from 21 (spring) to 24 (winter), or an interval";
            return Err(cursor.level_two(advice));
        }
        _ => {
            let expected = "a month from 01 to 12 or a season from 21 to 24";
            let found = || number.to_string();
            return Err(cursor.out_of_calendar(2, found, expected, "a date such as 2016-05"));
        }
    };
    Ok(Rest::Season(season))
}

fn check_day(cursor: &Cursor, year: Year, month: u8, day: u8) -> Result<Rest, DateError> {
    // Only a known year comes here: no other is read with a month.
    let (year, _) = year.range();
    let length = i32::try_from(year).map_or(0, |year| days_in_month(year, month));
    if (1..=length).contains(&day) {
        return Ok(Rest::Day(month, day));
    }
    let found = || format!("{day} in a month of {length} days");
    let advice = "a day that the month has, such as 2016-02-29, or the month alone";
    Err(cursor.out_of_calendar(2, found, "a day of that month", advice))
}

fn read_certainty(cursor: &mut Cursor) -> Certainty {
    let certainty = match cursor.peek() {
        Some(b'?') => Certainty::Uncertain,
        Some(b'~') => Certainty::Approximate,
        Some(b'%') => Certainty::Both,
        _ => return Certainty::Certain,
    };
    cursor.at += 1;
    certainty
}

fn expect_end_of_date(cursor: &Cursor, certainty: Certainty) -> Result<(), DateError> {
    let qualified = certainty != Certainty::Certain;
    Err(match cursor.peek() {
        None => return Ok(()),
        Some(b'-') if qualified => cursor.level_two(QUALIFIER_LAST),
        Some(b'?' | b'~' | b'%') => cursor.syntax(
            "one qualifier",
            "% for a date both uncertain and approximate",
        ),
        Some(b'S' | b'E') => cursor.level_two("the year alone, or an interval such as 1900/1999"),
        Some(b'0'..=b'9') => {
            let advice = "two digits for months and days, Y before a year of five digits or more";
            cursor.syntax("the end of the date", advice)
        }
        Some(b'/') => cursor.syntax("one interval", "two dates with one slash between them"),
        Some(_) => cursor.syntax(
            "the end of the date",
            "a date such as 2016-05-24, 2016-05~ or 2016/2017",
        ),
    })
}
