//! From paths to files, and from files to a corpus.

use crate::options::Inputs;
use crate::progress::{Stage, size};
use anyhow::{Context, Result, bail};
use frise_import::{Import, InputFile, Limits, Problem, Reader, Reason, Settings, corpus};
use frise_index::model::Corpus;
use std::fs;
use std::path::{Path, PathBuf, absolute};

/// How much is read: more than a page in a browser reads, because this program has the memory of the machine.
const LIMITS: Limits = Limits {
    file: 1_000_000_000,
    import: 4_000_000_000,
    files: 500_000,
};

/// What was read, and what was decided of it.
pub struct Read {
    pub import: Import,
    pub settings: Settings,
}

/// Reads files and folders.
///
/// # Errors
/// A path does not exist or cannot be read, or a column is named that no table has. What cannot be understood of the files is
/// told by the import.
pub fn read(inputs: &Inputs) -> Result<Read> {
    let (files, problems) = find(&inputs.paths)?;
    if files.is_empty() && problems.is_empty() {
        let paths: Vec<String> = inputs
            .paths
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        bail!(
            "expected files of text, found none in {}; put some there, or name another folder",
            paths.join(", ")
        );
    }
    let count = files.len();
    let bytes = files.iter().map(|file| file.bytes.len()).sum::<usize>();
    let stage = Stage::begin("reading", bytes as u64);
    let mut reader = Reader::with_limits(files, LIMITS);
    while let Some(progress) = reader.step() {
        stage.set(progress.bytes);
    }
    let mut import = reader.finish();
    import.problems.extend(problems);
    stage.end(&format!(
        "{count} {}, {}",
        plural(count, "file"),
        size(bytes)
    ));
    let settings = settings(inputs, &import)?;
    Ok(Read { import, settings })
}

impl Read {
    /// Makes the corpus.
    ///
    /// # Errors
    /// Tells all problems, by file and line, where there is no corpus.
    pub fn corpus(self) -> Result<Corpus> {
        for problem in &self.import.problems {
            eprintln!("{problem}");
        }
        corpus(&self.import, &self.settings).map_err(|problems| {
            let problems: Vec<String> = problems.iter().map(Problem::to_string).collect();
            anyhow::anyhow!("{}", problems.join("\n"))
        })
    }
}

/// Returns a noun in the singular or the plural.
pub fn plural(count: usize, noun: &str) -> String {
    match count {
        1 => noun.to_string(),
        _ => format!("{noun}s"),
    }
}

fn settings(inputs: &Inputs, import: &Import) -> Result<Settings> {
    let mut settings = Settings {
        title: inputs.title.clone(),
        sentence: inputs.sentence.clone(),
        date: inputs.date.clone(),
        day_month: inputs.day_month,
        speaker: inputs.speaker.clone(),
        language: inputs.language.clone(),
        passages: inputs.passages,
        ..Settings::default()
    };
    if inputs.columns.is_empty() && inputs.rows.is_none() {
        return Ok(settings);
    }
    let tables = import.review(&settings).tables;
    for (name, _) in &inputs.columns {
        let mut known = tables
            .iter()
            .flat_map(|table| &table.columns)
            .map(|column| &column.name);
        if !known.clone().any(|known| known == name) {
            let known: Vec<&str> = known.by_ref().map(String::as_str).collect();
            bail!(
                "--column: expected a column of a table, one of {}, found `{name}`",
                known.join(", ")
            );
        }
    }
    for table in tables {
        let said = |name: &str| inputs.columns.iter().rev().find(|(known, _)| known == name);
        let columns = table.columns.iter();
        let holds =
            columns.map(|column| said(&column.name).map_or(column.holds, |(_, holds)| *holds));
        settings.columns.insert(table.path.clone(), holds.collect());
        settings
            .rows
            .extend(inputs.rows.map(|rows| (table.path, rows)));
    }
    Ok(settings)
}

/// The files of some paths, and those that are too large to be read at all.
fn find(paths: &[PathBuf]) -> Result<(Vec<InputFile>, Vec<Problem>)> {
    let mut found = (Vec::new(), Vec::new());
    for path in paths {
        // The last part of `..` or `.` is that of the folder that they mean.
        let whole = match path.file_name() {
            Some(_) => absolute(path),
            None => path.canonicalize(),
        };
        let whole = whole.with_context(|| format!("cannot read {}", path.display()))?;
        let name = whole
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        add(&whole, &name, &mut found).with_context(|| {
            format!(
                "expected a file or a folder that can be read, found {}",
                path.display()
            )
        })?;
    }
    Ok(found)
}

fn add(path: &Path, name: &str, found: &mut (Vec<InputFile>, Vec<Problem>)) -> Result<()> {
    let explain = || path.display().to_string();
    let metadata = fs::metadata(path).with_context(explain)?;
    if metadata.is_dir() {
        let mut entries: Vec<_> = fs::read_dir(path)
            .and_then(Iterator::collect)
            .with_context(explain)?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let below = entry.path();
            // A link to a folder may lead round in a circle.
            let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
            if is_link && below.is_dir() {
                continue;
            }
            let name = format!("{name}/{}", entry.file_name().to_string_lossy());
            add(&below, &name, found)?;
        }
    } else if metadata.len() > LIMITS.file {
        found.1.push(Problem {
            path: name.to_string(),
            line: None,
            reason: Reason::TooLarge {
                bytes: metadata.len(),
                most: LIMITS.file,
            },
        });
    } else {
        let bytes = fs::read(path).with_context(explain)?;
        found.0.push(InputFile {
            path: name.to_string(),
            bytes,
        });
    }
    Ok(())
}
