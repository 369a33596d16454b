//! The timelines as tables: by time, and for each subject against the slots of the scene. A column can
//! be sorted, and a table copied; what is saved as CSV is the same.

use super::super::View;
use super::super::elements::copier;
use super::lanes::{Lane, lanes, title};
use super::scene::{Cut, Scene, Slot};
use super::sentences::label;
use crate::state::{Action, Choice, Subject};
use crate::views::hooks::use_kept;
use crate::{browser, words};
use frise_markup::html;
use std::rc::Rc;
use yew::prelude::*;

/// How many columns of slots a table has at most; beyond, only the sums are given.
const MOST_COLUMNS: usize = 12;
/// How many rows are shown before the rest is asked for.
const MOST_ROWS: usize = 100;

/// A table, before it is HTML or CSV.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it is.
    pub caption: String,
    /// The names of its columns.
    pub head: Vec<String>,
    /// Its rows, of as many cells.
    pub rows: Vec<Vec<Cell>>,
    /// What all rows make together, which stays below them however they are sorted.
    pub foot: Option<Vec<Cell>>,
}

/// What stands in a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words, which may be a date that EDTF writes so, and may filter.
    Text {
        /// The words.
        text: String,
        /// The same as EDTF.
        date: Option<String>,
        /// What they filter by.
        choice: Option<Choice>,
    },
    /// A count.
    Count(u32),
    /// A rate, to a tenth.
    Rate(f64),
}

impl Cell {
    /// Plain words.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell::Text {
            text: text.into(),
            date: None,
            choice: None,
        }
    }

    /// What sorts it among numbers.
    fn number(&self) -> Option<u64> {
        match self {
            Cell::Text { .. } => None,
            Cell::Count(count) => Some(u64::from(*count) * 10),
            Cell::Rate(rate) => Some((rate * 10.0).round() as u64),
        }
    }
}

