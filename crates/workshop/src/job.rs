//! What the worker is asked and what it replies, and the worker itself.
//!
//! A message is an array of JavaScript: the request or the reply as bytes, and the files that come with a request, which the
//! worker reads itself so that the page never holds them.

use crate::measures::{Subject, measure};
use crate::report::Report;
use crate::review_page::{Pages, ReviewPage};
use crate::tool::Setting;
use frise_corpus::compile_bytes;
use frise_edition::Front;
use frise_import::{
    Import, InputFile, Problem, Progress, Reader, Reason, Review, Settings, corpus, pack,
    pack_files,
};
use frise_index::model::{Corpus, Document};
use frise_index::search::Searcher;
use js_sys::{Array, Uint8Array};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use std::cell::RefCell;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

/// What the worker is asked.
#[derive(Debug, Serialize, Deserialize)]
pub enum Request {
    /// Reads the files that come with the request, by their paths, and keeps what was read.
    Read(Vec<String>, Settings),
    /// Proves the index in the file that comes with the request.
    Prove,
    /// Reviews what was read again, with other settings.
    Review(Settings, Pages),
    /// Turns to other pages of the review.
    Turn(Pages),
    /// Builds an index of what was read.
    Build(Settings),
    /// Packs what was read as the folder of a corpus.
    Folder(Settings),
    /// Makes a site, as a zip, from the files of the published page.
    Site(Vec<(String, ByteBuf)>, Taken),
    /// Makes a package for course systems from the published page in one file.
    Course(#[serde(with = "serde_bytes")] Vec<u8>, Taken),
    /// Takes the bytes of the index that statistics are computed from.
    Open(#[serde(with = "serde_bytes")] Vec<u8>),
    /// Computes the statistic of the tool that an address names.
    Measure(String),
}

/// A corpus that is taken away with the page.
#[derive(Debug, Serialize, Deserialize)]
pub struct Taken {
    /// The name of the corpus.
    pub title: String,
    /// What it holds, in a sentence.
    pub sentence: String,
    /// The bytes of its index.
    #[serde(with = "serde_bytes")]
    pub index: Vec<u8>,
}

impl Taken {
    /// Returns what the first screen says, and the index.
    fn parts(self) -> (Front, Vec<u8>) {
        let front = Front {
            title: self.title,
            sentence: self.sentence,
            documents: None,
        };
        (front, self.index)
    }
}

/// What the worker replies.
#[derive(Debug, Serialize, Deserialize)]
pub enum Reply {
    /// Some of the files are read.
    Progress(Progress),
    /// So many per cent of the index are built.
    Building(u8),
    /// A page of the review of the files.
    Reviewed(ReviewPage),
    /// Why no index was built.
    Refused(Vec<Problem>),
    /// The bytes of an index, or of a zip.
    Built(#[serde(with = "serde_bytes")] Vec<u8>),
    /// The index is open.
    Opened,
    /// A statistic, or a sentence that says why there is none.
    Measured(Box<Result<Report, String>>),
    /// The request cannot be answered.
    Failed,
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
    /// What was read of files.
    static IMPORT: RefCell<Import> = RefCell::new(Import::default());
    /// The review of it.
    static REVIEW: RefCell<Review> = RefCell::new(Review::default());
}

/// In a worker, answers requests; in a page, does nothing.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some((id, request, files)) = decode(event.data()) {
            spawn_local(async move {
                let post_reply = move |reply: &Reply| post(id, reply);
                let reply = answer(request, files, &post_reply).await;
                post_reply(&reply);
            });
        }
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    // Tells the page that the worker listens, so that it sends what was waiting.
    let _refused = scope.post_message(&JsValue::NULL);
}

/// Posts a reply from the worker to the page.
fn post(id: u32, reply: &Reply) {
    if let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        let _refused = scope.post_message(&encode(id, reply, &[]));
    }
}

/// Builds the index of a corpus, and reports progress.
fn build(corpus: Corpus, post_reply: &(impl Fn(&Reply) + Sync)) -> Reply {
    let lengths = corpus.documents.iter().map(Document::text_length);
    let whole = lengths.sum::<usize>().max(1);
    let read = AtomicUsize::new(0);
    let reported = AtomicUsize::new(0);
    let progress = |bytes: usize| {
        let percent = (read.fetch_add(bytes, Relaxed) + bytes).min(whole) * 100 / whole;
        if reported.fetch_max(percent, Relaxed) < percent {
            post_reply(&Reply::Building(percent as u8));
        }
    };
    match compile_bytes(corpus, &progress) {
        Ok(bytes) => Reply::Built(bytes),
        Err(_) => refused(String::new(), Reason::TooLargeForIndex),
    }
}

