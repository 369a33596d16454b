//! The page in one file, with another corpus in it.

use crate::Front;
use crate::error::EditionError;
use crate::html::{before_scripts, escape, fill, without};
use crate::names::WHOLE_PAGE;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// Returns the page in one file with another corpus, which `shell/corpus.js` finds in it.
///
/// `page` is `page.html` of the published page, `view` the address that the page starts from, from `?` on, or nothing.
///
/// # Errors
/// Fails where the page is not what `cargo xtask build` makes.
pub fn whole_page(
    page: &str,
    front: &Front,
    index: &[u8],
    view: &str,
) -> Result<String, EditionError> {
    let page = with_front(WHOLE_PAGE, page, front)?;
    let start = ["<meta name=\"frise-view\" content=\"", "\""];
    let page = fill(WHOLE_PAGE, &page, start, &escape(view))?;
    let corpus = "<script type=\"application/gzip\" id=\"frise-corpus\"";
    let page = without(&page, corpus, "</script>");
    let packed = BASE64_STANDARD.encode(gzip(index));
    let element = format!("{corpus} data-files>{packed}</script>");
    before_scripts(WHOLE_PAGE, &page, &element)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    // Writing to memory does not fail.
    let _written = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

/// Returns a page with another title and sentence.
pub(crate) fn with_front(
    name: &'static str,
    page: &str,
    front: &Front,
) -> Result<String, EditionError> {
    let (title, sentence) = (escape(&front.title), escape(&front.sentence));
    let page = without(page, "<meta name=\"description\"", ">");
    let page = fill(
        name,
        &page,
        ["<title>", "</title>"],
        &format!("{title} — Frise"),
    )?;
    let page = match &*sentence {
        "" => page,
        sentence => page.replacen(
            "</title>",
            &format!("</title>\n<meta name=\"description\" content=\"{sentence}\">"),
            1,
        ),
    };
    let page = fill(name, &page, ["<h1>", "</h1>"], &title)?;
    fill(name, &page, ["<p class=\"sentence\">", "</p>"], &sentence)
}
