//! A lesson that is being replayed.

use crate::lesson::{Lesson, Step};
use std::rc::Rc;

/// A lesson that is replayed, and the step that the reader is at.
#[derive(Clone, Debug, PartialEq)]
pub struct Replay {
    /// The value in the address: the lesson itself, or the name of a file.
    pub source: String,
    /// The lesson; `None` until its file is loaded.
    pub lesson: Option<Rc<Lesson>>,
    /// The place of the step, from 0.
    pub step: usize,
}

impl Replay {
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
