//! What the columns of tables hold.

use super::messages;
use crate::context::ToolContext;
use frise::web;
use frise_import::{Column, ColumnDraft, Rows, Settings, TableDraft};
use yew::prelude::*;

/// Props of [`Tables`].
#[derive(Clone, PartialEq, Properties)]
pub struct TablesProps {
    /// The language.
    pub context: ToolContext,
    /// The tables.
    pub tables: Vec<TableDraft>,
    /// What was decided.
    pub settings: Settings,
    /// Called with other decisions.
    pub onchange: Callback<Settings>,
}

/// Each table with a menu for each column.
#[component]
pub fn Tables(props: &TablesProps) -> Html {
    html! {
        for table in &props.tables {
            <fieldset key={table.path.clone()}>
                <legend>{ format!("{} {}", props.context.pick("Colonnes de", "Columns of"), table.path) }</legend>
                <div class="tool-settings">
                    { for (0..table.columns.len()).map(|place| column(props, table, place)) }
                    { grouping(props, table) }
                </div>
            </fieldset>
        }
    }
}

/// Returns the menu of a column, with some of its cells.
fn column(props: &TablesProps, table: &TableDraft, place: usize) -> Html {
    let ColumnDraft {
        name,
        holds,
        examples,
    } = &table.columns[place];
    let language = props.context.language();
    let change = {
        let (settings, onchange) = (props.settings.clone(), props.onchange.clone());
        let path = table.path.clone();
        let columns: Vec<Column> = table.columns.iter().map(|column| column.holds).collect();
        Callback::from(move |event: Event| {
            let value = web::event_value(&event).and_then(|value| value.parse::<usize>().ok());
            let (mut settings, mut columns) = (settings.clone(), columns.clone());
            if let Some(column) = value.and_then(|value| Column::ALL.get(value)) {
                columns[place] = *column;
            }
            settings.columns.insert(path.clone(), columns);
            onchange.emit(settings);
        })
    };
    html! {
        <label class="field">
            <span>{ name }</span>
            <select onchange={change}>
                for (value, column) in Column::ALL.iter().enumerate() {
                    <option value={value.to_string()} selected={column == holds}>
                        { messages::column(*column, language) }
                    </option>
                }
            </select>
            <small>{ examples.join(" · ") }</small>
        </label>
    }
}

/// Returns which rows make a document.
fn grouping(props: &TablesProps, table: &TableDraft) -> Html {
    let change = {
        let (settings, onchange) = (props.settings.clone(), props.onchange.clone());
        let path = table.path.clone();
        Callback::from(move |event: Event| {
            let value = web::event_value(&event).and_then(|value| value.parse::<usize>().ok());
            let mut settings = settings.clone();
            if let Some(rows) = value.and_then(|value| Rows::ALL.get(value)) {
                settings.rows.insert(path.clone(), *rows);
            }
            onchange.emit(settings);
        })
    };
    html! {
        <label class="field">
            <span>{ props.context.pick("Un texte est", "A text is") }</span>
            <select onchange={change}>
                for (value, rows) in Rows::ALL.iter().enumerate() {
                    <option value={value.to_string()} selected={*rows == table.grouping}>
                        { messages::rows(*rows, props.context.language()) }
                    </option>
                }
            </select>
        </label>
    }
}
