//! The results of a search.

use super::matching::ScoreParts;
use super::order::ScoredPassage;
use super::scope::Cells;
use super::{Facets, PassageSet, Plan};
use crate::query::Problem;
use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

/// The result of a search.
pub struct Answer {
    /// The passages that match, in the order of the requested [`Sort`](super::Sort).
    pub passages: Vec<ScoredPassage>,
    /// The passages that match, as a set.
    pub matched: PassageSet,
    /// The facet counts.
    pub facets: Facets,
    /// The plan of the query.
    pub plan: Rc<Plan>,
    /// The parts of the query that could not be read or carried out as they stand.
    pub problems: Vec<Problem>,
}

/// The passages that a query matches in the words that a [`Scope`](super::Scope) leaves, before filtering.
pub struct Matches {
    pub(super) plan: Rc<Plan>,
    pub(super) passages: PassageSet,
    /// The score of each passage, in the order of the set.
    pub(super) scores: Vec<f32>,
    pub(super) parts: ScoreParts,
    pub(super) problems: Vec<Problem>,
    pub(super) in_scope: InScope,
}

/// What a [`Scope`](super::Scope) and a query have that filters count by, computed when it is first needed.
#[derive(Default)]
pub(super) struct InScope {
    /// The passages of each theme in the scope.
    pub themes: OnceCell<Vec<PassageSet>>,
    /// What the query matches of each voice, under the filter of speakers alone.
    pub by_voice: OnceCell<(Arc<Cells>, PassageSet)>,
    /// What the query matches of each speaker, under the filter of voices alone.
    pub by_speaker: OnceCell<(Arc<Cells>, PassageSet)>,
}

impl Matches {
    /// Returns the plan of the query.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Returns the passages that match.
    pub fn passages(&self) -> &PassageSet {
        &self.passages
    }

    /// Returns what the nearness of words adds to the score of a passage, and what the strictness of its match adds.
    pub fn score_parts(&self, passage: u32) -> [f32; 2] {
        [self.parts.nearness(passage), self.parts.strictness(passage)]
    }

    /// Returns the parts of the query that could not be read or carried out as they stand.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}
