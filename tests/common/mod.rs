//! The corpus of this edition, read from its folder as the build reads it.

use frise_engine::corpus::{Corpus, SourceFile, parse};
use std::fs;

/// The corpus as it is parsed; tests run in the folder of the package.
pub fn corpus() -> Corpus {
    let mut files = folder("corpus", "");
    files.extend(folder("corpus/documents", "documents/"));
    match parse(&files) {
        Ok(parsed) => parsed.corpus,
        Err(problems) => panic!("the corpus has mistakes: {problems:#?}"),
    }
}

fn folder(folder: &str, prefix: &str) -> Vec<SourceFile> {
    let entries = fs::read_dir(folder).expect("a corpus folder beside Cargo.toml");
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    let mut files: Vec<SourceFile> = paths
        .filter(|path| path.is_file())
        .map(|path| SourceFile {
            path: format!(
                "{prefix}{}",
                path.file_name().unwrap_or_default().to_string_lossy()
            ),
            bytes: fs::read(&path).expect("a file that can be read"),
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}
