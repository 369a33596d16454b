//! Where the reader is in the series.

use crate::state::MOST_WORDS;
use frise_date::Day;

/// Where the reader is in the series.
#[derive(Clone, Default, PartialEq)]
pub struct Position {
    /// The point of each query that the keyboard is on.
    pub cursors: [usize; MOST_WORDS],
    /// The point that is open: its query, and the first day of its bin.
    pub open: Option<(String, Day)>,
    /// Whether the last query to compare was refused.
    pub is_refused: bool,
}
