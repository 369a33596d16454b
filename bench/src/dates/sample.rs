//! Some of the dates that are found in a corpus, with what stands around them.

use crate::corpus::read_files;
use crate::dice::Dice;
use anyhow::{Result, bail};
use frise_corpus::mention::mentions;
use frise_corpus::parse;
use frise_text::Language;
use std::path::Path;

/// How many are printed.
const SHOWN: usize = 200;

/// How many characters are shown on each side.
const AROUND: usize = 60;

/// Prints a sample of what is found in the texts of a corpus.
pub fn sample(path: &Path) -> Result<()> {
    let corpus = match parse(&read_files(path)?) {
        Ok(parsed) => parsed.corpus,
        Err(problems) => bail!(
            "the corpus has mistakes, the first of them: {}",
            problems[0]
        ),
    };
    let mut lines = Vec::new();
    let mut passages = 0;
    for document in &corpus.documents {
        let metadata = &document.metadata;
        let language = Language::from_tag(&metadata.language);
        passages += document.passages.len();
        for run in document.passages.iter().flat_map(|passage| &passage.runs) {
            for mention in mentions(&run.text, language, metadata.date.as_ref()) {
                let before: Vec<char> = run.text[..mention.start]
                    .chars()
                    .rev()
                    .take(AROUND)
                    .collect();
                let before: String = before.into_iter().rev().collect();
                let after: String = run.text[mention.end..].chars().take(AROUND).collect();
                let line = format!("{before}[{}]{after}", &run.text[mention.start..mention.end]);
                lines.push(format!(
                    "{}  {}  {}",
                    metadata
                        .date
                        .map_or("undated".into(), |date| date.to_string()),
                    mention.date,
                    line.replace('\n', " ")
                ));
            }
        }
    }
    println!("{} mentions in {passages} passages", lines.len());
    let mut dice = Dice::of(0);
    let shown = SHOWN.min(lines.len());
    for place in 0..shown {
        // Each of those that are left is as likely.
        let other = place + dice.below(lines.len() - place);
        lines.swap(place, other);
        println!("{}", lines[place]);
    }
    Ok(())
}
