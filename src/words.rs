//! Every string of the interface, in French and in English, in one place.
//!
//! French typography is written out: no-break spaces (`\u{a0}`, and `\u{202f}` before `; ! ?`), `« »`,
//! curly apostrophes. Numbers are grouped by threes as each language does.

mod notes;
mod regex_faults;

pub use notes::note;

use crate::state::{Measure, Part, Subject};
use frise_engine::concordance::Key;
use frise_engine::corpus::{Basis, Bilingual, Voice};
use frise_engine::date::{Day, Edtf, Tongue, phrase, phrase_range};
use frise_engine::query::{Field, Matching, ProblemKind};
use frise_engine::search::{Looser, Reason, Sort};
use frise_engine::timeline::Unit;

/// Takes the string of a language.
pub fn pick<'t>(language: Tongue, french: &'t str, english: &'t str) -> &'t str {
    match language {
        Tongue::French => french,
        Tongue::English => english,
    }
}

/// The text of the corpus in a language.
pub fn of(text: &Bilingual, language: Tongue) -> &str {
    pick(language, &text.fr, &text.en)
}

/// A number with its thousands told apart: `12 345` with a narrow no-break space, or `12,345`.
pub fn number(number: usize, language: Tongue) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push_str(pick(language, "\u{202f}", ","));
        }
        grouped.push(digit);
    }
    grouped
}

/// A number and its noun. In French 0 and 1 are singular, in English only 1.
pub fn count(count: usize, language: Tongue, singular: &str, plural: &str) -> String {
    let one = match language {
        Tongue::French => count < 2,
        Tongue::English => count == 1,
    };
    format!(
        "{}\u{a0}{}",
        number(count, language),
        if one { singular } else { plural }
    )
}

/// Text between the quotation marks of a language.
pub fn quoted(text: &str, language: Tongue) -> String {
    [
        pick(language, "«\u{a0}", "“"),
        text,
        pick(language, "\u{a0}»", "”"),
    ]
    .concat()
}

/// A query between quotation marks. Where it is one phrase, they take the place of its own.
pub fn quoted_query(query: &str, language: Tongue) -> String {
    const MARKS: [char; 5] = ['"', '«', '»', '“', '”'];
    let inside = query.strip_prefix(MARKS);
    let inside = inside.and_then(|rest| rest.strip_suffix(MARKS));
    let phrase = inside.map(str::trim);
    let phrase = phrase.filter(|phrase| !phrase.is_empty() && !phrase.contains(MARKS));
    quoted(phrase.unwrap_or(query), language)
}

/// A date in words, or that there is none.
pub fn date(date: Option<&Edtf>, language: Tongue) -> String {
    match date {
        Some(date) => phrase(date, language),
        None => pick(language, "sans date", "undated").to_string(),
    }
}

/// `12 passages`.
pub fn passages(many: usize, language: Tongue) -> String {
    count(many, language, "passage", "passages")
}

/// `3 documents`.
pub fn documents(many: usize, language: Tongue) -> String {
    count(many, language, "document", "documents")
}

/// `12 occurrences`.
pub fn occurrences(many: usize, language: Tongue) -> String {
    count(many, language, "occurrence", "occurrences")
}

/// `571 mots`.
pub fn words(many: usize, language: Tongue) -> String {
    count(
        many,
        language,
        pick(language, "mot", "word"),
        pick(language, "mots", "words"),
    )
}

/// `12 lignes`.
pub fn lines(many: usize, language: Tongue) -> String {
    count(
        many,
        language,
        pick(language, "ligne", "line"),
        pick(language, "lignes", "lines"),
    )
}

/// A number with so many decimals: `1 234,5`, or `1,234.5`.
pub fn decimal(value: f64, decimals: usize, language: Tongue) -> String {
    // By whole numbers, since what prints any float weighs four kilobytes.
    let one = 10_usize.pow(decimals as u32);
    let parts = (value * one as f64).round() as usize;
    let whole = number(parts / one, language);
    if decimals == 0 {
        return whole;
    }
    let rest = (one + parts % one).to_string();
    [&whole, pick(language, ",", "."), &rest[1..]].concat()
}

