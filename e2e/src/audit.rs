//! What others' rules say of the built page: Lighthouse's scores, axe's faults, and how long visits take.
//!
//! The page is served packed, as by a real host. Lighthouse runs in its own Chromium, with its own idea of a telephone and of
//! a desk; performance is the middle of three runs, since it depends on what else the machine does.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tempfile::TempDir;
use tokio::process::Command;

use crate::axe::faults;
use crate::load::{Regular, Visit, circumstances, first_circumstances, first_visit};
use crate::packed::packed;
use crate::site::{Serving, Site};

/// Lighthouse's categories, and the least that each must reach of 100.
const LEAST: [(&str, u64); 4] = [
    ("accessibility", 100),
    ("best-practices", 100),
    ("seo", 100),
    ("performance", 95),
];

/// How many times performance is measured.
const RUNS: usize = 3;
/// How many visits of each kind are timed.
const VISITS: usize = 7;
/// The most that a first visit should take until there is text, and until the page can be used, in milliseconds.
const MOST: (f64, f64) = (1000.0, 2500.0);

/// Prints the scores of `dist`, the faults that axe finds in its views, and the times of visits. `axe` is the file of
/// axe-core; `lighthouse` is found on `PATH`.
///
/// # Errors
/// A score is below its least, axe finds a fault, or something that is needed is not there. Times are only printed.
pub async fn audit(dist: &Path, axe: &Path) -> Result<()> {
    compare(&[dist.to_owned()]).await?;
    let packed = packed(dist)?;
    let (looks, faults) = faults(dist, axe).await?;
    println!("\naxe: {} faults in {looks} views", faults.len());
    for (fault, views) in &faults {
        println!("  {fault}\n    in {}", views.join(", "));
    }
    let mut low = Vec::new();
    let serving = Serving {
        packed: true,
        ..Serving::default()
    };
    let site = Site::start(packed.path(), &serving).await?;
    for preset in ["mobile", "desktop"] {
        low.extend(print_scores(&site.url(), preset).await?);
    }
    ensure!(faults.is_empty(), "axe finds {} faults", faults.len());
    ensure!(low.is_empty(), "too low: {}", low.join(", "));
    Ok(())
}

/// Prints the times of visits to some pages, one beside the other. They take turns, so that what else the machine does meets
/// all of them alike.
///
/// # Errors
/// A page is not ready in time, or the browser is not there.
pub async fn compare(dists: &[PathBuf]) -> Result<()> {
    let packed: Vec<TempDir> = dists
        .iter()
        .map(|dist| packed(dist))
        .collect::<Result<_, _>>()?;
    let mut first = vec![Vec::new(); dists.len()];
    for _ in 0..VISITS {
        for (visits, dist) in first.iter_mut().zip(&packed) {
            visits.push(first_visit(dist.path()).await?);
        }
    }
    print_visits(
        &format!("first visit, {}", first_circumstances()),
        dists,
        &first,
        MOST,
    );
    let mut regulars = Vec::new();
    for dist in &packed {
        regulars.push(Regular::new(dist.path()).await?);
    }
    let mut later = vec![Vec::new(); dists.len()];
    for _ in 0..VISITS {
        for (visits, regular) in later.iter_mut().zip(&mut regulars) {
            visits.push(regular.visit().await?);
        }
    }
    let title = format!("\nlater visit, {}", circumstances());
    print_visits(&title, dists, &later, (f64::INFINITY, f64::INFINITY));
    Ok(())
}

/// Prints for each part of a visit its median for each page, how that is to the first page's, and whether it is within `most`.
fn print_visits(title: &str, dists: &[PathBuf], visits: &[Vec<Visit>], most: (f64, f64)) {
    println!("{title} (milliseconds)");
    type Part = fn(&Visit) -> f64;
    let parts: [(&str, Part, f64); 3] = [
        ("text on the screen", |visit| visit.text, most.0),
        ("usable", |visit| visit.usable, most.1),
        ("all of it", |visit| visit.whole, f64::INFINITY),
    ];
    for (name, part, most) in parts {
        let of = |visits: &[Visit]| median(visits.iter().map(part).collect());
        let first = visits.first().map_or(0.0, |visits| of(visits));
        for (dist, visits) in dists.iter().zip(visits) {
            let median = of(visits);
            let verdict = match most {
                f64::INFINITY => String::new(),
                most if median <= most => format!("within {most:.0}  "),
                most => format!("OVER {most:.0}  "),
            };
            let all: Vec<String> = visits.iter().map(|v| format!("{:.0}", part(v))).collect();
            let all = all.join(" ");
            let beside = match dists {
                [_] => String::new(),
                _ => format!("  {:.2}  {}", median / first, dist.display()),
            };
            println!("  {name:<20}{median:>6.0}  {verdict}({all}){beside}");
        }
    }
}

