//! Copies of a folder's files as a web server sends them: packed once, as tightly as may be.
//!
//! Owns [`packed`]. A server that packs at each request would be measured by how fast it does so.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::TempDir;

/// Names of files that are packed already.
const PACKED: [&str; 5] = ["png", "jpg", "zip", "gz", "br"];

/// Returns a temporary folder with all files of `folder`, each beside itself as `.br` (brotli 11) and `.gz` (gzip 9).
///
/// # Errors
/// A file cannot be read or written.
pub fn packed(folder: &Path) -> io::Result<TempDir> {
    let copies = tempfile::Builder::new().prefix("frise-packed-").tempdir()?;
    pack_into(folder, copies.path())?;
    Ok(copies)
}

fn pack_into(folder: &Path, copies: &Path) -> io::Result<()> {
    fs::create_dir_all(copies)?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let copy = copies.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            pack_into(&path, &copy)?;
            continue;
        }
        let bytes = fs::read(&path)?;
        fs::write(&copy, &bytes)?;
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        if PACKED.contains(&ending.as_ref()) {
            continue;
        }
        fs::write(copy.with_added_extension("br"), brotli(&bytes)?)?;
        fs::write(copy.with_added_extension("gz"), gzip(&bytes)?)?;
    }
    Ok(())
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)?;
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes)?;
    gzip.finish()
}
