//! The document and its elements.

use super::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

/// Returns the element that the page is shown in.
pub fn app_host() -> Element {
    let document = window()
        .and_then(|window| window.document())
        .expect("a page runs in a window with a document");
    match document.get_element_by_id("frise") {
        Some(host) => host,
        None => document
            .document_element()
            .expect("a document has an element"),
    }
}

/// Sets the attribute of a stage that the page has reached: `data-usable`, `data-ready`.
pub fn mark_stage(attribute: &str) {
    let document = window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        let _refused = root.set_attribute(attribute, "");
    }
}

/// Sets the title and the language of the document.
pub fn describe(title: &str, language: &str) {
    let Some(document) = window().and_then(|window| window.document()) else {
        return;
    };
    if document.title() != title {
        document.set_title(title);
    }
    if let Some(root) = document.document_element() {
        let _refused = root.set_attribute("lang", language);
    }
}

/// Returns an element by its id.
pub(super) fn element(id: &str) -> Option<Element> {
    window()?.document()?.get_element_by_id(id)
}

fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// Returns whether an element reaches below one of the containers around it, which selectors name.
pub fn is_cut_below(id: &str, containers: &[&str]) -> bool {
    let Some(element) = element(id) else {
        return false;
    };
    let bottom = |element: &Element| element.get_bounding_client_rect().bottom();
    containers
        .iter()
        .filter_map(|container| element.closest(container).ok()?)
        .any(|container| bottom(&container) < bottom(&element))
}

/// Scrolls a container so that an element in it stands near its top, below the bar that stays there; to the beginning, if the
/// element is seen from there.
pub fn scroll_within(container: &str, id: &str) {
    let (Some(container), Some(element)) = (self::element(container), self::element(id)) else {
        return;
    };
    let place = container.scroll_top() + (top(&element) - top(&container)) as i32;
    let height = container.client_height();
    let is_near = place < height / 2;
    let bar = container.first_element_child();
    let bar = bar.map_or(0, |bar| bar.client_height());
    container.set_scroll_top(match is_near {
        true => 0,
        false => place - (height / 5).max(bar + 8),
    });
}

/// Scrolls a container to its beginning.
pub fn scroll_to_start(id: &str) {
    if let Some(element) = element(id).filter(|element| element.scroll_top() != 0) {
        element.set_scroll_top(0);
    }
}

/// Scrolls the page to a container if an element in it is out of sight.
pub fn scroll_to(container: &str, id: &str) {
    let (Some(container), Some(element)) = (self::element(container), self::element(id)) else {
        return;
    };
    let screen = window()
        .and_then(|window| window.inner_height().ok()?.as_f64())
        .unwrap_or(0.0);
    if !(0.0..screen * 0.8).contains(&top(&element)) {
        container
            .parent_element()
            .unwrap_or(container)
            .scroll_into_view();
    }
}

/// Moves the focus to an element, without scrolling.
pub fn focus(id: &str) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _refused = element.focus_with_options(&options);
    }
}