/// How often something occurs, in what, and how that compares: `35 occurrences, dans 28 passages et 5
/// documents : 35,2 pour 10 000 mots (sur 9 954 mots)`.
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
            "{hits}, dans {in_passages} et {in_documents}\u{a0}: {rate} pour 10\u{202f}000\u{a0}mots (sur {of_words})"
        ),
        Tongue::English => format!(
            "{hits}, in {in_passages} and {in_documents}: {rate} per 10,000 words (of {of_words})"
        ),
    }
}

/// What lines of the concordance are sorted by.
pub fn key(key: Key, language: Tongue) -> &'static str {
    match key {
        Key::Left(1) => pick(language, "1er mot à gauche", "1st word to the left"),
        Key::Left(2) => pick(language, "2e mot à gauche", "2nd word to the left"),
        Key::Left(_) => pick(language, "3e mot à gauche", "3rd word to the left"),
        Key::Hit => pick(language, "mot trouvé", "word found"),
        Key::Right(1) => pick(language, "1er mot à droite", "1st word to the right"),
        Key::Right(2) => pick(language, "2e mot à droite", "2nd word to the right"),
        Key::Right(_) => pick(language, "3e mot à droite", "3rd word to the right"),
        Key::Date => "date",
        Key::Speaker => pick(language, "locuteur", "speaker"),
        Key::Document => "document",
    }
}

/// How a question that found nothing is made less strict, as the label of a button.
pub fn looser(looser: &Looser, language: Tongue) -> String {
    let french = language == Tongue::French;
    let fixed = |french: &str, english: &str| pick(language, french, english).to_string();
    match looser {
        Looser::Nearest { asked, nearest } if french => {
            format!("«\u{a0}{nearest}\u{a0}» au lieu de «\u{a0}{asked}\u{a0}»")
        }
        Looser::Nearest { asked, nearest } => format!("“{nearest}” instead of “{asked}”"),
        Looser::Stemmed => fixed("Avec les formes apparentées", "With related forms"),
        Looser::Dates => fixed("Sans les bornes de dates", "Without the bounds of time"),
        Looser::Mentioned => fixed(
            "Sans les bornes des temps évoqués",
            "Without the bounds of the times spoken of",
        ),
        Looser::Speakers => fixed("Sans le filtre des locuteurs", "Without the speakers"),
        Looser::Voices => fixed("Sans le filtre des voix", "Without the voices"),
        Looser::Themes => fixed("Sans le filtre des thèmes", "Without the themes"),
        Looser::Documents => fixed("Sans le filtre des documents", "Without the documents"),
        Looser::Kinds => fixed("Sans le filtre des genres", "Without the kinds"),
        Looser::Filters => fixed("Sans aucun filtre", "Without any filter"),
        Looser::Part(part) => [
            pick(language, "Sans ", "Without "),
            &quoted_query(part, language),
        ]
        .concat(),
    }
}

/// How many passages are found, of how many, in how many documents.
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

/// When what is found was said, and in which document most of it stands.
pub fn wall_sentence(
    in_documents: usize,
    when: &str,
    chief: &str,
    most: usize,
    language: Tongue,
) -> String {
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

/// What a bar of the wall shows: `2016 : 12 sur 40 passages (34,7 pour 10 000 mots, sur 3 456)`.
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
            " pour 10\u{202f}000\u{a0}mots, sur ",
            " per 10,000 words, of ",
        ),
        &number(of_words, language),
        ")",
    ]
    .concat()
}

/// What the highest bar stands for.
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

/// What the timeline of the times that are spoken of says: `13 dates évoquées dans 14 passages, de 2000 à
/// 2030 ; surtout vers 2030 (2).`
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
    let told = match language {
        Tongue::French => count(dates, language, "date évoquée", "dates évoquées"),
        Tongue::English => count(dates, language, "date spoken of", "dates spoken of"),
    };
    let chief = chief.map_or(String::new(), |(date, most)| {
        let most = number(most, language);
        [
            pick(language, "\u{202f}; surtout ", "; most of all "),
            &date,
            " (",
            &most,
            ")",
        ]
        .concat()
    });
    [
        &told,
        ", ",
        &count(in_passages, language, "mention", "mentions"),
        ", ",
        range,
        &chief,
        ".",
    ]
    .concat()
}

