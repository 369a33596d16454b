//! Voices and kinds: the facets that have no lane on the wall. The swatch of a voice is the form that
//! its cells have there.

use super::View;
use super::elements::{classes, element, text};
use crate::state::{Action, Choice};
use crate::words;
use frise_index::model::Voice;
use frise_markup::html;
use yew::prelude::*;

/// The two facets.
pub fn facets(view: &View) -> Html {
    let about = view.searcher.index().about();
    let voices = Voice::ALL
        .iter()
        .zip(&view.answer.facets.voices)
        .map(|(voice, count)| {
            let swatch =
                html! { <i class={classes(&[("swatch", true), (voice.id(), true)])} aria-hidden="true"></i> };
            value(
                view,
                swatch,
                words::voice(*voice, view.language()),
                *count,
                Choice::Voice(*voice),
            )
        });
    let kinds =
        (0..)
            .zip(&about.kinds)
            .zip(&view.answer.facets.kinds)
            .map(|((place, kind), count)| {
                value(
                    view,
                    html! {},
                    words::of(&kind.label, view.language()),
                    *count,
                    Choice::Kind(place),
                )
            });
    html! {
        <div class="facets">
            <div role="group" aria-labelledby="voices"><h2 id="voices">{ view.pick("Voix", "Voices") }</h2>{ for voices }</div>
            <div role="group" aria-labelledby="kinds"><h2 id="kinds">{ view.pick("Genres", "Kinds") }</h2>{ for kinds }</div>
        </div>
    }
}

fn value(view: &View, swatch: Html, label: &str, count: u32, choice: Choice) -> Html {
    let pressed = view.state.holds(choice);
    let class = classes(&[("value", true), ("empty", count == 0)]);
    html! {
        <button type="button" {class} aria-pressed={pressed} data-choice={choice.name(view.searcher.index())} disabled={view.state.locks_choice(choice)} onclick={view.will(Action::Toggled(choice))}>
            { swatch }{ element("span", "", text(label)) }{ " " }{ element("b", "", text(&words::number(count as usize, view.language()))) }
        </button>
    }
}
