//! The page as a whole: it holds the state, keeps the address in step, and lays out the parts.

mod address;
mod answered;
mod border;
mod bottom_bar;
mod debounced;
mod header;
mod notes;
mod panes;
mod query_cache;
mod session;
mod shards;
mod stage;
mod tool;

pub use notes::{Notes, NotesProps};
pub use query_cache::QueryCache;

use super::contents::Contents;
use super::deferred::{Deferred, Later};
use super::facets::Facets;
use super::footer::Footer;
use super::results::Results;
use super::search::Search;
use super::shards::ShardsProps;
use super::summary::Summary;
use super::tours::Tours;
use super::wall::Wall;
use super::{Page, Shared, ViewProps};
use crate::state::{Action, Listing, Lock, Part};
use crate::url::{Parsed, RESULTS};
use crate::{i18n, web};
use address::use_address;
use answered::{Answered, Question, use_answer};
use border::{Border, PANES, use_share};
use bottom_bar::BottomBar;
use debounced::use_debounced;
use frise_index::search::Searcher;
use header::Header;
use panes::{Pane, Panes};
use session::Session;
use shards::use_shards;
use stage::{Stage, use_stage};
use std::cell::RefCell;
use tool::use_tool;
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
    /// Takes the bytes of the index once all its shards are there, if it is in shards.
    pub joined: Callback<Vec<u8>>,
}

/// How long a bound must be at rest before all of the page follows it, in milliseconds.
const REST: u32 = 120;

