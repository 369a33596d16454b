//! `bench`: what a keystroke and a brush cost in the built page, in headless Chromium; `bench PATH`: what a corpus costs;
//! `bench import PATH`: see [`crate::bench_import`]; `bench peers PATH`: see [`crate::bench_peers`].
//!
//! Over `dist/`, queries are typed letter by letter. Over a corpus, whole queries of each kind are asked, the first of those
//! that `frise-measure` drew and asked natively, and statistics over all texts. The page leaves the time of each search in the
//! browser's user timing, from the query's text to the ranked passages and all facet counts; from the keystroke to the next
//! painted frame is measured around it, and so is a statistic, from its being asked for to its table. Then dates are bounded by
//! hand, with a pointer and with keys: each movement is measured until the page's own work is done, and until it is painted.
//! Nothing fails by time.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use frise_edition::PAGE;
use lexopt::Arg;
use serde_json::Value;

use crate::bench_import::bench_import;
use crate::bench_peers::bench_peers;
use crate::build::{PageOptions, build_page_in};
use crate::journeys::browser_program_over;
use crate::measure::{existing, measure_corpus};
use crate::packages::{Packages, python};
use crate::process::answer;
use crate::setup::{Need, equip};
use crate::workspace::Workspace;

/// The script that types in the page; it returns `[{ query, search: [ms], painted: [ms] }]`.
const SCRIPT: &str = include_str!("bench.js");

/// The script that asks the page queries of each kind; it returns `[{ query, search: [ms], painted: [ms] }]`.
const KINDS_SCRIPT: &str = include_str!("bench_kinds.js");

/// The script that draws bounds on the axis of time; it returns
/// `[{ query, work: [ms], painted: [ms], long, viewport: [width, height] }]`, of which `long` counts frames over 50 ms.
const BRUSH_SCRIPT: &str = include_str!("bench_brush.js");

/// The script that asks for statistics; it returns `[{ query, shown: [ms], painted: [ms] }]`.
const STATISTICS_SCRIPT: &str = include_str!("bench_statistics.js");

/// What the scripts of `bench PATH`, `bench import` and `bench peers` wait by.
pub const UNTIL: &str = include_str!("bench_until.js");

/// What `bench PATH --others` compares with.
const OTHERS: Packages<'_> = Packages {
    folder: "others",
    name: "scikit-learn and SciPy",
    npm: "",
    pypi: include_str!("bench_others.txt"),
};

/// What is searched for under a brush where no corpus is given: a word that the workspace's own has in most of its texts.
const WORD: &str = "paix";

/// Runs the command `bench`: over `dist/`, or over a corpus.
///
/// # Errors
/// There is no page, or no browser, or the page cannot be measured; the corpus has mistakes.
pub fn bench(workspace: &Workspace, arguments: Vec<OsString>) -> Result<()> {
    match arguments.first().and_then(|first| first.to_str()) {
        Some("import") => return bench_import(workspace, &lines_file(&arguments[1..])?),
        Some("peers") => return bench_peers(workspace, &lines_file(&arguments[1..])?),
        _ => {}
    }
    let mut parser = lexopt::Parser::from_args(arguments);
    let (mut corpus, mut native, mut with_others) = (None, false, false);
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Value(path) if corpus.is_none() => corpus = Some(existing(path)?),
            Arg::Long("native") => native = true,
            Arg::Long("others") => with_others = true,
            other => return Err(other.unexpected().into()),
        }
    }
    match corpus {
        Some(corpus) => {
            let others = with_others.then(|| OTHERS.install(workspace)).transpose()?;
            let python = others.map(|folder| python(&folder));
            bench_corpus(workspace, &corpus, python.as_deref(), native)
        }
        None if with_others => bail!("`bench --others` measures a corpus: give its path too"),
        None if native => bail!("`bench --native` measures a corpus: give its path too"),
        None => bench_page(workspace),
    }
}

/// Returns the path of the texts that `bench import` and `bench peers` take.
fn lines_file(arguments: &[OsString]) -> Result<PathBuf> {
    match arguments {
        [path] => existing(path.clone()),
        _ => bail!(
            "expected the path of one file of JSON lines, found {} arguments",
            arguments.len()
        ),
    }
}

fn bench_page(workspace: &Workspace) -> Result<()> {
    let dist = workspace.dist();
    let typed = measure(workspace, &dist, SCRIPT)?;
    print!("{}", table(["query", "search"], "every keystroke", &typed));
    bench_brush(workspace, &dist, WORD)
}

/// Prints what a brush costs in a built page, with nothing asked and with a word.
fn bench_brush(workspace: &Workspace, dist: &Path, word: &str) -> Result<()> {
    let script = format!("const word = {};\n{BRUSH_SCRIPT}", Value::from(word));
    let moved = measure(workspace, dist, &script)?;
    let Some(first) = moved.first() else {
        println!("\nNo text has a date: there is nothing to brush.");
        return Ok(());
    };
    let viewport = &first["viewport"];
    let long: u64 = moved.iter().filter_map(|line| line["long"].as_u64()).sum();
    print!("\n{}", table(["brush", "work"], "every movement", &moved));
    println!(
        "{long} frames took over 50 ms, in a viewport of {} × {} CSS pixels",
        viewport[0], viewport[1]
    );
    Ok(())
}

