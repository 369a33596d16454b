//! Cutting the compiled app in two: what a first visit loads, and what is loaded when a component of
//! `src/components/deferred.rs` is asked for.
//!
//! `wasm_split_cli_support` does the cutting, by the symbols and relocations that the linker has left in the file. It comes
//! before wasm-bindgen and `wasm-opt`, so that trunk, which has run the compiler, cannot do these two for the app.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

use crate::process::run;
use crate::setup::Equipment;

/// What binaryen may use, and, from `--low-memory-unused` on, what made the page lighter when it was tried.
const OPTIMISATIONS: [&str; 16] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=20",
    "--converge",
    "--skip-pass=memory-packing",
    "--skip-pass=local-cse",
    "--skip-pass=simplify-locals",
    "--reorder-functions-by-name",
    "--strip-producers",
    "--strip-target-features",
];

/// The name of the app's files, without their ends.
const APP: &str = "frise-app";
/// The script that loads the second file.
const LINK: &str = "__wasm_split.js";

/// The app in two.
#[derive(Debug)]
pub struct Halves {
    /// The script of wasm-bindgen, which imports the script that loads the second file.
    pub bindings: PathBuf,
    /// The WebAssembly of a first visit.
    pub first: Vec<u8>,
    /// The WebAssembly that is loaded when it is asked for.
    pub deferred: Vec<u8>,
}

/// Cuts the compiled app in two, in a folder for what is on its way.
///
/// # Errors
/// A tool fails, or the app is not cut into two files.
pub fn split(
    compiled: &Path,
    folder: &Path,
    equipment: &Equipment,
    is_optimised: bool,
) -> Result<Halves> {
    // Files of another build may have other names.
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    let whole =
        fs::read(compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    let main = folder.join("app.wasm");
    let main_module = format!("./{APP}.js");
    let mut options = Options::new(&whole);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = &main_module;
    let cut =
        transform(options).map_err(|error| anyhow!("the app cannot be cut in two: {error:#}"))?;
    let [second] = cut.split_modules.as_slice() else {
        let files = cut.split_modules;
        return Err(anyhow!(
            "the app was cut into {files:?}, and should have one file beside the first"
        ));
    };
    load_through_shell(&folder.join(LINK))?;

    let mut bindgen = Command::new("wasm-bindgen");
    equipment.lend(&mut bindgen)?;
    run(bindgen
        .arg(&main)
        .args(["--target=web", "--no-typescript", "--keep-lld-exports"])
        .arg(format!("--out-name={APP}"))
        .arg("--out-dir")
        .arg(folder))?;
    let first = folder.join(format!("{APP}_bg.wasm"));
    if is_optimised {
        for file in [&first, second] {
            let mut optimiser = Command::new("wasm-opt");
            equipment.lend(&mut optimiser)?;
            run(optimiser.args(OPTIMISATIONS).arg(file).arg("-o").arg(file))?;
        }
    }
    let read =
        |path: &Path| fs::read(path).with_context(|| format!("cannot read {}", path.display()));
    Ok(Halves {
        bindings: folder.join(format!("{APP}.js")),
        first: read(&first)?,
        deferred: read(second)?,
    })
}

/// Has the second file loaded by `frise.deferred` of `shell/early.js`, which knows its name and its hash, or unpacks it.
fn load_through_shell(link: &Path) -> Result<()> {
    let script =
        fs::read_to_string(link).with_context(|| format!("cannot read {}", link.display()))?;
    let script = through_shell(&script)?;
    fs::write(link, script).with_context(|| format!("cannot write {}", link.display()))
}

/// # Errors
/// The script does not fetch one file.
fn through_shell(script: &str) -> Result<String> {
    let (start, end) = ("fetch(new URL(", ", import.meta.url))");
    let places = script.matches(start).count();
    ensure!(
        places == 1,
        "the script of the second file fetches {places} files, and should fetch one"
    );
    let (before, rest) = script.split_once(start).context("no fetch")?;
    let (_, after) = rest
        .split_once(end)
        .context("the script fetches no address of a file")?;
    Ok([before, "frise.deferred()", after].concat())
}

#[cfg(test)]
mod tests {
    use super::through_shell;

    #[test]
    fn the_second_file_is_loaded_by_the_shell() {
        let script = "a; const src = fetch(new URL(\"./x.wasm\", import.meta.url)); b";
        assert_eq!(
            through_shell(script).unwrap(),
            "a; const src = frise.deferred(); b"
        );
        for other in [
            "nothing",
            &[script, script].concat(),
            "fetch(new URL(\"./x.wasm\"))",
        ] {
            assert!(through_shell(other).is_err(), "{other}");
        }
    }
}
