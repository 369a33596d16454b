//! From a word of the query to the forms of the dictionary, each with the reason why.

use super::automata::{Fuzzy, Matcher, find};
use super::budget::Budget;
use super::{Reason, Searcher};
use crate::query::{How, parse_regex};
use frise_text::{compose, fold};
use fst::automaton::{Automaton, Str};

/// Forms in rising order, each with the reason why it is a hit.
pub(super) type Forms = Vec<(u32, Reason)>;

/// What it costs to stem a word.
const STEM_COST: u32 = 120;

/// A step pays for so many occurrences of a form, which are yet to be gone through.
const OCCURRENCES_A_STEP: u32 = 3;

impl Searcher {
    /// The forms that one word, without elision or hyphen, matches; as many as the budget pays for.
    pub(super) fn look_up(&self, word: &str, how: How, budget: &Budget) -> Forms {
        let folded = fold(word);
        let mut forms = match how {
            How::Plain => self.plain(word, &folded, budget),
            How::Exact => self.exact(word, &folded),
            How::Prefix => {
                let terms = self.find(&Str::new(&folded).starts_with(), budget);
                self.terms_to_forms(&terms, word, Reason::Pattern)
            }
            How::Pattern => {
                let pattern = Matcher::of_pattern(&folded, budget);
                let terms = pattern.map(|pattern| self.find(&pattern, budget));
                self.terms_to_forms(&terms.unwrap_or_default(), word, Reason::Pattern)
            }
            How::Regex => {
                let regex = parse_regex(word).ok();
                let matcher = regex.map(|regex| Matcher::new(&regex, budget));
                let terms = matcher.map(|matcher| self.find(&matcher, budget));
                self.terms_to_forms(&terms.unwrap_or_default(), word, Reason::Pattern)
            }
            How::Fuzzy(edits) => {
                let terms = match Fuzzy::new(&folded, edits) {
                    Some(fuzzy) => self.find(&fuzzy, budget),
                    None => self.term(&folded).into_iter().collect(),
                };
                self.terms_to_forms(&terms, word, Reason::Fuzzy)
            }
        };
        sort_forms(&mut forms);
        forms.dedup_by_key(|(form, _)| *form);
        self.paid(forms, budget)
    }

    /// The forms that fold to the same term.
    pub(super) fn folded(&self, word: &str, budget: &Budget) -> Forms {
        let term = self.term(&fold(word));
        let mut forms = self.terms_to_forms(term.as_slice(), word, Reason::Folded);
        sort_forms(&mut forms);
        self.paid(forms, budget)
    }

    /// The forms that the budget pays for, by how often each occurs; the most frequent stand first.
    fn paid(&self, mut forms: Forms, budget: &Budget) -> Forms {
        let cost = |form: u32| 1 + self.index().occurrences(form).len() as u32 / OCCURRENCES_A_STEP;
        let paid = forms
            .iter()
            .take_while(|(form, _)| budget.spend(cost(*form)));
        let paid = paid.count();
        forms.truncate(paid);
        forms
    }

    fn term(&self, folded: &str) -> Option<u32> {
        self.index()
            .dictionary()
            .get(folded)
            .map(|term| term as u32)
    }

    fn find(&self, automaton: &impl Automaton, budget: &Budget) -> Vec<u32> {
        find(self.index().dictionary(), automaton, budget)
    }

    /// The forms of some terms; a form that is the word itself is exact, and one that only folds to
    /// it is folded, whatever else led to it.
    fn terms_to_forms(&self, terms: &[u32], word: &str, otherwise: Reason) -> Forms {
        let composed = compose(word);
        let own_term = self.term(&fold(word));
        let mut forms = Vec::new();
        for term in terms {
            for form in self.index().forms_of_term(*term) {
                let reason = match own_term == Some(*term) {
                    true if compose(self.index().form(*form)) == composed => Reason::Exact,
                    true => Reason::Folded,
                    false => otherwise,
                };
                forms.push((*form, reason));
            }
        }
        forms
    }

    fn plain(&self, word: &str, folded: &str, budget: &Budget) -> Forms {
        let stem = match self.term(folded) {
            Some(term) => self.index().stem_of_term(term),
            None => self.stem_of_stranger(word, budget),
        };
        let terms = stem.map_or(&[][..], |stem| self.index().terms_of_stem(stem));
        self.terms_to_forms(terms, word, Reason::Stem)
    }

    /// The stem of a word that the dictionary lacks. Stems are numbers in the index; so the terms that
    /// begin as the stem does, and the irregular ones, are stemmed anew until one agrees.
    fn stem_of_stranger(&self, word: &str, budget: &Budget) -> Option<u32> {
        self.stemmers.iter().find_map(|stemmer| {
            let wanted = stemmer.stem(word);
            // A stemmer may also change the end of what it keeps, so the last letters do not count.
            let kept = wanted.chars().count().saturating_sub(3).max(3);
            let start: String = wanted.chars().take(kept).collect();
            let candidates = self.find(&Str::new(&start).starts_with(), budget);
            let irregular = stemmer.irregular_forms();
            let irregular = irregular.filter_map(|form| self.term(&form));
            let agrees = |term: &u32| {
                let chief = self.index().forms_of_term(*term).first();
                chief.is_some_and(|form| stemmer.stem(self.index().form(*form)) == wanted)
            };
            candidates
                .into_iter()
                .chain(irregular)
                .take_while(|_| budget.spend(STEM_COST))
                .find(agrees)
                .and_then(|term| self.index().stem_of_term(term))
        })
    }

    /// Accents count always, capitals where the word has one.
    fn exact(&self, word: &str, folded: &str) -> Forms {
        let composed = compose(word);
        let capital = word.chars().any(char::is_uppercase);
        let fits = |form: &str| {
            if capital {
                form == word
            } else {
                compose(form) == composed
            }
        };
        let forms = self
            .term(folded)
            .map_or(&[][..], |term| self.index().forms_of_term(term));
        forms
            .iter()
            .filter(|form| fits(self.index().form(**form)))
            .map(|form| (*form, Reason::Exact))
            .collect()
    }
}

/// Rising, and where a form is there for several reasons, the best first.
fn sort_forms(forms: &mut Forms) {
    forms.sort_by_key(|(_, reason)| *reason as u32);
    forms.sort_by_key(|(form, _)| *form);
}
