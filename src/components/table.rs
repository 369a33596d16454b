//! A table that can be sorted and copied.

use super::View;
use super::controls::CopyButton;
use crate::chart::{Cell, Table, sort};
use crate::state::Action;
use crate::{i18n, web};
use frise_text::isolated;
use std::rc::Rc;
use yew::prelude::*;

/// How many rows are shown at first.
const MOST_ROWS: usize = 100;

/// Props of [`DataTable`].
#[derive(Clone, PartialEq, Properties)]
pub struct DataTableProps {
    /// The page, for its language and its filters.
    pub view: View,
    /// The table.
    pub table: Rc<Table>,
}

/// The column that sorts the rows.
#[derive(Clone, Copy, PartialEq)]
struct Sorted {
    column: usize,
    downwards: bool,
}

/// The table.
#[component]
pub fn DataTable(props: &DataTableProps) -> Html {
    let DataTableProps { view, table } = props;
    let sorted = use_state(|| None::<Sorted>);
    let unfolded = use_state(|| false);
    let mut rows: Vec<&Vec<Cell>> = table.rows.iter().collect();
    if let Some(Sorted { column, downwards }) = *sorted {
        sort(&mut rows, column, downwards);
    }
    let hidden = if *unfolded {
        0
    } else {
        rows.len().saturating_sub(MOST_ROWS)
    };
    rows.truncate(table.rows.len() - hidden);
    let copy = {
        let table = table.clone();
        Callback::from(move |_| drop(web::call_shell("copy", &[&table.separated('\t')])))
    };
    let unfold = {
        let unfolded = unfolded.clone();
        Callback::from(move |_| unfolded.set(true))
    };
    html! {
        <div class="scrolls" tabindex="0" role="group" aria-label={table.caption.clone()}>
            <table>
                <caption>
                    { &table.caption }
                    { " " }
                    <CopyButton language={view.language()} class="copy copier" onclick={copy} />
                </caption>
                <thead>
                    <tr>{ for (0..table.head.len()).map(|column| head(table, &sorted, column)) }</tr>
                </thead>
                <tbody>{ for rows.into_iter().map(|row| cells(view, row)) }</tbody>
                if let Some(foot) = &table.foot {
                    <tfoot>{ cells(view, foot) }</tfoot>
                }
            </table>
            if hidden > 0 {
                <button type="button" class="more" onclick={unfold}>
                    { view.pick("Voir les autres\u{a0}: ", "See the others: ") }
                    { i18n::number(hidden, view.language()) }
                </button>
            }
        </div>
    }
}

/// Returns the head of a column; clicking sorts by the column, figures downwards first.
fn head(table: &Table, sorted: &UseStateHandle<Option<Sorted>>, column: usize) -> Html {
    let first = table.rows.first().and_then(|row| row.get(column));
    let is_figure = first.is_some_and(|cell| cell.number().is_some());
    let downwards = sorted
        .filter(|sorted| sorted.column == column)
        .map(|sorted| sorted.downwards);
    let (order, sign) = match downwards {
        None => (None, ""),
        Some(true) => (Some("descending"), "\u{a0}↓"),
        Some(false) => (Some("ascending"), "\u{a0}↑"),
    };
    let onclick = {
        let sorted = sorted.clone();
        let downwards = downwards.map_or(is_figure, |downwards| !downwards);
        Callback::from(move |_| sorted.set(Some(Sorted { column, downwards })))
    };
    html! {
        <th scope="col" class={classes!(is_figure.then_some("figure"))} aria-sort={order}>
            <button type="button" {onclick}>
                { &table.head[column] }
                <span aria-hidden="true">{ sign }</span>
            </button>
        </th>
    }
}

fn cells(view: &View, row: &[Cell]) -> Html {
    html! { <tr>{ for row.iter().enumerate().map(|(column, cell)| cell_of(view, cell, column)) }</tr> }
}

fn cell_of(view: &View, cell: &Cell, column: usize) -> Html {
    let (text, date, choice) = match cell {
        Cell::Count(count) => {
            let number = i18n::number(*count as usize, view.language());
            return html! { <td class="figure">{ number }</td> };
        }
        Cell::Rate(rate) => {
            let decimal = i18n::decimal(*rate, 1, view.language());
            return html! { <td class="figure">{ decimal }</td> };
        }
        Cell::Text { text, date, choice } => (text, date, choice),
    };
    let content = match (choice, date) {
        (Some(choice), _) => html! {
            <button
                type="button"
                aria-pressed={view.state.holds(*choice).to_string()}
                disabled={view.state.locks_choice(*choice)}
                onclick={view.will(Action::Toggled(*choice))}
            >
                { isolated(text).into_owned() }
            </button>
        },
        (None, Some(date)) => html! { <time datetime={date.clone()}>{ text }</time> },
        (None, None) => Html::from(isolated(text).into_owned()),
    };
    if column == 0 {
        html! { <th scope="row">{ content }</th> }
    } else {
        html! { <td>{ content }</td> }
    }
}
