use crate::browser;
use crate::state::History;
use crate::views::View;
use yew::prelude::*;

/// How long dates must be at rest before all of the page follows them, in milliseconds.
const REST: u32 = 120;

/// The page as it was when dates were last at rest. While they move, the wall, the counts and the facets
/// follow at once; the texts, the address and its history do so at the next rest, since nobody reads them
/// meanwhile, and browsers refuse addresses that change too often. All else that happens is a rest.
#[hook]
pub fn use_rest(view: &View) -> View {
    let rested = use_mut_ref(|| view.clone());
    let draw = use_force_update();
    let before = rested.borrow().state.query.clone();
    let moves = view.state.history == History::Replace && view.state.query == before;
    if !moves {
        rested.replace(view.clone());
    }
    let last = rested.clone();
    use_effect_with(view.clone(), move |view| {
        let view = view.clone();
        let later = moves.then(|| {
            browser::later(REST, move || {
                last.replace(view);
                draw.force_update();
            })
        });
        move || drop(later)
    });
    rested.borrow().clone()
}
