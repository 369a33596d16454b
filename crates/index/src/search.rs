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
mod highlight;
mod hits;
mod lookup;
mod matching;
mod order;
mod plan;
mod proximity;
mod relax;
mod scope;
mod select;
mod sequences;
mod set;
mod speech;
mod synonyms;
mod themes;

#[cfg(test)]
mod tests;

pub use answer::{Answer, Matches, Reading, Reason, ScoredPassage, Sort};
pub use complete::{Completion, Suggestion};
pub use explain::{Explanation, FormFrequency, TermScore};
pub use facets::{FacetSets, Facets, Filters};
pub use highlight::{HighlightedRun, Segment};
pub use hits::Hit;
pub use plan::{NamedField, Plan};
pub use relax::{Relaxation, RelaxationChange};
pub use scope::Scope;
pub use set::PassageSet;
pub use synonyms::SynonymSuggestion;

use crate::format::{Index, OpenError};
use crate::model::{RunKind, Voice};
use crate::query::{Problem, Query};
use answer::InScope;
use budget::Budget;
use complete::Completer;
use facets::FacetCounter;
use fields::FieldResolver;
use frise_text::{Language, Stemmer};
use highlight::Highlighter;
use lookup::Lookup;
use matching::Matcher;
use order::sort_by_score;
use plan::Planner;
use relax::Relaxer;
use scope::Cells;
use speech::Speech;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::rc::Rc;
use std::sync::{Arc, OnceLock};
use synonyms::SynonymFinder;

/// An index that is ready for searching.
pub struct Searcher {
    index: Index,
    /// The language by whose rules queries are split into words: French if any text is French, since its rules hardly
    /// affect words of other languages; otherwise English if any text is English.
    language: Language,
    /// The stemmers of the languages of the texts.
    stemmers: Vec<Stemmer>,
    /// The mean number of words of a passage, at least 1.
    mean_words: f32,
    /// The passages in which each speaker is heard.
    speakers: Vec<PassageSet>,
    speech: Speech,
    /// The words of each passage divided by voice, whoever speaks: made on first use.
    voices: OnceLock<Arc<Cells>>,
    /// The passages that the query of each theme matches.
    themes: Vec<PassageSet>,
    /// The plan of each theme, made on first use.
    theme_plans: Vec<OnceLock<Plan>>,
}

