//! Names for the same thing, which the editor lists: a search for one offers to search for all of them, and never does so by
//! itself, so that a count is always that of what was asked.

use super::budget::Budget;
use super::{Filters, Searcher, Sort};
use crate::model::Synonyms;
use crate::query::{How, Node, Phrase, Query, Word};
use frise_text::{Language, TokenKind, fold, is_elided, tokens};

/// A query that also asks for other names of what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SynonymSuggestion {
    /// What was asked, as the query language writes it.
    pub asked: String,
    /// The other names that the texts use, in the editor's order.
    pub others: Vec<String>,
    /// The query with all of them, such as `ONU|"Nations Unies" paix`.
    pub query: String,
    /// How many passages it finds: more than what was asked.
    pub passages: usize,
}

/// How many names in a query are offered others for.
const MOST_SUGGESTIONS: usize = 4;
/// How many passages a step pays for, whatever a search finds.
const PASSAGES_PER_STEP: u32 = 4;

/// Returns the suggestions for a query; see [`Searcher::synonyms`].
pub(super) fn suggest(
    searcher: &Searcher,
    query: &Query,
    filters: &Filters,
) -> Vec<SynonymSuggestion> {
    let lists = &searcher.index().about().synonyms;
    if lists.is_empty() {
        return Vec::new();
    }
    // All searches together may take as long as one.
    let budget = Budget::default();
    let count = |root: &Node, filters: &Filters| {
        if !budget.spend(searcher.index().passages() / PASSAGES_PER_STEP) {
            return None;
        }
        let query = Query {
            root: root.clone(),
            matching: query.matching,
            ..Query::default()
        };
        let matches = searcher.ask_within(&query, &budget);
        let answer = searcher.answer(&matches, filters, Sort::Oldest);
        // Where something was cut short, less was asked for.
        (!budget.is_spent()).then_some(answer.passages.len())
    };
    let mut finder = Finder {
        lists: terms(lists, searcher.language),
        language: searcher.language,
        path: Vec::new(),
        names: Vec::new(),
    };
    finder.find(&query.root, &[]);
    let asked = count(&query.root, filters);
    let suggestion = |name: Name| {
        let is_found = |term: &&Term| count(&term.node, &Filters::default()) > Some(0);
        let others: Vec<&Term> = name.others.iter().filter(is_found).collect();
        let nodes = others.iter().map(|term| term.node.clone()).collect();
        let root = with_others(&query.root, &name.path, name.length, nodes);
        let passages = count(&root, filters)?;
        (asked.is_some() && Some(passages) > asked).then(|| SynonymSuggestion {
            asked: name.asked.to_string(),
            others: others.iter().map(|term| term.text.clone()).collect(),
            query: root.to_string(),
            passages,
        })
    };
    let names = finder.names.into_iter().take(MOST_SUGGESTIONS);
    names.filter_map(suggestion).collect()
}

/// Returns the lists of the editor, with the words of each term.
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

/// A term of the editor.
#[derive(Clone)]
struct Term {
    text: String,
    /// Its folded words.
    words: Vec<String>,
    /// What asks for it.
    node: Node,
}

/// A name that a query asks for.
struct Name {
    /// Where it stands: the places of its ancestors among their siblings.
    path: Vec<usize>,
    /// How many neighbours it is: several where words in a row make a name.
    length: usize,
    /// What asks for it.
    asked: Node,
    /// The other names of the same thing that are not asked for beside it.
    others: Vec<Term>,
}

/// The folded words of a text; elided ones at its head are dropped.
fn words(text: &str, language: Language) -> Vec<String> {
    let words = tokens(text, language).filter(|token| token.kind == TokenKind::Word);
    let words: Vec<&str> = words.map(|token| &text[token.range]).collect();
    let elided = words.iter().take_while(|word| is_elided(word)).count();
    let from = elided.min(words.len().saturating_sub(1));
    words[from..].iter().map(|word| fold(word)).collect()
}

/// Goes through the tree of a query for names that the editor lists.
struct Finder {
    lists: Vec<Vec<Term>>,
    language: Language,
    /// The places of the node and its ancestors among their siblings.
    path: Vec<usize>,
    names: Vec<Name>,
}

impl Finder {
    /// Collects the names that a tree asks for. `beside` are the alternatives among which the node stands.
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

    /// Collects what the first of some nodes that must all match asks for, or the longest row of words from it on that is a
    /// name; returns how many nodes that are.
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

    /// The name that some neighbours make, if it has others beside those that stand among the alternatives.
    fn name(&self, row: &[Node], beside: &[Node]) -> Option<Name> {
        let words: Vec<String> = row.iter().flat_map(|node| self.plain_words(node)).collect();
        let is_asked = |term: &Term| term.words == words;
        let list = self.lists.iter().find(|list| list.iter().any(is_asked))?;
        let is_beside = |term: &Term| {
            let mut beside = beside.iter();
            beside.any(|node| self.plain_words(node) == term.words)
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

    /// The words that a node asks for plainly; none where it asks for anything else.
    fn plain_words(&self, node: &Node) -> Vec<String> {
        match node {
            Node::Word(Word {
                text,
                how: How::Plain,
            })
            | Node::Phrase(Phrase {
                text,
                exact: false,
                within: None,
            }) => words(text, self.language),
            _ => Vec::new(),
        }
    }
}

/// The tree with other names beside the one of `length` neighbours that a path leads to.
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
        // Beside the other alternatives.
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
