//! A date in the parts that formats and styles ask for.

use frise_date::{Certainty, Edtf, Precision, Tongue, month_name, phrase};

use crate::typography::pick;

/// A day, a month or a year, in astronomical numbering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    pub year: i64,
    pub month: Option<u8>,
    pub day: Option<u8>,
}

/// A date without its doubt: one point, or a range of which one end may be open or unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Span {
    One(Point),
    Range(Option<Point>, Option<Point>),
}

impl Span {
    /// Reads a date. Decades and centuries are ranges of years, and seasons ranges of months, because readers of EDTF
    /// disagree on these.
    pub fn of(date: &Edtf) -> Span {
        if date.precision() != Precision::Interval {
            return Span::of_single(date);
        }
        let text = date.to_string();
        let (start, end) = text.split_once('/').unwrap_or((&text, ".."));
        let point = |text: &str, pick: fn(Span) -> Option<Point>| {
            Edtf::parse(text)
                .ok()
                .and_then(|date| pick(Span::of(&date)))
        };
        let (start, end) = (point(start, Span::start), point(end, Span::end));
        match (start, end) {
            (Some(one), Some(other)) if one == other => Span::One(one),
            (start, end) => Span::Range(start, end),
        }
    }

    fn of_single(date: &Edtf) -> Span {
        let year = |year: i64| Point {
            year,
            month: None,
            day: None,
        };
        // Years of more than four digits lie beyond the days of the calendar.
        if let Some(digits) = date.to_string().strip_prefix('Y') {
            let number = digits.trim_end_matches(['~', '?', '%']).parse();
            return Span::One(year(number.unwrap_or(0)));
        }
        let (first_year, first_month, day) = date.earliest().ymd();
        let (last_year, last_month, _) = date.latest().ymd();
        let month = |number: i32, month| Point {
            month: Some(month),
            ..year(number.into())
        };
        match date.precision() {
            Precision::Day => Span::One(Point {
                day: Some(day),
                ..month(first_year, first_month)
            }),
            Precision::Month => Span::One(month(first_year, first_month)),
            Precision::Season => Span::Range(
                Some(month(first_year, first_month)),
                Some(month(last_year, last_month)),
            ),
            Precision::Year => Span::One(year(first_year.into())),
            Precision::Decade | Precision::Century | Precision::Interval => {
                Span::Range(Some(year(first_year.into())), Some(year(last_year.into())))
            }
        }
    }

    /// Returns the beginning, if it is known.
    pub fn start(self) -> Option<Point> {
        match self {
            Span::One(point) => Some(point),
            Span::Range(start, _) => start,
        }
    }

    /// Returns the end, if it is known.
    pub fn end(self) -> Option<Point> {
        match self {
            Span::One(point) => Some(point),
            Span::Range(_, end) => end,
        }
    }
}

/// Whether a date says something that its digits alone do not: doubt, unspecified parts, an open end, a season, an era.
pub(crate) fn needs_words(date: &Edtf) -> bool {
    let text = date.to_string();
    date.certainty() != Certainty::Certain
        || text.contains('X')
        || date.is_open_start()
        || date.is_open_end()
        || text.split('/').any(is_season)
        || [Span::of(date).start(), Span::of(date).end()]
            .into_iter()
            .flatten()
            .any(|point| !(1_000..=9_999).contains(&point.year))
}

fn is_season(text: &str) -> bool {
    Edtf::parse(text).is_ok_and(|date| date.precision() == Precision::Season)
}

/// The order and the length of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// `24 mai 2016`, `24 May 2016`.
    DayMonthYear,
    /// `24 mai 2016`, `May 24, 2016`.
    MonthDayYear,
    /// `2016, 24 mai`, `2016, May 24`.
    YearFirst,
    /// `24 mai 2016`, `24 Mar. 2016`.
    Abbreviated,
    /// `24 mai`, `May 24`: what stands after the year has been said.
    WithoutYear,
    /// `2016`.
    YearOnly,
}

