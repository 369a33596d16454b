//! Starts the page: opens the index, looks up the query of the address, and renders the app, or the reason why the index cannot
//! be opened. Each step is a task of its own, between which the browser handles input.

mod second_file;

use frise::components::{App, AppProps, BrokenProps, QueryCache, Shared, load_deferred_by};
use frise::state::State;
use frise::{url, web};
use frise_index::search::Searcher;
use second_file::{open_proved, open_untrusted, render_broken};
use std::cell::RefCell;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::{AppHandle, Callback, Renderer};

/// Smaller than the allocator of the standard library, and faster.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// When what the first search needs is prepared, in milliseconds after the app begins to draw.
const AFTER_FIRST_SCREEN: u32 = 300;

/// The app that is rendered, which gives way when the reader brings another corpus.
type Rendered = Rc<RefCell<Option<AppHandle<App>>>>;

fn main() {
    load_deferred_by(second_file::load);
    let rendered = Rendered::default();
    let replaced = rendered.clone();
    web::on_corpus(move |bytes| spawn_local(replace(bytes, replaced.clone())));
    web::after_delay(0, move || spawn_local(open(rendered))).forget();
}

/// Opens the corpus that comes with the page or is beside it, or else the embedded one.
async fn open(rendered: Rendered) {
    let opened = match web::given_corpus().await {
        Ok(Some(bytes)) => open_untrusted(bytes)
            .await
            .map_err(|error| error.to_string()),
        Ok(None) => {
            Searcher::open_with(frise::EMBEDDED, frise::STEMMERS).map_err(|error| error.to_string())
        }
        Err(message) => Err(message),
    };
    match opened {
        Ok(searcher) => {
            web::after_delay(0, move || ask(searcher, rendered)).forget();
        }
        Err(message) => {
            let is_named = url::names_corpus(&web::address());
            let props = BrokenProps { message, is_named };
            if render_broken(props).await.is_err() {
                web::give_up();
            }
        }
    }
}

/// Shows another corpus from its beginning, in the language that the reader has chosen. Bytes that are no index change nothing:
/// whoever brings them has proved them.
async fn replace(bytes: Vec<u8>, rendered: Rendered) {
    if let Ok(searcher) = open_proved(bytes).await {
        if let Some(app) = rendered.take() {
            app.destroy();
        }
        let index = searcher.index();
        let state = State {
            language: url::parse(&web::address(), index).state.language,
            ..State::default()
        };
        web::set_address(&url::print(&state, index), true);
        ask(searcher, rendered);
    }
}

/// Looks up the query of the address.
fn ask(searcher: Searcher, rendered: Rendered) {
    let joined = rendered.clone();
    let joined = Callback::from(move |bytes| spawn_local(join(bytes, joined.clone())));
    let props = props(searcher, joined);
    let waiting = props.searcher.clone();
    web::after_delay(0, move || {
        let app = Renderer::<App>::with_root_and_props(web::app_host(), props).render();
        rendered.replace(Some(app));
        web::after_delay(AFTER_FIRST_SCREEN, move || waiting.prepare()).forget();
    })
    .forget();
}

/// Goes on with the whole index in the place of the same one in shards.
async fn join(bytes: Vec<u8>, rendered: Rendered) {
    web::set_given_corpus(&bytes);
    if let (Ok(searcher), Some(app)) = (open_proved(bytes).await, rendered.borrow_mut().as_mut()) {
        app.update(props(searcher, Callback::noop()));
    }
}

/// Returns what the app shows at the present address.
fn props(searcher: Searcher, joined: Callback<Vec<u8>>) -> AppProps {
    let start = frise::url::parse(&web::address(), searcher.index());
    let asked = QueryCache::ask(&searcher, &start.state.query, start.state.matching);
    AppProps {
        searcher: Shared(Rc::new(searcher)),
        start: Shared(Rc::new(start)),
        asked: Shared(Rc::new(RefCell::new(asked))),
        joined,
    }
}
