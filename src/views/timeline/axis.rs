//! The axis of time: its ticks, the doubt in each date, and the two bounds that filter by date, which
//! follow the mouse, a finger, and the arrow keys.

use super::super::View;
use super::pixels::{Path, px};
use super::save::Drawing;
use super::scene::Scene;
use super::zoom;
use crate::state::{Action, Lock};
use crate::{browser, words};
use frise_engine::date::{Certainty, Day, Edtf, Tongue, month_short, phrase_day, phrase_range};
use frise_engine::search::Filters;
use frise_engine::timeline::{Axis, Unit};
use frise_markup::html;
use std::rc::Rc;
use yew::prelude::*;

const HEIGHT: f64 = 48.0;
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
    let anchor = use_state(|| Anchor::None);
    let (unit, ticks) = axis.ticks((width / 52.0).max(2.0) as usize);
    let (from, to) = times.bounds(&view.state.filters);
    let place = |day: Day| axis.place(day) * width;
    let after = |day: Day| place(Day(day.0.saturating_add(1)));
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
                <line class="axis-line" x1="0" x2={px(width)} y1={px(LINE)} y2={px(LINE)} />
                { for scene.iter().map(|scene| doubts(view, &axis, scene)) }
                { for ticks.iter().map(|day| tick(view, axis, *day, unit, place(*day), width)) }
            </svg>
            { bound(Side::From, start, start) }
            { bound(Side::Both, start, end) }
            { bound(Side::To, end, end) }
        </div>
    }
}

/// The days that each date can mean. Doubt that nobody measured (`~`, `?`) has soft edges; dates that
/// overlap stand in rows while there are few, and add up to density where there are many.
fn doubts(view: &View, axis: &Axis, scene: &Scene) -> Html {
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
    if scene.columns().is_none() {
        let wide = dates
            .filter(|date| on_axis(date) && date.latest().0.saturating_sub(date.earliest().0) > 31);
        let drawn = wide.take(MOST_DOUBTS).map(|date| {
            let (start, end) = span(&date);
            let mut path = Path::default();
            path.bar(start, LINE - 5.0, (end - start).max(2.0), LINE - 1.0);
            html! { <path class="doubt many" d={path.into_text()} /> }
        });
        return html! { <>{ for drawn }</> };
    }
    let mut rows = [f64::NEG_INFINITY; ROWS];
    let drawn = dates.filter(on_axis).map(|date| {
        let soft = date.certainty() != Certainty::Certain;
        let (start, end) = span(&date);
        let edge = if soft { 7.0 } else { 0.0 };
        let (start, end) = ((start - edge).max(0.0), (end + edge).max(start + 4.0 + edge));
        let row = rows.iter().position(|taken| *taken <= start).unwrap_or(ROWS - 1);
        rows[row] = end;
        let class = if soft { "doubt soft" } else { "doubt" };
        html! { <rect {class} x={px(start)} y={px(LINE - 3.0 - 5.0 * row as f64)} width={px(end - start)} height="4" /> }
    });
    html! {
        <>
            <defs><linearGradient id="flou">
                <stop offset="0" class="edge" /><stop offset="0.3" class="core" /><stop offset="0.7" class="core" /><stop offset="1" class="edge" />
            </linearGradient></defs>
            { for drawn }
        </>
    }
}

/// The axis as SVG of its own: its line and its ticks.
pub fn plain(view: &View, axis: Axis, width: f64) -> String {
    let (unit, ticks) = axis.ticks((width / 52.0).max(2.0) as usize);
    let mut drawing = Drawing::default();
    let line = ["<path class=\"line\" d=\"M0 0h", &px(width), "\"/>\n"].concat();
    drawing.0.push_str(&line);
    for day in ticks {
        let x = axis.place(day) * width;
        drawing
            .0
            .push_str(&["<path class=\"line\" d=\"M", &px(x), " 0v6\"/>\n"].concat());
        drawing.text(
            x,
            20.0,
            "tick",
            &tick_label(day, unit, axis, view.language()),
        );
    }
    drawing.0
}

fn tick(view: &View, axis: Axis, day: Day, unit: Unit, x: f64, width: f64) -> Html {
    let anchor = if x > width - 24.0 { "end" } else { "start" };
    html! {
        <g class="tick">
            <line x1={px(x)} x2={px(x)} y1={px(LINE)} y2={px(LINE + 6.0)} />
            <text x={px(x)} y={px(LINE + 21.0)} text-anchor={anchor}>{ tick_label(day, unit, axis, view.language()) }</text>
        </g>
    }
}

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
fn drag(view: &View, axis: Axis, unit: Unit, times: Times, anchor: UseStateHandle<Anchor>) -> Drag {
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

/// What a bound holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first day.
    From,
    /// Both days, and what is between them.
    Both,
    /// The last day.
    To,
}

/// What a bound is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct BoundProps {
    /// What it is made from.
    pub view: View,
    /// The stretch of time.
    pub axis: Axis,
    /// By what the arrows move it.
    pub unit: Unit,
    /// Which times it bounds.
    pub times: Times,
    /// What it holds.
    pub side: Side,
    /// Where it begins, in CSS pixels.
    pub left: f64,
    /// Where it ends.
    pub right: f64,
}

