//! Stems, by the Snowball algorithms (<https://snowballstem.org>) as the crate `frostem` generates them.
//!
//! `frostem` 2.20261016 follows Snowball's main branch of October 2026. Its French stems equal all 21,655 lines of the
//! vocabulary that Snowball published in May 2026 (`cargo xtask oracle` compares them); `rust-stemmers` 1.2, which implements
//! an older edition, differs in 919.
//!
//! The module `irregular` adds French forms that the algorithm understems. Overstemming is not corrected (`cours` and
//! `courir`, `mère` and `mer` have the same stem): a match by stem is shown as such, scores lower than the word itself, and
//! can be turned off for a query.

use super::characters::{is_apostrophe, is_middle_dot};
use super::initials::without_dots;
use super::irregular::{irregular_forms, regular};
use super::{Language, compose, fold};
use frostem::Algorithm;

/// Maps the inflected forms of a word to one stem.
///
/// ```
/// use frise_text::{Language, Stemmer};
///
/// let stemmer = Stemmer::new(Language::French);
/// assert_eq!(stemmer.stem("internationaux"), stemmer.stem("internationale"));
/// assert_eq!(stemmer.stem("yeux"), stemmer.stem("œil"));
/// ```
pub struct Stemmer {
    language: Language,
    algorithm: Option<frostem::Stemmer>,
}

impl Stemmer {
    /// Constructors of all stemmers.
    pub const ALL: &[fn() -> Stemmer] = &[Stemmer::french, Stemmer::english];

    /// Creates the stemmer of a language. For [`Language::Other`], the stem of a word is the folded word.
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

    /// Creates the French stemmer.
    pub fn french() -> Stemmer {
        Stemmer {
            language: Language::French,
            algorithm: Some(frostem::Stemmer::new(Algorithm::French)),
        }
    }

    /// Creates the English stemmer.
    pub fn english() -> Stemmer {
        Stemmer {
            language: Language::English,
            algorithm: Some(frostem::Stemmer::new(Algorithm::English)),
        }
    }

    /// Returns the language whose words it stems.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Returns the folded stem of a word as it stands in a text.
    ///
    /// The algorithms depend on accents (`développée` and `développe` differ in them), so the word must have its accents.
    pub fn stem(&self, word: &str) -> String {
        if self.language == Language::Other {
            return fold(word);
        }
        let mut plain = without_dots(compose(word).replace(is_apostrophe, "'"));
        // `étudiant·e·s` has the stem of `étudiant`.
        if let Some(dot) = plain.find(is_middle_dot).filter(|dot| *dot > 0) {
            plain.truncate(dot);
        }
        let regular = match self.language {
            Language::French => regular(&plain),
            _ => None,
        };
        fold(&self.snowball(&regular.unwrap_or(plain)))
    }

    /// Returns the folded forms of the language that may begin with other letters than their stem, such as `yeux`, whose stem
    /// is that of `œil`. A search for the words of a stem by its first letters must consider these as well.
    pub fn irregular_forms(&self) -> impl Iterator<Item = String> {
        let french = self.language == Language::French;
        irregular_forms().filter(move |_| french)
    }

    /// Returns the stem by the Snowball algorithm alone, without folding and irregular forms, as in Snowball's published
    /// vocabularies.
    ///
    /// The word is given in lowercase with composed accents and straight apostrophes.
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

    /// Pairs of words whose stems have surprised users of other tools.
    #[test]
    fn overstemming_and_understemming() {
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
