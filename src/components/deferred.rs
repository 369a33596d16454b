//! Components that a first visit does without: they are compiled into a second file of the app, which the page loads when the
//! first of them is asked for.
//!
//! The build cuts the compiled app in two (`src/second_file.rs`): what nothing but [`Deferred::draw`] needs is in the second
//! file. Both files share one memory, so that components of either are ordinary components.

use super::app::{Notes, NotesProps};
use super::concordance::{Arrangement, Concordance};
use super::lesson::Player;
use super::reader::Reader;
use super::score::{Score, ScoreProps};
use super::search::{Builder, Completions, CompletionsProps, Help, QueryNotes};
use super::series::{Comparison, ComparisonProps};
use super::shards::{Shards, ShardsProps};
use super::share::{Panel, PanelProps};
use super::statements::{Accessibility, Privacy};
use super::summary::Chips;
use super::timeline::scene::SceneProps;
use super::timeline::{
    Bars, Card, CardProps, Marks, MentionsProps, MentionsText, Sentences, Tables,
};
use super::wall::Settings;
use super::zero_results::ZeroResults;
use super::{View, ViewProps};
use frise_index::search::{Searcher, Suggestion};
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use yew::platform::spawn_local;
use yew::prelude::*;

/// A component of the second file, with its props.
#[derive(Clone, PartialEq)]
pub enum Deferred {
    /// The statement on accessibility.
    Accessibility(ViewProps),
    /// How lines of the concordance are arranged.
    Arrangement(ViewProps),
    /// Passages over time, where there are too many for squares.
    Bars(SceneProps),
    /// The form that builds a query.
    Builder(ViewProps),
    /// The card of a passage.
    Card(CardProps),
    /// The filters in force.
    Chips(ViewProps),
    /// Queries compared over time.
    Comparison(ComparisonProps),
    /// The options of the list below the search box.
    Completions(CompletionsProps),
    /// The concordance.
    Concordance(ViewProps),
    /// The help of the search.
    Help(ViewProps),
    /// What follows pointers over the marks of lanes.
    Marks(SceneProps),
    /// The dates that the texts speak of, as a table or a sentence.
    MentionsText(MentionsProps),
    /// What was asked for and cannot be shown.
    Notes(NotesProps),
    /// A step of a lesson.
    Player(ViewProps),
    /// The statement on privacy.
    Privacy(ViewProps),
    /// The notes on the query.
    QueryNotes(ViewProps),
    /// The text that is being read.
    Reader(ViewProps),
    /// Why a passage is found.
    Score(ScoreProps),
    /// The timelines as sentences.
    Sentences(SceneProps),
    /// What can be changed of the wall.
    Settings(SceneProps),
    /// Links, frames and lessons to take away.
    Share(PanelProps),
    /// What is there of an index in shards.
    Shards(ShardsProps),
    /// The timelines as tables.
    Tables(SceneProps),
    /// What is offered when nothing is found.
    ZeroResults(ViewProps),
}

impl Deferred {
    /// Returns whether nothing needs to stand in the place of the component before it is there.
    fn is_small(&self) -> bool {
        matches!(
            self,
            Deferred::Arrangement(_)
                | Deferred::Card(_)
                | Deferred::Chips(_)
                | Deferred::Completions(_)
                | Deferred::Marks(_)
                | Deferred::Notes(_)
                | Deferred::QueryNotes(_)
                | Deferred::Score(_)
                | Deferred::Shards(_)
        )
    }

    /// Returns the component.
    fn draw(self) -> Html {
        match self {
            Deferred::Accessibility(props) => html! { <Accessibility ..props /> },
            Deferred::Arrangement(props) => html! { <Arrangement ..props /> },
            Deferred::Bars(props) => html! { <Bars ..props /> },
            Deferred::Builder(props) => html! { <Builder ..props /> },
            Deferred::Card(props) => html! { <Card ..props /> },
            Deferred::Chips(props) => html! { <Chips ..props /> },
            Deferred::Comparison(props) => html! { <Comparison ..props /> },
            Deferred::Completions(props) => html! { <Completions ..props /> },
            Deferred::Concordance(props) => html! { <Concordance ..props /> },
            Deferred::Help(props) => html! { <Help ..props /> },
            Deferred::Marks(props) => html! { <Marks ..props /> },
            Deferred::MentionsText(props) => html! { <MentionsText ..props /> },
            Deferred::Notes(props) => html! { <Notes ..props /> },
            Deferred::Player(props) => html! { <Player ..props /> },
            Deferred::Privacy(props) => html! { <Privacy ..props /> },
            Deferred::QueryNotes(props) => html! { <QueryNotes ..props /> },
            Deferred::Reader(props) => html! { <Reader ..props /> },
            Deferred::Score(props) => html! { <Score ..props /> },
            Deferred::Sentences(props) => html! { <Sentences ..props /> },
            Deferred::Settings(props) => html! { <Settings ..props /> },
            Deferred::Share(props) => html! { <Panel ..props /> },
            Deferred::Shards(props) => html! { <Shards ..props /> },
            Deferred::Tables(props) => html! { <Tables ..props /> },
            Deferred::ZeroResults(props) => html! { <ZeroResults ..props /> },
        }
    }
}

/// What the first file calls in the second.
#[derive(Clone, Copy)]
pub struct SecondFile {
    /// Draws a component.
    draw: fn(Deferred) -> Html,
    /// Completes a query, with at most so many suggestions.
    pub complete: fn(&Searcher, &str, usize) -> Vec<Suggestion>,
}

