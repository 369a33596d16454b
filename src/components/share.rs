//! What a reader takes away: the link to the present view, a frame for a course page, and a lesson made of views.

mod composer;
mod copy_field;
mod panel;
mod sharing;
mod snippet;

pub use copy_field::{CopyField, CopyFieldProps};
pub use panel::{Panel, PanelProps};
pub use snippet::snippet;

use super::controls::DisclosureButton;
use super::deferred::{Deferred, Later};
use super::{Shared, ViewProps};
use std::cell::RefCell;
use yew::prelude::*;

/// The button and the panel that it unfolds.
#[component]
pub fn Share(props: &ViewProps) -> Html {
    let view = &props.view;
    let is_open = use_state(|| false);
    // What was chosen outlasts the panel.
    let kept = use_memo((), |()| RefCell::new(None));
    let onclick = {
        let is_open = is_open.clone();
        Callback::from(move |_| is_open.set(!*is_open))
    };
    html! {
        <>
            <DisclosureButton controls="share" is_open={*is_open} {onclick}>
                { view.pick("Partager", "Share") }
            </DisclosureButton>
            if *is_open {
                <section id="share" class="panel share" tabindex="-1" aria-label={view.pick("Partager", "Share")}>
                    <Later
                        {view}
                        part={Deferred::Share(PanelProps {
                            view: view.clone(),
                            kept: Shared(kept),
                        })}
                    />
                </section>
            }
        </>
    }
}
