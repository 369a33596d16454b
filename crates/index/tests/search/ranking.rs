//! What a reader who knows the texts expects first, and queries in French as people type them.

use crate::combined::any_query;
use crate::twin::{Form, Scanned};
use crate::{BOTH, Both};
use frise_index::query::parse;
use frise_index::search::{Filters, Reading, Searcher, Sort};
use proptest::prelude::*;

fn check(query: &str, expected: &str) {
    let answer = BOTH.search(query);
    let names: Vec<String> = answer
        .passages
        .iter()
        .take(3)
        .map(|found| BOTH.searcher.index().passage_id(found.passage))
        .collect();
    assert_eq!(
        names.first().map(String::as_str),
        Some(expected),
        "{query}: {names:?}"
    );
}

#[test]
fn the_passage_that_a_reader_expects_comes_first() {
    check(
        "politisation sécurité numérique",
        "securite-numerique-2020.p1",
    );
    check(
        "conseil de sécurité débat virtuel",
        "conseil-securite-2021.p3",
    );
    check("soie numérique", "conseil-securite-2021.p10");
    check("serveurs racines", "strategie-2017.p26");
    check("souveraineté", "strategie-2017.p22");
    check("fossé numérique", "strategie-2017.p20");
    check("vie privée", "strategie-2017.p52");
    check("droits des citoyens", "strategie-2017.p28");
    check("infrastructures critiques", "strategie-2017.p61");
    check("cyberculture", "strategie-2017.p64");
    check("deux poids deux mesures", "securite-numerique-2020.p2");
    check("Ceinture et Route", "cyber-2016.p4");
}

