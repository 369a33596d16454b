//! Input: pointers, and the values of fields.

use super::document::element;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement, MouseEvent, PointerEvent};

/// Returns where a pointer is over an element, as a share of the width of the element from 0 to 1.
///
/// The element is named by its id: events are heard at the root of the page, so that their current target is not the element that
/// a component listens on.
pub fn pointer_share(event: &PointerEvent, id: &str) -> Option<f64> {
    let bounds = element(id)?.get_bounding_client_rect();
    (bounds.width() > 0.0)
        .then(|| ((f64::from(event.client_x()) - bounds.left()) / bounds.width()).clamp(0.0, 1.0))
}

/// Returns where a mouse is over an element, in CSS pixels from the top left corner of the element.
pub fn mouse_offset(event: &MouseEvent, id: &str) -> Option<(f64, f64)> {
    let bounds = element(id)?.get_bounding_client_rect();
    let (x, y) = (event.client_x(), event.client_y());
    Some((f64::from(x) - bounds.left(), f64::from(y) - bounds.top()))
}

/// Returns the id of the innermost element that was pressed; empty if it has none.
pub fn pressed_id(event: &MouseEvent) -> String {
    let pressed = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    pressed.map(|element| element.id()).unwrap_or_default()
}

/// Captures the pointer, so that its events come to an element even from outside of it.
pub fn capture_pointer(event: &PointerEvent, id: &str) {
    if let Some(element) = element(id) {
        let _refused = element.set_pointer_capture(event.pointer_id());
    }
}

/// Returns the value of the field that an event is about.
pub fn event_value(event: &Event) -> Option<String> {
    let value = js_sys::Reflect::get(&event.target()?.into(), &"value".into());
    value.ok()?.as_string()
}

/// Returns the value of a text field; empty if there is no such field.
pub fn field_value(id: &str) -> String {
    input(id).map_or_else(String::new, |input| input.value())
}

/// Empties a text field.
pub fn clear_field(id: &str) {
    if let Some(input) = input(id) {
        input.set_value("");
    }
}

fn input(id: &str) -> Option<HtmlInputElement> {
    element(id)?.dyn_into().ok()
}

/// Selects a value of a select element. Once a reader has selected by hand, the attributes of options have no effect any more.
pub fn select_value(id: &str, value: &str) {
    let select = element(id).and_then(|element| element.dyn_into().ok());
    if let Some(select) = select.filter(|select: &HtmlSelectElement| select.value() != value) {
        select.set_value(value);
    }
}

/// Returns whether the caret of the field that an event is about stands behind the last character.
pub fn is_caret_at_end(event: &Event) -> bool {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| {
        // The browser counts in UTF-16.
        let end = input.value().encode_utf16().count() as u32;
        input.selection_start().ok().flatten() == Some(end)
    })
}
