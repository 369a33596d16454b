//! The layout of the wall in CSS pixels: documents side by side while they fit, bins of time beyond.
//!
//! ```text
//!                 name
//!   name         ▪▪▪▪▪▪           each document a block of cells, one for each passage,
//!   ▪▪▪▪▪        ▪▪▪▪▪▪           in reading order, left to right and downwards,
//! ────┴─────ʌʌ──────┴────── base  centred on its date
//! ────┼─────────────┼────── axis  years; the width of doubt of each date; years without a text may be folded
//! ```
//!
//! Where the reader asks for it, documents stand in their order at equal distances, above an axis without years.
//!
//! A [`Slot`] is a document or a bin. Lanes, tables, sentences and saved pictures all count the slots of one [`Scene`].

use super::columns::{Columns, Room, columns, days};
use super::slot::Slot;
use crate::components::{Page, View};
use crate::i18n;
use crate::state::{Measure, Timelines};
use frise_date::Day;
use frise_index::search::Scope;
use frise_index::timeline::{Axis, Bin, Bins, Fold, Scale, Unit, empty_years};
use frise_index::{Index, IndexedDocument};
use std::ops::Range;
use std::rc::Rc;
use yew::Properties;

/// The height of the line that says what a bar counts.
const SAID_HEIGHT: f64 = 20.0;
/// The height from the base of the blocks to the axis.
pub const FOOT: f64 = 4.0;
/// The height of the highest bar.
pub const BAR_HEIGHT: f64 = super::columns::BAR_HEIGHT;
/// The space at either end of the axis, so that the first and the last day have room for a block.
const MARGIN: f64 = 18.0;
/// The width of a fold.
const FOLD_WIDTH: f64 = 40.0;
/// The largest number of bins. A unit that would make more gives way to a coarser one.
const MOST_BINS: usize = 1_200;

