//! The edition is its sources to the letter, its speech is marked, and what is inferred says why.

mod common;

use frise_date::Edtf;
use frise_index::model::{Basis, Bilingual, Corpus, Document, Run, RunKind, Voice};
use frise_index::query::parse;
use frise_index::search::{Filters, Sort};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;

#[test]
fn the_texts_are_their_sources_to_the_letter() {
    let checksums =
        fs::read_to_string(format!("{}/checksums.toml", common::FOLDER)).expect("the checksums");
    let expected: BTreeMap<String, Vec<String>> =
        toml::from_str(&checksums).expect("lists of sums");
    let corpus = common::corpus();
    let ids: Vec<&str> = corpus.documents.iter().map(id).collect();
    let mut known: Vec<&str> = expected.keys().map(String::as_str).collect();
    known.sort_by_key(|known| ids.iter().position(|id| id == known));
    assert_eq!(ids, known, "the documents and those that have checksums");
    for document in &corpus.documents {
        let texts = source_passages(document);
        let sums = &expected[id(document)];
        for (place, text) in texts.iter().enumerate() {
            let sum = sums.get(place).map_or("none", String::as_str);
            assert_eq!(
                sha256(text),
                sum,
                "{}, source passage {}: {text}",
                id(document),
                place + 1
            );
        }
        assert_eq!(
            texts.len(),
            sums.len(),
            "source passages of {}",
            id(document)
        );
    }
}

/// The title where the source bears it, then headings and paragraphs in order, without markup, trimmed as the comment in the
/// file of the checksums has it.
fn source_passages(document: &Document) -> Vec<String> {
    let metadata = &document.metadata;
    let mut texts = Vec::new();
    if metadata.title_basis == Basis::Stated {
        texts.push(metadata.title.fr.clone());
    }
    for passage in &document.passages {
        let (headings, spans): (Vec<&Run>, Vec<&Run>) = passage
            .runs
            .iter()
            .partition(|run| matches!(run.kind, RunKind::Heading(_)));
        texts.extend(headings.iter().map(|heading| heading.text.clone()));
        texts.push(spans.iter().map(|span| span.text.as_str()).collect());
    }
    let trimmed = |text: String| {
        text.trim_matches([' ', '\t', '\r', '\n', '\u{a0}', '\u{3000}'])
            .to_string()
    };
    texts.into_iter().map(trimmed).collect()
}

