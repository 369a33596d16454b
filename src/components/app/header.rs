//! The head of the page: title, sentence, sharing and the choice of language.

use crate::components::ViewProps;
use crate::components::controls::ActionLink;
use crate::components::share::Share;
use crate::state::Action;
use crate::{i18n, url, web};
use frise_date::Tongue;
use yew::prelude::*;

/// Tools of the workshop, by their names in addresses, which the header leads to.
const TOOLS: [(&str, &str, &str); 2] = [
    ("texts", "Vos textes", "Your texts"),
    ("compare", "Outils", "Tools"),
];

/// The head of the page.
#[component]
pub fn Header(props: &ViewProps) -> Html {
    let view = &props.view;
    let about = view.searcher.index().about();
    let (other, name) = match view.language() {
        Tongue::French => (Tongue::English, "English"),
        Tongue::English => (Tongue::French, "Français"),
    };
    let code = i18n::pick(other, "fr", "en");
    let action = Action::Spoken(other);
    html! {
        <header class="head">
            <a class="skip" href={format!("#{}", url::RESULTS)}>
                { view.pick("Aller aux passages", "Skip to the passages") }
            </a>
            <div class="head-words">
                <h1>{ i18n::of(&about.title, view.language()) }</h1>
                <p class="sentence">{ i18n::of(&about.sentence, view.language()) }</p>
            </div>
            if web::has_tools() {
                for (tool, french, english) in TOOLS {
                    <ActionLink {view} action={Action::Tooled(Some(tool.to_string()))}>
                        { view.pick(french, english) }
                    </ActionLink>
                }
            }
            <Share {view} />
            <a
                class="language"
                lang={code}
                hreflang={code}
                href={view.address_after(&action)}
                onclick={view.follow(action)}
            >
                { name }
            </a>
        </header>
    }
}