/// All that is drawn of time, for a width.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The stretch of time; `None` where no document has a date.
    pub axis: Option<Axis>,
    /// Where days stand to scale; `None` where no document has a date.
    pub scale: Option<Scale>,
    /// Where days stand if the documents stand in their order and not on their dates.
    pub order: Option<Scale>,
    /// Whether the axis is all the time of the corpus.
    pub is_whole: bool,
    /// The length of the axis.
    pub width: f64,
    /// How large the reader's letters are, where 1 is what browsers begin with.
    pub letters: f64,
    /// The slots, from left to right.
    pub slots: Vec<Slot>,
    /// What the slots are.
    pub cut: Cut,
    /// Whether each passage is drawn as a cell.
    pub has_cells: bool,
    /// The passages of the documents without a date.
    pub undated: Range<u32>,
    /// The passages that are in view: all of them, or those of the documents that begin in the stretch of time.
    pub in_view: Range<u32>,
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
    /// Lays out the wall of a page for letters of the usual size.
    pub fn of(view: &Page, width: f64) -> Scene {
        Scene::with_letters(view, width, 1.0)
    }

    /// Lays out the wall of a page for the size of the reader's letters.
    pub fn with_letters(view: &Page, width: f64, letters: f64) -> Scene {
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
        let in_view = match is_whole {
            true => 0..index.passages(),
            false => passages_from(shown.start)..passages_from(shown.end),
        };
        let by_hand = axis.and(timelines.unit);
        let scale = axis.map(|axis| scale(axis, &documents[..dated], timelines.fold, width));
        let in_order = timelines.in_order && by_hand.is_none();
        let order = axis.filter(|_| in_order).map(|axis| {
            let shown = documents[shown.clone()].iter();
            Scale::in_order(axis, shown.map(|document| days(&document.metadata)))
        });
        let room = Room {
            scale: scale.as_ref().filter(|_| order.is_none()),
            width,
            letters,
            measure: timelines.measure,
        };
        let columns = match by_hand {
            Some(_) => None,
            None => columns(index, shown, &room, |metadata| {
                i18n::of(&metadata.short, view.language()).to_string()
            }),
        };
        let (slots, cut) = match (columns, &scale) {
            (Some((slots, columns)), _) => (slots, Cut::Documents(columns)),
            (None, Some(scale)) => {
                let axis = scale.axis();
                let unit = by_hand.map_or_else(
                    || unit_that_fits(&axis, width),
                    |unit| possible(unit, &axis),
                );
                let bins = Bins::of(&axis, unit, index, is_whole);
                (
                    bins.bins
                        .into_iter()
                        .map(|bin| slot(bin, scale, width))
                        .collect(),
                    Cut::Time(unit),
                )
            }
            // Without any date, one slot holds all passages.
            (None, None) => (vec![everything(index, width)], Cut::Time(Unit::Century)),
        };
        let scope = Scope::of(&view.state.filters);
        let in_scope = |mut slot: Slot| {
            let passages = slot.bin.passages.clone();
            let words = passages.map(|passage| scope.words_of(index, passage));
            slot.bin.words = words.sum();
            slot
        };
        let slots = match scope.is_everything() {
            true => slots,
            false => slots.into_iter().map(in_scope).collect(),
        };
        Scene {
            has_cells: matches!(cut, Cut::Documents(_)) && timelines.measure == Measure::Count,
            axis,
            scale,
            order: order.filter(|_| matches!(cut, Cut::Documents(_))),
            is_whole,
            width,
            letters,
            slots,
            cut,
            undated,
            in_view,
        }
    }

    /// Returns the blocks of cells, if the slots are documents.
    pub fn columns(&self) -> Option<&Columns> {
        match &self.cut {
            Cut::Documents(columns) => Some(columns),
            Cut::Time(_) => None,
        }
    }

    /// Returns the unit of time by which passages are counted, where documents are asked for in their order and cannot be shown
    /// one by one.
    pub fn unordered(&self, timelines: &Timelines) -> Option<Unit> {
        match self.cut {
            Cut::Time(unit) if timelines.in_order && self.axis.is_some() => Some(unit),
            _ => None,
        }
    }

    /// Returns where days stand on the axis below the documents; `None` where no document has a date.
    pub fn axis_scale(&self) -> Option<&Scale> {
        self.order.as_ref().or(self.scale.as_ref())
    }

    /// Returns the years that are folded.
    pub fn folds(&self) -> &[Fold] {
        self.axis_scale().map_or(&[], Scale::folds)
    }

    /// Returns the height of everything above the axis.
    pub fn height(&self) -> f64 {
        match self.columns() {
            Some(columns) if self.has_cells => columns.base + FOOT,
            Some(columns) => SAID_HEIGHT + columns.base + FOOT,
            None => SAID_HEIGHT + BAR_HEIGHT,
        }
    }

    /// Returns the y on which bars stand.
    pub fn base(&self) -> f64 {
        match self.columns() {
            Some(_) => self.height() - FOOT,
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

/// Returns where days stand. Years without a text are folded where the reader asks for it, or where they would take more than a
/// third of the width.
fn scale(axis: Axis, documents: &[IndexedDocument], fold: Option<bool>, width: f64) -> Scale {
    let days = axis.days() as f64;
    let share = |fold: &Fold| (f64::from(fold.last.0) - f64::from(fold.first.0) + 1.0) / days;
    let fold_share = FOLD_WIDTH / width;
    let mut folds = match fold {
        Some(false) => Vec::new(),
        Some(true) | None => empty_years(&axis, documents),
    };
    // A fold saves room, or is none; and folds leave room for the rest.
    folds.retain(|fold| share(fold) > 1.2 * fold_share);
    let helps = folds.iter().map(share).sum::<f64>() > 1.0 / 3.0;
    if (fold.is_none() && !helps) || fold_share * folds.len() as f64 > 0.5 {
        folds.clear();
    }
    Scale::folded(axis, folds, fold_share, (MARGIN / width).min(0.1))
}

fn slot(bin: Bin, scale: &Scale, width: f64) -> Slot {
    let left = scale.place(bin.from) * width;
    let end = scale.place_after(bin.to) * width;
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
