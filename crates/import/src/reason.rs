//! What could not be read, and what a person ought to know of what was.

use crate::fault::{JsonFault, XmlFault};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Something that could not be read, or that was read in a way that a person ought to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The file, with the archives around it: `textes.zip/1889.txt`. Empty where no single file is meant.
    pub path: String,
    /// The line in the file, from 1, where one is known.
    pub line: Option<u32>,
    /// What is wrong.
    pub reason: Reason,
}

impl Problem {
    /// Returns a problem of a whole file.
    pub(crate) fn of(path: &str, reason: Reason) -> Problem {
        Problem {
            path: path.to_string(),
            line: None,
            reason,
        }
    }

    /// Returns a problem in a line.
    pub(crate) fn at(path: &str, line: u32, reason: Reason) -> Problem {
        Problem {
            line: Some(line),
            ..Problem::of(path, reason)
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if !self.path.is_empty() {
            f.write_str(": ")?;
        }
        self.reason.fmt(f)
    }
}

/// Why something was refused, or what is to be known of it. Displayed as an English sentence with the next step; an
/// interface says the same in its languages, from the values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// The file has no bytes, or no text.
    NoText,
    /// A PDF, whose text is not marked as text.
    Pdf,
    /// A file of Word before 2007.
    OldWord,
    /// Rich Text Format.
    Rtf,
    /// A workbook.
    Spreadsheet,
    /// Slides.
    Slides,
    /// A picture, a sound or a film.
    Media,
    /// Bytes that are no text.
    Binary,
    /// An index that is compiled already.
    Index,
    /// An index that cannot be opened.
    BadIndex,
    /// The head of an index in shards, without its shards.
    HeadAlone,
    /// A file that the system does not give.
    Unreadable,
    /// An archive that is no zip.
    OtherArchive,
    /// A file larger than is read.
    TooLarge {
        /// The size.
        bytes: u64,
        /// The largest size that is read.
        most: u64,
    },
    /// Files that are too large together; those from this one on are left out.
    TooMuch {
        /// The largest size of all together.
        most: u64,
    },
    /// Archives in archives, deeper than is read.
    TooDeep {
        /// How many archives may lie in one another.
        most: u8,
    },
    /// An entry that grows out of all proportion.
    TooDense {
        /// The bytes in the archive.
        packed: u64,
        /// The bytes that it says to be, or had become when it was left.
        bytes: u64,
    },
    /// More files than are read; those from this one on are left out.
    TooManyFiles {
        /// How many are read.
        most: usize,
    },
    /// An entry whose name leads out of the archive.
    UnsafeName {
        /// The name.
        name: String,
    },
    /// An entry behind a password.
    Encrypted,
    /// An archive, or an entry of one, that is damaged.
    Archive,
    /// An archive, or an entry of one, that is packed in a way that is not read.
    Packing,
    /// A part that a document of this format must have is missing.
    MissingPart {
        /// The name of the part.
        part: String,
    },
    /// The XML is not well formed.
    Xml {
        /// What is wrong.
        fault: XmlFault,
        /// The part of the document in which it is; empty where it is the file itself.
        part: String,
    },
    /// XML without an element that holds text.
    OtherXml {
        /// The root element.
        root: String,
    },
    /// The JSON is not well formed, or holds no objects.
    Json {
        /// What is wrong.
        fault: JsonFault,
    },
    /// A line that is longer than is read as one value.
    LongLine {
        /// Its bytes.
        bytes: u64,
        /// The most that is read.
        most: u64,
    },
    /// A row with more cells than the table has columns.
    RowLength {
        /// How many cells it has.
        cells: usize,
        /// How many columns there are.
        columns: usize,
    },
    /// A table without a column of text.
    NoTextColumn {
        /// The names of its columns.
        columns: Vec<String>,
    },
    /// A mistake in the files of a corpus folder.
    Folder {
        /// The mistake, as the parser of such folders says it, in English.
        message: String,
    },
    /// A date that a person typed and that cannot be read.
    BadDate {
        /// What was typed.
        text: String,
    },
    /// Dates of a text or a column that cannot be read as dates.
    UnreadDates {
        /// One of them.
        example: String,
        /// How many there are.
        count: usize,
    },
    /// Speakers that are known by identifiers only; a list of their names is missing.
    UnnamedSpeakers {
        /// One identifier.
        example: String,
        /// How many there are.
        count: usize,
    },
    /// Nothing is left to make a corpus of.
    NoDocuments,
    /// The corpus is larger than an index can be.
    TooLargeForIndex,
    /// Notice: read in an encoding other than UTF-8.
    Encoding {
        /// The name of the encoding, such as `windows-1252`.
        name: String,
        /// Whether the file said so; otherwise it was guessed.
        stated: bool,
    },
    /// Notice: entities that the file defines are left as they are written.
    UnknownEntities {
        /// One of them.
        example: String,
        /// How many there are.
        count: usize,
    },
    /// Notice: words too long for the index were parted.
    LongWords {
        /// How many.
        count: usize,
    },
    /// Notice: paragraphs too long to be cited were parted.
    LongPassages {
        /// How many.
        count: usize,
    },
    /// Notice: rows without text were left out.
    EmptyRows {
        /// How many.
        count: usize,
    },
}

