//! The names of the documents above their blocks or bars.

use super::scene::{FOOT, SceneProps};
use crate::chart::px;
use crate::i18n;
use crate::state::{Action, Choice};
use frise_date::year_short;
use frise_text::isolated;
use yew::prelude::*;

/// The names of the documents, which filter by them; nothing if the documents do not stand side by side.
#[component]
pub fn DocumentNames(props: &SceneProps) -> Html {
    let SceneProps { view, scene } = props;
    let Some(columns) = scene.columns() else {
        return html! {};
    };
    let index = view.searcher.index();
    let slots = scene.slots.iter().zip(&columns.columns);
    let names = slots.filter_map(|(slot, column)| {
        let document = slot.document?;
        let metadata = &index.documents()[document].metadata;
        let style = format!(
            "left:{}px;width:{}px;bottom:{}px",
            px(column.name_left),
            px(column.name_width),
            px(column.name_rise + FOOT + 2.0)
        );
        let choice = Choice::Document(document as u32);
        let is_held = view.state.holds(choice);
        Some(html! {
            <button
                type="button"
                class={classes!("column-name", is_held.then_some("held"))}
                {style}
                aria-pressed={is_held.to_string()}
                data-choice={choice.name(index)}
                title={i18n::of(&metadata.title, view.language()).to_string()}
                disabled={view.state.locks_choice(choice)}
                onclick={view.will(Action::Toggled(choice))}
            >
                <span>{ isolated(i18n::of(&metadata.short, view.language())).into_owned() }</span>
                if let Some(date) = &metadata.date {
                    <time datetime={date.to_string()}>{ year_short(date.earliest().ymd().0, view.language()) }</time>
                }
            </button>
        })
    });
    html! { <>{ for names }</> }
}
