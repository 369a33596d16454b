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
use frise::i18n;
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
    let opened = use_state(|| None::<Notebook>);
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
        let (context, opened, problem) = (context.clone(), opened.clone(), problem.clone());
        Callback::from(move |event: Event| {
            let (context, opened, problem) = (context.clone(), opened.clone(), problem.clone());
            let files = browser::chosen_files(&event);
            spawn_local(async move {
                let Some((_, file)) = files.into_iter().next() else {
                    return;
                };
                let text = browser::text_of_file(&file).await.unwrap_or_default();
                match Notebook::from_json(&text) {
                    Ok(read) => {
                        problem.set(None);
                        opened.set(Some(read));
                    }
                    Err(error) => {
                        let french = "Ce fichier n’est pas un carnet que cette version de Frise lit\u{a0}: choisissez un fichier que «\u{a0}Enregistrer le carnet\u{a0}» a fait. Votre carnet n’a pas changé.";
                        opened.set(None);
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
            // What is added stands below: whoever listens hears that it is there.
            <p role="status" class="unseen">
                { i18n::count(notebook.items.len(), context.language(), pick("extrait", "excerpt"), pick("extraits", "excerpts")) }
            </p>
            if let Some(problem) = &*problem {
                <p role="alert">{ problem }</p>
            }
            { received(context, &notebook, &keep) }
            if let Some(read) = &*opened {
                { offered(context, &notebook, read, Source::File, {
                    let (keep, opened) = (keep.clone(), opened.clone());
                    Callback::from(move |next: Notebook| {
                        keep.emit(next);
                        opened.set(None);
                    })
                }) }
            }
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
    let keep = keep.clone();
    let done = Callback::from(move |next: Notebook| {
        keep.emit(next);
        browser::set_tool(Some(&Setting::of(Tool::Notebook).print()));
    });
    offered(context, notebook, &carried, Source::Link, done)
}

/// Where another notebook comes from.
#[derive(Clone, Copy)]
enum Source {
    Link,
    File,
}

/// Asks what becomes of another notebook, and says what of it does not fit the corpus; `done` is given the choice.
fn offered(
    context: &ToolContext,
    own: &Notebook,
    other: &Notebook,
    source: Source,
    done: Callback<Notebook>,
) -> Html {
    let pick = |french, english| context.pick(french, english);
    let heading = match source {
        Source::Link => pick("Ce lien apporte un carnet", "This link brings a notebook"),
        Source::File => pick(
            "Ce fichier contient un carnet",
            "This file holds a notebook",
        ),
    };
    let choose = |next: Notebook| done.reform(move |_: MouseEvent| next.clone());
    let mut both = own.clone();
    both.extend(other.clone());
    html! {
        <section class="received" aria-labelledby="received">
            <h3 id="received">{ heading }</h3>
            <p>{ &other.title }{ format!(" ({})", other.items.len()) }</p>
            { misfit(context, other) }
            <p class="tool-files">
                <button type="button" class="more" onclick={choose(both)}>
                    { pick("L’ajouter au mien", "Add it to mine") }
                </button>
                if !own.items.is_empty() {
                    <button type="button" class="more" onclick={choose(other.clone())}>
                        { pick("Remplacer le mien", "Replace mine") }
                    </button>
                    <button type="button" class="more" onclick={choose(own.clone())}>
                        { pick("Garder le mien", "Keep mine") }
                    </button>
                }
            </p>
        </section>
    }
}
