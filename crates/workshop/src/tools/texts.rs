//! Texts of one's own: files are chosen, looked at, and built into an index that the app shows and that can be taken away.

mod choose;
mod kept;
mod pager;
mod people;
mod review;
mod tables;
mod take_away;
mod words;

use crate::bench::{Bench, BenchProps};
use crate::browser;
use crate::job::{Reply, Request};
use crate::understood::{Pages, Understood};
use choose::Choose;
use frise_import::{Problem, Progress, Settings};
use gloo::events::EventListener;
use kept::Kept;
use review::ReviewView;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use take_away::TakeAway;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

/// How an index alone is named.
const INDEX_END: &str = ".frise";

/// What the reader has brought and decided.
#[derive(Clone, Default)]
pub struct Work {
    /// All files so far, by their paths: more can be added.
    files: Vec<(String, File)>,
    settings: Settings,
    stage: Stage,
}

/// How far the work is.
#[derive(Clone, Default)]
enum Stage {
    /// Nothing was brought.
    #[default]
    Empty,
    /// Files are read.
    Reading(Progress),
    /// Files were understood.
    Reviewed(Rc<Understood>),
    /// An index is built of what was understood; so many per cent are there.
    Building(Rc<Understood>, u8),
    /// The index was built while the tool was closed: the reader decides when the page shows it.
    Built(Rc<Understood>, Rc<Vec<u8>>),
    /// Something failed; what was understood before stays.
    Failed(String, Option<Rc<Understood>>),
}

impl Stage {
    /// Returns what was understood.
    fn review(&self) -> Option<Rc<Understood>> {
        match self {
            Stage::Empty | Stage::Reading(_) => None,
            Stage::Reviewed(review) | Stage::Building(review, _) | Stage::Built(review, _) => {
                Some(review.clone())
            }
            Stage::Failed(_, review) => review.clone(),
        }
    }
}

thread_local! {
    /// The work, which outlives the tool: whoever has looked at the texts comes back to change the table.
    static WORK: RefCell<Work> = RefCell::new(Work::default());
}

/// The tool.
#[component]
pub fn Texts(props: &BenchProps) -> Html {
    let bench = &props.bench;
    let redraw = use_force_update();
    let work = Handle {
        bench: bench.clone(),
        redraw: Callback::from(move |()| redraw.force_update()),
    };
    {
        let work = work.clone();
        use_effect_with((), move |()| {
            let take = move || {
                let work = work.clone();
                spawn_local(async move {
                    let files = browser::take_dropped().await;
                    if !files.is_empty() {
                        work.read(files);
                    }
                });
            };
            take();
            IS_SHOWN.set(true);
            let window = web_sys::window();
            let listener =
                window.map(|window| EventListener::new(&window, "frise:dropped", move |_| take()));
            move || {
                IS_SHOWN.set(false);
                drop(listener);
            }
        });
    }
    let Work {
        settings, stage, ..
    } = work.get();
    let stop = {
        let work = work.clone();
        Callback::from(move |_: MouseEvent| work.forget())
    };
    let pick = |french, english| bench.pick(french, english);
    html! {
        <>
            <p>
                { pick(
                    "Vos fichiers restent dans ce navigateur\u{a0}: rien n’est envoyé.",
                    "Your files stay in this browser: nothing is sent.",
                ) }
            </p>
            if !frise::is_embedded(bench.searcher.index()) && is_brought() {
                <TakeAway bench={bench.clone()} {settings} has_files={stage.review().is_some()} />
            }
            {
                match &stage {
                    Stage::Empty => html! {
                        <>
                            <Choose bench={bench.clone()} onfiles={work.on_files()} />
                            <Kept bench={bench.clone()} />
                        </>
                    },
                    Stage::Reading(progress) => html! {
                        <p role="status">
                            { words::progress(progress, bench.language()) }
                            { " " }
                            <button type="button" class="more" onclick={stop}>{ pick("Arrêter", "Stop") }</button>
                        </p>
                    },
                    Stage::Reviewed(_) | Stage::Building(..) | Stage::Built(..) => html! {},
                    Stage::Failed(sentence, review) => html! {
                        <>
                            <p role="alert">{ sentence }</p>
                            if review.is_none() {
                                <Choose bench={bench.clone()} onfiles={work.on_files()} />
                            }
                        </>
                    },
                }
            }
            if let Some(review) = stage.review() {
                <ReviewView
                    bench={bench.clone()}
                    {review}
                    settings={work.get().settings}
                    onchange={work.on_settings()}
                    onpages={work.on_pages()}
                    building={match stage {
                        Stage::Building(_, percent) => Some(percent),
                        _ => None,
                    }}
                    is_built={matches!(stage, Stage::Built(..))}
                    onfiles={work.on_files()}
                    onbuild={work.on_build()}
                    onstop={work.on_stop()}
                    onforget={stop_again(&work)}
                />
            }
        </>
    }
}

/// Returns whether the app shows a corpus that the reader has built or brought.
fn is_brought() -> bool {
    BROUGHT.with_borrow(|brought| *brought)
}

thread_local! {
    static BROUGHT: RefCell<bool> = const { RefCell::new(false) };
    /// Whether the tool is shown: an index that is ready when it is closed does not push the reader’s view away.
    static IS_SHOWN: Cell<bool> = const { Cell::new(false) };
}

