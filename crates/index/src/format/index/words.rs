//! The words of an index: terms, forms and stems.

use super::super::vocabulary::Dictionary;
use super::{Index, Store};
use fst::{IntoStreamer, Streamer};
use std::ops::Range;

/// The folded terms of an index.
pub(crate) enum Terms<'i> {
    /// With their numbers, as a transducer.
    Dictionary(&'i Dictionary),
    /// In alphabetical order.
    List(Vec<&'i str>),
}

impl Index {
    /// Returns all folded terms, whose numbers are their places in alphabetical order; `None` while some are missing, which an
    /// index in shards records.
    pub(crate) fn all_terms(&self) -> Option<Terms<'_>> {
        match &self.store {
            Store::Whole(whole) => Some(Terms::Dictionary(&whole.dictionary)),
            Store::Shards(shards) => shards.all_terms().map(Terms::List),
        }
    }

    /// Returns the number of a term, if it is in the dictionary.
    pub fn term(&self, folded: &str) -> Option<u32> {
        match &self.store {
            Store::Whole(whole) => whole.dictionary.get(folded).map(|term| term as u32),
            Store::Shards(shards) => shards.term(folded),
        }
    }

    /// Returns the terms that begin with some letters.
    pub fn terms_beginning(&self, start: &str) -> Range<u32> {
        // No byte of UTF-8 is as large.
        let end = [start.as_bytes(), &[0xFF]].concat();
        match &self.store {
            Store::Whole(whole) => {
                let first_from = |bound: &[u8]| {
                    let mut terms = whole.dictionary.range().ge(bound).into_stream();
                    let first = terms.next().map(|(_, term)| term as u32);
                    first.unwrap_or(whole.dictionary.len() as u32)
                };
                first_from(start.as_bytes())..first_from(&end)
            }
            Store::Shards(shards) => shards.terms_between(start.as_bytes(), &end),
        }
    }

    /// Returns the terms from one to before another, at most some of them.
    pub fn terms_between(&self, start: &str, end: &str, most: u32) -> Range<u32> {
        match &self.store {
            Store::Whole(whole) => {
                let range = whole.dictionary.range();
                let mut terms = range.ge(start).lt(end).into_stream();
                let first = terms.next().map(|(_, term)| term as u32);
                first.map_or(0..0, |first| {
                    let mut end = first + 1;
                    while end - first < most && terms.next().is_some() {
                        end += 1;
                    }
                    first..end
                })
            }
            Store::Shards(shards) => {
                let terms = shards.terms_between(start.as_bytes(), end.as_bytes());
                terms.start..terms.end.min(terms.start.saturating_add(most))
            }
        }
    }

    /// Returns the number of terms.
    pub fn terms(&self) -> usize {
        match &self.store {
            Store::Whole(whole) => whole.dictionary.len(),
            Store::Shards(shards) => shards.terms(),
        }
    }

    /// Returns the forms of a term, the most frequent first.
    pub fn forms_of_term(&self, term: u32) -> &[u32] {
        match &self.store {
            Store::Whole(whole) => whole.vocabulary.forms_of_term.of(term),
            Store::Shards(shards) => shards.forms_of_term(term),
        }
    }

    /// Returns the form by which a term is shown: its most frequent form that begins with a lowercase letter, or else its most
    /// frequent form.
    pub fn chief_form(&self, term: u32) -> Option<&str> {
        let forms = self.forms_of_term(term).iter();
        let mut texts = forms.map(|form| self.form(*form));
        let lowercase = |text: &&str| text.starts_with(char::is_lowercase);
        texts.clone().find(lowercase).or_else(|| texts.next())
    }

    /// Returns the term of a form, or `None` for separators.
    pub fn term_of_form(&self, form: u32) -> Option<u32> {
        match &self.store {
            Store::Whole(whole) => whole.vocabulary.term_of_form(form),
            Store::Shards(shards) => shards.term_of_form(form),
        }
    }

    /// Returns the stem of a term.
    pub fn stem_of_term(&self, term: u32) -> Option<u32> {
        match &self.store {
            Store::Whole(whole) => whole.vocabulary.stems.get(term as usize).copied(),
            Store::Shards(shards) => shards.stem_of_term(term),
        }
    }

    /// Returns the number of stems.
    pub fn stems(&self) -> usize {
        match &self.store {
            Store::Whole(whole) => whole.vocabulary.terms_of_stem.len(),
            Store::Shards(shards) => shards.stems(),
        }
    }

    /// Returns the terms of a stem.
    pub fn terms_of_stem(&self, stem: u32) -> &[u32] {
        match &self.store {
            Store::Whole(whole) => whole.vocabulary.terms_of_stem.of(stem),
            Store::Shards(shards) => shards.terms_of_stem(stem),
        }
    }

    /// Returns the text of a form or of a separator.
    pub fn form(&self, form: u32) -> &str {
        match &self.store {
            Store::Whole(whole) => whole.vocabulary.form(form),
            Store::Shards(shards) => shards.form(form),
        }
    }

    /// Returns the number of ranks: that of the forms and the distinct separators.
    pub fn ranks(&self) -> usize {
        match &self.store {
            Store::Whole(whole) => whole.vocabulary.len(),
            Store::Shards(shards) => shards.words().are_words().len(),
        }
    }

    /// Returns whether a token is a form, and not a separator.
    pub(in super::super) fn is_word(&self, rank: u32) -> bool {
        match &self.store {
            Store::Whole(whole) => whole.vocabulary.is_word(rank),
            Store::Shards(shards) => shards.words().is_word(rank),
        }
    }

    /// Returns for each rank whether its token is a form.
    pub(super) fn are_words(&self) -> Vec<bool> {
        match &self.store {
            Store::Whole(whole) => whole.vocabulary.are_words().collect(),
            Store::Shards(shards) => shards.words().are_words().to_vec(),
        }
    }

    /// Returns how often a form occurs.
    pub fn occurrences(&self, form: u32) -> u32 {
        let frequencies = &self.layout.frequencies;
        frequencies.get(form as usize).copied().unwrap_or(0)
    }
}
