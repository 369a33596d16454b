//! `part` and `join`: parts of a large index, each made by itself, on any machine and of any files.

use crate::input::{Read, plural, read};
use crate::options::{Join, OutputKind, Part};
use crate::output::{Built, check_folder, default_out, in_shards, page_for, write_out};
use crate::progress::{Stage, size};
use anyhow::{Context, Result, anyhow, bail};
use frise_corpus::write_part;
use frise_edition::Front;
use frise_import::{PartProblem, Settings};
use frise_index::join_parts;
use frise_index::search::Searcher;
use std::fs;
use std::path::{Path, PathBuf};

/// The ending of the name of a part.
const ENDING: &str = "part";

/// The command `part`.
///
/// # Errors
/// No part can be made of the files, or the place cannot be written to.
pub fn part(part: &Part) -> Result<()> {
    let Read { import, settings } = read(&part.inputs)?;
    for problem in &import.problems {
        eprintln!("{problem}");
    }
    let (corpus, note) = frise_import::part(&import, &settings).map_err(all)?;
    drop(import);
    let documents = corpus.documents.len();
    let stage = Stage::begin("tokenising", 0);
    let bytes = write_part(corpus, &note)?;
    stage.end(&format!("{documents} {}", plural(documents, "document")));
    let out = match &part.out {
        Some(out) => out.clone(),
        None => default_part(&part.inputs.paths),
    };
    fs::write(&out, &bytes).with_context(|| format!("cannot write {}", out.display()))?;
    eprintln!(
        "{} has {}; `frise join` builds of all parts.",
        out.display(),
        size(bytes.len())
    );
    Ok(())
}

fn default_part(inputs: &[PathBuf]) -> PathBuf {
    let stem = inputs.first().and_then(|path| path.file_stem());
    PathBuf::from(stem.unwrap_or("corpus".as_ref())).with_extension(ENDING)
}

/// The command `join`.
///
/// # Errors
/// A part cannot be read, parts do not belong together, the program has no page, or the place cannot be written to.
pub fn join(join: &Join) -> Result<()> {
    let page_files = page_for(join.form, join.page.as_deref())?;
    if let Some(out) = &join.out {
        check_folder(out, join.form)?;
    }
    let files = read_files(&join.parts)?;
    let count = files.len();
    let bytes = files.iter().map(|(_, bytes)| bytes.len()).sum();
    let stage = Stage::begin("reading", 0);
    let parts = files
        .iter()
        .map(|(name, bytes)| frise_index::Part::read(name, bytes).with_context(|| name.clone()));
    let parts: Vec<frise_index::Part> = parts.collect::<Result<_>>()?;
    let settings = Settings {
        title: join.title.clone(),
        sentence: join.sentence.clone(),
        ..Settings::default()
    };
    let whole = frise_import::join(&parts, &settings).map_err(all)?;
    stage.end(&format!(
        "{count} {}, {}",
        plural(count, "part"),
        size(bytes)
    ));
    let out = match &join.out {
        Some(out) => out.clone(),
        None => default_out(&whole.corpus.id, join.form),
    };
    check_folder(&out, join.form)?;
    let front = Front {
        title: whole.corpus.title.fr.clone(),
        sentence: whole.corpus.sentence.fr.clone(),
        documents: None,
    };
    let stage = Stage::begin("joining", 0);
    let index = join_parts(whole.corpus, whole.language, &parts)?;
    drop(parts);
    drop(files);
    // Parts may be anybody's, so their words are proved as those of any index that somebody brings.
    let mut searcher = Searcher::open_untrusted(index)?;
    searcher.record_themes()?;
    let index = searcher.index();
    stage.end(&format!(
        "{} {}, {} {}, index of {}",
        index.documents().len(),
        plural(index.documents().len(), "document"),
        index.passages(),
        plural(index.passages() as usize, "passage"),
        size(index.bytes().len())
    ));
    if join.form == OutputKind::Site {
        eprintln!(
            "Pages without scripts are left out, because they are made of the files; `frise build --pages` makes them."
        );
    }
    let built = Built {
        sharded: in_shards(index, join.form, join.shards)?,
        index: searcher.into_bytes(),
        texts: Vec::new(),
        front,
    };
    write_out(built, join.form, &out, &page_files)
}

/// The files of parts with their names: those that are named, and all parts of a folder.
fn read_files(paths: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for path in paths {
        for file in parts_in(path)? {
            let bytes =
                fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            files.push((file.display().to_string(), bytes));
        }
    }
    Ok(files)
}

fn parts_in(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut parts = Vec::new();
    for entry in fs::read_dir(path).with_context(|| path.display().to_string())? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == ENDING) {
            parts.push(path);
        }
    }
    if parts.is_empty() {
        bail!(
            "expected a folder of parts, found no file in {} whose name ends in .{ENDING}; `frise part` makes them",
            path.display()
        );
    }
    parts.sort();
    Ok(parts)
}

/// All problems, one a line.
fn all(problems: Vec<PartProblem>) -> anyhow::Error {
    let problems: Vec<String> = problems.iter().map(PartProblem::to_string).collect();
    anyhow!("{}", problems.join("\n"))
}
