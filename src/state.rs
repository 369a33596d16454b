//! What the reader has chosen, and how it changes. Everything that a link must reproduce is here, and
//! nothing else: no result, no measure of the screen.

mod choice;
mod frame;
mod replay;
mod timelines;

pub use choice::Choice;
pub use frame::{Frame, Lock, Part};
pub use replay::Replay;
pub use timelines::{MOST_WORDS, Measure, Subject, Timelines};

use frise_date::{Day, Tongue};
use frise_index::concordance::Key;
use frise_index::query::Matching;
use frise_index::search::{Filters, Sort};
use std::rc::Rc;
use yew::Reducible;

/// The state of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The query as typed.
    pub query: String,
    /// How plain words of the query match.
    pub matching: Matching,
    /// What is filtered out.
    pub filters: Filters,
    /// The order of the passages.
    pub sort: Sort,
    /// How the answer is listed.
    pub listing: Listing,
    /// What the lines of the concordance are sorted by; nothing for reading order.
    pub keys: Vec<Key>,
    /// How many words a line of the concordance shows on either side.
    pub context: u32,
    /// Whether the timelines are shown as pictures, tables or sentences.
    pub form: Form,
    /// How the timelines are drawn.
    pub timelines: Timelines,
    /// The language of the interface.
    pub language: Tongue,
    /// The passage that is being read, by its place in the index.
    pub passage: Option<u32>,
    /// How the page stands in another.
    pub frame: Frame,
    /// The lesson that is replayed.
    pub lesson: Option<Replay>,
    /// What the address asked for in vain.
    pub notes: Vec<Note>,
    /// How the last change enters the history.
    pub history: History,
}

/// How charts are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// As pictures.
    #[default]
    Picture,
    /// As tables.
    Table,
    /// In words.
    Sentence,
}

/// How the answer is listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listing {
    /// As passages.
    #[default]
    Passages,
    /// As a concordance: a line for each hit.
    Concordance,
}

/// How many words a line of the concordance may show on either side, the second being the default.
pub const CONTEXTS: [u32; 5] = [5, 10, 15, 25, 50];

/// At most so many keys sort the concordance.
pub const MOST_KEYS: usize = 2;

/// Something in the address that was ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// A key that is not known.
    UnknownKey(String),
    /// A value that the key does not take.
    UnknownValue {
        /// The key.
        key: String,
        /// Its value.
        value: String,
    },
    /// The link was made for another corpus; its name.
    OtherCorpus(String),
    /// There is no such passage.
    NoPassage(String),
    /// What stands for a lesson in the address is none, or not whole; or there is no such file.
    NoLesson(String),
    /// A message from an origin that the address does not name asked for a view.
    Stranger,
}

/// How a change enters the browser's history.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum History {
    /// Not at all: it came from there.
    #[default]
    Keep,
    /// In place of the present entry, as typing does.
    Replace,
    /// As a new entry to come back from.
    Push,
}

/// What can happen to the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The reader types a query.
    Typed(String),
    /// A query was chosen as a whole.
    Asked(String),
    /// A value of a facet was chosen, or taken away.
    Toggled(Choice),
    /// The dates were bounded.
    Bounded(Option<Day>, Option<Day>),
    /// The dates are being bounded: another bound may follow at once.
    Bounding(Option<Day>, Option<Day>),
    /// The times that are spoken of were bounded.
    Mentioning(Option<Day>, Option<Day>),
    /// All filters were taken away, and the query.
    Cleared,
    /// The filters were taken away, but not the query.
    Unfiltered,
    /// Another order was chosen.
    Sorted(Sort),
    /// Another way for plain words to match was chosen.
    Matched(Matching),
    /// A suggestion was taken: the query that it leaves, and what it holds.
    Completed(String, Option<Choice>),
    /// A less strict question was taken.
    Loosened(String, Matching, Filters),
    /// Another list of the answer was chosen.
    Listed(Listing),
    /// Other keys were chosen for the lines of the concordance.
    SortedLines(Vec<Key>),
    /// Another length was chosen for the lines of the concordance, in words on either side.
    Lengthened(u32),
    /// Another form was chosen for the charts.
    Shown(Form),
    /// The timelines are to be drawn otherwise.
    Drawn(Timelines),
    /// Another language was chosen.
    Spoken(Tongue),
    /// A passage was opened.
    Opened(u32),
    /// The text was closed.
    Closed,
    /// The notes were read.
    NotesClosed,
    /// Something that happened outside is to be told.
    Noted(Note),
    /// The browser went elsewhere in its history.
    Navigated(Box<State>),
    /// Another view is shown as a whole, by the page that this one stands in.
    Led(Box<State>),
    /// The reader goes to a step of the lesson, by its place, or back to its view.
    Stepped(usize, Box<State>),
}

impl Default for State {
    fn default() -> State {
        State {
            query: String::new(),
            matching: Matching::default(),
            filters: Filters::default(),
            sort: Sort::default(),
            listing: Listing::default(),
            keys: Vec::new(),
            context: CONTEXTS[1],
            form: Form::default(),
            timelines: Timelines::default(),
            language: Tongue::French,
            passage: None,
            frame: Frame::default(),
            lesson: None,
            notes: Vec::new(),
            history: History::Keep,
        }
    }
}

impl State {
    /// Whether every passage is shown.
    pub fn is_unfiltered(&self) -> bool {
        self.query.trim().is_empty() && self.filters.is_empty()
    }

