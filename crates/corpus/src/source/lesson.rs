//! One file of `lessons/`: a guided tour through the corpus.
//!
//! ```toml
//! id = "souverainete"
//! title = { fr = "La souveraineté", en = "Sovereignty" }
//! sentence = { fr = "Une phrase.", en = "One sentence." }
//!
//! [[step]]
//! title = { fr = "En 2010", en = "In 2010" }
//! text = { fr = "Le mot est dans 1 passage.", en = "The word is in 1 passage." }
//! question = { fr = "Lequel ?", en = "Which?" }    # may be left out
//! view = "?q=souveraineté&doc=livre-blanc-2010"
//! passages = 1                                     # may be left out: how many passages the view finds
//! ```

use super::fields::{Fields, id, parse_table};
use super::problem::{Problem, Problems, SourceFile, place_only, utf8};
use frise_index::model::{Lesson, LessonStep};

/// What the view of a step must find, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct StepPlace {
    /// A problem without a message, at the view.
    pub view: Problem,
    /// How many passages the step says that its view finds, with a problem without a message there.
    pub passages: Option<(usize, Problem)>,
}

/// Reads a lesson; `None` where the file is not UTF-8, which is noted.
pub(super) fn read_lesson(
    file: &SourceFile,
    ids: &mut Vec<String>,
    problems: &Problems,
) -> Option<(Lesson, Vec<StepPlace>)> {
    let place = utf8(file, problems)?;
    let table = parse_table(place.text, place, problems);
    let fields = Fields::new(table.get_ref(), place, 0, problems);
    let mut lesson = Lesson {
        id: id(&fields, ids),
        title: fields.bilingual("title"),
        sentence: fields.bilingual("sentence"),
        steps: Vec::new(),
    };
    let mut places = Vec::new();
    for step in fields.tables("step") {
        let view = step.required("view");
        let passages = step.number("passages");
        lesson.steps.push(LessonStep {
            title: step.bilingual("title"),
            text: step.bilingual("text"),
            question: step.optional_bilingual("question").unwrap_or_default(),
            view: view.value,
        });
        places.push(StepPlace {
            view: place_only(view.place),
            passages: passages.map(|found| (found.value, place_only(found.place))),
        });
        step.close();
    }
    if lesson.steps.is_empty() {
        fields.missing("step", "a table [[step]] with title, text and view");
    }
    fields.close();
    Some((lesson, places))
}
