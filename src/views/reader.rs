//! A document whole, with its headings and voices, and the passage of the link in view.

use super::contents::basis;
use super::elements::{classes, date, element, label, link, said, text};
use super::hooks::use_after;
use super::{View, ViewProps, passage};
use crate::state::Action;
use crate::url::RESULTS;
use crate::{browser, url, words};
use frise_index::IndexedDocument;
use frise_index::model::{Metadata, RunKind, Voice};
use frise_index::search::HighlightedRun;
use frise_markup::html;
use yew::prelude::*;

/// The text that is being read.
#[component]
pub fn Reader(props: &ViewProps) -> Html {
    let view = &props.view;
    let index = view.searcher.index();
    let id = view
        .state
        .passage
        .map(|place| index.passage_id(place))
        .unwrap_or_default();
    // A step of a lesson comes before the text that it opens.
    let comes_first = view.state.lesson.is_none() || url::is_apart(&view.state, index);
    use_after(id, move |id| {
        browser::scroll_within("lecture", id);
        if comes_first {
            enter(id);
        }
    });
    use_after((), |()| {
        || drop(browser::ask_shell("leave", &["lecture", RESULTS]))
    });
    let Some(open) = view.state.passage else {
        return html! {};
    };
    let place = index.document_of(open);
    let Some(document) = index.documents().get(place) else {
        return html! {};
    };
    let metadata = &document.metadata;
    let onkeydown = {
        let act = view.act.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                act.emit(Action::Closed);
            }
        })
    };
    html! {
        <article class="reader" id="lecture" tabindex="-1" aria-labelledby="lecture-titre" {onkeydown}>
            <div class="bar">
                <div class="where">
                    { element("b", "", text(words::of(&metadata.short, view.language()))) }
                    { date(view, metadata) }
                    { basis(view, metadata) }
                </div>
                { link(view, "close", Action::Closed, false, said(view, "Fermer", "Close")) }
            </div>
            <header>
                <h2 id="lecture-titre" lang={metadata.language.clone()}>{ words::of(&metadata.title, view.language()) }</h2>
                { element("p", "origin", text(&origin(metadata))) }
            </header>
            <div class="text" lang={metadata.language.clone()}>{ for document.passages.clone().map(|place| paragraph(view, document, place)) }</div>
            <nav class="neighbours" aria-label={view.pick("Textes voisins", "Neighbouring texts")}>
                { neighbour(view, place.checked_sub(1), "Avant", "Before") }
                { neighbour(view, place.checked_add(1), "Après", "After") }
            </nav>
        </article>
    }
}

/// Goes to the text, at the passage of this id, and takes the focus there.
pub fn enter(id: &str) {
    browser::ask_shell("enter", &["lecture"]);
    browser::show("lecture", id);
}

/// A link to the text before or after; nothing where there is none.
fn neighbour(
    view: &View,
    place: Option<usize>,
    french: &'static str,
    english: &'static str,
) -> Option<Html> {
    let document = view.searcher.index().documents().get(place?)?;
    let action = Action::Opened(document.passages.start);
    let name = words::of(&document.metadata.short, view.language());
    let inside = html! { <>{ label(view, "span", "direction", french, english) }{ name }</> };
    Some(link(view, "", action, false, inside))
}

/// Who made the text, who published it, where it was found: each once.
fn origin(metadata: &Metadata) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in [&metadata.creator, &metadata.publisher, &metadata.source] {
        if !part.is_empty() && !parts.contains(&part.as_str()) {
            parts.push(part);
        }
    }
    parts.join(" · ")
}

fn paragraph(view: &View, document: &IndexedDocument, place: u32) -> Html {
    let runs = view
        .searcher
        .highlight(place, &view.answer.plan, &view.state.filters.themes);
    let id = view.searcher.index().passage_id(place);
    let (headings, spans): (Vec<HighlightedRun>, Vec<HighlightedRun>) = runs
        .into_iter()
        .partition(|run| matches!(run.kind, RunKind::Heading(_)));
    let title = words::of(&document.metadata.title, view.language());
    let open = view.state.passage == Some(place);
    let action = Action::Opened(place);
    let speakers = passage::speakers(view, &spans);
    let quoted = spans
        .iter()
        .any(|run| run.kind == RunKind::Span(Voice::Direct));
    html! {
        <>
            { for headings.iter().filter(|run| words_of(run) != title).map(|run| heading(view, run)) }
            <div id={id} class={classes(&[("passage", true), ("open", open)])} aria-current={open.then_some("true")}>
                <p class="margin">
                    <a class="number" href={view.address_after(&action)} onclick={view.follow(action)}
                        aria-label={view.pick("Lien vers le passage ", "Link to passage ").to_string() + &number(document, place)}>
                        { number(document, place) }
                    </a>
                    if !speakers.is_empty() { <span class={classes(&[("who", true), ("quoted", quoted)])}>{ speakers.join(", ") }</span> }
                </p>
                <p class="words">{ for spans.iter().map(|run| passage::run(view, run)) }</p>
            </div>
        </>
    }
}

fn words_of(run: &HighlightedRun) -> String {
    run.segments
        .iter()
        .map(|segment| segment.text.as_str())
        .collect()
}

fn number(document: &IndexedDocument, place: u32) -> String {
    (place - document.passages.start + 1).to_string()
}

/// Headings of the text stand below the title of the document, which is of level 2.
fn heading(view: &View, run: &HighlightedRun) -> Html {
    let RunKind::Heading(level) = run.kind else {
        return html! {};
    };
    let tag = format!("h{}", (level + 1).clamp(3, 6));
    html! { <@{tag}>{ passage::run(view, run) }</@> }
}
