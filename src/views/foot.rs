//! What the corpus is made of, by what right, and which very index this is.

use super::View;
use super::elements::{element, link, said, text};
use super::statements::statements;
use crate::state::{Action, Part};
use crate::words;
use frise_markup::html;
use yew::prelude::*;

/// The foot of the page; in a frame, a link to the whole page.
pub fn foot(view: &View) -> Html {
    let index = view.searcher.index();
    if view.state.frame.embed {
        let address = crate::url::print(&view.whole(), index);
        return html! {
            <footer class="foot"><a href={address} target="_blank" rel="noopener">{ said(view, "Ouvrir la frise entière", "Open the whole timeline") }</a></footer>
        };
    }
    let language = view.language();
    let address = crate::url::print(&view.state, index);
    let keep = Callback::from(move |_: MouseEvent| crate::browser::keep(&address));
    let size = [
        words::documents(index.documents().len(), language),
        words::passages(index.passages() as usize, language),
        words::words(index.words(), language),
    ];
    html! {
        <footer class="foot" aria-label={words::part(Part::Header, language)}>
            { element("p", "", text(words::of(&index.about().notice, language))) }
            <p>{ size.join(" · ") }{ " · index\u{a0}" }{ element("code", "", text(&index.version())) }</p>
            <p class="foot-links">
                { link(view, "", Action::Cleared, false, said(view, "Revoir le corpus entier", "See the whole corpus")) }
                <a href="textes.html">{ said(view, "Les textes sur une page simple", "The texts on a plain page") }</a>
                <button type="button" onclick={keep}>{ said(view, "Garder cette page dans un fichier", "Keep this page in a file") }</button>
            </p>
            { statements(view) }
        </footer>
    }
}
