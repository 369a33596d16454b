//! Documents as blocks of cells, one for each passage; and their names, where documents stand side by
//! side.

use super::super::View;
use super::SceneProps;
use super::pixels::px;
use super::scene::{Columns, LEADER_HEIGHT, Scene, Slot};
use crate::state::{Action, Choice};
use crate::views::elements::classes;
use crate::words;
use frise_engine::corpus::{RunKind, Voice};
use frise_markup::html;
use yew::prelude::*;

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
    let height = columns.base + LEADER_HEIGHT;
    let blocks = scene.slots.iter().enumerate();
    html! {
        <div class="columns" style={["height:", &px(height), "px;--pitch:", &px(columns.pitch), "px"].concat()}>
            <svg class="cells" width={px(scene.width)} height={px(height)} tabindex="0" role="listbox" {onkeydown}
                aria-label={view.pick("Passages du corpus, dans l’ordre du temps", "Passages of the corpus, in order of time").to_string()}
                aria-activedescendant={["cell-", &at.to_string()].concat()}>
                { leaders(scene, columns) }
                { for blocks.map(|(place, slot)| block(view, columns, place, slot, at)) }
            </svg>
            { names(view, scene, |place| columns.base - columns.columns[place].top + LEADER_HEIGHT + 4.0) }
        </div>
    }
}

/// From each block to its date.
pub fn leaders(scene: &Scene, columns: &Columns) -> Html {
    let base = scene.base();
    let leader = |(slot, date): (&Slot, Option<(f64, f64)>)| {
        let (start, end) = date?;
        let date = px((start + end) / 2.0);
        Some(
            [
                "M",
                &px(slot.centre()),
                " ",
                &px(base),
                "v5L",
                &date,
                " ",
                &px(base + LEADER_HEIGHT - 5.0),
                "v5",
            ]
            .concat(),
        )
    };
    let dates = columns.columns.iter().map(|column| column.date);
    let path: String = scene.slots.iter().zip(dates).filter_map(leader).collect();
    html! { <path class="leader" d={path} /> }
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

fn block(view: &View, columns: &Columns, place: usize, slot: &Slot, at: u32) -> Html {
    let index = view.searcher.index();
    let metadata = &index.documents()[slot.document.unwrap_or(0)].metadata;
    let short = words::of(&metadata.short, view.language());
    let date = words::date(metadata.date.as_ref(), view.language());
    let cell = |(number, passage): (usize, u32)| {
        let (x, y) = columns.cell(place, slot, number);
        let lit = view.answer.matched.contains(passage);
        let open = view.state.passage == Some(passage);
        let label = [
            short,
            "\u{a0}§\u{a0}",
            &(number + 1).to_string(),
            ", ",
            &date,
        ]
        .concat();
        let place = ["translate(", &px(x), " ", &px(y), ")"].concat();
        let class = [
            "cell ",
            voice(view, passage).id(),
            if lit { " lit" } else { "" },
            if open { " open" } else { "" },
            if passage == at { " cursor" } else { "" },
        ]
        .concat();
        // What is clicked, and what is seen; styles give them their size, since there are many.
        html! {
            <g id={["cell-", &passage.to_string()].concat()} {class} role="option" aria-selected={lit.to_string()} transform={place}
                onclick={view.will(Action::Opened(passage))}>
                <title>{ label }</title><rect /><rect />
            </g>
        }
    };
    html! { <g>{ for slot.bin.passages.clone().enumerate().map(|(number, passage)| cell((number, passage))) }</g> }
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
