//! Search: from a [`Query`] and [`Filters`] to an [`Answer`].
//!
//! A [`Searcher`] holds an opened index and answers queries. Its work is done by types and functions that borrow it, each
//! in a module of its own:
//!
//! 1. `lookup` maps a word of the query to forms of the index, each with a [`Reason`], by automata that walk the dictionary.
//! 2. `plan` maps the tree of the query to a [`Plan`], whose leaves hold these forms.
//! 3. `matching` maps a plan to the passages that match and their scores (`bm25`, `proximity`).
//! 4. `facets` applies the filters and counts passages for each facet value.
//!
//! The first two steps do not depend on filters, and the third one depends on those of voices and speakers, which leave a
//! [`Scope`] of words in which occurrences count. [`Searcher::ask`] does them once, and [`Searcher::answer`] filters and sorts
//! the result, so that no word is looked up again when filters change. [`Searcher::search`] does both.
//!
//! An [`Answer`] holds its plan. [`Searcher::highlight`], [`Searcher::snippet`], [`Searcher::hits`] and
//! [`Searcher::explain`] take it to tell where and why a passage matches. [`Searcher::complete`] completes what is being
//! typed, [`Searcher::synonyms`] proposes synonyms, and [`Searcher::relax`] proposes less strict searches where nothing matches.

mod answer;
mod automata;
mod bm25;
mod budget;
mod complete;
mod explain;
mod facets;
mod fields;
mod filters;
mod highlight;
mod hits;
mod lookup;
mod matching;
mod order;
mod plan;
mod proximity;
mod reason;
mod relax;
mod scope;
mod searcher;
mod select;
mod sequences;
mod set;
mod speech;
mod synonym_lists;
mod synonyms;

#[cfg(test)]
mod tests;

pub use answer::{Answer, Matches};
pub use complete::{Completion, Suggestion};
pub use explain::{Explanation, FormFrequency, TermScore};
pub use facets::{FacetSets, Facets};
pub use filters::Filters;
pub use highlight::{HighlightedRun, Segment};
pub use hits::Hit;
pub use order::{ScoredPassage, Sort};
pub use plan::{NamedField, Plan};
pub use reason::{Reading, Reason};
pub use relax::{Relaxation, RelaxationChange};
pub use scope::Scope;
pub use searcher::Searcher;
pub use set::PassageSet;
pub use synonyms::SynonymSuggestion;

use crate::query::Query;
use complete::Completer;
use facets::FacetCounter;
use highlight::Highlighter;
use order::sort_by_score;
use relax::Relaxer;
use std::cmp::Reverse;
use std::rc::Rc;
use synonyms::SynonymFinder;

impl Searcher {
    /// Returns the passages that pass all filters.
    pub fn passing(&self, filters: &Filters) -> PassageSet {
        self.facet_counter().passing(filters)
    }

    /// Searches: returns the passages that match a query and pass the filters.
    ///
    /// ```
    /// use frise_index::query::parse;
    /// use frise_index::search::{Filters, Searcher, Sort};
    ///
    /// # let lines = r#"{"id": "1", "date": "2016-05-24", "language": "fr", "text": "La paix et la guerre."}
    /// # {"id": "2", "date": "2021", "language": "fr", "text": "Une politique de paix."}"#;
    /// # let file = frise_corpus::SourceFile { path: "corpus.jsonl".into(), bytes: lines.into() };
    /// # let bytes = frise_corpus::compile(&[file]).expect("the corpus has no mistakes").into_bytes();
    /// let searcher = Searcher::open(bytes)?;
    /// let query = parse("paix -guerre");
    /// let answer = searcher.search(&query, &Filters::default(), Sort::Relevance);
    ///
    /// assert_eq!(answer.passages.len(), 1);
    /// let passage = answer.passages[0].passage;
    /// assert_eq!(searcher.index().text_of(passage), "Une politique de paix.");
    /// # Ok::<(), frise_index::OpenError>(())
    /// ```
    pub fn search(&self, query: &Query, filters: &Filters, sort: Sort) -> Answer {
        self.answer(&self.ask(query), filters, sort)
    }

