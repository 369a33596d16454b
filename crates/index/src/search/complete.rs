//! Completion of a query that is being typed: words of the dictionary, and names of speakers, themes and documents, each with
//! the number of its occurrences or passages.

use super::fields::named;
use super::searcher::Searcher;
use super::set::PassageSet;
use crate::format::Index;
use crate::query::{Field, typing};
use frise_text::{TokenKind, fold, lower, tokens};
use std::cmp::Reverse;

/// A completion of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What is completed.
    pub completion: Completion,
    /// The number of occurrences of a word, without its inflected forms; otherwise the number of passages.
    pub count: u32,
    /// The query with the completion.
    pub query: String,
}

/// What a [`Suggestion`] adds to a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Completion {
    /// A word, with which [`Suggestion::query`] ends.
    Word(String),
    /// A speaker, to be used as a filter.
    Speaker(u32),
    /// A theme, to be used as a filter.
    Theme(u32),
    /// A document, to be used as a filter.
    Document(u32),
}

/// How many speakers, themes and documents are suggested of each, beside words.
const MOST_NAMES: usize = 2;
/// The fewest letters that are completed.
const FEWEST_LETTERS: usize = 2;
/// How many of the last words of a query may be one name.
const LONGEST_NAME: usize = 3;

/// Completes queries.
pub(super) struct Completer<'s> {
    searcher: &'s Searcher,
    index: &'s Index,
}

impl<'s> Completer<'s> {
    pub fn new(searcher: &'s Searcher) -> Completer<'s> {
        Completer {
            searcher,
            index: searcher.index(),
        }
    }

    /// Returns at most `most` suggestions: words by falling frequency, then names.
    pub fn complete(&self, query: &str, most: usize) -> Vec<Suggestion> {
        let Some(typing) = typing(query) else {
            return Vec::new();
        };
        // A filter can neither exclude nor match exactly, and the words of a phrase are no names.
        let can_name = !query[typing.whole.start..].starts_with(['-', '=']) && !in_phrase(query);
        let most_names = typing.field.map_or(MOST_NAMES, |_| most);
        let mut names: Vec<Suggestion> = [Field::Speaker, Field::Theme, Field::Document]
            .into_iter()
            .filter(|field| can_name && typing.field.is_none_or(|typed| typed == *field))
            .flat_map(|field| {
                let (whole, word) = (typing.whole.start, typing.word.start);
                self.names(query, field, whole, word, most_names)
            })
            .collect();
        if typing.field.is_some() {
            names.truncate(most);
            return names;
        }
        names.truncate(most / 2);
        let words = most.saturating_sub(names.len());
        let mut suggestions = self.words(query, typing.word.start, words);
        suggestions.append(&mut names);
        suggestions
    }

    /// Suggests the speakers, themes or documents that the last words of a query name, of as many words as possible.
    ///
    /// What is being typed begins at `whole`, and its last word at `word`.
    fn names(
        &self,
        query: &str,
        field: Field,
        whole: usize,
        word: usize,
        most: usize,
    ) -> Vec<Suggestion> {
        // Without a field, a name may begin some words before.
        let starts: Vec<(usize, usize)> = if whole == word {
            let starts = starts_of_words(query).into_iter();
            starts.map(|start| (start, start)).collect()
        } else {
            vec![(whole, word)]
        };
        for (start, name) in starts {
            let name = &query[name..];
            let named = named(self.index, field, name);
            if !named.is_empty() && fold(name).chars().count() >= FEWEST_LETTERS {
                let rest = query[..start].trim_end();
                let suggestion = |place: u32| Suggestion {
                    count: self.passages_of(field, place),
                    completion: match field {
                        Field::Speaker => Completion::Speaker(place),
                        Field::Theme => Completion::Theme(place),
                        _ => Completion::Document(place),
                    },
                    query: rest.to_string(),
                };
                let mut suggestions: Vec<Suggestion> = named.into_iter().map(suggestion).collect();
                suggestions.sort_by_key(|suggestion| Reverse(suggestion.count));
                suggestions.truncate(most);
                return suggestions;
            }
        }
        Vec::new()
    }

    /// Returns the number of passages of a speaker, theme or document.
    fn passages_of(&self, field: Field, place: u32) -> u32 {
        let set = match field {
            Field::Speaker => self.searcher.speaker(place as usize),
            Field::Theme => self.searcher.theme(place as usize),
            _ => {
                let document = self.index.documents().get(place as usize);
                return document.map_or(0, |document| document.passages.len() as u32);
            }
        };
        set.map_or(0, PassageSet::count)
    }

    /// Suggests the words that begin as the last word of a query does, which stands after `start`.
    fn words(&self, query: &str, start: usize, most: usize) -> Vec<Suggestion> {
        let piece = &query[start..];
        let last = tokens(piece, self.searcher.language)
            .filter(|token| token.kind == TokenKind::Word)
            .last();
        let Some(word) = last.map(|token| token.range) else {
            return Vec::new();
        };
        let typed = fold(&piece[word.clone()]);
        if typed.chars().count() < FEWEST_LETTERS {
            return Vec::new();
        }
        let terms = self.index.terms_beginning(&typed);
        let counted = terms.map(|term| (self.occurrences_of_term(term), term));
        let mut counted: Vec<(u32, u32)> = counted.collect();
        counted.sort_by_key(|(count, _)| Reverse(*count));
        let kept = &query[..start + word.start];
        counted
            .into_iter()
            .map(|(count, term)| {
                let form = self.index.chief_form(term).unwrap_or_default();
                Suggestion {
                    query: format!("{kept}{form}"),
                    completion: Completion::Word(form.to_string()),
                    count,
                }
            })
            // A word that is already typed needs no completion, whatever its case.
            .filter(|suggestion| lower(&suggestion.query) != lower(query))
            .take(most)
            .collect()
    }

    fn occurrences_of_term(&self, term: u32) -> u32 {
        let forms = self.index.forms_of_term(term).iter();
        forms.map(|form| self.index.occurrences(*form)).sum()
    }
}

/// Returns whether a quotation mark is open at the end of a query.
fn in_phrase(query: &str) -> bool {
    let marks = query.chars().filter(|c| "\"«»“”".contains(*c));
    marks.count() % 2 == 1
}

/// Returns where the last words of a query begin, the earliest first, as long as they are plain and only spaces separate
/// them.
fn starts_of_words(query: &str) -> Vec<usize> {
    let is_plain = |c: char| c.is_alphanumeric() || "-’'.".contains(c);
    let mut starts = Vec::new();
    let mut end = query.len();
    for word in query.rsplit(' ').take(LONGEST_NAME) {
        if word.is_empty() || word.starts_with('-') || !word.chars().all(is_plain) {
            break;
        }
        let start = end - word.len();
        starts.insert(0, start);
        end = start.saturating_sub(1);
    }
    starts
}
