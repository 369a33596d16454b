//! The page as HTML, rendered without a browser.

mod answers;
mod asking;
mod axis;
mod embedded;
mod figures;
mod framed;
mod lessons;
mod other_corpora;
mod results;
mod saved;
mod series;
mod strange_corpora;
mod structure;
mod timelines;
mod voices;
mod wiring;

use frise::components::{App, AppProps, Page, QueryCache, Shared, View};
use frise::url::Parsed;
use frise_corpus::write;
use frise_index::model::Corpus;
use frise_index::search::Searcher;
use std::cell::RefCell;
use std::rc::Rc;
use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::{Callback, LocalServerRenderer};

/// The page that an address shows.
fn page(searcher: Searcher, address: &str) -> String {
    let start = frise::url::parse(address, searcher.index());
    let asked = QueryCache::ask(&searcher, &start.state.query, start.state.matching);
    let props = AppProps {
        searcher: Shared(Rc::new(searcher)),
        start: Shared(Rc::new(start)),
        asked: Shared(Rc::new(RefCell::new(asked))),
        joined: Callback::noop(),
    };
    let renderer = LocalServerRenderer::<App>::with_props(props).hydratable(false);
    let runtime = Builder::new_current_thread().build().expect("a runtime");
    LocalSet::new().block_on(&runtime, renderer.render())
}

/// The page that an address shows on the embedded corpus.
fn embedded_page(address: &str) -> String {
    page(
        Searcher::open(frise::EMBEDDED).expect("the embedded index opens"),
        address,
    )
}

/// A corpus, ready for searching.
fn opened(corpus: &Corpus) -> Searcher {
    Searcher::open(write(corpus).expect("an index")).expect("the index opens")
}

/// What views are made from at an address.
fn view(searcher: Searcher, address: &str) -> View {
    let Parsed { state, notes } = frise::url::parse(address, searcher.index());
    assert_eq!(notes, [], "{address}");
    let query = frise_index::query::parse(&state.query).matched(state.matching);
    let answer = searcher.search(&query, &state.filters, state.sort);
    Shared(Rc::new(Page {
        searcher: Shared(Rc::new(searcher)),
        state,
        answer: Shared(Rc::new(answer)),
        is_partial: false,
        act: Callback::noop(),
    }))
}

/// The page of an address contains some HTML and lacks other.
fn check(address: &str, contains: &[&str], lacks: &[&str]) {
    check_html(&embedded_page(address), address, contains, lacks);
}

fn check_html(html: &str, address: &str, contains: &[&str], lacks: &[&str]) {
    for expected in contains {
        assert!(
            html.contains(expected),
            "the page of '{address}' lacks {expected}"
        );
    }
    for unwanted in lacks {
        let around = html.split_once(unwanted).map(|(before, _)| {
            let start = before.len()
                - before
                    .chars()
                    .rev()
                    .take(200)
                    .map(char::len_utf8)
                    .sum::<usize>();
            &before[start..]
        });
        assert_eq!(around, None, "the page of '{address}' has {unwanted}");
    }
}

/// The tags of an element's name, without their angle brackets.
fn tags<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let start = format!("<{name} ");
    let tags = html.split(start.as_str()).skip(1);
    tags.map(|rest| rest.split_once('>').map_or(rest, |(tag, _)| tag))
        .collect()
}
