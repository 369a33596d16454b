//! The menu by which a long table is read page by page.

use crate::context::ToolContext;
use crate::review_page::{PAGE, count, range};
use frise::components::controls::LabelledField;
use frise::{i18n, web};
use yew::prelude::*;

/// Props of [`Pager`].
#[derive(Clone, PartialEq, Properties)]
pub struct PagerProps {
    /// The language.
    pub context: ToolContext,
    /// What is listed.
    pub label: AttrValue,
    /// How many there are.
    pub items: usize,
    /// The page that is shown, from 0.
    pub page: usize,
    /// Called with another page.
    pub onturn: Callback<usize>,
}

/// A menu of the pages; nothing where there is one. A menu keeps the focus on every page, which a button for the next does not.
#[component]
pub fn Pager(props: &PagerProps) -> Html {
    let PagerProps {
        context,
        label,
        items,
        page,
        onturn,
    } = props;
    if *items <= PAGE {
        return html! {};
    }
    let language = context.language();
    let all = i18n::number(*items, language);
    let name = |page: usize| {
        let places = range(page, *items);
        let first = i18n::number(places.start + 1, language);
        let last = i18n::number(places.end, language);
        format!("{first}–{last} {} {all}", context.pick("sur", "of"))
    };
    let turn = onturn.reform(|event: Event| {
        let page = web::event_value(&event).and_then(|page| page.parse().ok());
        page.unwrap_or_default()
    });
    html! {
        <div class="tool-settings">
            <LabelledField {label}>
                <select onchange={turn}>
                    for other in 0..count(*items) {
                        <option value={other.to_string()} selected={other == *page}>{ name(other) }</option>
                    }
                </select>
            </LabelledField>
        </div>
    }
}
