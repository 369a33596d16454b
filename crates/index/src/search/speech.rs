//! Who speaks in each passage, and in which voices.

use super::PassageSet;
use crate::format::{Index, IndexedRun};
use crate::model::{RunKind, Voice};

/// The speaker and the voice of a span.
pub(super) type Span = (Option<u32>, Voice);

/// Takes the place of the span of a passage that has several different ones, or none.
const NOT_ONE: u32 = u32::MAX;

/// The speakers and voices of passages.
///
/// Most passages have one span, or several alike. A set of passages is counted by these spans first, which adds one number per
/// passage; only the others are looked at span by span.
pub(super) struct Speech {
    /// The span of each passage that has one, as a number.
    span_of: Vec<u32>,
    speakers: usize,
}

/// A set of passages, counted by their spans.
pub(super) struct Tally {
    /// How many passages have each span and no other.
    alone: Vec<u32>,
    /// The other passages.
    others: Vec<u32>,
}

impl Speech {
    /// Reads the spans of all passages.
    pub fn new(index: &Index) -> Speech {
        let span_of = |passage: u32| {
            let mut spans = spans(index, passage);
            let first = spans.next().map_or(NOT_ONE, number);
            let is_alone = spans.all(|span| number(span) == first);
            if is_alone { first } else { NOT_ONE }
        };
        Speech {
            span_of: (0..index.passages()).map(span_of).collect(),
            speakers: index.about().speakers.len(),
        }
    }

    /// Counts a set of passages by their spans.
    pub fn tally(&self, set: &PassageSet) -> Tally {
        let mut tally = Tally {
            alone: vec![0; (self.speakers + 1) * Voice::ALL.len()],
            others: Vec::new(),
        };
        set.each(|passage| match self.span_of[passage as usize] {
            NOT_ONE => tally.others.push(passage),
            span => tally.alone[span as usize] += 1,
        });
        tally
    }

    /// Returns the number of tallied passages that have a span of each of some values; a passage counts once for each value.
    pub fn count(
        index: &Index,
        tally: &Tally,
        values: usize,
        value: impl Fn(Span) -> Option<usize>,
    ) -> Vec<u32> {
        let mut counts = vec![0; values];
        for (number, passages) in tally.alone.iter().enumerate() {
            if let Some(value) = value(span_of(number)) {
                counts[value] += passages;
            }
        }
        let mut last = vec![u32::MAX; values];
        for passage in &tally.others {
            for value in spans(index, *passage).filter_map(&value) {
                if last[value] != *passage {
                    last[value] = *passage;
                    counts[value] += 1;
                }
            }
        }
        counts
    }
}

fn spans(index: &Index, passage: u32) -> impl Iterator<Item = Span> {
    index.runs_of(passage).iter().filter_map(span)
}

/// Returns the speaker and the voice of a run; `None` for headings.
pub(super) fn span(run: &IndexedRun) -> Option<Span> {
    match run.kind {
        RunKind::Span(voice) => Some((run.speaker, voice)),
        RunKind::Heading(_) => None,
    }
}

/// Returns the number of a span: those of nobody come first, then those of each speaker, voice by voice.
fn number((speaker, voice): Span) -> u32 {
    let speaker = speaker.map_or(0, |speaker| speaker + 1);
    speaker * Voice::ALL.len() as u32 + voice as u32
}

fn span_of(number: usize) -> Span {
    let speaker = (number / Voice::ALL.len()).checked_sub(1);
    let voice = Voice::ALL[number % Voice::ALL.len()];
    (speaker.map(|speaker| speaker as u32), voice)
}
