//! What colours and forms mean, in a line that is also the filter.

use crate::components::hue::Hues;
use crate::components::select::Select;
use crate::components::timeline::lane::has_any;
use crate::components::{View, ViewProps};
use crate::i18n;
use crate::state::{Action, Colour, Timelines};
use frise_text::isolated;
use yew::prelude::*;

/// The legend.
#[component]
pub fn Legend(props: &ViewProps) -> Html {
    let view = &props.view;
    let colour = view.state.timelines.colour;
    let hues = use_memo((view.searcher.clone(), colour), |_| Hues::of(view));
    if !has_any(&view.searcher, colour.subject()) && colour == Colour::default() {
        return html! {};
    }
    html! {
        <div class="legend">
            <ColourSelect {view} />
            { values(view, &hues) }
            <p class="legend-forms">
                <span>
                    <i class="square hue-none" aria-hidden="true"></i>
                    { view.pick("officiel ou cité", "official or quoted") }
                </span>
                <span>
                    <i class="square half hue-none" aria-hidden="true"></i>
                    { view.pick("rapporté", "reported") }
                </span>
                <span>
                    <i class="square outline hue-none" aria-hidden="true"></i>
                    { view.pick("récit", "narration") }
                </span>
                if !view.state.is_unfiltered() {
                    <span>
                        <i class="square found-square" aria-hidden="true"></i>
                        { view.pick("trouvé", "found") }
                    </span>
                }
            </p>
        </div>
    }
}

/// Returns the values that have a hue, as buttons that filter.
fn values(view: &View, hues: &Hues) -> Html {
    let value = |(choice, name): (_, String)| {
        let is_held = view.state.holds(choice);
        html! {
            <button
                type="button"
                class="legend-value"
                aria-pressed={is_held.to_string()}
                data-choice={choice.name(view.searcher.index())}
                disabled={view.state.locks_choice(choice)}
                onclick={view.will(Action::Toggled(choice))}
            >
                <i class={classes!("square", hues.class_of_choice(choice))} aria-hidden="true"></i>
                { isolated(&name).into_owned() }
            </button>
        }
    };
    html! {
        <div
            class="legend-values"
            role="group"
            aria-label={view.pick("Couleurs\u{a0}: filtrer", "Colours: filter")}
        >
            { for hues.values(view).into_iter().map(value) }
            if hues.others > 0 {
                <span class="legend-value">
                    <i class="square hue-other" aria-hidden="true"></i>
                    { i18n::number(hues.others, view.language()) }
                    { view.pick(" autres", " others") }
                </span>
            }
        </div>
    }
}

/// The choice of what colours tell apart.
#[component]
fn ColourSelect(props: &ViewProps) -> Html {
    let view = &props.view;
    let choose = {
        let view = view.clone();
        Callback::from(move |place: usize| {
            view.act.emit(Action::Drawn(Timelines {
                colour: Colour::ALL[place % Colour::ALL.len()],
                ..view.state.timelines.clone()
            }));
        })
    };
    let options = [
        view.pick("locuteurs", "speakers"),
        view.pick("thèmes", "themes"),
        view.pick("voix", "voices"),
        view.pick("genres", "kinds"),
    ];
    let colour = view.state.timelines.colour;
    html! {
        <Select
            id="couleur"
            label={view.pick("Couleur", "Colour")}
            options={options.map(AttrValue::from).to_vec()}
            chosen={Colour::ALL.iter().position(|known| *known == colour).unwrap_or(0)}
            {choose}
        />
    }
}
