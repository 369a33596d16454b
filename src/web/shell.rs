//! The scripts of `shell/`, and the events that they dispatch.

use super::{is_there, window};
use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

/// Calls back with the text of each event that a script dispatches, or with nothing, until the listener is dropped.
pub fn on_shell_event(
    name: &'static str,
    tell: impl Fn(Option<String>) + 'static,
) -> Option<EventListener> {
    let heard = move |event: &Event| {
        let detail = js_sys::Reflect::get(event, &"detail".into()).ok();
        tell(detail.and_then(|detail| detail.as_string()));
    };
    window().map(|window| EventListener::new(&window, name, heard))
}

/// Calls a function of a script by its name, and returns the text that it answers, if any. Without that script, nothing happens.
pub fn call_shell(name: &str, texts: &[&str]) -> Option<String> {
    let shell = js_sys::Reflect::get(&window()?.into(), &"frise".into()).ok()?;
    let work = js_sys::Reflect::get(&shell, &name.into()).ok()?;
    let texts: js_sys::Array = texts.iter().map(|text| JsValue::from(*text)).collect();
    let answer = work.dyn_into::<js_sys::Function>().ok()?;
    answer.apply(&shell, &texts).ok()?.as_string()
}

/// Saves the page in one file that starts from an address. `shell/keep.js` does it, and reports where it cannot.
pub fn keep(address: &str) {
    if is_there() {
        let _refused = script::keep(address);
    }
}

/// The functions of `self.frise` that are called directly.
mod script {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen(js_namespace = frise)]
    extern "C" {
        #[wasm_bindgen(catch)]
        pub fn keep(address: &str) -> Result<JsValue, JsValue>;
    }
}
