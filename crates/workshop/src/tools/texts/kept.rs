//! The corpora that this browser keeps.

use crate::browser;
use crate::context::ToolContext;
use frise::i18n;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Props of [`Kept`].
#[derive(Clone, PartialEq, Properties)]
pub struct KeptProps {
    /// The language.
    pub context: ToolContext,
}

/// What is kept, with links that open it and buttons that forget it; nothing if nothing is kept.
#[component]
pub fn Kept(props: &KeptProps) -> Html {
    let context = &props.context;
    let corpora = use_state(Vec::<(String, f64)>::new);
    let forgotten = use_state(|| 0);
    {
        let corpora = corpora.clone();
        use_effect_with(*forgotten, move |_| {
            spawn_local(async move { corpora.set(browser::kept_corpora().await) });
        });
    }
    let forget = |name: &str| {
        let (name, forgotten) = (name.to_string(), forgotten.clone());
        Callback::from(move |_: MouseEvent| {
            let (name, forgotten) = (name.clone(), forgotten.clone());
            spawn_local(async move {
                browser::forget_corpus(&name).await;
                forgotten.set(*forgotten + 1);
            });
        })
    };
    let size = |bytes: f64| i18n::decimal(bytes / 1e6, 2, context.language());
    html! {
        if !corpora.is_empty() {
            <section aria-labelledby="kept">
                <h3 id="kept">{ context.pick("Gardés dans ce navigateur", "Kept in this browser") }</h3>
                <ul class="kept">
                    for (name, bytes) in corpora.iter() {
                        <li key={name.clone()}>
                            <a href={format!("?corpus=local:{name}")}>{ name }</a>
                            { format!(" · {}\u{a0}{} ", size(*bytes), context.pick("Mo", "MB")) }
                            <button type="button" class="more" onclick={forget(name)}>{ context.pick("Supprimer", "Delete") }</button>
                        </li>
                    }
                </ul>
            </section>
        }
    }
}
