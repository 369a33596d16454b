//! `oracle PATH`: where Frise differs from other tools on the same texts, and whether a documented rule
//! explains every difference. What no rule explains is printed and fails the command.
//!
//! PATH is searched for
//! - **quanteda** ([`quanteda`]): a folder with `X_texts.json` and `X_tokens.json`, and perhaps
//!   `X_ntoken.csv`, `X_freq.csv` and `X_kwic_*.csv`, as R's quanteda 4.3 writes them;
//! - **Snowball** ([`snowball`]): a folder with `voc.txt` and `output.txt`, whose name ends in the
//!   language: `snowball-fr`.

mod concordance;
mod quanteda;
mod rules;
mod snowball;
mod unexplained;

use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Compares everything that is found below a path.
///
/// # Errors
/// Nothing to compare is there, or a file cannot be read. (The exit code says whether figures differ.)
pub fn oracle(path: &Path) -> Result<ExitCode> {
    let mut files = Vec::new();
    walk(path, &mut files)?;
    files.sort();
    let mut compared = 0;
    let mut unexplained = 0;
    for file in &files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with("_tokens.json") {
            compared += 1;
            unexplained += quanteda::compare(file)?;
        } else if name == "voc.txt" {
            compared += 1;
            unexplained += snowball::compare(file)?;
        }
    }
    ensure!(
        compared > 0,
        "{} holds nothing to compare with: expected *_tokens.json of quanteda, or voc.txt of Snowball",
        path.display()
    );
    println!("unexplained differences: {unexplained}");
    Ok(if unexplained == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn walk(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_file() {
        files.push(path.to_path_buf());
        return Ok(());
    }
    let entries = fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))?;
    for entry in entries {
        walk(&entry?.path(), files)?;
    }
    Ok(())
}
