//! Strings of the interface, in French and in English: names, sentences, numbers and dates that several components use.
//!
//! A string of one component stands beside its element, as `view.pick(french, english)`; one that several use is a function
//! or a constant here. Both languages are written at once, so none can be missing. Phrases for dates are in `frise_date`.
//!
//! French typography is written out: no-break spaces (`\u{a0}`, and `\u{202f}` before `; ! ?`), `« »`, curly apostrophes.

mod dates;
mod names;
mod notes;
mod numbers;
mod problems;
mod regex_faults;
mod sentences;

pub use dates::{bounds, date, during, during_unit};
pub use names::{
    basis, by, field, key, matching, matching_hint, nearness, part, reading, reason, sort, unit,
    voice,
};
pub use notes::note;
pub use numbers::{count, decimal, documents, lines, number, occurrences, passages, words};
pub use problems::problem;
pub use sentences::{
    and_others, bin, counted_words, found, frequency, highest, lane_sentence, looser, mentioned,
    no_voice, several_voices, synonyms, voices_beyond, wall_sentence,
};

use frise_date::Tongue;
use frise_index::model::Bilingual;
use frise_text::isolated;

/// What stands between the short name of a document and the number of a passage, in both languages.
pub const PLACE_SIGN: &str = "\u{a0}§\u{a0}";

/// Returns the string in a language.
pub fn pick<'t>(language: Tongue, french: &'t str, english: &'t str) -> &'t str {
    match language {
        Tongue::French => french,
        Tongue::English => english,
    }
}

/// Returns a text of the corpus in a language.
pub fn of(text: &Bilingual, language: Tongue) -> &str {
    text.text(language)
}

/// Returns text between the quotation marks of a language.
pub fn quoted(text: &str, language: Tongue) -> String {
    [
        pick(language, "«\u{a0}", "“"),
        &isolated(text),
        pick(language, "\u{a0}»", "”"),
    ]
    .concat()
}

/// Returns a query between quotation marks. They take the place of the query's own if it is one phrase.
pub fn quoted_query(query: &str, language: Tongue) -> String {
    const MARKS: [char; 5] = ['"', '«', '»', '“', '”'];
    let inside = query.strip_prefix(MARKS);
    let inside = inside.and_then(|rest| rest.strip_suffix(MARKS));
    let phrase = inside.map(str::trim);
    let phrase = phrase.filter(|phrase| !phrase.is_empty() && !phrase.contains(MARKS));
    quoted(phrase.unwrap_or(query), language)
}

/// Returns a sentence with a full stop at its end, unless an abbreviation (“44 avant J.-C.”) has put one there.
pub fn ended(mut sentence: String) -> String {
    if !sentence.ends_with('.') {
        sentence.push('.');
    }
    sentence
}

/// Returns text with its first letter as a capital, if that is a letter of ASCII.
pub fn capitalised(text: &str) -> String {
    let mut text = text.to_string();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use frise_index::search::RelaxationChange;

    #[test]
    fn a_sentence_has_one_full_stop() {
        assert_eq!(ended("en 2016".into()), "en 2016.");
        assert_eq!(ended("44 avant J.-C.".into()), "44 avant J.-C.");
        assert_eq!(
            ended("5 passages\u{a0}: de 58 à 44 avant J.-C.".into()),
            "5 passages\u{a0}: de 58 à 44 avant J.-C."
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
}
