//! What is found, of how many; and the filters in force, each as words that can be taken away.

use super::elements::{button, element, label, said, text};
use super::timeline::bounds_phrase;
use super::{View, ViewProps, app::dates_phrase};
use crate::state::{Action, Choice, Form, Part};
use crate::url::RESULTS;
use crate::words;
use frise_date::phrase_range;
use frise_index::model::Voice;
use frise_markup::html;
use yew::prelude::*;

/// The count and the filters.
#[component]
pub fn Chosen(props: &ViewProps) -> Html {
    let view = &props.view;
    let found = count(view);
    let chips = chips(view);
    // Other forms have no squares; the line keeps its place, so that nothing moves when there is a filter.
    let has_wall = view.state.form == Form::Picture && view.state.shows(Part::Timelines);
    html! {
        <div class="chosen">
            <p class="count" role="status" aria-live="polite"><b>{ found }</b>{ beside_count(view) }</p>
            if chips.is_empty() {
                <p class="hint">{ if has_wall { view.pick("Un nom filtre, un carré s’ouvre à la lecture, une plage d’années se trace sur l’axe.", "A name filters, a square opens for reading, a range of years is drawn on the axis.") } else { "" } }</p>
            } else {
                <ul class="chips" aria-label={view.pick("Filtres en vigueur", "Filters in force")}>
                    { for chips.into_iter().map(|(label, action)| chip(view, label, action)) }
                    if view.state.can_clear() { { element("li", "", button(view, "clear", Action::Cleared, said(view, "Tout effacer", "Clear all"))) } }
                </ul>
            }
        </div>
    }
}

/// The rest of the sentence; where nothing is found, the way to what would be.
fn beside_count(view: &View) -> Html {
    if view.answer.passages.is_empty() {
        let wider = said(
            view,
            "Que chercher d’autre\u{a0}?",
            "What else to look for?",
        );
        return html! { <a href={["#", RESULTS].concat()}>{ wider }</a> };
    }
    sentence(view).map_or(html! {}, |sentence| element("span", "", text(&sentence)))
}

/// How many passages are found, of how many, in how many documents.
pub fn count(view: &View) -> String {
    let index = view.searcher.index();
    let matched = &view.answer.matched;
    let documents = index.documents().iter();
    let in_documents = documents.filter(|document| matched.count_within(&document.passages) > 0);
    words::found(
        view.answer.passages.len(),
        index.passages() as usize,
        in_documents.count(),
        index.documents().len(),
        view.language(),
    )
}

/// What the wall shows, in words, beyond the count: when, and where most. `None` where nothing is found.
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
    // An open end is no day: what begins or ends nobody knows when makes the whole so.
    let dates = || with.iter().filter_map(|(metadata, _)| metadata.date);
    let first = dates().map(|date| date.earliest()).min();
    let last = dates().map(|date| date.latest()).max();
    let when = match (first, last) {
        (None, _) | (_, None) => words::date(None, view.language()),
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
    let chief = words::of(&chief.short, view.language());
    Some(words::wall_sentence(
        with.len(),
        &when,
        chief,
        *most,
        view.language(),
    ))
}

fn chip(view: &View, label: String, action: Action) -> Html {
    if !view.state.allows(&action) {
        let why = view.pick(
            "Fixé par la page qui montre cette vue",
            "Set by the page that shows this view",
        );
        return html! {
            <li class="chip fixed" title={why.to_string()}>{ label }{ " " }{ self::label(view, "i", "", "fixé", "fixed") }</li>
        };
    }
    let name = format!("{}{label}", view.pick("Retirer\u{a0}: ", "Remove: "));
    html! {
        <li><button type="button" class="chip" aria-label={name} onclick={view.will(action)}>{ label }<span aria-hidden="true">{ "×" }</span></button></li>
    }
}

/// The filters in words, with what takes each away.
pub fn chips(view: &View) -> Vec<(String, Action)> {
    let about = view.searcher.index().about();
    let filters = &view.state.filters;
    let named =
        |label: &frise_index::model::Bilingual| words::of(label, view.language()).to_string();
    let mut chips = Vec::new();
    if !view.state.query.trim().is_empty() {
        let query = words::quoted_query(view.state.query.trim(), view.language());
        chips.push((query, Action::Asked(String::new())));
    }
    if let Some(dates) = dates_phrase(view) {
        chips.push((dates, Action::Bounded(None, None)));
    }
    if filters.mentioned_from.is_some() || filters.mentioned_to.is_some() {
        let times = bounds_phrase(
            filters.mentioned_from,
            filters.mentioned_to,
            view.language(),
        );
        let label = [view.pick("évoque\u{a0}: ", "speaks of: "), &times].concat();
        chips.push((label, Action::Mentioning(None, None)));
    }
    if filters.undated {
        let undated = words::date(None, view.language());
        chips.push((undated, Action::Toggled(Choice::Undated)));
    }
    let mut add = |label: Option<String>, choice: Choice| {
        chips.extend(label.map(|label| (label, Action::Toggled(choice))))
    };
    for place in &filters.speakers {
        add(
            about
                .speakers
                .get(*place as usize)
                .map(|speaker| named(&speaker.name)),
            Choice::Speaker(*place),
        );
    }
    for voice in &filters.voices {
        add(Some(voice_name(*voice, view)), Choice::Voice(*voice));
    }
    for place in &filters.themes {
        add(
            about
                .themes
                .get(*place as usize)
                .map(|theme| named(&theme.label)),
            Choice::Theme(*place),
        );
    }
    for place in &filters.documents {
        let document = view.searcher.index().documents().get(*place as usize);
        add(
            document.map(|document| named(&document.metadata.short)),
            Choice::Document(*place),
        );
    }
    for place in &filters.kinds {
        add(
            about
                .kinds
                .get(*place as usize)
                .map(|kind| named(&kind.label)),
            Choice::Kind(*place),
        );
    }
    chips
}

fn voice_name(voice: Voice, view: &View) -> String {
    words::voice(voice, view.language()).to_string()
}
