//! The address and the history of the browser.

use super::window;
use gloo::events::EventListener;
use wasm_bindgen::JsValue;

/// Returns the query string and the hash of the address, as the address encodes them.
pub fn address() -> String {
    let Some(location) = window().map(|window| window.location()) else {
        return String::new();
    };
    let search = location.search().unwrap_or_default();
    let hash = location.hash().unwrap_or_default();
    format!("{search}{hash}")
}

/// Returns the address of the page without query and hash; `None` if nobody else could follow it.
pub fn page_address() -> Option<String> {
    let location = window()?.location();
    let here = location.href().ok()?;
    let end = here.find(['?', '#']).unwrap_or(here.len());
    here.starts_with("http").then(|| here[..end].to_string())
}

/// Returns the address of the page without query and hash; `None` if nobody else would find the present corpus there.
pub fn shared_address() -> Option<String> {
    let is_brought = super::call_shell("isBrought", &[]).is_some();
    page_address().filter(|_| !is_brought)
}

/// Changes the address from `?` on, as a new entry of the history or in place of the present one.
pub fn set_address(address: &str, push: bool) {
    let Some(window) = window() else { return };
    let (Ok(history), Ok(page)) = (window.history(), window.location().pathname()) else {
        return;
    };
    let (search, hash) = address
        .split_once('#')
        .map_or((address, String::new()), |(search, id)| {
            (search, format!("#{id}"))
        });
    let address = &format!("{page}{}{hash}", if search == "?" { "" } else { search });
    let _refused = match push {
        true => history.push_state_with_url(&JsValue::NULL, "", Some(address)),
        false => history.replace_state_with_url(&JsValue::NULL, "", Some(address)),
    };
}

/// Calls back when the reader goes back or forth in the history, until the listener is dropped.
pub fn on_navigation(callback: impl Fn() + 'static) -> Option<EventListener> {
    window().map(|window| EventListener::new(&window, "popstate", move |_| callback()))
}
