//! What follows from a change, beside the new state.

/// What a change asks of the page around the state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// How the change enters the browser's history.
    pub history: History,
    /// Whether the change is part of a movement that may go on, such as the drag of a bound.
    pub is_moving: bool,
    /// What becomes of the notes that are shown.
    pub notes: Notes,
}

/// How a change enters the browser's history.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum History {
    /// Not at all: the change came from there.
    #[default]
    Keep,
    /// In place of the present entry, as typing does.
    Replace,
    /// As a new entry to come back from.
    Push,
}

/// What becomes of the notes that are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Notes {
    /// They stay.
    #[default]
    Keep,
    /// A note is added, unless it is shown already.
    Add(Note),
    /// Others take their place.
    Set(Vec<Note>),
}

/// Something that an address, a lesson or another page asked for and that cannot be shown.
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
    /// A link that was made for another corpus, by the id of that corpus.
    OtherCorpus(String),
    /// A passage that does not exist.
    NoPassage {
        /// Its id.
        id: String,
        /// The id of the passage that is nearest, if one is near.
        nearest: Option<String>,
    },
    /// A passage whose words are others than when the link to it was made, by the id in the link.
    ChangedPassage(String),
    /// A lesson that is none, that is not whole, or whose file does not exist.
    NoLesson(String),
    /// A message from an origin that the address does not name.
    Stranger,
}

impl Notes {
    /// Returns the notes that are shown after a change.
    pub fn after(self, mut shown: Vec<Note>) -> Vec<Note> {
        match self {
            Notes::Keep => {}
            Notes::Add(note) => {
                if !shown.contains(&note) {
                    shown.push(note);
                }
            }
            Notes::Set(notes) => shown = notes,
        }
        shown
    }
}
