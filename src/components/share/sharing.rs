//! What is chosen of what is shared, and the draft of a lesson.

use crate::lesson::{Lesson, Step};
use crate::state::Part;
use crate::web;

/// The key by which the browser stores the draft of a lesson.
const DRAFT: &str = "frise:composer";

/// What is chosen here, and the draft of a lesson; no link needs to reproduce it.
#[derive(Clone, Default, PartialEq)]
pub struct Sharing {
    /// Whether the composer of lessons is unfolded.
    pub is_composing: bool,
    /// The parts that the frame leaves out.
    pub hidden: Vec<Part>,
    /// Whether the frame locks what the view sets.
    pub locks: bool,
    /// Whether a script fits the height of the frame.
    pub fits: bool,
    /// The lesson so far.
    pub draft: Lesson,
}

/// A change to what is shared.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Unfolds or folds the composer of lessons.
    Compose,
    /// Leaves a part out of the frame, or takes it in again.
    Hide(Part),
    /// Locks what the view sets, or does not.
    Lock,
    /// Adds the script that fits the height, or removes it.
    Fit,
    /// Adds the present view as a step.
    Add,
    /// Removes a step.
    Remove(usize),
    /// Swaps a step with the next.
    Swap(usize),
    /// Sets the title of the lesson.
    Title(String),
    /// Sets a text of a step.
    Step(usize, StepText, String),
}

/// A text of a step that the composer writes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StepText {
    /// Its title.
    Title,
    /// Its instruction.
    Instruction,
    /// Its question.
    Question,
}

impl Sharing {
    /// Returns the initial state, with the draft that the browser has stored.
    pub fn recalled() -> Sharing {
        let draft = Lesson::of_texts(&web::call_shell("recall", &[DRAFT]).unwrap_or_default());
        let draft = draft.unwrap_or_default();
        Sharing {
            is_composing: !draft.steps.is_empty(),
            draft,
            ..Sharing::default()
        }
    }

    /// Returns the state after a change. `view` is the address of the present view.
    pub fn after(&self, change: Change, view: impl FnOnce() -> String) -> Sharing {
        let mut next = self.clone();
        let steps = &mut next.draft.steps;
        match change {
            Change::Compose => next.is_composing = !next.is_composing,
            Change::Hide(part) if next.hidden.contains(&part) => {
                next.hidden.retain(|hidden| *hidden != part);
            }
            Change::Hide(part) => next.hidden.push(part),
            Change::Lock => next.locks = !next.locks,
            Change::Fit => next.fits = !next.fits,
            Change::Add => steps.push(Step {
                view: view(),
                ..Step::default()
            }),
            Change::Remove(place) if place < steps.len() => drop(steps.remove(place)),
            Change::Swap(place) if place + 1 < steps.len() => steps.swap(place, place + 1),
            // A second click on a step that is gone.
            Change::Remove(_) | Change::Swap(_) => {}
            Change::Title(title) => next.draft.title = title,
            Change::Step(place, text, typed) => {
                if let Some(step) = steps.get_mut(place) {
                    match text {
                        StepText::Title => step.title = typed,
                        StepText::Instruction => step.instruction = typed,
                        StepText::Question => step.question = typed,
                    }
                }
            }
        }
        next
    }

    /// Has the browser store the draft.
    pub fn remember(&self) {
        web::call_shell("remember", &[DRAFT, &self.draft.texts()]);
    }
}
