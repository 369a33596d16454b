//! The timelines as tables: by date, and for each subject against the slots of the scene.

use super::lane::{Lane, during, lanes, title};
use super::scene::{Cut, Scene, SceneProps};
use super::sentences;
use super::slot::Slot;
use crate::chart::{Cell, Table};
use crate::components::View;
use crate::components::summary::text::{counted_words, in_all};
use crate::components::table::DataTable;
use crate::i18n;
use crate::state::{Choice, Subject};
use frise_index::search::{Hit, PassageSet};
use std::ops::Range;
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
            if let Some(sentence) = sentences::axis(view, scene) {
                <p>{ sentence }</p>
            }
            if let Some(words) = counted_words(view) {
                <p>{ words }</p>
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

/// What stands in the words that a rate is counted in.
struct Frequencies {
    /// The occurrences of the words of the query, or of the evidence of the themes, by rising passage.
    hits: Vec<Hit>,
    /// The passages that pass the filters.
    passing: PassageSet,
}

impl Frequencies {
    /// Returns the occurrences that the concordance has too; `None` where neither words nor themes are asked for.
    fn of(view: &View) -> Option<Frequencies> {
        let (plan, filters) = (&view.answer.plan, &view.state.filters);
        let is_asked = plan.can_hit() || (!plan.has_words() && !filters.themes.is_empty());
        is_asked.then(|| Frequencies {
            hits: view
                .searcher
                .hits(&view.answer.matched, plan, &filters.themes),
            passing: view.searcher.passing(filters),
        })
    }

    /// Returns the occurrences in some passages, and the words of those of them that pass the filters.
    fn within(&self, view: &View, passages: &Range<u32>) -> (u32, u32) {
        let before = |passage: u32| self.hits.partition_point(|hit| hit.passage < passage);
        let hits = before(passages.end) - before(passages.start);
        let passing = passages
            .clone()
            .filter(|passage| self.passing.contains(*passage));
        let scope = view.answer.plan.scope();
        let words = passing.map(|passage| scope.words_of(view.searcher.index(), passage));
        (hits as u32, words.sum())
    }
}

fn by_time(view: &View, scene: &Scene) -> Table {
    let index = view.searcher.index();
    let frequencies = Frequencies::of(view);
    let counts = |passages: &Range<u32>, words: u32| {
        let found = view.answer.matched.count_within(passages);
        let mut cells = vec![Cell::Count(found), Cell::Count(passages.len() as u32)];
        match &frequencies {
            Some(frequencies) => {
                let (hits, words) = frequencies.within(view, passages);
                cells.extend([Cell::Count(hits), Cell::Count(words), rate(hits, words)]);
            }
            None => cells.extend([Cell::Count(words), rate(found, words)]),
        }
        cells
    };
    let row = |slot: &Slot| {
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
        row.extend(counts(&slot.bin.passages, slot.bin.words));
        row
    };
    let is_shown = |slot: &&Slot| !slot.bin.passages.is_empty();
    let mut rows: Vec<Vec<Cell>> = scene.slots.iter().filter(is_shown).map(row).collect();
    let mut head = vec!["Date".to_string()];
    if matches!(scene.cut, Cut::Documents(_)) {
        head.push("Document".to_string());
    }
    if !scene.undated.is_empty() && scene.axis.is_some() {
        let passages = scene.undated.clone();
        let scope = view.answer.plan.scope();
        let words = passages.map(|passage| scope.words_of(index, passage)).sum();
        let mut row = vec![Cell::Text {
            text: i18n::date(None, view.language()),
            date: None,
            choice: Some(Choice::Undated),
        }];
        row.resize(head.len(), Cell::text(""));
        row.extend(counts(&scene.undated, words));
        rows.push(row);
    }
    head.extend(heads(view, frequencies.is_some()).map(String::from));
    Table {
        caption: view.pick("Par date", "By date").to_string(),
        head,
        rows,
        foot: None,
    }
}

/// Returns the names of the columns of counts: the rate is that of the occurrences where there are any to count, and that of
/// the passages otherwise.
fn heads(view: &View, has_hits: bool) -> impl Iterator<Item = &str> {
    let found = view.pick("passages trouvés", "passages found");
    let passages = match view.state.filters.voices.is_empty() {
        true => "passages",
        false => view.pick("passages, toutes voix", "passages, any voice"),
    };
    let words = match has_hits && !view.state.filters.is_empty() {
        true => view.pick("mots, sous les filtres", "words, under the filters"),
        false => view.pick("mots", "words"),
    };
    let rate = match has_hits {
        true => view.pick(
            "occurrences pour 10\u{202f}000 mots",
            "occurrences per 10,000 words",
        ),
        false => view.pick(
            "passages trouvés pour 10\u{202f}000 mots",
            "passages found per 10,000 words",
        ),
    };
    let hits = has_hits.then_some("occurrences");
    [found, passages]
        .into_iter()
        .chain(hits)
        .chain([words, rate])
}

fn rate(count: u32, words: u32) -> Cell {
    Cell::Rate(match words {
        0 => 0.0,
        words => f64::from(count) * 10_000.0 / f64::from(words),
    })
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
        let mut found = lane.found(view);
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
            Cell::Count(found.count_within(&scene.in_view)),
            Cell::Count(lane.passages.count_within(&scene.in_view)),
        ]);
        row
    };
    let mut head = vec![title(subject, view.language()).to_string()];
    head.extend(columns.iter().map(|slot| slot.label(view)));
    head.extend(
        [
            view.pick("passages trouvés", "passages found"),
            in_all(view),
        ]
        .map(String::from),
    );
    Table {
        caption: during(view, scene, i18n::by(subject, view.language())),
        head,
        rows: lanes(&view.searcher, subject, view.language())
            .iter()
            .map(row)
            .collect(),
        foot: None,
    }
}
