//! The documents of the corpus, shown while no text is open.

use super::View;
use super::controls::{ActionLink, DocumentDate, ShowMore};
use crate::i18n;
use crate::state::Action;
use frise_date::Tongue;
use frise_index::IndexedDocument;
use frise_index::model::Metadata;
use yew::prelude::*;

/// How many documents are shown at first, and how many more on each click.
const STEP: usize = 60;

/// Props of [`Contents`]. Only the language of the view changes the list.
#[derive(Clone, Properties)]
pub struct ContentsProps {
    /// The page.
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
    let shown = use_state(|| STEP);
    let documents = view.searcher.index().documents();
    let rest = documents.len().saturating_sub(*shown);
    let show_more = {
        let shown = shown.clone();
        Callback::from(move |_| shown.set(*shown + STEP))
    };
    html! {
        <section class="contents" aria-labelledby="textes">
            <h2 id="textes">{ view.pick("Les textes", "The texts") }</h2>
            <ol>{ for documents.iter().take(*shown).map(|document| item(view, document)) }</ol>
            if rest > 0 {
                <ShowMore
                    language={view.language()}
                    rest={i18n::documents(rest, view.language())}
                    onclick={show_more}
                />
            }
        </section>
    }
}

fn item(view: &View, document: &IndexedDocument) -> Html {
    let metadata = &document.metadata;
    let language = view.language();
    let kinds = &view.searcher.index().about().kinds;
    let kind = kinds
        .get(metadata.kind)
        .map_or("", |kind| i18n::of(&kind.label, language));
    let passages = i18n::passages(document.passages.len(), language);
    html! {
        <li>
            <div class="where">
                <DocumentDate date={metadata.date} {language} />
                { date_basis(metadata, language) }
            </div>
            <p class="title">
                <ActionLink {view} action={Action::Opened(document.passages.start)}>
                    <bdi>{ i18n::of(&metadata.title, language) }</bdi>
                </ActionLink>
            </p>
            <p class="kind">{ format!("{kind}, {passages}") }</p>
        </li>
    }
}

/// Returns whether a date is the source's, and on demand the reason for it. A date that is not there is nobody's, and may have a
/// reason all the same.
pub fn date_basis(metadata: &Metadata, language: Tongue) -> Html {
    let basis = match metadata.date {
        Some(_) => i18n::basis(metadata.date_basis, language),
        None => i18n::pick(language, "pourquoi\u{a0}?", "why?"),
    };
    match (i18n::of(&metadata.date_note, language), metadata.date) {
        ("", None) => html! {},
        ("", Some(_)) => html! { <span class="basis">{ basis }</span> },
        (note, _) => html! {
            <details class="basis">
                <summary>{ basis }</summary>
                <p>{ note.to_string() }</p>
            </details>
        },
    }
}
