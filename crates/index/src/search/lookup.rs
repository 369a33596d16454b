//! From a word of the query to the forms of the index that it matches, each with a [`Reason`].

use super::Reason;
use super::automata::{ExpressionAutomaton, FuzzyAutomaton, find, find_in_list};
use super::budget::Budget;
use crate::format::{Index, Terms};
use crate::query::{How, parse_regex};
use frise_text::{Stemmer, compose, fold};
use fst::Automaton;
use std::ops::Range;

/// Forms in rising order, each once, with the reason why it is a hit.
pub(super) type Forms = Vec<(u32, Reason)>;

/// Endings of a feminine, and those of the masculine that a word such as `chercheur·euse` begins with; folded.
const ENDINGS: [(&str, &str); 12] = [
    ("", ""),
    ("e", ""),
    ("ale", "al"),
    ("elle", "el"),
    ("enne", "en"),
    ("ere", "er"),
    ("esse", "e"),
    ("euse", "eur"),
    ("euse", "eux"),
    ("ive", "if"),
    ("rice", "eur"),
    ("te", ""),
];

/// How many words that go on after a dot or an apostrophe one word finds.
const MOST_CONTINUING: u32 = 64;

/// The steps for stemming a word.
const STEM_COST: u32 = 120;

/// How many postings a step pays for.
const POSTINGS_PER_STEP: u32 = 3;

/// Looks words up in the dictionary, as far as a budget goes.
#[derive(Clone, Copy)]
pub(super) struct Lookup<'s> {
    pub index: &'s Index,
    /// The stemmers of the languages of the texts.
    pub stemmers: &'s [Stemmer],
    pub budget: &'s Budget,
}

