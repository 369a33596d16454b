//! From the parts of a date to EDTF: what is left out is taken from the date of the document.

use super::lexicon::{Lead, Turn, Unit};
use frise_date::{Certainty, Day, Edtf, Precision};

/// A day ahead is as far as so many back: texts tell what was more often than what will be.
const AHEAD: i32 = 3;

/// What is known of the day of a document, against which the parts that are left out are resolved.
#[derive(Clone, Copy, Default)]
pub(super) struct Reference {
    pub day: Option<Day>,
    /// Year and month.
    pub month: Option<(i32, u8)>,
    pub year: Option<i32>,
    /// Whether it is in doubt itself, and so is what is resolved by it.
    uncertain: bool,
}

impl Reference {
    /// A date of which only the unit that it certainly lies in counts.
    pub fn of(date: Option<&Edtf>) -> Reference {
        let Some(date) = date.filter(|date| !date.is_open_start() && !date.is_open_end()) else {
            return Reference::default();
        };
        let (first, last) = (date.earliest(), date.latest());
        let ((year, month, _), (last_year, last_month, _)) = (first.ymd(), last.ymd());
        Reference {
            day: (first == last).then_some(first),
            month: ((year, month) == (last_year, last_month)).then_some((year, month)),
            year: (year == last_year).then_some(year),
            uncertain: date.certainty() != Certainty::Certain,
        }
    }

    /// A day in the middle of what is known.
    fn middle(self) -> Option<Day> {
        let of_month = || {
            self.month
                .and_then(|(year, month)| Day::from_ymd(year, month, 15))
        };
        let of_year = || self.year.and_then(|year| Day::from_ymd(year, 7, 1));
        self.day.or_else(of_month).or_else(of_year)
    }
}

/// A date or an interval that is being made.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Moment {
    /// EDTF without doubt, or `..`.
    first: String,
    /// The end of an interval.
    last: Option<String>,
    approximate: bool,
    uncertain: bool,
}

impl Moment {
    /// A date in EDTF, without its doubt.
    pub fn at(first: String) -> Moment {
        Moment {
            first,
            last: None,
            approximate: false,
            uncertain: false,
        }
    }

    /// An interval between two dates in EDTF.
    pub fn between(first: String, last: String) -> Moment {
        Moment {
            last: Some(last),
            ..Moment::at(first)
        }
    }

    pub fn year(year: i32) -> Moment {
        Moment::at(year_text(year))
    }

    pub fn month(year: i32, month: u8) -> Moment {
        Moment::at(month_text(year, month))
    }

    pub fn day(day: Day) -> Moment {
        Moment::at(day.to_string())
    }

    /// Ten years, by the first: `199X`.
    pub fn decade(year: i32) -> Moment {
        Moment::at(format!("{:03}X", year / 10))
    }

    /// A hundred years, counted from 1; before Christ where `before` says so. As is the custom, the
    /// twentieth century is `19XX`.
    pub fn century(number: i32, before: bool) -> Moment {
        Moment::at(format!(
            "{}{:02}XX",
            if before { "-" } else { "" },
            number - 1
        ))
    }

    /// The months of a year from one to another.
    pub fn months(year: i32, first: u8, last: u8) -> Moment {
        Moment::between(month_text(year, first), month_text(year, last))
    }

    pub fn doubted(self, uncertain: bool) -> Moment {
        Moment { uncertain, ..self }
    }

    pub fn roughly(self) -> Moment {
        Moment {
            approximate: true,
            ..self
        }
    }

    /// From the start of this to the end of the other; none if it ends before it begins.
    pub fn to(&self, other: &Moment) -> Option<Moment> {
        let (start, end) = (
            Edtf::parse(&self.start()).ok()?,
            Edtf::parse(&other.end()).ok()?,
        );
        (start.earliest() < end.latest()).then(|| Moment {
            first: self.start(),
            last: Some(other.end()),
            approximate: self.approximate || other.approximate,
            uncertain: self.uncertain || other.uncertain,
        })
    }

