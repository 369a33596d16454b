//! The names of the files of a site.

/// The page.
pub const PAGE: &str = "index.html";

/// The service worker.
pub const WORKER: &str = "worker.js";

/// The edition in one file.
pub const WHOLE_PAGE: &str = "page.html";

/// The plain page of the texts.
pub const TEXTS: &str = "textes.html";

/// The index of a site.
pub const INDEX: &str = "corpus.frise";
