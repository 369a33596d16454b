//! The query language: from text to a tree, and back.
//!
//! ```text
//! query   = or…                      all must match: cyber sécurité
//! or      = not { "|" not }          any must match: fossé|fracture numérique
//! not     = "-" not | atom           must not match: -propre
//! atom    = "(" query ")" | phrase | field | regex | word
//! phrase  = ["="] '"' text '"' ["~" n]      words in this order; with ~n, at most n words apart in any order
//! field   = name ":" ( value | '"' value '"' )      values of date and mentions: 2016, 2016-05..2020, ..2017
//! regex   = "/" expression "/"       words that match as a whole; a slash inside is "\/"
//! word    = text                     folded, after an elided word, and by stem
//!         | "=" text                 exactly: with its accents, and its case if there is a capital
//!         | "==" text                as written: with its accents and its case, capital or not
//!         | text "*"                 as a prefix
//!         | text with * or ? inside  with any letters, with any one letter
//!         | text "~" ["1" | "2"]     with at most one or two letters wrong
//! ```
//!
//! `|` binds more tightly than the space: `fossé|fracture numérique` asks for `numérique` and one of the two other words.
//!
//! [`parse`] never fails. It reads what has mistakes as well as possible, and reports each [`Problem`] with its place.
//! [`Query`] prints as a text that parses to the same tree.

mod parse;
mod print;
mod regex;
mod typing;

#[cfg(test)]
mod tests;

pub use parse::{LONGEST_QUERY, parse};
pub use regex::Fault;
pub(crate) use regex::{Expression, Letters, parse as parse_regex};
pub use typing::{Typing, typing};

/// A parsed query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The tree; [`Node::Everything`] for an empty query.
    pub root: Node,
    /// The mistakes.
    pub problems: Vec<Problem>,
    /// Where each word, phrase and field of the tree begins in the text, in bytes, in the order of the tree.
    pub places: Vec<usize>,
    /// How plain words and phrases match.
    pub matching: Matching,
}

impl Query {
    /// Returns the query with another way of matching plain words and phrases.
    #[must_use]
    pub fn matched(self, matching: Matching) -> Query {
        Query { matching, ..self }
    }
}

/// How the plain words and phrases of a query match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Matching {
    /// Words match folded and by stem, phrases folded.
    #[default]
    Stemmed,
    /// Words and phrases match folded: without regard to case, accents and apostrophes.
    Folded,
    /// Words and phrases match exactly, as after `=`.
    Exact,
}

/// A node of the tree of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Node {
    /// Matches every passage.
    #[default]
    Everything,
    /// Matches what all of at least two nodes match.
    All(Vec<Node>),
    /// Matches what any of at least two nodes matches.
    Any(Vec<Node>),
    /// Matches what the node does not match.
    Not(Box<Node>),
    /// Matches a word, or several words with hyphens or apostrophes between them.
    Word(Word),
    /// Matches words in order, or near one another.
    Phrase(Phrase),
    /// Matches a value of a field.
    Field(Field, String),
}

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The text, without its operators.
    pub text: String,
    /// How the word matches.
    pub how: How,
}

/// How a word matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Folded, after an elided word, and by stem.
    Plain,
    /// Exactly, with accents, and with case if there is a capital.
    Exact,
    /// As written, with accents, case and style of apostrophe.
    Written,
    /// As a prefix.
    Prefix,
    /// With wildcards: `*` matches any letters and `?` one letter.
    Pattern,
    /// As a regular expression that matches whole folded words. The text is the valid expression between the slashes.
    Regex,
    /// With at most 1 or 2 letters added, left out or changed.
    Fuzzy(u8),
}

/// Several words that belong together; they match folded or exactly, and not by stem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The text between the quotation marks.
    pub text: String,
    /// Whether the words match exactly.
    pub exact: bool,
    /// The most words that the last word may stand after the first, in any order; `None` for adjacent words in order.
    pub within: Option<u32>,
}

/// A property of passages that a query can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The speaker.
    Speaker,
    /// The voice: official, direct, reported, narration.
    Voice,
    /// The theme.
    Theme,
    /// The document.
    Document,
    /// The kind of document.
    Kind,
    /// The date of the document, or a range: `2016`, `2016-05..2020`, `..2017`.
    Date,
    /// A mentioned date, or a range.
    Mentions,
}

impl Field {
    /// All fields with their names, of which the first is printed.
    pub const NAMES: [(Field, &'static [&'static str]); 7] = [
        (Field::Speaker, &["speaker", "locuteur", "locutrice"]),
        (Field::Voice, &["voice", "voix"]),
        (Field::Theme, &["theme", "thème"]),
        (Field::Document, &["doc", "document"]),
        (Field::Kind, &["kind", "genre", "type"]),
        (Field::Date, &["date"]),
        (Field::Mentions, &["mentions", "évoque"]),
    ];

    /// Returns the field of a name in English or French.
    pub fn from_name(name: &str) -> Option<Field> {
        let name = frise_text::fold(name);
        let named = |names: &[&str]| names.iter().any(|known| frise_text::fold(known) == name);
        Field::NAMES
            .iter()
            .find(|(_, names)| named(names))
            .map(|(field, _)| *field)
    }

    /// Returns the name that is printed.
    pub fn name(self) -> &'static str {
        Field::NAMES
            .iter()
            .find(|(field, _)| *field == self)
            .map_or("", |(_, names)| names[0])
    }
}

