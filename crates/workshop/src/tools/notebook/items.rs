//! The items of a notebook as they are shown, and what of them does not fit the corpus.

use super::edits::{changed, clicked};
use crate::browser;
use crate::context::ToolContext;
use frise::i18n;
use frise_cite::notebook::{Content, Item, Notebook};
use yew::prelude::*;

/// Returns an item with its text, its note and its place in the order.
pub fn item(
    context: &ToolContext,
    notebook: &Notebook,
    keep: &Callback<Notebook>,
    place: usize,
) -> Html {
    let Item { content, note } = &notebook.items[place];
    let index = context.searcher.index();
    let pick = |french, english| context.pick(french, english);
    let (id, text) = match content {
        Content::Passage { id, quote } if quote.is_empty() => {
            let passages = index.passages_of_id(id).into_iter().flatten();
            let texts: Vec<String> = passages.map(|passage| index.text_of(passage)).collect();
            (id, texts.join(" "))
        }
        Content::Passage { id, quote } => (id, quote.clone()),
        Content::Hit {
            id,
            left,
            hit,
            right,
        } => (id, format!("{left} {hit} {right}")),
        Content::Figure { title, address, .. } => (address, title.clone()),
    };
    let address = match content {
        Content::Figure { address, .. } => address.clone(),
        _ => format!("?#{id}"),
    };
    let show = {
        let address = address.clone();
        move |event: MouseEvent| {
            event.prevent_default();
            browser::show_view(&address);
        }
    };
    let write = changed(notebook, keep, move |notebook, value| {
        notebook.items[place].note = value
    });
    let up = clicked(notebook, keep, move |notebook| {
        notebook.items.swap(place - 1, place)
    });
    let remove = clicked(notebook, keep, move |notebook| {
        drop(notebook.items.remove(place))
    });
    html! {
        <li>
            <blockquote>{ text }</blockquote>
            if address.starts_with('?') {
                <p><a href={address} onclick={show}>{ place_name(context, id) }</a></p>
            } else {
                <p>{ id }</p>
            }
            <label class="field">
                <span>{ pick("Note", "Note") }</span>
                <textarea rows="2" value={note.clone()} onchange={write} />
            </label>
            if place > 0 {
                <button type="button" class="more" onclick={up}>{ pick("Monter", "Move up") }</button>
            }
            <button type="button" class="more" onclick={remove}>{ pick("Retirer", "Remove") }</button>
        </li>
    }
}

/// Returns `Stratégie § 22` for the id of a passage or of a run of passages, and what names no passage of the corpus as it is.
fn place_name(context: &ToolContext, id: &str) -> String {
    let index = context.searcher.index();
    let passages: Vec<u32> = index.passages_of_id(id).into_iter().flatten().collect();
    let (Some(first), Some(last)) = (passages.first(), passages.last()) else {
        return id.to_string();
    };
    let number = |passage: u32| {
        let id = index.passage_id(passage);
        id.rsplit_once(".p")
            .map_or(String::new(), |(_, number)| number.to_string())
    };
    let metadata = &index.documents()[index.document_of(*first)].metadata;
    let short = i18n::of(&metadata.short, context.language());
    let end = match first == last {
        true => String::new(),
        false => format!("–{}", number(*last)),
    };
    [short, i18n::PLACE_SIGN, &number(*first), &end].concat()
}

/// Returns what of a notebook does not fit the corpus that is shown.
pub fn misfit(context: &ToolContext, notebook: &Notebook) -> Html {
    let fit = notebook.fit(context.searcher.index());
    let pick = |french, english| context.pick(french, english);
    let mut sentences: Vec<String> = Vec::new();
    if let Some(corpus) = &fit.other_corpus {
        let quoted = i18n::quoted(corpus, context.language());
        sentences.push(format!(
            "{} {quoted}.",
            pick(
                "Ce carnet est d’un autre corpus,",
                "This notebook is of another corpus,"
            )
        ));
    } else if fit.other_version.is_some() {
        sentences.push(
            pick(
                "Ce carnet est d’une autre version de ce corpus.",
                "This notebook is of another version of this corpus.",
            )
            .to_string(),
        );
    }
    for (place, nearest) in &fit.missing {
        let nearest = nearest.as_ref().map_or(String::new(), |id| {
            format!("{} {id}", pick(" Le plus proche\u{a0}:", " The nearest:"))
        });
        sentences.push(format!(
            "{}. {}{nearest}",
            place + 1,
            pick(
                "Ce passage n’est pas dans ce corpus.",
                "This passage is not in this corpus."
            )
        ));
    }
    for place in &fit.changed {
        sentences.push(format!(
            "{}. {}",
            place + 1,
            pick(
                "Le texte cité a changé.",
                "The text that is quoted has changed."
            )
        ));
    }
    if sentences.is_empty() || notebook.items.is_empty() {
        return html! {};
    }
    html! {
        <ul class="report-warnings">
            for sentence in sentences {
                <li>{ sentence }</li>
            }
        </ul>
    }
}