/// All tables of the page.
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
                    text: words::date(metadata.date.as_ref(), view.language()),
                    date: metadata.date.map(|date| date.to_string()),
                    choice: None,
                });
                row.push(Cell::Text {
                    text: words::of(&metadata.short, view.language()).to_string(),
                    date: None,
                    choice: Some(Choice::Document(document as u32)),
                });
            }
            None => row.push(Cell::Text {
                text: label(view, scene, slot),
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
            text: words::date(None, view.language()),
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
        view.pick("passages", "passages"),
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
    head.extend(columns.iter().map(|slot| label(view, scene, slot)));
    head.extend(
        [
            view.pick("trouvés", "found"),
            view.pick("en tout", "in all"),
        ]
        .map(String::from),
    );
    Table {
        caption: words::by(subject, view.language()).to_string(),
        head,
        rows: lanes(&view.searcher, subject, view.language())
            .iter()
            .map(row)
            .collect(),
        foot: None,
    }
}

/// The tables as HTML.
pub fn all(view: &View, scene: &Scene) -> Html {
    let tables = tables(view, scene).into_iter();
    html! { <div class="tables">{ for tables.map(|table| one(view, table)) }</div> }
}

/// A table as HTML.
pub fn one(view: &View, table: Table) -> Html {
    let key = table.caption.clone();
    html! { <TableView {key} view={view.clone()} table={Rc::new(table)} /> }
}

/// What a table is shown from.
#[derive(Clone, PartialEq, Properties)]
pub struct TableProps {
    /// For language and filters.
    pub view: View,
    /// The table.
    pub table: Rc<Table>,
}

/// The column that sorts, and whether downwards; whether all rows are shown.
#[derive(Clone, Copy, Default, PartialEq)]
struct Handling {
    sorted: Option<(usize, bool)>,
    unfolded: bool,
}

/// A table that can be sorted and copied.
#[component]
pub fn TableView(props: &TableProps) -> Html {
    let TableProps { view, table } = props;
    let handling = use_kept(Handling::default);
    let mut rows: Vec<&Vec<Cell>> = table.rows.iter().collect();
    if let Some((column, downwards)) = handling.sorted {
        sort(&mut rows, column, downwards);
    }
    let hidden = if handling.unfolded {
        0
    } else {
        rows.len().saturating_sub(MOST_ROWS)
    };
    rows.truncate(table.rows.len() - hidden);
    let is_figure = |column: usize| {
        table
            .rows
            .first()
            .is_some_and(|row| row.get(column).is_some_and(|cell| cell.number().is_some()))
    };
    let head = |(column, name): (usize, &String)| {
        let sorted = handling.sorted.filter(|(known, _)| *known == column);
        let order = sorted.map(|(_, downwards)| if downwards { "descending" } else { "ascending" });
        let next = match sorted {
            Some((_, downwards)) => !downwards,
            None => is_figure(column),
        };
        let onclick = {
            let handling = handling.clone();
            Callback::from(move |_: MouseEvent| {
                handling.set(Handling {
                    sorted: Some((column, next)),
                    ..*handling
                })
            })
        };
        let sign = sorted.map_or(
            "",
            |(_, downwards)| if downwards { "\u{a0}↓" } else { "\u{a0}↑" },
        );
        html! {
            <th scope="col" class={if is_figure(column) { "figure" } else { "" }} aria-sort={order}>
                <button type="button" {onclick}>{ name }<span aria-hidden="true">{ sign }</span></button>
            </th>
        }
    };
    let copy = {
        let table = table.clone();
        Callback::from(move |_: MouseEvent| {
            let _none = browser::ask_shell("copy", &[&separated(&table, '\t')]);
        })
    };
    let unfold = {
        let handling = handling.clone();
        Callback::from(move |_: MouseEvent| {
            handling.set(Handling {
                unfolded: true,
                ..*handling
            })
        })
    };
    html! {
        <div class="scrolls" tabindex="0" role="group" aria-label={table.caption.clone()}>
            <table>
                <caption>{ &table.caption }{ " " }{ copier(view, "copy copier", copy) }</caption>
                <thead><tr>{ for table.head.iter().enumerate().map(head) }</tr></thead>
                <tbody>{ for rows.into_iter().map(|row| html! { <tr>{ for row.iter().enumerate().map(|(column, cell)| cell_of(view, cell, column)) }</tr> }) }</tbody>
                { for table.foot.iter().map(|row| html! { <tfoot><tr>{ for row.iter().enumerate().map(|(column, cell)| cell_of(view, cell, column)) }</tr></tfoot> }) }
            </table>
            if hidden > 0 {
                <button type="button" class="more" onclick={unfold}>{ view.pick("Voir les autres\u{a0}: ", "See the others: ") }{ words::number(hidden, view.language()) }</button>
            }
        </div>
    }
}

/// Sorts rows by a column. Rows with dates are given in the order of time, and stay in it.
fn sort(rows: &mut Vec<&Vec<Cell>>, column: usize, downwards: bool) {
    if rows.iter().any(|row| row[column].number().is_some()) {
        rows.sort_by_key(|row| row[column].number().unwrap_or(0) as u32);
    } else if !rows
        .iter()
        .any(|row| matches!(&row[column], Cell::Text { date: Some(_), .. }))
    {
        let key = |row: &&Vec<Cell>| match &row[column] {
            Cell::Text { text, .. } => frise_text::fold(text),
            _ => String::new(),
        };
        rows.sort_by_cached_key(key);
    }
    if downwards {
        rows.reverse();
    }
}

fn cell_of(view: &View, cell: &Cell, column: usize) -> Html {
    match cell {
        Cell::Count(count) => {
            html! { <td class="figure">{ words::number(*count as usize, view.language()) }</td> }
        }
        Cell::Rate(rate) => {
            html! { <td class="figure">{ words::decimal(*rate, 1, view.language()) }</td> }
        }
        Cell::Text { text, date, choice } => {
            let content = match (choice, date) {
                (Some(choice), _) => {
                    html! { <button type="button" aria-pressed={view.state.holds(*choice)} disabled={view.state.locks_choice(*choice)} onclick={view.will(Action::Toggled(*choice))}>{ text }</button> }
                }
                (None, Some(date)) => html! { <time datetime={date.clone()}>{ text }</time> },
                (None, None) => html! { { text } },
            };
            if column == 0 {
                html! { <th scope="row">{ content }</th> }
            } else {
                html! { <td>{ content }</td> }
            }
        }
    }
}

/// A table as text, its cells separated by a sign, quoted as RFC 4180 asks where that is needed. Numbers
/// are written for machines: no grouping, a point before tenths; dates as EDTF.
pub fn separated(table: &Table, separator: char) -> String {
    let mut text = String::new();
    let mut line = |cells: &mut dyn Iterator<Item = String>| {
        for (place, cell) in cells.enumerate() {
            if place > 0 {
                text.push(separator);
            }
            if cell.contains([separator, '"', '\n', '\r']) {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(&cell);
            }
        }
        text.push_str("\r\n");
    };
    line(&mut table.head.iter().cloned());
    for row in table.rows.iter().chain(&table.foot) {
        line(&mut row.iter().map(|cell| match cell {
            Cell::Text { text, date, .. } => date.as_ref().unwrap_or(text).clone(),
            Cell::Count(count) => count.to_string(),
            Cell::Rate(rate) => {
                let tenths = (rate * 10.0).round() as u64;
                [(tenths / 10).to_string(), (tenths % 10).to_string()].join(".")
            }
        }));
    }
    text
}

#[cfg(test)]
mod tests;
