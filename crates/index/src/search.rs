//! From a query and filters to an answer: which passages match, how well, why, and how many others
//! each facet would give.
//!
//! [`Searcher`] is an index made ready; it owns what is worked out once (the passages of each theme).
//! [`Searcher::search`] is a function of query, filters and order, in two steps: what is [`Asked`] does
//! not depend on filters, and [`Searcher::answer`] filters and orders it, so that filters can be moved
//! without looking any word up again. The [`Answer`] holds the [`Plan`], from which [`Searcher::marked`] and [`Searcher::snippet`] tell where and why a passage
//! matched. Words are looked up in the dictionary by automata, and become forms with a [`Reason`];
//! forms become positions; positions become passages, ranked by BM25.

mod automata;
mod budget;
mod complete;
mod explain;
mod facets;
mod fields;
mod hits;
mod lookup;
mod loosen;
mod marks;
mod matching;
mod plan;
mod sequences;
mod set;

#[cfg(test)]
mod tests;

pub use complete::{Completion, Suggestion};
pub use explain::{Explanation, Share, Times};
pub use facets::{Facets, Filters};
pub use hits::Hit;
pub use loosen::{Loosened, Looser};
pub use marks::{MarkedRun, Segment};
pub use plan::Plan;
pub use set::PassageSet;

use crate::format::{Index, OpenError};
use crate::model::{RunKind, Voice};
use crate::query::{Problem, Query, parse};
use budget::Budget;
use frise_text::{Language, Stemmer};
use std::borrow::Cow;
use std::rc::Rc;
use std::sync::OnceLock;

/// Why a word is a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It is the word to the letter, apart from capitals.
    Exact,
    /// It is the word to the letter, with an elided one before it: `l’espace` for `espace`.
    Elided,
    /// It is the word but for accents, ligatures or apostrophes.
    Folded,
    /// It begins so, or fits the pattern.
    Pattern,
    /// It has the same stem.
    Stem,
    /// It differs by a letter or two.
    Fuzzy,
    /// It is evidence of a theme that is held.
    Theme,
}

/// The order of passages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Best match first; reading order where nothing is asked.
    #[default]
    Relevance,
    /// Oldest first, then reading order.
    Oldest,
    /// Newest first, then reading order.
    Newest,
}

/// A passage that matches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Its place in the index.
    pub passage: u32,
    /// Its BM25 score, summed over the words of the query; 0 where no word is asked for.
    pub score: f32,
}

/// What a search gives.
pub struct Answer {
    /// The passages, in the order that was asked for.
    pub passages: Vec<Found>,
    /// The same, as a set.
    pub matched: PassageSet,
    /// For each value of each facet, how many passages it would give under all other filters.
    pub facets: Facets,
    /// How the query was carried out.
    pub plan: Rc<Plan>,
    /// What could not be read as it stood.
    pub problems: Vec<Problem>,
}

/// What a query asks for, whatever is filtered.
pub struct Asked {
    plan: Rc<Plan>,
    passages: PassageSet,
    /// The score of every passage, matching or not.
    scores: Vec<f32>,
    problems: Vec<Problem>,
}

/// An index made ready for searching.
pub struct Searcher {
    index: Index,
    /// The words and phrases of each theme's query, looked up when they are first asked for.
    evidence: Vec<OnceLock<Vec<plan::Leaf>>>,
    /// The passages of each theme.
    themes: Vec<PassageSet>,
    /// The passages that each speaker is heard in.
    speakers: Vec<PassageSet>,
    /// The rules by which queries are cut into words: the French where a text is French, since they
    /// hardly touch words of other languages; else the English, else those of all others.
    language: Language,
    /// The stemmers of the languages of its texts.
    stemmers: Vec<Stemmer>,
    mean_words: f32,
}

impl Searcher {
    /// Opens an index; its themes are looked up where it does not tell their passages.
    ///
    /// # Errors
    /// Where the bytes are no index; see [`Index::open`].
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Searcher, OpenError> {
        Searcher::open_with(bytes, Stemmer::ALL)
    }

