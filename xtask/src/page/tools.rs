//! The programs that make the page small: `wasm-opt`, which knows WebAssembly, and `esbuild`, which knows JavaScript and CSS.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::names::Names;
use crate::setup::Equipment;

/// What WebAssembly the app may use; `index.html` tells `wasm-opt` the same.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The programs, and a folder to work in.
#[derive(Debug)]
pub struct Tools<'a> {
    equipment: &'a Equipment,
    scratch: &'a Path,
}

impl Tools<'_> {
    /// # Errors
    /// The folder cannot be created.
    pub fn new<'a>(equipment: &'a Equipment, scratch: &'a Path) -> Result<Tools<'a>> {
        fs::create_dir_all(scratch)
            .with_context(|| format!("cannot create {}", scratch.display()))?;
        Ok(Tools { equipment, scratch })
    }

    /// WebAssembly whose imports and exports have short names, and these.
    pub fn shorten_names(&self, wasm: &Path) -> Result<(Vec<u8>, Names)> {
        let short = self.scratch.join("short.wasm");
        let mut command = Command::new("wasm-opt");
        command
            .arg(wasm)
            .args(FEATURES)
            .arg("--minify-imports-and-exports-and-modules")
            .arg("--output")
            .arg(&short);
        let names = serde_json::from_str(&self.answer(command)?)
            .context("what wasm-opt says of its short names is not understood")?;
        Ok((fs::read(&short)?, names))
    }

    /// WebAssembly made small and fast, without names.
    pub fn optimize(&self, wasm: &Path) -> Result<Vec<u8>> {
        let optimized = self.scratch.join("optimized.wasm");
        let mut command = Command::new("wasm-opt");
        command
            .arg(wasm)
            .args(FEATURES)
            .args([
                "-O3",
                "--strip-debug",
                "--strip-producers",
                "--strip-target-features",
            ])
            .arg("--output")
            .arg(&optimized);
        self.answer(command)?;
        Ok(fs::read(&optimized)?)
    }

    /// One module of wasm-bindgen's script and our own, from `start.js` on.
    pub fn bundle(&self, shell: &Path, bindings: &str) -> Result<String> {
        let path = self.write("bindings.js", bindings)?;
        let mut command = esbuild(&shell.join("start.js"));
        command
            .args(["--bundle", "--format=esm"])
            .arg(format!("--alias:frise={}", path.display()));
        self.answer(command)
    }

    /// A script that stands alone, with values for its constants.
    pub fn minify(&self, script: &Path, constants: &[(&str, String)]) -> Result<String> {
        let mut command = esbuild(script);
        command.arg("--format=iife");
        for (name, value) in constants {
            command.arg(format!("--define:{name}={value}"));
        }
        self.answer(command)
    }

    /// Rules of style without comments and spaces.
    pub fn minify_styles(&self, css: &str) -> Result<String> {
        let path = self.write("page.css", css)?;
        self.answer(esbuild(&path))
    }

    fn write(&self, name: &str, text: &str) -> Result<PathBuf> {
        let path = self.scratch.join(name);
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        Ok(path)
    }

    /// What a program prints.
    fn answer(&self, mut command: Command) -> Result<String> {
        self.equipment.lend(&mut command)?;
        let program = command.get_program().to_string_lossy().into_owned();
        let output = command
            .output()
            .with_context(|| format!("cannot run {program}"))?;
        if !output.status.success() {
            let words = String::from_utf8_lossy(&output.stderr);
            bail!("{program} failed ({}):\n{words}", output.status);
        }
        let text = String::from_utf8(output.stdout)
            .with_context(|| format!("{program} did not print UTF-8"))?;
        Ok(text.trim_end().to_owned())
    }
}

fn esbuild(file: &Path) -> Command {
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
