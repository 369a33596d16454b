//! The only module that touches the browser. Every call is guarded: where a browser refuses (a frame
//! without rights, a file opened from disk), the page goes on without.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, FocusOptions, HtmlElement, MouseEvent, PointerEvent, ResizeObserver, Window,
};

/// Whether anything is shown step by step: where views are rendered to text, all is there at once.
pub fn is_there() -> bool {
    window().is_some()
}

/// `None` outside of a browser, where views are rendered to text.
fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") {
        web_sys::window()
    } else {
        None
    }
}

/// The element that the page is shown in.
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

/// The query string and the hash of the address, both decoded no further than the address has them.
pub fn address() -> String {
    let Some(location) = window().map(|window| window.location()) else {
        return String::new();
    };
    let search = location.search().unwrap_or_default();
    let hash = location.hash().unwrap_or_default();
    format!("{search}{hash}")
}

/// The address of the page without query and hash; `None` where nobody else could follow it.
pub fn place() -> Option<String> {
    let location = window()?.location();
    let here = location.href().ok()?;
    let end = here.find(['?', '#']).unwrap_or(here.len());
    here.starts_with("http").then(|| here[..end].to_string())
}

/// Does something after some milliseconds, unless what is given back is dropped before.
pub fn later(milliseconds: u32, work: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, work)
}

/// Does something once the browser has shown what is there, and has heard what the reader did meanwhile; or after
/// [`LATEST`], where it shows nothing, as in a tab behind others.
pub fn when_shown(work: impl FnOnce() + 'static) {
    let work = Rc::new(Cell::new(Some(work)));
    let once = move || {
        if let Some(work) = work.take() {
            work();
        }
    };
    let after = once.clone();
    // In the frame itself, it would be drawn with what is there.
    let shown = Closure::once_into_js(move || Timeout::new(SHOWING, after).forget());
    let _refused = window().map(|window| window.request_animation_frame(shown.unchecked_ref()));
    Timeout::new(LATEST, once).forget();
}

/// How long the browser is left to itself after a frame, in milliseconds.
const SHOWING: u32 = 20;

/// How long a frame is waited for, in milliseconds.
const LATEST: u32 = 1000;

/// Changes the address from `?` on: as a new entry of the history, or in place of the present one.
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

/// Tells when the reader goes back or forth in the history; stops when dropped.
pub fn on_navigation(tell: impl Fn() + 'static) -> Option<EventListener> {
    window().map(|window| EventListener::new(&window, "popstate", move |_| tell()))
}

/// Tells what a script of the shell heard, by the name of its event: a text, or nothing. Stops when dropped.
pub fn on_heard(
    name: &'static str,
    tell: impl Fn(Option<String>) + 'static,
) -> Option<EventListener> {
    let heard = move |event: &Event| {
        let detail = js_sys::Reflect::get(event, &"detail".into()).ok();
        tell(detail.and_then(|detail| detail.as_string()));
    };
    window().map(|window| EventListener::new(&window, name, heard))
}

/// Asks a script of the shell (`shell/*.js`) for something, and gives back the text that it answers, if any. Without that
/// script nothing happens.
pub fn ask_shell(name: &str, texts: &[&str]) -> Option<String> {
    let shell = js_sys::Reflect::get(&window()?.into(), &"frise".into()).ok()?;
    let work = js_sys::Reflect::get(&shell, &name.into()).ok()?;
    let texts: js_sys::Array = texts.iter().map(|text| JsValue::from(*text)).collect();
    let answer = work.dyn_into::<js_sys::Function>().ok()?;
    answer.apply(&shell, &texts).ok()?.as_string()
}

/// Marks the document by the attribute of a stage that the page has come to: `data-usable`, `data-ready`.
pub fn mark(attribute: &str) {
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

/// Does some work and leaves its time under a name in the browser's user timing, where developer tools
/// and `cargo xtask bench` read it.
pub fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let Some(performance) = window().and_then(|window| window.performance()) else {
        return work();
    };
    let _refused = performance.mark(name);
    let done = work();
    let _refused = performance.measure_with_start_mark(name, name);
    performance.clear_marks_with_mark_name(name);
    done
}

fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// Scrolls a container so that an element in it stands near its top; to the beginning, if it is seen from there.
pub fn scroll_within(container: &str, id: &str) {
    let (Some(container), Some(element)) = (self::element(container), self::element(id)) else {
        return;
    };
    let place = container.scroll_top() + (top(&element) - top(&container)) as i32;
    let height = container.client_height();
    let is_near = place < height / 2;
    container.set_scroll_top(if is_near { 0 } else { place - height / 5 });
}

