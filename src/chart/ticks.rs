//! The ticks of an axis of time.

use frise_date::{Day, Tongue, month_short, year_short};
use frise_index::timeline::{Scale, Unit};

/// A tick: a line at a day, and its label.
pub struct Tick {
    /// The place on the axis, in CSS pixels from its beginning.
    pub place: f64,
    /// The `text-anchor` of the label.
    pub anchor: &'static str,
    /// The label; empty if the label before takes its room.
    pub label: String,
}

impl Tick {
    /// Returns the left and the right end of the label.
    pub fn span(&self, letter: f64) -> (f64, f64) {
        let length = length(&self.label, letter);
        match self.anchor {
            "end" => (self.place - length, self.place),
            _ => (self.place, self.place + length),
        }
    }
}

/// Returns the width of a label.
pub fn length(label: &str, letter: f64) -> f64 {
    label.chars().count() as f64 * letter * SPACING
}

/// Returns the ticks that a width has room for, with as many of their labels as stand beside one another. `letter` is the width of
/// a digit of a label.
pub fn ticks(scale: &Scale, width: f64, letter: f64, language: Tongue) -> Vec<Tick> {
    let (unit, days) = days_of_ticks(scale, width);
    let mut known_year = None;
    let mut taken = f64::NEG_INFINITY;
    let tick = |day: Day| {
        let place = scale.place(day) * width;
        let is_last = place > width - 4.0 * letter;
        let year = day.ymd().0;
        let mut label = tick_label(day, unit, known_year == Some(year), language);
        let length = length(&label, letter);
        let start = if is_last { place - length } else { place };
        if start < taken {
            label.clear();
        } else {
            taken = start + length;
            known_year = Some(year);
        }
        let anchor = if is_last { "end" } else { "start" };
        Tick {
            place,
            anchor,
            label,
        }
    };
    days.into_iter().map(tick).collect()
}

/// The width of a digit of a label in CSS pixels where it is not measured.
pub const LETTER: f64 = 6.0;

/// The room of a letter, with its share of the space behind the label, in widths of a digit.
const SPACING: f64 = 1.04;

/// The room for a label in CSS pixels, and for one that names the era.
const ROOM: f64 = 52.0;
const ROOM_OF_ERA: f64 = 96.0;

/// Returns the unit of the ticks that a width has room for.
pub fn tick_unit(scale: &Scale, width: f64) -> Unit {
    days_of_ticks(scale, width).0
}

fn days_of_ticks(scale: &Scale, width: f64) -> (Unit, Vec<Day>) {
    let axis = scale.axis();
    let room = if axis.first.ymd().0 <= 0 {
        ROOM_OF_ERA
    } else {
        ROOM
    };
    scale.ticks((width / room).max(2.0) as usize)
}

/// Returns the year, the month, or the day with its month; with the year unless the label before has it.
fn tick_label(day: Day, unit: Unit, year_is_known: bool, language: Tongue) -> String {
    let (year, month, number) = day.ymd();
    let month = month_short(month, language);
    let (number, year) = (number.to_string(), year_short(year, language));
    let (day, space) = match unit {
        Unit::Day => (number.as_str(), "\u{a0}"),
        Unit::Month | Unit::Quarter => ("", ""),
        Unit::Year | Unit::Decade | Unit::Century => return year,
    };
    let year = if year_is_known {
        ""
    } else {
        &[" ", &year].concat()
    };
    [day, space, month, year].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use frise_date::Day;
    use frise_index::timeline::Axis;

    #[test]
    fn each_year_is_told_once_and_no_label_stands_in_another() {
        for (month, days, width) in [
            (1, 9, 300.0),
            (12, 45, 900.0),
            (1, 546, 985.0),
            (1, 546, 328.0),
            (4, 200, 328.0),
            (7, 1500, 640.0),
            (7, 9000, 1200.0),
        ] {
            let first = Day::from_ymd(2016, month, 20).expect("a day");
            let axis = Axis {
                first,
                last: Day(first.0 + days),
            };
            let ticks = ticks(&Scale::linear(axis), width, LETTER, Tongue::French);
            let labels = ticks.iter().map(|tick| tick.label.as_str());
            let labelled: Vec<&str> = labels.clone().filter(|label| !label.is_empty()).collect();
            let mut years: Vec<&str> = labelled
                .iter()
                .filter_map(|label| label.split(' ').next_back())
                .filter(|word| word.parse::<u16>().is_ok_and(|year| year > 31))
                .collect();
            assert!(labelled[0].contains("201"), "{labelled:?}");
            let all = years.len();
            years.dedup();
            assert_eq!(years.len(), all, "{labelled:?}");
            assert!(labelled.len() * 2 >= ticks.len(), "{labelled:?}");
            let mut end = f64::NEG_INFINITY;
            for tick in ticks.iter().filter(|tick| !tick.label.is_empty()) {
                // The letters of the page's own type are about as wide.
                let length = tick.label.chars().count() as f64 * 6.0;
                let start = if tick.anchor == "end" {
                    tick.place - length
                } else {
                    tick.place
                };
                assert!(start >= end, "{labelled:?}");
                end = start + length;
            }
        }
    }

    #[test]
    fn years_before_christ_are_told_in_their_era() {
        let day = |text: &str| Day::parse(text).expect("a day");
        let labels = |first: &str, last: &str, width: f64, language: Tongue| -> Vec<String> {
            let axis = Axis {
                first: day(first),
                last: day(last),
            };
            let ticks = ticks(&Scale::linear(axis), width, LETTER, language);
            ticks.into_iter().map(|tick| tick.label).collect()
        };
        let french = [
            "100\u{a0}av.\u{a0}J.-C.",
            "50\u{a0}av.\u{a0}J.-C.",
            "1",
            "50",
            "100",
        ];
        assert_eq!(
            labels("-0100-01-01", "0120-12-31", 640.0, Tongue::French),
            french
        );
        let english = ["55\u{a0}BC", "50\u{a0}BC", "45\u{a0}BC"];
        assert_eq!(
            labels("-0055-01-01", "-0043-12-31", 400.0, Tongue::English),
            english
        );
        let months = labels("-0044-12-01", "-0043-03-31", 700.0, Tongue::French);
        assert_eq!(months[0], "déc. 45\u{a0}av.\u{a0}J.-C.");
        assert_eq!(months[1], "janv. 44\u{a0}av.\u{a0}J.-C.");
    }

    #[test]
    fn letters_that_are_wide_have_their_room() {
        let day = |text: &str| Day::parse(text).expect("a day");
        let axis = Axis {
            first: day("2010-01-01"),
            last: day("2021-12-31"),
        };
        for letter in [4.0, 6.0, 9.0, 12.0, 18.0] {
            let ticks = ticks(&Scale::linear(axis), 640.0, letter, Tongue::French);
            let mut end = f64::NEG_INFINITY;
            for tick in ticks.iter().filter(|tick| !tick.label.is_empty()) {
                let length = tick.label.chars().count() as f64 * letter;
                let start = match tick.anchor {
                    "end" => tick.place - length,
                    _ => tick.place,
                };
                assert!(start >= end, "{} at {letter}", tick.label);
                assert!(start + length <= 640.0 + 1.0, "{} at {letter}", tick.label);
                end = start + length;
            }
        }
    }
}
