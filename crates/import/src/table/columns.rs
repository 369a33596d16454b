//! What the columns of a table mean: guessed from their names and from what they hold, and changed by a person.

use super::Table;
use crate::date::{DayMonth, read, read_timestamp, read_year};
use frise_text::{Language, fold};
use serde::{Deserialize, Serialize};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Column {
    /// Nothing that is asked for.
    Ignored,
    /// What is said or written.
    Text,
    /// Dates.
    Date,
    /// Numbers of years.
    Year,
    /// The title of the document.
    Title,
    /// Who speaks or writes.
    Speaker,
    /// The first name of who speaks.
    FirstName,
    /// What names the row.
    Id,
    /// The language.
    Language,
    /// The kind of document.
    Kind,
    /// Headings, the outermost first.
    Section,
    /// Where the text is from.
    Source,
    /// A keyword.
    Subject,
}

impl Column {
    /// All meanings, in the order in which they are offered.
    pub const ALL: [Column; 13] = [
        Column::Ignored,
        Column::Text,
        Column::Date,
        Column::Year,
        Column::Title,
        Column::Speaker,
        Column::FirstName,
        Column::Id,
        Column::Language,
        Column::Kind,
        Column::Section,
        Column::Source,
        Column::Subject,
    ];
}

/// Which rows make a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Rows {
    /// Neighbours of one date whose identifiers differ only in a number after their last `-`, or that have the same title;
    /// every other row by itself.
    #[default]
    Guessed,
    /// Every row.
    Each,
    /// Neighbours with the same title.
    SameTitle,
    /// Neighbours with the same date.
    SameDate,
    /// All rows of the table.
    All,
}

impl Rows {
    /// All ways, in the order in which they are offered.
    pub const ALL: [Rows; 5] = [
        Rows::Guessed,
        Rows::Each,
        Rows::SameTitle,
        Rows::SameDate,
        Rows::All,
    ];
}

/// Names of columns, folded; the best for each meaning first.
const NAMES: [(Column, &[&str]); 12] = [
    (
        Column::Text,
        &[
            "text",
            "texte",
            "full_text",
            "contenu",
            "content",
            "body",
            "corps",
            "discours",
            "speech",
            "intervention",
            "transcription",
            "transcript",
            "verbatim",
            "paragraphe",
            "paragraph",
            "tweet",
            "message",
            "commentaire",
            "comment",
            "reponse",
            "extrait",
            "citation",
            "article",
            "lettre",
        ],
    ),
    (
        Column::Date,
        &[
            "date",
            "date_publication",
            "publication_date",
            "date de publication",
            "datetime",
            "date_seance",
            "created_at",
            "createdat",
            "published",
            "published_at",
            "publishedat",
            "pubdate",
            "timestamp",
            "jour",
            "day",
            "quand",
            "when",
        ],
    ),
    (Column::Year, &["year", "annee", "an"]),
    (
        Column::Title,
        &[
            "title", "titre", "headline", "intitule", "objet", "document", "doc", "oeuvre", "work",
        ],
    ),
    (
        Column::Speaker,
        &[
            "speaker",
            "speaker_name",
            "locuteur",
            "locutrice",
            "orateur",
            "orateurs",
            "intervenant",
            "president",
            "auteur",
            "author",
            "auteurs",
            "authors",
            "creator",
            "username",
            "user",
            "user.name",
            "screen_name",
            "journaliste",
            "by",
            "qui",
            "who",
            "nom",
            "name",
        ],
    ),
    (Column::FirstName, &["firstname", "first_name", "prenom"]),
    (
        Column::Id,
        &[
            "id",
            "identifiant",
            "identifier",
            "doc_id",
            "docid",
            "text_id",
            "ref",
            "code",
            "fichier",
            "file",
            "filename",
        ],
    ),
    (Column::Language, &["language", "langue", "lang"]),
    (
        Column::Kind,
        &["kind", "type", "genre", "categorie", "category"],
    ),
    (
        Column::Section,
        &["section", "rubrique", "chapitre", "chapter"],
    ),
    (
        Column::Source,
        &[
            "source",
            "journal",
            "media",
            "publication",
            "publisher",
            "editeur",
            "url",
        ],
    ),
    (
        Column::Subject,
        &["tags", "keywords", "mots-cles", "subject", "sujet", "theme"],
    ),
];

