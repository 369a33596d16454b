//! From a query's tree to steps over sets of passages, with every word looked up.

use super::budget::Budget;
use super::lookup::Forms;
use super::{PassageSet, Searcher};
use crate::query::{Field, How, Matching, Node, Phrase, Problem, ProblemKind, Query, Word};
use frise_text::{Language, TokenKind, is_elided, tokens};

/// How many words of a query are looked up; more would make a reader wait.
const MOST_WORDS: usize = 64;

/// A step pays for so many passages, when all of them are gone through for a word, or for a field.
const PASSAGES_A_STEP_OF_A_WORD: u32 = 64;
const PASSAGES_A_STEP_OF_A_FIELD: u32 = 4;

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
}

impl Plan {
    /// Whether there is any word to mark or rank by.
    pub fn has_words(&self) -> bool {
        !self.leaves.is_empty()
    }

    /// Whether any of its words can be a hit: not all stand below an exclusion.
    pub fn can_hit(&self) -> bool {
        self.leaves.iter().any(|leaf| leaf.counts)
    }

    /// Fields whose value nothing answers to, and words that were left out.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

/// A plan that is being made.
struct Planning<'q> {
    plan: Plan,
    /// The places of what is yet to be looked up.
    places: std::slice::Iter<'q, usize>,
    /// The place of what is being looked up.
    place: usize,
    /// How many words were looked up, those that were left out included.
    looked_up: usize,
    /// What the look-ups may spend.
    budget: &'q Budget,
}

impl Planning<'_> {
    fn next_place(&mut self) {
        self.place = self.places.next().copied().unwrap_or(0);
    }

    /// Tells of what is being looked up.
    fn tell(&mut self, kind: ProblemKind) {
        let at = self.place;
        self.plan.problems.push(Problem { at, kind });
    }

    /// The same, unless it was told before.
    fn tell_once(&mut self, kind: ProblemKind) {
        if self
            .plan
            .problems
            .iter()
            .all(|problem| problem.kind != kind)
        {
            self.tell(kind);
        }
    }

    /// A leaf, unless the budget ran out before anything was found: it would deny what others found.
    fn add(&mut self, leaf: Option<Leaf>, passages: u32) -> Option<Step> {
        let leaf = leaf?;
        self.budget.spend(passages / PASSAGES_A_STEP_OF_A_WORD);
        if self.budget.is_spent() {
            self.tell_once(ProblemKind::CutShort);
            if leaf.parts.iter().any(Vec::is_empty) {
                return None;
            }
        }
        self.plan.leaves.push(leaf);
        Some(Step::Leaf(self.plan.leaves.len() - 1))
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
        self.plan_within(query, &Budget::default())
    }

    /// The same, with what is left of a budget.
    pub(super) fn plan_within(&self, query: &Query, budget: &Budget) -> Plan {
        let mut planning = Planning {
            plan: Plan {
                matching: query.matching,
                ..Plan::default()
            },
            places: query.places.iter(),
            place: 0,
            looked_up: 0,
            budget,
        };
        let root = self.step(&query.root, true, &mut planning);
        Plan {
            root: root.unwrap_or_default(),
            ..planning.plan
        }
    }

    /// The step of a node; `None` where it is left out.
    fn step(&self, node: &Node, counts: bool, planning: &mut Planning) -> Option<Step> {
        let steps = |parts: &[Node], planning: &mut Planning| {
            let steps = parts
                .iter()
                .filter_map(|part| self.step(part, counts, planning));
            Some(steps.collect()).filter(|steps: &Vec<Step>| !steps.is_empty())
        };
        let passages = self.index().passages();
        match node {
            Node::Everything => Some(Step::Everything),
            Node::All(parts) => steps(parts, planning).map(Step::All),
            Node::Any(parts) => steps(parts, planning).map(Step::Any),
            Node::Not(inner) => {
                let inner = self.step(inner, !counts, planning)?;
                Some(Step::Not(Box::new(inner)))
            }
            Node::Word(word) => {
                planning.next_place();
                // A regular expression is not cut into words.
                let words = match word.how {
                    How::Regex => self.room(vec![word.text.clone()], planning),
                    _ => self.words(&word.text, planning),
                };
                let found = self.word(word, &words, counts, planning);
                planning.add(found, passages)
            }
            Node::Phrase(phrase) => {
                planning.next_place();
                let words = self.words(&phrase.text, planning);
                let found = self.phrase(phrase, &words, counts, planning);
                planning.add(found, passages)
            }
            Node::Field(field, value) => {
                planning.next_place();
                self.field_step(*field, value, planning)
            }
        }
    }

    fn field_step(&self, field: Field, value: &str, planning: &mut Planning) -> Option<Step> {
        if !planning
            .budget
            .spend(self.index().passages() / PASSAGES_A_STEP_OF_A_FIELD)
        {
            planning.tell_once(ProblemKind::CutShort);
            return None;
        }
        let set = self.field(field, value);
        if set.is_none() {
            planning.tell(match field {
                Field::Date | Field::Mentions => ProblemKind::BadDate(value.to_string()),
                field => ProblemKind::UnknownValue(field, value.to_string()),
            });
        }
        set.map(Step::Set)
    }

    /// The words of a text, as far as [`MOST_WORDS`] goes; what is left out is told once.
    fn words(&self, text: &str, planning: &mut Planning) -> Vec<String> {
        self.room(words_of(text, self.language), planning)
    }

    fn room(&self, mut words: Vec<String>, planning: &mut Planning) -> Vec<String> {
        let rest = MOST_WORDS - planning.looked_up;
        if words.len() > rest {
            words.truncate(rest);
            planning.tell_once(ProblemKind::TooManyWords);
        }
        planning.looked_up += words.len();
        words
    }

    fn word(
        &self,
        word: &Word,
        words: &[String],
        counts: bool,
        planning: &Planning,
    ) -> Option<Leaf> {
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
            match (how, planning.plan.matching) {
                (How::Plain, Matching::Folded) => self.folded(text, planning.budget),
                (How::Plain, Matching::Exact) => self.look_up(text, How::Exact, planning.budget),
                (how, _) => self.look_up(text, how, planning.budget),
            }
        };
        Some(Leaf {
            asked: word.to_string(),
            parts: kept.map(part).collect(),
            within: None,
            counts,
        })
    }

    fn phrase(
        &self,
        phrase: &Phrase,
        words: &[String],
        counts: bool,
        planning: &Planning,
    ) -> Option<Leaf> {
        let look_up = |word: &String| {
            if phrase.exact || planning.plan.matching == Matching::Exact {
                self.look_up(word, How::Exact, planning.budget)
            } else {
                self.folded(word, planning.budget)
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
