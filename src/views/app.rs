//! The page as a whole: it holds the state, keeps the address in step, and lays out the parts.

use super::chosen::Chosen;
use super::contents::Contents;
use super::elements::{button, classes, element, said, text};
use super::facets::facets;
use super::foot::foot;
use super::hooks::{use_after, use_kept, use_made};
use super::lesson::Player;
use super::reader::Reader;
use super::results::Results;
use super::search::Search;
use super::share::Share;
use super::timeline::{Timelines, bounds_phrase};
use super::{Page, Shared, View};
use crate::lesson::Lesson;
use crate::state::{Action, History, Listing, Lock, Note, Part, Replay, State};
use crate::{browser, url, words};
use frise_date::Tongue;
use frise_index::query::{Matching, parse};
use frise_index::search::{Matches, Searcher};
use frise_markup::html;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// What the page starts from.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The index, ready for searching.
    pub searcher: Shared<Searcher>,
    /// The state that the address asks for.
    pub start: Shared<State>,
    /// What was asked last, which starts with what the address asks.
    pub asked: Shared<RefCell<LastAsked>>,
}

/// A query and what it finds, so that filters move without any word being looked up again.
pub struct LastAsked {
    query: String,
    matching: Matching,
    found: Matches,
}

impl LastAsked {
    /// Looks up the words of a query.
    pub fn ask(searcher: &Searcher, query: &str, matching: Matching) -> LastAsked {
        LastAsked {
            query: query.to_string(),
            matching,
            found: searcher.ask(&parse(query).matched(matching)),
        }
    }

    fn is(&self, query: &str, matching: Matching) -> bool {
        self.query == query && self.matching == matching
    }
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let start = props.start.clone();
    let state = use_reducer_eq(move || (*start).clone());
    let searcher = props.searcher.clone();
    let asked = props.asked.clone();
    let given = (
        state.query.clone(),
        state.matching,
        state.filters.clone(),
        state.sort,
    );
    let answer = use_made(given, |(query, matching, filters, sort)| {
        browser::timed("frise-search", || {
            let mut asked = asked.borrow_mut();
            if !asked.is(query, *matching) {
                *asked = LastAsked::ask(&searcher, query, *matching);
            }
            searcher.answer(&asked.found, filters, *sort)
        })
    });
    let act = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let page = use_made(((*state).clone(), Shared(answer)), |(state, answer)| Page {
        searcher: searcher.clone(),
        state: state.clone(),
        answer: answer.clone(),
        act,
    });
    let view = Shared(page);
    let rested = use_rest(&view);
    use_address(&rested);
    let stage = use_stage();
    let class = classes(&[
        ("page", true),
        ("embed", view.state.frame.embed),
        ("reading", view.state.passage.is_some()),
        ("asked", !view.state.is_unfiltered()),
        ("lined", view.state.listing == Listing::Concordance),
    ]);
    let has_header = view.state.shows(Part::Header) && !view.state.frame.embed;
    html! {
        <div {class}>
            if has_header { { header(&rested) } }
            { notes(&rested) }
            // Another lesson has other answers.
            if let Some(lesson) = rested.state.lesson.as_ref().and_then(|replay| replay.lesson.as_ref()) { <Player key={lesson.mark()} view={rested.clone()} /> }
            <main>
                if !has_header && view.state.lesson.is_none() { { title(&rested, "unseen") } }
                if view.state.shows(Part::Search) && !view.state.locks(Lock::Query) { <Search view={rested.clone()} /> }
                <Chosen view={view.clone()} />
                if view.state.shows(Part::Timelines) { <Timelines view={view.clone()} is_whole={stage >= Stage::Lanes} /> }
                if stage >= Stage::Facets && view.state.shows(Part::Facets) { { facets(&view) } }
                if stage >= Stage::Texts { { texts(&rested, stage) } }
            </main>
            if stage >= Stage::Whole { { foot(&rested) } }
        </div>
    }
}

