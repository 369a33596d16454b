//! Highlighting: the text of a passage in segments, which are hits, mentioned dates, or neither.

use super::Reason;
use super::plan::{Leaf, Plan};
use super::sequences::{sequences, within};
use crate::format::{Index, IndexedMention, IndexedRun};
use crate::model::RunKind;
use frise_date::Edtf;
use frise_text::is_elided;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;

/// A run of a passage with its hits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HighlightedRun {
    /// Whether it is a heading or a span in a voice.
    pub kind: RunKind,
    /// The speaker.
    pub speaker: Option<u32>,
    /// The text, split where hits and dates begin and end. Joined, the segments are the text of the run.
    pub segments: Vec<Segment>,
}

/// A piece of text that is all or part of a hit, of a mentioned date, of both, or of neither.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The text.
    pub text: String,
    /// Why it is a hit, if it is one.
    pub reason: Option<Reason>,
    /// The mentioned date, if the text mentions one. A mention is several segments where part of it is a hit.
    pub mentioned: Option<Edtf>,
}

impl Segment {
    fn ellipsis(text: &str) -> Segment {
        Segment {
            text: text.to_string(),
            reason: None,
            mentioned: None,
        }
    }
}

/// A word that is a hit.
#[derive(Clone, Copy)]
struct Mark {
    position: u32,
    reason: Reason,
    /// Whether the next word belongs to the same hit.
    continues: bool,
}

/// Highlights the hits of a plan and of some themes.
pub(super) struct Highlighter<'s> {
    index: &'s Index,
    plan: &'s Plan,
    /// The leaves of the plan of each theme.
    themes: Vec<Cow<'s, [Leaf]>>,
}

