//! The search box, what could not be read in it, first searches, and two panels: how to ask, and
//! a form that asks.

mod builder;
mod completions;
mod form;
mod help;
mod matching;
mod problems;

pub use form::{Asked, Form};
pub use problems::problem_line;

use super::elements::{element, label, link, text};
use super::{View, ViewProps};
use crate::state::Action;
use crate::views::hooks::use_kept;
use crate::words;
use builder::Builder;
use completions::Combobox;
use frise_markup::html;
use help::help;
use matching::matching_choice;
use problems::problems;
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

    fn name(self, view: &View) -> String {
        let (french, english) = match self {
            Panel::Help => ("Comment chercher", "How to search"),
            Panel::Builder => ("Composer une requête", "Build a query"),
        };
        view.pick(french, english).to_string()
    }
}

/// The search box with all that belongs to it.
#[component]
pub fn Search(props: &ViewProps) -> Html {
    let view = &props.view;
    let panel = use_kept(|| None::<Panel>);
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    let button = |this: &Panel| {
        let (this, panel) = (*this, panel.clone());
        let is_open = *panel == Some(this);
        let label = this.name(view);
        let onclick = Callback::from(move |_: MouseEvent| panel.set((!is_open).then_some(this)));
        html! {
            <button type="button" class="opens" aria-expanded={is_open} aria-controls={is_open.then_some(this.id())} {onclick}>{ label }</button>
        }
    };
    html! {
        <search class="search">
            <form role="search" {onsubmit}>
                <label for="q">{ view.pick("Chercher dans les textes", "Search the texts") }</label>
                <Combobox view={view.clone()} />
            </form>
            { problems(view) }
            <div class="below">
                { starts(view) }
                <div class="tools">
                    { matching_choice(view) }
                    { for Panel::ALL.iter().map(button) }
                </div>
            </div>
            if let Some(panel) = *panel {
                <section id={panel.id()} class="panel" tabindex="-1" aria-label={panel.name(view)}>
                    { match panel {
                        Panel::Help => help(view),
                        Panel::Builder => html! { <Builder view={view.clone()} /> },
                    } }
                </section>
            }
        </search>
    }
}

/// First searches for a reader who does not know the corpus.
fn starts(view: &View) -> Html {
    let start = |start: &frise_index::model::Start| {
        let action = Action::Asked(start.query.clone());
        let label = text(words::of(&start.label, view.language()));
        element("li", "", link(view, "", action, false, label))
    };
    let starts = &view.searcher.index().about().starts;
    if starts.is_empty() {
        return html! {};
    }
    html! {
        <div class="starts">
            { label(view, "h2", "", "Pour commencer", "Where to start") }
            <ul>{ for starts.iter().map(start) }</ul>
        </div>
    }
}
