//! Lanes on the axis of the wall: one for each speaker and each theme. A name filters; what it holds
//! stands along the same time as the documents above, as a dispersion plot.

use super::View;
use super::axis::px;
use super::layout::{Layout, NARROW};
use crate::state::{Action, Choice, Subject};
use crate::words;
use frise_engine::corpus::Bilingual;
use frise_engine::search::PassageSet;
use frise_engine::sorting::sort_by_number;
use frise_engine::timeline::{Axis, Bin};
use yew::prelude::*;

/// How many lanes are shown before the rest is asked for: on wide screens, and on narrow ones.
const SHOWN: [usize; 2] = [10, 6];
const HEIGHT: f64 = 20.0;

/// What lanes are drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct LanesProps {
    /// What they are made from.
    pub view: View,
    /// The stretch of time.
    pub axis: Axis,
    /// The wall above.
    pub layout: Layout,
    /// The length of the axis in CSS pixels.
    pub width: f64,
    /// Speakers, or themes.
    pub subject: Subject,
}

/// One lane.
#[derive(Clone)]
pub struct Lane<'v> {
    /// Its name.
    pub label: &'v Bilingual,
    /// What is said of it on demand.
    pub hint: String,
    /// What choosing it holds.
    pub choice: Choice,
    /// All its passages.
    pub passages: &'v PassageSet,
    /// How many passages it has under all other filters.
    pub count: u32,
}

/// The lanes of a subject, in the editor's order; where there are many, those with most passages first,
/// whatever is asked, so that none moves.
pub fn lanes(view: &View, subject: Subject) -> Vec<Lane<'_>> {
    let about = view.searcher.index().about();
    let facets = &view.answer.facets;
    let mut lanes: Vec<Lane<'_>> = match subject {
        Subject::Speakers => (0..)
            .zip(&about.speakers)
            .filter_map(|(place, speaker)| {
                let roles: Vec<&str> = speaker
                    .roles
                    .iter()
                    .map(|role| words::of(&role.role, view.language()))
                    .collect();
                Some(Lane {
                    label: &speaker.name,
                    hint: roles.join(", "),
                    choice: Choice::Speaker(place),
                    passages: view.searcher.speaker(place as usize)?,
                    count: facets.speakers.get(place as usize).copied().unwrap_or(0),
                })
            })
            .collect(),
        Subject::Themes => (0..)
            .zip(&about.themes)
            .filter_map(|(place, theme)| {
                Some(Lane {
                    label: &theme.label,
                    hint: words::of(&theme.definition, view.language()).to_string(),
                    choice: Choice::Theme(place),
                    passages: view.searcher.theme(place as usize)?,
                    count: facets.themes.get(place as usize).copied().unwrap_or(0),
                })
            })
            .collect(),
        Subject::Documents | Subject::Kinds | Subject::Voices => Vec::new(),
    };
    if lanes.len() > SHOWN[0] {
        sort_by_number(&mut lanes, |lane| !lane.passages.count());
    }
    lanes
}

/// A group of lanes.
#[component]
pub fn Lanes(props: &LanesProps) -> Html {
    let LanesProps { view, subject, .. } = props;
    let whole = use_state(|| false);
    let lanes = lanes(view, *subject);
    if lanes.is_empty() {
        return html! {};
    }
    let (id, title) = match subject {
        Subject::Speakers => ("locuteurs", view.pick("Locuteurs", "Speakers")),
        _ => ("themes", view.pick("Thèmes", "Themes")),
    };
    let shown = if props.width < NARROW {
        SHOWN[1]
    } else {
        SHOWN[0]
    };
    let visible = |(place, lane): &(usize, &Lane<'_>)| {
        *whole || *place < shown || view.state.holds(lane.choice)
    };
    let (visible, hidden): (Vec<_>, Vec<_>) = lanes.iter().enumerate().partition(visible);
    let show = {
        let whole = whole.clone();
        Callback::from(move |_: MouseEvent| whole.set(true))
    };
    html! {
        <div class="lanes" role="group" aria-labelledby={id}>
            <h2 {id}>{ title.to_string() }</h2>
            { for visible.into_iter().map(|(_, lane)| lane_row(props, lane)) }
            if !hidden.is_empty() {
                <button type="button" class="more" onclick={show}>{ view.pick("Voir les autres\u{a0}: ", "See the others: ") }{ words::number(hidden.len(), view.language()) }</button>
            }
        </div>
    }
}

