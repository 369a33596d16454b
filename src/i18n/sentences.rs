//! Sentences with figures.

use super::numbers::{count, decimal, documents, number, occurrences, passages, words};
use super::{ended, pick, quoted, quoted_query};
use crate::state::{Measure, Subject};
use frise_date::Tongue;
use frise_index::search::{RelaxationChange, SynonymSuggestion};
use frise_text::isolated;

/// Returns how often something occurs, where, and at what rate: `35 occurrences, dans 28 passages et 5 documents : 35,2
/// occurrences pour 10 000 mots (sur 9 954 mots)`.
pub fn frequency(
    hits: usize,
    in_passages: usize,
    in_documents: usize,
    rate: f64,
    of_words: usize,
    language: Tongue,
) -> String {
    let (hits, in_passages, in_documents) = (
        occurrences(hits, language),
        passages(in_passages, language),
        documents(in_documents, language),
    );
    let (rate, of_words) = (decimal(rate, 1, language), words(of_words, language));
    match language {
        Tongue::French => format!(
            "{hits}, dans {in_passages} et {in_documents}\u{a0}: {rate} occurrences pour 10\u{202f}000\u{a0}mots (sur {of_words})"
        ),
        Tongue::English => format!(
            "{hits}, in {in_passages} and {in_documents}: {rate} occurrences per 10,000 words (of {of_words})"
        ),
    }
}

/// Returns whose words are counted, given the names of the voices and of the speakers that are filtered for; `None` where words
/// in all voices are.
pub fn counted_words(voices: &str, speakers: &str, language: Tongue) -> Option<String> {
    let who = match speakers {
        "" => String::new(),
        speakers => [" (", &isolated(speakers), ")"].concat(),
    };
    let only = pick(language, "Mots comptés\u{a0}: ", "Words counted: ");
    (!voices.is_empty()).then(|| [only, voices, &who].concat())
}

/// Returns why the counts of voices sum to more than the passages.
pub fn several_voices(sum: u32, all: u32, language: Tongue) -> String {
    [
        pick(
            language,
            "Un passage à plusieurs voix compte dans chacune\u{a0}: ",
            "A passage in several voices counts in each: ",
        ),
        &number(sum as usize, language),
        pick(language, " en tout, pour ", " in all, for "),
        &passages(all as usize, language),
        ".",
    ]
    .concat()
}

/// Returns why voices count passages that are not found: an exclusion holds within a voice.
pub fn voices_beyond(count: u32, language: Tongue) -> String {
    [
        pick(language, "Hors du total\u{a0}: ", "Not in the total: "),
        &passages(count as usize, language),
        pick(
            language,
            ", où ce que la recherche exclut n’est que dans une autre voix.",
            ", where what the search excludes stands in another voice alone.",
        ),
    ]
    .concat()
}

/// Returns why passages that are found count in no voice: nobody speaks headings, and what is asked for may be divided.
pub fn no_voice(count: u32, has_speakers: bool, language: Tongue) -> String {
    [
        pick(language, "Dans aucune voix\u{a0}: ", "In no voice: "),
        &passages(count as usize, language),
        pick(
            language,
            ", où rien de cherché n’est dans une seule\u{a0}: dans un titre, partagé entre plusieurs",
            ", where no single one has what is asked for: it is in a heading, divided between several",
        ),
        match has_speakers {
            true => pick(language, " ou chez un autre locuteur.", " or said by another speaker."),
            false => ".",
        },
    ]
    .concat()
}

