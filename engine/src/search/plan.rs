//! From a query's tree to steps over sets of passages, with every word looked up.

use super::budget::Budget;
use super::lookup::Forms;
use super::{PassageSet, Searcher};
use crate::query::{Field, How, Matching, Node, Phrase, Problem, ProblemKind, Query, Word};
use crate::text::{Language, TokenKind, is_elided, tokens};

/// How many words of a query are looked up; more would make a reader wait.
const MOST_WORDS: usize = 64;

/// A query whose words and fields were looked up.
#[derive(Debug, Default)]
pub struct Plan {
    pub(super) root: Step,
    /// How plain words and phrases match.
    pub(super) matching: Matching,
    /// The words and phrases that can match, in the order of the query.
    pub(super) leaves: Vec<Leaf>,
    /// Fields whose value nothing answers to, and words that were left out.
    pub(super) problems: Vec<Problem>,
    /// While it is made: the places of what is yet to be looked up, the next one last.
    places: Vec<usize>,
    /// While it is made: the place of what is being looked up.
    place: usize,
    /// What the look-ups may spend.
    budget: Budget,
}

impl Plan {
    /// Whether there is any word to mark or rank by.
    pub fn has_words(&self) -> bool {
        !self.leaves.is_empty()
    }

    fn next_place(&mut self) {
        self.place = self.places.pop().unwrap_or(0);
    }

    /// Tells of what is being looked up.
    fn tell(&mut self, kind: ProblemKind) {
        let at = self.place;
        self.problems.push(Problem { at, kind });
    }

    /// The same, unless it was told before.
    fn tell_once(&mut self, kind: ProblemKind) {
        if self.problems.iter().all(|problem| problem.kind != kind) {
            self.tell(kind);
        }
    }

    /// Tells where the budget ran out. A word that found nothing for that reason is left out: it would
    /// deny what the others found.
    fn unless_cut_to_nothing(&mut self, leaf: Option<Leaf>) -> Option<Leaf> {
        if !self.budget.is_spent() {
            return leaf;
        }
        self.tell_once(ProblemKind::CutShort);
        leaf.filter(|leaf| leaf.parts.iter().all(|forms| !forms.is_empty()))
    }
}

#[derive(Debug, Default)]
pub(super) enum Step {
    #[default]
    Everything,
    All(Vec<Step>),
    Any(Vec<Step>),
    Not(Box<Step>),
    /// A place in [`Plan::leaves`].
    Leaf(usize),
    /// What a field asks for.
    Set(PassageSet),
}

/// One word, or several that belong together.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    /// What was asked for, as the query language writes it.
    pub asked: String,
    /// The forms that may stand for each word.
    pub parts: Vec<Forms>,
    /// How many words the last may stand after the first, in any order; `None` for in a row.
    pub within: Option<u32>,
    /// Whether a hit counts as one: not below an exclusion.
    pub counts: bool,
}

impl Searcher {
    /// Looks up the words and fields of a query.
    pub fn plan(&self, query: &Query) -> Plan {
        let mut plan = Plan {
            matching: query.matching,
            places: query.places.iter().rev().copied().collect(),
            ..Plan::default()
        };
        plan.root = self.step(&query.root, true, &mut plan);
        plan
    }

    fn step(&self, node: &Node, counts: bool, plan: &mut Plan) -> Step {
        let steps = |parts: &[Node], plan: &mut Plan| {
            parts
                .iter()
                .map(|part| self.step(part, counts, plan))
                .collect()
        };
        let leaf = |leaf: Option<Leaf>, plan: &mut Plan| match leaf {
            None => Step::Everything,
            Some(leaf) => {
                plan.leaves.push(leaf);
                Step::Leaf(plan.leaves.len() - 1)
            }
        };
        match node {
            Node::Everything => Step::Everything,
            Node::All(parts) => Step::All(steps(parts, plan)),
            Node::Any(parts) => Step::Any(steps(parts, plan)),
            Node::Not(inner) => Step::Not(Box::new(self.step(inner, !counts, plan))),
            Node::Word(word) => {
                plan.next_place();
                // A regular expression is not cut into words.
                let words = match word.how {
                    How::Regex => self.room(vec![word.text.clone()], plan),
                    _ => self.words(&word.text, plan),
                };
                let found = self.word(word, &words, counts, plan);
                leaf(plan.unless_cut_to_nothing(found), plan)
            }
            Node::Phrase(phrase) => {
                plan.next_place();
                let words = self.words(&phrase.text, plan);
                let found = self.phrase(phrase, &words, counts, plan);
                leaf(plan.unless_cut_to_nothing(found), plan)
            }
            Node::Field(field, value) => {
                plan.next_place();
                self.field_step(*field, value, plan)
            }
        }
    }

    fn field_step(&self, field: Field, value: &str, plan: &mut Plan) -> Step {
        match self.field(field, value) {
            Some(set) => Step::Set(set),
            None => {
                let kind = match field {
                    Field::Date => ProblemKind::BadDate(value.to_string()),
                    field => ProblemKind::UnknownValue(field, value.to_string()),
                };
                plan.tell(kind);
                Step::Everything
            }
        }
    }

    /// The words of a text, as far as [`MOST_WORDS`] goes; what is left out is told once.
    fn words(&self, text: &str, plan: &mut Plan) -> Vec<String> {
        self.room(words_of(text, self.language), plan)
    }

    fn room(&self, mut words: Vec<String>, plan: &mut Plan) -> Vec<String> {
        let looked_up: usize = plan.leaves.iter().map(|leaf| leaf.parts.len()).sum();
        let rest = MOST_WORDS.saturating_sub(looked_up);
        if words.len() > rest {
            words.truncate(rest);
            plan.tell_once(ProblemKind::TooManyWords);
        }
        words
    }

    fn word(&self, word: &Word, words: &[String], counts: bool, plan: &Plan) -> Option<Leaf> {
        let last = words.len().checked_sub(1)?;
        // Whoever types `l’espace` looks for `espace`; inside `chef-d’œuvre` the elided word counts.
        let kept = words
            .iter()
            .enumerate()
            .skip_while(|(at, text)| *at < last && is_elided(text));
        let part = |(at, text): (usize, &String)| {
            let patterned = text.contains(['*', '?']);
            let how = match word.how {
                How::Prefix if at < last => How::Plain,
                How::Pattern if !patterned => How::Plain,
                how => how,
            };
            match (how, plan.matching) {
                (How::Plain, Matching::Folded) => self.folded(text),
                (How::Plain, Matching::Exact) => self.look_up(text, How::Exact, &plan.budget),
                (how, _) => self.look_up(text, how, &plan.budget),
            }
        };
        Some(Leaf {
            asked: word.to_string(),
            parts: kept.map(part).collect(),
            within: None,
            counts,
        })
    }

    fn phrase(&self, phrase: &Phrase, words: &[String], counts: bool, plan: &Plan) -> Option<Leaf> {
        let look_up = |word: &String| {
            if phrase.exact || plan.matching == Matching::Exact {
                self.look_up(word, How::Exact, &plan.budget)
            } else {
                self.folded(word)
            }
        };
        (!words.is_empty()).then(|| Leaf {
            asked: phrase.to_string(),
            parts: words.iter().map(look_up).collect(),
            within: phrase.within,
            counts,
        })
    }
}

/// The words of a text from a query, where wildcards count as letters.
fn words_of(text: &str, language: Language) -> Vec<String> {
    let lettered = text.replace(['*', '?'], "x");
    let words = tokens(&lettered, language).filter(|token| token.kind == TokenKind::Word);
    words.map(|token| text[token.range].to_string()).collect()
}
