//! Two years with a hyphen, `1998-99`. Of `2001-02` nobody knows without more whether it is a month or two years, and `1920-21`
//! is a season in EDTF: the other dates of a column decide.

use frise_date::Edtf;
use serde::{Deserialize, Serialize};

/// What the dates of a column tell of those that may be a month or two years.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct YearsOrMonths {
    has_years: bool,
    has_months: bool,
    /// The first date that may be either.
    either: Option<String>,
    /// Whether another of these differs from it.
    is_several: bool,
}

impl YearsOrMonths {
    /// Adds a date of the column.
    pub fn add(&mut self, text: &str) {
        let text = text.trim();
        let Some((first, second)) = parts(text) else {
            self.has_months |= is_day(text);
            return;
        };
        let (is_month, is_season) = ((1..=12).contains(&second), (21..=24).contains(&second));
        match second == (first + 1) % 100 {
            true if is_month || is_season => match &self.either {
                None => self.either = Some(text.to_string()),
                Some(known) => self.is_several |= known != text,
            },
            false if is_month || is_season => self.has_months = true,
            _ => self.has_years = true,
        }
    }

    /// Adds what the dates of another column tell.
    pub fn join(&mut self, other: &YearsOrMonths) {
        self.has_years |= other.has_years;
        self.has_months |= other.has_months;
        self.is_several |= other.is_several;
        match (&self.either, &other.either) {
            (Some(one), Some(another)) => self.is_several |= one != another,
            (None, Some(_)) => self.either.clone_from(&other.either),
            (_, None) => {}
        }
    }

    /// Returns the first date that may be either.
    pub fn example(&self) -> Option<&str> {
        self.either.as_deref()
    }

    /// Returns whether dates that may be either are two years; `None` where nothing tells. Several such dates and no other are
    /// years: few lists of months hold only those whose number follows that of their year.
    pub fn are_years(&self) -> Option<bool> {
        match (self.has_years, self.has_months) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            (true, true) => None,
            (false, false) => self.is_several.then_some(true),
        }
    }
}

/// Reads a date that may be a month or two years; `None` where it is no such date.
pub(crate) fn read_either(text: &str, are_years: bool) -> Option<Edtf> {
    let text = text.trim();
    let (first, second) = parts(text)?;
    match are_years {
        true => following(first, second),
        false => Edtf::parse(text).ok(),
    }
}

/// Returns the years of `1920-21`, which is a season in EDTF, and of `1999-00`: whoever writes one year after the other in
/// two digits means both. A month is left a month.
pub(super) fn two_years(text: &str) -> Option<Edtf> {
    let (first, second) = parts(text)?;
    let is_month = (1..=12).contains(&second);
    following(first, second).filter(|_| !is_month)
}

/// Returns a year and the year after it, given its last digits.
fn following(first: u16, second: u16) -> Option<Edtf> {
    let is_next = (first + 1) % 100 == second;
    let years = is_next.then(|| format!("{first:04}/{:04}", first + 1));
    Edtf::parse(&years?).ok()
}

/// Returns the four digits and the two digits of `1998-99`.
fn parts(text: &str) -> Option<(u16, u16)> {
    let (first, second) = text.split_once(['-', '–'])?;
    let is_number =
        |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_written = is_number(first, 4) && is_number(second, 2);
    is_written.then(|| Some((first.parse().ok()?, second.parse().ok()?)))?
}

/// Returns whether a date is a day as in `2001-02-13`, beside which `2001-02` is a month.
fn is_day(text: &str) -> bool {
    text.get(..7).is_some_and(|month| parts(month).is_some())
        && text.as_bytes().get(7) == Some(&b'-')
}
