//! What a reader takes away: the link to the present view, a frame for a course page, and a lesson made of views.

mod composer;
mod snippet;

pub use snippet::snippet;

use super::controls::{CopyButton, DisclosureButton, LabelledField, ToggleButton};
use super::lesson::title_or;
use super::{View, ViewProps};
use crate::lesson::{Lesson, Step};
use crate::state::{Frame, Lock, Part, Replay, State};
use crate::{browser, url, words};
use composer::{Composer, as_linked};
use frise_date::Tongue;
use std::rc::Rc;
use yew::prelude::*;

/// The key by which the browser stores the draft of a lesson.
const DRAFT: &str = "frise:composer";

/// What is chosen here, and the draft of a lesson; no link needs to reproduce it.
#[derive(Clone, Default, PartialEq)]
struct Sharing {
    is_open: bool,
    is_composing: bool,
    /// The parts that the frame leaves out.
    hidden: Vec<Part>,
    /// Whether the frame locks what the view sets.
    locks: bool,
    /// Whether a script fits the height of the frame.
    fits: bool,
    draft: Lesson,
}

/// A change to what is shared.
#[derive(Clone, Debug, PartialEq)]
enum Change {
    /// Unfolds or folds the panel.
    Open,
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
enum StepText {
    Title,
    Instruction,
    Question,
}

impl Sharing {
    /// Returns the initial state, with the draft that the browser has stored.
    fn recalled() -> Sharing {
        let draft = Lesson::of_texts(&stored_draft()).unwrap_or_default();
        Sharing {
            is_composing: !draft.steps.is_empty(),
            draft,
            ..Sharing::default()
        }
    }

    /// Returns the state after a change. `view` is the address of the present view.
    fn after(&self, change: Change, view: impl FnOnce() -> String) -> Sharing {
        let mut next = self.clone();
        let steps = &mut next.draft.steps;
        match change {
            Change::Open => next.is_open = !next.is_open,
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
}

fn stored_draft() -> String {
    browser::ask_shell("recall", &[DRAFT]).unwrap_or_default()
}

/// The button and the panel that it unfolds.
#[component]
pub fn Share(props: &ViewProps) -> Html {
    let view = &props.view;
    let sharing = use_state(Sharing::recalled);
    let onchange = {
        let (sharing, view) = (sharing.clone(), view.clone());
        Callback::from(move |change: Change| {
            let address = || url::print_view(&view.state, view.searcher.index());
            let next = sharing.after(change, address);
            browser::ask_shell("remember", &[DRAFT, &next.draft.texts()]);
            sharing.set(next);
        })
    };
    html! {
        <>
            <DisclosureButton
                controls="share"
                is_open={sharing.is_open}
                onclick={onchange.reform(|_| Change::Open)}
            >
                { view.pick("Partager", "Share") }
            </DisclosureButton>
            if sharing.is_open {
                <section id="share" class="panel share" tabindex="-1" aria-label={view.pick("Partager", "Share")}>
                    if let Some(place) = browser::place() {
                        <Panel {view} {place} sharing={(*sharing).clone()} {onchange} />
                    } else {
                        <p>
                            { view.pick("Cette page est ouverte depuis un fichier\u{a0}: pour la partager, il lui faut d’abord une adresse sur le Web.", "This page was opened from a file: to be shared, it needs an address on the Web first.") }
                        </p>
                    }
                </section>
            }
        </>
    }
}

/// Props of [`Panel`].
#[derive(Clone, PartialEq, Properties)]
struct PanelProps {
    view: View,
    /// The address of the page without query and hash.
    place: AttrValue,
    sharing: Sharing,
    /// Called with each change.
    onchange: Callback<Change>,
}

/// The links, the frame and the composer.
#[component]
fn Panel(props: &PanelProps) -> Html {
    let PanelProps {
        view,
        place,
        sharing,
        onchange,
    } = props;
    let language = view.language();
    let index = view.searcher.index();
    let title = words::of(&index.about().title, language);
    let address = |state: &State| [place.as_str(), &url::print(state, index)].concat();
    let whole = view.whole();
    let snippet_of = |whole: &State, title: &str| {
        let framed = framed(whole, &view.state, sharing);
        let script = sharing.fits.then_some(place.as_str());
        snippet(&address(&framed), &address(whole), title, script, language)
    };
    let lesson = as_linked(&sharing.draft);
    let first_step = State {
        lesson: Some(Replay {
            source: lesson.link(),
            lesson: Some(Rc::new(lesson.clone())),
            step: 0,
        }),
        language,
        ..url::step_view(&lesson, 0, index).state
    };
    html! {
        <>
            <CopyField
                {language}
                id="share-link"
                label={view.pick("Lien vers cette vue", "Link to this view")}
                text={address(&whole)}
            />
            <CopyField
                {language}
                id="share-frame"
                label={view.pick("Cadre pour une page de cours", "Frame for a course page")}
                text={snippet_of(&whole, title)}
            />
            <p class="tools">
                { view.pick("Sans\u{a0}:", "Without:") }
                for (part, _) in Part::NAMES[1..].iter().copied() {
                    <ToggleButton
                        pressed={sharing.hidden.contains(&part)}
                        onclick={onchange.reform(move |_| Change::Hide(part))}
                    >
                        { words::part(part, language) }
                    </ToggleButton>
                }
            </p>
            <p class="tools">
                <ToggleButton pressed={sharing.locks} onclick={onchange.reform(|_| Change::Lock)}>
                    { view.pick("Fixer la requête et les filtres", "Lock the query and the filters") }
                </ToggleButton>
                <ToggleButton pressed={sharing.fits} onclick={onchange.reform(|_| Change::Fit)}>
                    { view.pick("Ajuster la hauteur par un script", "Fit the height by a script") }
                </ToggleButton>
            </p>
            <DisclosureButton
                controls="composer"
                is_open={sharing.is_composing}
                onclick={onchange.reform(|_| Change::Compose)}
            >
                { view.pick("Composer une leçon", "Compose a lesson") }
            </DisclosureButton>
            if sharing.is_composing {
                <Composer
                    {language}
                    draft={sharing.draft.clone()}
                    link={address(&first_step)}
                    frame={snippet_of(&first_step, title_or(&lesson.title, title))}
                    {onchange}
                />
            }
        </>
    }
}

/// Returns a view as the frame shows it. The origin that may show other views in it is carried along.
fn framed(whole: &State, now: &State, sharing: &Sharing) -> State {
    let mut framed = State {
        frame: Frame {
            embed: true,
            hidden: sharing.hidden.clone(),
            locks: sharing.locks.then_some(Lock::Set).into_iter().collect(),
            host: now.frame.host.clone(),
        },
        ..whole.clone()
    };
    framed.lock_what_is_set();
    framed
}

/// Props of [`CopyField`].
#[derive(Clone, PartialEq, Properties)]
struct CopyFieldProps {
    language: Tongue,
    id: AttrValue,
    label: AttrValue,
    /// The text to be copied.
    text: AttrValue,
}

/// Text to be copied, in a field in which a reader can also select it.
#[component]
fn CopyField(props: &CopyFieldProps) -> Html {
    let CopyFieldProps {
        language,
        id,
        label,
        text,
    } = props;
    let copy = Callback::from(|_| drop(browser::ask_shell("copy", &[])));
    html! {
        <div class="copied">
            <LabelledField {label}>
                <textarea {id} readonly={true} rows="2" value={text} />
            </LabelledField>
            <CopyButton language={*language} class="more copier" onclick={copy} />
        </div>
    }
}
