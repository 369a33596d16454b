//! `esbuild`, which joins the page's scripts and makes scripts and styles small.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::setup::Equipment;

/// `esbuild`, and a folder for its input.
#[derive(Debug)]
pub struct Esbuild<'a> {
    equipment: &'a Equipment,
    scratch: &'a Path,
}

impl Esbuild<'_> {
    /// # Errors
    /// The folder cannot be created.
    pub fn new<'a>(equipment: &'a Equipment, scratch: &'a Path) -> Result<Esbuild<'a>> {
        fs::create_dir_all(scratch)
            .with_context(|| format!("cannot create {}", scratch.display()))?;
        Ok(Esbuild { equipment, scratch })
    }

    /// One module of wasm-bindgen's script, the file `bindings`, and our own, from `start.js` on.
    pub fn bundle(&self, shell: &Path, bindings: &Path) -> Result<String> {
        let mut command = command(&shell.join("start.js"));
        command
            .args(["--bundle", "--format=esm"])
            .arg(format!("--alias:frise={}", bindings.display()));
        self.answer(command)
    }

    /// A script that stands alone, with values for its constants.
    pub fn minify(&self, script: &Path, constants: &[(&str, String)]) -> Result<String> {
        let mut command = command(script);
        command.arg("--format=iife");
        for (name, value) in constants {
            command.arg(format!("--define:{name}={value}"));
        }
        self.answer(command)
    }

    /// Rules of style without comments and spaces.
    pub fn minify_styles(&self, css: &str) -> Result<String> {
        let path = self.write("page.css", css)?;
        self.answer(command(&path))
    }

    fn write(&self, name: &str, text: &str) -> Result<PathBuf> {
        let path = self.scratch.join(name);
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        Ok(path)
    }

    /// What `esbuild` prints.
    fn answer(&self, mut command: Command) -> Result<String> {
        self.equipment.lend(&mut command)?;
        let output = command.output().context("cannot run esbuild")?;
        if !output.status.success() {
            let words = String::from_utf8_lossy(&output.stderr);
            bail!("esbuild failed ({}):\n{words}", output.status);
        }
        let text = String::from_utf8(output.stdout).context("esbuild did not print UTF-8")?;
        Ok(text.trim_end().to_owned())
    }
}

fn command(file: &Path) -> Command {
    let mut command = Command::new("esbuild");
    command.arg(file).args([
        "--minify",
        "--charset=utf8",
        "--legal-comments=none",
        "--log-level=warning",
        // Browsers that have what the page needs anyway: WebAssembly's own exception in policies, and `DecompressionStream`.
        "--target=chrome103,firefox113,safari16.4",
    ]);
    command
}
