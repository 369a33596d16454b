//! Texts of one's own.

use crate::bench::BenchProps;
use crate::browser;
use crate::job::{Reply, Request};
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

/// Files to choose, and what becomes of them.
#[component]
pub fn Texts(props: &BenchProps) -> Html {
    let bench = &props.bench;
    let problem = use_state(|| None::<String>);
    let onchange = {
        let (crew, problem) = (bench.crew.clone(), problem.clone());
        Callback::from(move |event: Event| {
            let input = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let Some(list) = input.and_then(|input| input.files()) else {
                return;
            };
            let files: Vec<File> = (0..list.length()).filter_map(|at| list.get(at)).collect();
            let paths = files.iter().map(File::name).collect();
            let problem = problem.clone();
            crew.send(&Request::Read(paths), &files, move |reply| match reply {
                Reply::Progress { .. } | Reply::Opened | Reply::Measured(_) => {}
                Reply::Built(bytes) => browser::open_corpus(&bytes),
                Reply::Failed(message) => problem.set(Some(message)),
            });
        })
    };
    html! {
        <>
            <label>
                { bench.pick("Choisir des fichiers", "Choose files") }
                <input type="file" multiple=true {onchange} />
            </label>
            if let Some(problem) = &*problem {
                <p role="alert">{ problem }</p>
            }
        </>
    }
}
