//! Pointers over the tracks of lanes.

use gloo::events::EventListener;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};
use yew::NodeRef;

/// What is pointed at. Lengths are in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct OnTrack {
    /// The name of the value that the lane is about.
    pub choice: String,
    /// The place along the track.
    pub along: f64,
    /// The left and the lower edge of the track, and its height, in the element around the lanes.
    pub track: (f64, f64, f64),
    /// The height of that element.
    pub height: f64,
    /// Whether a finger points.
    pub by_touch: bool,
    /// Whether it was pressed there.
    pub is_pressed: bool,
}

/// Tells what is pointed at on the tracks beside an element, until the listeners are dropped; `None` when the pointer leaves.
pub fn watch_tracks(
    element: &NodeRef,
    tell: impl Fn(Option<OnTrack>) + 'static,
) -> Option<[EventListener; 4]> {
    let host = element.cast::<Element>()?.parent_element()?;
    let tell: Rc<dyn Fn(Option<OnTrack>)> = Rc::new(tell);
    let is_finger = Rc::new(Cell::new(false));
    let names = ["pointerdown", "pointermove", "pointerout", "click"];
    Some(names.map(|name| {
        let (around, tell, is_finger) = (host.clone(), Rc::clone(&tell), Rc::clone(&is_finger));
        EventListener::new(&host, name, move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else {
                return;
            };
            if name != "click" {
                is_finger.set(event.pointer_type() == "touch");
            }
            let by_touch = is_finger.get();
            // A finger points by a tap alone: it may be about to scroll.
            match name {
                "pointermove" if !by_touch => tell(on_track(event, &around)),
                "pointerout" if !by_touch => tell(None),
                "click" => tell(on_track(event, &around).map(|on| OnTrack {
                    by_touch,
                    is_pressed: true,
                    ..on
                })),
                _ => {}
            }
        })
    }))
}

fn on_track(event: &PointerEvent, around: &Element) -> Option<OnTrack> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let track = target.closest(".lane-track").ok()??;
    let name = track
        .parent_element()?
        .query_selector("[data-choice]")
        .ok()??;
    let (inner, outer) = (
        track.get_bounding_client_rect(),
        around.get_bounding_client_rect(),
    );
    Some(OnTrack {
        choice: name.get_attribute("data-choice")?,
        along: f64::from(event.client_x()) - inner.left(),
        track: (
            inner.left() - outer.left(),
            inner.bottom() - outer.top(),
            inner.height(),
        ),
        height: outer.height(),
        by_touch: false,
        is_pressed: false,
    })
}
