//! The query language: what a reader types, as a tree, and back.
//!
//! ```text
//! query   = or…                      all must match: cyber sécurité
//! or      = not { "|" not }          either: fossé|fracture numérique
//! not     = "-" not | atom           must not match: -propre
//! atom    = "(" query ")" | phrase | field | regex | word
//! phrase  = ["="] '"' text '"' ["~" n]      in this order; with ~n, at most n words apart in any order
//! field   = name ":" ( value | '"' value '"' )      of date and mentions: 2016, 2016-05..2020, ..2017
//! regex   = "/" expression "/"       words that fit it from end to end; a slash inside is "\/"
//! word    = text                     folded, through elision, and by stem
//!         | "=" text                 to the letter: accents, and case where there is a capital
//!         | text "*"                 beginning so
//!         | text with * or ? inside  any letters, any one letter
//!         | text "~" ["1" | "2"]     with so many letters wrong
//! ```
//!
//! `|` binds more tightly than the space: `fossé|fracture numérique` wants `numérique` and one of the
//! other two. [`parse`] never fails: what it cannot read as it stands it reads as best it can, and
//! tells each [`Problem`] with its place. [`Query`] prints back as text that parses to itself.

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

/// What was typed, as it was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The tree; [`Node::Everything`] where nothing was asked.
    pub root: Node,
    /// What could not be read as it stood.
    pub problems: Vec<Problem>,
    /// Where each word, phrase and field of the tree stands, in bytes of the query, in the tree's order.
    pub places: Vec<usize>,
    /// How its plain words and phrases match.
    pub matching: Matching,
}

impl Query {
    /// The same query, with its plain words and phrases matched so.
    #[must_use]
    pub fn matched(self, matching: Matching) -> Query {
        Query { matching, ..self }
    }
}

/// How plain words and phrases match: a choice for the whole query, beside its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Matching {
    /// Words folded and by stem, phrases folded.
    #[default]
    Stemmed,
    /// Without regard to case, accents and apostrophes, and no further.
    Folded,
    /// To the letter, as after `=`.
    Exact,
}

/// A part of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Node {
    /// Matches every passage.
    #[default]
    Everything,
    /// All of these; at least two.
    All(Vec<Node>),
    /// One of these; at least two.
    Any(Vec<Node>),
    /// Not this.
    Not(Box<Node>),
    /// A word, or words that a hyphen or an apostrophe binds.
    Word(Word),
    /// Words in order, or near one another.
    Phrase(Phrase),
    /// Something that is known of the passage.
    Field(Field, String),
}

/// A word as it was typed, and how it matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The text, without its operators.
    pub text: String,
    /// How it matches.
    pub how: How,
}

/// How a word matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Folded, through elision, and by stem.
    Plain,
    /// To the letter.
    Exact,
    /// Words that begin so.
    Prefix,
    /// `*` stands for any letters and `?` for one.
    Pattern,
    /// Folded terms that fit the regular expression from end to end. Its text is what stands between the
    /// slashes, and can be read.
    Regex,
    /// With up to so many letters added, left out or changed: 1 or 2.
    Fuzzy(u8),
}

/// Words in a row, folded but never stemmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The text between the quotation marks.
    pub text: String,
    /// Whether the words match to the letter.
    pub exact: bool,
    /// In any order, the last at most so many words after the first, instead of in a row.
    pub within: Option<u32>,
}

/// What a field asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Who speaks.
    Speaker,
    /// How: official, direct, reported, narration.
    Voice,
    /// A named query.
    Theme,
    /// The document.
    Document,
    /// The kind of document.
    Kind,
    /// A date or a range: `2016`, `2016-05..2020`, `..2017`.
    Date,
    /// The times that are spoken of, written as a date is.
    Mentions,
}

impl Field {
    /// All fields with the names by which they can be written; the first is the one that is printed.
    pub const NAMES: [(Field, &'static [&'static str]); 7] = [
        (Field::Speaker, &["speaker", "locuteur", "locutrice"]),
        (Field::Voice, &["voice", "voix"]),
        (Field::Theme, &["theme", "thème"]),
        (Field::Document, &["doc", "document"]),
        (Field::Kind, &["kind", "genre", "type"]),
        (Field::Date, &["date"]),
        (Field::Mentions, &["mentions", "évoque"]),
    ];

    /// The field of a name in English or French.
    pub fn from_name(name: &str) -> Option<Field> {
        let name = frise_text::fold(name);
        let named = |names: &[&str]| names.iter().any(|known| frise_text::fold(known) == name);
        Field::NAMES
            .iter()
            .find(|(_, names)| named(names))
            .map(|(field, _)| *field)
    }

    /// The name that is printed.
    pub fn name(self) -> &'static str {
        Field::NAMES
            .iter()
            .find(|(field, _)| *field == self)
            .map_or("", |(_, names)| names[0])
    }
}

/// Something in a query that was read as best it could be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, in bytes of the query.
    pub at: usize,
    /// What.
    pub kind: ProblemKind,
}

impl Problem {
    /// What of the query's text it is about, in bytes: a value, or the character at its place.
    pub fn range(&self, text: &str) -> std::ops::Range<usize> {
        let value = match &self.kind {
            ProblemKind::UnknownValue(_, value) | ProblemKind::BadDate(value) => {
                // After its colon, so that a word that is written alike is not meant.
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

/// What is wrong with a query, and how it was read.
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
    /// A parenthesis closes nothing; it is left out.
    UnopenedParenthesis,
    /// `|`, `-` or `=` has nothing to work on; it is left out.
    LonelyOperator(char),
    /// There is no field of this name; the words are searched as words.
    UnknownField(String),
    /// A field has no value; it is left out.
    EmptyField(Field),
    /// No speaker, voice, theme, document or kind answers to this value; the field is left out.
    UnknownValue(Field, String),
    /// A date cannot be read; the field is left out.
    BadDate(String),
    /// At most two letters can be wrong; two are.
    TooManyEdits,
    /// `~0` allows no wrong letter; the word is searched as it stands.
    NoEdits,
    /// The words ask for more work than a query may take, from this one on; what was found by then counts.
    CutShort,
    /// The query is longer than [`LONGEST_QUERY`] bytes; the rest is left out.
    TooLong,
    /// More than 64 words are asked for; the rest is left out.
    TooManyWords,
    /// Parentheses or exclusions stand more than 64 deep; the deeper ones are left out.
    TooDeep,
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
        }
    }
}
