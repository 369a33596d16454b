//! Words over time: up to six queries compared on the axis of the wall, as lines, a table, or sentences.
//!
//! Each query is counted in parts of time for 10,000 of the words that stand there under all filters but
//! those of dates, so that a bound never empties the rest of the picture. What the picture says, the table
//! and the sentences say too; every point opens its count, its denominator and its passages.

mod compared;
mod picture;
mod saved;
mod told;

pub use compared::{Compared, bins, compare, quoted};
pub use saved::{plain, saved_table};
pub use told::{sentences, table};

use super::View;
use super::search::problem_line;
use super::timeline::one_table;
use crate::browser;
use crate::state::{Action, Form, MOST_WORDS, Timelines};
use crate::words;
use compared::look_up;
use frise_engine::date::Day;
use frise_engine::timeline::{Axis, Bins, Counted};
use picture::{Picture, swatch};
use std::rc::Rc;
use yew::prelude::*;

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

/// What the line of text below the picture tells.
#[derive(Clone, PartialEq)]
enum Told {
    /// How to open a point.
    Nothing,
    /// That what was to be compared is not.
    Refused,
    /// A point, by its query and the first day of its bin.
    Point(String, Day),
}

/// The queries that are compared, and a field for more of them.
#[component]
pub fn Series(props: &SeriesProps) -> Html {
    let SeriesProps { view, bins, .. } = props;
    let timelines = &view.state.timelines;
    let told = use_state(|| Told::Nothing);
    let cursors = use_state(|| [0usize; MOST_WORDS]);
    let sought = use_memo(
        (timelines.words.clone(), view.state.matching),
        |(queries, matching)| look_up(&view.searcher, queries, *matching),
    );
    let compared = compare(view, &sought, bins);
    let is_picture = view.state.form == Form::Picture;
    let shown = match view.state.form {
        Form::Picture => pictures(props, &compared, cursors, &told),
        Form::Table if compared.is_empty() => html! {},
        Form::Table => one_table(view, table(view, bins, &compared)),
        Form::Sentence => sentences(view, bins, &compared)
            .into_iter()
            .map(|sentence| html! { <p>{ sentence }</p> })
            .collect(),
    };
    html! {
        <div class="series" role="group" aria-labelledby="mots">
            <div class="series-head">
                <h2 id="mots">{ view.pick("Mots dans le temps", "Words over time") }</h2>
                <Field view={view.clone()} told={told.clone()} />
                if timelines.words.len() > 1 && is_picture { { switch(view) } }
            </div>
            { problems(view, &compared) }
            if !compared.is_empty() {
                if !is_picture { { names(view, &compared, 0..compared.len()) } }
                { shown }
                if view.state.filters.from.or(view.state.filters.to).is_some() {
                    <p class="series-note">{ view.pick("Les mots sont comptés sur toutes les dates\u{a0}; les autres filtres s’appliquent.", "Words are counted over all dates; all other filters apply.") }</p>
                }
            }
            { told::line(view, bins, &compared, &told) }
        </div>
    }
}

