//! The layout of the wall in CSS pixels: documents side by side while they fit, bins of time beyond.
//!
//! ```text
//!                 name
//!   name         ▪▪▪▪▪▪           each document a block of cells, one for each passage,
//!   ▪▪▪▪▪        ▪▪▪▪▪▪           in reading order, left to right and downwards
//! ──────┴────────────┴───── base
//!     └─┐            │            a leader from the block to its date
//! ──────┼────────────┼───── axis  years; the width of doubt of each date
//! ```
//!
//! A [`Slot`] is a document or a bin. Lanes, tables, sentences and saved pictures all count the slots of one [`Scene`].

use crate::components::{Page, View};
use crate::i18n;
use crate::state::{Measure, Timelines};
use frise_date::{Day, phrase_range};
use frise_index::model::Metadata;
use frise_index::timeline::{Axis, Bin, Bins, Unit, spread};
use frise_index::{Index, IndexedDocument};
use std::ops::Range;
use std::rc::Rc;
use yew::Properties;

/// The height of the names of documents.
pub const NAME_HEIGHT: f64 = 46.0;
/// The height of the line that says what a bar counts.
const SAID_HEIGHT: f64 = 20.0;
/// The height from the base of the blocks to the axis.
pub const LEADER_HEIGHT: f64 = 18.0;
/// The height of the highest bar.
pub const BAR_HEIGHT: f64 = 120.0;
/// The distances from one cell to the next, the largest first.
const PITCHES: [f64; 5] = [15.0, 13.0, 11.0, 9.0, 7.0];
/// The space between two documents.
const MARGIN: f64 = 8.0;
/// On an axis narrower than this, names and cells are small.
pub const NARROW: f64 = 640.0;
/// The largest number of bins. A unit that would make more gives way to a coarser one.
const MOST_BINS: usize = 1_200;

/// All that is drawn of time, for a width.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The stretch of time; `None` where no document has a date.
    pub axis: Option<Axis>,
    /// Whether the axis is all the time of the corpus.
    pub is_whole: bool,
    /// The length of the axis.
    pub width: f64,
    /// The slots, from left to right.
    pub slots: Vec<Slot>,
    /// What the slots are.
    pub cut: Cut,
    /// Whether each passage is drawn as a cell.
    pub has_cells: bool,
    /// The passages of the documents without a date.
    pub undated: Range<u32>,
}

/// What the slots of a scene are.
#[derive(Clone, Debug, PartialEq)]
pub enum Cut {
    /// Documents, as blocks of cells.
    Documents(Columns),
    /// Bins of a unit of time.
    Time(Unit),
}

/// A document or a bin, whose passages are counted together.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Its left edge.
    pub left: f64,
    /// Its width.
    pub width: f64,
    /// Its days, passages and words.
    pub bin: Bin,
    /// The place of the document; `None` for a bin.
    pub document: Option<usize>,
}

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

/// Props of the components that are drawn from a scene.
#[derive(Clone, PartialEq, Properties)]
pub struct SceneProps {
    /// The page.
    pub view: View,
    /// The layout of the wall.
    pub scene: Rc<Scene>,
}

impl Slot {
    /// Returns the x of its middle.
    pub fn centre(&self) -> f64 {
        self.left + self.width / 2.0
    }

    /// Returns the x of a passage in a lane below a document, by its number in the document from 0.
    pub fn lane_place(&self, number: usize) -> f64 {
        let passages = self.bin.passages.len().max(1);
        self.left + self.width * (number as f64 + 0.5) / passages as f64
    }

    /// Returns its label: the name of the document, or the days of the bin.
    pub fn label(&self, view: &Page) -> String {
        match self.document {
            Some(document) => {
                let metadata = &view.searcher.index().documents()[document].metadata;
                i18n::of(&metadata.short, view.language()).to_string()
            }
            None => phrase_range(Some(self.bin.from), Some(self.bin.to), view.language()),
        }
    }