/// A bound that the keyboard moves: arrows by a unit of the ticks, Home and End to the ends of the
/// axis, Escape to take both bounds away, `+`, `-` and `0` to look closer, less close, and at all. With
/// both bounds in hand, arrows move them together and Shift moves the last one only.
#[component]
pub fn Bound(props: &BoundProps) -> Html {
    let BoundProps {
        view,
        axis,
        unit,
        times,
        side,
        left,
        right,
    } = props;
    let (axis, unit, times, side) = (*axis, *unit, *times, *side);
    let (from, to) = times.bounds(&view.state.filters);
    let day = match side {
        Side::From | Side::Both => from.unwrap_or(axis.first),
        Side::To => to.unwrap_or(axis.last),
    };
    let page = view.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let key = event.key();
        let zoomed = (times == Times::Said)
            .then(|| zoom::by_key(&page, &key))
            .flatten();
        if let Some(timelines) = zoomed {
            event.prevent_default();
            page.act.emit(Action::Drawn(timelines));
            return;
        }
        let steps = match key.as_str() {
            "ArrowLeft" | "ArrowDown" => -1,
            "ArrowRight" | "ArrowUp" => 1,
            "PageDown" => -5,
            "PageUp" => 5,
            "Home" => i32::MIN,
            "End" => i32::MAX,
            "Escape" => {
                event.prevent_default();
                page.act.emit(times.bounding((None, None), true));
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let bounds = match side {
            Side::Both => move_both(axis, unit, from, to, steps, event.shift_key()),
            side => move_one(axis, unit, side, (from, to), day, steps),
        };
        page.act.emit(times.bounding(bounds, false));
    });
    let label = match side {
        Side::From => view.pick("Première date", "First date"),
        Side::Both => view.pick("Plage de dates", "Range of dates"),
        Side::To => view.pick("Dernière date", "Last date"),
    };
    let text = match side {
        Side::Both => bounds_phrase(from, to, view.language()),
        _ => phrase_day(day, view.language()),
    };
    let style = match side {
        Side::Both => [
            "left:",
            &px(*left),
            "px;width:",
            &px((right - left).max(0.0)),
            "px",
        ]
        .concat(),
        _ => ["left:", &px(*left), "px"].concat(),
    };
    let class = if side == Side::Both {
        "bound both"
    } else {
        "bound"
    };
    html! {
        <div {class} role="slider" tabindex="0" aria-disabled={view.state.locks(times.lock()).then_some("true")} {style} {onkeydown}
            aria-label={label.to_string()} aria-valuemin={axis.first.0.to_string()} aria-valuemax={axis.last.0.to_string()}
            aria-valuenow={day.0.to_string()} aria-valuetext={text}></div>
    }
}

/// One bound moved; the other comes along where it would be passed.
fn move_one(
    axis: Axis,
    unit: Unit,
    side: Side,
    (from, to): Bounds,
    day: Day,
    steps: i32,
) -> Bounds {
    let moved = step(axis, unit, side, day, steps);
    match side {
        Side::To => (
            from.filter(|from| moved.is_none_or(|to| *from <= to))
                .or(from.and(moved.map(|to| unit.start(to)))),
            moved,
        ),
        _ => (
            moved,
            to.filter(|to| moved.is_none_or(|from| from <= *to))
                .or(to.and(moved.map(|from| unit.end(from)))),
        ),
    }
}

/// Both bounds moved together, as far as the axis goes; only the last, where it is to be extended. From
/// no bounds, the unit is taken at that end of the axis from which one comes, or to which one jumps.
fn move_both(
    axis: Axis,
    unit: Unit,
    from: Option<Day>,
    to: Option<Day>,
    steps: i32,
    extend: bool,
) -> Bounds {
    if from.is_none() && to.is_none() {
        let comes_from_start = steps == i32::MIN || (steps > 0 && steps < i32::MAX);
        let day = if comes_from_start {
            axis.first
        } else {
            axis.last
        };
        return (Some(unit.start(day)), Some(unit.end(day)));
    }
    let (start, end) = (from.unwrap_or(axis.first), to.unwrap_or(axis.last));
    let (mut first, mut last) = (unit.start(start), unit.end(end));
    for _ in 0..steps.unsigned_abs().min(10_000) {
        let (next_first, next_last) = if steps < 0 {
            (
                unit.start(Day(first.0.saturating_sub(1))),
                Day(unit.start(last).0.saturating_sub(1)),
            )
        } else {
            (
                Day(unit.end(first).0.saturating_add(1)),
                unit.end(Day(last.0.saturating_add(1))),
            )
        };
        let leaves_axis = if steps < 0 {
            first <= unit.start(axis.first)
        } else {
            last >= unit.end(axis.last)
        };
        if (leaves_axis && !(extend && steps < 0)) || (extend && next_last < first) {
            break;
        }
        last = next_last;
        if !extend {
            first = next_first;
        }
    }
    (Some(first), Some(last))
}

/// A bound moved by some units; `None` where it comes to the end of the axis, where it bounds nothing.
fn step(axis: Axis, unit: Unit, side: Side, day: Day, steps: i32) -> Option<Day> {
    let (at, end) = match side {
        Side::From | Side::Both => (unit.start(day), axis.first),
        Side::To => (unit.end(day), axis.last),
    };
    let mut moved = at;
    for _ in 0..steps.unsigned_abs().min(10_000) {
        let next = match (side, steps < 0) {
            (Side::From | Side::Both, true) => unit.start(Day(moved.0 - 1)),
            (Side::From | Side::Both, false) => Day(unit.end(moved).0 + 1),
            (Side::To, true) => Day(unit.start(moved).0 - 1),
            (Side::To, false) => unit.end(Day(moved.0 + 1)),
        };
        let leaves_axis = if steps < 0 {
            next < unit.start(axis.first)
        } else {
            next > unit.end(axis.last)
        };
        if leaves_axis {
            break;
        }
        moved = next;
    }
    let at_end = match side {
        Side::From | Side::Both => moved <= end,
        Side::To => moved >= end,
    };
    (!at_end).then_some(moved)
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

#[cfg(test)]
mod tests;
