//! Tables, and their text for files and the clipboard.

use crate::state::Choice;
use frise_text::csv::{guard_formula, push_row};
use frise_text::fold;

/// A table, which is shown as HTML and saved as CSV.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its caption.
    pub caption: String,
    /// The names of its columns.
    pub head: Vec<String>,
    /// Its rows, of as many cells.
    pub rows: Vec<Vec<Cell>>,
    /// The sums, which stay below the rows however these are sorted.
    pub foot: Option<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Text, which may be a date and may filter.
    Text {
        /// The text.
        text: String,
        /// The date in EDTF.
        date: Option<String>,
        /// The filter that the text toggles.
        choice: Option<Choice>,
    },
    /// A count.
    Count(u32),
    /// A rate, to a tenth.
    Rate(f64),
}

impl Cell {
    /// Returns plain text.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell::Text {
            text: text.into(),
            date: None,
            choice: None,
        }
    }

    /// Returns the number by which it is sorted, in tenths.
    pub fn number(&self) -> Option<u64> {
        match self {
            Cell::Text { .. } => None,
            Cell::Count(count) => Some(u64::from(*count) * 10),
            Cell::Rate(rate) => Some((rate * 10.0).round() as u64),
        }
    }
}

impl Table {
    /// Returns the table as text with a separator between cells, quoted as in RFC 4180. Numbers are written for programs, without
    /// grouping and with a point before tenths; dates are written in EDTF. Other text that a spreadsheet would read as a formula
    /// has an apostrophe before it, by which a spreadsheet takes it as text.
    pub fn separated(&self, separator: char) -> String {
        let mut text = String::new();
        let mut line =
            |cells: &mut dyn Iterator<Item = String>| push_row(&mut text, separator, cells);
        line(&mut self.head.iter().map(|name| guard_formula(name)));
        for row in self.rows.iter().chain(&self.foot) {
            line(&mut row.iter().map(|cell| match cell {
                Cell::Text { text, date, .. } => {
                    date.clone().unwrap_or_else(|| guard_formula(text))
                }
                Cell::Count(count) => count.to_string(),
                Cell::Rate(rate) => {
                    format!("{:.1}", (rate * 10.0).round() / 10.0)
                }
            }));
        }
        text
    }
}

/// Sorts rows by a column. Rows with dates come in the order of time, and stay in it.
pub fn sort(rows: &mut [&Vec<Cell>], column: usize, downwards: bool) {
    if rows.iter().any(|row| row[column].number().is_some()) {
        rows.sort_by_key(|row| row[column].number().unwrap_or(0));
    } else if !rows
        .iter()
        .any(|row| matches!(&row[column], Cell::Text { date: Some(_), .. }))
    {
        let key = |row: &&Vec<Cell>| match &row[column] {
            Cell::Text { text, .. } => fold(text),
            _ => String::new(),
        };
        rows.sort_by_cached_key(key);
    }
    if downwards {
        rows.reverse();
    }
}

#[cfg(test)]
mod tests;
