//! The documents of the corpus, where no text is open: what they are, when, and where to begin reading.

use super::{View, ViewProps};
use crate::state::Action;
use crate::words;
use frise_engine::index::IndexedDocument;
use yew::prelude::*;

/// The list of documents.
#[component]
pub fn Contents(props: &ViewProps) -> Html {
    let view = &props.view;
    html! {
        <section class="contents" aria-labelledby="textes">
            <h2 id="textes">{ view.pick("Les textes", "The texts") }</h2>
            <ol>{ for view.searcher.index().documents().iter().map(|document| item(view, document)) }</ol>
        </section>
    }
}

fn item(view: &View, document: &IndexedDocument) -> Html {
    let metadata = &document.metadata;
    let language = view.language();
    let action = Action::Opened(document.passages.start);
    let kinds = &view.searcher.index().about().kinds;
    let kind = kinds
        .get(metadata.kind)
        .map(|kind| words::of(&kind.label, language).to_string());
    html! {
        <li>
            <div class="where">{ view.date(metadata) }<Basis metadata_place={place(view, document)} view={view.clone()} /></div>
            <p class="title"><a href={view.address_after(&action)} onclick={view.follow(action)}>{ words::of(&metadata.title, language) }</a></p>
            <p class="kind">{ kind }{ ", " }{ words::passages(document.passages.len(), language) }</p>
        </li>
    }
}

fn place(view: &View, document: &IndexedDocument) -> usize {
    view.searcher.index().document_of(document.passages.start)
}

/// A document, by its place.
#[derive(Clone, PartialEq, Properties)]
pub struct BasisProps {
    /// What it is made from.
    pub view: View,
    /// The place of the document.
    pub metadata_place: usize,
}

/// Whether a date is the source's, and why it is what it is, one click away.
#[component]
pub fn Basis(props: &BasisProps) -> Html {
    let view = &props.view;
    let Some(document) = view.searcher.index().documents().get(props.metadata_place) else {
        return html! {};
    };
    let metadata = &document.metadata;
    let note = words::of(&metadata.date_note, view.language());
    let basis = words::basis(metadata.date_basis, view.language());
    if note.is_empty() {
        return html! { <span class="basis">{ basis }</span> };
    }
    html! { <details class="basis"><summary>{ basis }</summary><p>{ note }</p></details> }
}
