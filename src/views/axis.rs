//! The axis of time: its ticks, the doubt in each date, and the two bounds that filter by date, which
//! follow the mouse, a finger, and the arrow keys.

use super::View;
use super::layout::Column;
use crate::state::Action;
use crate::{browser, words};
use frise_engine::date::{Day, Tongue, month_short, phrase_day, phrase_range};
use frise_engine::timeline::{Axis, Unit};
use yew::prelude::*;

const HEIGHT: f64 = 44.0;
const LINE: f64 = 10.0;
/// The id of the picture, over which pointers are followed.
const AXIS: &str = "axe";

/// What the axis is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct TimeAxisProps {
    /// What it is made from.
    pub view: View,
    /// The stretch of time.
    pub axis: Axis,
    /// Its length in CSS pixels.
    pub width: f64,
    /// The documents on it, where they are drawn one by one.
    pub columns: Vec<Column>,
}

/// Where a drag began, while the pointer is down.
type Anchor = Option<Day>;

/// The axis.
#[component]
pub fn TimeAxis(props: &TimeAxisProps) -> Html {
    let TimeAxisProps {
        view,
        axis,
        width,
        columns,
    } = props;
    let (axis, width) = (*axis, *width);
    let anchor = use_state(|| Anchor::None);
    let (unit, ticks) = axis.ticks((width / 52.0).max(2.0) as usize);
    let filters = &view.state.filters;
    let place = |day: Day| axis.place(day) * width;
    let after = |day: Day| place(Day(day.0.saturating_add(1)));
    let held = filters.from.is_some() || filters.to.is_some();
    let (start, end) = (
        filters.from.map_or(0.0, place),
        filters.to.map_or(width, after),
    );
    let drag = drag(view, axis, unit, anchor);
    html! {
        <div class="axis" role="group" aria-label={view.pick("Bornes de dates", "Bounds of dates")}>
            <svg class="axis-picture" id={AXIS} width={px(width)} height={px(HEIGHT)} aria-hidden="true"
                onpointerdown={drag.down} onpointermove={drag.moved} onpointerup={drag.up.clone()} onpointercancel={drag.up}>
                <rect class="axis-ground" x="0" y="0" width={px(width)} height={px(HEIGHT)} />
                if held { <rect class="axis-held" x={px(start)} y={px(LINE - 5.0)} width={px((end - start).max(2.0))} height="10" /> }
                <line class="axis-line" x1="0" x2={px(width)} y1={px(LINE)} y2={px(LINE)} />
                { for columns.iter().map(|column| {
                    let length = (column.date_end - column.date_start).max(4.0);
                    html! { <rect class="doubt" x={px(column.date_start)} y={px(LINE - 3.0)} width={px(length)} height="6" rx="2" /> }
                }) }
                { for ticks.iter().map(|day| tick(view, axis, *day, unit, place(*day), width)) }
            </svg>
            <Bound view={view.clone()} {axis} {unit} side={Side::From} left={start} />
            <Bound view={view.clone()} {axis} {unit} side={Side::To} left={end} />
        </div>
    }
}

/// A length in CSS pixels, to a tenth.
pub fn px(length: f64) -> String {
    format!("{}", (length * 10.0).round() / 10.0)
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
fn tick_label(day: Day, unit: Unit, axis: Axis, language: Tongue) -> String {
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
fn drag(view: &View, axis: Axis, unit: Unit, anchor: UseStateHandle<Anchor>) -> Drag {
    let bound = {
        let act = view.act.clone();
        move |a: Day, b: Day| {
            act.emit(Action::Bounding(
                Some(unit.start(a.min(b))),
                Some(unit.end(a.max(b))),
            ))
        }
    };
    let down = {
        let (anchor, act) = (anchor.clone(), view.act.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some(day) = browser::share(&event, AXIS).map(|share| axis.day_at(share)) {
                browser::capture(&event, AXIS);
                anchor.set(Some(day));
                act.emit(Action::Bounded(Some(unit.start(day)), Some(unit.end(day))));
            }
        })
    };
    let moved = {
        let anchor = anchor.clone();
        Callback::from(move |event: PointerEvent| {
            if let (Some(from), Some(share)) = (*anchor, browser::share(&event, AXIS)) {
                bound(from, axis.day_at(share));
            }
        })
    };
    let up = Callback::from(move |_: PointerEvent| anchor.set(None));
    Drag { down, moved, up }
}

/// Which end of the dates a bound holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first day.
    From,
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
    /// Which end it holds.
    pub side: Side,
    /// Where it stands, in CSS pixels.
    pub left: f64,
}

/// A bound that the keyboard moves: arrows by a unit of the ticks, Home and End to the ends of the
/// axis, Escape to take both bounds away.
#[component]
pub fn Bound(props: &BoundProps) -> Html {
    let BoundProps {
        view,
        axis,
        unit,
        side,
        left,
    } = props;
    let (axis, unit, side) = (*axis, *unit, *side);
    let filters = &view.state.filters;
    let (from, to) = (filters.from, filters.to);
    let day = match side {
        Side::From => from.unwrap_or(axis.first),
        Side::To => to.unwrap_or(axis.last),
    };
    let act = view.act.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let steps = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => -1,
            "ArrowRight" | "ArrowUp" => 1,
            "PageDown" => -5,
            "PageUp" => 5,
            "Home" => i32::MIN,
            "End" => i32::MAX,
            "Escape" => {
                event.prevent_default();
                act.emit(Action::Bounded(None, None));
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let moved = step(axis, unit, side, day, steps);
        let (from, to) = match side {
            Side::From => (
                moved,
                to.filter(|to| moved.is_none_or(|from| from <= *to))
                    .or(to.and(moved.map(|from| unit.end(from)))),
            ),
            Side::To => (
                from.filter(|from| moved.is_none_or(|to| *from <= to))
                    .or(from.and(moved.map(|to| unit.start(to)))),
                moved,
            ),
        };
        act.emit(Action::Bounding(from, to));
    });
    let label = match side {
        Side::From => view.pick("Première date", "First date"),
        Side::To => view.pick("Dernière date", "Last date"),
    };
    html! {
        <div class="bound" role="slider" tabindex="0" style={format!("left:{}px", px(*left))} {onkeydown}
            aria-label={label.to_string()} aria-valuemin={axis.first.0.to_string()} aria-valuemax={axis.last.0.to_string()}
            aria-valuenow={day.0.to_string()} aria-valuetext={phrase_day(day, view.language())}></div>
    }
}

/// A bound moved by some units; `None` where it comes to the end of the axis, where it bounds nothing.
fn step(axis: Axis, unit: Unit, side: Side, day: Day, steps: i32) -> Option<Day> {
    let (at, end) = match side {
        Side::From => (unit.start(day), axis.first),
        Side::To => (unit.end(day), axis.last),
    };
    let mut moved = at;
    for _ in 0..steps.unsigned_abs().min(10_000) {
        let next = match (side, steps < 0) {
            (Side::From, true) => unit.start(Day(moved.0 - 1)),
            (Side::From, false) => Day(unit.end(moved).0 + 1),
            (Side::To, true) => Day(unit.start(moved).0 - 1),
            (Side::To, false) => unit.end(Day(moved.0 + 1)),
        };
        if next < axis.first || next > axis.last {
            break;
        }
        moved = next;
    }
    let at_end = match side {
        Side::From => moved <= end,
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
