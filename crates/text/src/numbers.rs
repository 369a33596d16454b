//! Numbers: which marks and spaces between digits belong to one number.
//!
//! `14,2`, `3.5`, `10 000`, `1,000,000`, `10’000` and `1 234,5` are each one word. Digits with two marks that do not group
//! them by three are several words: `24.05.2016` is found by `2016`.
//!
//! An ordinary space groups digits only in French, where texts without no-break spaces use it: of 361 such groups in a
//! parliament's debates and an encyclopedia, a sample of 80 were all numbers. Folding removes the spaces and apostrophes, so
//! that `10000` and `10 000` compare equal. It keeps commas and points, whose meaning depends on the language.

use super::Language;
use super::characters::{is_apostrophe, is_number, is_plain, stands_alone};

/// Returns the length, in bytes, of the number that a text begins with, or 0 where it begins with no digit. `before` is the
/// text before it.
pub(super) fn number_length(text: &str, before: &str, language: Language) -> usize {
    let first = digits(text);
    if first == 0 || continues(before) {
        return first;
    }
    let (grouped, separator) = grouped_length(text, first, language);
    let decimal = text[grouped..]
        .chars()
        .next()
        .filter(|mark| is_decimal_mark(*mark) && separator != Some(*mark))
        .map_or(0, |mark| match digits(&text[grouped + mark.len_utf8()..]) {
            0 => 0,
            decimals => mark.len_utf8() + decimals,
        });
    let end = grouped + decimal;
    let another = text[end..].strip_prefix(is_mark).map_or(0, digits) > 0;
    if another { first } else { end }
}

/// Returns the length, in bytes, of the number that a text begins with if spaces of any kind group its digits; otherwise 0.
pub fn spaced_number_length(text: &str) -> usize {
    match number_length(text, "", Language::French) {
        length if text[..length].contains(is_space) => length,
        _ => 0,
    }
}

/// Removes the spaces and apostrophes that group the digits of a folded word by three.
pub(super) fn without_grouping(folded: String) -> String {
    let groups = |c: char| is_space(c) || c == '\'';
    if !folded.starts_with(|c: char| c.is_ascii_digit()) || !folded.contains(groups) {
        return folded;
    }
    let is_grouping = |at: usize, c: char| {
        let after = &folded[at + c.len_utf8()..];
        let follows_digit = folded[..at].ends_with(|c: char| c.is_ascii_digit());
        groups(c) && follows_digit && ascii_digits(after) == 3
    };
    let kept = folded
        .char_indices()
        .filter(|(at, c)| !is_grouping(*at, *c));
    kept.map(|(_, c)| c).collect()
}

/// Returns the end of the groups of three digits after the first digits, and the separator between them.
fn grouped_length(text: &str, first: usize, language: Language) -> (usize, Option<char>) {
    let none = (first, None);
    let Some(separator) = text[first..].chars().next() else {
        return none;
    };
    let groups = is_mark(separator)
        || is_apostrophe(separator)
        || is_space(separator) && (separator != ' ' || language == Language::French);
    if !groups || text[..first].chars().count() > 3 {
        return none;
    }
    let mut end = first;
    while let Some(rest) = text[end..].strip_prefix(separator) {
        let group = digits(rest);
        if rest[..group].chars().count() != 3 {
            break;
        }
        end += separator.len_utf8() + group;
    }
    (end, (end > first).then_some(separator))
}

/// Returns whether a text ends in a digit and a mark, so that the digits after it continue something that is not a number.
fn continues(before: &str) -> bool {
    before
        .strip_suffix(is_mark)
        .is_some_and(|before| before.ends_with(is_digit))
}

/// Returns whether a character is a comma, a point, or one of their Arabic counterparts.
fn is_mark(c: char) -> bool {
    is_decimal_mark(c) || c == '\u{66C}'
}

fn is_decimal_mark(c: char) -> bool {
    matches!(c, ',' | '.' | '\u{66B}')
}

/// Returns whether a character is a space that can group digits: ordinary, no-break, thin, or narrow no-break.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{2009}' | '\u{202F}')
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || !is_plain(c) && is_number(c) && !stands_alone(c)
}

/// Returns how many bytes of digits a text begins with.
fn digits(text: &str) -> usize {
    text.find(|c| !is_digit(c)).unwrap_or(text.len())
}

fn ascii_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let length = number_length(text, "", Language::French);
        assert_eq!(&text[..length], expected, "{text}");
    }

    #[test]
    fn decimals() {
        check("14,2 %", "14,2");
        check("3.5", "3.5");
        check("3.", "3");
        check("3, 5", "3");
        check("1545,1654", "1545,1654");
        check("٣٫١٤", "٣٫١٤");
        check("an 2016", "");
        check("²", "");
    }

    #[test]
    fn groups() {
        check("10 000 euros", "10 000");
        check("10\u{a0}000", "10\u{a0}000");
        check("1\u{202f}234\u{202f}567,89", "1\u{202f}234\u{202f}567,89");
        check("10’000", "10’000");
        check("1,000,000.5", "1,000,000.5");
        check("1.000.000", "1.000.000");
        check("10 000m", "10 000");
        check("2016 000", "2016");
        check("10 0000", "10");
        check("10 000 50", "10 000");
        check("1 2 930", "1");
        check("01 40 63 60 00", "01");
        check("5'30", "5");
        let in_english = number_length("in 10 000"[3..].trim(), "", Language::English);
        assert_eq!(in_english, 2);
    }

    #[test]
    fn digits_that_are_not_one_number() {
        check("24.05.2016", "24");
        check("3.5.2", "3");
        check("192.168.0.1", "192");
        check("1,2,3", "1");
        check("1,000,00", "1");
        assert_eq!(number_length("05.2016", "24.", Language::French), 2);
        assert_eq!(number_length("05.2016", "p.", Language::French), 7);
    }

    #[test]
    fn numbers_with_spaces() {
        let check = |text: &str, expected: usize| {
            assert_eq!(spaced_number_length(text), expected, "{text}")
        };
        check("10 000 hommes", 6);
        check("10000", 0);
        check("10,5 000", 0);
        check("10\u{a0}000", 7);
        check("mot", 0);
    }
}
