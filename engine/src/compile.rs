//! From the files of a corpus folder to the bytes of an index, with every mistake told at once.
//!
//! Beyond what [`corpus::parse`](crate::corpus::parse) refuses, this refuses queries of themes and
//! starts that do not parse, that name what is not there, or that find nothing.

use crate::corpus::{Parsed, Problem, SourceFile, parse};
use crate::index;
use crate::query::{self, Field, Node};
use crate::search::{Filters, Searcher, Sort};

/// The index of the corpus in these files.
///
/// # Errors
/// Every mistake, by file and line.
pub fn compile(files: &[SourceFile]) -> Result<Vec<u8>, Vec<Problem>> {
    let parsed = parse(files)?;
    let whole = |message: String| {
        vec![Problem {
            path: "documents/".into(),
            line: 1,
            column: 1,
            message,
        }]
    };
    let bytes = index::write(&parsed.corpus).map_err(|error| whole(error.to_string()))?;
    let searcher = Searcher::open(bytes.clone()).map_err(|error| whole(error.to_string()))?;
    match check_queries(&parsed, &searcher) {
        none if none.is_empty() => Ok(bytes),
        problems => Err(problems),
    }
}

/// Mistakes in the queries of themes and starts, which stand in this order among the places.
fn check_queries(parsed: &Parsed, searcher: &Searcher) -> Vec<Problem> {
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
    let mut problems = Vec::new();
    for ((text, is_theme), place) in themes.chain(starts).zip(&parsed.query_places) {
        let query = query::parse(text);
        let answer = searcher.search(&query, &Filters::default(), Sort::Relevance);
        for problem in &answer.problems {
            let before = text
                .get(..problem.range(text).start)
                .unwrap_or("")
                .chars()
                .count();
            // One more for the quotation mark before the query.
            let column = place.column + 1 + before;
            problems.push(Problem {
                column,
                message: problem.kind.to_string(),
                ..place.clone()
            });
        }
        if is_theme && names_theme(&query.root) {
            let message = "a theme cannot rest on a theme; write out its query".to_string();
            problems.push(Problem {
                message,
                ..place.clone()
            });
        } else if answer.passages.is_empty() {
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

fn names_theme(node: &Node) -> bool {
    match node {
        Node::All(parts) | Node::Any(parts) => parts.iter().any(names_theme),
        Node::Not(inner) => names_theme(inner),
        Node::Field(field, _) => *field == Field::Theme,
        Node::Everything | Node::Word(_) | Node::Phrase(_) => false,
    }
}