    /// Whether a value is chosen.
    pub fn holds(&self, choice: Choice) -> bool {
        match choice {
            Choice::Speaker(place) => self.filters.speakers.contains(&place),
            Choice::Voice(voice) => self.filters.voices.contains(&voice),
            Choice::Theme(place) => self.filters.themes.contains(&place),
            Choice::Document(place) => self.filters.documents.contains(&place),
            Choice::Kind(place) => self.filters.kinds.contains(&place),
            Choice::Undated => self.filters.undated,
        }
    }

    /// The state after something happened. What is locked changes only where a view comes as a whole.
    pub fn after(&self, action: Action) -> State {
        let comes_whole = matches!(
            action,
            Action::Navigated(_) | Action::Led(_) | Action::Stepped(..)
        );
        if comes_whole || self.frame.locks.is_empty() {
            return self.after_unlocked(action);
        }
        let next = self.after_unlocked(action).held_by_locks_of(self);
        // What changed nothing is no step in the history.
        let before = State {
            history: next.history,
            ..self.clone()
        };
        if next == before { self.clone() } else { next }
    }

    /// Whether an action can do all that it would without locks.
    pub fn allows(&self, action: &Action) -> bool {
        if self.frame.locks.is_empty() {
            return true;
        }
        let next = self.after_unlocked(action.clone());
        next.clone().held_by_locks_of(self) == next
    }

    fn after_unlocked(&self, action: Action) -> State {
        let mut next = State {
            history: History::Push,
            ..self.clone()
        };
        match action {
            Action::Typed(query) => {
                next.query = query;
                next.history = History::Replace;
            }
            Action::Asked(query) => next.query = query,
            Action::Toggled(choice) => next.toggle(choice),
            Action::Bounded(from, to) => (next.filters.from, next.filters.to) = in_order(from, to),
            Action::Bounding(from, to) => {
                (next.filters.from, next.filters.to) = in_order(from, to);
                next.history = History::Replace;
            }
            Action::Mentioning(from, to) => {
                // What moves a bound that is there already follows the movement that set it.
                if self
                    .filters
                    .mentioned_from
                    .or(self.filters.mentioned_to)
                    .is_some()
                    && (from, to) != (None, None)
                {
                    next.history = History::Replace;
                }
                (next.filters.mentioned_from, next.filters.mentioned_to) = in_order(from, to);
            }
            Action::Cleared => {
                next.query.clear();
                next.filters = Filters::default();
            }
            Action::Unfiltered => next.filters = Filters::default(),
            Action::Sorted(sort) => next.sort = sort,
            Action::Matched(matching) => next.matching = matching,
            Action::Completed(query, choice) => {
                next.query = query;
                if let Some(choice) = choice.filter(|choice| !self.holds(*choice)) {
                    next.toggle(choice);
                }
            }
            Action::Loosened(query, matching, filters) => {
                (next.query, next.matching, next.filters) = (query, matching, filters);
            }
            Action::Listed(listing) => next.listing = listing,
            Action::SortedLines(mut keys) => {
                keys.truncate(MOST_KEYS);
                next.keys = keys;
            }
            Action::Lengthened(words) => next.context = words,
            Action::Shown(form) => next.form = form,
            Action::Drawn(timelines) => next.timelines = timelines,
            Action::Spoken(language) => next.language = language,
            Action::Opened(passage) => next.passage = Some(passage),
            Action::Closed => next.passage = None,
            Action::NotesClosed => {
                next.notes.clear();
                next.history = History::Keep;
            }
            Action::Noted(note) => {
                if !next.notes.contains(&note) {
                    next.notes.push(note);
                }
                next.history = History::Keep;
            }
            Action::Navigated(state) => {
                next = State {
                    history: History::Keep,
                    ..*state
                }
            }
            Action::Led(state) => next.lead(*state),
            Action::Stepped(step, state) => {
                next.lead(*state);
                if let Some(replay) = &mut next.lesson {
                    replay.step = step;
                }
            }
        }
        next
    }

    /// Takes another view as a whole, but keeps what is the reader's and the embedder's.
    fn lead(&mut self, view: State) {
        let own = std::mem::replace(self, view);
        self.language = own.language;
        self.frame = own.frame;
        self.lesson = own.lesson;
        self.history = History::Push;
        self.lock_what_is_set();
    }

    fn toggle(&mut self, choice: Choice) {
        fn flip<T: PartialEq>(values: &mut Vec<T>, value: T) {
            match values.iter().position(|known| *known == value) {
                Some(at) => drop(values.remove(at)),
                None => values.push(value),
            }
        }
        match choice {
            Choice::Speaker(place) => flip(&mut self.filters.speakers, place),
            Choice::Voice(voice) => flip(&mut self.filters.voices, voice),
            Choice::Theme(place) => flip(&mut self.filters.themes, place),
            Choice::Document(place) => flip(&mut self.filters.documents, place),
            Choice::Kind(place) => flip(&mut self.filters.kinds, place),
            Choice::Undated => self.filters.undated = !self.filters.undated,
        }
    }
}

/// Bounds in order, whichever was given first.
fn in_order(from: Option<Day>, to: Option<Day>) -> (Option<Day>, Option<Day>) {
    match (from, to) {
        (Some(from), Some(to)) if from > to => (Some(to), Some(from)),
        bounds => bounds,
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}