/// Scrolls the page, if an element in a container is out of sight, so that what holds the container begins at the top of the
/// screen.
pub fn show(container: &str, id: &str) {
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

/// Moves the focus to an element, and nothing else.
pub fn focus(id: &str) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _refused = element.focus_with_options(&options);
    }
}

fn element(id: &str) -> Option<Element> {
    window()?.document()?.get_element_by_id(id)
}

/// Where a pointer is over an element, as a share of its width from 0 to 1.
///
/// The element is named by its id: events are heard at the root of the page, so that their current
/// target is not the element that a view listens on.
pub fn share(event: &PointerEvent, id: &str) -> Option<f64> {
    let bounds = element(id)?.get_bounding_client_rect();
    (bounds.width() > 0.0)
        .then(|| ((f64::from(event.client_x()) - bounds.left()) / bounds.width()).clamp(0.0, 1.0))
}

/// Where a mouse is over an element that is named by its id, in CSS pixels from its top left corner.
pub fn offset(event: &MouseEvent, id: &str) -> Option<(f64, f64)> {
    let bounds = element(id)?.get_bounding_client_rect();
    let (x, y) = (event.client_x(), event.client_y());
    Some((f64::from(x) - bounds.left(), f64::from(y) - bounds.top()))
}

/// The id of the element that was pressed itself, or nothing.
pub fn pressed_id(event: &MouseEvent) -> String {
    let pressed = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    pressed.map(|element| element.id()).unwrap_or_default()
}

/// Keeps the pointer's events coming to an element, even outside of it.
pub fn capture(event: &PointerEvent, id: &str) {
    if let Some(element) = element(id) {
        let _refused = element.set_pointer_capture(event.pointer_id());
    }
}

/// Watches the width of an element; stops when dropped.
pub struct WidthWatch {
    observer: ResizeObserver,
    _tell: Closure<dyn FnMut(js_sys::Array)>,
}

impl WidthWatch {
    /// Tells the inner width in CSS pixels, at once and whenever it changes.
    pub fn of(element: &yew::NodeRef, tell: impl Fn(f64) + 'static) -> Option<WidthWatch> {
        let element = element.cast::<Element>()?;
        tell(f64::from(element.client_width()));
        let (watched, tell) = (element.clone(), Rc::new(tell));
        let tell = Closure::new(move |_: js_sys::Array| {
            let (watched, tell) = (watched.clone(), Rc::clone(&tell));
            // In the next frame: what is drawn for the new width may bring a scroll bar, and change it again.
            let later = Closure::once_into_js(move || tell(f64::from(watched.client_width())));
            let _refused =
                window().map(|window| window.request_animation_frame(later.unchecked_ref()));
        });
        let observer = ResizeObserver::new(tell.as_ref().unchecked_ref()).ok()?;
        observer.observe(&element);
        Some(WidthWatch {
            observer,
            _tell: tell,
        })
    }
}

impl Drop for WidthWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Gives the reader a file to keep. Where a browser or a frame refuses downloads, nothing happens.
pub fn save(name: &str, kind: &str, text: &str) {
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

/// Gives the reader the page in one file, which starts from an address; `shell/keep.js` does it, and says so where it cannot.
pub fn keep(address: &str) {
    if is_there() {
        let _refused = shell::keep(address);
    }
}

/// What `shell/` offers in `self.frise`.
mod shell {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen(js_namespace = frise)]
    extern "C" {
        #[wasm_bindgen(catch)]
        pub fn keep(address: &str) -> Result<JsValue, JsValue>;
    }
}

/// What an event's field holds.
pub fn value(event: &Event) -> Option<String> {
    let value = js_sys::Reflect::get(&event.target()?.into(), &"value".into());
    value.ok()?.as_string()
}

/// What a text field holds; nothing where there is none.
pub fn text(id: &str) -> String {
    input(id).map_or_else(String::new, |input| input.value())
}

/// Empties a text field.
pub fn empty(id: &str) {
    if let Some(input) = input(id) {
        input.set_value("");
    }
}

fn input(id: &str) -> Option<web_sys::HtmlInputElement> {
    element(id)?.dyn_into().ok()
}

/// Makes a choice show one of its values. Once a reader has chosen by hand, the attributes of its
/// options move it no more.
pub fn show_choice(id: &str, value: &str) {
    let select = element(id).and_then(|element| element.dyn_into().ok());
    if let Some(select) =
        select.filter(|select: &web_sys::HtmlSelectElement| select.value() != value)
    {
        select.set_value(value);
    }
}

/// Whether the caret of an event's input field stands behind its last character.
pub fn is_caret_at_end(event: &Event) -> bool {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    input.is_some_and(|input| {
        // The browser counts in UTF-16.
        let end = input.value().encode_utf16().count() as u32;
        input.selection_start().ok().flatten() == Some(end)
    })
}
