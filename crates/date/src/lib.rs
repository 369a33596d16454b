//! Dates: single days, dates with doubt, and the words for both.
//!
//! A corpus rarely knows the day of everything. This module owns three things:
//!
//! - [`Day`], one day of the proleptic Gregorian calendar: the unit in which the rest of the engine
//!   filters, sorts and draws;
//! - [`Edtf`], a date as an editor writes it, with its doubts: `2016-05-24`, `2010-06~`, `201X`,
//!   `2015/2017`, `2006/..`. It is EDTF (ISO 8601-2:2019), levels 0 and 1, as the Library of
//!   Congress specifies it at <https://www.loc.gov/standards/datetime/>, and knows the earliest and
//!   the latest [`Day`] that it can mean;
//! - the phrases ([`phrase`], [`phrase_day`], [`phrase_range`]) that say a date in French and in
//!   English.
//!
//! Refused, with a [`DateError`] that points at the byte: EDTF level 2 (sets, exponents, doubt on a
//! part of a date), days that no calendar has, intervals that end before they begin. No clock and no
//! time zones: a time of day is read, kept and printed back, but only its day counts.

mod clock;
mod cursor;
mod day;
mod edtf;
mod error;
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
pub use words::{Tongue, month_name, month_short, phrase_day};
