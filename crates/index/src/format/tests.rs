//! What is written is read.

use super::*;
use crate::model::{Basis, Theme};
use crate::model::{
    Bilingual, Corpus, Document, Kind, Lesson, LessonStep, Metadata, Passage, Run, RunKind,
    Speaker, Synonyms, Voice,
};
use frise_date::Edtf;
use frise_text::{Language, Token};
use proptest::prelude::*;
use std::ops::Range;

mod damage;

/// Writes an index with the dates that the compiler finds.
pub(super) fn written(corpus: &Corpus) -> Result<Vec<u8>, WriteError> {
    write(corpus, find_mentions)
}

/// The dates that the compiler finds.
pub(super) fn find_mentions(
    text: &str,
    _: &[Token],
    language: Language,
    date: Option<&Edtf>,
) -> Vec<(Range<usize>, Edtf)> {
    let mentions = frise_corpus::mention::mentions(text, language, date).into_iter();
    mentions
        .map(|mention| (mention.start..mention.end, mention.date))
        .collect()
}

fn both(text: &str) -> Bilingual {
    Bilingual {
        fr: text.to_string(),
        en: text.to_string(),
    }
}

/// A corpus of one document in French with these passages, each a list of runs.
pub(crate) fn corpus(passages: &[&[(RunKind, &str)]]) -> Corpus {
    let run = |(kind, text): &(RunKind, &str)| Run {
        kind: *kind,
        speaker: matches!(kind, RunKind::Span(Voice::Direct)).then_some(0),
        date: None,
        text: text.to_string(),
    };
    let passage = |runs: &&[(RunKind, &str)]| Passage {
        runs: runs.iter().map(run).collect(),
    };
    let metadata = Metadata {
        id: "a".into(),
        title: both("A"),
        title_basis: Basis::Stated,
        short: both("A"),
        creator: String::new(),
        date: Edtf::parse("2016-05-24").ok(),
        date_stated: None,
        date_basis: Basis::Inferred,
        date_note: both("note"),
        kind: 0,
        language: "fr".into(),
        source: String::new(),
        publisher: "P".into(),
        rights: String::new(),
        subjects: vec!["s".into()],
        speakers: vec![0],
        furniture: Vec::new(),
    };
    Corpus {
        id: "essai".into(),
        title: both("Essai"),
        kinds: vec![Kind {
            id: "k".into(),
            label: both("K"),
        }],
        speakers: vec![Speaker {
            id: "ada".into(),
            name: both("Ada"),
            is_body: false,
            roles: Vec::new(),
        }],
        themes: vec![Theme {
            id: "t".into(),
            label: both("T"),
            definition: both("d"),
            query: "paix".into(),
        }],
        documents: vec![Document {
            metadata,
            passages: passages.iter().map(passage).collect(),
        }],
        ..Corpus::default()
    }
}

pub(super) const TEXT: RunKind = RunKind::Span(Voice::Narration);
pub(super) const SAID: RunKind = RunKind::Span(Voice::Direct);
pub(super) const HEADING: RunKind = RunKind::Heading(2);

pub(super) fn small() -> Vec<u8> {
    let first: &[(RunKind, &str)] = &[
        (HEADING, "1. La paix"),
        (TEXT, "L’économie, l'État : "),
        (SAID, "« la paix »"),
    ];
    let second: &[(RunKind, &str)] = &[(
        TEXT,
        "Les économies  des États,\u{a0}a-t-il dit en mai 2015 ; depuis 2006 .",
    )];
    let searched = written(&corpus(&[first, second])).expect("an index");
    with_themes(&searched, &[vec![0]]).expect("an index with its themes")
}

/// The same index with the passages of each theme.
fn with_themes(bytes: &[u8], found: &[Vec<u32>]) -> Result<Vec<u8>, WriteError> {
    let mut index = Index::open(bytes.to_vec()).expect("an index");
    index.record_themes(found.to_vec())?;
    Ok(index.into_bytes())
}

