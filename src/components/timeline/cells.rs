//! Cells: documents as blocks of cells, one for each passage; and the names of documents that stand side by side.

use super::card::{self, CardProps, Spot};
use super::cells_drawing::{CELL, draw, stems, threads};
use super::document_names::DocumentNames;
use super::scene::{FOOT, Scene, SceneProps};
use crate::chart::{Drawing, px};
use crate::components::deferred::{Deferred, Later};
use crate::components::hue::Hues;
use crate::state::Action;
use crate::web;
use yew::prelude::*;

/// The id of the picture, over which fingers are followed.
const ID: &str = "cases";
/// How far from a cell a finger may touch, so that blocks are targets of 24 CSS pixels at least.
const REACH: f64 = 24.0;

/// What a reader points at.
#[derive(Clone, Copy, Default, PartialEq)]
struct Pointed {
    /// The passage whose card is shown.
    passage: Option<u32>,
    /// Whether a finger points, which has no other way than a tap to see the card, and taps again to open the passage.
    by_touch: bool,
}

/// The cells: one stop of the Tab key, arrows move between passages, Enter opens. Pointing at a cell, or moving to it, shows its
/// card.
#[component]
pub fn Cells(props: &SceneProps) -> Html {
    let SceneProps { view, scene } = props;
    let cursor = use_state(|| 0u32);
    let pointed = use_state_eq(Pointed::default);
    let presses = use_mut_ref(String::new);
    let picture = use_memo((view.clone(), scene.clone()), |(view, scene)| {
        let mut drawing = Drawing::default();
        if let Some(columns) = scene.columns() {
            drawing.path("stem", stems(scene, columns));
            threads(&mut drawing, view, scene, columns);
            draw(&mut drawing, view, &Hues::of(view), scene, columns);
        }
        drawing.into_html()
    });
    use_effect_with(pointed.passage, |passage| web::light_passage(*passage));
    let Some(columns) = scene.columns() else {
        return html! {};
    };
    let first = scene
        .slots
        .first()
        .map_or(0, |slot| slot.bin.passages.start);
    let last = scene
        .slots
        .last()
        .map_or(0, |slot| slot.bin.passages.end.saturating_sub(1));
    let at = (*cursor).clamp(first, last.max(first));
    let (place, slot) = (0..)
        .zip(&scene.slots)
        .find(|(_, slot)| slot.bin.passages.contains(&at))
        .unzip();
    let across = place.map_or(1, |place: usize| columns.columns[place].across as u32);
    let point = {
        let pointed = pointed.clone();
        move |passage: Option<u32>, by_touch: bool| pointed.set(Pointed { passage, by_touch })
    };
    let onkeydown = {
        let (act, cursor, point) = (view.act.clone(), cursor.clone(), point.clone());
        let presses = presses.clone();
        Callback::from(move |event: KeyboardEvent| {
            presses.borrow_mut().clear();
            let to = match event.key().as_str() {
                "ArrowRight" => at.saturating_add(1),
                "ArrowLeft" => at.saturating_sub(1),
                "ArrowDown" => at.saturating_add(across),
                "ArrowUp" => at.saturating_sub(across),
                "Home" => first,
                "End" => last,
                "Escape" => return point(None, false),
                "Enter" | " " => {
                    event.prevent_default();
                    act.emit(Action::Opened(at));
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            let to = to.clamp(first, last.max(first));
            cursor.set(to);
            point(Some(to), false);
        })
    };
    let onclick = {
        let (act, cursor, point) = (view.act.clone(), cursor.clone(), point.clone());
        let (shown, presses) = (pointed.passage, presses.clone());
        let scene = scene.clone();
        Callback::from(move |event: MouseEvent| {
            let by_touch = *presses.borrow() == "touch";
            let touched = || nearest(&scene, web::mouse_offset(&event, ID)?);
            let passage = match by_touch {
                true => touched(),
                false => passage_of(&event),
            };
            match passage {
                Some(passage) if by_touch && shown != Some(passage) => {
                    cursor.set(passage);
                    point(Some(passage), true);
                }
                Some(passage) => {
                    cursor.set(passage);
                    act.emit(Action::Opened(passage));
                }
                None => point(None, false),
            }
        })
    };
    let onpointerdown = {
        let presses = presses.clone();
        Callback::from(move |event: PointerEvent| *presses.borrow_mut() = event.pointer_type())
    };
    let onpointerover = {
        let point = point.clone();
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() != "touch" {
                point(passage_of(&event), false);
            }
        })
    };
    let onpointerout = {
        let point = point.clone();
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() != "touch" {
                point(None, false);
            }
        })
    };
    let onfocusin = {
        let (point, presses) = (point.clone(), presses.clone());
        Callback::from(move |_: FocusEvent| {
            // The focus that a press brings is not a move to the cell of the keyboard.
            if presses.borrow().is_empty() {
                point(Some(at), false);
            }
        })
    };
    let go = {
        let (cursor, point) = (cursor.clone(), point.clone());
        Callback::from(move |passage: u32| {
            let passage = passage.clamp(first, last.max(first));
            cursor.set(passage);
            point(Some(passage), true);
        })
    };
    let onfocusout = Callback::from(move |_: FocusEvent| {
        presses.borrow_mut().clear();
        point(None, false);
    });
    let height = columns.base + FOOT;
    let ring = place.zip(slot).map(|(place, slot)| {
        let (x, y) = columns.cell(place, slot, (at - slot.bin.passages.start) as usize);
        let side = px(columns.side());
        html! { <rect class="cell-cursor" x={px(x)} y={px(y)} width={side.clone()} height={side} /> }
    });
    html! {
        <div class="columns" style={format!("height:{}px", px(height))}>
            <svg
                class="cells"
                id={ID}
                width={px(scene.width)}
                height={px(height)}
                tabindex="0"
                role="listbox"
                {onkeydown}
                {onclick}
                {onpointerdown}
                {onpointerover}
                {onpointerout}
                {onfocusin}
                {onfocusout}
                aria-label={view.pick("Passages du corpus, dans l’ordre du temps", "Passages of the corpus, in order of time")}
                aria-activedescendant={format!("{CELL}{at}")}
                aria-describedby={pointed.passage.map(|_| card::ID)}
            >
                { (*picture).clone() }
                { ring }
            </svg>
            <DocumentNames {view} {scene} />
            if let Some((passage, spot)) = pointed.passage.and_then(|passage| Some((passage, Spot::of_cell(scene, passage)?))) {
                <Later
                    {view}
                    part={Deferred::Card(CardProps {
                        view: view.clone(),
                        spot,
                        passage,
                        by_touch: pointed.by_touch,
                        go,
                    })}
                />
            }
        </div>
    }
}

/// Returns the passage of the cell that an event is about.
fn passage_of(event: &MouseEvent) -> Option<u32> {
    let id = web::pressed_id(event);
    id.strip_prefix(CELL)?.parse().ok()
}

/// Returns the passage whose cell is nearest to a place, as far as a finger reaches.
fn nearest(scene: &Scene, (x, y): (f64, f64)) -> Option<u32> {
    let columns = scene.columns()?;
    let half = columns.side() / 2.0;
    let slots = scene.slots.iter().enumerate();
    let cells = slots.flat_map(|(place, slot)| {
        let passages = slot.bin.passages.clone().enumerate();
        passages.map(move |(number, passage)| {
            let (left, top) = columns.cell(place, slot, number);
            ((left + half - x).hypot(top + half - y), passage)
        })
    });
    let (distance, passage) = cells.min_by(|a, b| a.0.total_cmp(&b.0))?;
    (distance <= REACH).then_some(passage)
}
