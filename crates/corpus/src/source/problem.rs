//! Mistakes in corpus files, each with its place and what to do.

use std::cell::RefCell;
use std::fmt;

const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// A file of a corpus, as it was found.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The path to show, relative to the corpus folder: `documents/strategie-2017.md`.
    pub path: String,
    /// The bytes, which ought to be UTF-8.
    pub bytes: Vec<u8>,
}

/// A mistake in a corpus file. It prints as `file:line:column: message`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What was expected, what came, and what to do.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}:{}: {}",
            self.path, self.line, self.column, self.message
        )
    }
}

/// A place in the text of a file, at which a problem is reported.
#[derive(Clone, Copy, Debug)]
pub struct Place<'s> {
    pub path: &'s str,
    pub text: &'s str,
    /// In bytes.
    pub offset: usize,
}

impl Place<'_> {
    /// Returns the same file, at another byte.
    pub fn at(self, offset: usize) -> Self {
        Place { offset, ..self }
    }
}

/// Returns the lines of a text, each with its end: a line feed, a carriage return, or both in this order.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let length = match rest.find(['\n', '\r']) {
            Some(at) if rest[at..].starts_with("\r\n") => at + 2,
            Some(at) => at + 1,
            None => rest.len(),
        };
        let (line, after) = rest.split_at(length);
        rest = after;
        (!line.is_empty()).then_some(line)
    })
}

/// All mistakes found so far. Readers share it, so that all are reported together.
#[derive(Debug, Default)]
pub struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    /// Notes a mistake at a place.
    pub(crate) fn add(&self, place: Place<'_>, message: impl Into<String>) {
        let before = place.text.get(..place.offset).unwrap_or(place.text);
        let ended = |line: &&str| line.ends_with(['\n', '\r']);
        let line_start: usize = lines(before).filter(ended).map(str::len).sum();
        self.0.borrow_mut().push(Problem {
            path: place.path.to_string(),
            line: lines(before).filter(ended).count() + 1,
            column: before[line_start..].chars().count() + 1,
            message: message.into(),
        });
    }

    /// Returns the mistakes, by file and line.
    pub fn into_sorted(self) -> Vec<Problem> {
        let mut problems = self.0.into_inner();
        problems.sort();
        problems
    }
}

/// Returns a problem without a message.
pub(super) fn place_only(place: Place<'_>) -> Problem {
    let problems = Problems::default();
    problems.add(place, "");
    problems.into_sorted().remove(0)
}

/// Returns the text of a file, without a byte order mark; `None` where it is not UTF-8, which is noted.
pub(super) fn utf8<'s>(file: &'s SourceFile, problems: &Problems) -> Option<Place<'s>> {
    let bytes = file
        .bytes
        .strip_prefix(BYTE_ORDER_MARK)
        .unwrap_or(&file.bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(Place {
            path: &file.path,
            text,
            offset: 0,
        }),
        Err(error) => {
            let valid = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or("");
            let place = Place {
                path: &file.path,
                text: valid,
                offset: valid.len(),
            };
            problems.add(
                place,
                "invalid UTF-8 from here; save the file in the encoding UTF-8",
            );
            None
        }
    }
}