fn texts(view: &View, stage: Stage) -> Html {
    let is_whole = stage == Stage::Whole;
    html! {
        <div class="texts">
            <Results view={view.clone()} {is_whole} />
            if view.state.shows(Part::Reader) {
                if view.state.passage.is_some() {
                    <Reader view={view.clone()} />
                } else if stage >= Stage::Contents {
                    <Contents view={view.clone()} />
                }
            }
        </div>
    }
}

/// How far the page is drawn when it starts: from above, so that nothing moves, and in parts, so that a slow processor
/// shows the first of them and hears the reader before it comes to the next.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// The search and the wall are there: the page can be used.
    Usable,
    /// The lanes too.
    Lanes,
    /// The facets too.
    Facets,
    /// The first of the passages too, and the text that is asked for.
    Texts,
    /// The list of texts too.
    Contents,
    /// All of it.
    Whole,
}

/// The stage, which goes on by itself; where there is no browser, it has come to its end.
#[hook]
fn use_stage() -> Stage {
    let stage = use_kept(|| match browser::is_there() {
        true => Stage::Usable,
        false => Stage::Whole,
    });
    let next = stage.clone();
    use_after(*stage, move |stage| {
        let following = match stage {
            Stage::Usable => Some(Stage::Lanes),
            Stage::Lanes => Some(Stage::Facets),
            Stage::Facets => Some(Stage::Texts),
            Stage::Texts => Some(Stage::Contents),
            Stage::Contents => Some(Stage::Whole),
            Stage::Whole => None,
        };
        browser::mark(following.map_or("data-ready", |_| "data-usable"));
        if let Some(stage) = following {
            browser::when_shown(move || next.set(stage));
        }
    });
    *stage
}

/// How long dates must be at rest before all of the page follows them, in milliseconds.
const REST: u32 = 120;

/// The page as it was when dates were last at rest. While they move, the wall, the counts and the facets
/// follow at once; the texts, the address and its history do so at the next rest, since nobody reads them
/// meanwhile, and browsers refuse addresses that change too often. All else that happens is a rest.
#[hook]
fn use_rest(view: &View) -> View {
    let rested = use_mut_ref(|| view.clone());
    let draw = use_force_update();
    let before = rested.borrow().state.query.clone();
    let moves = view.state.history == History::Replace && view.state.query == before;
    if !moves {
        rested.replace(view.clone());
    }
    let last = rested.clone();
    use_after(view.clone(), move |view| {
        let view = view.clone();
        let later = moves.then(|| {
            browser::later(REST, move || {
                last.replace(view);
                draw.force_update();
            })
        });
        move || drop(later)
    });
    rested.borrow().clone()
}

/// Keeps the address, the history and the title of the browser in step with the state.
#[hook]
fn use_address(view: &View) {
    let known = use_mut_ref(|| None::<Replay>);
    let read = {
        let (searcher, act, known) = (view.searcher.clone(), view.act.clone(), known.clone());
        move || {
            let known = known.borrow();
            let state = url::parse_knowing(&browser::address(), searcher.index(), known.as_ref());
            act.emit(Action::Navigated(Box::new(state)));
        }
    };
    let (act, replay, read_again) = (view.act.clone(), view.state.lesson.clone(), read.clone());
    use_after((), move |()| {
        let navigated = browser::on_navigation(read);
        // The file of a lesson is asked for once, and shown when it has come.
        let file = replay.filter(|replay| replay.lesson.is_none());
        let asked = file.clone();
        let come = file.and_then(|file| {
            browser::on_heard("frise:lesson", move |texts| {
                match texts.and_then(|texts| Lesson::of_texts(&texts)) {
                    Some(lesson) => {
                        known.replace(Some(Replay {
                            lesson: Some(Rc::new(lesson)),
                            ..file.clone()
                        }));
                        read_again();
                    }
                    None => act.emit(Action::Noted(Note::NoLesson(file.source.clone()))),
                }
            })
        });
        if let Some(file) = asked {
            browser::ask_shell("lesson", &[&file.source]);
        }
        move || drop((navigated, come))
    });
    let (searcher, act) = (view.searcher.clone(), view.act.clone());
    use_after((), move |()| {
        let listener = browser::on_heard("frise:show", move |shown| {
            act.emit(match shown {
                Some(shown) => Action::Led(Box::new(url::parse(&shown, searcher.index()))),
                None => Action::Noted(Note::Stranger),
            });
        });
        move || drop(listener)
    });
    let address = url::print(&view.state, view.searcher.index());
    let shown = address.clone();
    use_after((address, view.state.history), |(address, history)| {
        if *history != History::Keep {
            browser::set_address(address, *history == History::Push);
        }
    });
    let corpus = words::of(&view.searcher.index().about().title, view.language()).to_string();
    let asked = view.state.query.trim().to_string();
    use_after(
        (corpus, asked, view.language()),
        |(corpus, asked, language)| {
            let title = if asked.is_empty() {
                format!("{corpus} — Frise")
            } else {
                format!("{asked} — {corpus} — Frise")
            };
            browser::describe(&title, words::pick(*language, "fr", "en"));
        },
    );
    use_after(shown, |shown| {
        browser::ask_shell("view", &[shown]);
    });
}

