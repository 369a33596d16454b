//! The state of the app, with what the last change asks of the page around it.

use crate::state::{Action, Effect, Note, State, reduce};
use crate::url::Parsed;
use std::rc::Rc;
use yew::prelude::*;

/// What the reducer of the app holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// The state.
    pub state: State,
    /// The effect of the last change.
    pub effect: Effect,
    /// The notes that are shown.
    pub notes: Vec<Note>,
}

impl From<Parsed> for Session {
    fn from(Parsed { state, notes }: Parsed) -> Session {
        Session {
            state,
            effect: Effect::default(),
            notes,
        }
    }
}

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let (state, effect) = reduce(&self.state, action);
        let notes = effect.notes.clone().after(self.notes.clone());
        Rc::new(Session {
            state,
            effect,
            notes,
        })
    }
}
