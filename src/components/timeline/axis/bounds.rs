//! The two bounds that filter by date, and both of them together, as the arrow keys move them.

use super::super::zoom;
use super::{Bounds, Times};
use crate::chart::px;
use crate::components::View;
use crate::i18n;
use crate::state::Action;
use frise_date::{Day, phrase_day};
use frise_index::timeline::{Axis, Scale, Unit};
use yew::prelude::*;

/// What a bound moves by.
#[derive(Clone, Debug, PartialEq)]
pub enum KeyStep {
    /// A unit of time.
    Unit(Unit),
    /// From text to text, on an axis of texts in their order.
    Text(Scale),
}

impl KeyStep {
    /// Returns the step of bounds on a scale: by the unit of its ticks, or by its texts.
    pub fn of(scale: &Scale, unit: Unit) -> KeyStep {
        match scale.texts() {
            [] => KeyStep::Unit(unit),
            _ => KeyStep::Text(scale.clone()),
        }
    }

    /// Returns the first day of the unit of a day, or that of its text. The days between two texts go with the first.
    pub fn start(&self, day: Day) -> Day {
        match self {
            KeyStep::Unit(unit) => unit.start(day),
            KeyStep::Text(scale) => match text_before(scale, day) {
                0 => scale.axis().first,
                place => scale.texts()[place].first,
            },
        }
    }

    /// Returns the last day of the unit of a day, or the last before the next text.
    pub fn end(&self, day: Day) -> Day {
        match self {
            KeyStep::Unit(unit) => unit.end(day),
            KeyStep::Text(scale) => match scale.texts().get(text_before(scale, day) + 1) {
                Some(next) => Day(next.first.0.saturating_sub(1)),
                None => scale.axis().last,
            },
        }
    }

    /// Returns bounds without the days at their ends on which there is no text.
    pub fn tight(&self, (from, to): Bounds) -> Bounds {
        match self {
            KeyStep::Unit(_) => (from, to),
            KeyStep::Text(scale) => {
                let text = |day: Day| scale.texts()[text_before(scale, day)];
                (
                    from.map(|day| day.max(text(day).first)),
                    to.map(|day| day.min(text(day).last)),
                )
            }
        }
    }
}

/// Returns the place of the last text that begins on a day or before it, or else of the first.
fn text_before(scale: &Scale, day: Day) -> usize {
    let begun = scale.texts().partition_point(|text| text.first <= day);
    begun.saturating_sub(1)
}

/// What a bound sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first day.
    From,
    /// Both days together.
    Both,
    /// The last day.
    To,
}

/// Props of [`Bound`].
#[derive(Clone, PartialEq, Properties)]
pub struct BoundProps {
    /// The page.
    pub view: View,
    /// Where days stand.
    pub scale: Scale,
    /// What arrow keys move the bound by.
    pub step: KeyStep,
    /// Which dates the bound filters.
    pub times: Times,
    /// What the bound sets.
    pub side: Side,
    /// Its left edge in CSS pixels.
    pub left: f64,
    /// Its right edge.
    pub right: f64,
}

/// A bound that the keyboard moves: arrows by a unit of the ticks, Home and End to the ends of the axis. Escape removes both
/// bounds; `+`, `-` and `0` zoom. On both bounds, arrows move them together, and with Shift the last one only.
#[component]
pub fn Bound(props: &BoundProps) -> Html {
    let BoundProps {
        view,
        scale,
        step,
        times,
        side,
        left,
        right,
    } = props;
    let (axis, times, side) = (scale.axis(), *times, *side);
    let (from, to) = times.bounds(&view.state.filters);
    let day = match side {
        Side::From | Side::Both => from.unwrap_or(axis.first),
        Side::To => to.unwrap_or(axis.last),
    };
    let (page, scale, step) = (view.clone(), scale.clone(), step.clone());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let key = event.key();
        let zoomed = (times == Times::Said)
            .then(|| zoom::by_key(&page, &scale, &key))
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
            Side::Both => move_both(axis, &step, from, to, steps, event.shift_key()),
            side => move_one(axis, &step, side, (from, to), day, steps),
        };
        page.act.emit(times.bounding(step.tight(bounds), false));
    });
    let label = match side {
        Side::From => view.pick("Première date", "First date"),
        Side::Both => view.pick("Plage de dates", "Range of dates"),
        Side::To => view.pick("Dernière date", "Last date"),
    };
    let text = match side {
        Side::Both => i18n::bounds(from, to, view.language()),
        _ => phrase_day(day, view.language()),
    };
    let style = match side {
        Side::Both => format!(
            "left:{}px;width:{}px",
            px(*left),
            px((right - left).max(0.0))
        ),
        _ => format!("left:{}px", px(*left)),
    };
    html! {
        <div
            class={classes!("bound", (side == Side::Both).then_some("both"))}
            role="slider"
            tabindex="0"
            aria-disabled={view.state.locks(times.lock()).then_some("true")}
            {style}
            {onkeydown}
            aria-label={label}
            aria-valuemin={axis.first.0.to_string()}
            aria-valuemax={axis.last.0.to_string()}
            aria-valuenow={day.0.to_string()}
            aria-valuetext={text}
        ></div>
    }
}

/// Returns the bounds after one of them has moved. The other comes along where it would be passed.
fn move_one(
    axis: Axis,
    unit: &KeyStep,
    side: Side,
    (from, to): Bounds,
    day: Day,
    steps: i32,
) -> Bounds {
    let moved = stepped(axis, unit, side, day, steps);
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

/// Returns the bounds after both have moved together as far as the axis goes; with `extend`, only the last has. Without any
/// bounds, the first step takes the unit at the end of the axis from which it comes or to which it jumps.
fn move_both(
    axis: Axis,
    unit: &KeyStep,
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

/// Returns a bound after it has moved by some units; `None` at the end of the axis, where it bounds nothing.
fn stepped(axis: Axis, unit: &KeyStep, side: Side, day: Day, steps: i32) -> Option<Day> {
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

#[cfg(test)]
mod tests;
