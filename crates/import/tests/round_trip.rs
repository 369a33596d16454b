//! What is exported is read back: the embedded corpus as TEI, as plain text with a table, and as IRaMuTeQ reads texts.

#[path = "../../corpus/tests/common/mod.rs"]
mod common;

use frise_cite::{ExportFile, Part, Recipe, iramuteq, parts, txm};
use frise_corpus::compile_corpus;
use frise_date::Tongue;
use frise_import::*;
use frise_index::Index;
use frise_index::model::{Corpus, Document, Passage, Run, RunKind, Voice};

/// The index of the corpus, and all of it as the exports take it.
fn exported() -> (Index, Vec<Part>) {
    let index = Index::open(common::searcher().into_bytes()).expect("an index");
    let all = parts(&index, 0..index.passages());
    (index, all)
}

fn read_back(files: Vec<ExportFile>) -> Corpus {
    let input = |file: ExportFile| InputFile {
        path: file.path,
        bytes: file.bytes,
    };
    let import = read(files.into_iter().map(input).collect());
    assert_eq!(import.problems, [], "everything is read");
    let corpus = corpus(&import, &Settings::default()).expect("a corpus");
    compile_corpus(&corpus).expect("an index");
    corpus
}

/// What a document is, in a line.
fn facts(document: &Document) -> String {
    let metadata = &document.metadata;
    let date = metadata.date.map_or("-".into(), |date| date.to_string());
    format!("{} | {date} | {}", metadata.title.fr, metadata.language)
}

/// The runs of a passage as text: a heading with its level, or the words with who says them, and whether they are quoted,
/// reported or the text’s own.
fn describe_runs(corpus: &Corpus, passage: &Passage) -> Vec<String> {
    let run = |run: &Run| match run.kind {
        RunKind::Heading(level) => format!("#{level} {}", run.text),
        RunKind::Span(voice @ (Voice::Direct | Voice::Reported)) => {
            let speaker = run
                .speaker
                .map(|place| corpus.speakers[place].name.fr.as_str());
            format!("{} {}: {}", voice.id(), speaker.unwrap_or("-"), run.text)
        }
        RunKind::Span(Voice::Official | Voice::Narration) => run.text.clone(),
    };
    passage.runs.iter().map(run).collect()
}

/// The paragraphs and headings of a document without who speaks.
fn paragraphs(document: &Document) -> Vec<String> {
    let mut paragraphs = Vec::new();
    for passage in &document.passages {
        let mut text = String::new();
        for run in &passage.runs {
            match run.kind {
                RunKind::Heading(_) => paragraphs.push(run.text.clone()),
                RunKind::Span(_) => text.push_str(&run.text),
            }
        }
        paragraphs.push(text);
    }
    paragraphs
}

/// Compares documents one by one, so that a difference is short.
fn compare<T: PartialEq + std::fmt::Debug>(
    original: &Corpus,
    back: &Corpus,
    of: impl Fn(&Corpus, &Document) -> Vec<T>,
) {
    assert_eq!(original.documents.len(), back.documents.len());
    for document in &original.documents {
        let date = |document: &Document| document.metadata.date;
        let mut same = back.documents.iter();
        let same = same.find(|other| date(other) == date(document));
        let same = same.unwrap_or_else(|| panic!("no document of the date of {}", facts(document)));
        let (before, after) = (of(original, document), of(back, same));
        for (before, after) in before.iter().zip(&after) {
            assert_eq!(before, after, "{}", document.metadata.id);
        }
        assert_eq!(before.len(), after.len(), "{}", document.metadata.id);
    }
}

#[test]
fn tei() {
    let (index, all) = exported();
    let recipe = Recipe::new(&index, "https://example.org/", None, Tongue::French);
    let text = frise_cite::tei(&index, &all, &recipe, Tongue::French);
    let back = read_back(vec![ExportFile::text("corpus.xml", text)]);
    let original = common::corpus();
    compare(&original, &back, |_, document| vec![facts(document)]);
    compare(&original, &back, |corpus, document| {
        let passages = document.passages.iter();
        passages
            .map(|passage| describe_runs(corpus, passage))
            .collect()
    });
}

#[test]
fn text_with_a_table_as_txm_takes_it() {
    let (index, all) = exported();
    let back = read_back(txm(&index, &all, Tongue::French));
    let original = common::corpus();
    compare(&original, &back, |_, document| vec![facts(document)]);
    compare(&original, &back, |_, document| paragraphs(document));
}

/// Titles that a spreadsheet would take for formulas have an apostrophe before them in the table, which reading takes off.
#[test]
fn titles_like_formulas() {
    let mut original = common::corpus();
    let marks = ["=", "-", "@", "'=", "+"];
    for (document, mark) in original.documents.iter_mut().zip(marks) {
        document.metadata.title.fr.insert_str(0, mark);
    }
    let compiled = compile_corpus(&original).expect("an index");
    let index = Index::open(compiled.into_bytes()).expect("an index");
    let all = parts(&index, 0..index.passages());
    let back = read_back(txm(&index, &all, Tongue::French));
    compare(&original, &back, |_, document| vec![facts(document)]);
}

#[test]
fn text_as_iramuteq_takes_it() {
    let (index, all) = exported();
    let text = iramuteq(&index, &all, Tongue::French);
    let back = read_back(vec![ExportFile::text("corpus.txt", text)]);
    let original = common::corpus();
    let dates = |document: &Document| document.metadata.date.map(|date| date.to_string());
    compare(&original, &back, |_, document| vec![dates(document)]);
    compare(&original, &back, |_, document| paragraphs(document));
}
