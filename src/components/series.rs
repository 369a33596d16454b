//! Words over time: up to six queries compared on the axis of the wall, as lines, a table, or sentences.
//!
//! Each query is counted in bins for 10,000 of the words that stand there under all filters but those of dates, so that a bound
//! never empties the rest of the picture. The table and the sentences have all that the picture has; every point opens its
//! count, its denominator and its passages.

mod comparison;
mod counts;
mod picture;
mod position;
mod props;
mod saved;
mod text;

pub use comparison::Comparison;
pub use counts::bins;
pub use props::{ComparisonProps, SeriesProps};
pub use saved::{plain, saved_table};

use super::View;
use super::controls::ActionLink;
use super::deferred::{Deferred, Later};
use crate::state::{Action, Presentation, Timelines};
use crate::{i18n, web};
use position::Position;
use yew::prelude::*;

/// The id of the field for another query.
const FIELD: &str = "compare";
/// How many of the corpus's own queries are offered while nothing is compared.
const MOST_STARTS: usize = 2;

/// The queries that are compared, and a field for more of them.
#[component]
pub fn Series(props: &SeriesProps) -> Html {
    let view = &props.view;
    let timelines = &view.state.timelines;
    let position = use_state(Position::default);
    let refuse = {
        let position = position.clone();
        Callback::from(move |is_refused: bool| {
            position.set(Position {
                is_refused,
                ..(*position).clone()
            });
        })
    };
    let is_picture = view.state.presentation == Presentation::Picture;
    html! {
        <div class="series" role="group" aria-labelledby="mots">
            <div class="series-head">
                <h2 id="mots">{ view.pick("Mots dans le temps", "Words over time") }</h2>
                <QueryField {view} {refuse} />
                if timelines.words.len() > 1 && is_picture {
                    <p class="tabs">
                        { switch(view, false, view.pick("Ensemble", "Together")) }
                        { switch(view, true, view.pick("Séparés", "Apart")) }
                    </p>
                }
            </div>
            if !timelines.words.is_empty() || position.is_refused {
                <Later
                    {view}
                    part={Deferred::Comparison(ComparisonProps {
                        series: props.clone(),
                        position,
                    })}
                />
            }
        </div>
    }
}

/// Returns a link to all queries in one picture, or to each in its own.
fn switch(view: &View, multiples: bool, label: &'static str) -> Html {
    let timelines = &view.state.timelines;
    let is_current = timelines.multiples == multiples;
    let action = Action::Drawn(Timelines {
        multiples,
        ..timelines.clone()
    });
    html! { <ActionLink {view} {action} {is_current}>{ label }</ActionLink> }
}

/// Props of [`QueryField`].
#[derive(Clone, PartialEq, Properties)]
struct QueryFieldProps {
    view: View,
    /// Called after each query, with whether it was refused.
    refuse: Callback<bool>,
}

/// The field for another query, and queries that a click compares: the present one, and, while nothing is compared, some of the
/// corpus's own.
#[component]
fn QueryField(props: &QueryFieldProps) -> Html {
    let QueryFieldProps { view, refuse } = props;
    let timelines = &view.state.timelines;
    let onsubmit = {
        let (refuse, act, timelines) = (refuse.clone(), view.act.clone(), timelines.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let query = web::field_value(FIELD);
            let next = timelines.with_words(&query);
            let is_refused = !next.compares(&query);
            if next != timelines {
                act.emit(Action::Drawn(next));
            }
            if !is_refused {
                web::clear_field(FIELD);
            }
            refuse.emit(is_refused);
        })
    };
    let starts = &view.searcher.index().about().starts;
    let starts = starts.iter().map(|start| start.query.as_str());
    let example = starts.clone().min_by_key(|query| query.len());
    let example = example.map(|query| [view.pick("p. ex. ", "e.g. "), query].concat());
    let most_starts = if timelines.words.is_empty() {
        MOST_STARTS
    } else {
        0
    };
    let queries = std::iter::once(view.state.query.as_str()).chain(starts.take(most_starts));
    let mut offers: Vec<(String, Action)> = Vec::new();
    for query in queries {
        let next = timelines.with_words(query);
        let label = i18n::quoted_query(query.trim(), view.language());
        // The present query may be one of the corpus's own.
        if next != *timelines && offers.iter().all(|(known, _)| *known != label) {
            offers.push((label, Action::Drawn(next)));
        }
    }
    html! {
        <form class="series-field" aria-labelledby="mots" {onsubmit}>
            <label for={FIELD}>{ view.pick("Comparer", "Compare") }</label>
            <input
                id={FIELD}
                placeholder={example}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
            />
            <button>{ view.pick("Ajouter", "Add") }</button>
            for (label, action) in offers {
                <ActionLink {view} {action}>{ "+\u{a0}" }{ label }</ActionLink>
            }
        </form>
    }
}
