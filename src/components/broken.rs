//! The page that stands in for the app if the embedded index cannot be opened.

use crate::web;
use yew::prelude::*;

/// Props of [`Broken`].
#[derive(Clone, PartialEq, Properties)]
pub struct BrokenProps {
    /// Why the index could not be opened.
    pub message: String,
}

/// A message in both languages, and the way to the plain texts.
#[component]
pub fn Broken(props: &BrokenProps) -> Html {
    use_effect_with((), |()| web::describe("Frise", "fr"));
    html! {
        <main class="broken" role="alert">
            <h1>{ "Frise" }</h1>
            <p>
                { "Le corpus de cette page est endommagé\u{a0}: la page ne peut pas s’ouvrir. Rechargez-la\u{a0}; si cela ne suffit pas, les textes restent lisibles sans elle." }
            </p>
            <p lang="en">
                { "The corpus of this page is damaged, so it cannot be opened. Reload the page; if that does not help, the texts can be read without it." }
            </p>
            <p>
                <a href="textes.html">{ "Les textes / The texts" }</a>
            </p>
            <p class="detail" lang="en">{ &props.message }</p>
        </main>
    }
}
