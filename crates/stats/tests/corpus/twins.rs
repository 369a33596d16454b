//! Counts against scans of the texts.

use super::{CORPUS, ask};
use frise_index::Index;
use frise_index::search::{Hit, PassageSet};
use frise_stats::{CollocationOptions, Level, Parts, Window, collocations, count, spread};
use frise_text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// The words of a passage with their positions, run by run.
fn words(index: &Index, passage: u32) -> Vec<Vec<(u32, String)>> {
    let runs = index.runs_of(passage).iter();
    let words = runs.map(|run| {
        let words = index
            .pieces(run)
            .filter_map(|piece| Some((piece.word?.1, piece.text)));
        words
            .map(|(position, text)| (position, fold(text)))
            .collect()
    });
    words.collect()
}

/// The words of a passage as one list.
fn flat(index: &Index, passage: u32) -> Vec<(u32, String)> {
    words(index, passage).concat()
}

#[test]
fn counts_are_those_of_a_scan() {
    let index = CORPUS.index();
    let mut part = PassageSet::none(index.passages());
    (0..index.passages())
        .step_by(3)
        .for_each(|passage| part.insert(passage));
    let mut larger_part = part.clone();
    larger_part.complement();
    for part in [part, larger_part] {
        let mut expected: BTreeMap<String, u64> = BTreeMap::new();
        for passage in part.iter() {
            for (_, word) in flat(index, passage) {
                *expected.entry(word).or_default() += 1;
            }
        }
        let counts = count(index, &part, Level::Folded);
        let found: BTreeMap<String, u64> = (0..)
            .zip(&counts)
            .filter(|(_, count)| **count > 0)
            .map(|(term, count)| (fold(Level::Folded.text(index, term)), *count))
            .collect();
        assert_eq!(found, expected);
    }
    // Every level counts all words.
    let every = PassageSet::every(index.passages());
    for level in Level::ALL {
        let counts = count(index, &every, level);
        assert_eq!(counts.len(), level.words(index));
        assert_eq!(counts.iter().sum::<u64>(), index.words() as u64);
        for word in (0..counts.len()).step_by(97) {
            assert_eq!(counts[word], level.frequency(index, word as u32));
        }
    }
}

/// The co-occurrences of a word by the definition: sets of positions.
struct Twin {
    window: BTreeSet<u32>,
    outside: BTreeSet<u32>,
}

impl Twin {
    fn of(index: &Index, hits: &[Hit], left: u32, right: u32) -> Twin {
        let mut all: BTreeSet<u32> = BTreeSet::new();
        for passage in 0..index.passages() {
            all.extend(flat(index, passage).iter().map(|(position, _)| *position));
        }
        let nodes: BTreeSet<u32> = hits.iter().flat_map(|hit| hit.start..=hit.end).collect();
        let mut window = BTreeSet::new();
        for hit in hits {
            // Positions that no word has stand between texts.
            let mut at = hit.start;
            for _ in 0..left {
                match at.checked_sub(1).filter(|at| all.contains(at)) {
                    Some(before) => at = before,
                    None => break,
                }
                window.insert(at);
            }
            let mut at = hit.end;
            for _ in 0..right {
                if !all.contains(&(at + 1)) {
                    break;
                }
                at += 1;
                window.insert(at);
            }
        }
        let window: BTreeSet<u32> = window.difference(&nodes).copied().collect();
        let outside = all.difference(&nodes).copied();
        Twin {
            outside: outside
                .filter(|position| !window.contains(position))
                .collect(),
            window,
        }
    }
}