fn stop_again(work: &Handle) -> Callback<()> {
    let work = work.clone();
    Callback::from(move |()| work.forget())
}

/// The work and what changes it.
#[derive(Clone)]
struct Handle {
    bench: Bench,
    redraw: Callback<()>,
}

impl Handle {
    fn get(&self) -> Work {
        WORK.with_borrow(Work::clone)
    }

    fn set(&self, stage: Stage) {
        WORK.with_borrow_mut(|work| work.stage = stage);
        self.redraw.emit(());
    }

    fn on_files(&self) -> Callback<Vec<(String, File)>> {
        let work = self.clone();
        Callback::from(move |files| work.read(files))
    }

    fn on_settings(&self) -> Callback<Settings> {
        let work = self.clone();
        Callback::from(move |settings: Settings| {
            WORK.with_borrow_mut(|work| work.settings = settings.clone());
            let pages = work.get().stage.review().map(|review| review.pages);
            work.ask(&Request::Review(settings, pages.unwrap_or_default()));
        })
    }

    fn on_pages(&self) -> Callback<Pages> {
        let work = self.clone();
        Callback::from(move |pages| work.ask(&Request::Turn(pages)))
    }

    fn on_build(&self) -> Callback<()> {
        let work = self.clone();
        Callback::from(move |()| {
            let Work {
                settings, stage, ..
            } = work.get();
            if let Stage::Built(review, bytes) = stage {
                work.open(Some(review), &bytes);
                return;
            }
            let Some(review) = stage.review() else {
                return;
            };
            work.set(Stage::Building(review, 0));
            work.ask(&Request::Build(settings));
        })
    }

    /// Asks the worker something that needs no files.
    fn ask(&self, request: &Request) {
        let heard = self.clone();
        let crew = &self.bench.crew;
        crew.send(request, &[], move |reply| heard.hear(reply));
    }

    /// Ends the building and keeps what was understood. The worker that built has read the files: another reads them again.
    fn on_stop(&self) -> Callback<()> {
        let work = self.clone();
        Callback::from(move |()| {
            work.bench.crew.stop();
            work.read(Vec::new());
        })
    }

    /// Has the worker read files together with those that were brought before, or prove an index that stands alone. A file of
    /// a path that is known takes the place of the other.
    fn read(&self, files: Vec<(String, File)>) {
        let is_index = matches!(files.as_slice(), [(path, _)] if path.ends_with(INDEX_END));
        let files = match is_index {
            true => files,
            false => WORK.with_borrow_mut(|work| {
                let is_new = |(path, _): &(String, File)| !files.iter().any(|(new, _)| new == path);
                work.files.retain(is_new);
                work.files.extend(files);
                work.files.clone()
            }),
        };
        let (paths, files): (Vec<String>, Vec<File>) = files.into_iter().unzip();
        let request = match is_index {
            true => Request::Prove,
            false => Request::Read(paths, self.get().settings),
        };
        self.set(Stage::Reading(Progress::default()));
        let heard = self.clone();
        self.bench
            .crew
            .send(&request, &files, move |reply| heard.hear(reply));
    }

    /// Ends what is under way and forgets what was read.
    fn forget(&self) {
        self.bench.crew.stop();
        WORK.with_borrow_mut(|work| *work = Work::default());
        self.redraw.emit(());
    }

    /// Has the app show an index.
    fn open(&self, review: Option<Rc<Understood>>, bytes: &[u8]) {
        BROUGHT.set(true);
        // What is drawn next is another corpus.
        WORK.with_borrow_mut(|work| work.stage = review.map_or(Stage::Empty, Stage::Reviewed));
        browser::open_corpus(bytes);
    }

    /// Hears the worker.
    fn hear(&self, reply: Reply) {
        let review = self.get().stage.review();
        let failed = |sentence: String| Stage::Failed(sentence, review.clone());
        match reply {
            Reply::Progress(progress) => self.set(Stage::Reading(progress)),
            Reply::Reviewed(review) => self.set(Stage::Reviewed(Rc::new(review))),
            Reply::Building(percent) => {
                if let Some(review) = review {
                    self.set(Stage::Building(review, percent));
                }
            }
            Reply::Built(bytes) => match review {
                Some(review) if !IS_SHOWN.get() => self.set(Stage::Built(review, Rc::new(bytes))),
                review => self.open(review, &bytes),
            },
            Reply::Refused(problems) => {
                let sentences: Vec<String> = problems
                    .iter()
                    .map(|problem: &Problem| words::problem(problem, self.bench.language()))
                    .collect();
                let lost = self.bench.pick(
                    " Pour le reste, rien n’est perdu.",
                    " Nothing else is lost.",
                );
                self.set(failed(sentences.join(" ") + lost));
            }
            Reply::Failed => {
                let sentence = self.bench.pick(
                    "Cela n’a pas pu être fait\u{a0}; rien n’est perdu. Essayez avec moins de fichiers, ou d’autres.",
                    "This could not be done; nothing is lost. Try fewer files, or others.",
                );
                self.set(failed(sentence.to_string()));
            }
            Reply::Opened | Reply::Measured(_) => {}
        }
    }
}
