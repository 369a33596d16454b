//! Bars: passages counted over time, what is found before what there is. The bars are one stop of the Tab key: arrows move from
//! bar to bar, Enter filters by the time of a bar, and a line below says what the bar counts.

use super::document_names::DocumentNames;
use super::scene::{BAR_HEIGHT, Scene, SceneProps};
use super::{sentences, slot::Slot};
use crate::chart::{Drawing, Path, px};
use crate::components::View;
use crate::state::{Action, Choice, Measure};
use crate::{i18n, web};
use std::rc::Rc;
use yew::prelude::*;

/// The id of the picture, over which pointers are followed.
const ID: &str = "barres";

/// The bars.
#[component]
pub fn Bars(props: &SceneProps) -> Html {
    let SceneProps { view, scene } = props;
    let current = use_state(|| Option::<usize>::None);
    let at = current.filter(|place| *place < scene.slots.len());
    let measure = view.state.timelines.measure;
    let (drawing, highest) = bars(view, scene, measure);
    let under = {
        let scene = scene.clone();
        move |event: &PointerEvent| {
            let x = web::pointer_share(event, ID)? * scene.width;
            scene
                .slots
                .iter()
                .position(|slot| x >= slot.left - 1.0 && x < slot.left + slot.width + 1.0)
        }
    };
    let onpointermove = {
        let (current, under) = (current.clone(), under.clone());
        Callback::from(move |event: PointerEvent| current.set(under(&event)))
    };
    let onpointerup = {
        let (view, scene) = (view.clone(), scene.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some(slot) = under(&event).map(|place| &scene.slots[place]) {
                view.act.emit(filter_by(slot));
            }
        })
    };
    let onkeydown = keys(view, scene, &current);
    let description = at.map(|place| describe(view, &scene.slots[place]));
    let value = description.clone().unwrap_or_else(|| {
        view.pick(
            "Flèches\u{a0}: d’une barre à l’autre. Entrée\u{a0}: n’en garder que le temps.",
            "Arrows: from bar to bar. Enter: keep its time only.",
        )
        .to_string()
    });
    html! {
        <>
            if let Some(said) = sentences::unordered(view, scene) {
                <p class="series-note">{ said }</p>
            }
            <div class="columns" style={format!("height:{}px", px(scene.height()))}>
                <svg
                    class="bars"
                    id={ID}
                    width={px(scene.width)}
                    height={px(scene.height())}
                    tabindex="0"
                    role="slider"
                    {onpointermove}
                    {onpointerup}
                    {onkeydown}
                    aria-label={view.pick("Passages dans le temps", "Passages over time")}
                    aria-valuemin="0"
                    aria-valuemax={scene.slots.len().saturating_sub(1).to_string()}
                    aria-valuenow={at.unwrap_or(0).to_string()}
                    aria-valuetext={value}
                >
                    if let Some(slot) = at.map(|place| &scene.slots[place]) {
                        <rect
                            class="bar-cursor"
                            x={px(slot.left - 1.0)}
                            y={px(scene.base() - BAR_HEIGHT)}
                            width={px(slot.width + 2.0)}
                            height={px(BAR_HEIGHT)}
                        />
                    }
                    { drawing.into_html() }
                </svg>
                <DocumentNames {view} {scene} />
                <p class="bar-said" aria-hidden="true">{ description.unwrap_or(highest) }</p>
            </div>
        </>
    }
}

/// Returns the action that filters by what a bar stands for.
fn filter_by(slot: &Slot) -> Action {
    match slot.document {
        Some(document) => Action::Toggled(Choice::Document(document as u32)),
        None => Action::Bounded(Some(slot.bin.from), Some(slot.bin.to)),
    }
}

fn keys(
    view: &View,
    scene: &Rc<Scene>,
    current: &UseStateHandle<Option<usize>>,
) -> Callback<KeyboardEvent> {
    let (view, scene, current) = (view.clone(), scene.clone(), current.clone());
    Callback::from(move |event: KeyboardEvent| {
        let last = scene.slots.len().saturating_sub(1);
        let to = match (event.key().as_str(), *current) {
            ("Home", _) | ("ArrowRight", None) => 0,
            ("End", _) | ("ArrowLeft", None) => last,
            ("ArrowRight", Some(at)) => at + 1,
            ("ArrowLeft", Some(at)) => at.saturating_sub(1),
            ("PageUp", at) => at.unwrap_or(0) + 10,
            ("PageDown", at) => at.unwrap_or(0).saturating_sub(10),
            ("Enter" | " ", Some(at)) => {
                event.prevent_default();
                if let Some(slot) = scene.slots.get(at) {
                    view.act.emit(filter_by(slot));
                }
                return;
            }
            ("Escape", _) => {
                current.set(None);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        current.set(Some(to.min(last)));
    })
}

/// Returns the bars, all passages behind what is found, and what the highest bar counts.
pub fn bars(view: &View, scene: &Scene, measure: Measure) -> (Drawing, String) {
    let matched = &view.answer.matched;
    let all = |slot: &Slot| slot.bin.passages.len() as u32;
    let found = |slot: &Slot| matched.count_within(&slot.bin.passages);
    // A rate of all passages would be the same everywhere, and is not drawn.
    let ground_count = |slot: &Slot| match measure {
        Measure::Count => all(slot),
        Measure::Rate => found(slot),
    };
    let highest = scene
        .slots
        .iter()
        .map(|slot| slot.measured(ground_count(slot), measure))
        .fold(0.0, f64::max);
    let (mut ground, mut lit) = (Path::default(), Path::default());
    let base = scene.base();
    for slot in &scene.slots {
        let bar = |path: &mut Path, count: u32| {
            let height = slot.measured(count, measure) / highest * (BAR_HEIGHT - 14.0);
            if height > 0.0 {
                path.bar(slot.left, base - height.max(1.0), slot.width, base);
            }
        };
        if measure == Measure::Count {
            bar(&mut ground, all(slot));
        }
        bar(&mut lit, found(slot));
    }
    let mut line = Path::default();
    line.line(0.0, base, scene.width);
    let mut drawing = Drawing::default();
    drawing.path("ground", ground);
    drawing.path("lit", lit);
    drawing.path("axis-line", line);
    (drawing, i18n::highest(highest, measure, view.language()))
}

/// Returns what a bar counts, in words.
pub fn describe(view: &View, slot: &Slot) -> String {
    let found = view.answer.matched.count_within(&slot.bin.passages);
    i18n::bin(
        &slot.label(view),
        found as usize,
        slot.bin.passages.len(),
        slot.bin.rate(found),
        slot.bin.words as usize,
        view.language(),
    )
}
