//! Where and why a passage matched, and the dates that it speaks of: its text in segments, hits and dates told
//! apart.

use super::plan::{Leaf, Plan};
use super::sequences::within;
use super::{Reason, Searcher};
use crate::format::{IndexedMention, IndexedRun};
use crate::model::RunKind;
use frise_date::Edtf;
use frise_text::is_elided;
use std::ops::Range;

/// A run of a passage with its hits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedRun {
    /// Heading or voice.
    pub kind: RunKind,
    /// Who speaks, as a place among the speakers.
    pub speaker: Option<u32>,
    /// The text, cut where hits and dates begin and end; joined, it is the run's text to the letter.
    pub segments: Vec<Segment>,
}

/// A piece of text that is a hit, or none, and belongs to a date that is spoken of, or to none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The text.
    pub text: String,
    /// Why it is a hit, if it is one.
    pub reason: Option<Reason>,
    /// The date that is mentioned there; a mention may be several segments, where part of it is a hit.
    pub mentioned: Option<Edtf>,
}

/// The position of a word that is a hit, with why, and whether the next word belongs to the same hit. Those of a passage
/// are in rising order.
type Mark = (u32, (Reason, bool));

impl Searcher {
    /// The runs of a passage with the hits of a plan, and the evidence of the themes that are held.
    pub fn marked(&self, passage: u32, plan: &Plan, themes: &[u32]) -> Vec<MarkedRun> {
        let marks = self.marks(passage, plan, themes);
        let runs = self.index().runs_of(passage).iter();
        let whole = Window {
            words: 0..u32::MAX,
            opens: true,
            closes: true,
        };
        runs.map(|run| self.marked_run(passage, run, &marks, &whole))
            .collect()
    }

    /// As [`Searcher::marked`] without headings, and cut to the `words` words that hold most hits;
    /// `…` stands where something was cut away.
    pub fn snippet(&self, passage: u32, plan: &Plan, themes: &[u32], words: u32) -> Vec<MarkedRun> {
        let marks = self.marks(passage, plan, themes);
        let spans = self
            .index()
            .runs_of(passage)
            .iter()
            .filter(|run| matches!(run.kind, RunKind::Span(_)));
        let all = spans
            .clone()
            .map(|run| run.positions.start)
            .min()
            .unwrap_or(0)
            ..spans
                .clone()
                .map(|run| run.positions.end)
                .max()
                .unwrap_or(0);
        let words = best_window(&all, &marks, words);
        let window = Window {
            opens: words.start == all.start,
            closes: words.end == all.end,
            words,
        };
        let mut runs = Vec::new();
        for run in spans {
            let mut marked = self.marked_run(passage, run, &marks, &window);
            if marked.segments.is_empty() {
                continue;
            }
            let ellipsis = |text: &str| Segment {
                text: text.to_string(),
                reason: None,
                mentioned: None,
            };
            if !window.opens && run.positions.contains(&window.words.start) {
                marked.segments.insert(0, ellipsis("… "));
            }
            if !window.closes && run.positions.contains(&(window.words.end - 1)) {
                marked.segments.push(ellipsis(" …"));
            }
            runs.push(marked);
        }
        runs
    }

    fn marks(&self, passage: u32, plan: &Plan, themes: &[u32]) -> Vec<Mark> {
        let mut marks = Vec::new();
        let positions = self.index().positions_of(passage);
        for leaves in self.evidence(themes) {
            for leaf in leaves.iter().filter(|leaf| leaf.counts) {
                self.mark(leaf, Some(Reason::Theme), &positions, &mut marks);
            }
        }
        for leaf in plan.leaves.iter().filter(|leaf| leaf.counts) {
            self.mark(leaf, None, &positions, &mut marks);
        }
        // What was marked last counts.
        marks.reverse();
        marks.sort_by_key(|(position, _)| *position);
        marks.dedup_by_key(|(position, _)| *position);
        marks
    }