/// Returns whether a name is that of a column that means something.
pub(super) fn is_known(name: &str) -> bool {
    let name = fold(name.trim());
    NAMES
        .iter()
        .any(|(_, names)| names.contains(&name.as_str()))
}

/// Returns what each column of a table means, as far as it can be guessed: by name, or by what stands in it for dates and
/// texts.
pub(crate) fn guess(table: &Table) -> Vec<Column> {
    let mut meanings = guess_metadata(table);
    if !meanings.contains(&Column::Text)
        && let Some(place) = longest(table, &meanings)
    {
        meanings[place] = Column::Text;
    }
    meanings
}

/// Returns what each column of a table means that tells of texts which stand elsewhere: a long title is no text.
pub(crate) fn guess_metadata(table: &Table) -> Vec<Column> {
    let folded: Vec<String> = table.columns.iter().map(|name| fold(name.trim())).collect();
    let mut meanings = vec![Column::Ignored; folded.len()];
    for (meaning, names) in NAMES {
        let place = names.iter().find_map(|name| {
            let is_free = |place: &usize| meanings[*place] == Column::Ignored;
            (0..folded.len())
                .filter(is_free)
                .find(|place| folded[*place] == *name)
        });
        if let Some(place) = place {
            meanings[place] = meaning;
        }
    }
    let has = |meanings: &[Column], meaning| meanings.contains(&meaning);
    if !has(&meanings, Column::Date) && !has(&meanings, Column::Year) {
        let mut free = (0..folded.len()).filter(|place| meanings[*place] == Column::Ignored);
        let dates = free.find(|place| holds_dates(table, *place));
        if let Some(place) = dates {
            meanings[place] = Column::Date;
        }
    }
    meanings
}

/// Returns whether nearly all cells of a column are days.
fn holds_dates(table: &Table, column: usize) -> bool {
    let cells = || {
        table
            .sample()
            .map(|row| table.cell(row, column))
            .filter(|cell| !cell.is_empty())
    };
    let date = |cell: &&str| {
        let has_parts =
            cell.len() >= 8 && cell.len() <= 40 && cell.contains(|c: char| c.is_ascii_digit());
        has_parts
            && cell.parse::<f64>().is_err()
            && read(cell, DayMonth::DayFirst, Language::Other).is_some()
    };
    let all = cells().count();
    all > 0 && cells().filter(date).count() * 10 >= all * 8
}

/// Returns the column whose cells are longest, if they are long enough to be texts.
fn longest(table: &Table, meanings: &[Column]) -> Option<usize> {
    let length = |column: usize| -> usize {
        table
            .sample()
            .map(|row| table.cell(row, column).len())
            .sum()
    };
    let is_free = |place: &usize| {
        matches!(
            meanings[*place],
            Column::Ignored | Column::Title | Column::Subject
        )
    };
    let place = (0..table.columns.len())
        .filter(is_free)
        .max_by_key(|place| length(*place))?;
    let rows = table.sample().count().max(1);
    let words = table
        .sample()
        .any(|row| table.cell(row, place).contains(' '));
    (length(place) / rows >= 20 && words || table.columns.len() == 1).then_some(place)
}

/// Reads a cell of a column of dates or years.
pub(crate) fn read_cell(
    cell: &str,
    column: Column,
    order: DayMonth,
    language: Language,
) -> Option<crate::date::Reading> {
    let plain = |date| crate::date::Reading {
        date,
        doubt: false,
        order: None,
    };
    let number = cell
        .trim_start_matches('-')
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    match column {
        Column::Year => read_year(cell)
            .map(plain)
            .or_else(|| read(cell, order, language)),
        _ if number && cell.len() <= 3 => read_year(cell).map(plain),
        _ => read(cell, order, language).or_else(|| read_timestamp(cell).map(plain)),
    }
}
