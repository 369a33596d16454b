//! Where a teacher makes a lesson: takes the present view as a step, tells what to do with it, puts steps in order.

use super::super::View;
use super::super::elements::{element, label, said, text};
use super::super::share::{Change, Sharing, copied, will, write};
use super::{act, field};
use crate::browser;
use crate::lesson::{LONGEST_TEXT, LONGEST_TITLE, Lesson, MOST_STEPS, Step};
use crate::views::hooks::Kept;
use frise_markup::html;
use yew::prelude::*;

/// From so many letters on, a link is refused by some servers: nginx takes 8 kB of a whole request as it comes.
const LONG: usize = 6000;

/// The lesson so far, and its link, its file and its frame as soon as it has a step.
pub fn composer(view: &View, sharing: &Kept<Sharing>, links: Option<(String, String)>) -> Html {
    let lesson = &sharing.draft;
    let file = {
        let lesson = kept(lesson);
        Callback::from(move |_: MouseEvent| {
            if let Some(file) = browser::ask_shell("lessonFile", &[&lesson.texts()]) {
                browser::save("lecon.json", "application/json", &file);
            }
        })
    };
    html! {
        <div id="composer" class="composer">
            { field(view, "Titre de la leçon", "Title of the lesson", line(sharing, &lesson.title, 0)) }
            <ol>{ for lesson.steps.iter().enumerate().map(|(place, step)| step_fields(view, sharing, place, step)) }</ol>
            if lesson.steps.len() < MOST_STEPS {
                { act(will(sharing, view, Change::Add), said(view, "Ajouter la vue présente comme étape", "Add the present view as a step")) }
            }
            if let Some((link, frame)) = links.filter(|_| !lesson.steps.is_empty()) {
                if link.len() > LONG {
                    { label(view, "p", "hint", "Ce lien est si long que des serveurs et des messageries le refusent\u{a0}: donnez plutôt le fichier.", "This link is so long that servers and mail programs refuse it: rather give the file.") }
                }
                { copied(view, "lesson-link", "Lien vers la leçon", "Link to the lesson", &link) }
                <p class="tools">
                    <a class="more" href={link} target="_blank" rel="noopener">{ said(view, "Essayer la leçon", "Try the lesson") }</a>
                    { act(file, said(view, "Enregistrer comme fichier", "Save as a file")) }
                </p>
                <p class="hint">{ said(view, "Posé à côté de la page, le fichier se rejoue par l’adresse courte\u{a0}: ", "Put beside the page, the file is replayed by the short address: ") }{ element("code", "", text("?lesson=lecon.json")) }</p>
                { copied(view, "lesson-frame", "Cadre de la leçon", "Frame of the lesson", &frame) }
            }
        </div>
    }
}

/// The lesson as a link keeps it.
pub fn kept(lesson: &Lesson) -> Lesson {
    Lesson::of_texts(&lesson.texts()).unwrap_or_default()
}

fn step_fields(view: &View, sharing: &Kept<Sharing>, place: usize, step: &Step) -> Html {
    let first = 4 * place + 1;
    let last = place + 1 == sharing.draft.steps.len();
    html! {
        <li>
            { element("code", "", text(&[&(place + 1).to_string(), ". ", &step.view].concat())) }
            { field(view, "Titre de l’étape", "Title of the step", line(sharing, &step.title, first + 1)) }
            { field(view, "Consigne", "Instruction", lines(sharing, &step.instruction, first + 2)) }
            { field(view, "Question", "Question", lines(sharing, &step.question, first + 3)) }
            <span class="tools">
                if place > 0 { { act(will(sharing, view, Change::Swap(place - 1)), said(view, "Monter", "Move up")) } }
                if !last { { act(will(sharing, view, Change::Swap(place)), said(view, "Descendre", "Move down")) } }
                { act(will(sharing, view, Change::Remove(place)), said(view, "Retirer", "Remove")) }
            </span>
        </li>
    }
}

/// A field of one line for the text at a place of the lesson's texts.
#[inline(never)]
fn line(sharing: &Kept<Sharing>, value: &str, place: usize) -> Html {
    html! { <input maxlength={LONGEST_TITLE.to_string()} value={value.to_string()} oninput={write(sharing, place)} /> }
}

#[inline(never)]
fn lines(sharing: &Kept<Sharing>, value: &str, place: usize) -> Html {
    html! { <textarea rows="2" maxlength={LONGEST_TEXT.to_string()} value={value.to_string()} oninput={write(sharing, place)} /> }
}
