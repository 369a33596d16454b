//! Parts join to the index of all, however the documents were divided; damaged ones are refused.

use super::super::tests::{corpus, find_mentions, written};
use super::*;
use crate::Index;
use crate::model::{Bilingual, Kind, Passage, Run, RunKind, Speaker, Voice};
use frise_date::Edtf;
use proptest::prelude::*;
use proptest::sample::select;

const IDS: [&str; 4] = ["ada", "bo", "cy", "di"];

/// A document whose kind and speakers are numbered by [`IDS`].
pub fn document() -> impl Strategy<Value = Document> {
    let words = select(vec![
        "Le ",
        "le ",
        "l’",
        "état ",
        "Etat ",
        "ÉTAT",
        "États ",
        "qu’",
        "en 1914, ",
        "hier ",
        "the ",
        "of ",
        "Ports",
        "port ",
        "— ",
        " ",
        "10 000 ",
        "aujourd’hui. ",
        "don't ",
        "",
    ]);
    let kind = select(vec![
        RunKind::Heading(2),
        RunKind::Span(Voice::Direct),
        RunKind::Span(Voice::Official),
    ]);
    let run = (
        kind,
        proptest::option::of(0..IDS.len()),
        proptest::option::of(select(vec!["1913", "1914-08~"])),
        proptest::collection::vec(words, 0..6),
    );
    let run = run.prop_map(|(kind, speaker, date, words)| Run {
        kind,
        speaker: speaker.filter(|_| matches!(kind, RunKind::Span(_))),
        date: date.and_then(|date| Edtf::parse(date).ok()),
        text: words.concat(),
    });
    let passage = proptest::collection::vec(run, 0..4).prop_map(|runs| Passage { runs });
    (
        select(vec!["1914", "1914-08-03", "2001/2003", ""]),
        0..IDS.len(),
        select(vec!["fr", "en", "de", "", ""]),
        proptest::collection::vec(passage, 0..4),
    )
        .prop_map(|(date, kind, language, passages)| {
            let mut document = corpus(&[]).documents.remove(0);
            let heard = passages.iter().flat_map(|passage| &passage.runs);
            let mut heard: Vec<usize> = heard.filter_map(|run| run.speaker).collect();
            heard.dedup();
            document.metadata.date = Edtf::parse(date).ok();
            document.metadata.kind = kind;
            document.metadata.language = language.to_string();
            document.metadata.speakers = heard;
            document.passages = passages;
            document
        })
}

fn named(text: &str) -> Bilingual {
    Bilingual {
        fr: text.to_string(),
        en: text.to_uppercase(),
    }
}

/// A corpus of documents with all kinds and speakers of [`IDS`].
pub fn corpus_of(documents: Vec<Document>) -> Corpus {
    let kind = |id: &str| Kind {
        id: id.to_string(),
        label: named(id),
    };
    let speaker = |id: &str| Speaker {
        id: id.to_string(),
        name: named(id),
        is_body: false,
        roles: Vec::new(),
    };
    Corpus {
        kinds: IDS.map(kind).to_vec(),
        speakers: IDS.map(speaker).to_vec(),
        documents,
        ..corpus(&[])
    }
}

/// A corpus without its documents, with as many kinds and speakers as an editor has listed.
fn about(corpus: &Corpus, listed: usize) -> Corpus {
    let mut about = Corpus {
        documents: Vec::new(),
        ..corpus.clone()
    };
    about.kinds.truncate(listed);
    about.speakers.truncate(listed);
    about
}

/// The index of a corpus, written at once.
fn whole(mut corpus: Corpus, language: &str, listed: usize) -> Vec<u8> {
    for document in &mut corpus.documents {
        if document.metadata.language.is_empty() {
            document.metadata.language = language.to_string();
        }
    }
    let documents = &mut corpus.documents;
    documents.sort_by(|a, b| a.metadata.key().cmp(&b.metadata.key()));
    corpus.renumber(listed, listed);
    written(&corpus).expect("an index")
}

/// A part whose speakers are numbered otherwise than those of the corpus.
fn part(corpus: &Corpus, listed: usize) -> Vec<u8> {
    let mut corpus = corpus.clone();
    corpus.documents.reverse();
    corpus.renumber(listed, listed);
    write_part(corpus, "a note", find_mentions).expect("a part")
}

