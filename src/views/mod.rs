//! From index and state to HTML. Views hold no state of their own beyond measures of the screen, where
//! the keyboard is, what is unfolded, and what is still being written; they never call a browser, and
//! never set text as HTML, but for the pictures of [`timeline::Drawing`].

mod app;
mod chosen;
mod concordance;
mod contents;
mod elements;
mod escaped;
mod facets;
mod foot;
mod hooks;
pub mod lesson;
mod markup;
mod nothing;
mod part;
mod passage;
mod reader;
mod results;
pub mod search;
mod select;
mod series;
pub mod share;
mod statements;
pub mod timeline;
mod why;

pub use app::{App, AppProps, Broken, BrokenProps, LastAsked};
pub use part::begin;

use crate::state::{Action, Frame, State};
use crate::url;
use frise_date::Tongue;
use frise_index::query::{Query, parse};
use frise_index::search::{Answer, Searcher};
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// A value that views share, and that is the same only as itself.
pub struct Shared<T>(pub Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// What every view is made from. The app makes a new one when the state has changed, and only then, so
/// that views are drawn anew when, and only when, they hold another one.
pub type View = Shared<Page>;

/// The index, the state, the answer that follows from both, and the way to act.
pub struct Page {
    /// The index, ready for searching.
    pub searcher: Shared<Searcher>,
    /// What the reader has chosen.
    pub state: State,
    /// What the search gives.
    pub answer: Shared<Answer>,
    /// Tells what happened.
    pub act: Callback<Action>,
}

/// The props of the views that need nothing else.
#[derive(Clone, PartialEq, Properties)]
pub struct ViewProps {
    /// What it is made from.
    pub view: View,
}

impl Page {
    /// The language of the interface.
    pub fn language(&self) -> Tongue {
        self.state.language
    }

    /// The query that is asked.
    pub fn query(&self) -> Query {
        parse(&self.state.query).matched(self.state.matching)
    }

    /// The string of the interface's language.
    pub fn pick<'t>(&self, french: &'t str, english: &'t str) -> &'t str {
        crate::words::pick(self.language(), french, english)
    }

    /// The address after an action, for links that can be copied and followed. That of a passage is relative to
    /// the present address, so that it stays right whatever else changes.
    pub fn address_after(&self, action: &Action) -> AttrValue {
        let index = self.searcher.index();
        match action {
            Action::Opened(passage) => ["#", &index.passage_id(*passage)].concat(),
            action => url::print(&self.state.after(action.clone()), index),
        }
        .into()
    }

    /// The same in a page that is whole: no guest in a frame, and with nothing left out or locked.
    pub fn whole(&self) -> State {
        State {
            frame: Frame::default(),
            ..self.state.clone()
        }
    }

    /// A callback that acts so, whatever the event.
    pub fn will<E: 'static>(&self, action: Action) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action.clone()))
    }

    /// As [`Page::will`] for a link: a plain click acts in place, any other follows the link.
    pub fn follow(&self, action: Action) -> Callback<MouseEvent> {
        let act = self.act.clone();
        Callback::from(move |event: MouseEvent| {
            if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0) {
                event.prevent_default();
                act.emit(action.clone());
            }
        })
    }
}
