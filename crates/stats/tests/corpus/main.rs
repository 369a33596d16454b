//! Statistics of the embedded corpus against slow twins, and of corpora that have little to count.

#[path = "../../../corpus/tests/common/mod.rs"]
mod common;
mod segments;
mod twins;

use frise_corpus::{SourceFile, compile};
use frise_index::query::parse;
use frise_index::search::{Filters, Hit, PassageSet, Searcher};
use frise_stats::{
    CollocationOptions, Error, KeynessOptions, Parts, Reference, SegmentOptions, Segments, Warning,
    collocations, keyness, spread,
};
use std::sync::LazyLock;

/// The embedded corpus.
static CORPUS: LazyLock<Searcher> = LazyLock::new(common::searcher);

/// A corpus of lines of JSON.
fn searcher(lines: &str) -> Searcher {
    let file = SourceFile {
        path: "corpus.jsonl".to_string(),
        bytes: lines.into(),
    };
    match compile(&[file]) {
        Ok(compiled) => compiled.searcher,
        Err(problems) => panic!("the corpus has mistakes: {problems:#?}"),
    }
}

/// All passages, and the hits of a query in them.
fn ask(searcher: &Searcher, query: &str) -> (PassageSet, Vec<Hit>) {
    let passages = searcher.passing(&Filters::default());
    let matches = searcher.ask(&parse(query));
    let hits = searcher.hits(matches.passages(), matches.plan(), &[]);
    (passages, hits)
}

#[test]
fn a_part_must_have_words_and_a_rest() {
    let index = CORPUS.index();
    let none = PassageSet::none(index.passages());
    let every = PassageSet::every(index.passages());
    let options = KeynessOptions::default();
    let compare = |part: &PassageSet, reference: Reference<'_>| {
        keyness(index, part, reference, &options).map(|found| found.warnings)
    };
    assert_eq!(compare(&none, Reference::Rest), Err(Error::EmptyPart));
    assert_eq!(
        compare(&every, Reference::Rest),
        Err(Error::NothingToCompare)
    );
    let found = compare(&every, Reference::Passages(&every));
    assert_eq!(found, Err(Error::NothingToCompare));
    // What is in both counts in the part only.
    let mut part = none.clone();
    part.insert_all(index.documents()[0].passages.clone());
    let with_all = compare(&part, Reference::Passages(&every)).expect("both have words");
    assert!(with_all.contains(&Warning::Overlap {
        passages: part.count()
    }));
    let (all, rest) = (
        keyness(index, &part, Reference::Passages(&every), &options),
        keyness(index, &part, Reference::Rest, &options),
    );
    assert_eq!(all.map(|found| found.words), rest.map(|found| found.words));
}

#[test]
fn a_word_that_never_occurs_has_no_statistics() {
    let (passages, hits) = ask(&CORPUS, "xyzzy");
    let index = CORPUS.index();
    let found = collocations(index, &passages, &hits, &CollocationOptions::default());
    assert_eq!(found, Err(Error::Absent));
    let found = spread(index, &passages, &hits, Parts::Documents);
    assert_eq!(found, Err(Error::Absent));
}

#[test]
fn one_document_without_a_date_is_told() {
    let searcher = searcher(
        r#"{"id": "1", "date": "", "language": "fr", "text": "Une paix juste. Une paix juste et durable."}"#,
    );
    let (passages, hits) = ask(&searcher, "paix");
    let index = searcher.index();
    let found = spread(index, &passages, &hits, Parts::Documents);
    assert_eq!(found, Err(Error::TooFewParts(1)));
    let found = spread(index, &passages, &hits, Parts::Equal(4)).expect("there are four parts");
    assert_eq!(found.parts, [(1, 2), (0, 2), (1, 2), (0, 2)]);
    assert!(found.dispersion.warnings.contains(&Warning::OneDocument));
    // More parts than words.
    let found = spread(index, &passages, &hits, Parts::Equal(1_000)).expect("there are words");
    assert_eq!(found.parts.len(), 8);
    let segments = Segments::of(index, &passages, &SegmentOptions::default());
    let segments = segments.expect("there are words");
    assert_eq!(
        segments.warnings(),
        [
            Warning::OneDocument,
            Warning::NoDates {
                documents: 1,
                of: 1
            }
        ]
    );
    assert_eq!(segments.found()[0].first, None);
}

#[test]
fn a_corpus_of_one_word_is_an_error_and_nothing_else() {
    let searcher = searcher(r#"{"id": "1", "date": "", "language": "fr", "text": "Paix."}"#);
    let (passages, hits) = ask(&searcher, "paix");
    let index = searcher.index();
    let found = collocations(index, &passages, &hits, &CollocationOptions::default());
    assert_eq!(found, Err(Error::EmptyPart));
    let segments = Segments::of(index, &passages, &SegmentOptions::default());
    assert_eq!(segments.map(|found| found.found().len()).ok(), Some(0));
    let none = PassageSet::none(index.passages());
    let segments = Segments::of(index, &none, &SegmentOptions::default());
    assert_eq!(segments.err(), Some(Error::NoWords));
    let found = spread(index, &none, &[], Parts::Passages);
    assert_eq!(found, Err(Error::NoWords));
}

#[test]
fn hits_of_a_word_and_of_a_phrase_that_it_begins_are_one_occurrence() {
    let searcher = searcher(
        r#"{"id": "1", "date": "2016", "language": "fr", "text": "Paix durable"}
{"id": "2", "date": "2017", "language": "fr", "text": "Paix"}"#,
    );
    let (passages, hits) = ask(&searcher, "paix|\"paix durable\"");
    assert_eq!(hits.len(), 3);
    let found = spread(searcher.index(), &passages, &hits, Parts::Passages);
    let found = found.expect("there are two parts");
    assert_eq!(found.parts, [(1, 2), (1, 1)]);
}
