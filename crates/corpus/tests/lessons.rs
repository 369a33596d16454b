//! What the lessons of the edition say is true of its texts.

mod common;

use frise_corpus::{SourceFile, compile};
use frise_index::model::Bilingual;
use serde::Deserialize;

/// A lesson as its file has it, as far as its figures go.
#[derive(Deserialize)]
struct Figures {
    step: Vec<Figure>,
}

#[derive(Deserialize)]
struct Figure {
    passages: usize,
}

fn is_lesson(file: &SourceFile) -> bool {
    file.path.starts_with("lessons/")
}

/// The figures of all steps, in the order of the lessons.
fn figures() -> Vec<usize> {
    let files = common::files();
    let lessons = files.iter().filter(|file| is_lesson(file)).map(|file| {
        let text = std::str::from_utf8(&file.bytes).expect("UTF-8");
        toml::from_str::<Figures>(text).unwrap_or_else(|error| panic!("{}: {error}", file.path))
    });
    lessons
        .flat_map(|lesson| lesson.step)
        .map(|step| step.passages)
        .collect()
}

/// Whether a text names a number in digits.
fn names(text: &str, number: usize) -> bool {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers.into_iter().any(|found| found == number.to_string())
}

#[test]
fn each_step_names_the_number_of_passages_that_its_view_finds() {
    let searcher = common::searcher();
    let lessons = &searcher.index().about().lessons;
    assert_eq!(lessons.len(), 3);
    let steps: Vec<_> = lessons.iter().flat_map(|lesson| &lesson.steps).collect();
    let figures = figures();
    assert_eq!(steps.len(), figures.len(), "every step has its figure");
    for (step, passages) in steps.into_iter().zip(figures) {
        for text in [&step.text.fr, &step.text.en] {
            assert!(names(text, passages), "{passages} in: {text}");
        }
    }
}

#[test]
fn a_figure_that_is_not_true_is_refused() {
    let mut files = common::files();
    for file in files.iter_mut().filter(|file| is_lesson(file)) {
        let text = String::from_utf8(file.bytes.clone()).expect("UTF-8");
        file.bytes = text.replace("passages = ", "passages = 1").into();
    }
    let problems = compile(&files).expect_err("every figure is wrong");
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), figures().len(), "{told:#?}");
    assert!(
        told.iter()
            .all(|problem| problem.contains("the view of this step finds")),
        "{told:#?}"
    );
}

#[test]
fn lessons_are_told_in_both_languages() {
    let searcher = common::searcher();
    let is_told = |text: &Bilingual| {
        let has_right_spaces = ![" :", " ;", " ?", " !", "« ", " »", "'"]
            .iter()
            .any(|wrong| text.fr.contains(wrong));
        !text.fr.is_empty() && !text.en.is_empty() && has_right_spaces
    };
    for lesson in &searcher.index().about().lessons {
        assert!((3..=6).contains(&lesson.steps.len()), "{}", lesson.id);
        assert!(
            is_told(&lesson.title) && is_told(&lesson.sentence),
            "{}",
            lesson.id
        );
        for step in &lesson.steps {
            assert!(is_told(&step.title) && is_told(&step.text), "{step:?}");
            let asks = step.question != Bilingual::default();
            assert!(!asks || is_told(&step.question), "{step:?}");
        }
    }
}