/// Returns how a query that finds nothing is made less strict, as a label.
pub fn looser(looser: &RelaxationChange, language: Tongue) -> String {
    let french = language == Tongue::French;
    let fixed = |french: &str, english: &str| pick(language, french, english).to_string();
    match looser {
        RelaxationChange::Nearest { asked, nearest } if french => {
            format!("«\u{a0}{nearest}\u{a0}» au lieu de «\u{a0}{asked}\u{a0}»")
        }
        RelaxationChange::Nearest { asked, nearest } => format!("“{nearest}” instead of “{asked}”"),
        RelaxationChange::Stemmed => fixed("Avec les formes apparentées", "With related forms"),
        RelaxationChange::Dates => fixed("Sans les bornes de dates", "Without the bounds of time"),
        RelaxationChange::Mentioned => fixed(
            "Sans les bornes des temps évoqués",
            "Without the bounds of the times spoken of",
        ),
        RelaxationChange::Speakers => fixed("Sans le filtre des locuteurs", "Without the speakers"),
        RelaxationChange::Voices => fixed("Sans le filtre des voix", "Without the voices"),
        RelaxationChange::Themes => fixed("Sans le filtre des thèmes", "Without the themes"),
        RelaxationChange::Documents => {
            fixed("Sans le filtre des documents", "Without the documents")
        }
        RelaxationChange::Kinds => fixed("Sans le filtre des genres", "Without the kinds"),
        RelaxationChange::Filters => fixed("Sans aucun filtre", "Without any filter"),
        RelaxationChange::Part(part) => [
            pick(language, "Sans ", "Without "),
            &quoted_query(part, language),
        ]
        .concat(),
    }
}

/// Returns what the editor lists as other names, up to the link to all of them: `« ONU », aussi « Nations Unies » : `.
pub fn synonyms(offered: &SynonymSuggestion, language: Tongue) -> String {
    let others: Vec<String> = offered
        .others
        .iter()
        .map(|name| quoted(name, language))
        .collect();
    [
        &quoted_query(&offered.asked, language),
        pick(language, ", aussi ", ", also "),
        &others.join(", "),
        pick(language, "\u{a0}: ", ": "),
    ]
    .concat()
}

/// Returns how many passages are found, of how many, in how many documents.
pub fn found(
    passages_found: usize,
    all: usize,
    in_documents: usize,
    of_documents: usize,
    language: Tongue,
) -> String {
    let all_shown = passages_found == all;
    match language {
        _ if all_shown => {
            let what = passages(all, language);
            let documents = documents(of_documents, language);
            match language {
                Tongue::French => format!("{what}, dans {documents}"),
                Tongue::English => format!("{what}, in {documents}"),
            }
        }
        Tongue::French if passages_found == 0 => {
            format!("Aucun passage sur {}", number(all, language))
        }
        Tongue::English if passages_found == 0 => {
            format!("No passage of {}", number(all, language))
        }
        Tongue::French => format!(
            "{} sur {}, dans {} sur {}",
            passages(passages_found, language),
            number(all, language),
            documents(in_documents, language),
            number(of_documents, language)
        ),
        Tongue::English => format!(
            "{} of {}, in {} of {}",
            passages(passages_found, language),
            number(all, language),
            documents(in_documents, language),
            number(of_documents, language)
        ),
    }
}

/// Returns when what is found was said, and which document holds most of it.
pub fn wall_sentence(
    in_documents: usize,
    when: &str,
    chief: &str,
    most: usize,
    language: Tongue,
) -> String {
    let chief = isolated(chief);
    match (in_documents, language) {
        (1, Tongue::French) => format!("{when}, «\u{a0}{chief}\u{a0}»"),
        (1, Tongue::English) => format!("{when}, “{chief}”"),
        (_, Tongue::French) => format!(
            "{when}, surtout «\u{a0}{chief}\u{a0}» ({})",
            number(most, language)
        ),
        (_, Tongue::English) => format!("{when}, most in “{chief}” ({})", number(most, language)),
    }
}

/// Returns what a bar counts: `2016 : 12 sur 40 passages (34,7 passages pour 10 000 mots, sur 3 456)`.
pub fn bin(
    when: &str,
    found: usize,
    all: usize,
    rate: f64,
    of_words: usize,
    language: Tongue,
) -> String {
    [
        when,
        pick(language, "\u{a0}: ", ": "),
        &number(found, language),
        pick(language, " sur ", " of "),
        &passages(all, language),
        " (",
        &decimal(rate, 1, language),
        pick(
            language,
            "\u{a0}passages pour 10\u{202f}000\u{a0}mots, sur ",
            " passages per 10,000 words, of ",
        ),
        &number(of_words, language),
        ")",
    ]
    .concat()
}

/// Returns what the highest bar counts.
pub fn highest(value: f64, measure: Measure, language: Tongue) -> String {
    let what = match measure {
        Measure::Count => passages(value as usize, language),
        Measure::Rate => [
            &decimal(value, 1, language),
            pick(
                language,
                "\u{a0}passages pour 10\u{202f}000 mots",
                " passages per 10,000 words",
            ),
        ]
        .concat(),
    };
    [pick(language, "Au plus haut\u{a0}: ", "Highest: "), &what].concat()
}

