//! What an address asks for.

use crate::state::{Note, State};

/// What an address asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// The state that it shows.
    pub state: State,
    /// What it asks for and cannot be shown.
    pub notes: Vec<Note>,
}
