//! The names of fields, voices, orders, units and parts of the page.

use super::pick;
use crate::state::{Part, Subject};
use frise_date::Tongue;
use frise_index::concordance::Key;
use frise_index::model::{Basis, Voice};
use frise_index::query::{Field, Matching};
use frise_index::search::{Reading, Reason, Sort};
use frise_index::timeline::Unit;

/// Returns the name of a sort key of the concordance.
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

/// Returns the name of a unit of time.
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

/// Returns the caption of the table of a subject.
pub fn by(subject: Subject, language: Tongue) -> &'static str {
    match subject {
        Subject::Speakers => pick(language, "Par locuteur", "By speaker"),
        Subject::Themes => pick(language, "Par thème", "By theme"),
        Subject::Documents => pick(language, "Par document", "By document"),
        Subject::Kinds => pick(language, "Par genre", "By kind"),
        Subject::Voices => pick(language, "Par voix", "By voice"),
    }
}

/// Returns the name of a voice.
pub fn voice(voice: Voice, language: Tongue) -> &'static str {
    match voice {
        Voice::Official => pick(language, "texte officiel", "official text"),
        Voice::Direct => pick(language, "parole citée", "quoted speech"),
        Voice::Reported => pick(language, "parole rapportée", "reported speech"),
        Voice::Narration => pick(language, "récit", "narration"),
    }
}

/// Returns whether a date is the source's or the editor's.
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

/// Returns the reason of a hit, as a tooltip.
pub fn reason(reason: Reason, language: Tongue) -> &'static str {
    match reason {
        Reason::Exact | Reason::Elided => pick(language, "le mot même", "the very word"),
        Reason::Folded => pick(language, "aux accents près", "but for its accents"),
        Reason::Pattern => pick(language, "répond au motif", "fits the pattern"),
        Reason::Stem => pick(language, "même radical", "same stem"),
        Reason::Fuzzy => pick(
            language,
            "à une ou deux lettres près",
            "but for a letter or two",
        ),
        Reason::Synonym => pick(
            language,
            "synonyme, selon l’éditeur",
            "a synonym, says the editor",
        ),
        Reason::Theme => pick(language, "preuve du thème", "evidence of the theme"),
    }
}

/// Returns what a score tells where words of a query are near each other.
pub fn nearness(language: Tongue) -> &'static str {
    pick(
        language,
        "mots demandés proches l’un de l’autre",
        "words that are near each other",
    )
}

/// Returns what a score tells of how strictly a passage matches.
pub fn reading(reading: Reading, language: Tongue) -> &'static str {
    match reading {
        Reading::Written => pick(
            language,
            "répond tel qu’écrit\u{a0}: passe devant les autres formes",
            "matches as written: before all other forms",
        ),
        Reading::Folded => pick(
            language,
            "répond aux accents près\u{a0}: passe devant les mots de même radical",
            "matches but for accents: before words of the same stem",
        ),
        Reading::Any => pick(
            language,
            "répond par d’autres formes",
            "matches by other forms",
        ),
    }
}

/// Returns the name of an order.
pub fn sort(sort: Sort, language: Tongue) -> &'static str {
    match sort {
        Sort::Relevance => pick(language, "par pertinence", "by relevance"),
        Sort::Oldest => pick(language, "du plus ancien au plus récent", "oldest first"),
        Sort::Newest => pick(language, "du plus récent au plus ancien", "newest first"),
    }
}

/// Returns the name of a way for words to match.
pub fn matching(matching: Matching, language: Tongue) -> &'static str {
    match matching {
        Matching::Stemmed => pick(language, "de même famille", "with their family"),
        Matching::Folded => pick(language, "aux accents près", "but for accents"),
        Matching::Exact => pick(language, "à la lettre", "to the letter"),
    }
}

/// Returns what a way for words to match does.
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

/// Returns the name of a field, which the query language accepts too.
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

/// Returns the name of a part of the page, as the label of its landmark.
pub fn part(part: Part, language: Tongue) -> &'static str {
    match part {
        Part::Header => pick(language, "Présentation", "About"),
        Part::Search => pick(language, "Recherche", "Search"),
        Part::Facets => pick(language, "Voix et genres", "Voices and kinds"),
        Part::Timelines => pick(language, "Frise", "Timeline"),
        Part::Reader => pick(language, "Lecture", "Reading"),
    }
}
