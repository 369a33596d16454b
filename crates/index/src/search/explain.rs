//! Why a passage stands where it does: its BM25 score, term by term.

use super::matching::{rarity, share};
use super::plan::Leaf;
use super::sequences::within;
use super::{Plan, Reason, Searcher};

/// The score of a passage and what it is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// What each word or phrase of the query adds, in the order of the query; those that are not there
    /// are left out.
    pub shares: Vec<Share>,
    /// How many words the passage has.
    pub words: u32,
    /// How many words a passage has on average.
    pub mean_words: f32,
    /// How many passages there are in all.
    pub passages: u32,
    /// The score: the sum of the shares.
    pub score: f32,
}

/// What one word or phrase of the query adds to a score.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The word or phrase, as the query language writes it.
    pub asked: String,
    /// The forms in which it occurs in the passage; none for words that stand together.
    pub forms: Vec<Times>,
    /// How often it occurs, where each form counts as much as its reason is worth.
    pub times: f32,
    /// How many passages have it.
    pub with: u32,
    /// How rare it is: the logarithm of passages without it to passages with it.
    pub rarity: f32,
    /// What it adds.
    pub score: f32,
}

/// How often a form occurs in a passage, and why it is a hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Times {
    /// The form, to the letter.
    pub form: String,
    /// Why it is a hit.
    pub reason: Reason,
    /// How often.
    pub count: u32,
}

impl Searcher {
    /// What the score of a passage is made of.
    pub fn explain(&self, passage: u32, plan: &Plan) -> Explanation {
        let counting = plan.leaves.iter().filter(|leaf| leaf.counts);
        let shares: Vec<Share> = counting
            .filter_map(|leaf| self.explain_leaf(passage, leaf))
            .collect();
        Explanation {
            words: self.index().words_of(passage),
            mean_words: self.mean_words,
            passages: self.index().passages(),
            score: shares.iter().map(|share| share.score).sum(),
            shares,
        }
    }

    fn explain_leaf(&self, passage: u32, leaf: &Leaf) -> Option<Share> {
        let mut times = vec![0.0; self.index().passages() as usize];
        let set = self.leaf_matches(leaf, &mut times);
        let times = *times.get(passage as usize)?;
        let rarity = rarity(set.count(), self.index().passages());
        set.contains(passage).then(|| Share {
            asked: leaf.asked.clone(),
            forms: self.times_of_forms(passage, leaf),
            times,
            with: set.count(),
            rarity,
            score: share(rarity, times, self.length(passage)),
        })
    }

    fn times_of_forms(&self, passage: u32, leaf: &Leaf) -> Vec<Times> {
        let [forms] = leaf.parts.as_slice() else {
            return Vec::new();
        };
        let positions = self.index().positions_of(passage);
        let times = forms.iter().map(|(form, reason)| Times {
            form: self.index().form(*form).to_string(),
            reason: *reason,
            count: within(self.index().occurrences(*form), &positions).len() as u32,
        });
        let mut times: Vec<Times> = times.filter(|times| times.count > 0).collect();
        times.sort_by_key(|times| std::cmp::Reverse(times.count));
        times.sort_by_key(|times| times.reason as u32);
        times
    }
}
