use super::*;
use crate::corpus::{Basis, Theme};
use crate::corpus::{
    Bilingual, Corpus, Document, Kind, Metadata, Passage, Run, RunKind, Speaker, Voice,
};
use crate::date::Edtf;
use proptest::prelude::*;

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

const TEXT: RunKind = RunKind::Span(Voice::Narration);
const SAID: RunKind = RunKind::Span(Voice::Direct);
const HEADING: RunKind = RunKind::Heading(2);

fn small() -> Vec<u8> {
    let first: &[(RunKind, &str)] = &[
        (HEADING, "1. La paix"),
        (TEXT, "L’économie, l'État : "),
        (SAID, "« la paix »"),
    ];
    let second: &[(RunKind, &str)] = &[(TEXT, "Les économies  des États,\u{a0}a-t-il dit .")];
    write(&corpus(&[first, second])).expect("an index")
}

#[test]
fn what_is_written_is_read() {
    let index = Index::open(small()).expect("the index opens");
    assert_eq!(index.passages(), 2);
    assert_eq!(index.text_of(0), "L’économie, l'État : « la paix »");
    assert_eq!(
        index.text_of(1),
        "Les économies  des États,\u{a0}a-t-il dit ."
    );
    assert_eq!(index.about().title.fr, "Essai");
    assert_eq!(
        index.documents()[0].metadata,
        corpus(&[]).documents[0].metadata
    );
    assert_eq!(index.passage_id(1), "a.p2");
    assert_eq!(index.words_of(0), 9);
    let term = index.dictionary().get("paix").expect("a term") as u32;
    let forms = index.forms_of_term(term);
    assert_eq!(
        forms
            .iter()
            .map(|form| index.form(*form))
            .collect::<Vec<_>>(),
        ["paix"]
    );
    let passages: Vec<u32> = index
        .occurrences(forms[0])
        .iter()
        .map(|position| index.passage_at(*position))
        .collect();
    assert_eq!(passages, [0, 0]);
    let stem = |word: &str| index.stem_of_term(index.dictionary().get(word).expect(word) as u32);
    assert_eq!(stem("economie"), stem("economies"));
    assert_ne!(stem("economie"), stem("paix"));
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

#[test]
fn damaged_bytes_are_refused_with_the_section() {
    let good = small();
    let check = |bytes: &[u8], expected: &str| {
        let error = Index::open(bytes.to_vec()).map(|_| ()).expect_err(expected);
        assert!(error.to_string().contains(expected), "{error}");
    };
    check(b"", "expected a Frise index");
    check(b"<html>", "expected a Frise index");
    let mut other = good.clone();
    other[6] = 9;
    check(&other, "version 9");
    check(&good[..good.len() - 1], "TEXT");
    check(&[good.clone(), vec![0]].concat(), "TEXT");
    let start = |section: usize| {
        let at = 8 + section * 20 + 4;
        u32::from_le_bytes([good[at], good[at + 1], good[at + 2], good[at + 3]]) as usize
    };
    for (section, name) in ["META", "DICT", "FORM", "STEM", "RUNS", "TEXT"]
        .iter()
        .enumerate()
    {
        let mut changed = good.clone();
        changed[start(section)] ^= 1;
        check(&changed, name);
    }
}

/// Mends the checksums, so that what lies behind them is reached too.
fn mend(bytes: &mut [u8]) {
    for section in 0..6 {
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
fn read_all(index: &Index) {
    for passage in 0..index.passages() {
        index.text_of(passage);
        assert_eq!(
            index.passage_of_id(&index.passage_id(passage)).is_some(),
            index.passages() > 0
        );
        for position in index.positions_of(passage) {
            assert_eq!(index.passage_at(position), passage);
        }
    }
    for term in 0..index.terms() as u32 {
        for form in index.forms_of_term(term) {
            index.form(*form);
            index.occurrences(*form);
        }
        let stem = index.stem_of_term(term).expect("every term has a stem");
        assert!(index.terms_of_stem(stem).contains(&term));
    }
}

#[test]
fn every_byte_matters() {
    let good = small();
    for at in 0..good.len() {
        for change in [1, 0x80, 0xFF] {
            let mut bytes = good.clone();
            bytes[at] ^= change;
            assert!(
                Index::open(bytes.clone()).is_err(),
                "byte {at} changed by {change:#x} was not seen"
            );
            mend(&mut bytes);
            if let Ok(searcher) = crate::search::Searcher::open(bytes) {
                let query = crate::query::parse("economie* paix \"la paix\" etat~1");
                searcher.search(&query, &Default::default(), Default::default());
                for passage in 0..searcher.index().passages() {
                    searcher.index().text_of(passage);
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_are_refused_or_read(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(Index::open(bytes.clone()).is_err());
        let mut framed = small();
        let length = framed.len();
        for (at, byte) in bytes.iter().enumerate() {
            // Spread over the sections, beyond the table.
            let at = 128 + (at * 7919 + usize::from(*byte)) % (length - 128);
            if at.is_multiple_of(3) {
                framed[at] = *byte;
            }
        }
        mend(&mut framed);
        let _ = crate::search::Searcher::open(framed);
    }

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
        let index = Index::open(write(&corpus(&passages)).expect("an index")).expect("it opens");
        for (passage, (text, heading)) in (0..).zip(texts.iter().zip(&headings)) {
            let expected = if *heading { format!("{text} fin") } else { text.clone() };
            prop_assert_eq!(index.text_of(passage), expected);
        }
        read_all(&index);
    }
}
