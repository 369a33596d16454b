//! How the timelines are drawn: all of it that a link must reproduce.

use frise_date::Day;
use frise_index::query::{Node, parse};
use frise_index::timeline::Unit;

/// What a reader has chosen of the timelines, apart from filters.
#[derive(Clone, Debug, PartialEq)]
pub struct Timelines {
    /// The groups of lanes that are shown, in the order of [`Subject::ALL`].
    pub subjects: Vec<Subject>,
    /// What heights tell.
    pub measure: Measure,
    /// By what unit of time passages are counted; `None` for what fits.
    pub unit: Option<Unit>,
    /// The stretch of time that is looked at, both days included; `None` for all of it.
    pub window: Option<(Day, Day)>,
    /// The queries that are compared over time, at most [`MOST_WORDS`].
    pub words: Vec<String>,
    /// Whether these are drawn each in its own picture.
    pub multiples: bool,
}

/// At most so many queries are compared: as many as there are colours that anyone can tell apart.
pub const MOST_WORDS: usize = 6;

/// What a group of lanes is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Who speaks.
    Speakers,
    /// The named queries.
    Themes,
    /// The texts.
    Documents,
    /// The kinds of texts.
    Kinds,
    /// How one speaks.
    Voices,
}

impl Subject {
    /// All groups, in the order in which they stand.
    pub const ALL: [Subject; 5] = [
        Subject::Speakers,
        Subject::Themes,
        Subject::Documents,
        Subject::Kinds,
        Subject::Voices,
    ];
}

/// What the heights of bars and of lanes tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// How many passages.
    #[default]
    Count,
    /// How many passages for 10,000 words of the same stretch of time.
    Rate,
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
        }
    }
}

impl Timelines {
    /// With a group of lanes more, or less.
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

    /// With a query more to compare, if it is new, asks for anything, and there is room.
    #[must_use]
    pub fn with_words(&self, query: &str) -> Timelines {
        let mut next = self.clone();
        let asks = parse(query).root != Node::Everything;
        if asks && !self.compares(query) && next.words.len() < MOST_WORDS {
            next.words.push(query.trim().to_string());
        }
        next
    }

    /// Whether a query is compared.
    pub fn compares(&self, query: &str) -> bool {
        self.words.iter().any(|known| known == query.trim())
    }

    /// Without one of the queries.
    #[must_use]
    pub fn without_words(&self, place: usize) -> Timelines {
        let mut next = self.clone();
        if place < next.words.len() {
            next.words.remove(place);
        }
        next
    }
}
