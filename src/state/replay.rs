//! A lesson that is being replayed.

use crate::lesson::{Lesson, Step};
use std::rc::Rc;

/// What the source of a guided tour begins with. No link and no file name of a lesson has a colon.
pub const TOUR: &str = "tour:";

/// A lesson that is replayed, and the step that the reader is at.
#[derive(Clone, Debug, PartialEq)]
pub struct Replay {
    /// The value in the address: the lesson itself, or the name of a file; for a guided tour, [`TOUR`] and its id.
    pub source: String,
    /// The lesson; `None` until its file is loaded.
    pub lesson: Option<Rc<Lesson>>,
    /// The place of the step, from 0.
    pub step: usize,
}

impl Replay {
    /// Returns the id of the guided tour; `None` if this is another lesson.
    pub fn tour(&self) -> Option<&str> {
        self.source.strip_prefix(TOUR)
    }

    /// Returns the number of steps; 0 until the file is loaded.
    pub fn steps(&self) -> usize {
        self.lesson.as_ref().map_or(0, |lesson| lesson.steps.len())
    }

    /// Returns the lesson and the step that the reader is at.
    pub fn here(&self) -> Option<(&Lesson, &Step)> {
        let lesson = self.lesson.as_deref()?;
        Some((lesson, lesson.steps.get(self.step)?))
    }
}
