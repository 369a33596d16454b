//! A lesson as a student meets it: the instruction and the question of a step, an answer, the way on and back; and a
//! worksheet of all steps for paper.

use super::View;
use super::ViewProps;
use super::controls::MoreButton;
use super::reader::enter;
use crate::lesson::{Lesson, Step};
use crate::state::{Action, Part, State};
use crate::url::{self, Parsed};
use crate::{i18n, web};
use frise_date::Tongue;
use frise_index::model;
use yew::prelude::*;

/// The id of the section, which takes the focus when the reader goes to a step.
pub const ID: &str = "lecon";

/// The step that the reader is at. Answers stay in this page, and in the browser's storage for this tab if there is one.
#[component]
pub fn Player(props: &ViewProps) -> Html {
    let view = &props.view;
    let replay = view.state.lesson.as_ref();
    let here = replay.and_then(|replay| replay.here());
    // The key is the lesson's own, since other lessons may have the same file name.
    let mark = here.map_or(String::new(), |(lesson, _)| lesson.mark());
    let key = ["frise:", &mark].concat();
    let answers = use_state(|| {
        let stored = web::call_shell("recall", &[&key]).unwrap_or_default();
        stored.split('\0').map(str::to_string).collect::<Vec<_>>()
    });
    let (Some(replay), Some((lesson, _))) = (replay, here) else {
        return html! {};
    };
    let (place, steps) = (replay.step, replay.steps());
    let spoken = tour(view).and_then(|tour| Lesson::of_tour(tour, view.language()));
    let lesson = spoken.as_ref().unwrap_or(lesson);
    let Some(step) = lesson.steps.get(place) else {
        return html! {};
    };
    let oninput = {
        let answers = answers.clone();
        Callback::from(move |event: InputEvent| {
            let mut next = (*answers).clone();
            next.resize(steps, String::new());
            next[place] = web::event_value(&event).unwrap_or_default();
            web::call_shell("remember", &[&key, &next.join("\0")]);
            answers.set(next);
        })
    };
    let save = {
        let sheet = worksheet(lesson, &answers, view.language());
        Callback::from(move |_| web::save_file("lecon.txt", "text/plain", &sheet))
    };
    let print = Callback::from(|_| drop(web::call_shell("print", &[])));
    let answer = answers.get(place).cloned().unwrap_or_default();
    // The text that is open stands far below.
    let open = view
        .state
        .passage
        .filter(|_| view.state.shows(Part::Reader));
    let previous = place.checked_sub(1);
    let next = Some(place + 1).filter(|next| *next < steps);
    html! {
        <>
            <section class="lesson" id={ID} tabindex="-1" aria-labelledby="lecon-titre">
                <p class="where">
                    <b id="lecon-titre">{ title_or(&lesson.title, view.pick("Leçon", "Lesson")) }</b>
                    { progress(place, steps, view.language()) }
                </p>
                if !step.title.is_empty() {
                    <h2>{ &step.title }</h2>
                }
                <p class="lesson-text">{ &step.instruction }</p>
                if !step.question.is_empty() {
                    <label for="reponse">{ &step.question }</label>
                    <textarea
                        id="reponse"
                        rows="3"
                        value={answer}
                        {oninput}
                        placeholder={view.pick("Votre réponse", "Your answer")}
                    />
                }
                <div class="tools">
                    if let Some(passage) = open {
                        <MoreButton onclick={read(view, passage)}>
                            { view.pick("Lire le texte", "Read the text") }
                        </MoreButton>
                    }
                    if let Some(previous) = previous {
                        <MoreButton onclick={go(view, lesson, previous)}>
                            { view.pick("Étape précédente", "Previous step") }
                        </MoreButton>
                    }
                    if url::is_apart(&view.state, view.searcher.index()) {
                        <MoreButton onclick={go(view, lesson, place)}>
                            { view.pick("Revenir à la vue de l’étape", "Back to the view of this step") }
                        </MoreButton>
                    }
                    if let Some(next) = next {
                        <MoreButton onclick={go(view, lesson, next)}>
                            <b>{ view.pick("Étape suivante", "Next step") }</b>
                        </MoreButton>
                    }
                    if replay.tour().is_some() {
                        <MoreButton onclick={view.will(leave(view))}>
                            { view.pick("Quitter la visite", "Leave the tour") }
                        </MoreButton>
                    }
                    <MoreButton onclick={save}>{ view.pick("Enregistrer les réponses", "Save the answers") }</MoreButton>
                    <MoreButton onclick={print}>{ view.pick("Imprimer", "Print") }</MoreButton>
                </div>
            </section>
            <section class="worksheet">
                <h1>{ &lesson.title }</h1>
                for (place, step) in lesson.steps.iter().enumerate() {
                    { on_paper(step, place, &answers) }
                }
            </section>
        </>
    }
}

