//! Events that the app hears, and the clock.

use frise_date::Day;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// Has the app show a view, by its address from `?` on.
pub fn show_view(address: &str) {
    dispatch("frise:show", &address.into());
}

/// Has the app put a tool with its settings into the address, or close the tool.
pub fn set_tool(value: Option<&str>) {
    dispatch("frise:tool", &value.map_or(JsValue::NULL, JsValue::from));
}

/// Has the app show another corpus, by the bytes of its index.
pub fn open_corpus(bytes: &[u8]) {
    dispatch("frise:corpus", &js_sys::Uint8Array::from(bytes).into());
}

fn dispatch(name: &str, detail: &JsValue) {
    let options = CustomEventInit::new();
    options.set_detail(detail);
    let event = CustomEvent::new_with_event_init_dict(name, &options);
    if let (Some(window), Ok(event)) = (web_sys::window(), event) {
        let _refused = window.dispatch_event(&event);
    }
}

/// Returns the day of today, where the reader is.
pub fn today() -> Option<Day> {
    let now = js_sys::Date::new_0();
    let (month, day) = (now.get_month() as u8 + 1, now.get_date() as u8);
    Day::from_ymd(now.get_full_year() as i32, month, day)
}
