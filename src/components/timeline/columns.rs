//! Documents side by side, as blocks of cells.

use super::slot::Slot;
use frise_date::Day;
use frise_index::model::Metadata;
use frise_index::timeline::{Axis, Bin, spread};
use frise_index::{Index, IndexedDocument};
use std::ops::Range;

/// The height of the names of documents.
pub const NAME_HEIGHT: f64 = 46.0;
/// The distances from one cell to the next, the largest first.
const PITCHES: [f64; 5] = [15.0, 13.0, 11.0, 9.0, 7.0];
/// The space between two documents.
const MARGIN: f64 = 8.0;
/// On an axis narrower than this, names and cells are small.
pub const NARROW: f64 = 640.0;
/// Documents as blocks of cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// The distance from one cell to the next.
    pub pitch: f64,
    /// How many cells stand side by side.
    pub cells_in_row: usize,
    /// The y of the line on which blocks stand.
    pub base: f64,
    /// One for each slot.
    pub columns: Vec<Column>,
}

/// A document on the wall.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The y of the top of its block.
    pub top: f64,
    /// How wide its name may be, centred on the block.
    pub name_width: f64,
    /// The x of the first and the last day of its date; `None` if no document has a date.
    pub date: Option<(f64, f64)>,
}

impl Columns {
    /// Returns the top left corner of the cell of a passage, by its number in the document from 0.
    pub fn cell(&self, place: usize, slot: &Slot, number: usize) -> (f64, f64) {
        let (row, across) = (number / self.cells_in_row, number % self.cells_in_row);
        (
            slot.left + across as f64 * self.pitch,
            self.columns[place].top + row as f64 * self.pitch,
        )
    }

    /// Returns the side of a cell.
    pub fn side(&self) -> f64 {
        self.pitch - 2.0
    }
}

/// Returns the first and the last day of a document. An open end lies beyond any axis.
fn days(metadata: &Metadata) -> (Day, Day) {
    match metadata.date {
        Some(date) => (date.earliest(), date.latest()),
        None => (Day::MIN, Day::MAX),
    }
}

/// Returns the documents side by side, with the largest cells that fit; `None` if even the smallest do not fit.
pub fn columns(
    index: &Index,
    shown: Range<usize>,
    axis: Option<&Axis>,
    width: f64,
) -> Option<(Vec<Slot>, Columns)> {
    let documents = &index.documents()[shown.clone()];
    let most = documents
        .iter()
        .map(|document| document.passages.len())
        .max()?;
    let (name_width, most_rows) = if width < NARROW {
        (50.0, 13)
    } else {
        (96.0, 9)
    };
    let cells_in_row = most.div_ceil(most_rows).max(5);
    let block = |document: &IndexedDocument, pitch: f64| {
        document.passages.len().clamp(1, cells_in_row) as f64 * pitch
    };
    let fitting = |pitch: &f64| {
        let taken = |document: &IndexedDocument| block(document, *pitch).max(name_width) + MARGIN;
        let taken: Vec<f64> = documents.iter().map(taken).collect();
        (taken.iter().sum::<f64>() <= width).then_some((*pitch, taken))
    };
    let (pitch, taken) = PITCHES.iter().find_map(fitting)?;
    let dates: Vec<Option<(f64, f64)>> = documents
        .iter()
        .map(|document| {
            let (first, last) = days(&document.metadata);
            let axis = axis?;
            Some((
                axis.place(first) * width,
                axis.place(Day(last.0.saturating_add(1))) * width,
            ))
        })
        .collect();
    let share = width / documents.len() as f64;
    let wanted: Vec<f64> = (0..)
        .zip(&dates)
        .map(|(place, date)| {
            date.map_or((f64::from(place) + 0.5) * share, |(start, end)| {
                (start + end) / 2.0
            })
        })
        .collect();
    let centres = spread_in_order(&wanted, &taken, width);
    let rows = most.div_ceil(cells_in_row);
    let base = NAME_HEIGHT + rows as f64 * pitch;
    let mut slots = Vec::with_capacity(documents.len());
    let mut columns = Vec::with_capacity(documents.len());
    for (place, document) in documents.iter().enumerate() {
        let passages = document.passages.clone();
        let width = block(document, pitch);
        let (from, to) = days(&document.metadata);
        columns.push(Column {
            top: base - passages.len().div_ceil(cells_in_row) as f64 * pitch,
            name_width: taken[place] - MARGIN / 2.0,
            date: dates[place],
        });
        slots.push(Slot {
            left: centres[place] - width / 2.0,
            width,
            bin: Bin {
                from,
                to,
                words: passages
                    .clone()
                    .map(|passage| index.words_of(passage))
                    .sum(),
                passages,
            },
            document: Some(shown.start + place),
        });
    }
    let columns = Columns {
        pitch,
        cells_in_row,
        base,
        columns,
    };
    Some((slots, columns))
}

/// Spreads documents along the axis. They come in the order of their first days, so that their middles need not rise.
fn spread_in_order(wanted: &[f64], taken: &[f64], width: f64) -> Vec<f64> {
    let mut highest = 0.0f64;
    let rising: Vec<f64> = wanted
        .iter()
        .map(|centre| {
            highest = highest.max(*centre);
            highest
        })
        .collect();
    spread(&rising, taken, width)
}
