//! Figures of the engine on texts from elsewhere: calls `frise-measure` of `bench`, which depends on the engine,
//! so that these chores need not.

use std::ffi::OsString;
use std::path::{Path, PathBuf, absolute};
use std::process::Command;

use anyhow::{Result, bail};

use crate::process::run;
use crate::workspace::{Workspace, cargo};

/// Prints the native half of `bench PATH`; the queries that it asks are left in `queries`. With a Python that has
/// scikit-learn and SciPy, their times of the same are printed too.
///
/// # Errors
/// The program does not compile, or the corpus has mistakes.
pub fn measure_corpus(
    workspace: &Workspace,
    corpus: &Path,
    queries: &Path,
    python: Option<&Path>,
) -> Result<()> {
    let mut program = measuring_program(workspace, "bench", corpus);
    program.arg("--queries").arg(queries);
    if let Some(python) = python {
        program.arg("--python").arg(python);
    }
    run(&mut program)
}

/// Draws the queries that `bench PATH` asks of a corpus, and writes them to a file.
///
/// # Errors
/// As those of [`measure_corpus`].
pub fn draw_queries(workspace: &Workspace, corpus: &Path, queries: &Path) -> Result<()> {
    let mut program = measuring_program(workspace, "queries", corpus);
    run(program.arg("--queries").arg(queries))
}

/// Runs the command `relevance`.
///
/// # Errors
/// The folder has other files, or the reference's own ranking does not give the reference's figures.
pub fn relevance(workspace: &Workspace, arguments: Vec<OsString>) -> Result<()> {
    let folder = only_path("relevance", arguments)?;
    run(&mut measuring_program(workspace, "relevance", &folder))
}

/// Runs the command `oracle`.
///
/// # Errors
/// There is nothing to compare with, or a difference has no explanation.
pub fn oracle(workspace: &Workspace, arguments: Vec<OsString>) -> Result<()> {
    let path = only_path("oracle", arguments)?;
    run(&mut measuring_program(workspace, "oracle", &path))
}

/// Runs the command `dates`.
///
/// # Errors
/// The path holds neither specifications of dates nor a corpus.
pub fn dates(workspace: &Workspace, arguments: Vec<OsString>) -> Result<()> {
    let path = only_path("dates", arguments)?;
    run(&mut measuring_program(workspace, "dates", &path))
}

fn only_path(command: &str, arguments: Vec<OsString>) -> Result<PathBuf> {
    match <[OsString; 1]>::try_from(arguments) {
        Ok([path]) => existing(path),
        Err(found) => bail!(
            "`{command}` takes one path, found {} arguments",
            found.len()
        ),
    }
}

/// `frise-measure` with a command and a path.
fn measuring_program(workspace: &Workspace, command: &str, path: &Path) -> Command {
    let mut program = Command::new(cargo());
    program
        .args([
            "run",
            "--quiet",
            "--profile=measure",
            "--package=frise-measure",
            "--",
        ])
        .arg(command)
        .arg(path)
        .current_dir(&workspace.root);
    program
}

/// Returns a path that was typed, which must exist, wherever the programs that are called run.
///
/// # Errors
/// There is nothing at it.
pub fn existing(path: OsString) -> Result<PathBuf> {
    let path = PathBuf::from(path);
    if !path.exists() {
        bail!("there is no {}", path.display());
    }
    Ok(absolute(path)?)
}
