//! From a [`Plan`] to the passages that match, and their scores.

use super::plan::{Leaf, Plan, PlanNode};
use super::sequences::sequences;
use super::{PassageSet, bm25};
use crate::format::Index;

/// Evaluates plans.
#[derive(Clone, Copy)]
pub(super) struct Matcher<'s> {
    pub index: &'s Index,
    /// The mean number of words of a passage.
    pub mean_words: f32,
}

impl Matcher<'_> {
    /// Returns the passages that a plan matches, and the score of each passage, matching or not.
    pub fn matches(&self, plan: &Plan) -> (PassageSet, Vec<f32>) {
        let mut scores = vec![0.0; self.index.passages() as usize];
        let mut frequencies = scores.clone();
        let mut sets = Vec::with_capacity(plan.leaves.len());
        for leaf in &plan.leaves {
            let set = self.match_leaf(leaf, &mut frequencies);
            self.add_scores(leaf, &set, &mut frequencies, &mut scores);
            sets.push(set);
        }
        (self.match_node(&plan.root, &sets), scores)
    }

    /// Returns the passages that a node matches, given those of each leaf.
    fn match_node(&self, node: &PlanNode, leaves: &[PassageSet]) -> PassageSet {
        let passages = self.index.passages();
        match node {
            PlanNode::Everything => PassageSet::every(passages),
            PlanNode::Leaf(leaf) => leaves[*leaf].clone(),
            PlanNode::Set(set) => set.clone(),
            PlanNode::Not(inner) => {
                let mut set = self.match_node(inner, leaves);
                set.complement();
                set
            }
            PlanNode::All(parts) => {
                let mut set = PassageSet::every(passages);
                parts
                    .iter()
                    .for_each(|part| set.intersect(&self.match_node(part, leaves)));
                set
            }
            PlanNode::Any(parts) => {
                let mut set = PassageSet::none(passages);
                parts
                    .iter()
                    .for_each(|part| set.unite(&self.match_node(part, leaves)));
                set
            }
        }
    }

    /// Returns the passages that a leaf matches, and adds its weighted frequency in each to `frequencies`.
    pub fn match_leaf(&self, leaf: &Leaf, frequencies: &mut [f32]) -> PassageSet {
        let mut set = PassageSet::none(self.index.passages());
        let mut add = |passage: u32, hits: u32, weight: f32| {
            set.insert(passage);
            frequencies[passage as usize] += weight * hits as f32;
        };
        match leaf.parts.as_slice() {
            [forms] => {
                for (form, reason) in forms {
                    let weight = bm25::weight(*reason);
                    self.each_passage(self.index.postings(*form), |passage, hits| {
                        add(passage, hits, weight)
                    });
                }
            }
            _ => {
                let sequences = sequences(self.index, leaf, &(0..u32::MAX));
                let ends: Vec<u32> = sequences.iter().map(|sequence| sequence.end).collect();
                self.each_passage(&ends, |passage, hits| add(passage, hits, 1.0));
            }
        }
        set
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
