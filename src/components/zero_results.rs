//! What the page offers when nothing is found: less strict questions, each with its count of passages.

use super::controls::{ActionButton, ActionLink};
use super::{View, ViewProps};
use crate::i18n;
use crate::state::{Action, Lock};
use frise_index::search::RelaxationChange;
use yew::prelude::*;

/// Less strict questions; the last resort is the whole corpus.
#[component]
pub fn ZeroResults(props: &ViewProps) -> Html {
    let view = &props.view;
    let loosened = view.searcher.relax(&view.query(), &view.state.filters);
    let offers = loosened.into_iter().map(|loosened| {
        let action = Action::Searched(loosened.query, loosened.matching, loosened.filters);
        (loosened.changes, loosened.passages, action)
    });
    let offers: Vec<_> = offers
        .filter(|(_, _, action)| view.state.allows(action))
        .collect();
    let words_may_change = !view.state.query.is_empty() && !view.state.locks(Lock::Query);
    html! {
        <div class="nothing">
            <p>
                { view.pick("Aucun passage ne répond à tout ce qui est demandé.", "No passage answers all that is asked.") }
            </p>
            if !offers.is_empty() {
                <ul>
                    for (changes, passages, action) in offers {
                        <li>
                            <ActionLink {view} {action}>{ changes_label(view, &changes) }</ActionLink>
                            { view.pick("\u{a0}: ", ": ") }
                            { i18n::passages(passages, view.language()) }
                        </li>
                    }
                </ul>
            } else if words_may_change {
                <p>{ view.pick("Essayez moins de mots, ou d’autres.", "Try fewer words, or others.") }</p>
            }
            if view.state.can_clear() {
                <p>
                    <ActionButton {view} action={Action::Cleared}>
                        { view.pick("Tout effacer et revoir le corpus entier", "Clear all and see the whole corpus") }
                    </ActionButton>
                </p>
            }
        </div>
    }
}

/// Returns the changes to a question as one label.
fn changes_label(view: &View, changes: &[RelaxationChange]) -> String {
    let mut changes: Vec<String> = changes
        .iter()
        .map(|change| i18n::looser(change, view.language()))
        .collect();
    for change in changes.iter_mut().skip(1) {
        // A change that begins with a quotation mark has no ASCII letter to lower.
        if let Some(first) = change.get_mut(..1) {
            first.make_ascii_lowercase();
        }
    }
    changes.join(", ")
}
