//! What to do where nothing is found: what would find something, with how much.

use super::View;
use super::elements::{button, label, link, said, text};
use crate::state::Action;
use crate::words;
use frise_engine::search::Loosened;
use frise_markup::html;
use yew::prelude::*;

/// Less strict questions, each with what it finds; the last resort is the whole corpus.
pub fn nothing(view: &View) -> Html {
    let loosened = view.searcher.loosen(&view.query(), &view.state.filters);
    html! {
        <div class="nothing">
            { label(view, "p", "", "Aucun passage ne répond à tout ce qui est demandé.", "No passage answers all that is asked.") }
            if loosened.is_empty() {
                { label(view, "p", "", "Essayez moins de mots, ou d’autres.", "Try fewer words, or others.") }
            } else {
                <ul>{ for loosened.into_iter().map(|loosened| line(view, loosened)) }</ul>
            }
            <p>{ button(view, "", Action::Cleared, said(view, "Tout effacer et revoir le corpus entier", "Clear all and see the whole corpus")) }</p>
        </div>
    }
}

fn line(view: &View, loosened: Loosened) -> Html {
    let changes: Vec<String> = loosened
        .changes
        .iter()
        .map(|change| words::looser(change, view.language()))
        .collect();
    let found = words::passages(loosened.passages, view.language());
    let action = Action::Loosened(loosened.query, loosened.matching, loosened.filters);
    html! {
        <li>{ link(view, "", action, false, text(&changes.join(", "))) }{ said(view, "\u{a0}: ", ": ") }{ found }</li>
    }
}