/// Prints the scores under one of Lighthouse's presets, and gives those that are too low.
async fn print_scores(url: &str, preset: &str) -> Result<Vec<String>> {
    let mut report = lighthouse(url, preset, true).await?;
    let mut performance = vec![score(&report, "performance")?];
    let mut faults = faults_by_name(&report);
    for _ in 1..RUNS {
        let again = lighthouse(url, preset, false).await?;
        performance.push(score(&again, "performance")?);
        faults.extend(faults_by_name(&again));
    }
    let middle = median(performance);
    report["categories"]["performance"]["score"] = (middle / 100.0).into();
    println!("\nLighthouse, {preset}");
    let mut low = Vec::new();
    for (category, least) in LEAST {
        let score = score(&report, category)?;
        println!("  {category:<20}{score:>4.0}  of at least {least}");
        if score < least as f64 {
            low.push(format!("{category} on {preset}: {score:.0} of {least}"));
        }
    }
    for (name, what) in faults {
        println!("    {name}: {what}");
    }
    Ok(low)
}

/// One run of Lighthouse: its report.
async fn lighthouse(url: &str, preset: &str, whole: bool) -> Result<Value> {
    let mut command = Command::new("lighthouse");
    command.args([url, "--quiet", "--output=json", "--output-path=stdout"]);
    command.arg("--chrome-flags=--headless --no-sandbox");
    if preset == "desktop" {
        command.arg("--preset=desktop");
    }
    let categories: Vec<&str> = LEAST.iter().map(|(name, _)| *name).collect();
    let categories = if whole {
        categories.join(",")
    } else {
        "performance".to_owned()
    };
    command.arg(format!("--only-categories={categories}"));
    command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .kill_on_drop(true);
    let output = command
        .output()
        .await
        .context("cannot start lighthouse: run `cargo xtask audit`, which installs it")?;
    ensure!(
        output.status.success(),
        "lighthouse failed ({})",
        output.status
    );
    serde_json::from_slice(&output.stdout).context("lighthouse printed no JSON")
}

/// Returns a category's score, of 100.
fn score(report: &Value, category: &str) -> Result<f64> {
    let score = report["categories"][category]["score"].as_f64();
    Ok(100.0 * score.with_context(|| format!("lighthouse gave no score for {category}"))?)
}

/// Each audit that counts and is not perfect: its name, and what is wrong.
fn faults_by_name(report: &Value) -> BTreeMap<String, String> {
    let categories = report["categories"].as_object().into_iter().flatten();
    let counted = categories
        .flat_map(|(_, category)| category["auditRefs"].as_array().into_iter().flatten())
        .filter(|reference| reference["weight"].as_f64() > Some(0.0))
        .filter_map(|reference| reference["id"].as_str());
    counted
        .filter_map(|id| {
            let audit = &report["audits"][id];
            let score = audit["score"].as_f64().filter(|score| *score < 1.0)?;
            let title = audit["title"].as_str().unwrap_or_default();
            let value = audit["displayValue"].as_str().unwrap_or_default();
            Some((
                id.to_owned(),
                format!("{title} {value} ({:.0})", score * 100.0),
            ))
        })
        .collect()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{faults_by_name, median};

    #[test]
    fn only_what_counts_and_is_not_perfect_is_told() {
        let reference = |id: &str, weight: u32| json!({ "id": id, "weight": weight });
        let report = json!({
            "categories": { "seo": { "auditRefs": [
                reference("good", 1), reference("bad", 1), reference("advice", 0), reference("unasked", 1),
            ] } },
            "audits": {
                "good": { "score": 1, "title": "All is well" },
                "bad": { "score": 0.5, "title": "It blocks", "displayValue": "90 ms" },
                "advice": { "score": 0, "title": "Do less" },
                "unasked": { "score": null, "title": "Not applicable" },
            },
        });
        let faults: Vec<_> = faults_by_name(&report).into_iter().collect();
        assert_eq!(
            faults,
            [("bad".to_owned(), "It blocks 90 ms (50)".to_owned())]
        );
    }

    #[test]
    fn the_middle_of_few() {
        assert_eq!(median(vec![97.0, 80.0, 95.0]), 95.0);
        assert_eq!(median(vec![3.0]), 3.0);
    }
}
