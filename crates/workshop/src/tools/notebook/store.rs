//! Where the browser keeps notebooks: one for each corpus.

use crate::browser;
use frise_cite::notebook::{Item, Notebook};
use frise_index::Index;

/// The key by which the browser stores a notebook, before the id of the corpus.
const STORED: &str = "frise:notebook:";

fn key(index: &Index) -> String {
    [STORED, &index.about().id].concat()
}

/// Returns the notebook of a corpus; an empty one if none was kept.
pub fn recalled(index: &Index) -> Notebook {
    let stored = browser::recall(&key(index));
    let stored = stored.and_then(|json| Notebook::from_json(&json).ok());
    stored.unwrap_or_else(|| Notebook::new(index))
}

/// Keeps a notebook, and returns whether the browser did.
pub fn keep(index: &Index, notebook: &Notebook) -> bool {
    browser::remember(&key(index), &notebook.to_json())
}

/// Adds an item to the notebook that is kept, and returns whether the browser did.
pub fn add(index: &Index, item: Item) -> bool {
    let mut notebook = recalled(index);
    notebook.items.push(item);
    keep(index, &notebook)
}
