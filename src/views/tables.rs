//! The timelines as tables: by date, by speaker, by theme, each figure with what it is of.

use super::lanes::lanes;
use super::{View, ViewProps};
use crate::state::{Action, Choice, Subject};
use crate::words;
use frise_engine::index::IndexedDocument;
use frise_engine::search::PassageSet;
use yew::prelude::*;

/// The three tables.
#[component]
pub fn Tables(props: &ViewProps) -> Html {
    let view = &props.view;
    html! {
        <div class="tables">
            { by_date(view) }
            { crossed(view, Subject::Speakers, view.pick("Par locuteur", "By speaker")) }
            { crossed(view, Subject::Themes, view.pick("Par thème", "By theme")) }
        </div>
    }
}

fn by_date(view: &View) -> Html {
    let language = view.language();
    let row = |(place, document): (u32, &IndexedDocument)| {
        let metadata = &document.metadata;
        let found = document
            .passages
            .clone()
            .filter(|passage| view.answer.matched.contains(*passage))
            .count();
        html! {
            <tr>
                <td>{ view.date(metadata) }</td>
                <th scope="row">{ toggle(view, words::of(&metadata.short, language), Choice::Document(place)) }</th>
                <td class="figure">{ words::number(found, language) }</td>
                <td class="figure">{ words::number(document.passages.len(), language) }</td>
            </tr>
        }
    };
    html! {
        <div class="scrolls" tabindex="0" role="group" aria-label={view.pick("Par date", "By date").to_string()}>
        <table>
            <caption>{ view.pick("Par date", "By date") }</caption>
            <thead><tr>
                <th scope="col">{ "Date" }</th><th scope="col">{ "Document" }</th>
                <th scope="col" class="figure">{ view.pick("trouvés", "found") }</th><th scope="col" class="figure">{ view.pick("passages", "passages") }</th>
            </tr></thead>
            <tbody>{ for (0..).zip(view.searcher.index().documents()).map(row) }</tbody>
        </table>
        </div>
    }
}

/// How many columns of documents a table has at most; beyond, only the sums are given.
const MOST_DOCUMENTS: usize = 12;

fn crossed(view: &View, subject: Subject, caption: &str) -> Html {
    let language = view.language();
    let documents = view.searcher.index().documents();
    let documents = if documents.len() > MOST_DOCUMENTS {
        &[]
    } else {
        documents
    };
    let count = |set: &PassageSet, document: &IndexedDocument| {
        document
            .passages
            .clone()
            .filter(|passage| set.contains(*passage))
            .count()
    };
    let rows = lanes(view, subject).into_iter().map(|lane| {
        let mut found = lane.passages.clone();
        found.intersect(&view.answer.matched);
        html! {
            <tr>
                <th scope="row">{ toggle(view, words::of(lane.label, language), lane.choice) }</th>
                { for documents.iter().map(|document| html! { <td class="figure">{ words::number(count(&found, document), language) }</td> }) }
                <td class="figure">{ words::number(found.count() as usize, language) }</td>
                <td class="figure">{ words::number(lane.passages.count() as usize, language) }</td>
            </tr>
        }
    });
    html! {
        <div class="scrolls" tabindex="0" role="group" aria-label={caption.to_string()}>
            <table>
                <caption>{ caption.to_string() }</caption>
                <thead><tr>
                    <td></td>
                    { for documents.iter().map(|document| html! { <th scope="col" class="figure">{ words::of(&document.metadata.short, language) }</th> }) }
                    <th scope="col" class="figure">{ view.pick("trouvés", "found") }</th><th scope="col" class="figure">{ view.pick("en tout", "in all") }</th>
                </tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

fn toggle(view: &View, label: &str, choice: Choice) -> Html {
    html! {
        <button type="button" aria-pressed={view.state.holds(choice).to_string()} onclick={view.will(Action::Toggled(choice))}>{ label.to_string() }</button>
    }
}
