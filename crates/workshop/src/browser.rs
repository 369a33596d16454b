//! The workshop's calls of the browser: events that the app hears, files, storage and the clock.

use frise_date::Day;
use frise_edition::{WHOLE_PAGE, WORKER};
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CustomEvent, CustomEventInit, Event, File, HtmlElement, HtmlInputElement,
    HtmlTextAreaElement, Url,
};

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

/// Takes the files that were dropped on the page, as pairs of a path and a file; none if nothing was dropped since.
pub async fn take_dropped() -> Vec<(String, File)> {
    let Some(shell) = shell() else {
        return Vec::new();
    };
    let promise = Reflect::get(&shell, &"dropped".into()).ok();
    let _refused = Reflect::set(&shell, &"dropped".into(), &JsValue::UNDEFINED);
    let Some(promise) = promise.and_then(|promise| promise.dyn_into::<Promise>().ok()) else {
        return Vec::new();
    };
    let pairs = JsFuture::from(promise).await.unwrap_or_default();
    let pair = |pair: JsValue| {
        let pair: Array = pair.dyn_into().ok()?;
        Some((pair.get(0).as_string()?, pair.get(1).dyn_into().ok()?))
    };
    let pairs = pairs.dyn_into::<Array>().unwrap_or_default();
    pairs.iter().filter_map(pair).collect()
}

/// Returns what the scripts of the page share.
fn shell() -> Option<JsValue> {
    let window = web_sys::window()?;
    Reflect::get(&window.into(), &"frise".into()).ok()
}

/// Returns the files that were chosen in a field, with their paths below the folder that was chosen.
pub fn chosen_files(event: &Event) -> Vec<(String, File)> {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(list) = input.and_then(|input| input.files()) else {
        return Vec::new();
    };
    let files = (0..list.length()).filter_map(|at| list.get(at));
    files.map(|file| (path_of(&file), file)).collect()
}

fn path_of(file: &File) -> String {
    let path = Reflect::get(file, &"webkitRelativePath".into()).ok();
    let path = path.and_then(|path| path.as_string());
    path.filter(|path| !path.is_empty())
        .unwrap_or_else(|| file.name())
}

/// Returns what is written in a field of several lines.
pub fn text_of(id: &str) -> String {
    let document = web_sys::window().and_then(|window| window.document());
    let field = document.and_then(|document| document.get_element_by_id(id));
    let field = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    field.map_or(String::new(), |field| field.value())
}

/// Returns the text of a file; `None` where the browser refuses.
pub async fn text_of_file(file: &File) -> Option<String> {
    JsFuture::from(file.text()).await.ok()?.as_string()
}

/// Returns what is selected on the page.
pub fn selected_text() -> String {
    let window = web_sys::window();
    let selection = window.and_then(|window| window.get_selection().ok().flatten());
    selection.map_or(String::new(), |selection| {
        String::from(selection.to_string())
    })
}

/// Moves the focus to an element by its id if nothing has it any more.
pub fn focus_if_lost(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let focused = document.and_then(|document| document.active_element());
    if focused.is_none_or(|focused| focused.tag_name() == "BODY") {
        frise::web::focus(id);
    }
}

/// Returns what was stored under a key; `None` where nothing was, or the browser refuses.
pub fn recall(key: &str) -> Option<String> {
    let storage = web_sys::window()?.local_storage().ok()??;
    storage.get_item(key).ok()?
}

/// Stores a text under a key, and returns whether the browser did.
pub fn remember(key: &str, text: &str) -> bool {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok()?);
    storage.is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Returns a text as a file.
pub fn file_of_text(name: &str, text: &str) -> Option<File> {
    File::new_with_str_sequence(&Array::of1(&text.into()), name).ok()
}

/// Has the browser save bytes as a file. Where a browser or a frame refuses downloads, nothing happens.
pub fn save_bytes(name: &str, bytes: &[u8]) {
    let save = || -> Result<(), JsValue> {
        let document = web_sys::window().and_then(|window| window.document());
        let document = document.ok_or(JsValue::NULL)?;
        let parts = Array::of1(&Uint8Array::from(bytes));
        let blob = Blob::new_with_u8_array_sequence(&parts)?;
        let address = Url::create_object_url_with_blob(&blob)?;
        let link: HtmlElement = document.create_element("a")?.dyn_into()?;
        link.set_attribute("download", name)?;
        link.set_attribute("href", &address)?;
        link.click();
        // The browser reads it after this task.
        gloo::timers::callback::Timeout::new(60_000, move || {
            drop(Url::revoke_object_url(&address));
        })
        .forget();
        Ok(())
    };
    let _refused = save();
}

/// Tells the page that the corpus that is shown was kept or taken away, so that it does not warn before it is closed.
pub fn tell_saved() {
    frise::web::call_shell("corpusSaved", &[]);
}

/// Has the browser keep an index under a name, and returns whether it did.
pub async fn keep_corpus(name: &str, bytes: &[u8]) -> bool {
    let bytes = Uint8Array::from(bytes);
    let kept = ask_shell("keepCorpus", &[name.into(), bytes.into()]).await;
    kept.is_some_and(|kept| kept.is_truthy())
}

/// Has the browser forget an index.
pub async fn forget_corpus(name: &str) {
    ask_shell("forgetCorpus", &[name.into()]).await;
}

/// Returns the indexes that the browser keeps: their names and sizes in bytes.
pub async fn kept_corpora() -> Vec<(String, f64)> {
    let pairs = ask_shell("keptCorpora", &[]).await;
    let pairs = pairs.and_then(|pairs| pairs.dyn_into::<Array>().ok());
    let pair = |pair: JsValue| {
        let pair: Array = pair.dyn_into().ok()?;
        Some((pair.get(0).as_string()?, pair.get(1).as_f64()?))
    };
    pairs.unwrap_or_default().iter().filter_map(pair).collect()
}

/// Calls a function of a script by its name and waits for what it promises; `None` where there is none or it fails.
async fn ask_shell(name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let shell = shell()?;
    let function: Function = Reflect::get(&shell, &name.into()).ok()?.dyn_into().ok()?;
    let arguments: Array = arguments.iter().collect();
    let promise: Promise = function.apply(&shell, &arguments).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

/// Returns the files of the published page that belong to no corpus; `None` where one of those that are needed cannot be read.
pub async fn page_files() -> Option<Vec<(String, Vec<u8>)>> {
    let worker = page_file(WORKER).await?;
    let mut files = Vec::new();
    for name in frise_edition::page_files(&String::from_utf8_lossy(&worker)) {
        match page_file(&name).await {
            Some(bytes) => files.push((name, bytes)),
            // A site that was taken away may lack it.
            None if name == WHOLE_PAGE => {}
            None => return None,
        }
    }
    Some(files)
}

/// Returns a file beside the page; `None` where it cannot be read.
pub async fn page_file(name: &str) -> Option<Vec<u8>> {
    let bytes = ask_shell("readFile", &[name.into()]).await?;
    Some(bytes.dyn_into::<Uint8Array>().ok()?.to_vec())
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
