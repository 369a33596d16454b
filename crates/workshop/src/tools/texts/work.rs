//! The work on the files that a reader brings: the files, the decisions, the stage, and what moves it on.
//!
//! The work outlives the tool, so that a reader who has looked at the texts comes back to change the table. [`WorkHandle`]
//! sends requests to the worker and takes its replies.

use super::messages;
use crate::browser;
use crate::context::ToolContext;
use crate::job::{Reply, Request};
use crate::review_page::{Pages, ReviewPage};
use frise_import::{Problem, Progress, Settings};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::File;
use yew::Callback;

/// How the name of an index ends.
const INDEX_END: &str = ".frise";

/// What the reader has brought and decided, and how far the work is.
#[derive(Clone, Default)]
pub struct Work {
    /// All files so far, by their paths: more can be added.
    files: Vec<(String, File)>,
    /// What the reader has decided.
    pub settings: Settings,
    /// How far the work is.
    pub stage: Stage,
}

/// How far the work is.
#[derive(Clone, Default)]
pub enum Stage {
    /// Nothing was brought.
    #[default]
    Empty,
    /// Files are read.
    Reading(Progress),
    /// Files were understood.
    Reviewed(Rc<ReviewPage>),
    /// An index is built of what was understood; so many per cent are there.
    Building(Rc<ReviewPage>, u8),
    /// The index was built while the tool was closed: the reader decides when the page shows it.
    Built(Rc<ReviewPage>, Rc<Vec<u8>>),
    /// Something failed; what was understood before stays.
    Failed(String, Option<Rc<ReviewPage>>),
}

impl Stage {
    /// Returns what was understood.
    pub fn review(&self) -> Option<Rc<ReviewPage>> {
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
    static WORK: RefCell<Work> = RefCell::new(Work::default());
    /// Whether the app shows a corpus that the reader has built or brought.
    static IS_BROUGHT: Cell<bool> = const { Cell::new(false) };
    /// Whether the tool is shown: an index that is ready when it is closed does not push the reader’s view away.
    static IS_SHOWN: Cell<bool> = const { Cell::new(false) };
}

/// Returns whether the app shows a corpus that the reader has built or brought.
pub fn is_brought() -> bool {
    IS_BROUGHT.get()
}

/// Sets whether the tool is shown.
pub fn set_shown(is_shown: bool) {
    IS_SHOWN.set(is_shown);
}

/// A handle on the work, whose callbacks change it.
#[derive(Clone)]
pub struct WorkHandle {
    context: ToolContext,
    redraw: Callback<()>,
}

impl WorkHandle {
    /// Returns a handle; `redraw` is called after each change.
    pub fn new(context: ToolContext, redraw: Callback<()>) -> WorkHandle {
        WorkHandle { context, redraw }
    }

    /// Returns the work as it is.
    pub fn get(&self) -> Work {
        WORK.with_borrow(Work::clone)
    }

    fn set(&self, stage: Stage) {
        WORK.with_borrow_mut(|work| work.stage = stage);
        self.redraw.emit(());
    }

    /// Returns the callback that reads more files.
    pub fn on_files(&self) -> Callback<Vec<(String, File)>> {
        let work = self.clone();
        Callback::from(move |files| work.read(files))
    }

    /// Returns the callback that reviews the texts with other decisions.
    pub fn on_settings(&self) -> Callback<Settings> {
        let work = self.clone();
        Callback::from(move |settings: Settings| {
            WORK.with_borrow_mut(|work| work.settings = settings.clone());
            let pages = work.get().stage.review().map(|review| review.pages);
            work.ask(&Request::Review(settings, pages.unwrap_or_default()));
        })
    }

    /// Returns the callback that turns to other pages of the review.
    pub fn on_pages(&self) -> Callback<Pages> {
        let work = self.clone();
        Callback::from(move |pages| work.ask(&Request::Turn(pages)))
    }

    /// Returns the callback that builds the index, or shows it if it was built.
    pub fn on_build(&self) -> Callback<()> {
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
        let work = self.clone();
        let worker = &self.context.worker;
        worker.send(request, &[], move |reply| work.take_reply(reply));
    }

    /// Returns the callback that ends the building and keeps the review. The worker that built had read the files: another one
    /// reads them again.
    pub fn on_stop(&self) -> Callback<()> {
        let work = self.clone();
        Callback::from(move |()| {
            work.context.worker.stop();
            work.read(Vec::new());
        })
    }

    /// Returns the callback that forgets the files.
    pub fn on_forget(&self) -> Callback<()> {
        let work = self.clone();
        Callback::from(move |()| work.forget())
    }

    /// Has the worker read files together with those that were brought before, or prove an index that stands alone. A file of
    /// a path that is known takes the place of the other.
    pub fn read(&self, files: Vec<(String, File)>) {
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
        let work = self.clone();
        self.context
            .worker
            .send(&request, &files, move |reply| work.take_reply(reply));
    }

    /// Ends what is under way and forgets what was read.
    pub fn forget(&self) {
        self.context.worker.stop();
        WORK.with_borrow_mut(|work| *work = Work::default());
        self.redraw.emit(());
    }

    /// Has the app show an index.
    fn open(&self, review: Option<Rc<ReviewPage>>, bytes: &[u8]) {
        IS_BROUGHT.set(true);
        // What is drawn next is another corpus.
        WORK.with_borrow_mut(|work| work.stage = review.map_or(Stage::Empty, Stage::Reviewed));
        browser::open_corpus(bytes);
    }

    /// Takes a reply of the worker.
    fn take_reply(&self, reply: Reply) {
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
                    .map(|problem: &Problem| messages::problem(problem, self.context.language()))
                    .collect();
                let lost = self.context.pick(
                    " Pour le reste, rien n’est perdu.",
                    " Nothing else is lost.",
                );
                self.set(failed(sentences.join(" ") + lost));
            }
            Reply::Failed => {
                let sentence = self.context.pick(
                    "Cela n’a pas pu être fait\u{a0}; rien n’est perdu. Essayez avec moins de fichiers, ou d’autres.",
                    "This could not be done; nothing is lost. Try fewer files, or others.",
                );
                self.set(failed(sentence.to_string()));
            }
            Reply::Opened | Reply::Measured(_) => {}
        }
    }
}
