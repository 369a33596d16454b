//! Starts the page: opens the embedded index, and shows it or says why it cannot be shown. In two turns, between which the
//! browser hears the reader.

use frise::browser;
use frise::views::{App, AppProps, Broken, BrokenProps, Shared, begin};
use frise_engine::index::OpenError;
use frise_engine::search::Searcher;
use std::rc::Rc;

fn main() {
    let opened = Searcher::open(frise::EMBEDDED);
    browser::later(0, move || show(opened)).forget();
}

fn show(opened: Result<Searcher, OpenError>) {
    let host = browser::app_host();
    match opened {
        Ok(searcher) => {
            let start = frise::url::parse(&browser::address(), searcher.index());
            let searcher = Shared(Rc::new(searcher));
            begin::<App>(host, AppProps { searcher, start });
        }
        Err(error) => {
            let message = error.to_string();
            begin::<Broken>(host, BrokenProps { message });
        }
    }
}
