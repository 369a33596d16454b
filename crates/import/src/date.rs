//! Dates as people and programs write them, read as EDTF.
//!
//! | written | read |
//! |---|---|
//! | EDTF | as it is |
//! | `2019-05-12 10:30:00`, `2019/05/12`, `2019.05.12`, `2019_05_12`, `20190512` | `2019-05-12` |
//! | `12/05/2019`, `12.5.2019`, `12-05-2019` | `2019-05-12`; months first: `2019-12-05` |
//! | `12/05/19` | `2019-05-12?` |
//! | `05/2019`, `2019/05` | `2019-05` |
//! | `1851-1853`, `1851–53`; `1920-21`, `1999-00` | `1851/1853`; `1920/1921`, `1999/2000` |
//! | `[1851]`, `1851 (2e éd.)`, `ca 1851`, `vers 1851 ?` | `1851`, `1851`, `1851~`, `1851%` |
//! | `dimanche 12 mai 2019 - 800 mots`, `May 12, 2019`, `mai 2019` | `2019-05-12`, `2019-05-12`, `2019-05` |
//!
//! Of `05/06/2016` nobody knows the month without more: [`Reading::doubt`] says so. Where one number is above 12, it is the
//! day, whatever the order, and [`Reading::order`] says which order that proves. What `2001-02` means is decided by the
//! other dates of its column ([`YearsOrMonths`]); it is a month without them.

mod digits;
#[cfg(test)]
mod tests;
mod years;

use crate::text::stem;
use digits::{ends, numeric, starts, years};
use frise_corpus::mention::mentions;
use frise_date::{Edtf, Precision};
use frise_text::Language;
use serde::{Deserialize, Serialize};
use years::two_years;
pub(crate) use years::{YearsOrMonths, read_either};

/// Which number comes first in `05/06/2016`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum DayMonth {
    /// The day, as in most of the world: 5 June.
    #[default]
    DayFirst,
    /// The month, as in the United States: 6 May.
    MonthFirst,
}

/// A date that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The date.
    pub date: Edtf,
    /// Whether day and month might be the other way round.
    pub doubt: bool,
    /// The order that this date proves.
    pub order: Option<DayMonth>,
}

/// How many bytes of a text are searched for a date.
const LONGEST: usize = 300;

/// Reads the date that a text is, or that stands in it. `language` helps with words; numbers need none.
pub fn read(text: &str, order: DayMonth, language: Language) -> Option<Reading> {
    let text = cut(text.trim(), LONGEST);
    const AROUND: [char; 9] = ['[', ']', '(', ')', '"', '«', '»', '\u{A0}', ' '];
    let bare = text.trim_matches(AROUND);
    let inner = text.trim_matches(|c| AROUND.contains(&c) || c == '.');
    let plain = |date| Reading {
        date,
        doubt: false,
        order: None,
    };
    // `2017-03/..` ends with points of its own.
    let edtf = || Edtf::parse(bare).or_else(|_| Edtf::parse(inner)).ok();
    if let Some(date) = two_years(inner).or_else(edtf) {
        return Some(plain(date));
    }
    let read = numeric(inner, order).filter(|(_, length)| ends(inner, *length));
    read.map(|(reading, _)| reading)
        .or_else(|| in_prose(inner, order, language, |_| true))
        .or_else(|| lone_year(text).map(plain))
}

/// Reads a date that stands in the first lines of a text: a day or a month, or a line that is a date and nothing else.
pub fn read_first_lines(text: &str, order: DayMonth, language: Language) -> Option<Reading> {
    let head = cut(text, 2 * LONGEST);
    let lines = || {
        head.lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .take(6)
    };
    let precise = |date: &Edtf| matches!(date.precision(), Precision::Day | Precision::Month);
    let found = lines().find_map(|line| in_prose(line, order, language, precise));
    found.or_else(|| {
        let alone = |line: &str| {
            let line = line.trim_matches(['[', ']', '(', ')', '.']);
            let is_year = line.len() == 4 && line.starts_with(['1', '2']);
            Edtf::parse(line)
                .ok()
                .filter(|date| is_year || precise(date))
        };
        let date = lines().find_map(alone)?;
        Some(Reading {
            date,
            doubt: false,
            order: None,
        })
    })
}

