//! The choice of how the plain words of a query match: by stem, folded, or exactly.

use crate::components::ViewProps;
use crate::components::select::Select;
use crate::i18n;
use crate::state::Action;
use frise_index::query::Matching;
use yew::prelude::*;

const ALL: [Matching; 3] = [Matching::Stemmed, Matching::Folded, Matching::Exact];

/// The choice, with a tooltip that describes the current one.
#[component]
pub fn MatchingSelect(props: &ViewProps) -> Html {
    let view = &props.view;
    let (language, matching) = (view.language(), view.state.matching);
    let choose = {
        let act = view.act.clone();
        Callback::from(move |place: usize| {
            if let Some(matching) = ALL.get(place) {
                act.emit(Action::Matched(*matching));
            }
        })
    };
    let options = ALL.map(|matching| AttrValue::from(i18n::matching(matching, language)));
    let chosen = ALL.iter().position(|known| *known == matching);
    html! {
        <Select
            id="match"
            class={classes!("matching", (matching != Matching::default()).then_some("changed"))}
            label={view.pick("Mots", "Words")}
            options={options.to_vec()}
            chosen={chosen.unwrap_or(0)}
            hint={i18n::matching_hint(matching, language)}
            {choose}
        />
    }
}
