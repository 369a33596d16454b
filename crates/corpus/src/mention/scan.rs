//! A text as words, through which dates are read, and what a date is led by.

use super::builder::DateBuilder;
use super::languages;
use super::lexicon::{CIRCA, CIRCA_IN_PARENTHESES, Lead, Lexicon};
use super::reference::Reference;
use super::roles::UNITS_BEFORE;
use super::word::{Word, words};
use frise_text::{Language, Token};
use std::ops::Range;

/// A text that is being read.
pub(super) struct Scan<'t> {
    pub words: Vec<Word<'t>>,
    pub text: &'t str,
    /// None where only dates in digits are read.
    pub lexicon: Option<&'static Lexicon>,
    pub reference: Reference,
}

/// A date, and the words that tell it.
pub(super) struct Spoken {
    /// Places among the words.
    pub words: Range<usize>,
    pub date: DateBuilder,
}

impl<'t> Scan<'t> {
    /// Reads a text, of which the tokens are given.
    pub fn of(
        text: &'t str,
        tokens: &[Token],
        language: Language,
        reference: Reference,
    ) -> Scan<'t> {
        let lexicon = languages::lexicon(language);
        let mut words = words(text, tokens);
        match lexicon {
            Some((lexicon, roles)) => {
                // Whether a word that tells a date comes next, with nothing before it but words that lead to it.
                let mut is_told = false;
                let mut is_followed = false;
                for word in words.iter_mut().rev() {
                    let role = roles.role(word, lexicon.suffixes);
                    is_told = role.tells || role.counts && is_followed || role.leads && is_told;
                    is_followed = role.follows;
                    word.may_begin_date = role.begins && is_told;
                }
            }
            None => {
                for word in &mut words {
                    word.may_begin_date = word.begins_with_digit();
                }
            }
        }
        Scan {
            words,
            text,
            lexicon: lexicon.map(|(lexicon, _)| lexicon),
            reference,
        }
    }

    /// Whether a date may begin at a word. Most words are no such word, and are not looked at any further.
    pub fn may_begin(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.may_begin_date)
    }

    /// What a date is led by, and the place behind it.
    pub fn lead(&self, at: usize) -> Option<(Lead, usize)> {
        let circa = || Some((Lead::About, self.circa(at)?));
        self.longest(at, self.lexicon?.leads).or_else(circa)
    }

    /// The place behind a sign for *circa*, where a year follows: `c. 1340`, `(ca 1340)`.
    pub fn circa(&self, at: usize) -> Option<usize> {
        let word = self.words.get(at)?;
        let is_in_parenthesis = word.gap.ends_with('(') || word.follows_dash();
        let other = CIRCA_IN_PARENTHESES.iter().filter(|_| is_in_parenthesis);
        let is_sign = CIRCA
            .iter()
            .chain(other)
            .any(|sign| word.text == sign.trim_end_matches('.') && self.phrase(at, sign).is_some());
        let next = at + 1;
        let is_near = self.is_joined(next) || self.is_shortened(next);
        let is_year = self.year(next).is_some() || self.year_of_era(next).is_some();
        (is_sign && is_near && is_year).then_some(next)
    }

    /// The place behind the unit that a year or a month is told by: `l’année 2012`, `le mois de mars`.
    pub fn skip_unit(&self, at: usize) -> usize {
        let is_unit = UNITS_BEFORE.iter().any(|unit| self.is(at, unit));
        let next = self.skip_articles(at + 1);
        if is_unit && self.is_joined(next) && self.point(next).is_some() {
            next
        } else {
            at
        }
    }
}
