//! From the files of a corpus folder, or one file of JSON lines, to an index; every mistake is reported at once.
//!
//! The files are parsed once, the index is written once and opened once: [`Compiled`] holds the corpus and the opened index.
//!
//! Beyond what [`parse`](crate::parse) refuses, [`compile`] refuses queries of themes and starts, synonyms and views of
//! lessons that do not parse, that name what is not there, or that find nothing. [`compile_corpus`] compiles a corpus that
//! comes as a value.

mod check;
mod view;

use crate::mention::mentions_of_tokens;
use crate::source::{Problem, SourceFile, lines_file, read};
use check::{check_hits, check_syntax};
use frise_date::Edtf;
use frise_index::model::Corpus;
use frise_index::search::Searcher;
use frise_index::{self as index, OpenError, WriteError};
use frise_text::{Language, Token};
use std::error::Error;
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
    let whole = |error: CompileError| {
        vec![Problem {
            path: lines_file(files).map_or("documents/".into(), |file| file.path.clone()),
            line: 1,
            column: 1,
            message: error.to_string(),
        }]
    };
    let mut searcher = open(&parsed.corpus).map_err(whole)?;
    let problems = check_hits(&parsed, &searcher);
    if !problems.is_empty() {
        return Err(problems);
    }
    searcher
        .record_themes()
        .map_err(|error| whole(error.into()))?;
    Ok(Compiled {
        corpus: parsed.corpus,
        searcher,
    })
}

/// Compiles a corpus that comes as a value and not as files: writes its index with the dates that its texts speak of,
/// opens it, and records the passages of its themes. Themes, starts, synonyms and lessons are taken as they are; a theme
/// that finds nothing is kept, and is empty.
///
/// ```
/// use frise_corpus::{SourceFile, compile_corpus, parse};
///
/// let line = r#"{"id": "a", "date": "1789-08-26", "text": "Les hommes naissent libres."}"#;
/// let file = SourceFile { path: "droits.jsonl".into(), bytes: line.into() };
/// let corpus = parse(&[file]).expect("a corpus without mistakes").corpus;
/// assert_eq!(compile_corpus(&corpus).expect("a small corpus").index().passages(), 1);
/// ```
///
/// # Errors
/// Fails where the corpus is larger than the format.
pub fn compile_corpus(corpus: &Corpus) -> Result<Searcher, CompileError> {
    let mut searcher = open(corpus)?;
    searcher.record_themes()?;
    Ok(searcher)
}

/// Does the same as [`compile_corpus`], and calls a function with how many more bytes of text were read. The corpus is
/// dropped before the index is opened, so that a large one is not in memory twice.
///
/// # Errors
/// Fails where the corpus is larger than the format.
pub fn compile_large_corpus(
    corpus: Corpus,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<Searcher, CompileError> {
    let bytes = index::write_with(&corpus, find_mentions, progress)?;
    drop(corpus);
    let mut searcher = Searcher::open(bytes)?;
    searcher.record_themes()?;
    Ok(searcher)
}

/// Does the same as [`compile_large_corpus`] for callers that need the bytes of the index only, which is opened only
/// where there are themes to record.
///
/// # Errors
/// Fails where the corpus is larger than the format.
pub fn compile_bytes(
    corpus: Corpus,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<Vec<u8>, CompileError> {
    match corpus.themes.is_empty() {
        true => Ok(index::write_with(&corpus, find_mentions, progress)?),
        false => Ok(compile_large_corpus(corpus, progress)?.into_bytes()),
    }
}

/// Returns the opened index of a corpus, before its themes are recorded.
fn open(corpus: &Corpus) -> Result<Searcher, CompileError> {
    Ok(Searcher::open(write(corpus)?)?)
}

/// The reason why a corpus has no index.
#[derive(Debug)]
pub enum CompileError {
    /// The index cannot be written.
    Write(WriteError),
    /// The index that was written cannot be opened.
    Open(OpenError),
}

impl fmt::Display for CompileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CompileError::Write(error) => error.fmt(f),
            CompileError::Open(error) => error.fmt(f),
        }
    }
}

impl Error for CompileError {}

impl From<WriteError> for CompileError {
    fn from(error: WriteError) -> CompileError {
        CompileError::Write(error)
    }
}

impl From<OpenError> for CompileError {
    fn from(error: OpenError) -> CompileError {
        CompileError::Open(error)
    }
}

/// Writes the index of a corpus, with the dates that its texts speak of. The passages of its themes are left out:
/// [`compile`] records them.
///
/// # Errors
/// Fails where the corpus is larger than the format.
pub fn write(corpus: &Corpus) -> Result<Vec<u8>, WriteError> {
    index::write(corpus, find_mentions)
}

/// Writes a part of an index, with the dates that its texts speak of ([`frise_index::write_part`]).
///
/// # Errors
/// Fails where the part is larger than the format.
pub fn write_part(corpus: Corpus, note: &str) -> Result<Vec<u8>, WriteError> {
    index::write_part(corpus, note, find_mentions)
}

/// The dates that a text speaks of, as the writer takes them.
fn find_mentions(
    text: &str,
    tokens: &[Token],
    language: Language,
    date: Option<&Edtf>,
) -> Vec<(Range<usize>, Edtf)> {
    let mentions = mentions_of_tokens(text, tokens, language, date).into_iter();
    mentions
        .map(|mention| (mention.start..mention.end, mention.date))
        .collect()
}
