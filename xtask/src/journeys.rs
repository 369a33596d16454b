//! What is done with the built page in a browser: journeys and pictures.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Result, ensure};

use crate::process::{become_program, run};
use crate::setup::{Equipment, Need, equip};
use crate::workspace::{Workspace, cargo};

/// The browsers that journeys run in.
pub const BROWSERS: [&str; 3] = ["chromium", "firefox", "webkit"];

/// Returns why journeys cannot run in a browser on this system, if so.
pub fn reason_against(browser: &str) -> Option<&'static str> {
    (browser == "webkit" && cfg!(target_os = "macos"))
        .then_some("WebKitGTK and its driver are not to be had on macOS")
}

/// Returns the journey that a browser cannot be taken on, if there is one, and why not.
pub fn left_out(browser: &str) -> Option<(&'static str, &'static str)> {
    (browser != "chromium").then_some((
        "where_nothing_can_be_stored_the_page_works_online",
        "only Chromium can be told how much a site may store",
    ))
}

/// How many journeys of a browser may be tried once more.
const MOST_TRIED_AGAIN: usize = 3;

/// Runs every journey in one browser, over `dist/`, but for the one that is [`left_out`]. On a machine that is busy
/// with other things, a browser is too late now and then: a few journeys that fail are tried once more, each alone, and the
/// names of those that then go well are given, so that nobody takes them for quite well.
///
/// # Errors
/// A journey fails twice, or too many fail.
pub fn run_journeys(
    workspace: &Workspace,
    equipment: &Equipment,
    browser: &str,
) -> Result<Vec<String>> {
    let evidence = workspace.target.join("journeys");
    for old in failed(&evidence, browser) {
        fs::remove_file(evidence.join(failure(&old, browser)))?;
    }
    let skipped = left_out(browser).map(|(journey, _)| ["--skip", journey]);
    let mut tests = journeys(workspace, equipment, browser)?;
    let Err(error) = run(tests.args(skipped.iter().flatten())) else {
        return Ok(Vec::new());
    };
    let again = failed(&evidence, browser);
    if again.is_empty() || again.len() > MOST_TRIED_AGAIN {
        return Err(error);
    }
    println!("\ntried once more: {}", again.join(", "));
    for journey in &again {
        let mut test = journeys(workspace, equipment, browser)?;
        let output = test
            .args(["--exact", journey])
            .stderr(Stdio::inherit())
            .output()?;
        let printed = String::from_utf8_lossy(&output.stdout);
        println!("{printed}");
        // A name that is no journey's would go well too.
        ensure!(
            output.status.success() && printed.contains("1 passed"),
            "{journey} failed twice"
        );
    }
    Ok(again)
}

/// Returns the call of all journeys, to which more can be said.
fn journeys(workspace: &Workspace, equipment: &Equipment, browser: &str) -> Result<Command> {
    let mut tests = Command::new(cargo());
    equipment.lend(&mut tests)?;
    // Of the whole workspace, because with one package only cargo would compile the libraries with other features again.
    tests.args([
        "test",
        "--workspace",
        "--no-fail-fast",
        "--test",
        "journeys",
        "--",
        "--ignored",
    ]);
    tests
        .env("FRISE_DIST", workspace.dist())
        .env("FRISE_BROWSER", browser)
        .env("FRISE_EVIDENCE", workspace.target.join("journeys"))
        .current_dir(&workspace.root);
    Ok(tests)
}

/// Returns the file that a journey leaves when it fails; `e2e/src/journey.rs` writes it.
fn failure(journey: &str, browser: &str) -> String {
    format!("{}-{browser}.failed", journey.replace("::", "--"))
}

/// Returns the journeys that have left such a file.
fn failed(evidence: &Path, browser: &str) -> Vec<String> {
    let end = failure("", browser);
    let files = fs::read_dir(evidence).into_iter().flatten().flatten();
    let names = files.filter_map(|file| {
        let name = file.file_name().into_string().ok()?;
        Some(name.strip_suffix(&end)?.replace("--", "::"))
    });
    let mut names: Vec<String> = names.collect();
    names.sort_unstable();
    names
}

/// Runs the command `screenshot`. Its arguments are read by `frise-browser`.
pub fn screenshot(workspace: &Workspace, arguments: Vec<OsString>) -> Result<()> {
    let equipment = equip(workspace, &[Need::Chromium])?;
    let mut camera = browser_program(workspace, "screenshot");
    equipment.lend(&mut camera)?;
    become_program(camera.args(arguments))
}

/// Returns a call of `frise-browser`, with `dist/` as its first argument.
pub fn browser_program(workspace: &Workspace, command: &str) -> Command {
    browser_program_over(workspace, command, &workspace.dist())
}

/// Returns a call of `frise-browser` over a page that was built elsewhere.
pub fn browser_program_over(workspace: &Workspace, command: &str, dist: &Path) -> Command {
    let mut program = Command::new(cargo());
    program.args([
        "run",
        "--quiet",
        "--package",
        "frise-browser-tests",
        "--bin",
        "frise-browser",
    ]);
    // The manifest is named so that paths in later arguments are those of the folder that the person is in.
    program
        .arg("--manifest-path")
        .arg(workspace.root.join("Cargo.toml"))
        .arg("--");
    program.arg(command).arg(dist);
    program
}
