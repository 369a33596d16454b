//! The ways to take away a corpus that was built in the page.

use crate::browser;
use crate::context::ToolContext;
use crate::job::{Reply, Request, Taken};
use frise::i18n;
use frise::{url, web};
use frise_edition::WHOLE_PAGE;
use frise_import::Settings;
use serde_bytes::ByteBuf;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Props of [`TakeAway`].
#[derive(Clone, PartialEq, Properties)]
pub struct TakeAwayProps {
    /// The index, the worker and the language.
    pub context: ToolContext,
    /// What was decided of the files.
    pub settings: Settings,
    /// Whether the files that the corpus was built from are still known.
    pub has_files: bool,
}

/// A button for each way.
#[component]
pub fn TakeAway(props: &TakeAwayProps) -> Html {
    let TakeAwayProps {
        context,
        settings,
        has_files,
    } = props;
    let failed = use_state(|| false);
    let index = context.searcher.index();
    let name = match index.about().id.as_str() {
        "" => "textes".to_string(),
        id => id.to_string(),
    };
    let pick = |french, english| context.pick(french, english);
    let keep = {
        let mut view = context.state.clone();
        view.tool = None;
        let address = url::print(&view, index);
        Callback::from(move |_: MouseEvent| {
            web::keep(&address);
            browser::tell_saved();
        })
    };
    let kept = use_state(|| None::<bool>);
    let keep_here = {
        let (context, kept, name) = (context.clone(), kept.clone(), format!("{name}.frise"));
        Callback::from(move |_: MouseEvent| {
            let (context, kept, name) = (context.clone(), kept.clone(), name.clone());
            spawn_local(async move {
                let bytes = context.searcher.index().bytes();
                let is_kept = browser::keep_corpus(&name, bytes).await;
                kept.set(Some(is_kept));
                if is_kept {
                    browser::tell_saved();
                    // From now on the address opens it again.
                    let mut state = context.state.clone();
                    state.corpus = Some(format!("local:{name}"));
                    browser::show_view(&url::print(&state, context.searcher.index()));
                }
            });
        })
    };
    let save_index = {
        let (context, name) = (context.clone(), format!("{name}.frise"));
        Callback::from(move |_: MouseEvent| {
            browser::save_bytes(&name, context.searcher.index().bytes());
            browser::tell_saved();
        })
    };
    let save = {
        let failed = failed.clone();
        move |name: String| {
            let failed = failed.clone();
            move |reply: Reply| match reply {
                Reply::Built(bytes) => {
                    browser::save_bytes(&name, &bytes);
                    browser::tell_saved();
                }
                Reply::Refused(_) | Reply::Failed => failed.set(true),
                _ => {}
            }
        }
    };
    let save_folder = {
        let (context, settings) = (context.clone(), settings.clone());
        let save = save(format!("{name}-corpus.zip"));
        Callback::from(move |_: MouseEvent| {
            context
                .worker
                .send(&Request::Folder(settings.clone()), &[], save.clone());
        })
    };
    let save_site = {
        let (context, failed) = (context.clone(), failed.clone());
        let save = save(format!("{name}-site.zip"));
        Callback::from(move |_: MouseEvent| {
            let (context, save, failed) = (context.clone(), save.clone(), failed.clone());
            spawn_local(async move {
                match browser::page_files().await {
                    Some(files) => {
                        let files = files.into_iter();
                        let files = files.map(|(name, bytes)| (name, ByteBuf::from(bytes)));
                        let request = Request::Site(files.collect(), taken(&context));
                        context.worker.send(&request, &[], save);
                    }
                    None => failed.set(true),
                }
            });
        })
    };
    let save_course = {
        let (context, failed) = (context.clone(), failed.clone());
        let save = save(format!("{name}-scorm.zip"));
        Callback::from(move |_: MouseEvent| {
            let (context, save, failed) = (context.clone(), save.clone(), failed.clone());
            spawn_local(async move {
                match browser::page_file(WHOLE_PAGE).await {
                    Some(page) => {
                        let request = Request::Course(page, taken(&context));
                        context.worker.send(&request, &[], save);
                    }
                    None => failed.set(true),
                }
            });
        })
    };
    let back = web::page_address().unwrap_or_else(|| String::from("?"));
    html! {
        <section class="take-away" aria-labelledby="take-away">
            <h3 id="take-away">{ pick("Emporter ce corpus", "Take this corpus away") }</h3>
            <ul class="tool-files">
                <li><button type="button" class="more" onclick={keep}>{ pick("Une page HTML, avec tout", "One HTML page, with all") }</button></li>
                <li><button type="button" class="more" onclick={save_index}>{ pick("Un index (.frise)", "An index (.frise)") }</button></li>
                <li><button type="button" class="more" onclick={save_site}>{ pick("Un site (.zip)", "A site (.zip)") }</button></li>
                <li><button type="button" class="more" onclick={keep_here}>{ pick("Garder dans ce navigateur", "Keep in this browser") }</button></li>
                <li><button type="button" class="more" onclick={save_course}>{ pick("Un paquet SCORM (.zip)", "A SCORM package (.zip)") }</button></li>
                if *has_files {
                    <li><button type="button" class="more" onclick={save_folder}>{ pick("Le dossier du corpus (.zip)", "The folder of the corpus (.zip)") }</button></li>
                }
            </ul>
            <p class="hint">
                { pick(
                    "La page s’ouvre depuis le disque\u{a0}; l’index s’ouvre en le déposant sur toute page Frise, ou à côté d’elle par ",
                    "The page opens from disk; the index opens when it is dropped on any page of Frise, or beside one by ",
                ) }
                <code>{ format!("?corpus={name}.frise") }</code>
                { pick(
                    "\u{a0}; le site se met sur tout serveur, et le paquet dans Moodle.",
                    "; the site goes onto any server, and the package into Moodle.",
                ) }
            </p>
            if let Some(kept) = *kept {
                <p role="status">
                    { match kept {
                        true => pick("Ce navigateur garde ce corpus\u{a0}; «\u{a0}Vos textes\u{a0}» le rouvre.", "This browser keeps this corpus; “Your texts” opens it again."),
                        false => pick("Ce navigateur ne garde rien ici\u{a0}: emportez un fichier.", "This browser keeps nothing here: take a file away."),
                    } }
                </p>
            }
            if *failed {
                <p role="alert">{ pick("Cela n’a pas pu être enregistré\u{a0}: il faut le réseau, ou plus de mémoire.", "This could not be saved: it needs the network, or more memory.") }</p>
            }
            <p><a href={back}>{ pick("Revenir au corpus de cette page", "Return to the corpus of this page") }</a></p>
        </section>
    }
}

/// Returns what is taken away with the page.
fn taken(context: &ToolContext) -> Taken {
    let index = context.searcher.index();
    let about = index.about();
    Taken {
        title: i18n::of(&about.title, context.language()).to_string(),
        sentence: i18n::of(&about.sentence, context.language()).to_string(),
        index: index.bytes().to_vec(),
    }
}
