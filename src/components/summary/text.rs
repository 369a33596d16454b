//! What is found, and under which filters, in words.

use crate::components::View;
use crate::i18n;
use crate::state::{Action, Choice};
use frise_date::phrase_range;
use frise_index::model::Bilingual;

/// Returns how many passages are found, of how many, in how many documents.
pub fn count(view: &View) -> String {
    let index = view.searcher.index();
    let matched = &view.answer.matched;
    let documents = index.documents().iter();
    let in_documents = documents.filter(|document| matched.count_within(&document.passages) > 0);
    i18n::found(
        view.answer.passages.len(),
        index.passages() as usize,
        in_documents.count(),
        index.documents().len(),
        view.language(),
    )
}

/// Returns the time span of what is found, and the document that holds most of it; `None` if nothing is found.
pub fn sentence(view: &View) -> Option<String> {
    let index = view.searcher.index();
    let matched = &view.answer.matched;
    let counted = index.documents().iter().map(|document| {
        (
            &document.metadata,
            matched.count_within(&document.passages) as usize,
        )
    });
    let with: Vec<_> = counted.filter(|(_, count)| *count > 0).collect();
    let (chief, most) = with.iter().rev().max_by_key(|(_, count)| *count)?;
    // One date with an open end leaves that end of the span open.
    let dates = || with.iter().filter_map(|(metadata, _)| metadata.date);
    let first = dates().map(|date| date.earliest()).min();
    let last = dates().map(|date| date.latest()).max();
    let when = match (first, last) {
        (None, _) | (_, None) => i18n::date(None, view.language()),
        (first, last) => phrase_range(
            first.filter(|_| !dates().any(|date| date.is_open_start())),
            last.filter(|_| !dates().any(|date| date.is_open_end())),
            view.language(),
        ),
    };
    let fewest = with.iter().map(|(_, count)| *count).min();
    if with.len() > 1 && fewest == Some(*most) {
        return Some(when);
    }
    let chief = i18n::of(&chief.short, view.language());
    Some(i18n::wall_sentence(
        with.len(),
        &when,
        chief,
        *most,
        view.language(),
    ))
}

/// Returns whose words are counted, beside figures; `None` where all words are.
pub fn counted_words(view: &View) -> Option<String> {
    let filters = &view.state.filters;
    let named = |choices: &mut dyn Iterator<Item = Choice>| {
        let names: Vec<String> = choices.filter_map(|choice| label(view, choice)).collect();
        names.join(", ")
    };
    let voices = named(&mut filters.voices.iter().copied().map(Choice::Voice));
    let speakers = named(&mut filters.speakers.iter().copied().map(Choice::Speaker));
    i18n::counted_words(&voices, &speakers, view.language())
}

/// Returns the name of the column of all passages, found or not: under a filter of voices, those of all voices too.
pub fn in_all(view: &View) -> &'static str {
    match view.state.filters.voices.is_empty() {
        true => view.pick("en tout", "in all"),
        false => view.pick("en tout, toutes voix", "in all, any voice"),
    }
}

/// Returns the filters in force as labels, each with the action that removes it.
pub fn chips(view: &View) -> Vec<(String, Action)> {
    let language = view.language();
    let filters = &view.state.filters;
    let mut chips = Vec::new();
    if !view.state.query.trim().is_empty() {
        let query = i18n::quoted_query(view.state.query.trim(), language);
        chips.push((query, Action::Asked(String::new())));
    }
    if filters.from.is_some() || filters.to.is_some() {
        let dates = i18n::bounds(filters.from, filters.to, language);
        chips.push((dates, Action::Bounded(None, None)));
    }
    if filters.mentioned_from.is_some() || filters.mentioned_to.is_some() {
        let times = i18n::bounds(filters.mentioned_from, filters.mentioned_to, language);
        let label = format!("{}{times}", view.pick("évoque\u{a0}: ", "speaks of: "));
        chips.push((label, Action::Mentioning(None, None)));
    }
    if filters.undated {
        let undated = i18n::date(None, language);
        chips.push((undated, Action::Toggled(Choice::Undated)));
    }
    let speakers = filters.speakers.iter().copied().map(Choice::Speaker);
    let voices = filters.voices.iter().copied().map(Choice::Voice);
    let themes = filters.themes.iter().copied().map(Choice::Theme);
    let documents = filters.documents.iter().copied().map(Choice::Document);
    let kinds = filters.kinds.iter().copied().map(Choice::Kind);
    let choices = speakers
        .chain(voices)
        .chain(themes)
        .chain(documents)
        .chain(kinds);
    chips
        .extend(choices.filter_map(|choice| Some((label(view, choice)?, Action::Toggled(choice)))));
    chips
}

/// Returns the name of a facet value; `None` if the index has no such value.
fn label(view: &View, choice: Choice) -> Option<String> {
    let language = view.language();
    let index = view.searcher.index();
    let about = index.about();
    let name: &Bilingual = match choice {
        Choice::Undated => return Some(i18n::date(None, language)),
        Choice::Voice(voice) => return Some(i18n::voice(voice, language).to_string()),
        Choice::Speaker(place) => &about.speakers.get(place as usize)?.name,
        Choice::Theme(place) => &about.themes.get(place as usize)?.label,
        Choice::Document(place) => &index.documents().get(place as usize)?.metadata.short,
        Choice::Kind(place) => &about.kinds.get(place as usize)?.label,
    };
    Some(i18n::of(name, language).to_string())
}
