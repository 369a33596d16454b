//! The documents of the corpus, where no text is open: what they are, when, and where to begin reading.

use super::View;
use super::elements::{date, element, link, text};
use crate::state::Action;
use crate::words;
use frise_engine::corpus::Metadata;
use frise_engine::index::IndexedDocument;
use yew::prelude::*;

/// The list of documents.
pub fn contents(view: &View) -> Html {
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
        .map_or("", |kind| words::of(&kind.label, language));
    let passages = words::passages(document.passages.len(), language);
    let title = text(words::of(&metadata.title, language));
    html! {
        <li>
            <div class="where">{ date(view, metadata) }{ basis(view, metadata) }</div>
            { element("p", "title", link(view, "", action, false, title)) }
            { element("p", "kind", text(&[kind, ", ", &passages].concat())) }
        </li>
    }
}

/// Whether a date is the source's, and why it is what it is, one click away.
pub fn basis(view: &View, metadata: &Metadata) -> Html {
    let note = words::of(&metadata.date_note, view.language());
    let basis = text(words::basis(metadata.date_basis, view.language()));
    if note.is_empty() {
        return element("span", "basis", basis);
    }
    html! { <details class="basis">{ element("summary", "", basis) }{ element("p", "", text(note)) }</details> }
}
