//! From a word of the query to the forms of the dictionary, each with the reason why.

use super::automata::{Fuzzy, Pattern};
use super::{Reason, Searcher};
use crate::query::How;
use crate::text::{Language, Stemmer, compose, fold};
use fst::automaton::{Automaton, Str};
use fst::{IntoStreamer, Streamer};

/// Forms in rising order, each with the reason why it is a hit.
pub(super) type Forms = Vec<(u32, Reason)>;

impl Searcher {
    /// The forms that one word, without elision or hyphen, matches.
    pub(super) fn look_up(&self, word: &str, how: How) -> Forms {
        let folded = fold(word);
        let mut forms = match how {
            How::Plain => self.plain(word, &folded),
            How::Exact => self.exact(word, &folded),
            How::Prefix => self.terms_to_forms(
                self.run(Str::new(&folded).starts_with()),
                word,
                Reason::Pattern,
            ),
            How::Pattern => {
                let terms =
                    Pattern::new(&folded).map_or_else(Vec::new, |pattern| self.run(pattern));
                self.terms_to_forms(terms, word, Reason::Pattern)
            }
            How::Fuzzy(edits) => {
                self.terms_to_forms(self.run(Fuzzy::new(&folded, edits)), word, Reason::Fuzzy)
            }
        };
        forms.sort_unstable();
        forms.dedup_by_key(|(form, _)| *form);
        forms
    }

    /// The forms that fold to the same term.
    pub(super) fn folded(&self, word: &str) -> Forms {
        let term = self.term(&fold(word));
        let mut forms = self.terms_to_forms(term.into_iter().collect(), word, Reason::Folded);
        forms.sort_unstable();
        forms
    }

    fn term(&self, folded: &str) -> Option<u32> {
        self.index()
            .dictionary()
            .get(folded)
            .map(|term| term as u32)
    }

    fn run(&self, automaton: impl Automaton) -> Vec<u32> {
        let mut stream = self.index().dictionary().search(automaton).into_stream();
        let mut terms = Vec::new();
        while let Some((_, term)) = stream.next() {
            terms.push(term as u32);
        }
        terms
    }

    /// The forms of some terms; a form that is the word itself is exact, and one that only folds to
    /// it is folded, whatever else led to it.
    fn terms_to_forms(&self, terms: Vec<u32>, word: &str, otherwise: Reason) -> Forms {
        let composed = compose(word);
        let own_term = self.term(&fold(word));
        let mut forms = Vec::new();
        for term in terms {
            for form in self.index().forms_of_term(term) {
                let reason = match own_term == Some(term) {
                    true if compose(self.index().form(*form)) == composed => Reason::Exact,
                    true => Reason::Folded,
                    false => otherwise,
                };
                forms.push((*form, reason));
            }
        }
        forms
    }

    fn plain(&self, word: &str, folded: &str) -> Forms {
        let stem = match self.term(folded) {
            Some(term) => self.index().stem_of_term(term),
            None => self.stem_of_stranger(word),
        };
        let terms = stem.map_or(&[][..], |stem| self.index().terms_of_stem(stem));
        self.terms_to_forms(terms.to_vec(), word, Reason::Stem)
    }

    /// The stem of a word that the dictionary lacks. Stems are numbers in the index; so the terms that
    /// begin as the stem does are stemmed anew until one agrees.
    fn stem_of_stranger(&self, word: &str) -> Option<u32> {
        [Language::French, Language::English]
            .into_iter()
            .filter(|language| self.has(*language))
            .find_map(|language| {
                let stemmer = Stemmer::new(language);
                let wanted = stemmer.stem(word);
                // A stemmer may also change the end of what it keeps, so the last letters do not count.
                let kept = wanted.chars().count().saturating_sub(3).max(3);
                let start: String = wanted.chars().take(kept).collect();
                let candidates = self.run(Str::new(&start).starts_with());
                let agrees = |term: &u32| {
                    let chief = self.index().forms_of_term(*term).first();
                    chief.is_some_and(|form| stemmer.stem(self.index().form(*form)) == wanted)
                };
                candidates
                    .into_iter()
                    .find(agrees)
                    .and_then(|term| self.index().stem_of_term(term))
            })
    }

    fn has(&self, language: Language) -> bool {
        let documents = self.index().documents();
        documents
            .iter()
            .any(|document| Language::from_tag(&document.metadata.language) == language)
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