impl Searcher {
    /// Opens an index that Frise compiled, with all stemmers. See [`Index::open`].
    ///
    /// # Errors
    /// Returns an error if the bytes are not an index or are damaged.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Searcher, OpenError> {
        Searcher::open_with(bytes, Stemmer::ALL)
    }

    /// Opens an index that Frise compiled, with some stemmers: a program that embeds one index can leave out the others.
    ///
    /// # Errors
    /// Returns an error if the bytes are not an index or are damaged.
    pub fn open_with(
        bytes: impl Into<Cow<'static, [u8]>>,
        stemmers: &[fn() -> Stemmer],
    ) -> Result<Searcher, OpenError> {
        Ok(Searcher::new(Index::open(bytes)?, stemmers))
    }

    /// Opens an index of unknown origin, with all stemmers. See [`Index::open_untrusted`].
    ///
    /// # Errors
    /// Returns an error if the bytes are not a sound index.
    pub fn open_untrusted(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Searcher, OpenError> {
        Ok(Searcher::new(Index::open_untrusted(bytes)?, Stemmer::ALL))
    }

    /// Prepares an index for searching.
    ///
    /// Uses the stemmers of the languages of the texts. Matches the query of each theme unless the index has its passages.
    pub fn new(index: Index, stemmers: &[fn() -> Stemmer]) -> Searcher {
        let documents = index.documents().iter();
        let languages: Vec<Language> = documents
            .map(|document| Language::from_tag(&document.metadata.language))
            .collect();
        let stemmers = stemmers.iter().map(|stemmer| stemmer());
        let themes = index.about().themes.len();
        let mut searcher = Searcher {
            language: languages.iter().min().copied().unwrap_or(Language::Other),
            stemmers: stemmers
                .filter(|stemmer| languages.contains(&stemmer.language()))
                .collect(),
            mean_words: (index.words() as f32 / index.passages().max(1) as f32).max(1.0),
            speakers: select::by_speaker(&index),
            speech: Speech::new(&index),
            voices: OnceLock::new(),
            themes: Vec::new(),
            theme_plans: vec![OnceLock::new(); themes],
            index,
        };
        searcher.themes = (0..themes)
            .map(|theme| searcher.match_theme(theme))
            .collect();
        searcher
    }

    /// Converts the searcher into the bytes of the index.
    pub fn into_bytes(self) -> Vec<u8> {
        self.index.into_bytes()
    }

    /// Does the work that the first search would do before it begins. Nothing depends on it; a page that is idle can call it.
    pub fn prepare(&self) {
        self.index.postings(0);
    }

    /// Returns the index.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Returns the passages in which a speaker is heard, or `None` if there is no such speaker.
    pub fn speaker(&self, speaker: usize) -> Option<&PassageSet> {
        self.speakers.get(speaker)
    }

    /// Returns the passages that have a span in a voice.
    pub fn voice(&self, voice: Voice) -> PassageSet {
        select::with_run(&self.index, |_, kind| kind == RunKind::Span(voice))
    }

    /// Looks up the words and fields of a query whose hits are limited to the scope of some filters.
    pub fn plan_under(&self, query: &Query, filters: &Filters) -> Plan {
        self.plan(query).within(Scope::of(filters))
    }

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

    /// Returns the passages that a query matches, whatever the filters.
    pub fn ask(&self, query: &Query) -> Matches {
        self.ask_within(query, &Budget::default())
    }

    fn ask_within(&self, query: &Query, budget: &Budget) -> Matches {
        let plan = self.plan_within(query, budget);
        let problems = [&query.problems[..], plan.problems()].concat();
        self.matches(plan, problems)
    }

    fn matches(&self, plan: Plan, problems: Vec<Problem>) -> Matches {
        let found = self.matcher(plan.scope()).matches(&plan);
        Matches {
            plan: Rc::new(plan),
            problems,
            passages: found.passages,
            scores: found.scores,
            parts: found.parts,
            in_scope: InScope::default(),
        }
    }

    /// Returns what a query matches in the scope of some filters; `None` if that is what was matched.
    pub fn limit(&self, matches: &Matches, filters: &Filters) -> Option<Matches> {
        let scope = Scope::of(filters);
        (*matches.plan.scope() != scope)
            .then(|| self.matches(matches.plan.within(scope), matches.problems.clone()))
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

    /// Looks up the words and fields of a query.
    pub fn plan(&self, query: &Query) -> Plan {
        self.plan_within(query, &Budget::default())
    }

    fn plan_within(&self, query: &Query, budget: &Budget) -> Plan {
        let lookup = self.lookup(budget);
        Planner::new(lookup, self.field_resolver(), self.language, query).plan()
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

    fn lookup<'s>(&'s self, budget: &'s Budget) -> Lookup<'s> {
        Lookup {
            index: &self.index,
            stemmers: &self.stemmers,
            budget,
        }
    }

    fn field_resolver(&self) -> FieldResolver<'_> {
        FieldResolver {
            index: &self.index,
            themes: &self.themes,
        }
    }

    fn matcher<'s>(&'s self, scope: &'s Scope) -> Matcher<'s> {
        Matcher {
            index: &self.index,
            mean_words: self.mean_words,
            scope,
        }
    }

    /// Returns the words of each passage divided by voice, whoever speaks.
    fn voices(&self) -> Arc<Cells> {
        let divided = || Arc::new(Cells::new(&self.index, |(_, voice)| Some(voice as u32)));
        Arc::clone(self.voices.get_or_init(divided))
    }

    fn facet_counter(&self) -> FacetCounter<'_> {
        FacetCounter {
            searcher: self,
            index: &self.index,
            speech: &self.speech,
        }
    }
}
