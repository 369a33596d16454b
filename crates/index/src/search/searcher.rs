//! An opened index, and what is found in it by a query alone.

use super::answer::{InScope, Matches};
use super::budget::Budget;
use super::fields::FieldResolver;
use super::filters::Filters;
use super::lookup::Lookup;
use super::matching::Matcher;
use super::plan::{Leaf, Plan, Planner};
use super::scope::{Cells, Scope};
use super::select;
use super::set::PassageSet;
use super::speech::Speech;
use crate::format::{Index, OpenError, WriteError};
use crate::model::{RunKind, Voice};
use crate::query::{Problem, Query, parse};
use frise_text::{Language, Stemmer};
use std::borrow::Cow;
use std::rc::Rc;
use std::sync::{Arc, OnceLock};

/// An index that is ready for searching.
pub struct Searcher {
    pub(super) index: Index,
    /// The language by whose rules queries are split into words: French if any text is French, since its rules hardly
    /// affect words of other languages; otherwise English if any text is English.
    pub(super) language: Language,
    /// The stemmers of the languages of the texts.
    stemmers: Vec<Stemmer>,
    /// The mean number of words of a passage, at least 1.
    mean_words: f32,
    /// The passages in which each speaker is heard.
    speakers: Vec<PassageSet>,
    pub(super) speech: Speech,
    /// The words of each passage divided by voice, whoever speaks: made on first use.
    voices: OnceLock<Arc<Cells>>,
    /// The passages that the query of each theme matches.
    pub(super) themes: Vec<PassageSet>,
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

    /// Stores the passages that each theme matches in the index, so that the next searcher need not search for them.
    ///
    /// # Errors
    /// Returns an error if the index exceeds a limit of the format.
    pub fn record_themes(&mut self) -> Result<(), WriteError> {
        let found = self.themes.iter().map(|theme| theme.iter().collect());
        self.index.record_themes(found.collect())
    }

    /// Converts the searcher into the bytes of the index.
    pub fn into_bytes(self) -> Vec<u8> {
        self.index.into_bytes()
    }

    /// Does the work that the first search would do before it begins. Nothing depends on it; a page that is idle can call it.
    pub fn prepare(&self) {
        // Of an index in shards, only what is asked for is loaded.
        if !self.index.is_in_shards() {
            self.index.postings(0);
        }
    }

    /// Returns the index.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Returns the passages that a theme matches, or `None` if there is no such theme.
    pub fn theme(&self, theme: usize) -> Option<&PassageSet> {
        self.themes.get(theme)
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

    /// Returns the passages that a query matches, whatever the filters.
    pub fn ask(&self, query: &Query) -> Matches {
        self.ask_within(query, &Budget::default())
    }

    pub(super) fn ask_within(&self, query: &Query, budget: &Budget) -> Matches {
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

    /// Looks up the words and fields of a query.
    pub fn plan(&self, query: &Query) -> Plan {
        self.plan_within(query, &Budget::default())
    }

    pub(super) fn plan_within(&self, query: &Query, budget: &Budget) -> Plan {
        let lookup = self.lookup(budget);
        Planner::new(lookup, self.field_resolver(), self.language, query).plan()
    }

    /// Returns the passages of a theme from the index, or by its query where the index does not have them.
    fn match_theme(&self, theme: usize) -> PassageSet {
        match self.index.passages_of_themes() {
            Some(passages_of_themes) => {
                let mut set = PassageSet::none(self.index.passages());
                let passages = passages_of_themes[theme].iter();
                passages.for_each(|passage| set.insert(*passage));
                set
            }
            None => {
                let plan = self.plan_of_theme(theme);
                self.matcher(plan.scope()).passages(&plan)
            }
        }
    }

    /// Returns the passages of a theme whose query is read in a scope.
    pub(super) fn theme_in(&self, theme: usize, scope: &Scope) -> Cow<'_, PassageSet> {
        match self.themes.get(theme) {
            Some(everywhere) if scope.is_everything() => Cow::Borrowed(everywhere),
            _ => Cow::Owned(match self.theme_plan(theme) {
                Some(plan) => self.matcher(scope).passages(&plan),
                None => PassageSet::none(self.index.passages()),
            }),
        }
    }

    pub(super) fn theme_plan(&self, theme: usize) -> Option<Cow<'_, Plan>> {
        let known = self.theme_plans.get(theme)?;
        if let Some(plan) = known.get() {
            return Some(Cow::Borrowed(plan));
        }
        let plan = self.plan_of_theme(theme);
        // While words of an index in shards are missing, the plan lacks them too, and is not kept.
        Some(match self.index.lacks_words() {
            true => Cow::Owned(plan),
            false => Cow::Borrowed(known.get_or_init(|| plan)),
        })
    }

    fn plan_of_theme(&self, theme: usize) -> Plan {
        self.plan(&parse(&self.index.about().themes[theme].query))
    }

    /// Returns the leaves of the plans of some themes.
    pub(super) fn leaves_of(&self, themes: &[u32]) -> Vec<Cow<'_, [Leaf]>> {
        let plans = themes.iter();
        let plans = plans.filter_map(|theme| self.theme_plan(*theme as usize));
        let leaves = plans.map(|plan| match plan {
            Cow::Borrowed(plan) => Cow::Borrowed(plan.leaves.as_slice()),
            Cow::Owned(plan) => Cow::Owned(plan.leaves),
        });
        leaves.collect()
    }

    pub(super) fn lookup<'s>(&'s self, budget: &'s Budget) -> Lookup<'s> {
        Lookup {
            index: &self.index,
            stemmers: &self.stemmers,
            budget,
        }
    }

    pub(super) fn field_resolver(&self) -> FieldResolver<'_> {
        FieldResolver {
            index: &self.index,
            themes: &self.themes,
        }
    }

    pub(super) fn matcher<'s>(&'s self, scope: &'s Scope) -> Matcher<'s> {
        Matcher {
            index: &self.index,
            mean_words: self.mean_words,
            scope,
        }
    }
    /// Returns the words of each passage divided by voice, whoever speaks.
    pub(super) fn voices(&self) -> Arc<Cells> {
        let divided = || Arc::new(Cells::new(&self.index, |(_, voice)| Some(voice as u32)));
        Arc::clone(self.voices.get_or_init(divided))
    }
}
