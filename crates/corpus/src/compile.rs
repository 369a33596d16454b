//! From the files of a corpus folder, or one file of JSON lines, to an index, with every mistake told at once.
//!
//! The files are parsed once, the index is written once and opened once: [`Compiled`] holds the corpus and the opened index.
//!
//! Beyond what [`parse`](crate::parse) refuses, [`compile`] refuses queries of themes and starts, synonyms and views of
//! lessons that do not parse, that name what is not there, or that find nothing.

mod check;
mod view;

use crate::mention::mentions;
use crate::source::{Problem, SourceFile, lines_file, read};
use check::{check_hits, check_syntax};
use frise_date::Edtf;
use frise_index::model::Corpus;
use frise_index::search::Searcher;
use frise_index::{self as index, WriteError};
use frise_text::Language;
use std::fmt;
use std::ops::Range;

/// A compiled corpus.
pub struct Compiled {
    /// The corpus, as it was parsed.
    pub corpus: Corpus,
    /// Its index, opened for searching.
    pub searcher: Searcher,
}

impl Compiled {
    /// Returns the bytes of the index, texts included.
    pub fn bytes(&self) -> &[u8] {
        self.searcher.index().bytes()
    }

    /// Takes the bytes of the index out.
    pub fn into_bytes(self) -> Vec<u8> {
        self.searcher.into_bytes()
    }
}

impl fmt::Debug for Compiled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Compiled")
            .field("corpus", &self.corpus)
            .finish_non_exhaustive()
    }
}

/// Compiles the corpus in some files: a corpus folder, or one file of JSON lines.
///
/// ```
/// use frise_corpus::{SourceFile, compile};
/// use frise_index::query::parse;
/// use frise_index::search::{Filters, Sort};
///
/// let lines = r#"{"id": "a", "date": "1789-08-26", "text": "Les hommes naissent et demeurent libres."}
/// {"id": "b", "date": "1948-12-10", "text": "Tous les êtres humains naissent libres."}"#;
/// let file = SourceFile { path: "droits.jsonl".into(), bytes: lines.into() };
/// let compiled = compile(&[file]).expect("a corpus without mistakes");
///
/// let answer = compiled.searcher.search(&parse("humains"), &Filters::default(), Sort::Relevance);
/// assert_eq!(answer.passages.len(), 1);
/// assert_eq!(compiled.searcher.index().passage_id(answer.passages[0].passage), "b.p1");
/// ```
///
/// # Errors
/// Returns every mistake, by file and line.
pub fn compile(files: &[SourceFile]) -> Result<Compiled, Vec<Problem>> {
    let (parsed, mut problems) = read(files);
    problems.extend(check_syntax(&parsed));
    if !problems.is_empty() {
        problems.sort();
        return Err(problems);
    }
    let whole = |message: String| {
        vec![Problem {
            path: lines_file(files).map_or("documents/".into(), |file| file.path.clone()),
            line: 1,
            column: 1,
            message,
        }]
    };
    let bytes = write(&parsed.corpus).map_err(|error| whole(error.to_string()))?;
    let mut searcher = Searcher::open(bytes).map_err(|error| whole(error.to_string()))?;
    let problems = check_hits(&parsed, &searcher);
    if !problems.is_empty() {
        return Err(problems);
    }
    let recorded = searcher.record_themes();
    recorded.map_err(|error| whole(error.to_string()))?;
    Ok(Compiled {
        corpus: parsed.corpus,
        searcher,
    })
}

/// Writes the index of a corpus, with the dates that its texts speak of. The passages of its themes are left out:
/// [`compile`] records them.
///
/// # Errors
/// Fails where the corpus is larger than the format.
pub fn write(corpus: &Corpus) -> Result<Vec<u8>, WriteError> {
    index::write(corpus, find_mentions)
}

/// The dates that a text speaks of, as the writer takes them.
fn find_mentions(text: &str, language: Language, date: Option<&Edtf>) -> Vec<(Range<usize>, Edtf)> {
    let mentions = mentions(text, language, date).into_iter();
    mentions
        .map(|mention| (mention.start..mention.end, mention.date))
        .collect()
}
