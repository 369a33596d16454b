//! The problems of the query in the search box.

use crate::components::ViewProps;
use crate::components::problem_line::ProblemLine;
use yew::prelude::*;

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
