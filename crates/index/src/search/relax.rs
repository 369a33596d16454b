//! Relaxation: less strict searches that find something where a search finds nothing.

use super::budget::Budget;
use super::filters::Filters;
use super::searcher::Searcher;
use crate::query::{How, Matching, Node, Phrase, Query, Word};
use frise_text::fold;

/// A less strict search that finds something.
#[derive(Clone, Debug, PartialEq)]
pub struct Relaxation {
    /// How it differs from the search that finds nothing: in one way, or in the fewest ways that together find something.
    pub changes: Vec<RelaxationChange>,
    /// The query, as the query language writes it.
    pub query: String,
    /// How the plain words of the query match.
    pub matching: Matching,
    /// The filters.
    pub filters: Filters,
    /// The number of passages that it finds, at least 1.
    pub passages: usize,
}

/// One way in which a [`Relaxation`] is less strict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RelaxationChange {
    /// A similar word of the corpus, or a prefix, takes the place of a word that the corpus does not have.
    Nearest {
        /// The word of the query.
        asked: String,
        /// What takes its place, as the query language writes it.
        nearest: String,
    },
    /// Words match by stem.
    Stemmed,
    /// The bounds of the date are removed.
    Dates,
    /// The bounds of mentioned dates are removed.
    Mentioned,
    /// The filter of speakers is removed.
    Speakers,
    /// The filter of voices is removed.
    Voices,
    /// The filter of themes is removed.
    Themes,
    /// The filter of documents is removed.
    Documents,
    /// The filter of kinds is removed.
    Kinds,
    /// All filters are removed.
    Filters,
    /// A part of the query, as the query language writes it, is removed.
    Part(String),
}

/// How many similar words are proposed for a word that the corpus does not have.
const MOST_NEAREST: usize = 3;
/// How many passages a step pays for, whatever a search finds.
const PASSAGES_PER_STEP: u32 = 4;
/// How many parts of a query are removed in turn.
const MOST_PARTS: usize = 8;

/// Relaxes one search.
pub(super) struct Relaxer<'s> {
    searcher: &'s Searcher,
    query: &'s Query,
    filters: &'s Filters,
    /// All searches together may take as long as one.
    budget: Budget,
}

