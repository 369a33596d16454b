//! Files that a reader saves.

use super::window;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Has the browser download a text as a file. Where a browser or a frame refuses downloads, nothing happens.
pub fn save_file(name: &str, kind: &str, text: &str) {
    let Some(document) = window().and_then(|window| window.document()) else {
        return;
    };
    let Some(link) = document
        .create_element("a")
        .ok()
        .and_then(|link| link.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    let address = [
        "data:",
        kind,
        ";charset=utf-8,",
        &String::from(js_sys::encode_uri_component(text)),
    ]
    .concat();
    let _refused = link.set_attribute("download", name);
    let _refused = link.set_attribute("href", &address);
    link.click();
}
