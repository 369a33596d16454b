//! The timelines as tables: by date, and for each subject against the slots of the scene.

use super::lane::{Lane, lanes, title};
use super::scene::{Cut, Scene, SceneProps};
use super::sentences;
use super::slot::Slot;
use crate::chart::{Cell, Table};
use crate::components::View;
use crate::components::table::DataTable;
use crate::i18n;
use crate::state::{Choice, Subject};
use std::rc::Rc;
use yew::prelude::*;

/// The largest number of slots that are columns of a table. With more, the table has sums only.
const MOST_COLUMNS: usize = 12;

/// The tables of the timelines.
#[component]
pub fn Tables(props: &SceneProps) -> Html {
    let SceneProps { view, scene } = props;
    html! {
        <div class="tables">
            if let Some(sentence) = sentences::folded(view, scene) {
                <p>{ sentence }</p>
            }
            for table in tables(view, scene).into_iter().map(Rc::new) {
                <DataTable key={table.caption.clone()} {view} table={&table} />
            }
        </div>
    }
}

/// Returns the tables of the timelines that are shown.
pub fn tables(view: &View, scene: &Scene) -> Vec<Table> {
    let mut tables = vec![by_time(view, scene)];
    for subject in &view.state.timelines.subjects {
        tables.push(crossed(view, scene, *subject));
    }
    tables.retain(|table| !table.rows.is_empty());
    tables
}

fn by_time(view: &View, scene: &Scene) -> Table {
    let matched = &view.answer.matched;
    let index = view.searcher.index();
    let row = |slot: &Slot| {
        let found = matched.count_within(&slot.bin.passages);
        let mut row = Vec::new();
        match slot.document {
            Some(document) => {
                let metadata = &index.documents()[document].metadata;
                row.push(Cell::Text {
                    text: i18n::date(metadata.date.as_ref(), view.language()),
                    date: metadata.date.map(|date| date.interchange()),
                    choice: None,
                });
                row.push(Cell::Text {
                    text: i18n::of(&metadata.short, view.language()).to_string(),
                    date: None,
                    choice: Some(Choice::Document(document as u32)),
                });
            }
            None => row.push(Cell::Text {
                text: slot.label(view),
                date: Some([slot.bin.from.to_string(), slot.bin.to.to_string()].join("/")),
                choice: None,
            }),
        }
        row.extend([
            Cell::Count(found),
            Cell::Count(slot.bin.passages.len() as u32),
            Cell::Count(slot.bin.words),
            Cell::Rate(slot.bin.rate(found)),
        ]);
        row
    };
    let is_shown = |slot: &&Slot| !slot.bin.passages.is_empty();
    let mut rows: Vec<Vec<Cell>> = scene.slots.iter().filter(is_shown).map(row).collect();
    let mut head = vec!["Date".to_string()];
    if matches!(scene.cut, Cut::Documents(_)) {
        head.push("Document".to_string());
    }
    if !scene.undated.is_empty() && scene.axis.is_some() {
        let found = matched.count_within(&scene.undated);
        let words: u32 = scene
            .undated
            .clone()
            .map(|passage| index.words_of(passage))
            .sum();
        let rate = match words {
            0 => 0.0,
            words => f64::from(found) * 10_000.0 / f64::from(words),
        };
        let mut row = vec![Cell::Text {
            text: i18n::date(None, view.language()),
            date: None,
            choice: Some(Choice::Undated),
        }];
        row.resize(head.len(), Cell::text(""));
        row.extend([
            Cell::Count(found),
            Cell::Count(scene.undated.len() as u32),
            Cell::Count(words),
            Cell::Rate(rate),
        ]);
        rows.push(row);
    }
    let names = [
        view.pick("trouvés", "found"),
        "passages",
        view.pick("mots", "words"),
        view.pick("trouvés pour 10\u{202f}000 mots", "found per 10,000 words"),
    ];
    head.extend(names.map(String::from));
    Table {
        caption: view.pick("Par date", "By date").to_string(),
        head,
        rows,
        foot: None,
    }
}

fn crossed(view: &View, scene: &Scene, subject: Subject) -> Table {
    let matched = &view.answer.matched;
    let filled: Vec<&Slot> = scene
        .slots
        .iter()
        .filter(|slot| !slot.bin.passages.is_empty())
        .collect();
    let columns: &[&Slot] = if filled.len() > MOST_COLUMNS || subject == Subject::Documents {
        &[]
    } else {
        &filled
    };
    let row = |lane: &Lane| {
        let mut found = lane.passages.clone();
        found.intersect(matched);
        let mut row = vec![Cell::Text {
            text: lane.label.clone(),
            date: None,
            choice: lane.choice,
        }];
        row.extend(
            columns
                .iter()
                .map(|slot| Cell::Count(found.count_within(&slot.bin.passages))),
        );
        row.extend([
            Cell::Count(found.count()),
            Cell::Count(lane.passages.count()),
        ]);
        row
    };
    let mut head = vec![title(subject, view.language()).to_string()];
    head.extend(columns.iter().map(|slot| slot.label(view)));
    head.extend(
        [
            view.pick("trouvés", "found"),
            view.pick("en tout", "in all"),
        ]
        .map(String::from),
    );
    Table {
        caption: i18n::by(subject, view.language()).to_string(),
        head,
        rows: lanes(&view.searcher, subject, view.language())
            .iter()
            .map(row)
            .collect(),
        foot: None,
    }
}
