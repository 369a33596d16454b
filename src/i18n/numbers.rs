//! Numbers, and what they count.

use super::pick;
use frise_date::Tongue;

/// Returns a number with grouped thousands: `12 345` with a narrow no-break space, or `12,345`.
pub fn number(number: usize, language: Tongue) -> String {
    group(&number.to_string(), language)
}

/// Returns digits in groups of three.
fn group(digits: &str, language: Tongue) -> String {
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push_str(pick(language, "\u{202f}", ","));
        }
        grouped.push(digit);
    }
    grouped
}

/// Returns a number and its noun. In French 0 and 1 are singular, in English only 1.
pub fn count(count: usize, language: Tongue, singular: &str, plural: &str) -> String {
    let one = match language {
        Tongue::French => count < 2,
        Tongue::English => count == 1,
    };
    format!(
        "{}\u{a0}{}",
        number(count, language),
        if one { singular } else { plural }
    )
}

/// Returns a number rounded to some decimals, halves away from zero: `1 234,5`, or `1,234.5`. Its sign is a minus and no hyphen.
pub fn decimal(value: f64, decimals: usize, language: Tongue) -> String {
    let one = 10_f64.powi(decimals as i32);
    // Formatting alone would round halves to even; adding 0 makes 0 of the -0 that small negatives round to.
    let text = format!("{:.decimals$}", (value * one).round() / one + 0.0);
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("−", digits),
        None => ("", text.as_str()),
    };
    match digits.split_once('.') {
        None => [sign, &group(digits, language)].concat(),
        Some((whole, rest)) => {
            let point = pick(language, ",", ".");
            [sign, &group(whole, language), point, rest].concat()
        }
    }
}

/// Returns `12 passages`.
pub fn passages(many: usize, language: Tongue) -> String {
    count(many, language, "passage", "passages")
}

/// Returns `3 documents`.
pub fn documents(many: usize, language: Tongue) -> String {
    count(many, language, "document", "documents")
}

/// Returns `12 occurrences`.
pub fn occurrences(many: usize, language: Tongue) -> String {
    count(many, language, "occurrence", "occurrences")
}

/// Returns `571 mots`.
pub fn words(many: usize, language: Tongue) -> String {
    count(
        many,
        language,
        pick(language, "mot", "word"),
        pick(language, "mots", "words"),
    )
}

/// Returns `12 lignes`.
pub fn lines(many: usize, language: Tongue) -> String {
    count(
        many,
        language,
        pick(language, "ligne", "line"),
        pick(language, "lignes", "lines"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_plurals() {
        let check = |many: usize, french: &str, english: &str| {
            assert_eq!(passages(many, Tongue::French), french);
            assert_eq!(passages(many, Tongue::English), english);
        };
        check(0, "0\u{a0}passage", "0\u{a0}passages");
        check(1, "1\u{a0}passage", "1\u{a0}passage");
        check(2, "2\u{a0}passages", "2\u{a0}passages");
        check(
            1234567,
            "1\u{202f}234\u{202f}567\u{a0}passages",
            "1,234,567\u{a0}passages",
        );
    }

    #[test]
    fn decimals() {
        let check = |value: f64, decimals: usize, french: &str, english: &str| {
            assert_eq!(decimal(value, decimals, Tongue::French), french);
            assert_eq!(decimal(value, decimals, Tongue::English), english);
        };
        check(0.0, 1, "0,0", "0.0");
        check(12.346, 2, "12,35", "12.35");
        check(0.96, 1, "1,0", "1.0");
        check(1234.5, 1, "1\u{202f}234,5", "1,234.5");
        check(12.0, 0, "12", "12");
        check(-123.46, 1, "−123,5", "−123.5");
        check(-0.04, 1, "0,0", "0.0");
    }
}
