//! The page that stands in for the app if the embedded index cannot be opened.

use crate::web;
use yew::prelude::*;

/// Props of [`Broken`].
#[derive(Clone, PartialEq, Properties)]
pub struct BrokenProps {
    /// Why the index could not be opened.
    pub message: String,
    /// Whether the address names the index: the page has another, which is whole.
    pub is_named: bool,
}

/// A message in both languages, and the way to the plain texts.
#[component]
pub fn Broken(props: &BrokenProps) -> Html {
    use_effect_with((), |()| web::describe("Frise", "fr"));
    html! {
        <main class="broken" role="alert">
            <h1>{ "Frise" }</h1>
            if props.is_named {
                <p>
                    { "Le corpus que ce lien nomme ne s’ouvre pas\u{a0}: il n’est pas à côté de cette page, ce navigateur ne le garde pas, ou il est endommagé." }
                </p>
                <p lang="en">
                    { "The corpus that this link names cannot be opened: it is not beside this page, this browser does not keep it, or it is damaged." }
                </p>
                <p>
                    <a href="?">{ "Ouvrir la page sans lui / Open the page without it" }</a>
                </p>
            } else {
                <p>
                    { "Le corpus de cette page est endommagé\u{a0}: la page ne peut pas s’ouvrir. Rechargez-la\u{a0}; si cela ne suffit pas, les textes restent lisibles sans elle." }
                </p>
                <p lang="en">
                    { "The corpus of this page is damaged, so it cannot be opened. Reload the page; if that does not help, the texts can be read without it." }
                </p>
                <p>
                    <a href="textes.html">{ "Les textes / The texts" }</a>
                </p>
            }
            <p class="detail" lang="en">{ &props.message }</p>
        </main>
    }
}
