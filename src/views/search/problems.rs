//! The problems of a query, each with the place in the query that it is about.

use super::super::ViewProps;
use crate::words;
use frise_date::Tongue;
use frise_index::query::Problem;
use yew::prelude::*;

/// A query of this many bytes or more is not repeated beside a problem.
const LONGEST_SHOWN: usize = 200;

/// The problems of the query, which describe the search box; nothing if there are none.
#[component]
pub fn Problems(props: &ViewProps) -> Html {
    let view = &props.view;
    let problems = &view.answer.problems;
    if problems.is_empty() {
        return html! {};
    }
    html! {
        <ul id="problems" class="problems" role="status">
            for problem in problems {
                <ProblemLine
                    query={view.state.query.clone()}
                    problem={problem.clone()}
                    language={view.language()}
                />
            }
        </ul>
    }
}

/// Props of [`ProblemLine`].
#[derive(Clone, PartialEq, Properties)]
pub struct ProblemLineProps {
    /// The query that has the problem.
    pub query: AttrValue,
    /// The problem.
    pub problem: Problem,
    /// The language of the message.
    pub language: Tongue,
}

/// A problem, and the query with the characters that the problem is about marked.
#[component]
pub fn ProblemLine(props: &ProblemLineProps) -> Html {
    let ProblemLineProps {
        query,
        problem,
        language,
    } = props;
    let range = problem.range(query);
    let before = query.get(..range.start).unwrap_or("");
    let after = query.get(range.end..).unwrap_or("");
    let at = query.get(range).unwrap_or("");
    html! {
        <li>
            { words::problem(&problem.kind, *language) }
            if !at.is_empty() && query.len() < LONGEST_SHOWN {
                { " " }
                <code>
                    { before }
                    <mark>{ at }</mark>
                    { after }
                </code>
            }
        </li>
    }
}
