//! The worker as the page sees it.
//!
//! `gloo-worker` is not used: a worker of it can only be asked to stop, and does not hear that while it computes. Here a worker
//! that is stopped is ended, with all memory that it had, and the next request starts another.

use crate::job::{Reply, Request, decode, encode};
use gloo::events::EventListener;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, MessageEvent, Worker};

/// A worker, or none yet.
pub struct Crew {
    script: String,
    inner: RefCell<Option<Running>>,
}

struct Running {
    worker: Worker,
    /// What is sent when the worker listens; `None` once it does.
    waiting: Rc<RefCell<Option<Vec<JsValue>>>>,
    _listener: EventListener,
}

impl Crew {
    /// Returns a crew whose workers run a script.
    pub fn new(script: String) -> Crew {
        Crew {
            script,
            inner: RefCell::new(None),
        }
    }

    /// Sends a request with files. `tell` hears the replies to this and to all later requests until another request is sent;
    /// a request ends what was under way.
    pub fn send(&self, request: &Request, files: &[File], tell: impl Fn(Reply) + 'static) {
        let message = encode(request, files);
        let mut inner = self.inner.borrow_mut();
        let worker = match inner.take() {
            Some(running) => Some((running.worker.clone(), running.waiting.clone())),
            None => Worker::new(&self.script)
                .ok()
                .map(|worker| (worker, Rc::new(RefCell::new(Some(Vec::new()))))),
        };
        let Some((worker, waiting)) = worker else {
            return tell(Reply::Failed(String::new()));
        };
        let listener = {
            let (worker, waiting) = (worker.clone(), waiting.clone());
            EventListener::new(&worker.clone(), "message", move |event| {
                let Some(event) = event.dyn_ref::<MessageEvent>() else {
                    return;
                };
                if event.data().is_null() {
                    for message in waiting.borrow_mut().take().into_iter().flatten() {
                        let _refused = worker.post_message(&message);
                    }
                } else if let Some((reply, _)) = decode(event.data()) {
                    tell(reply);
                }
            })
        };
        match &mut *waiting.borrow_mut() {
            Some(waiting) => waiting.push(message),
            None => drop(worker.post_message(&message)),
        }
        *inner = Some(Running {
            worker,
            waiting,
            _listener: listener,
        });
    }

    /// Ends the worker, whatever it does, and gives its memory back.
    pub fn stop(&self) {
        if let Some(running) = self.inner.borrow_mut().take() {
            running.worker.terminate();
        }
    }
}
