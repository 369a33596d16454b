//! The workshop in the page: an element beside the app that shows a tool.

use crate::browser;
use crate::crew::Crew;
use crate::tool::{Setting, Tool};
use crate::tools::cite::Cite;
use crate::tools::texts::Texts;
use frise::components::Shared;
use frise::i18n;
use frise::state::State;
use frise_date::Tongue;
use frise_index::query::parse;
use frise_index::search::{Answer, Searcher};
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::prelude::*;

/// What a tool works on.
#[derive(Clone, PartialEq)]
pub struct Bench {
    /// The index, a copy of the app's.
    pub searcher: Shared<Searcher>,
    /// What the reader has chosen in the app.
    pub state: State,
    /// The tool with its settings.
    pub setting: Setting,
    /// The worker.
    pub crew: Shared<Crew>,
}

impl Bench {
    /// Returns the language of the interface.
    pub fn language(&self) -> Tongue {
        self.state.language
    }

    /// Returns what the search finds under the filters.
    pub fn answer(&self) -> Answer {
        let state = &self.state;
        let query = parse(&state.query).matched(state.matching);
        self.searcher.search(&query, &state.filters, state.sort)
    }

    /// Returns the string in the language of the interface.
    pub fn pick<'t>(&self, french: &'t str, english: &'t str) -> &'t str {
        i18n::pick(self.language(), french, english)
    }
}

/// Props of the tools.
#[derive(Clone, PartialEq, Properties)]
pub struct BenchProps {
    /// What the tool works on.
    pub bench: Bench,
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
        crew: Shared(Rc::new(Crew::new(script))),
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

    /// Takes the tool away and ends its worker.
    pub fn close(self) {
        self.bench.crew.stop();
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
    };
    i18n::pick(language, french, english)
}
