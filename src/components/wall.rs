//! The wall: the timelines, and below them words over time, in the form that the reader has chosen.

pub mod export;
mod head;
mod settings;

use super::View;
use super::deferred::{Deferred, LaterFold};
use super::series::{self, Series};
use super::timeline::scene::{Scene, SceneProps};
use super::timeline::{Mentioned, Timeline};
use super::width::use_width;
use crate::chart::px;
use crate::i18n;
use crate::state::Part;
use crate::web;
use frise_index::search::Scope;
use head::{Forms, ZoomButtons};
pub use settings::Settings;
use std::rc::Rc;
use yew::prelude::*;

/// The width of the sample of the reader's letters, 10 rem, where these have the usual size.
const SAMPLE: f64 = 160.0;

/// Props of [`Wall`].
#[derive(Clone, PartialEq, Properties)]
pub struct WallProps {
    /// The page.
    pub view: View,
    /// Whether what stands below the documents is drawn.
    pub is_whole: bool,
}

/// The wall. Nothing that has a width is drawn before the screen has been measured: drawn twice, it would take twice the time,
/// and move under the pointer. What is measured stands in the document before its [`Content`] is drawn.
#[component]
pub fn Wall(props: &WallProps) -> Html {
    let WallProps { view, is_whole } = props;
    let host = use_node_ref();
    let sample = use_node_ref();
    let class = classes!("wall", (!view.state.is_unfiltered()).then_some("filtered"));
    html! {
        <section {class} aria-label={i18n::part(Part::Timelines, view.language())}>
            <div class="lane wall-row">
                <div class="lane-name"></div>
                <div class="wall-host" ref={host.clone()}></div>
                <div class="letters" ref={sample.clone()}></div>
            </div>
            <Content {view} is_whole={*is_whole} {host} {sample} />
        </section>
    }
}

/// Props of [`Content`].
#[derive(Clone, PartialEq, Properties)]
struct ContentProps {
    view: View,
    is_whole: bool,
    /// What is as wide as the picture.
    host: NodeRef,
    /// A sample of the reader's letters, [`SAMPLE`] wide.
    sample: NodeRef,
}

/// What stands on the wall.
#[component]
fn Content(props: &ContentProps) -> Html {
    let ContentProps {
        view,
        is_whole,
        host,
        sample,
    } = props;
    let width = use_width(host);
    let letters = use_width(sample)
        .filter(|_| web::is_there())
        .map_or(1.0, |measured| measured / SAMPLE);
    let drawn = (
        view.state.timelines.clone(),
        Scope::of(&view.state.filters),
        width,
        letters,
    );
    let scene = use_memo(drawn, |(.., width, letters)| {
        let scene = |width| Rc::new(Scene::with_letters(view, width, *letters));
        width.map(|width| web::timed("frise-scene", || scene(width)))
    });
    let mentioned = use_memo(
        (view.searcher.clone(), *is_whole),
        |(searcher, is_whole)| {
            let mentioned = is_whole.then(|| Mentioned::of(searcher));
            mentioned.flatten().map(Rc::new)
        },
    );
    let latest = use_mut_ref(|| view.clone());
    latest.replace(view.clone());
    use_effect_with((), move |()| {
        let watching = web::watch_passages(move |choice| latest.borrow().passages_of(choice));
        move || drop(watching)
    });
    let scene_when_whole = (*scene).clone().filter(|_| *is_whole);
    let settings = scene_when_whole.map(|scene| {
        Deferred::Settings(SceneProps {
            view: view.clone(),
            scene,
        })
    });
    html! {
        <div class="wall-sheet" style={format!("--width:{}", px(width.unwrap_or(0.0)))}>
            <div class="wall-head">
                <Forms {view} />
                <LaterFold
                    {view}
                    class="settings"
                    summary={view.pick("Régler et enregistrer", "Adjust and save")}
                    part={settings}
                />
            </div>
            if let Some(scene) = &*scene {
                <Timeline {view} {scene} is_whole={*is_whole} mentioned={(*mentioned).clone()}>
                    <ZoomButtons {view} {scene} />
                </Timeline>
                if let (Some(scale), true) = (scene.scale.clone(), *is_whole) {
                    <Series
                        {view}
                        bins={series::bins(view, &scale.axis(), scene.width, scene.is_whole)}
                        {scale}
                        width={scene.width}
                        letters={scene.letters}
                    />
                }
            }
        </div>
    }
}
