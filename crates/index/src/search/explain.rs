//! Explains the BM25 score of a passage, term by term.

use super::matching::Matcher;
use super::plan::Leaf;
use super::sequences::within;
use super::{Plan, Reason, bm25};
use std::cmp::Reverse;

/// The score of a passage with what it is computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The scores of the words and phrases of the query that the passage has, in the order of the query.
    pub terms: Vec<TermScore>,
    /// The number of words of the passage.
    pub words: u32,
    /// The mean number of words of a passage.
    pub mean_words: f32,
    /// The number of passages of the index.
    pub passages: u32,
    /// The score: the sum of the scores of the terms.
    pub score: f32,
}

/// What one word or phrase of the query adds to the score of a passage.
#[derive(Clone, Debug, PartialEq)]
pub struct TermScore {
    /// The word or phrase, as the query language writes it.
    pub query: String,
    /// The forms in which the word occurs in the passage; empty for phrases.
    pub forms: Vec<FormFrequency>,
    /// How often the term occurs in the passage, each form weighted by its reason.
    pub term_frequency: f32,
    /// The number of passages that have the term.
    pub document_frequency: u32,
    /// The inverse document frequency of the term.
    pub idf: f32,
    /// What the term adds to the score.
    pub score: f32,
}

/// How often a form occurs in a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormFrequency {
    /// The form.
    pub form: String,
    /// Why it is a hit.
    pub reason: Reason,
    /// How often it occurs.
    pub count: u32,
}

/// Explains the score of a passage.
pub(super) fn explain(matcher: &Matcher<'_>, passage: u32, plan: &Plan) -> Explanation {
    let leaves = plan.leaves.iter().filter(|leaf| leaf.counts);
    let terms: Vec<TermScore> = leaves
        .filter_map(|leaf| explain_leaf(matcher, passage, leaf))
        .collect();
    Explanation {
        words: matcher.index.words_of(passage),
        mean_words: matcher.mean_words,
        passages: matcher.index.passages(),
        score: terms.iter().map(|term| term.score).sum(),
        terms,
    }
}

/// Explains what a leaf adds to the score of a passage; `None` if the passage does not have it.
fn explain_leaf(matcher: &Matcher<'_>, passage: u32, leaf: &Leaf) -> Option<TermScore> {
    let passages = matcher.index.passages();
    let mut frequencies = vec![0.0; passages as usize];
    let set = matcher.match_leaf(leaf, &mut frequencies).passages;
    let term_frequency = *frequencies.get(passage as usize)?;
    let document_frequency = set.count();
    let idf = bm25::idf(document_frequency, passages);
    set.contains(passage).then(|| TermScore {
        query: leaf.query.clone(),
        forms: form_frequencies(matcher, passage, leaf),
        term_frequency,
        document_frequency,
        idf,
        score: bm25::term_score(idf, term_frequency, matcher.relative_length(passage)),
    })
}

fn form_frequencies(matcher: &Matcher<'_>, passage: u32, leaf: &Leaf) -> Vec<FormFrequency> {
    let [forms] = leaf.parts.as_slice() else {
        return Vec::new();
    };
    let positions = matcher.index.positions_of(passage);
    let frequency = |(form, reason): &(u32, Reason)| FormFrequency {
        form: matcher.index.form(*form).to_string(),
        reason: leaf.reason(*reason),
        count: within(matcher.index.postings(*form), &positions).len() as u32,
    };
    let mut frequencies: Vec<FormFrequency> = forms.iter().map(frequency).collect();
    frequencies.retain(|form| form.count > 0);
    frequencies.sort_by_key(|form| (form.reason, Reverse(form.count)));
    frequencies
}