    fn mark(
        &self,
        leaf: &Leaf,
        reason: Option<Reason>,
        positions: &Range<u32>,
        marks: &mut Vec<Mark>,
    ) {
        if let [forms] = leaf.parts.as_slice() {
            for (form, own) in forms {
                for position in within(self.index().occurrences(*form), positions) {
                    marks.push((*position, (reason.unwrap_or(*own), false)));
                }
            }
            return;
        }
        let reason = reason.unwrap_or(Reason::Exact);
        for sequence in self.sequences(leaf, positions) {
            match sequence.members {
                None => {
                    for position in sequence.start..=sequence.end {
                        marks.push((position, (reason, position < sequence.end)));
                    }
                }
                Some(members) => {
                    for position in members {
                        marks.push((position, (reason, false)));
                    }
                }
            }
        }
    }

    /// A run cut to the words of a window, with the separators that stand between them.
    fn marked_run(
        &self,
        passage: u32,
        run: &IndexedRun,
        marks: &[Mark],
        window: &Window,
    ) -> MarkedRun {
        let mut segments: Vec<Segment> = Vec::new();
        let mut next = run.positions.start;
        let mut joined = None;
        let mut after_elision = false;
        let mut mentions = self.index().mentions_of(passage).iter().peekable();
        for piece in self.index().pieces(run) {
            let inside = match piece.word {
                Some((_, position)) => window.words.contains(&position),
                None => window.holds_separator_before(next),
            };
            let reason = match piece.word {
                Some((_, position)) => {
                    next = position + 1;
                    let place = marks.binary_search_by_key(&position, |(position, _)| *position);
                    let mark = place.ok().map(|place| marks[place].1);
                    let alone = joined.is_none() && mark.is_some_and(|(_, goes_on)| !goes_on);
                    joined = mark
                        .filter(|(_, goes_on)| *goes_on)
                        .map(|(reason, _)| reason);
                    match mark {
                        Some((Reason::Exact, _)) if alone && after_elision => Some(Reason::Elided),
                        mark => mark.map(|(reason, _)| reason),
                    }
                }
                None => joined,
            };
            // What stands between two words of a mention belongs to it.
            let at = piece.word.map_or(next, |(_, position)| position);
            while mentions
                .next_if(|mention| mention.positions.end <= at)
                .is_some()
            {}
            let begins = |mention: &&&IndexedMention| {
                mention.positions.start < at + u32::from(piece.word.is_some())
            };
            let mentioned = mentions.peek().filter(begins).map(|mention| mention.date);
            after_elision = piece.word.is_some() && is_elided(piece.text);
            if !inside {
                continue;
            }
            match segments.last_mut() {
                Some(last) if (last.reason, last.mentioned) == (reason, mentioned) => {
                    last.text.push_str(piece.text)
                }
                _ => segments.push(Segment {
                    text: piece.text.to_string(),
                    reason,
                    mentioned,
                }),
            }
        }
        MarkedRun {
            kind: run.kind,
            speaker: run.speaker,
            segments,
        }
    }
}

/// The words of a passage that are shown.
struct Window {
    words: Range<u32>,
    /// Whether it begins and ends where the passage does.
    opens: bool,
    closes: bool,
}

impl Window {
    /// Whether what stands before a position, and after the one before it, is shown.
    fn holds_separator_before(&self, position: u32) -> bool {
        let Range { start, end } = self.words;
        (position > start || position == start && self.opens)
            && (position < end || position == end && self.closes)
    }
}

/// The stretch of at most `words` positions that holds most hits, with some words before the first.
fn best_window(all: &Range<u32>, marks: &[Mark], words: u32) -> Range<u32> {
    let length = all.end.saturating_sub(all.start);
    if length <= words {
        return all.clone();
    }
    let hits: Vec<u32> = marks
        .iter()
        .map(|(position, _)| *position)
        .filter(|position| all.contains(position))
        .collect();
    let count_from = |start: u32| {
        hits.iter()
            .filter(|hit| (start..start + words * 3 / 4).contains(*hit))
            .count()
    };
    let first = hits
        .iter()
        .copied()
        .max_by_key(|hit| (count_from(*hit), std::cmp::Reverse(*hit)));
    let start = first
        .map_or(all.start, |first| first.saturating_sub(words / 4))
        .clamp(all.start, all.end - words);
    start..start + words
}