/// A mistake in a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is, in bytes of the query.
    pub at: usize,
    /// What it is.
    pub kind: ProblemKind,
}

impl Problem {
    /// Returns the range of the text that is wrong, in bytes: a value of a field, or the character at its place.
    pub fn range(&self, text: &str) -> std::ops::Range<usize> {
        let value = match &self.kind {
            ProblemKind::UnknownValue(_, value) | ProblemKind::BadDate(value) => {
                // With the colon before it, since the same text may also be a word of the query.
                let written = [format!(":{value}"), format!(":\"{value}")];
                let rest = text.get(self.at..).unwrap_or("");
                let found = written
                    .iter()
                    .find_map(|written| Some(self.at + rest.find(written)? + written.len()));
                found.map(|end| end - value.len()..end)
            }
            _ => None,
        };
        let at = self.at.min(text.len());
        let length = text
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        value.unwrap_or(at..at + length)
    }
}

/// What is wrong with a query, and how it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// A quotation mark is not closed; the phrase is read to the end.
    UnclosedQuote,
    /// A regular expression has no second slash; it is read to the next space.
    UnclosedRegex,
    /// A regular expression cannot be read, or is too large; it is left out.
    BadRegex(Fault),
    /// A parenthesis is not closed; it is read to the end.
    UnclosedParenthesis,
    /// A parenthesis is not opened; it is left out.
    UnopenedParenthesis,
    /// `|`, `-` or `=` has no operand; it is left out.
    LonelyOperator(char),
    /// There is no field of this name; name and value are read as words.
    UnknownField(String),
    /// A field has no value; it is left out.
    EmptyField(Field),
    /// There is no speaker, voice, theme, document or kind of this name; the field is left out.
    UnknownValue(Field, String),
    /// A date cannot be read; the field is left out.
    BadDate(String),
    /// More than two letters may be wrong; it is read as two.
    TooManyEdits,
    /// `~0` allows no wrong letter; the word is read without it.
    NoEdits,
    /// From this word on, the query takes more work than is allowed; what was found by then counts.
    CutShort,
    /// The query is longer than [`LONGEST_QUERY`] bytes; the rest is left out.
    TooLong,
    /// The query has more than 64 words; the rest is left out.
    TooManyWords,
    /// Parentheses or exclusions are nested more than 64 deep; deeper ones are left out.
    TooDeep,
    /// The query is of signs alone; it asks for nothing.
    NoWord,
}

impl std::fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ProblemKind::UnclosedQuote => {
                write!(f, "this quotation mark is not closed; add a second one")
            }
            ProblemKind::UnclosedRegex => {
                write!(f, "this regular expression is not closed; add '/'")
            }
            ProblemKind::BadRegex(fault) => fault.fmt(f),
            ProblemKind::UnclosedParenthesis => {
                write!(f, "this parenthesis is not closed; add ')'")
            }
            ProblemKind::UnopenedParenthesis => {
                write!(f, "this parenthesis closes nothing; remove it or add '('")
            }
            ProblemKind::LonelyOperator(operator) => write!(
                f,
                "'{operator}' has nothing to work on; add a word beside it"
            ),
            ProblemKind::UnknownField(name) => {
                let names = Field::NAMES.map(|(field, _)| field.name()).join(", ");
                write!(f, "there is no field '{name}'; the fields are {names}")
            }
            ProblemKind::EmptyField(field) => write!(
                f,
                "the field '{0}' has no value; write {0}:value",
                field.name()
            ),
            ProblemKind::UnknownValue(field, value) => write!(
                f,
                "no {} answers to '{value}'; use a known name",
                field.name()
            ),
            ProblemKind::BadDate(date) => {
                write!(f, "'{date}' is no date; write 2016, 2016-05 or 2016..2020")
            }
            ProblemKind::TooManyEdits => {
                write!(f, "at most two letters can be wrong; write ~1 or ~2")
            }
            ProblemKind::NoEdits => {
                write!(f, "~0 allows no wrong letter; write ~1 or ~2, or nothing")
            }
            ProblemKind::CutShort => write!(
                f,
                "this query asks for too much at once; write longer beginnings, or fewer patterns"
            ),
            ProblemKind::TooLong => {
                write!(f, "a query has at most {LONGEST_QUERY} bytes; shorten it")
            }
            ProblemKind::TooManyWords => {
                write!(f, "a query looks up at most 64 words; ask for fewer")
            }
            ProblemKind::TooDeep => write!(f, "parentheses stand more than 64 deep; use fewer"),
            ProblemKind::NoWord => write!(f, "this query has no word; add one"),
        }
    }
}
