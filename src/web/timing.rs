//! Timers, frames and user timing.

use super::window;
use gloo::timers::callback::{Interval, Timeout};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// How long the browser is left to itself after a frame, in milliseconds.
const SHOWING: u32 = 20;

/// How long a frame is waited for, in milliseconds.
const LATEST: u32 = 1000;

/// Calls back after some milliseconds, unless the timer is dropped before.
pub fn after_delay(milliseconds: u32, work: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, work)
}

/// Calls back again and again after some milliseconds, until the timer is dropped.
pub fn every(milliseconds: u32, work: impl FnMut() + 'static) -> Interval {
    Interval::new(milliseconds, work)
}

/// Calls back once the browser has painted a frame and handled the input that came meanwhile; or after [`LATEST`], if it paints
/// none, as in a tab in the background.
pub fn after_paint(work: impl FnOnce() + 'static) {
    let work = Rc::new(Cell::new(Some(work)));
    let once = move || {
        if let Some(work) = work.take() {
            work();
        }
    };
    let after = once.clone();
    // A callback of the frame itself runs before the frame is painted.
    let shown = Closure::once_into_js(move || Timeout::new(SHOWING, after).forget());
    let _refused = window().map(|window| window.request_animation_frame(shown.unchecked_ref()));
    Timeout::new(LATEST, once).forget();
}

/// Does some work and records its time under a name in the browser's user timing, where developer tools and `cargo xtask bench`
/// read it.
pub fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let Some(performance) = window().and_then(|window| window.performance()) else {
        return work();
    };
    let _refused = performance.mark(name);
    let done = work();
    let _refused = performance.measure_with_start_mark(name, name);
    performance.clear_marks_with_mark_name(name);
    done
}
