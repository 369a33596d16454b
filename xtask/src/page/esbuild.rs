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

/// A script of `shell/` that starts a WebAssembly module.
#[derive(Clone, Copy, Debug)]
pub struct Bundle<'a> {
    /// The script.
    pub entry: &'a Path,
    /// What it calls the script of wasm-bindgen.
    pub module: &'a str,
    /// The script of wasm-bindgen.
    pub bindings: &'a Path,
    /// How browsers load it: `MODULE` or `SCRIPT`.
    pub format: &'a str,
    /// Its constants, by name, as JavaScript.
    pub constants: &'a [(&'a str, String)],
}

/// The format of a module.
pub const MODULE: &str = "--format=esm";

/// The format of a script that pages and workers of any age load.
pub const SCRIPT: &str = "--format=iife";

impl Esbuild<'_> {
    /// # Errors
    /// The folder cannot be created.
    pub fn new<'a>(equipment: &'a Equipment, scratch: &'a Path) -> Result<Esbuild<'a>> {
        fs::create_dir_all(scratch)
            .with_context(|| format!("cannot create {}", scratch.display()))?;
        Ok(Esbuild { equipment, scratch })
    }

    /// One script of `bundle.entry` and all that it imports, with values for its constants.
    pub fn bundle(&self, bundle: &Bundle) -> Result<String> {
        let mut command = command(bundle.entry);
        command.args(["--bundle", bundle.format]).arg(format!(
            "--alias:{}={}",
            bundle.module,
            bundle.bindings.display()
        ));
        define(&mut command, bundle.constants);
        self.answer(command)
    }

    /// Returns a script that stands alone, with values for its constants.
    pub fn minify(&self, script: &Path, constants: &[(&str, String)]) -> Result<String> {
        let mut command = command(script);
        command.arg("--format=iife");
        define(&mut command, constants);
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

    /// Returns what `esbuild` prints.
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

fn define(command: &mut Command, constants: &[(&str, String)]) {
    for (name, value) in constants {
        command.arg(format!("--define:{name}={value}"));
    }
}

fn command(file: &Path) -> Command {
    let mut command = Command::new("esbuild");
    command.arg(file).args([
        "--minify",
        "--charset=utf8",
        "--legal-comments=none",
        "--log-level=warning",
        // wasm-bindgen's script has a default address for its module, which is never used: every start names the module.
        "--log-override:empty-import-meta=silent",
        // Browsers that have what the page needs anyway: WebAssembly's own exception in policies, and `DecompressionStream`.
        "--target=chrome103,firefox113,safari16.4",
    ]);
    command
}
