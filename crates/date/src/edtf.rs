//! A date with its doubts: its parts, its printed form, and the days it can mean. `parse` reads it.

use super::clock::Time;
use super::day::{Day, days_in_month};

/// A date, a date and time, or an interval, in EDTF (ISO 8601-2:2019) of level 0 or 1, with the
/// extensions that the [module](super) lists. It prints back to the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edtf(pub(super) Shape);

/// How sure the editor is of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// Nothing is in doubt.
    Certain,
    /// `?`: the source or the reading may be wrong.
    Uncertain,
    /// `~`: the date is near this one.
    Approximate,
    /// `%`: uncertain and approximate.
    Both,
}

impl Certainty {
    /// The doubts of both.
    pub(super) fn with(self, other: Certainty) -> Certainty {
        match (self, other) {
            (Certainty::Certain, other) | (other, Certainty::Certain) => other,
            (one, other) if one == other => one,
            _ => Certainty::Both,
        }
    }
}

/// The smallest unit of a date that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Precision {
    /// One day, `2016-05-24`, with or without a time of day.
    Day,
    /// One month, `2016-05`, `2016-05-XX`.
    Month,
    /// One season, `2016-21`.
    Season,
    /// One year, `2016`, `2016-XX`, `2016-XX-XX`, `Y17000`.
    Year,
    /// Ten years, `201X`.
    Decade,
    /// A hundred years that begin with the same two digits, `20XX`.
    Century,
    /// An interval, whatever the precision of its ends.
    Interval,
}

impl Edtf {
    /// The earliest day that this date can mean: the first day of its year, month, season or
    /// interval. An open or unknown start gives [`Day::MIN`]. Doubt (`?`, `~`, `%`) does not widen
    /// a date, because nobody said by how much; years beyond four digits are held within
    /// [`Day::MIN`] and [`Day::MAX`].
    ///
    /// Seasons are the meteorological ones of the northern hemisphere: spring from 1 March to 31
    /// May, summer from 1 June to 31 August, autumn from 1 September to 30 November, winter from 1
    /// December of the year that is written to the end of February of the next. The specification
    /// leaves the days of 21 to 24 open. Whole months are chosen so that no season splits a month
    /// of the timeline, the north because the corpora that Frise was made for speak from there, and
    /// a winter that begins in its year so that the four seasons of a year follow one another.
    pub fn earliest(&self) -> Day {
        match &self.0 {
            Shape::Date(date) | Shape::DateTime(date, _) => date.earliest(),
            Shape::Interval(start, _) => start.date().map_or(Day::MIN, SingleDate::earliest),
        }
    }

    /// The latest day that this date can mean, by the rules of [`Edtf::earliest`], and never before
    /// it. An open or unknown end gives [`Day::MAX`].
    pub fn latest(&self) -> Day {
        match &self.0 {
            Shape::Date(date) | Shape::DateTime(date, _) => date.latest(),
            Shape::Interval(_, end) => end.date().map_or(Day::MAX, SingleDate::latest),
        }
    }

    /// Whether this is an interval whose start is open (`../2016`) or unknown (`/2016`).
    pub fn is_open_start(&self) -> bool {
        matches!(&self.0, Shape::Interval(start, _) if start.date().is_none())
    }

    /// Whether this is an interval whose end is open (`2016/..`) or unknown (`2016/`).
    pub fn is_open_end(&self) -> bool {
        matches!(&self.0, Shape::Interval(_, end) if end.date().is_none())
    }

    /// How sure this date is. An interval has the doubts of both its ends.
    pub fn certainty(&self) -> Certainty {
        let of_end = |end: &End| end.date().map_or(Certainty::Certain, |date| date.certainty);
        match &self.0 {
            Shape::Date(date) | Shape::DateTime(date, _) => date.certainty,
            Shape::Interval(start, end) => of_end(start).with(of_end(end)),
        }
    }

    /// The smallest unit that is known. (The specification speaks of the precision of the form, so
    /// that `2004-XX` would have that of a month; a reader wants to know what is known, which is
    /// the year.)
    pub fn precision(&self) -> Precision {
        match &self.0 {
            Shape::Date(date) | Shape::DateTime(date, _) => date.precision(),
            Shape::Interval(..) => Precision::Interval,
        }
    }
}

/// The forms that a date has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Shape {
    Date(SingleDate),
    /// A whole, certain day with a time of day.
    DateTime(SingleDate, Time),
    /// At least one end is a date.
    Interval(End, End),
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum End {
    /// `..`: there is no end, or none is given.
    Open,
    /// Nothing written: there is an end, but which is not known.
    Unknown,
    Date(SingleDate),
}

