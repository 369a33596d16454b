//! The page as components get it.

use crate::state::{Action, Frame, State};
use crate::url;
use frise_date::Tongue;
use frise_index::query::{Query, parse};
use frise_index::search::{Answer, Searcher};
use std::ops::Deref;
use std::rc::Rc;
use yew::html::ImplicitClone;
use yew::prelude::*;

/// A shared value that is equal to itself only, so that comparing props is cheap.
pub struct Shared<T>(pub Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared(Rc::clone(&self.0))
    }
}

impl<T> ImplicitClone for Shared<T> {}

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

/// The page as components get it. The app makes a new one when, and only when, the state or the answer has changed.
pub type View = Shared<Page>;

/// The index, the state, the answer to both, and the way to dispatch actions.
pub struct Page {
    /// The index.
    pub searcher: Shared<Searcher>,
    /// What the reader has chosen.
    pub state: State,
    /// What the search finds.
    pub answer: Shared<Answer>,
    /// Whether the answer is another one until more shards of the index are there.
    pub is_partial: bool,
    /// Dispatches an action.
    pub act: Callback<Action>,
}

/// Props of the components that need the page and nothing else.
#[derive(Clone, PartialEq, Properties)]
pub struct ViewProps {
    /// The page.
    pub view: View,
}

impl Shared<Page> {
    /// Returns what is compared where something is worked out once and kept: of an index in shards the page, which is another one
    /// whenever more of the index is there.
    pub fn while_in_shards(&self) -> Option<View> {
        let is_in_shards = self.searcher.index().is_in_shards();
        is_in_shards.then(|| self.clone())
    }
}

impl Page {
    /// Returns the language of the interface.
    pub fn language(&self) -> Tongue {
        self.state.language
    }

    /// Returns the parsed query.
    pub fn query(&self) -> Query {
        parse(&self.state.query).matched(self.state.matching)
    }

    /// Returns the passages of a value of a facet by its name, such as `speaker:xi-jinping`, to be lit together; none of a name
    /// that is not known, or that has so many that they are counted in bins.
    pub fn passages_of(&self, choice: &str) -> Vec<u32> {
        const MOST: u32 = 1_000;
        let found = self.searcher.ask(&parse(choice));
        let passages = found.passages();
        match found.problems().is_empty() && passages.count() <= MOST {
            true => passages.iter().collect(),
            false => Vec::new(),
        }
    }

    /// Returns the string in the language of the interface.
    pub fn pick<'t>(&self, french: &'t str, english: &'t str) -> &'t str {
        crate::i18n::pick(self.language(), french, english)
    }

    /// Returns the address after an action, for links that can be copied and followed. The address of a passage is relative
    /// to the present address, so that it stays right whatever else changes.
    pub fn address_after(&self, action: &Action) -> AttrValue {
        let index = self.searcher.index();
        match action {
            Action::Opened(passage) => ["#", &index.passage_id(*passage)].concat(),
            action => url::print(&self.state.after(action.clone()), index),
        }
        .into()
    }

    /// Returns the same state in a page of its own: in no frame, with nothing left out or locked.
    pub fn whole(&self) -> State {
        State {
            frame: Frame::default(),
            ..self.state.clone()
        }
    }

    /// Returns a callback that dispatches an action, whatever the event.
    pub fn will<E: 'static>(&self, action: Action) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action.clone()))
    }

    /// Returns a callback for a link: a plain click dispatches the action, any other follows the link.
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
