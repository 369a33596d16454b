//! The lanes of a subject, before they are drawn.

use super::scene::Scene;
use crate::components::View;
use crate::components::hue::Hues;
use crate::i18n;
use crate::state::{Choice, Subject};
use frise_date::{Tongue, phrase_range};
use frise_index::IndexedDocument;
use frise_index::model::{RunKind, Voice};
use frise_index::search::{PassageSet, Searcher};
use frise_index::timeline::Axis;
use std::cmp::Reverse;

/// Up to this many lanes stay in the editor's order.
pub const FEW: usize = 10;

/// A lane: the passages of one speaker, theme, document, kind or voice.
#[derive(Clone, PartialEq)]
pub struct Lane {
    /// Its name.
    pub label: String,
    /// Its tooltip.
    pub hint: String,
    /// The filter that its name toggles; `None` for several lanes together.
    pub choice: Option<Choice>,
    /// What it is a lane of.
    pub subject: Subject,
    /// All its passages.
    pub passages: PassageSet,
}

impl Lane {
    /// Returns the class of its hue; empty if colours tell something else apart.
    pub fn hue(&self, hues: &Hues) -> &'static str {
        let choice = self.choice;
        choice
            .and_then(|choice| hues.class_of_choice(choice))
            .unwrap_or_default()
    }

    /// Returns its passages that are found under the filters of all other subjects: those that its name counts and that its track
    /// lights, so that a filter never empties the lanes beside it.
    pub fn found(&self, view: &View) -> PassageSet {
        let facets = &view.answer.facets;
        let counted = &facets.counted;
        let filters = &view.state.filters;
        // Words in a voice may be counted, which tell more than which spans a passage has.
        let in_scope = match self.choice {
            Some(Choice::Speaker(own)) => facets.of_speaker(own),
            Some(Choice::Voice(own)) => facets.of_voice(own),
            _ => None,
        };
        if let Some(found) = in_scope {
            return found;
        }
        let of_theme = match self.choice {
            Some(Choice::Theme(own)) => facets.of_theme(own),
            _ => None,
        };
        let mut found = of_theme.unwrap_or(&self.passages).clone();
        found.intersect(match self.subject {
            Subject::Speakers => &counted.speakers,
            Subject::Themes => &counted.themes,
            Subject::Documents => &counted.documents,
            Subject::Kinds => &counted.kinds,
            Subject::Voices => &counted.voices,
        });
        let is_of_runs = match self.choice {
            Some(Choice::Speaker(_)) => !filters.voices.is_empty(),
            Some(Choice::Voice(_)) => !filters.speakers.is_empty(),
            _ => false,
        };
        if !is_of_runs {
            return found;
        }
        // A speaker and a voice must be those of one run.
        let runs = |passage: u32| {
            let runs = view.searcher.index().runs_of(passage).iter();
            runs.filter_map(|run| match run.kind {
                RunKind::Span(voice) => Some((run.speaker, voice)),
                RunKind::Heading(_) => None,
            })
        };
        let is_kept = |passage: &u32| match self.choice {
            Some(Choice::Speaker(own)) => runs(*passage)
                .any(|(speaker, voice)| speaker == Some(own) && filters.voices.contains(&voice)),
            Some(Choice::Voice(own)) => runs(*passage).any(|(speaker, voice)| {
                voice == own && speaker.is_some_and(|heard| filters.speakers.contains(&heard))
            }),
            _ => true,
        };
        let mut kept = PassageSet::none(view.searcher.index().passages());
        found
            .iter()
            .filter(is_kept)
            .for_each(|passage| kept.insert(passage));
        kept
    }

    /// Returns how many of its passages in view are found under the filters of all other subjects.
    pub fn count(&self, view: &View, scene: &Scene) -> u32 {
        self.found(view).count_within(&scene.in_view)
    }
}

