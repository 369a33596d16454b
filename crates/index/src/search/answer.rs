//! The results of a search.

use super::matching::ScoreParts;
use super::scope::Cells;
use super::{Facets, PassageSet, Plan};
use crate::query::Problem;
use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

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

impl Reason {
    /// Returns the strictest reading of a query under which the word is a hit.
    pub fn reading(self) -> Reading {
        match self {
            // A synonym is asked for beside the word, as it is written.
            Reason::Exact | Reason::Elided | Reason::Pattern | Reason::Synonym | Reason::Theme => {
                Reading::Written
            }
            Reason::Folded => Reading::Folded,
            Reason::Stem | Reason::Fuzzy => Reading::Any,
        }
    }
}

/// How strictly the words of a query are read, the strictest first. Each reading has all hits of those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reading {
    /// As they are written, apart from case; patterns match what they match.
    Written,
    /// Also with other accents, ligatures and apostrophes.
    Folded,
    /// Also with the same stem, or with wrong letters where the query allows them.
    Any,
}

impl Reading {
    /// All readings, the strictest first.
    pub const ALL: [Reading; 3] = [Reading::Written, Reading::Folded, Reading::Any];
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
    /// The score, as [`Searcher::explain`](super::Searcher::explain) explains it; 0 where the query has no word.
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
