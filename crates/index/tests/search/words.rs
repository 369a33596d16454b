//! Every distinct word of the corpus, searched in every way in which a word can be.

use crate::letters::{distance, fold};
use crate::twin::{Form, Passages};
use crate::{BOTH, check_none};
use frise_index::query::{Matching, parse};
use frise_index::search::{Filters, Sort};
use std::collections::BTreeSet;

/// Searches for each word that is not elided, with the query that a rule makes of it, and compares with
/// what the twin finds by another rule.
fn check_words(query: impl Fn(&Form) -> Option<String>, expected: impl Fn(&Form) -> Passages) {
    let words = BOTH
        .twin
        .forms
        .iter()
        .filter(|form| !form.text.ends_with(['\'', '’']));
    let queries: Vec<(String, &Form)> = words
        .filter_map(|form| Some((query(form)?, form)))
        .collect();
    let differences = queries
        .iter()
        .filter_map(|(query, form)| BOTH.difference(query, &expected(form)));
    check_none(queries.len(), differences.collect());
}

/// Where a word stands that folds alike, or has the same stem.
fn by_stem(word: &Form) -> Passages {
    BOTH.twin
        .with(|form| form.fold == word.fold || form.stem == word.stem)
}

#[test]
fn plain() {
    check_words(|form| Some(form.text.clone()), by_stem);
}

#[test]
fn plain_whatever_the_case_and_the_accents() {
    check_words(|form| Some(fold(&form.text).to_uppercase()), by_stem);
}

/// A form that the corpus lacks finds what has its stem.
#[test]
fn plain_in_a_form_that_the_corpus_lacks() {
    let known: BTreeSet<&str> = BOTH
        .twin
        .forms
        .iter()
        .map(|form| form.fold.as_str())
        .collect();
    let lacks = |text: &String| !known.contains(fold(text).as_str());
    for ending in ["s", "e", "es"] {
        let query = |form: &Form| Some(format!("{}{ending}", form.text)).filter(lacks);
        check_words(query, |word| {
            let stem = BOTH.twin.stemmer.stem(&format!("{}{ending}", word.text));
            BOTH.twin.with(|form| form.stem == stem)
        });
    }
}

/// Accents count, capitals only where the query has one.
#[test]
fn exact() {
    check_words(
        |form| Some(format!("={}", form.text.to_lowercase())),
        |word| {
            BOTH.twin
                .with(|form| form.text.to_lowercase() == word.text.to_lowercase())
        },
    );
    let capital = |form: &Form| form.text.chars().any(char::is_uppercase);
    check_words(
        |form| capital(form).then(|| format!("={}", form.text)),
        |word| BOTH.twin.with(|form| form.text == word.text),
    );
}

#[test]
fn exact_without_the_accents_finds_only_what_has_none() {
    check_words(
        |form| Some(format!("={}", fold(&form.text))),
        |word| BOTH.twin.with(|form| form.text.to_lowercase() == word.fold),
    );
}

#[test]
fn by_the_first_letters() {
    let start = |form: &Form| {
        form.text
            .chars()
            .take(3)
            .take_while(|c| c.is_alphanumeric())
            .collect::<String>()
    };
    check_words(
        |form| Some(format!("{}*", start(form))),
        |word| {
            let start = fold(&start(word));
            BOTH.twin.with(|form| form.fold.starts_with(&start))
        },
    );
}

/// `s?u*é`: the second letter is any one, those from the fourth to the last but one are any.
#[test]
fn by_a_pattern() {
    let letters = |form: &Form| form.text.chars().collect::<Vec<char>>();
    let query = |form: &Form| match letters(form)[..] {
        [first, _, third, .., last] if !form.text.contains(['\'', '’']) => {
            Some(format!("{first}?{third}*{last}"))
        }
        _ => None,
    };
    let parts = |form: &Form| {
        let mut letters = form.fold.chars();
        (letters.next(), letters.nth(1), letters.next_back())
    };
    check_words(query, |word| {
        let sought = parts(word);
        BOTH.twin
            .with(|form| sought.2.is_some() && parts(form) == sought)
    });
}

/// `/s[tu-]v?.*(é|s)/`: against another engine of regular expressions.
#[test]
fn by_a_regular_expression() {
    let query = |form: &Form| match form.text.chars().collect::<Vec<char>>()[..] {
        [first, second, third, .., last] if form.text.chars().all(char::is_alphanumeric) => {
            Some(format!("/{first}[a{second}-]{third}?.*({last}|s)/"))
        }
        _ => None,
    };
    check_words(query, |word| {
        let query = query(word).map(|query| parse(&query));
        query.map_or_else(Passages::new, |query| BOTH.twin.matches(&query.root))
    });
}

/// With one letter wrong or none, and with two.
#[test]
fn but_for_a_letter() {
    let near = |word: &Form, edits: usize| {
        let letters = word.fold.chars().count();
        BOTH.twin.with(|form| {
            form.fold.chars().count().abs_diff(letters) <= edits
                && distance(&word.fold, &form.fold) <= edits
        })
    };
    check_words(
        |form| Some(format!("{}~1", form.text)),
        |word| near(word, 1),
    );
    let some = |form: &Form| form.text.len().is_multiple_of(4);
    check_words(
        |form| some(form).then(|| format!("{}~2", form.text)),
        |word| near(word, 2),
    );
}

/// The switch for the whole query: each word without its stem, and to the letter, alone and in a phrase.
#[test]
fn words_matched_folded_or_to_the_letter() {
    let twin = &BOTH.twin;
    let mut differences = Vec::new();
    let words: Vec<&Form> = twin
        .forms
        .iter()
        .filter(|form| !form.text.ends_with(['\'', '’']))
        .collect();
    let find = |query: &str, matching: Matching| -> Passages {
        let query = parse(query).matched(matching);
        let answer = BOTH
            .searcher
            .search(&query, &Filters::default(), Sort::Relevance);
        answer.matched.iter().collect()
    };
    for word in &words {
        let alike = twin.with(|form| form.fold == word.fold);
        if find(&word.text, Matching::Folded) != alike {
            differences.push(format!("{} folded", word.text));
        }
        for query in [word.text.clone(), format!("\"{}\"", word.text)] {
            let to_the_letter: Passages = BOTH
                .search(&format!("={}", word.text))
                .matched
                .iter()
                .collect();
            if find(&query, Matching::Exact) != to_the_letter {
                differences.push(format!("{query} to the letter"));
            }
        }
    }
    check_none(words.len() * 3, differences);
}

/// Every word, the elided ones with their apostrophe.
#[test]
fn as_written_and_quoted() {
    let forms = &BOTH.twin.forms;
    let elided = forms.iter().filter(|form| form.text.ends_with(['\'', '’']));
    assert!(elided.count() > 5);
    let differences = forms.iter().flat_map(|word| {
        let written = BOTH.twin.with(|form| form.text == word.text);
        let folded = BOTH.twin.with(|form| form.fold == word.fold);
        [
            BOTH.difference(&format!("=={}", word.text), &written),
            BOTH.difference(&format!("\"{}\"", word.text), &folded),
        ]
    });
    let differences: Vec<String> = differences.flatten().collect();
    check_none(forms.len() * 2, differences);
}
