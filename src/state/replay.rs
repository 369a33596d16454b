//! A lesson that is being replayed.

use crate::lesson::{Lesson, Step};
use std::rc::Rc;

/// Which lesson, and where the reader is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Replay {
    /// What the address says of it: the lesson itself, or the name of a file.
    pub source: String,
    /// The lesson; `None` until its file has come.
    pub lesson: Option<Rc<Lesson>>,
    /// The place of the step, from 0 on.
    pub step: usize,
}

impl Replay {
    /// How many steps there are, as far as is known.
    pub fn steps(&self) -> usize {
        self.lesson.as_ref().map_or(0, |lesson| lesson.steps.len())
    }

    /// The lesson and the step that the reader is at.
    pub fn here(&self) -> Option<(&Lesson, &Step)> {
        let lesson = self.lesson.as_deref()?;
        Some((lesson, lesson.steps.get(self.step)?))
    }
}
