//! The notebook: what a reader collects, with notes, in an order of their own.

use crate::bench::{Bench, BenchProps};
use crate::browser;
use frise::components::controls::LabelledField;
use frise::lesson::{Lesson, MOST_STEPS, Step};
use frise::{i18n, web};
use frise_cite::notebook::{Content, Item, Notebook};
use frise_cite::{Setting, Style};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The key by which the browser stores the notebook, before the id of the corpus.
const STORED: &str = "frise:notebook:";

/// The notebook of the corpus that is shown.
#[component]
pub fn NotebookTool(props: &BenchProps) -> Html {
    let bench = &props.bench;
    let index = bench.searcher.index();
    let key = format!("{STORED}{}", index.about().id);
    let notebook = {
        let key = key.clone();
        use_state(move || {
            let stored = browser::recall(&key);
            let stored = stored.and_then(|json| Notebook::from_json(&json).ok());
            stored.unwrap_or_else(|| Notebook::new(index))
        })
    };
    let problem = use_state(|| None::<String>);
    let keep = {
        let (notebook, problem) = (notebook.clone(), problem.clone());
        let refused = bench.pick(
            "Ce navigateur ne garde rien ici\u{a0}: enregistrez le carnet dans un fichier.",
            "This browser stores nothing here: save the notebook as a file.",
        );
        Callback::from(move |next: Notebook| {
            let is_kept = browser::remember(&key, &next.to_json());
            problem.set((!is_kept).then(|| refused.to_string()));
            notebook.set(next);
        })
    };
    let pick = |french, english| bench.pick(french, english);
    let open = {
        let (bench, keep, problem) = (bench.clone(), keep.clone(), problem.clone());
        Callback::from(move |event: Event| {
            let (bench, keep, problem) = (bench.clone(), keep.clone(), problem.clone());
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
                        problem.set(Some(bench.pick(french, &error.to_string()).to_string()));
                    }
                }
            });
        })
    };
    let title = changed(&notebook, &keep, |notebook, value| notebook.title = value);
    html! {
        <>
            <div class="tool-settings">
                <LabelledField label={pick("Titre", "Title")}>
                    <input type="text" value={notebook.title.clone()} onchange={title} />
                </LabelledField>
                if let Some(item) = present(bench) {
                    <button type="button" class="more" onclick={added(&notebook, &keep, item)}>
                        { pick("Ajouter le passage ouvert", "Add the passage that is open") }
                    </button>
                }
            </div>
            if let Some(problem) = &*problem {
                <p role="alert">{ problem }</p>
            }
            { misfit(bench, &notebook) }
            if notebook.items.is_empty() {
                <p class="hint">{ pick("Rien n’est encore noté. Ouvrez un passage, puis ajoutez-le ici.", "Nothing is noted yet. Open a passage, then add it here.") }</p>
            }
            <ol class="notebook">
                { for (0..notebook.items.len()).map(|place| item(bench, &notebook, &keep, place)) }
            </ol>
            { files(bench, &notebook) }
            <LabelledField label={pick("Ouvrir un carnet enregistré", "Open a saved notebook")}>
                <input type="file" accept=".json" onchange={open} />
            </LabelledField>
        </>
    }
}

/// Returns the passage that is open as an item, with what is selected of it as its quotation.
fn present(bench: &Bench) -> Option<Item> {
    let index = bench.searcher.index();
    let passage = bench.state.passage?;
    let selected = browser::selected_text();
    let quote = match index.text_of(passage).contains(&selected) {
        true => selected,
        false => String::new(),
    };
    Some(Item {
        content: Content::Passage {
            id: index.link_id(passage..passage + 1),
            quote,
        },
        note: String::new(),
    })
}

/// Returns what sets a string of the notebook.
fn changed(
    notebook: &Notebook,
    keep: &Callback<Notebook>,
    set: impl Fn(&mut Notebook, String) + 'static,
) -> Callback<Event> {
    let (notebook, keep) = (notebook.clone(), keep.clone());
    Callback::from(move |event: Event| {
        let mut next = notebook.clone();
        set(&mut next, web::event_value(&event).unwrap_or_default());
        keep.emit(next);
    })
}

/// Returns what changes the notebook on a click.
fn clicked(
    notebook: &Notebook,
    keep: &Callback<Notebook>,
    change: impl Fn(&mut Notebook) + 'static,
) -> Callback<MouseEvent> {
    let (notebook, keep) = (notebook.clone(), keep.clone());
    Callback::from(move |_| {
        let mut next = notebook.clone();
        change(&mut next);
        keep.emit(next);
    })
}

fn added(notebook: &Notebook, keep: &Callback<Notebook>, item: Item) -> Callback<MouseEvent> {
    clicked(notebook, keep, move |notebook| {
        notebook.items.push(item.clone())
    })
}

