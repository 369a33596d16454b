//! Elements that stand for the same passage, and are lit together.

use super::window;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event};

/// The attribute that names the passage of an element, and that of what is lit.
const PASSAGE: &str = "data-passage";
const LIT: &str = "data-lit";

/// Lights all elements of a passage: its cell, and what names it by `data-passage`. What was lit before is lit no longer.
pub fn light_fellows(passage: Option<u32>) {
    let Some(document) = window().and_then(|window| window.document()) else {
        return;
    };
    let first = |selector: &str| document.query_selector(selector).ok().flatten();
    while let Some(element) = first(&format!("[{LIT}]")) {
        let _unset = element.remove_attribute(LIT);
    }
    let Some(passage) = passage else {
        return;
    };
    if let Some(cell) = first(&format!("#cell-{passage}")) {
        let _refused = cell.set_attribute(LIT, "");
    }
    let unlit = format!("[{PASSAGE}=\"{passage}\"]:not([{LIT}])");
    while let Some(element) = first(&unlit) {
        if element.set_attribute(LIT, "").is_err() {
            return;
        }
    }
}

/// Lights the fellows of whatever with a passage is pointed at or has the focus, until the listeners are dropped.
pub fn watch_fellows() -> Vec<EventListener> {
    let document: Option<Document> = window().and_then(|window| window.document());
    let listen = |name: &'static str, document: &Document| {
        EventListener::new(document, name, |event: &Event| {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            let Some(target) = target else {
                return;
            };
            let around = |selector: &str| target.closest(selector).ok().flatten();
            let named = around(&format!("[{PASSAGE}]"));
            let passage = named.and_then(|named| named.get_attribute(PASSAGE)?.parse().ok());
            // The picture lights the fellows of its cells itself.
            if passage.is_some() || around(".cells").is_none() {
                light_fellows(passage);
            }
        })
    };
    document
        .map(|document| ["pointerover", "focusin"].map(|name| listen(name, &document)))
        .into_iter()
        .flatten()
        .collect()
}
