//! `bench import PATH`: what it takes to bring a file of texts into the page, beside indexing the same texts by FlexSearch, in
//! one page of headless Chromium. Nothing fails by time.
//!
//! FlexSearch is given the texts as strings, parsed before; Frise begins with the file as it is dropped, and ends with the
//! first answer on the page.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::bench::{UNTIL, built_page, measure};
use crate::bench_peers::{FLEXSEARCH, PEERS};
use crate::workspace::Workspace;

/// The script that measures; it returns a list of one object.
const SCRIPT: &str = include_str!("bench_import.js");

/// Runs the command `bench import`. `texts` is a file of JSON lines, each with a `text`.
///
/// # Errors
/// There is no page or no browser, FlexSearch cannot be installed, or the file is not read by both.
pub fn bench_import(workspace: &Workspace, texts: &Path) -> Result<()> {
    let dist = built_page(workspace)?;
    let folder = workspace.target.join("bench-import");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for entry in fs::read_dir(&dist)? {
        let path = entry?.path();
        if path.is_file() {
            fs::copy(&path, folder.join(path.file_name().unwrap_or_default()))?;
        }
    }
    fs::copy(texts, folder.join("texts.jsonl"))
        .with_context(|| format!("cannot copy {}", texts.display()))?;
    let peer = PEERS.install(workspace)?.join(FLEXSEARCH);
    let peer =
        fs::read_to_string(&peer).with_context(|| format!("cannot read {}", peer.display()))?;
    // A bundle takes a `module` for the place of what it exports.
    let script =
        format!("const module = {{}};\n{peer}\nconst {{ FlexSearch }} = module;\n{UNTIL}{SCRIPT}");
    let measured = measure(workspace, &folder, &script)?;
    let figures = measured.first().context("the script measured nothing")?;
    let figure = |name: &str| figures[name].as_f64().unwrap_or_default();
    println!(
        "{} passages, {:.1} MB, in one page of Chromium",
        figure("passages"),
        figure("bytes") / 1e6
    );
    println!(
        "FlexSearch, indexing strings               {:>9.0} ms",
        figure("flexsearch")
    );
    println!(
        "Frise, from the drop to the table of texts {:>9.0} ms",
        figure("understood")
    );
    println!(
        "Frise, to the page of the texts            {:>9.0} ms",
        figure("shown")
    );
    println!(
        "Frise, to the first answer                 {:>9.0} ms",
        figure("answered")
    );
    println!(
        "ratio                                      {:>9.2}",
        figure("answered") / figure("flexsearch")
    );
    println!(
        "longest task of the page                   {:>9.0} ms",
        figure("longest")
    );
    Ok(())
}
