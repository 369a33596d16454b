//! Dates in digits: groups of them, and what parts them.

use super::{DayMonth, Reading};
use frise_date::Edtf;

/// Returns a date in digits at the beginning of a text, and its length.
pub(super) fn numeric(text: &str, order: DayMonth) -> Option<(Reading, usize)> {
    let (groups, separators, length) = groups(text);
    let number = |place: usize| {
        groups
            .get(place)
            .and_then(|group: &&str| group.parse::<u32>().ok())
    };
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let plain = |text: String| {
        let date = Edtf::parse(&text).ok()?;
        Some(Reading {
            date,
            doubt: false,
            order: None,
        })
    };
    let same = separators.first() == separators.get(1) || separators.len() < 2;
    let end = |count: usize| {
        let digits: usize = lengths.iter().take(count).sum();
        digits
            + separators
                .iter()
                .take(count - 1)
                .map(|separator| separator.len_utf8())
                .sum::<usize>()
    };
    let dash = |place: usize| {
        separators
            .get(place)
            .is_some_and(|c| matches!(c, '-' | '–' | '/'))
    };
    match lengths[..] {
        [4, 1 | 2, 1 | 2, ..] if same => {
            let reading = plain(format!("{}-{:02}-{:02}", groups[0], number(1)?, number(2)?))?;
            Some((reading, end(3)))
        }
        [1 | 2, 1 | 2, 4 | 2, ..] if same => {
            let reading = day_month_year(number(0)?, number(1)?, groups[2], order)?;
            Some((reading, end(3)))
        }
        [8, ..] if is_year(&groups[0][..4]) => {
            let (year, rest) = groups[0].split_at(4);
            let (month, day) = rest.split_at(2);
            Some((plain(format!("{year}-{month}-{day}"))?, end(1)))
        }
        [4, 4, ..] if dash(0) => Some((plain(format!("{}/{}", groups[0], groups[1]))?, end(2))),
        [4, 1 | 2, ..] if is_year(groups[0]) => {
            let month =
                plain(format!("{}-{:02}", groups[0], number(1)?)).filter(|_| number(1) < Some(13));
            let century = groups[0].get(..2)?;
            let years =
                || plain(format!("{}/{century}{}", groups[0], groups[1])).filter(|_| dash(0));
            Some((month.or_else(years)?, end(2)))
        }
        [1 | 2, 4, ..] if is_year(groups[1]) => {
            Some((plain(format!("{}-{:02}", groups[1], number(0)?))?, end(2)))
        }
        [4] if is_year(groups[0]) && length == text.len() => {
            Some((plain(groups[0].to_string())?, 4))
        }
        _ => None,
    }
}

/// Returns the groups of digits at the beginning of a text, at most three, what parts them, and how long they are together.
fn groups(text: &str) -> (Vec<&str>, Vec<char>, usize) {
    let mut groups = Vec::new();
    let mut separators = Vec::new();
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            separators.pop();
            break;
        }
        groups.push(&rest[..digits]);
        at += digits;
        let next = text[at..].chars().next().filter(|c| "-/._–".contains(*c));
        let (Some(separator), true) = (next, groups.len() < 3) else {
            break;
        };
        separators.push(separator);
        at += separator.len_utf8();
    }
    (groups, separators, at)
}

fn day_month_year(first: u32, second: u32, year: &str, order: DayMonth) -> Option<Reading> {
    let (order, proved) = match (first > 12, second > 12) {
        (true, false) => (DayMonth::DayFirst, true),
        (false, true) => (DayMonth::MonthFirst, true),
        _ => (order, false),
    };
    let (day, month) = match order {
        DayMonth::DayFirst => (first, second),
        DayMonth::MonthFirst => (second, first),
    };
    // Two digits of a year leave its century open.
    let (year, mark) = match year.len() {
        2 if year < "50" => (format!("20{year}"), "?"),
        2 => (format!("19{year}"), "?"),
        _ => (year.to_string(), ""),
    };
    let date = Edtf::parse(&format!("{year}-{month:02}-{day:02}{mark}")).ok()?;
    Some(Reading {
        date,
        doubt: !proved && first != second,
        order: proved.then_some(order),
    })
}

/// Returns groups of four digits that can be years.
pub(super) fn years(text: &str) -> Vec<&str> {
    let groups = text.split(|c: char| !c.is_ascii_digit());
    groups
        .filter(|group| group.len() == 4 && is_year(group))
        .collect()
}

fn is_year(group: &str) -> bool {
    group.starts_with('1') || group.starts_with("20")
}

/// Returns where groups of digits begin.
pub(super) fn starts(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (0..bytes.len()).filter(move |at| digit(*at) && (*at == 0 || !digit(at - 1)))
}

/// Returns whether a date of this length at the beginning of a text is not the beginning of something longer.
pub(super) fn ends(text: &str, length: usize) -> bool {
    let mut after = text[length..].chars();
    match after.next() {
        None => true,
        Some('T' | 't') => after.next().is_some_and(|c| c.is_ascii_digit()),
        Some('/' | '-' | '.' | '_') => !after.next().is_some_and(char::is_alphanumeric),
        Some(c) => !c.is_alphanumeric(),
    }
}
