//! What is done with the built page in a browser: journeys and pictures.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::process::{become_program, run};
use crate::setup::{Equipment, Need, equip};
use crate::workspace::{Workspace, cargo};

/// The browsers that journeys run in.
pub const BROWSERS: [&str; 3] = ["chromium", "firefox", "webkit"];

/// Why journeys cannot run in a browser on this system, if so.
pub fn reason_against(browser: &str) -> Option<&'static str> {
    (browser == "webkit" && cfg!(target_os = "macos"))
        .then_some("WebKitGTK and its driver are not to be had on macOS")
}

/// The journey that a browser cannot be taken on, if there is one, and why not.
pub fn left_out(browser: &str) -> Option<(&'static str, &'static str)> {
    (browser != "chromium").then_some((
        "where_nothing_can_be_stored_the_page_works_online",
        "only Chromium can be told how much a site may store",
    ))
}

/// Runs every journey in one browser, over `dist/`, but for the one that is [`left_out`].
///
/// # Errors
/// A journey fails.
pub fn run_journeys(workspace: &Workspace, equipment: &Equipment, browser: &str) -> Result<()> {
    let mut tests = Command::new(cargo());
    equipment.lend(&mut tests)?;
    // Of the whole workspace, because with one package only cargo would compile the libraries with other features again.
    tests.args([
        "test",
        "--workspace",
        "--no-fail-fast",
        "--test",
        "journeys*",
        "--",
        "--ignored",
    ]);
    if let Some((journey, _)) = left_out(browser) {
        tests.args(["--skip", journey]);
    }
    tests
        .env("FRISE_DIST", workspace.dist())
        .env("FRISE_BROWSER", browser);
    tests
        .env("FRISE_EVIDENCE", workspace.target.join("journeys"))
        .current_dir(&workspace.root);
    run(&mut tests)
}

/// The command `screenshot`. Its arguments are read by `frise-browser`.
pub fn screenshot(workspace: &Workspace, arguments: Vec<OsString>) -> Result<()> {
    let equipment = equip(workspace, &[Need::Chromium])?;
    let mut camera = browser_program(workspace, "screenshot");
    equipment.lend(&mut camera)?;
    become_program(camera.args(arguments))
}

/// A call of `frise-browser`, with `dist/` as its first argument.
pub fn browser_program(workspace: &Workspace, command: &str) -> Command {
    browser_program_over(workspace, command, &workspace.dist())
}

/// A call of `frise-browser` over a page that was built elsewhere.
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
