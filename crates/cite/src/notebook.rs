//! A notebook: passages, hits and figures that a reader collects, with notes, in an order of their own.
//!
//! It is stored as JSON, with the corpus and the version that it was made with.

mod docx;
mod layout;
mod link;
mod outline;

use std::fmt;

use frise_index::Index;
use serde::{Deserialize, Serialize};

use crate::reference::{Choice, Reference, Setting};

pub use link::LONGEST_LINK;
pub use outline::{Block, Outline};

/// The name of the format.
const FORMAT: &str = "frise-notebook";

/// The version of the format that is written, and the latest that is read.
const FORMAT_VERSION: u32 = 1;

/// What a reader has collected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notebook {
    format: String,
    format_version: u32,
    /// The id of the corpus.
    pub corpus: String,
    /// The version of the corpus that the ids and figures were taken from.
    pub version: String,
    /// The title, or the empty string.
    #[serde(default)]
    pub title: String,
    /// What was collected, in the order of the reader.
    #[serde(default)]
    pub items: Vec<Item>,
}

/// Something collected, with a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What was collected.
    #[serde(flatten)]
    pub content: Content,
    /// The note of the reader, or the empty string.
    #[serde(default)]
    pub note: String,
}

/// What was collected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Content {
    /// A passage or a run of passages, or a quotation from it.
    Passage {
        /// The id, such as `strategie-2017.p42` or `strategie-2017.p42-45`.
        id: String,
        /// The part that is quoted; the whole passage if it is empty.
        #[serde(default)]
        quote: String,
    },
    /// A line of a concordance.
    Hit {
        /// The id of the passage.
        id: String,
        /// The words before the hit.
        left: String,
        /// The hit.
        hit: String,
        /// The words after the hit.
        right: String,
    },
    /// A figure or a statistic.
    Figure {
        /// What it shows.
        title: String,
        /// The address of the view that shows it.
        address: String,
        /// The names of the columns of its numbers.
        #[serde(default)]
        head: Vec<String>,
        /// Its numbers, row by row.
        #[serde(default)]
        rows: Vec<Vec<String>>,
    },
}

/// Why a file is not read as a notebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotebookError {
    /// It is not JSON, or lacks what a notebook has.
    NotANotebook(String),
    /// It was written by a later version of Frise, in this version of the format.
    TooNew(u32),
}

impl fmt::Display for NotebookError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotebookError::NotANotebook(reason) => write!(
                formatter,
                "expected a notebook that Frise saved, found another file ({reason}); choose a file whose name ends in .json"
            ),
            NotebookError::TooNew(version) => write!(
                formatter,
                "expected a notebook of format {FORMAT_VERSION}, found {version}; open it with the version of Frise that saved it"
            ),
        }
    }
}

impl std::error::Error for NotebookError {}

/// How a notebook and an index fit together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fit {
    /// The id of the other corpus that the notebook was made with.
    pub other_corpus: Option<String>,
    /// The other version of the corpus that it was made with.
    pub other_version: Option<String>,
    /// The items whose passages the index does not have, by their places, with the id of the nearest passage.
    pub missing: Vec<(usize, Option<String>)>,
    /// The items whose quotation or hit is no longer in their passages, by their places.
    pub changed: Vec<usize>,
}

impl Fit {
    /// Whether everything is as it was collected.
    pub fn is_whole(&self) -> bool {
        *self == Fit::default()
    }
}

impl Notebook {
    /// Makes an empty notebook for an index.
    pub fn new(index: &Index) -> Notebook {
        Notebook {
            format: FORMAT.to_owned(),
            format_version: FORMAT_VERSION,
            corpus: index.about().id.clone(),
            version: index.version(),
            title: String::new(),
            items: Vec::new(),
        }
    }

    /// Returns the notebook as JSON.
    pub fn to_json(&self) -> String {
        let mut json = serde_json::to_string_pretty(self).unwrap_or_default();
        json.push('\n');
        json
    }

    /// Reads a notebook.
    ///
    /// # Errors
    /// Returns an error if the text is no notebook, or one of a later format.
    pub fn from_json(json: &str) -> Result<Notebook, NotebookError> {
        #[derive(Deserialize)]
        struct Head {
            format: String,
            format_version: u32,
        }
        let json = json.trim_start_matches('\u{feff}');
        let other = |error: serde_json::Error| NotebookError::NotANotebook(error.to_string());
        let head: Head = serde_json::from_str(json).map_err(other)?;
        if head.format != FORMAT {
            return Err(NotebookError::NotANotebook(format!(
                "its format is {}",
                head.format
            )));
        }
        if head.format_version > FORMAT_VERSION {
            return Err(NotebookError::TooNew(head.format_version));
        }
        serde_json::from_str(json).map_err(other)
    }

    /// Compares the notebook with an index.
    pub fn fit(&self, index: &Index) -> Fit {
        let differs = |own: &str, other: &str| (own != other).then(|| own.to_owned());
        let mut fit = Fit {
            other_corpus: differs(&self.corpus, &index.about().id),
            other_version: differs(&self.version, &index.version()),
            ..Fit::default()
        };
        for (place, item) in self.items.iter().enumerate() {
            let Some((id, quote)) = item.content.quoted() else {
                continue;
            };
            match index.passages_of_id(id) {
                None => {
                    let nearest = index.nearest_passage(id);
                    let nearest = nearest.map(|passage| index.passage_id(passage));
                    fit.missing.push((place, nearest));
                }
                Some(passages) => {
                    let texts = passages.map(|passage| index.text_of(passage));
                    let text = texts.collect::<Vec<_>>().join("\n");
                    if !text.contains(quote) {
                        fit.changed.push(place);
                    }
                }
            }
        }
        fit
    }

    /// Returns the references of the documents that are cited, each once, in the order of a bibliography.
    pub fn bibliography(&self, index: &Index, setting: &Setting) -> Vec<Reference> {
        let mut documents: Vec<usize> = Vec::new();
        for item in &self.items {
            let passages = item
                .content
                .quoted()
                .and_then(|(id, _)| index.passages_of_id(id));
            let Some(passages) = passages else { continue };
            let document = index.document_of(passages.start);
            if !documents.contains(&document) {
                documents.push(document);
            }
        }
        let references = documents.into_iter();
        let mut references: Vec<Reference> = references
            .filter_map(|number| Reference::of(index, &Choice::Document(number), setting))
            .collect();
        references.sort_by_cached_key(|reference| {
            let author = reference.authors.first();
            let author = author.map_or_else(|| reference.title.clone(), |author| author.sorted());
            (
                author.to_lowercase(),
                reference.date.map(|date| date.earliest()),
            )
        });
        references
    }
}

impl Content {
    /// The id of the passages and what is quoted of them.
    fn quoted(&self) -> Option<(&str, &str)> {
        match self {
            Content::Passage { id, quote } => Some((id, quote)),
            Content::Hit { id, hit, .. } => Some((id, hit)),
            Content::Figure { .. } => None,
        }
    }
}
