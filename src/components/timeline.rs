//! The timelines: documents at their dates, and lanes for who speaks and of what on the same axis, as pictures, tables or
//! sentences. What the search finds is lit; the rest stays as ground.
//!
//! All forms are made from one [`Scene`].

mod axis;
mod bars;
mod card;
mod cells;
mod cells_drawing;
mod columns;
mod document_names;
pub mod lane;
mod lanes;
mod legend;
mod marks;
mod mentions;
mod mentions_text;
mod packing;
mod saved;
pub mod scene;
mod sentences;
mod slot;
pub mod tables;
pub mod track;
mod zoom;

pub use bars::Bars;
pub use card::{Card, CardProps};
pub use lane::{has_any, title};
pub use marks::Marks;
pub use mentions::{Mentioned, MentionsProps};
pub use mentions_text::MentionsText;
pub use saved::{draw, saved_tables};
pub use sentences::Sentences;
pub use tables::Tables;
pub use zoom::{Zoom, zoomed};

use super::View;
use super::deferred::{Deferred, Later};
use crate::state::{Action, Presentation};
use crate::web;
use axis::{TimeAxis, Times};
use cells::Cells;
use lanes::{Lanes, UndatedLane};
use legend::Legend;
use mentions::Mentions;
use scene::{Scene, SceneProps};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Timeline`].
#[derive(Clone, PartialEq, Properties)]
pub struct TimelineProps {
    /// The page.
    pub view: View,
    /// The layout of the wall.
    pub scene: Rc<Scene>,
    /// Whether what stands below the wall is drawn.
    pub is_whole: bool,
    /// The dates that the texts speak of; `None` until they are drawn, or if there are none.
    pub mentioned: Option<Rc<Mentioned>>,
    /// What stands beside the picture.
    pub children: Html,
}

/// The timelines in the form that the reader has chosen.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let TimelineProps {
        view,
        scene,
        is_whole,
        mentioned,
        children,
    } = props;
    let props = || SceneProps {
        view: view.clone(),
        scene: scene.clone(),
    };
    let form = match view.state.presentation {
        Presentation::Picture if view.searcher.index().passages() == 0 => html! {},
        Presentation::Picture => html! {
            <Picture {view} {scene} is_whole={*is_whole}>{ children.clone() }</Picture>
        },
        Presentation::Table => html! { <Later {view} part={Deferred::Tables(props())} /> },
        Presentation::Sentence => html! { <Later {view} part={Deferred::Sentences(props())} /> },
    };
    let mentions = |mentioned: &Rc<Mentioned>| match view.state.presentation {
        Presentation::Picture => {
            html! { <Mentions {view} width={scene.width} letters={scene.letters} {mentioned} /> }
        }
        Presentation::Table | Presentation::Sentence => {
            let props = MentionsProps {
                view: view.clone(),
                width: scene.width,
                letters: scene.letters,
                mentioned: mentioned.clone(),
            };
            html! { <Later {view} part={Deferred::MentionsText(props)} /> }
        }
    };
    html! {
        <>
            { form }
            if let Some(mentioned) = mentioned {
                { mentions(mentioned) }
            }
        </>
    }
}

/// Props of [`Picture`].
#[derive(Clone, PartialEq, Properties)]
struct PictureProps {
    view: View,
    scene: Rc<Scene>,
    is_whole: bool,
    /// What stands beside the picture.
    children: Html,
}

/// The documents on their axis, and the lanes below.
#[component]
fn Picture(props: &PictureProps) -> Html {
    let PictureProps {
        view,
        scene,
        is_whole,
        children,
    } = props;
    let host = use_node_ref();
    // The listeners stay while the page changes, so that a gesture can go on.
    let latest = use_mut_ref(|| None);
    *latest.borrow_mut() = Some((view.clone(), scene.clone()));
    {
        let host = host.clone();
        use_effect_with((), move |()| {
            let watching = web::watch_gestures(&host, move |gesture| {
                let shown = latest.borrow().clone();
                let drawn = shown
                    .as_ref()
                    .and_then(|(view, scene)| zoom::by_gesture(view, scene, gesture));
                if let (Some((view, _)), Some(timelines)) = (shown, drawn) {
                    view.act.emit(Action::Drawing(timelines));
                }
            });
            move || drop(watching)
        });
    }
    // What follows pointers over the lanes comes with the first of them.
    let is_pointed_at = use_state_eq(|| false);
    let onpointerover = {
        let is_pointed_at = is_pointed_at.setter();
        Callback::from(move |_: PointerEvent| is_pointed_at.set(true))
    };
    html! {
        <>
            <Legend {view} />
            <div class="lane wall-row">
                <div class="lane-name wall-side">{ children.clone() }</div>
                <div ref={host}>
                    if scene.has_cells {
                        <Cells {view} {scene} />
                    } else {
                        <Later {view} part={Deferred::Bars(SceneProps { view: view.clone(), scene: scene.clone() })} />
                    }
                    if let Some(scale) = scene.axis_scale().cloned() {
                        <TimeAxis {view} {scale} width={scene.width} times={Times::Said} {scene} />
                    }
                </div>
            </div>
            if *is_whole {
                <div class="tracks" {onpointerover}>
                    <UndatedLane {view} {scene} />
                    for subject in view.state.timelines.subjects.iter().copied() {
                        <Lanes key={subject as usize} {view} {scene} {subject} />
                    }
                    if *is_pointed_at && scene.has_cells {
                        <Later {view} part={Deferred::Marks(SceneProps { view: view.clone(), scene: scene.clone() })} />
                    }
                </div>
            }
        </>
    }
}
