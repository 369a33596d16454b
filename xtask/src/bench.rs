//! `bench`: what a keystroke costs in the built page, in headless Chromium; `bench PATH`: what a corpus costs.
//!
//! Queries are typed letter by letter. The page leaves the time of each search in the browser's user timing, from the
//! query's text to the ranked passages and all facet counts; from the keystroke to the next painted frame is measured
//! around it. Nothing fails by time.

use std::ffi::OsString;
use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::journeys::browser_program;
use crate::measure::{bench_corpus, existing};
use crate::process::answer;
use crate::setup::{Need, equip};
use crate::workspace::Workspace;

/// The script that types in the page; it returns `[{ query, search: [ms], painted: [ms] }]`.
const SCRIPT: &str = include_str!("bench.js");

/// The command `bench`: over `dist/`, or over a corpus.
///
/// # Errors
/// There is no page, or no browser, or the page cannot be measured; the corpus has mistakes.
pub fn bench(workspace: &Workspace, arguments: Vec<OsString>) -> Result<()> {
    let mut arguments = arguments.into_iter();
    match (arguments.next(), arguments.next()) {
        (None, _) => bench_page(workspace),
        (Some(corpus), None) => {
            fs::create_dir_all(&workspace.target)?;
            let queries = workspace.target.join("bench-queries.json");
            bench_corpus(workspace, &existing(corpus)?, &queries)
        }
        (_, Some(more)) => bail!(
            "`bench` takes one path at most, found {} too",
            more.display()
        ),
    }
}

fn bench_page(workspace: &Workspace) -> Result<()> {
    let equipment = equip(workspace, &[Need::Chromium])?;
    fs::create_dir_all(&workspace.target)?;
    let script = workspace.target.join("bench.js");
    fs::write(&script, SCRIPT).with_context(|| format!("cannot write {}", script.display()))?;
    let mut measure = browser_program(workspace, "bench");
    equipment.lend(&mut measure)?;
    measure.arg("--script").arg(&script);
    let printed = answer(&mut measure).context(
        "the page could not be measured: run `cargo xtask build`, then this command again",
    )?;
    let typed: Value =
        serde_json::from_str(&printed).context("the measuring script answered no JSON")?;
    print!(
        "{}",
        table(typed.as_array().context("expected a list of queries")?)
    );
    Ok(())
}

/// A line for each query, and one for all keystrokes.
fn table(typed: &[Value]) -> String {
    let mut text = format!(
        "{:<34} {:>5}  {:>21}  {:>21}\n",
        "in Chromium, milliseconds", "keys", "search median    p95", "painted median   p95"
    );
    let (mut searches, mut paints) = (Vec::new(), Vec::new());
    for query in typed {
        let (search, painted) = (times(&query["search"]), times(&query["painted"]));
        text.push_str(&line(
            query["query"].as_str().unwrap_or(""),
            &search,
            &painted,
        ));
        searches.extend(search);
        paints.extend(painted);
    }
    text.push_str(&line("every keystroke", &searches, &paints));
    text
}

fn times(values: &Value) -> Vec<f64> {
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

/// The smallest value that a share of the values does not exceed; 0 of none.
fn quantile(values: &[f64], share: f64) -> f64 {
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