    /// Returns a count in the slot as the measure of heights.
    pub fn measured(&self, count: u32, measure: Measure) -> f64 {
        match measure {
            Measure::Count => f64::from(count),
            Measure::Rate => self.bin.rate(count),
        }
    }
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

impl Scene {
    /// Lays out the wall of a page.
    pub fn of(view: &Page, width: f64) -> Scene {
        let index = view.searcher.index();
        let timelines = &view.state.timelines;
        let whole = Axis::of(&view.searcher);
        let axis = whole.map(|whole| window(whole, timelines));
        let is_whole = axis == whole;
        let documents = index.documents();
        let dated = documents.partition_point(|document| document.metadata.date.is_some());
        let passages_from = |document: usize| match documents.get(document) {
            Some(document) => document.passages.start,
            None => index.passages(),
        };
        let undated = passages_from(dated)..index.passages();
        let shown = match axis {
            Some(axis) if !is_whole => within(&documents[..dated], axis),
            Some(_) => 0..dated,
            None => 0..documents.len(),
        };
        let by_hand = axis.and(timelines.unit);
        let columns = match by_hand {
            Some(_) => None,
            None => columns(index, shown, axis.as_ref(), width),
        };
        let (slots, cut) = match (columns, axis) {
            (Some((slots, columns)), _) => (slots, Cut::Documents(columns)),
            (None, Some(axis)) => {
                let unit = by_hand.map_or_else(
                    || unit_that_fits(&axis, width),
                    |unit| possible(unit, &axis),
                );
                let bins = Bins::of(&axis, unit, index, is_whole);
                (
                    bins.bins
                        .into_iter()
                        .map(|bin| slot(bin, &axis, width))
                        .collect(),
                    Cut::Time(unit),
                )
            }
            // Without any date, one slot holds all passages.
            (None, None) => (vec![everything(index, width)], Cut::Time(Unit::Century)),
        };
        Scene {
            has_cells: matches!(cut, Cut::Documents(_)) && timelines.measure == Measure::Count,
            axis,
            is_whole,
            width,
            slots,
            cut,
            undated,
        }
    }

    /// Returns the blocks of cells, if the slots are documents.
    pub fn columns(&self) -> Option<&Columns> {
        match &self.cut {
            Cut::Documents(columns) => Some(columns),
            Cut::Time(_) => None,
        }
    }

    /// Returns the height of everything above the axis.
    pub fn height(&self) -> f64 {
        match self.columns() {
            Some(columns) if self.has_cells => columns.base + LEADER_HEIGHT,
            Some(_) => SAID_HEIGHT + NAME_HEIGHT + BAR_HEIGHT + LEADER_HEIGHT,
            None => SAID_HEIGHT + BAR_HEIGHT,
        }
    }

    /// Returns the y on which bars stand.
    pub fn base(&self) -> f64 {
        match self.columns() {
            Some(_) => self.height() - LEADER_HEIGHT,
            None => self.height(),
        }
    }
}

/// Returns the part of an axis that the window shows; all of it if the window lies outside.
fn window(whole: Axis, timelines: &Timelines) -> Axis {
    match timelines.window {
        Some((from, to)) if from <= whole.last && to >= whole.first => Axis {
            first: from.max(whole.first),
            last: to.min(whole.last),
        },
        _ => whole,
    }
}

/// Returns the dated documents that begin on an axis.
fn within(documents: &[IndexedDocument], axis: Axis) -> Range<usize> {
    let before =
        |day: Day| documents.partition_point(|document| document.metadata.first_day() < day);
    let end = axis
        .last
        .0
        .checked_add(1)
        .map_or(documents.len(), |day| before(Day(day)));
    before(axis.first).min(end)..end
}

fn unit_that_fits(axis: &Axis, width: f64) -> Unit {
    axis.unit((width / 4.0).max(4.0) as usize)
}

/// Returns the unit, or the next coarser one that makes no more than [`MOST_BINS`].
fn possible(unit: Unit, axis: &Axis) -> Unit {
    unit.max(axis.unit(MOST_BINS))
}

fn slot(bin: Bin, axis: &Axis, width: f64) -> Slot {
    let left = axis.place(bin.from) * width;
    let end = axis.place(Day(bin.to.0.saturating_add(1))) * width;
    Slot {
        left: left + 0.5,
        width: (end - left - 1.0).max(1.0),
        bin,
        document: None,
    }
}

fn everything(index: &Index, width: f64) -> Slot {
    let passages = 0..index.passages();
    let words = passages
        .clone()
        .map(|passage| index.words_of(passage))
        .sum();
    Slot {
        left: 0.0,
        width,
        bin: Bin {
            from: Day::MIN,
            to: Day::MAX,
            passages,
            words,
        },
        document: None,
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
fn columns(
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
