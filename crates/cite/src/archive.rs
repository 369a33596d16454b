//! Several files in one.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A file with its path, whose parts `/` separates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportFile {
    /// The path below the folder of the export.
    pub path: String,
    /// The contents.
    pub bytes: Vec<u8>,
}

impl ExportFile {
    /// Makes a file of text in UTF-8.
    pub fn text(path: impl Into<String>, text: String) -> ExportFile {
        ExportFile {
            path: path.into(),
            bytes: text.into_bytes(),
        }
    }
}

/// Returns files as a ZIP, uncompressed and without dates, so that the same files give the same bytes.
///
/// # Errors
/// Returns the reason if a ZIP cannot hold the files: two of one name, or more than four gigabytes.
pub fn archive(files: &[ExportFile]) -> Result<Vec<u8>, String> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    for file in files {
        writer
            .start_file(file.path.as_str(), options)
            .map_err(|error| format!("cannot add {}: {error}", file.path))?;
        writer
            .write_all(&file.bytes)
            .map_err(|error| format!("cannot add {}: {error}", file.path))?;
    }
    let written = writer.finish().map_err(|error| error.to_string())?;
    Ok(written.into_inner())
}

/// Returns ids as names of files without an extension, each used once: letters, digits, `-`, `_` and `.` are kept.
pub(crate) fn file_names<'a>(ids: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut used = std::collections::HashSet::new();
    ids.into_iter()
        .map(|id| {
            let plain = |character: char| match character {
                '-' | '_' | '.' => character,
                character if character.is_alphanumeric() => character,
                _ => '_',
            };
            let name: String = id.chars().map(plain).take(100).collect();
            // No system takes a name of only points, and some hide one that begins with one.
            let name = match name.trim_start_matches('.') {
                "" => "texte".to_owned(),
                name => name.to_owned(),
            };
            let mut unique = name.clone();
            let mut number = 2;
            // Some systems do not tell capitals apart.
            while !used.insert(unique.to_lowercase()) {
                unique = format!("{name}-{number}");
                number += 1;
            }
            unique
        })
        .collect()
}
