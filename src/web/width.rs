//! The width of an element.

use super::window;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// Returns the inner width of an element in CSS pixels; `None` if it is not in the document, or not shown.
pub fn width_of(element: &yew::NodeRef) -> Option<f64> {
    let width = f64::from(element.cast::<Element>()?.client_width());
    (width > 0.0).then_some(width)
}

/// An observer of the width of an element, until it is dropped.
pub struct WidthWatch {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut(js_sys::Array)>,
}

impl WidthWatch {
    /// Calls back with the inner width in CSS pixels, at once and whenever it changes.
    pub fn of(element: &yew::NodeRef, callback: impl Fn(f64) + 'static) -> Option<WidthWatch> {
        let element = element.cast::<Element>()?;
        callback(f64::from(element.client_width()));
        let (watched, callback) = (element.clone(), Rc::new(callback));
        let callback = Closure::new(move |_: js_sys::Array| {
            let (watched, callback) = (watched.clone(), Rc::clone(&callback));
            // What is drawn for the new width may bring a scroll bar and change the width again, which must wait for a frame.
            let later = Closure::once_into_js(move || callback(f64::from(watched.client_width())));
            let _refused =
                window().map(|window| window.request_animation_frame(later.unchecked_ref()));
        });
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(&element);
        Some(WidthWatch {
            observer,
            _callback: callback,
        })
    }
}

impl Drop for WidthWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
