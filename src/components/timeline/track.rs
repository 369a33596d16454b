//! The track of a lane: its passages along the time of the scene.

use super::scene::Scene;
use super::slot::Slot;
use crate::chart::{Drawing, Path, px};
use crate::components::View;
use crate::state::Measure;
use frise_index::search::PassageSet;
use yew::prelude::*;

/// The height of a lane.
pub const LANE_HEIGHT: f64 = 20.0;

/// Returns the track of some passages and what of them is found, in the page; `hue` is the class of their hue, if they share one.
pub fn track(
    view: &View,
    scene: &Scene,
    passages: &PassageSet,
    found: &PassageSet,
    hue: &str,
) -> Html {
    in_lane(scene, picture(view, scene, passages, found, hue))
}

/// Returns a drawing as high as a lane.
pub fn in_lane(scene: &Scene, drawing: Drawing) -> Html {
    html! {
        <svg class="lane-track" width={px(scene.width)} height={px(LANE_HEIGHT)} aria-hidden="true">
            { drawing.into_html() }
        </svg>
    }
}

/// Returns the track as it stands in the page and in a file. Whatever is in it, it has three paths: the line, the passages, and
/// what of them is found.
pub fn picture(
    view: &View,
    scene: &Scene,
    passages: &PassageSet,
    found: &PassageSet,
    hue: &str,
) -> Drawing {
    let [ground, marks, lit] = paths(scene, view.state.timelines.measure, passages, found);
    let mut drawing = Drawing::default();
    drawing.path("lane-ground", ground);
    drawing.path(&["lane-mark ", hue].concat(), marks);
    drawing.path(&["lane-lit ", hue].concat(), lit);
    drawing
}

fn paths(scene: &Scene, measure: Measure, passages: &PassageSet, found: &PassageSet) -> [Path; 3] {
    let (mut ground, mut marks, mut lit) = (Path::default(), Path::default(), Path::default());
    if scene.has_cells {
        for slot in &scene.slots {
            ground.line(slot.left, LANE_HEIGHT - 2.5, slot.width);
            let mark = (slot.width / slot.bin.passages.len().max(1) as f64 * 0.7).clamp(1.0, 3.0);
            let of_slot = slot.bin.passages.clone();
            for passage in of_slot.filter(|passage| passages.contains(*passage)) {
                let x = slot.lane_place((passage - slot.bin.passages.start) as usize) - mark / 2.0;
                if found.contains(passage) {
                    lit.bar(x, 3.0, mark, LANE_HEIGHT - 3.0);
                } else {
                    marks.bar(x, 8.0, mark, LANE_HEIGHT - 3.0);
                }
            }
        }
        return [ground, marks, lit];
    }
    ground.line(0.0, LANE_HEIGHT - 2.5, scene.width);
    let all = |slot: &Slot| slot.measured(passages.count_within(&slot.bin.passages), measure);
    let most = scene.slots.iter().map(all).fold(0.0, f64::max);
    let height = |value: f64| (value / most).sqrt() * (LANE_HEIGHT - 5.0);
    let bar = |path: &mut Path, slot: &Slot, count: u32| {
        let value = slot.measured(count, measure);
        if value > 0.0 {
            let base = LANE_HEIGHT - 3.0;
            path.bar(slot.left, base - height(value), slot.width.max(1.5), base);
        }
    };
    for slot in &scene.slots {
        bar(&mut marks, slot, passages.count_within(&slot.bin.passages));
        bar(&mut lit, slot, found.count_within(&slot.bin.passages));
    }
    [ground, marks, lit]
}
