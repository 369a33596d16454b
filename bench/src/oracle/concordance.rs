//! Concordances: how often a pattern occurs, and in which text, against quanteda's `kwic`.
//!
//! A pattern there is a word, a word's beginning with `*`, or words in a row, matched without regard to
//! capitals, token by token. Frise is asked the same to the letter: stems and other accents find nothing.
//!
//! 1. Their rows are what their tokens give, place by place.
//! 2. In the words that the rules of [`super::rules`] make of their tokens the pattern occurs more often;
//!    every additional hit is listed under the rule that causes it: `égalité` in `l'égalité` (elided words
//!    stand alone), `mariage` in `hors-mariage` (hyphens part), `United States` in `United, States`
//!    (signs are no words).
//! 3. That many hits are found here, text by text.

use super::quanteda::Texts;
use super::rules::{Rule, Tally, Word, words};
use super::unexplained::tell_unexplained;
use anyhow::{Context, Result};
use frise_index::model::RunKind;
use frise_index::query::{Matching, parse};
use frise_index::search::{Answer, Filters, Searcher, Sort};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A row of `kwic`: where a hit begins, in tokens from 1.
#[derive(Deserialize)]
pub struct Row {
    docname: String,
    from: usize,
    pattern: String,
}

/// Returns the tables of concordances that belong to a corpus, by name.
///
/// # Errors
/// The folder cannot be read.
pub fn files(stem: &str) -> Result<Vec<PathBuf>> {
    let stem = Path::new(stem);
    let folder = stem.parent().context("the files lie in no folder")?;
    let start = format!(
        "{}_kwic_",
        stem.file_name().unwrap_or_default().to_string_lossy()
    );
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(&start) && name.ends_with(".csv")
        })
        .collect();
    files.sort();
    Ok(files)
}

/// Compares the rows of a table, pattern by pattern; gives how many differences no rule explains.
///
/// # Errors
/// A row names a text that is not there.
pub fn compare(texts: &Texts, rows: &[Row]) -> Result<usize> {
    let mut places: BTreeMap<&str, BTreeSet<(usize, usize)>> = BTreeMap::new();
    for row in rows {
        let named = |(name, _): &(String, Vec<String>)| *name == row.docname;
        let text = texts.tokens.iter().position(named);
        let text = text.with_context(|| format!("there is no text {}", row.docname))?;
        places
            .entry(&row.pattern)
            .or_default()
            .insert((text, row.from - 1));
    }
    let unexplained = places
        .iter()
        .map(|(pattern, rows)| compare_pattern(texts, pattern, rows));
    Ok(unexplained.sum())
}

fn compare_pattern(texts: &Texts, pattern: &str, rows: &BTreeSet<(usize, usize)>) -> usize {
    let wanted: Vec<String> = pattern.split(' ').map(str::to_lowercase).collect();
    let mut differences = Vec::new();
    let mut owed: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut theirs, mut ours) = (BTreeSet::new(), 0);
    let here = hits(&texts.searcher, pattern, texts.tokens.len());
    for (text, (name, tokens)) in texts.tokens.iter().enumerate() {
        let whole: Vec<&str> = tokens.iter().map(String::as_str).collect();
        theirs.extend(
            occurrences(&whole, &wanted)
                .into_iter()
                .map(|at| (text, at)),
        );
        let words = words(tokens, texts.language, &mut Tally::default());
        let cut: Vec<&str> = words.iter().map(|word| word.text.as_ref()).collect();
        let found = occurrences(&cut, &wanted);
        for at in &found {
            let reason = owed_to(&words[*at..*at + wanted.len()]);
            *owed
                .entry(reason.map_or("as there", Rule::name))
                .or_insert(0) += 1;
        }
        if found.len() != here[text] {
            let rules = found.len();
            differences.push(format!(
                "{name}: {rules} hits by the rules, {} here",
                here[text]
            ));
        }
        ours += here[text];
    }
    for (text, at) in theirs.symmetric_difference(rows) {
        let name = &texts.tokens[*text].0;
        differences.push(format!(
            "{name}: their tokens and their table differ at token {}",
            at + 1
        ));
    }
    let reasons: Vec<String> = owed
        .iter()
        .map(|(reason, times)| format!("{times} {reason}"))
        .collect();
    println!(
        "  kwic          {pattern}: {} there, {ours} here ({})",
        rows.len(),
        reasons.join(", ")
    );
    tell_unexplained(pattern, &differences)
}

