//! What the reader has chosen, and how it changes. Everything that a link must reproduce is here, and nothing else: no result,
//! no measure of the screen.

mod action;
mod choice;
mod effect;
mod frame;
mod reduce;
mod replay;
mod timelines;

pub use action::Action;
pub use choice::Choice;
pub use effect::{Effect, History, Note, Notes};
pub use frame::{Frame, Lock, Part};
pub use reduce::reduce;
pub use replay::{Replay, TOUR};
pub use timelines::{Colour, MOST_WORDS, Measure, Subject, Timelines};

use frise_date::Tongue;
use frise_index::concordance::Key;
use frise_index::query::Matching;
use frise_index::search::{Filters, Sort};
use std::ops::Range;

/// The state of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The query as typed.
    pub query: String,
    /// How plain words of the query match.
    pub matching: Matching,
    /// What is filtered out.
    pub filters: Filters,
    /// The order of the passages.
    pub sort: Sort,
    /// How the answer is listed.
    pub listing: Listing,
    /// The sort keys of the concordance; empty for reading order.
    pub keys: Vec<Key>,
    /// How many words a line of the concordance shows on either side.
    pub context: u32,
    /// Whether the timelines are shown as pictures, tables or sentences.
    pub presentation: Presentation,
    /// How the timelines are drawn.
    pub timelines: Timelines,
    /// The language of the interface.
    pub language: Tongue,
    /// The passage that is being read, by its place in the index.
    pub passage: Option<u32>,
    /// How many passages behind it are meant with it: four, where a link names a run such as `#livre-blanc-2010.p3-7`.
    pub run: u32,
    /// How another page embeds this one.
    pub frame: Frame,
    /// The lesson that is replayed.
    pub lesson: Option<Replay>,
    /// The tool of the workshop that is shown, with its settings.
    pub tool: Option<String>,
    /// The file beside the page whose index is shown instead of the page's own.
    pub corpus: Option<String>,
}

/// How the timelines are presented.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Presentation {
    /// As pictures.
    #[default]
    Picture,
    /// As tables.
    Table,
    /// In words.
    Sentence,
}

/// How the answer is listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listing {
    /// As passages.
    #[default]
    Passages,
    /// As a concordance: a line for each hit.
    Concordance,
}

/// The numbers of words that a line of the concordance may show on either side; the second is the default.
pub const CONTEXTS: [u32; 5] = [5, 10, 15, 25, 50];

/// The largest number of sort keys of the concordance.
pub const MOST_KEYS: usize = 2;

impl Default for State {
    fn default() -> State {
        State {
            query: String::new(),
            matching: Matching::default(),
            filters: Filters::default(),
            sort: Sort::default(),
            listing: Listing::default(),
            keys: Vec::new(),
            context: CONTEXTS[1],
            presentation: Presentation::default(),
            timelines: Timelines::default(),
            language: Tongue::French,
            passage: None,
            run: 0,
            frame: Frame::default(),
            lesson: None,
            tool: None,
            corpus: None,
        }
    }
}

impl State {
    /// Returns whether a tool is shown that reads the texts of the corpus: all do but the one for texts of one's own.
    pub fn has_tool_on_texts(&self) -> bool {
        let name = |tool: &String| tool.split(';').next() != Some("texts");
        self.tool.as_ref().is_some_and(name)
    }

    /// Returns the passage that is being read, with those that are meant with it.
    pub fn opened(&self) -> Option<Range<u32>> {
        self.passage
            .map(|first| first..first.saturating_add(self.run).saturating_add(1))
    }

    /// Returns whether every passage is shown.
    pub fn is_unfiltered(&self) -> bool {
        self.query.trim().is_empty() && self.filters.is_empty()
    }

    /// Returns whether a value is chosen.
    pub fn holds(&self, choice: Choice) -> bool {
        match choice {
            Choice::Speaker(place) => self.filters.speakers.contains(&place),
            Choice::Voice(voice) => self.filters.voices.contains(&voice),
            Choice::Theme(place) => self.filters.themes.contains(&place),
            Choice::Document(place) => self.filters.documents.contains(&place),
            Choice::Kind(place) => self.filters.kinds.contains(&place),
            Choice::Undated => self.filters.undated,
        }
    }
}