impl Reason {
    /// Returns whether the text was read all the same.
    pub fn is_notice(&self) -> bool {
        matches!(
            self,
            Reason::Encoding { .. }
                | Reason::UnknownEntities { .. }
                | Reason::LongWords { .. }
                | Reason::LongPassages { .. }
                | Reason::EmptyRows { .. }
                | Reason::UnreadDates { .. }
                | Reason::UnnamedSpeakers { .. }
        )
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::NoText => {
                f.write_str("there is no text in this file; leave it out, or save it anew")
            }
            Reason::Pdf => f.write_str(
                "a PDF holds pictures of pages; export its text as .txt or .docx and drop that",
            ),
            Reason::OldWord => {
                f.write_str("expected .docx, found a file of Word before 2007; save it as .docx")
            }
            Reason::Rtf => f.write_str(
                "expected .docx, .odt or .txt, found Rich Text Format; save it as one of these",
            ),
            Reason::Spreadsheet => f.write_str(
                "expected a table as CSV, found a workbook; save the sheet as CSV in UTF-8",
            ),
            Reason::Slides => {
                f.write_str("expected a text, found slides; export their text as .docx or .txt")
            }
            Reason::Media => {
                f.write_str("expected a text, found a picture, a sound or a film; leave it out")
            }
            Reason::Binary => f.write_str(
                "expected a text, found bytes that are none; save the text as .txt in UTF-8",
            ),
            Reason::Index => {
                f.write_str("this is an index and needs no import; open it as a corpus")
            }
            Reason::BadIndex => f.write_str(
                "this is no index of this version of Frise, or it is damaged; fetch it again, or build it anew from the texts",
            ),
            Reason::HeadAlone => f.write_str(
                "expected a whole index, found the head of one in shards; open it beside its folder of shards by ?corpus=name.frise",
            ),
            Reason::Unreadable => f.write_str(
                "the file cannot be read; it may have been moved, so choose it again",
            ),
            Reason::OtherArchive => f.write_str(
                "expected a zip, found another kind of archive; unpack it and drop the folder",
            ),
            Reason::TooLarge { bytes, most } => write!(
                f,
                "expected at most {} MB, found {} MB; part the file",
                megabytes(*most),
                megabytes(*bytes)
            ),
            Reason::TooMuch { most } => write!(
                f,
                "all files together exceed {} MB from here on; drop fewer at a time",
                megabytes(*most)
            ),
            Reason::TooDeep { most } => write!(
                f,
                "archives lie more than {most} deep in one another; unpack the inner ones first"
            ),
            Reason::TooDense { packed, bytes } => write!(
                f,
                "{packed} bytes of the archive would become {bytes} or more; such an entry is not unpacked"
            ),
            Reason::TooManyFiles { most } => write!(
                f,
                "expected at most {most} files; those from here on are left out"
            ),
            Reason::UnsafeName { name } => write!(
                f,
                "the name '{name}' leads out of the archive; rename the entry"
            ),
            Reason::Encrypted => f.write_str("this needs a password; unpack it first"),
            Reason::Archive => f.write_str(
                "the archive is damaged or cut short; make it anew, or fetch it again",
            ),
            Reason::Packing => f.write_str(
                "this is packed in a way that is not read here; make an ordinary zip of it",
            ),
            Reason::MissingPart { part } => {
                write!(f, "the document lacks its part '{part}'; save it anew")
            }
            Reason::Xml { fault, part } if part.is_empty() => fault.fmt(f),
            Reason::Xml { fault, part } => {
                write!(f, "in the part '{part}' of the document, {fault}")
            }
            Reason::OtherXml { root } => write!(
                f,
                "expected TEI or another XML with paragraphs in <p>, found <{root}> without any; convert it to TEI, HTML or text"
            ),
            Reason::Json { fault } => fault.fmt(f),
            Reason::LongLine { bytes, most } => write!(
                f,
                "expected lines of at most {} MB, found one of {} MB; break it",
                megabytes(*most),
                megabytes(*bytes)
            ),
            Reason::RowLength { cells, columns } => write!(
                f,
                "expected {columns} cells, found {cells}; put text that holds the separator in quotation marks"
            ),
            Reason::NoTextColumn { columns } => write!(
                f,
                "no column holds texts; choose one of: {}",
                columns.join(", ")
            ),
            Reason::Folder { message } => f.write_str(message),
            Reason::BadDate { text } => write!(
                f,
                "expected a date such as 2016-05-24, 2016-05, 2016? or 24/05/2016, found '{text}'; correct it"
            ),
            Reason::UnreadDates { example, count } => write!(
                f,
                "{count} {} not understood, such as '{example}'; choose another column, or type the date",
                if *count == 1 {
                    "date was"
                } else {
                    "dates were"
                }
            ),
            Reason::UnnamedSpeakers { example, count } => write!(
                f,
                "{count} {} known by identifier only, such as '{example}'; add the file with their names (listPerson, or *-meta.tsv)",
                if *count == 1 {
                    "speaker is"
                } else {
                    "speakers are"
                }
            ),
            Reason::NoDocuments => f.write_str("there is no text to make a corpus of; add files"),
            Reason::TooLargeForIndex => f.write_str(
                "the texts are longer, or have more different words, than an index can hold; drop fewer texts",
            ),
            Reason::Encoding { name, stated: true } => {
                write!(f, "read as {name}, as the file says")
            }
            Reason::Encoding {
                name,
                stated: false,
            } => write!(
                f,
                "read as {name}, because it is not UTF-8; if letters are wrong, save the file in UTF-8"
            ),
            Reason::UnknownEntities { example, count } => write!(
                f,
                "{count} {} left as written, such as '&{example};', because what a file defines is not expanded",
                if *count == 1 {
                    "entity was"
                } else {
                    "entities were"
                }
            ),
            Reason::LongWords { count } => write!(
                f,
                "{count} {} too long for the index and parted",
                if *count == 1 {
                    "word was"
                } else {
                    "words were"
                }
            ),
            Reason::LongPassages { count } => write!(
                f,
                "{count} {} too long to be cited and parted",
                if *count == 1 {
                    "paragraph was"
                } else {
                    "paragraphs were"
                }
            ),
            Reason::EmptyRows { count } => write!(
                f,
                "{count} {} without text and left out",
                if *count == 1 { "row was" } else { "rows were" }
            ),
        }
    }
}

/// Whole megabytes, rounded up.
fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}