/// Returns the lanes of a subject in the editor's order. Many lanes are sorted by their number of passages in the whole corpus,
/// so that none moves with the query. Lanes without any passage are left out.
pub fn lanes(searcher: &Searcher, subject: Subject, language: Tongue) -> Vec<Lane> {
    let index = searcher.index();
    let about = index.about();
    let mut lanes = Vec::new();
    let mut add = |label: &str, hint: String, choice: Choice, passages: PassageSet| {
        // The name may be cut off on a narrow wall.
        let dash = if hint.is_empty() { "" } else { " – " };
        lanes.push(Lane {
            label: label.to_string(),
            hint: [label, dash, &hint].concat(),
            choice: Some(choice),
            subject,
            passages,
        });
    };
    match subject {
        Subject::Speakers => {
            for (place, speaker) in (0..).zip(&about.speakers) {
                let roles: Vec<&str> = speaker
                    .roles
                    .iter()
                    .map(|role| i18n::of(&role.role, language))
                    .collect();
                let passages = searcher
                    .speaker(place as usize)
                    .cloned()
                    .unwrap_or_default();
                add(
                    i18n::of(&speaker.name, language),
                    roles.join(", "),
                    Choice::Speaker(place),
                    passages,
                );
            }
        }
        Subject::Themes => {
            for (place, theme) in (0..).zip(&about.themes) {
                let passages = searcher.theme(place as usize).cloned().unwrap_or_default();
                let hint = i18n::of(&theme.definition, language).to_string();
                add(
                    i18n::of(&theme.label, language),
                    hint,
                    Choice::Theme(place),
                    passages,
                );
            }
        }
        Subject::Documents => {
            for (place, document) in (0..).zip(index.documents()) {
                let metadata = &document.metadata;
                let mut passages = PassageSet::none(index.passages());
                passages.insert_all(document.passages.clone());
                let hint = i18n::of(&metadata.title, language).to_string();
                add(
                    i18n::of(&metadata.short, language),
                    hint,
                    Choice::Document(place),
                    passages,
                );
            }
        }
        Subject::Kinds => {
            for (place, kind) in (0..).zip(&about.kinds) {
                let mut passages = PassageSet::none(index.passages());
                let of_kind =
                    |document: &&IndexedDocument| document.metadata.kind == place as usize;
                for document in index.documents().iter().filter(of_kind) {
                    passages.insert_all(document.passages.clone());
                }
                add(
                    i18n::of(&kind.label, language),
                    String::new(),
                    Choice::Kind(place),
                    passages,
                );
            }
        }
        Subject::Voices => {
            for voice in Voice::ALL {
                let passages = searcher.voice(voice);
                add(
                    i18n::voice(voice, language),
                    String::new(),
                    Choice::Voice(voice),
                    passages,
                );
            }
        }
    }
    lanes.retain(|lane| lane.passages.count() > 0);
    if lanes.len() > FEW && subject != Subject::Documents {
        lanes.sort_by_key(|lane| Reverse(lane.passages.count()));
    }
    lanes
}

/// Returns whether a subject has any lane.
pub fn has_any(searcher: &Searcher, subject: Subject) -> bool {
    let about = searcher.index().about();
    let any = |set: Option<&PassageSet>| set.is_some_and(|set| set.count() > 0);
    match subject {
        Subject::Speakers => (0..about.speakers.len()).any(|place| any(searcher.speaker(place))),
        Subject::Themes => (0..about.themes.len()).any(|place| any(searcher.theme(place))),
        Subject::Documents | Subject::Kinds | Subject::Voices => searcher.index().passages() > 0,
    }
}

/// Returns the title of a group of lanes as it stands above them. Where not all time is shown, it says of which time the lanes
/// count.
pub fn heading(view: &View, scene: &Scene, subject: Subject) -> String {
    during(view, scene, title(subject, view.language()))
}

/// Returns a title, with the stretch of time that is shown unless it is all.
pub fn during(view: &View, scene: &Scene, title: &str) -> String {
    match scene.axis.filter(|_| !scene.is_whole) {
        Some(Axis { first, last }) => {
            let time = phrase_range(Some(first), Some(last), view.language());
            [title, ", ", &time].concat()
        }
        None => title.to_string(),
    }
}

/// Returns the title of a group of lanes.
pub fn title(subject: Subject, language: Tongue) -> &'static str {
    match subject {
        Subject::Speakers => i18n::pick(language, "Locuteurs", "Speakers"),
        Subject::Themes => i18n::pick(language, "Thèmes", "Themes"),
        Subject::Documents => i18n::pick(language, "Documents", "Documents"),
        Subject::Kinds => i18n::pick(language, "Genres", "Kinds"),
        Subject::Voices => i18n::pick(language, "Voix", "Voices"),
    }
}

/// Returns several lanes as one.
pub fn together(lanes: &[&Lane], language: Tongue) -> Lane {
    let mut passages = lanes[0].passages.clone();
    for lane in &lanes[1..] {
        passages.unite(&lane.passages);
    }
    Lane {
        label: [
            i18n::pick(language, "Les ", "The "),
            &i18n::number(lanes.len(), language),
            i18n::pick(language, " autres", " others"),
        ]
        .concat(),
        hint: String::new(),
        choice: None,
        subject: lanes[0].subject,
        passages,
    }
}
