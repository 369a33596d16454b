//! The page as HTML, rendered without a browser.

use frise::views::{App, AppProps, Shared};
use frise_engine::search::Searcher;
use std::rc::Rc;
use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::LocalServerRenderer;

/// The page of an address.
fn page(searcher: &Rc<Searcher>, address: &str) -> String {
    let start = frise::url::parse(address, searcher.index());
    let props = AppProps {
        searcher: Shared(searcher.clone()),
        start,
    };
    let renderer = LocalServerRenderer::<App>::with_props(props).hydratable(false);
    let runtime = Builder::new_current_thread().build().expect("a runtime");
    LocalSet::new().block_on(&runtime, renderer.render())
}
#[test]
fn dump() {
    let s = Rc::new(Searcher::open(frise::EMBEDDED).expect("x"));
    for (n, a) in [
        ("fr", ""),
        ("en", "?lang=en"),
        ("q", "?q=souveraineté"),
        ("bad", "?q=souveraineté (paix&theme=paix&speaker=bob"),
        ("none", "?q=dragon"),
        ("table", "?view=table"),
        ("hash", "#strategie-2017.p2"),
        ("embed", "?q=paix&embed=1"),
        ("b", "?q=<b>paix</b>"),
    ] {
        std::fs::write(format!("/tmp/page-{n}.html"), page(&s, a)).expect("write");
    }
}
