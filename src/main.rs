//! Starts the page: opens the embedded index, and shows it or says why it cannot be shown.

use frise::views::{App, Broken};
use frise_engine::search::Searcher;
use std::rc::Rc;

fn main() {
    let host = frise::browser::app_host();
    match Searcher::open(frise::EMBEDDED) {
        Ok(searcher) => {
            let start = frise::url::parse(&frise::browser::address(), searcher.index());
            let props = frise::views::AppProps {
                searcher: frise::views::Shared(Rc::new(searcher)),
                start,
            };
            yew::Renderer::<App>::with_root_and_props(host, props).render();
        }
        Err(error) => {
            let props = frise::views::BrokenProps {
                message: error.to_string(),
            };
            yew::Renderer::<Broken>::with_root_and_props(host, props).render();
        }
    }
}
