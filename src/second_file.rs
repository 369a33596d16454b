//! The second file of the app: what is loaded when it is first asked for.
//!
//! `cargo xtask build` cuts the compiled app in two at the functions marked here (`wasm_split_helpers`): what nothing but they
//! need is in the second file. Both files share one memory, so that what is drawn by either is one tree of components.

use frise::components::{Deferred, Draw};
use frise_index::search::Searcher;
use std::fmt;
use std::pin::Pin;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Loads the file and returns what draws its components; `None` if it cannot be loaded.
pub fn load() -> Pin<Box<dyn Future<Output = Option<Draw>>>> {
    Box::pin(async { draw().await.ok() })
}

#[wasm_split(deferred, fallible)]
fn draw() -> Result<Draw, Unopened> {
    Ok(Deferred::draw)
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
