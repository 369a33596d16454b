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

use super::columns::{Columns, NAME_HEIGHT, columns};
use super::slot::Slot;
use crate::components::{Page, View};
use crate::state::{Measure, Timelines};
use frise_date::Day;
use frise_index::timeline::{Axis, Bin, Bins, Unit};
use frise_index::{Index, IndexedDocument};
use std::ops::Range;
use std::rc::Rc;
use yew::Properties;

/// The height of the line that says what a bar counts.
const SAID_HEIGHT: f64 = 20.0;
/// The height from the base of the blocks to the axis.
pub const LEADER_HEIGHT: f64 = 18.0;
/// The height of the highest bar.
pub const BAR_HEIGHT: f64 = 120.0;
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

/// Props of the components that are drawn from a scene.
#[derive(Clone, PartialEq, Properties)]
pub struct SceneProps {
    /// The page.
    pub view: View,
    /// The layout of the wall.
    pub scene: Rc<Scene>,
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
