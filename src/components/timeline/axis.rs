//! The axis of time: its ticks, the doubt in each date, and the two bounds that filter by date, which follow the mouse, a
//! finger, and the arrow keys (see [`bounds`]).

mod bounds;

use super::scene::Scene;
use crate::chart::{Drawing, LETTER, Path, length, px, tick_unit, ticks};
use crate::components::View;
use crate::components::width::use_width;
use crate::state::{Action, Lock};
use crate::{i18n, web};
use bounds::{Bound, KeyStep, Side};
use frise_date::{Certainty, Day, Edtf};
use frise_index::search::Filters;
use frise_index::timeline::Scale;
use std::rc::Rc;
use yew::prelude::*;

/// The height of the axis, with its doubts and ticks.
pub const HEIGHT: f64 = 48.0;
/// The y of the line of the axis.
const LINE: f64 = 14.0;
/// Digits that are measured.
const SAMPLE: &str = "0123456789";
/// How many rows of dates stand above one another before dates share a row.
const ROWS: usize = 3;
/// How many wide dates are drawn where they add up to density.
const MOST_DOUBTS: usize = 400;

/// Props of [`TimeAxis`].
#[derive(Clone, PartialEq, Properties)]
pub struct TimeAxisProps {
    /// The page.
    pub view: View,
    /// Where days stand.
    pub scale: Scale,
    /// The length in CSS pixels.
    pub width: f64,
    /// Which dates the axis bounds.
    pub times: Times,
    /// The scene above the axis, if it has doubts to draw.
    #[prop_or_default]
    pub scene: Option<Rc<Scene>>,
}

/// The two kinds of dates that a text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Times {
    /// The date of its document.
    Said,
    /// The dates that it speaks of.
    Mentioned,
}

impl Times {
    /// Returns the id of the picture, over which pointers are followed.
    fn id(self) -> &'static str {
        match self {
            Times::Said => "axe",
            Times::Mentioned => "axe-evoque",
        }
    }

    /// Returns the bounds in force.
    fn bounds(self, filters: &Filters) -> Bounds {
        match self {
            Times::Said => (filters.from, filters.to),
            Times::Mentioned => (filters.mentioned_from, filters.mentioned_to),
        }
    }

    /// Returns the lock that keeps the bounds as they are.
    fn lock(self) -> Lock {
        match self {
            Times::Said => Lock::Dates,
            Times::Mentioned => Lock::Mentions,
        }
    }

    /// Returns the action that sets the bounds, at the beginning of a movement or during it.
    fn bounding(self, (from, to): Bounds, begins: bool) -> Action {
        match self {
            Times::Said if begins => Action::Bounded(from, to),
            Times::Said => Action::Bounding(from, to),
            Times::Mentioned => Action::Mentioning(from, to),
        }
    }
}

/// The first and the last day in force.
type Bounds = (Option<Day>, Option<Day>);

/// The day where a drag began, while the pointer is down.
type Anchor = Option<Day>;

/// The axis.
#[component]
pub fn TimeAxis(props: &TimeAxisProps) -> Html {
    let TimeAxisProps {
        view,
        scale,
        width,
        times,
        scene,
    } = props;
    let (width, times) = (*width, *times);
    let anchor = use_state(|| Anchor::None);
    let unit = tick_unit(scale, width);
    let (from, to) = times.bounds(&view.state.filters);
    let place = |day: Day| scale.place(day) * width;
    let after = |day: Day| scale.place_after(day) * width;
    let sample = use_node_ref();
    // Readers choose the size of letters.
    let measured = use_width(&sample).filter(|_| web::is_there());
    let letter = measured.map_or(LETTER, |measured| measured / SAMPLE.len() as f64);
    let drawing = picture(view, scale, width, letter, scene.as_deref());
    let is_bounded = from.is_some() || to.is_some();
    let (start, end) = (from.map_or(0.0, place), to.map_or(width, after));
    let step = KeyStep::of(scale, unit);
    let drag = drag(view, scale.clone(), step.clone(), times, anchor);
    let label = match times {
        Times::Said => view.pick("Bornes de dates", "Bounds of dates"),
        Times::Mentioned => view.pick("Bornes des temps évoqués", "Bounds of the times spoken of"),
    };
    let bound = |side: Side, left: f64, right: f64| {
        html! { <Bound {view} scale={scale.clone()} step={step.clone()} {times} {side} {left} {right} /> }
    };
    html! {
        <div class="axis" role="group" aria-label={label}>
            <svg
                class="axis-picture"
                id={times.id()}
                width={px(width)}
                height={px(HEIGHT)}
                aria-hidden="true"
                onpointerdown={drag.down}
                onpointermove={drag.moved}
                onpointerup={drag.up.clone()}
                onpointercancel={drag.up}
            >
                <rect class="axis-ground" x="0" y="0" width={px(width)} height={px(HEIGHT)} />
                if is_bounded {
                    <rect
                        class="axis-held"
                        x={px(start)}
                        y={px(LINE - 6.0)}
                        width={px((end - start).max(2.0))}
                        height="12"
                    />
                }
                { drawing.into_html() }
            </svg>
            <span class="sample tick" ref={sample} aria-hidden="true">{ SAMPLE }</span>
            { bound(Side::From, start, start) }
            { bound(Side::Both, start, end) }
            { bound(Side::To, end, end) }
        </div>
    }
}

