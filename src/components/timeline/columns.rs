//! Documents side by side, as blocks of cells. Each block is centred on its date. Where dates are close, blocks are narrower and
//! higher, or stand above one another; they never move to another date.

use super::packing::{Block, Label, pack};
use super::slot::Slot;
use crate::state::Measure;
use frise_date::Day;
use frise_index::model::Metadata;
use frise_index::timeline::{Bin, Scale};
use frise_index::{Index, IndexedDocument};
use std::ops::Range;

/// The height of the name of a document, with its year.
pub const NAME_HEIGHT: f64 = 34.0;
/// The distances from one cell to the next, the largest first.
const PITCHES: [f64; 5] = [15.0, 13.0, 11.0, 9.0, 7.0];
/// The space between two blocks.
const GAP: f64 = 6.0;
/// How many rows the largest block has at least, so that it is not wider than high.
const ROWS: usize = 9;
/// The width of a letter of a name, and the greatest width of a name.
const LETTER: f64 = 7.4;
const WIDEST_NAME: f64 = 140.0;
/// The fewest cells that stand side by side where neighbours are close. Blocks that are closer still stand above one another.
const FEWEST: usize = 2;
/// The height of blocks and names together that leaves room for the lanes. Larger cells than fit in it are not used.
const GOOD_HEIGHT: f64 = 230.0;
/// The greatest height of blocks and names together. What is higher is shown in bins.
const MOST_HEIGHT: f64 = 300.0;
/// How many names stand above one another, as a rule, at most.
const MOST_NAME_ROWS: f64 = 3.0;
/// How many rows the names of documents would fill at most, side by side. More of them would be a thicket.
const MOST_ROWS: f64 = 2.0;
/// The height of the highest bar, which stands for a document where heights measure a rate.
pub const BAR_HEIGHT: f64 = 120.0;

/// Documents as blocks of cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// The distance from one cell to the next.
    pub pitch: f64,
    /// The y of the line on which blocks stand.
    pub base: f64,
    /// One for each slot.
    pub columns: Vec<Column>,
}

/// A document on the wall.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// How many cells stand side by side.
    pub across: usize,
    /// The y of the top of its block.
    pub top: f64,
    /// The left edge of its name.
    pub name_left: f64,
    /// How wide its name is.
    pub name_width: f64,
    /// How far its name stands above the line on which blocks stand.
    pub name_rise: f64,
}

impl Columns {
    /// Returns the top left corner of the cell of a passage, by its number in the document from 0.
    pub fn cell(&self, place: usize, slot: &Slot, number: usize) -> (f64, f64) {
        let column = &self.columns[place];
        let (row, across) = (number / column.across, number % column.across);
        (
            slot.left + across as f64 * self.pitch,
            column.top + row as f64 * self.pitch,
        )
    }

    /// Returns the side of a cell.
    pub fn side(&self) -> f64 {
        self.pitch - 2.0
    }
}

/// Returns the first and the last day of a document. An open end lies beyond any axis.
pub fn days(metadata: &Metadata) -> (Day, Day) {
    match metadata.date {
        Some(date) => (date.earliest(), date.latest()),
        None => (Day::MIN, Day::MAX),
    }
}

/// Where documents are laid out.
pub struct Room<'r> {
    /// The map of time; `None` for equal distances.
    pub scale: Option<&'r Scale>,
    /// The width in CSS pixels.
    pub width: f64,
    /// How large the letters of names are, where 1 is the usual size.
    pub letters: f64,
    /// What heights measure: cells for counts, bars for rates.
    pub measure: Measure,
}

