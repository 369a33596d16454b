//! From the tree of a query to a [`Plan`], whose words and fields are looked up.

use super::fields::{FieldResolver, named};
use super::lookup::{Forms, Lookup};
use super::synonym_lists::SynonymLists;
use super::{PassageSet, Reason, Scope};
use crate::query::{Field, How, Matching, Node, Phrase, Problem, ProblemKind, Query, Word};
use frise_text::{Language, TokenKind, is_elided, tokens};
use std::cell::OnceCell;

/// How many words of a query are looked up; further ones are left out.
const MOST_WORDS: usize = 64;

/// How many passages a step pays for where a word or a field goes through all of them.
const PASSAGES_PER_STEP_OF_A_WORD: u32 = 64;
const PASSAGES_PER_STEP_OF_A_FIELD: u32 = 4;

/// A query whose words and fields are looked up.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub(super) root: PlanNode,
    /// The words and phrases, in the order of the query.
    pub(super) leaves: Vec<Leaf>,
    named: Vec<NamedField>,
    problems: Vec<Problem>,
    scope: Scope,
}

/// The entries that the value of a field names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedField {
    /// The field.
    pub field: Field,
    /// The value, as it is written.
    pub value: String,
    /// The places of the speakers, themes, documents or kinds.
    pub places: Vec<u32>,
}

impl Plan {
    /// Returns the plan with another scope.
    #[must_use]
    pub fn within(&self, scope: Scope) -> Plan {
        Plan {
            scope,
            ..self.clone()
        }
    }

    /// Returns the words among which those of the plan are hits.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// Returns whether the plan has a word to highlight or to rank by.
    pub fn has_words(&self) -> bool {
        !self.leaves.is_empty()
    }

    /// Returns whether any word can be a hit: not all stand below an exclusion.
    pub fn can_hit(&self) -> bool {
        self.leaves.iter().any(|leaf| leaf.counts)
    }

    /// Returns the fields that name speakers, themes, documents or kinds, with what each names.
    pub fn named(&self) -> &[NamedField] {
        &self.named
    }

    /// Returns the fields with unknown values and the words that were left out.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

/// A part of a plan.
#[derive(Clone, Debug, Default)]
pub(super) enum PlanNode {
    /// Matches all passages.
    #[default]
    Everything,
    /// Matches the passages that all parts match.
    All(Vec<PlanNode>),
    /// Matches the passages that any part matches.
    Any(Vec<PlanNode>),
    /// Matches the passages that the part does not match.
    Not(Box<PlanNode>),
    /// Matches the passages of one of [`Plan::leaves`].
    Leaf(usize),
    /// Matches the passages of a field value.
    Set(PassageSet),
}

/// A word, or several words that belong together.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    /// The part of the query, as the query language writes it.
    pub query: String,
    /// The forms that each word matches.
    pub parts: Vec<Forms>,
    /// How many words the last word may stand after the first, in any order; `None` for adjacent words in order.
    pub within: Option<u32>,
    /// Whether an occurrence is a hit: not below an exclusion.
    pub counts: bool,
    /// Whether it is a synonym of an alternative before it.
    pub is_synonym: bool,
}

impl Leaf {
    /// Returns why a form is a hit, given how it matches the word.
    pub fn reason(&self, own: Reason) -> Reason {
        if self.is_synonym {
            Reason::Synonym
        } else {
            own
        }
    }
}

/// Plans one query.
pub(super) struct Planner<'s> {
    lookup: Lookup<'s>,
    fields: FieldResolver<'s>,
    language: Language,
    query: &'s Query,
    /// The places in the query of the leaves that are not yet planned.
    places: std::slice::Iter<'s, usize>,
    /// The place of the leaf that is being planned.
    place: usize,
    /// How many words were looked up.
    looked_up: usize,
    /// The synonyms that the editor lists, read where a query has alternatives.
    synonyms: OnceCell<SynonymLists>,
    /// Whether what is being planned is a synonym of an alternative before it.
    is_synonym: bool,
    leaves: Vec<Leaf>,
    named: Vec<NamedField>,
    problems: Vec<Problem>,
}

