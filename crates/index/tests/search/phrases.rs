//! Words in a row, and words near one another.

use crate::twin::{Form, Passages};
use crate::{BOTH, check_none};
use frise_index::query::{Node, Phrase, parse};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The words of the corpus as they follow one another, with where each stands: passage, and place in
/// it. They run on from a heading to its text, and from a passage to the next.
fn all_words() -> Vec<(u32, usize, &'static Form)> {
    let twin = &BOTH.twin;
    let mut words = Vec::new();
    for (passage, scanned) in (0..).zip(&twin.passages) {
        let forms = scanned.words.iter().enumerate();
        words.extend(
            forms.filter_map(|(place, form)| Some((passage, place, &twin.forms[(*form)?]))),
        );
    }
    words
}

/// Words with a space between them, but after an elided one.
fn written<'f>(words: impl IntoIterator<Item = &'f Form>) -> String {
    let mut text = String::new();
    for word in words {
        text.push_str(&word.text);
        if !word.text.ends_with(['\'', '’']) {
            text.push(' ');
        }
    }
    text.trim_end().to_string()
}

/// Every two, three and four words that follow one another in the corpus are found as a phrase where
/// they stand in one heading or one paragraph, and nowhere else. Where a heading or a passage ends
/// between them, they are no phrase.
#[test]
fn every_phrase_of_two_to_four_words() {
    let words = all_words();
    for length in 2..=4 {
        let mut expected: BTreeMap<Vec<&str>, (String, Passages)> = BTreeMap::new();
        for run in words.windows(length) {
            // A last word that keeps its apostrophe is not what a reader types.
            if run[length - 1].2.text.ends_with(['\'', '’']) {
                continue;
            }
            let folds = run.iter().map(|(_, _, form)| form.fold.as_str()).collect();
            let phrase = || {
                (
                    format!("\"{}\"", written(run.iter().map(|(_, _, form)| *form))),
                    Passages::new(),
                )
            };
            let (_, passages) = expected.entry(folds).or_insert_with(phrase);
            let (passage, first, _) = run[0];
            let together = run
                .iter()
                .enumerate()
                .all(|(at, found)| (found.0, found.1) == (passage, first + at));
            passages.extend(together.then_some(passage));
        }
        let differences = expected
            .values()
            .filter_map(|(query, passages)| BOTH.difference(query, passages));
        check_none(expected.len(), differences.collect());
    }
}

/// `=` before a phrase: accents count, and capitals where the word has one.
#[test]
fn exact_phrases() {
    let words = all_words();
    let mut differences = Vec::new();
    for run in words.windows(3).step_by(13) {
        let text = written(run.iter().map(|(_, _, form)| *form));
        let node = Node::Phrase(Phrase {
            text: text.clone(),
            exact: true,
            within: None,
        });
        differences.extend(BOTH.difference(&format!("=\"{text}\""), &BOTH.twin.matches(&node)));
    }
    check_none(words.len() / 13, differences);
}

/// A word that is asked for twice stands there twice, however it is written, and a word of which the
/// other is one way to be written has a place of its own.
#[test]
fn no_place_counts_for_two_words() {
    let queries = [
        r#""à a"~1"#,
        r#""a à"~5"#,
        r#""a a à"~9"#,
        r#""paix PAIX"~8"#,
        r#""pays des des"~6"#,
        r#"="Internet internet"~12"#,
        r#"="internet Internet internet"~40"#,
        r#"="la La la"~30"#,
        r#""dragon dragon"~3"#,
    ];
    let expected = |query: &str| BOTH.twin.matches(&parse(query).root);
    let differences = queries
        .iter()
        .filter_map(|query| BOTH.difference(query, &expected(query)));
    check_none(queries.len(), differences.collect());
    let found = queries.map(|query| expected(query).len());
    assert!(found[1] > found[0] && found[5] > 0, "{found:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Two or three words from a stretch of the text, in any order and perhaps twice the same, within
    /// some distance.
    #[test]
    fn words_near_one_another(at in any::<prop::sample::Index>(), picks in prop::collection::vec(0usize..12, 2..4), within in 1u32..12) {
        let words = all_words();
        let start = at.index(words.len() - 12);
        let near: Vec<&Form> = picks.iter().map(|pick| words[start + pick].2).collect();
        prop_assume!(near.iter().all(|form| !form.text.ends_with(['\'', '’'])));
        let text = written(near);
        let node = Node::Phrase(Phrase { text: text.clone(), exact: false, within: Some(within) });
        let difference = BOTH.difference(&format!("\"{text}\"~{within}"), &BOTH.twin.matches(&node));
        prop_assert_eq!(difference, None);
    }
}
