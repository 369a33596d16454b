//! Repeated segments of the embedded corpus, and of small ones.

use super::{CORPUS, searcher};
use frise_index::search::PassageSet;
use frise_stats::{Boundary, Level, SegmentOptions, Segments, Traveller};
use frise_text::fold;
use std::collections::BTreeMap;

fn all(searcher: &frise_index::search::Searcher) -> PassageSet {
    PassageSet::every(searcher.index().passages())
}

#[test]
fn frequencies_are_those_of_a_scan() {
    let index = CORPUS.index();
    let options = SegmentOptions {
        boundary: Boundary::Passage,
        words: 3..=4,
        ..SegmentOptions::default()
    };
    let segments = Segments::of(index, &all(&CORPUS), &options).expect("there are words");
    let mut counts: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for passage in 0..index.passages() {
        let mut rows: Vec<Vec<(u32, String)>> = vec![Vec::new()];
        for run in index.runs_of(passage) {
            for piece in index.pieces(run) {
                let Some((_, position)) = piece.word else {
                    continue;
                };
                let row = rows.last_mut().expect("a row");
                if row.last().is_some_and(|(last, _)| last + 1 != position) {
                    rows.push(Vec::new());
                }
                let row = rows.last_mut().expect("a row");
                row.push((position, fold(piece.text)));
            }
        }
        for row in rows {
            for window in row.windows(3).chain(row.windows(4)) {
                let words = window.iter().map(|(_, word)| word.clone()).collect();
                *counts.entry(words).or_default() += 1;
            }
        }
    }
    assert!(segments.found().len() > 100);
    for segment in segments.found() {
        let words = segments.words_of(segment).into_iter();
        let words: Vec<String> = words
            .map(|word| fold(Level::Folded.text(index, word)))
            .collect();
        assert_eq!(counts.get(&words), Some(&segment.frequency()), "{words:?}");
        let places = segments.places(segment);
        assert_eq!(places.len(), segment.frequency());
        assert!(places.is_sorted_by_key(|place| place.start));
        let documents: std::collections::BTreeSet<usize> =
            places.iter().map(|place| place.document).collect();
        assert_eq!(documents.len(), segment.documents as usize);
        assert!(segment.first <= segment.last);
    }
}

#[test]
fn variants_are_those_of_a_scan() {
    let index = CORPUS.index();
    let options = SegmentOptions {
        words: 4..=12,
        ..SegmentOptions::default()
    };
    let segments = Segments::of(index, &all(&CORPUS), &options).expect("there are words");
    // All sequences within a sentence, from segments that need not be repeated: their own texts are scanned.
    let mut rows: Vec<Vec<u32>> = Vec::new();
    for passage in 0..index.passages() {
        let mut row = Vec::new();
        let mut end = None;
        for run in index.runs_of(passage) {
            if end.replace(run.positions.end) != Some(run.positions.start) {
                rows.push(std::mem::take(&mut row));
            }
            for piece in index.pieces(run) {
                match piece.word {
                    Some((form, _)) => row.extend(index.term_of_form(form)),
                    None if piece.text.contains(['.', '?', '!', ':', ';', '…', '\n']) => {
                        rows.push(std::mem::take(&mut row));
                    }
                    None => {}
                }
            }
        }
        rows.push(row);
    }
    for segment in segments.found().iter().step_by(29).take(20) {
        let words = segments.words_of(segment);
        for changes in [1, 2] {
            let mut expected: BTreeMap<Vec<u32>, usize> = BTreeMap::new();
            for window in rows.iter().flat_map(|row| row.windows(words.len())) {
                let changed = window.iter().zip(&words).filter(|(a, b)| a != b).count();
                if (1..=changes).contains(&changed) && words.len() >= changes + 2 {
                    *expected.entry(window.to_vec()).or_default() += 1;
                }
            }
            let found: BTreeMap<Vec<u32>, usize> = segments
                .variants(segment, changes)
                .into_iter()
                .map(|variant| (variant.words, variant.places.len()))
                .collect();
            assert_eq!(found, expected, "{}", segments.text(segment));
        }
    }
}

const SPEECHES: &str = r#"{"id": "a", "date": "2016-05-01", "speaker": "Ada", "language": "fr", "text": "Nous voulons une paix juste, durable et sûre. Rien de plus."}
{"id": "b", "date": "2016-09", "speaker": "Bob", "language": "fr", "text": "Une paix juste, durable et sûre ? Nous voulons une paix."}
{"id": "c", "date": "2018", "speaker": "Ada", "language": "fr", "text": "Une paix juste, armée et sûre. Rien de plus !"}
{"id": "d", "date": "", "language": "fr", "text": "Une paix juste, durable et sûre."}"#;

#[test]
fn formulas_travel_in_the_order_of_time() {
    let searcher = searcher(SPEECHES);
    let index = searcher.index();
    let segments = Segments::of(index, &all(&searcher), &SegmentOptions::default());
    let segments = segments.expect("there are words");
    let texts: Vec<(String, usize)> = segments
        .found()
        .iter()
        .map(|segment| (segments.text(segment), segment.frequency()))
        .collect();
    assert_eq!(
        texts,
        [
            ("une paix juste, durable et sûre".to_string(), 3),
            ("une paix juste".to_string(), 4),
            ("une paix".to_string(), 5),
            ("et sûre".to_string(), 4),
            ("Nous voulons une paix".to_string(), 2),
            ("Rien de plus".to_string(), 2),
        ]
    );
    let first = &segments.found()[0];
    assert_eq!((first.documents, first.speakers, first.years), (3, 2, 1));
    assert!(first.travels(Traveller::Speakers) && !first.travels(Traveller::Years));
    let places = segments.places(first);
    let ids: Vec<String> = places
        .iter()
        .map(|place| index.passage_id(place.passage))
        .collect();
    assert_eq!(ids, ["a.p1", "b.p1", "d.p1"]);
    assert_eq!(places[2].date, None);
    let days: Vec<String> = [first.first, first.last]
        .into_iter()
        .flatten()
        .map(|day| format!("{:?}", day.ymd()))
        .collect();
    assert_eq!(days, ["(2016, 5, 1)", "(2016, 9, 1)"]);

    let variants = segments.variants(first, 1);
    assert_eq!(variants.len(), 1);
    assert_eq!(variants[0].changed, [3]);
    assert_eq!(Level::Folded.text(index, variants[0].words[3]), "armée");
}

#[test]
fn segments_cross_sentences_only_if_asked() {
    let lines = r#"{"id": "1", "date": "2016", "language": "fr", "text": "La paix. La guerre."}
{"id": "2", "date": "2016", "language": "fr", "text": "La paix. La guerre."}"#;
    let searcher = searcher(lines);
    let texts = |boundary: Boundary| {
        let options = SegmentOptions {
            boundary,
            ..SegmentOptions::default()
        };
        let segments = Segments::of(searcher.index(), &all(&searcher), &options);
        let segments = segments.expect("there are words");
        let found = segments.found().iter();
        found
            .map(|segment| segments.text(segment))
            .collect::<Vec<_>>()
    };
    assert_eq!(texts(Boundary::Passage), ["La paix. La guerre"]);
    assert_eq!(texts(Boundary::Sentence).len(), 2);
}
