//! Where things stand on the wall, in CSS pixels: columns of passages while they fit, bars beyond.
//!
//! ```text
//!                 name
//!   name         ▪▪▪▪▪▪           each document a block of cells, one for each passage,
//!   ▪▪▪▪▪        ▪▪▪▪▪▪           in reading order, left to right and downwards
//! ──────┴────────────┴───── base
//!     └─┐            │            a leader from the block to its date
//! ──────┼────────────┼───── axis  years; the width of doubt of each date
//! ```

use frise_engine::index::IndexedDocument;
use frise_engine::search::Searcher;
use frise_engine::timeline::{Axis, Bins, spread};

/// The heights of the parts of the wall.
pub const NAME_HEIGHT: f64 = 46.0;
/// From the base of the blocks to the axis.
pub const LEADER_HEIGHT: f64 = 18.0;
/// The height of a bar that holds the most passages.
pub const BAR_HEIGHT: f64 = 140.0;
const PITCHES: [f64; 5] = [15.0, 13.0, 11.0, 9.0, 7.0];
const MARGIN: f64 = 8.0;
/// Below this width, names and cells are drawn small.
pub const NARROW: f64 = 640.0;

/// The wall for a width.
#[derive(Clone, Debug, PartialEq)]
pub enum Layout {
    /// Each passage is a cell.
    Columns(Columns),
    /// Passages are counted by a unit of time.
    Bars(Bins),
}

/// Documents as blocks of cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// From one cell to the next.
    pub pitch: f64,
    /// How many cells stand side by side.
    pub cells_in_row: usize,
    /// The y of the base on which blocks stand.
    pub base: f64,
    /// One for each document.
    pub columns: Vec<Column>,
}

/// A document on the wall.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The left edge of its block.
    pub left: f64,
    /// The width of its block.
    pub width: f64,
    /// The y of the top of its block.
    pub top: f64,
    /// How wide its name may be, centred on the block.
    pub name_width: f64,
    /// Where its date begins on the axis.
    pub date_start: f64,
    /// Where its date ends.
    pub date_end: f64,
}

impl Column {
    /// The middle of the block.
    pub fn centre(&self) -> f64 {
        self.left + self.width / 2.0
    }

    /// Where a passage stands in a lane below the block, given its number from 0 and how many there are.
    pub fn lane_place(&self, number: usize, passages: usize) -> f64 {
        self.left + self.width * (number as f64 + 0.5) / passages.max(1) as f64
    }
}

impl Columns {
    /// The top left corner of the cell of a passage, by its number in the document, from 0.
    pub fn cell(&self, column: &Column, number: usize) -> (f64, f64) {
        let (row, place) = (number / self.cells_in_row, number % self.cells_in_row);
        (
            column.left + place as f64 * self.pitch,
            column.top + row as f64 * self.pitch,
        )
    }
}

/// The wall of a corpus.
pub fn layout(searcher: &Searcher, axis: &Axis, width: f64) -> Layout {
    match columns(searcher.index().documents(), axis, width) {
        Some(columns) => Layout::Columns(columns),
        None => {
            let unit = axis.unit((width / 8.0).max(4.0) as usize);
            Layout::Bars(Bins::of(axis, unit, searcher.index(), true))
        }
    }
}

/// The largest cells with which all documents stand side by side; `None` where none are small enough.
fn columns(documents: &[IndexedDocument], axis: &Axis, width: f64) -> Option<Columns> {
    let most = documents
        .iter()
        .map(|document| document.passages.len())
        .max()?;
    let (name_width, most_rows) = if width < NARROW {
        (50.0, 13)
    } else {
        (96.0, 9)
    };
    let fitting = |pitch: &f64| {
        let cells_in_row = most.div_ceil(most_rows).max(5);
        let block = |document: &IndexedDocument| {
            document.passages.len().clamp(1, cells_in_row) as f64 * pitch
        };
        let slots: Vec<f64> = documents
            .iter()
            .map(|document| block(document).max(name_width) + MARGIN)
            .collect();
        (slots.iter().sum::<f64>() <= width).then_some((*pitch, cells_in_row, slots))
    };
    let (pitch, cells_in_row, slots) = PITCHES.iter().find_map(fitting)?;
    let date = |document: &IndexedDocument| {
        let Some(date) = &document.metadata.date else {
            return (width, width);
        };
        let end = frise_engine::date::Day(date.latest().0.saturating_add(1));
        (axis.place(date.earliest()) * width, axis.place(end) * width)
    };
    let middles: Vec<f64> = documents
        .iter()
        .map(date)
        .map(|(start, end)| (start + end) / 2.0)
        .collect();
    let centres = spread(&middles, &slots, width);
    let rows = most.div_ceil(cells_in_row);
    let base = NAME_HEIGHT + rows as f64 * pitch;
    let column = |((document, centre), slot): ((&IndexedDocument, f64), &f64)| {
        let passages = document.passages.len();
        let block = passages.clamp(1, cells_in_row) as f64 * pitch;
        let (date_start, date_end) = date(document);
        Column {
            left: centre - block / 2.0,
            width: block,
            top: base - passages.div_ceil(cells_in_row) as f64 * pitch,
            name_width: slot - MARGIN / 2.0,
            date_start,
            date_end,
        }
    };
    let columns = documents
        .iter()
        .zip(centres)
        .zip(&slots)
        .map(column)
        .collect();
    Some(Columns {
        pitch,
        cells_in_row,
        base,
        columns,
    })
}
