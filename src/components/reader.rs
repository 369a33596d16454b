//! The text that is being read: a whole document with its headings and voices, scrolled to the passage of the link.

mod sections;

use super::contents::date_basis;
use super::controls::{ActionLink, DocumentDate};
use super::hue::Hues;
use super::{View, ViewProps, passage};
use crate::state::{Action, Listing};
use crate::url::RESULTS;
use crate::{i18n, url, web};
use frise_index::IndexedDocument;
use frise_index::model::{Metadata, RunKind, Voice};
use frise_index::search::HighlightedRun;
use frise_text::{direction, isolated};
use std::borrow::Cow;
use yew::prelude::*;

/// The id of the text, which takes the focus when a passage is opened.
const ID: &str = "lecture";

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
    // A step of a lesson keeps the focus when it opens a text, and so does a tool, which covers the texts.
    let takes_focus = view.state.tool.is_none()
        && (view.state.lesson.is_none() || url::is_apart(&view.state, index));
    use_effect_with(id, move |id| {
        web::scroll_within(ID, id);
        if takes_focus {
            enter(id);
        }
    });
    use_effect_with((), |()| || drop(web::call_shell("leave", &[ID, RESULTS])));
    let Some(open) = view.state.passage else {
        return html! {};
    };
    let place = index.document_of(open);
    let Some(document) = index.documents().get(place) else {
        return html! {};
    };
    let metadata = &document.metadata;
    let language = view.language();
    let hues = Hues::of(view);
    let onkeydown = {
        let act = view.act.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                act.emit(Action::Closed);
            }
        })
    };
    html! {
        <article class="reader" id={ID} tabindex="-1" aria-labelledby="lecture-titre" {onkeydown}>
            <div class="bar">
                <ActionLink {view} class="back" action={Action::Closed}>{ back(view) }</ActionLink>
                <div class="where">
                    <b dir="auto">{ i18n::of(&metadata.short, language) }</b>
                    <DocumentDate date={metadata.date} {language} />
                    { date_basis(metadata, language) }
                </div>
                { sections::found_around(view) }
                if web::has_tools() {
                    <ActionLink {view} action={Action::Tooled(Some("cite".to_string()))}>
                        { view.pick("Citer", "Cite") }
                    </ActionLink>
                }
                <ActionLink {view} class="close" action={Action::Closed}>
                    { view.pick("Fermer", "Close") }
                </ActionLink>
            </div>
            <header>
                <h2 id="lecture-titre" lang={metadata.language.clone()} dir="auto">
                    { i18n::of(&metadata.title, language) }
                </h2>
                <p class="origin">{ origin(metadata) }</p>
                { sections::table(view, document) }
            </header>
            <div class="text" lang={metadata.language.clone()} dir={direction(&metadata.language)}>
                { for document.passages.clone().map(|place| paragraph(view, &hues, document, place)) }
            </div>
            <nav class="neighbours" aria-label={view.pick("Textes voisins", "Neighbouring texts")}>
                { neighbour(view, place.checked_sub(1), view.pick("Avant", "Before")) }
                { neighbour(view, place.checked_add(1), view.pick("Après", "After")) }
            </nav>
        </article>
    }
}

/// Returns the name of what stands behind the text.
fn back(view: &View) -> &'static str {
    match view.state.listing {
        Listing::Concordance => "← Concordance",
        Listing::Passages if view.state.is_unfiltered() => view.pick("← Textes", "← Texts"),
        Listing::Passages => "← Passages",
    }
}

/// Moves the focus to the text, and the page to the passage of an id.
pub fn enter(id: &str) {
    web::call_shell("enter", &[ID]);
    web::scroll_to(ID, id);
}

/// Returns a link to the text before or after; nothing if there is none.
fn neighbour(view: &View, place: Option<usize>, direction: &'static str) -> Html {
    let documents = view.searcher.index().documents();
    let Some(document) = place.and_then(|place| documents.get(place)) else {
        return html! {};
    };
    let action = Action::Opened(document.passages.start);
    html! {
        <ActionLink {view} {action}>
            <span class="direction">{ direction }</span>
            <bdi>{ i18n::of(&document.metadata.short, view.language()) }</bdi>
        </ActionLink>
    }
}

/// Returns who made the text, who published it and where it was found, each once.
fn origin(metadata: &Metadata) -> String {
    let mut parts: Vec<Cow<str>> = Vec::new();
    for part in [&metadata.creator, &metadata.publisher, &metadata.source] {
        let part = isolated(part);
        if !part.is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.join(" · ")
}

fn paragraph(view: &View, hues: &Hues, document: &IndexedDocument, place: u32) -> Html {
    let runs = view
        .searcher
        .highlight(place, &view.answer.plan, &view.state.filters.themes);
    let id = view.searcher.index().passage_id(place);
    let (headings, spans): (Vec<HighlightedRun>, Vec<HighlightedRun>) = runs
        .into_iter()
        .partition(|run| matches!(run.kind, RunKind::Heading(_)));
    let title = i18n::of(&document.metadata.title, view.language());
    let headings = headings.iter().filter(|run| text_of(run) != title);
    let is_current = view.state.passage == Some(place);
    let is_open = view
        .state
        .opened()
        .is_some_and(|open| open.contains(&place));
    let action = Action::Opened(place);
    let number = (place - document.passages.start + 1).to_string();
    let label = [
        view.pick("Lien vers le passage ", "Link to passage "),
        &number,
    ]
    .concat();
    let speakers = passage::speakers(view, &spans);
    let is_quoted = spans
        .iter()
        .any(|run| run.kind == RunKind::Span(Voice::Direct));
    html! {
        <>
            for run in headings {
                { heading(view, run) }
            }
            <div
                {id}
                class={classes!("passage", hues.class(view, place), is_open.then_some("open"))}
                data-passage={place.to_string()}
                aria-current={is_current.then_some("true")}
            >
                <p class="margin">
                    <a
                        class="number"
                        href={view.address_after(&action)}
                        onclick={view.follow(action)}
                        aria-label={label}
                    >
                        { number }
                    </a>
                    if !speakers.is_empty() {
                        <span class={classes!("who", is_quoted.then_some("quoted"))}>
                            { speakers.join(", ") }
                        </span>
                    }
                </p>
                <p class="words">{ for spans.iter().map(|run| passage::run(view, run)) }</p>
            </div>
        </>
    }
}

fn text_of(run: &HighlightedRun) -> String {
    run.segments
        .iter()
        .map(|segment| segment.text.as_str())
        .collect()
}

/// Returns a heading of the text. The title of the document is of level 2, and all headings stand below it.
fn heading(view: &View, run: &HighlightedRun) -> Html {
    let RunKind::Heading(level) = run.kind else {
        return html! {};
    };
    let tag = format!("h{}", (level + 1).clamp(3, 6));
    html! { <@{tag}>{ passage::run(view, run) }</@> }
}
