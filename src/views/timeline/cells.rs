//! Documents as blocks of cells, one for each passage; and their names, where documents stand side by
//! side.

use super::super::View;
use super::SceneProps;
use super::drawing::Drawing;
use super::pixels::{Path, px};
use super::scene::{Columns, LEADER_HEIGHT, Scene, Slot};
use crate::browser;
use crate::state::{Action, Choice};
use crate::views::elements::classes;
use crate::views::escaped::escaped;
use crate::views::hooks::use_kept;
use crate::words;
use frise_index::model::{RunKind, Voice};
use frise_markup::html;
use yew::prelude::*;

/// The cells: one stop of the Tab key, arrows move between passages, Enter opens.
#[component]
pub fn Cells(props: &SceneProps) -> Html {
    let SceneProps { view, scene } = props;
    let cursor = use_kept(|| 0u32);
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
    let height = columns.base + LEADER_HEIGHT;
    let onclick = {
        let act = view.act.clone();
        Callback::from(move |event: MouseEvent| {
            let pressed = browser::pressed_id(&event);
            let passage = pressed.strip_prefix(CELL).map(str::parse);
            if let Some(Ok(passage)) = passage {
                act.emit(Action::Opened(passage));
            }
        })
    };
    let mut drawing = Drawing::default();
    drawing.path("leader", leaders(scene, columns));
    draw(&mut drawing, view, scene, columns);
    let under_cursor = (0..)
        .zip(&scene.slots)
        .find(|(_, slot)| slot.bin.passages.contains(&at));
    let cursor = under_cursor.map(|(place, slot)| {
        let (x, y) = columns.cell(place, slot, (at - slot.bin.passages.start) as usize);
        let side = px(columns.side());
        html! { <rect class="cell-cursor" x={px(x)} y={px(y)} width={side.clone()} height={side} /> }
    });
    html! {
        <div class="columns" style={["height:", &px(height), "px;--pitch:", &px(columns.pitch), "px"].concat()}>
            <svg class="cells" width={px(scene.width)} height={px(height)} tabindex="0" role="listbox" {onkeydown} {onclick}
                aria-label={view.pick("Passages du corpus, dans l’ordre du temps", "Passages of the corpus, in order of time").to_string()}
                aria-activedescendant={[CELL, &at.to_string()].concat()}>
                { drawing.into_html() }
                { for cursor }
            </svg>
            { names(view, scene, |place| columns.base - columns.columns[place].top + LEADER_HEIGHT + 4.0) }
        </div>
    }
}

/// How the ids of cells begin, before the number of the passage.
const CELL: &str = "cell-";

/// From each block to its date.
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

/// The names of the documents, each so high above the axis, which filter by them.
pub fn names(view: &View, scene: &Scene, bottom: impl Fn(usize) -> f64) -> Html {
    let Some(columns) = scene.columns() else {
        return html! {};
    };
    let index = view.searcher.index();
    let name = |(place, slot): (usize, &Slot)| {
        let document = slot.document?;
        let metadata = &index.documents()[document].metadata;
        let width = columns.columns[place].name_width;
        let style = [
            "left:",
            &px(slot.centre() - width / 2.0),
            "px;width:",
            &px(width),
            "px;bottom:",
            &px(bottom(place)),
            "px",
        ]
        .concat();
        let choice = Choice::Document(document as u32);
        let held = view.state.holds(choice);
        Some(html! {
            <button type="button" class={classes(&[("column-name", true), ("held", held)])} {style} aria-pressed={held.to_string()} data-choice={choice.name(index)}
                title={words::of(&metadata.title, view.language()).to_string()} disabled={view.state.locks_choice(choice)} onclick={view.will(Action::Toggled(choice))}>
                <span>{ words::of(&metadata.short, view.language()) }</span>
                if let Some(date) = &metadata.date { <time datetime={date.to_string()}>{ date.earliest().ymd().0 }</time> }
            </button>
        })
    };
    html! { <>{ for scene.slots.iter().enumerate().filter_map(name) }</> }
}

/// The cells of all documents.
pub fn draw(drawing: &mut Drawing, view: &View, scene: &Scene, columns: &Columns) {
    let documents = view.searcher.index().documents();
    let side = columns.side();
    for (place, slot) in scene.slots.iter().enumerate() {
        let metadata = &documents[slot.document.unwrap_or(0)].metadata;
        let short = escaped(words::of(&metadata.short, view.language()));
        let date = escaped(&words::date(metadata.date.as_ref(), view.language()));
        for (number, passage) in slot.bin.passages.clone().enumerate() {
            let (x, y) = columns.cell(place, slot, number);
            let lit = view.answer.matched.contains(passage);
            let class = classes(&[
                ("cell", true),
                (voice(view, passage).id(), true),
                ("lit", lit),
                ("open", view.state.passage == Some(passage)),
            ]);
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

/// The voice that a cell shows: quoted before reported speech, and either before the text around it.
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
