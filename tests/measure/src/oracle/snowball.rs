//! Stems against Snowball's own vocabulary and output.
//!
//! Frise keeps stems folded, and the reference has accents; so both are compared folded. Where two stems
//! differ in accents alone, that is told apart, because Frise then brings together what Snowball keeps
//! asunder. Frise sets some plurals right that the algorithm misses (`travaux`, `yeux`): a word whose
//! stem is that of its singular is explained by this.

use super::tell_unexplained;
use anyhow::{Context, Result, ensure};
use frise_engine::text::{Language, Stemmer, fold};
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
        "Snowball {name}: {} words, compared folded; {} differ, {} of them as plurals that Frise sets right",
        pairs.len(),
        compared.set_right.len() + compared.others.len(),
        compared.set_right.len()
    );
    compared
        .set_right
        .iter()
        .for_each(|told| println!("    {told}"));
    let unexplained = tell_unexplained("stem", &compared.others);
    println!();
    Ok(unexplained)
}

struct Differences {
    set_right: Vec<String>,
    others: Vec<String>,
}

/// The plurals that Frise stems as their singular; see `engine/src/text/stem.rs`.
const SINGULARS: [(&str, &str); 10] = [
    ("aïeux", "aïeul"),
    ("baux", "bail"),
    ("cieux", "ciel"),
    ("coraux", "corail"),
    ("soupiraux", "soupirail"),
    ("travaux", "travail"),
    ("vantaux", "vantail"),
    ("vitraux", "vitrail"),
    ("yeux", "œil"),
    ("émaux", "émail"),
];

fn differences(pairs: &[(&str, &str)], language: Language) -> Differences {
    let stemmer = Stemmer::new(language);
    let mut found = Differences {
        set_right: Vec::new(),
        others: Vec::new(),
    };
    for (word, expected) in pairs {
        let stem = stemmer.stem(word);
        if stem == fold(expected) {
            continue;
        }
        let told = format!("{word}: {expected} there, {stem} here");
        let singular = SINGULARS.iter().find(|(plural, _)| plural == word);
        match singular.filter(|(_, singular)| stemmer.stem(singular) == stem) {
            Some(_) if language == Language::French => found.set_right.push(told),
            _ => found.others.push(told),
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
        assert_eq!(found.set_right.len(), 1, "{:?}", found.set_right);
        assert_eq!(found.others, ["continu: autre there, continu here"]);
    }
}
