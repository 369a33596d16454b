//! The notebook as files, as a link and as a lesson.

use crate::browser;
use crate::context::ToolContext;
use crate::tool::{Setting as ToolSetting, Tool};
use frise::components::share::CopyField;
use frise::lesson::{Lesson, MOST_STEPS, Step};
use frise::state::State;
use frise::{url, web};
use frise_cite::bibtex::{Dialect, bibtex};
use frise_cite::notebook::{Content, Item, Notebook};
use frise_cite::{Setting, Style};
use yew::prelude::*;

/// The key of the tool by which a link carries a notebook.
pub const CARRIED: &str = "notes";

/// Returns the notebook as files, and as a lesson.
pub fn files(context: &ToolContext, notebook: &Notebook) -> Html {
    let index = context.searcher.index();
    let pick = |french, english| context.pick(french, english);
    let setting = Setting {
        page: web::shared_address(),
        accessed: browser::today(),
        language: context.language(),
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
    let (bibliography, cited) = (notebook.clone(), context.clone());
    let bibliography = Callback::from(move |()| {
        let references = bibliography.bibliography(cited.searcher.index(), &setting);
        Some(bibtex(&references, Dialect::BibLatex).into_bytes())
    });
    html! {
        if !notebook.items.is_empty() {
            <ul class="tool-files">
                { save(pick("Enregistrer le carnet", "Save the notebook"), "json", Callback::from(move |()| Some(json.clone().into_bytes()))) }
                { save("Markdown", "md", Callback::from(move |()| Some(markdown.to_markdown().into_bytes()))) }
                { save("Word (docx)", "docx", Callback::from(move |()| word.to_docx().ok())) }
                { save("HTML", "html", Callback::from(move |()| Some(page.to_html().into_bytes()))) }
                { save(pick("Bibliographie (BibLaTeX)", "Bibliography (BibLaTeX)"), "bib", bibliography) }
            </ul>
            { link(context, notebook) }
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

/// Returns a button that copies a link with the notebook in it, or why there is none.
fn link(context: &ToolContext, notebook: &Notebook) -> Html {
    let pick = |french, english| context.pick(french, english);
    match (web::shared_address(), notebook.to_link()) {
        (Some(page), Some(carried)) => {
            let setting = ToolSetting::of(Tool::Notebook).with(CARRIED, &carried);
            let state = State {
                language: context.language(),
                corpus: context.state.corpus.clone(),
                tool: Some(setting.print()),
                ..State::default()
            };
            let link = [&page, &*url::print(&state, context.searcher.index())].concat();
            let label = pick(
                "Un lien avec tout le carnet",
                "A link with the whole notebook",
            );
            html! {
                <div class="notebook-link">
                    <CopyField
                        language={context.language()}
                        id="notebook-link"
                        label={label.to_string()}
                        text={link}
                    />
                </div>
            }
        }
        (Some(_), None) => html! {
            <p class="hint">
                { pick("Ce carnet est trop long pour un lien\u{a0}: donnez plutôt le fichier.", "This notebook is too long for a link: rather give the file.") }
            </p>
        },
        (None, _) => html! {},
    }
}

/// Returns a lesson whose steps are the passages of a notebook, with its notes as instructions.
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
