//! The page as a whole: it holds the state, keeps the address in step, and lays out the parts.

mod address;
mod debounced;
mod header;
mod notes;
mod query_cache;
mod session;
mod stage;

pub use query_cache::QueryCache;

use super::contents::Contents;
use super::facets::Facets;
use super::footer::Footer;
use super::lesson::Player;
use super::reader::Reader;
use super::results::Results;
use super::search::Search;
use super::summary::Summary;
use super::wall::Wall;
use super::{Page, Shared};
use crate::state::{Action, Listing, Lock, Part};
use crate::url::Parsed;
use crate::{i18n, web};
use address::use_address;
use debounced::use_debounced;
use frise_index::search::Searcher;
use header::Header;
use notes::Notes;
use session::Session;
use stage::{Stage, use_stage};
use std::cell::RefCell;
use yew::prelude::*;

/// Props of [`App`].
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The index.
    pub searcher: Shared<Searcher>,
    /// What the address asks for.
    pub start: Shared<Parsed>,
    /// The query that was asked last; at first that of the address.
    pub asked: Shared<RefCell<QueryCache>>,
}

/// How long a bound must be at rest before all of the page follows it, in milliseconds.
const REST: u32 = 120;

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps {
        searcher,
        start,
        asked,
    } = props;
    let session = {
        let start = start.clone();
        use_reducer_eq(move || Session::from((*start).clone()))
    };
    let state = &session.state;
    let act = {
        let dispatcher = session.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let question = (
        state.query.clone(),
        state.matching,
        state.filters.clone(),
        state.sort,
    );
    let answer = use_memo(question, |(query, matching, filters, sort)| {
        web::timed("frise-search", || {
            let mut asked = asked.borrow_mut();
            asked.answer(searcher, query, *matching, filters, *sort)
        })
    });
    let page = use_memo((state.clone(), Shared(answer)), |(state, answer)| Page {
        searcher: searcher.clone(),
        state: state.clone(),
        answer: answer.clone(),
        act,
    });
    let view = &Shared(page);
    // While a bound moves, the wall, the counts and the facets follow at once. The texts and the address follow when it rests:
    // nobody reads them meanwhile, and browsers refuse addresses that change too often.
    let delay = session.effect.is_moving.then_some(REST);
    let (settled, history) = use_debounced((view.clone(), session.effect.history), delay);
    let settled = &settled;
    use_address(settled, history);
    let stage = use_stage();
    let class = classes!(
        "page",
        state.frame.embed.then_some("embed"),
        state.passage.is_some().then_some("reading"),
        (!state.is_unfiltered()).then_some("asked"),
        (state.listing == Listing::Concordance).then_some("lined"),
    );
    let has_header = state.shows(Part::Header) && !state.frame.embed;
    let lesson = settled.state.lesson.as_ref();
    let lesson = lesson.and_then(|replay| replay.lesson.as_ref());
    let is_reading = settled.state.passage.is_some();
    let title = i18n::of(&searcher.index().about().title, settled.language());
    html! {
        <div {class}>
            if has_header {
                <Header view={settled} />
            }
            <Notes view={settled} notes={session.notes.clone()} />
            if let Some(lesson) = lesson {
                // Another lesson has other answers.
                <Player key={lesson.mark()} view={settled} />
            }
            <main>
                if !has_header && state.lesson.is_none() {
                    <h1 class="unseen">{ title }</h1>
                }
                if state.shows(Part::Search) && !state.locks(Lock::Query) {
                    <Search view={settled} />
                }
                <Summary {view} />
                if state.shows(Part::Timelines) {
                    <Wall {view} is_whole={stage >= Stage::Lanes} />
                }
                if stage >= Stage::Facets && state.shows(Part::Facets) {
                    <Facets {view} />
                }
                if stage >= Stage::Texts {
                    <div class="texts">
                        <Results view={settled} is_whole={stage == Stage::Whole} />
                        if settled.state.shows(Part::Reader) && is_reading {
                            <Reader view={settled} />
                        } else if settled.state.shows(Part::Reader) && stage >= Stage::Contents {
                            <Contents view={settled} />
                        }
                    </div>
                }
            </main>
            if stage >= Stage::Whole {
                <Footer view={settled} />
            }
        </div>
    }
}