/// The title; where the header is left out, for those only who listen.
fn title(view: &View, class: &'static str) -> Html {
    let title = &view.searcher.index().about().title;
    element("h1", class, text(words::of(title, view.language())))
}

/// The title, the sentence, and the choice of language.
fn header(view: &View) -> Html {
    let about = view.searcher.index().about();
    let (other, name) = match view.language() {
        Tongue::French => (Tongue::English, "English"),
        Tongue::English => (Tongue::French, "Français"),
    };
    let action = Action::Spoken(other);
    html! {
        <header class="head">
            <a class="skip" href={format!("#{}", url::RESULTS)}>{ said(view, "Aller aux passages", "Skip to the passages") }</a>
            <div class="head-words">
                { title(view, "") }
                { element("p", "sentence", text(words::of(&about.sentence, view.language()))) }
            </div>
            <Share view={view.clone()} />
            <a class="language" lang={words::pick(other, "fr", "en")} hreflang={words::pick(other, "fr", "en")}
                href={view.address_after(&action)} onclick={view.follow(action)}>{ name }</a>
        </header>
    }
}

/// What the address asked for in vain.
fn notes(view: &View) -> Html {
    if view.state.notes.is_empty() {
        return html! {};
    }
    let note = |note| element("p", "", text(&words::note(note, view.language())));
    html! {
        <div class="notes" role="status">
            <div>{ for view.state.notes.iter().map(note) }</div>
            { button(view, "", Action::NotesClosed, said(view, "Compris", "Dismiss")) }
        </div>
    }
}

/// What [`Broken`] says.
#[derive(Clone, PartialEq, Properties)]
pub struct BrokenProps {
    /// Why the index could not be opened.
    pub message: String,
}

/// Stands in for the page where the index cannot be opened.
#[component]
pub fn Broken(props: &BrokenProps) -> Html {
    use_after((), |()| browser::describe("Frise", "fr"));
    html! {
        <main class="broken" role="alert">
            <h1>{ "Frise" }</h1>
            <p>{ "Le corpus de cette page est endommagé\u{a0}: la page ne peut pas s’ouvrir. Rechargez-la\u{a0}; si cela ne suffit pas, les textes restent lisibles sans elle." }</p>
            <p lang="en">{ "The corpus of this page is damaged, so it cannot be opened. Reload the page; if that does not help, the texts can be read without it." }</p>
            <p><a href="textes.html">{ "Les textes / The texts" }</a></p>
            <p class="detail" lang="en">{ &props.message }</p>
        </main>
    }
}

/// The dates that are held, in words; `None` where none are.
pub fn dates_phrase(view: &View) -> Option<String> {
    let filters = &view.state.filters;
    (filters.from.is_some() || filters.to.is_some())
        .then(|| bounds_phrase(filters.from, filters.to, view.language()))
}
