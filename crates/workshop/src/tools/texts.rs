//! Texts of one's own: files are chosen, looked at, and built into an index that the app shows and that can be taken away.
//!
//! [`work`] holds the files and how far they are, and asks the worker; the component shows each stage.

mod choose;
mod kept;
mod messages;
mod pager;
mod people;
mod review;
mod tables;
mod take_away;
mod work;

use crate::browser;
use crate::context::ToolProps;
use choose::Choose;
use gloo::events::EventListener;
use kept::Kept;
use review::ReviewView;
use take_away::TakeAway;
use wasm_bindgen_futures::spawn_local;
use work::{Stage, Work, WorkHandle};
use yew::prelude::*;

/// The tool.
#[component]
pub fn Texts(props: &ToolProps) -> Html {
    let context = &props.context;
    let redraw = use_force_update();
    let work = WorkHandle::new(
        context.clone(),
        Callback::from(move |()| redraw.force_update()),
    );
    {
        let work = work.clone();
        use_effect_with((), move |()| {
            let take = move || {
                let work = work.clone();
                spawn_local(async move {
                    let files = browser::take_dropped().await;
                    if !files.is_empty() {
                        work.read(files);
                    }
                });
            };
            take();
            work::set_shown(true);
            let window = web_sys::window();
            let listener =
                window.map(|window| EventListener::new(&window, "frise:dropped", move |_| take()));
            move || {
                work::set_shown(false);
                drop(listener);
            }
        });
    }
    let Work {
        settings, stage, ..
    } = work.get();
    let stop = {
        let work = work.clone();
        Callback::from(move |_: MouseEvent| work.forget())
    };
    let pick = |french, english| context.pick(french, english);
    html! {
        <>
            <p>
                { pick(
                    "Vos fichiers restent dans ce navigateur\u{a0}: rien n’est envoyé.",
                    "Your files stay in this browser: nothing is sent.",
                ) }
            </p>
            if !frise::is_embedded(context.searcher.index()) && work::is_brought() {
                <TakeAway context={context.clone()} {settings} has_files={stage.review().is_some()} />
            }
            {
                match &stage {
                    Stage::Empty => html! {
                        <>
                            <Choose context={context.clone()} onfiles={work.on_files()} />
                            <Kept context={context.clone()} />
                        </>
                    },
                    Stage::Reading(progress) => html! {
                        <p role="status">
                            { messages::progress(progress, context.language()) }
                            { " " }
                            <button type="button" class="more" onclick={stop}>{ pick("Arrêter", "Stop") }</button>
                        </p>
                    },
                    Stage::Reviewed(_) | Stage::Building(..) | Stage::Built(..) => html! {},
                    Stage::Failed(sentence, review) => html! {
                        <>
                            <p role="alert">{ sentence }</p>
                            if review.is_none() {
                                <Choose context={context.clone()} onfiles={work.on_files()} />
                            }
                        </>
                    },
                }
            }
            if let Some(review) = stage.review() {
                <ReviewView
                    context={context.clone()}
                    {review}
                    settings={work.get().settings}
                    onchange={work.on_settings()}
                    onpages={work.on_pages()}
                    building={match stage {
                        Stage::Building(_, percent) => Some(percent),
                        _ => None,
                    }}
                    is_built={matches!(stage, Stage::Built(..))}
                    onfiles={work.on_files()}
                    onbuild={work.on_build()}
                    onstop={work.on_stop()}
                    onforget={work.on_forget()}
                />
            }
        </>
    }
}
