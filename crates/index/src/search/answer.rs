//! The results of a search.

use super::{Facets, PassageSet, Plan};
use crate::query::Problem;
use std::rc::Rc;

/// Why a word is a hit, the closest match first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It is the word of the query, apart from case.
    Exact,
    /// It is the word of the query after an elided word: `l’espace` for `espace`.
    Elided,
    /// It is the word of the query, apart from accents, ligatures or apostrophes.
    Folded,
    /// It matches the prefix, the wildcards or the regular expression of the query.
    Pattern,
    /// It has the same stem.
    Stem,
    /// It differs by one or two letters.
    Fuzzy,
    /// It is a synonym, as the editor lists them, of what the query asks for beside it.
    Synonym,
    /// It is evidence of a theme that is filtered for.
    Theme,
}

/// The order of the passages of an [`Answer`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By falling score, after the passages that have the words as they are written in the query; in reading order where
    /// the query has no word.
    #[default]
    Relevance,
    /// By rising date of the document, then in reading order.
    Oldest,
    /// By falling date of the document, then in reading order.
    Newest,
}

/// A passage that matches, with its score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoredPassage {
    /// The passage.
    pub passage: u32,
    /// The BM25 score, summed over the words of the query; 0 where the query has no word.
    pub score: f32,
}

/// The result of a search.
pub struct Answer {
    /// The passages that match, in the order of the requested [`Sort`].
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

/// The passages that a query matches, before filtering.
pub struct Matches {
    pub(super) plan: Rc<Plan>,
    pub(super) passages: PassageSet,
    /// The passages that match by words as they are written in the query, and those that match by these but for accents.
    pub(super) written: [PassageSet; 2],
    /// The score of each passage, matching or not.
    pub(super) scores: Vec<f32>,
    pub(super) problems: Vec<Problem>,
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

    /// Returns the parts of the query that could not be read or carried out as they stand.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}
