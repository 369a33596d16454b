//! Starts the page: opens the embedded index, looks up the query of the address, and renders the app, or the reason why the index
//! cannot be opened. Each step is a task of its own, between which the browser handles input.

use frise::components::{App, AppProps, Broken, BrokenProps, QueryCache, Shared};
use frise::web;
use frise_index::search::Searcher;
use std::cell::RefCell;
use std::rc::Rc;
use yew::Renderer;

/// Smaller than the allocator of the standard library, and faster.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    web::after_delay(0, open).forget();
}

fn open() {
    match Searcher::open_with(frise::EMBEDDED, frise::STEMMERS) {
        Ok(searcher) => {
            web::after_delay(0, || ask(searcher)).forget();
        }
        Err(error) => {
            let message = error.to_string();
            let props = BrokenProps { message };
            Renderer::<Broken>::with_root_and_props(web::app_host(), props).render();
        }
    }
}

/// Looks up the query of the address.
fn ask(searcher: Searcher) {
    let start = frise::url::parse(&web::address(), searcher.index());
    let asked = QueryCache::ask(&searcher, &start.state.query, start.state.matching);
    let props = AppProps {
        searcher: Shared(Rc::new(searcher)),
        start: Shared(Rc::new(start)),
        asked: Shared(Rc::new(RefCell::new(asked))),
    };
    web::after_delay(0, || {
        Renderer::<App>::with_root_and_props(web::app_host(), props).render();
    })
    .forget();
}
