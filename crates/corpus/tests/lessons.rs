//! What the lessons of the edition say is true of its texts.

mod common;

use frise_corpus::{SourceFile, compile};
use frise_index::model::Bilingual;
use frise_index::query::parse;
use frise_index::search::{Filters, Sort};
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

/// The figures that steps name beside that of their view.
#[test]
fn figures_by_text_and_by_speaker_are_true() {
    let searcher = common::searcher();
    let facets = |query: &str| {
        searcher
            .search(&parse(query), &Filters::default(), Sort::Oldest)
            .facets
    };
    // The white paper, 2016, the Strategy, 2020, 2021.
    let documents = |query: &str| facets(query).documents;
    assert_eq!(documents("\"communauté de destin\""), [0, 0, 3, 0, 1]);
    assert_eq!(documents("theme:souverainete"), [1, 0, 9, 0, 0]);
    assert_eq!(documents("theme:hegemonie"), [0, 2, 3, 4, 4]);
    assert_eq!(documents("voice:official"), [5, 0, 65, 0, 0]);
    assert_eq!(
        documents("voice:direct doc:strategie-2017"),
        [0, 0, 1, 0, 0]
    );
    // The government, Xi, Liu, Wang, Zhang.
    let speakers = |query: &str| facets(query).speakers;
    assert_eq!(speakers("voice:direct"), [0, 1, 7, 3, 8]);
    assert_eq!(speakers("\"Xi Jinping\""), [1, 0, 1, 0, 0]);
    assert_eq!(speakers("speaker:xi-jinping"), [0, 1, 0, 0, 0]);
}

#[test]
fn a_figure_that_is_not_true_is_refused() {
    let mut files = common::files();
    for file in files.iter_mut().filter(|file| is_lesson(file)) {
        let text = String::from_utf8(file.bytes.clone()).expect("UTF-8");
        file.bytes = text.replace("passages = ", "passages = 1").into();
    }
    let problems = compile(&files).expect_err("every figure is wrong");
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(messages.len(), figures().len(), "{messages:#?}");
    assert!(
        messages
            .iter()
            .all(|problem| problem.contains("the view of this step finds")),
        "{messages:#?}"
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
