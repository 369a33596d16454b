//! The axis of time: its ticks, the doubt in each date, and the two bounds that filter by date, which
//! follow the mouse, a finger, and the arrow keys (see [`bounds`]).

mod bounds;

use super::super::View;
use super::drawing::Drawing;
use super::pixels::{Path, px};
use super::scene::Scene;
use crate::state::{Action, Lock};
use crate::views::hooks::{Kept, use_kept};
use crate::{browser, words};
use bounds::{Bound, Side};
use frise_engine::date::{Certainty, Day, Edtf, Tongue, month_short, phrase_range};
use frise_engine::search::Filters;
use frise_engine::timeline::{Axis, Unit};
use frise_markup::html;
use std::rc::Rc;
use yew::prelude::*;

/// The height of the axis, with its doubts and ticks.
pub const HEIGHT: f64 = 48.0;
const LINE: f64 = 14.0;
/// How many dates are drawn above one another before they share a row.
const ROWS: usize = 3;
/// How many wide dates are drawn where they add up to density.
const MOST_DOUBTS: usize = 400;

/// What the axis is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct TimeAxisProps {
    /// What it is made from.
    pub view: View,
    /// The stretch of time.
    pub axis: Axis,
    /// Its length in CSS pixels.
    pub width: f64,
    /// Which times it bounds.
    pub times: Times,
    /// What stands above it, where that has doubts to draw.
    #[prop_or_default]
    pub scene: Option<Rc<Scene>>,
}

/// The two times of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Times {
    /// When it was said.
    Said,
    /// The times that it speaks of.
    Mentioned,
}

impl Times {
    /// The id of the picture, over which pointers are followed.
    fn id(self) -> &'static str {
        match self {
            Times::Said => "axe",
            Times::Mentioned => "axe-evoque",
        }
    }

    /// The bounds that are held.
    fn bounds(self, filters: &Filters) -> Bounds {
        match self {
            Times::Said => (filters.from, filters.to),
            Times::Mentioned => (filters.mentioned_from, filters.mentioned_to),
        }
    }

    /// What keeps them as they are.
    fn lock(self) -> Lock {
        match self {
            Times::Said => Lock::Dates,
            Times::Mentioned => Lock::Mentions,
        }
    }

    /// Bounds them, as the beginning of a movement or amidst it.
    fn bounding(self, (from, to): Bounds, begins: bool) -> Action {
        match self {
            Times::Said if begins => Action::Bounded(from, to),
            Times::Said => Action::Bounding(from, to),
            Times::Mentioned => Action::Mentioning(from, to),
        }
    }
}

/// The first and the last day that are held.
type Bounds = (Option<Day>, Option<Day>);

/// Where a drag began, while the pointer is down.
type Anchor = Option<Day>;

/// The axis.
#[component]
pub fn TimeAxis(props: &TimeAxisProps) -> Html {
    let TimeAxisProps {
        view,
        axis,
        width,
        times,
        scene,
    } = props;
    let (axis, width, times) = (*axis, *width, *times);
    let anchor = use_kept(|| Anchor::None);
    let (unit, _) = ticks(axis, width);
    let (from, to) = times.bounds(&view.state.filters);
    let place = |day: Day| axis.place(day) * width;
    let after = |day: Day| place(Day(day.0.saturating_add(1)));
    let drawing = picture(view, axis, width, scene.as_deref());
    let held = from.is_some() || to.is_some();
    let (start, end) = (from.map_or(0.0, place), to.map_or(width, after));
    let drag = drag(view, axis, unit, times, anchor);
    let name = match times {
        Times::Said => view.pick("Bornes de dates", "Bounds of dates"),
        Times::Mentioned => view.pick("Bornes des temps évoqués", "Bounds of the times spoken of"),
    };
    let bound = |side: Side, left: f64, right: f64| html! { <Bound view={view.clone()} {axis} {unit} {times} {side} {left} {right} /> };
    html! {
        <div class="axis" role="group" aria-label={name.to_string()}>
            <svg class="axis-picture" id={times.id()} width={px(width)} height={px(HEIGHT)} aria-hidden="true"
                onpointerdown={drag.down} onpointermove={drag.moved} onpointerup={drag.up.clone()} onpointercancel={drag.up}>
                <rect class="axis-ground" x="0" y="0" width={px(width)} height={px(HEIGHT)} />
                if held { <rect class="axis-held" x={px(start)} y={px(LINE - 6.0)} width={px((end - start).max(2.0))} height="12" /> }
                { drawing.into_html() }
            </svg>
            { bound(Side::From, start, start) }
            { bound(Side::Both, start, end) }
            { bound(Side::To, end, end) }
        </div>
    }
}

/// The axis as it stands in the page and in a file: its line, the doubts above it, and its ticks below.
pub fn picture(view: &View, axis: Axis, width: f64, scene: Option<&Scene>) -> Drawing {
    let mut drawing = Drawing::default();
    let mut lines = Path::default();
    lines.line(0.0, LINE, width);
    if let Some(scene) = scene {
        doubts(&mut drawing, view, &axis, scene);
    }
    let (unit, ticks) = ticks(axis, width);
    for day in ticks {
        let x = axis.place(day) * width;
        lines.upright(x, LINE, 6.0);
        let anchor = if x > width - 24.0 { "end" } else { "start" };
        let label = tick_label(day, unit, axis, view.language());
        drawing.text("tick", anchor, (x, LINE + 21.0), &label);
    }
    drawing.path("axis-line", lines);
    drawing
}