/// The id of the list of passages and texts, which has a scroll of its own.
pub const LIST: &str = "liste";

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps {
        searcher,
        start,
        asked,
        joined,
    } = props;
    let session = {
        let start = start.clone();
        use_reducer_eq(move || Session::from((*start).clone()))
    };
    let state = &session.state;
    let panes = use_mut_ref(|| Panes::of(state));
    let show = {
        let (panes, redraw) = (panes.clone(), use_force_update());
        use_callback((), move |pane: Pane, ()| {
            panes.borrow_mut().show(pane);
            redraw.force_update();
        })
    };
    let act = {
        let (dispatcher, show) = (session.dispatcher(), show.clone());
        use_callback((), move |action: Action, ()| {
            // A text that is open already comes to the front again.
            let is_opened = matches!(action, Action::Opened(_));
            dispatcher.dispatch(action);
            if is_opened {
                show.emit(Pane::Text);
            }
        })
    };
    // As in a page that loads its answers, what follows Enter is the first of them. On a telephone its keys make room for it.
    let to_results = {
        let show = show.clone();
        use_callback((), move |(), ()| {
            show.emit(Pane::Passages);
            // A pane behind another takes no focus.
            web::after_paint(|| web::focus(RESULTS));
        })
    };
    {
        let to_results = to_results.clone();
        use_effect_with((), move |()| {
            let listener = web::on_navigation(move || {
                if web::address().ends_with(&["#", RESULTS].concat()) {
                    to_results.emit(());
                }
            });
            move || drop(listener)
        });
    }
    let question = Question {
        query: state.query.clone(),
        matching: state.matching,
        filters: state.filters.clone(),
        sort: state.sort,
    };
    let (shards, hear) = use_shards(joined);
    let Answered {
        answer, is_partial, ..
    } = use_answer(searcher, asked, question);
    let drawn_from = (
        state.clone(),
        (searcher.clone(), answer, is_partial),
        shards.round,
    );
    let page = use_memo(drawn_from, |(state, answered, _)| Page {
        searcher: answered.0.clone(),
        state: state.clone(),
        answer: answered.1.clone(),
        is_partial: answered.2,
        act,
    });
    let view = &Shared(page);
    // While a bound moves, the wall, the counts and the facets follow at once. The texts and the address follow when it rests:
    // nobody reads them meanwhile, and browsers refuse addresses that change too often.
    let delay = session.effect.is_moving.then_some(REST);
    let (settled, history) = use_debounced((view.clone(), session.effect.history), delay);
    let settled = &settled;
    use_address(settled, history);
    use_tool(settled);
    let stage = use_stage();
    let (share, set_share) = use_share();
    panes.borrow_mut().follow(&settled.state);
    let front = panes.borrow().front();
    let shows = |part| state.shows(part);
    // A frame may be as high as its content, and a page without the wall has one column: both flow.
    let is_workspace = shows(Part::Timelines) && !state.frame.embed;
    let class = classes!(
        "page",
        state.frame.embed.then_some("embed"),
        is_workspace.then_some("workspace"),
        front.class(),
        state.passage.is_some().then_some("reading"),
        (!state.is_unfiltered()).then_some("asked"),
        (state.listing == Listing::Concordance).then_some("lined"),
        shards.is_loading.then_some("loading"),
        // Lanes come one by one where the processor is slow, and are shown together.
        (stage <= Stage::Lanes).then_some("starting"),
    );
    let has_header = shows(Part::Header) && !state.frame.embed;
    let lesson = settled.state.lesson.as_ref();
    let lesson = lesson.and_then(|replay| replay.lesson.as_ref());
    let has_tours = !state.frame.embed && state.lesson.is_none() && state.is_unfiltered();
    let is_reading = shows(Part::Reader) && settled.state.passage.is_some();
    // Without a query the list of texts stands before the passages.
    let contents_from = match state.is_unfiltered() && !is_reading {
        true => Stage::Texts,
        false => Stage::Contents,
    };
    let results_from = match contents_from {
        Stage::Texts => Stage::Contents,
        _ => Stage::Texts,
    };
    let title = i18n::of(&searcher.index().about().title, settled.language());
    html! {
        <div {class}>
            if has_header {
                <Header view={settled} />
            }
            if !session.notes.is_empty() {
                <Later
                    view={settled}
                    part={Deferred::Notes(NotesProps {
                        view: settled.clone(),
                        notes: session.notes.clone(),
                    })}
                />
            }
            if let Some(lesson) = lesson {
                // Another lesson has other answers.
                <Later key={lesson.mark()} view={settled} part={Deferred::Player(ViewProps { view: settled.clone() })} />
            }
            <main>
                if !has_header && state.lesson.is_none() {
                    <h1 class="unseen">{ title }</h1>
                }
                <div class="desk">
                    if shows(Part::Search) && !state.locks(Lock::Query) {
                        <Search view={settled} onsubmit={to_results} />
                    }
                    <Summary {view} />
                    if searcher.index().is_in_shards() {
                        <Later
                            view={settled}
                            part={Deferred::Shards(ShardsProps {
                                view: settled.clone(),
                                tell: hear,
                            })}
                        />
                    }
                </div>
                <div class="panes" id={PANES} style={format!("--share:{share}%")}>
                    <div class="pane-left">
                        if has_tours {
                            <Tours view={settled} />
                        }
                        <div class="pane-scroll">
                            if shows(Part::Timelines) {
                                <Wall {view} is_whole={stage >= Stage::Lanes} />
                            }
                            if stage >= Stage::Facets && shows(Part::Facets) {
                                <Facets {view} />
                            }
                            if stage >= Stage::Whole {
                                <Footer view={settled} />
                            }
                        </div>
                    </div>
                    if is_workspace {
                        <Border language={state.language} {share} onchange={set_share} />
                    }
                    <div class={classes!("texts", (!shows(Part::Reader)).then_some("alone"))}>
                        <div class="list" id={LIST}>
                            if stage >= results_from {
                                <Results view={settled} is_whole={stage == Stage::Whole} />
                            }
                            if shows(Part::Reader) && stage >= contents_from {
                                <Contents view={settled} />
                            }
                        </div>
                        if is_reading && stage >= Stage::Texts {
                            <Later view={settled} part={Deferred::Reader(ViewProps { view: settled.clone() })} />
                        }
                    </div>
                </div>
                if is_workspace {
                    <BottomBar view={settled} {front} onshow={show} />
                }
            </main>
        </div>
    }
}
