//! A problem of a query.

use crate::i18n;
use frise_date::Tongue;
use frise_index::query::Problem;
use yew::prelude::*;

/// A query of this many bytes or more is not repeated beside a problem.
const LONGEST_SHOWN: usize = 200;

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
            { i18n::problem(&problem.kind, *language) }
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
