//! A lesson as a student meets it: what to do at this step, an answer, the way on and back; and, on paper, all of it.

pub mod composer;

use super::elements::{element, label, said, text};
use super::reader::enter;
use super::{View, ViewProps};
use crate::lesson::{Lesson, Step};
use crate::state::{Action, Part, Replay};
use crate::views::hooks::use_kept;
use crate::{browser, url, words};
use frise_date::Tongue;
use frise_markup::html;
use std::rc::Rc;
use yew::prelude::*;

/// The id of the part, which has the focus when the reader has gone to a step.
const PLACE: &str = "lecon";

/// The step that the reader is at. Answers stay in this page, and in the browser's store for this tab where there is one.
#[component]
pub fn Player(props: &ViewProps) -> Html {
    let view = &props.view;
    // A file's name would not do: other lessons have it too.
    let mark = here(view).map_or(String::new(), |(_, lesson, _)| lesson.mark());
    let key = ["frise:", &mark].concat();
    let answers = use_kept(|| {
        let kept = browser::ask_shell("recall", &[&key]).unwrap_or_default();
        kept.split('\0').map(str::to_string).collect::<Vec<_>>()
    });
    let step = view.state.lesson.as_ref().map_or(0, |replay| replay.step);
    let Some((replay, lesson, here)) = here(view) else {
        return html! {};
    };
    let oninput = {
        let (answers, steps) = (answers.clone(), replay.steps());
        Callback::from(move |event: InputEvent| {
            let mut next = (*answers).clone();
            next.resize(steps, String::new());
            next[step] = browser::value(&event).unwrap_or_default();
            browser::ask_shell("remember", &[&key, &next.join("\0")]);
            answers.set(next);
        })
    };
    let save = {
        let sheet = worksheet(lesson, &answers, view.language());
        Callback::from(move |_: MouseEvent| browser::save("lecon.txt", "text/plain", &sheet))
    };
    let print = Callback::from(|_: MouseEvent| drop(browser::ask_shell("print", &[])));
    let answer = answers.get(step).cloned().unwrap_or_default();
    html! {
        <>
            <section class="lesson" id={PLACE} tabindex="-1" aria-labelledby="lecon-titre">
                <p class="where"><b id="lecon-titre">{ named(&lesson.title, view.pick("Leçon", "Lesson")) }</b>{ progress(step, replay.steps(), view.language()) }</p>
                if !here.title.is_empty() { { element("h2", "", text(&here.title)) } }
                { element("p", "told", text(&here.instruction)) }
                if !here.question.is_empty() {
                    <label for="reponse">{ &here.question }</label>
                    <textarea id="reponse" rows="3" value={answer} {oninput} placeholder={view.pick("Votre réponse", "Your answer")} />
                }
                <div class="tools">
                    if view.state.shows(Part::Reader) { { read(view) } }
                    { go(view, step.checked_sub(1), "Étape précédente", "Previous step") }
                    if url::is_apart(&view.state, view.searcher.index()) { { go(view, Some(step), "Revenir à la vue de l’étape", "Back to the view of this step") } }
                    { go(view, Some(step + 1).filter(|next| *next < replay.steps()), "Étape suivante", "Next step") }
                    { act(save, said(view, "Enregistrer les réponses", "Save the answers")) }
                    { act(print, said(view, "Imprimer", "Print")) }
                </div>
            </section>
            <section class="worksheet">
                { element("h1", "", text(&lesson.title)) }
                { for lesson.steps.iter().enumerate().map(|(place, step)| on_paper(step, place, &answers)) }
            </section>
        </>
    }
}

fn here(view: &View) -> Option<(&Replay, &Lesson, &Step)> {
    let replay = view.state.lesson.as_ref()?;
    let (lesson, step) = replay.here()?;
    Some((replay, lesson, step))
}

/// A button that does what no action of the page is.
#[inline(never)]
pub fn act(onclick: Callback<MouseEvent>, inside: Html) -> Html {
    html! { <button type="button" class="more" {onclick}>{ inside }</button> }
}

/// The way to the passage that is open, which stands far below; nothing where none is.
fn read(view: &View) -> Option<Html> {
    let id = view.searcher.index().passage_id(view.state.passage?);
    let onclick = Callback::from(move |_: MouseEvent| enter(&id));
    Some(act(onclick, said(view, "Lire le texte", "Read the text")))
}

/// The way to another step; nothing where there is none.
fn go(
    view: &View,
    step: Option<usize>,
    french: &'static str,
    english: &'static str,
) -> Option<Html> {
    let (_, lesson, _) = here(view)?;
    let there = url::step_view(lesson, step?, view.searcher.index());
    let (step, page) = (step?, view.act.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        page.emit(Action::Stepped(step, Box::new(there.clone())));
        // The button may be gone at the step that it leads to.
        browser::focus(PLACE);
    });
    Some(act(onclick, said(view, french, english)))
}

/// A title, or what stands for one that is empty.
pub fn named<'t>(title: &'t str, otherwise: &'t str) -> &'t str {
    if title.is_empty() { otherwise } else { title }
}

/// `Étape 2 sur 5`.
fn progress(step: usize, steps: usize, language: Tongue) -> String {
    [
        words::pick(language, "Étape\u{a0}", "Step\u{a0}"),
        &words::number(step + 1, language),
        words::pick(language, " sur ", " of "),
        &words::number(steps, language),
    ]
    .concat()
}

fn on_paper(step: &Step, place: usize, answers: &[String]) -> Html {
    let title = [&(place + 1).to_string(), ". ", &step.title].concat();
    html! {
        <>
            { element("h2", "", text(&title)) }
            { element("p", "told", text(&step.instruction)) }
            if !step.question.is_empty() {
                { element("p", "told asked", text(&step.question)) }
                { element("p", "told answer", text(answers.get(place).map_or("", String::as_str))) }
            }
        </>
    }
}

/// All steps with their questions and answers, as text.
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

/// A lesson that is replayed from its first step.
pub fn begun(lesson: &Lesson) -> Replay {
    Replay {
        source: lesson.link(),
        lesson: Some(Rc::new(lesson.clone())),
        step: 0,
    }
}

/// A line that tells what a field is for, and the field.
#[inline(never)]
pub fn field(view: &View, french: &'static str, english: &'static str, inside: Html) -> Html {
    html! { <label class="field">{ label(view, "span", "", french, english) }{ inside }</label> }
}
