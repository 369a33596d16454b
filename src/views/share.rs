//! What a reader takes away: the link to the present view, the frame for a course page with what it leaves out and
//! locks, and a lesson made of views.

use super::elements::{copier, element, label, said, text};
use super::escaped::escaped;
use super::hooks::{Kept, use_kept};
use super::lesson::{begun, composer, field, named};
use super::{View, ViewProps};
use crate::lesson::{Lesson, Step};
use crate::state::{Frame, Lock, Part, State};
use crate::{browser, url, words};
use frise_date::Tongue;
use frise_markup::html;
use yew::prelude::*;

/// What is chosen here, and the lesson that is being made; no link needs to reproduce it.
#[derive(Clone, Default, PartialEq)]
pub struct Sharing {
    is_open: bool,
    composes: bool,
    hidden: Vec<Part>,
    locks: bool,
    fits: bool,
    /// The lesson so far.
    pub draft: Lesson,
}

/// What can happen to it.
#[derive(Clone, Copy)]
pub enum Change {
    /// It is unfolded, or folded.
    Open,
    /// So is the lesson.
    Compose,
    /// A part of the frame is left out, or not.
    Hide(Part),
    /// What the view sets is locked, or not.
    Lock,
    /// The script that fits the height is there, or not.
    Fit,
    /// The present view becomes a step.
    Add,
    /// A step is taken away.
    Remove(usize),
    /// A step changes places with the next.
    Swap(usize),
}

/// Where the browser keeps the lesson so far, as it keeps answers.
const DRAFT: &str = "frise:composer";

impl Sharing {
    /// With the lesson that was being made when the page was left.
    fn recalled() -> Sharing {
        let texts = browser::ask_shell("recall", &[DRAFT]).unwrap_or_default();
        let draft = Lesson::of_texts(&texts).unwrap_or_default();
        Sharing {
            composes: !draft.steps.is_empty(),
            draft,
            ..Sharing::default()
        }
    }

    fn after(&self, change: Change, view: &View) -> Sharing {
        let mut next = self.clone();
        let steps = &mut next.draft.steps;
        match change {
            Change::Open => next.is_open = !next.is_open,
            Change::Compose => next.composes = !next.composes,
            Change::Hide(part) if next.hidden.contains(&part) => {
                next.hidden.retain(|hidden| *hidden != part);
            }
            Change::Hide(part) => next.hidden.push(part),
            Change::Lock => next.locks = !next.locks,
            Change::Fit => next.fits = !next.fits,
            Change::Add => steps.push(Step {
                view: url::print_view(&view.state, view.searcher.index()),
                ..Step::default()
            }),
            Change::Remove(place) if place < steps.len() => drop(steps.remove(place)),
            Change::Swap(place) if place + 1 < steps.len() => steps.swap(place, place + 1),
            // A second click upon a step that has gone.
            Change::Remove(_) | Change::Swap(_) => {}
        }
        next
    }
}

fn set(sharing: &Kept<Sharing>, next: Sharing) {
    browser::ask_shell("remember", &[DRAFT, &next.draft.texts()]);
    sharing.set(next);
}

/// A callback that changes it so.
pub fn will(sharing: &Kept<Sharing>, view: &View, change: Change) -> Callback<MouseEvent> {
    let (sharing, view) = (sharing.clone(), view.clone());
    Callback::from(move |_| set(&sharing, sharing.after(change, &view)))
}

/// A callback that writes what is typed as the text at a place of the lesson's texts (see [`Lesson::texts`]).
pub fn write(sharing: &Kept<Sharing>, place: usize) -> Callback<InputEvent> {
    let sharing = sharing.clone();
    Callback::from(move |event: InputEvent| {
        let typed = browser::value(&event).unwrap_or_default();
        let mut next = (*sharing).clone();
        if place == 0 {
            next.draft.title = typed;
        } else if let Some(step) = next.draft.steps.get_mut((place - 1) / 4) {
            match (place - 1) % 4 {
                1 => step.title = typed,
                2 => step.instruction = typed,
                _ => step.question = typed,
            }
        }
        set(&sharing, next);
    })
}

/// The button and what it unfolds.
#[component]
pub fn Share(props: &ViewProps) -> Html {
    let view = &props.view;
    let sharing = use_kept(Sharing::recalled);
    html! {
        <>
            { opens(view, &sharing, Change::Open, sharing.is_open, "share", "Partager", "Share") }
            if sharing.is_open {
                <section id="share" class="panel share" tabindex="-1" aria-label={view.pick("Partager", "Share")}>
                    { match browser::place() {
                        Some(place) => panel(view, &sharing, &place),
                        None => label(view, "p", "", "Cette page est ouverte depuis un fichier\u{a0}: pour la partager, il lui faut d’abord une adresse sur le Web.", "This page was opened from a file: to be shared, it needs an address on the Web first."),
                    } }
                </section>
            }
        </>
    }
}

