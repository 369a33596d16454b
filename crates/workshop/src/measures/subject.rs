//! What a statistic is computed from.

use crate::tool::Setting;
use frise::state::State;
use frise_date::Tongue;
use frise_index::search::Searcher;
use frise_stats::Level;

/// What a statistic is computed from.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The index.
    pub searcher: &'a Searcher,
    /// What the reader has chosen in the app.
    pub state: &'a State,
    /// The settings of the tool.
    pub setting: &'a Setting,
}

impl Subject<'_> {
    /// Returns the language of the interface.
    pub fn language(&self) -> Tongue {
        self.state.language
    }

    /// Returns the string in the language of the interface.
    pub fn pick<'t>(&self, french: &'t str, english: &'t str) -> &'t str {
        frise::i18n::pick(self.language(), french, english)
    }

    /// Returns the level at which words are told apart.
    pub fn level(&self) -> Level {
        match self.setting.get("words") {
            Some("form") => Level::Form,
            Some("stem") => Level::Stem,
            _ => Level::Folded,
        }
    }

    /// Returns a setting that is a number, or the default.
    pub fn number(&self, key: &str, default: u32) -> u32 {
        let value = self.setting.get(key).and_then(|value| value.parse().ok());
        value.unwrap_or(default)
    }

    /// Returns the recipe that every report begins with.
    pub fn recipe(&self) -> Vec<(String, String)> {
        let index = self.searcher.index();
        let about = index.about();
        [
            (self.pick("corpus", "corpus"), about.id.clone()),
            (
                self.pick("version de l’index", "version of the index"),
                index.version().to_string(),
            ),
            (
                self.pick("vue", "view"),
                frise::url::print(self.state, index),
            ),
        ]
        .map(|(name, value)| (name.to_string(), value))
        .to_vec()
    }
}
