//! What tools work on.

use crate::crew::Crew;
use crate::tool::Setting;
use frise::components::Shared;
use frise::i18n;
use frise::state::State;
use frise_date::Tongue;
use frise_index::query::parse;
use frise_index::search::{Answer, Searcher};
use yew::prelude::*;

/// What a tool works on.
#[derive(Clone, PartialEq)]
pub struct Bench {
    /// The index, a copy of the app's.
    pub searcher: Shared<Searcher>,
    /// What the reader has chosen in the app.
    pub state: State,
    /// The tool with its settings.
    pub setting: Setting,
    /// The worker.
    pub crew: Shared<Crew>,
}

impl Bench {
    /// Returns the language of the interface.
    pub fn language(&self) -> Tongue {
        self.state.language
    }

    /// Returns what the search finds under the filters.
    pub fn answer(&self) -> Answer {
        let state = &self.state;
        let query = parse(&state.query).matched(state.matching);
        self.searcher.search(&query, &state.filters, state.sort)
    }

    /// Returns the string in the language of the interface.
    pub fn pick<'t>(&self, french: &'t str, english: &'t str) -> &'t str {
        i18n::pick(self.language(), french, english)
    }
}

/// Props of the tools.
#[derive(Clone, PartialEq, Properties)]
pub struct BenchProps {
    /// What the tool works on.
    pub bench: Bench,
}
