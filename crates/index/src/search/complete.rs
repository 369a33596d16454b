//! Completions of what is being typed: words of the dictionary, and speakers, themes and documents by
//! name, each with the number of hits or passages that it stands for.

use super::fields::answering;
use super::{PassageSet, Searcher};
use crate::query::{Field, typing};
use frise_text::{TokenKind, fold, lower, tokens};
use fst::automaton::{Automaton, Str};
use fst::{IntoStreamer, Streamer};

/// A way to go on with what is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What it is.
    pub completion: Completion,
    /// For a word, how often it occurs in the corpus, without its inflected forms; else how many passages.
    pub count: u32,
    /// The query after it was taken.
    pub query: String,
}

/// What a suggestion adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Completion {
    /// A word, to the letter, which [`Suggestion::query`] ends in.
    Word(String),
    /// A place among the speakers, to be held as a filter.
    Speaker(u32),
    /// A place among the themes, to be held as a filter.
    Theme(u32),
    /// A place among the documents, to be held as a filter.
    Document(u32),
}

/// How many speakers, themes and documents are offered of each, where words are too.
const MOST_NAMES: usize = 2;
/// The fewest letters that words are offered for.
const FEWEST_LETTERS: usize = 2;
/// How many of the last words may be parts of one name.
const LONGEST_NAME: usize = 3;

impl Searcher {
    /// At most `most` ways to go on with a query: words first, the most frequent first, then names.
    pub fn complete(&self, query: &str, most: usize) -> Vec<Suggestion> {
        let Some(typing) = typing(query) else {
            return Vec::new();
        };
        // A filter says neither « not » nor « to the letter », and a name in a phrase is words.
        let can_name = !query[typing.whole.start..].starts_with(['-', '=']) && !in_phrase(query);
        let names = [Field::Speaker, Field::Theme, Field::Document].into_iter();
        let asked = |field: &Field| typing.field.is_none_or(|asked| asked == *field);
        let most_names = typing.field.map_or(MOST_NAMES, |_| most);
        let named = names.filter(asked).filter(|_| can_name).flat_map(|field| {
            let (whole, word) = (typing.whole.start, typing.word.start);
            self.names(query, field, whole, word, most_names)
        });
        let mut named: Vec<Suggestion> = named.collect();
        if typing.field.is_some() {
            named.truncate(most);
            return named;
        }
        named.truncate(most / 2);
        let words = most.saturating_sub(named.len());
        let mut suggestions = self.words_that_begin(query, typing.word.start, words);
        suggestions.append(&mut named);
        suggestions
    }

    /// The speakers, themes or documents that the last words name; the more words the better.
    fn names(
        &self,
        query: &str,
        field: Field,
        whole: usize,
        word: usize,
        most: usize,
    ) -> Vec<Suggestion> {
        // Without a field, a name may have begun some words before.
        let starts = if whole == word {
            starts_of_words(query)
                .into_iter()
                .map(|start| (start, start))
                .collect()
        } else {
            vec![(whole, word)]
        };
        for (start, name) in starts {
            let name = &query[name..];
            let named = self.named(field, name);
            if !named.is_empty() && fold(name).chars().count() >= FEWEST_LETTERS {
                let rest = query[..start].trim_end();
                let suggestion = |place: u32| Suggestion {
                    count: self.passages_named(field, place),
                    completion: match field {
                        Field::Speaker => Completion::Speaker(place),
                        Field::Theme => Completion::Theme(place),
                        _ => Completion::Document(place),
                    },
                    query: rest.to_string(),
                };
                let mut suggestions: Vec<Suggestion> = named.into_iter().map(suggestion).collect();
                suggestions.sort_by_key(|suggestion| std::cmp::Reverse(suggestion.count));
                suggestions.truncate(most);
                return suggestions;
            }
        }
        Vec::new()
    }

    fn named(&self, field: Field, name: &str) -> Vec<u32> {
        let about = self.index().about();
        match field {
            Field::Speaker => answering(
                name,
                about
                    .speakers
                    .iter()
                    .map(|known| (&known.id, [&known.name])),
            ),
            Field::Theme => answering(
                name,
                about.themes.iter().map(|known| (&known.id, [&known.label])),
            ),
            _ => {
                let documents = self.index().documents().iter();
                let metadata = documents.map(|document| &document.metadata);
                answering(
                    name,
                    metadata.map(|known| (&known.id, [&known.short, &known.title])),
                )
            }
        }
    }

    fn passages_named(&self, field: Field, place: u32) -> u32 {
        let set = match field {
            Field::Speaker => self.speaker(place as usize),
            Field::Theme => self.theme(place as usize),
            _ => {
                let document = self.index().documents().get(place as usize);
                return document.map_or(0, |document| document.passages.len() as u32);
            }
        };
        set.map_or(0, PassageSet::count)
    }

    /// The words that begin as the last one does.
    fn words_that_begin(&self, query: &str, start: usize, most: usize) -> Vec<Suggestion> {
        let piece = &query[start..];
        let last = tokens(piece, self.language)
            .filter(|token| token.kind == TokenKind::Word)
            .last();
        let Some(word) = last.map(|token| token.range) else {
            return Vec::new();
        };
        let typed = fold(&piece[word.clone()]);
        if typed.chars().count() < FEWEST_LETTERS {
            return Vec::new();
        }
        let mut counted: Vec<(u32, u32)> = Vec::new();
        let automaton = Str::new(&typed).starts_with();
        let mut stream = self.index().dictionary().search(automaton).into_stream();
        while let Some((_, term)) = stream.next() {
            counted.push((self.times_of_term(term as u32), term as u32));
        }
        counted.sort_by_key(|(times, _)| std::cmp::Reverse(*times));
        let kept = &query[..start + word.start];
        counted
            .into_iter()
            .map(|(count, term)| {
                let form = self.index().chief_form(term).unwrap_or_default();
                Suggestion {
                    query: format!("{kept}{form}"),
                    completion: Completion::Word(form.to_string()),
                    count,
                }
            })
            // What is there already needs no completion, whatever its capitals.
            .filter(|suggestion| lower(&suggestion.query) != lower(query))
            .take(most)
            .collect()
    }

    fn times_of_term(&self, term: u32) -> u32 {
        let forms = self.index().forms_of_term(term).iter();
        forms
            .map(|form| self.index().occurrences(*form).len() as u32)
            .sum()
    }
}

/// Whether a quotation mark is open at the end.
fn in_phrase(query: &str) -> bool {
    let marks = query.chars().filter(|c| "\"«»“”".contains(*c));
    marks.count() % 2 == 1
}

/// Where the last words of a query begin, the earliest first, as long as nothing but spaces stands
/// between them and they are plain.
fn starts_of_words(query: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut end = query.len();
    for word in query.rsplit(' ').take(LONGEST_NAME) {
        let start = end - word.len();
        if word.is_empty()
            || !word
                .chars()
                .all(|c| c.is_alphanumeric() || "-’'.".contains(c))
            || word.starts_with('-')
        {
            break;
        }
        starts.insert(0, start);
        end = start.saturating_sub(1);
    }
    starts
}
