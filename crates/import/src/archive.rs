//! Zip archives.
//!
//! Nothing is unpacked beyond the limits: an entry is read up to its share and no further, whatever the archive says of it.

use crate::reason::Reason;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: u64 = 100_000_000;

/// The most bytes that all files of an import may have, unpacked.
pub const LARGEST_IMPORT: u64 = 400_000_000;

/// The most files of an import.
pub const MOST_FILES: usize = 50_000;

/// How much is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest file that is read, in bytes.
    pub file: u64,
    /// The most bytes that all files of archives may have, unpacked.
    pub import: u64,
    /// The most files.
    pub files: usize,
}

impl Default for Limits {
    /// Returns what a page in a browser reads.
    fn default() -> Limits {
        Limits {
            file: LARGEST_FILE,
            import: LARGEST_IMPORT,
            files: MOST_FILES,
        }
    }
}

/// How many archives may lie in one another.
pub const DEEPEST: u8 = 2;

/// How many times as large as in the archive an entry may become, where it is larger than [`SMALL`].
const DENSEST: u64 = 200;

/// Entries up to this size may be of any density.
const SMALL: u64 = 1_000_000;

/// An archive that is open.
pub(crate) struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
}

/// What a zip is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An archive of files.
    Files,
    Docx,
    OpenDocument,
    Epub,
}

impl Archive {
    /// Opens an archive.
    pub fn open(bytes: Vec<u8>) -> Result<Archive, Reason> {
        match ZipArchive::new(Cursor::new(bytes)) {
            Ok(zip) => Ok(Archive { zip }),
            Err(error) => Err(reason(error)),
        }
    }

    /// Returns how many entries there are, folders included.
    pub fn len(&self) -> usize {
        self.zip.len()
    }

    /// Returns what the archive is, or why it is not read.
    pub fn kind(&mut self) -> Result<Kind, Reason> {
        let has = |archive: &Archive, name: &str| archive.zip.index_for_name(name).is_some();
        if has(self, "word/document.xml") {
            return Ok(Kind::Docx);
        }
        if has(self, "xl/workbook.xml") {
            return Err(Reason::Spreadsheet);
        }
        if has(self, "ppt/presentation.xml") {
            return Err(Reason::Slides);
        }
        let kind = self.named("mimetype").unwrap_or_default();
        match String::from_utf8_lossy(&kind).trim() {
            "application/epub+zip" => Ok(Kind::Epub),
            "application/vnd.oasis.opendocument.spreadsheet" => Err(Reason::Spreadsheet),
            "application/vnd.oasis.opendocument.presentation" => Err(Reason::Slides),
            kind if kind.starts_with("application/vnd.oasis.opendocument.text") => {
                Ok(Kind::OpenDocument)
            }
            _ if has(self, "META-INF/container.xml") => Ok(Kind::Epub),
            _ => Ok(Kind::Files),
        }
    }

    /// Returns the bytes of the entry of this name.
    pub fn named(&mut self, name: &str) -> Result<Vec<u8>, Reason> {
        match self.zip.index_for_name(name) {
            Some(place) => Ok(self
                .entry(place, LARGEST_FILE)?
                .map_or_else(Vec::new, |(_, bytes)| bytes)),
            None => Err(Reason::MissingPart {
                part: name.to_string(),
            }),
        }
    }

    /// Returns the name of an entry, for messages.
    pub fn name(&mut self, place: usize) -> String {
        let file = self.zip.by_index_raw(place).ok();
        let name = file.and_then(|file| Some(file.name().ok()?.into_owned()));
        name.unwrap_or_else(|| format!("#{}", place + 1))
    }

    /// Returns the name and the bytes of an entry; `None` for folders and for files that systems leave in archives.
    pub fn entry(&mut self, place: usize, most: u64) -> Result<Option<(String, Vec<u8>)>, Reason> {
        let mut file = self.zip.by_index(place).map_err(reason)?;
        let name = file.name().map_err(reason)?.replace('\\', "/");
        if file.is_dir() || is_hidden(&name) {
            return Ok(None);
        }
        if !is_safe(&name) {
            return Err(Reason::UnsafeName { name });
        }
        let packed = file.compressed_size();
        let allowed = most.min(packed.saturating_mul(DENSEST).max(SMALL));
        let mut bytes = Vec::new();
        let read = file.by_ref().take(allowed + 1).read_to_end(&mut bytes);
        let size = bytes.len() as u64;
        if size > allowed && allowed < most {
            return Err(Reason::TooDense {
                packed,
                bytes: size.max(file.size()),
            });
        }
        if size > most {
            return Err(Reason::TooLarge {
                bytes: size.max(file.size()),
                most,
            });
        }
        match read {
            Ok(_) => Ok(Some((name, bytes))),
            Err(_) => Err(Reason::Archive),
        }
    }
}

/// Returns whether a name stays inside its archive.
fn is_safe(name: &str) -> bool {
    let parts = || name.split('/');
    let drive = name.as_bytes().get(1) == Some(&b':');
    !name.starts_with('/') && !drive && !name.contains('\0') && !parts().any(|part| part == "..")
}

/// Returns whether a file is one that systems and programs leave beside a person's own.
pub(crate) fn is_hidden(path: &str) -> bool {
    let mut parts = path.split(['/', '\\']).rev();
    let name = parts.next().unwrap_or(path);
    let system = matches!(
        name.to_ascii_lowercase().as_str(),
        "thumbs.db" | "desktop.ini" | ""
    );
    let hidden = |part: &str| part.starts_with('.') && part != "." && part != "..";
    system
        || name.starts_with("~$")
        || hidden(name)
        || parts.any(|part| part == "__MACOSX" || hidden(part))
}

fn reason(error: ZipError) -> Reason {
    match error {
        ZipError::UnsupportedArchive(message) if message == ZipError::PASSWORD_REQUIRED => {
            Reason::Encrypted
        }
        ZipError::InvalidPassword => Reason::Encrypted,
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            Reason::Packing
        }
        _ => Reason::Archive,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_inside() {
        for name in ["a.txt", "a/b..c.txt", "été/a.txt"] {
            assert!(is_safe(name), "{name}");
        }
        for name in ["../a.txt", "a/../../b", "/etc/passwd", "C:/a", "a\0b"] {
            assert!(!is_safe(name), "{name}");
        }
    }

    #[test]
    fn files_of_systems_are_left_out() {
        for name in [
            ".DS_Store",
            "a/Thumbs.db",
            "__MACOSX/._a.txt",
            "~$lettre.docx",
            ".git/config",
        ] {
            assert!(is_hidden(name), "{name}");
        }
        for name in ["a.txt", "./a.txt", "a/b.txt"] {
            assert!(!is_hidden(name), "{name}");
        }
    }
}
