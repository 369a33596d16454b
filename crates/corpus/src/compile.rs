//! From the files of a corpus folder, or one file of JSON lines, to the bytes of an index, with every mistake told at once.
//!
//! Beyond what [`corpus::parse`](crate::source::parse) refuses, this refuses queries of themes and
//! starts that do not parse, that name what is not there, or that find nothing.

use crate::mention::mentions;
use crate::source::{
    Parsed, Place, Problem, Problems, SourceFile, examine_texts, lines_file, read,
};
use frise_date::Edtf;
use frise_index::model::Corpus;
use frise_index::query;
use frise_index::query::{Field, Node};
use frise_index::search::{Filters, Searcher, Sort};
use frise_index::{self as index, LONGEST_TERM, WriteError, with_themes};
use frise_text::{Language, TokenKind, fold, tokens};
use std::ops::Range;

/// The index of the corpus in these files.
///
/// # Errors
/// Every mistake, by file and line.
pub fn compile(files: &[SourceFile]) -> Result<Vec<u8>, Vec<Problem>> {
    let (parsed, mut problems) = read(files);
    problems.extend(check_words(files));
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
    let searcher = Searcher::open(bytes.clone()).map_err(|error| whole(error.to_string()))?;
    let problems = check_hits(&parsed, &searcher);
    if !problems.is_empty() {
        return Err(problems);
    }
    let themes = (0..parsed.corpus.themes.len()).filter_map(|theme| searcher.theme(theme));
    let found: Vec<Vec<u32>> = themes.map(|found| found.iter().collect()).collect();
    with_themes(&bytes, &found).map_err(|error| whole(error.to_string()))
}

/// Writes the index of a corpus, with the dates that its texts speak of. The passages of its themes are left out:
/// [`compile`] adds them.
///
/// # Errors
/// The corpus is larger than the format.
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

/// Words that are too long for the dictionary.
fn check_words(files: &[SourceFile]) -> Vec<Problem> {
    if let Some(file) = lines_file(files) {
        return examine_texts(file, long_words);
    }
    let problems = Problems::default();
    for file in files.iter().filter(|file| file.path.ends_with(".md")) {
        let text = std::str::from_utf8(&file.bytes).unwrap_or("");
        for (offset, message) in long_words(text) {
            let path = &file.path;
            problems.add(Place { path, text, offset }, message);
        }
    }
    problems.into_sorted()
}

/// The words of a text that are too long, each with its byte there.
fn long_words(text: &str) -> Vec<(usize, String)> {
    let words = tokens(text, Language::Other).filter(|token| token.kind == TokenKind::Word);
    let too_long = words.filter(|word| {
        word.range.len() > LONGEST_TERM && fold(&text[word.range.clone()]).len() > LONGEST_TERM
    });
    let message = format!(
        "this word is too long: expected at most {LONGEST_TERM} bytes; part it in the text"
    );
    too_long
        .map(|word| (word.range.start, message.clone()))
        .collect()
}

/// The queries of themes and starts with their places, in this order; and whether each is a theme's.
fn queries(parsed: &Parsed) -> impl Iterator<Item = (&str, &Problem, bool)> {
    let themes = parsed
        .corpus
        .themes
        .iter()
        .map(|theme| (theme.query.as_str(), true));
    let starts = parsed
        .corpus
        .starts
        .iter()
        .map(|start| (start.query.as_str(), false));
    themes
        .chain(starts)
        .zip(&parsed.query_places)
        .map(|((text, is_theme), place)| (text, place, is_theme))
}

/// Queries that cannot be read as they stand.
fn check_syntax(parsed: &Parsed) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (text, place, is_theme) in queries(parsed) {
        let query = query::parse(text);
        problems.extend(
            query
                .problems
                .iter()
                .map(|problem| pointing(problem, text, place)),
        );
        if is_theme && names_theme(&query.root) {
            let message = "a theme cannot rest on a theme; write out its query".to_string();
            problems.push(Problem {
                message,
                ..place.clone()
            });
        }
    }
    problems
}

/// Queries that name what is not there, or that find nothing.
fn check_hits(parsed: &Parsed, searcher: &Searcher) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (text, place, _) in queries(parsed) {
        let answer = searcher.search(&query::parse(text), &Filters::default(), Sort::Relevance);
        problems.extend(
            answer
                .problems
                .iter()
                .map(|problem| pointing(problem, text, place)),
        );
        if answer.passages.is_empty() {
            let message =
                "this query finds no passage; correct it, or leave the entry out".to_string();
            problems.push(Problem {
                message,
                ..place.clone()
            });
        }
    }
    problems
}

/// A problem of a query, at its place in the file.
fn pointing(problem: &query::Problem, text: &str, place: &Problem) -> Problem {
    let before = text
        .get(..problem.range(text).start)
        .unwrap_or("")
        .chars()
        .count();
    // One more for the quotation mark before the query.
    Problem {
        column: place.column + 1 + before,
        message: problem.kind.to_string(),
        ..place.clone()
    }
}

fn names_theme(node: &Node) -> bool {
    match node {
        Node::All(parts) | Node::Any(parts) => parts.iter().any(names_theme),
        Node::Not(inner) => names_theme(inner),
        Node::Field(field, _) => *field == Field::Theme,
        Node::Everything | Node::Word(_) | Node::Phrase(_) => false,
    }
}
