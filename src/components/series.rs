//! Words over time: up to six queries compared on the axis of the wall, as lines, a table, or sentences.
//!
//! Each query is counted in bins for 10,000 of the words that stand there under all filters but those of dates, so that a bound
//! never empties the rest of the picture. The table and the sentences have all that the picture has; every point opens its
//! count, its denominator and its passages.

mod counts;
mod picture;
mod position;
mod saved;
mod text;

pub use counts::bins;
pub use saved::{plain, saved_table};

use super::View;
use super::controls::ActionLink;
use super::problem_line::ProblemLine;
use super::summary::counted_words;
use super::table::DataTable;
use crate::state::{Action, Presentation, Timelines};
use crate::{i18n, web};
use counts::{Compared, compare, look_up, places};
use frise_date::Day;
use frise_index::search::Scope;
use frise_index::timeline::{Bins, Counted, Scale};
use picture::{Picture, Swatch};
use position::Position;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// The id of the field for another query.
const FIELD: &str = "compare";
/// How many of the corpus's own queries are offered while nothing is compared.
const MOST_STARTS: usize = 2;

/// Props of [`Series`].
#[derive(Clone, PartialEq, Properties)]
pub struct SeriesProps {
    /// The page.
    pub view: View,
    /// Where days stand.
    pub scale: Scale,
    /// The length of the axis in CSS pixels.
    pub width: f64,
    /// The bins in which queries are counted.
    pub bins: Bins,
}

/// The queries that are compared, and a field for more of them.
#[component]
pub fn Series(props: &SeriesProps) -> Html {
    let SeriesProps { view, bins, .. } = props;
    let timelines = &view.state.timelines;
    let position = use_state(Position::default);
    let sought = use_memo(
        (
            timelines.words.clone(),
            view.state.matching,
            Scope::of(&view.state.filters),
        ),
        |(queries, matching, _)| look_up(&view.searcher, queries, *matching, &view.state.filters),
    );
    let compared = compare(view, &sought, bins);
    let is_picture = view.state.presentation == Presentation::Picture;
    let filters = &view.state.filters;
    let is_bounded = filters.from.or(filters.to).is_some();
    let form = match view.state.presentation {
        _ if compared.is_empty() => html! {},
        Presentation::Picture => pictures(props, &compared, &position),
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
    let refuse = {
        let position = position.clone();
        Callback::from(move |is_refused: bool| {
            position.set(Position {
                is_refused,
                ..(*position).clone()
            });
        })
    };
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
            { text::status(view, bins, &compared, &position) }
        </div>
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
        <form class="series-field" {onsubmit}>
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
