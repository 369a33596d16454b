//! Problems of a query.

use super::{field, pick, regex_faults};
use frise_date::Tongue;
use frise_index::query::ProblemKind;

/// Returns a problem of a query as a message, with what is done about it.
pub fn problem(kind: &ProblemKind, language: Tongue) -> String {
    let french = language == Tongue::French;
    match kind {
        ProblemKind::UnclosedQuote => pick(
            language,
            "Ce guillemet n’est pas fermé\u{a0}: l’expression est lue jusqu’à la fin.",
            "This quotation mark is not closed: the phrase is read to the end.",
        )
        .to_string(),
        ProblemKind::UnclosedRegex => pick(
            language,
            "Cette expression régulière n’est pas fermée par une seconde barre\u{a0}: elle est lue jusqu’à l’espace suivante.",
            "This regular expression is not closed by a second slash: it is read to the next space.",
        )
        .to_string(),
        ProblemKind::BadRegex(fault) => regex_faults::tell(fault, language),
        ProblemKind::UnclosedParenthesis => pick(
            language,
            "Cette parenthèse n’est pas fermée\u{a0}: elle est lue jusqu’à la fin.",
            "This parenthesis is not closed: it is read to the end.",
        )
        .to_string(),
        ProblemKind::UnopenedParenthesis => pick(
            language,
            "Cette parenthèse ne ferme rien\u{a0}: elle est laissée de côté.",
            "This parenthesis closes nothing: it is left out.",
        )
        .to_string(),
        ProblemKind::LonelyOperator(operator) if french => {
            format!(
                "«\u{a0}{operator}\u{a0}» attend un mot à côté de lui\u{a0}: il est laissé de côté."
            )
        }
        ProblemKind::LonelyOperator(operator) => {
            format!("“{operator}” needs a word beside it: it is left out.")
        }
        ProblemKind::UnknownField(name) if french => format!(
            "Il n’y a pas de champ «\u{a0}{name}\u{a0}»\u{a0}: ces mots sont cherchés tels quels. Champs connus\u{a0}: locuteur, voix, thème, doc, genre, date."
        ),
        ProblemKind::UnknownField(name) => format!(
            "There is no field “{name}”: these words are searched as words. The fields are speaker, voice, theme, doc, kind and date."
        ),
        ProblemKind::EmptyField(name) if french => {
            format!(
                "Le champ «\u{a0}{}\u{a0}» n’a pas de valeur\u{a0}: il est laissé de côté.",
                field(*name, language)
            )
        }
        ProblemKind::EmptyField(name) => format!(
            "The field “{}” has no value: it is left out.",
            field(*name, language)
        ),
        ProblemKind::UnknownValue(name, value) if french => format!(
            "Aucun {} ne répond à «\u{a0}{value}\u{a0}»\u{a0}: ce filtre est laissé de côté.",
            field(*name, language).replace("voix", "genre de voix")
        ),
        ProblemKind::UnknownValue(name, value) => {
            format!(
                "No {} answers to “{value}”: this filter is left out.",
                field(*name, language)
            )
        }
        ProblemKind::BadDate(date) if french => format!(
            "«\u{a0}{date}\u{a0}» n’est pas une date\u{a0}: écrivez 2016, 2016-05 ou 2016..2020. Ce filtre est laissé de côté."
        ),
        ProblemKind::BadDate(date) => {
            format!(
                "“{date}” is not a date: write 2016, 2016-05 or 2016..2020. This filter is left out."
            )
        }
        ProblemKind::TooManyEdits => pick(
            language,
            "Deux lettres au plus peuvent différer\u{a0}: la recherche en admet deux.",
            "At most two letters can differ: the search allows two.",
        )
        .to_string(),
        ProblemKind::NoEdits => pick(
            language,
            "«\u{a0}~0\u{a0}» n’admet aucune lettre différente\u{a0}: le mot est cherché tel quel. Écrivez ~1 ou ~2.",
            "“~0” allows no letter to differ: the word is searched as it stands. Write ~1 or ~2.",
        )
        .to_string(),
        ProblemKind::CutShort => pick(
            language,
            "La requête demande trop de travail\u{a0}: la recherche a été abrégée à partir d’ici, et des résultats peuvent manquer.",
            "The query asks for too much work: the search was cut short from here on, and results may be missing.",
        )
        .to_string(),
        ProblemKind::TooLong => pick(
            language,
            "La requête est trop longue\u{a0}: la fin est laissée de côté.",
            "The query is too long: its end is left out.",
        )
        .to_string(),
        ProblemKind::TooManyWords => pick(
            language,
            "La requête demande plus de 64 mots\u{a0}: les suivants sont laissés de côté.",
            "The query asks for more than 64 words: the rest is left out.",
        )
        .to_string(),
        ProblemKind::TooDeep => pick(
            language,
            "Les parenthèses s’emboîtent trop\u{a0}: les plus profondes sont laissées de côté.",
            "The parentheses stand too deep: the deepest are left out.",
        )
        .to_string(),
        ProblemKind::NoWord => pick(
            language,
            "La requête ne contient aucun mot\u{a0}: elle ne demande rien.",
            "The query has no word: it asks for nothing.",
        )
        .to_string(),
    }
}
