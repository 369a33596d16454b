//! How another page embeds this one: the parts that are left out, what is locked, and the origin that may show other views.

use super::{Action, Choice, State};

/// What an embedder asks for. The default is a page of its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    /// Whether the page is in a frame of another page.
    pub embed: bool,
    /// The parts that are left out.
    pub hidden: Vec<Part>,
    /// What the reader cannot change.
    pub locks: Vec<Lock>,
    /// The origin whose messages are accepted, such as `https://cours.example`; empty for none.
    pub host: String,
}

/// A part of the page that an address may leave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The title and the choice of language.
    Header,
    /// The search box.
    Search,
    /// Voices and kinds.
    Facets,
    /// The wall and its lanes.
    Timelines,
    /// The text that is being read.
    Reader,
}

impl Part {
    /// The parts with their names in addresses.
    pub const NAMES: [(Part, &'static str); 5] = [
        (Part::Header, "header"),
        (Part::Search, "search"),
        (Part::Facets, "facets"),
        (Part::Timelines, "timelines"),
        (Part::Reader, "reader"),
    ];
}

/// What the reader cannot change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    /// Whatever is set by a view that comes as a whole: an address, a step of a lesson, a view that the host shows.
    Set,
    /// The query, and how its words match.
    Query,
    /// The bounds of dates, and the choice of what has none.
    Dates,
    /// The bounds of the times that are spoken of.
    Mentions,
    /// The speakers.
    Speakers,
    /// The voices.
    Voices,
    /// The themes.
    Themes,
    /// The documents.
    Documents,
    /// The kinds.
    Kinds,
}

impl Lock {
    /// The locks with their names in addresses. But for the first, these are the keys that they lock.
    pub const NAMES: [(Lock, &'static str); 9] = [
        (Lock::Set, "1"),
        (Lock::Query, "q"),
        (Lock::Dates, "from"),
        (Lock::Mentions, "mentionsFrom"),
        (Lock::Speakers, "speaker"),
        (Lock::Voices, "voice"),
        (Lock::Themes, "theme"),
        (Lock::Documents, "doc"),
        (Lock::Kinds, "kind"),
    ];

    /// Copies what it locks from another state.
    fn hold(self, state: &mut State, as_in: &State) {
        let (filters, held) = (&mut state.filters, &as_in.filters);
        match self {
            Lock::Set => {}
            Lock::Query => {
                state.query.clone_from(&as_in.query);
                state.matching = as_in.matching;
            }
            Lock::Dates => {
                (filters.from, filters.to, filters.undated) = (held.from, held.to, held.undated);
            }
            Lock::Mentions => {
                filters.mentioned_from = held.mentioned_from;
                filters.mentioned_to = held.mentioned_to;
            }
            Lock::Speakers => filters.speakers.clone_from(&held.speakers),
            Lock::Voices => filters.voices.clone_from(&held.voices),
            Lock::Themes => filters.themes.clone_from(&held.themes),
            Lock::Documents => filters.documents.clone_from(&held.documents),
            Lock::Kinds => filters.kinds.clone_from(&held.kinds),
        }
    }
}

impl State {
    /// Returns whether a part of the page is shown.
    pub fn shows(&self, part: Part) -> bool {
        !self.frame.hidden.contains(&part)
    }

    /// Returns whether something is locked.
    pub fn locks(&self, lock: Lock) -> bool {
        self.frame.locks.contains(&lock)
    }

    /// Returns whether a value of a facet is locked.
    pub fn locks_choice(&self, choice: Choice) -> bool {
        self.locks(match choice {
            Choice::Speaker(_) => Lock::Speakers,
            Choice::Voice(_) => Lock::Voices,
            Choice::Theme(_) => Lock::Themes,
            Choice::Document(_) => Lock::Documents,
            Choice::Kind(_) => Lock::Kinds,
            Choice::Undated => Lock::Dates,
        })
    }

    /// Returns whether there are a query or filters that may be removed.
    pub fn can_clear(&self) -> bool {
        self.after(Action::Cleared) != *self
    }

    /// Replaces the locks by those of what is set, if [`Lock::Set`] asks for that.
    pub fn lock_what_is_set(&mut self) {
        if !self.locks(Lock::Set) {
            return;
        }
        let nothing = State::default();
        let is_set = |lock: &Lock| {
            let mut without = self.clone();
            lock.hold(&mut without, &nothing);
            *lock == Lock::Set || without != *self
        };
        let locks = Lock::NAMES.map(|(lock, _)| lock).into_iter();
        self.frame.locks = locks.filter(is_set).collect();
    }

    /// Returns the state with what another state locks as it is there.
    pub(super) fn held_by_locks_of(mut self, before: &State) -> State {
        for lock in &before.frame.locks {
            lock.hold(&mut self, before);
        }
        self
    }
}
