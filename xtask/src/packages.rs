//! Packages of npm and PyPI in fixed versions, installed once into a folder of the cache.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{lock, run};
use crate::workspace::Workspace;

/// Packages that a command needs beside the tools of the set-up.
pub struct Packages<'p> {
    /// The name of their folder in the cache.
    pub folder: &'p str,
    /// What they are, in words.
    pub name: &'p str,
    /// A `package.json`, or nothing.
    pub npm: &'p str,
    /// A `requirements.txt`, or nothing.
    pub pypi: &'p str,
}

impl Packages<'_> {
    /// Installs the packages, unless these versions are there, and returns their folder.
    ///
    /// # Errors
    /// npm or Python is lacking, or a package cannot be installed.
    pub fn install(&self, workspace: &Workspace) -> Result<PathBuf> {
        let folder = workspace.cache.join(self.folder);
        let _lock = lock(
            &workspace.cache.join("lock"),
            &format!("{}: waiting for a set-up that is at work", self.name),
        )?;
        let installed = folder.join("installed");
        let wanted = [self.npm, self.pypi].concat();
        if fs::read_to_string(&installed).is_ok_and(|found| found == wanted) {
            return Ok(folder);
        }
        println!("installing {} (a minute, once)", self.name);
        if folder.exists() {
            fs::remove_dir_all(&folder)
                .with_context(|| format!("cannot remove {}", folder.display()))?;
        }
        fs::create_dir_all(&folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
        if !self.npm.is_empty() {
            from_npm(&folder, self.npm)?;
        }
        if !self.pypi.is_empty() {
            from_pypi(&folder, self.pypi)?;
        }
        fs::write(&installed, wanted)?;
        Ok(folder)
    }
}

/// Returns the Python that has the packages of a folder.
pub fn python(folder: &Path) -> PathBuf {
    folder.join("venv/bin/python")
}

fn from_npm(folder: &Path, packages: &str) -> Result<()> {
    fs::write(folder.join("package.json"), packages)?;
    let quiet = ["--silent", "--no-audit", "--no-fund", "--ignore-scripts"];
    run(Command::new("npm")
        .arg("install")
        .args(quiet)
        .current_dir(folder))
}

fn from_pypi(folder: &Path, packages: &str) -> Result<()> {
    let list = folder.join("requirements.txt");
    fs::write(&list, packages)?;
    run(Command::new("python3")
        .args(["-m", "venv", "venv"])
        .current_dir(folder))
    .context("Python is needed: install `python3` and `python3-venv`")?;
    let quiet = ["--quiet", "--disable-pip-version-check"];
    run(Command::new(python(folder))
        .args(["-m", "pip", "install"])
        .args(quiet)
        .arg("-r")
        .arg(list))
}
