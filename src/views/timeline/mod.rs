//! The timelines: documents at their dates, lanes for who speaks and of what on the same axis, and the
//! same as tables and as sentences. What the search finds is lit, the rest stays as ground.
//!
//! All forms are made from one [`Scene`](scene::Scene).

mod axis;
mod bars;
mod cells;
mod drawing;
mod lanes;
mod mentions;
mod pixels;
pub mod save;
pub mod scene;
mod sentences;
mod settings;
pub mod tables;
mod zoom;

pub use axis::{bounds_phrase, ticks};
pub use drawing::Drawing;
pub use pixels::px;
pub use tables::{Cell, Table, one as one_table};

use super::View;
use super::series::{self, Series};
use crate::browser::{self, WidthWatch};
use crate::state::{Form, Part};
use crate::views::elements::classes;
use crate::views::hooks::{use_after, use_kept_if_other, use_made};
use crate::words;
use axis::{TimeAxis, Times};
use bars::Bars;
use cells::Cells;
use frise_markup::html;
use lanes::Lanes;
use mentions::{Mentioned, Mentions};
use scene::Scene;
use std::rc::Rc;
use yew::prelude::*;

/// The width that is drawn where there is no screen.
const NO_SCREEN: f64 = 900.0;

/// What the timelines are drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct TimelinesProps {
    /// What they are made from.
    pub view: View,
    /// Whether what stands below the wall is drawn yet.
    pub is_whole: bool,
}

/// The timelines, in the form that the reader has chosen. Nothing that has a width is drawn before the screen has been
/// measured: drawn twice, it would take twice the time, and move under the pointer.
#[component]
pub fn Timelines(props: &TimelinesProps) -> Html {
    let view = &props.view;
    let host = use_node_ref();
    let width = use_kept_if_other(|| (!browser::is_there()).then_some(NO_SCREEN));
    {
        let (host, width) = (host.clone(), width.clone());
        use_after((), move |()| {
            let watch = WidthWatch::of(&host, move |measured| {
                if measured > 0.0 {
                    width.set(Some(measured));
                }
            });
            move || drop(watch)
        });
    }
    let scene = {
        let timelines = view.state.timelines.clone();
        let view = view.clone();
        use_made((timelines, *width), move |(_, width)| {
            let drawn = |width| browser::timed("frise-scene", || Rc::new(Scene::of(&view, width)));
            width.map(drawn)
        })
    };
    let asked = (view.searcher.clone(), props.is_whole);
    let mentioned = use_made(asked, |(searcher, is_whole)| {
        is_whole
            .then(|| Mentioned::of(searcher).map(Rc::new))
            .flatten()
    });
    let class = classes(&[("wall", true), ("filtered", !view.state.is_unfiltered())]);
    html! {
        <section {class} style={["--width:", &px(width.unwrap_or(0.0))].concat()} aria-label={words::part(Part::Timelines, view.language())}>
            <div class="wall-head">{ settings::forms(view) }{ settings::settings(view, (*scene).as_ref().filter(|_| props.is_whole)) }</div>
            <div class="lane wall-row"><div class="lane-name"></div><div class="wall-host" ref={host}></div></div>
            { for (*scene).iter().map(|scene| drawn(view, scene, &mentioned, props.is_whole)) }
        </section>
    }
}

fn drawn(
    view: &View,
    scene: &Rc<Scene>,
    mentioned: &Option<Rc<Mentioned>>,
    is_whole: bool,
) -> Html {
    html! {
        <>
            { match view.state.form {
                Form::Picture => picture(view, scene, is_whole),
                Form::Table => tables::all(view, scene),
                Form::Sentence => sentences::list(view, scene),
            } }
            if is_whole {
                { for mentioned.iter().map(|mentioned| spoken_of(view, scene.width, mentioned.clone())) }
                { compared(view, scene) }
            }
        </>
    }
}

/// The times that the texts speak of, in the form that the reader has chosen.
fn spoken_of(view: &View, width: f64, mentioned: Rc<Mentioned>) -> Html {
    match view.state.form {
        Form::Picture => html! { <Mentions view={view.clone()} {width} {mentioned} /> },
        Form::Table => tables::one(view, mentions::table(view, &mentioned)),
        Form::Sentence => html! { <p>{ mentions::sentence(view, &mentioned) }</p> },
    }
}

/// The queries that are compared over time; nothing where no text has a date.
fn compared(view: &View, scene: &Scene) -> Html {
    let Some(axis) = scene.axis else {
        return html! {};
    };
    let bins = series::bins(view, &axis, scene.width, scene.is_whole);
    html! { <Series view={view.clone()} {axis} width={scene.width} {bins} /> }
}

fn picture(view: &View, scene: &Rc<Scene>, is_whole: bool) -> Html {
    if view.searcher.index().passages() == 0 {
        return html! {};
    }
    let subjects = &view.state.timelines.subjects;
    html! {
        <>
            <div class="lane wall-row">
                <div class="lane-name wall-side">{ settings::zoom(view, scene) }</div>
                <div>
                    if scene.has_cells { <Cells view={view.clone()} scene={scene.clone()} /> } else { <Bars view={view.clone()} scene={scene.clone()} /> }
                    if let Some(axis) = scene.axis { <TimeAxis view={view.clone()} {axis} width={scene.width} times={Times::Said} scene={scene.clone()} /> }
                </div>
            </div>
            if is_whole {
                { lanes::undated_lane(view, scene) }
                { for subjects.iter().map(|subject| html! { <Lanes key={*subject as usize} view={view.clone()} scene={scene.clone()} subject={*subject} /> }) }
            }
        </>
    }
}

/// What a part of the picture is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct SceneProps {
    /// What it is made from.
    pub view: View,
    /// Where things stand.
    pub scene: Rc<Scene>,
}
