//! How the timelines are drawn.

use frise_date::Day;
use frise_index::query::{Node, parse};
use frise_index::timeline::Unit;

/// How the timelines are drawn, as far as a link must reproduce it.
#[derive(Clone, Debug, PartialEq)]
pub struct Timelines {
    /// The groups of lanes that are shown, in the order of [`Subject::ALL`].
    pub subjects: Vec<Subject>,
    /// What heights measure.
    pub measure: Measure,
    /// The unit of time by which passages are counted; `None` for the one that fits.
    pub unit: Option<Unit>,
    /// The first and the last day that are shown; `None` for all.
    pub window: Option<(Day, Day)>,
    /// The queries that are compared over time, at most [`MOST_WORDS`].
    pub words: Vec<String>,
    /// Whether each of these queries is drawn in a picture of its own.
    pub multiples: bool,
    /// What colours tell apart.
    pub colour: Colour,
    /// Whether years without a text are folded; `None` for where it helps.
    pub fold: Option<bool>,
    /// Whether documents stand in their order, at equal distances, and not on their dates.
    pub in_order: bool,
}

/// The largest number of queries that are compared: there are no more colours that anyone can tell apart.
pub const MOST_WORDS: usize = 6;

/// What a group of lanes is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Who speaks.
    Speakers,
    /// The themes.
    Themes,
    /// The documents.
    Documents,
    /// The kinds of documents.
    Kinds,
    /// The voices.
    Voices,
}

impl Subject {
    /// All subjects, in the order of their groups of lanes.
    pub const ALL: [Subject; 5] = [
        Subject::Speakers,
        Subject::Themes,
        Subject::Documents,
        Subject::Kinds,
        Subject::Voices,
    ];
}

/// What the heights of bars and of lanes measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// The number of passages.
    #[default]
    Count,
    /// The number of passages for 10,000 words of the same time.
    Rate,
}

/// What the colours of passages tell apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// Who speaks.
    #[default]
    Speaker,
    /// The themes.
    Theme,
    /// The voices.
    Voice,
    /// The kinds of documents.
    Kind,
}

impl Colour {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Colour; 4] = [Colour::Speaker, Colour::Theme, Colour::Voice, Colour::Kind];

    /// Returns the subject whose lanes have these colours.
    pub fn subject(self) -> Subject {
        match self {
            Colour::Speaker => Subject::Speakers,
            Colour::Theme => Subject::Themes,
            Colour::Voice => Subject::Voices,
            Colour::Kind => Subject::Kinds,
        }
    }
}

impl Default for Timelines {
    fn default() -> Timelines {
        Timelines {
            subjects: vec![Subject::Speakers, Subject::Themes],
            measure: Measure::default(),
            unit: None,
            window: None,
            words: Vec::new(),
            multiples: false,
            colour: Colour::default(),
            fold: None,
            in_order: false,
        }
    }
}

impl Timelines {
    /// Returns the timelines with a group of lanes added or removed.
    #[must_use]
    pub fn toggled(&self, subject: Subject) -> Timelines {
        let mut next = self.clone();
        if next.subjects.contains(&subject) {
            next.subjects.retain(|shown| *shown != subject);
        } else {
            next.subjects.push(subject);
            next.subjects.sort_unstable();
        }
        next
    }

    /// Returns the timelines with another query to compare, if it is new, asks for anything, and there is room.
    #[must_use]
    pub fn with_words(&self, query: &str) -> Timelines {
        let mut next = self.clone();
        let asks = parse(query).root != Node::Everything;
        if asks && !self.compares(query) && next.words.len() < MOST_WORDS {
            next.words.push(query.trim().to_string());
        }
        next
    }

    /// Returns whether a query is compared.
    pub fn compares(&self, query: &str) -> bool {
        self.words.iter().any(|known| known == query.trim())
    }

    /// Returns the timelines without one of the queries.
    #[must_use]
    pub fn without_words(&self, place: usize) -> Timelines {
        let mut next = self.clone();
        if place < next.words.len() {
            next.words.remove(place);
        }
        next
    }
}
