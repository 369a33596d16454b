//! Components that a first visit does without: they are compiled into a second file of the app, which the page loads when the
//! first of them is asked for.
//!
//! The build cuts the compiled app in two at [`draw`] (`wasm_split_helpers`): what nothing but that function needs is in the
//! second file. Both files have one memory, so that components of either are ordinary components.

use super::concordance::Concordance;
use super::lesson::Player;
use super::reader::Reader;
use super::score::{Terms, TermsProps};
use super::search::{Builder, Help};
use super::series::{Series, SeriesProps};
use super::share::{Panel, PanelProps};
use super::timeline::scene::SceneProps;
use super::timeline::{MentionsProps, MentionsText, Sentences, Tables};
use super::wall::SettingsParts;
use super::zero_results::ZeroResults;
use super::{View, ViewProps};
use futures_util::FutureExt;
use std::cell::Cell;
use wasm_split_helpers::wasm_split;
use yew::platform::spawn_local;
use yew::prelude::*;

/// A component of the second file, with its props.
#[derive(Clone, PartialEq)]
pub enum Deferred {
    /// The form that builds a query.
    Builder(ViewProps),
    /// The concordance.
    Concordance(ViewProps),
    /// The help of the search.
    Help(ViewProps),
    /// The dates that the texts speak of, as a table or a sentence.
    MentionsText(MentionsProps),
    /// A step of a lesson.
    Player(ViewProps),
    /// The text that is being read.
    Reader(ViewProps),
    /// The timelines as sentences.
    Sentences(SceneProps),
    /// Words over time.
    Series(SeriesProps),
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

/// Returns a component of the second file. Calls load the file first; outside of browsers there is nothing to load.
#[wasm_split(deferred, preload(load), fallible)]
fn draw(part: Deferred) -> Result<Html, LoadError> {
    Ok(match part {
        Deferred::Builder(props) => html! { <Builder ..props /> },
        Deferred::Concordance(props) => html! { <Concordance ..props /> },
        Deferred::Help(props) => html! { <Help ..props /> },
        Deferred::MentionsText(props) => html! { <MentionsText ..props /> },
        Deferred::Player(props) => html! { <Player ..props /> },
        Deferred::Reader(props) => html! { <Reader ..props /> },
        Deferred::Sentences(props) => html! { <Sentences ..props /> },
        Deferred::Series(props) => html! { <Series ..props /> },
        Deferred::Settings(props) => html! { <SettingsParts ..props /> },
        Deferred::Share(props) => html! { <Panel ..props /> },
        Deferred::Tables(props) => html! { <Tables ..props /> },
        Deferred::Terms(props) => html! { <Terms ..props /> },
        Deferred::ZeroResults(props) => html! { <ZeroResults ..props /> },
    })
}

/// The second file cannot be loaded.
struct LoadError;

impl From<wasm_split_helpers::SplitLoaderError> for LoadError {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> LoadError {
        LoadError
    }
}

thread_local! {
    /// Whether the second file is loaded.
    static IS_LOADED: Cell<bool> = const { Cell::new(!cfg!(target_family = "wasm")) };
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
    let has_failed = use_state(|| false);
    let redraw = use_force_update();
    let load = {
        let has_failed = has_failed.clone();
        use_callback((), move |(), ()| {
            let (has_failed, redraw) = (has_failed.clone(), redraw.clone());
            spawn_local(async move {
                let loaded = load().await;
                IS_LOADED.set(loaded.is_ok());
                has_failed.set(loaded.is_err());
                redraw.force_update();
            });
        })
    };
    {
        let load = load.clone();
        use_effect_with((), move |()| {
            if !IS_LOADED.get() {
                load.emit(());
            }
        });
    }
    let view = &props.view;
    // Loaded, the function answers at once.
    let drawn = IS_LOADED.get().then(|| draw(props.part.clone()).now_or_never());
    match drawn.flatten() {
        Some(Ok(drawn)) => drawn,
        _ if *has_failed => html! {
            <p class="later" role="alert">
                { view.pick("Cette partie de la page n’a pas pu être chargée. ", "This part of the page could not be loaded. ") }
                <button type="button" class="value" onclick={load.reform(|_: MouseEvent| ())}>
                    { view.pick("Réessayer", "Try again") }
                </button>
            </p>
        },
        _ => html! { <p class="later">{ view.pick("Un instant…", "One moment…") }</p> },
    }
}
