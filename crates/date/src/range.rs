//! A range of days in words, as a filter has it.

use super::day::{Day, days_in_month};
use super::words::{
    Tongue, day_and_month, day_number, from_to, month_and_year, month_name, phrase_day, select,
    since, until, year_text, years_between,
};

/// Says the days from one to another, both included, as briefly as can be without loss: whole years
/// by their numbers (“2016 à 2020”), whole months by their names (“de mai 2016 à mars 2017”), else
/// by days. An absent day is an open end. Expects `from` no later than `to`; otherwise it says the
/// two as they are given.
pub fn phrase_range(from: Option<Day>, to: Option<Day>, language: Tongue) -> String {
    match (from, to) {
        (None, None) => String::from(select(language, "toutes les dates", "all dates")),
        (Some(from), None) => since(&start_text(from, language), language),
        (None, Some(to)) => until(&end_text(to, language), language),
        (Some(from), Some(to)) if from == to => phrase_day(from, language),
        (Some(from), Some(to)) if begins_month(from) && ends_month(to) => {
            phrase_months(from, to, language)
        }
        (Some(from), Some(to)) => phrase_days(from, to, language),
    }
}

fn begins_month(day: Day) -> bool {
    day.ymd().2 == 1
}

fn ends_month(day: Day) -> bool {
    let (year, month, day) = day.ymd();
    day == days_in_month(year, month)
}

fn start_text(day: Day, language: Tongue) -> String {
    match day.ymd() {
        (year, 1, 1) => year_text(year.into(), language),
        (year, month, 1) => month_and_year(month, year.into(), language),
        _ => day_with_article(day, language),
    }
}

fn end_text(day: Day, language: Tongue) -> String {
    match day.ymd() {
        (year, 12, 31) => year_text(year.into(), language),
        (year, month, _) if ends_month(day) => month_and_year(month, year.into(), language),
        _ => day_with_article(day, language),
    }
}

fn day_with_article(day: Day, language: Tongue) -> String {
    [select(language, "le ", ""), &phrase_day(day, language)].concat()
}

/// A range that begins with a month and ends with a month.
fn phrase_months(from: Day, to: Day, language: Tongue) -> String {
    let (from_year, from_month, _) = from.ymd();
    let (to_year, to_month, _) = to.ymd();
    let same_year = from_year == to_year;
    let (from_year, to_year) = (from_year.into(), to_year.into());
    let end = month_and_year(to_month, to_year, language);
    match (from_month, to_month) {
        (1, 12) if same_year => year_text(to_year, language),
        (1, 12) => years_between(from_year, to_year, language),
        _ if same_year && from_month == to_month => end,
        _ if same_year => from_to(month_name(from_month, language), &end, language),
        _ => from_to(
            &month_and_year(from_month, from_year, language),
            &end,
            language,
        ),
    }
}

/// Any other range: its first day without the month and the year that the last day says too.
fn phrase_days(from: Day, to: Day, language: Tongue) -> String {
    let (from_year, from_month, day) = from.ymd();
    let (to_year, to_month, _) = to.ymd();
    let start = if (from_year, from_month) == (to_year, to_month) {
        day_number(day, language)
    } else if from_year == to_year {
        day_and_month(day, from_month, language)
    } else {
        phrase_day(from, language)
    };
    let start = [select(language, "le ", ""), &start].concat();
    from_to(&start, &day_with_article(to, language), language)
}
