//! Other names of what is asked for, as the editor lists them, each offered as a link to the search for all of them.

use crate::components::ViewProps;
use crate::components::controls::ActionLink;
use crate::i18n;
use crate::state::Action;
use frise_index::search::SynonymSuggestion;
use yew::prelude::*;

/// The offers; nothing if the query has no name with synonyms that find more.
#[component]
pub fn Synonyms(props: &ViewProps) -> Html {
    let view = &props.view;
    let offer = |offered: SynonymSuggestion| {
        let action = Action::Asked(offered.query.clone());
        view.state.allows(&action).then(|| {
            html! {
                <li>
                    { i18n::synonyms(&offered, view.language()) }
                    <ActionLink {view} {action}>
                        { view.pick("chercher tous ces noms", "search for all these names") }
                    </ActionLink>
                    { " (" }
                    { i18n::passages(offered.passages, view.language()) }
                    { ")" }
                </li>
            }
        })
    };
    let offered = view.searcher.synonyms(&view.query(), &view.state.filters);
    let offers: Vec<Html> = offered.into_iter().filter_map(offer).collect();
    if offers.is_empty() {
        return html! {};
    }
    html! {
        <ul class="synonyms" aria-label={view.pick("Synonymes", "Synonyms")}>{ offers }</ul>
    }
}
