//! The filters in force as chips that remove them.

use super::text::chips;
use crate::components::controls::ActionButton;
use crate::components::hue::Hues;
use crate::components::{View, ViewProps};
use crate::state::Action;
use frise_text::isolated;
use yew::prelude::*;

/// The filters in force as chips that remove them.
#[component]
pub fn Chips(props: &ViewProps) -> Html {
    let view = &props.view;
    let hues = Hues::of(view);
    html! {
        <ul class="chips" aria-label={view.pick("Filtres en vigueur", "Filters in force")}>
            for (label, action) in chips(view) {
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
    let class = classes!(
        "chip",
        matches!(action, Action::Asked(_)).then_some("words")
    );
    html! {
        <li>
            <button type="button" {class} aria-label={name} onclick={view.will(action)}>
                { square }
                { isolated(&label).into_owned() }
                <span aria-hidden="true">{ "×" }</span>
            </button>
        </li>
    }
}