/// The name of a unit of time.
pub fn unit(unit: Unit, language: Tongue) -> &'static str {
    match unit {
        Unit::Day => pick(language, "jour", "day"),
        Unit::Month => pick(language, "mois", "month"),
        Unit::Quarter => pick(language, "trimestre", "quarter"),
        Unit::Year => pick(language, "année", "year"),
        Unit::Decade => pick(language, "décennie", "decade"),
        Unit::Century => pick(language, "siècle", "century"),
    }
}

/// Days that are no single month or year, inside a sentence: `de 1990 à 1999`.
pub fn years_or_months(from: Day, to: Day, language: Tongue) -> String {
    let range = phrase_range(Some(from), Some(to), language);
    match language {
        Tongue::French
            if range.starts_with("de ") || range.starts_with("d’") || range.starts_with("du ") =>
        {
            range
        }
        Tongue::French => ["de ", &range].concat(),
        Tongue::English => ["from ", &range].concat(),
    }
}

/// The caption of the table of a subject.
pub fn by(subject: Subject, language: Tongue) -> &'static str {
    match subject {
        Subject::Speakers => pick(language, "Par locuteur", "By speaker"),
        Subject::Themes => pick(language, "Par thème", "By theme"),
        Subject::Documents => pick(language, "Par document", "By document"),
        Subject::Kinds => pick(language, "Par genre", "By kind"),
        Subject::Voices => pick(language, "Par voix", "By voice"),
    }
}

/// `et 12 autres`.
pub fn and_others(more: usize, language: Tongue) -> String {
    [
        pick(language, "Et ", "And "),
        &number(more, language),
        pick(language, " autres.", " others."),
    ]
    .concat()
}

/// What a lane says: `Le thème « souveraineté » apparaît dans 4 documents sur 5, surtout en 2017 (12
/// passages sur 30).` `chief` is when most is found, if that can be said, and how much.
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
        Subject::Speakers => label.to_string(),
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

/// The name of a voice.
pub fn voice(voice: Voice, language: Tongue) -> &'static str {
    match voice {
        Voice::Official => pick(language, "texte officiel", "official text"),
        Voice::Direct => pick(language, "parole citée", "quoted speech"),
        Voice::Reported => pick(language, "parole rapportée", "reported speech"),
        Voice::Narration => pick(language, "récit", "narration"),
    }
}

/// Whether something is the source's or the editor's.
pub fn basis(basis: Basis, language: Tongue) -> &'static str {
    match basis {
        Basis::Stated => pick(
            language,
            "date donnée par le texte",
            "date stated by the text",
        ),
        Basis::Inferred => pick(
            language,
            "date déduite par l’éditeur",
            "date inferred by the editor",
        ),
    }
}

/// Why a word is a hit, as a tooltip.
pub fn reason(reason: Reason, language: Tongue) -> &'static str {
    match reason {
        Reason::Exact => pick(language, "le mot même", "the very word"),
        Reason::Elided => pick(
            language,
            "le mot même, après une élision",
            "the very word, after an elision",
        ),
        Reason::Folded => pick(language, "aux accents près", "but for its accents"),
        Reason::Pattern => pick(language, "répond au motif", "fits the pattern"),
        Reason::Stem => pick(language, "même radical", "same stem"),
        Reason::Fuzzy => pick(
            language,
            "à une ou deux lettres près",
            "but for a letter or two",
        ),
        Reason::Theme => pick(language, "preuve du thème", "evidence of the theme"),
    }
}

/// The name of an order.
pub fn sort(sort: Sort, language: Tongue) -> &'static str {
    match sort {
        Sort::Relevance => pick(language, "par pertinence", "by relevance"),
        Sort::Oldest => pick(language, "du plus ancien au plus récent", "oldest first"),
        Sort::Newest => pick(language, "du plus récent au plus ancien", "newest first"),
    }
}

/// How words match, in a few words.
pub fn matching(matching: Matching, language: Tongue) -> &'static str {
    match matching {
        Matching::Stemmed => pick(language, "de même famille", "with their family"),
        Matching::Folded => pick(language, "aux accents près", "but for accents"),
        Matching::Exact => pick(language, "à la lettre", "to the letter"),
    }
}