/// What could not be read in the queries, each pointed at.
fn problems(view: &View, compared: &[Compared<'_>]) -> Html {
    let mut lines = Vec::new();
    for one in compared {
        let problems = one.sought.problems.iter();
        lines.extend(problems.map(|problem| problem_line(view, one.query, problem)));
    }
    if lines.is_empty() {
        return html! {};
    }
    html! { <ul class="problems">{ for lines }</ul> }
}

/// One picture of all queries, or one of each, with their names beside it.
fn pictures(
    props: &SeriesProps,
    compared: &[Compared<'_>],
    cursors: UseStateHandle<[usize; MOST_WORDS]>,
    told: &UseStateHandle<Told>,
) -> Html {
    let all = compared.len();
    let rows: Vec<_> = if props.view.state.timelines.multiples {
        (0..all).map(|place| place..place + 1).collect()
    } else {
        std::iter::once(0..all).collect()
    };
    let show = {
        let (told, cursors) = (told.clone(), cursors.clone());
        let queries: Vec<String> = compared.iter().map(|one| one.query.to_string()).collect();
        let days: Vec<Day> = props.bins.bins.iter().map(|bin| bin.from).collect();
        Rc::new(move |place: usize, stop: usize, bin: Option<usize>| {
            let mut moved = *cursors;
            if let Some(cursor) = moved.get_mut(place) {
                *cursor = stop;
            }
            cursors.set(moved);
            let day = bin.and_then(|bin| days.get(bin));
            if let (Some(query), Some(day)) = (queries.get(place), day) {
                told.set(Told::Point(query.clone(), *day));
            }
        })
    };
    let points = compared.iter().flat_map(|one| &one.points);
    let most = points.map(|point| point.rate()).fold(0.0, f64::max);
    let row = |queries: &std::ops::Range<usize>| {
        let picture = Picture {
            props,
            compared,
            queries: queries.clone(),
            is_last: queries.end == all,
            most,
            cursors: *cursors,
            told,
            show: show.clone(),
        };
        html! { <div class="lane series-row">{ names(&props.view, compared, queries.clone()) }{ picture.draw() }</div> }
    };
    rows.iter().map(row).collect()
}

/// The queries by name, each with the form of its line; a click takes one away.
fn names(view: &View, compared: &[Compared<'_>], queries: std::ops::Range<usize>) -> Html {
    let name = |(place, one): (usize, &Compared<'_>)| {
        let count = one.whole.hits as usize;
        let count = match one.sought.counted {
            Counted::Occurrences => words::number(count, view.language()),
            Counted::Passages => words::passages(count, view.language()),
        };
        let label = [
            view.pick("Ne plus comparer\u{a0}: ", "Stop comparing: "),
            one.query,
        ]
        .concat();
        let action = Action::Drawn(view.state.timelines.without_words(place));
        html! {
            <li><button type="button" class={classes!("series-name", ["s", &place.to_string()].concat())} aria-label={label} onclick={view.will(action)}>
                { swatch(place) }<span>{ one.query.to_string() }</span><b>{ count }</b><i aria-hidden="true">{ "×" }</i>
            </button></li>
        }
    };
    let of_row = compared.iter().enumerate().skip(queries.start);
    html! {
        <ul class="series-names" aria-label={view.pick("Requêtes comparées", "Compared queries").to_string()}>
            { for of_row.take(queries.len()).map(name) }
        </ul>
    }
}

/// All in one picture, or each in its own.
fn switch(view: &View) -> Html {
    let link = |multiples: bool, label: &str| {
        let timelines = &view.state.timelines;
        let current = (timelines.multiples == multiples).then_some("true");
        let action = Action::Drawn(Timelines {
            multiples,
            ..timelines.clone()
        });
        html! { <a href={view.address_after(&action)} onclick={view.follow(action)} aria-current={current}>{ label.to_string() }</a> }
    };
    html! {
        <p class="tabs">
            { link(false, view.pick("Ensemble", "Together")) }
            { link(true, view.pick("Séparés", "Apart")) }
        </p>
    }
}

/// What the field is made from.
#[derive(Clone, PartialEq, Properties)]
struct FieldProps {
    view: View,
    told: UseStateHandle<Told>,
}

/// The field for another query, and queries that may be compared with a click: the present one, and, to
/// begin with, two of the corpus's own.
#[component]
fn Field(props: &FieldProps) -> Html {
    let FieldProps { view, told } = props;
    let timelines = &view.state.timelines;
    let draft = use_state(String::new);
    let oninput = {
        let (draft, told) = (draft.clone(), told.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(text) = browser::value(&event) {
                draft.set(text);
            }
            if *told == Told::Refused {
                told.set(Told::Nothing);
            }
        })
    };
    let onsubmit = {
        let (draft, told) = (draft.clone(), told.clone());
        let (act, timelines) = (view.act.clone(), timelines.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let next = timelines.with_words(&draft);
            if next != timelines {
                act.emit(Action::Drawn(next));
                told.set(Told::Nothing);
            } else if !timelines.compares(&draft) {
                told.set(Told::Refused);
                return;
            }
            draft.set(String::new());
        })
    };
    let starts = &view.searcher.index().about().starts;
    let starts = starts.iter().map(|start| start.query.as_str());
    let example = starts.clone().next().map(|query| {
        let such_as = view.pick("par exemple ", "for example ");
        [such_as, query].concat()
    });
    let to_begin = if timelines.words.is_empty() { 2 } else { 0 };
    let offers = std::iter::once(view.state.query.as_str()).chain(starts.take(to_begin));
    let offer = |query: &str| {
        let next = timelines.with_words(query);
        let action = Action::Drawn(next.clone());
        (next != *timelines).then(|| {
            html! { <a href={view.address_after(&action)} onclick={view.follow(action)}>{ ["+\u{a0}", &quoted(view, query.trim())].concat() }</a> }
        })
    };
    html! {
        <>
            <form class="series-field" {onsubmit}>
                <label for="compare">{ view.pick("Comparer", "Compare") }</label>
                <input id="compare" type="text" value={(*draft).clone()} {oninput} placeholder={example}
                    autocomplete="off" autocapitalize="off" spellcheck="false" />
                <button type="submit">{ view.pick("Ajouter", "Add") }</button>
            </form>
            <p class="series-offers">{ for offers.filter_map(offer) }</p>
        </>
    }
}
