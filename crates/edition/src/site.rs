//! A site: the files of the published page, with another index in place of its own.

use crate::error::EditionError;
use crate::html::{before_scripts, fill, without, without_all};
use crate::names::{INDEX, PAGE, WHOLE_PAGE, WORKER};
use crate::whole::{whole_page, with_front};
use crate::worker::{page_files, with_files};
use crate::{File, Front};
use serde_json::Value;

/// What a browser asks before it installs the page.
const MANIFEST: &str = "manifest.webmanifest";

/// The largest index, in bytes, that a site also carries in the edition in one file. Frames without an origin and pages
/// opened from disk need that edition, and browsers are slow to read a larger one.
pub const LARGEST_WHOLE: usize = 32 << 20;

/// Returns the files of a site that shows another corpus: those of the page that belong to no corpus, the index, and `texts`,
/// which are pages of the texts without scripts and whatever else lies beside the page. Of an index in shards, the head takes
/// its place, and the shards are among what lies beside the page.
///
/// # Errors
/// Fails where the files are not those that `cargo xtask build` makes.
pub fn site(
    page: &[File],
    front: &Front,
    index: Vec<u8>,
    head: Option<Vec<u8>>,
    texts: Vec<File>,
) -> Result<Vec<File>, EditionError> {
    let worker = text(page, WORKER)?;
    let mut files = vec![File::new(PAGE, own_page(text(page, PAGE)?, front)?)];
    for name in page_files(worker) {
        let known = page.iter().find(|file| file.name == name);
        let Some(file) = known.filter(|_| name != PAGE && name != WORKER) else {
            continue;
        };
        match name.as_str() {
            WHOLE_PAGE if index.len() > LARGEST_WHOLE => {}
            WHOLE_PAGE => {
                let whole = whole_page(text(page, WHOLE_PAGE)?, front, &index, "")?;
                files.push(File::new(name, whole));
            }
            MANIFEST => files.push(File::new(name, manifest(&file.bytes, &front.title))),
            _ => files.push(file.clone()),
        }
    }
    files.push(File::new(INDEX, head.unwrap_or(index)));
    files.extend(texts);
    let worker = with_files(worker, &files)?;
    files.push(File::new(WORKER, worker));
    Ok(files)
}

fn text<'f>(files: &'f [File], name: &'static str) -> Result<&'f str, EditionError> {
    let file = files.iter().find(|file| file.name == name);
    let file = file.ok_or(EditionError::NoFile(name))?;
    std::str::from_utf8(&file.bytes).map_err(|_| EditionError::NotText(name))
}

/// The page with its title and sentence, the list of its texts, and the name of its index, which `shell/corpus.js` reads. The
/// browser asks for the index before it has that script.
fn own_page(page: &str, front: &Front) -> Result<String, EditionError> {
    let page = with_front(PAGE, page, front)?;
    // A preview for social media shows the corpus and the place of the page that was built.
    let page = without_all(&page, "<meta property=\"og:", ">");
    let page = without_all(&page, "<meta name=\"twitter:", ">");
    let list = "<div class=\"plain\"";
    let page = match &front.documents {
        Some(documents) => fill(PAGE, &page, ["<ol>", "</ol>"], items(documents))?,
        // A page that lists no texts leads to no page of them.
        None => without(&page, list, "</div>"),
    };
    let corpus = "<meta name=\"frise-corpus\" content=\"";
    let page = without(&page, corpus, "\">");
    // Not of a page that is kept in a file, beside which there is no index.
    let preload = "<link rel=\"preload\" as=\"fetch\" data-files";
    let page = without(&page, preload, ">");
    let named = format!("{corpus}{INDEX}\">{preload} crossorigin href=\"{INDEX}\">");
    before_scripts(PAGE, &page, &named)
}

/// What stands in a list.
fn items(list: &str) -> &str {
    crate::html::between(list, "<ol>", "</ol>").unwrap_or("")
}

/// The manifest with another name; as it is where it is no manifest.
fn manifest(bytes: &[u8], title: &str) -> Vec<u8> {
    let Ok(Value::Object(mut manifest)) = serde_json::from_slice(bytes) else {
        return bytes.to_vec();
    };
    manifest.insert("name".into(), title.into());
    Value::Object(manifest).to_string().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_has_no_preview_of_another_corpus() {
        let page = "<head><title>A — Frise</title><meta property=\"og:title\" content=\"A\" data-files>\
            <meta property=\"og:image\" content=\"https://a.example/preview.png\" data-files>\
            <meta name=\"twitter:card\" content=\"summary_large_image\" data-files><script></script></head>\
            <h1>A</h1><p class=\"sentence\">B</p><div class=\"plain\"><ol></ol></div>";
        let front = Front {
            title: "C".into(),
            ..Front::default()
        };
        let own = own_page(page, &front).expect("a page");
        assert!(own.contains("<title>C — Frise</title>"), "{own}");
        assert!(!own.contains("og:") && !own.contains("twitter:"), "{own}");
    }
}