impl SecondFile {
    /// Returns the functions. Only the second file calls this where the app is cut in two.
    pub const fn linked() -> SecondFile {
        SecondFile {
            draw: Deferred::draw,
            complete: Searcher::complete,
        }
    }
}

/// Loads the second file and returns what is called in it; `None` if it cannot be loaded.
pub type Load = fn() -> Pin<Box<dyn Future<Output = Option<SecondFile>>>>;

/// The last attempt to load the second file.
#[derive(Clone, Copy, PartialEq)]
enum Attempt {
    /// There was none.
    Unmade,
    /// It is being loaded.
    Running,
    /// It is there, or could not be had.
    Over,
}

thread_local! {
    static ATTEMPT: Cell<Attempt> = const { Cell::new(Attempt::Unmade) };
    /// Who is waiting for it.
    static WAITING: RefCell<Vec<Callback<()>>> = const { RefCell::new(Vec::new()) };
    static LOAD: Cell<Option<Load>> = const { Cell::new(None) };
    /// The second file, once it is loaded. Only what is compiled for the web is cut in two.
    static SECOND_FILE: Cell<Option<SecondFile>> = const {
        Cell::new(if cfg!(target_family = "wasm") {
            None
        } else {
            Some(SecondFile::linked())
        })
    };
}

/// Sets how the second file is loaded.
pub fn load_deferred_by(load: Load) {
    LOAD.set(Some(load));
}

/// Returns the second file; `None` before it is loaded.
pub fn second_file() -> Option<SecondFile> {
    SECOND_FILE.get()
}

/// Returns whether the second file is loaded, so that drawing what is in it costs nothing more.
pub fn is_loaded() -> bool {
    second_file().is_some()
}

/// Has the second file loaded, and calls back when it is there or cannot be had, now or after another attempt.
fn ask_for_it(called_back: Callback<()>) {
    WAITING.with_borrow_mut(|waiting| waiting.push(called_back));
    if ATTEMPT.replace(Attempt::Running) == Attempt::Running {
        return;
    }
    spawn_local(async {
        let loaded = match LOAD.get() {
            Some(load) => load().await,
            None => None,
        };
        SECOND_FILE.set(loaded);
        ATTEMPT.set(Attempt::Over);
        // All of them, whichever asked: what fails stays until one of them asks again.
        let waiting = match is_loaded() {
            true => WAITING.take(),
            false => WAITING.with_borrow(Vec::clone),
        };
        waiting.iter().for_each(|callback| callback.emit(()));
    });
}

/// Has the second file loaded while it is wanted, and draws the component again when it is there. Returns what asks for it once
/// more.
#[hook]
pub fn use_second_file(is_wanted: bool) -> Callback<()> {
    let redraw = use_force_update();
    let ask = use_callback((), move |(), ()| {
        let redraw = redraw.clone();
        ask_for_it(Callback::from(move |()| redraw.force_update()));
    });
    {
        let ask = ask.clone();
        use_effect_with(is_wanted, move |is_wanted| {
            if *is_wanted && !is_loaded() {
                ask.emit(());
            }
        });
    }
    ask
}

/// Props of [`Later`].
#[derive(Clone, PartialEq, Properties)]
pub struct LaterProps {
    /// The component.
    pub part: Deferred,
    /// The page, for the language of what is said meanwhile.
    pub view: View,
    /// What stands in the place of a small component until it is there.
    #[prop_or_default]
    pub children: Html,
}

/// Draws a component of the second file, and loads the file for the first of them.
#[component]
pub fn Later(props: &LaterProps) -> Html {
    let ask = use_second_file(true);
    let view = &props.view;
    match second_file() {
        Some(second_file) => (second_file.draw)(props.part.clone()),
        // What is small or may be nothing appears when it is there.
        None if props.part.is_small() => props.children.clone(),
        None if ATTEMPT.get() == Attempt::Over => html! {
            <p class="later" role="alert">
                { view.pick("Cette partie de la page n’a pas pu être chargée. ", "This part of the page could not be loaded. ") }
                <button type="button" class="value" onclick={ask.reform(|_: MouseEvent| ())}>
                    { view.pick("Réessayer", "Try again") }
                </button>
            </p>
        },
        None => html! { <p class="later">{ view.pick("Un instant…", "One moment…") }</p> },
    }
}

/// Props of [`LaterFold`].
#[derive(Clone, PartialEq, Properties)]
pub struct LaterFoldProps {
    /// The page.
    pub view: View,
    /// The classes of the fold.
    #[prop_or_default]
    pub class: Classes,
    /// The label.
    pub summary: AttrValue,
    /// What is folded; `None` while it cannot be drawn yet.
    pub part: Option<Deferred>,
}

/// Draws a fold around a component of the second file, and loads the file when it is unfolded.
#[component]
pub fn LaterFold(props: &LaterFoldProps) -> Html {
    let LaterFoldProps {
        view,
        class,
        summary,
        part,
    } = props;
    let is_open = use_state(|| false);
    let ontoggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: Event| is_open.set(!*is_open))
    };
    html! {
        <details class={class.clone()} {ontoggle}>
            <summary>{ summary }</summary>
            if let (Some(part), true) = (part, *is_open || is_loaded()) {
                <Later {view} part={part.clone()} />
            }
        </details>
    }
}
