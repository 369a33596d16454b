//! A corpus from one file of JSON lines, for whoever has texts in a table rather than in a folder.
//!
//! ```text
//! {"id": "20130118-4", "date": "2013-01-29", "speaker": "Christian Jacob", "text": "Monsieur le président, …"}
//! ```
//!
//! | key | means |
//! |---|---|
//! | `id` | names the line: a text or a number |
//! | `date`, `Date`, `year`, `Year` | EDTF, or the number of a year: `800` is `0800`, `-44` is `-0044`, which is 45 before Christ |
//! | `speaker`, or `President` after `FirstName` | who speaks, if anybody does |
//! | `text` | what is said, to the letter |
//! | `title`, `language`, `kind` (or `type`) | of the document: the first line that tells counts |
//! | `section` | a heading, or a list of headings from the outermost in |
//!
//! Other keys are left alone.
//!
//! - Neighbouring lines of one date whose ids differ only in a number after their last `-` are **turns**
//!   of one document, whose id is what stands before that `-`. Each turn is one passage.
//!   (`Roosevelt-1945` and `Roosevelt-1945b` are two documents: `1945b` is no number.)
//! - Any other line is a document, and the paragraphs of its text, which blank lines part, are passages.
//! - The voice is direct where a document has several speakers, official where it has one, and narration
//!   where nobody is named.
//! - Where `section` changes, the headings from the first that differs on stand above the passage; where
//!   a section is left for the one around it, the heading of that one stands there again.
//! - Speakers whose names differ only in case, accents or punctuation are one, named as most lines do.
//! - A document without `language` is in French or English, by their function words; where it has too
//!   few for that, it is in the language of the whole file, and in `und` where that is not recognised.
//!
//! What it refuses, all at once and with line and column: lines that are no JSON object, values of
//! another type, dates that are missing or no EDTF, ids that are missing or there twice, texts that are
//! missing or empty.

mod compose;
mod value;

#[cfg(test)]
mod tests;

use super::parsed::Parsed;
use super::problem::{Problem, Problems, SourceFile, utf8};
use super::words::long_words;
use compose::compose;
use frise_date::Edtf;
use frise_index::model::Corpus;
use std::collections::HashMap;
use value::{Fields, Line};

/// How often the same mistake is reported: a wrong key in each of a million lines would drown all others.
const MOST_ALIKE: usize = 20;

/// What one line says.
#[derive(Debug)]
struct Entry {
    id: String,
    date: Option<Edtf>,
    speaker: Option<String>,
    text: String,
    title: Option<String>,
    language: Option<String>,
    kind: Option<String>,
    section: Vec<String>,
}

/// Returns the one file of a corpus that is JSON lines; `None` for the files of a folder.
pub(crate) fn lines_file(files: &[SourceFile]) -> Option<&SourceFile> {
    match files {
        [file] if file.path.ends_with(".jsonl") => Some(file),
        _ => None,
    }
}

/// Returns the corpus of a file, or every mistake in it.
pub(super) fn read(file: &SourceFile) -> (Parsed, Vec<Problem>) {
    let noted = Problems::default();
    let text = utf8(file, &noted).map_or("", |place| place.text);
    let mut problems = noted.into_sorted();
    let entries = read_entries(&file.path, text, &mut problems);
    let corpus = if problems.is_empty() {
        compose(&file.path, entries)
    } else {
        Corpus::default()
    };
    let parsed = Parsed {
        corpus,
        query_places: Vec::new(),
        synonym_places: Vec::new(),
        step_places: Vec::new(),
    };
    (parsed, shortened(problems))
}

fn read_entries(path: &str, text: &str, problems: &mut Vec<Problem>) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut line_of_id: HashMap<String, usize> = HashMap::new();
    let mut any = false;
    for line in value::lines(path, text) {
        any = true;
        let fields = match line.fields() {
            Ok(fields) => fields,
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        let entry = read_entry(&fields, problems);
        let id = fields.find(&ID).and_then(|found| found.plain());
        let Some(id) = id else { continue };
        if let Some(before) = line_of_id.insert(id.clone(), line.number) {
            let at = fields.find(&ID).map_or(0, |found| found.at);
            let message = format!("duplicate id '{id}': line {before} has it; choose another");
            problems.push(line.problem(at, message));
        }
        entries.extend(entry);
    }
    if !any && problems.is_empty() {
        problems.push(Line { path, number: 1, text: "" }.problem(0, "the file is empty; write one object on each line, such as {\"id\": \"a-1\", \"date\": \"2016\", \"speaker\": \"Ada\", \"text\": \"…\"}".into()));
    }
    entries
}

