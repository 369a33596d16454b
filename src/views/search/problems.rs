//! What could not be read in the query, pointed at.

use super::super::{View, ViewProps};
use crate::words;
use frise_engine::query::Problem;
use yew::prelude::*;

/// A longer query is not shown again.
const LONGEST_SHOWN: usize = 200;

/// The messages, which the search box is described by; nothing where there are none.
#[component]
pub fn Problems(props: &ViewProps) -> Html {
    let view = &props.view;
    let problems = &view.answer.problems;
    if problems.is_empty() {
        return html! {};
    }
    html! {
        <ul id="problems" class="problems" role="status">{ for problems.iter().map(|problem| problem_line(view, &view.state.query, problem)) }</ul>
    }
}

/// A message, and the query with the character that it is about.
pub fn problem_line(view: &View, query: &str, problem: &Problem) -> Html {
    let range = problem.range(query);
    let part = |range: std::ops::Range<usize>| query.get(range).unwrap_or("").to_string();
    let (before, at, after) = (
        part(0..range.start),
        part(range.clone()),
        part(range.end..query.len()),
    );
    html! {
        <li>
            { words::problem(&problem.kind, view.language()) }
            if !at.is_empty() && query.len() < LONGEST_SHOWN {
                { " " }<code>{ before }<mark>{ at }</mark>{ after }</code>
            }
        </li>
    }
}