fn panel(view: &View, sharing: &Kept<Sharing>, place: &str) -> Html {
    let index = view.searcher.index();
    let title = words::of(&index.about().title, view.language());
    let address = |state: &State| [place, &url::print(state, index)].concat();
    let whole = view.whole();
    let snippet_of = |whole: &State, title: &str| {
        let framed = framed(whole, &view.state, sharing);
        let script = sharing.fits.then_some(place);
        snippet(
            &address(&framed),
            &address(whole),
            title,
            script,
            view.language(),
        )
    };
    let part = |(part, _): (Part, &str)| {
        let pressed = sharing.hidden.contains(&part);
        pressable(
            will(sharing, view, Change::Hide(part)),
            pressed,
            text(words::part(part, view.language())),
        )
    };
    let lesson = composer::kept(&sharing.draft);
    let taught = State {
        lesson: Some(begun(&lesson)),
        language: view.language(),
        ..url::step_view(&lesson, 0, index)
    };
    html! {
        <>
            { copied(view, "share-link", "Lien vers cette vue", "Link to this view", &address(&whole)) }
            { copied(view, "share-frame", "Cadre pour une page de cours", "Frame for a course page", &snippet_of(&whole, title)) }
            <p class="tools">{ said(view, "Sans\u{a0}:", "Without:") }{ for Part::NAMES[1..].iter().copied().map(part) }</p>
            <p class="tools">
                { pressable(will(sharing, view, Change::Lock), sharing.locks, said(view, "Fixer la requête et les filtres", "Lock the query and the filters")) }
                { pressable(will(sharing, view, Change::Fit), sharing.fits, said(view, "Ajuster la hauteur par un script", "Fit the height by a script")) }
            </p>
            { opens(view, sharing, Change::Compose, sharing.composes, "composer", "Composer une leçon", "Compose a lesson") }
            if sharing.composes {
                { composer::composer(view, sharing, Some((address(&taught), snippet_of(&taught, named(&lesson.title, title))))) }
            }
        </>
    }
}

/// A view as the frame shows it. Who may show it another is carried along.
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

/// The HTML of a frame and of a plain link under it.
pub fn snippet(
    frame: &str,
    whole: &str,
    title: &str,
    script_beside: Option<&str>,
    language: Tongue,
) -> String {
    let (frame, whole, title) = (escaped(frame), escaped(whole), escaped(title));
    let open = words::pick(
        language,
        "Ouvrir dans une page entière\u{a0}: ",
        "Open as a whole page: ",
    );
    let mut html = [
        "<iframe src=\"", &frame, "\" title=\"", &title,
        "\" width=\"100%\" height=\"600\" loading=\"lazy\" style=\"border:0\"></iframe>\n<p><a href=\"", &whole, "\">", open, &title, "</a></p>\n",
    ]
    .concat();
    if let Some(place) = script_beside {
        let folder = place.rfind('/').map_or("", |at| &place[..=at]);
        html.extend([
            "<script src=\"",
            &escaped(folder),
            "embed.js\" async></script>\n",
        ]);
    }
    html
}

/// Text to be copied, in a field, where a reader can select it too.
#[inline(never)]
pub fn copied(
    view: &View,
    id: &'static str,
    french: &'static str,
    english: &'static str,
    given: &str,
) -> Html {
    let copy = Callback::from(|_: MouseEvent| drop(browser::ask_shell("copy", &[])));
    let area = html! { <textarea {id} readonly={true} rows="2" value={given.to_string()} /> };
    element(
        "div",
        "copied",
        html! { <>{ field(view, french, english, area) }{ copier(view, "more copier", copy) }</> },
    )
}

/// A button that unfolds what has this id.
#[inline(never)]
fn opens(
    view: &View,
    sharing: &Kept<Sharing>,
    change: Change,
    is_open: bool,
    id: &'static str,
    french: &'static str,
    english: &'static str,
) -> Html {
    html! { <button type="button" class="opens" aria-expanded={is_open} aria-controls={is_open.then_some(id)} onclick={will(sharing, view, change)}>{ said(view, french, english) }</button> }
}

/// A button that stays pressed.
#[inline(never)]
fn pressable(onclick: Callback<MouseEvent>, pressed: bool, inside: Html) -> Html {
    html! { <button type="button" class="value" aria-pressed={pressed} {onclick}>{ inside }</button> }
}
