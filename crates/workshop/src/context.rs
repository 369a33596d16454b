//! What a tool works on: the index, the state of the app, the settings of the tool, and the worker.

use crate::tool::Setting;
use crate::worker::WorkerHandle;
use frise::components::Shared;
use frise::i18n;
use frise::state::State;
use frise_date::Tongue;
use frise_index::query::parse;
use frise_index::search::{Answer, Searcher};
use yew::prelude::*;

/// The context of a tool.
#[derive(Clone, PartialEq)]
pub struct ToolContext {
    /// The index, a copy of the app's.
    pub searcher: Shared<Searcher>,
    /// What the reader has chosen in the app.
    pub state: State,
    /// The tool with its settings.
    pub setting: Setting,
    /// The worker.
    pub worker: Shared<WorkerHandle>,
}

impl ToolContext {
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
pub struct ToolProps {
    /// The context of the tool.
    pub context: ToolContext,
}
