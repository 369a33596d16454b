//! The movable border between the wall and the texts.

use crate::i18n::pick;
use crate::web;
use frise_date::Tongue;
use yew::prelude::*;

/// The id of the element whose width is shared out.
pub const PANES: &str = "panneaux";
/// The id of the border.
const ID: &str = "bord";
/// The key of the share in the browser's storage for this tab.
const KEY: &str = "frise:share";

/// The share of the width that the wall has, in per cent.
const DEFAULT: u8 = 54;
const LEAST: u8 = 30;
const MOST: u8 = 75;
/// How far an arrow key moves the border, in per cent.
const STEP: u8 = 2;

/// Returns the share of the width that the wall has, and a callback that sets it. The share is kept until the tab is closed.
#[hook]
pub fn use_share() -> (u8, Callback<u8>) {
    let share = use_state_eq(|| {
        let stored = web::call_shell("recall", &[KEY]).and_then(|stored| stored.parse().ok());
        stored.map_or(DEFAULT, within)
    });
    let set = {
        let share = share.clone();
        Callback::from(move |next: u8| {
            let next = within(next);
            web::call_shell("remember", &[KEY, &next.to_string()]);
            share.set(next);
        })
    };
    (*share, set)
}

fn within(share: u8) -> u8 {
    share.clamp(LEAST, MOST)
}

/// Props of [`Border`].
#[derive(Clone, PartialEq, Properties)]
pub struct BorderProps {
    /// The language of the interface.
    pub language: Tongue,
    /// The share of the width that stands before the border, in per cent.
    pub share: u8,
    /// Called with another share.
    pub onchange: Callback<u8>,
}

/// The border: it is dragged, or moved by the arrow keys, Home and End; a double click brings it back.
#[component]
pub fn Border(props: &BorderProps) -> Html {
    let BorderProps {
        language,
        share,
        onchange,
    } = props;
    let share = *share;
    let is_held = use_mut_ref(|| false);
    let onpointerdown = {
        let is_held = is_held.clone();
        Callback::from(move |event: PointerEvent| {
            if event.button() == 0 {
                is_held.replace(true);
                web::capture_pointer(&event, ID);
            }
        })
    };
    let onpointermove = {
        let (is_held, onchange) = (is_held.clone(), onchange.clone());
        Callback::from(move |event: PointerEvent| {
            if let (true, Some(at)) = (*is_held.borrow(), web::pointer_share(&event, PANES)) {
                onchange.emit((at * 100.0).round() as u8);
            }
        })
    };
    let release = Callback::from(move |_: PointerEvent| {
        is_held.replace(false);
    });
    let onkeydown = {
        let onchange = onchange.clone();
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowLeft" => share.saturating_sub(STEP),
                "ArrowRight" => share.saturating_add(STEP),
                "Home" => LEAST,
                "End" => MOST,
                _ => return,
            };
            event.prevent_default();
            onchange.emit(next);
        })
    };
    let ondblclick = onchange.reform(|_: MouseEvent| DEFAULT);
    html! {
        <div
            class="border"
            id={ID}
            role="separator"
            tabindex="0"
            aria-orientation="vertical"
            aria-label={pick(*language, "Largeur de la frise", "Width of the timeline")}
            aria-valuenow={share.to_string()}
            aria-valuemin={LEAST.to_string()}
            aria-valuemax={MOST.to_string()}
            {onpointerdown}
            {onpointermove}
            onpointerup={release.clone()}
            onpointercancel={release}
            {onkeydown}
            {ondblclick}
        ></div>
    }
}
