//! The track of a lane: its passages along the time of the scene.

use super::scene::Scene;
use super::slot::Slot;
use crate::chart::{Drawing, Path, px};
use crate::state::Measure;
use frise_index::search::PassageSet;
use std::rc::Rc;
use yew::prelude::*;

/// The height of a lane.
pub const LANE_HEIGHT: f64 = 20.0;

/// Props of [`Track`].
#[derive(Clone, PartialEq, Properties)]
pub struct TrackProps {
    /// The layout of the wall.
    pub scene: Rc<Scene>,
    /// What heights measure.
    pub measure: Measure,
    /// All passages of the lane.
    pub passages: PassageSet,
    /// What of them is found.
    pub found: PassageSet,
    /// The class of their hue, if they share one.
    #[prop_or_default]
    pub hue: &'static str,
}

/// The track. While a bound moves, only what is found is drawn again.
#[component]
pub fn Track(props: &TrackProps) -> Html {
    let TrackProps {
        scene,
        measure,
        passages,
        found,
        hue,
    } = props;
    let (measure, hue) = (*measure, *hue);
    let ground = use_memo(
        (scene.clone(), measure, passages.clone(), hue),
        |(scene, _, passages, _)| {
            let mut drawing = Drawing::default();
            ground(&mut drawing, scene, measure, passages, hue);
            drawing.into_html()
        },
    );
    let mut drawing = Drawing::default();
    lit(&mut drawing, scene, measure, passages, found, hue);
    in_lane(
        scene,
        html! { <>{ (*ground).clone() }{ drawing.into_html() }</> },
    )
}

/// Returns a picture as high as a lane.
pub fn in_lane(scene: &Scene, picture: Html) -> Html {
    html! {
        <svg class="lane-track" width={px(scene.width)} height={px(LANE_HEIGHT)} aria-hidden="true">
            { picture }
        </svg>
    }
}

/// Returns the track as it stands in a file.
pub fn picture(
    scene: &Scene,
    measure: Measure,
    passages: &PassageSet,
    found: &PassageSet,
    hue: &str,
) -> Drawing {
    let mut drawing = Drawing::default();
    ground(&mut drawing, scene, measure, passages, hue);
    lit(&mut drawing, scene, measure, passages, found, hue);
    drawing
}

/// Draws the line of a lane and all its passages.
fn ground(
    drawing: &mut Drawing,
    scene: &Scene,
    measure: Measure,
    passages: &PassageSet,
    hue: &str,
) {
    let mut line = Path::default();
    match scene.has_cells {
        true => scene
            .slots
            .iter()
            .for_each(|slot| line.line(slot.left, LANE_HEIGHT - 2.5, slot.width)),
        false => line.line(0.0, LANE_HEIGHT - 2.5, scene.width),
    }
    drawing.path("lane-ground", line);
    let marks = match scene.has_cells {
        true => marks(scene, passages, 8.0),
        false => bars(scene, measure, passages, passages),
    };
    drawing.path(&["lane-mark ", hue].concat(), marks);
}

/// Draws what is found, which covers the marks of the ground.
fn lit(
    drawing: &mut Drawing,
    scene: &Scene,
    measure: Measure,
    passages: &PassageSet,
    found: &PassageSet,
    hue: &str,
) {
    let path = match scene.has_cells {
        true => marks(scene, found, 3.0),
        false => bars(scene, measure, passages, found),
    };
    drawing.path(&["lane-lit ", hue].concat(), path);
}

/// Returns a mark for each of some passages, from `top` on.
fn marks(scene: &Scene, passages: &PassageSet, top: f64) -> Path {
    let mut path = Path::default();
    for slot in &scene.slots {
        let width = (slot.width / slot.bin.passages.len().max(1) as f64 * 0.7).clamp(1.0, 3.0);
        let of_slot = slot.bin.passages.clone();
        for passage in of_slot.filter(|passage| passages.contains(*passage)) {
            let x = slot.lane_place((passage - slot.bin.passages.start) as usize) - width / 2.0;
            path.bar(x, top, width, LANE_HEIGHT - 3.0);
        }
    }
    path
}

/// Returns a bar for each slot with some of the passages of a lane, on the scale of all of these.
fn bars(scene: &Scene, measure: Measure, all: &PassageSet, some: &PassageSet) -> Path {
    let value = |slot: &Slot, set: &PassageSet| {
        slot.measured(set.count_within(&slot.bin.passages), measure)
    };
    let values = scene.slots.iter().map(|slot| value(slot, all));
    let most = values.fold(0.0, f64::max);
    let mut path = Path::default();
    for slot in &scene.slots {
        let value = value(slot, some);
        if value > 0.0 {
            let base = LANE_HEIGHT - 3.0;
            let height = (value / most).sqrt() * (LANE_HEIGHT - 5.0);
            path.bar(slot.left, base - height, slot.width.max(1.5), base);
        }
    }
    path
}
