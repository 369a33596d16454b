//! Loads the shards of an index as components ask for what is in them, and tells the reader what is missing.

mod loads;

use super::{Shared, View};
use crate::{i18n, web};
use frise_date::Tongue;
use frise_index::search::Searcher;
use frise_index::{Index, Shard};
use loads::{Failure, Loads, length_of};
use std::cell::RefCell;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;

/// How often is looked whether something is missing, in milliseconds. Components ask the index at any time, and the index knows
/// nobody to tell.
const LOOK: u32 = 40;

/// What there is to tell of shards.
#[derive(Clone, Debug, PartialEq)]
pub enum ShardNews {
    /// Something that is shown is missing, and is being loaded.
    Begun,
    /// All that is shown is there, or could not be had.
    Loaded,
    /// The bytes of the index, of which all shards are there.
    Whole(Vec<u8>),
}

/// Props of [`Shards`].
#[derive(Clone, PartialEq, Properties)]
pub struct ShardsProps {
    /// The page.
    pub view: View,
    /// Hears what there is to tell.
    pub tell: Callback<ShardNews>,
}

/// The loader of an index in shards: a line with how much is there, and what a reader can do.
#[component]
pub fn Shards(props: &ShardsProps) -> Html {
    let ShardsProps { view, tell } = props;
    let redraw = use_force_update();
    let loader = {
        let tell = tell.clone();
        let searcher = view.searcher.clone();
        use_mut_ref(move || {
            let all = length_of(searcher.index().absent().iter(), searcher.index());
            Loader {
                all,
                left: all,
                searcher,
                loads: Loads::default(),
                tell,
                redraw: Callback::from(move |()| redraw.force_update()),
            }
        })
    };
    {
        let loader = loader.clone();
        use_effect_with((), move |()| watch(loader));
    }
    let does = |change: fn(&mut Loader)| {
        let loader = loader.clone();
        Callback::from(move |_: MouseEvent| {
            change(&mut loader.borrow_mut());
            go_on(&loader);
        })
    };
    let held = loader.borrow();
    let index = view.searcher.index();
    let size = |bytes: u64| megabytes(bytes, view);
    let all = does(|loader| loader.loads.want_all(loader.searcher.index()));
    let unasked = held.loads.unasked(index);
    html! {
        <div class="shards">
            if let Some((count, why)) = held.loads.failed() {
                <p role="alert">
                    { failed(view, count, why) }{ " " }
                    <button type="button" class="value" onclick={does(|loader| loader.loads.retry())}>
                        { view.pick("Réessayer", "Try again") }
                    </button>
                </p>
            }
            if unasked > 0 {
                <p role="alert">
                    { view.pick("Cette vue demande beaucoup de textes\u{a0}: ", "This view needs many texts: ") }
                    { size(unasked) }{ ". " }
                    <button type="button" class="value" onclick={does(|loader| loader.loads.agree())}>
                        { view.pick("Les charger", "Load them") }
                    </button>
                </p>
            }
            if held.loads.wants_all() {
                <p>
                    <label>
                        { view.pick("Encore ", "Still ") }{ size(held.left) }{ "\u{a0}" }
                        <progress max={held.all.to_string()} value={(held.all - held.left).to_string()} />
                    </label>
                    { " " }
                    <button type="button" class="value" onclick={does(|loader| loader.loads.stop())}>
                        { view.pick("Arrêter", "Stop") }
                    </button>
                </p>
            } else if view.state.has_tool_on_texts() {
                <p role="alert">
                    { view.pick("Cet outil lit tous les textes, qui ne sont pas encore tous là\u{a0}: encore ", "This tool reads all texts, and not all are here yet: still ") }
                    { size(held.left) }{ ". " }
                    <button type="button" class="value" onclick={all}>
                        { view.pick("Tout charger", "Load all") }
                    </button>
                </p>
            } else {
                <p>
                    { view.pick("Les textes viennent à mesure\u{a0}; encore ", "Texts are loaded as they are needed; still ") }
                    { size(held.left) }{ ". " }
                    <button
                        type="button"
                        class="value"
                        onclick={all}
                        title={view.pick("Pour les outils, pour garder la page dans un fichier, et hors ligne", "For the tools, to keep the page in a file, and offline")}
                    >
                        { view.pick("Tout charger", "Load all") }
                    </button>
                </p>
            }
        </div>
    }
}

