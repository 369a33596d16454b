//! `bench peers FILE`: Frise beside FlexSearch, MiniSearch and Pagefind, over the same texts and the same queries, in one run.
//! Nothing fails by time.
//!
//! The peers index the texts in Node; Frise's site is made by `frise build`. Then one page of Chromium opens each in a frame,
//! from files as a static host would serve them, and asks. The times of Frise include ranking, highlights and all facet counts;
//! FlexSearch gives ten passages without a rank, MiniSearch all of them ranked, and Pagefind loads the pieces that it lacks and
//! the first passage. The indexes of FlexSearch and MiniSearch hold no texts.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::bench::{UNTIL, built_page, measure, quantile, times};
use crate::measure::draw_queries;
use crate::packages::Packages;
use crate::process::{answer, run};
use crate::workspace::{Workspace, cargo};

/// The peers.
pub const PEERS: Packages<'_> = Packages {
    folder: "peers",
    name: "FlexSearch, MiniSearch and Pagefind",
    npm: r#"{ "private": true, "dependencies": { "flexsearch": "0.8.212", "minisearch": "7.2.0", "pagefind": "1.6.0" } }
"#,
    pypi: "",
};

/// The script of FlexSearch, in the folder of the packages.
pub const FLEXSEARCH: &str = "node_modules/flexsearch/dist/flexsearch.bundle.min.js";

const MINISEARCH: &str = "node_modules/minisearch/dist/umd/index.js";

/// Indexes in Node.
const INDEXES: &str = include_str!("bench_peers/index.mjs");

/// Asks in Chromium.
const SCRIPT: &str = include_str!("bench_peers/ask.js");

/// The pages of the peers, each of which leaves `ask` in its window.
const PAGES: [(&str, &str); 4] = [
    (
        "index.html",
        "<!doctype html><title>Peers</title><body data-ready>",
    ),
    (
        "flexsearch.html",
        include_str!("bench_peers/flexsearch.html"),
    ),
    (
        "minisearch.html",
        include_str!("bench_peers/minisearch.html"),
    ),
    ("pagefind.html", include_str!("bench_peers/pagefind.html")),
];

/// Runs the command `bench peers`. `texts` is a file of JSON lines, each with a `text`.
///
/// # Errors
/// There is no page or no browser, the peers cannot be installed, or the file is not read by all.
pub fn bench_peers(workspace: &Workspace, texts: &Path) -> Result<()> {
    let dist = built_page(workspace)?;
    let packages = PEERS.install(workspace)?;
    let folder = workspace.target.join("bench-peers");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for (name, page) in PAGES {
        fs::write(folder.join(name), page)?;
    }
    for (name, script) in [("flexsearch.js", FLEXSEARCH), ("minisearch.js", MINISEARCH)] {
        let script = packages.join(script);
        fs::copy(&script, folder.join(name))
            .with_context(|| format!("cannot copy {}", script.display()))?;
    }
    let queries = folder.join("queries.json");
    draw_queries(workspace, texts, &queries)?;
    // The first compiles the program.
    build_site(workspace, texts, &dist, &folder.join("frise"))?;
    let start = Instant::now();
    build_site(workspace, texts, &dist, &folder.join("frise"))?;
    println!(
        "frise build, a whole site, natively            {:>9.0} ms",
        start.elapsed().as_secs_f64() * 1e3
    );
    tell_indexes(&packages, texts, &folder)?;
    let queries = fs::read_to_string(&queries)?;
    let engines = measure(
        workspace,
        &folder,
        &format!("const kinds = {queries};\n{UNTIL}{SCRIPT}"),
    )?;
    print!("{}", table(&engines));
    Ok(())
}

fn build_site(workspace: &Workspace, texts: &Path, dist: &Path, out: &Path) -> Result<()> {
    run(Command::new(cargo())
        .args([
            "run",
            "--quiet",
            "--profile=measure",
            "--package=frise-cli",
            "--",
            "build",
        ])
        .arg(texts)
        .arg("--out")
        .arg(out)
        .arg("--page")
        .arg(dist)
        .current_dir(&workspace.root))
}

/// Indexes the texts by the peers in Node, and tells how long each took and what it weighs.
fn tell_indexes(packages: &Path, texts: &Path, folder: &Path) -> Result<()> {
    let script = packages.join("bench_peers.mjs");
    fs::write(&script, INDEXES)?;
    let mut node = Command::new("node");
    node.arg(&script).arg(texts).arg(folder);
    let printed = answer(&mut node)
        .context("the peers could not index the texts: see that `node` is version 20 or later")?;
    let answer: Value = serde_json::from_str(&printed).context("Node answered no JSON")?;
    println!("{} passages", answer["passages"]);
    for engine in answer["engines"].as_array().into_iter().flatten() {
        println!(
            "{:<12} indexing in Node {:>9.0} ms, {:>6.2} MB to be served",
            engine["name"].as_str().unwrap_or_default(),
            engine["index"].as_f64().unwrap_or_default(),
            engine["bytes"].as_f64().unwrap_or_default() / 1e6
        );
    }
    Ok(())
}

/// Lines for each engine: from navigation to the first answer, what that loads, and the times of each kind of query.
fn table(engines: &[Value]) -> String {
    let mut text = String::new();
    for engine in engines {
        let first = times(&engine["first"]);
        let later = times(&engine["later"]);
        text += &format!(
            "\n{}\n  from navigation to the first answer, ms    median {:>8.1}, from {:.1} to {:.1}\n  bytes loaded until then, and by a later query (median) {:>12} {:>8.0}\n",
            engine["name"].as_str().unwrap_or_default(),
            quantile(&first, 0.5),
            quantile(&first, 0.0),
            quantile(&first, 1.0),
            engine["bytes"],
            quantile(&later, 0.5),
        );
        for kind in engine["kinds"].as_array().into_iter().flatten() {
            let search = times(&kind["search"]);
            text += &format!(
                "  {:<20} {:>4} queries, ms   median {:>8.3}   p95 {:>8.3}\n",
                kind["query"].as_str().unwrap_or_default(),
                search.len(),
                quantile(&search, 0.5),
                quantile(&search, 0.95)
            );
        }
    }
    text
}
