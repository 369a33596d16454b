//! Prints a date back as EDTF, to the letter that was read.

use std::fmt;

use super::clock::{Shift, Time};
use super::edtf::{Certainty, Edtf, End, Rest, Shape, SingleDate, Year};

/// Prints the text that was read.
impl fmt::Display for Edtf {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Shape::Date(date) => date.fmt(formatter),
            Shape::DateTime(date, time) => write!(formatter, "{date}T{time}"),
            Shape::Interval(start, end) => write!(formatter, "{start}/{end}"),
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            End::Open => formatter.write_str(".."),
            End::Unknown => Ok(()),
            End::Date(date) => date.fmt(formatter),
        }
    }
}

impl fmt::Display for SingleDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.year.fmt(formatter)?;
        match self.rest {
            Rest::Nothing => Ok(()),
            Rest::Season(season) => write!(formatter, "-{}", season as u8),
            Rest::Month(month) => write!(formatter, "-{month:02}"),
            Rest::Day(month, day) => write!(formatter, "-{month:02}-{day:02}"),
            Rest::AnyMonth => formatter.write_str("-XX"),
            Rest::AnyDay(month) => write!(formatter, "-{month:02}-XX"),
            Rest::AnyMonthAndDay => formatter.write_str("-XX-XX"),
        }?;
        formatter.write_str(match self.certainty {
            Certainty::Certain => "",
            Certainty::Uncertain => "?",
            Certainty::Approximate => "~",
            Certainty::Both => "%",
        })
    }
}

impl fmt::Display for Year {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = |negative| if negative { "-" } else { "" };
        match *self {
            Year::Known(year) => write!(formatter, "{}{:04}", sign(year < 0), year.unsigned_abs()),
            Year::Long(year) => write!(formatter, "Y{year}"),
            Year::Unspecified {
                negative,
                digits,
                hidden: 1,
            } => {
                write!(formatter, "{}{:03}X", sign(negative), digits / 10)
            }
            Year::Unspecified {
                negative, digits, ..
            } => write!(formatter, "{}{:02}XX", sign(negative), digits / 100),
        }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:02}:{:02}:{:02}",
            self.hour, self.minute, self.second
        )?;
        match self.shift {
            Shift::Local => Ok(()),
            Shift::Universal => formatter.write_str("Z"),
            Shift::Offset {
                behind,
                hours,
                minutes,
            } => {
                write!(formatter, "{}{hours:02}", if behind { '-' } else { '+' })?;
                minutes.map_or(Ok(()), |minutes| write!(formatter, ":{minutes:02}"))
            }
        }
    }
}
