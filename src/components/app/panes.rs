//! Which pane is in front where there is room for one only. A wide screen shows several; style sheets decide how many.

use crate::state::{Listing, State};

/// A pane of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The timelines.
    Wall,
    /// The list of what is found.
    Passages,
    /// The text that is being read, or the list of texts.
    Text,
}

impl Pane {
    /// The panes, from left to right.
    pub const ALL: [Pane; 3] = [Pane::Wall, Pane::Passages, Pane::Text];

    /// Returns the class of a page that has the pane in front.
    pub fn class(self) -> &'static str {
        match self {
            Pane::Wall => "at-wall",
            Pane::Passages => "at-passages",
            Pane::Text => "at-text",
        }
    }
}

/// The pane in front, which follows the state: a text that is opened comes to the front, and gives way to the pane that it was
/// opened from when it is closed, or to the passages when another query is asked. A concordance comes to the front as well.
#[derive(Clone, Debug)]
pub struct Panes {
    front: Pane,
    /// Where the reader comes back to from a text.
    behind: Pane,
    passage: Option<u32>,
    query: String,
    listing: Listing,
}

impl Panes {
    /// Returns the panes of a page that starts with a state.
    pub fn of(state: &State) -> Panes {
        let (front, behind) = match state.passage {
            Some(_) => (Pane::Text, Pane::Passages),
            // Whoever follows a link to a concordance comes for its lines.
            None if state.listing == Listing::Concordance => (Pane::Passages, Pane::Passages),
            None => (Pane::Wall, Pane::Wall),
        };
        Panes {
            front,
            behind,
            passage: state.passage,
            query: state.query.clone(),
            listing: state.listing,
        }
    }

    /// Returns the pane in front.
    pub fn front(&self) -> Pane {
        self.front
    }

    /// Brings a pane to the front.
    pub fn show(&mut self, pane: Pane) {
        if pane != Pane::Text {
            self.behind = pane;
        }
        self.front = pane;
    }

    /// Follows the state.
    pub fn follow(&mut self, state: &State) {
        let is_asked = self.query != state.query;
        if self.passage != state.passage {
            self.show(match state.passage {
                Some(_) => Pane::Text,
                None => self.behind,
            });
        } else if is_asked && self.front == Pane::Text
            || self.listing != state.listing && state.listing == Listing::Concordance
        {
            self.show(Pane::Passages);
        }
        self.listing = state.listing;
        self.passage = state.passage;
        if is_asked {
            self.query.clone_from(&state.query);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(query: &str, passage: Option<u32>) -> State {
        State {
            query: query.into(),
            passage,
            ..State::default()
        }
    }

    #[test]
    fn a_text_comes_to_the_front_and_gives_way_to_where_it_was_opened_from() {
        let mut panes = Panes::of(&state("paix", None));
        assert_eq!(panes.front(), Pane::Wall);
        for from in [Pane::Wall, Pane::Passages] {
            panes.show(from);
            panes.follow(&state("paix", Some(7)));
            assert_eq!(panes.front(), Pane::Text);
            panes.follow(&state("paix", Some(8)));
            assert_eq!(panes.front(), Pane::Text);
            panes.follow(&state("paix", None));
            assert_eq!(panes.front(), from);
        }
    }

    #[test]
    fn a_concordance_comes_to_the_front_once() {
        let lined = State {
            listing: Listing::Concordance,
            ..state("paix", None)
        };
        assert_eq!(Panes::of(&lined).front(), Pane::Passages);
        let mut panes = Panes::of(&state("paix", None));
        panes.follow(&lined);
        assert_eq!(panes.front(), Pane::Passages);
        panes.show(Pane::Wall);
        panes.follow(&lined);
        assert_eq!(panes.front(), Pane::Wall);
        assert_eq!(
            Panes::of(&State {
                passage: Some(7),
                ..lined
            })
            .front(),
            Pane::Text
        );
    }

    #[test]
    fn another_query_brings_the_passages_before_a_text_and_leaves_the_wall() {
        let mut panes = Panes::of(&state("", Some(7)));
        assert_eq!(panes.front(), Pane::Text);
        panes.follow(&state("paix", Some(7)));
        assert_eq!(panes.front(), Pane::Passages);
        // A step of a lesson asks and opens at once.
        panes.follow(&state("cyber", Some(8)));
        assert_eq!(panes.front(), Pane::Text);
        panes.show(Pane::Wall);
        panes.follow(&state("cyber guerre", Some(8)));
        assert_eq!(panes.front(), Pane::Wall);
    }
}
