//! What to do where nothing is found: what would find something, with how much.

use super::{View, ViewProps};
use crate::state::Action;
use crate::words;
use frise_engine::search::Loosened;
use yew::prelude::*;

/// Less strict questions, each with what it finds; the last resort is the whole corpus.
#[component]
pub fn Nothing(props: &ViewProps) -> Html {
    let view = &props.view;
    let loosened = view.searcher.loosen(&view.query(), &view.state.filters);
    html! {
        <div class="nothing">
            <p>{ view.pick("Aucun passage ne répond à tout ce qui est demandé.", "No passage answers all that is asked.") }</p>
            if loosened.is_empty() {
                <p>{ view.pick("Essayez moins de mots, ou d’autres.", "Try fewer words, or others.") }</p>
            } else {
                <ul>{ for loosened.into_iter().map(|loosened| line(view, loosened)) }</ul>
            }
            <p><button type="button" onclick={view.will(Action::Cleared)}>{ view.pick("Tout effacer et revoir le corpus entier", "Clear all and see the whole corpus") }</button></p>
        </div>
    }
}

fn line(view: &View, loosened: Loosened) -> Html {
    let changes: Vec<String> = loosened
        .changes
        .iter()
        .map(|change| words::looser(change, view.language()))
        .collect();
    let label = changes.join(", ");
    let found = words::passages(loosened.passages, view.language());
    let action = Action::Loosened(loosened.query, loosened.matching, loosened.filters);
    html! {
        <li><a href={view.address_after(&action)} onclick={view.follow(action)}>{ label }</a>{ view.pick("\u{a0}: ", ": ") }{ found }</li>
    }
}
