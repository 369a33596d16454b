//! The foot of the page: the notice of the corpus, its size, the version of its index, and the statements.

use super::ViewProps;
use super::controls::ActionLink;
use super::deferred::{Deferred, LaterFold};
use crate::state::{Action, Part};
use crate::{i18n, url, web};
use yew::prelude::*;

/// The foot of the page; in a frame, a link to the whole page.
#[component]
pub fn Footer(props: &ViewProps) -> Html {
    let view = &props.view;
    let index = view.searcher.index();
    if view.state.frame.embed {
        let address = url::print(&view.whole(), index);
        return html! {
            <div class="foot">
                <a href={address} target="_blank" rel="noopener">
                    { view.pick("Ouvrir la frise entière", "Open the whole timeline") }
                </a>
            </div>
        };
    }
    let language = view.language();
    let address = url::print(&view.state, index);
    let keep = Callback::from(move |_: MouseEvent| web::keep(&address));
    let size = [
        i18n::documents(index.documents().len(), language),
        i18n::passages(index.passages() as usize, language),
        i18n::words(index.words(), language),
    ];
    html! {
        <section class="foot" aria-label={i18n::part(Part::Header, language)}>
            <p>{ i18n::of(&index.about().notice, language) }</p>
            <p>
                { size.join(" · ") }
                { " · index\u{a0}" }
                <code>{ index.version() }</code>
            </p>
            <p class="foot-links">
                <ActionLink {view} action={Action::Cleared}>
                    { view.pick("Revoir le corpus entier", "See the whole corpus") }
                </ActionLink>
                if crate::is_embedded(index) {
                    <a href="textes.html">
                        { view.pick("Les textes sur une page simple", "The texts on a plain page") }
                    </a>
                }
                // What is not loaded cannot be kept.
                if !index.is_in_shards() {
                    <button type="button" onclick={keep}>
                        { view.pick("Garder cette page dans un fichier", "Keep this page in a file") }
                    </button>
                }
            </p>
            <LaterFold
                {view}
                summary={view.pick("Accessibilité", "Accessibility")}
                part={Deferred::Accessibility(props.clone())}
            />
            <LaterFold
                {view}
                summary={view.pick("Vie privée", "Privacy")}
                part={Deferred::Privacy(props.clone())}
            />
        </section>
    }
}
