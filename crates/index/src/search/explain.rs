//! Explains the score of a passage, part by part.

use super::matching::{LeafMatches, Matcher, scored};
use super::plan::Leaf;
use super::sequences::within;
use super::{Plan, Reading, Reason, bm25};
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
    /// The strictest reading of the query that the passage matches, if words of the query have several.
    pub reading: Option<Reading>,
    /// What neighbouring words of the query add because they are near each other.
    pub nearness: f32,
    /// What the reading adds, so that passages which match the query more strictly come first.
    pub strictness: f32,
    /// The score: the sum of the scores of the terms and of the two other parts.
    pub score: f32,
}

/// What one word or phrase of the query adds to the score of a passage, in one of its readings: a word that is found as written
/// and in other forms is scored twice, each time with half the weight.
#[derive(Clone, Debug, PartialEq)]
pub struct TermScore {
    /// The word or phrase, as the query language writes it.
    pub query: String,
    /// The forms in which the word occurs in the passage; empty for phrases.
    pub forms: Vec<FormFrequency>,
    /// How often the term occurs in the passage.
    pub term_frequency: u32,
    /// The number of passages that have the term.
    pub document_frequency: u32,
    /// The weight of the term: its inverse document frequency, or half of it.
    pub weight: f32,
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
        .flat_map(|leaf| explain_leaf(matcher, passage, leaf))
        .collect();
    let of_terms = terms.iter().map(|term| term.score).sum::<f32>();
    let parts = matcher.matches(plan).parts;
    let has_terms = |part: f32| if of_terms > 0.0 { part } else { 0.0 };
    let nearness = has_terms(parts.nearness(passage));
    let strictness = has_terms(parts.strictness(passage));
    Explanation {
        words: matcher.index.words_of(passage),
        mean_words: matcher.mean_words,
        passages: matcher.index.passages(),
        reading: parts.reading(passage),
        nearness,
        strictness,
        score: of_terms + nearness + strictness,
        terms,
    }
}

/// Explains what a leaf adds to the score of a passage, reading by reading; nothing if the passage does not have it.
fn explain_leaf(matcher: &Matcher<'_>, passage: u32, leaf: &Leaf) -> Vec<TermScore> {
    let mut frequencies = vec![0; matcher.index.passages() as usize];
    let readings = matcher.match_leaf(leaf, &mut frequencies);
    let explain = |(matches, frequencies): (&LeafMatches, &Vec<u32>)| {
        let place = matches.passages.place_of(passage)?;
        let frequency = *frequencies.get(place)?;
        let weight = matcher.weight(&readings, matches);
        Some(TermScore {
            query: leaf.query.clone(),
            forms: form_frequencies(matcher, passage, leaf, matches.reading),
            term_frequency: frequency,
            document_frequency: matches.passages.count(),
            weight,
            score: bm25::term_score(weight, frequency as f32, matcher.relative_length(passage)),
        })
    };
    scored(&readings).filter_map(explain).collect()
}

fn form_frequencies(
    matcher: &Matcher<'_>,
    passage: u32,
    leaf: &Leaf,
    reading: Reading,
) -> Vec<FormFrequency> {
    let [forms] = leaf.parts.as_slice() else {
        return Vec::new();
    };
    let positions = matcher.index.positions_of(passage);
    let frequency = |(form, reason): &(u32, Reason)| {
        let there = within(matcher.index.postings(*form), &positions).iter();
        let counted = there.filter(|at| matcher.scope.has(matcher.index, **at, **at));
        FormFrequency {
            form: matcher.index.form(*form).to_string(),
            reason: leaf.reason(*reason),
            count: counted.count() as u32,
        }
    };
    let forms = forms.iter().filter(|form| form.1.reading() <= reading);
    let mut frequencies: Vec<FormFrequency> = forms.map(frequency).collect();
    frequencies.retain(|form| form.count > 0);
    frequencies.sort_by_key(|form| (form.reason, Reverse(form.count)));
    frequencies
}
