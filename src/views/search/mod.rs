//! The search box, what could not be read in it, first searches, and two panels: how to ask, and
//! a form that asks.

mod builder;
mod common;
mod completions;
mod examples;
mod form;
mod help;
mod matching;
mod problems;

pub use examples::{Example, Shows, examples};
pub use form::{Asked, Form};
pub use problems::problem_line;

use super::ViewProps;
use crate::state::Action;
use crate::words;
use builder::Builder;
use completions::Combobox;
use help::Help;
use matching::MatchingChoice;
use problems::Problems;
use yew::prelude::*;

/// What can be opened below the box, one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Panel {
    /// How to ask.
    Help,
    /// A form that asks.
    Builder,
}

impl Panel {
    const ALL: [Panel; 2] = [Panel::Help, Panel::Builder];

    fn id(self) -> &'static str {
        match self {
            Panel::Help => "help",
            Panel::Builder => "builder",
        }
    }
}

/// The search box with all that belongs to it.
#[component]
pub fn Search(props: &ViewProps) -> Html {
    let view = &props.view;
    let panel = use_state(|| None::<Panel>);
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    let button = |this: &Panel| {
        let (this, panel) = (*this, panel.clone());
        let is_open = *panel == Some(this);
        let label = match this {
            Panel::Help => view.pick("Comment chercher", "How to search"),
            Panel::Builder => view.pick("Composer une requête", "Build a query"),
        };
        let onclick = Callback::from(move |_: MouseEvent| panel.set((!is_open).then_some(this)));
        html! {
            <button type="button" class="opens" aria-expanded={is_open.to_string()} aria-controls={is_open.then_some(this.id())} {onclick}>{ label.to_string() }</button>
        }
    };
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
                    { for Panel::ALL.iter().map(button) }
                </div>
            </div>
            if let Some(panel) = *panel {
                <section id={panel.id()} class="panel" aria-label={match panel {
                    Panel::Help => view.pick("Comment chercher", "How to search").to_string(),
                    Panel::Builder => view.pick("Composer une requête", "Build a query").to_string(),
                }}>
                    { match panel {
                        Panel::Help => html! { <Help view={view.clone()} /> },
                        Panel::Builder => html! { <Builder view={view.clone()} /> },
                    } }
                </section>
            }
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
