//! The page of Frise: a view of an index, driven by a state that lives in the address.
//!
//! Arrows run one way: [`lesson`] (views in an order, and the link that carries them) → [`state`] (what the reader has chosen, and
//! the reducer) → [`url`] (state ⇄ address) → [`i18n`] (names, sentences, numbers) → [`chart`] (ticks, drawings and tables) →
//! [`components`] (from index and state to HTML). [`web`] is the only module that calls the browser. A result is derived from
//! index and state at every change and never stored.

use frise_index::Index;
use frise_text::Stemmer;

pub mod chart;
pub mod components;
mod escape;
pub mod i18n;
pub mod lesson;
pub mod state;
pub mod url;
pub mod web;

/// The index of the corpus that this page was built with; `build.rs` made it.
pub const EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.frise"));

/// Returns whether an index is the embedded one, and not one that the reader brought.
pub fn is_embedded(index: &Index) -> bool {
    index.bytes() == EMBEDDED
}

/// The stemmers of its texts; `build.rs` names them.
pub const STEMMERS: &[fn() -> Stemmer] = include!(concat!(env!("OUT_DIR"), "/stemmers.rs"));

/// The examples of its help in French and in English, for [`frise_index::examples::read`]; `build.rs` picked them.
pub const EXAMPLES: (&str, &str) = (
    include_str!(concat!(env!("OUT_DIR"), "/examples.fr.txt")),
    include_str!(concat!(env!("OUT_DIR"), "/examples.en.txt")),
);
