//! Words over time: up to six queries compared on the axis of the wall, as lines, a table, or sentences.
//!
//! Each query is counted in parts of time for 10,000 of the words that stand there under all filters but
//! those of dates, so that a bound never empties the rest of the picture. What the picture says, the table
//! and the sentences say too; every point opens its count, its denominator and its passages.
//!
//! Elements that occur often are made in one place each, since each that is written out weighs on the page.

mod compared;
mod picture;
mod saved;
mod told;

pub use compared::{Compared, bins, compare};
pub use saved::{plain, saved_table};
pub use told::{sentences, table};

use super::View;
use super::hooks::{Kept, use_kept, use_made};
use super::search::problem_line;
use super::timeline::one_table;
use crate::browser;
use crate::state::{Action, Form, MOST_WORDS, Timelines};
use crate::words;
use compared::look_up;
use frise_date::Day;
use frise_index::timeline::{Axis, Bins, Counted};
use frise_markup::html;
use picture::{Picture, swatch};
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// The id of the field for another query.
const FIELD: &str = "compare";
/// How many of the corpus's own queries are offered to begin with.
const TO_BEGIN: usize = 2;

/// What the queries are counted in and drawn on.
#[derive(Clone, PartialEq, Properties)]
pub struct SeriesProps {
    /// What it is made from.
    pub view: View,
    /// The stretch of time.
    pub axis: Axis,
    /// Its length in CSS pixels.
    pub width: f64,
    /// The parts of time.
    pub bins: Bins,
}

/// Where the reader is.
#[derive(Clone, Default, PartialEq)]
struct Here {
    /// The point of each query that the keyboard is on.
    cursors: [usize; MOST_WORDS],
    /// The point that is open, by its query and the first day of its bin.
    open: Option<(String, Day)>,
    /// Whether what was to be compared was refused.
    is_refused: bool,
}

/// The queries that are compared, and a field for more of them.
#[component]
pub fn Series(props: &SeriesProps) -> Html {
    let SeriesProps { view, bins, .. } = props;
    let timelines = &view.state.timelines;
    let here = use_kept(Here::default);
    let sought = use_made(
        (timelines.words.clone(), view.state.matching),
        |(queries, matching)| look_up(&view.searcher, queries, *matching),
    );
    let compared = compare(view, &sought, bins);
    let is_picture = view.state.form == Form::Picture;
    let mut shown = problems(view, &compared);
    if !compared.is_empty() {
        if !is_picture {
            shown.push(names(view, &compared, 0..compared.len()));
        }
        match view.state.form {
            Form::Picture => pictures(props, &compared, &here, &mut shown),
            Form::Table => shown.push(one_table(view, table(view, bins, &compared))),
            Form::Sentence => {
                let sentences = sentences(view, bins, &compared).into_iter();
                shown.extend(sentences.map(|sentence| paragraph("", sentence)));
            }
        }
        if view.state.filters.from.or(view.state.filters.to).is_some() {
            let note = view.pick(
                "Les mots sont comptés sur toutes les dates\u{a0}; les autres filtres s’appliquent.",
                "Words are counted over all dates; all other filters apply.",
            );
            shown.push(paragraph("series-note", note.to_string()));
        }
    }
    html! {
        <div class="series" role="group" aria-labelledby="mots">
            <div class="series-head">
                <h2 id="mots">{ view.pick("Mots dans le temps", "Words over time") }</h2>
                { field(view, &here) }
                if timelines.words.len() > 1 && is_picture {
                    <p class="tabs">
                        { switch(view, false, view.pick("Ensemble", "Together")) }
                        { switch(view, true, view.pick("Séparés", "Apart")) }
                    </p>
                }
            </div>
            { shown }
            { told::line(view, bins, &compared, &here) }
        </div>
    }
}

/// Some text.
fn paragraph(class: &'static str, text: String) -> Html {
    html! { <p {class}>{ text }</p> }
}

/// A way to another state.
fn link(view: &View, action: Action, label: String, current: Option<&'static str>) -> Html {
    html! { <a href={view.address_after(&action)} onclick={view.follow(action)} aria-current={current}>{ label }</a> }
}