/// Returns the guided tour that is replayed; `None` if there is none, or another lesson.
fn tour(view: &View) -> Option<&model::Lesson> {
    let id = view.state.lesson.as_ref()?.tour()?;
    let mut tours = view.searcher.index().about().lessons.iter();
    tours.find(|tour| tour.id == id)
}

/// Returns a callback that goes to the passage that is open.
fn read(view: &View, passage: u32) -> Callback<MouseEvent> {
    let id = view.searcher.index().passage_id(passage);
    Callback::from(move |_| enter(&id))
}

/// Returns the action that leaves the lesson and keeps its view.
fn leave(view: &View) -> Action {
    let state = State {
        lesson: None,
        ..view.state.clone()
    };
    Action::Toured(Box::new(state), Vec::new())
}

/// Returns a callback that goes to a step.
fn go(view: &View, lesson: &Lesson, step: usize) -> Callback<MouseEvent> {
    let there = url::step_view(lesson, step, view.searcher.index());
    let act = view.act.clone();
    Callback::from(move |_| {
        let Parsed { state, notes } = there.clone();
        act.emit(Action::Stepped(step, Box::new(state), notes));
        // The button may be gone at the step that it leads to.
        web::focus(ID);
    })
}

/// Returns a title, or what stands for an empty one.
pub fn title_or<'t>(title: &'t str, otherwise: &'t str) -> &'t str {
    if title.is_empty() { otherwise } else { title }
}

/// Returns `Étape 2 sur 5`.
fn progress(step: usize, steps: usize, language: Tongue) -> String {
    [
        i18n::pick(language, "Étape\u{a0}", "Step\u{a0}"),
        &i18n::number(step + 1, language),
        i18n::pick(language, " sur ", " of "),
        &i18n::number(steps, language),
    ]
    .concat()
}

fn on_paper(step: &Step, place: usize, answers: &[String]) -> Html {
    html! {
        <>
            <h2>{ format!("{}. {}", place + 1, step.title) }</h2>
            <p class="lesson-text">{ &step.instruction }</p>
            if !step.question.is_empty() {
                <p class="lesson-text asked">{ &step.question }</p>
                <p class="lesson-text answer">{ answers.get(place).map_or("", String::as_str) }</p>
            }
        </>
    }
}

/// Returns all steps with their questions and answers as text.
pub fn worksheet(lesson: &Lesson, answers: &[String], language: Tongue) -> String {
    let mut sheet = [&lesson.title, "\n"].concat();
    for (place, step) in lesson.steps.iter().enumerate() {
        let number = (place + 1).to_string();
        sheet.extend([
            "\n",
            &number,
            ". ",
            &step.title,
            "\n",
            &step.instruction,
            "\n",
        ]);
        if !step.question.is_empty() {
            let answer = answers.get(place).map_or("", String::as_str);
            let (asks, says) = match language {
                Tongue::French => ("Question\u{a0}: ", "Réponse\u{a0}: "),
                Tongue::English => ("Question: ", "Answer: "),
            };
            sheet.extend([asks, &step.question, "\n", says, answer, "\n"]);
        }
    }
    sheet
}
