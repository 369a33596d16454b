//! The concordance against the twin: its lines, what stands around each, their order and their counts.

use crate::letters::{fold, split};
use crate::twin::{Scanned, TwinQuery};
use crate::{BOTH, Both};
use frise_index::concordance::{Key, Line, counts, lines, sorted};
use frise_index::model::RunKind;
use frise_index::query::parse;
use frise_index::search::{Filters, Sort};
use proptest::prelude::*;

fn lines_of(query: &str, filters: &Filters) -> Vec<Line> {
    let answer = BOTH
        .searcher
        .search(&parse(query), filters, Sort::Relevance);
    lines(&BOTH.searcher, &answer, filters)
}

#[test]
fn each_hit_is_a_line() {
    let Both { searcher, twin } = &*BOTH;
    let words = twin.forms.iter().step_by(2).map(|form| form.text.clone());
    let phrases = [
        "\"communauté de destin\"",
        "\"de la\"",
        "sécur*",
        "plates-formes",
        "espace|cyberespace",
    ];
    let mut all = 0;
    for query in words.chain(phrases.map(str::to_string)) {
        let sought: Vec<TwinQuery> = match &parse(&query).root {
            frise_index::query::Node::Any(parts) => {
                parts.iter().map(|part| twin.sought(part)).collect()
            }
            root => vec![twin.sought(root)],
        };
        let hits = |passage: &Scanned| -> usize {
            sought.iter().map(|sought| sought.hits(passage).len()).sum()
        };
        let found = lines_of(&query, &Filters::default());
        let expected: usize = twin.passages.iter().map(hits).sum();
        assert_eq!(found.len(), expected, "{query}");
        assert!(found.is_sorted_by_key(|line| line.hit.start), "{query}");
        for line in &found {
            let context = line.context(searcher.index(), 0);
            assert_eq!((context.left.as_str(), context.right.as_str()), ("", ""));
            let words = (line.hit.end - line.hit.start + 1) as usize;
            assert_eq!(split(&context.hit).len(), words, "{query}: {context:?}");
        }
        all += found.len();
    }
    assert!(all > 5000, "only {all} lines");
}

#[test]
fn a_theme_that_is_held_has_its_evidence_as_lines() {
    for (theme, known) in (0..).zip(&BOTH.searcher.index().about().themes) {
        let held = Filters {
            themes: vec![theme],
            ..Filters::default()
        };
        let evidence = lines_of("", &held);
        let of_query = lines_of(&known.query, &Filters::default());
        let hits = |lines: &[Line]| -> Vec<(u32, u32)> {
            lines
                .iter()
                .map(|line| (line.hit.start, line.hit.end))
                .collect()
        };
        assert_eq!(hits(&evidence), hits(&of_query), "{}", known.id);
    }
    assert_eq!(lines_of("", &Filters::default()), []);
}

/// The text of what a line may show: its heading, or its paragraph.
fn whole(line: &Line) -> String {
    let index = BOTH.searcher.index();
    let runs = index.runs_of(line.hit.passage);
    let own = runs
        .iter()
        .find(|run| run.positions.contains(&line.hit.start))
        .expect("a hit stands in a run");
    let text = match own.kind {
        RunKind::Heading(_) => index.pieces(own).map(|piece| piece.text).collect(),
        RunKind::Span(_) => index.text_of(line.hit.passage),
    };
    text.replace(['\n', '\t'], " ")
}

fn any_key() -> impl Strategy<Value = Key> {
    prop_oneof![
        (1u8..=3).prop_map(Key::Left),
        Just(Key::Hit),
        (1u8..=3).prop_map(Key::Right),
        Just(Key::Date),
        Just(Key::Speaker),
        Just(Key::Document),
    ]
}