/// The ticks that a width has room for, and their unit.
fn ticks(axis: Axis, width: f64) -> (Unit, Vec<Day>) {
    axis.ticks((width / 52.0).max(2.0) as usize)
}

/// The days that each date can mean. Doubt that nobody measured (`~`, `?`) has soft edges; dates that
/// overlap stand in rows while there are few, and add up to density where there are many.
fn doubts(drawing: &mut Drawing, view: &View, axis: &Axis, scene: &Scene) {
    let documents = view.searcher.index().documents();
    let dates = documents
        .iter()
        .filter_map(|document| document.metadata.date);
    let place = |day: Day| axis.place(day) * scene.width;
    let span = |date: &Edtf| {
        (
            place(date.earliest()),
            place(Day(date.latest().0.saturating_add(1))),
        )
    };
    let on_axis = |date: &Edtf| date.latest() >= axis.first && date.earliest() <= axis.last;
    let mut bar = |class: &str, start: f64, end: f64, top: f64| {
        drawing.rectangle(class, start, top, end - start, 4.0);
        drawing.push(&["/>"]);
    };
    if scene.columns().is_none() {
        let wide = dates
            .filter(|date| on_axis(date) && date.latest().0.saturating_sub(date.earliest().0) > 31);
        for date in wide.take(MOST_DOUBTS) {
            let (start, end) = span(&date);
            bar("doubt many", start, end.max(start + 2.0), LINE - 5.0);
        }
        return;
    }
    let mut rows = [f64::NEG_INFINITY; ROWS];
    for date in dates.filter(on_axis) {
        let soft = date.certainty() != Certainty::Certain;
        let (start, end) = span(&date);
        let edge = if soft { 7.0 } else { 0.0 };
        let (start, end) = (
            (start - edge).max(0.0),
            (end + edge).max(start + 4.0 + edge),
        );
        let row = rows
            .iter()
            .position(|taken| *taken <= start)
            .unwrap_or(ROWS - 1);
        rows[row] = end;
        let class = if soft { "doubt soft" } else { "doubt" };
        bar(class, start, end, LINE - 3.0 - 5.0 * row as f64);
    }
    drawing.push(&[SOFT]);
}

/// What fills doubt with soft edges.
const SOFT: &str = "<defs><linearGradient id=\"flou\"><stop offset=\"0\" class=\"edge\"/><stop offset=\".3\" class=\"core\"/><stop offset=\".7\" class=\"core\"/><stop offset=\"1\" class=\"edge\"/></linearGradient></defs>";

/// The year; the month, with the year in January and at the start; or the day with its month.
pub fn tick_label(day: Day, unit: Unit, axis: Axis, language: Tongue) -> String {
    let (year, month, number) = day.ymd();
    match unit {
        Unit::Day => format!("{number}\u{a0}{}", month_short(month, language)),
        Unit::Month if month == 1 || day <= axis.first => {
            format!("{} {year}", month_short(month, language))
        }
        Unit::Month | Unit::Quarter => month_short(month, language).to_string(),
        Unit::Year | Unit::Decade | Unit::Century => year.to_string(),
    }
}

struct Drag {
    down: Callback<PointerEvent>,
    moved: Callback<PointerEvent>,
    up: Callback<PointerEvent>,
}

/// Dragging holds the units of time from where the pointer went down to where it is; a click holds one.
fn drag(view: &View, axis: Axis, unit: Unit, times: Times, anchor: Kept<Anchor>) -> Drag {
    let bound = {
        let act = view.act.clone();
        move |a: Day, b: Day, begins: bool| {
            let bounds = (Some(unit.start(a.min(b))), Some(unit.end(a.max(b))));
            act.emit(times.bounding(bounds, begins))
        }
    };
    let down = {
        let (anchor, bound) = (anchor.clone(), bound.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some(day) = browser::share(&event, times.id()).map(|share| axis.day_at(share)) {
                browser::capture(&event, times.id());
                anchor.set(Some(day));
                bound(day, day, true);
            }
        })
    };
    let moved = {
        let anchor = anchor.clone();
        Callback::from(move |event: PointerEvent| {
            if let (Some(from), Some(share)) = (*anchor, browser::share(&event, times.id())) {
                bound(from, axis.day_at(share), false);
            }
        })
    };
    let up = Callback::from(move |_: PointerEvent| anchor.set(None));
    Drag { down, moved, up }
}

/// Bounds in words.
pub fn bounds_phrase(from: Option<Day>, to: Option<Day>, language: Tongue) -> String {
    let phrase = phrase_range(from, to, language);
    if phrase.is_empty() {
        words::pick(language, "toutes dates", "all dates").to_string()
    } else {
        phrase
    }
}