#[test]
fn themes_are_told_or_looked_up() {
    let with_found = |found: &[u32]| with_themes(&small(), &[found.to_vec()]).expect("an index");
    let opened = |bytes| crate::search::Searcher::open(bytes);
    for found in [&[][..], &[0], &[1], &[0, 1]] {
        let searcher = opened(with_found(found)).expect("it opens");
        let theme = searcher.theme(0).expect("there is a theme");
        assert_eq!(theme.iter().collect::<Vec<_>>(), found);
    }
    let untold = with_themes(&small(), &[]).expect("an index");
    let searcher = opened(untold).expect("it opens");
    let theme = searcher.theme(0).expect("there is a theme");
    assert_eq!(theme.iter().collect::<Vec<_>>(), [0]);
    for found in [&[2][..], &[0, 1, 2], &[u32::MAX - 1]] {
        let error = Index::open_untrusted(with_found(found))
            .map(|_| ())
            .expect_err("no such passage");
        assert!(matches!(error, OpenError::Damaged("THEM", _)), "{error}");
    }
}

#[test]
fn what_is_written_is_read() {
    let index = Index::open(small()).expect("the index opens");
    assert_eq!(index.passages(), 2);
    assert_eq!(index.text_of(0), "L’économie, l'État : « la paix »");
    assert_eq!(
        index.text_of(1),
        "Les économies  des États,\u{a0}a-t-il dit en mai 2015 ; depuis 2006 ."
    );
    assert_eq!(index.about().title.fr, "Essai");
    assert_eq!(
        index.documents()[0].metadata,
        corpus(&[]).documents[0].metadata
    );
    assert_eq!(index.passage_id(1), "a.p2");
    assert_eq!(index.words_of(0), 9);
    let term = index.term("paix").expect("a term");
    let forms = index.forms_of_term(term);
    assert_eq!(
        forms
            .iter()
            .map(|form| index.form(*form))
            .collect::<Vec<_>>(),
        ["paix"]
    );
    let passages: Vec<u32> = index
        .postings(forms[0])
        .iter()
        .map(|position| index.passage_at(*position))
        .collect();
    assert_eq!(passages, [0, 0]);
    let stem = |word: &str| index.stem_of_term(index.term(word).expect(word));
    assert_eq!(stem("economie"), stem("economies"));
    assert_ne!(stem("economie"), stem("paix"));
}

#[test]
fn mentions_stand_at_their_words() {
    let heading: &[(RunKind, &str)] = &[
        (HEADING, "1. Depuis 2006"),
        (TEXT, "Le 16 décembre 2015, qu’"),
        (SAID, "« en 2009 »"),
    ];
    let second: &[(RunKind, &str)] = &[(TEXT, "Mardi, rien."), (TEXT, " Puis en juin 2010.")];
    let index =
        Index::open(written(&corpus(&[heading, &[(TEXT, "Rien.")], second])).expect("an index"))
            .expect("it opens");
    let describe = |mention: &IndexedMention| {
        let runs = index.runs_of(mention.passage).iter();
        let pieces = runs.flat_map(|run| index.pieces(run)).filter(|piece| {
            piece
                .word
                .is_some_and(|(_, position)| mention.positions.contains(&position))
        });
        let words: Vec<&str> = pieces.map(|piece| piece.text).collect();
        format!("{} {} = {}", mention.passage, words.join(" "), mention.date)
    };
    assert_eq!(
        index.mentions().iter().map(describe).collect::<Vec<_>>(),
        [
            "0 Depuis 2006 = 2006/..",
            "0 16 décembre 2015 = 2015-12-16",
            "0 2009 = 2009",
            "2 Mardi = 2016-05-24",
            "2 juin 2010 = 2010-06",
        ]
    );
    let of = |passage| index.mentions_of(passage).len();
    assert_eq!([of(0), of(1), of(2), of(3)], [3, 0, 2, 0]);
}

