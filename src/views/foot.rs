//! What the corpus is made of, by what right, and which very index this is.

use super::ViewProps;
use crate::state::{Action, Part};
use crate::words;
use yew::prelude::*;

/// The foot of the page; in a frame, a link to the whole page.
#[component]
pub fn Foot(props: &ViewProps) -> Html {
    let view = &props.view;
    let index = view.searcher.index();
    if view.state.embed {
        let mut whole = view.state.clone();
        whole.embed = false;
        whole.hidden.clear();
        let address = crate::url::print(&whole, index);
        return html! {
            <footer class="foot"><a href={address} target="_blank" rel="noopener">{ view.pick("Ouvrir la frise entière", "Open the whole timeline") }</a></footer>
        };
    }
    let language = view.language();
    let size = [
        words::documents(index.documents().len(), language),
        words::passages(index.passages() as usize, language),
        words::words(index.words(), language),
    ];
    html! {
        <footer class="foot" aria-label={words::part(Part::Header, language)}>
            <p>{ words::of(&index.about().notice, language) }</p>
            <p>{ size.join(" · ") }{ " · " }{ view.pick("index", "index") }{ "\u{a0}" }<code>{ index.version() }</code></p>
            <p><a href={view.address_after(&Action::Cleared)} onclick={view.follow(Action::Cleared)}>{ view.pick("Revoir le corpus entier", "See the whole corpus") }</a>
                { " · " }<a href="textes.html">{ view.pick("Les textes sur une page simple", "The texts on a plain page") }</a></p>
        </footer>
    }
}