    /// What the words before a date make of it.
    pub fn led(self, lead: Lead, reference: Reference) -> Option<Moment> {
        let open = || String::from("..");
        let (first, last) = match lead {
            Lead::At => return Some(self),
            Lead::About => return Some(self.roughly()),
            Lead::Since => (self.start(), open()),
            Lead::Until => (open(), self.end()),
            Lead::Before => (open(), beside(&self.start(), -1)?),
            Lead::After => (beside(&self.end(), 1)?, open()),
            Lead::By => {
                let end = self.end();
                let is_ahead = |day: &Day| Edtf::parse(&end).is_ok_and(|end| *day < end.earliest());
                let from = reference.day.filter(is_ahead);
                (from.map_or_else(open, |day| day.to_string()), end)
            }
        };
        Some(Moment {
            first,
            last: Some(last),
            ..self
        })
    }

    /// As EDTF with its doubt; none if no calendar has it.
    pub fn edtf(&self) -> Option<Edtf> {
        let doubt = match (self.uncertain, self.approximate) {
            (false, false) => "",
            (true, false) => "?",
            (false, true) => "~",
            (true, true) => "%",
        };
        let doubted = |text: &String| match text.as_str() {
            ".." => text.clone(),
            date => [date, doubt].concat(),
        };
        let text = match &self.last {
            None => doubted(&self.first),
            Some(last) => [doubted(&self.first), doubted(last)].join("/"),
        };
        Edtf::parse(&text).ok()
    }

    fn start(&self) -> String {
        bound(&self.first, Edtf::earliest)
    }

    fn end(&self) -> String {
        bound(self.last.as_ref().unwrap_or(&self.first), Edtf::latest)
    }
}

/// A date as an end of an interval, where no digit may be unspecified: the first or the last year.
fn bound(text: &str, pick: fn(&Edtf) -> Day) -> String {
    match Edtf::parse(text) {
        Ok(date) if text.contains('X') => year_text(pick(&date).ymd().0),
        _ => text.to_string(),
    }
}

/// The date before (-1) or after (1) another, in the same unit; a month beside a season.
fn beside(text: &str, step: i32) -> Option<String> {
    let date = Edtf::parse(text).ok()?;
    let edge = if step < 0 {
        date.earliest()
    } else {
        date.latest()
    };
    let day = Day(edge.0 + step);
    let (year, month, _) = day.ymd();
    Some(match date.precision() {
        Precision::Day => day.to_string(),
        Precision::Month | Precision::Season => month_text(year, month),
        _ => year_text(year),
    })
}

/// A date of the calendar, of which parts may be left out.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Partial {
    pub year: Option<i32>,
    /// As EDTF numbers seasons.
    pub season: Option<u8>,
    pub month: Option<u8>,
    pub day: Option<u8>,
    /// 1 for Monday.
    pub weekday: Option<u8>,
    /// `dernier`, `prochain`, `ce`
    pub turn: Option<Turn>,
}

impl Partial {
    /// The same, with what it lacks of year and month taken from another.
    pub fn filled(self, from: Partial) -> Partial {
        let needs_month = self.month.is_none() && self.day.is_some();
        Partial {
            year: self.year.or(from.year),
            month: self.month.or(from.month.filter(|_| needs_month)),
            turn: self.turn.or(from.turn),
            ..self
        }
    }

    /// The date that is meant. A part that is left out is what brings the date nearest to that of the
    /// document, with doubt.
    pub fn resolve(self, reference: Reference) -> Option<Moment> {
        match (self.year, self.weekday) {
            (Some(year), _) => {
                let moment = self.in_year(year)?;
                let is_of_weekday =
                    |weekday| Day::parse(&moment.first).map(Day::weekday) == Ok(weekday);
                let uncertain = self.weekday.is_some_and(|weekday| !is_of_weekday(weekday));
                Some(Moment {
                    uncertain,
                    ..moment
                })
            }
            (None, Some(weekday)) if self.month.is_none() => self.on_weekday(weekday, reference),
            _ => self.in_nearest_year(reference),
        }
    }

