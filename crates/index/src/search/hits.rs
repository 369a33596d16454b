//! The hits of a plan, one by one, for the concordance.

use super::plan::Leaf;
use super::sequences::sequences;
use super::{PassageSet, Plan, Reason, Scope};
use crate::format::Index;
use std::borrow::Cow;

/// An occurrence of a word or phrase of the query.
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

/// Returns the hits of a plan in some passages and in its scope, in reading order; where the plan has no word, the hits of the themes.
pub(super) fn hits(
    index: &Index,
    passages: &PassageSet,
    plan: &Plan,
    themes: &[Cow<'_, [Leaf]>],
) -> Vec<Hit> {
    let mut hits = Vec::new();
    if plan.has_words() {
        add_hits(index, &plan.leaves, None, passages, plan.scope(), &mut hits);
    } else {
        for leaves in themes {
            let reason = Some(Reason::Theme);
            add_hits(index, leaves, reason, passages, plan.scope(), &mut hits);
        }
    }
    hits.sort_unstable();
    // A word that two leaves match is one hit, for the best of its reasons.
    hits.dedup_by_key(|hit| (hit.start, hit.end));
    hits
}

/// Appends the hits of some leaves in a scope, all for the given reason if there is one.
fn add_hits(
    index: &Index,
    leaves: &[Leaf],
    reason: Option<Reason>,
    passages: &PassageSet,
    scope: &Scope,
    hits: &mut Vec<Hit>,
) {
    for leaf in leaves.iter().filter(|leaf| leaf.counts) {
        for (start, end, own_reason) in spans_of(index, leaf) {
            let passage = index.passage_at(start);
            if passages.contains(passage) && scope.has(index, start, end) {
                hits.push(Hit {
                    start,
                    end,
                    passage,
                    reason: reason.unwrap_or(own_reason),
                });
            }
        }
    }
}

/// Returns the first and last position of each hit of a leaf, and its reason.
fn spans_of(index: &Index, leaf: &Leaf) -> Vec<(u32, u32, Reason)> {
    match leaf.parts.as_slice() {
        [forms] => forms
            .iter()
            .flat_map(|(form, reason)| {
                let positions = index.postings(*form).iter();
                positions.map(|position| (*position, *position, leaf.reason(*reason)))
            })
            .collect(),
        _ => sequences(index, leaf, &(0..u32::MAX))
            .into_iter()
            .map(|sequence| (sequence.start, sequence.end, leaf.reason(Reason::Exact)))
            .collect(),
    }
}
