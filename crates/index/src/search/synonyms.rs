//! Synonyms: proposes to search for other names of what a query asks for, as the editor lists them.
//!
//! A search never adds synonyms by itself, so that a count is always that of the query.

use super::budget::Budget;
use super::filters::Filters;
use super::searcher::Searcher;
use super::synonym_lists::{plain_words, words};
use crate::model::Synonyms;
use crate::query::{How, Node, Phrase, Query, Word};
use frise_text::Language;

/// A query with synonyms of a name in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SynonymSuggestion {
    /// The name in the query, as the query language writes it.
    pub asked: String,
    /// The synonyms that the texts have, in the order of the editor.
    pub others: Vec<String>,
    /// The query with all of them, such as `ONU|"Nations Unies" paix`.
    pub query: String,
    /// The number of passages that it finds, which is larger than that of the query itself.
    pub passages: usize,
}

/// For how many names of a query synonyms are proposed.
const MOST_SUGGESTIONS: usize = 4;
/// How many passages a step pays for, whatever a search finds.
const PASSAGES_PER_STEP: u32 = 4;

/// Finds synonyms for one search.
pub(super) struct SynonymFinder<'s> {
    searcher: &'s Searcher,
    query: &'s Query,
    filters: &'s Filters,
    /// All searches together may take as long as one.
    budget: Budget,
}

impl<'s> SynonymFinder<'s> {
    pub fn new(searcher: &'s Searcher, query: &'s Query, filters: &'s Filters) -> Self {
        SynonymFinder {
            searcher,
            query,
            filters,
            budget: Budget::default(),
        }
    }

    /// Returns the queries with synonyms that find more passages than the query itself.
    pub fn suggest(&self) -> Vec<SynonymSuggestion> {
        let lists = &self.searcher.index().about().synonyms;
        if lists.is_empty() {
            return Vec::new();
        }
        let mut names = NameFinder {
            lists: terms(lists, self.searcher.language),
            language: self.searcher.language,
            path: Vec::new(),
            names: Vec::new(),
        };
        names.find(&self.query.root, &[]);
        if names.names.is_empty() {
            return Vec::new();
        }
        let asked = self.count(self.query.root.clone(), self.filters);
        let suggest = |name: Name| {
            let is_found =
                |term: &&Term| self.count(term.node.clone(), &Filters::default()) > Some(0);
            let others: Vec<&Term> = name.others.iter().filter(is_found).collect();
            let nodes = others.iter().map(|term| term.node.clone());
            let root = with_others(&self.query.root, &name.path, name.length, nodes.collect());
            let passages = self.count(root.clone(), self.filters)?;
            (Some(passages) > asked && asked.is_some()).then(|| SynonymSuggestion {
                asked: name.asked.to_string(),
                others: others.iter().map(|term| term.text.clone()).collect(),
                query: root.to_string(),
                passages,
            })
        };
        let names = names.names.into_iter().take(MOST_SUGGESTIONS);
        names.filter_map(suggest).collect()
    }

    /// Returns the number of passages that a tree finds, or `None` if the budget cuts the search short.
    fn count(&self, root: Node, filters: &Filters) -> Option<usize> {
        let steps = self.searcher.index().passages() / PASSAGES_PER_STEP;
        if !self.budget.spend(steps) {
            return None;
        }
        let query = Query {
            root,
            matching: self.query.matching,
            ..Query::default()
        };
        let matches = self.searcher.ask_within(&query, &self.budget);
        (!self.budget.is_spent()).then(|| self.searcher.count(&matches, filters))
    }
}

/// A term of the editor's lists.
#[derive(Clone)]
struct Term {
    text: String,
    /// The folded words.
    words: Vec<String>,
    /// The node that asks for it.
    node: Node,
}

/// A name in a query.
struct Name {
    /// Where it is in the tree: the places of its ancestors among their siblings.
    path: Vec<usize>,
    /// The number of sibling nodes that it consists of: several where adjacent words form a name.
    length: usize,
    /// The node that asks for it.
    asked: Node,
    /// The synonyms that the query does not have beside it.
    others: Vec<Term>,
}