/// What each way to match words does.
pub fn matching_hint(matching: Matching, language: Tongue) -> &'static str {
    match matching {
        Matching::Stemmed => pick(
            language,
            "Un mot trouve aussi ceux de même radical (pluriel, féminin, conjugaison), sans souci d’accents ni de majuscules.",
            "A word also finds those with its stem (plural, feminine, conjugation), whatever their accents and capitals.",
        ),
        Matching::Folded => pick(
            language,
            "Un mot ne trouve que lui-même, sans souci d’accents ni de majuscules.",
            "A word finds only itself, whatever its accents and capitals.",
        ),
        Matching::Exact => pick(
            language,
            "Un mot ne trouve que lui-même, avec ses accents\u{a0}; avec ses majuscules s’il en a.",
            "A word finds only itself, with its accents, and with its capitals if it has any.",
        ),
    }
}

/// The name of a field, by which the query language knows it too.
pub fn field(field: Field, language: Tongue) -> &'static str {
    match field {
        Field::Speaker => pick(language, "locuteur", "speaker"),
        Field::Voice => pick(language, "voix", "voice"),
        Field::Theme => pick(language, "thème", "theme"),
        Field::Document => pick(language, "document", "document"),
        Field::Kind => pick(language, "genre", "kind"),
        Field::Date => "date",
        Field::Mentions => pick(language, "évoque", "mentions"),
    }
}

/// What could not be read in a query, and how it was read.
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
    }
}

/// The name of a part of the page, for those who navigate by landmarks.
pub fn part(part: Part, language: Tongue) -> &'static str {
    match part {
        Part::Header => pick(language, "Présentation", "About"),
        Part::Search => pick(language, "Recherche", "Search"),
        Part::Facets => pick(language, "Voix et genres", "Voices and kinds"),
        Part::Timelines => pick(language, "Frise", "Timeline"),
        Part::Reader => pick(language, "Lecture", "Reading"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_plurals() {
        let check = |many: usize, french: &str, english: &str| {
            assert_eq!(passages(many, Tongue::French), french);
            assert_eq!(passages(many, Tongue::English), english);
        };
        check(0, "0\u{a0}passage", "0\u{a0}passages");
        check(1, "1\u{a0}passage", "1\u{a0}passage");
        check(2, "2\u{a0}passages", "2\u{a0}passages");
        check(
            1234567,
            "1\u{202f}234\u{202f}567\u{a0}passages",
            "1,234,567\u{a0}passages",
        );
    }

    #[test]
    fn a_phrase_is_quoted_once() {
        let check = |query: &str, french: &str, english: &str| {
            assert_eq!(quoted_query(query, Tongue::French), french);
            assert_eq!(quoted_query(query, Tongue::English), english);
        };
        check("a b", "«\u{a0}a b\u{a0}»", "“a b”");
        for phrase in ["\"a b\"", "«\u{a0}a b\u{a0}»", "“a b”"] {
            check(phrase, "«\u{a0}a b\u{a0}»", "“a b”");
        }
        // More than one phrase, or less.
        for query in [
            "\"a b\" \"c\"",
            "\"a b\"~8",
            "\"a b",
            "a \"b\"",
            "\"\"",
            "\"",
            "",
        ] {
            check(
                query,
                &format!("«\u{a0}{query}\u{a0}»"),
                &format!("“{query}”"),
            );
        }
        let without = Looser::Part("\"a b\"".to_string());
        assert_eq!(looser(&without, Tongue::French), "Sans «\u{a0}a b\u{a0}»");
        assert_eq!(looser(&without, Tongue::English), "Without “a b”");
    }

    #[test]
    fn decimals() {
        let check = |value: f64, decimals: usize, french: &str, english: &str| {
            assert_eq!(decimal(value, decimals, Tongue::French), french);
            assert_eq!(decimal(value, decimals, Tongue::English), english);
        };
        check(0.0, 1, "0,0", "0.0");
        check(12.346, 2, "12,35", "12.35");
        check(0.96, 1, "1,0", "1.0");
        check(1234.5, 1, "1\u{202f}234,5", "1,234.5");
        check(12.0, 0, "12", "12");
    }
}
