//! The workshop in the page: an element beside the app that shows a tool.

use crate::browser;
use crate::context::{ToolContext, ToolProps};
use crate::tool::{Setting, Tool};
use crate::tools::cite::Cite;
use crate::tools::export::ExportTool;
use crate::tools::notebook::NotebookTool;
use crate::tools::statistics::Statistics;
use crate::tools::texts::Texts;
use crate::worker::WorkerHandle;
use frise::components::Shared;
use frise::components::controls::DisclosureButton;
use frise::{i18n, web};
use frise_date::Tongue;
use frise_index::search::Searcher;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::prelude::*;

/// The id of the tool.
const ID: &str = "tool";

thread_local! {
    /// The worker, which outlives the tools: files that were read can be looked at again.
    static WORKER: RefCell<Option<Shared<WorkerHandle>>> = const { RefCell::new(None) };
}

fn worker(script: String) -> Shared<WorkerHandle> {
    WORKER.with_borrow_mut(|worker| {
        let start = || Shared(Rc::new(WorkerHandle::new(script)));
        worker.get_or_insert_with(start).clone()
    })
}

/// The tool that is shown; dropping it leaves it as it is.
#[wasm_bindgen]
pub struct Shown {
    handle: yew::AppHandle<Workshop>,
    context: ToolContext,
}

/// Shows the tool that an address names in an element. `index` holds the bytes of the index, and `script` is the address of
/// the script of workers.
#[wasm_bindgen]
pub fn show(element: Element, index: Vec<u8>, address: &str, script: String) -> Option<Shown> {
    // The app has opened the same bytes, and proved them where they were not its own.
    let searcher = Searcher::open(index).ok()?;
    let state = frise::url::parse(address, searcher.index()).state;
    let context = ToolContext {
        searcher: Shared(Rc::new(searcher)),
        setting: Setting::parse(state.tool.as_deref().unwrap_or("")),
        state,
        worker: worker(script),
    };
    let props = ToolProps {
        context: context.clone(),
    };
    let handle = yew::Renderer::<Workshop>::with_root_and_props(element, props).render();
    Some(Shown { handle, context })
}

#[wasm_bindgen]
impl Shown {
    /// Follows the app to another address.
    pub fn update(&mut self, address: &str) {
        let state = frise::url::parse(address, self.context.searcher.index()).state;
        self.context.setting = Setting::parse(state.tool.as_deref().unwrap_or(""));
        self.context.state = state;
        self.handle.update(ToolProps {
            context: self.context.clone(),
        });
    }

    /// Takes the tool away. The worker keeps what it has read.
    pub fn close(self) {
        self.handle.destroy();
    }
}

/// The menu of tools and the tool.
#[component]
pub fn Workshop(props: &ToolProps) -> Html {
    let context = &props.context;
    let close = |_: MouseEvent| browser::set_tool(None);
    let escape = |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            browser::set_tool(None);
        }
    };
    let here = context.setting.tool;
    let unfolded = use_state(|| false);
    let unfold = {
        let unfolded = unfolded.clone();
        Callback::from(move |_| unfolded.set(!*unfolded))
    };
    let choose = |tool: Tool| {
        let unfolded = unfolded.clone();
        let onclick = move |_: MouseEvent| {
            // Where the menu is folded away again, the tool has the focus.
            if *unfolded {
                unfolded.set(false);
                web::focus(ID);
            }
            browser::set_tool(Some(&Setting::of(tool).print()));
        };
        html! {
            <li>
                <button type="button" aria-current={(tool == here).then_some("page")} {onclick}>
                    { label(tool, context.language()) }
                </button>
            </li>
        }
    };
    html! {
        <section
            class="tool"
            id={ID}
            tabindex="-1"
            aria-labelledby="tool-title"
            onkeydown={escape}
        >
            <div class="tool-head">
                <h2 id="tool-title">{ label(here, context.language()) }</h2>
                <button type="button" class="tool-close" onclick={close}>
                    { context.pick("Fermer", "Close") }
                </button>
            </div>
            <nav
                class={classes!(unfolded.then_some("unfolded"))}
                aria-label={context.pick("Outils", "Tools")}
            >
                <DisclosureButton controls="tool-menu" is_open={*unfolded} onclick={unfold}>
                    { context.pick("Autres outils", "Other tools") }
                </DisclosureButton>
                <ul id="tool-menu" class="tool-menu">{ for Tool::NAMES.iter().map(|(tool, _)| choose(*tool)) }</ul>
            </nav>
            {
                match here {
                    Tool::Texts => html! { <Texts context={context.clone()} /> },
                    Tool::Cite => html! { <Cite context={context.clone()} /> },
                    Tool::Export => html! { <ExportTool context={context.clone()} /> },
                    Tool::Notebook => html! { <NotebookTool context={context.clone()} /> },
                    _ => html! { <Statistics key={here.name()} context={context.clone()} /> },
                }
            }
        </section>
    }
}

/// Returns the name of a tool.
fn label(tool: Tool, language: Tongue) -> &'static str {
    let (french, english) = match tool {
        Tool::Texts => ("Vos textes", "Your texts"),
        Tool::Cite => ("Citer", "Cite"),
        Tool::Export => ("Exporter", "Export"),
        Tool::Notebook => ("Carnet", "Notebook"),
        Tool::Compare => ("Comparer", "Compare"),
        Tool::Collocates => ("Cooccurrences", "Collocations"),
        Tool::Dispersion => ("Dispersion", "Dispersion"),
        Tool::Segments => ("Formules", "Formulas"),
        Tool::Similar => ("Passages semblables", "Similar passages"),
        Tool::Vocabulary => ("Vocabulaire", "Vocabulary"),
        Tool::Map => ("Carte", "Map"),
        Tool::Classes => ("Classes", "Classes"),
    };
    i18n::pick(language, french, english)
}
