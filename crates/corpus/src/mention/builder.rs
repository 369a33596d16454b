//! Builds dates: the parts that are read become EDTF with its doubt.

use super::lexicon::Lead;
use super::reference::Reference;
use frise_date::{Day, Edtf, Precision};

/// A date or an interval that is being built.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct DateBuilder {
    first: Bound,
    /// The end of an interval.
    last: Option<Bound>,
}

/// A date, or an end of an interval.
#[derive(Clone, Debug, PartialEq)]
struct Bound {
    /// EDTF without a qualifier, or `..`.
    text: String,
    approximate: bool,
    uncertain: bool,
}

impl Bound {
    fn at(text: String) -> Bound {
        Bound {
            text,
            approximate: false,
            uncertain: false,
        }
    }

    fn open() -> Bound {
        Bound::at(String::from(".."))
    }

    fn edtf(&self) -> String {
        let qualifier = match (self.uncertain, self.approximate) {
            _ if self.text == ".." => "",
            (false, false) => "",
            (true, false) => "?",
            (false, true) => "~",
            (true, true) => "%",
        };
        [&self.text, qualifier].concat()
    }
}

impl DateBuilder {
    /// A date in EDTF, without its qualifier.
    pub fn at(text: String) -> DateBuilder {
        DateBuilder {
            first: Bound::at(text),
            last: None,
        }
    }

    /// An interval between two dates in EDTF.
    pub fn between(first: String, last: String) -> DateBuilder {
        DateBuilder {
            first: Bound::at(first),
            last: Some(Bound::at(last)),
        }
    }

    pub fn year(year: i32) -> DateBuilder {
        DateBuilder::at(year_text(year))
    }

    pub fn years(first: i32, last: i32) -> DateBuilder {
        DateBuilder::between(year_text(first), year_text(last))
    }

    pub fn season(year: i32, season: u8) -> DateBuilder {
        DateBuilder::at(format!("{}-{season}", year_text(year)))
    }

    pub fn month(year: i32, month: u8) -> DateBuilder {
        DateBuilder::at(month_text(year, month))
    }

    /// The months of a year from one to another.
    pub fn months(year: i32, first: u8, last: u8) -> DateBuilder {
        DateBuilder::between(month_text(year, first), month_text(year, last))
    }

    pub fn day(day: Day) -> DateBuilder {
        DateBuilder::at(day.to_string())
    }

    pub fn days(first: Day, last: Day) -> DateBuilder {
        DateBuilder::between(first.to_string(), last.to_string())
    }

    /// Whether it is one day.
    pub fn is_day(&self) -> bool {
        let date = Edtf::parse(&self.first.text);
        self.last.is_none() && date.is_ok_and(|date| date.precision() == Precision::Day)
    }

    /// Sets the doubt of the whole date.
    pub fn uncertain(mut self, uncertain: bool) -> DateBuilder {
        self.first.uncertain = uncertain;
        if let Some(last) = &mut self.last {
            last.uncertain = uncertain;
        }
        self
    }

    /// Makes the whole date approximate.
    pub fn approximate(mut self) -> DateBuilder {
        self.first.approximate = true;
        if let Some(last) = &mut self.last {
            last.approximate = true;
        }
        self
    }

    /// Makes the beginning of an interval approximate, or a date that is none.
    pub fn approximate_start(mut self) -> DateBuilder {
        self.first.approximate = true;
        self
    }

    pub fn approximate_if(self, approximate: bool) -> DateBuilder {
        if approximate {
            self.approximate()
        } else {
            self
        }
    }

    /// From the start of this to the end of the other; none if it ends before it begins.
    pub fn to(&self, other: &DateBuilder) -> Option<DateBuilder> {
        let (first, last) = (self.start(), other.end());
        let start = Edtf::parse(&first.text).ok()?;
        let end = Edtf::parse(&last.text).ok()?;
        (start.earliest() < end.latest()).then_some(DateBuilder {
            first,
            last: Some(last),
        })
    }

    /// What the words before a date make of it.
    pub fn led(self, lead: Lead, reference: Reference) -> Option<DateBuilder> {
        let (first, last) = match lead {
            Lead::At => return Some(self),
            Lead::About | Lead::Mid | Lead::Early | Lead::Late => {
                return Some(self.approximate());
            }
            Lead::Since => (self.start(), Bound::open()),
            Lead::Until => (Bound::open(), self.end()),
            Lead::Before => (Bound::open(), beside(self.start(), -1)?),
            Lead::After => (beside(self.end(), 1)?, Bound::open()),
            Lead::By => {
                let end = self.end();
                let is_ahead =
                    |day: &Day| Edtf::parse(&end.text).is_ok_and(|end| *day < end.earliest());
                let from = reference.day.filter(is_ahead);
                (
                    from.map_or_else(Bound::open, |day| Bound::at(day.to_string())),
                    end,
                )
            }
        };
        Some(DateBuilder {
            first,
            last: Some(last),
        })
    }

    /// Returns the date as EDTF; none if no calendar has it.
    pub fn edtf(&self) -> Option<Edtf> {
        let text = match &self.last {
            None => self.first.edtf(),
            Some(last) => [self.first.edtf(), last.edtf()].join("/"),
        };
        Edtf::parse(&text).ok()
    }

    fn start(&self) -> Bound {
        bound(&self.first, Edtf::earliest)
    }

    fn end(&self) -> Bound {
        bound(self.last.as_ref().unwrap_or(&self.first), Edtf::latest)
    }
}

/// A date as an end of an interval, where no digit may be unspecified: the first or the last year.
fn bound(bound: &Bound, pick: fn(&Edtf) -> Day) -> Bound {
    let text = match Edtf::parse(&bound.text) {
        Ok(date) if bound.text.contains('X') => year_text(pick(&date).ymd().0),
        _ => bound.text.clone(),
    };
    Bound { text, ..*bound }
}

/// The date before (-1) or after (1) another, in the same unit; a month beside a season.
fn beside(bound: Bound, step: i32) -> Option<Bound> {
    let date = Edtf::parse(&bound.text).ok()?;
    let edge = if step < 0 {
        date.earliest()
    } else {
        date.latest()
    };
    let day = Day(edge.0 + step);
    let (year, month, _) = day.ymd();
    let text = match date.precision() {
        Precision::Day => day.to_string(),
        Precision::Month | Precision::Season => month_text(year, month),
        _ => year_text(year),
    };
    Some(Bound { text, ..bound })
}

fn month_text(year: i32, month: u8) -> String {
    format!("{}-{month:02}", year_text(year))
}

fn year_text(year: i32) -> String {
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}", year.unsigned_abs())
}
