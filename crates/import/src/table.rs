//! Tables: rows of a CSV, TSV or JSON file, and what their columns mean.

mod columns;
mod delimited;
mod json;
mod rows;

pub use columns::{Column, Rows};
pub(crate) use columns::{guess, guess_metadata, read_cell};
pub(crate) use delimited::{is_delimited, read as read_delimited};
pub(crate) use json::{read as read_json, read_lines as read_json_lines};
pub(crate) use rows::{each_date, each_text, turn_of};

/// What stands between the items of a list in a cell, which is no character of a text.
pub(crate) const LIST: char = '\u{1F}';

/// The cells of a table, row by row in one string.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    pub path: String,
    pub columns: Vec<String>,
    content: String,
    /// Where each cell ends.
    ends: Vec<usize>,
    /// The line of each row in its file.
    lines: Vec<u32>,
}

impl Table {
    /// Returns an empty table with some columns.
    pub fn new(path: &str, columns: Vec<String>) -> Table {
        Table {
            path: path.to_string(),
            columns,
            ..Table::default()
        }
    }

    /// Adds a row of as many cells as there are columns: cells that lack are empty, those beyond are left out.
    pub fn push<'c>(&mut self, line: u32, cells: impl Iterator<Item = &'c str>) {
        let mut cells = cells;
        for _ in &self.columns {
            self.content.push_str(cells.next().unwrap_or(""));
            self.ends.push(self.content.len());
        }
        self.lines.push(line);
    }

    /// Adds columns, which are empty in the rows that are there.
    pub fn widen(&mut self, columns: &[String]) {
        let before = self.columns.len();
        let mut ends = Vec::with_capacity(self.rows() * (before + columns.len()));
        let mut last = 0;
        for row in 0..self.rows() {
            let known = &self.ends[row * before..(row + 1) * before];
            last = known.last().copied().unwrap_or(last);
            ends.extend_from_slice(known);
            ends.extend(columns.iter().map(|_| last));
        }
        self.ends = ends;
        self.columns.extend_from_slice(columns);
    }

    /// Returns the number of rows.
    pub fn rows(&self) -> usize {
        self.lines.len()
    }

    /// Returns the line of a row.
    pub fn line(&self, row: usize) -> u32 {
        self.lines.get(row).copied().unwrap_or(0)
    }

    /// Returns a cell, without white space around it; empty where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        if column >= self.columns.len() {
            return "";
        }
        let place = row * self.columns.len() + column;
        let Some(end) = self.ends.get(place) else {
            return "";
        };
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.content.get(start..*end).unwrap_or("").trim()
    }

    /// Returns some rows from all over the table, to guess from.
    pub fn sample(&self) -> impl Iterator<Item = usize> + Clone {
        let step = self.rows().div_ceil(200).max(1);
        (0..self.rows()).step_by(step)
    }
}
