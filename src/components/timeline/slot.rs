//! What is counted together on the wall: a document or a bin.

use crate::components::Page;
use crate::i18n;
use crate::state::Measure;
use frise_date::phrase_range;
use frise_index::timeline::Bin;

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