/// Returns the rule without which some words in a row would not be a hit; `None` where quanteda has them too.
fn owed_to(words: &[Word<'_>]) -> Option<Rule> {
    let own = words.iter().find_map(|word| word.rules.last());
    let skips = words
        .windows(2)
        .any(|pair| pair[1].token > pair[0].token + 1);
    own.copied().or(skips.then_some(Rule::Sign))
}

/// Returns where a pattern begins among some words.
fn occurrences(words: &[&str], wanted: &[String]) -> Vec<usize> {
    let fits = |word: &&str, wanted: &String| {
        let word = word.to_lowercase();
        match wanted.strip_suffix('*') {
            Some(start) => word.starts_with(start),
            None => word == *wanted,
        }
    };
    let starts = words.windows(wanted.len()).enumerate();
    starts
        .filter(|(_, window)| {
            window
                .iter()
                .zip(wanted)
                .all(|(word, wanted)| fits(word, wanted))
        })
        .map(|(at, _)| at)
        .collect()
}

/// Returns how many hits Frise marks in each text.
fn hits(searcher: &Searcher, pattern: &str, texts: usize) -> Vec<usize> {
    let query = match pattern.contains(' ') {
        true => parse(&format!("\"{pattern}\"")),
        false => parse(pattern),
    };
    let query = query.matched(Matching::Exact);
    let answer = searcher.search(&query, &Filters::default(), Sort::Oldest);
    let mut hits = vec![0; texts];
    for found in &answer.passages {
        hits[searcher.index().document_of(found.passage)] +=
            marked(searcher, &answer, found.passage);
    }
    hits
}

/// Returns the hits of a passage; between two of them there is always something that is none.
fn marked(searcher: &Searcher, answer: &Answer, passage: u32) -> usize {
    let runs = searcher.highlight(passage, &answer.plan, &[]);
    let spans = runs
        .iter()
        .filter(|run| matches!(run.kind, RunKind::Span(_)));
    let segments = spans.flat_map(|run| &run.segments);
    segments.filter(|segment| segment.reason.is_some()).count()
}

#[cfg(test)]
mod tests {
    use super::super::quanteda::tests::texts;
    use super::*;

    const TEXT: &str = "L'égalité, la paix. Une égalité ; Égalités. Vive la, paix et la Paix. Après-paix, egalite.";
    const TOKENS: [&str; 23] = [
        "L'égalité",
        ",",
        "la",
        "paix",
        ".",
        "Une",
        "égalité",
        ";",
        "Égalités",
        ".",
        "Vive",
        "la",
        ",",
        "paix",
        "et",
        "la",
        "Paix",
        ".",
        "Après-paix",
        ",",
        "egalite",
        ".",
        "!",
    ];

    /// The rows that quanteda gives for a pattern: the tokens where it begins.
    fn check(pattern: &str, rows: &[usize], expected: usize) {
        let row = |from: &usize| Row {
            docname: "a".to_string(),
            from: *from,
            pattern: pattern.to_string(),
        };
        let rows: Vec<Row> = rows.iter().map(row).collect();
        let unexplained = compare(&texts(TEXT, &TOKENS), &rows).expect("rows");
        assert_eq!(unexplained, expected, "{pattern}");
    }

    #[test]
    fn every_hit_more_is_owed_to_a_rule() {
        check("égalité", &[7], 0);
        check("la paix", &[3, 16], 0);
        check("paix", &[4, 14, 17], 0);
        check("égal*", &[7, 9], 1);
        // Their table must be that of their tokens.
        check("paix", &[4, 14], 1);
        check("paix", &[4, 14, 17, 19], 1);
    }

    #[test]
    fn hits_are_told_apart_by_what_they_owe_themselves_to() {
        let texts = texts(TEXT, &TOKENS);
        let words = words(&texts.tokens[0].1, texts.language, &mut Tally::default());
        let cut: Vec<&str> = words.iter().map(|word| word.text.as_ref()).collect();
        let check = |pattern: &str, expected: &[Option<Rule>]| {
            let wanted: Vec<String> = pattern.split(' ').map(str::to_string).collect();
            let places = occurrences(&cut, &wanted).into_iter();
            let found: Vec<_> = places
                .map(|at| owed_to(&words[at..at + wanted.len()]))
                .collect();
            assert_eq!(found, expected, "{pattern}");
        };
        check("égalité", &[Some(Rule::Elision), None]);
        check("la paix", &[None, Some(Rule::Sign), None]);
        check("paix", &[None, None, None, Some(Rule::Hyphen)]);
    }

    #[test]
    fn a_row_of_another_text_is_refused() {
        let row = Row {
            docname: "b".to_string(),
            from: 1,
            pattern: "paix".to_string(),
        };
        assert!(compare(&texts(TEXT, &TOKENS), &[row]).is_err());
    }
}
