//! The composer of lessons: a teacher takes the present view as a step, writes what to do with it, and orders the steps.

use super::copy_field::CopyField;
use super::sharing::{Change, StepText};
use crate::components::controls::{LabelledField, MoreButton};
use crate::i18n;
use crate::lesson::{LONGEST_TEXT, LONGEST_TITLE, Lesson, MOST_STEPS, Step};
use crate::web;
use frise_date::Tongue;
use yew::prelude::*;

/// Some servers refuse a link of this many letters or more: nginx takes 8 kB of a whole request by default.
const LONG: usize = 6000;

/// Props of [`Composer`].
#[derive(Clone, PartialEq, Properties)]
pub struct ComposerProps {
    /// The language of the interface.
    pub language: Tongue,
    /// The lesson so far.
    pub draft: Lesson,
    /// The link that replays the lesson.
    pub link: AttrValue,
    /// The HTML of a frame that replays the lesson.
    pub frame: AttrValue,
    /// Called with each change.
    pub onchange: Callback<Change>,
}

/// The lesson so far, and as soon as it has a step its link, its file and its frame.
#[component]
pub fn Composer(props: &ComposerProps) -> Html {
    let ComposerProps {
        language,
        draft,
        link,
        frame,
        onchange,
    } = props;
    let language = *language;
    let pick = |french, english| i18n::pick(language, french, english);
    let save = {
        let texts = as_linked(draft).texts();
        Callback::from(move |_| {
            if let Some(file) = web::call_shell("lessonFile", &[&texts]) {
                web::save_file("lecon.json", "application/json", &file);
            }
        })
    };
    let write_title = onchange.reform(|event: InputEvent| Change::Title(typed(&event)));
    html! {
        <div id="composer" class="composer">
            <LabelledField label={pick("Titre de la leçon", "Title of the lesson")}>
                <input
                    maxlength={LONGEST_TITLE.to_string()}
                    value={draft.title.clone()}
                    oninput={write_title}
                />
            </LabelledField>
            <ol>
                for (place, step) in draft.steps.iter().enumerate() {
                    <StepFields
                        {language}
                        {place}
                        step={step.clone()}
                        is_last={place + 1 == draft.steps.len()}
                        {onchange}
                    />
                }
            </ol>
            if draft.steps.len() < MOST_STEPS {
                <MoreButton onclick={onchange.reform(|_| Change::Add)}>
                    { pick("Ajouter la vue présente comme étape", "Add the present view as a step") }
                </MoreButton>
            }
            if !draft.steps.is_empty() {
                if link.len() > LONG {
                    <p class="hint">
                        { pick("Ce lien est si long que des serveurs et des messageries le refusent\u{a0}: donnez plutôt le fichier.", "This link is so long that servers and mail programs refuse it: rather give the file.") }
                    </p>
                }
                <CopyField
                    {language}
                    id="lesson-link"
                    label={pick("Lien vers la leçon", "Link to the lesson")}
                    text={link}
                />
                <p class="tools">
                    <a class="more" href={link} target="_blank" rel="noopener">
                        { pick("Essayer la leçon", "Try the lesson") }
                    </a>
                    <MoreButton onclick={save}>{ pick("Enregistrer comme fichier", "Save as a file") }</MoreButton>
                </p>
                <p class="hint">
                    { pick("Posé à côté de la page, le fichier se rejoue par l’adresse courte\u{a0}: ", "Put beside the page, the file is replayed by the short address: ") }
                    <code>{ "?lesson=lecon.json" }</code>
                </p>
                <CopyField
                    {language}
                    id="lesson-frame"
                    label={pick("Cadre de la leçon", "Frame of the lesson")}
                    text={frame}
                />
            }
        </div>
    }
}

/// Returns the lesson as its link and its file carry it.
pub fn as_linked(lesson: &Lesson) -> Lesson {
    Lesson::of_texts(&lesson.texts()).unwrap_or_default()
}

fn typed(event: &InputEvent) -> String {
    web::event_value(event).unwrap_or_default()
}

/// Props of [`StepFields`].
#[derive(Clone, PartialEq, Properties)]
struct StepFieldsProps {
    language: Tongue,
    /// The place of the step in the lesson.
    place: usize,
    step: Step,
    is_last: bool,
    onchange: Callback<Change>,
}

/// The fields of a step, and the buttons that move and remove it.
#[component]
fn StepFields(props: &StepFieldsProps) -> Html {
    let StepFieldsProps {
        language,
        place,
        step,
        is_last,
        onchange,
    } = props;
    let place = *place;
    let pick = |french, english| i18n::pick(*language, french, english);
    let write = |text: StepText| {
        onchange.reform(move |event: InputEvent| Change::Step(place, text, typed(&event)))
    };
    html! {
        <li>
            <code>{ format!("{}. {}", place + 1, step.view) }</code>
            <LabelledField label={pick("Titre de l’étape", "Title of the step")}>
                <input
                    maxlength={LONGEST_TITLE.to_string()}
                    value={step.title.clone()}
                    oninput={write(StepText::Title)}
                />
            </LabelledField>
            <LabelledField label={pick("Consigne", "Instruction")}>
                <textarea
                    rows="2"
                    maxlength={LONGEST_TEXT.to_string()}
                    value={step.instruction.clone()}
                    oninput={write(StepText::Instruction)}
                />
            </LabelledField>
            <LabelledField label="Question">
                <textarea
                    rows="2"
                    maxlength={LONGEST_TEXT.to_string()}
                    value={step.question.clone()}
                    oninput={write(StepText::Question)}
                />
            </LabelledField>
            <span class="tools">
                if place > 0 {
                    <MoreButton onclick={onchange.reform(move |_| Change::Swap(place - 1))}>
                        { pick("Monter", "Move up") }
                    </MoreButton>
                }
                if !is_last {
                    <MoreButton onclick={onchange.reform(move |_| Change::Swap(place))}>
                        { pick("Descendre", "Move down") }
                    </MoreButton>
                }
                <MoreButton onclick={onchange.reform(move |_| Change::Remove(place))}>
                    { pick("Retirer", "Remove") }
                </MoreButton>
            </span>
        </li>
    }
}
