//! `test`: everything that proves the workspace, one step after another, with a verdict on each at the end.

use std::ffi::OsString;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use lexopt::prelude::Long;

use crate::build::{build_page, check_for_machine_folders};
use crate::deny;
use crate::journeys::{BROWSERS, left_out, reason_against, run_journeys};
use crate::process::run;
use crate::readers;
use crate::setup::{TO_TEST, equip};
use crate::size::weigh_page;
use crate::workspace::{Workspace, cargo};

/// Where properties take their inputs from.
const SEED: &str = "1644";

/// Runs the command `test`.
///
/// # Errors
/// A step fails. The others are taken all the same, except those that need what it should have made.
pub fn test(workspace: &Workspace, arguments: Vec<OsString>) -> Result<()> {
    let quick = is_quick(arguments)?;
    let mut report = Report::default();
    report.step("format", || {
        call_cargo(workspace, &["fmt", "--all", "--check"])
    });
    report.step("clippy", || {
        call_cargo(
            workspace,
            &[
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "--deny",
                "warnings",
            ],
        )
    });
    report.step("documentation", || {
        run(Command::new(cargo())
            .args(["doc", "--workspace", "--no-deps"])
            .env("RUSTDOCFLAGS", "--deny warnings")
            .current_dir(&workspace.root))
    });
    // As with the readers below: registries that are out of reach are no fault of the workspace.
    match deny::reason_against(workspace) {
        Some(reason) => report.skip("licences and sources", &reason),
        None => {
            report.step("licences and sources", || deny::check_packages(workspace));
        }
    }
    report.step("native tests", || {
        // The same inputs whenever the same commit is tested: a verdict that changes helps nobody. Plain
        // `cargo test` tries new ones at each run.
        run(Command::new(cargo())
            .args(["test", "--workspace", "--no-fail-fast"])
            .env("PROPTEST_RNG_SEED", SEED)
            .current_dir(&workspace.root))
    });
    let lacking = readers::lacking().map(str::to_owned);
    // Registries that are out of reach are no fault of the workspace.
    match lacking.or_else(|| readers::reason_against(workspace)) {
        Some(reason) => report.skip("other readers and writers", &reason),
        None => {
            report.step("other readers and writers", || {
                readers::check_readers(workspace)
            });
        }
    }
    if quick {
        report.skip("release build", "left out by --quick");
        report.skip("journeys", "left out by --quick");
    } else {
        test_page(workspace, &mut report);
    }
    report.close()
}

fn is_quick(arguments: Vec<OsString>) -> Result<bool> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut quick = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("quick") => quick = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(quick)
}

fn test_page(workspace: &Workspace, report: &mut Report) {
    if !report.step("release build", || build_page(workspace)) {
        report.skip("journeys", "there is no page");
        return;
    }
    report.step("no folder of this machine in the page", || {
        check_for_machine_folders(workspace)
    });
    report.step("weight of the page", || weigh_page(workspace));
    for browser in BROWSERS {
        let name = format!("journeys in {browser}");
        if let Some(reason) = reason_against(browser) {
            report.skip(&name, reason);
            continue;
        }
        let mut again = Vec::new();
        report.step(&name, || {
            again = run_journeys(workspace, &equip(workspace, &TO_TEST)?, browser)?;
            Ok(())
        });
        report.second_tries += again.len();
        for journey in again {
            report.line(
                "2nd try",
                &format!("{journey} in {browser}: look at why it failed at first"),
            );
        }
        if let Some((journey, reason)) = left_out(browser) {
            report.skip(&format!("{journey} in {browser}"), reason);
        }
    }
}

fn call_cargo(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    run(Command::new(cargo())
        .args(arguments)
        .current_dir(&workspace.root))
}

#[derive(Debug, Default)]
struct Report {
    lines: Vec<String>,
    passed: usize,
    failed: usize,
    skipped: usize,
    /// Journeys that went well at their second try only.
    second_tries: usize,
}

impl Report {
    /// Takes a step, says how it went, and tells whether well.
    fn step(&mut self, name: &str, take: impl FnOnce() -> Result<()>) -> bool {
        println!("\n== {name}");
        let start = Instant::now();
        let result = take();
        let time = start.elapsed();
        if let Err(error) = &result {
            println!("{name} failed: {error:#}");
        }
        self.note(name, result.is_ok(), time);
        result.is_ok()
    }

    fn note(&mut self, name: &str, passed: bool, time: Duration) {
        *if passed {
            &mut self.passed
        } else {
            &mut self.failed
        } += 1;
        let verdict = if passed { "ok" } else { "FAILED" };
        self.line(verdict, &format!("{name} ({:.0} s)", time.as_secs_f64()));
    }

    fn skip(&mut self, name: &str, reason: &str) {
        self.skipped += 1;
        self.line("not run", &format!("{name}: {reason}"));
    }

    fn line(&mut self, verdict: &str, text: &str) {
        self.lines.push(format!("{verdict:<8}{text}"));
    }

    /// Prints all verdicts.
    ///
    /// # Errors
    /// One of them is bad.
    fn close(self) -> Result<()> {
        println!("\n== summary\n{}", self.lines.join("\n"));
        println!(
            "steps: {} passed, {} failed, {} skipped; journeys that passed at their second try: {}",
            self.passed, self.failed, self.skipped, self.second_tries
        );
        if self.failed > 0 {
            bail!("not everything passed")
        } else {
            Ok(())
        }
    }
}
