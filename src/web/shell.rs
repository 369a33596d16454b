//! The scripts of `shell/`, and the events that they dispatch.

use super::{is_there, window};
use gloo::events::EventListener;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

/// Calls back with the text of each event that a script dispatches, or with nothing, until the listener is dropped.
pub fn on_shell_event(
    name: &'static str,
    callback: impl Fn(Option<String>) + 'static,
) -> Option<EventListener> {
    let heard = move |event: &Event| {
        let detail = js_sys::Reflect::get(event, &"detail".into()).ok();
        callback(detail.and_then(|detail| detail.as_string()));
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

/// Has the page say that it was not loaded whole. `shell/early.js` does it.
pub fn give_up() {
    call_shell("giveUp", &[]);
}

/// Saves the page in one file that starts from an address. `shell/keep.js` does it, and reports where it cannot.
pub fn keep(address: &str) {
    if is_there() {
        let _refused = script::keep(address);
    }
}

/// Calls back with the bytes of each index that the reader brings, as long as the page is open.
pub fn on_corpus(callback: impl Fn(Vec<u8>) + 'static) {
    let heard = move |event: &Event| {
        let detail = js_sys::Reflect::get(event, &"detail".into()).ok();
        if let Some(bytes) = detail.and_then(|detail| detail.dyn_into::<Uint8Array>().ok()) {
            callback(bytes.to_vec());
        }
    };
    if let Some(window) = window() {
        EventListener::new(&window, "frise:corpus", heard).forget();
    }
}

/// Waits for the index that stands in the page or beside it; `None` if the page shows its own. `shell/corpus.js` fetches it.
///
/// # Errors
/// Returns why it cannot be read, in the words of the browser.
pub async fn given_corpus() -> Result<Option<Vec<u8>>, String> {
    let given = script::given_corpus().await.map_err(told)?;
    let bytes = given.dyn_into::<Uint8Array>().ok();
    Ok(bytes.map(|bytes| bytes.to_vec()))
}

/// Loads the file of a shard of the index that is shown; anew, whatever copy of it is kept somewhere, if `is_again`.
/// `shell/shards.js` does it.
///
/// # Errors
/// Returns what was wrong, in the words of the browser.
pub async fn load_shard(file: &str, is_again: bool) -> Result<Vec<u8>, String> {
    let bytes = script::load_shard(file, is_again).await.map_err(told)?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

/// Returns what an error of the browser says.
fn told(error: JsValue) -> String {
    let told = js_sys::Reflect::get(&error, &"message".into()).ok();
    told.and_then(|told| told.as_string()).unwrap_or_default()
}

/// Gives the page another copy of the corpus that it shows, for the file in which it may be kept.
pub fn set_given_corpus(bytes: &[u8]) {
    let shell =
        window().and_then(|window| js_sys::Reflect::get(&window.into(), &"frise".into()).ok());
    if let Some(shell) = shell {
        let _refused = js_sys::Reflect::set(&shell, &"corpus".into(), &Uint8Array::from(bytes));
    }
}

/// Shows the tool that an address names, or tells the tool that is shown of another address. `shell/tools.js` loads the
/// workshop, which takes a copy of the bytes of the index.
pub fn show_tool(index: &[u8], address: &str) {
    if is_there() {
        let _refused = script::show_tool(index, address);
    }
}

/// Takes the tool away that is shown.
pub fn close_tool() {
    call_shell("closeTool", &[]);
}

/// Returns whether tools can be loaded: a page that is one file has none beside it.
pub fn has_tools() -> bool {
    call_shell("hasTools", &[]).is_some()
}

/// The functions of `self.frise` that are called directly.
mod script {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen(js_namespace = frise)]
    extern "C" {
        #[wasm_bindgen(catch)]
        pub fn keep(address: &str) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(catch, js_name = givenCorpus)]
        pub async fn given_corpus() -> Result<JsValue, JsValue>;

        #[wasm_bindgen(catch, js_name = loadShard)]
        pub async fn load_shard(file: &str, is_again: bool) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(catch, js_name = showTool)]
        pub fn show_tool(index: &[u8], address: &str) -> Result<JsValue, JsValue>;
    }
}
