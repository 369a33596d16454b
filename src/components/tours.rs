//! The guided tours of the corpus, offered where nothing has been asked yet.

use super::{View, ViewProps};
use crate::state::Action;
use crate::url::{self, Parsed};
use crate::{i18n, web};
use frise_date::Tongue;
use frise_index::model::Lesson;
use yew::prelude::*;

/// A card for each tour: its title, what it is about, and how many steps it has. Each is a link that begins the tour.
#[component]
pub fn Tours(props: &ViewProps) -> Html {
    let view = &props.view;
    let tours = &view.searcher.index().about().lessons;
    if tours.is_empty() {
        return html! {};
    }
    html! {
        <nav class="tours" aria-labelledby="visites">
            <h2 id="visites">{ view.pick("Visites guidées", "Guided tours") }</h2>
            <ul>{ for tours.iter().filter_map(|tour| card(view, tour)) }</ul>
        </nav>
    }
}

fn card(view: &View, tour: &Lesson) -> Option<Html> {
    let language = view.language();
    let Parsed { state, notes } = url::tour_view(&tour.id, view.searcher.index())?;
    let action = Action::Toured(Box::new(state), notes);
    let start = view.follow(action.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        start.emit(event);
        web::call_shell("meet", &[super::lesson::ID]);
    });
    Some(html! {
        <li>
            <a href={view.address_after(&action)} {onclick}>
                <b>{ i18n::of(&tour.title, language) }</b>
                <span>{ i18n::of(&tour.sentence, language) }</span>
                <i>{ steps(tour.steps.len(), language) }</i>
            </a>
        </li>
    })
}

/// Returns `5 étapes`.
fn steps(count: usize, language: Tongue) -> String {
    let word = match (language, count) {
        (Tongue::French, 0 | 1) => "étape",
        (Tongue::French, _) => "étapes",
        (Tongue::English, 1) => "step",
        (Tongue::English, _) => "steps",
    };
    [&i18n::number(count, language), "\u{a0}", word].concat()
}
