//! The width of an element.

use super::window;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// An observer of the width of an element, until it is dropped.
pub struct WidthWatch {
    observer: ResizeObserver,
    _tell: Closure<dyn FnMut(js_sys::Array)>,
}

impl WidthWatch {
    /// Calls back with the inner width in CSS pixels, at once and whenever it changes.
    pub fn of(element: &yew::NodeRef, tell: impl Fn(f64) + 'static) -> Option<WidthWatch> {
        let element = element.cast::<Element>()?;
        tell(f64::from(element.client_width()));
        let (watched, tell) = (element.clone(), Rc::new(tell));
        let tell = Closure::new(move |_: js_sys::Array| {
            let (watched, tell) = (watched.clone(), Rc::clone(&tell));
            // What is drawn for the new width may bring a scroll bar and change the width again, which must wait for a frame.
            let later = Closure::once_into_js(move || tell(f64::from(watched.client_width())));
            let _refused =
                window().map(|window| window.request_animation_frame(later.unchecked_ref()));
        });
        let observer = ResizeObserver::new(tell.as_ref().unchecked_ref()).ok()?;
        observer.observe(&element);
        Some(WidthWatch {
            observer,
            _tell: tell,
        })
    }
}

impl Drop for WidthWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