const ID: [&str; 1] = ["id"];
const TEXT: [&str; 1] = ["text"];
const DATE: [&str; 4] = ["date", "Date", "year", "Year"];
const YEAR: [&str; 2] = ["year", "Year"];
const SPEAKER: [&str; 2] = ["speaker", "President"];
const KIND: [&str; 2] = ["kind", "type"];

/// Reads the entry of a line; `None` where something is missing or wrong, which is noted.
fn read_entry(fields: &Fields<'_>, problems: &mut Vec<Problem>) -> Option<Entry> {
    let before = problems.len();
    let id = fields.required(&ID, "\"debat-1\"", problems);
    let date = read_date(fields, problems);
    let text = fields.required(&TEXT, "\"…\"", problems);
    if let (Some(text), Some(found)) = (&text, fields.find(&TEXT)) {
        let long = long_words(text).into_iter();
        let too_long = long.map(|(at, message)| fields.line.problem(found.place_of(at), message));
        problems.extend(too_long);
    }
    let first_name = fields.text(&["FirstName"], problems);
    let speaker = fields.text(&SPEAKER, problems);
    let speaker = match (first_name, speaker) {
        (Some(first), Some(last)) if fields.find(&SPEAKER[..1]).is_none() => {
            Some(format!("{first} {last}"))
        }
        (_, speaker) => speaker,
    };
    let entry = Entry {
        id: id.unwrap_or_default(),
        speaker,
        text: text.unwrap_or_default(),
        title: fields.text(&["title"], problems),
        language: fields.text(&["language"], problems),
        kind: fields.text(&KIND, problems),
        section: fields.path(&["section"], problems),
        date: date?,
    };
    (problems.len() == before).then_some(entry)
}

/// Reads the date of a line; `None` where it is missing or wrong, which is noted; `Some(None)` where it is said to be unknown.
fn read_date(fields: &Fields<'_>, problems: &mut Vec<Problem>) -> Option<Option<Edtf>> {
    if fields
        .find(&DATE)
        .is_some_and(|found| found.string().is_some_and(|text| text.is_empty()))
    {
        return Some(None);
    }
    let expected = "\"2016-05-24\" (EDTF), or \"\" if nobody knows";
    let text = fields.required(&DATE, expected, problems)?;
    let found = fields.find(&DATE)?;
    let is_year = found.is_number() || YEAR.contains(&found.key);
    let edtf = match is_year {
        true => four_digits(&text),
        false => text.clone(),
    };
    match Edtf::parse(&edtf) {
        Ok(date) => Some(Some(date)),
        Err(error) => {
            let message = format!("bad date '{text}' in '{}': {error}", found.key);
            problems.push(fields.line.problem(found.at, message));
            None
        }
    }
}

/// Returns the number of a year as EDTF writes it, where it has fewer than four digits; any other text as it is.
fn four_digits(text: &str) -> String {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_short = digits.len() < 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    match digits {
        "" => text.to_string(),
        _ if !is_short => text.to_string(),
        _ if text.starts_with('-') => format!("-{digits:0>4}"),
        _ => format!("{digits:0>4}"),
    }
}

/// Returns the problems by line; of each mistake the first [`MOST_ALIKE`], and how many there are.
fn shortened(mut problems: Vec<Problem>) -> Vec<Problem> {
    problems.sort();
    let mut times: HashMap<String, usize> = HashMap::new();
    for problem in &problems {
        *times.entry(problem.message.clone()).or_insert(0) += 1;
    }
    let mut so_far: HashMap<String, usize> = HashMap::new();
    problems.retain_mut(|problem| {
        let all = times[&problem.message];
        let count = so_far.entry(problem.message.clone()).or_insert(0);
        *count += 1;
        if *count == MOST_ALIKE && all > MOST_ALIKE {
            problem
                .message
                .push_str(&format!(" (and on {} more lines)", all - MOST_ALIKE));
        }
        *count <= MOST_ALIKE
    });
    problems
}
