//! Similar passages, and tables of words and parts, of the embedded corpus.

use super::{CORPUS, searcher};
use frise_index::search::PassageSet;
use frise_stats::{
    Correspondence, Error, Level, SimilarOptions, diversity, lexical_table, similar,
};
use frise_text::fold;

#[test]
fn shared_segments_are_the_same_words_in_both_passages() {
    let index = CORPUS.index();
    let every = PassageSet::every(index.passages());
    let options = SimilarOptions {
        level: Level::Folded,
        ..SimilarOptions::default()
    };
    let words = |passage: u32, range: &std::ops::RangeInclusive<u32>| -> Vec<String> {
        let runs = index.runs_of(passage).iter();
        let pieces = runs.flat_map(|run| index.pieces(run));
        let inside = pieces.filter(|piece| piece.word.is_some_and(|(_, at)| range.contains(&at)));
        inside.map(|piece| fold(piece.text)).collect()
    };
    let mut shared = 0;
    for passage in (0..index.passages()).step_by(41) {
        let found = similar(index, passage, &every, &options).expect("passages have words");
        assert!(found.len() <= options.most);
        assert!(found.iter().rev().is_sorted_by(|a, b| a.score <= b.score));
        for other in &found {
            assert_ne!(index.document_of(other.passage), index.document_of(passage));
            assert!(other.score.is_finite() && (0.0..=1.0).contains(&other.coverage));
            let mut end = None;
            for segment in &other.segments {
                let (here, there) = (
                    words(passage, &segment.here),
                    words(other.passage, &segment.there),
                );
                assert!(
                    here == there && here.len() >= options.words,
                    "{here:?}, {there:?}"
                );
                assert!(end.is_none_or(|end| *segment.here.start() > end));
                end = Some(*segment.here.end());
                shared += 1;
            }
        }
    }
    assert!(shared > 0, "some passages share a segment");
}

#[test]
fn a_passage_is_most_like_its_copy() {
    let lines = r#"{"id": "1", "date": "2016", "language": "fr", "text": "Le cyberespace appartient à tous les peuples du monde."}
{"id": "2", "date": "2017", "language": "fr", "text": "Les peuples veulent la paix."}
{"id": "3", "date": "2018", "language": "fr", "text": "Le cyberespace appartient à tous les peuples du monde."}
{"id": "4", "date": "2019", "language": "fr", "text": "Il neige."}"#;
    let searcher = searcher(lines);
    let index = searcher.index();
    let every = PassageSet::every(index.passages());
    let found = similar(index, 0, &every, &SimilarOptions::default()).expect("it has words");
    let passages: Vec<u32> = found.iter().map(|found| found.passage).collect();
    assert_eq!(passages, [2, 1]);
    assert_eq!((found[0].bm25, found[0].coverage), (1.0, 1.0));
    assert_eq!(found[1].segments, []);
    let none = similar(index, 99, &every, &SimilarOptions::default());
    assert_eq!(none, Err(Error::NoWords));
}

#[test]
fn a_lexical_table_has_the_most_frequent_words() {
    let index = CORPUS.index();
    let parts: Vec<PassageSet> = index
        .documents()
        .iter()
        .map(|document| {
            let mut set = PassageSet::none(index.passages());
            set.insert_all(document.passages.clone());
            set
        })
        .collect();
    let table = lexical_table(index, &parts, Level::Stem, 5, 0, 200);
    assert_eq!((table.words.len(), table.counts.len()), (200, 200));
    for (word, row) in table.words.iter().zip(&table.counts) {
        assert_eq!(row.iter().sum::<u64>(), Level::Stem.frequency(index, *word));
    }
    assert!(
        table
            .counts
            .iter()
            .map(|row| row.iter().sum::<u64>())
            .rev()
            .is_sorted()
    );
    let long = lexical_table(index, &parts, Level::Stem, 5, 4, 200);
    let letters = |word: &u32| Level::Stem.text(index, *word).chars().count();
    assert!(long.words.iter().all(|word| letters(word) >= 4));
    assert!(table.words.iter().any(|word| letters(word) < 4));
    let map = Correspondence::of(&table.counts, 10).expect("there are words and parts");
    assert_eq!(map.axes.len(), parts.len() - 1);
    let shares: f64 = map.axes.iter().map(|axis| axis.share).sum();
    assert!((shares - 1.0).abs() < 1e-9);
    for point in map.rows.iter().chain(&map.columns).flatten() {
        assert!((point.cos2.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }
}

#[test]
fn the_vocabulary_grows_to_that_of_the_index() {
    let index = CORPUS.index();
    let every = PassageSet::every(index.passages());
    let found = diversity(index, &every, Level::Folded).expect("there are words");
    assert_eq!(
        (found.tokens, found.types),
        (index.words() as u64, index.terms() as u64)
    );
    assert_eq!(found.growth.len(), 200);
    let none = PassageSet::none(index.passages());
    assert_eq!(diversity(index, &none, Level::Form), Err(Error::NoWords));
}
