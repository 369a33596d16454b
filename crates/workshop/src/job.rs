//! What the worker is asked and what it replies, and the worker itself.
//!
//! A message is an array of JavaScript: the request or the reply as bytes, and the files that come with a request, which the
//! worker reads itself so that the page never holds them.

use crate::measures::{Subject, measure};
use crate::report::Report;
use crate::tool::Setting;
use frise_index::search::Searcher;
use js_sys::{Array, Uint8Array};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

/// What the worker is asked.
#[derive(Debug, Serialize, Deserialize)]
pub enum Request {
    /// Reads the files that come with the request.
    Read(Vec<String>),
    /// Takes the bytes of the index that statistics are computed from.
    Open(#[serde(with = "serde_bytes")] Vec<u8>),
    /// Computes the statistic of the tool that an address names.
    Measure(String),
}

/// What the worker replies.
#[derive(Debug, Serialize, Deserialize)]
pub enum Reply {
    /// Some of the work is done.
    Progress {
        /// How much.
        done: u32,
        /// Of how much.
        total: u32,
    },
    /// The bytes of an index.
    Built(#[serde(with = "serde_bytes")] Vec<u8>),
    /// The index is open.
    Opened,
    /// A statistic, or a sentence that says why there is none.
    Measured(Result<Report, String>),
    /// The request cannot be met.
    Failed(String),
}

/// Returns a message as JavaScript. A reply has the number of its request.
pub fn encode(id: u32, message: &impl Serialize, files: &[File]) -> JsValue {
    let bytes = postcard::to_stdvec(&(id, message)).unwrap_or_default();
    let files: Array = files.iter().collect();
    Array::of2(&Uint8Array::from(bytes.as_slice()), &files).into()
}

/// Reads a message; `None` if it is another's.
pub fn decode<T: DeserializeOwned>(data: JsValue) -> Option<(u32, T, Vec<File>)> {
    let parts: Array = data.dyn_into().ok()?;
    let bytes: Uint8Array = parts.get(0).dyn_into().ok()?;
    let files: Array = parts.get(1).dyn_into().ok()?;
    let (id, message) = postcard::from_bytes(&bytes.to_vec()).ok()?;
    let files = files.iter().filter_map(|file| file.dyn_into().ok());
    Some((id, message, files.collect()))
}

thread_local! {
    /// The index that statistics are computed from; the worker has one thread.
    static SEARCHER: RefCell<Option<Searcher>> = const { RefCell::new(None) };
}

/// In a worker, answers requests; in a page, does nothing.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let replies = scope.clone();
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some((id, request, files)) = decode(event.data()) {
            let replies = replies.clone();
            spawn_local(async move {
                let tell = |reply: &Reply| drop(replies.post_message(&encode(id, reply, &[])));
                let reply = answer(request, files, &tell).await;
                tell(&reply);
            });
        }
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    // Whoever waits for the worker sends from now on.
    let _refused = scope.post_message(&JsValue::NULL);
}

/// Meets a request, and tells of progress on the way.
async fn answer(request: Request, files: Vec<File>, tell: &impl Fn(&Reply)) -> Reply {
    match request {
        Request::Open(bytes) => match Searcher::open(bytes) {
            Ok(searcher) => {
                SEARCHER.replace(Some(searcher));
                Reply::Opened
            }
            Err(error) => Reply::Failed(error.to_string()),
        },
        Request::Measure(address) => SEARCHER.with_borrow(|searcher| match searcher {
            Some(searcher) => {
                let state = frise::url::parse(&address, searcher.index()).state;
                let setting = Setting::parse(state.tool.as_deref().unwrap_or(""));
                Reply::Measured(measure(&Subject {
                    searcher,
                    state: &state,
                    setting: &setting,
                }))
            }
            None => Reply::Failed(String::new()),
        }),
        Request::Read(paths) => {
            let mut sources = Vec::new();
            let total = files.len() as u32;
            for (path, file) in paths.into_iter().zip(files) {
                let done = sources.len() as u32;
                tell(&Reply::Progress { done, total });
                match read(&file).await {
                    Some(bytes) => sources.push(frise_corpus::SourceFile { path, bytes }),
                    None => return Reply::Failed(path),
                }
            }
            match frise_corpus::compile(&sources) {
                Ok(compiled) => Reply::Built(compiled.into_bytes()),
                Err(problems) => Reply::Failed(
                    problems
                        .iter()
                        .map(ToString::to_string)
                        .collect::<Vec<_>>()
                        .join("\n"),
                ),
            }
        }
    }
}

/// Reads a file; `None` where the browser refuses, as for a file that was moved meanwhile.
async fn read(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
