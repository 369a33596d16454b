//! What to do where nothing is found: which words are nearest, and what to leave out, each with the
//! number of passages that it would give.

use super::budget::Budget;
use super::{Filters, Searcher, Sort};
use crate::query::{How, Matching, Node, Phrase, Query, Word};
use frise_text::fold;

/// A question that is less strict than the one that found nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Loosened {
    /// What is changed: one thing, or the least that together finds something.
    pub changes: Vec<Looser>,
    /// The query, as the query language writes it.
    pub query: String,
    /// How its plain words match.
    pub matching: Matching,
    /// The filters.
    pub filters: Filters,
    /// How many passages it finds: one at least.
    pub passages: usize,
}

/// How a question is made less strict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Looser {
    /// A word that the corpus does not have gives way to one that it has, or to a pattern.
    Nearest {
        /// The word that was asked for.
        asked: String,
        /// The word that stands in for it.
        nearest: String,
    },
    /// Words match by stem again.
    Stemmed,
    /// Without the bounds of time.
    Dates,
    /// Without the bounds of the times that are spoken of.
    Mentioned,
    /// Without the speakers.
    Speakers,
    /// Without the voices.
    Voices,
    /// Without the themes.
    Themes,
    /// Without the documents.
    Documents,
    /// Without the kinds.
    Kinds,
    /// Without any filter.
    Filters,
    /// Without a part of the query, as the query language writes it.
    Part(String),
}

/// How many words are offered for one that is not there.
const NEAREST: usize = 3;
/// A step pays for so many passages, for what a search does whatever it finds.
const PASSAGES_A_STEP: u32 = 4;
/// How many parts of a query are left out in turn.
const MOST_PARTS: usize = 8;

impl Searcher {
    /// Less strict questions that find something, the closest to what was asked first; none where the
    /// question itself finds something.
    pub fn loosen(&self, query: &Query, filters: &Filters) -> Vec<Loosened> {
        // All of them together may take as long as one search.
        let budget = Budget::default();
        let found = |query: &Query, filters: &Filters| {
            if !budget.spend(self.index().passages() / PASSAGES_A_STEP) {
                return 0;
            }
            let answer = self.search_within(query, filters, Sort::Oldest, &budget);
            // Where something was cut short, less was asked for.
            let is_whole = !budget.is_spent();
            if is_whole { answer.passages.len() } else { 0 }
        };
        if found(query, filters) > 0 {
            return Vec::new();
        }
        let with = |root: Node| Query {
            root,
            matching: query.matching,
            ..Query::default()
        };
        let mut other_queries: Vec<(Looser, Query)> = Vec::new();
        for (asked, nearest, root) in self.respelled(&query.root, &budget) {
            other_queries.push((Looser::Nearest { asked, nearest }, with(root)));
        }
        if query.matching != Matching::Stemmed {
            let stemmed = with(query.root.clone()).matched(Matching::Stemmed);
            other_queries.push((Looser::Stemmed, stemmed));
        }
        let fewer_parts: Vec<(Looser, Query)> = fewer_parts(&query.root)
            .into_iter()
            .map(|(part, root)| (Looser::Part(part), with(root)))
            .collect();
        let other_filters = fewer_filters(filters);
        let same = || with(query.root.clone());
        let tried = |changes: Vec<Looser>, query: Query, filters: Filters| {
            let passages = found(&query, &filters);
            (passages > 0).then(|| Loosened {
                changes,
                query: query.to_string(),
                matching: query.matching,
                filters,
                passages,
            })
        };
        let one = |(change, query): (Looser, Query)| tried(vec![change], query, filters.clone());
        let respelled = other_queries.iter().cloned().filter_map(one);
        let unfiltered = other_filters
            .iter()
            .filter_map(|(change, filters)| tried(vec![change.clone()], same(), filters.clone()));
        let shortened = fewer_parts.clone().into_iter().filter_map(one);
        let loosened: Vec<Loosened> = respelled.chain(unfiltered).chain(shortened).collect();
        if !loosened.is_empty() || filters.is_empty() {
            return loosened;
        }
        // Where no single change helps, another query without any filter may.
        let both = |(change, query): (Looser, Query)| {
            tried(vec![change, Looser::Filters], query, Filters::default())
        };
        let queries = other_queries.into_iter().chain(fewer_parts);
        queries.filter_map(both).collect()
    }

    /// The query with each word that the corpus lacks replaced, in turn, by each of those nearest to it.
    fn respelled(&self, root: &Node, budget: &Budget) -> Vec<(String, String, Node)> {
        let mut words = Vec::new();
        collect_words(root, &mut words);
        let strangers = words
            .into_iter()
            .filter(|word| self.look_up(word, How::Plain, budget).is_empty())
            .take_while(|_| !budget.is_spent());
        strangers
            .flat_map(|word| {
                let nearest = self.nearest(&word, budget);
                nearest.into_iter().map(move |nearest| {
                    let root = replaced(root, &word, &nearest);
                    (word.clone(), nearest, root)
                })
            })
            .collect()
    }

