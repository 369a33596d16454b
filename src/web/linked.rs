//! Elements that stand for the same passages, and are lit together.

use super::window;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event};

/// The attribute that names the passage of an element, that which names a value of a facet, and that of what is lit.
const PASSAGE: &str = "data-passage";
const CHOICE: &str = "data-choice";
const LIT: &str = "data-lit";
/// What lights the passages that it shows itself: the cells, and the tracks of lanes.
const PICTURES: &str = ".cells, .lane-track";

/// Lights all elements of some passages: their cells, and what names them by `data-passage`. What was lit before is lit no longer.
pub fn light_passage(passages: impl IntoIterator<Item = u32>) {
    let Some(document) = window().and_then(|window| window.document()) else {
        return;
    };
    let first = |selector: &str| document.query_selector(selector).ok().flatten();
    while let Some(element) = first(&format!("[{LIT}]")) {
        let _unset = element.remove_attribute(LIT);
    }
    for passage in passages {
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
}

/// Lights the linked elements of whatever with a passage or a value of a facet is pointed at or has the focus, until the listeners are
/// dropped. `of_choice` returns the passages of a value by its name.
pub fn watch_passages(
    of_choice: impl Fn(&str) -> Vec<u32> + Clone + 'static,
) -> Vec<EventListener> {
    let document: Option<Document> = window().and_then(|window| window.document());
    let listen = |name: &'static str, document: &Document| {
        let of_choice = of_choice.clone();
        EventListener::new(document, name, move |event: &Event| {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            let Some(target) = target else {
                return;
            };
            let around = |selector: &str| target.closest(selector).ok().flatten();
            let named =
                |attribute: &str| around(&format!("[{attribute}]"))?.get_attribute(attribute);
            match (named(PASSAGE), named(CHOICE)) {
                (Some(passage), _) => light_passage(passage.parse().ok()),
                (None, Some(choice)) => light_passage(of_choice(&choice)),
                (None, None) if around(PICTURES).is_none() => light_passage(None),
                (None, None) => {}
            }
        })
    };
    document
        .map(|document| ["pointerover", "focusin"].map(|name| listen(name, &document)))
        .into_iter()
        .flatten()
        .collect()
}