fn failed(view: &View, count: usize, why: &Failure) -> String {
    let language = view.language();
    let (one, many) = match language {
        Tongue::French => (
            "fichier de l’index n’a pas pu être chargé",
            "fichiers de l’index n’ont pas pu être chargés",
        ),
        Tongue::English => (
            "file of the index could not be loaded",
            "files of the index could not be loaded",
        ),
    };
    let why = match why {
        Failure::Unloaded(said) if said.is_empty() => String::new(),
        Failure::Unloaded(said) => format!(" ({said})"),
        Failure::Other(name) => {
            let is_other = view.pick(
                "n’est pas celui que l’index attend\u{a0}: à copier de nouveau",
                "is not the one that the index expects: copy it again",
            );
            format!(" ({name} {is_other})")
        }
    };
    let so = view.pick(
        "\u{a0}; ce qui s’affiche est incomplet.",
        "; what is shown is incomplete.",
    );
    [&i18n::count(count, language, one, many), &why, so].concat()
}

/// Returns `1,5 Mo`, or `85 ko`.
fn megabytes(bytes: u64, view: &View) -> String {
    if bytes < 100_000 {
        let number = i18n::number(bytes.div_ceil(1000) as usize, view.language());
        return format!("{number}\u{a0}{}", view.pick("ko", "kB"));
    }
    let number = i18n::decimal(bytes as f64 / 1e6, 1, view.language());
    format!("{number}\u{a0}{}", view.pick("Mo", "MB"))
}

/// What loads shards.
struct Loader {
    searcher: Shared<Searcher>,
    loads: Loads,
    /// How many bytes there were to load at first.
    all: u64,
    /// How many bytes are not there yet.
    left: u64,
    tell: Callback<ShardNews>,
    redraw: Callback<()>,
}

/// Looks for what is missing, again and again. Returns how to end it.
fn watch(loader: Rc<RefCell<Loader>>) -> impl FnOnce() {
    let ended = loader.clone();
    let look = move || {
        let missing = loader.borrow().searcher.index().missing();
        if missing.is_empty() {
            return;
        }
        let begins = {
            let mut loader = loader.borrow_mut();
            let was_needed = loader.loads.is_needed();
            let searcher = loader.searcher.clone();
            loader.loads.need(missing, searcher.index());
            !was_needed && loader.loads.is_needed()
        };
        if begins {
            let tell = loader.borrow().tell.clone();
            tell.emit(ShardNews::Begun);
        }
        go_on(&loader);
    };
    let timer = web::every(LOOK, look);
    move || {
        drop(timer);
        // What is being loaded ends alone: the reader may see another corpus by now.
        let mut loader = ended.borrow_mut();
        loader.loads = Loads::default();
        loader.tell = Callback::noop();
    }
}

/// Begins to load what can be begun, and draws the line again.
fn go_on(loader: &Rc<RefCell<Loader>>) {
    loop {
        let next = loader.borrow_mut().loads.next();
        let Some(shard) = next else {
            break;
        };
        spawn_local(load(loader.clone(), shard));
    }
    let redraw = loader.borrow().redraw.clone();
    redraw.emit(());
}

/// Loads a shard, and what comes after it.
async fn load(loader: Rc<RefCell<Loader>>, shard: Shard) {
    let searcher = loader.borrow().searcher.clone();
    let index = searcher.index();
    let file = index.shard_file(shard).filter(|_| !index.has_shard(shard));
    let loaded = match &file {
        Some(file) => load_file(index, shard, &file.name).await,
        None => Ok(()),
    };
    let news = {
        let mut loader = loader.borrow_mut();
        if loaded.is_ok() {
            loader.left -= file.map_or(0, |file| u64::from(file.length));
        }
        let is_last = loader.loads.end(shard, loaded);
        match loader.left {
            0 => whole(index).or(is_last.then_some(ShardNews::Loaded)),
            _ => is_last.then_some(ShardNews::Loaded),
        }
    };
    if let Some(news) = news {
        let tell = loader.borrow().tell.clone();
        tell.emit(news);
    }
    go_on(&loader);
}

/// Loads the file of a shard into an index.
async fn load_file(index: &Index, shard: Shard, name: &str) -> Result<(), Failure> {
    // A copy that was kept on the way may be damaged, of which only the index knows: then the file is asked for without it.
    for is_again in [false, true] {
        let loaded = web::load_shard(name, is_again).await;
        let bytes = loaded.map_err(Failure::Unloaded)?;
        if index.insert(shard, bytes).is_ok() {
            return Ok(());
        }
    }
    Err(Failure::Other(name.to_string()))
}

/// Returns the whole index, if all shards are there.
fn whole(index: &Index) -> Option<ShardNews> {
    let bytes = index.join_shards()?.ok()?;
    Some(ShardNews::Whole(bytes))
}