/// Says a date in an order. Dates that [need words](needs_words) are said in words whatever the order, since most styles
/// drop doubt; `24-26 mai 2016` and other ranges are written with a hyphen in French and an en dash in English.
pub(crate) fn say(date: &Edtf, order: Order, language: Tongue) -> String {
    if needs_words(date) {
        return match order {
            Order::WithoutYear => String::new(),
            _ => phrase(date, language),
        };
    }
    match Span::of(date) {
        Span::Range(Some(start), Some(end)) => say_range(start, end, order, language),
        span => span
            .start()
            .map_or(String::new(), |point| say_point(point, order, language)),
    }
}

fn say_range(start: Point, end: Point, order: Order, language: Tongue) -> String {
    let years = join(start.year.to_string(), end.year.to_string(), language);
    if start.year != end.year {
        return match order {
            Order::YearOnly | Order::YearFirst => years,
            Order::WithoutYear => String::new(),
            _ => join(
                say_point(start, order, language),
                say_point(end, order, language),
                language,
            ),
        };
    }
    let days = match (start.day, end.day, start.month) {
        (Some(first), Some(last), Some(month)) if end.month == Some(month) => {
            let numbers = join(
                day_number(first, language),
                day_number(last, language),
                language,
            );
            day_month(&numbers, month, order, language)
        }
        _ => join(
            days(start, order, language),
            days(end, order, language),
            language,
        ),
    };
    with_year(&days, &years, order, language)
}

/// Joins the ends of a range; the dash has spaces around it where an end has.
fn join(first: String, last: String, language: Tongue) -> String {
    let dash = pick(language, "-", "–");
    let has_space = |text: &str| text.contains([' ', '\u{a0}']);
    if first == last {
        first
    } else if has_space(&first) || has_space(&last) {
        format!("{first} – {last}")
    } else {
        [&first, dash, &last].concat()
    }
}

fn say_point(point: Point, order: Order, language: Tongue) -> String {
    let days = days(point, order, language);
    with_year(&days, &point.year.to_string(), order, language)
}

/// The part of a date that is not its year: `24 mai`, `mai`, or nothing.
fn days(point: Point, order: Order, language: Tongue) -> String {
    match (point.month, point.day) {
        (Some(month), Some(day)) => day_month(&day_number(day, language), month, order, language),
        (Some(month), None) => month_text(month, order, language).to_owned(),
        _ => String::new(),
    }
}

fn with_year(days: &str, year: &str, order: Order, language: Tongue) -> String {
    let has_number = days.contains(|character: char| character.is_ascii_digit());
    match order {
        Order::WithoutYear => days.to_owned(),
        Order::YearOnly => year.to_owned(),
        _ if days.is_empty() => year.to_owned(),
        Order::YearFirst => format!("{year}, {days}"),
        Order::MonthDayYear if language == Tongue::English && has_number => {
            format!("{days}, {year}")
        }
        _ => format!("{days} {year}"),
    }
}

fn day_month(day: &str, month: u8, order: Order, language: Tongue) -> String {
    let month = month_text(month, order, language);
    match (language, order) {
        (Tongue::French, _) => format!("{day}\u{a0}{month}"),
        (Tongue::English, Order::DayMonthYear | Order::Abbreviated) => format!("{day} {month}"),
        (Tongue::English, _) => format!("{month} {day}"),
    }
}

fn month_text(month: u8, order: Order, language: Tongue) -> &'static str {
    const SHORT: [&str; 12] = [
        "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.",
        "Dec.",
    ];
    let short = SHORT.get(usize::from(month).wrapping_sub(1));
    match (order, language, short) {
        (Order::Abbreviated, Tongue::English, Some(short)) => short,
        _ => month_name(month, language),
    }
}

fn day_number(day: u8, language: Tongue) -> String {
    match (language, day) {
        (Tongue::French, 1) => "1er".to_owned(),
        _ => day.to_string(),
    }
}