/// Returns what the timeline of the dates that texts speak of shows: `13 dates évoquées, 14 mentions, de 2000 à 2030 ; surtout
/// vers 2030 (2).`
pub fn mentioned(
    dates: usize,
    in_passages: usize,
    range: &str,
    chief: Option<(String, usize)>,
    language: Tongue,
) -> String {
    if dates == 0 {
        return pick(
            language,
            "Aucune date évoquée ici.",
            "No date is spoken of here.",
        )
        .to_string();
    }
    let dates = match language {
        Tongue::French => count(dates, language, "date évoquée", "dates évoquées"),
        Tongue::English => count(dates, language, "date spoken of", "dates spoken of"),
    };
    let chief = chief.map_or(String::new(), |(date, most)| {
        let most = number(most, language);
        [
            pick(language, "\u{a0}; surtout ", "; most of all "),
            &date,
            " (",
            &most,
            ")",
        ]
        .concat()
    });
    let mentions = count(in_passages, language, "mention", "mentions");
    ended(format!("{dates}, {mentions}, {range}{chief}"))
}

/// Returns `Et 12 autres.`
pub fn and_others(more: usize, language: Tongue) -> String {
    [
        pick(language, "Et ", "And "),
        &number(more, language),
        pick(language, " autres.", " others."),
    ]
    .concat()
}

/// Returns what a lane shows: `Le thème « souveraineté » apparaît dans 4 documents sur 5, surtout en 2017 (12 passages sur 30).`
/// `chief` is when most is found, if the time is known, and how much.
pub fn lane_sentence(
    subject: Subject,
    label: &str,
    (with, of_documents): (usize, usize),
    (found, all): (usize, usize),
    chief: Option<(Option<String>, usize)>,
    language: Tongue,
) -> String {
    let quoted = quoted(label, language);
    let speaks = subject == Subject::Speakers;
    let name = match subject {
        Subject::Speakers => isolated(label).into_owned(),
        Subject::Themes => [pick(language, "Le thème ", "The theme "), &quoted].concat(),
        Subject::Documents => [pick(language, "Le document ", "The document "), &quoted].concat(),
        Subject::Kinds => [pick(language, "Le genre ", "The kind "), &quoted].concat(),
        Subject::Voices => [pick(language, "La voix ", "The voice "), &quoted].concat(),
    };
    if found == 0 {
        let none = match speaks {
            true => pick(language, " n’a pas la parole.", " does not speak."),
            false => pick(language, " n’apparaît pas.", " does not appear."),
        };
        return [&name, none].concat();
    }
    let mut counted = passages(found, language);
    if found < all {
        counted.push_str(pick(language, " sur ", " of "));
        counted.push_str(&number(all, language));
    }
    if subject == Subject::Documents {
        return [&name, pick(language, "\u{a0}: ", ": "), &counted, "."].concat();
    }
    let mostly = match chief {
        Some((Some(when), most)) if most < found => {
            [pick(language, ", surtout ", ", most of all "), &when].concat()
        }
        Some((Some(when), _)) => [", ", &when].concat(),
        _ => String::new(),
    };
    let appears = match speaks {
        true => pick(language, " parle dans ", " speaks in "),
        false => pick(language, " apparaît dans ", " appears in "),
    };
    [
        &name,
        appears,
        &documents(with, language),
        pick(language, " sur ", " of "),
        &number(of_documents, language),
        &mostly,
        " (",
        &counted,
        ").",
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_has_one_full_stop() {
        let check = |range: &str, chief: Option<(String, usize)>, expected: &str| {
            assert_eq!(mentioned(1, 1, range, chief, Tongue::French), expected);
        };
        let start = "1\u{a0}date évoquée, 1\u{a0}mention, ";
        check("44 avant J.-C.", None, &format!("{start}44 avant J.-C."));
        check("en 2016", None, &format!("{start}en 2016."));
        check(
            "44 avant J.-C.",
            Some(("2016".into(), 1)),
            &format!("{start}44 avant J.-C.\u{a0}; surtout 2016 (1)."),
        );
    }
}
