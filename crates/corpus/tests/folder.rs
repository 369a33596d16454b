//! A corpus written as a folder is read back as an equal corpus.

mod common;

use frise_corpus::{SourceFile, folder, leave_out_title, parse};
use frise_date::Edtf;
use frise_index::model::*;
use proptest::prelude::*;

fn back(corpus: &Corpus) -> Corpus {
    let files = folder(corpus);
    parse(&files)
        .unwrap_or_else(|problems| panic!("{problems:#?}\n{files:#?}"))
        .corpus
}

#[test]
fn the_embedded_corpus_is_equal() {
    let files: Vec<SourceFile> = common::files();
    let corpus = parse(&files).expect("the embedded corpus").corpus;
    assert_eq!(back(&corpus), corpus);
}

/// Text of one line that is not blank, with what is markup in the files.
fn words() -> impl Strategy<Value = String> {
    proptest::sample::select(
        &[
            "# un",
            "<said>",
            "\\",
            "+++",
            "a \"b\"",
            "é\u{A0}!",
            "x",
            "'''",
            "- y",
            "</said>",
            "\t&",
            "#",
        ][..],
    )
    .prop_flat_map(|one| "\\PC{0,12}".prop_map(move |two| format!("{one}{two}")))
}

fn both() -> impl Strategy<Value = Bilingual> {
    (words(), words(), any::<bool>()).prop_map(|(fr, en, same)| Bilingual {
        en: if same { fr.clone() } else { en },
        fr,
    })
}

fn date() -> impl Strategy<Value = Option<Edtf>> {
    let dates = ["2016-05-24", "2019-05?", "201X", "../2020", "-0043"];
    proptest::option::of(proptest::sample::select(
        dates
            .map(|date| Edtf::parse(date).expect("a date"))
            .to_vec(),
    ))
}

/// The spans of a paragraph: narration, and speech of one of two.
fn passage() -> impl Strategy<Value = Passage> {
    let heading = (1_u8..=6, words()).prop_map(|(level, text)| Run {
        kind: RunKind::Heading(level),
        speaker: None,
        date: None,
        text: text.trim().to_string(),
    });
    let span = (
        words(),
        proptest::option::of((0_usize..2, any::<bool>(), date())),
    )
        .prop_map(|(text, speech)| match speech {
            None => Run {
                kind: RunKind::Span(Voice::Narration),
                speaker: None,
                date: None,
                text,
            },
            Some((speaker, direct, date)) => Run {
                kind: RunKind::Span(if direct {
                    Voice::Direct
                } else {
                    Voice::Reported
                }),
                speaker: Some(speaker),
                date,
                text,
            },
        });
    (
        proptest::collection::vec(heading, 0..3),
        proptest::collection::vec(span, 1..4),
    )
        .prop_map(|(headings, mut spans)| {
            // Two stretches of narration side by side are one.
            spans.dedup_by_key(|span| (span.kind, span.speaker, span.date));
            Passage {
                runs: headings.into_iter().chain(spans).collect(),
            }
        })
}

fn document() -> impl Strategy<Value = Document> {
    let texts = (both(), both(), words(), words());
    let lists = (
        proptest::collection::vec(words(), 0..3),
        proptest::collection::vec(0_usize..2, 0..2),
        any::<bool>(),
    );
    (
        texts,
        lists,
        date(),
        date(),
        proptest::collection::vec(passage(), 1..4),
    )
        .prop_map(
            |(
                (title, note, creator, source),
                (subjects, speakers, stated),
                date,
                date_stated,
                passages,
            )| {
                let basis = if stated {
                    Basis::Stated
                } else {
                    Basis::Inferred
                };
                let metadata = Metadata {
                    id: String::new(),
                    short: note.clone(),
                    title,
                    title_basis: basis,
                    creator,
                    date,
                    date_stated,
                    date_basis: basis,
                    date_note: note,
                    kind: 0,
                    language: "fr".into(),
                    source,
                    publisher: String::new(),
                    rights: String::new(),
                    furniture: subjects.clone(),
                    subjects,
                    speakers,
                };
                Document { metadata, passages }
            },
        )
}

fn corpus() -> impl Strategy<Value = Corpus> {
    let lists = (
        proptest::collection::vec(both(), 0..3),
        proptest::collection::vec((both(), words()), 0..3),
    );
    (
        both(),
        both(),
        lists,
        date(),
        proptest::collection::vec(document(), 1..4),
    )
        .prop_map(|(title, sentence, (labels, themes), from, documents)| {
            let speaker = |id: &str| Speaker {
                id: id.into(),
                name: title.clone(),
                is_body: id == "b",
                roles: vec![Role {
                    role: sentence.clone(),
                    from,
                    to: None,
                }],
            };
            let theme = |(number, (label, query)): (usize, (Bilingual, String))| Theme {
                id: format!("theme-{number}"),
                definition: label.clone(),
                label,
                query,
            };
            let lesson = |(number, title): (usize, Bilingual)| Lesson {
                id: format!("lecon-{number}"),
                sentence: title.clone(),
                steps: vec![LessonStep {
                    title: title.clone(),
                    text: title.clone(),
                    question: Bilingual::default(),
                    view: "?q=x".into(),
                }],
                title,
            };
            let mut corpus = Corpus {
                id: "essai".into(),
                title: title.clone(),
                sentence: sentence.clone(),
                kinds: vec![Kind {
                    id: "loi".into(),
                    label: title.clone(),
                }],
                starts: labels
                    .iter()
                    .map(|label| Start {
                        label: label.clone(),
                        query: label.fr.clone(),
                    })
                    .collect(),
                speakers: vec![speaker("a"), speaker("b")],
                themes: themes.into_iter().enumerate().map(theme).collect(),
                lessons: labels.into_iter().enumerate().map(lesson).collect(),
                documents,
                ..Corpus::default()
            };
            for (number, document) in corpus.documents.iter_mut().enumerate() {
                document.metadata.id = format!("texte-{number}");
                leave_out_title(document);
            }
            corpus
                .documents
                .sort_by_key(|document| (document.metadata.order(), document.metadata.id.clone()));
            corpus
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_corpus_is_equal(corpus in corpus()) {
        prop_assert_eq!(back(&corpus), corpus);
    }
}
