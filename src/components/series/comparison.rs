//! The queries that are compared, as pictures, a table or sentences.

use super::counts::{Compared, compare, look_up, places};
use super::picture::{Picture, Swatch};
use super::position::Position;
use super::props::{ComparisonProps, SeriesProps};
use super::text;
use crate::components::View;
use crate::components::problem_line::ProblemLine;
use crate::components::summary::text::counted_words;
use crate::components::table::DataTable;
use crate::i18n;
use crate::state::{Action, Presentation};
use frise_date::Day;
use frise_index::search::Scope;
use frise_index::timeline::Counted;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// The queries that are compared, in the form that the reader has chosen.
#[component]
pub fn Comparison(props: &ComparisonProps) -> Html {
    let ComparisonProps {
        series: props,
        position,
    } = props;
    let SeriesProps { view, bins, .. } = props;
    let timelines = &view.state.timelines;
    let sought = use_memo(
        (
            timelines.words.clone(),
            view.state.matching,
            Scope::of(&view.state.filters),
            view.while_in_shards(),
        ),
        |(queries, matching, ..)| look_up(&view.searcher, queries, *matching, &view.state.filters),
    );
    let compared = compare(view, &sought, bins);
    let filters = &view.state.filters;
    let is_bounded = filters.from.or(filters.to).is_some();
    let form = match view.state.presentation {
        _ if compared.is_empty() => html! {},
        Presentation::Picture => pictures(props, &compared, position),
        Presentation::Table => {
            let table = Rc::new(text::table(view, bins, &compared));
            html! {
                <>
                    { names(view, &compared, 0..compared.len()) }
                    <DataTable key={table.caption.clone()} {view} table={&table} />
                </>
            }
        }
        Presentation::Sentence => html! {
            <>
                { names(view, &compared, 0..compared.len()) }
                for sentence in text::sentences(view, bins, &compared) {
                    <p>{ sentence }</p>
                }
            </>
        },
    };
    html! {
        <>
            { problems(view, &compared) }
            { form }
            if !compared.is_empty() && is_bounded {
                <p class="series-note">
                    { view.pick("Les mots sont comptés sur toutes les dates\u{a0}; les autres filtres s’appliquent.", "Words are counted over all dates; all other filters apply.") }
                </p>
            }
            if let Some(words) = counted_words(view).filter(|_| !compared.is_empty()) {
                <p class="series-note">{ words }</p>
            }
            { text::status(view, bins, &compared, position) }
        </>
    }
}

/// Returns the problems of the queries; nothing if there are none.
fn problems(view: &View, compared: &[Compared<'_>]) -> Html {
    let problems = compared.iter().flat_map(|one| {
        let problems = one.sought.problems.iter();
        problems.map(|problem| (one.query.to_string(), problem.clone()))
    });
    let problems: Vec<_> = problems.collect();
    if problems.is_empty() {
        return html! {};
    }
    html! {
        <ul class="problems">
            for (query, problem) in problems {
                <ProblemLine {query} {problem} language={view.language()} />
            }
        </ul>
    }
}

/// Returns one picture of all queries, or one of each, with the names of the queries beside it.
fn pictures(
    props: &SeriesProps,
    compared: &[Compared<'_>],
    position: &UseStateHandle<Position>,
) -> Html {
    let all = compared.len();
    let points = compared.iter().flat_map(|one| &one.points);
    let most = points.map(|point| point.rate()).fold(0.0, f64::max);
    let go = {
        let position = position.clone();
        Rc::new(
            move |place: usize, stop: usize, open: Option<(String, Day)>| {
                let mut next = Position {
                    is_refused: false,
                    ..(*position).clone()
                };
                if let Some(cursor) = next.cursors.get_mut(place) {
                    *cursor = stop;
                }
                next.open = open.or(next.open);
                position.set(next);
            },
        )
    };
    let in_each = if props.view.state.timelines.multiples {
        1
    } else {
        all
    };
    let places = places(&props.view, &props.scale, &props.bins);
    let rows = (0..all).step_by(in_each).map(|start| {
        let picture = Picture {
            view: &props.view,
            scale: &props.scale,
            width: props.width,
            letters: props.letters,
            bins: &props.bins,
            places: &places,
            compared,
            queries: start..start + in_each,
            most,
            position,
            go: go.clone(),
        };
        html! {
            <div class="lane series-row">
                { names(&props.view, compared, picture.queries.clone()) }
                { picture.draw() }
            </div>
        }
    });
    html! { <>{ for rows }</> }
}

/// Returns some of the queries by name, each with its line; clicking removes a query.
fn names(view: &View, compared: &[Compared<'_>], queries: Range<usize>) -> Html {
    let name = |(place, one): (usize, &Compared<'_>)| {
        let count = one.whole.hits as usize;
        let count = match one.sought.counted {
            Counted::Occurrences => i18n::number(count, view.language()),
            Counted::Passages => i18n::passages(count, view.language()),
        };
        let action = Action::Drawn(view.state.timelines.without_words(place));
        html! {
            <li>
                <button
                    type="button"
                    class="series-name"
                    data-line={place.to_string()}
                    onclick={view.will(action)}
                >
                    <span class="unseen">
                        { view.pick("Ne plus comparer\u{a0}: ", "Stop comparing: ") }
                    </span>
                    <Swatch {place} />
                    <span>{ one.query }</span>
                    <b>{ count }</b>
                </button>
            </li>
        }
    };
    let of_row = compared.iter().enumerate().skip(queries.start);
    html! { <ul class="series-names">{ for of_row.take(queries.len()).map(name) }</ul> }
}
