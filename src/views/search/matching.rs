//! The choice of how the plain words of a query match: by stem, folded, or to the letter.

use super::super::View;
use super::super::select::Select;
use crate::state::Action;
use crate::views::elements::classes;
use crate::words;
use frise_index::query::Matching;
use frise_markup::html;
use yew::prelude::*;

const ALL: [Matching; 3] = [Matching::Stemmed, Matching::Folded, Matching::Exact];

/// The choice, which tells on demand what the chosen one does.
pub fn matching_choice(view: &View) -> Html {
    let (language, chosen, act) = (view.language(), view.state.matching, view.act.clone());
    let choose = Callback::from(move |place: usize| {
        if let Some(matching) = ALL.get(place) {
            act.emit(Action::Matched(*matching));
        }
    });
    let class = classes(&[
        ("matching", true),
        ("changed", chosen != Matching::default()),
    ]);
    html! {
        <Select id="match" label={view.pick("Mots", "Words")} {class} {choose}
            options={ALL.map(|matching| words::matching(matching, language).into()).to_vec()}
            chosen={ALL.iter().position(|known| *known == chosen).unwrap_or(0)}
            hint={AttrValue::from(words::matching_hint(chosen, language))} />
    }
}
