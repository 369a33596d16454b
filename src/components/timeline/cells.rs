//! Cells: documents as blocks of cells, one for each passage; and the names of documents that stand side by side.

use super::columns::Columns;
use super::scene::{LEADER_HEIGHT, Scene, SceneProps};
use crate::chart::{Drawing, Path, px};
use crate::components::View;
use crate::escape::escaped;
use crate::state::{Action, Choice};
use crate::{i18n, web};
use frise_index::model::{RunKind, Voice};
use std::rc::Rc;
use yew::prelude::*;

/// The prefix of the ids of cells, before the number of the passage.
const CELL: &str = "cell-";

/// The cells: one stop of the Tab key, arrows move between passages, Enter opens.
#[component]
pub fn Cells(props: &SceneProps) -> Html {
    let SceneProps { view, scene } = props;
    let cursor = use_state(|| 0u32);
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
    let onkeydown = {
        let (act, row) = (view.act.clone(), columns.cells_in_row as u32);
        let cursor = cursor.clone();
        Callback::from(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowRight" => at.saturating_add(1),
                "ArrowLeft" => at.saturating_sub(1),
                "ArrowDown" => at.saturating_add(row),
                "ArrowUp" => at.saturating_sub(row),
                "Home" => first,
                "End" => last,
                "Enter" | " " => {
                    event.prevent_default();
                    act.emit(Action::Opened(at));
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            cursor.set(to.clamp(first, last.max(first)));
        })
    };
    let onclick = {
        let act = view.act.clone();
        Callback::from(move |event: MouseEvent| {
            let pressed = web::pressed_id(&event);
            let passage = pressed.strip_prefix(CELL).map(str::parse);
            if let Some(Ok(passage)) = passage {
                act.emit(Action::Opened(passage));
            }
        })
    };
    let height = columns.base + LEADER_HEIGHT;
    let mut drawing = Drawing::default();
    drawing.path("leader", leaders(scene, columns));
    draw(&mut drawing, view, scene, columns);
    let under_cursor = (0..)
        .zip(&scene.slots)
        .find(|(_, slot)| slot.bin.passages.contains(&at));
    let corner = under_cursor
        .map(|(place, slot)| columns.cell(place, slot, (at - slot.bin.passages.start) as usize));
    let side = px(columns.side());
    let columns_above = columns.columns.iter();
    let bottoms: Vec<f64> = columns_above
        .map(|column| columns.base - column.top + LEADER_HEIGHT + 4.0)
        .collect();
    html! {
        <div class="columns" style={format!("height:{}px;--pitch:{}px", px(height), px(columns.pitch))}>
            <svg
                class="cells"
                width={px(scene.width)}
                height={px(height)}
                tabindex="0"
                role="listbox"
                {onkeydown}
                {onclick}
                aria-label={view.pick("Passages du corpus, dans l’ordre du temps", "Passages of the corpus, in order of time")}
                aria-activedescendant={format!("{CELL}{at}")}
            >
                { drawing.into_html() }
                if let Some((x, y)) = corner {
                    <rect class="cell-cursor" x={px(x)} y={px(y)} width={side.clone()} height={side} />
                }
            </svg>
            <DocumentNames {view} {scene} {bottoms} />
        </div>
    }
}

/// Returns the leaders from each block to its date.
pub fn leaders(scene: &Scene, columns: &Columns) -> Path {
    let mut path = Path::default();
    let base = scene.base();
    for (slot, column) in scene.slots.iter().zip(&columns.columns) {
        if let Some((start, end)) = column.date {
            path.upright(slot.centre(), base, 5.0);
            path.on((start + end) / 2.0, base + LEADER_HEIGHT - 5.0);
            path.upright((start + end) / 2.0, base + LEADER_HEIGHT - 5.0, 5.0);
        }
    }
    path
}

