//! The embedded corpus, read from its folder as the build reads it, for the tests of several crates.
#![allow(dead_code)]

use frise_corpus::{SourceFile, compile, parse};
use frise_index::model::Corpus;
use frise_index::search::Searcher;
use std::fs;

/// The workspace's folder of the corpus, from the folder of a crate, in which tests run.
pub const FOLDER: &str = "../../corpus";

/// The corpus as it is parsed.
pub fn corpus() -> Corpus {
    match parse(&files()) {
        Ok(parsed) => parsed.corpus,
        Err(problems) => panic!("the corpus has mistakes: {problems:#?}"),
    }
}

/// The corpus compiled and opened.
pub fn searcher() -> Searcher {
    match compile(&files()) {
        Ok(compiled) => Searcher::open(compiled.into_bytes()).expect("the index opens"),
        Err(problems) => panic!("the corpus has mistakes: {problems:#?}"),
    }
}

/// The files of the corpus, as the build gives them.
pub fn files() -> Vec<SourceFile> {
    let mut files = folder(FOLDER, "");
    files.extend(folder(&format!("{FOLDER}/documents"), "documents/"));
    files.extend(folder(&format!("{FOLDER}/lessons"), "lessons/"));
    files
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
