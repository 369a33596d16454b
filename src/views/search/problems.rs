//! What could not be read in the query, pointed at.

use super::super::View;
use super::super::elements::{element, text};
use crate::words;
use frise_index::query::Problem;
use frise_markup::html;
use yew::prelude::*;

/// A longer query is not shown again.
const LONGEST_SHOWN: usize = 200;

/// The messages, which the search box is described by; nothing where there are none.
pub fn problems(view: &View) -> Html {
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
    let before = query.get(..range.start).unwrap_or("");
    let after = query.get(range.end..).unwrap_or("");
    let at = query.get(range).unwrap_or("");
    html! {
        <li>
            { words::problem(&problem.kind, view.language()) }
            if !at.is_empty() && query.len() < LONGEST_SHOWN {
                { " " }<code>{ before }{ element("mark", "", text(at)) }{ after }</code>
            }
        </li>
    }
}
