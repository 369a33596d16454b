//! Stems against Snowball's own vocabulary and output, to the letter.
//!
//! What is compared is the algorithm as the engine runs it. On top of it Frise brings irregular plurals
//! and feminines to their word (`travaux`, `yeux`) and folds accents; how many words of the vocabulary
//! this touches is printed, with examples, and is no mistake.

use super::unexplained::tell_unexplained;
use anyhow::{Context, Result, ensure};
use frise_text::{Language, Stemmer, fold};
use std::fs;
use std::path::Path;

/// Compares the stems of all words of `voc.txt` with `output.txt` beside it; gives how many differ.
///
/// # Errors
/// A file is missing, or the two have not as many lines.
pub fn compare(vocabulary: &Path) -> Result<usize> {
    let folder = vocabulary.parent().context("voc.txt lies in no folder")?;
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let tag = name.rsplit('-').next().unwrap_or("");
    let language = Language::from_tag(tag);
    ensure!(
        language != Language::Other,
        "the folder of voc.txt is named '{name}': expected it to end in -fr or -en"
    );
    let words = fs::read_to_string(vocabulary)?;
    let output = fs::read_to_string(folder.join("output.txt"))
        .with_context(|| format!("cannot read output.txt in {}", folder.display()))?;
    ensure!(
        words.lines().count() == output.lines().count(),
        "voc.txt and output.txt have not as many lines"
    );
    let pairs: Vec<(&str, &str)> = words.lines().zip(output.lines()).collect();
    let compared = differences(&pairs, language);
    println!(
        "Snowball {name}: {} words, {} stems differ",
        pairs.len(),
        compared.unexplained.len()
    );
    let examples: Vec<&str> = compared
        .irregular
        .iter()
        .take(5)
        .map(String::as_str)
        .collect();
    println!(
        "  {} words have another stem here as irregular forms: {} …",
        compared.irregular.len(),
        examples.join("; ")
    );
    let unexplained = tell_unexplained("stem", &compared.unexplained);
    println!();
    Ok(unexplained)
}

struct Differences {
    unexplained: Vec<String>,
    irregular: Vec<String>,
}

fn differences(pairs: &[(&str, &str)], language: Language) -> Differences {
    let stemmer = Stemmer::new(language);
    let mut found = Differences {
        unexplained: Vec::new(),
        irregular: Vec::new(),
    };
    for (word, expected) in pairs {
        let (raw, stem) = (stemmer.snowball(word), stemmer.stem(word));
        if raw != *expected {
            found
                .unexplained
                .push(format!("{word}: {expected} there, {raw} here"));
        } else if stem != fold(expected) {
            found
                .irregular
                .push(format!("{word}: {expected} there, {stem} here"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_that_differ_are_told() {
        let pairs = [
            ("continuelles", "continuel"),
            ("développée", "développ"),
            ("travaux", "traval"),
            ("continu", "autre"),
        ];
        let found = differences(&pairs, Language::French);
        assert_eq!(found.unexplained, ["continu: autre there, continu here"]);
        assert_eq!(found.irregular, ["travaux: traval there, travail here"]);
    }
}
