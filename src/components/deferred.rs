//! Components that a first visit does without: they are compiled into a second file of the app, which the page loads when the
//! first of them is asked for.
//!
//! The build cuts the compiled app in two (`src/second_file.rs`): what nothing but [`Deferred::draw`] needs is in the second
//! file. Both files share one memory, so that components of either are ordinary components.

use super::app::{Notes, NotesProps};
use super::concordance::{Arrangement, Concordance};
use super::lesson::Player;
use super::reader::Reader;
use super::score::{Terms, TermsProps};
use super::search::{Builder, Completions, CompletionsProps, Help, QueryNotes};
use super::series::{Comparison, ComparisonProps};
use super::share::{Panel, PanelProps};
use super::timeline::scene::SceneProps;
use super::timeline::{Bars, Card, CardProps, MentionsProps, MentionsText, Sentences, Tables};
use super::wall::SettingsParts;
use super::zero_results::ZeroResults;
use super::{View, ViewProps};
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use yew::platform::spawn_local;
use yew::prelude::*;

/// A component of the second file, with its props.
#[derive(Clone, PartialEq)]
pub enum Deferred {
    /// How lines of the concordance are arranged.
    Arrangement(ViewProps),
    /// Passages over time, where there are too many for squares.
    Bars(SceneProps),
    /// The form that builds a query.
    Builder(ViewProps),
    /// The card of a passage.
    Card(CardProps),
    /// Queries compared over time.
    Comparison(ComparisonProps),
    /// The options of the list below the search box.
    Completions(CompletionsProps),
    /// The concordance.
    Concordance(ViewProps),
    /// The help of the search.
    Help(ViewProps),
    /// The dates that the texts speak of, as a table or a sentence.
    MentionsText(MentionsProps),
    /// What was asked for in vain.
    Notes(NotesProps),
    /// A step of a lesson.
    Player(ViewProps),
    /// What is told of the query.
    QueryNotes(ViewProps),
    /// The text that is being read.
    Reader(ViewProps),
    /// The timelines as sentences.
    Sentences(SceneProps),
    /// What can be changed of the wall.
    Settings(SceneProps),
    /// Links, frames and lessons to take away.
    Share(PanelProps),
    /// The timelines as tables.
    Tables(SceneProps),
    /// The terms of a score.
    Terms(TermsProps),
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
                | Deferred::Completions(_)
                | Deferred::Notes(_)
                | Deferred::QueryNotes(_)
        )
    }

    /// Returns the component. Only the second file calls this where the app is cut in two.
    pub fn draw(self) -> Html {
        match self {
            Deferred::Arrangement(props) => html! { <Arrangement ..props /> },
            Deferred::Bars(props) => html! { <Bars ..props /> },
            Deferred::Builder(props) => html! { <Builder ..props /> },
            Deferred::Card(props) => html! { <Card ..props /> },
            Deferred::Comparison(props) => html! { <Comparison ..props /> },
            Deferred::Completions(props) => html! { <Completions ..props /> },
            Deferred::Concordance(props) => html! { <Concordance ..props /> },
            Deferred::Help(props) => html! { <Help ..props /> },
            Deferred::MentionsText(props) => html! { <MentionsText ..props /> },
            Deferred::Notes(props) => html! { <Notes ..props /> },
            Deferred::Player(props) => html! { <Player ..props /> },
            Deferred::QueryNotes(props) => html! { <QueryNotes ..props /> },
            Deferred::Reader(props) => html! { <Reader ..props /> },
            Deferred::Sentences(props) => html! { <Sentences ..props /> },
            Deferred::Settings(props) => html! { <SettingsParts ..props /> },
            Deferred::Share(props) => html! { <Panel ..props /> },
            Deferred::Tables(props) => html! { <Tables ..props /> },
            Deferred::Terms(props) => html! { <Terms ..props /> },
            Deferred::ZeroResults(props) => html! { <ZeroResults ..props /> },
        }
    }
}

/// Draws a component of the second file.
pub type Draw = fn(Deferred) -> Html;

/// Loads the second file and returns what draws its components; `None` if it cannot be loaded.
pub type Load = fn() -> Pin<Box<dyn Future<Output = Option<Draw>>>>;

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
    /// What draws the components, once the second file is loaded. Only what is compiled for the web is cut in two.
    static DRAW: Cell<Option<Draw>> = const {
        Cell::new(if cfg!(target_family = "wasm") {
            None
        } else {
            Some(Deferred::draw)
        })
    };
}

/// Sets how the second file is loaded.
pub fn load_deferred_by(load: Load) {
    LOAD.set(Some(load));
}

/// Returns whether the second file is loaded, so that drawing what is in it costs nothing more.
pub fn is_loaded() -> bool {
    DRAW.get().is_some()
}

/// Has the second file loaded, and calls back when it is there or cannot be had, now or after another attempt.
fn ask_for_it(called_back: Callback<()>) {
    WAITING.with_borrow_mut(|waiting| waiting.push(called_back));
    if ATTEMPT.replace(Attempt::Running) == Attempt::Running {
        return;
    }
    spawn_local(async {
        let draw = match LOAD.get() {
            Some(load) => load().await,
            None => None,
        };
        DRAW.set(draw);
        ATTEMPT.set(Attempt::Over);
        // All of them, whichever asked: what fails stays until one of them asks again.
        let waiting = match is_loaded() {
            true => WAITING.take(),
            false => WAITING.with_borrow(Vec::clone),
        };
        waiting.iter().for_each(|callback| callback.emit(()));
    });
}

/// Props of [`Later`].
#[derive(Clone, PartialEq, Properties)]
pub struct LaterProps {
    /// The component.
    pub part: Deferred,
    /// The page, for the language of what is said meanwhile.
    pub view: View,
}

/// Draws a component of the second file, and loads the file for the first of them.
#[component]
pub fn Later(props: &LaterProps) -> Html {
    let redraw = use_force_update();
    let ask = use_callback((), move |(), ()| {
        let redraw = redraw.clone();
        ask_for_it(Callback::from(move |()| redraw.force_update()));
    });
    {
        let ask = ask.clone();
        use_effect_with((), move |()| {
            if !is_loaded() {
                ask.emit(());
            }
        });
    }
    let view = &props.view;
    match DRAW.get() {
        Some(draw) => draw(props.part.clone()),
        // What is small or may be nothing appears when it is there.
        None if props.part.is_small() => html! {},
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
