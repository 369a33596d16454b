//! From a [`Plan`] to the passages that match, and their scores.

use super::plan::{Leaf, Plan, PlanNode};
use super::sequences::sequences;
use super::{PassageSet, Reason, bm25};
use crate::format::Index;

/// Evaluates plans.
#[derive(Clone, Copy)]
pub(super) struct Matcher<'s> {
    pub index: &'s Index,
    /// The mean number of words of a passage.
    pub mean_words: f32,
}

/// What a plan matches.
pub(super) struct Matched {
    /// The passages that match.
    pub passages: PassageSet,
    /// Those that match by words as they are written in the query, and those that match by these but for accents.
    pub written: [PassageSet; 2],
    /// The score of each passage, matching or not.
    pub scores: Vec<f32>,
}

/// The passages that a leaf matches, by how close a form must be.
pub(super) struct LeafMatch {
    /// By any form.
    pub passages: PassageSet,
    /// By a form as it is written in the query, and by these but for accents.
    written: [PassageSet; 2],
}

impl Matcher<'_> {
    /// Returns what a plan matches.
    pub fn matches(&self, plan: &Plan) -> Matched {
        let mut scores = vec![0.0; self.index.passages() as usize];
        let mut frequencies = scores.clone();
        let mut leaves = Vec::with_capacity(plan.leaves.len());
        for leaf in &plan.leaves {
            let matched = self.match_leaf(leaf, &mut frequencies);
            self.add_scores(leaf, &matched.passages, &mut frequencies, &mut scores);
            leaves.push(matched);
        }
        let by = |forms: fn(&LeafMatch) -> &PassageSet| self.match_node(&plan.root, &leaves, forms);
        Matched {
            passages: by(|leaf| &leaf.passages),
            written: [by(|leaf| &leaf.written[0]), by(|leaf| &leaf.written[1])],
            scores,
        }
    }

    /// Returns the passages that a node matches, given which forms of each leaf count. What is excluded is so in any form.
    fn match_node(
        &self,
        node: &PlanNode,
        leaves: &[LeafMatch],
        forms: fn(&LeafMatch) -> &PassageSet,
    ) -> PassageSet {
        let passages = self.index.passages();
        match node {
            PlanNode::Everything => PassageSet::every(passages),
            PlanNode::Leaf(leaf) => forms(&leaves[*leaf]).clone(),
            PlanNode::Set(set) => set.clone(),
            PlanNode::Not(inner) => {
                let mut set = self.match_node(inner, leaves, |leaf| &leaf.passages);
                set.complement();
                set
            }
            PlanNode::All(parts) => {
                let mut set = PassageSet::every(passages);
                parts
                    .iter()
                    .for_each(|part| set.intersect(&self.match_node(part, leaves, forms)));
                set
            }
            PlanNode::Any(parts) => {
                let mut set = PassageSet::none(passages);
                parts
                    .iter()
                    .for_each(|part| set.unite(&self.match_node(part, leaves, forms)));
                set
            }
        }
    }

    /// Returns the passages that a leaf matches, and adds its weighted frequency in each to `frequencies`.
    pub fn match_leaf(&self, leaf: &Leaf, frequencies: &mut [f32]) -> LeafMatch {
        let none = PassageSet::none(self.index.passages());
        let mut passages = none.clone();
        let mut written = [none.clone(), none];
        let mut add = |passage: u32, hits: u32, weight: f32| {
            passages.insert(passage);
            frequencies[passage as usize] += weight * hits as f32;
        };
        match leaf.parts.as_slice() {
            [forms] => {
                for (form, reason) in forms {
                    let weight = bm25::weight(*reason);
                    let from = match reason {
                        Reason::Stem | Reason::Fuzzy if leaf.has_written_form => 2,
                        Reason::Folded if leaf.has_written_form => 1,
                        _ => 0,
                    };
                    self.each_passage(self.index.postings(*form), |passage, hits| {
                        add(passage, hits, weight);
                        written[from..]
                            .iter_mut()
                            .for_each(|set| set.insert(passage));
                    });
                }
            }
            _ => {
                let sequences = sequences(self.index, leaf, &(0..u32::MAX));
                let ends: Vec<u32> = sequences.iter().map(|sequence| sequence.end).collect();
                self.each_passage(&ends, |passage, hits| add(passage, hits, 1.0));
                written = [passages.clone(), passages.clone()];
            }
        }
        LeafMatch { passages, written }
    }

    /// Adds what a leaf contributes to the score of each passage of a set, and resets their frequencies to 0.
    fn add_scores(
        &self,
        leaf: &Leaf,
        set: &PassageSet,
        frequencies: &mut [f32],
        scores: &mut [f32],
    ) {
        let idf = bm25::idf(set.count(), self.index.passages());
        for passage in set.iter() {
            let frequency = std::mem::take(&mut frequencies[passage as usize]);
            if leaf.counts {
                scores[passage as usize] +=
                    bm25::term_score(idf, frequency, self.relative_length(passage));
            }
        }
    }

    /// Returns the number of words of a passage, divided by the mean of all passages.
    pub fn relative_length(&self, passage: u32) -> f32 {
        self.index.words_of(passage) as f32 / self.mean_words
    }

    /// Calls `visit` with each passage that has some of the given rising positions, and with how many it has.
    fn each_passage(&self, positions: &[u32], mut visit: impl FnMut(u32, u32)) {
        let mut rest = positions;
        while let Some(first) = rest.first() {
            let passage = self.index.passage_at(*first);
            let end = self.index.positions_of(passage).end;
            let inside = rest.iter().take_while(|position| **position < end);
            let hits = inside.count().max(1);
            visit(passage, hits as u32);
            rest = &rest[hits..];
        }
    }
}