impl Lookup<'_> {
    /// Returns the forms that a single word matches.
    pub fn forms(&self, word: &str, how: How) -> Forms {
        let folded = fold(word);
        let mut forms = match how {
            How::Plain => {
                let mut forms = self.by_stem(word, &folded);
                forms.extend(self.inclusive(word, &folded));
                forms
            }
            How::Exact => self.exact(word, &folded),
            How::Written => self.forms_where(&folded, |form| form == word),
            How::Prefix => self.forms_of_terms(self.beginning(&folded), word, Reason::Pattern),
            How::Pattern => match ExpressionAutomaton::of_wildcards(&folded, self.budget) {
                Some(automaton) => self.by_pattern(&automaton, word),
                None => Forms::new(),
            },
            How::Regex => match parse_regex(word) {
                Ok(regex) => self.by_pattern(&ExpressionAutomaton::new(&regex, self.budget), word),
                Err(_) => Forms::new(),
            },
            How::Fuzzy(edits) => {
                let terms = match FuzzyAutomaton::new(&folded, edits) {
                    Some(automaton) => self.terms(&automaton),
                    None => Vec::from_iter(self.term(&folded)),
                };
                self.forms_of_terms(terms, word, Reason::Fuzzy)
            }
        };
        // Where a form has several reasons, the closest comes first and is kept.
        forms.sort_unstable();
        forms.dedup_by_key(|(form, _)| *form);
        self.paid(forms)
    }

    /// Returns the forms that fold to the same term as a word.
    pub fn folded(&self, word: &str) -> Forms {
        let term = self.term(&fold(word));
        let mut forms = self.forms_of_terms(term, word, Reason::Folded);
        forms.sort_unstable();
        self.paid(forms)
    }

    /// Keeps the forms that the budget pays for, by how often each occurs; frequent forms come first.
    fn paid(&self, mut forms: Forms) -> Forms {
        let cost = |form: u32| 1 + self.index.occurrences(form) / POSTINGS_PER_STEP;
        let paid = forms
            .iter()
            .take_while(|(form, _)| self.budget.spend(cost(*form)));
        let paid = paid.count();
        forms.truncate(paid);
        forms
    }

    fn term(&self, folded: &str) -> Option<u32> {
        self.index.term(folded)
    }

    fn terms(&self, automaton: &impl Automaton) -> Vec<u32> {
        match self.index.all_terms() {
            Some(Terms::Dictionary(dictionary)) => find(dictionary, automaton, self.budget),
            Some(Terms::List(terms)) => find_in_list(&terms, automaton, self.budget),
            None => Vec::new(),
        }
    }

    /// Returns the terms that begin with some letters.
    fn beginning(&self, start: &str) -> Range<u32> {
        let terms = self.index.terms_beginning(start);
        let paid = self.budget.spend_up_to(terms.len() as u32);
        terms.start..terms.start + paid
    }

    fn by_pattern(&self, automaton: &impl Automaton, word: &str) -> Forms {
        self.forms_of_terms(self.terms(automaton), word, Reason::Pattern)
    }

    /// Returns the forms of some terms. Forms that equal the word are exact and forms that fold to it folded; others have
    /// the given reason.
    fn forms_of_terms(
        &self,
        terms: impl IntoIterator<Item = u32>,
        word: &str,
        otherwise: Reason,
    ) -> Forms {
        let composed = compose(word);
        let own_term = self.term(&fold(word));
        let mut forms = Forms::new();
        for term in terms {
            for form in self.index.forms_of_term(term) {
                let reason = match own_term == Some(term) {
                    true if compose(self.index.form(*form)) == composed => Reason::Exact,
                    true => Reason::Folded,
                    false => otherwise,
                };
                forms.push((*form, reason));
            }
        }
        forms
    }

    fn by_stem(&self, word: &str, folded: &str) -> Forms {
        let stem = match self.term(folded) {
            Some(term) => self.index.stem_of_term(term),
            // Of an index in shards, a word may not be there yet: then nothing more is asked for.
            None if self.index.lacks_words() => return Forms::new(),
            None => self.stem_of_unknown_word(word),
        };
        match stem {
            Some(stem) => {
                let terms = self.index.terms_of_stem(stem).iter().copied();
                self.forms_of_terms(terms, word, Reason::Stem)
            }
            None => self.before_apostrophe(word, folded),
        }
    }

    /// Returns the words with endings of several genders of which a word is a form that has another stem, as `chercheuse` is of
    /// `chercheur·euse·s`.
    fn inclusive(&self, word: &str, folded: &str) -> Forms {
        let singular = folded.strip_suffix('s').unwrap_or(folded);
        let mut terms = Vec::new();
        for (ending, base) in ENDINGS {
            let Some(kept) = singular.strip_suffix(ending) else {
                continue;
            };
            if kept.chars().count() < 2 {
                continue;
            }
            // The character after the dot of folded words.
            terms.extend(self.terms_between(&[kept, base, "·"], &[kept, base, "¸"]));
        }
        self.forms_of_terms(terms, word, Reason::Stem)
    }

    /// Returns the words that begin with a word and an apostrophe of their own, as `aujourd’hui` does for `aujourd`: a word
    /// that never stands alone.
    fn before_apostrophe(&self, word: &str, folded: &str) -> Forms {
        // The character after the apostrophe. An elided word ends in its apostrophe, and begins no other.
        let terms = self.terms_between(&[folded, "'"], &[folded, "("]);
        self.forms_of_terms(terms, word, Reason::Stem)
    }

    /// Returns the terms between two, of which the first one's beginning is common to all.
    fn terms_between(&self, start: &[&str], end: &[&str]) -> Range<u32> {
        // Not the first one itself.
        let start = [&start.concat(), "\0"].concat();
        let end = end.concat();
        self.index.terms_between(&start, &end, MOST_CONTINUING)
    }

    /// Returns the stem of a word that is not in the dictionary.
    ///
    /// Stems are numbers in the index. This function therefore stems the terms that begin as the stem does, and the irregular
    /// ones, until one has the same stem.
    fn stem_of_unknown_word(&self, word: &str) -> Option<u32> {
        self.stemmers.iter().find_map(|stemmer| {
            let stem = stemmer.stem(word);
            // A stemmer can also change the end of what it keeps, so that the last letters may differ.
            let kept = stem.chars().count().saturating_sub(3).max(3);
            let start: String = stem.chars().take(kept).collect();
            let candidates = self.beginning(&start);
            let irregular = stemmer.irregular_forms();
            let irregular = irregular.filter_map(|form| self.term(&form));
            let has_stem = |term: &u32| {
                let form = self.index.forms_of_term(*term).first();
                form.is_some_and(|form| stemmer.stem(self.index.form(*form)) == stem)
            };
            candidates
                .chain(irregular)
                .take_while(|_| self.budget.spend(STEM_COST))
                .find(has_stem)
                .and_then(|term| self.index.stem_of_term(term))
        })
    }

    /// Returns the forms that equal a word with its accents, and with its capitals if it has any.
    fn exact(&self, word: &str, folded: &str) -> Forms {
        let composed = compose(word);
        let has_capital = word.chars().any(char::is_uppercase);
        self.forms_where(folded, |form| {
            if has_capital {
                form == word
            } else {
                compose(form) == composed
            }
        })
    }

    /// Returns the forms of a term that equal a word.
    fn forms_where(&self, folded: &str, is_equal: impl Fn(&str) -> bool) -> Forms {
        let Some(term) = self.term(folded) else {
            return Forms::new();
        };
        let forms = self.index.forms_of_term(term).iter();
        forms
            .filter(|form| is_equal(self.index.form(**form)))
            .map(|form| (*form, Reason::Exact))
            .collect()
    }
}