/// Returns the documents side by side, with the largest cells that fit; `None` if even the smallest do not fit. `name`
/// returns the name of a document.
pub fn columns(
    index: &Index,
    shown: Range<usize>,
    room: &Room<'_>,
    name: impl Fn(&Metadata) -> String,
) -> Option<(Vec<Slot>, Columns)> {
    let documents = &index.documents()[shown.clone()];
    if documents.is_empty() {
        return None;
    }
    let share = room.width / documents.len() as f64;
    let centres: Vec<f64> = (0..)
        .zip(documents)
        .map(|(place, document)| {
            let (first, last) = days(&document.metadata);
            room.scale
                .map_or((f64::from(place) + 0.5) * share, |scale| {
                    scale.middle(first, last) * room.width
                })
        })
        .collect();
    let names: Vec<f64> = documents
        .iter()
        .map(|document| {
            let letters = name(&document.metadata).chars().count().max(4);
            let widest = (WIDEST_NAME * room.letters).min(room.width);
            (letters as f64 * LETTER * room.letters + 4.0).min(widest)
        })
        .collect();
    if names.iter().sum::<f64>() > MOST_ROWS * room.width * room.letters.max(1.0) {
        return None;
    }
    let name_height = NAME_HEIGHT * room.letters;
    let fitting = |pitch: f64, highest: f64, may_stack: bool| {
        let across = across(documents, &centres, pitch, room.width);
        let block = |place: usize| {
            let cells = documents[place].passages.len().max(1);
            let height = match room.measure {
                Measure::Count => cells.div_ceil(across[place]) as f64 * pitch,
                Measure::Rate => BAR_HEIGHT,
            };
            Block {
                centre: centres[place],
                width: across[place] as f64 * pitch,
                height,
            }
        };
        let blocks: Vec<Block> = (0..documents.len()).map(block).collect();
        let labels: Vec<Label> = names
            .iter()
            .map(|width| Label {
                width: *width,
                height: name_height,
            })
            .collect();
        let packed = pack(&blocks, &labels, room.width);
        // Bars that stood above one another would have no scale in common.
        let is_plain = packed.blocks.iter().all(|bottom| *bottom == 0.0);
        let fits = packed.height <= highest && (may_stack || is_plain);
        fits.then_some((pitch, across, blocks, packed))
    };
    // Larger letters take more room above the blocks, and leave these as they are.
    let taller = MOST_NAME_ROWS * (name_height - NAME_HEIGHT).max(0.0);
    let largest = |highest: f64, may_stack: bool| {
        let mut pitches = PITCHES.iter();
        let highest = highest + taller;
        pitches.find_map(|pitch| fitting(*pitch, highest, may_stack))
    };
    let (pitch, across, blocks, packed) = largest(GOOD_HEIGHT, false)
        .or_else(|| largest(MOST_HEIGHT, false))
        .or_else(|| largest(MOST_HEIGHT, room.measure == Measure::Count))?;
    let base = packed.height;
    let mut slots = Vec::with_capacity(documents.len());
    let mut columns = Vec::with_capacity(documents.len());
    for (place, document) in documents.iter().enumerate() {
        let passages = document.passages.clone();
        let Block { width, height, .. } = blocks[place];
        let (from, to) = days(&document.metadata);
        columns.push(Column {
            across: across[place],
            top: base - packed.blocks[place] - height,
            name_left: packed.labels[place].0,
            name_width: names[place],
            name_rise: packed.labels[place].1,
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
        base,
        columns,
    };
    Some((slots, columns))
}

/// Returns how many cells of each document stand side by side. Two neighbours share the room between their dates by the square
/// roots of their numbers of passages, so that blocks have about the same shape.
fn across(documents: &[IndexedDocument], centres: &[f64], pitch: f64, width: f64) -> Vec<usize> {
    let cells = |place: usize| documents[place].passages.len().max(1);
    let most = (0..documents.len()).map(cells).max().unwrap_or(1);
    let widest = most.div_ceil(ROWS).max(5);
    let fewest = FEWEST as f64 * pitch + GAP;
    let weight = |place: usize| (cells(place) as f64).sqrt();
    let room = |place: usize| {
        let centre = centres[place];
        let edges = 2.0 * centre.min(width - centre);
        (0..documents.len())
            .filter(|other| *other != place)
            .map(|other| (other, (centres[other] - centre).abs()))
            .filter(|(_, distance)| *distance >= fewest)
            .map(|(other, distance)| {
                let least = fewest / 2.0 / distance;
                let share = weight(place) / (weight(place) + weight(other));
                2.0 * distance * share.clamp(least, 1.0 - least) - GAP
            })
            .fold(edges, f64::min)
    };
    (0..documents.len())
        .map(|place| {
            let fitting = (room(place) / pitch) as usize;
            cells(place).min(widest).min(fitting).max(1)
        })
        .collect()
}
