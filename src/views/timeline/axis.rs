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
use frise_date::{Certainty, Day, Edtf, Tongue, month_short, phrase_range};
use frise_index::search::Filters;
use frise_index::timeline::{Axis, Unit};
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
    let (unit, _) = days_of_ticks(axis, width);
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
    for tick in ticks(axis, width, view.language()) {
        lines.upright(tick.place, LINE, 6.0);
        let below = (tick.place, LINE + 21.0);
        drawing.text("tick", tick.anchor, below, &tick.label);
    }
    drawing.path("axis-line", lines);
    drawing
}

/// A line at a day, and what stands below it.
pub struct Tick {
    /// From the beginning of the axis, in pixels.
    pub place: f64,
    /// On which side of the line the label stands, as `text-anchor` says it.
    pub anchor: &'static str,
    /// Empty where the one before it needs the room.
    pub label: String,
}

/// The ticks that a width has room for.
pub fn ticks(axis: Axis, width: f64, language: Tongue) -> Vec<Tick> {
    let (unit, days) = days_of_ticks(axis, width);
    let mut known_year = None;
    let mut taken = f64::NEG_INFINITY;
    let tick = |day: Day| {
        let place = axis.place(day) * width;
        let is_last = place > width - 24.0;
        let year = day.ymd().0;
        let mut label = tick_label(day, unit, known_year == Some(year), language);
        let length = label.chars().count() as f64 * LETTER;
        let start = if is_last { place - length } else { place };
        if start < taken {
            label.clear();
        } else {
            taken = start + length;
            known_year = Some(year);
        }
        let anchor = if is_last { "end" } else { "start" };
        Tick {
            place,
            anchor,
            label,
        }
    };
    days.into_iter().map(tick).collect()
}

/// How wide a letter of a label is, with its share of the space behind the label, in pixels.
const LETTER: f64 = 6.2;

fn days_of_ticks(axis: Axis, width: f64) -> (Unit, Vec<Day>) {
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

/// The year; the month; or the day with its month. With the year where the label before does not tell it.
fn tick_label(day: Day, unit: Unit, year_is_known: bool, language: Tongue) -> String {
    let (year, month, number) = day.ymd();
    let month = month_short(month, language);
    let (number, year) = (number.to_string(), year.to_string());
    let (day, space) = match unit {
        Unit::Day => (number.as_str(), "\u{a0}"),
        Unit::Month | Unit::Quarter => ("", ""),
        Unit::Year | Unit::Decade | Unit::Century => return year,
    };
    let year = if year_is_known {
        ""
    } else {
        &[" ", &year].concat()
    };
    [day, space, month, year].concat()
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

#[cfg(test)]
mod tests {
    use super::*;
    use frise_date::Day;

    #[test]
    fn each_year_is_told_once_and_no_label_stands_in_another() {
        for (month, days, width) in [
            (1, 9, 300.0),
            (12, 45, 900.0),
            (1, 546, 985.0),
            (1, 546, 328.0),
            (4, 200, 328.0),
            (7, 1500, 640.0),
            (7, 9000, 1200.0),
        ] {
            let first = Day::from_ymd(2016, month, 20).expect("a day");
            let axis = Axis {
                first,
                last: Day(first.0 + days),
            };
            let ticks = ticks(axis, width, Tongue::French);
            let labels = ticks.iter().map(|tick| tick.label.as_str());
            let told: Vec<&str> = labels.clone().filter(|label| !label.is_empty()).collect();
            let mut years: Vec<&str> = told
                .iter()
                .filter_map(|label| label.split(' ').next_back())
                .filter(|word| word.parse::<u16>().is_ok_and(|year| year > 31))
                .collect();
            assert!(told[0].contains("201"), "{told:?}");
            let all = years.len();
            years.dedup();
            assert_eq!(years.len(), all, "{told:?}");
            assert!(told.len() * 2 >= ticks.len(), "{told:?}");
            let mut end = f64::NEG_INFINITY;
            for tick in ticks.iter().filter(|tick| !tick.label.is_empty()) {
                // The letters of the page's own type are about as wide.
                let length = tick.label.chars().count() as f64 * 6.0;
                let start = if tick.anchor == "end" {
                    tick.place - length
                } else {
                    tick.place
                };
                assert!(start >= end, "{told:?}");
                end = start + length;
            }
        }
    }
}
