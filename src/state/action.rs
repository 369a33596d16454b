//! What can happen to the state.

use super::{Choice, Listing, Note, Presentation, State, Timelines};
use frise_date::{Day, Tongue};
use frise_index::concordance::Key;
use frise_index::query::Matching;
use frise_index::search::{Filters, Sort};

/// What can happen to the state. A view that comes as a whole brings notes on what it asks for and cannot be shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The reader types a query.
    Typed(String),
    /// A query was chosen as a whole.
    Asked(String),
    /// A value of a facet was added to the filters, or removed.
    Toggled(Choice),
    /// Bounds of dates were set.
    Bounded(Option<Day>, Option<Day>),
    /// A bound of dates moves, and may move on.
    Bounding(Option<Day>, Option<Day>),
    /// Bounds of the dates that texts speak of were set, or move.
    Mentioning(Option<Day>, Option<Day>),
    /// The query and all filters were removed.
    Cleared,
    /// Another order was chosen.
    Sorted(Sort),
    /// Another way for plain words to match was chosen.
    Matched(Matching),
    /// A completion was taken: the query that it leaves, and the filter that it adds.
    Completed(String, Option<Choice>),
    /// A query was chosen with its matching and its filters, such as a less strict one.
    Searched(String, Matching, Filters),
    /// Another listing of the answer was chosen.
    Listed(Listing),
    /// Other keys were chosen for the lines of the concordance.
    SortedLines(Vec<Key>),
    /// Another length was chosen for the lines of the concordance, in words on either side.
    Lengthened(u32),
    /// Another presentation of the timelines was chosen.
    Shown(Presentation),
    /// Another way to draw the timelines was chosen.
    Drawn(Timelines),
    /// Draws the timelines otherwise, while a gesture goes on.
    Drawing(Timelines),
    /// Another language was chosen.
    Spoken(Tongue),
    /// A passage was opened.
    Opened(u32),
    /// The text was closed.
    Closed,
    /// A tool was opened or its settings were changed, or it was closed.
    Tooled(Option<String>),
    /// The notes were dismissed.
    NotesClosed,
    /// Something was asked for that cannot be shown.
    Noted(Note),
    /// The browser went elsewhere in its history.
    Navigated(Box<State>, Vec<Note>),
    /// The page that embeds this one shows another view.
    Led(Box<State>, Vec<Note>),
    /// The reader began a guided tour, or left it; the view comes with the lesson that it belongs to.
    Toured(Box<State>, Vec<Note>),
    /// The reader went to a step of the lesson, by its place, or back to the view of the step.
    Stepped(usize, Box<State>, Vec<Note>),
}
