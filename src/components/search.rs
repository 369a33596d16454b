//! The search: the box, the problems of its query, its synonyms, first searches, and two panels: help, and a form that builds a query.

mod builder;
mod completions;
mod field_meanings;
mod form;
mod help;
mod matching;
mod operator_words;
mod problems;
mod query_notes;
mod synonyms;

pub use builder::Builder;
pub use completions::{Completions, CompletionsProps};
pub use form::{FormField, QueryForm};
pub use help::Help;
pub use query_notes::QueryNotes;

use super::controls::{ActionLink, DisclosureButton};
use super::deferred::{Deferred, Later};
use super::{View, ViewProps};
use crate::i18n;
use crate::state::Action;
use completions::Combobox;
use matching::MatchingSelect;
use yew::prelude::*;

/// What can be opened below the box, one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Panel {
    /// The signs of the query language, and examples.
    Help,
    /// A form that builds a query.
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

    fn part(self, view: &View) -> Deferred {
        let props = ViewProps { view: view.clone() };
        match self {
            Panel::Help => Deferred::Help(props),
            Panel::Builder => Deferred::Builder(props),
        }
    }

    fn name(self, view: &View) -> &'static str {
        match self {
            Panel::Help => view.pick("Comment chercher", "How to search"),
            Panel::Builder => view.pick("Composer une requête", "Build a query"),
        }
    }
}

/// Props of [`Search`].
#[derive(Clone, PartialEq, Properties)]
pub struct SearchProps {
    /// The page.
    pub view: View,
    /// Called when the reader submits the query.
    pub onsubmit: Callback<()>,
}

/// The search box with all that belongs to it.
#[component]
pub fn Search(props: &SearchProps) -> Html {
    let SearchProps { view, onsubmit } = props;
    let panel = use_state(|| None::<Panel>);
    let onsubmit = onsubmit.reform(|event: SubmitEvent| event.prevent_default());
    let button = |this: Panel| {
        let is_open = *panel == Some(this);
        let panel = panel.clone();
        let onclick = Callback::from(move |_| panel.set((!is_open).then_some(this)));
        html! {
            <DisclosureButton controls={this.id()} {is_open} {onclick}>{ this.name(view) }</DisclosureButton>
        }
    };
    html! {
        <search class="search">
            <form role="search" {onsubmit}>
                <label for="q">{ view.pick("Chercher dans les textes", "Search the texts") }</label>
                <Combobox {view} />
            </form>
            if !view.state.query.is_empty() {
                <Later {view} part={Deferred::QueryNotes(ViewProps { view: view.clone() })} />
            }
            <div class="below">
                <Starts {view} />
                <div class="tools">
                    <MatchingSelect {view} />
                    for panel in Panel::ALL {
                        { button(panel) }
                    }
                </div>
            </div>
            if let Some(panel) = *panel {
                <section id={panel.id()} class="panel" tabindex="-1" aria-label={panel.name(view)}>
                    <Later {view} part={panel.part(view)} />
                </section>
            }
        </search>
    }
}

/// First searches for a reader who does not know the corpus.
#[component]
fn Starts(props: &ViewProps) -> Html {
    let view = &props.view;
    let starts = &view.searcher.index().about().starts;
    if starts.is_empty() {
        return html! {};
    }
    html! {
        <div class="starts">
            <h2>{ view.pick("Pour commencer", "Where to start") }</h2>
            <ul>
                for start in starts {
                    <li>
                        <ActionLink {view} action={Action::Asked(start.query.clone())}>
                            { i18n::of(&start.label, view.language()) }
                        </ActionLink>
                    </li>
                }
            </ul>
        </div>
    }
}
