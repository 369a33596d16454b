//! The page of Frise: a view of an index, driven by a state that lives in the URL.
//!
//! [`lesson`] (views in an order, and the link that is one) → [`state`] (what the reader has chosen) → [`url`] (state ⇄ address) → [`words`] (every string of the
//! interface) → [`views`] (from index and state to HTML) → [`browser`] (the only place that touches
//! one). A result is derived from index and state at every change and never stored.

use frise_text::Stemmer;

pub mod browser;
pub mod chart;
mod escape;
pub mod lesson;
pub mod state;
pub mod url;
pub mod views;
pub mod words;

/// The index of the corpus that this page was built with; `build.rs` made it.
pub const EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.frise"));

/// The stemmers of its texts; `build.rs` names them.
pub const STEMMERS: &[fn() -> Stemmer] = include!(concat!(env!("OUT_DIR"), "/stemmers.rs"));

/// The examples of its help in French and in English, for [`frise_index::examples::read`]; `build.rs` picked them.
pub const EXAMPLES: (&str, &str) = (
    include_str!(concat!(env!("OUT_DIR"), "/examples.fr.txt")),
    include_str!(concat!(env!("OUT_DIR"), "/examples.en.txt")),
);
