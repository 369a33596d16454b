//! Small elements that stand all over the page, each made in one place: the reader downloads all of what
//! is written out, so that what is repeated is a function.

use super::View;
use super::hooks::Kept;
use crate::state::{Action, Part};
use crate::{url, words};
use frise_index::model::Metadata;
use frise_markup::html;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

/// An element with at most a class, and what is in it.
#[inline(never)]
pub fn element(tag: &'static str, class: &'static str, inside: Html) -> Html {
    let mut element = VTag::new(tag);
    if !class.is_empty() {
        element.set_attributes(Attributes::Dynamic {
            keys: &["class"],
            values: Box::new([Some(AttributeOrProperty::Attribute(class.into()))]),
        });
    }
    if let Some(children) = element.children_mut() {
        *children = inside;
    }
    element.into()
}

/// An element with at most a class, and a string of the interface in it.
#[inline(never)]
pub fn label(
    view: &View,
    tag: &'static str,
    class: &'static str,
    french: &'static str,
    english: &'static str,
) -> Html {
    element(tag, class, said(view, french, english))
}

/// A string of the interface.
#[inline(never)]
pub fn said(view: &View, french: &'static str, english: &'static str) -> Html {
    text(view.pick(french, english))
}

/// Text as it is.
#[inline(never)]
pub fn text(words: &str) -> Html {
    Html::from(words)
}

/// The classes that hold.
#[inline(never)]
pub fn classes(all: &[(&'static str, bool)]) -> AttrValue {
    let held = all.iter().filter(|(_, holds)| *holds);
    let names: Vec<&str> = held.map(|(name, _)| *name).collect();
    names.join(" ").into()
}

/// A link that acts in place.
#[inline(never)]
pub fn link(
    view: &View,
    class: &'static str,
    action: Action,
    is_current: bool,
    inside: Html,
) -> Html {
    if matches!(action, Action::Opened(_)) && !view.state.shows(Part::Reader) {
        // Where texts are not read, the whole page reads them.
        let address = url::print(&view.whole().after(action), view.searcher.index());
        return html! { <a {class} href={address} target="_blank" rel="noopener">{ inside }</a> };
    }
    html! {
        <a {class} href={view.address_after(&action)} onclick={view.follow(action)} aria-current={is_current.then_some("true")}>{ inside }</a>
    }
}

/// A button that acts.
#[inline(never)]
pub fn button(view: &View, class: &'static str, action: Action, inside: Html) -> Html {
    html! { <button type="button" {class} onclick={view.will(action)}>{ inside }</button> }
}

/// A button that copies. Its second word takes the place of the first once that is done; `shell/copy.js` says when.
#[inline(never)]
pub fn copier(view: &View, class: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" {class} {onclick}>{ label(view, "span", "", "Copier", "Copy") }{ label(view, "span", "", "Copié", "Copied") }</button>
    }
}

/// The button at the end of a list that shows more of it, with how much is not shown yet.
#[inline(never)]
pub fn more(view: &View, shown: &Kept<usize>, step: usize, rest: String) -> Html {
    let shown = shown.clone();
    let onclick = Callback::from(move |_: MouseEvent| shown.set(*shown + step));
    html! {
        <button type="button" class="more" {onclick}>
            { said(view, "Afficher la suite", "Show more") }{ " " }{ element("span", "", text(&rest)) }
        </button>
    }
}

/// The date of a document, in words and for machines; or that it has none.
#[inline(never)]
pub fn date(view: &View, metadata: &Metadata) -> Html {
    let said = text(&words::date(metadata.date.as_ref(), view.language()));
    match &metadata.date {
        Some(date) => html! { <time datetime={date.to_string()}>{ said }</time> },
        None => element("span", "", said),
    }
}

/// The head of a column.
#[inline(never)]
pub fn column(class: &'static str, label: &str) -> Html {
    html! { <th scope="col" {class}>{ label }</th> }
}

/// The head of a row.
#[inline(never)]
pub fn row_head(inside: Html) -> Html {
    html! { <th scope="row">{ inside }</th> }
}

/// A cell that holds a number.
#[inline(never)]
pub fn figure(number: String) -> Html {
    element("td", "figure", text(&number))
}
