//! The marks of passages in lanes, which show a card and light their linked elements as cells do.

use super::card::{Card, Spot};
use super::scene::{Scene, SceneProps};
use crate::state::Action;
use crate::web::{self, OnTrack};
use yew::prelude::*;

/// How far from a mark a mouse and a finger may point.
const NEAR: f64 = 5.0;
const REACH: f64 = 24.0;

/// What follows pointers over the lanes beside it, and shows the card of the passage whose mark is pointed at. A press opens it; a
/// finger has the card first.
#[component]
pub fn Marks(props: &SceneProps) -> Html {
    let SceneProps { view, scene } = props;
    let host = use_node_ref();
    let pointed = use_state_eq(|| None::<(OnTrack, u32)>);
    // The listeners stay while the page changes.
    let latest = use_mut_ref(|| (view.clone(), scene.clone()));
    latest.replace((view.clone(), scene.clone()));
    {
        let (host, pointed) = (host.clone(), pointed.setter());
        use_effect_with((), move |()| {
            let watching = web::watch_tracks(&host, move |on| {
                let (view, scene) = latest.borrow().clone();
                let found = on.and_then(|on| {
                    let passages = view.passages_of(&on.choice);
                    let passage = nearest(&scene, &passages, &on)?;
                    Some((on, passage))
                });
                match found {
                    Some((on, passage)) if on.is_pressed && !on.by_touch => {
                        view.act.emit(Action::Opened(passage));
                    }
                    found => pointed.set(found),
                }
            });
            move || drop(watching)
        });
    }
    let passage = pointed.as_ref().map(|(_, passage)| *passage);
    // What a name has lit stays lit when this comes: only what was lit here goes out.
    let has_lit = use_mut_ref(|| false);
    use_effect_with(passage, move |passage| {
        if has_lit.replace(passage.is_some()) || passage.is_some() {
            web::light_passage(*passage);
        }
    });
    let go = {
        let (pointed, view) = (pointed.clone(), view.clone());
        Callback::from(move |to: u32| {
            let Some((on, at)) = (*pointed).clone() else {
                return;
            };
            let passages = view.passages_of(&on.choice);
            let next = match to > at {
                true => passages.into_iter().find(|passage| *passage >= to),
                false => passages.into_iter().rev().find(|passage| *passage <= to),
            };
            pointed.set(Some((on, next.unwrap_or(at))));
        })
    };
    let card = (*pointed).as_ref().and_then(|(on, passage)| {
        let (left, bottom, rise) = on.track;
        let spot = Spot {
            x: left + place(scene, *passage)?,
            y: bottom,
            rise,
            room: (left, left + scene.width),
            height: on.height,
        };
        Some(html! { <Card {view} {spot} passage={*passage} by_touch={on.by_touch} {go} /> })
    });
    html! { <div class="marks" ref={host}>{ card }</div> }
}

/// Returns the x of the mark of a passage; `None` if it is not in view, or passages are counted in bins.
fn place(scene: &Scene, passage: u32) -> Option<f64> {
    let mut slots = scene.slots.iter().filter(|_| scene.has_cells);
    let slot = slots.find(|slot| slot.bin.passages.contains(&passage))?;
    Some(slot.lane_place((passage - slot.bin.passages.start) as usize))
}

/// Returns the passage of some whose mark is nearest to what is pointed at, if it is near enough.
fn nearest(scene: &Scene, passages: &[u32], on: &OnTrack) -> Option<u32> {
    let distance = |passage: &u32| Some((place(scene, *passage)? - on.along).abs());
    let near = if on.by_touch { REACH } else { NEAR };
    let marks = passages
        .iter()
        .filter_map(|passage| Some((distance(passage)?, *passage)));
    let (distance, passage) = marks.min_by(|a, b| a.0.total_cmp(&b.0))?;
    (distance <= near).then_some(passage)
}