/// Returns the axis as it stands in the page and in a file: its line, the doubts above it, and its ticks below. Where texts stand
/// in their order, it says so and has neither.
pub fn picture(
    view: &View,
    scale: &Scale,
    width: f64,
    letter: f64,
    scene: Option<&Scene>,
) -> Drawing {
    let mut drawing = Drawing::default();
    let mut lines = Path::default();
    if !scale.texts().is_empty() {
        lines.line(0.0, LINE, width);
        drawing.path("axis-line", lines);
        let below = (width / 2.0, LINE + 21.0);
        let label = view.pick(
            "dans l’ordre des textes, sans échelle de temps",
            "in the order of the texts, not to scale",
        );
        let label = match length(label, letter) <= width {
            true => label,
            false => view.pick("dans l’ordre des textes", "in the order of the texts"),
        };
        drawing.text("tick", "middle", below, label);
        return drawing;
    }
    let ticks = ticks(scale, width, letter, view.language());
    let mut start = 0.0;
    for fold in scale.folds() {
        let (left, right) = (
            scale.place(fold.first) * width,
            scale.place_after(fold.last) * width,
        );
        lines.line(start, LINE, left - start);
        zigzag(&mut lines, left, right);
        let years = i18n::number(fold.years(), view.language());
        let label = [&years, view.pick(" ans", " yrs")].concat();
        // Italics of a few letters, which may stand close to the years.
        let half = label.chars().count() as f64 * letter / 2.0;
        let middle = (left + right) / 2.0;
        let is_free = ticks.iter().all(|tick| {
            let (from, to) = tick.span(letter);
            to <= middle - half || middle + half <= from
        });
        // Where letters are large, the years on either side tell as much.
        if is_free {
            drawing.text("tick fold", "middle", (middle, LINE + 21.0), &label);
        }
        start = right;
    }
    lines.line(start, LINE, width - start);
    if let Some(scene) = scene {
        doubts(&mut drawing, view, scale, scene);
    }
    for tick in ticks {
        lines.upright(tick.place, LINE, 6.0);
        let below = (tick.place, LINE + 21.0);
        drawing.text("tick", tick.anchor, below, &tick.label);
    }
    drawing.path("axis-line", lines);
    drawing
}

/// Draws the sign of a fold along the line of the axis.
fn zigzag(path: &mut Path, left: f64, right: f64) {
    const TEETH: u8 = 6;
    let step = (right - left) / f64::from(TEETH);
    for tooth in 0..TEETH {
        let rise = match tooth {
            0 => 0.0,
            odd if odd % 2 == 1 => -6.0,
            _ => 6.0,
        };
        let x = left + f64::from(tooth) * step;
        if tooth == 0 {
            path.line(x, LINE + rise, 0.0);
        } else {
            path.on(x, LINE + rise);
        }
    }
    path.on(right, LINE);
}

/// Draws the days that each date can mean. Doubt that nobody measured (`~`, `?`) has soft edges. Few dates stand in rows where
/// they overlap; many add up to density.
fn doubts(drawing: &mut Drawing, view: &View, scale: &Scale, scene: &Scene) {
    let axis = scale.axis();
    let documents = view.searcher.index().documents();
    let dates = documents
        .iter()
        .filter_map(|document| document.metadata.date);
    let span = |date: &Edtf| {
        (
            scale.place(date.earliest()) * scene.width,
            scale.place_after(date.latest()) * scene.width,
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

/// The fill of doubt with soft edges.
const SOFT: &str = "<defs><linearGradient id=\"flou\"><stop offset=\"0\" class=\"edge\"/><stop offset=\".3\" class=\"core\"/><stop offset=\".7\" class=\"core\"/><stop offset=\"1\" class=\"edge\"/></linearGradient></defs>";

/// The callbacks of a drag.
struct Drag {
    down: Callback<PointerEvent>,
    moved: Callback<PointerEvent>,
    up: Callback<PointerEvent>,
}

/// Returns the callbacks of a drag, which bounds dates by the units or texts from where the pointer went down to where it is. A
/// click bounds them by one of these.
fn drag(
    view: &View,
    scale: Scale,
    step: KeyStep,
    times: Times,
    anchor: UseStateHandle<Anchor>,
) -> Drag {
    let scale = Rc::new(scale);
    let bound = {
        let act = view.act.clone();
        move |a: Day, b: Day, begins: bool| {
            let bounds = (Some(step.start(a.min(b))), Some(step.end(a.max(b))));
            act.emit(times.bounding(step.tight(bounds), begins))
        }
    };
    let down = {
        let (anchor, bound, scale) = (anchor.clone(), bound.clone(), scale.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some(day) =
                web::pointer_share(&event, times.id()).map(|share| scale.day_at(share))
            {
                web::capture_pointer(&event, times.id());
                anchor.set(Some(day));
                bound(day, day, true);
            }
        })
    };
    let moved = {
        let anchor = anchor.clone();
        Callback::from(move |event: PointerEvent| {
            if let (Some(from), Some(share)) = (*anchor, web::pointer_share(&event, times.id())) {
                bound(from, scale.day_at(share), false);
            }
        })
    };
    let up = Callback::from(move |_: PointerEvent| anchor.set(None));
    Drag { down, moved, up }
}
