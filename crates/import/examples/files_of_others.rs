//! Compares what is understood of the files of a folder with its `expected.json`; `cargo xtask readers` has other people's
//! programs write both.
//!
//! ```text
//! cargo run -p frise-import --example files_of_others -- DOSSIER
//! ```

use frise_import::{InputFile, Settings, corpus, read};
use frise_index::model::Passage;
use serde::Deserialize;
use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What a file should be understood as.
#[derive(Debug, PartialEq, Deserialize)]
struct Understood {
    file: String,
    title: String,
    author: String,
    date: Option<String>,
    /// The passages; after each heading above a passage stands `|`.
    passages: Vec<String>,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("expected the path of a folder")?;
    let folder = PathBuf::from(folder);
    let expected: Vec<Understood> =
        serde_json::from_slice(&fs::read(folder.join("expected.json"))?)?;
    let mut failures = 0;
    for expected in &expected {
        let found = understood(&folder, &expected.file)?;
        if found != *expected {
            failures += 1;
            println!("expected {expected:#?}\nfound {found:#?}");
        }
    }
    println!(
        "{} files of other writers, {failures} misunderstood",
        expected.len()
    );
    Ok(match failures {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}

fn understood(folder: &Path, file: &str) -> Result<Understood, Box<dyn Error>> {
    let import = read(vec![InputFile {
        path: file.to_owned(),
        bytes: fs::read(folder.join(file))?,
    }]);
    let corpus = corpus(&import, &Settings::default())
        .map_err(|problems| format!("{file}: {problems:?}"))?;
    let [document] = corpus.documents.as_slice() else {
        return Err(format!(
            "{file}: expected one document, found {}",
            corpus.documents.len()
        )
        .into());
    };
    let words = |passage: &Passage| {
        let runs = passage.runs.iter().map(|run| run.text.as_str());
        runs.collect::<Vec<_>>().join("|")
    };
    Ok(Understood {
        file: file.to_owned(),
        title: document.metadata.title.fr.clone(),
        author: document.metadata.creator.clone(),
        date: document.metadata.date.map(|date| date.to_string()),
        passages: document.passages.iter().map(words).collect(),
    })
}
