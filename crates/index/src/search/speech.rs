//! Who speaks in each passage, and in which voices.

use super::PassageSet;
use crate::format::Index;
use crate::model::{RunKind, Voice};
use std::collections::BTreeMap;

/// The speaker and the voice of a span.
pub(super) type Span = (Option<u32>, Voice);

/// The speakers and voices of passages.
///
/// Most passages have one span, and few combinations of speakers and voices occur. A set of passages is therefore counted by
/// combination first, which adds one number per passage, and only the combinations are looked at span by span.
pub(super) struct Speech {
    /// The combination of each passage.
    combination_of: Vec<u32>,
    /// The distinct spans of each combination.
    combinations: Vec<Vec<Span>>,
}

impl Speech {
    /// Reads the spans of all passages.
    pub fn new(index: &Index) -> Speech {
        let mut speech = Speech {
            combination_of: Vec::with_capacity(index.passages() as usize),
            combinations: Vec::new(),
        };
        let mut known: BTreeMap<Vec<Span>, u32> = BTreeMap::new();
        let mut spans: Vec<Span> = Vec::new();
        let mut previous = u32::MAX;
        for passage in 0..index.passages() {
            spans.clear();
            for run in index.runs_of(passage) {
                if let RunKind::Span(voice) = run.kind {
                    let span = (run.speaker, voice);
                    if let Err(place) = spans.binary_search(&span) {
                        spans.insert(place, span);
                    }
                }
            }
            // Neighbouring passages are mostly alike.
            if speech.combinations.get(previous as usize) != Some(&spans) {
                previous = *known.entry(spans.clone()).or_insert_with(|| {
                    speech.combinations.push(spans.clone());
                    speech.combinations.len() as u32 - 1
                });
            }
            speech.combination_of.push(previous);
        }
        speech
    }

    /// Returns the number of passages of a set that have each combination.
    pub fn tally(&self, set: &PassageSet) -> Vec<u32> {
        let mut tally = vec![0; self.combinations.len()];
        set.each(|passage| tally[self.combination_of[passage as usize] as usize] += 1);
        tally
    }

    /// Returns the number of tallied passages that have a span of each of some values; a passage counts once for each value.
    pub fn count(
        &self,
        tally: &[u32],
        values: usize,
        value: impl Fn(Span) -> Option<usize>,
    ) -> Vec<u32> {
        let mut counts = vec![0; values];
        let mut last = vec![usize::MAX; values];
        for (combination, spans) in self.combinations.iter().enumerate() {
            if tally[combination] == 0 {
                continue;
            }
            for value in spans.iter().filter_map(|span| value(*span)) {
                if std::mem::replace(&mut last[value], combination) != combination {
                    counts[value] += tally[combination];
                }
            }
        }
        counts
    }
}
