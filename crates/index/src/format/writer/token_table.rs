//! The distinct tokens of a corpus: counted as they come, then sorted and ranked.

use super::super::vocabulary::{NO_TERM, Token, ranking};
use super::super::{LONGEST_TERM, WriteError, ranks};
use foldhash::{HashMap, HashMapExt};
use frise_text::{self as text, Language, Stemmer, TokenKind, fold, joins};
use std::cmp::Reverse;

/// The distinct tokens, numbered in the order in which they first occur.
#[derive(Default)]
pub(in super::super) struct TokenTable {
    numbers: HashMap<String, u32>,
    tokens: Vec<DistinctToken>,
}

struct DistinctToken {
    text: String,
    frequency: u32,
    /// The language of the text in which a form first occurs; `None` for separators.
    language: Option<Language>,
}

/// The tokens in the order of FORM, and what follows from it.
pub(in super::super) struct SortedTokens<'t> {
    /// The forms by term, then by text.
    pub forms: Vec<Token<'t>>,
    /// The separators by text.
    pub separators: Vec<Token<'t>>,
    /// The folded form of each form.
    folded: Vec<String>,
    /// The stem of each term, numbered in the order in which they first occur.
    pub stems: Vec<u32>,
    /// The rank of each token, by its number.
    pub ranks: Vec<u32>,
}

impl TokenTable {
    /// Counts the tokens of a text and appends their numbers to a stream, encoded as ranks are, without single spaces between
    /// two words. Returns how many these are.
    ///
    /// A number that no rank can have is encoded wrongly; [`TokenTable::sorted`] refuses the table then.
    pub fn add_text(
        &mut self,
        text: &str,
        tokens: &[text::Token],
        language: Language,
        stream: &mut Vec<u8>,
    ) -> usize {
        let mut added = 0;
        for (at, token) in tokens.iter().enumerate() {
            let piece = &text[token.range.clone()];
            let is_word = token.kind == TokenKind::Word;
            if !is_word && piece == " " && at > 0 && at + 1 < tokens.len() {
                let (left, right) = (&tokens[at - 1], &tokens[at + 1]);
                if !joins(&text[left.range.clone()], &text[right.range.clone()]) {
                    continue;
                }
            }
            let number = self.number(piece, is_word.then_some(language));
            ranks::encode(number, stream);
            added += 1;
        }
        added
    }