    fn in_year(self, year: i32) -> Option<Moment> {
        match (self.season, self.month, self.day) {
            (Some(season), _, _) => Some(Moment::at(format!("{}-{season}", year_text(year)))),
            (_, Some(month), Some(day)) => Day::from_ymd(year, month, day).map(Moment::day),
            (_, Some(month), None) => Some(Moment::month(year, month)),
            (_, None, None) => Some(Moment::year(year)),
            (_, None, Some(_)) => None,
        }
    }

    fn in_nearest_year(self, reference: Reference) -> Option<Moment> {
        if self.season.is_none() && self.month.is_none() {
            return None;
        }
        let (year, middle) = (reference.year?, reference.middle()?);
        // With no more than the year of the document, its own is the only one to choose.
        let years = if reference.month.is_some() {
            year - 1..=year + 1
        } else {
            year..=year
        };
        let dated = years.filter_map(|year| {
            let moment = self.in_year(year)?;
            let date = moment.edtf()?;
            Some((date.earliest().0, date.latest().0, moment))
        });
        let middle = middle.0;
        let distance = |first: i32, last: i32| (AHEAD * (first - middle)).max(middle - last).max(0);
        let chosen = match self.turn {
            Some(Turn::Last) => dated
                .filter(|(_, last, _)| *last < middle)
                .max_by_key(|(first, ..)| *first),
            Some(Turn::Next) => dated
                .filter(|(first, ..)| *first > middle)
                .min_by_key(|(first, ..)| *first),
            _ => dated.min_by_key(|(first, last, _)| distance(*first, *last)),
        };
        let (_, _, moment) = chosen?;
        Some(Moment {
            uncertain: self.turn.is_none() || reference.uncertain,
            ..moment
        })
    }

    /// A day of the week. In a press report it is the last one up to the day of the report; with doubt
    /// where that is not the very day, since speech may look ahead.
    fn on_weekday(self, weekday: u8, reference: Reference) -> Option<Moment> {
        let today = reference.day?;
        let back = (i32::from(today.weekday()) - i32::from(weekday)).rem_euclid(7);
        let on = match (self.day, self.turn) {
            (Some(_), _) => (-31..=31)
                .map(|days| Day(today.0 + days))
                .filter(|day| day.weekday() == weekday && Some(day.ymd().2) == self.day)
                .min_by_key(|day| day.0.abs_diff(today.0))?,
            (None, Some(Turn::Last)) => Day(today.0 - if back == 0 { 7 } else { back }),
            (None, Some(Turn::Next)) => Day(today.0 + 7 - back),
            // Of this week, which begins on Monday.
            (None, Some(Turn::This)) => {
                Day(today.0 - i32::from(today.weekday()) + i32::from(weekday))
            }
            (None, None) => Day(today.0 - back),
        };
        let guessed = self.day.is_none() && self.turn.is_none() && on != today;
        Some(Moment {
            uncertain: guessed || reference.uncertain,
            ..Moment::day(on)
        })
    }
}

/// A unit so many steps from the one that the document lies in.
pub(super) fn shifted(unit: Unit, steps: i32, reference: Reference) -> Option<Moment> {
    let moment = match unit {
        Unit::Day => Moment::day(Day(reference.day?.0.checked_add(steps)?)),
        Unit::Week => {
            let today = reference.day?;
            let monday = today.0 - i32::from(today.weekday()) + 1 + 7 * steps;
            Moment::between(Day(monday).to_string(), Day(monday + 6).to_string())
        }
        Unit::Month => {
            let (year, month) = reference.month?;
            let months = year * 12 + i32::from(month) - 1 + steps;
            Moment::month(months.div_euclid(12), (months.rem_euclid(12) + 1) as u8)
        }
        Unit::Year => Moment::year(reference.year? + steps),
        Unit::Century => Moment::century((reference.year? - 1) / 100 + 1 + steps, false),
        Unit::Quarter | Unit::Half => return None,
    };
    Some(Moment {
        uncertain: reference.uncertain,
        ..moment
    })
}

fn month_text(year: i32, month: u8) -> String {
    format!("{}-{month:02}", year_text(year))
}

fn year_text(year: i32) -> String {
    format!(
        "{}{:04}",
        if year < 0 { "-" } else { "" },
        year.unsigned_abs()
    )
}