    /// Filters and sorts the passages that a query matches, and counts them for each facet value.
    ///
    /// Whoever filters the same matches again by the same voices and speakers can [limit](Searcher::limit) them before.
    pub fn answer(&self, matches: &Matches, filters: &Filters, sort: Sort) -> Answer {
        if let Some(limited) = self.limit(matches, filters) {
            return self.answer(&limited, filters, sort);
        }
        let (matched, facets) = self.facet_counter().filter(matches, filters);
        let mut passages = Vec::with_capacity(matched.count() as usize);
        matches
            .passages
            .each_of_both(&matched, |passage, place, _| {
                passages.push(ScoredPassage {
                    passage,
                    score: matches.scores[place],
                });
            });
        match sort {
            Sort::Relevance if matches.plan.can_hit() => sort_by_score(&mut passages),
            // Without a word all scores are 0.
            Sort::Relevance => {}
            // The index has its documents in the order of their dates.
            Sort::Oldest => {}
            Sort::Newest => {
                passages.sort_by_key(|found| Reverse(self.index.document_of(found.passage)));
            }
        }
        Answer {
            passages,
            matched,
            facets,
            plan: Rc::clone(&matches.plan),
            problems: matches.problems.clone(),
        }
    }

    /// Returns how many passages that match pass all filters, without counting facets.
    fn count(&self, matches: &Matches, filters: &Filters) -> usize {
        let limited = self.limit(matches, filters);
        let found = limited.as_ref().unwrap_or(matches);
        self.passing(filters).count_with(&found.passages) as usize
    }

    /// Returns the hits of a plan in some passages and in its scope, in reading order; where the plan has no word, those of the
    /// themes.
    pub fn hits(&self, passages: &PassageSet, plan: &Plan, themes: &[u32]) -> Vec<Hit> {
        hits::hits(&self.index, passages, plan, &self.leaves_of(themes))
    }

    /// Returns the text of a passage in runs, with the hits of a plan and of some themes highlighted.
    pub fn highlight(&self, passage: u32, plan: &Plan, themes: &[u32]) -> Vec<HighlightedRun> {
        Highlighter::new(&self.index, plan, self.leaves_of(themes)).highlight(passage)
    }

    /// Returns the stretch of at most `words` words of a passage that has most hits, highlighted, without headings.
    ///
    /// `…` stands where text is left out.
    pub fn snippet(
        &self,
        passage: u32,
        plan: &Plan,
        themes: &[u32],
        words: u32,
    ) -> Vec<HighlightedRun> {
        Highlighter::new(&self.index, plan, self.leaves_of(themes)).snippet(passage, words)
    }

    /// Explains the score of a passage, term by term.
    pub fn explain(&self, passage: u32, plan: &Plan) -> Explanation {
        explain::explain(&self.matcher(plan.scope()), passage, plan)
    }

    /// Completes the end of a query that is being typed: at most `most` suggestions, words by falling frequency before names.
    pub fn complete(&self, query: &str, most: usize) -> Vec<Suggestion> {
        Completer::new(self).complete(query, most)
    }

    /// Returns, for each word or phrase of a query that the editor lists among [`Synonyms`](crate::model::Synonyms), the query
    /// that asks for the others as well, if that finds more passages.
    ///
    /// Words and phrases below an exclusion, exact ones, and those with operators have no synonyms. Synonyms that the query
    /// already has, or that the texts do not have, are left out.
    pub fn synonyms(&self, query: &Query, filters: &Filters) -> Vec<SynonymSuggestion> {
        SynonymFinder::new(self, query, filters).suggest()
    }

    /// Proposes less strict searches that find something, the closest first; none if the search itself finds something.
    pub fn relax(&self, query: &Query, filters: &Filters) -> Vec<Relaxation> {
        Relaxer::new(self, query, filters).relax()
    }

    fn facet_counter(&self) -> FacetCounter<'_> {
        FacetCounter {
            searcher: self,
            index: &self.index,
            speech: &self.speech,
        }
    }
}
