//! The documents of the corpus, where no text is open: what they are, when, and where to begin reading.

use super::View;
use super::elements::{date, element, link, more, text};
use super::hooks::use_kept;
use crate::state::Action;
use crate::words;
use frise_index::IndexedDocument;
use frise_index::model::Metadata;
use frise_markup::html;
use yew::prelude::*;

/// How many documents are shown at first, and how many more each time.
const STEP: usize = 60;

/// What the list is made from; no state but the language changes it.
#[derive(Clone, Properties)]
pub struct ContentsProps {
    /// The page, of which the language counts.
    pub view: View,
}

impl PartialEq for ContentsProps {
    fn eq(&self, other: &Self) -> bool {
        self.view.language() == other.view.language()
    }
}

/// The list of documents.
#[component]
pub fn Contents(props: &ContentsProps) -> Html {
    let view = &props.view;
    let shown = use_kept(|| STEP);
    let documents = view.searcher.index().documents();
    let rest = documents.len().saturating_sub(*shown);
    html! {
        <section class="contents" aria-labelledby="textes">
            <h2 id="textes">{ view.pick("Les textes", "The texts") }</h2>
            <ol>{ for documents.iter().take(*shown).map(|document| item(view, document)) }</ol>
            if rest > 0 { { more(view, &shown, STEP, words::documents(rest, view.language())) } }
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