/// An item with its text, its note and its place in the order.
fn item(bench: &Bench, notebook: &Notebook, keep: &Callback<Notebook>, place: usize) -> Html {
    let Item { content, note } = &notebook.items[place];
    let index = bench.searcher.index();
    let pick = |french, english| bench.pick(french, english);
    let (id, text) = match content {
        Content::Passage { id, quote } if quote.is_empty() => {
            let passages = index.passages_of_id(id).into_iter().flatten();
            let texts: Vec<String> = passages.map(|passage| index.text_of(passage)).collect();
            (id, texts.join(" "))
        }
        Content::Passage { id, quote } => (id, quote.clone()),
        Content::Hit {
            id,
            left,
            hit,
            right,
        } => (id, format!("{left} {hit} {right}")),
        Content::Figure { title, address, .. } => (address, title.clone()),
    };
    let address = match content {
        Content::Figure { address, .. } => address.clone(),
        _ => format!("?#{id}"),
    };
    let show = {
        let address = address.clone();
        move |event: MouseEvent| {
            event.prevent_default();
            browser::show_view(&address);
        }
    };
    let write = changed(notebook, keep, move |notebook, value| {
        notebook.items[place].note = value
    });
    let up = clicked(notebook, keep, move |notebook| {
        notebook.items.swap(place - 1, place)
    });
    let remove = clicked(notebook, keep, move |notebook| {
        drop(notebook.items.remove(place))
    });
    html! {
        <li>
            <blockquote>{ text }</blockquote>
            <p><a href={address} onclick={show}>{ id }</a></p>
            <label class="field">
                <span>{ pick("Note", "Note") }</span>
                <textarea rows="2" value={note.clone()} onchange={write} />
            </label>
            if place > 0 {
                <button type="button" class="more" onclick={up}>{ pick("Monter", "Move up") }</button>
            }
            <button type="button" class="more" onclick={remove}>{ pick("Retirer", "Remove") }</button>
        </li>
    }
}

/// What of a notebook does not fit the corpus that is shown.
fn misfit(bench: &Bench, notebook: &Notebook) -> Html {
    let fit = notebook.fit(bench.searcher.index());
    let pick = |french, english| bench.pick(french, english);
    let mut told: Vec<String> = Vec::new();
    if let Some(corpus) = &fit.other_corpus {
        let quoted = i18n::quoted(corpus, bench.language());
        told.push(format!(
            "{} {quoted}.",
            pick(
                "Ce carnet est d’un autre corpus,",
                "This notebook is of another corpus,"
            )
        ));
    } else if fit.other_version.is_some() {
        told.push(
            pick(
                "Ce carnet est d’une autre version de ce corpus.",
                "This notebook is of another version of this corpus.",
            )
            .to_string(),
        );
    }
    for (place, nearest) in &fit.missing {
        let nearest = nearest.as_ref().map_or(String::new(), |id| {
            format!("{} {id}", pick(" Le plus proche\u{a0}:", " The nearest:"))
        });
        told.push(format!(
            "{}. {}{nearest}",
            place + 1,
            pick(
                "Ce passage n’est pas dans ce corpus.",
                "This passage is not in this corpus."
            )
        ));
    }
    for place in &fit.changed {
        told.push(format!(
            "{}. {}",
            place + 1,
            pick(
                "Le texte cité a changé.",
                "The text that is quoted has changed."
            )
        ));
    }
    if told.is_empty() || notebook.items.is_empty() {
        return html! {};
    }
    html! {
        <ul class="report-warnings">
            for sentence in told {
                <li>{ sentence }</li>
            }
        </ul>
    }
}

/// The notebook as files, and as a lesson.
fn files(bench: &Bench, notebook: &Notebook) -> Html {
    let index = bench.searcher.index();
    let pick = |french, english| bench.pick(french, english);
    let setting = Setting {
        page: web::page_address(),
        accessed: browser::today(),
        language: bench.language(),
    };
    let outline = notebook.outline(index, Style::Iso690, &setting);
    let name = pick("carnet", "notebook");
    let save = |label: &'static str, end: &'static str, make: Callback<(), Option<Vec<u8>>>| {
        let onclick = move |_: MouseEvent| {
            if let Some(bytes) = make.emit(()) {
                browser::save_bytes(&format!("{name}.{end}"), &bytes);
            }
        };
        html! { <li><button type="button" class="more" {onclick}>{ label }</button></li> }
    };
    let json = notebook.to_json();
    let [markdown, page, word] = [(); 3].map(|()| outline.clone());
    let lesson = lesson_of(notebook);
    html! {
        if !notebook.items.is_empty() {
            <ul class="tool-files">
                { save(pick("Enregistrer le carnet", "Save the notebook"), "json", Callback::from(move |()| Some(json.clone().into_bytes()))) }
                { save("Markdown", "md", Callback::from(move |()| Some(markdown.to_markdown().into_bytes()))) }
                { save("Word (docx)", "docx", Callback::from(move |()| word.to_docx().ok())) }
                { save("HTML", "html", Callback::from(move |()| Some(page.to_html().into_bytes()))) }
            </ul>
            if !lesson.steps.is_empty() {
                <p>
                    <a href={format!("?lesson={}", lesson.link())} target="_blank" rel="noopener">
                        { pick("En faire une leçon", "Make a lesson of it") }
                    </a>
                </p>
            }
        }
    }
}

/// A lesson whose steps are the passages of a notebook, with its notes as instructions.
fn lesson_of(notebook: &Notebook) -> Lesson {
    let step = |item: &Item| {
        let address = match &item.content {
            Content::Passage { id, .. } | Content::Hit { id, .. } => format!("#{id}"),
            Content::Figure { address, .. } => address.clone(),
        };
        Step {
            view: address,
            instruction: item.note.clone(),
            ..Step::default()
        }
    };
    let lesson = Lesson {
        title: notebook.title.clone(),
        steps: notebook.items.iter().take(MOST_STEPS).map(step).collect(),
    };
    Lesson::of_texts(&lesson.texts()).unwrap_or_default()
}
