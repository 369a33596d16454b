//! The page as a whole: it holds the state, keeps the address in step, and lays out the parts.

mod address;
mod asked;
mod header;
mod notes;
mod rest;
mod stage;

pub use asked::LastAsked;

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
use crate::state::{Action, Listing, Lock, Part, State};
use crate::{browser, words};
use address::use_address;
use frise_index::search::Searcher;
use header::Header;
use notes::Notes;
use rest::use_rest;
use stage::{Stage, use_stage};
use std::cell::RefCell;
use yew::prelude::*;

/// Props of [`App`].
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The index.
    pub searcher: Shared<Searcher>,
    /// The state that the address asks for.
    pub start: Shared<State>,
    /// The query that was asked last; at first that of the address.
    pub asked: Shared<RefCell<LastAsked>>,
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps {
        searcher,
        start,
        asked,
    } = props;
    let state = {
        let start = start.clone();
        use_reducer_eq(move || (*start).clone())
    };
    let act = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let question = (
        state.query.clone(),
        state.matching,
        state.filters.clone(),
        state.sort,
    );
    let answer = use_memo(question, |(query, matching, filters, sort)| {
        browser::timed("frise-search", || {
            let mut asked = asked.borrow_mut();
            asked.answer(searcher, query, *matching, filters, *sort)
        })
    });
    let page = use_memo(((*state).clone(), Shared(answer)), |(state, answer)| Page {
        searcher: searcher.clone(),
        state: state.clone(),
        answer: answer.clone(),
        act,
    });
    let view = &Shared(page);
    let rested = &use_rest(view);
    use_address(rested);
    let stage = use_stage();
    let class = classes!(
        "page",
        state.frame.embed.then_some("embed"),
        state.passage.is_some().then_some("reading"),
        (!state.is_unfiltered()).then_some("asked"),
        (state.listing == Listing::Concordance).then_some("lined"),
    );
    let has_header = state.shows(Part::Header) && !state.frame.embed;
    let lesson = rested.state.lesson.as_ref();
    let lesson = lesson.and_then(|replay| replay.lesson.as_ref());
    let is_reading = rested.state.passage.is_some();
    let title = words::of(&searcher.index().about().title, rested.language());
    html! {
        <div {class}>
            if has_header {
                <Header view={rested} />
            }
            <Notes view={rested} />
            if let Some(lesson) = lesson {
                // Another lesson has other answers.
                <Player key={lesson.mark()} view={rested} />
            }
            <main>
                if !has_header && state.lesson.is_none() {
                    <h1 class="unseen">{ title }</h1>
                }
                if state.shows(Part::Search) && !state.locks(Lock::Query) {
                    <Search view={rested} />
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
                        <Results view={rested} is_whole={stage == Stage::Whole} />
                        if rested.state.shows(Part::Reader) && is_reading {
                            <Reader view={rested} />
                        } else if rested.state.shows(Part::Reader) && stage >= Stage::Contents {
                            <Contents view={rested} />
                        }
                    </div>
                }
            </main>
            if stage >= Stage::Whole {
                <Footer view={rested} />
            }
        </div>
    }
}