#[test]
fn dates_of_speech_synonyms_and_lessons_come_back() {
    let text: &[(RunKind, &str)] = &[(HEADING, "Un"), (TEXT, "Il dit : "), (SAID, "« oui, non »")];
    let mut corpus = corpus(&[&[(TEXT, "Rien.")], text]);
    let date = Edtf::parse("2015-12-16").expect("a date");
    corpus.documents[0].passages[1].runs[2].date = Some(date);
    corpus.synonyms = vec![Synonyms {
        terms: vec!["ONU".into(), "Nations Unies".into()],
    }];
    corpus.lessons = vec![Lesson {
        id: "l".into(),
        title: both("L"),
        sentence: both("S"),
        steps: vec![LessonStep {
            view: "?q=paix".into(),
            ..LessonStep::default()
        }],
    }];
    let bytes = written(&corpus).expect("an index");
    let index = Index::open(bytes.clone()).expect("it opens");
    assert_eq!(index.about().synonyms, corpus.synonyms);
    assert_eq!(index.about().lessons, corpus.lessons);
    let said = index.runs_of(1).last().expect("a run").positions.clone();
    let expected = IndexedMention {
        passage: 1,
        positions: said,
        date,
    };
    assert_eq!(index.speech_dates(), [expected]);
    assert_eq!(index.text_of(1), "Il dit : « oui, non »");
    let at = (0..bytes.len()).rfind(|at| bytes[*at..].starts_with(b"2015-12-16"));
    let mut broken = bytes;
    broken[at.expect("the date")] = b'x';
    mend(&mut broken);
    let error = Index::open(broken).map(|_| ()).expect_err("no date");
    assert!(matches!(error, OpenError::Damaged("RUNS", _)), "{error}");
}

#[test]
fn ids_lead_to_passages_and_nowhere_else() {
    let index = Index::open(small()).expect("the index opens");
    let check =
        |id: &str, expected: Option<u32>| assert_eq!(index.passage_of_id(id), expected, "{id}");
    check("a.p1", Some(0));
    check("a.p2", Some(1));
    for id in [
        "",
        "a",
        "a.p",
        "a.p0",
        "a.p3",
        "a.p01",
        "a.p+1",
        "b.p1",
        "a.p4294967295",
        "a.p99999999999999",
        "é.p1",
    ] {
        check(id, None);
    }
}

/// Mends the checksums, so that what lies behind them is reached too.
pub(super) fn mend(bytes: &mut [u8]) {
    for section in 0..8 {
        let entry = 8 + section * 20;
        let number = |at: usize| {
            u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]) as usize
        };
        let (offset, length) = (number(entry + 4), number(entry + 8));
        if let Some(content) = bytes.get(offset..offset.saturating_add(length)) {
            let sum = bytes::checksum(content).to_le_bytes();
            bytes[entry + 12..entry + 20].copy_from_slice(&sum);
        }
    }
}

/// Reads everything that an index says.
pub(super) fn read_all(index: &Index) {
    for passage in 0..index.passages() {
        index.text_of(passage);
        assert_eq!(
            index.passage_of_id(&index.passage_id(passage)).is_some(),
            index.passages() > 0
        );
        for position in index.positions_of(passage) {
            assert_eq!(index.passage_at(position), passage);
        }
        for mention in index.mentions_of(passage) {
            assert_eq!(index.passage_at(mention.positions.start), passage);
        }
    }
    for term in 0..index.terms() as u32 {
        for form in index.forms_of_term(term) {
            index.form(*form);
            index.postings(*form);
        }
        let stem = index.stem_of_term(term).expect("every term has a stem");
        assert!(index.terms_of_stem(stem).contains(&term));
    }
}

proptest! {
    #[test]
    fn any_texts_come_back_to_the_letter(
        texts in proptest::collection::vec("\\PC{0,30}|[ a-zé'’L.,-]{0,30}", 1..6),
        headings in proptest::collection::vec(any::<bool>(), 6),
    ) {
        let runs: Vec<Vec<(RunKind, &str)>> = texts
            .iter()
            .zip(&headings)
            .map(|(text, heading)| if *heading { vec![(HEADING, "Un titre"), (SAID, text.as_str()), (TEXT, " fin")] } else { vec![(TEXT, text.as_str())] })
            .collect();
        let passages: Vec<&[(RunKind, &str)]> = runs.iter().map(Vec::as_slice).collect();
        let index = Index::open(written(&corpus(&passages)).expect("an index")).expect("it opens");
        for (passage, (text, heading)) in (0..).zip(texts.iter().zip(&headings)) {
            let expected = if *heading { format!("{text} fin") } else { text.clone() };
            prop_assert_eq!(index.text_of(passage), expected);
        }
        read_all(&index);
    }
}
