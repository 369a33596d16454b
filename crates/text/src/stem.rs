//! Stems, by the Snowball algorithms (snowballstem.org) as the crate `frostem` generates them.
//!
//! `frostem` 2.20261016 follows Snowball's main branch of October 2026. Its French gives all 21,655 lines
//! of the vocabulary that Snowball published in May 2026 (`cargo xtask oracle` holds it against them);
//! `rust-stemmers` 1.2, which implements an older edition, differs in 919.
//!
//! What the algorithm leaves apart and a grammar lists is joined by the module `irregular`.
//! Nothing is done about what it joins and a reader would not (`général` and `générer` stay apart, but
//! `cours` meets `courir`, `mère` meets `mer`): a hit by stem says so, counts less
//! than the word itself, and can be turned off for a query.

use super::characters::is_apostrophe;
use super::initials::without_dots;
use super::irregular::{irregular_forms, regular};
use super::{Language, compose, fold};
use frostem::Algorithm;

/// Finds the stem under which the inflected forms of a word meet.
pub struct Stemmer {
    language: Language,
    algorithm: Option<frostem::Stemmer>,
}

impl Stemmer {
    /// Every stemmer that there is.
    pub const ALL: &[fn() -> Stemmer] = &[Stemmer::french, Stemmer::english];

    /// The stemmer of a language; [`Language::Other`] has none, and each word is its own stem.
    pub fn new(language: Language) -> Stemmer {
        match language {
            Language::French => Stemmer::french(),
            Language::English => Stemmer::english(),
            Language::Other => Stemmer {
                language,
                algorithm: None,
            },
        }
    }

    /// The French stemmer.
    pub fn french() -> Stemmer {
        Stemmer {
            language: Language::French,
            algorithm: Some(frostem::Stemmer::new(Algorithm::French)),
        }
    }

    /// The English stemmer.
    pub fn english() -> Stemmer {
        Stemmer {
            language: Language::English,
            algorithm: Some(frostem::Stemmer::new(Algorithm::English)),
        }
    }

    /// The language whose words it is for.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The folded stem of a word as it stands in a text. The algorithms read accents (`développée`
    /// and `développe` differ in them), so give the accented form where there is one.
    pub fn stem(&self, word: &str) -> String {
        if self.language == Language::Other {
            return fold(word);
        }
        let plain = without_dots(compose(word).replace(is_apostrophe, "'"));
        let regular = match self.language {
            Language::French => regular(&plain),
            _ => None,
        };
        fold(&self.snowball(&regular.unwrap_or(plain)))
    }

    /// The folded forms of the language that may begin unlike their stem (`yeux`, whose stem is that of
    /// `œil`): whoever looks for the words of a stem by its first letters must look at these too.
    pub fn irregular_forms(&self) -> impl Iterator<Item = String> {
        let french = self.language == Language::French;
        irregular_forms().filter(move |_| french)
    }

    /// What the Snowball algorithm alone makes of a word in lower case with composed accents and straight
    /// apostrophes: [`Stemmer::stem`] before it folds, and without the irregular forms. It is what
    /// Snowball's published vocabularies can be held against.
    pub fn snowball(&self, word: &str) -> String {
        match &self.algorithm {
            Some(algorithm) => algorithm.stem(word).into_owned(),
            None => word.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: Language, words: &[&str]) {
        let stemmer = Stemmer::new(language);
        let stems: Vec<String> = words.iter().map(|word| stemmer.stem(word)).collect();
        assert!(
            stems.iter().all(|stem| *stem == stems[0]),
            "{words:?} → {stems:?}"
        );
    }

    #[test]
    fn inflected_forms_meet() {
        check(Language::French, &["souveraineté", "Souverainetés"]);
        check(Language::French, &["règle", "règles"]);
        check(Language::French, &["amendement", "amendements"]);
        check(
            Language::French,
            &["international", "internationale", "internationaux"],
        );
        check(
            Language::French,
            &["e\u{301}conomie", "économies", "economie"],
        );
        check(
            Language::English,
            &["nation", "nations", "nation's", "nation’s", "Nationʼs"],
        );
        check(Language::Other, &["État", "etat"]);
        let english = Stemmer::new(Language::English);
        assert_ne!(english.stem("belle"), english.stem("beau"));
    }

    #[test]
    fn numbers_and_initials_meet_however_they_are_written() {
        for language in [Language::French, Language::English] {
            check(language, &["10 000", "10000", "10\u{a0}000"]);
            check(language, &["U.R.S.S", "URSS", "urss"]);
        }
    }

    /// What the algorithm does to words that users of other tools have found surprising: kept in view.
    #[test]
    fn what_the_algorithm_joins_and_what_it_parts() {
        let stemmer = Stemmer::new(Language::French);
        let check = |a: &str, b: &str, expected: bool| {
            assert_eq!(stemmer.stem(a) == stemmer.stem(b), expected, "{a} {b}");
        };
        check("général", "généraux", true);
        check("général", "générer", false);
        check("université", "univers", false);
        check("organe", "organisation", false);
        check("police", "politique", false);
        check("police", "policier", false);
        check("marine", "marin", true);
        check("marine", "marché", false);
        check("état", "étatique", true);
        check("état", "étaler", false);
        check("main", "maintenant", false);
        check("cours", "courir", true);
        check("mère", "mer", true);
        check("organe", "organique", true);
        check("son", "sont", false);
    }
}
