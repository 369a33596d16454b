//! The time of day that may follow a whole day, after its `T`.

use super::cursor::Cursor;
use super::error::DateError;

/// A time of day, kept to be printed back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Time {
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: u8,
    pub(super) shift: Shift,
}

/// How far a time of day is from universal time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Shift {
    Local,
    Universal,
    /// `behind` is a minus sign. The minutes may be left out.
    Offset {
        behind: bool,
        hours: u8,
        minutes: Option<u8>,
    },
}

/// Reads hours, minutes, seconds and the shift from universal time, to the end of the text.
pub(super) fn read_time(cursor: &mut Cursor) -> Result<Time, DateError> {
    let hour = read_clock(cursor, 23)?;
    expect_colon(cursor)?;
    let minute = read_clock(cursor, 59)?;
    expect_colon(cursor)?;
    // 60 is a leap second.
    let second = read_clock(cursor, 60)?;
    let shift = read_shift(cursor)?;
    match cursor.peek() {
        None => Ok(Time {
            hour,
            minute,
            second,
            shift,
        }),
        Some(_) => Err(cursor.syntax("the end of the time", TIME_ADVICE)),
    }
}

const TIME_ADVICE: &str = "a time such as T23:20:30, T23:20:30Z or T23:20:30+04:30";

/// Reads two digits of a clock that shows no more than `most`.
fn read_clock(cursor: &mut Cursor, most: u8) -> Result<u8, DateError> {
    let mut number = 0;
    for _ in 0..2 {
        let Some(digit) = cursor.take_digit() else {
            return Err(cursor.syntax("two digits of a time", TIME_ADVICE));
        };
        number = number * 10 + digit;
    }
    if number > most {
        let found = || format!("{number} where {most} is the most");
        return Err(cursor.out_of_calendar(2, found, "a time of day", TIME_ADVICE));
    }
    Ok(number)
}

fn expect_colon(cursor: &mut Cursor) -> Result<(), DateError> {
    match cursor.take(b':') {
        true => Ok(()),
        false => Err(cursor.syntax("a colon", TIME_ADVICE)),
    }
}

fn read_shift(cursor: &mut Cursor) -> Result<Shift, DateError> {
    if cursor.take(b'Z') {
        return Ok(Shift::Universal);
    }
    let behind = cursor.take(b'-');
    if !behind && !cursor.take(b'+') {
        return Ok(Shift::Local);
    }
    let hours = read_clock(cursor, 23)?;
    let minutes = if cursor.take(b':') {
        Some(read_clock(cursor, 59)?)
    } else {
        None
    };
    Ok(Shift::Offset {
        behind,
        hours,
        minutes,
    })
}
