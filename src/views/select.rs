//! A choice among a few values, as a labelled list that opens.

use super::hooks::use_after;
use crate::browser;
use frise_markup::html;
use yew::prelude::*;

/// What is chosen from.
#[derive(Clone, PartialEq, Properties)]
pub struct SelectProps {
    /// The id of the element.
    pub id: AttrValue,
    /// What is chosen, in words.
    pub label: AttrValue,
    /// The values in words.
    pub options: Vec<AttrValue>,
    /// The place of the chosen one.
    pub chosen: usize,
    /// Tells the place of another one.
    pub choose: Callback<usize>,
    /// What the chosen one does, on demand.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Classes of the label.
    #[prop_or_default]
    pub class: AttrValue,
}

/// The list and its label.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let choose = props.choose.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(place) = browser::value(&event).and_then(|value| value.parse().ok()) {
            choose.emit(place);
        }
    });
    let (id, chosen) = (props.id.clone(), props.chosen);
    let option = |(place, label): (usize, &AttrValue)| {
        html! { <option value={place.to_string()} selected={place == chosen}>{ label.clone() }</option> }
    };
    use_after((id.clone(), chosen), |(id, chosen)| {
        browser::show_choice(id, &chosen.to_string());
    });
    html! {
        <label class={props.class.clone()} title={props.hint.clone()}>
            <span>{ props.label.clone() }</span>
            <select {id} {onchange}>{ for props.options.iter().enumerate().map(option) }</select>
        </label>
    }
}
