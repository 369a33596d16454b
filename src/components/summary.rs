//! What the search finds: a count, a sentence, and the filters in force as chips that remove them.

use super::controls::ActionButton;
use super::hue::Hues;
use super::{View, ViewProps};
use crate::i18n;
use crate::state::{Action, Choice, Part, Presentation};
use crate::url::RESULTS;
use frise_date::phrase_range;
use frise_index::model::Bilingual;
use frise_text::isolated;
use yew::prelude::*;

/// The count, the sentence and the filter chips.
#[component]
pub fn Summary(props: &ViewProps) -> Html {
    let view = &props.view;
    let chips = chips(view);
    let hues = Hues::of(view);
    // The hint describes the picture. Without it, an empty line keeps the page in place when a filter comes.
    let has_picture =
        view.state.presentation == Presentation::Picture && view.state.shows(Part::Timelines);
    let hint = if has_picture {
        view.pick(
            "Un nom filtre, un carré s’ouvre à la lecture, une plage d’années se trace sur l’axe.",
            "A name filters, a square opens for reading, a range of years is drawn on the axis.",
        )
    } else {
        ""
    };
    html! {
        <div class="chosen">
            <p class="count" role="status" aria-live="polite">
                <b>{ count(view) }</b>
                if view.answer.passages.is_empty() {
                    <a href={format!("#{RESULTS}")}>
                        { view.pick("Que chercher d’autre\u{a0}?", "What else to look for?") }
                    </a>
                } else if let Some(sentence) = sentence(view) {
                    <span>{ sentence }</span>
                }
                if let Some(words) = counted_words(view) {
                    <span class="counted">{ words }</span>
                }
            </p>
            if chips.is_empty() {
                <p class="hint">{ hint }</p>
            } else {
                <ul class="chips" aria-label={view.pick("Filtres en vigueur", "Filters in force")}>
                    for (label, action) in chips {
                        { chip(view, &hues, label, action) }
                    }
                    if view.state.can_clear() {
                        <li>
                            <ActionButton {view} class="clear" action={Action::Cleared}>
                                { view.pick("Tout effacer", "Clear all") }
                            </ActionButton>
                        </li>
                    }
                </ul>
            }
        </div>
    }
}

/// Returns a filter in force. Clicking removes the filter, unless the embedder locks it.
fn chip(view: &View, hues: &Hues, label: String, action: Action) -> Html {
    let hue = match action {
        Action::Toggled(choice) => hues.class_of_choice(choice),
        _ => None,
    };
    let square =
        hue.map(|hue| html! { <i class={classes!("square", hue)} aria-hidden="true"></i> });
    if !view.state.allows(&action) {
        let reason = view.pick(
            "Fixé par la page qui montre cette vue",
            "Set by the page that shows this view",
        );
        return html! {
            <li class="chip fixed" title={reason}>
                { square }
                { isolated(&label).into_owned() }
                { " " }
                <i>{ view.pick("fixé", "fixed") }</i>
            </li>
        };
    }
    let name = format!(
        "{}{}",
        view.pick("Retirer\u{a0}: ", "Remove: "),
        isolated(&label)
    );
    html! {
        <li>
            <button type="button" class="chip" aria-label={name} onclick={view.will(action)}>
                { square }
                { isolated(&label).into_owned() }
                <span aria-hidden="true">{ "×" }</span>
            </button>
        </li>
    }
}

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
