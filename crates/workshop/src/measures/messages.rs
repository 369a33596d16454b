//! Errors and warnings of statistics as messages, and the names of settings.

use frise::i18n::{self, pick};
use frise_date::Tongue;
use frise_stats::{Correction, Error, Level, Warning};

/// Returns why there are no figures.
pub fn error(error: &Error, language: Tongue) -> String {
    let (french, english) = match error {
        Error::EmptyPart => (
            "La partie choisie n’a aucun mot\u{a0}: élargissez ses filtres ou sa recherche.",
            "The part that is chosen has no word: widen its filters or its search.",
        ),
        Error::NothingToCompare => (
            "Il n’y a rien à quoi comparer\u{a0}: la partie est le corpus entier, ou contient l’autre. Filtrez, ou choisissez une autre partie.",
            "There is nothing to compare with: the part is the whole corpus, or contains the other. Filter, or choose another part.",
        ),
        Error::Absent => (
            "Rien ne répond à cette recherche dans ces passages\u{a0}: cherchez un autre mot, ou élargissez les filtres.",
            "Nothing answers this search in these passages: search for another word, or widen the filters.",
        ),
        Error::NoWords => (
            "Ces passages n’ont aucun mot\u{a0}: élargissez les filtres.",
            "These passages have no word: widen the filters.",
        ),
        Error::MoreThanThePart => (
            "Une partie compte plus d’occurrences que de mots\u{a0}: comptez les deux dans les mêmes passages.",
            "A part has more occurrences than words: count both in the same passages.",
        ),
        Error::TooFewParts(_) => (
            "Il faut au moins deux parties avec des mots\u{a0}: choisissez un autre découpage, ou élargissez les filtres.",
            "At least two parts with words are needed: divide the passages another way, or widen the filters.",
        ),
        Error::NoClasses(_) => (
            "Il n’y a pas assez de segments aux mots différents pour en faire des classes\u{a0}: élargissez la recherche, prenez des segments plus courts, ou laissez compter des mots plus rares et plus courts.",
            "There are not enough segments with different words to make classes: widen the search, take shorter segments, or let rarer and shorter words count.",
        ),
        Error::NothingShared(_) => (
            "Les deux classifications ne partagent pas deux classes\u{a0}: élargissez la recherche, laissez compter des classes plus petites, ou choisissez la classification simple.",
            "The two classifications do not share two classes: widen the search, let smaller classes count, or choose the single classification.",
        ),
        _ => (
            "Ces nombres sont trop grands pour un calcul exact\u{a0}: choisissez des parties plus petites.",
            "These numbers are too large to be exact: choose smaller parts.",
        ),
    };
    pick(language, french, english).to_string()
}

/// Returns what makes figures doubtful.
pub fn warning(warning: &Warning, language: Tongue) -> String {
    let number = |number: usize| i18n::number(number, language);
    let french = language == Tongue::French;
    match warning {
        Warning::SmallExpected { words, of } if french => format!(
            "Pour {} sur {}, l’effectif attendu est inférieur à 5\u{a0}: fiez-vous à la spécificité plutôt qu’au χ² ou au rapport de vraisemblance.",
            i18n::words(*words, language),
            number(*of)
        ),
        Warning::ManyComparisons {
            comparisons,
            by_chance,
        } if french => format!(
            "{} mots sont comparés\u{a0}: environ {} passent le seuil de 5\u{a0}% par hasard. Choisissez une correction.",
            number(*comparisons),
            number(by_chance.round() as usize)
        ),
        Warning::Overlap { passages } if french => {
            let are = match passages {
                0 | 1 => "est dans les deux parties\u{a0}; il compte",
                _ => "sont dans les deux parties\u{a0}; ils comptent",
            };
            let passages = i18n::passages(*passages as usize, language);
            format!("{passages} {are} dans la première seulement.")
        }
        Warning::SmallPart { words } if french => format!(
            "Une partie n’a que {}\u{a0}: des écarts peuvent être dus au hasard.",
            i18n::words(*words as usize, language)
        ),
        Warning::OneDocument if french => {
            "Tous ces passages sont d’un seul texte\u{a0}: cela ne dit rien des autres.".to_string()
        }
        Warning::NoDates { documents, of } if french => {
            let (texts, lack) = match documents {
                0 | 1 => ("texte", "n’a pas de date\u{a0}; il manque"),
                _ => ("textes", "n’ont pas de date\u{a0}; ils manquent"),
            };
            format!(
                "{} {texts} sur {} {lack} dans ce qui est dit du temps.",
                number(*documents),
                number(*of)
            )
        }
        Warning::FewParts { parts } if french => format!(
            "Il n’y a que {} parties\u{a0}: au-dessous de cinq, la dispersion dit peu.",
            number(*parts)
        ),
        Warning::FewOccurrences { occurrences, parts } if french => format!(
            "{} dans {} parties\u{a0}: la répartition ne peut pas être régulière.",
            i18n::occurrences(*occurrences as usize, language),
            number(*parts)
        ),
        _ => i18n::capitalised(&format!("{warning}.")),
    }
}

/// Returns the name of a level.
pub fn level(level: Level, language: Tongue) -> &'static str {
    let (french, english) = match level {
        Level::Form => ("formes écrites", "forms as written"),
        Level::Folded => (
            "mots, sans casse ni accents",
            "words, whatever case and accents",
        ),
        Level::Stem => ("familles de mots (radicaux)", "families of words (stems)"),
    };
    pick(language, french, english)
}

/// Returns the name of a correction.
pub fn correction(correction: Correction, language: Tongue) -> &'static str {
    match correction {
        Correction::None => pick(language, "aucune correction", "no correction"),
        Correction::Bonferroni => "Bonferroni",
        Correction::Holm => "Holm",
        Correction::BenjaminiHochberg => "Benjamini-Hochberg",
    }
}
