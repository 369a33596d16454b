//! Faults of XML and JSON that is not well formed, as values, so that interfaces can say them in their languages: the
//! messages of the parsers are in English.

use quick_xml::Error;
use quick_xml::errors::IllFormedError;
use serde::{Deserialize, Serialize};
use serde_json::error::Category;
use std::fmt;

/// What is wrong with the XML of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum XmlFault {
    /// An end tag is that of another element than was opened last.
    OtherEnd {
        /// The element that was opened last.
        expected: String,
        /// The element of the end tag.
        found: String,
    },
    /// An end tag has no start tag.
    NoStart {
        /// The element.
        name: String,
    },
    /// An element is open at the end of the file.
    NoEnd,
    /// A tag, a comment or another piece of markup has no end.
    OpenMarkup,
    /// What stands behind an `&` is no reference.
    Reference,
    /// Elements lie deeper in one another than is read.
    TooDeep {
        /// How deep they may lie.
        most: usize,
    },
    /// Something else.
    Other,
}

impl From<Error> for XmlFault {
    fn from(error: Error) -> XmlFault {
        match error {
            Error::Syntax(_) => XmlFault::OpenMarkup,
            Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
                XmlFault::OtherEnd { expected, found }
            }
            Error::IllFormed(IllFormedError::UnmatchedEndTag(name)) => XmlFault::NoStart { name },
            Error::IllFormed(IllFormedError::UnclosedReference) | Error::Escape(_) => {
                XmlFault::Reference
            }
            _ => XmlFault::Other,
        }
    }
}

impl fmt::Display for XmlFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            XmlFault::OtherEnd { expected, found } => write!(
                f,
                "expected the end tag </{expected}>, found </{found}>; close <{expected}> before it"
            ),
            XmlFault::NoStart { name } => write!(
                f,
                "the end tag </{name}> has no start tag; open <{name}> before it, or take it away"
            ),
            XmlFault::NoEnd => f.write_str(
                "an element is not closed at the end of the file, which may be cut short; close it, or fetch the file again",
            ),
            XmlFault::OpenMarkup => f.write_str(
                "a tag or a comment begins here and has no end; close it, or write < as &lt;",
            ),
            XmlFault::Reference => f.write_str("expected a reference behind &; write & as &amp;"),
            XmlFault::TooDeep { most } => write!(
                f,
                "elements lie more than {most} deep in one another; take some away"
            ),
            XmlFault::Other => f.write_str("the XML is not well formed here; correct it"),
        }
    }
}

/// What is wrong with the JSON of a file or a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum JsonFault {
    /// It ends before all that was opened is closed.
    Short,
    /// A character is not where JSON can have it.
    Syntax {
        /// Its place in the line, from 1, in bytes.
        column: usize,
    },
    /// A line is JSON, and no object.
    NoObject,
    /// A file is JSON without a list of objects.
    NoObjects,
}

impl From<serde_json::Error> for JsonFault {
    fn from(error: serde_json::Error) -> JsonFault {
        match error.classify() {
            Category::Eof => JsonFault::Short,
            Category::Data => JsonFault::NoObject,
            Category::Syntax | Category::Io => JsonFault::Syntax {
                column: error.column(),
            },
        }
    }
}

impl fmt::Display for JsonFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            JsonFault::Short => f.write_str(
                "the JSON ends before its quotation marks and brackets are closed; close them, or fetch the file again",
            ),
            JsonFault::Syntax { column } => write!(
                f,
                "this is no JSON from column {column} on; look there for a comma or a quotation mark too many or too few"
            ),
            JsonFault::NoObject => f.write_str(
                "expected an object such as {\"date\": \"2019\", \"text\": \"…\"}, found another value; correct the line",
            ),
            JsonFault::NoObjects => f.write_str(
                "expected a list of objects such as [{\"date\": \"2019\", \"text\": \"…\"}], found none; correct the file",
            ),
        }
    }
}
