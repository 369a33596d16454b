//! Every string of the interface, in French and in English, in one place.
//!
//! French typography is written out: no-break spaces (`\u{a0}`, and `\u{202f}` before `; ! ?`), `« »`,
//! curly apostrophes. Numbers are grouped by threes as each language does.
//!
//! Numbers, what they count, and quotation marks stand here; names, sentences, notes and problems in rooms of their own.

mod names;
mod notes;
mod problems;
mod regex_faults;
mod sentences;

pub use names::{basis, by, field, key, matching, matching_hint, part, reason, sort, unit, voice};
pub use notes::note;
pub use problems::problem;
pub use sentences::{
    and_others, bin, found, frequency, highest, lane_sentence, looser, mentioned, wall_sentence,
    years_or_months,
};

use frise_date::{Edtf, Tongue, phrase};
use frise_index::model::Bilingual;

/// Takes the string of a language.
pub fn pick<'t>(language: Tongue, french: &'t str, english: &'t str) -> &'t str {
    match language {
        Tongue::French => french,
        Tongue::English => english,
    }
}

/// The text of the corpus in a language.
pub fn of(text: &Bilingual, language: Tongue) -> &str {
    pick(language, &text.fr, &text.en)
}

/// A number with its thousands told apart: `12 345` with a narrow no-break space, or `12,345`.
pub fn number(number: usize, language: Tongue) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push_str(pick(language, "\u{202f}", ","));
        }
        grouped.push(digit);
    }
    grouped
}

/// A number and its noun. In French 0 and 1 are singular, in English only 1.
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

/// Text between the quotation marks of a language.
pub fn quoted(text: &str, language: Tongue) -> String {
    [
        pick(language, "«\u{a0}", "“"),
        text,
        pick(language, "\u{a0}»", "”"),
    ]
    .concat()
}

/// A query between quotation marks. Where it is one phrase, they take the place of its own.
pub fn quoted_query(query: &str, language: Tongue) -> String {
    const MARKS: [char; 5] = ['"', '«', '»', '“', '”'];
    let inside = query.strip_prefix(MARKS);
    let inside = inside.and_then(|rest| rest.strip_suffix(MARKS));
    let phrase = inside.map(str::trim);
    let phrase = phrase.filter(|phrase| !phrase.is_empty() && !phrase.contains(MARKS));
    quoted(phrase.unwrap_or(query), language)
}

/// A date in words, or that there is none.
pub fn date(date: Option<&Edtf>, language: Tongue) -> String {
    match date {
        Some(date) => phrase(date, language),
        None => pick(language, "sans date", "undated").to_string(),
    }
}

/// `12 passages`.
pub fn passages(many: usize, language: Tongue) -> String {
    count(many, language, "passage", "passages")
}

/// `3 documents`.
pub fn documents(many: usize, language: Tongue) -> String {
    count(many, language, "document", "documents")
}

/// `12 occurrences`.
pub fn occurrences(many: usize, language: Tongue) -> String {
    count(many, language, "occurrence", "occurrences")
}

/// `571 mots`.
pub fn words(many: usize, language: Tongue) -> String {
    count(
        many,
        language,
        pick(language, "mot", "word"),
        pick(language, "mots", "words"),
    )
}

/// `12 lignes`.
pub fn lines(many: usize, language: Tongue) -> String {
    count(
        many,
        language,
        pick(language, "ligne", "line"),
        pick(language, "lignes", "lines"),
    )
}

/// A number with so many decimals: `1 234,5`, or `1,234.5`.
pub fn decimal(value: f64, decimals: usize, language: Tongue) -> String {
    // By whole numbers, since what prints any float weighs four kilobytes.
    let one = 10_usize.pow(decimals as u32);
    let parts = (value * one as f64).round() as usize;
    let whole = number(parts / one, language);
    if decimals == 0 {
        return whole;
    }
    let rest = (one + parts % one).to_string();
    [&whole, pick(language, ",", "."), &rest[1..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use frise_index::search::RelaxationChange;

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
    fn a_phrase_is_quoted_once() {
        let check = |query: &str, french: &str, english: &str| {
            assert_eq!(quoted_query(query, Tongue::French), french);
            assert_eq!(quoted_query(query, Tongue::English), english);
        };
        check("a b", "«\u{a0}a b\u{a0}»", "“a b”");
        for phrase in ["\"a b\"", "«\u{a0}a b\u{a0}»", "“a b”"] {
            check(phrase, "«\u{a0}a b\u{a0}»", "“a b”");
        }
        // More than one phrase, or less.
        for query in [
            "\"a b\" \"c\"",
            "\"a b\"~8",
            "\"a b",
            "a \"b\"",
            "\"\"",
            "\"",
            "",
        ] {
            check(
                query,
                &format!("«\u{a0}{query}\u{a0}»"),
                &format!("“{query}”"),
            );
        }
        let without = RelaxationChange::Part("\"a b\"".to_string());
        assert_eq!(looser(&without, Tongue::French), "Sans «\u{a0}a b\u{a0}»");
        assert_eq!(looser(&without, Tongue::English), "Without “a b”");
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
    }
}