/// By what a reader sees: the words of the context, folded, from the n-th away from the hit.
fn slow_key(line: &Line, key: Key) -> Vec<String> {
    let index = BOTH.searcher.index();
    let context = line.context(index, u32::MAX);
    let words = |text: &str| {
        split(text)
            .iter()
            .map(|word| fold(word))
            .collect::<Vec<_>>()
    };
    let three = |mut words: Vec<String>, n: u8| {
        words.truncate(3);
        // What is missing stands last.
        words.resize(3, "\u{10FFFF}".to_string());
        words.split_off(usize::from(n) - 1)
    };
    let metadata = &index.documents()[index.document_of(line.hit.passage)].metadata;
    match key {
        Key::Left(n) => three(words(&context.left).into_iter().rev().collect(), n),
        Key::Hit => words(&context.hit).into_iter().take(1).collect(),
        Key::Right(n) => three(words(&context.right), n),
        Key::Date => vec![format!("{:?}", metadata.first_day())],
        Key::Document => vec![fold(&metadata.short.fr)],
        Key::Speaker => vec![line.speaker.map_or("~".to_string(), |speaker| {
            fold(&index.about().speakers[speaker as usize].name.fr)
        })],
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn lines_stand_in_the_order_of_their_keys(
        query in prop::sample::select(vec!["internet", "cyber*", "\"de la\"", "sécurité", "les", "règles|principes"]),
        keys in prop::collection::vec(any_key(), 1..4),
    ) {
        let lines = lines_of(query, &Filters::default());
        let sorted = sorted(BOTH.searcher.index(), lines.clone(), &keys, true);
        let slow = |line: &Line| keys.iter().map(|key| slow_key(line, *key)).collect::<Vec<_>>();
        let mut expected = lines;
        expected.sort_by_cached_key(slow);
        prop_assert_eq!(sorted, expected);
    }

    #[test]
    fn contexts_are_the_text(
        query in prop::sample::select(vec!["internet", "cyber*", "\"de la\"", "sécurité", "\"règles internationales\"~8", "les"]),
        words in 0u32..12,
    ) {
        for line in lines_of(query, &Filters::default()) {
            let index = BOTH.searcher.index();
            let all = line.context(index, u32::MAX);
            let (left, right) = (split(&all.left), split(&all.right));
            prop_assert_eq!(format!("{}{}{}", all.left, all.hit, all.right), whole(&line));
            let some = line.context(index, words);
            let count = words as usize;
            let bare = |words: &[String]| -> Vec<String> {
                words.iter().map(|word| word.trim_end_matches(['\'', '’']).to_string()).collect()
            };
            prop_assert_eq!(bare(&split(&some.left)), bare(&left[left.len().saturating_sub(count)..]));
            prop_assert_eq!(bare(&split(&some.right)), bare(&right[..right.len().min(count)]));
            prop_assert_eq!(&some.hit, &all.hit);
            prop_assert!(all.left.ends_with(&some.left) && all.right.starts_with(&some.right));
        }
    }
}

#[test]
fn hits_are_counted_over_the_words_that_pass_the_filters() {
    let searcher = &BOTH.searcher;
    let length = |passage: &Scanned| passage.words.iter().flatten().count();
    let voices = frise_index::model::Voice::ALL;
    for filters in [
        Filters::default(),
        Filters {
            voices: voices[1..2].to_vec(),
            ..Filters::default()
        },
        Filters {
            documents: vec![1, 3],
            ..Filters::default()
        },
    ] {
        let lines = lines_of("internet|cyber*", &filters);
        let counted = counts(searcher, &lines, &filters);
        let twin = BOTH.twin.within(&filters);
        let hits: usize = counted.iter().map(|count| count.hits).sum();
        assert_eq!(hits, lines.len());
        assert!(hits > 0);
        for count in &counted {
            let words: usize = (0..)
                .zip(&twin.passages)
                .filter(|(place, passage)| {
                    passage.document == count.document && twin.passes(*place, &filters)
                })
                .map(|(_, passage)| length(passage))
                .sum();
            assert_eq!(count.words, words, "{count:?}");
            let rate = count.hits as f64 / words as f64 * 10_000.0;
            assert!((count.rate() - rate).abs() < 1e-9);
        }
        let kept = |document: &usize| {
            (0..).zip(&twin.passages).any(|(place, passage)| {
                passage.document == *document && twin.passes(place, &filters)
            })
        };
        let documents: Vec<usize> = counted.iter().map(|count| count.document).collect();
        let expected: Vec<usize> = (0..searcher.index().documents().len())
            .filter(kept)
            .collect();
        assert_eq!(documents, expected);
    }
}