/// Scores are BM25 (Robertson and Zaragoza, 2009) with k1 = 1.2 and b = 0.75 over passages, summed over
/// the words of the query, and what their nearness adds.
#[test]
fn scores_are_bm25() {
    let twin = &BOTH.twin;
    let count = twin.passages.len() as f64;
    let length = |passage: &Scanned| passage.words.iter().flatten().count() as f64;
    let mean = twin.passages.iter().map(length).sum::<f64>() / count;
    let score = |form: &Form, passage: &Scanned| {
        let is_it = |place: &&usize| twin.forms[**place].text.to_lowercase() == form.text;
        let times = passage.words.iter().flatten().filter(is_it).count() as f64;
        let with = twin
            .with(|other| other.text.to_lowercase() == form.text)
            .len() as f64;
        let idf = (1.0 + (count - with + 0.5) / (with + 0.5)).ln();
        idf * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * length(passage) / mean))
    };
    let is_plain = |form: &&Form| form.text.chars().all(char::is_lowercase);
    let words: Vec<&Form> = twin.forms.iter().filter(is_plain).collect();
    for pair in words.chunks_exact(2).step_by(9) {
        let answer = BOTH.search(&format!("={} | ={}", pair[0].text, pair[1].text));
        for found in &answer.passages {
            let passage = &twin.passages[found.passage as usize];
            let expected: f64 = pair.iter().map(|form| score(form, passage)).sum();
            let explanation = BOTH.searcher.explain(found.passage, &answer.plan);
            let of_words = found.score - explanation.nearness;
            let difference = (f64::from(of_words) - expected).abs();
            assert!(
                difference < 1e-4,
                "{} {}: {} is not {expected}",
                pair[0].text,
                pair[1].text,
                found.score
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// The scores of the terms add up to the score.
    #[test]
    fn scores_are_explained(query in any_query()) {
        let answer = BOTH.search(&query);
        for found in answer.passages.iter().take(10) {
            let explanation = BOTH.searcher.explain(found.passage, &answer.plan);
            prop_assert!((explanation.score - found.score).abs() < 1e-4, "{}: {:?} is not {}", query, explanation, found.score);
            for term in &explanation.terms {
                let times: u32 = term.forms.iter().map(|times| times.count).sum();
                prop_assert!(term.term_frequency > 0 && (term.forms.is_empty() || term.term_frequency <= times));
                prop_assert!((1..=explanation.passages).contains(&term.document_frequency));
            }
        }
    }
}

/// How strictly a passage matches some words that must all match: 2 as written, 1 folded, 0 by other forms.
fn strictness(words: &[&Form], passage: &Scanned) -> u32 {
    let has = |fits: &dyn Fn(&Form) -> bool| {
        let mut forms = passage.words.iter().flatten();
        forms.any(|form| fits(&BOTH.twin.forms[*form]))
    };
    let as_written = |word: &&Form| {
        let text = word.text.to_lowercase();
        has(&|form| form.text.to_lowercase() == text)
    };
    let folded = |word: &&Form| has(&|form| form.fold == word.fold);
    match () {
        () if words.iter().all(as_written) => 2,
        () if words.iter().all(folded) => 1,
        () => 0,
    }
}

/// Passages that hold all words of a query as written come before those that hold them folded, and these before those that
/// hold other forms. So the first ten hold the words as written where ten passages do, be it one word or two.
#[test]
fn words_as_written_come_first() {
    let Both { searcher, twin } = &*BOTH;
    let words = twin.forms.iter();
    let words: Vec<&Form> = words
        .filter(|form| !form.text.ends_with(['\'', '’']))
        .collect();
    let mut mixed = 0;
    for (at, one) in words.iter().enumerate() {
        let other = words[(at * 7 + 3) % words.len()];
        let frequent = words[at % 40];
        for asked in [vec![*one], vec![*one, other], vec![frequent, *one]] {
            let texts: Vec<&str> = asked.iter().map(|form| form.text.as_str()).collect();
            let query = texts.join(" ");
            let answer = BOTH.search(&query);
            let order: Vec<u32> = answer
                .passages
                .iter()
                .map(|found| strictness(&asked, &twin.passages[found.passage as usize]))
                .collect();
            assert!(
                order.is_sorted_by(|before, after| before >= after),
                "{query}: {order:?}"
            );
            mixed += usize::from(order.first() != order.last());
            for found in answer.passages.iter().take(usize::from(at % 20 == 0)) {
                let explanation = searcher.explain(found.passage, &answer.plan);
                let passage = &twin.passages[found.passage as usize];
                let expected = match strictness(&asked, passage) {
                    2 => Reading::Written,
                    1 => Reading::Folded,
                    _ => Reading::Any,
                };
                let reading = explanation.reading.unwrap_or(expected);
                assert_eq!(reading, expected, "{query}");
            }
        }
    }
    assert!(mixed > 100, "only {mixed} queries found several readings");
}

/// Words that stand together come before the same words far apart, in passages that are alike otherwise.
#[test]
fn near_words_come_before_far_ones() {
    let apart =
        "Le conseil a lu un long texte sur la paix avant tout débat de fond sur sa sécurité";
    let near = "Le conseil de sécurité a lu un long texte sur la paix avant tout débat de fond sur";
    let searcher = searcher_of(&[apart, near, "Autre chose."]);
    for query in ["conseil sécurité", "sécurité conseil", "conseil | sécurité"] {
        let answer = searcher.search(&parse(query), &Filters::default(), Sort::Relevance);
        let first = searcher.index().text_of(answer.passages[0].passage);
        assert_eq!(first, near, "{query}");
        let explanation = searcher.explain(answer.passages[0].passage, &answer.plan);
        assert!(explanation.nearness > 0.0, "{query}");
    }
}

/// A single passage, searched in the six ways that no other tool answers all of.
#[test]
fn elision_accents_and_inflection() {
    let searcher =
        one_passage("« L'économie de l’Assemblée nationale, l'amendement, les travaux. »");
    for query in [
        "économie",
        "economie",
        "assemblée",
        "assemblee",
        "amendement",
        "travail",
    ] {
        let answer = searcher.search(&parse(query), &Filters::default(), Sort::Relevance);
        assert_eq!(answer.passages.len(), 1, "{query}");
    }
    for query in [
        "=economie",
        "=assemblee",
        "=amendements",
        "\"économies nationales\"",
        "l’amende*ts",
        "travail~1",
    ] {
        let answer = searcher.search(&parse(query), &Filters::default(), Sort::Relevance);
        assert_eq!(answer.passages.len(), 0, "{query}");
    }
}

fn one_passage(text: &str) -> Searcher {
    searcher_of(&[text])
}

/// A searcher of a document with a passage of each text.
fn searcher_of(texts: &[&str]) -> Searcher {
    let mut corpus = crate::common::corpus();
    let mut document = corpus.documents.swap_remove(0);
    let mut model = document.passages.swap_remove(0);
    model.runs.truncate(1);
    let passage = |text: &&str| {
        let mut passage = model.clone();
        passage.runs[0].text = text.to_string();
        passage
    };
    document.passages = texts.iter().map(passage).collect();
    corpus.documents = vec![document];
    Searcher::open(frise_corpus::write(&corpus).expect("an index")).expect("the index opens")
}