    /// Counts a token, and returns its number. `language` is that of a form, or `None` for separators.
    fn number(&mut self, text: &str, language: Option<Language>) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            self.tokens[*number as usize].frequency += 1;
            return *number;
        }
        let number = self.tokens.len() as u32;
        self.numbers.insert(text.to_string(), number);
        self.tokens.push(DistinctToken {
            text: text.to_string(),
            frequency: 1,
            language,
        });
        number
    }

    /// Adds the tokens of a table, and returns the number here of each number there.
    ///
    /// Numbers follow the order of first occurrence, so that tables of neighbouring stretches join to the table of both.
    pub fn join(&mut self, other: TokenTable) -> Vec<u32> {
        if self.tokens.is_empty() {
            *self = other;
            return (0..self.tokens.len() as u32).collect();
        }
        let mut numbers = Vec::with_capacity(other.tokens.len());
        for token in other.tokens {
            let next = self.tokens.len() as u32;
            let number = match self.numbers.get(&token.text) {
                Some(number) => *number,
                None => {
                    self.numbers.insert(token.text.clone(), next);
                    next
                }
            };
            match self.tokens.get_mut(number as usize) {
                Some(known) => known.frequency += token.frequency,
                None => self.tokens.push(token),
            }
            numbers.push(number);
        }
        numbers
    }

    /// Adds occurrences of a token of another table, and returns its number; `None` if it is a word in one of both and a
    /// separator in the other.
    pub fn add(&mut self, text: &str, language: Option<Language>, frequency: u32) -> Option<u32> {
        let next = self.tokens.len() as u32;
        let Some(number) = self.numbers.get(text) else {
            self.numbers.insert(text.to_string(), next);
            self.tokens.push(DistinctToken {
                text: text.to_string(),
                frequency,
                language,
            });
            return Some(next);
        };
        let known = &mut self.tokens[*number as usize];
        known.frequency = known.frequency.saturating_add(frequency);
        (known.language.is_some() == language.is_some()).then_some(*number)
    }

    /// Returns the tokens in the order of their numbers, each with the language in which a form first occurs.
    pub fn tokens(&self) -> impl ExactSizeIterator<Item = (&str, Option<Language>)> {
        let tokens = self.tokens.iter();
        tokens.map(|token| (token.text.as_str(), token.language))
    }

    /// Sorts and ranks the tokens.
    ///
    /// # Errors
    /// Returns an error if a word is too long, or if there are more tokens than ranks.
    pub fn sorted(&self) -> Result<SortedTokens<'_>, WriteError> {
        let (forms, separators): (Vec<_>, Vec<_>) =
            (0..)
                .zip(&self.tokens)
                .partition::<Vec<(u32, &DistinctToken)>, _>(|(_, token)| token.language.is_some());
        let mut forms: Vec<(String, u32, &DistinctToken)> =
            map(forms, |(number, token)| (fold(&token.text), number, token));
        if let Some((term, ..)) = forms.iter().find(|(term, ..)| term.len() > LONGEST_TERM) {
            return Err(WriteError::WordTooLong(term.clone()));
        }
        if self.tokens.len() > ranks::LIMIT {
            return Err(WriteError::TooManyForms(self.tokens.len()));
        }
        forms.sort_unstable_by(|a, b| (&a.0, &a.2.text).cmp(&(&b.0, &b.2.text)));
        let mut separators = separators;
        separators.sort_unstable_by_key(|(_, token)| token.text.as_str());
        let chiefs: Vec<&DistinctToken> = forms
            .chunk_by(|a, b| a.0 == b.0)
            .filter_map(chief_of)
            .collect();
        let stems = number_stems(chiefs);
        let numbers = forms.iter().map(|(_, number, _)| *number);
        let numbers: Vec<u32> = numbers
            .chain(separators.iter().map(|(number, _)| *number))
            .collect();
        let frequencies: Vec<u32> = numbers
            .iter()
            .map(|number| self.tokens[*number as usize].frequency)
            .collect();
        let mut ranks = vec![0; numbers.len()];
        for (rank, place) in (0..).zip(ranking(&frequencies)) {
            ranks[numbers[place as usize] as usize] = rank;
        }
        let terms = (0..).zip(forms.chunk_by(|a, b| a.0 == b.0));
        let tokens = terms.flat_map(|(term, forms)| {
            forms
                .iter()
                .map(move |(.., form)| (form.text.as_str(), term, form.frequency))
        });
        Ok(SortedTokens {
            stems,
            ranks,
            separators: separators
                .iter()
                .map(|(_, token)| (token.text.as_str(), NO_TERM, token.frequency))
                .collect(),
            forms: tokens.collect(),
            folded: forms.into_iter().map(|(folded, ..)| folded).collect(),
        })
    }
}

impl SortedTokens<'_> {
    /// Returns the terms in alphabetical order.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        let terms = self.folded.chunk_by(|a, b| a == b);
        terms.filter_map(|alike| alike.first().map(String::as_str))
    }
}

/// Returns the most frequent of the forms of a term; of equally frequent ones the first that occurs.
fn chief_of<'t>(forms: &[(String, u32, &'t DistinctToken)]) -> Option<&'t DistinctToken> {
    let chief = forms
        .iter()
        .min_by_key(|(_, number, form)| (Reverse(form.frequency), *number));
    chief.map(|(.., form)| *form)
}

/// Returns the stems of some forms, numbered in the order in which they first occur.
fn number_stems(forms: Vec<&DistinctToken>) -> Vec<u32> {
    let stemmers = [Language::French, Language::English, Language::Other]
        .map(|language| (language, Stemmer::new(language)));
    let stem = |form: &DistinctToken| {
        let mut stemmers = stemmers.iter();
        let stemmer = stemmers.find(|(language, _)| Some(*language) == form.language);
        stemmer.map_or_else(|| fold(&form.text), |(_, stemmer)| stemmer.stem(&form.text))
    };
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let number = |stem: String| {
        let next = numbers.len() as u32;
        *numbers.entry(stem).or_insert(next)
    };
    map(forms, stem).into_iter().map(number).collect()
}

/// Maps each item, on all cores where there are several.
#[cfg(feature = "parallel")]
fn map<T: Send, U: Send>(items: Vec<T>, f: impl Fn(T) -> U + Send + Sync) -> Vec<U> {
    use rayon::prelude::*;
    items.into_par_iter().map(f).collect()
}

#[cfg(not(feature = "parallel"))]
fn map<T, U>(items: Vec<T>, f: impl Fn(T) -> U) -> Vec<U> {
    items.into_iter().map(f).collect()
}