fn sha256(text: &str) -> String {
    Sha256::digest(text)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// What stands in quotation marks without being speech: names, and a word that is held at a distance.
const NAMES: [&str; 5] = [
    "\"Cyber 2016\"",
    "\"Ceinture et Route virtuelle\"",
    "\"la Ceinture et Route\"",
    "\"propre\"",
    "\"la Route de la soie numérique\"",
];

/// In a press report, what stands between quotation marks, the marks included, is what is marked as
/// direct speech: no more and no less. A quotation may run over several paragraphs.
#[test]
fn quotations_in_the_press_reports_are_direct_speech() {
    let corpus = common::corpus();
    let mut quotations = 0;
    for document in press_reports(&corpus) {
        let spans = || document.passages.iter().flat_map(|passage| &passage.runs);
        let text: String = spans().map(|run| run.text.as_str()).collect();
        let is_direct: Vec<bool> = spans()
            .flat_map(|run| vec![run.kind == RunKind::Span(Voice::Direct); run.text.len()])
            .collect();
        let marks: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
        let mut is_quoted = vec![false; text.len()];
        for pair in marks.chunks(2) {
            let [open, close] = pair else {
                panic!("a quotation in {} is not closed", id(document))
            };
            if !NAMES.contains(&&text[*open..=*close]) {
                is_quoted[*open..=*close].fill(true);
                quotations += 1;
            }
        }
        if let Some(at) = (0..text.len()).find(|at| is_direct[*at] != is_quoted[*at]) {
            let rest: String = text[text.floor_char_boundary(at)..]
                .chars()
                .take(60)
                .collect();
            panic!(
                "{}: quoted {}, direct {}: {rest}",
                id(document),
                is_quoted[at],
                is_direct[at]
            );
        }
    }
    assert_eq!(quotations, 15, "quotations that hold speech");
}

#[test]
fn every_paragraph_of_a_press_report_has_speech_of_its_speaker() {
    let corpus = common::corpus();
    for document in press_reports(&corpus) {
        let [speaker] = document.metadata.speakers[..] else {
            panic!("one speaker in {}", id(document))
        };
        for (number, passage) in (1..).zip(&document.passages) {
            let speech =
                |run: &&Run| matches!(run.kind, RunKind::Span(Voice::Direct | Voice::Reported));
            let speakers: Vec<_> = passage
                .runs
                .iter()
                .filter(speech)
                .map(|run| run.speaker)
                .collect();
            assert!(
                !speakers.is_empty(),
                "no speech in {}.p{number}",
                id(document)
            );
            assert!(
                speakers.iter().all(|found| *found == Some(speaker)),
                "{}.p{number}",
                id(document)
            );
        }
    }
}

#[test]
fn xi_jinping_opens_the_preface_of_the_strategy() {
    let corpus = common::corpus();
    let xi = corpus
        .speakers
        .iter()
        .position(|speaker| speaker.id == "xi-jinping")
        .expect("Xi Jinping");
    let strategy = corpus
        .documents
        .iter()
        .find(|document| id(document) == "strategie-2017")
        .expect("the strategy");
    let first = &strategy.passages[0].runs;
    assert!(
        first
            .iter()
            .any(|run| run.kind == RunKind::Heading(2) && run.text == "Préface"),
        "{first:#?}"
    );
    let said: Vec<&Run> = first.iter().filter(|run| run.speaker == Some(xi)).collect();
    let [said] = said[..] else {
        panic!("one span of Xi Jinping in {first:#?}")
    };
    assert_eq!(said.kind, RunKind::Span(Voice::Direct));
    assert!(
        said.text.starts_with("« Le cyberespace est un espace"),
        "{}",
        said.text
    );
    assert!(
        said.text.ends_with("dans le cyberespace. »"),
        "{}",
        said.text
    );
    assert!(strategy.metadata.speakers.contains(&xi));
    let date = said.date.map(|date| date.to_string());
    assert_eq!(date.as_deref(), Some("2015-12-16"));
}

#[test]
fn what_was_said_before_its_document_is_found_by_its_own_date() {
    let searcher = common::searcher();
    let index = searcher.index();
    let day = Edtf::parse("2015-12-16").expect("a date");
    let filters = Filters {
        mentioned_from: Some(day.earliest()),
        mentioned_to: Some(day.latest()),
        ..Filters::default()
    };
    let ids = |query: &str| {
        let answer = searcher.search(&parse(query), &filters, Sort::Oldest);
        let found = answer.passages.iter();
        found
            .map(|found| index.passage_id(found.passage))
            .collect::<Vec<_>>()
    };
    assert_eq!(ids("speaker:xi-jinping"), ["strategie-2017.p1"]);
    // Others name the day itself (p2), this century (p65) and a time that goes on (2010).
    let others = [
        "livre-blanc-2010.p2",
        "strategie-2017.p2",
        "strategie-2017.p65",
    ];
    assert_eq!(ids("-speaker:xi-jinping"), others);
    let [said] = index.speech_dates() else {
        panic!("one dated quotation in {:?}", index.speech_dates())
    };
    assert_eq!(index.passage_id(said.passage), "strategie-2017.p1");
    assert_eq!(said.date, day);
    let run = index.runs_of(said.passage).last().expect("a run");
    assert_eq!(run.positions, said.positions);
}

#[test]
fn every_date_has_its_basis_and_what_is_inferred_its_reason() {
    let corpus = common::corpus();
    let found: Vec<(&str, String, Basis)> = corpus
        .documents
        .iter()
        .map(|document| {
            (
                id(document),
                document.metadata.date.expect("a date").to_string(),
                document.metadata.date_basis,
            )
        })
        .collect();
    let expected = [
        ("livre-blanc-2010", "2010-06-08", Basis::Inferred),
        ("cyber-2016", "2016-05-24", Basis::Inferred),
        ("strategie-2017", "2017-03-01", Basis::Stated),
        ("securite-numerique-2020", "2020-09-08", Basis::Inferred),
        ("conseil-securite-2021", "2021-06-29", Basis::Inferred),
    ];
    assert_eq!(
        found,
        expected.map(|(id, date, basis)| (id, date.to_string(), basis))
    );
    for document in &corpus.documents {
        if document.metadata.date_basis == Basis::Inferred {
            assert!(
                is_said_twice(&document.metadata.date_note),
                "why {} has its date",
                id(document)
            );
        }
    }
    let debate = &corpus.documents[4].metadata;
    assert_eq!(
        debate.date_stated.map(|date| date.to_string()).as_deref(),
        Some("2021-06")
    );
}

#[test]
fn themes_are_named_defined_and_have_evidence() {
    let corpus = common::corpus();
    let searcher = common::searcher();
    assert!(corpus.themes.len() >= 12, "{} themes", corpus.themes.len());
    for (place, theme) in corpus.themes.iter().enumerate() {
        assert!(is_said_twice(&theme.label), "label of {}", theme.id);
        assert!(
            is_said_twice(&theme.definition) && theme.definition.fr != theme.definition.en,
            "{}",
            theme.id
        );
        assert!(
            searcher
                .theme(place)
                .is_some_and(|evidence| evidence.count() > 0),
            "evidence of {}",
            theme.id
        );
    }
}

#[test]
fn the_embedded_index_gives_the_corpus_back() {
    let corpus = common::corpus();
    let searcher = common::searcher();
    let index = searcher.index();
    assert_eq!(index.about().speakers, corpus.speakers);
    assert_eq!(index.about().themes, corpus.themes);
    assert_eq!(index.about().synonyms, corpus.synonyms);
    assert_eq!(index.about().lessons, corpus.lessons);
    assert_eq!(index.documents().len(), corpus.documents.len());
    for (indexed, document) in index.documents().iter().zip(&corpus.documents) {
        assert_eq!(indexed.metadata.id, document.metadata.id);
        assert_eq!(
            indexed.passages.len(),
            document.passages.len(),
            "passages of {}",
            id(document)
        );
        for (place, passage) in indexed.passages.clone().zip(&document.passages) {
            let text = |run| {
                index
                    .pieces(run)
                    .map(|piece| piece.text)
                    .collect::<String>()
            };
            let found: Vec<_> = index
                .runs_of(place)
                .iter()
                .map(|run| (run.kind, run.speaker, text(run)))
                .collect();
            let expected: Vec<_> = passage
                .runs
                .iter()
                .map(|run| {
                    (
                        run.kind,
                        run.speaker.map(|speaker| speaker as u32),
                        run.text.clone(),
                    )
                })
                .collect();
            assert_eq!(found, expected, "{}", index.passage_id(place));
        }
    }
}

fn id(document: &Document) -> &str {
    &document.metadata.id
}

fn press_reports(corpus: &Corpus) -> Vec<&Document> {
    let is_report = |document: &&Document| corpus.kinds[document.metadata.kind].id == "depeche";
    let reports: Vec<&Document> = corpus.documents.iter().filter(is_report).collect();
    assert_eq!(reports.len(), 3, "press reports");
    reports
}

fn is_said_twice(text: &Bilingual) -> bool {
    !text.fr.trim().is_empty() && !text.en.trim().is_empty()
}

#[test]
fn the_passages_of_each_theme_are_those_that_its_query_finds() {
    let searcher = common::searcher();
    let themes = &searcher.index().about().themes;
    assert!(
        searcher.index().passages_of_themes().is_some(),
        "the index tells them"
    );
    for (place, theme) in themes.iter().enumerate() {
        let answer = searcher.search(&parse(&theme.query), &Filters::default(), Sort::Oldest);
        assert_eq!(searcher.theme(place), Some(&answer.matched), "{}", theme.id);
    }
}
