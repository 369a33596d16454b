//! A labelled `<select>`.

use crate::web;
use yew::prelude::*;

/// Props of [`Select`].
#[derive(Clone, PartialEq, Properties)]
pub struct SelectProps {
    /// The id of the element.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// The labels of the options.
    pub options: Vec<AttrValue>,
    /// The place of the selected option.
    pub chosen: usize,
    /// Called with the place of another option when it is selected.
    pub choose: Callback<usize>,
    /// The tooltip of the label.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// The classes of the label.
    #[prop_or_default]
    pub class: Classes,
}

/// A select element and its label.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let choose = props.choose.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(place) = web::event_value(&event).and_then(|value| value.parse().ok()) {
            choose.emit(place);
        }
    });
    let (id, chosen) = (props.id.clone(), props.chosen);
    use_effect_with((id.clone(), chosen), |(id, chosen)| {
        web::select_value(id, &chosen.to_string());
    });
    html! {
        <label class={props.class.clone()} title={props.hint.clone()}>
            <span>{ &props.label }</span>
            <select {id} {onchange}>
                for (place, label) in props.options.iter().enumerate() {
                    <option value={place.to_string()} selected={place == chosen}>{ label }</option>
                }
            </select>
        </label>
    }
}
