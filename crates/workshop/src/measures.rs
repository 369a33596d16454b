//! Statistics: functions from an index, a view and settings to a [`Report`]. The worker runs them.

pub mod classes;
mod collocates;
mod compare;
mod dispersion;
mod graph;
pub mod help;
pub mod map;
pub mod part;
mod segments;
mod similar;
mod threads;
mod vocabulary;
mod words;

use crate::report::Report;
use crate::tool::{Setting, Tool};
use frise::state::State;
use frise_date::Tongue;
use frise_index::Index;
use frise_index::search::{Filters, Scope, Searcher};
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
    fn recipe(&self) -> Vec<(String, String)> {
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

/// Returns what the reader has to do in the app before a tool has anything to compute.
fn needed_first(subject: &Subject) -> Option<&'static str> {
    let language = subject.language();
    let has_query = !subject.state.query.trim().is_empty();
    let (french, english) = match subject.setting.tool {
        Tool::Similar if subject.state.passage.is_none() => (
            "Ouvrez d’abord un passage\u{a0}: ceux qui lui ressemblent sont listés ici.",
            "Open a passage first: those that are like it are listed here.",
        ),
        Tool::Collocates if !has_query => (
            "Cherchez d’abord un mot ou une expression\u{a0}: les mots qui l’entourent sont listés ici.",
            "Search for a word or a phrase first: the words around it are listed here.",
        ),
        Tool::Dispersion if !has_query && subject.setting.get("with").is_none() => (
            "Cherchez d’abord un mot ou une expression, ou écrivez-en ci-dessus.",
            "Search for a word or a phrase first, or write some above.",
        ),
        _ => return None,
    };
    Some(frise::i18n::pick(language, french, english))
}

/// Returns an index of the words in the voices that filters leave; `None` if they leave all.
pub fn limited(index: &Index, filters: &Filters) -> Option<Index> {
    let scope = Scope::of(filters);
    (!scope.is_everything()).then(|| index.limited(|run| scope.has_run(run)))
}

/// Computes the statistic of a tool.
///
/// # Errors
/// Returns a sentence that says why there are no figures, in the language of the interface.
pub fn measure(subject: &Subject) -> Result<Report, String> {
    if let Some(first) = needed_first(subject) {
        return Err(first.to_string());
    }
    let limited = limited(subject.searcher.index(), &subject.state.filters);
    let index = limited.as_ref().unwrap_or(subject.searcher.index());
    let report = match subject.setting.tool {
        Tool::Compare => compare::report(subject),
        Tool::Collocates => collocates::report(subject, index),
        Tool::Dispersion => dispersion::report(subject, index),
        Tool::Segments => segments::report(subject, index),
        Tool::Similar => similar::report(subject),
        Tool::Vocabulary => vocabulary::report(subject, index),
        Tool::Map => map::report(subject, index),
        Tool::Classes => classes::report(subject, index),
        Tool::Texts | Tool::Cite | Tool::Export | Tool::Notebook => Ok(Report::default()),
    };
    let mut report = report.map_err(|error| words::error(&error, subject.language()))?;
    // Passages that are alike are compared as wholes, and parts that are compared are named with their voices.
    if !matches!(subject.setting.tool, Tool::Similar | Tool::Compare) {
        let words = part::counted_words(subject.state, subject.searcher.index());
        report.sentences.extend(words.map(|words| words + "."));
    }
    Ok(report)
}

#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod tests;