/// Returns the reply that a file, or all files together, cannot be used.
fn refused(path: String, reason: Reason) -> Reply {
    Reply::Refused(vec![Problem {
        path,
        line: None,
        reason,
    }])
}

/// Answers a request, and reports progress meanwhile.
async fn answer(
    request: Request,
    files: Vec<File>,
    post_reply: &(impl Fn(&Reply) + Sync),
) -> Reply {
    match request {
        Request::Open(bytes) => match Searcher::open(bytes) {
            Ok(searcher) => {
                SEARCHER.replace(Some(searcher));
                Reply::Opened
            }
            Err(_) => Reply::Failed,
        },
        Request::Measure(address) => SEARCHER.with_borrow(|searcher| match searcher {
            Some(searcher) => {
                let state = frise::url::parse(&address, searcher.index()).state;
                let setting = Setting::parse(state.tool.as_deref().unwrap_or(""));
                Reply::Measured(Box::new(measure(&Subject {
                    searcher,
                    state: &state,
                    setting: &setting,
                })))
            }
            None => Reply::Failed,
        }),
        Request::Read(paths, settings) => {
            let mut inputs = Vec::new();
            for (path, file) in paths.into_iter().zip(files) {
                match bytes_of(&file).await {
                    Some(bytes) => inputs.push(InputFile { path, bytes }),
                    None => return refused(path, Reason::Unreadable),
                }
            }
            let mut reader = Reader::new(inputs);
            while let Some(progress) = reader.step() {
                post_reply(&Reply::Progress(progress));
            }
            let import = reader.finish();
            REVIEW.replace(import.review(&settings));
            IMPORT.replace(import);
            reviewed(Pages::default())
        }
        Request::Prove => {
            let Some(file) = files.first() else {
                return Reply::Failed;
            };
            let Some(bytes) = bytes_of(file).await else {
                return refused(file.name(), Reason::Unreadable);
            };
            match Searcher::open_untrusted(bytes) {
                Ok(searcher) if searcher.index().is_in_shards() => {
                    refused(file.name(), Reason::HeadAlone)
                }
                Ok(searcher) => Reply::Built(searcher.into_bytes()),
                Err(_) => refused(file.name(), Reason::BadIndex),
            }
        }
        Request::Review(settings, pages) => {
            REVIEW.replace(IMPORT.with_borrow(|import| import.review(&settings)));
            reviewed(pages)
        }
        Request::Turn(pages) => reviewed(pages),
        Request::Build(settings) => IMPORT.with_borrow(|import| match corpus(import, &settings) {
            Ok(corpus) => build(corpus, post_reply),
            Err(problems) => Reply::Refused(problems),
        }),
        Request::Folder(settings) => IMPORT.with_borrow(|import| match corpus(import, &settings) {
            Ok(corpus) => packed(pack(&corpus)),
            Err(problems) => Reply::Refused(problems),
        }),
        Request::Site(files, taken) => packed(pack_site(files, taken)),
        Request::Course(page, taken) => packed(pack_course(&page, taken)),
    }
}

/// Returns the reply with some pages of the review.
fn reviewed(pages: Pages) -> Reply {
    REVIEW.with_borrow(|review| Reply::Reviewed(ReviewPage::of(review, pages)))
}

/// Makes a site of the published page, as a zip.
fn pack_site(files: Vec<(String, ByteBuf)>, taken: Taken) -> Result<Vec<u8>, String> {
    let (front, index) = taken.parts();
    let files = files.into_iter();
    let page: Vec<frise_edition::File> = files
        .map(|(name, bytes)| frise_edition::File::new(name, bytes.into_vec()))
        .collect();
    let site = frise_edition::site(&page, &front, index, None, Vec::new());
    let site = site.map_err(|error| error.to_string())?.into_iter();
    pack_files(site.map(|file| (file.name, file.bytes))).map_err(|error| error.to_string())
}

/// Makes a package for course systems of the published page in one file.
fn pack_course(page: &[u8], taken: Taken) -> Result<Vec<u8>, String> {
    let (front, index) = taken.parts();
    let page = frise_edition::whole_page(&String::from_utf8_lossy(page), &front, &index, "");
    let package = page.and_then(|page| frise_edition::course_package(&front.title, &page));
    package.map_err(|error| error.to_string())
}

fn packed<E>(zip: Result<Vec<u8>, E>) -> Reply {
    match zip {
        Ok(bytes) => Reply::Built(bytes),
        Err(_) => Reply::Failed,
    }
}

/// Reads a file; `None` where the browser refuses, as for a file that was moved meanwhile.
async fn bytes_of(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
