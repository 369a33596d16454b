//! Editions of the published page that show another corpus than the page was built from.
//!
//! ```text
//! files of the page ─┬─ site()        ─► a folder for any web server
//! index of a corpus ─┴─ whole_page()  ─► one HTML file ─ course_package() ─► a SCORM package
//! ```
//!
//! `cargo xtask build` publishes the page. What it leaves is not compiled again: the index of another corpus lies beside the
//! page, or in it, and the page, its manifest and its service worker are told. The crate does no IO, and knows nothing of how
//! an index is written.
//!
//! Each module names only those before it: `error`, `names` → [`mod@html`] (elements, hashes and policies) → `worker` → `whole` →
//! `site`; `scorm`.

mod error;
pub mod html;
mod names;
mod scorm;
mod site;
mod whole;
mod worker;

pub use error::EditionError;
pub use names::{INDEX, PAGE, TEXTS, WHOLE_PAGE, WORKER};
pub use scorm::course_package;
pub use site::{LARGEST_WHOLE, site};
pub use whole::whole_page;
pub use worker::page_files;

/// A file of the page, or of an edition of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The path below the folder of the page.
    pub name: String,
    /// The contents.
    pub bytes: Vec<u8>,
}

impl File {
    /// Makes a file.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> File {
        File {
            name: name.into(),
            bytes: bytes.into(),
        }
    }
}

/// What the first screen says of a corpus before the app runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    /// The name of the corpus.
    pub title: String,
    /// What it holds, in a sentence; may be empty.
    pub sentence: String,
    /// The documents as a list in HTML, with links into the plain page of the texts. Without it the first screen lists none.
    pub documents: Option<String>,
}
