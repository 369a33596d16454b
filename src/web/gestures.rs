//! Gestures over a picture of time: a wheel with Ctrl, which is also how browsers tell of a pinch on a touch pad; two fingers;
//! a double click; and a drag.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent, WheelEvent};
use yew::NodeRef;

/// What a reader asks of the picture. Places and distances are shares of its width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gesture {
    /// To show more or less of the time around a place, by a factor.
    Scaled {
        /// The place, from 0 to 1.
        at: f64,
        /// How many times as much is shown.
        factor: f64,
    },
    /// To look at what stands at a place, from 0 to 1.
    Aimed(f64),
    /// To move along by a share of what is shown.
    Moved(f64),
}

/// How far a pointer goes before it drags.
const SLACK: f64 = 6.0;

/// The pointers that are down over the picture, from which gestures are recognised.
#[derive(Default)]
struct PointerTracker {
    pointers: Vec<Pointer>,
    /// Whether a gesture has been made, so that the click at its end is swallowed.
    is_used: bool,
}

struct Pointer {
    id: i32,
    start: f64,
    x: f64,
}

/// Calls back with each gesture over an element, until the listeners are dropped.
pub fn watch_gestures(
    element: &NodeRef,
    callback: impl Fn(Gesture) + 'static,
) -> Option<[EventListener; 7]> {
    let element = element.cast::<Element>()?;
    let callback: Rc<dyn Fn(Gesture)> = Rc::new(callback);
    let tracker = Rc::new(RefCell::new(PointerTracker::default()));
    let names = [
        "wheel",
        "dblclick",
        "pointerdown",
        "pointermove",
        "pointerup",
        "pointercancel",
        "click",
    ];
    Some(names.map(|name| {
        let (host, callback, tracker) =
            (element.clone(), Rc::clone(&callback), Rc::clone(&tracker));
        // The click at the end of a drag must not reach the cell.
        let options = EventListenerOptions {
            phase: EventListenerPhase::Capture,
            passive: false,
        };
        EventListener::new_with_options(&element, name, options, move |event| {
            let gesture = tracker.borrow_mut().gesture(&host, name, event);
            if let Some(gesture) = gesture {
                callback(gesture);
            }
        })
    }))
}

impl PointerTracker {
    fn gesture(&mut self, host: &Element, name: &str, event: &Event) -> Option<Gesture> {
        let bounds = host.get_bounding_client_rect();
        let (left, width) = (bounds.left(), bounds.width().max(1.0));
        let place = |x: f64| ((x - left) / width).clamp(0.0, 1.0);
        match name {
            "wheel" => {
                let wheel = event.dyn_ref::<WheelEvent>()?;
                let (across, along) = (wheel.delta_x(), wheel.delta_y());
                if wheel.ctrl_key() || wheel.meta_key() {
                    event.prevent_default();
                    let factor = (along * 0.006).clamp(-0.7, 0.7).exp();
                    let at = place(f64::from(wheel.client_x()));
                    Some(Gesture::Scaled { at, factor })
                } else if across.abs() > along.abs() {
                    event.prevent_default();
                    Some(Gesture::Moved(across / width))
                } else {
                    None
                }
            }
            "dblclick" => {
                let at = place(f64::from(
                    event.dyn_ref::<web_sys::MouseEvent>()?.client_x(),
                ));
                is_over_texts(event).then_some(Gesture::Aimed(at))
            }
            "click" => {
                if std::mem::take(&mut self.is_used) {
                    event.stop_propagation();
                    event.prevent_default();
                }
                None
            }
            _ => self.pointer(name, event.dyn_ref()?, width, place),
        }
    }

    fn pointer(
        &mut self,
        name: &str,
        event: &PointerEvent,
        width: f64,
        place: impl Fn(f64) -> f64,
    ) -> Option<Gesture> {
        let (id, x) = (event.pointer_id(), f64::from(event.client_x()));
        let known = self.pointers.iter().position(|pointer| pointer.id == id);
        match (name, known) {
            ("pointerdown", None) if is_over_texts(event) => {
                if self.pointers.is_empty() {
                    self.is_used = false;
                }
                self.pointers.push(Pointer { id, start: x, x });
                None
            }
            ("pointermove", Some(known)) => {
                let before = std::mem::replace(&mut self.pointers[known].x, x);
                match self.pointers.as_slice() {
                    // The button may have been let go of outside.
                    [_] if event.buttons() == 0 => {
                        self.pointers.clear();
                        None
                    }
                    [only] if self.is_used || (x - only.start).abs() > SLACK => {
                        self.is_used = true;
                        Some(Gesture::Moved((before - x) / width))
                    }
                    [one, two] => {
                        let other = if known == 0 { two.x } else { one.x };
                        let (from, to) = ((before - other).abs(), (x - other).abs());
                        self.is_used = true;
                        (from > SLACK && to > SLACK).then(|| Gesture::Scaled {
                            at: place((x + other) / 2.0),
                            factor: (from / to).clamp(0.5, 2.0),
                        })
                    }
                    _ => None,
                }
            }
            ("pointerup" | "pointercancel", Some(known)) => {
                self.pointers.remove(known);
                None
            }
            _ => None,
        }
    }
}

/// Returns whether an event is over the blocks of the texts, and not over the axis, which has a drag of its own.
fn is_over_texts(event: &Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let is_in = |target: &Element, place: &str| target.closest(place).ok().flatten().is_some();
    target.is_some_and(|target| is_in(&target, ".columns") && !is_in(&target, ".card"))
}
