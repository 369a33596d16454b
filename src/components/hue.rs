//! The hues of passages, which tell speakers apart, or themes, voices or kinds of documents. They are the same in cells, lanes,
//! margins and legends.

use super::Page;
use crate::i18n;
use crate::state::{Choice, Colour};
use frise_index::model::{RunKind, Voice};
use std::cmp::Reverse;

/// The number of hues that can be told apart. Values beyond share one class.
pub const MOST_HUES: usize = 8;

const CLASSES: [&str; MOST_HUES] = [
    "hue-0", "hue-1", "hue-2", "hue-3", "hue-4", "hue-5", "hue-6", "hue-7",
];
/// The class of the values that have no hue of their own.
const OTHER: &str = "hue-other";
/// The class of a passage without any value, such as narration that nobody signs.
const NONE: &str = "hue-none";

/// Which values have which hue.
#[derive(Clone, Debug, PartialEq)]
pub struct Hues {
    colour: Colour,
    /// The places of the values that have a hue, in the order of hues.
    ranked: Vec<u32>,
    /// How many values have none.
    pub others: usize,
}

impl Hues {
    /// Returns the hues of a page. Up to [`MOST_HUES`] values have theirs in the editor's order. Of more, those with most passages
    /// in the whole corpus have one, so that no colour changes with the query.
    pub fn of(view: &Page) -> Hues {
        let searcher = &view.searcher;
        let colour = view.state.timelines.colour;
        let about = searcher.index().about();
        let counts: Vec<u32> = match colour {
            Colour::Speaker => (0..about.speakers.len())
                .map(|place| searcher.speaker(place).map_or(0, |set| set.count()))
                .collect(),
            Colour::Theme => (0..about.themes.len())
                .map(|place| searcher.theme(place).map_or(0, |set| set.count()))
                .collect(),
            Colour::Voice => Voice::ALL
                .iter()
                .map(|voice| searcher.voice(*voice).count())
                .collect(),
            Colour::Kind => {
                let mut counts = vec![0; about.kinds.len()];
                for document in searcher.index().documents() {
                    if let Some(count) = counts.get_mut(document.metadata.kind) {
                        *count += document.passages.len() as u32;
                    }
                }
                counts
            }
        };
        let mut ranked: Vec<u32> = (0..counts.len() as u32)
            .filter(|place| counts[*place as usize] > 0)
            .collect();
        if ranked.len() > MOST_HUES {
            ranked.sort_by_key(|place| Reverse(counts[*place as usize]));
        }
        let others = ranked.len().saturating_sub(MOST_HUES);
        ranked.truncate(MOST_HUES);
        Hues {
            colour,
            ranked,
            others,
        }
    }

    /// Returns the class of a passage.
    pub fn class(&self, view: &Page, passage: u32) -> &'static str {
        let index = view.searcher.index();
        match self.colour {
            Colour::Speaker => self.class_of(main_run(view, passage).1),
            Colour::Theme => {
                let is_of = |place: &u32| {
                    let theme = view.searcher.theme(*place as usize);
                    theme.is_some_and(|set| set.contains(passage))
                };
                let ranked = self.ranked.iter().copied().find(is_of);
                let any = || (0..index.about().themes.len() as u32).find(is_of);
                self.class_of(ranked.or_else(any))
            }
            Colour::Voice => {
                let voice = main_run(view, passage).0;
                let place = Voice::ALL.iter().position(|known| *known == voice);
                self.class_of(place.map(|place| place as u32))
            }
            Colour::Kind => {
                let document = &index.documents()[index.document_of(passage)];
                self.class_of(Some(document.metadata.kind as u32))
            }
        }
    }

    /// Returns the class of a value; `None` if the colours tell something else apart.
    pub fn class_of_choice(&self, choice: Choice) -> Option<&'static str> {
        let place = match (self.colour, choice) {
            (Colour::Speaker, Choice::Speaker(place))
            | (Colour::Theme, Choice::Theme(place))
            | (Colour::Kind, Choice::Kind(place)) => place,
            (Colour::Voice, Choice::Voice(voice)) => {
                Voice::ALL.iter().position(|known| *known == voice)? as u32
            }
            _ => return None,
        };
        Some(self.class_of(Some(place)))
    }

    /// Returns the values that have a hue, with the filter that each stands for and its name.
    pub fn values(&self, view: &Page) -> Vec<(Choice, String)> {
        let about = view.searcher.index().about();
        let language = view.language();
        let value = |place: &u32| {
            let at = *place as usize;
            let (choice, name) = match self.colour {
                Colour::Speaker => (
                    Choice::Speaker(*place),
                    i18n::of(&about.speakers[at].name, language),
                ),
                Colour::Theme => (
                    Choice::Theme(*place),
                    i18n::of(&about.themes[at].label, language),
                ),
                Colour::Voice => (
                    Choice::Voice(Voice::ALL[at]),
                    i18n::voice(Voice::ALL[at], language),
                ),
                Colour::Kind => (
                    Choice::Kind(*place),
                    i18n::of(&about.kinds[at].label, language),
                ),
            };
            (choice, name.to_string())
        };
        self.ranked.iter().map(value).collect()
    }

    fn class_of(&self, value: Option<u32>) -> &'static str {
        let Some(value) = value else {
            return NONE;
        };
        let hue = self.ranked.iter().position(|known| *known == value);
        hue.map_or(OTHER, |hue| CLASSES[hue])
    }
}

/// Returns the voice and the speaker that a passage is shown by: quoted before reported speech, and either before the text around
/// it.
pub fn main_run(view: &Page, passage: u32) -> (Voice, Option<u32>) {
    let rank = |voice: Voice| {
        [Voice::Direct, Voice::Reported, Voice::Official]
            .iter()
            .position(|known| *known == voice)
            .unwrap_or(usize::MAX)
    };
    let runs = view.searcher.index().runs_of(passage).iter();
    let voices = runs.filter_map(|run| match run.kind {
        RunKind::Span(voice) => Some((voice, run.speaker)),
        RunKind::Heading(_) => None,
    });
    voices
        .min_by_key(|(voice, _)| rank(*voice))
        .unwrap_or((Voice::Narration, None))
}
