//! The words that count under a filter of voices.
//!
//! A passage can have several voices: a journalist tells, and quotes a speaker. Where voices are filtered for, the words of the
//! others do not count: a query, a theme and a rate are read as if only the spans in these voices were there.

use super::{Filters, PassageSet, speech};
use crate::format::{Index, IndexedRun};
use crate::model::Voice;

/// The words that count: all of them, or where voices are filtered for, those of spans in these voices, without headings.
///
/// Where speakers are filtered for as well, the spans are those in which they are heard. An occurrence of several words counts
/// if all words from its first to its last one do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    voices: Vec<Voice>,
    speakers: Vec<u32>,
}

impl Scope {
    /// Returns the scope of some filters.
    pub fn of(filters: &Filters) -> Scope {
        Scope {
            voices: filters.voices.clone(),
            speakers: filters.speakers.clone(),
        }
    }

    /// Returns whether all words count, headings included.
    pub fn is_everything(&self) -> bool {
        self.voices.is_empty()
    }

    /// Returns whether the words of a run count.
    pub fn has_run(&self, run: &IndexedRun) -> bool {
        self.is_everything()
            || speech::span(run)
                .is_some_and(|(speaker, voice)| self.has_voice(voice) && self.has_speaker(speaker))
    }

    /// Returns whether the words of a passage count from one position to another, both included.
    pub fn has(&self, index: &Index, start: u32, end: u32) -> bool {
        self.is_everything() || runs_between(index, start, end).all(|(_, run)| self.has_run(run))
    }

    /// Returns how many words of a passage count.
    pub fn words_of(&self, index: &Index, passage: u32) -> u32 {
        if self.is_everything() {
            return index.words_of(passage);
        }
        let runs = index.runs_of(passage).iter();
        let counted = runs.filter(|run| self.has_run(run));
        counted.map(|run| run.positions.len() as u32).sum()
    }

    /// Returns whether a voice passes the filter of voices.
    pub(super) fn has_voice(&self, voice: Voice) -> bool {
        self.voices.is_empty() || self.voices.contains(&voice)
    }

    /// Returns whether a speaker, or nobody, passes the filter of speakers.
    pub(super) fn has_speaker(&self, speaker: Option<u32>) -> bool {
        self.speakers.is_empty() || speaker.is_some_and(|speaker| self.speakers.contains(&speaker))
    }
}

/// Returns the runs of a passage that have words from one position to another, both included, with their places in it.
fn runs_between(index: &Index, start: u32, end: u32) -> impl Iterator<Item = (usize, &IndexedRun)> {
    let runs = index.runs_of(index.passage_at(start));
    let first = runs.partition_point(|run| run.positions.end <= start);
    let there = runs.iter().enumerate().skip(first);
    there
        .take_while(move |(_, run)| run.positions.start <= end)
        .filter(|(_, run)| !run.positions.is_empty())
}

/// Takes the place of the cell of a run that belongs to none.
const NO_CELL: u32 = u32::MAX;

/// The words of each passage, divided by a value that spans have: by voice, or by speaker.
///
/// A cell is what a passage has of one value. A query is matched in all cells at once, as it is in passages.
pub(super) struct Cells {
    /// The passage and the value of each cell, by rising passage.
    cells: Vec<(u32, u32)>,
    cell_of_run: Vec<u32>,
    /// Where the runs of each passage begin.
    first_run: Vec<u32>,
}

impl Cells {
    /// Divides the spans of all passages; `value` returns `None` for those that are left out.
    pub fn new(index: &Index, value: impl Fn(speech::Span) -> Option<u32>) -> Cells {
        let mut divided = Cells {
            cells: Vec::new(),
            cell_of_run: Vec::new(),
            first_run: Vec::new(),
        };
        for passage in 0..index.passages() {
            divided.first_run.push(divided.cell_of_run.len() as u32);
            let first = divided.cells.len();
            for run in index.runs_of(passage) {
                let cell = speech::span(run).and_then(&value).map(|value| {
                    let own = divided.cells[first..].iter();
                    let known = own.clone().position(|cell| cell.1 == value);
                    let place = first + known.unwrap_or(own.len());
                    if known.is_none() {
                        divided.cells.push((passage, value));
                    }
                    place as u32
                });
                divided.cell_of_run.push(cell.unwrap_or(NO_CELL));
            }
        }
        divided
    }

    /// Returns the number of cells.
    pub fn len(&self) -> u32 {
        self.cells.len() as u32
    }

    /// Returns the passage and the value of a cell.
    pub fn get(&self, cell: u32) -> (u32, u32) {
        self.cells[cell as usize]
    }

    /// Returns the cell that has all words of a passage from one position to another, both included.
    pub fn at(&self, index: &Index, start: u32, end: u32) -> Option<u32> {
        let first = *self.first_run.get(index.passage_at(start) as usize)? as usize;
        let mut cells =
            runs_between(index, start, end).map(|(place, _)| self.cell_of_run[first + place]);
        let cell = cells.next().filter(|cell| *cell != NO_CELL)?;
        cells.all(|other| other == cell).then_some(cell)
    }

    /// Returns the cells of some passages.
    pub fn of_passages(&self, passages: &PassageSet) -> PassageSet {
        let mut cells = PassageSet::none(self.len());
        for (cell, (passage, _)) in (0..).zip(&self.cells) {
            if passages.contains(*passage) {
                cells.insert(cell);
            }
        }
        cells
    }
}
