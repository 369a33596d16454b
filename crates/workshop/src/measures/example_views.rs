//! Example views, which are offered where a tool has nothing to compute yet.

use super::part::{Part, choices};
use super::subject::Subject;
use crate::tool::{Setting, Tool};
use frise::state::State;
use frise::{i18n, url};
use std::cmp::Reverse;

/// The most views that are offered of a kind.
const MOST: usize = 4;

/// Returns views that give a tool something to compute, as names and addresses; none where a filter is in the way, which the
/// reader can take back.
pub fn example_views(subject: &Subject) -> Vec<(String, String)> {
    match subject.setting.tool {
        Tool::Compare => pairs_of_parts(subject),
        Tool::Collocates | Tool::Dispersion => first_searches(subject),
        Tool::Similar => first_passages(subject),
        _ => Vec::new(),
    }
}

/// Returns the speakers with most passages beside one another, the first text beside the last, and speakers beside the rest.
fn pairs_of_parts(subject: &Subject) -> Vec<(String, String)> {
    let index = subject.searcher.index();
    let choices = choices(index, subject.language());
    let of_kind = |kind: &'static str| {
        let of_kind = choices.iter().map(|(value, _)| value.as_str());
        of_kind.filter(move |value| value.starts_with(kind))
    };
    let passages = |value: &&str| {
        let part = Part::parse(Some(value), Part::Rest, index).passages(subject);
        part.map_or(0, |passages| passages.count())
    };
    let mut speakers: Vec<&str> = of_kind("speaker:")
        .filter(|value| passages(value) > 0)
        .collect();
    speakers.sort_by_key(|value| Reverse(passages(value)));
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    if let [first, second, ..] = speakers[..] {
        pairs.push((first, second));
    }
    if let (Some(first), Some(last)) = (of_kind("doc:").next(), of_kind("doc:").next_back())
        && first != last
    {
        pairs.push((first, last));
    }
    pairs.extend(speakers.iter().skip(1).map(|value| (*value, "rest")));
    let view = |(a, b): (&str, &str)| {
        let name = |value: &str| Part::parse(Some(value), Part::Rest, index).name(subject);
        let setting = Setting::of(Tool::Compare).with("a", a).with("b", b);
        let name = [&name(a), " / ", &name(b)].concat();
        (name, address(subject, &setting, State::default()))
    };
    pairs.into_iter().take(MOST).map(view).collect()
}

/// Returns the searches of the corpus for newcomers.
fn first_searches(subject: &Subject) -> Vec<(String, String)> {
    let starts = subject.searcher.index().about().starts.iter();
    let view = |start: &frise_index::model::Start| {
        let state = State {
            query: start.query.clone(),
            ..State::default()
        };
        let name = i18n::quoted_query(&start.query, subject.language());
        (name, address(subject, subject.setting, state))
    };
    starts.take(MOST).map(view).collect()
}

/// Returns the first passages of texts.
fn first_passages(subject: &Subject) -> Vec<(String, String)> {
    let documents = subject.searcher.index().documents().iter();
    let view = |document: &frise_index::IndexedDocument| {
        let state = State {
            passage: Some(document.passages.start),
            ..State::default()
        };
        let short = i18n::of(&document.metadata.short, subject.language());
        let name = [short, i18n::PLACE_SIGN, "1"].concat();
        (name, address(subject, subject.setting, state))
    };
    documents.take(MOST).map(view).collect()
}

fn address(subject: &Subject, setting: &Setting, state: State) -> String {
    let view = State {
        tool: Some(setting.print()),
        language: subject.language(),
        corpus: subject.state.corpus.clone(),
        ..state
    };
    url::print(&view, subject.searcher.index())
}