    /// As [`Searcher::open`], with no other stemmers at hand than these: the page has those of its corpus, and the others add
    /// nothing to its weight.
    ///
    /// # Errors
    /// Where the bytes are no index; see [`Index::open`].
    pub fn open_with(
        bytes: impl Into<Cow<'static, [u8]>>,
        stemmers: &[fn() -> Stemmer],
    ) -> Result<Searcher, OpenError> {
        let index = Index::open(bytes)?;
        let tags = index
            .documents()
            .iter()
            .map(|document| document.metadata.language.as_str());
        let languages: Vec<Language> = tags.map(Language::from_tag).collect();
        let language = languages.iter().min().copied().unwrap_or(Language::Other);
        let stemmers = stemmers
            .iter()
            .map(|stemmer| stemmer())
            .filter(|stemmer| languages.contains(&stemmer.language()))
            .collect();
        let mean_words = (index.words() as f32 / index.passages().max(1) as f32).max(1.0);
        let speakers = speakers(&index);
        let themes = index.about().themes.len();
        let mut searcher = Searcher {
            index,
            evidence: vec![OnceLock::new(); themes],
            themes: Vec::new(),
            speakers,
            language,
            stemmers,
            mean_words,
        };
        searcher.themes = (0..themes).map(|theme| searcher.found_by(theme)).collect();
        Ok(searcher)
    }

    /// The passages that the query of a theme finds.
    fn found_by(&self, theme: usize) -> PassageSet {
        match self.index.passages_of_themes() {
            Some(told) => {
                let mut found = PassageSet::none(self.index.passages());
                told[theme]
                    .iter()
                    .for_each(|passage| found.insert(*passage));
                found
            }
            None => self.matches(&self.plan_of(theme)).0,
        }
    }

    fn plan_of(&self, theme: usize) -> Plan {
        self.plan(&parse(&self.index.about().themes[theme].query))
    }

    /// The words and phrases of the queries of some themes.
    fn evidence<'s>(&'s self, themes: &'s [u32]) -> impl Iterator<Item = &'s [plan::Leaf]> {
        themes.iter().filter_map(|theme| {
            let leaves = self.evidence.get(*theme as usize)?;
            Some(
                leaves
                    .get_or_init(|| self.plan_of(*theme as usize).leaves)
                    .as_slice(),
            )
        })
    }

    /// The index.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The passages of a theme, by its place among the themes.
    pub fn theme(&self, theme: usize) -> Option<&PassageSet> {
        self.themes.get(theme)
    }

    /// The passages that a speaker is heard in, by their place among the speakers.
    pub fn speaker(&self, speaker: usize) -> Option<&PassageSet> {
        self.speakers.get(speaker)
    }

    /// The passages with a span in a voice.
    pub fn voice(&self, voice: Voice) -> PassageSet {
        self.runs_where(|_, kind| kind == RunKind::Span(voice))
    }

    /// Which passages match a query under some filters.
    pub fn search(&self, query: &Query, filters: &Filters, sort: Sort) -> Answer {
        self.search_within(query, filters, sort, &Budget::default())
    }

    /// The same, with what is left of a budget.
    fn search_within(
        &self,
        query: &Query,
        filters: &Filters,
        sort: Sort,
        budget: &Budget,
    ) -> Answer {
        self.answer(&self.ask_within(query, budget), filters, sort)
    }

    /// What a query asks for; [`Searcher::answer`] goes on from there.
    pub fn ask(&self, query: &Query) -> Asked {
        self.ask_within(query, &Budget::default())
    }

    fn ask_within(&self, query: &Query, budget: &Budget) -> Asked {
        let plan = self.plan_within(query, budget);
        let (passages, scores) = self.matches(&plan);
        let mut problems = query.problems.clone();
        problems.extend(plan.problems.iter().cloned());
        Asked {
            plan: Rc::new(plan),
            passages,
            scores,
            problems,
        }
    }

    /// What of the passages that are asked for passes some filters.
    pub fn answer(&self, asked: &Asked, filters: &Filters, sort: Sort) -> Answer {
        let (matched, facets) = self.filter(&asked.passages, filters);
        let mut passages: Vec<Found> = matched
            .iter()
            .map(|passage| Found {
                passage,
                score: asked.scores[passage as usize],
            })
            .collect();
        match sort {
            // Scores are never below nothing, so that their bits rise as they do.
            Sort::Relevance => {
                passages.sort_by_key(|found| std::cmp::Reverse(found.score.to_bits()))
            }
            Sort::Oldest => {}
            Sort::Newest => {
                let document = |found: &Found| self.index.document_of(found.passage) as u32;
                passages.sort_by_key(|found| std::cmp::Reverse(document(found)));
            }
        }
        Answer {
            passages,
            matched,
            facets,
            plan: Rc::clone(&asked.plan),
            problems: asked.problems.clone(),
        }
    }
}

fn speakers(index: &Index) -> Vec<PassageSet> {
    let mut sets = vec![PassageSet::none(index.passages()); index.about().speakers.len()];
    for passage in 0..index.passages() {
        for speaker in index.runs_of(passage).iter().filter_map(|run| run.speaker) {
            sets[speaker as usize].insert(passage);
        }
    }
    sets
}
