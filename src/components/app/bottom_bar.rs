//! The bar at the bottom of a telephone, which changes between the panes.

use super::panes::Pane;
use crate::components::controls::ActionLink;
use crate::components::{View, passage};
use crate::i18n;
use crate::state::{Action, Part};
use frise_text::direction;
use yew::prelude::*;

/// The length of the first sentence found, in words.
const WORDS: u32 = 18;

/// Props of [`BottomBar`].
#[derive(Clone, PartialEq, Properties)]
pub struct BottomBarProps {
    /// The page.
    pub view: View,
    /// The pane in front.
    pub front: Pane,
    /// Called with the pane that is asked for.
    pub onshow: Callback<Pane>,
}

/// The bar: above the buttons stands the first sentence found, beside the timelines and where something is looked for.
#[component]
pub fn BottomBar(props: &BottomBarProps) -> Html {
    let BottomBarProps {
        view,
        front,
        onshow,
    } = props;
    let is_there = |pane: &Pane| match pane {
        Pane::Wall => view.state.shows(Part::Timelines),
        Pane::Passages => true,
        Pane::Text => view.state.shows(Part::Reader),
    };
    let is_asked = *front == Pane::Wall && !view.state.is_unfiltered();
    html! {
        <div class="bottom">
            if is_asked {
                { first_found(view) }
            }
            <nav class="bottom-bar" aria-label={view.pick("Vues", "Views")}>
                for pane in Pane::ALL.into_iter().filter(is_there) {
                    <button
                        type="button"
                        aria-current={(pane == *front).then_some("true")}
                        onclick={onshow.reform(move |_| pane)}
                    >
                        { name(view, pane) }
                        if pane == Pane::Passages {
                            { " " }
                            <b>{ i18n::number(view.answer.passages.len(), view.language()) }</b>
                        }
                    </button>
                }
            </nav>
        </div>
    }
}

fn name(view: &View, pane: Pane) -> &'static str {
    match pane {
        Pane::Wall => view.pick("Frise", "Timeline"),
        Pane::Passages => "Passages",
        Pane::Text => view.pick("Texte", "Text"),
    }
}

/// Returns the first passage that is found, as a link that opens it; `None` if nothing is found.
fn first_found(view: &View) -> Option<Html> {
    let place = view.answer.passages.first()?.passage;
    let index = view.searcher.index();
    let metadata = &index.documents().get(index.document_of(place))?.metadata;
    let themes = &view.state.filters.themes;
    let snippet = view
        .searcher
        .snippet(place, &view.answer.plan, themes, WORDS);
    let id = index.passage_id(place);
    let number = id.rsplit_once(".p").map_or("", |(_, number)| number);
    Some(html! {
        <div class="first-found">
            <ActionLink {view} action={Action::Opened(place)}>
                <span class="where">{ passage::place(view, metadata, number) }</span>
                <span class="first-words" lang={metadata.language.clone()} dir={direction(&metadata.language)}>
                    { for snippet.iter().map(|run| passage::run(view, run)) }
                </span>
            </ActionLink>
        </div>
    })
}
