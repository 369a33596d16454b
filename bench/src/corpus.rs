//! Reading the files of a corpus: a folder like `corpus/`, or one file of JSON lines.

use anyhow::{Context, Result, bail};
use frise_corpus::SourceFile;
use frise_corpus::compile;
use std::fs;
use std::path::Path;

/// Returns the files of a corpus, with the paths that problems show.
///
/// # Errors
/// Something cannot be read.
pub fn read_files(path: &Path) -> Result<Vec<SourceFile>> {
    if path.is_file() {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        return Ok(vec![SourceFile {
            path: name.into_owned(),
            bytes,
        }]);
    }
    let mut files = read_folder(path, "")?;
    files.extend(read_folder(&path.join("documents"), "documents/")?);
    Ok(files)
}

fn read_folder(folder: &Path, prefix: &str) -> Result<Vec<SourceFile>> {
    let explain = || {
        format!(
            "{} is no corpus: expected a .jsonl file, or a folder with corpus.toml and documents/",
            folder.display()
        )
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(explain)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            files.push(SourceFile {
                path: format!("{prefix}{}", entry.file_name().to_string_lossy()),
                bytes: fs::read(entry.path())?,
            });
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// Returns the index of a corpus.
///
/// # Errors
/// The corpus has mistakes; all of them.
pub fn index(files: &[SourceFile]) -> Result<Vec<u8>> {
    match compile(files) {
        Ok(compiled) => Ok(compiled.into_bytes()),
        Err(problems) => {
            let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
            bail!("the corpus has mistakes:\n{}", messages.join("\n"))
        }
    }
}