/// What could not be read in the queries, each pointed at.
fn problems(view: &View, compared: &[Compared<'_>]) -> Vec<Html> {
    let mut lines = Vec::new();
    for one in compared {
        let problems = one.sought.problems.iter();
        lines.extend(problems.map(|problem| problem_line(view, one.query, problem)));
    }
    if lines.is_empty() {
        return lines;
    }
    vec![html! { <ul class="problems">{ lines }</ul> }]
}

/// One picture of all queries, or one of each, with their names beside it.
fn pictures(
    props: &SeriesProps,
    compared: &[Compared<'_>],
    here: &Kept<Here>,
    into: &mut Vec<Html>,
) {
    let all = compared.len();
    let points = compared.iter().flat_map(|one| &one.points);
    let most = points.map(|point| point.rate()).fold(0.0, f64::max);
    let go = {
        let here = here.clone();
        Rc::new(
            move |place: usize, stop: usize, open: Option<(String, Day)>| {
                let mut next = Here {
                    is_refused: false,
                    ..(*here).clone()
                };
                if let Some(cursor) = next.cursors.get_mut(place) {
                    *cursor = stop;
                }
                next.open = open.or(next.open);
                here.set(next);
            },
        )
    };
    let in_each = if props.view.state.timelines.multiples {
        1
    } else {
        all
    };
    for start in (0..all).step_by(in_each) {
        let picture = Picture {
            props,
            compared,
            queries: start..start + in_each,
            most,
            here,
            go: go.clone(),
        };
        let names = names(&props.view, compared, picture.queries.clone());
        into.push(html! { <div class="lane series-row">{ names }{ picture.draw() }</div> });
    }
}

/// The queries by name, each with the form of its line; a click takes one away.
fn names(view: &View, compared: &[Compared<'_>], queries: Range<usize>) -> Html {
    let name = |(place, one): (usize, &Compared<'_>)| {
        let count = one.whole.hits as usize;
        let count = match one.sought.counted {
            Counted::Occurrences => words::number(count, view.language()),
            Counted::Passages => words::passages(count, view.language()),
        };
        let what = view.pick("Ne plus comparer\u{a0}: ", "Stop comparing: ");
        let action = Action::Drawn(view.state.timelines.without_words(place));
        html! {
            <li><button type="button" class="series-name" data-line={place.to_string()} onclick={view.will(action)}>
                <span class="unseen">{ what }</span>{ swatch(place) }<span>{ one.query.to_string() }</span><b>{ count }</b>
            </button></li>
        }
    };
    let of_row = compared.iter().enumerate().skip(queries.start);
    html! { <ul class="series-names">{ for of_row.take(queries.len()).map(name) }</ul> }
}

/// All in one picture, or each in its own.
fn switch(view: &View, multiples: bool, label: &str) -> Html {
    let timelines = &view.state.timelines;
    let current = (timelines.multiples == multiples).then_some("true");
    let action = Action::Drawn(Timelines {
        multiples,
        ..timelines.clone()
    });
    link(view, action, label.to_string(), current)
}

/// The field for another query, and queries that may be compared with a click: the present one, and, to
/// begin with, some of the corpus's own.
fn field(view: &View, here: &Kept<Here>) -> Html {
    let timelines = &view.state.timelines;
    let onsubmit = {
        let (here, act, timelines) = (here.clone(), view.act.clone(), timelines.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let query = browser::text(FIELD);
            let next = timelines.with_words(&query);
            let is_refused = !next.compares(&query);
            if next != timelines {
                act.emit(Action::Drawn(next));
            }
            if !is_refused {
                browser::empty(FIELD);
            }
            here.set(Here {
                is_refused,
                ..(*here).clone()
            });
        })
    };
    let starts = &view.searcher.index().about().starts;
    let starts = starts.iter().map(|start| start.query.as_str());
    let example = starts.clone().min_by_key(|query| query.len());
    let example = example.map(|query| [view.pick("p. ex. ", "e.g. "), query].concat());
    let to_begin = if timelines.words.is_empty() {
        TO_BEGIN
    } else {
        0
    };
    let mut offers = Vec::new();
    for query in std::iter::once(view.state.query.as_str()).chain(starts.take(to_begin)) {
        let next = timelines.with_words(query);
        if next != *timelines {
            let label = [
                "+\u{a0}",
                &words::quoted_query(query.trim(), view.language()),
            ]
            .concat();
            offers.push(link(view, Action::Drawn(next), label, None));
        }
    }
    html! {
        <form class="series-field" {onsubmit}>
            <label for={FIELD}>{ view.pick("Comparer", "Compare") }</label>
            <input id={FIELD} placeholder={example} autocomplete="off" autocapitalize="off" spellcheck="false" />
            <button>{ view.pick("Ajouter", "Add") }</button>
            { offers }
        </form>
    }
}
