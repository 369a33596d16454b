//! A value of a facet.

use frise_index::Index;
use frise_index::model::Voice;

/// A value of a facet, which a reader adds to the filters and removes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A place among the speakers.
    Speaker(u32),
    /// A voice.
    Voice(Voice),
    /// A place among the themes.
    Theme(u32),
    /// A place among the documents.
    Document(u32),
    /// A place among the kinds.
    Kind(u32),
    /// The documents without a date.
    Undated,
}

impl Choice {
    /// Returns the facet and the id as the query language writes them, such as `speaker:xi-jinping`.
    pub fn name(self, index: &Index) -> String {
        let about = index.about();
        let (field, id) = match self {
            Choice::Speaker(place) => (
                "speaker",
                about
                    .speakers
                    .get(place as usize)
                    .map(|speaker| speaker.id.as_str()),
            ),
            Choice::Voice(voice) => ("voice", Some(voice.id())),
            Choice::Theme(place) => (
                "theme",
                about
                    .themes
                    .get(place as usize)
                    .map(|theme| theme.id.as_str()),
            ),
            Choice::Document(place) => (
                "doc",
                index
                    .documents()
                    .get(place as usize)
                    .map(|document| document.metadata.id.as_str()),
            ),
            Choice::Kind(place) => (
                "kind",
                about.kinds.get(place as usize).map(|kind| kind.id.as_str()),
            ),
            Choice::Undated => ("date", Some("")),
        };
        format!("{field}:{}", id.unwrap_or_default())
    }
}