/// Props of [`DocumentNames`].
#[derive(Clone, PartialEq, Properties)]
pub struct DocumentNamesProps {
    /// The page.
    pub view: View,
    /// Where the documents stand.
    pub scene: Rc<Scene>,
    /// How high above the axis each name stands, in CSS pixels.
    pub bottoms: Vec<f64>,
}

/// The names of the documents, which filter by them; nothing if the documents do not stand side by side.
#[component]
pub fn DocumentNames(props: &DocumentNamesProps) -> Html {
    let DocumentNamesProps {
        view,
        scene,
        bottoms,
    } = props;
    let Some(columns) = scene.columns() else {
        return html! {};
    };
    let index = view.searcher.index();
    let slots = scene.slots.iter().zip(&columns.columns).zip(bottoms);
    let names = slots.filter_map(|((slot, column), bottom)| {
        let document = slot.document?;
        let metadata = &index.documents()[document].metadata;
        let width = column.name_width;
        let style = format!(
            "left:{}px;width:{}px;bottom:{}px",
            px(slot.centre() - width / 2.0),
            px(width),
            px(*bottom)
        );
        let choice = Choice::Document(document as u32);
        let is_held = view.state.holds(choice);
        Some(html! {
            <button
                type="button"
                class={classes!("column-name", is_held.then_some("held"))}
                {style}
                aria-pressed={is_held.to_string()}
                data-choice={choice.name(index)}
                title={i18n::of(&metadata.title, view.language()).to_string()}
                disabled={view.state.locks_choice(choice)}
                onclick={view.will(Action::Toggled(choice))}
            >
                <span>{ i18n::of(&metadata.short, view.language()) }</span>
                if let Some(date) = &metadata.date {
                    <time datetime={date.to_string()}>{ date.earliest().ymd().0 }</time>
                }
            </button>
        })
    });
    html! { <>{ for names }</> }
}

/// Draws the cells of all documents.
pub fn draw(drawing: &mut Drawing, view: &View, scene: &Scene, columns: &Columns) {
    let documents = view.searcher.index().documents();
    let side = columns.side();
    for (place, slot) in scene.slots.iter().enumerate() {
        let metadata = &documents[slot.document.unwrap_or(0)].metadata;
        let short = escaped(i18n::of(&metadata.short, view.language()));
        let date = escaped(&i18n::date(metadata.date.as_ref(), view.language()));
        for (number, passage) in slot.bin.passages.clone().enumerate() {
            let (x, y) = columns.cell(place, slot, number);
            let lit = view.answer.matched.contains(passage);
            let is_open = view.state.passage == Some(passage);
            let class = format!(
                "cell {}{}{}",
                voice(view, passage).id(),
                if lit { " lit" } else { "" },
                if is_open { " open" } else { "" }
            );
            drawing.rectangle(&class, x, y, side, side);
            drawing.push(&[" id=\"", CELL, &passage.to_string()]);
            drawing.push(&[
                "\" rx=\"1.5\" role=\"option\" aria-selected=\"",
                &lit.to_string(),
            ]);
            drawing.push(&[
                "\"><title>",
                &short,
                "\u{a0}§\u{a0}",
                &(number + 1).to_string(),
            ]);
            drawing.push(&[", ", &date, "</title></rect>"]);
        }
    }
}

/// Returns the voice that a cell shows: quoted before reported speech, and either before the text around it.
fn voice(view: &View, passage: u32) -> Voice {
    let rank = |voice: &Voice| {
        [Voice::Direct, Voice::Reported, Voice::Official]
            .iter()
            .position(|known| known == voice)
    };
    let runs = view.searcher.index().runs_of(passage).iter();
    let voices = runs.filter_map(|run| match run.kind {
        RunKind::Span(voice) => Some(voice),
        RunKind::Heading(_) => None,
    });
    voices
        .min_by_key(|voice| rank(voice).unwrap_or(usize::MAX))
        .unwrap_or(Voice::Narration)
}
