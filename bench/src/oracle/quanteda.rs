//! Token counts and frequencies as quanteda has them, against the words of Frise's index.
//!
//! 1. Their files agree with one another: `ntoken.csv` counts their tokens without punctuation (tokens of
//!    nothing but Unicode's categories P), `freq.csv` counts them in lower case. So the tokens stand for
//!    all three.
//! 2. Each text, with the rules of [`super::rules`] applied to its tokens, is word for word what the
//!    index holds.
//! 3. Each word, in lower case, occurs as often in the index's lists of places as in the words that the
//!    rules make; and so does each feature that no rule touches.
//! 4. Each concordance: see [`super::concordance`].

use super::concordance;
use super::rules::{Tally, key, words};
use super::unexplained::tell_unexplained;
use crate::corpus::index;
use anyhow::{Context, Result};
use frise_corpus::SourceFile;
use frise_index::Index;
use frise_index::search::Searcher;
use frise_text::{Language, compose};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

/// What quanteda was given and what it made of it.
pub struct Texts {
    pub searcher: Searcher,
    pub language: Language,
    /// The tokens of each text, in the order of the index's documents.
    pub tokens: Vec<(String, Vec<String>)>,
}

#[derive(Deserialize)]
struct Text {
    docname: String,
    text: String,
}

#[derive(Deserialize)]
struct CountOfTokens {
    docname: String,
    ntoken: usize,
}

#[derive(Deserialize)]
struct Feature {
    feature: String,
    frequency: usize,
}

/// Compares all that lies beside a file of tokens; gives how many differences no rule explains.
///
/// # Errors
/// A file is missing or of another form.
pub fn compare(tokens: &Path) -> Result<usize> {
    let path = tokens.to_string_lossy();
    let stem = path.strip_suffix("_tokens.json").unwrap_or(&path);
    let texts = read_texts(stem)?;
    let name = Path::new(stem).file_name().unwrap_or_default();
    println!(
        "quanteda {}: {} texts, read as {}",
        name.to_string_lossy(),
        texts.tokens.len(),
        texts.searcher.index().documents()[0].metadata.language
    );
    let mut unexplained = compare_words(&texts);
    let ntoken = PathBuf::from(format!("{stem}_ntoken.csv"));
    if ntoken.is_file() {
        unexplained += compare_counts(&texts, &read_csv(&ntoken)?);
    }
    let freq = PathBuf::from(format!("{stem}_freq.csv"));
    if freq.is_file() {
        unexplained += compare_features(&texts, &read_csv(&freq)?);
    }
    for path in concordance::files(stem)? {
        unexplained += concordance::compare(&texts, &read_csv(&path)?)?;
    }
    println!();
    Ok(unexplained)
}

/// Reads the rows of a table.
///
/// # Errors
/// It cannot be read, or lacks a column.
fn read_csv<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>> {
    let context = || format!("cannot read {}", path.display());
    let mut reader = csv::Reader::from_path(path).with_context(context)?;
    let rows: Result<Vec<T>, csv::Error> = reader.deserialize().collect();
    rows.with_context(context)
}

fn read_texts(stem: &str) -> Result<Texts> {
    let read = |end: &str| {
        let path = format!("{stem}{end}");
        fs::read_to_string(&path).with_context(|| format!("cannot read {path}"))
    };
    let texts: Vec<Text> = serde_json::from_str(&read("_texts.json")?)?;
    let mut tokens: HashMap<String, Vec<String>> = serde_json::from_str(&read("_tokens.json")?)?;
    let searcher = Searcher::open(index(&[as_lines(&texts)])?)?;
    let tag = &searcher.index().documents()[0].metadata.language;
    let in_order = texts
        .into_iter()
        .map(|text| {
            let found = tokens.remove(&text.docname);
            let found = found.with_context(|| format!("{} has no tokens", text.docname))?;
            Ok((text.docname, found))
        })
        .collect::<Result<_>>()?;
    Ok(Texts {
        language: Language::from_tag(tag),
        searcher,
        tokens: in_order,
    })
}

