//! `size`: what a first visit loads, in bytes, as it is and as a web server sends it; and the page in one file.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::build::BUILT;
use crate::page::{DEFERRED, WHOLE_LIMIT, WHOLE_PAGE, WORKSHOP};
use crate::workspace::{Workspace, newest_made};

/// What a first visit is meant to load at most, in bytes of brotli 11, with the workspace's own corpus; printed and not enforced.
const AIM: usize = 285_000;

/// What a heavier page is refused for.
const LIMIT: usize = 300_000;

/// Runs the command `size`.
///
/// # Errors
/// `dist/` is missing, or the page of the workspace's own corpus is heavier than is allowed.
pub fn size(workspace: &Workspace, arguments: Vec<OsString>) -> Result<()> {
    if let Some(argument) = arguments.first() {
        bail!(
            "`size` takes no argument, but there is `{}`",
            argument.display()
        );
    }
    weigh_page(workspace)
}

/// Prints the weights of `dist/`.
///
/// # Errors
/// `dist/` is missing, or the page of the workspace's own corpus is heavier than is allowed.
pub fn weigh_page(workspace: &Workspace) -> Result<()> {
    let files =
        read_files(&workspace.dist()).context("dist/ cannot be read: run `cargo xtask build`")?;
    let loaded = loaded_at_first(&files);
    let mut total = Weights::default();
    println!(
        "{:<44}{:>12}{:>12}{:>12}",
        "a first visit loads (bytes)", "raw", "gzip 9", "brotli 11"
    );
    for (name, bytes) in files.iter().filter(|(name, _)| loaded.contains(name)) {
        let weights = Weights::of(bytes)?;
        weights.print(name);
        total = total.plus(&weights);
    }
    total.print("together");
    for (start, use_) in [(DEFERRED, "when asked for"), (WORKSHOP, "for tools")] {
        for (name, bytes) in files.iter().filter(|(name, _)| name.starts_with(start)) {
            Weights::of(bytes)?.print(&format!("{use_}: {name}"));
        }
    }
    match newest_made(&workspace.web_target(), "release", "corpus.frise") {
        Some(path) => Weights::of(&fs::read(path)?)?.print("of which the index, alone"),
        None => println!("the index alone: not built here, so its share is not known"),
    }
    let built = fs::read_to_string(workspace.web_target().join(BUILT)).unwrap_or_default();
    let mut built = built.lines();
    if let Some(compiler) = built.next() {
        println!("last built here by {compiler}");
    }
    if let Some(corpus) = built.next() {
        println!("from {corpus}; limits are set for the workspace's own corpus only");
        return Ok(());
    }
    if total.brotli > LIMIT {
        bail!(
            "a first visit loads {} bytes in brotli 11, and {LIMIT} are allowed",
            total.brotli
        );
    }
    match total.brotli.checked_sub(AIM) {
        Some(over) if over > 0 => {
            println!("OVER the aim of {AIM} bytes in brotli 11 by {over}; {LIMIT} are allowed")
        }
        _ => println!("within the aim of {AIM} bytes in brotli 11"),
    }
    let whole = files.iter().find(|(name, _)| name == WHOLE_PAGE);
    let whole = whole.map_or(0, |(_, bytes)| bytes.len() as u64);
    println!("the page in one file: {whole} bytes, and {WHOLE_LIMIT} are allowed");
    if whole > WHOLE_LIMIT {
        bail!("{WHOLE_PAGE} has {whole} bytes, and {WHOLE_LIMIT} are allowed");
    }
    Ok(())
}

/// As a web server sends it, at best.
fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)?;
    Ok(packed)
}

#[derive(Debug, Default)]
struct Weights {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Weights {
    fn of(bytes: &[u8]) -> Result<Weights> {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(bytes)?;
        Ok(Weights {
            raw: bytes.len(),
            gzip: gzip.finish()?.len(),
            brotli: brotli(bytes)?.len(),
        })
    }

    fn plus(&self, other: &Weights) -> Weights {
        Weights {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }

    fn print(&self, name: &str) {
        println!(
            "{name:<44}{:>12}{:>12}{:>12}",
            self.raw, self.gzip, self.brotli
        );
    }
}

/// Returns the files directly in a folder, by name.
fn read_files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            files.push((name, fs::read(path)?));
        }
    }
    files.sort();
    Ok(files)
}

/// Returns the page itself, and every file that a loaded file names, except other pages, to which it only has links, and
/// the second file of the app and the workshop, which are loaded when they are asked for, or stored by the worker behind
/// the visit.
fn loaded_at_first(files: &[(String, Vec<u8>)]) -> BTreeSet<&String> {
    let mut loaded: BTreeSet<&String> = BTreeSet::new();
    let mut waiting: Vec<&(String, Vec<u8>)> = files
        .iter()
        .filter(|(name, _)| name == "index.html")
        .collect();
    while let Some((name, bytes)) = waiting.pop() {
        if loaded.insert(name) && !name.ends_with(".wasm") {
            let text = String::from_utf8_lossy(bytes);
            waiting.extend(files.iter().filter(|(other, _)| {
                let is_later = other.ends_with(".html")
                    || other.starts_with(DEFERRED)
                    || other.starts_with(WORKSHOP);
                !is_later && text.contains(other.as_str())
            }));
        }
    }
    loaded
}

#[cfg(test)]
mod tests {
    use super::{Weights, loaded_at_first};

    #[test]
    fn a_first_visit_loads_what_the_page_names_and_what_that_names() {
        let files = [
            (
                "frise-1a.js",
                "import './snippet-2b.js'; fetch('frise-3c.wasm'); later('frise-workshop-4d.js', 'frise-deferred-5e.wasm')",
            ),
            ("frise-deferred-5e.wasm", ""),
            ("frise-workshop-4d.js", ""),
            ("frise-3c.wasm", "LICENSE"),
            (
                "index.html",
                "<script src=./frise-1a.js></script><a href=texts.html>",
            ),
            ("LICENSE", "index.html"),
            ("snippet-2b.js", ""),
            ("texts.html", ""),
        ];
        let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
        let loaded: Vec<&str> = loaded_at_first(&files)
            .into_iter()
            .map(String::as_str)
            .collect();
        assert_eq!(
            loaded,
            [
                "frise-1a.js",
                "frise-3c.wasm",
                "index.html",
                "snippet-2b.js"
            ]
        );
    }

    #[test]
    fn what_repeats_itself_is_sent_in_few_bytes() {
        let weights = Weights::of(&[b'a'; 100_000]).unwrap();
        assert_eq!(weights.raw, 100_000);
        assert!(
            weights.brotli < weights.gzip && weights.gzip < 200,
            "{weights:?}"
        );
    }
}