/// Returns the terms of the editor's lists with their words and nodes.
fn terms(lists: &[Synonyms], language: Language) -> Vec<Vec<Term>> {
    let term = |text: &String| {
        let words = words(text, language);
        let node = match words.len() {
            1 => Node::Word(Word {
                text: text.clone(),
                how: How::Plain,
            }),
            _ => Node::Phrase(Phrase {
                text: text.clone(),
                exact: false,
                within: None,
            }),
        };
        Term {
            text: text.clone(),
            words,
            node,
        }
    };
    let list = |synonyms: &Synonyms| synonyms.terms.iter().map(term).collect();
    lists.iter().map(list).collect()
}

/// Finds the names in a query that the editor lists.
struct NameFinder {
    lists: Vec<Vec<Term>>,
    language: Language,
    /// The places of the current node and its ancestors among their siblings.
    path: Vec<usize>,
    names: Vec<Name>,
}

impl NameFinder {
    /// Collects the names in a node. `beside` are the alternatives of which the node is one.
    fn find(&mut self, node: &Node, beside: &[Node]) {
        match node {
            Node::Word(_) | Node::Phrase(_) => {
                let name = self.name(std::slice::from_ref(node), beside);
                self.names.extend(name);
            }
            Node::Any(parts) => {
                for (place, part) in parts.iter().enumerate() {
                    self.path.push(place);
                    self.find(part, parts);
                    self.path.pop();
                }
            }
            Node::All(parts) => {
                let mut place = 0;
                while place < parts.len() {
                    self.path.push(place);
                    place += self.find_row(&parts[place..]);
                    self.path.pop();
                }
            }
            Node::Everything | Node::Not(_) | Node::Field(..) => {}
        }
    }

    /// Collects the longest name that some nodes, which must all match, begin with, or else the names in the first one. Returns
    /// the number of nodes that were visited.
    fn find_row(&mut self, parts: &[Node]) -> usize {
        let is_word = |node: &&Node| {
            matches!(
                node,
                Node::Word(Word {
                    how: How::Plain,
                    ..
                })
            )
        };
        let words = parts.iter().take_while(is_word).count();
        let row = (2..=words)
            .rev()
            .find_map(|length| self.name(&parts[..length], &[]));
        if let Some(row) = row {
            let length = row.length;
            self.names.push(row);
            return length;
        }
        self.find(&parts[0], &[]);
        1
    }

    /// Returns the name that adjacent nodes form, if it has synonyms that are not among the alternatives.
    fn name(&self, row: &[Node], beside: &[Node]) -> Option<Name> {
        let words: Vec<String> = row
            .iter()
            .flat_map(|node| plain_words(node, self.language))
            .collect();
        let is_asked = |term: &Term| term.words == words;
        let list = self.lists.iter().find(|list| list.iter().any(is_asked))?;
        let is_beside = |term: &Term| {
            let mut beside = beside.iter();
            beside.any(|node| plain_words(node, self.language) == term.words)
        };
        let is_other = |term: &&Term| !is_asked(term) && !is_beside(term);
        let others: Vec<Term> = list.iter().filter(is_other).cloned().collect();
        let asked = match row {
            [alone] => alone.clone(),
            row => Node::All(row.to_vec()),
        };
        (!others.is_empty()).then(|| Name {
            path: self.path.clone(),
            length: row.len(),
            asked,
            others,
        })
    }
}

/// Returns a tree with synonyms as alternatives to the name at a path, which consists of `length` nodes.
fn with_others(node: &Node, path: &[usize], length: usize, others: Vec<Node>) -> Node {
    let either = |asked: Node, others: Vec<Node>| {
        let mut parts = vec![asked];
        parts.extend(others);
        Node::Any(parts)
    };
    match (node, path) {
        (Node::All(parts), [place]) => {
            let mut all = parts.clone();
            let mut row: Vec<Node> = all.drain(*place..place + length).collect();
            let asked = match row.len() {
                1 => row.remove(0),
                _ => Node::All(row),
            };
            all.insert(*place, either(asked, others));
            match all.len() {
                1 => all.remove(0),
                _ => Node::All(all),
            }
        }
        (Node::Any(parts), [place]) => {
            let mut any = parts.clone();
            any.splice(place + 1..place + 1, others);
            Node::Any(any)
        }
        (Node::All(parts), [place, rest @ ..]) => {
            let mut all = parts.clone();
            all[*place] = with_others(&parts[*place], rest, length, others);
            Node::All(all)
        }
        (Node::Any(parts), [place, rest @ ..]) => {
            let mut any = parts.clone();
            any[*place] = with_others(&parts[*place], rest, length, others);
            Node::Any(any)
        }
        (node, _) => either(node.clone(), others),
    }
}