impl<'s> Highlighter<'s> {
    pub fn new(index: &'s Index, plan: &'s Plan, themes: Vec<Cow<'s, [Leaf]>>) -> Highlighter<'s> {
        Highlighter {
            index,
            plan,
            themes,
        }
    }

    /// Returns the runs of a passage, highlighted.
    pub fn highlight(&self, passage: u32) -> Vec<HighlightedRun> {
        let marks = self.marks(passage);
        let window = Window {
            words: 0..u32::MAX,
            is_at_start: true,
            is_at_end: true,
        };
        let runs = self.index.runs_of(passage).iter();
        runs.map(|run| self.highlight_run(passage, run, &marks, &window))
            .collect()
    }

    /// Returns the stretch of at most `words` words of a passage that has most hits, highlighted, without headings.
    pub fn snippet(&self, passage: u32, words: u32) -> Vec<HighlightedRun> {
        let marks = self.marks(passage);
        let runs = self.index.runs_of(passage).iter();
        let spans = runs.filter(|run| matches!(run.kind, RunKind::Span(_)));
        let starts = spans.clone().map(|run| run.positions.start);
        let ends = spans.clone().map(|run| run.positions.end);
        let all = starts.min().unwrap_or(0)..ends.max().unwrap_or(0);
        let words = best_window(&all, &marks, words);
        let window = Window {
            is_at_start: words.start == all.start,
            is_at_end: words.end == all.end,
            words,
        };
        let mut highlighted = Vec::new();
        for run in spans {
            let mut shown = self.highlight_run(passage, run, &marks, &window);
            if shown.segments.is_empty() {
                continue;
            }
            if !window.is_at_start && run.positions.contains(&window.words.start) {
                shown.segments.insert(0, Segment::ellipsis("… "));
            }
            if !window.is_at_end && run.positions.contains(&(window.words.end - 1)) {
                shown.segments.push(Segment::ellipsis(" …"));
            }
            highlighted.push(shown);
        }
        highlighted
    }

    /// Returns the hits of a passage by rising position, each position once.
    fn marks(&self, passage: u32) -> Vec<Mark> {
        let mut marks = Vec::new();
        let positions = self.index.positions_of(passage);
        for leaf in self.themes.iter().flat_map(|leaves| leaves.iter()) {
            self.mark(leaf, Some(Reason::Theme), &positions, &mut marks);
        }
        for leaf in &self.plan.leaves {
            self.mark(leaf, None, &positions, &mut marks);
        }
        // Of several marks at a position the last one is kept: hits of the query hide those of themes.
        marks.reverse();
        marks.sort_by_key(|mark| mark.position);
        marks.dedup_by_key(|mark| mark.position);
        marks
    }

    /// Appends the hits of a leaf, all for the given reason if there is one.
    fn mark(
        &self,
        leaf: &Leaf,
        reason: Option<Reason>,
        positions: &Range<u32>,
        marks: &mut Vec<Mark>,
    ) {
        if !leaf.counts {
            return;
        }
        let scope = self.plan.scope();
        if let [forms] = leaf.parts.as_slice() {
            for (form, own_reason) in forms {
                let there = within(self.index.postings(*form), positions).iter();
                for position in there.filter(|at| scope.has(self.index, **at, **at)) {
                    marks.push(Mark {
                        position: *position,
                        reason: reason.unwrap_or(leaf.reason(*own_reason)),
                        continues: false,
                    });
                }
            }
            return;
        }
        let reason = reason.unwrap_or(leaf.reason(Reason::Exact));
        let there = sequences(self.index, leaf, positions).into_iter();
        for sequence in there.filter(|hit| scope.has(self.index, hit.start, hit.end)) {
            let mark = |position: u32, continues: bool| Mark {
                position,
                reason,
                continues,
            };
            match sequence.members {
                None => marks.extend(
                    (sequence.start..=sequence.end)
                        .map(|position| mark(position, position < sequence.end)),
                ),
                Some(members) => {
                    marks.extend(members.into_iter().map(|position| mark(position, false)));
                }
            }
        }
    }

    /// Returns the words of a run that lie in a window, with the separators between them.
    fn highlight_run(
        &self,
        passage: u32,
        run: &IndexedRun,
        marks: &[Mark],
        window: &Window,
    ) -> HighlightedRun {
        let mut segments: Vec<Segment> = Vec::new();
        // The position of the next word.
        let mut next = run.positions.start;
        // The reason of the hit that goes on, which separators within it share.
        let mut continued = None;
        let mut is_after_elision = false;
        let mut mentions = self.index.mentions_of(passage).iter().peekable();
        for piece in self.index.pieces(run) {
            let is_inside = match piece.word {
                Some((_, position)) => window.words.contains(&position),
                None => window.has_separator_before(next),
            };
            let reason = match piece.word {
                Some((_, position)) => {
                    next = position + 1;
                    let place = marks.binary_search_by_key(&position, |mark| mark.position);
                    let mark = place.ok().map(|place| marks[place]);
                    let is_single = continued.is_none() && mark.is_some_and(|mark| !mark.continues);
                    let continuing = mark.filter(|mark| mark.continues);
                    continued = continuing.map(|mark| mark.reason);
                    match mark.map(|mark| mark.reason) {
                        Some(Reason::Exact) if is_single && is_after_elision => {
                            Some(Reason::Elided)
                        }
                        reason => reason,
                    }
                }
                None => continued,
            };
            // A separator between two words of a mention belongs to it.
            let at = piece.word.map_or(next, |(_, position)| position);
            while mentions
                .next_if(|mention| mention.positions.end <= at)
                .is_some()
            {}
            let has_begun = |mention: &&&IndexedMention| {
                mention.positions.start < at + u32::from(piece.word.is_some())
            };
            let mentioned = mentions
                .peek()
                .filter(has_begun)
                .map(|mention| mention.date);
            is_after_elision = piece.word.is_some() && is_elided(piece.text);
            if !is_inside {
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
        HighlightedRun {
            kind: run.kind,
            speaker: run.speaker,
            segments,
        }
    }
}

/// The words of a passage that are shown.
struct Window {
    words: Range<u32>,
    /// Whether it begins with the first word of the passage.
    is_at_start: bool,
    /// Whether it ends with the last word of the passage.
    is_at_end: bool,
}

impl Window {
    /// Returns whether the separator before a position, and after the previous one, is shown.
    fn has_separator_before(&self, position: u32) -> bool {
        let Range { start, end } = self.words;
        (position > start || position == start && self.is_at_start)
            && (position < end || position == end && self.is_at_end)
    }
}

/// Returns the stretch of at most `words` positions that has most hits, with some words before the first.
fn best_window(all: &Range<u32>, marks: &[Mark], words: u32) -> Range<u32> {
    let length = all.end.saturating_sub(all.start);
    if length <= words {
        return all.clone();
    }
    let positions = marks.iter().map(|mark| mark.position);
    let hits: Vec<u32> = positions
        .filter(|position| all.contains(position))
        .collect();
    let count_from = |start: u32| {
        let end = start + words * 3 / 4;
        hits.iter()
            .filter(|hit| (start..end).contains(*hit))
            .count()
    };
    let first = hits
        .iter()
        .copied()
        .max_by_key(|hit| (count_from(*hit), Reverse(*hit)));
    let start = first
        .map_or(all.start, |first| first.saturating_sub(words / 4))
        .clamp(all.start, all.end - words);
    start..start + words
}
