//! The choice of how the plain words of a query match: by stem, folded, or to the letter.

use super::super::ViewProps;
use crate::browser;
use crate::state::Action;
use crate::words;
use frise_engine::query::Matching;
use yew::prelude::*;

const ALL: [Matching; 3] = [Matching::Stemmed, Matching::Folded, Matching::Exact];

const ID: &str = "match";

/// The choice, which tells on demand what the chosen one does.
#[component]
pub fn MatchingChoice(props: &ViewProps) -> Html {
    let view = &props.view;
    let act = view.act.clone();
    let onchange = Callback::from(move |event: Event| {
        let chosen = browser::value(&event).and_then(|value| value.parse::<usize>().ok());
        if let Some(matching) = chosen.and_then(|chosen| ALL.get(chosen)) {
            act.emit(Action::Matched(*matching));
        }
    });
    let language = view.language();
    let chosen = view.state.matching;
    let place = ALL.iter().position(|known| *known == chosen).unwrap_or(0);
    let option = |(place, matching): (usize, &Matching)| {
        html! {
            <option value={place.to_string()} selected={chosen == *matching} title={words::matching_hint(*matching, language)}>
                { words::matching(*matching, language) }
            </option>
        }
    };
    use_effect_with(place, |place| browser::show_choice(ID, &place.to_string()));
    let class = classes!(
        "matching",
        (chosen != Matching::default()).then_some("changed")
    );
    html! {
        <label {class} title={words::matching_hint(chosen, language)}>
            <span>{ view.pick("Mots", "Words") }</span>
            <select id={ID} name="match" {onchange}>{ for ALL.iter().enumerate().map(option) }</select>
        </label>
    }
}