/// Reads the date in the name of a file, or else the one that its folder is named by.
pub fn read_name(path: &str, order: DayMonth) -> Option<Reading> {
    let name = stem(path);
    let plain = |date| Reading {
        date,
        doubt: false,
        order: None,
    };
    let found = starts(name).filter_map(|at| numeric(&name[at..], order));
    let best = found
        .map(|(reading, _)| reading)
        .max_by_key(|reading| precision(&reading.date));
    let spaced = name.replace(['_', '-'], " ");
    let in_words = || {
        let precise = |date: &Edtf| precision(date) >= 2;
        in_prose(&spaced, order, Language::French, precise)
            .or_else(|| in_prose(&spaced, order, Language::English, precise))
    };
    let year = || {
        years(name)
            .first()
            .and_then(|year| Edtf::parse(year).ok())
            .map(plain)
    };
    let folder = || {
        let folder = path.rsplit(['/', '\\']).nth(1)?;
        let whole =
            |(reading, length): (Reading, usize)| (length == folder.len()).then_some(reading);
        let digits = folder.starts_with(|c: char| c.is_ascii_digit());
        let edtf = Edtf::parse(folder)
            .ok()
            .filter(|_| digits && folder.len() >= 4);
        edtf.map(plain)
            .or_else(|| numeric(folder, order).and_then(whole))
    };
    best.filter(|reading| precision(&reading.date) >= 2)
        .or_else(in_words)
        .or(best)
        .or_else(year)
        .or_else(folder)
}

/// Reads the number of a year: `800` is `0800`, `-44` is `-0044`.
pub fn read_year(text: &str) -> Option<Edtf> {
    let text = text.trim();
    let text = text.strip_suffix(".0").unwrap_or(text);
    let (sign, digits) = text
        .strip_prefix('-')
        .map_or(("", text), |digits| ("-", digits));
    let is_number =
        !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| Edtf::parse(&format!("{sign}{digits:0>4}")).ok())?
}

/// Reads seconds or milliseconds since 1970, as programs write them.
pub fn read_timestamp(text: &str) -> Option<Edtf> {
    let number: i64 = text.trim().parse().ok()?;
    let seconds = match text.trim().len() {
        9 | 10 => number,
        12 | 13 => number / 1000,
        _ => return None,
    };
    let epoch = Edtf::parse("1970-01-01").ok()?.earliest();
    let mut day = seconds.div_euclid(86_400);
    // Years and months are counted off, since a day of the calendar knows no arithmetic.
    let (mut year, mut month, _) = epoch.ymd();
    let mut length = i64::from(frise_date::days_in_month(year, month));
    while day >= length {
        day -= length;
        (year, month) = if month == 12 {
            (year + 1, 1)
        } else {
            (year, month + 1)
        };
        length = i64::from(frise_date::days_in_month(year, month));
    }
    Edtf::parse(&format!("{year:04}-{month:02}-{:02}", day + 1)).ok()
}

/// Returns the first date in prose that is of use.
fn in_prose(
    text: &str,
    order: DayMonth,
    language: Language,
    of_use: impl Fn(&Edtf) -> bool,
) -> Option<Reading> {
    let day = |at: usize| {
        let (reading, length) = numeric(&text[at..], order)?;
        let is_day = matches!(reading.date.precision(), Precision::Day);
        (is_day && ends(&text[at..], length) && of_use(&reading.date)).then_some(reading)
    };
    let languages = match language {
        Language::Other => [Language::French, Language::English],
        Language::French => [Language::French, Language::English],
        Language::English => [Language::English, Language::French],
    };
    let words = |language: Language| {
        let found = mentions(text, language, None);
        let dates = || found.iter().map(|mention| mention.date).filter(&of_use);
        let days = dates().find(|date| date.precision() == Precision::Day);
        days.or_else(|| dates().next())
    };
    let in_words = || {
        let date = languages.into_iter().find_map(words)?;
        Some(Reading {
            date,
            doubt: false,
            order: None,
        })
    };
    starts(text).find_map(day).or_else(in_words)
}

/// Returns the only year in a short text, with the doubts that stand around it.
fn lone_year(text: &str) -> Option<Edtf> {
    let years = years(text);
    let [year] = years[..] else {
        return None;
    };
    // The year of a date in digits that no calendar has, such as 2019-13-45, would pass for all that was written.
    let after = text.split_once(year).map_or("", |(_, after)| after);
    let goes_on = after
        .strip_prefix(['-', '.', '_', '–'])
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if text.len() > 60 || text.contains('/') || goes_on {
        return None;
    }
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphabetic())
        .map(str::to_lowercase)
        .collect();
    let about = [
        "c", "ca", "circa", "vers", "env", "environ", "about", "around",
    ];
    let near = words.iter().any(|word| about.contains(&word.as_str()));
    let mark = match (text.contains('?'), near) {
        (true, true) => "%",
        (true, false) => "?",
        (false, true) => "~",
        (false, false) => "",
    };
    Edtf::parse(&format!("{year}{mark}")).ok()
}

/// Returns how much a date says: a day most.
fn precision(date: &Edtf) -> u8 {
    match date.precision() {
        Precision::Day => 3,
        Precision::Month | Precision::Season => 2,
        Precision::Year | Precision::Interval => 1,
        Precision::Decade | Precision::Century => 0,
    }
}

/// Returns at most so many bytes of a text.
fn cut(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or(0)]
}
