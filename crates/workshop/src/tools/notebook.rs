//! The notebook: what a reader collects, with notes, in an order of their own.

mod collected;
mod edits;
mod files;
mod items;
pub mod store;

use crate::browser;
use crate::context::{ToolContext, ToolProps};
use crate::tool::{Setting, Tool};
use collected::{hits_found, passage_that_is_open};
use edits::{changed, clicked};
use files::{CARRIED, files};
use frise::components::controls::LabelledField;
use frise_cite::notebook::{Item, Notebook};
use items::{item, misfit};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The notebook of the corpus that is shown.
#[component]
pub fn NotebookTool(props: &ToolProps) -> Html {
    let context = &props.context;
    let index = context.searcher.index();
    let notebook = use_state(|| store::recalled(index));
    let problem = use_state(|| None::<String>);
    let keep = {
        let (context, notebook, problem) = (context.clone(), notebook.clone(), problem.clone());
        let refused = context.pick(
            "Ce navigateur ne garde rien ici\u{a0}: enregistrez le carnet dans un fichier.",
            "This browser stores nothing here: save the notebook as a file.",
        );
        Callback::from(move |next: Notebook| {
            let is_kept = store::keep(context.searcher.index(), &next);
            problem.set((!is_kept).then(|| refused.to_string()));
            notebook.set(next);
        })
    };
    let pick = |french, english| context.pick(french, english);
    let open = {
        let (context, keep, problem) = (context.clone(), keep.clone(), problem.clone());
        Callback::from(move |event: Event| {
            let (context, keep, problem) = (context.clone(), keep.clone(), problem.clone());
            let files = browser::chosen_files(&event);
            spawn_local(async move {
                let Some((_, file)) = files.into_iter().next() else {
                    return;
                };
                let text = browser::text_of_file(&file).await.unwrap_or_default();
                match Notebook::from_json(&text) {
                    Ok(opened) => keep.emit(opened),
                    Err(error) => {
                        let french =
                            "Ce fichier n’est pas un carnet de Frise que cette version lit.";
                        problem.set(Some(context.pick(french, &error.to_string()).to_string()));
                    }
                }
            });
        })
    };
    let hits = hits_found(context);
    let title = changed(&notebook, &keep, |notebook, value| notebook.title = value);
    html! {
        <>
            <div class="tool-settings">
                <LabelledField label={pick("Titre", "Title")}>
                    <input type="text" value={notebook.title.clone()} onchange={title} />
                </LabelledField>
                if let Some(item) = passage_that_is_open(context) {
                    <button type="button" class="more" onclick={added(&notebook, &keep, vec![item])}>
                        { pick("Ajouter le passage ouvert", "Add the passage that is open") }
                    </button>
                }
                if !hits.is_empty() {
                    <button type="button" class="more" onclick={added(&notebook, &keep, hits.clone())}>
                        { match context.state.passage {
                            Some(_) => pick("Ajouter ses occurrences", "Add its hits"),
                            None => pick("Ajouter les occurrences trouvées", "Add the hits that are found"),
                        } }
                        { format!(" ({})", hits.len()) }
                    </button>
                }
            </div>
            if let Some(problem) = &*problem {
                <p role="alert">{ problem }</p>
            }
            { received(context, &notebook, &keep) }
            { misfit(context, &notebook) }
            if notebook.items.is_empty() {
                <p class="hint">{ pick("Rien n’est encore noté. Ouvrez un passage, puis ajoutez-le ici.", "Nothing is noted yet. Open a passage, then add it here.") }</p>
            }
            <ol class="notebook">
                { for (0..notebook.items.len()).map(|place| item(context, &notebook, &keep, place)) }
            </ol>
            { files(context, &notebook) }
            <LabelledField label={pick("Ouvrir un carnet enregistré", "Open a saved notebook")}>
                <input type="file" accept=".json" onchange={open} />
            </LabelledField>
        </>
    }
}

fn added(notebook: &Notebook, keep: &Callback<Notebook>, items: Vec<Item>) -> Callback<MouseEvent> {
    clicked(notebook, keep, move |notebook| {
        notebook.items.extend(items.iter().cloned())
    })
}

/// Asks what becomes of a notebook that the link has brought: nothing is overwritten unasked.
fn received(context: &ToolContext, notebook: &Notebook, keep: &Callback<Notebook>) -> Html {
    let Some(link) = context.setting.get(CARRIED) else {
        return html! {};
    };
    let pick = |french, english| context.pick(french, english);
    let carried = match Notebook::from_link(link) {
        Ok(carried) => carried,
        Err(_) => {
            return html! {
                <p role="alert">
                    { pick(
                        "Le carnet de ce lien est incomplet ou a été modifié\u{a0}: redemandez-le à la personne qui vous l’a donné.",
                        "The notebook of this link is incomplete or was changed: ask whoever gave it to you for it again.",
                    ) }
                </p>
            };
        }
    };
    let done = |next: Notebook| {
        let keep = keep.clone();
        Callback::from(move |_: MouseEvent| {
            keep.emit(next.clone());
            browser::set_tool(Some(&Setting::of(Tool::Notebook).print()));
        })
    };
    let mut both = notebook.clone();
    both.extend(carried.clone());
    html! {
        <section class="received" aria-labelledby="received">
            <h3 id="received">{ pick("Ce lien apporte un carnet", "This link brings a notebook") }</h3>
            <p>{ &carried.title }{ format!(" ({})", carried.items.len()) }</p>
            <p class="tool-files">
                <button type="button" class="more" onclick={done(both)}>
                    { pick("L’ajouter au mien", "Add it to mine") }
                </button>
                if !notebook.items.is_empty() {
                    <button type="button" class="more" onclick={done(carried)}>
                        { pick("Remplacer le mien", "Replace mine") }
                    </button>
                    <button type="button" class="more" onclick={done(notebook.clone())}>
                        { pick("Garder le mien", "Keep mine") }
                    </button>
                }
            </p>
        </section>
    }
}
