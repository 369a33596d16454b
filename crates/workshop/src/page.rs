//! The workshop in the page: an element beside the app that shows a tool.

use crate::bench::{Bench, BenchProps};
use crate::browser;
use crate::crew::Crew;
use crate::tool::{Setting, Tool};
use crate::tools::cite::Cite;
use crate::tools::export::ExportTool;
use crate::tools::notebook::NotebookTool;
use crate::tools::statistics::Statistics;
use crate::tools::texts::Texts;
use frise::components::Shared;
use frise::i18n;
use frise_date::Tongue;
use frise_index::search::Searcher;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::prelude::*;

thread_local! {
    /// The worker, which outlives the tools: files that were read can be looked at again.
    static CREW: RefCell<Option<Shared<Crew>>> = const { RefCell::new(None) };
}

fn crew(script: String) -> Shared<Crew> {
    CREW.with_borrow_mut(|crew| {
        let start = || Shared(Rc::new(Crew::new(script)));
        crew.get_or_insert_with(start).clone()
    })
}

/// The tool that is shown; dropping it leaves it as it is.
#[wasm_bindgen]
pub struct Shown {
    handle: yew::AppHandle<Workshop>,
    bench: Bench,
}

/// Shows the tool that an address names in an element. `index` holds the bytes of the index, and `script` is the address of
/// the script of workers.
#[wasm_bindgen]
pub fn show(element: Element, index: Vec<u8>, address: &str, script: String) -> Option<Shown> {
    // The app has opened the same bytes, and proved them where they were not its own.
    let searcher = Searcher::open(index).ok()?;
    let state = frise::url::parse(address, searcher.index()).state;
    let bench = Bench {
        searcher: Shared(Rc::new(searcher)),
        setting: Setting::parse(state.tool.as_deref().unwrap_or("")),
        state,
        crew: crew(script),
    };
    let props = BenchProps {
        bench: bench.clone(),
    };
    let handle = yew::Renderer::<Workshop>::with_root_and_props(element, props).render();
    Some(Shown { handle, bench })
}

#[wasm_bindgen]
impl Shown {
    /// Follows the app to another address.
    pub fn update(&mut self, address: &str) {
        let state = frise::url::parse(address, self.bench.searcher.index()).state;
        self.bench.setting = Setting::parse(state.tool.as_deref().unwrap_or(""));
        self.bench.state = state;
        self.handle.update(BenchProps {
            bench: self.bench.clone(),
        });
    }

    /// Takes the tool away. The worker keeps what it has read.
    pub fn close(self) {
        self.handle.destroy();
    }
}

/// The menu of tools and the tool.
#[component]
pub fn Workshop(props: &BenchProps) -> Html {
    let bench = &props.bench;
    let close = |_: MouseEvent| browser::set_tool(None);
    let escape = |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            browser::set_tool(None);
        }
    };
    let here = bench.setting.tool;
    let choose = |tool: Tool| {
        let onclick = move |_: MouseEvent| browser::set_tool(Some(&Setting::of(tool).print()));
        html! {
            <li>
                <button type="button" aria-current={(tool == here).then_some("page")} {onclick}>
                    { label(tool, bench.language()) }
                </button>
            </li>
        }
    };
    html! {
        <section
            class="tool"
            tabindex="-1"
            aria-labelledby="tool-title"
            onkeydown={escape}
        >
            <div class="tool-head">
                <h2 id="tool-title">{ label(here, bench.language()) }</h2>
                <button type="button" class="tool-close" onclick={close}>
                    { bench.pick("Fermer", "Close") }
                </button>
            </div>
            <nav aria-label={bench.pick("Outils", "Tools")}>
                <ul class="tool-menu">{ for Tool::NAMES.iter().map(|(tool, _)| choose(*tool)) }</ul>
            </nav>
            {
                match here {
                    Tool::Texts => html! { <Texts bench={bench.clone()} /> },
                    Tool::Cite => html! { <Cite bench={bench.clone()} /> },
                    Tool::Export => html! { <ExportTool bench={bench.clone()} /> },
                    Tool::Notebook => html! { <NotebookTool bench={bench.clone()} /> },
                    _ => html! { <Statistics key={here.name()} bench={bench.clone()} /> },
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
