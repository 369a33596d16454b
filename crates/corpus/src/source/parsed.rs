//! What is read of the files of a corpus.

use super::lesson::StepPlace;
use super::problem::Problem;
use frise_index::model::Corpus;

/// A corpus without mistakes of form, and where its queries stand, so that whoever can read queries
/// tells mistakes in them at the right place.
#[derive(Debug)]
pub struct Parsed {
    /// The corpus, documents by date.
    pub corpus: Corpus,
    /// For each theme, then for each start: a problem without a message, at the query.
    pub query_places: Vec<Problem>,
    /// For each list of synonyms: a problem without a message, at its beginning.
    pub synonym_places: Vec<Problem>,
    /// For each step of each lesson, in order: where its view and its figure stand.
    pub(crate) step_places: Vec<StepPlace>,
}