impl<'s> Relaxer<'s> {
    pub fn new(searcher: &'s Searcher, query: &'s Query, filters: &'s Filters) -> Relaxer<'s> {
        Relaxer {
            searcher,
            query,
            filters,
            budget: Budget::default(),
        }
    }

    /// Returns the relaxations that find something, the closest first; none if the search itself finds something.
    pub fn relax(&self) -> Vec<Relaxation> {
        if self.count(self.query, self.filters) > 0 {
            return Vec::new();
        }
        let respelled = self.respelled();
        let spellings = respelled.into_iter().map(|(asked, nearest, root)| {
            let change = RelaxationChange::Nearest { asked, nearest };
            (change, self.with_root(root))
        });
        let mut other_queries: Vec<(RelaxationChange, Query)> = spellings.collect();
        if self.query.matching != Matching::Stemmed {
            let same = self.with_root(self.query.root.clone());
            other_queries.push((RelaxationChange::Stemmed, same.matched(Matching::Stemmed)));
        }
        let shorter = without_each_part(&self.query.root).into_iter();
        let shorter_queries: Vec<(RelaxationChange, Query)> = shorter
            .map(|(part, root)| (RelaxationChange::Part(part), self.with_root(root)))
            .collect();

        let with_query = |(change, query): &(RelaxationChange, Query)| {
            self.attempt(vec![change.clone()], query, self.filters)
        };
        let with_filters = |(change, filters): (RelaxationChange, Filters)| {
            self.attempt(vec![change], self.query, &filters)
        };
        let fewer_filters = without_each_filter(self.filters).into_iter();
        let relaxations: Vec<Relaxation> = other_queries
            .iter()
            .filter_map(with_query)
            .chain(fewer_filters.filter_map(with_filters))
            .chain(shorter_queries.iter().filter_map(with_query))
            .collect();
        if !relaxations.is_empty() || self.filters.is_empty() {
            return relaxations;
        }
        // No single change finds anything: another query without any filter may.
        let queries = other_queries.iter().chain(&shorter_queries);
        queries
            .filter_map(|(change, query)| {
                let changes = vec![change.clone(), RelaxationChange::Filters];
                self.attempt(changes, query, &Filters::default())
            })
            .collect()
    }

    /// Returns the number of passages that a search finds; 0 if the budget cuts it short, since the query is then another.
    fn count(&self, query: &Query, filters: &Filters) -> usize {
        let steps = self.searcher.index().passages() / PASSAGES_PER_STEP;
        if !self.budget.spend(steps) {
            return 0;
        }
        let matches = self.searcher.ask_within(query, &self.budget);
        match self.budget.is_spent() {
            true => 0,
            false => self.searcher.count(&matches, filters),
        }
    }

    /// Returns the relaxation with some changes if it finds something.
    fn attempt(
        &self,
        changes: Vec<RelaxationChange>,
        query: &Query,
        filters: &Filters,
    ) -> Option<Relaxation> {
        let passages = self.count(query, filters);
        (passages > 0).then(|| Relaxation {
            changes,
            query: query.to_string(),
            matching: query.matching,
            filters: filters.clone(),
            passages,
        })
    }

    fn with_root(&self, root: Node) -> Query {
        Query {
            root,
            matching: self.query.matching,
            ..Query::default()
        }
    }

    /// Returns the query with each word that the corpus does not have replaced, in turn, by each of the nearest words.
    fn respelled(&self) -> Vec<(String, String, Node)> {
        let root = &self.query.root;
        let mut words = Vec::new();
        collect_words(root, &mut words);
        let lookup = self.searcher.lookup(&self.budget);
        words
            .into_iter()
            .filter(|word| lookup.forms(word, How::Plain).is_empty())
            .take_while(|_| !self.budget.is_spent())
            .flat_map(|word| {
                let nearest = self.nearest(&word);
                nearest.into_iter().map(move |nearest| {
                    let root = replaced(root, &word, &nearest);
                    (word.clone(), nearest, root)
                })
            })
            .collect()
    }

    /// Returns the words of the corpus at the smallest edit distance of 1 or 2 from a word, the most frequent first; and the
    /// word as a prefix.
    fn nearest(&self, word: &str) -> Vec<String> {
        let index = self.searcher.index();
        let lookup = self.searcher.lookup(&self.budget);
        let folded = fold(word);
        let mut nearest: Vec<String> = Vec::new();
        for edits in 1..=2 {
            let found = lookup.forms(&folded, How::Fuzzy(edits)).into_iter();
            let mut forms: Vec<u32> = found.map(|(form, _)| form).collect();
            // Frequent forms have low numbers; of each term the most frequent one is kept.
            forms.sort_unstable();
            let mut terms = Vec::new();
            forms.retain(|form| {
                let term = index.term_of_form(*form);
                let is_new = !terms.contains(&term);
                terms.push(term);
                is_new
            });
            let spelled = forms.iter().map(|form| index.form(*form).to_string());
            nearest.extend(spelled.take(MOST_NEAREST));
            if !nearest.is_empty() {
                break;
            }
        }
        if word.chars().count() > 3 && !lookup.forms(word, How::Prefix).is_empty() {
            nearest.push(format!("{word}*"));
        }
        nearest
    }
}

/// Collects the words of a query that are plain, exact or in a phrase, each once.
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
            how: How::Plain | How::Exact | How::Written,
        }) => add(text),
        Node::Phrase(phrase) => phrase.text.split(' ').for_each(add),
        Node::Everything | Node::Word(_) | Node::Field(..) | Node::Not(_) => {}
    }
}

/// Returns a tree in which a word is replaced wherever it occurs.
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

/// Returns the filters without each that is set, in turn; and without all of them if several are set.
fn without_each_filter(filters: &Filters) -> Vec<(RelaxationChange, Filters)> {
    let without = |change: RelaxationChange, remove: fn(&mut Filters)| {
        let mut fewer = filters.clone();
        remove(&mut fewer);
        (change, fewer)
    };
    let mut fewer = vec![
        without(RelaxationChange::Dates, |filters| {
            (filters.from, filters.to, filters.undated) = (None, None, false)
        }),
        without(RelaxationChange::Mentioned, |filters| {
            (filters.mentioned_from, filters.mentioned_to) = (None, None)
        }),
        without(RelaxationChange::Speakers, |filters| {
            filters.speakers.clear()
        }),
        without(RelaxationChange::Voices, |filters| filters.voices.clear()),
        without(RelaxationChange::Themes, |filters| filters.themes.clear()),
        without(RelaxationChange::Documents, |filters| {
            filters.documents.clear()
        }),
        without(RelaxationChange::Kinds, |filters| filters.kinds.clear()),
    ];
    fewer.retain(|(_, fewer)| fewer != filters);
    if fewer.len() > 1 {
        fewer.push((RelaxationChange::Filters, Filters::default()));
    }
    fewer
}

/// Returns a query without each of the parts that must all match, in turn.
fn without_each_part(root: &Node) -> Vec<(String, Node)> {
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
