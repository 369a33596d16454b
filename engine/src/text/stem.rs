//! Stems, by the Snowball algorithms (snowballstem.org) as the crate `frostem` generates them.

use super::{Language, compose, fold};
use frostem::Algorithm;

/// French plurals that the algorithm does not bring to their singular: the nouns in `-ail` that make
/// `-aux` (Grevisse and Goosse, Le Bon Usage, § 515), and the three that change altogether.
const FRENCH_PLURALS: [(&str, &str); 10] = [
    ("aïeux", "aïeul"),
    ("baux", "bail"),
    ("cieux", "ciel"),
    ("coraux", "corail"),
    ("soupiraux", "soupirail"),
    ("travaux", "travail"),
    ("vantaux", "vantail"),
    ("vitraux", "vitrail"),
    ("yeux", "œil"),
    ("émaux", "émail"),
];

/// Finds the stem under which the inflected forms of a word meet.
pub struct Stemmer {
    language: Language,
    algorithm: Option<frostem::Stemmer>,
}

impl Stemmer {
    /// The stemmer of a language; [`Language::Other`] has none, and each word is its own stem.
    pub fn new(language: Language) -> Stemmer {
        let algorithm = match language {
            Language::French => Some(frostem::Stemmer::new(Algorithm::French)),
            Language::English => Some(frostem::Stemmer::new(Algorithm::English)),
            Language::Other => None,
        };
        Stemmer {
            language,
            algorithm,
        }
    }

    /// The folded stem of a word as it stands in a text. The algorithms read accents (`développée`
    /// and `développe` differ in them), so give the accented form where there is one.
    pub fn stem(&self, word: &str) -> String {
        let Some(algorithm) = &self.algorithm else {
            return fold(word);
        };
        let composed = compose(word);
        let plural = FRENCH_PLURALS
            .iter()
            .find(|(plural, _)| self.language == Language::French && *plural == composed);
        fold(&algorithm.stem(plural.map_or(composed.as_str(), |(_, singular)| singular)))
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
        check(Language::English, &["nation", "nations"]);
        check(Language::Other, &["État", "etat"]);
    }
}
