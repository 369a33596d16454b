//! How long statistics take: keyness of the first half of all passages against the rest, beside scikit-learn and SciPy on the
//! same counts; repeated segments; Reinert's classification.
//!
//! Frise counts the words of the index each time, and gives all measures of keyness at once, with a correction. The others are
//! given a table of passages and words, so that their time is that of sums and formulas alone, without that of reading texts.

use super::{milliseconds, timed, usual_time};
use anyhow::{Context, Result, ensure};
use frise_index::Index;
use frise_index::search::PassageSet;
use frise_stats::{
    Classification, KeynessOptions, Level, Reference, ReinertOptions, SegmentOptions, Segments,
    TextSegmentOptions, count, keyness, keyness_of_counts, text_segments,
};
use std::fmt::Write;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use std::{env, fs, process};

const SCRIPT: &str = include_str!("keyness.py");

/// Returns the times as lines; with the path of a Python that has scikit-learn and SciPy, theirs too.
///
/// # Errors
/// The table cannot be written, or Python does not run.
pub fn statistics(index: &Index, python: Option<&Path>) -> Result<String> {
    let level = Level::Folded;
    let half = index.passages() / 2;
    let mut part = PassageSet::none(index.passages());
    part.insert_all(0..half);
    let mut rest = part.clone();
    rest.complement();
    let options = KeynessOptions::default();
    let compared =
        keyness(index, &part, Reference::Rest, &options).map_or(0, |found| found.compared);
    let whole = usual_time(|| timed(|| drop(keyness(index, &part, Reference::Rest, &options))));
    let counts = [&part, &rest].map(|passages| count(index, passages, level));
    let figures =
        usual_time(|| timed(|| drop(keyness_of_counts(&counts[0], &counts[1], &options))));
    let mut text = format!("{:<48}{:>9}\n", "statistics natively, ms", "median");
    let name = format!("keyness of {compared} words, a half and the rest");
    writeln!(text, "{name:<48}{:>9.2}", milliseconds(whole))?;
    writeln!(
        text,
        "{:<48}{:>9.2}",
        "  its figures alone",
        milliseconds(figures)
    )?;
    if let Some(python) = python {
        let mut times = others(index, level, python)?;
        let both = times.iter().map(|(_, time)| *time).sum();
        times.push(("both".to_string(), both));
        for (name, time) in times {
            let ratio = whole.as_secs_f64() / time.as_secs_f64();
            let time = milliseconds(time);
            writeln!(
                text,
                "  {name:<46}{time:>9.2}   Frise takes {ratio:.2} times that"
            )?;
        }
    }
    let every = PassageSet::every(index.passages());
    let options = SegmentOptions::default();
    let found = Segments::of(index, &every, &options).map_or(0, |found| found.found().len());
    let segments = usual_time(|| timed(|| drop(Segments::of(index, &every, &options))));
    let name = format!("{found} segments of 2 to 12 words");
    writeln!(text, "{name:<48}{:>9.2}", milliseconds(segments))?;
    let options = TextSegmentOptions::default();
    let classify = || {
        let segments = text_segments(index, &every, &options)?;
        Classification::of(
            &segments.rows,
            segments.words.len(),
            &ReinertOptions::default(),
        )
    };
    let units = classify().map_or(0, |found| found.classes.class_of.len());
    let classes = usual_time(|| timed(|| drop(classify())));
    let name = format!("5 classes of {units} text segments");
    writeln!(text, "{name:<48}{:>9.2}", milliseconds(classes))?;
    Ok(text + "\n")
}

/// Returns the names and times of the others.
fn others(index: &Index, level: Level, python: &Path) -> Result<Vec<(String, Duration)>> {
    let folder = env::temp_dir().join(format!("frise-keyness-{}", process::id()));
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    write_table(index, level, &folder)?;
    let printed = Command::new(python)
        .arg("-c")
        .arg(SCRIPT)
        .arg(&folder)
        .output();
    fs::remove_dir_all(&folder)?;
    let printed = printed.with_context(|| format!("cannot run {}", python.display()))?;
    ensure!(
        printed.status.success(),
        "expected times of scikit-learn and SciPy, found:\n{}",
        String::from_utf8_lossy(&printed.stderr)
    );
    let printed = String::from_utf8_lossy(&printed.stdout);
    let line = |line: &str| {
        let (name, seconds) = line.split_once('\t')?;
        let time = Duration::try_from_secs_f64(seconds.parse().ok()?).ok()?;
        Some((name.to_string(), time))
    };
    Ok(printed.lines().filter_map(line).collect())
}

/// Writes how often each word is in each passage, in compressed rows.
fn write_table(index: &Index, level: Level, folder: &Path) -> Result<()> {
    let (mut starts, mut words, mut counts) = (vec![0u32], Vec::new(), Vec::new());
    for passage in 0..index.passages() {
        let ranks = index
            .runs_of(passage)
            .iter()
            .flat_map(|run| index.tokens_of(run));
        let mut row: Vec<u32> = ranks
            .filter_map(|rank| level.word_of(index, rank))
            .collect();
        row.sort_unstable();
        for same in row.chunk_by(|a, b| a == b) {
            words.push(same[0]);
            counts.push(same.len() as u32);
        }
        starts.push(words.len() as u32);
    }
    for (name, values) in [("starts", starts), ("words", words), ("counts", counts)] {
        let bytes: Vec<u8> = values
            .iter()
            .flat_map(|value| value.to_le_bytes())
            .collect();
        fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}
