//! The distinct tokens of the texts that an index is written of.

use super::WriteError;
use crate::format::vocabulary::{NO_TERM, Token, ranking};
use crate::format::{LONGEST_TERM, ranks};
use frise_text::{Language, Stemmer, TokenKind, fold, is_elided, joins, tokens};
use std::collections::{BTreeMap, HashMap};

/// The distinct tokens, numbered in the order in which they first occur.
#[derive(Default)]
pub(super) struct TokenTable {
    numbers: HashMap<String, u32>,
    tokens: Vec<DistinctToken>,
}

pub(super) struct DistinctToken {
    text: String,
    frequency: u32,
    /// The language of the text in which a form first occurs; `None` for separators.
    language: Option<Language>,
}

/// The tokens in the order of FORM, and the rank of each number.
pub(super) struct RankedTokens<'t> {
    pub tokens: Vec<Token<'t>>,
    /// How many of them are forms; the others are separators.
    pub forms: usize,
    pub ranks: Vec<u32>,
}

impl TokenTable {
    /// Appends the numbers of the tokens of a text to a stream, without single spaces between two words. Returns where the
    /// words begin, in bytes of the text.
    ///
    /// `next` is the character after the text, in another voice: it decides whether `qu’` at the end is elided.
    pub fn add_text(
        &mut self,
        text: &str,
        next: Option<char>,
        language: Language,
        stream: &mut Vec<u32>,
    ) -> Vec<usize> {
        let next = next.filter(|_| is_elided(text));
        let whole: String = text.chars().chain(next).collect();
        let mut tokens: Vec<_> = tokens(&whole, language)
            .filter(|token| token.range.start < text.len())
            .collect();
        if let Some(last) = tokens.last_mut() {
            last.range.end = last.range.end.min(text.len());
        }
        for (at, token) in tokens.iter().enumerate() {
            let piece = &text[token.range.clone()];
            let is_word = token.kind == TokenKind::Word;
            if !is_word && piece == " " && at > 0 && at + 1 < tokens.len() {
                let (left, right) = (&tokens[at - 1], &tokens[at + 1]);
                if !joins(&text[left.range.clone()], &text[right.range.clone()]) {
                    continue;
                }
            }
            stream.push(self.number(piece, is_word.then_some(language)));
        }
        let words = tokens.iter().filter(|token| token.kind == TokenKind::Word);
        words.map(|token| token.range.start).collect()
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

    /// Returns the terms in alphabetical order, each with its most frequent form.
    pub fn terms(&self) -> Result<BTreeMap<String, &DistinctToken>, WriteError> {
        let mut terms: BTreeMap<String, &DistinctToken> = BTreeMap::new();
        for form in self.tokens.iter().filter(|token| token.language.is_some()) {
            let term = fold(&form.text);
            if term.len() > LONGEST_TERM {
                return Err(WriteError::WordTooLong(term));
            }
            let chief = terms.entry(term).or_insert(form);
            if form.frequency > chief.frequency {
                *chief = form;
            }
        }
        Ok(terms)
    }

    /// Ranks the tokens by falling frequency, and sorts them as FORM has them.
    pub fn ranked(
        &self,
        terms: &BTreeMap<String, &DistinctToken>,
    ) -> Result<RankedTokens<'_>, WriteError> {
        if self.tokens.len() > ranks::LIMIT {
            return Err(WriteError::TooManyForms(self.tokens.len()));
        }
        let numbers: HashMap<&str, u32> = terms.keys().map(String::as_str).zip(0..).collect();
        let term_of = |token: &DistinctToken| match token.language {
            Some(_) => numbers.get(fold(&token.text).as_str()).copied(),
            None => None,
        };
        // By term, then by text; separators, which have no term, come last.
        let mut sorted: Vec<(u32, &DistinctToken, u32)> = (0..)
            .zip(&self.tokens)
            .map(|(number, token)| (term_of(token).unwrap_or(NO_TERM), token, number))
            .collect();
        sorted.sort_unstable_by_key(|(term, token, _)| (*term, token.text.as_str()));
        let frequencies: Vec<u32> = sorted.iter().map(|(_, token, _)| token.frequency).collect();
        let mut ranks = vec![0; sorted.len()];
        for (rank, place) in (0..).zip(ranking(&frequencies)) {
            let (_, _, number) = sorted[place as usize];
            ranks[number as usize] = rank;
        }
        let tokens = sorted.iter();
        Ok(RankedTokens {
            tokens: tokens
                .map(|(term, token, _)| (token.text.as_str(), *term, token.frequency))
                .collect(),
            forms: sorted.partition_point(|(term, ..)| *term != NO_TERM),
            ranks,
        })
    }

    /// Returns the stem of each term, numbered in the order in which they first occur.
    pub fn stems(&self, terms: &BTreeMap<String, &DistinctToken>) -> Vec<u32> {
        let stemmers = [Language::French, Language::English, Language::Other]
            .map(|language| (language, Stemmer::new(language)));
        let stem = |form: &DistinctToken| {
            let mut stemmers = stemmers.iter();
            let stemmer = stemmers.find(|(language, _)| Some(*language) == form.language);
            stemmer.map_or_else(|| fold(&form.text), |(_, stemmer)| stemmer.stem(&form.text))
        };
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let number = |form: &&DistinctToken| {
            let next = numbers.len() as u32;
            *numbers.entry(stem(form)).or_insert(next)
        };
        terms.values().map(number).collect()
    }
}
