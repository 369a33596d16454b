//! Which names the fields of a query mean: `locuteur:martin` may be several people.

use crate::components::{Page, ViewProps};
use crate::i18n;
use frise_index::model::Bilingual;
use frise_index::query::Field;
use frise_index::search::NamedField;
use frise_text::{fold, isolated};
use yew::prelude::*;

/// How many names are shown of a field.
const MOST: usize = 6;

/// What each field means whose value is not one whole name; nothing if there is none.
#[component]
pub fn FieldMeanings(props: &ViewProps) -> Html {
    let view = &props.view;
    let named = view.answer.plan.named().iter();
    let lines: Vec<Html> = named.filter_map(|named| line(view, named)).collect();
    if lines.is_empty() {
        return html! {};
    }
    html! {
        <ul class="synonyms meant">{ lines }</ul>
    }
}

fn line(view: &Page, named: &NamedField) -> Option<Html> {
    let language = view.language();
    let names: Vec<&str> = named
        .places
        .iter()
        .filter_map(|place| name(view, named.field, *place as usize))
        .map(|name| i18n::of(name, language))
        .collect();
    if let [name] = names[..]
        && fold(name) == fold(&named.value)
    {
        return None;
    }
    let shown: Vec<_> = names.iter().take(MOST).map(|name| isolated(name)).collect();
    let more = names.len().saturating_sub(MOST);
    Some(html! {
        <li>
            <code>{ format!("{}:{}", i18n::field(named.field, language), named.value) }</code>
            { view.pick("\u{a0}: ", ": ") }
            { shown.join(", ") }
            if more > 0 {
                { ". " }
                { i18n::and_others(more, language) }
            }
        </li>
    })
}

fn name(view: &Page, field: Field, place: usize) -> Option<&Bilingual> {
    let index = view.searcher.index();
    let about = index.about();
    match field {
        Field::Speaker => Some(&about.speakers.get(place)?.name),
        Field::Theme => Some(&about.themes.get(place)?.label),
        Field::Kind => Some(&about.kinds.get(place)?.label),
        Field::Document => Some(&index.documents().get(place)?.metadata.short),
        Field::Voice | Field::Date | Field::Mentions => None,
    }
}