#[test]
fn collocations_are_those_of_the_definition() {
    let index = CORPUS.index();
    let mut words_at: BTreeMap<u32, String> = BTreeMap::new();
    for passage in 0..index.passages() {
        words_at.extend(flat(index, passage));
    }
    for (query, left, right) in [
        ("internet", 5, 5),
        ("chine", 0, 2),
        ("\"le cyberespace\"", 3, 0),
    ] {
        let (passages, hits) = ask(&CORPUS, query);
        assert!(hits.len() > 3, "{query} has hits");
        let twin = Twin::of(index, &hits, left, right);
        let options = CollocationOptions {
            window: Window::Words { left, right },
            together: 0,
            frequency: 1,
            ..CollocationOptions::default()
        };
        let found = collocations(index, &passages, &hits, &options).expect("there are hits");
        assert_eq!(found.part, twin.window.len() as u64);
        assert_eq!(found.whole, (twin.window.len() + twin.outside.len()) as u64);
        let mut expected: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
        for position in &twin.window {
            expected.entry(&words_at[position]).or_default().0 += 1;
        }
        for position in &twin.outside {
            expected.entry(&words_at[position]).or_default().1 += 1;
        }
        assert_eq!(found.words.len(), expected.len());
        for collocate in &found.words {
            let word = fold(Level::Folded.text(index, collocate.word));
            let counts = (
                collocate.table.frequency(),
                collocate.table.frequency_in_rest(),
            );
            assert_eq!(counts, expected[word.as_str()], "{word} near {query}");
        }
        let scores = found.words.iter().map(|word| word.signed_log_likelihood());
        assert!(scores.rev().is_sorted());
    }
}

#[test]
fn collocations_by_passage_count_passages() {
    let index = CORPUS.index();
    let (passages, hits) = ask(&CORPUS, "internet");
    let options = CollocationOptions {
        window: Window::Passage,
        together: 0,
        frequency: 1,
        ..CollocationOptions::default()
    };
    let found = collocations(index, &passages, &hits, &options).expect("there are hits");
    let nodes: BTreeSet<u32> = hits.iter().flat_map(|hit| hit.start..=hit.end).collect();
    let with_hit: BTreeSet<u32> = hits.iter().map(|hit| hit.passage).collect();
    assert_eq!(found.part, with_hit.len() as u64);
    assert_eq!(found.whole, u64::from(index.passages()));
    let mut expected: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for passage in 0..index.passages() {
        let words = flat(index, passage).into_iter();
        let words: BTreeSet<String> = words
            .filter(|(position, _)| !nodes.contains(position))
            .map(|(_, word)| word)
            .collect();
        for word in words {
            let (together, all) = expected.entry(word).or_default();
            *together += u64::from(with_hit.contains(&passage));
            *all += 1;
        }
    }
    assert_eq!(found.words.len(), expected.len());
    for collocate in &found.words {
        let word = fold(Level::Folded.text(index, collocate.word));
        let counts = (collocate.table.frequency(), collocate.table.total());
        assert_eq!(counts, expected[&word], "{word}");
    }
}

#[test]
fn equal_parts_are_equal_and_hold_all_hits() {
    let index = CORPUS.index();
    let (passages, hits) = ask(&CORPUS, "internet");
    let order: Vec<u32> = (0..index.passages())
        .flat_map(|passage| flat(index, passage))
        .map(|(position, _)| position)
        .collect();
    for parts in [2, 7, 100] {
        let found = spread(index, &passages, &hits, Parts::Equal(parts)).expect("there are hits");
        assert_eq!(found.parts.len(), parts as usize);
        assert_eq!(
            found.parts.iter().map(|(own, _)| own).sum::<u64>(),
            hits.len() as u64
        );
        assert_eq!(
            found.parts.iter().map(|(_, words)| words).sum::<u64>(),
            index.words() as u64
        );
        let sizes = found.parts.iter().map(|(_, words)| *words);
        assert!(sizes.clone().max().unwrap_or(0) - sizes.min().unwrap_or(0) <= 1);
        for (hit, place) in hits.iter().zip(&found.places) {
            let expected = order.binary_search(&hit.start).expect("a hit is a word");
            assert_eq!(*place, expected as f64 / order.len() as f64);
        }
        let mut start = 0;
        for (own, words) in &found.parts {
            let end = start + *words as usize;
            let within = |hit: &&Hit| order[start..end].binary_search(&hit.start).is_ok();
            assert_eq!(hits.iter().filter(within).count() as u64, *own);
            start = end;
        }
    }
    let by_document = spread(index, &passages, &hits, Parts::Documents).expect("there are hits");
    for (document, (own, words)) in index.documents().iter().zip(&by_document.parts) {
        let hits = hits
            .iter()
            .filter(|hit| document.passages.contains(&hit.passage));
        assert_eq!(hits.count() as u64, *own);
        let own_words = document
            .passages
            .clone()
            .map(|passage| index.words_of(passage));
        assert_eq!(own_words.map(u64::from).sum::<u64>(), *words);
    }
}
