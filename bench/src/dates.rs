//! `dates PATH`: how well the dates that texts speak of are found and resolved.
//!
//! Of a folder with the French specifications of Recognizers-Text, it prints tables:
//! - extraction, from `DateExtractor`, `DatePeriodExtractor` and `MergedExtractor`: precision, recall and
//!   F1, once where a span must be the expected one to the letter, once where it must meet it;
//! - resolution, from `DateParser` and `DatePeriodParser`: how often a date that meets the expected span
//!   has the expected first and last day.
//!
//! Many cases are marked as supported by no implementation of that project; they are counted in the first
//! half of each table and left out of the second. Times of day, durations and moments are no dates: they are
//! not expected, and what is found in them counts neither for nor against.
//!
//! Of any corpus, which a file of JSON lines may be, it prints some of what is found, for reading.

mod sample;
mod specs;

use anyhow::Result;
use std::path::Path;

/// Prints the tables, or the sample.
///
/// # Errors
/// A file cannot be read or is of another form.
pub fn dates(path: &Path) -> Result<()> {
    if path.join("DateExtractor.json").exists() {
        specs::tables(path)
    } else {
        sample::sample(path)
    }
}