fn lane_row(props: &LanesProps, lane: &Lane<'_>) -> Html {
    let view = &props.view;
    let held = view.state.holds(lane.choice);
    let class = classes!(
        "lane",
        held.then_some("held"),
        (lane.count == 0).then_some("empty")
    );
    html! {
        <div {class}>
            <button type="button" class="lane-name" aria-pressed={held.to_string()} data-choice={lane.choice.name(view.searcher.index())} title={lane.hint.clone()}
                onclick={view.will(Action::Toggled(lane.choice))}>
                <span>{ words::of(lane.label, view.language()) }</span>{ " " }<b>{ words::number(lane.count as usize, view.language()) }</b>
            </button>
            <svg class="lane-track" width={px(props.width)} height={px(HEIGHT)} aria-hidden="true">{ track(props, lane) }</svg>
        </div>
    }
}

/// The ground and the marks of a lane: paths, so that a lane costs the same however much it holds.
fn track(props: &LanesProps, lane: &Lane<'_>) -> Html {
    let matched = &props.view.answer.matched;
    let (mut ground, mut marks, mut lit) = (String::new(), String::new(), String::new());
    let bar = |path: &mut String, x: f64, top: f64, width: f64| {
        path.push_str(&format!(
            "M{} {}h{}V{}h-{}z",
            px(x),
            px(top),
            px(width),
            px(HEIGHT - 3.0),
            px(width)
        ));
    };
    match &props.layout {
        Layout::Columns(columns) => {
            for (document, column) in props
                .view
                .searcher
                .index()
                .documents()
                .iter()
                .zip(&columns.columns)
            {
                ground.push_str(&format!(
                    "M{} {}h{}",
                    px(column.left),
                    px(HEIGHT - 2.5),
                    px(column.width)
                ));
                let passages = document.passages.len();
                let mark = (column.width / passages.max(1) as f64 * 0.7).clamp(1.0, 3.0);
                for (number, passage) in document
                    .passages
                    .clone()
                    .enumerate()
                    .filter(|(_, passage)| lane.passages.contains(*passage))
                {
                    let x = column.lane_place(number, passages) - mark / 2.0;
                    let found = matched.contains(passage);
                    bar(
                        if found { &mut lit } else { &mut marks },
                        x,
                        if found { 3.0 } else { 8.0 },
                        mark,
                    );
                }
            }
        }
        Layout::Bars(bins) => {
            ground.push_str(&format!("M0 {}h{}", px(HEIGHT - 2.5), px(props.width)));
            let mut found = lane.passages.clone();
            found.intersect(matched);
            let count = |bin: &Bin| lane.passages.count_within(&bin.passages);
            let most = bins.bins.iter().map(count).max().unwrap_or(0).max(1);
            let height = |count: u32| (f64::from(count) / f64::from(most)).sqrt() * (HEIGHT - 5.0);
            for bin in &bins.bins {
                let x = props.axis.place(bin.from) * props.width;
                let width = ((props.axis.place(bin.to) * props.width) - x - 1.0).max(1.5);
                let found = found.count_within(&bin.passages);
                for (path, count) in [(&mut marks, count(bin)), (&mut lit, found)] {
                    if count > 0 {
                        bar(path, x, HEIGHT - 3.0 - height(count), width);
                    }
                }
            }
        }
    }
    html! { <><path class="lane-ground" d={ground} /><path class="lane-mark" d={marks} /><path class="lane-lit" d={lit} /></> }
}