/// Prints the figures of a corpus, natively and then in the page, unless only the former are wanted. The page is built
/// apart from `dist/`.
fn bench_corpus(
    workspace: &Workspace,
    corpus: &Path,
    python: Option<&Path>,
    native: bool,
) -> Result<()> {
    let folder = workspace.target.join("bench");
    fs::create_dir_all(&folder)?;
    let queries = folder.join("queries.json");
    measure_corpus(workspace, corpus, &queries, python)?;
    if native {
        return Ok(());
    }
    println!();
    let dist = folder.join("page");
    let options = PageOptions {
        corpus: Some(corpus.to_owned()),
        ..PageOptions::default()
    };
    build_page_in(workspace, &options, &dist, &folder.join("web"))?;
    let queries = fs::read_to_string(&queries)?;
    let script = format!("const kinds = {queries};\n{KINDS_SCRIPT}");
    let asked = measure(workspace, &dist, &script)?;
    print!("\n{}", table(["kind of query", "search"], "all", &asked));
    let statistics = measure(workspace, &dist, &format!("{UNTIL}\n{STATISTICS_SCRIPT}"))?;
    print!("\n{}", table(["statistic", "shown"], "all", &statistics));
    let kinds: Value = serde_json::from_str(&queries).context("the queries are no JSON")?;
    bench_brush(
        workspace,
        &dist,
        kinds[0]["queries"][0].as_str().unwrap_or(WORD),
    )
}

/// Returns the folder of the built page.
///
/// # Errors
/// There is none.
pub fn built_page(workspace: &Workspace) -> Result<PathBuf> {
    let dist = workspace.dist();
    ensure!(
        dist.join(PAGE).is_file(),
        "there is no page: run `cargo xtask build`"
    );
    Ok(dist)
}

/// Returns what a measuring script returns in a built page, in Chromium.
pub fn measure(workspace: &Workspace, dist: &Path, script: &str) -> Result<Vec<Value>> {
    let equipment = equip(workspace, &[Need::Chromium])?;
    fs::create_dir_all(&workspace.target)?;
    let path = workspace.target.join("bench.js");
    fs::write(&path, script).with_context(|| format!("cannot write {}", path.display()))?;
    let mut browser = browser_program_over(workspace, "bench", dist);
    equipment.lend(&mut browser)?;
    browser.arg("--script").arg(&path);
    let printed = answer(&mut browser).context(
        "the page could not be measured: run `cargo xtask build`, then this command again",
    )?;
    let measured: Value =
        serde_json::from_str(&printed).context("the measuring script answered no JSON")?;
    match measured {
        Value::Array(lines) => Ok(lines),
        other => bail!("expected the measuring script to answer a list, found {other}"),
    }
}

/// Returns a line for each query, kind or brush, and one for all; `part` is the key of the part of the time that is told
/// apart.
fn table([what, part]: [&str; 2], all: &str, typed: &[Value]) -> String {
    let mut text = format!(
        "{:<34} {:>5}  {:>21}  {:>21}\n",
        format!("{what}, ms in Chromium"),
        "times",
        format!("{part} median    p95"),
        "painted median   p95"
    );
    let (mut searches, mut paints) = (Vec::new(), Vec::new());
    for query in typed {
        let (search, painted) = (times(&query[part]), times(&query["painted"]));
        text.push_str(&line(
            query["query"].as_str().unwrap_or(""),
            &search,
            &painted,
        ));
        searches.extend(search);
        paints.extend(painted);
    }
    text.push_str(&line(all, &searches, &paints));
    text
}

/// Returns the numbers of a list.
pub fn times(values: &Value) -> Vec<f64> {
    values
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_f64)
        .collect()
}

fn line(name: &str, search: &[f64], painted: &[f64]) -> String {
    let [a, b, c, d] = [
        quantile(search, 0.5),
        quantile(search, 0.95),
        quantile(painted, 0.5),
        quantile(painted, 0.95),
    ];
    format!(
        "{name:<34} {:>5}  {a:>13.3}  {b:>6.3}  {c:>13.1}  {d:>6.1}\n",
        search.len()
    )
}

/// Returns the smallest value that a share of the values does not exceed; 0 of none.
pub fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(place.saturating_sub(1)).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::quantile;

    #[test]
    fn quantiles() {
        let values: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        assert_eq!(quantile(&values, 0.5), 50.0);
        assert_eq!(quantile(&values, 0.95), 95.0);
        assert_eq!(quantile(&[7.0], 0.95), 7.0);
        assert_eq!(quantile(&[], 0.5), 0.0);
    }
}
