//! Whole queries: words and fields joined, excluded and grouped.

use crate::twin::Form;
use crate::{BOTH, check_none};
use frise_index::query::parse;
use proptest::prelude::*;

/// Each word with one from elsewhere in the text: both, either, and the first without the second.
#[test]
fn two_words() {
    let twin = &BOTH.twin;
    let words: Vec<&Form> = twin
        .forms
        .iter()
        .filter(|form| !form.text.ends_with(['\'', '’']))
        .collect();
    let stem = |word: &Form| twin.with(|form| form.fold == word.fold || form.stem == word.stem);
    let mut differences = Vec::new();
    for (at, a) in words.iter().enumerate() {
        let b = words[(at * 7 + 3) % words.len()];
        let (with_a, with_b) = (stem(a), stem(b));
        let (a, b) = (&a.text, &b.text);
        differences.extend(BOTH.difference(&format!("{a} {b}"), &(&with_a & &with_b)));
        differences.extend(BOTH.difference(&format!("{a}|{b}"), &(&with_a | &with_b)));
        differences.extend(BOTH.difference(&format!("{a} | {b}"), &(&with_a | &with_b)));
        differences.extend(BOTH.difference(&format!("{a} -{b}"), &(&with_a - &with_b)));
        differences.extend(BOTH.difference(&format!("-{b}"), &(&twin.all() - &with_b)));
    }
    check_none(words.len() * 5, differences);
}

/// A query made of words that the corpus has, in every form that the language knows.
pub fn any_query() -> impl Strategy<Value = String> {
    let word = || {
        any::<prop::sample::Index>().prop_map(|at| {
            at.get(&BOTH.twin.forms)
                .text
                .trim_end_matches(['\'', '’'])
                .to_string()
        })
    };
    let cut = |text: &str, letters: usize| -> String {
        let letters = text.chars().take(letters);
        letters.take_while(|c| c.is_alphanumeric()).collect()
    };
    let leaf = prop_oneof![
        4 => word(),
        1 => word().prop_map(|word| format!("={word}")),
        1 => (word(), 1usize..5).prop_map(move |(word, letters)| format!("{}*", cut(&word, letters))),
        1 => (word(), 1u8..3).prop_map(|(word, edits)| format!("{word}~{edits}")),
        1 => (word(), word()).prop_map(|(a, b)| format!("\"{a} {b}\"~9")),
        1 => (word(), word()).prop_map(|(a, b)| format!("{a}-{b}")),
        1 => word().prop_map(|word| format!("l’{word}")),
        1 => prop::sample::select(vec![
            "speaker:wang-yi", "locuteur:gouvernement-chinois", "voice:direct", "voix:rapportée", "theme:paix",
            "thème:cybersecurite", "doc:cyber-2016", "kind:depeche", "genre:strategie", "date:2016", "date:2021-06", "mentions:2015", "évoque:2030",
        ]).prop_map(str::to_string),
    ];
    leaf.prop_recursive(3, 10, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4)
                .prop_map(|parts| format!("({})", parts.join(" "))),
            prop::collection::vec(inner.clone(), 2..4)
                .prop_map(|parts| format!("({})", parts.join(" | "))),
            inner.prop_map(|part| format!("-{part}")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_query_finds_what_the_twin_finds(query in any_query()) {
        let read = parse(&query);
        prop_assert_eq!(&read.problems, &vec![]);
        prop_assert_eq!(BOTH.difference(&query, &BOTH.twin.matches(&read.root)), None);
    }
}
