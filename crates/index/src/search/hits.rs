//! The hits of an answer one by one, for the concordance.

use super::plan::Leaf;
use super::{PassageSet, Plan, Reason, Searcher};

/// A place where a word of the query, or several that belong together, stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// The position of its first word.
    pub start: u32,
    /// The position of its last word.
    pub end: u32,
    /// The passage.
    pub passage: u32,
    /// Why it is a hit.
    pub reason: Reason,
}

impl Searcher {
    /// The hits of a plan in some passages, in reading order; where the plan has no word, the evidence
    /// of the themes that are held.
    pub fn hits(&self, passages: &PassageSet, plan: &Plan, themes: &[u32]) -> Vec<Hit> {
        let mut hits = Vec::new();
        if plan.has_words() {
            self.hits_of(&plan.leaves, None, passages, &mut hits);
        } else {
            for leaves in self.evidence(themes) {
                self.hits_of(leaves, Some(Reason::Theme), passages, &mut hits);
            }
        }
        hits.sort_unstable();
        // A word that is asked for twice is one hit, for the best of its reasons.
        hits.dedup_by_key(|hit| (hit.start, hit.end));
        hits
    }

    fn hits_of(
        &self,
        leaves: &[Leaf],
        reason: Option<Reason>,
        passages: &PassageSet,
        hits: &mut Vec<Hit>,
    ) {
        for leaf in leaves.iter().filter(|leaf| leaf.counts) {
            for (start, end, own) in self.places(leaf) {
                let passage = self.index().passage_at(start);
                if passages.contains(passage) {
                    hits.push(Hit {
                        start,
                        end,
                        passage,
                        reason: reason.unwrap_or(own),
                    });
                }
            }
        }
    }

    /// The first and last position of each hit of a leaf, and why it is one.
    fn places(&self, leaf: &Leaf) -> Vec<(u32, u32, Reason)> {
        match leaf.parts.as_slice() {
            [forms] => forms
                .iter()
                .flat_map(|(form, reason)| {
                    let positions = self.index().occurrences(*form).iter();
                    positions.map(|position| (*position, *position, *reason))
                })
                .collect(),
            _ => self
                .sequences(leaf, &(0..u32::MAX))
                .into_iter()
                .map(|sequence| (sequence.start, sequence.end, Reason::Exact))
                .collect(),
        }
    }
}