/// Returns the texts as a corpus; with one date for all, documents keep their order.
fn as_lines(texts: &[Text]) -> SourceFile {
    let line = |text: &Text| {
        let Text { docname, text } = text;
        serde_json::json!({ "id": docname, "date": "2020", "text": text }).to_string()
    };
    let lines: Vec<String> = texts.iter().map(line).collect();
    SourceFile {
        path: "texts.jsonl".to_string(),
        bytes: lines.join("\n").into_bytes(),
    }
}

/// Returns the words of a document, as the index holds them.
fn words_of(index: &Index, document: usize) -> Vec<&str> {
    let passages = index.documents()[document].passages.clone();
    let runs = passages.flat_map(|passage| index.runs_of(passage));
    runs.flat_map(|run| index.pieces(run))
        .filter(|piece| piece.word.is_some())
        .map(|piece| piece.text)
        .collect()
}

/// Word for word, text by text.
fn compare_words(texts: &Texts) -> usize {
    let index = texts.searcher.index();
    let (mut theirs, mut ours) = (0, 0);
    let mut tally = Tally::default();
    let mut differences = Vec::new();
    for (document, (name, tokens)) in texts.tokens.iter().enumerate() {
        let expected = words(tokens, texts.language, &mut tally);
        let expected: Vec<String> = expected.iter().map(|word| key(&word.text)).collect();
        let found: Vec<String> = words_of(index, document).into_iter().map(key).collect();
        theirs += tokens.len();
        ours += found.len();
        differences.extend(first_difference(name, &expected, &found));
    }
    println!(
        "  tokens        {theirs} there {} = {ours} words here, in all {} texts",
        tally.equation(),
        texts.tokens.len()
    );
    tell_unexplained("words", &differences)
}

/// Returns where two lists of words part, with what stands there.
fn first_difference(name: &str, expected: &[String], found: &[String]) -> Option<String> {
    if expected == found {
        return None;
    }
    let same = expected
        .iter()
        .zip(found)
        .take_while(|(a, b)| a == b)
        .count();
    let around = |words: &[String]| {
        let start = same.saturating_sub(3);
        words[start.min(words.len())..(same + 4).min(words.len())].join(" | ")
    };
    Some(format!(
        "{name}, word {}: by the rules '{}', here '{}'",
        same + 1,
        around(expected),
        around(found)
    ))
}

/// Returns whether their own counts are those of their tokens.
fn compare_counts(texts: &Texts, rows: &[CountOfTokens]) -> usize {
    let counts: BTreeMap<&str, usize> = rows
        .iter()
        .map(|row| (row.docname.as_str(), row.ntoken))
        .collect();
    let mut differences = Vec::new();
    for (name, tokens) in &texts.tokens {
        let counted = tokens.iter().filter(|token| !is_punctuation(token)).count();
        if counts.get(name.as_str()) != Some(&counted) {
            let theirs = counts.get(name.as_str());
            differences.push(format!(
                "{name}: {counted} tokens, in ntoken.csv {theirs:?}"
            ));
        }
    }
    let all: usize = rows.iter().map(|row| row.ntoken).sum();
    println!("  ntoken.csv    {all}: their tokens without punctuation, text by text");
    tell_unexplained("count", &differences)
}

/// Returns what quanteda removes as punctuation: tokens of Unicode's categories P alone, as they occur in these texts. `°`,
/// `|`, `=` and `$` are symbols and stay.
fn is_punctuation(token: &str) -> bool {
    let is_symbol =
        |c: char| matches!(c, '°' | '|' | '=' | '$' | '+' | '<' | '>' | '^' | '`' | '~');
    !token.chars().any(|c| c.is_alphanumeric() || is_symbol(c))
}

