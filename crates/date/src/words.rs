//! The words that dates are made of: months, years and days, in French and in English, and the
//! French prepositions that melt into what follows them.

use super::day::Day;

/// The language of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tongue {
    /// “24 mai 2016”, with the no-break spaces and the curly apostrophes of French typography.
    French,
    /// “24 May 2016”, in the British order.
    English,
}

use Tongue::{English, French};

/// Says a day: “24 mai 2016”, “24 May 2016”.
pub fn phrase_day(day: Day, language: Tongue) -> String {
    let (year, month, day) = day.ymd();
    let year = year_text(year.into(), language);
    [day_and_month(day, month, language).as_str(), " ", &year].concat()
}

/// The name of a month (1 to 12): “juin”, “June”. A month that does not exist has an empty name.
pub fn month_name(month: u8, language: Tongue) -> &'static str {
    nth_of_year(month, select(language, &FRENCH_MONTHS, &ENGLISH_MONTHS))
}

/// The short name of a month (1 to 12), for the ticks of an axis: “janv.”, “Jan”. A month that does
/// not exist has an empty name.
pub fn month_short(month: u8, language: Tongue) -> &'static str {
    nth_of_year(
        month,
        select(language, &FRENCH_SHORT_MONTHS, &ENGLISH_SHORT_MONTHS),
    )
}

#[rustfmt::skip]
const FRENCH_MONTHS: [&str; 12] = [
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
];

#[rustfmt::skip]
const ENGLISH_MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
];

#[rustfmt::skip]
const FRENCH_SHORT_MONTHS: [&str; 12] = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin",
    "juil.", "août", "sept.", "oct.", "nov.", "déc.",
];

#[rustfmt::skip]
const ENGLISH_SHORT_MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

fn nth_of_year(month: u8, names: &[&'static str; 12]) -> &'static str {
    let place = usize::from(month).wrapping_sub(1);
    names.get(place).copied().unwrap_or("")
}

pub(super) fn select<T>(language: Tongue, french: T, english: T) -> T {
    match language {
        French => french,
        English => english,
    }
}

/// “24 mai”, “1er mars”, “24 May”.
pub(super) fn day_and_month(day: u8, month: u8, language: Tongue) -> String {
    let space = select(language, "\u{a0}", " ");
    [
        day_number(day, language).as_str(),
        space,
        month_name(month, language),
    ]
    .concat()
}

pub(super) fn day_number(day: u8, language: Tongue) -> String {
    let is_ordinal = language == French && day == 1;
    if is_ordinal {
        String::from("1er")
    } else {
        day.to_string()
    }
}

/// “juin 2021”.
pub(super) fn month_and_year(month: u8, year: i64, language: Tongue) -> String {
    [month_name(month, language), " ", &year_text(year, language)].concat()
}

/// A year in its era, from its astronomical number: “2016”, “44 avant J.-C.”
pub(super) fn year_text(year: i64, language: Tongue) -> String {
    let era = select(language, "\u{a0}avant\u{a0}J.-C.", " BC");
    [
        year_number(year, language).as_str(),
        if year <= 0 { era } else { "" },
    ]
    .concat()
}

/// Returns a year as the label of an axis has it, from its astronomical number: “2016”, “51 av. J.-C.”, “51 BC”.
///
/// ```
/// use frise_date::{Tongue, year_short};
///
/// assert_eq!(year_short(0, Tongue::English), "1\u{a0}BC");
/// ```
pub fn year_short(year: i32, language: Tongue) -> String {
    let era = select(language, "\u{a0}av.\u{a0}J.-C.", "\u{a0}BC");
    let number = year_number(year.into(), language);
    [number.as_str(), if year <= 0 { era } else { "" }].concat()
}

/// The number of a year in its era, in groups of three digits if it has more than four.
pub(super) fn year_number(year: i64, language: Tongue) -> String {
    let number = year.unsigned_abs() + u64::from(year <= 0);
    let digits = number.to_string();
    if digits.len() <= 4 {
        return digits;
    }
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(select(language, '\u{202f}', ','));
        }
        grouped.push(digit);
    }
    grouped
}

/// “1900 à 1999”, “2020 à 2011 avant J.-C.”, “44 avant J.-C. à 12”.
pub(super) fn years_between(first: i64, last: i64, language: Tongue) -> String {
    let same_era = (first <= 0) == (last <= 0);
    let start = if same_era {
        year_number(first, language)
    } else {
        year_text(first, language)
    };
    [
        start.as_str(),
        select(language, " à ", " to "),
        &year_text(last, language),
    ]
    .concat()
}

/// “depuis 2006”, “since 2006”.
pub(super) fn since(start: &str, language: Tongue) -> String {
    [select(language, "depuis ", "since "), start].concat()
}

/// “jusqu’à 2030”, “jusqu’au 3 juin 2020”, “until 2030”.
pub(super) fn until(end: &str, language: Tongue) -> String {
    match language {
        French => ["jusqu’", &to(end)].concat(),
        English => ["until ", end].concat(),
    }
}

/// “de mai à août 2016”, “du 3 au 24 mai 2016”, “May to August 2016”.
pub(super) fn from_to(start: &str, end: &str, language: Tongue) -> String {
    match language {
        French => [of(start).as_str(), " ", &to(end)].concat(),
        English => [start, " to ", end].concat(),
    }
}

/// French “à” before a date: “à 2010”, “au 24 mai 2016”, “à l’été 2010”.
fn to(date: &str) -> String {
    match date.strip_prefix("le ") {
        Some(date) => ["au ", date].concat(),
        None => ["à ", date].concat(),
    }
}

/// French “de” before a date: “de mai 2016”, “d’avril 2016”, “du 24 mai 2016”.
pub(super) fn of(date: &str) -> String {
    match date.strip_prefix("le ") {
        Some(date) => ["du ", date].concat(),
        // avril, août, octobre, environ
        None if date.starts_with(['a', 'e', 'o']) => ["d’", date].concat(),
        None => ["de ", date].concat(),
    }
}
