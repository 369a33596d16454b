//! Where a reader is in a text: its sections with what is found in each, and the way to the passages found before and after.

use crate::components::View;
use crate::components::controls::ActionLink;
use crate::i18n;
use crate::state::Action;
use frise_index::IndexedDocument;
use frise_index::model::RunKind;
use std::ops::Range;
use yew::prelude::*;

/// The smallest number of sections that are worth a table of contents.
const FEWEST: usize = 3;

/// A section of a document.
struct Section {
    level: u8,
    title: String,
    passages: Range<u32>,
}

/// Returns the sections of a document, each from its heading to the next one, but for a heading that repeats the title.
fn sections(view: &View, document: &IndexedDocument) -> Vec<Section> {
    let index = view.searcher.index();
    let title = i18n::of(&document.metadata.title, view.language());
    let mut sections: Vec<Section> = Vec::new();
    for place in document.passages.clone() {
        for run in index.runs_of(place) {
            let RunKind::Heading(level) = run.kind else {
                continue;
            };
            let text: String = index.pieces(run).map(|piece| piece.text).collect();
            if text == title {
                continue;
            }
            if let Some(before) = sections.last_mut() {
                before.passages.end = place;
            }
            sections.push(Section {
                level,
                title: text,
                passages: place..document.passages.end,
            });
        }
    }
    sections
}

/// Returns the table of contents, folded; nothing for a text without sections.
pub fn table(view: &View, document: &IndexedDocument) -> Html {
    let sections = sections(view, document);
    if sections.len() < FEWEST {
        return html! {};
    }
    let is_asked = !view.state.is_unfiltered();
    let top = sections
        .iter()
        .map(|section| section.level)
        .min()
        .unwrap_or(1);
    let item = |section: &Section| {
        let found = view.answer.matched.count_within(&section.passages);
        let is_here = view
            .state
            .passage
            .is_some_and(|open| section.passages.contains(&open));
        let depth = (section.level - top).min(3);
        html! {
            <li class={format!("depth-{depth}")}>
                <ActionLink {view} action={Action::Opened(section.passages.start)} is_current={is_here}>
                    <bdi>{ &section.title }</bdi>
                </ActionLink>
                if is_asked && found > 0 {
                    { " " }
                    <b>{ i18n::number(found as usize, view.language()) }</b>
                }
            </li>
        }
    };
    html! {
        <details class="sections">
            <summary>{ view.pick("Sommaire", "Contents") }</summary>
            <ol>{ for sections.iter().map(item) }</ol>
        </details>
    }
}

/// Returns links to the passages found before and after the open one, in the order of time, and which of them is open; nothing
/// if nothing is looked for.
pub fn found_around(view: &View) -> Html {
    let Some(open) = view.state.passage.filter(|_| !view.state.is_unfiltered()) else {
        return html! {};
    };
    let matched = &view.answer.matched;
    let all = view.answer.passages.len();
    let before = matched.count_within(&(0..open)) as usize;
    let is_found = matched.contains(open);
    let last = matched.iter().take_while(|place| *place < open).last();
    let next = matched.iter().find(|place| *place > open);
    let link = |place: Option<u32>, sign: &'static str, label: &'static str| match place {
        Some(place) => html! {
            <ActionLink {view} action={Action::Opened(place)}>
                <span aria-hidden="true">{ sign }</span>
                <span class="unseen">{ label }</span>
            </ActionLink>
        },
        None => html! { <span class="ended" aria-hidden="true">{ sign }</span> },
    };
    let number = |count: usize| i18n::number(count, view.language());
    let which = if is_found {
        number(before + 1)
    } else {
        "–".to_string()
    };
    html! {
        <nav class="around" aria-label={view.pick("Passages trouvés", "Passages found")}>
            { link(last, "↑", view.pick("Passage trouvé précédent", "Previous passage found")) }
            <span>{ [&which, view.pick(" sur ", " of "), &number(all)].concat() }</span>
            { link(next, "↓", view.pick("Passage trouvé suivant", "Next passage found")) }
        </nav>
    }
}