fn read(parts: &[Vec<u8>]) -> Vec<Part<'_>> {
    let parts = parts.iter().enumerate();
    parts
        .map(|(at, bytes)| Part::read(format!("{at}.part"), bytes).expect("a part"))
        .collect()
}

proptest! {
    #[test]
    fn the_index_is_the_same_however_the_documents_are_divided(
        documents in proptest::collection::vec((document(), 0..4usize), 0..8),
        language in select(vec!["fr", "en", "und"]),
        listed in 0..3usize,
    ) {
        let mut divided = vec![Vec::new(); 4];
        let mut all = Vec::new();
        for (at, (mut document, part)) in documents.into_iter().enumerate() {
            // Neighbours in one order are not in the other.
            document.metadata.id = format!("{}-{at}", at % 3);
            all.push(document.clone());
            divided[part].push(document);
        }
        let corpus = corpus_of(all);
        let part = |documents| part(&corpus_of(documents), listed);
        let parts: Vec<Vec<u8>> = divided.into_iter().map(part).collect();
        let joined = join_parts(about(&corpus, listed), language, &read(&parts)).expect("an index");
        prop_assert!(Index::open_untrusted(joined.clone()).is_ok());
        prop_assert!(joined == whole(corpus, language, listed));
    }
}

/// Three documents, two of them without a language.
fn three() -> [Document; 3] {
    let runs = [
        (RunKind::Heading(1), "Le port"),
        (
            RunKind::Span(Voice::Direct),
            "L’état des ports en 1914, qu’",
        ),
        (RunKind::Span(Voice::Narration), "il disait."),
    ];
    let document = corpus(&[&runs, &runs[1..]]).documents.remove(0);
    ["a", "b", "c"].map(|id| {
        let mut document = document.clone();
        document.metadata.id = id.to_string();
        if id != "a" {
            document.metadata.language = String::new();
        }
        document
    })
}

#[test]
fn a_document_in_two_parts_is_refused_with_both() {
    let [a, b, _] = three();
    let corpus = corpus_of(vec![a, b]);
    let parts = [part(&corpus, 0), part(&corpus, 0)];
    let error = join_parts(about(&corpus, 0), "fr", &read(&parts)).expect_err("an error");
    let told = error.to_string();
    assert!(told.contains("'a' in 0.part and in 1.part"), "{told}");
}

/// Puts the right checksum into a part that was changed.
fn mend(part: &mut [u8]) {
    let sum = checksum(&part[16..]);
    part[8..16].copy_from_slice(&sum.to_le_bytes());
}

#[test]
fn damaged_parts_are_refused() {
    let corpus = corpus_of(three().to_vec());
    let good = part(&corpus, 0);
    let check = |bytes: &[u8], expected: &str| {
        let error = Part::read("a.part", bytes).expect_err(expected);
        assert!(error.to_string().contains(expected), "{error}");
    };
    check(b"", "found other bytes");
    check(&written(&corpus).unwrap_or_default(), "found other bytes");
    let mut other = good.clone();
    other[6] += 1;
    check(&other, "make it again");
    for at in 0..good.len() {
        assert!(Part::read("a.part", &good[..at]).is_err(), "{at} bytes");
        let mut changed = good.clone();
        changed[at] ^= 1;
        assert!(Part::read("a.part", &changed).is_err(), "byte {at}");
    }
}

#[test]
fn whatever_has_the_right_checksum_is_refused_or_joined() {
    let corpus = corpus_of(three().to_vec());
    let good = part(&corpus, 0);
    let join = |bytes: &[u8]| {
        let part = Part::read("a.part", bytes).ok()?;
        let joined = join_parts(about(&corpus, 0), "fr", &[part]).ok()?;
        // It opens, or the words of the part are none of this program's and that is told.
        Index::open_untrusted(joined).ok()
    };
    assert!(join(&good).is_some());
    let mut refused = 0;
    for at in 16..good.len() {
        for bit in [0x01, 0x10, 0x80, 0xFF] {
            let mut changed = good.clone();
            changed[at] ^= bit;
            mend(&mut changed);
            refused += usize::from(join(&changed).is_none());
        }
        let mut cut = good[..at].to_vec();
        mend(&mut cut);
        assert!(join(&cut).is_none(), "{at} bytes");
    }
    assert!(refused > good.len(), "{refused} of {}", 4 * good.len());
}
