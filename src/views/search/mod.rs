//! The search box, what could not be read in it, first searches, and help.

mod completions;
mod matching;
mod problems;

use super::ViewProps;
use crate::state::Action;
use crate::words;
use completions::Combobox;
use matching::MatchingChoice;
use problems::Problems;
use yew::prelude::*;

/// The search box with all that belongs to it.
#[component]
pub fn Search(props: &ViewProps) -> Html {
    let view = &props.view;
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <search class="search">
            <form role="search" {onsubmit}>
                <label for="q">{ view.pick("Chercher dans les textes", "Search the texts") }</label>
                <Combobox view={view.clone()} />
            </form>
            <Problems view={view.clone()} />
            <div class="below">
                <Starts view={view.clone()} />
                <div class="tools">
                    <MatchingChoice view={view.clone()} />
                    <Help view={view.clone()} />
                </div>
            </div>
        </search>
    }
}

/// First searches for a reader who does not know the corpus.
#[component]
fn Starts(props: &ViewProps) -> Html {
    let view = &props.view;
    let start = |start: &frise_engine::corpus::Start| {
        let action = Action::Asked(start.query.clone());
        html! {
            <li><a href={view.address_after(&action)} onclick={view.follow(action)}>{ words::of(&start.label, view.language()) }</a></li>
        }
    };
    let starts = &view.searcher.index().about().starts;
    if starts.is_empty() {
        return html! {};
    }
    html! {
        <div class="starts">
            <h2>{ view.pick("Pour commencer", "Where to start") }</h2>
            <ul>{ for starts.iter().map(start) }</ul>
        </div>
    }
}

/// A query, and what it finds in French and in English.
const EXAMPLES: [(&str, &str, &str); 9] = [
    (
        "souveraineté",
        "le mot, sans souci d’accents, de majuscules ni de pluriel",
        "the word, whatever its accents, capitals or plural",
    ),
    (
        "cyber*",
        "tous les mots qui commencent ainsi",
        "all words that begin so",
    ),
    (
        "souverain?té",
        "? pour une lettre, * pour plusieurs",
        "? for one letter, * for several",
    ),
    (
        "\"communauté de destin\"",
        "ces mots, dans cet ordre",
        "these words, in this order",
    ),
    (
        "\"règles internationales\"~8",
        "ces mots à huit mots de distance au plus",
        "these words within eight words",
    ),
    (
        "fossé|fracture numérique",
        "l’un ou l’autre, avec « numérique »",
        "either of the two, with “numérique”",
    ),
    (
        "réseau -propre",
        "le premier sans le second",
        "the first without the second",
    ),
    ("hégémonisme~1", "à une lettre près", "but for one letter"),
    (
        "locuteur:liu date:2016..2020",
        "ce que dit quelqu’un, entre deux dates (aussi voix:, thème:, doc:, genre:)",
        "what someone says, between two dates (also voice:, theme:, doc:, kind:)",
    ),
];

/// How to ask, by examples that can be tried.
#[component]
fn Help(props: &ViewProps) -> Html {
    let view = &props.view;
    let example = |(query, french, english): &(&'static str, &'static str, &'static str)| {
        let action = Action::Asked(query.to_string());
        html! {
            <>
                <dt><a href={view.address_after(&action)} onclick={view.follow(action)}><code>{ *query }</code></a></dt>
                <dd>{ view.pick(french, english) }</dd>
            </>
        }
    };
    html! {
        <details class="help">
            <summary>{ view.pick("Comment chercher", "How to search") }</summary>
            <dl>{ for EXAMPLES.iter().map(example) }</dl>
        </details>
    }
}