impl<'s> Planner<'s> {
    /// Creates a planner that splits the text of a query into words by the rules of a language.
    pub fn new(
        lookup: Lookup<'s>,
        fields: FieldResolver<'s>,
        language: Language,
        query: &'s Query,
    ) -> Planner<'s> {
        Planner {
            lookup,
            fields,
            language,
            query,
            places: query.places.iter(),
            place: 0,
            looked_up: 0,
            synonyms: OnceCell::new(),
            is_synonym: false,
            leaves: Vec::new(),
            named: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// Plans the query.
    pub fn plan(mut self) -> Plan {
        let root = self.node(&self.query.root, true);
        Plan {
            root: root.unwrap_or_default(),
            leaves: self.leaves,
            named: self.named,
            problems: self.problems,
            scope: Scope::default(),
        }
    }

    /// Plans a node of the query; `None` where it is left out. `counts` tells whether its words can be hits.
    fn node(&mut self, node: &Node, counts: bool) -> Option<PlanNode> {
        match node {
            Node::Everything => Some(PlanNode::Everything),
            Node::All(parts) => self.nodes(parts, counts).map(PlanNode::All),
            Node::Any(parts) => self.alternatives(parts, counts).map(PlanNode::Any),
            Node::Not(inner) => {
                let inner = self.node(inner, !counts)?;
                Some(PlanNode::Not(Box::new(inner)))
            }
            Node::Word(word) => {
                self.next_place();
                let words = match word.how {
                    // A regular expression is not split into words.
                    How::Regex => self.limited(vec![word.text.clone()]),
                    _ => self.limited(words_of(&word.text, self.language)),
                };
                let leaf = self.word(word, &words, counts);
                self.add(leaf)
            }
            Node::Phrase(phrase) => {
                self.next_place();
                let words = self.limited(words_of(&phrase.text, self.language));
                let leaf = self.phrase(phrase, &words, counts);
                self.add(leaf)
            }
            Node::Field(field, value) => {
                self.next_place();
                self.field(*field, value)
            }
        }
    }

    /// Plans some nodes; `None` where all are left out.
    fn nodes(&mut self, nodes: &[Node], counts: bool) -> Option<Vec<PlanNode>> {
        let planned = nodes.iter().filter_map(|node| self.node(node, counts));
        let planned: Vec<PlanNode> = planned.collect();
        (!planned.is_empty()).then_some(planned)
    }

    /// Plans alternatives, and marks those that are synonyms of one before them.
    fn alternatives(&mut self, nodes: &[Node], counts: bool) -> Option<Vec<PlanNode>> {
        let mut planned = Vec::new();
        for (place, node) in nodes.iter().enumerate() {
            let outer = self.is_synonym;
            self.is_synonym |= self.synonyms().relate(node, &nodes[..place]);
            planned.extend(self.node(node, counts));
            self.is_synonym = outer;
        }
        (!planned.is_empty()).then_some(planned)
    }

    fn synonyms(&self) -> &SynonymLists {
        let lists = &self.lookup.index.about().synonyms;
        self.synonyms
            .get_or_init(|| SynonymLists::new(lists, self.language))
    }

    fn field(&mut self, field: Field, value: &str) -> Option<PlanNode> {
        let steps = self.lookup.index.passages() / PASSAGES_PER_STEP_OF_A_FIELD;
        if !self.lookup.budget.spend(steps) {
            self.report_once(ProblemKind::CutShort);
            return None;
        }
        let set = self.fields.resolve(field, value);
        let places = named(self.lookup.index, field, value);
        if !places.is_empty() {
            self.named.push(NamedField {
                field,
                value: value.to_string(),
                places,
            });
        }
        if set.is_none() {
            self.report(match field {
                Field::Date | Field::Mentions => ProblemKind::BadDate(value.to_string()),
                field => ProblemKind::UnknownValue(field, value.to_string()),
            });
        }
        set.map(PlanNode::Set)
    }

    /// Keeps as many words as may still be looked up, and reports once that others are left out.
    fn limited(&mut self, mut words: Vec<String>) -> Vec<String> {
        let most = MOST_WORDS - self.looked_up;
        if words.len() > most {
            words.truncate(most);
            self.report_once(ProblemKind::TooManyWords);
        }
        self.looked_up += words.len();
        words
    }

    fn word(&self, word: &Word, words: &[String], counts: bool) -> Option<Leaf> {
        let last = words.len().checked_sub(1)?;
        // `l’espace` asks for `espace`; inside `chef-d’œuvre` the elided word counts.
        let kept = words
            .iter()
            .enumerate()
            .skip_while(|(at, text)| *at < last && is_elided(text));
        let part = |(at, text): (usize, &String)| {
            let has_wildcard = text.contains(['*', '?']);
            let how = match word.how {
                How::Prefix if at < last => How::Plain,
                How::Pattern if !has_wildcard => How::Plain,
                how => how,
            };
            match (how, self.query.matching) {
                (How::Plain, Matching::Folded) => self.lookup.folded(text),
                (How::Plain, Matching::Exact) => self.lookup.forms(text, How::Exact),
                (how, _) => self.lookup.forms(text, how),
            }
        };
        Some(Leaf {
            query: word.to_string(),
            parts: kept.map(part).collect(),
            within: None,
            counts,
            is_synonym: self.is_synonym,
        })
    }

    fn phrase(&self, phrase: &Phrase, words: &[String], counts: bool) -> Option<Leaf> {
        let is_exact = phrase.exact || self.query.matching == Matching::Exact;
        let part = |word: &String| match is_exact {
            true => self.lookup.forms(word, How::Exact),
            false => self.lookup.folded(word),
        };
        (!words.is_empty()).then(|| Leaf {
            query: phrase.to_string(),
            parts: words.iter().map(part).collect(),
            within: phrase.within,
            counts,
            is_synonym: self.is_synonym,
        })
    }

    /// Adds a leaf, unless the budget ran out before any form was found: the leaf would exclude what others match.
    fn add(&mut self, leaf: Option<Leaf>) -> Option<PlanNode> {
        let leaf = leaf?;
        let budget = self.lookup.budget;
        budget.spend(self.lookup.index.passages() / PASSAGES_PER_STEP_OF_A_WORD);
        if budget.is_spent() {
            self.report_once(ProblemKind::CutShort);
            if leaf.parts.iter().any(Vec::is_empty) {
                return None;
            }
        }
        self.leaves.push(leaf);
        Some(PlanNode::Leaf(self.leaves.len() - 1))
    }

    fn next_place(&mut self) {
        self.place = self.places.next().copied().unwrap_or(0);
    }

    /// Reports a problem of the leaf that is being planned.
    fn report(&mut self, kind: ProblemKind) {
        let at = self.place;
        self.problems.push(Problem { at, kind });
    }

    /// Reports a problem unless it was reported before.
    fn report_once(&mut self, kind: ProblemKind) {
        if self.problems.iter().all(|problem| problem.kind != kind) {
            self.report(kind);
        }
    }
}

/// A word before which all elided words are elided, `entr’` as well.
const AFTER_ELISION: &str = "eux";

/// Splits a text of a query into words, where wildcards count as letters.
///
/// An apostrophe at the end belongs to the last word where that can be an elided one: `d’`.
fn words_of(text: &str, language: Language) -> Vec<String> {
    let mut lettered = text.replace(['*', '?'], "x");
    if is_elided(text) {
        let followed = lettered.clone() + AFTER_ELISION;
        let last = tokens(&followed, language).last();
        if last.is_some_and(|last| last.range.start == text.len()) {
            lettered = followed;
        }
    }
    let words = tokens(&lettered, language).filter(|token| token.kind == TokenKind::Word);
    let words = words.filter_map(|token| text.get(token.range));
    words.map(String::from).collect()
}