/// Returns the frequency of every word.
fn compare_features(texts: &Texts, rows: &[Feature]) -> usize {
    let tokens = || texts.tokens.iter().flat_map(|(_, tokens)| tokens);
    let mut lowered: HashMap<String, usize> = HashMap::new();
    for token in tokens().filter(|token| !is_punctuation(token)) {
        *lowered.entry(token.to_lowercase()).or_insert(0) += 1;
    }
    let found = frequencies(texts.searcher.index());
    let mut differences = Vec::new();
    let mut alike = 0;
    for Feature { feature, frequency } in rows {
        if lowered.remove(feature) != Some(*frequency) {
            differences.push(format!(
                "'{feature}' is not in their tokens {frequency} times"
            ));
        }
        alike += usize::from(found.get(&compose(feature)) == Some(frequency));
    }
    differences.extend(
        lowered
            .keys()
            .map(|token| format!("'{token}' is not in freq.csv")),
    );
    let expected = expected_frequencies(texts);
    let every: BTreeSet<&String> = expected.keys().chain(found.keys()).collect();
    for word in every {
        let [by_rules, here] = [&expected, &found].map(|counts| counts.get(word).unwrap_or(&0));
        if by_rules != here {
            differences.push(format!(
                "'{word}' {by_rules} times by the rules, {here} times here"
            ));
        }
    }
    println!(
        "  freq.csv      {} features, {alike} of them as often here; {} words by the rules, {} here",
        rows.len(),
        expected.len(),
        found.len()
    );
    tell_unexplained("frequency", &differences)
}

/// Returns how often each word occurs by the rules, in lower case.
fn expected_frequencies(texts: &Texts) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for (_, tokens) in &texts.tokens {
        for word in words(tokens, texts.language, &mut Tally::default()) {
            *counts.entry(compose(&key(&word.text))).or_insert(0) += 1;
        }
    }
    counts
}

/// Returns how often each word occurs, in lower case.
fn frequencies(index: &Index) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for term in 0..index.terms() as u32 {
        for form in index.forms_of_term(term) {
            let times = index.postings(*form).len();
            *counts.entry(compose(&key(index.form(*form)))).or_insert(0) += times;
        }
    }
    counts
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// Returns a text as quanteda would cut it.
    pub fn texts(text: &str, tokens: &[&str]) -> Texts {
        let text = Text {
            docname: "a".to_string(),
            text: text.to_string(),
        };
        let bytes = index(&[as_lines(&[text])]).expect("an index");
        Texts {
            searcher: Searcher::open(bytes).expect("it opens"),
            language: Language::French,
            tokens: vec![(
                "a".to_string(),
                tokens.iter().map(|token| token.to_string()).collect(),
            )],
        }
    }

    const TEXT: &str = "L'égalité et la liberté, peut-être. La paix !\n\nL'égalité !";
    const TOKENS: [&str; 12] = [
        "L'égalité",
        "et",
        "la",
        "liberté",
        ",",
        "peut-être",
        ".",
        "La",
        "paix",
        "!",
        "L'égalité",
        "!",
    ];

    #[test]
    fn rules_explain_every_word() {
        assert_eq!(compare_words(&texts(TEXT, &TOKENS)), 0);
        let other = texts(TEXT, &TOKENS[..11]);
        assert_eq!(compare_words(&other), 0, "a sign more or less is no word");
        assert_eq!(compare_words(&texts(TEXT, &TOKENS[..10])), 1);
    }

    #[test]
    fn counts_and_frequencies_are_compared_one_by_one() {
        let texts = texts(TEXT, &TOKENS);
        let count = |ntoken: usize| CountOfTokens {
            docname: "a".to_string(),
            ntoken,
        };
        assert_eq!(compare_counts(&texts, &[count(8)]), 0);
        assert_eq!(compare_counts(&texts, &[count(9)]), 1);
        let feature = |(feature, frequency): (&str, usize)| Feature {
            feature: feature.to_string(),
            frequency,
        };
        let rows = [
            ("l'égalité", 2),
            ("la", 2),
            ("et", 1),
            ("liberté", 1),
            ("peut-être", 1),
            ("paix", 1),
        ];
        let features: Vec<Feature> = rows.map(feature).into();
        assert_eq!(compare_features(&texts, &features), 0);
        let wrong: Vec<Feature> = rows
            .map(|(word, times)| feature((word, times + usize::from(word == "paix"))))
            .into();
        assert_eq!(compare_features(&texts, &wrong), 1);
        assert_eq!(compare_features(&texts, &features[1..]), 1);
    }

    #[test]
    fn tables_are_read_by_the_names_of_their_columns() {
        let table = "\"docname\",\"ntoken\",\"ntype\"\n\"a \"\"b\"\"\",8,7\n";
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let rows: Vec<CountOfTokens> = reader
            .deserialize()
            .map(|row| row.expect("a row"))
            .collect();
        assert_eq!((rows[0].docname.as_str(), rows[0].ntoken), ("a \"b\"", 8));
    }
}
