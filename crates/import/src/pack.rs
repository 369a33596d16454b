//! A corpus as a zip of its folder.

use frise_corpus::folder;
use frise_index::model::Corpus;
use std::io::{Cursor, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Packs the folder of a corpus into a zip, under the identifier of the corpus.
///
/// # Errors
/// Fails where the texts are larger than a zip can be.
pub fn pack(corpus: &Corpus) -> ZipResult<Vec<u8>> {
    let files = folder(corpus).into_iter();
    let named = files.map(|file| (format!("{}/{}", corpus.id, file.path), file.bytes));
    pack_files(named)
}

/// Packs files into a zip.
///
/// # Errors
/// Fails where they are larger than a zip can be, or where two have one name.
pub fn pack_files(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The same files make the same bytes, whenever they are packed.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    for (path, bytes) in files {
        zip.start_file(path, options)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
