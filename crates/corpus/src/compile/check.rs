//! Checks what depends on the index: the queries of themes and starts, synonyms, and the views of lessons.

use super::view;
use crate::source::{Parsed, Problem, StepPlace};
use frise_index::query::{self, Field, Node};
use frise_index::search::{Filters, Searcher, Sort};

/// Returns the queries of themes and starts with their places, in this order; and whether each is a theme's.
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

/// Returns a problem for each query that cannot be read as it stands.
pub(super) fn check_syntax(parsed: &Parsed) -> Vec<Problem> {
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

/// Returns a problem for each query that names what does not exist, or that finds nothing.
pub(super) fn check_hits(parsed: &Parsed, searcher: &Searcher) -> Vec<Problem> {
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
    for (synonyms, place) in parsed.corpus.synonyms.iter().zip(&parsed.synonym_places) {
        let found = |term: &String| {
            let query = query::parse(&quoted(term));
            let answer = searcher.search(&query, &Filters::default(), Sort::Relevance);
            !answer.passages.is_empty()
        };
        if !synonyms.terms.iter().any(found) {
            let message = "none of these synonyms is found; correct them, or leave the list out";
            problems.push(problem_at(place, message));
        }
    }
    let steps = parsed
        .corpus
        .lessons
        .iter()
        .flat_map(|lesson| &lesson.steps);
    for (step, place) in steps.zip(&parsed.step_places) {
        problems.extend(check_view(&step.view, place, searcher));
    }
    problems.sort();
    problems
}

/// Returns the problems of the view of a step: it cannot be read, or it finds another number of passages than the step
/// says.
fn check_view(text: &str, place: &StepPlace, searcher: &Searcher) -> Vec<Problem> {
    let view = match view::read(text, searcher.index()) {
        Ok(view) => view,
        Err(messages) => {
            return messages
                .iter()
                .map(|message| problem_at(&place.view, message))
                .collect();
        }
    };
    let answer = searcher.search(&view.query, &view.filters, Sort::Relevance);
    let mut problems: Vec<Problem> = answer
        .problems
        .iter()
        .map(|problem| problem_at(&place.view, &format!("in 'q': {}", problem.kind)))
        .collect();
    let found = answer.passages.len();
    match &place.passages {
        _ if found == 0 => problems.push(problem_at(
            &place.view,
            "this view finds no passage; correct it, or leave the step out",
        )),
        Some((said, at)) if *said != found => problems.push(problem_at(
            at,
            &format!(
                "the view of this step finds {found} passages, and not {said}; correct the figure and the text"
            ),
        )),
        _ => {}
    }
    problems
}

/// Returns a problem at a place.
fn problem_at(place: &Problem, message: &str) -> Problem {
    Problem {
        message: message.to_string(),
        ..place.clone()
    }
}

/// Returns a term as the query language writes it: several words are a phrase.
fn quoted(term: &str) -> String {
    format!("\"{term}\"")
}

/// Returns a problem of a query, at its place in the file.
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
