//! What a person decides after seeing what was understood.

use crate::date::DayMonth;
use crate::passages::Passages;
use crate::table::{Column, Rows};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a person decides. The default decides nothing.
///
/// Dates are as a person types them, and are read as dates in files are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The title of the corpus.
    pub title: String,
    /// What the corpus is, in one sentence.
    pub sentence: String,
    /// Which number comes first in `05/06/2016`, where no date of the same table proves it.
    pub day_month: Option<DayMonth>,
    /// What a passage is.
    pub passages: Passages,
    /// The date of all documents that have none.
    pub date: String,
    /// Who speaks where nobody is named.
    pub speaker: String,
    /// The language of all documents, as a BCP 47 tag.
    pub language: String,
    /// What the columns of a table hold, by the path of its file. Columns beyond the list are guessed.
    pub columns: BTreeMap<String, Vec<Column>>,
    /// Which rows of a table make a document, by the path of its file.
    pub rows: BTreeMap<String, Rows>,
    /// Changes to documents, by [`Draft::key`](crate::Draft::key).
    pub documents: BTreeMap<String, DocumentChange>,
    /// Changes to speakers, by [`SpeakerDraft::id`](crate::SpeakerDraft::id).
    pub speakers: BTreeMap<String, SpeakerChange>,
    /// The themes of the corpus, in their order.
    pub themes: Vec<ThemeDraft>,
}

/// What a person changes of a document; what is empty stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DocumentChange {
    /// The title.
    pub title: String,
    /// The date, or `-` for none.
    pub date: String,
    /// Who speaks where nobody is named.
    pub speaker: String,
    /// The language.
    pub language: String,
    /// Whether the document is left out.
    pub skip: bool,
}

/// What a person changes of a speaker.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SpeakerChange {
    /// The name. Speakers of the same name are one.
    pub name: String,
    /// The role.
    pub role: String,
    /// Whether this is a body, such as a government, rather than a person.
    pub is_body: bool,
}

/// A theme that a person makes: a named query.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ThemeDraft {
    /// The label.
    pub label: String,
    /// What counts as evidence.
    pub definition: String,
    /// The query.
    pub query: String,
}
