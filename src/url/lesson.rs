//! The part of an address that says which lesson is replayed, and at which step.
//!
//! ```text
//! step=2  apart=1 (the reader has left the view of the step)
//! tour=ID (a tour of the corpus)  lesson=1… (the lesson itself)  lesson=NAME.json (a file)
//! ```
//!
//! The address does not repeat the view of the step unless the reader has left it. The lesson comes last, so that a link that is
//! cut off loses no more than the lesson.

use super::parsed::Parsed;
use super::view::{print_view, read_pairs};
use crate::lesson::{Lesson, is_file_name};
use crate::state::{Frame, Note, Replay, State, TOUR};
use form_urlencoded::{Serializer, parse as pairs};
use frise_index::Index;
use std::rc::Rc;

/// Returns what the rest of an address is read into: the view of the step of a lesson, if the address names one. `known` is a
/// lesson whose file has been read already.
pub(super) fn start(search: &str, index: &Index, known: Option<&Replay>) -> Parsed {
    let (mut replay, mut step, mut apart) = (None, 0, false);
    let mut notes = Vec::new();
    for (key, value) in pairs(search.as_bytes()) {
        match &*key {
            "step" => step = value.parse().unwrap_or(1_usize).saturating_sub(1),
            "apart" => apart = value == "1",
            "tour" => match tour(&value, index) {
                Some(found) => replay = Some(found),
                None => notes.push(Note::NoLesson(value.into_owned())),
            },
            "lesson" => match of_value(&value, known) {
                Some(found) => replay = Some(found),
                None => notes.push(Note::NoLesson(value.into_owned())),
            },
            _ => {}
        }
    }
    let Some(mut replay) = replay else {
        return Parsed {
            notes,
            ..Parsed::default()
        };
    };
    replay.step = step.min(replay.steps().saturating_sub(1));
    let mut parsed = match &replay.lesson {
        Some(lesson) if !apart => step_view(lesson, replay.step, index),
        _ => Parsed::default(),
    };
    parsed.notes.extend(notes);
    parsed.state.lesson = Some(replay);
    parsed
}

/// Returns a guided tour of the corpus by its id.
fn tour(id: &str, index: &Index) -> Option<Replay> {
    let mut tours = index.about().lessons.iter();
    let tour = tours.find(|tour| tour.id == id)?;
    Some(Replay {
        source: [TOUR, id].concat(),
        lesson: Some(Rc::new(Lesson::of_tour(tour, State::default().language)?)),
        step: 0,
    })
}

/// Returns what the first step of a guided tour shows, with the tour; `None` if the corpus has none of that id.
pub fn tour_view(id: &str, index: &Index) -> Option<Parsed> {
    let replay = tour(id, index)?;
    let mut parsed = step_view(replay.lesson.as_ref()?, 0, index);
    parsed.state.lesson = Some(replay);
    Some(parsed)
}

fn of_value(value: &str, known: Option<&Replay>) -> Option<Replay> {
    let lesson = match known.filter(|known| known.source == value) {
        Some(known) => known.lesson.clone(),
        None if is_file_name(value) => None,
        None => Some(Rc::new(Lesson::of_link(value)?)),
    };
    Some(Replay {
        source: value.to_string(),
        lesson,
        step: 0,
    })
}

/// Returns what a step of a lesson shows, with nothing that belongs to the reader or the embedder.
pub fn step_view(lesson: &Lesson, step: usize, index: &Index) -> Parsed {
    let mut parsed = Parsed::default();
    if let Some(step) = lesson.steps.get(step) {
        read_pairs(&step.view, index, &mut parsed);
    }
    parsed.state.language = State::default().language;
    parsed.state.frame = Frame::default();
    parsed
}

/// Returns whether the reader has left the view of the step, or the lesson is not loaded yet.
pub fn is_apart(state: &State, index: &Index) -> bool {
    state.lesson.as_ref().is_some_and(|replay| {
        let there = replay.lesson.as_ref();
        let there =
            there.map(|lesson| print_view(&step_view(lesson, replay.step, index).state, index));
        there.is_none_or(|there| there != print_view(state, index))
    })
}

/// Appends the lesson and the step.
pub(super) fn print(replay: &Replay, apart: bool, pairs: &mut Serializer<'_, String>) {
    if replay.step > 0 {
        pairs.append_pair("step", &(replay.step + 1).to_string());
    }
    if apart {
        pairs.append_pair("apart", "1");
    }
    match replay.tour() {
        Some(id) => pairs.append_pair("tour", id),
        None => pairs.append_pair("lesson", &replay.source),
    };
}
