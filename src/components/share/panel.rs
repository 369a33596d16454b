//! The panel: links, a frame, and the composer of lessons.

use super::composer::{Composer, as_linked};
use super::copy_field::CopyField;
use super::sharing::{Change, Sharing};
use super::snippet::snippet;
use crate::components::controls::{DisclosureButton, ToggleButton};
use crate::components::lesson::title_or;
use crate::components::{Shared, View};
use crate::state::{Frame, Lock, Part, Replay, State};
use crate::{i18n, url, web};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Panel`].
#[derive(Clone, PartialEq, Properties)]
pub struct PanelProps {
    /// The page.
    pub view: View,
    /// What was chosen when the panel was last open.
    pub kept: Shared<RefCell<Option<Sharing>>>,
}

/// What can be shared, or why nothing can.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let view = &props.view;
    if let Some(place) = web::shared_address() {
        return html! { <Links {view} {place} kept={props.kept.clone()} /> };
    }
    let reason = match web::page_address() {
        Some(_) => view.pick(
            "Ce corpus n’est que dans ce navigateur\u{a0}: aucun lien n’y mène. «\u{a0}Vos textes\u{a0}» en fait un site, ou un fichier à poser à côté d’une page.",
            "This corpus is in this browser only, so no link leads to it. “Your texts” makes a site of it, or a file to be put beside a page.",
        ),
        None => view.pick(
            "Cette page est ouverte depuis un fichier\u{a0}: pour la partager, il lui faut d’abord une adresse sur le Web.",
            "This page was opened from a file: to be shared, it needs an address on the Web first.",
        ),
    };
    html! { <p>{ reason }</p> }
}

/// Props of [`Links`].
#[derive(Clone, PartialEq, Properties)]
struct LinksProps {
    view: View,
    /// The address of the page without query and hash.
    place: AttrValue,
    kept: Shared<RefCell<Option<Sharing>>>,
}

/// The links, the frame and the composer.
#[component]
fn Links(props: &LinksProps) -> Html {
    let LinksProps { view, place, kept } = props;
    let sharing = use_state(|| kept.borrow().clone().unwrap_or_else(Sharing::recalled));
    let onchange = {
        let (sharing, view, kept) = (sharing.clone(), view.clone(), kept.clone());
        Callback::from(move |change: Change| {
            let index = view.searcher.index();
            let address = || url::lasting(&url::print_view(&view.state, index), &view.state, index);
            let next = sharing.after(change, address);
            next.remember();
            kept.replace(Some(next.clone()));
            sharing.set(next);
        })
    };
    let language = view.language();
    let index = view.searcher.index();
    let title = i18n::of(&index.about().title, language);
    // The query of a link may be empty, and then has no mark.
    let print = |state: &State| url::lasting(&url::print(state, index), state, index);
    let address = |state: &State| match print(state).strip_prefix("?") {
        Some(hash) if hash.is_empty() || hash.starts_with('#') => [place.as_str(), hash].concat(),
        query => [place.as_str(), "?", query.unwrap_or("")].concat(),
    };
    let whole = view.whole();
    let snippet_of = |whole: &State, title: &str| {
        let framed = framed(whole, &view.state, &sharing);
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
                        { i18n::part(part, language) }
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
