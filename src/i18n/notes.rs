//! Notes on what an address, a lesson or another page asked for and cannot be shown, and on what is shown instead.

use super::pick;
use crate::state::Note;
use frise_date::Tongue;

/// Returns a note as a message.
pub fn note(note: &Note, language: Tongue) -> String {
    let french = language == Tongue::French;
    match note {
        Note::UnknownKey(key) if french => {
            format!(
                "L’adresse contient une clé inconnue, «\u{a0}{key}\u{a0}»\u{a0}; elle a été ignorée."
            )
        }
        Note::UnknownKey(key) => {
            format!("The address has an unknown key, “{key}”; it was ignored.")
        }
        Note::UnknownValue { key, value } if french => format!(
            "L’adresse demande «\u{a0}{key}={value}\u{a0}», qui n’existe pas ici\u{a0}; cette valeur a été ignorée."
        ),
        Note::UnknownValue { key, value } => {
            format!(
                "The address asks for “{key}={value}”, which does not exist here; this value was ignored."
            )
        }
        Note::OtherCorpus(id) if french => format!(
            "Ce lien a été fait pour un autre corpus, «\u{a0}{id}\u{a0}»\u{a0}; il est appliqué à celui-ci autant que possible."
        ),
        Note::OtherCorpus(id) => {
            format!(
                "This link was made for another corpus, “{id}”; it is applied to this one as far as it goes."
            )
        }
        Note::NoPassage { id, nearest } => {
            let sentence = match french {
                true => format!(
                    "Le passage «\u{a0}{id}\u{a0}» n’existe pas dans ce corpus\u{a0}; la recherche et les textes restent à votre disposition."
                ),
                false => format!(
                    "The passage “{id}” does not exist in this corpus; search and texts work as usual."
                ),
            };
            match nearest {
                Some(nearest) => format!(
                    "{sentence} {}{nearest}.",
                    pick(language, "Le plus proche\u{a0}: #", "The nearest: #")
                ),
                None => sentence,
            }
        }
        Note::ChangedPassage(_) => pick(
            language,
            "Les mots de ce passage ont changé depuis que ce lien a été fait.",
            "The words of this passage have changed since this link was made.",
        )
        .to_string(),
        Note::NoLesson(name) if name.ends_with(".json") => [
            pick(
                language,
                "La leçon «\u{a0}",
                "The lesson “",
            ),
            name,
            pick(
                language,
                "\u{a0}» n’a pas pu être lue à côté de cette page, ou n’est pas une leçon\u{a0}; la frise fonctionne sans elle.",
                "” could not be read beside this page, or is no lesson; the timeline works without it.",
            ),
        ]
        .concat(),
        Note::NoLesson(_) => pick(
            language,
            "Ce lien de leçon est incomplet ou a été modifié\u{a0}: redemandez-le à la personne qui vous l’a donné. La frise fonctionne sans la leçon.",
            "This link of a lesson is incomplete or was changed: ask whoever gave it to you for it again. The timeline works without the lesson.",
        )
        .to_string(),
        Note::Stranger => pick(
            language,
            "Un message venu d’une autre page demandait de changer de vue\u{a0}; l’adresse de cette frise ne nomme pas son origine («\u{a0}host=\u{a0}»), et il a été ignoré.",
            "A message from another page asked for another view; the address of this timeline does not name its origin (“host=”), so it was ignored.",
        )
        .to_string(),
    }
}