    /// The words of the corpus that differ least from one that it lacks, the most frequent of equals
    /// first; and the pattern of all that begin so.
    fn nearest(&self, word: &str, budget: &Budget) -> Vec<String> {
        let folded = fold(word);
        let mut nearest: Vec<String> = Vec::new();
        for edits in 1..=2 {
            let mut forms: Vec<u32> = self
                .look_up(&folded, How::Fuzzy(edits), budget)
                .into_iter()
                .map(|(form, _)| form)
                .collect();
            // The most frequent form of each term, by rank.
            forms.sort_unstable();
            let mut terms = Vec::new();
            forms.retain(|form| {
                let term = self.index().term_of_form(*form);
                let is_new = !terms.contains(&term);
                terms.push(term);
                is_new
            });
            let spelled = forms
                .iter()
                .map(|form| self.index().form(*form).to_string());
            nearest.extend(spelled.take(NEAREST));
            if !nearest.is_empty() {
                break;
            }
        }
        if word.chars().count() > 3 && !self.look_up(word, How::Prefix, budget).is_empty() {
            nearest.push(format!("{word}*"));
        }
        nearest
    }
}

/// The single words that a query asks for plainly, to the letter or in a phrase.
fn collect_words(node: &Node, words: &mut Vec<String>) {
    let mut add = |word: &str| {
        if word.chars().all(char::is_alphanumeric) && !words.iter().any(|known| known == word) {
            words.push(word.to_string());
        }
    };
    match node {
        Node::All(parts) | Node::Any(parts) => {
            parts.iter().for_each(|part| collect_words(part, words));
        }
        Node::Word(Word {
            text,
            how: How::Plain | How::Exact,
        }) => add(text),
        Node::Phrase(phrase) => phrase.text.split(' ').for_each(add),
        Node::Everything | Node::Word(_) | Node::Field(..) | Node::Not(_) => {}
    }
}

/// The tree with a word replaced wherever it is asked for.
fn replaced(node: &Node, asked: &str, nearest: &str) -> Node {
    let all = |parts: &[Node]| {
        parts
            .iter()
            .map(|part| replaced(part, asked, nearest))
            .collect()
    };
    match node {
        Node::All(parts) => Node::All(all(parts)),
        Node::Any(parts) => Node::Any(all(parts)),
        Node::Word(word) if word.text == asked => Node::Word(match nearest.strip_suffix('*') {
            Some(start) => Word {
                text: start.to_string(),
                how: How::Prefix,
            },
            None => Word {
                text: nearest.to_string(),
                how: How::Plain,
            },
        }),
        Node::Phrase(phrase) if !nearest.ends_with('*') => {
            let words: Vec<&str> = phrase
                .text
                .split(' ')
                .map(|word| if word == asked { nearest } else { word })
                .collect();
            Node::Phrase(Phrase {
                text: words.join(" "),
                ..phrase.clone()
            })
        }
        other => other.clone(),
    }
}

/// The filters without each that is held, and where several are, without all of them.
fn fewer_filters(filters: &Filters) -> Vec<(Looser, Filters)> {
    let without = |looser: Looser, change: fn(&mut Filters)| {
        let mut fewer = filters.clone();
        change(&mut fewer);
        (looser, fewer)
    };
    let mut fewer = vec![
        without(Looser::Dates, |filters| {
            (filters.from, filters.to, filters.undated) = (None, None, false)
        }),
        without(Looser::Mentioned, |filters| {
            (filters.mentioned_from, filters.mentioned_to) = (None, None)
        }),
        without(Looser::Speakers, |filters| filters.speakers.clear()),
        without(Looser::Voices, |filters| filters.voices.clear()),
        without(Looser::Themes, |filters| filters.themes.clear()),
        without(Looser::Documents, |filters| filters.documents.clear()),
        without(Looser::Kinds, |filters| filters.kinds.clear()),
    ];
    fewer.retain(|(_, fewer)| fewer != filters);
    if fewer.len() > 1 {
        fewer.push((Looser::Filters, Filters::default()));
    }
    fewer
}

/// The query without each of the parts that must all match.
fn fewer_parts(root: &Node) -> Vec<(String, Node)> {
    let Node::All(parts) = root else {
        return Vec::new();
    };
    let without = |at: usize| {
        let mut rest = parts.clone();
        let part = rest.remove(at);
        let root = if rest.len() == 1 {
            rest.remove(0)
        } else {
            Node::All(rest)
        };
        (part.to_string(), root)
    };
    (0..parts.len().min(MOST_PARTS)).map(without).collect()
}
