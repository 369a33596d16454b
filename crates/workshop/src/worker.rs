//! The page's handle on the worker: sends requests, and starts and ends workers.
//!
//! `gloo-worker` is not used: a worker of it can only be asked to stop, and does not hear that while it computes. Here a worker
//! that is stopped is ended, with all memory that it had, and the next request starts another.

use crate::job::{Reply, Request, decode, encode};
use frise_index::Index;
use gloo::events::EventListener;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, MessageEvent, Worker};

/// The callbacks that wait for the replies to a request, by its number.
type Listeners = Rc<RefCell<BTreeMap<u32, Rc<dyn Fn(Reply)>>>>;

/// A handle on the worker, which is started with the first request.
pub struct WorkerHandle {
    script: String,
    running: RefCell<Option<Running>>,
    last: Cell<u32>,
    /// The version of the index that the worker has open.
    opened: RefCell<String>,
}

/// A worker that was started.
struct Running {
    worker: Worker,
    /// What is sent when the worker listens; `None` once it does.
    waiting: Rc<RefCell<Option<Vec<JsValue>>>>,
    listeners: Listeners,
    _heard: EventListener,
    _failed: EventListener,
}

impl WorkerHandle {
    /// Returns the handle on workers that run a script.
    pub fn new(script: String) -> WorkerHandle {
        WorkerHandle {
            script,
            running: RefCell::new(None),
            last: Cell::new(0),
            opened: RefCell::default(),
        }
    }

    /// Sends a request with files. `callback` is called with each reply: progress, and last the result or why there is none.
    /// Requests are answered one after another.
    pub fn send(&self, request: &Request, files: &[File], callback: impl Fn(Reply) + 'static) {
        let mut running = self.running.borrow_mut();
        if running.is_none() {
            *running = start(&self.script);
        }
        let Some(running) = &*running else {
            return callback(Reply::Failed);
        };
        let id = self.last.get() + 1;
        self.last.set(id);
        running.listeners.borrow_mut().insert(id, Rc::new(callback));
        let message = encode(id, request, files);
        match &mut *running.waiting.borrow_mut() {
            Some(waiting) => waiting.push(message),
            None => drop(running.worker.post_message(&message)),
        }
    }

    /// Has the worker open an index for statistics, unless it has.
    pub fn open(&self, index: &Index) {
        if *self.opened.borrow() != index.version() {
            self.opened.replace(index.version().to_string());
            self.send(&Request::Open(index.bytes().to_vec()), &[], |_| ());
        }
    }

    /// Ends the worker, whatever it is doing, and frees its memory.
    pub fn stop(&self) {
        if let Some(running) = self.running.borrow_mut().take() {
            running.worker.terminate();
        }
        self.opened.replace(String::new());
    }
}

/// Starts a worker; `None` where the browser refuses.
fn start(script: &str) -> Option<Running> {
    let worker = Worker::new(script).ok()?;
    let waiting = Rc::new(RefCell::new(Some(Vec::<JsValue>::new())));
    let listeners = Listeners::default();
    let heard = {
        let (worker, waiting, listeners) = (worker.clone(), waiting.clone(), listeners.clone());
        EventListener::new(&worker.clone(), "message", move |event| {
            let Some(event) = event.dyn_ref::<MessageEvent>() else {
                return;
            };
            if event.data().is_null() {
                for message in waiting.borrow_mut().take().into_iter().flatten() {
                    let _refused = worker.post_message(&message);
                }
            } else if let Some((id, reply, _)) = decode::<Reply>(event.data()) {
                let listener = match reply {
                    Reply::Progress(_) | Reply::Building(_) => listeners.borrow().get(&id).cloned(),
                    _ => listeners.borrow_mut().remove(&id),
                };
                if let Some(callback) = listener {
                    callback(reply);
                }
            }
        })
    };
    // The worker could not be loaded, or it ran out of memory.
    let failed = {
        let listeners = listeners.clone();
        EventListener::new(&worker, "error", move |_| {
            let waiting = std::mem::take(&mut *listeners.borrow_mut());
            for callback in waiting.into_values() {
                callback(Reply::Failed);
            }
        })
    };
    Some(Running {
        worker,
        waiting,
        listeners,
        _heard: heard,
        _failed: failed,
    })
}
