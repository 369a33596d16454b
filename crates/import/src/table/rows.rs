//! From the rows of a table to texts.

use super::columns::{Column, Rows};
use super::{LIST, Table};
use crate::date::{DayMonth, Reading};
use crate::text::{Block, DateBasis, Text};
use frise_text::Language;
use std::ops::Range;

/// Makes a text of each document of a table, one after the other; `each` gets it with the number of its rows.
pub(crate) fn each_text(
    table: &Table,
    columns: &[Column],
    rows: Rows,
    mut each: impl FnMut(Text, usize),
) {
    let view = View { table, columns };
    let mut start = 0;
    while start < table.rows() {
        let mut end = start + 1;
        while end < table.rows() && view.continues(rows, end) {
            end += 1;
        }
        each(view.text(start..end), end - start);
        start = end;
    }
}

struct View<'t> {
    table: &'t Table,
    columns: &'t [Column],
}

impl View<'_> {
    fn places(&self, meaning: Column) -> impl Iterator<Item = usize> + '_ {
        let columns = self.columns.iter().enumerate();
        columns
            .filter(move |(_, column)| **column == meaning)
            .map(|(place, _)| place)
    }

    /// Returns the first cell of this meaning that is not empty.
    fn cell(&self, row: usize, meaning: Column) -> &str {
        let mut cells = self
            .places(meaning)
            .map(|place| self.table.cell(row, place));
        cells.find(|cell| !cell.is_empty()).unwrap_or("")
    }

    fn date(&self, row: usize) -> &str {
        match self.cell(row, Column::Date) {
            "" => self.cell(row, Column::Year),
            date => date,
        }
    }

    /// Returns whether a row belongs to the document of the row before.
    fn continues(&self, rows: Rows, row: usize) -> bool {
        let same = |meaning| {
            let cell = self.cell(row, meaning);
            !cell.is_empty() && cell == self.cell(row - 1, meaning)
        };
        let same_date = self.date(row) == self.date(row - 1);
        match rows {
            Rows::Each => false,
            Rows::All => true,
            Rows::SameTitle => same(Column::Title),
            Rows::SameDate => same_date,
            Rows::Guessed => {
                let id = turn_of(self.cell(row, Column::Id));
                let turns = id.is_some() && id == turn_of(self.cell(row - 1, Column::Id));
                same_date && (turns || same(Column::Title))
            }
        }
    }

    fn text(&self, rows: Range<usize>) -> Text {
        let table = self.table;
        let first = rows.start;
        let mut text = Text::of(&table.path);
        let id = self.cell(first, Column::Id);
        let document = if rows.len() > 1 {
            turn_of(id).unwrap_or(id)
        } else {
            id
        };
        text.key = match document {
            "" => format!("{}#{}", table.path, table.line(first)),
            id => format!("{}#{id}", table.path),
        };
        let title = self.cell(first, Column::Title);
        text.title = [title, document]
            .into_iter()
            .find(|title| !title.is_empty())
            .map(flat);
        for column in self.places(Column::Date).chain(self.places(Column::Year)) {
            text.date(
                table.cell(first, column),
                DateBasis::Column(table.columns[column].clone()),
            );
        }
        text.language = some(self.cell(first, Column::Language));
        text.kind = some(self.cell(first, Column::Kind));
        text.source = flat(self.cell(first, Column::Source));
        for column in self.places(Column::Subject) {
            let subjects = table
                .cell(first, column)
                .split([LIST, ';', ','])
                .map(str::trim);
            text.subjects.extend(
                subjects
                    .filter(|subject| !subject.is_empty())
                    .map(String::from),
            );
        }
        let mut section: Vec<&str> = Vec::new();
        let alone = rows.len() == 1;
        for row in rows {
            let speaker = self.speaker(row);
            let speaker = text.person("", &speaker);
            let now = self.section(row);
            let differs = now
                .iter()
                .zip(&section)
                .take_while(|(now, before)| now == before)
                .count();
            let from = if now.len() < section.len() && differs == now.len() {
                now.len().saturating_sub(1)
            } else {
                differs
            };
            for (level, title) in now.iter().enumerate().skip(from) {
                text.push(Block::heading(level.min(5) as u8 + 1, *title));
            }
            section = now;
            for column in self.places(Column::Text) {
                let content = table.cell(row, column).replace(LIST, "\n");
                if alone {
                    paragraphs(&mut text, &content, speaker);
                } else {
                    text.push(Block::paragraph(content, speaker));
                }
            }
        }
        text
    }

    fn speaker(&self, row: usize) -> String {
        let last = self.cell(row, Column::Speaker);
        match self.cell(row, Column::FirstName) {
            "" => flat(last),
            first => format!("{first} {last}").trim().to_string(),
        }
    }

    fn section(&self, row: usize) -> Vec<&str> {
        let cells = self
            .places(Column::Section)
            .flat_map(|place| self.table.cell(row, place).split(LIST));
        cells
            .map(str::trim)
            .filter(|title| !title.is_empty())
            .collect()
    }
}

/// The paragraphs of a cell, which blank lines part.
fn paragraphs(text: &mut Text, content: &str, speaker: Option<u32>) {
    let mut paragraph = String::new();
    for line in content.lines() {
        if line.trim().is_empty() {
            text.push(Block::paragraph(std::mem::take(&mut paragraph), speaker));
        } else {
            if !paragraph.is_empty() {
                paragraph.push('\n');
            }
            paragraph.push_str(line);
        }
    }
    text.push(Block::paragraph(paragraph, speaker));
}

/// Returns a cell on one line, its list parted by commas.
fn flat(cell: &str) -> String {
    cell.replace(LIST, ", ")
}

fn some(cell: &str) -> Option<String> {
    (!cell.is_empty()).then(|| flat(cell))
}

/// What stands before the last `-` of an id, if a number stands after it.
pub(crate) fn turn_of(id: &str) -> Option<&str> {
    let (document, number) = id.rsplit_once('-')?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && !document.is_empty()).then_some(document)
}

/// Reads the dates of a table; `each` gets each cell that is a date column's.
pub(crate) fn each_date(
    table: &Table,
    columns: &[Column],
    order: DayMonth,
    mut each: impl FnMut(&str, Option<Reading>),
) {
    for (place, column) in columns.iter().enumerate() {
        if matches!(column, Column::Date | Column::Year) {
            for row in 0..table.rows() {
                let cell = table.cell(row, place);
                if !cell.is_empty() {
                    each(
                        cell,
                        super::columns::read_cell(cell, *column, order, Language::Other),
                    );
                }
            }
        }
    }
}
