//! Prints what is understood of some files and folders.
//!
//! ```text
//! cargo run -p frise-import --example understood -- DOSSIER texte.txt
//! ```

use frise_import::{InputFile, Settings, corpus, read};
use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let mut files = Vec::new();
    for argument in env::args().skip(1) {
        let path = Path::new(&argument);
        let base = path.parent().unwrap_or(path);
        add(&mut files, base, path)?;
    }
    let import = read(files);
    let settings = Settings::default();
    let review = import.review(&settings);
    for table in &review.tables {
        let columns: Vec<String> = table
            .columns
            .iter()
            .map(|column| format!("{} = {:?}", column.name, column.holds))
            .collect();
        println!(
            "{}: {} rows, {}",
            table.path,
            table.rows,
            columns.join(", ")
        );
    }
    for draft in review.drafts.iter().take(50) {
        let date = draft.date.as_deref().unwrap_or("no date");
        let basis = draft
            .date_basis
            .as_ref()
            .map_or(String::new(), |basis| format!(" ({basis:?})"));
        let language = draft.language.as_deref().unwrap_or("?");
        let speakers: Vec<&str> = draft.speakers.iter().take(3).map(String::as_str).collect();
        println!(
            "{} | {} | {date}{basis} | {language} | {} speakers: {} | {} passages, {} words",
            draft.key,
            draft.title,
            draft.speakers.len(),
            speakers.join(", "),
            draft.passages,
            draft.words
        );
        for notice in &draft.notices {
            println!("    {notice}");
        }
    }
    println!(
        "{} documents, {} speakers",
        review.drafts.len(),
        review.speakers.len()
    );
    if let Some(doubt) = &review.doubt {
        println!(
            "{} dates in doubt: is {} {} or {}?",
            doubt.count, doubt.example, doubt.day_first, doubt.month_first
        );
    }
    for problem in &review.problems {
        println!("{problem}");
    }
    match corpus(&import, &settings) {
        Ok(corpus) => {
            let index = frise_corpus::compile_corpus(&corpus)?;
            println!(
                "index of {} bytes, {} passages",
                index.index().bytes().len(),
                index.index().passages()
            );
        }
        Err(problems) => problems.iter().for_each(|problem| println!("{problem}")),
    }
    Ok(())
}

/// Adds a file, or all files below a folder.
fn add(files: &mut Vec<InputFile>, base: &Path, path: &Path) -> Result<(), Box<dyn Error>> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            add(files, base, &entry?.path())?;
        }
        return Ok(());
    }
    let name = path.strip_prefix(base).unwrap_or(path);
    files.push(InputFile {
        path: name.to_string_lossy().into_owned(),
        bytes: fs::read(path)?,
    });
    Ok(())
}
