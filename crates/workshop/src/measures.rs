//! Statistics: functions from an index, a view and settings to a [`Report`]. The worker runs them.
//!
//! A new measure is a function of numbers in `crates/stats`, a variant of [`Tool`], a module here with a function `report`,
//! an arm in [`measure`], and a text in [`help`]; its settings are fields in `tools/statistics.rs`.

pub mod classes;
mod collocates;
mod compare;
mod dispersion;
pub mod example_views;
mod graph;
pub mod help;
mod link;
pub mod map;
mod messages;
pub mod part;
mod segments;
mod similar;
mod subject;
mod threads;
mod vocabulary;

use crate::report::Report;
use crate::tool::Tool;
use frise_index::Index;
use frise_index::search::{Filters, Scope};

pub use subject::Subject;

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
    let mut report = report.map_err(|error| messages::error(&error, subject.language()))?;
    // Passages that are alike are compared as wholes, and parts that are compared are named with their voices.
    if !matches!(subject.setting.tool, Tool::Similar | Tool::Compare) {
        let words = part::counted_words(subject.state, subject.searcher.index());
        report.sentences.extend(words.map(|words| words + "."));
        let others = part::words_of_others(subject.searcher, subject.state, subject.language());
        report.sentences.extend(others);
    }
    Ok(report)
}

#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod links_tests;
#[cfg(test)]
mod tests;
