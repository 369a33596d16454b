//! Set-up: every command names what it needs, and gets it installed where it is lacking.
//!
//! `plan` decides from `facts`, `steps` does it, one step at a time, and the facts are gathered anew after each: so a set-up
//! that was cut off goes on where it was, and one with nothing to do takes a second and says nothing. Tools are kept in the
//! user's cache folder (see [`Workspace::cache`]) and serve every clone; a lock there keeps two set-ups apart.

mod facts;
mod plan;
#[cfg(test)]
mod plan_tests;
mod steps;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

pub use plan::{Need, Tool};

use crate::process::{lock, path_with};
use crate::workspace::Workspace;
use plan::{Debian, Facts, SetupStep, plan};

/// What building the page needs.
pub const TO_BUILD: [Need; 5] = [
    Need::Compiler,
    Need::Tool(Tool::Trunk),
    Need::Tool(Tool::WasmBindgen),
    Need::Tool(Tool::WasmOpt),
    Need::Tool(Tool::Esbuild),
];

/// What journeys in all browsers need beyond that.
pub const TO_TEST: [Need; 4] = [
    Need::Chromium,
    Need::Firefox,
    Need::Tool(Tool::Geckodriver),
    Need::WebKit,
];

/// Everything that was asked for, installed.
#[derive(Debug)]
pub struct Equipment {
    /// Folders whose programs must be found first.
    folders: Vec<PathBuf>,
    /// Whether pages are compiled by Debian's compiler, with its standard library built from source.
    debian_compiler: bool,
}

impl Equipment {
    /// Lets a program find the tools.
    ///
    /// # Errors
    /// A folder's name has a colon in it.
    pub fn lend(&self, command: &mut Command) -> Result<()> {
        command.env(
            "PATH",
            path_with(self.folders.iter().map(PathBuf::as_path))?,
        );
        Ok(())
    }

    /// Returns a file of a package that a tool from npm stands on, by its path in `node_modules`.
    pub fn npm_package(&self, path: &str) -> Option<PathBuf> {
        let beside = |folder: &PathBuf| Some(folder.parent()?.join(path));
        let files = self.folders.iter().filter_map(beside);
        files.into_iter().find(|file| file.is_file())
    }

    /// Names the compiler that pages are built by.
    pub fn compiler(&self) -> &'static str {
        if self.debian_compiler {
            DEBIANS
        } else {
            RUSTUPS
        }
    }

    /// Flags of that compiler. A page of Debian's stops at a panic without a word, which makes it lighter; a standard
    /// library that is compiled already has its words in it.
    pub fn compiler_flags(&self) -> &'static [&'static str] {
        if self.debian_compiler {
            &["-Zunstable-options", "-Cpanic=immediate-abort"]
        } else {
            &[]
        }
    }

    /// Lets a program that calls `cargo` compile for the web.
    ///
    /// # Errors
    /// A folder's name has a colon in it.
    pub fn lend_compiler(&self, command: &mut Command) -> Result<()> {
        if !self.debian_compiler {
            return self.lend(command);
        }
        let folders = self
            .folders
            .iter()
            .map(PathBuf::as_path)
            .chain([Path::new("/usr/bin")]);
        command.env("PATH", path_with(folders)?);
        // Debian has the standard library as source only, and building it is a nightly feature.
        command
            .env("RUSTC", "/usr/bin/rustc")
            .env("RUSTC_BOOTSTRAP", "1");
        command.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
        command.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-22");
        Ok(())
    }
}

/// Names the compiler of the page, for reports.
const DEBIANS: &str = "Debian's compiler, with its standard library built for size";
const RUSTUPS: &str = "the toolchain's own compiler and standard library";

/// Runs the command `setup`: everything that any other command needs.
pub fn setup(workspace: &Workspace, arguments: Vec<OsString>) -> Result<()> {
    if let Some(argument) = arguments.first() {
        bail!(
            "`setup` takes no argument, but there is `{}`",
            argument.display()
        );
    }
    let needs: Vec<Need> = TO_BUILD.into_iter().chain(TO_TEST).collect();
    equip(workspace, &needs)?;
    println!("All that the commands need is there.");
    Ok(())
}

/// Installs what is lacking of these needs.
///
/// # Errors
/// An installation fails, or a person must do it.
pub fn equip(workspace: &Workspace, needs: &[Need]) -> Result<Equipment> {
    let facts = facts::gather(workspace, needs)?;
    if plan(needs, &facts).is_empty() {
        return Ok(equipment(needs, &facts));
    }
    let _lock = lock(
        &workspace.cache.join("lock"),
        "set-up: waiting for another one that is at work",
    )?;
    let mut last = None;
    loop {
        let facts = facts::gather(workspace, needs)?;
        let Some(step) = plan(needs, &facts).into_iter().next() else {
            // Needed only to go on with an installation that was cut off; weighs over a gigabyte.
            steps::remove(&workspace.cache.join("build"))?;
            return Ok(equipment(needs, &facts));
        };
        if last.as_ref() == Some(&step) {
            bail!(
                "{} did its work, but what it installs is still not found",
                describe(&step)
            );
        }
        steps::take(workspace, &step)?;
        last = Some(step);
    }
}

fn equipment(needs: &[Need], facts: &Facts) -> Equipment {
    let tools = needs.iter().filter_map(|need| match need {
        Need::Tool(tool) => facts.found(*tool),
        _ => None,
    });
    Equipment {
        folders: tools.map(|found| found.folder.clone()).collect(),
        debian_compiler: facts.debian == Debian::Whole,
    }
}

fn describe(step: &SetupStep) -> String {
    match step {
        SetupStep::DebianCompiler => "apt-get".to_owned(),
        SetupStep::AddTarget => "rustup".to_owned(),
        SetupStep::Packages(names) => format!("apt-get install {}", names.join(" ")),
        SetupStep::Install(tool, version) => {
            format!("the installation of {} {version}", tool.program())
        }
        SetupStep::Person(command) => command.clone(),
    }
}
