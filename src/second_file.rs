//! The second file of the app: what is loaded when it is first asked for.
//!
//! `cargo xtask build` cuts the compiled app in two at the functions marked here (`wasm_split_helpers`): what nothing but they
//! need is in the second file. Both files share one memory, so that what is drawn by either is one tree of components.

use frise::components::{Broken, BrokenProps, SecondFile};
use frise::web;
use frise_index::search::Searcher;
use std::fmt;
use std::pin::Pin;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::Renderer;

/// Loads the file and returns what is called in it; `None` if it cannot be loaded.
pub fn load() -> Pin<Box<dyn Future<Output = Option<SecondFile>>>> {
    Box::pin(async { functions().await.ok() })
}

#[wasm_split(deferred, fallible)]
fn functions() -> Result<SecondFile, Unopened> {
    Ok(SecondFile::linked())
}

/// Renders the page that stands in for the app.
///
/// # Errors
/// The file cannot be loaded.
#[wasm_split(deferred, fallible)]
pub fn render_broken(props: BrokenProps) -> Result<(), Unopened> {
    Renderer::<Broken>::with_root_and_props(web::app_host(), props).render();
    Ok(())
}

/// Opens an index whose bytes may be anything. What proves them is in the second file.
///
/// # Errors
/// The bytes are no index, or the file cannot be loaded.
#[wasm_split(deferred, fallible)]
pub fn open_untrusted(bytes: Vec<u8>) -> Result<Searcher, Unopened> {
    Searcher::open_untrusted(bytes).map_err(|error| Unopened(error.to_string()))
}

/// Opens an index that the worker has built or proved.
///
/// # Errors
/// The bytes are no index, or the file cannot be loaded.
#[wasm_split(deferred, fallible)]
pub fn open_proved(bytes: Vec<u8>) -> Result<Searcher, Unopened> {
    Searcher::open(bytes).map_err(|error| Unopened(error.to_string()))
}

/// Why an index was not opened, or nothing can be drawn.
#[derive(Debug)]
pub struct Unopened(String);

impl fmt::Display for Unopened {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<SplitLoaderError> for Unopened {
    fn from(error: SplitLoaderError) -> Unopened {
        Unopened(error.to_string())
    }
}