/// A date that is not an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct SingleDate {
    pub(super) year: Year,
    pub(super) rest: Rest,
    pub(super) certainty: Certainty,
}

/// The year of a date, in astronomical numbering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Year {
    /// Four digits, -9999 to 9999.
    Known(i32),
    /// Four digits of which the last (`hidden` 1) or the last two (`hidden` 2) are unspecified and
    /// held as zeros in `digits`. The sign stands apart, because `-00XX` has one and 0 has none.
    Unspecified {
        negative: bool,
        digits: i32,
        hidden: u8,
    },
    /// More than four digits, written after a `Y`.
    Long(i64),
}

/// What follows the year of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Rest {
    Nothing,
    Season(Season),
    Month(u8),
    /// Month and day.
    Day(u8, u8),
    /// `-XX`
    AnyMonth,
    /// `-04-XX`
    AnyDay(u8),
    /// `-XX-XX`
    AnyMonthAndDay,
}

/// A season of the year; its number is the one that EDTF writes in the place of the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Season {
    Spring = 21,
    Summer = 22,
    Autumn = 23,
    Winter = 24,
}

impl End {
    pub(super) fn date(&self) -> Option<&SingleDate> {
        match self {
            End::Date(date) => Some(date),
            End::Open | End::Unknown => None,
        }
    }
}

impl Year {
    /// The first and the last year that this can be.
    pub(super) fn range(self) -> (i64, i64) {
        match self {
            Year::Known(year) => (year.into(), year.into()),
            Year::Long(year) => (year, year),
            Year::Unspecified {
                negative,
                digits,
                hidden,
            } => {
                let first = i64::from(digits);
                let last = first + if hidden == 1 { 9 } else { 99 };
                // The year 0 has no sign, so that a negative year is -1 at the latest.
                if negative {
                    (-last, (-first).min(-1))
                } else {
                    (first, last)
                }
            }
        }
    }
}

impl SingleDate {
    pub(super) fn earliest(&self) -> Day {
        let (year, _) = self.year.range();
        let (month, day) = match self.rest {
            Rest::Nothing | Rest::AnyMonth | Rest::AnyMonthAndDay => (1, 1),
            Rest::Season(season) => (season.first_month(), 1),
            Rest::Month(month) | Rest::AnyDay(month) => (month, 1),
            Rest::Day(month, day) => (month, day),
        };
        day_within_bounds(year, month, day)
    }

    pub(super) fn latest(&self) -> Day {
        let (_, year) = self.year.range();
        match self.rest {
            Rest::Nothing | Rest::AnyMonth | Rest::AnyMonthAndDay => {
                day_within_bounds(year, 12, 31)
            }
            Rest::Season(Season::Winter) => last_of_month(year + 1, 2),
            Rest::Season(season) => last_of_month(year, season.first_month() + 2),
            Rest::Month(month) | Rest::AnyDay(month) => last_of_month(year, month),
            Rest::Day(month, day) => day_within_bounds(year, month, day),
        }
    }

    /// The year of the latest day, without the bounds of [`Day`].
    pub(super) fn latest_year(&self) -> i64 {
        let winter = self.rest == Rest::Season(Season::Winter);
        self.year.range().1 + i64::from(winter)
    }

    /// Whether some of its digits are unspecified.
    pub(super) fn has_unspecified_digits(&self) -> bool {
        matches!(self.year, Year::Unspecified { .. })
            || matches!(
                self.rest,
                Rest::AnyMonth | Rest::AnyDay(_) | Rest::AnyMonthAndDay
            )
    }

    fn precision(&self) -> Precision {
        match (self.year, self.rest) {
            (Year::Unspecified { hidden: 1, .. }, _) => Precision::Decade,
            (Year::Unspecified { .. }, _) => Precision::Century,
            (_, Rest::Nothing | Rest::AnyMonth | Rest::AnyMonthAndDay) => Precision::Year,
            (_, Rest::Season(_)) => Precision::Season,
            (_, Rest::Month(_) | Rest::AnyDay(_)) => Precision::Month,
            (_, Rest::Day(..)) => Precision::Day,
        }
    }
}

impl Season {
    fn first_month(self) -> u8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }
}

/// A day of the calendar, or the bound that lies beyond the year.
fn day_within_bounds(year: i64, month: u8, day: u8) -> Day {
    let bound = if year < 0 { Day::MIN } else { Day::MAX };
    i32::try_from(year)
        .ok()
        .and_then(|year| Day::from_ymd(year, month, day))
        .unwrap_or(bound)
}

fn last_of_month(year: i64, month: u8) -> Day {
    let length = i32::try_from(year).map_or(0, |year| days_in_month(year, month));
    day_within_bounds(year, month, length)
}
