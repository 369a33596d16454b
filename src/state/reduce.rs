//! The reducer: from a state and an action to the next state and an effect.

use super::{Action, Choice, Effect, History, MOST_KEYS, Notes, State};
use frise_date::Day;
use frise_index::search::Filters;

/// Returns the state after an action, and what the change asks of the page around it. What is locked changes only where a view
/// comes as a whole.
pub fn reduce(state: &State, action: Action) -> (State, Effect) {
    let comes_whole = matches!(
        action,
        Action::Navigated(..) | Action::Led(..) | Action::Toured(..) | Action::Stepped(..)
    );
    let (next, effect) = reduce_unlocked(state, action);
    if comes_whole || state.frame.locks.is_empty() {
        return (next, effect);
    }
    let next = next.held_by_locks_of(state);
    if next == *state {
        // A change that a lock undoes is no step in the history.
        let effect = Effect {
            notes: effect.notes,
            ..Effect::default()
        };
        return (next, effect);
    }
    (next, effect)
}

impl State {
    /// Returns the state after an action.
    pub fn after(&self, action: Action) -> State {
        reduce(self, action).0
    }

    /// Returns whether an action does all that it would do without locks.
    pub fn allows(&self, action: &Action) -> bool {
        if self.frame.locks.is_empty() {
            return true;
        }
        let (next, _) = reduce_unlocked(self, action.clone());
        next.clone().held_by_locks_of(self) == next
    }
}

fn reduce_unlocked(state: &State, action: Action) -> (State, Effect) {
    let mut next = state.clone();
    let mut effect = Effect {
        history: History::Push,
        ..Effect::default()
    };
    match action {
        Action::Typed(query) => {
            next.query = query;
            effect.history = History::Replace;
        }
        Action::Asked(query) => next.query = query,
        Action::Toggled(choice) => toggle(&mut next.filters, choice),
        Action::Bounded(from, to) => (next.filters.from, next.filters.to) = in_order(from, to),
        Action::Bounding(from, to) => {
            (next.filters.from, next.filters.to) = in_order(from, to);
            effect.history = History::Replace;
            effect.is_moving = true;
        }
        Action::Mentioning(from, to) => {
            let filters = &mut next.filters;
            let is_bounded = filters.mentioned_from.or(filters.mentioned_to).is_some();
            // A bound that is set already is moved on.
            if is_bounded && (from, to) != (None, None) {
                effect.history = History::Replace;
                effect.is_moving = true;
            }
            (filters.mentioned_from, filters.mentioned_to) = in_order(from, to);
        }
        Action::Cleared => {
            next.query.clear();
            next.filters = Filters::default();
        }
        Action::Sorted(sort) => next.sort = sort,
        Action::Matched(matching) => next.matching = matching,
        Action::Completed(query, choice) => {
            next.query = query;
            if let Some(choice) = choice.filter(|choice| !state.holds(*choice)) {
                toggle(&mut next.filters, choice);
            }
        }
        Action::Searched(query, matching, filters) => {
            (next.query, next.matching, next.filters) = (query, matching, filters);
        }
        Action::Listed(listing) => next.listing = listing,
        Action::SortedLines(mut keys) => {
            keys.truncate(MOST_KEYS);
            next.keys = keys;
        }
        Action::Lengthened(words) => next.context = words,
        Action::Shown(form) => next.presentation = form,
        Action::Drawn(timelines) => next.timelines = timelines,
        Action::Drawing(timelines) => {
            next.timelines = timelines;
            effect.history = History::Replace;
            effect.is_moving = true;
        }
        Action::Spoken(language) => next.language = language,
        Action::Opened(passage) => (next.passage, next.run) = (Some(passage), 0),
        Action::Closed => (next.passage, next.run) = (None, 0),
        Action::Tooled(tool) => {
            // Other settings of the same tool are no step to come back from.
            if state.tool.is_some() && tool.is_some() {
                effect.history = History::Replace;
            }
            next.tool = tool;
        }
        Action::NotesClosed => {
            effect.history = History::Keep;
            effect.notes = Notes::Set(Vec::new());
        }
        Action::Noted(note) => {
            effect.history = History::Keep;
            effect.notes = Notes::Add(note);
        }
        Action::Navigated(view, notes) => {
            next = *view;
            effect.history = History::Keep;
            effect.notes = Notes::Set(notes);
        }
        Action::Led(view, notes) => {
            next = led(state, *view);
            effect.notes = Notes::Set(notes);
        }
        Action::Toured(view, notes) => {
            let lesson = view.lesson.clone();
            next = led(state, *view);
            next.lesson = lesson;
            effect.notes = Notes::Set(notes);
        }
        Action::Stepped(step, view, notes) => {
            next = led(state, *view);
            if let Some(replay) = &mut next.lesson {
                replay.step = step;
            }
            effect.notes = Notes::Set(notes);
        }
    }
    (next, effect)
}

/// Returns another view, with what belongs to the reader and to the embedder.
fn led(state: &State, view: State) -> State {
    let mut next = State {
        language: state.language,
        frame: state.frame.clone(),
        lesson: state.lesson.clone(),
        corpus: state.corpus.clone(),
        ..view
    };
    next.lock_what_is_set();
    next
}

/// Adds a value of a facet to the filters, or removes it.
fn toggle(filters: &mut Filters, choice: Choice) {
    fn flip<T: PartialEq>(values: &mut Vec<T>, value: T) {
        match values.iter().position(|known| *known == value) {
            Some(at) => drop(values.remove(at)),
            None => values.push(value),
        }
    }
    match choice {
        Choice::Speaker(place) => flip(&mut filters.speakers, place),
        Choice::Voice(voice) => flip(&mut filters.voices, voice),
        Choice::Theme(place) => flip(&mut filters.themes, place),
        Choice::Document(place) => flip(&mut filters.documents, place),
        Choice::Kind(place) => flip(&mut filters.kinds, place),
        Choice::Undated => filters.undated = !filters.undated,
    }
}

/// Returns bounds in order, whichever was given first.
fn in_order(from: Option<Day>, to: Option<Day>) -> (Option<Day>, Option<Day>) {
    match (from, to) {
        (Some(from), Some(to)) if from > to => (Some(to), Some(from)),
        bounds => bounds,
    }
}
