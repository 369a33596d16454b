//! Dates: single days, dates with doubt, and the words for both.
//!
//! A corpus rarely knows the day of everything. This module owns three things:
//!
//! - [`Day`], one day of the proleptic Gregorian calendar: the unit in which the rest of the engine
//!   filters, sorts and draws;
//! - [`Edtf`], a date as an editor writes it, with its doubts: `2016-05-24`, `2010-06~`, `201X`,
//!   `2015/2017`, `2006/..`. It is EDTF (ISO 8601-2:2019), as the Library of Congress specifies it at
//!   <https://www.loc.gov/standards/datetime/>, and knows the earliest and the latest [`Day`] that it
//!   can mean;
//! - the phrases ([`phrase`], [`phrase_day`], [`phrase_range`]) that say a date in French and in
//!   English.
//!
//! # What is read
//!
//! | level | what | example |
//! |---|---|---|
//! | 0 | day, month, year; day with a time; interval between such dates | `2016-05-24`, `2016-05`, `2016`, `2016-05-24T10:10:10Z`, `2015/2017` |
//! | 1 | one qualifier behind the whole date | `1984?`, `2004-06~`, `2004-06-11%` |
//! | 1 | unspecified digits at the right | `201X`, `20XX`, `2004-XX`, `1985-04-XX`, `1985-XX-XX` |
//! | 1 | open and unknown ends, qualified ends | `2006/..`, `../2016`, `2006/`, `1984~/2004-06` |
//! | 1 | seasons, years before 0, years of more than four digits | `2001-21`, `-0043`, `Y17000` |
//! | extension | a qualifier behind unspecified digits | `199X?`, `19XX~` |
//! | extension | a qualifier behind a season, and seasons as ends of an interval | `2001-21~`, `2010-21/2011-24` |
//! | extension | unspecified digits in a year before 0 | `-03XX`, the fourth century BC |
//! | extension | unspecified digits in both the year and the month, which is level 2 elsewhere | `201X-XX` |
//! | extension | a time of day in a year before 0 | `-0043-03-15T10:10:10` |
//!
//! The extensions combine what level 1 has, in ways that the specification neither lists nor excludes, or
//! leaves to level 2. Some other readers refuse them. All readers accept seasons and none agrees with another
//! on their days: see [`Edtf::earliest`] for those that are taken here. A file for other programs therefore has
//! [`Edtf::interchange`], which writes intervals of days, months or years instead.
//!
//! Refused, with a [`DateError`] that points at the byte: the rest of EDTF level 2 (sets, exponents,
//! significant digits, doubt on a part of a date, unspecified digits elsewhere), days that no calendar has,
//! intervals that end before they begin. There is no clock and there are no time zones: a time of day is read,
//! kept and printed back, but only its day counts.
//!
//! # Why not a crate
//!
//! `edtf-core` reads all levels and is the twin in the tests: both read the same dates, with the same first and
//! last days, but for these:
//!
//! | text | here | `edtf-core` 1.2 |
//! |---|---|---|
//! | `-03XX` | a century before Christ, which texts do speak of | refused |
//! | `-0043-03-15T10:10:10` | read | refused |
//! | `201X-XX` | read | level 2 |
//! | `…T10:10:10+14:30` | read, as a shift of up to 23:59 | refused beyond 14:00 |
//! | `…T10:10:10-00:00` | read | refused |
//! | sets, `2004?-06`, `156X-12-25` … | refused, with the form to write instead | level 2 |
//!
//! It is not used in the page for the first of these, because its errors do not say what to write instead, and
//! because its level 2 would travel in vain.

mod clock;
mod cursor;
mod day;
mod edtf;
mod error;
mod interchange;
mod parse;
mod phrase;
mod print;
mod range;
#[cfg(test)]
mod tests;
mod words;

pub use day::{Day, days_in_month};
pub use edtf::{Certainty, Edtf, Precision};
pub use error::{DateError, DateErrorKind};
pub use phrase::phrase;
pub use range::phrase_range;
pub use words::{Tongue, month_name, month_short, phrase_day, year_short};
