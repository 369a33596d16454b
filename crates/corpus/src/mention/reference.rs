//! The date of the document, against which the parts that a date leaves out are resolved.

use frise_date::{Certainty, Day, Edtf};

/// What is known of the day of a document.
#[derive(Clone, Copy, Default)]
pub(super) struct Reference {
    pub day: Option<Day>,
    /// Year and month.
    pub month: Option<(i32, u8)>,
    pub year: Option<i32>,
    /// Whether it is in doubt itself, and so is what is resolved by it.
    pub uncertain: bool,
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

    /// Returns a day in the middle of what is known.
    pub fn middle(self) -> Option<Day> {
        let of_month = || {
            self.month
                .and_then(|(year, month)| Day::from_ymd(year, month, 15))
        };
        let of_year = || self.year.and_then(|year| Day::from_ymd(year, 7, 1));
        self.day.or_else(of_month).or_else(of_year)
    }

    /// Returns the years among which the nearest one is chosen. With no more than the year of the document, its
    /// own is the only one.
    pub fn years(self) -> Option<std::ops::RangeInclusive<i32>> {
        let year = self.year?;
        Some(match self.month {
            Some(_) => year - 1..=year + 1,
            None => year..=year,
        })
    }
}
