//! Filters by what is known of a passage.

use crate::model::Voice;
use frise_date::Day;

/// The filters of a search. A passage must pass each filter; a filter without values passes all.
///
/// The values of one filter are alternatives. A speaker and a voice must be those of the same span. Voices also limit the words
/// in which a query and the themes are looked for, as [`Scope`](super::Scope) tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// The first day that the date of the document may have.
    pub from: Option<Day>,
    /// The last day that the date of the document may have.
    pub to: Option<Day>,
    /// Whether documents without a date pass, whatever the two bounds. Without bounds, only these pass.
    pub undated: bool,
    /// The first day that a mentioned date may have.
    pub mentioned_from: Option<Day>,
    /// The last day that a mentioned date may have. Where there are two bounds, one date must meet both.
    pub mentioned_to: Option<Day>,
    /// The speakers.
    pub speakers: Vec<u32>,
    /// The voices.
    pub voices: Vec<Voice>,
    /// The themes.
    pub themes: Vec<u32>,
    /// The documents.
    pub documents: Vec<u32>,
    /// The kinds of documents.
    pub kinds: Vec<u32>,
}

impl Filters {
    /// Returns whether no filter is set.
    pub fn is_empty(&self) -> bool {
        *self == Filters::default()
    }
}
