//! What the search finds: a count, a sentence, and the filters in force as chips that remove them.

mod chips;
pub mod text;

pub use chips::Chips;

use super::deferred::{Deferred, Later};
use super::{View, ViewProps};
use crate::state::{Part, Presentation};
use crate::url::RESULTS;
use text::{count, counted_words, sentence};
use yew::prelude::*;

/// The count, the sentence and the filter chips.
#[component]
pub fn Summary(props: &ViewProps) -> Html {
    let view = &props.view;
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
                if view.is_partial {
                    <b>{ view.pick("Recherche…", "Searching…") }</b>
                } else {
                    { found(view) }
                }
            </p>
            if view.state.is_unfiltered() {
                <p class="hint">{ hint }</p>
            } else {
                <Later {view} part={Deferred::Chips(props.clone())}>
                    // An empty line of chips keeps the page in place.
                    <ul class="chips" aria-hidden="true"></ul>
                </Later>
            }
        </div>
    }
}

/// What is found: how much, when, and in which words it is counted.
fn found(view: &View) -> Html {
    html! {
        <>
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
        </>
    }
}
