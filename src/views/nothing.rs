//! What to do where nothing is found: what would find something, with how much.

use super::View;
use super::elements::{button, label, link, said, text};
use crate::state::{Action, Lock};
use crate::words;
use frise_index::search::RelaxationChange;
use frise_markup::html;
use yew::prelude::*;

/// Less strict questions, each with what it finds; the last resort is the whole corpus.
pub fn nothing(view: &View) -> Html {
    let loosened = view.searcher.relax(&view.query(), &view.state.filters);
    let offered = loosened.into_iter().map(|loosened| {
        let action = Action::Loosened(loosened.query, loosened.matching, loosened.filters);
        (loosened.changes, loosened.passages, action)
    });
    let offered: Vec<_> = offered
        .filter(|(_, _, action)| view.state.allows(action))
        .collect();
    let words_may_change = !view.state.query.is_empty() && !view.state.locks(Lock::Query);
    html! {
        <div class="nothing">
            { label(view, "p", "", "Aucun passage ne répond à tout ce qui est demandé.", "No passage answers all that is asked.") }
            if !offered.is_empty() {
                <ul>{ for offered.into_iter().map(|(changes, passages, action)| line(view, &changes, passages, action)) }</ul>
            } else if words_may_change {
                { label(view, "p", "", "Essayez moins de mots, ou d’autres.", "Try fewer words, or others.") }
            }
            if view.state.can_clear() { <p>{ button(view, "", Action::Cleared, said(view, "Tout effacer et revoir le corpus entier", "Clear all and see the whole corpus")) }</p> }
        </div>
    }
}

fn line(view: &View, changes: &[RelaxationChange], passages: usize, action: Action) -> Html {
    let mut changes: Vec<String> = changes
        .iter()
        .map(|change| words::looser(change, view.language()))
        .collect();
    for change in changes.iter_mut().skip(1) {
        // Where it does not begin with a quotation mark.
        if let Some(first) = change.get_mut(..1) {
            first.make_ascii_lowercase();
        }
    }
    let found = words::passages(passages, view.language());
    html! {
        <li>{ link(view, "", action, false, text(&changes.join(", "))) }{ said(view, "\u{a0}: ", ": ") }{ found }</li>
    }
}
