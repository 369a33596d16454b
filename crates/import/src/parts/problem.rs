//! Why files are no part of a corpus, and why parts are not joined.

use crate::reason::Problem;
use std::fmt;

/// A problem of one part, or of several that are joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartProblem {
    /// A problem of a file.
    Import(Problem),
    /// A document of a table has no id of its own with a letter in it: its key.
    Numbered(String),
    /// A document has a word that the end of a line parts: its identifier.
    PartedWord(String),
    /// The note of a part is none of this program: the name of the part.
    Note(String),
    /// Two parts have other metadata of their corpus: their names.
    OtherCorpus([String; 2]),
    /// Two parts were made with other options: their names.
    OtherSettings([String; 2]),
    /// Parts name their corpus differently: the option that names it, and two of the names.
    Named(&'static str, Vec<String>),
    /// A part has a date whose day and month may be the other way round, and dates tell both orders: its name, and the date.
    DayMonth(String, String),
    /// A part has a date that is a month by its own dates and two years by those of all, or the other way round: its name, and
    /// the date.
    Years(String, String),
    /// A column that means something else in another part, or several that mean the same.
    Columns(Vec<String>),
    /// Two documents whose rows would be one document if they were neighbours: names of parts, and identifiers.
    Alike([(String, String); 2]),
}

impl fmt::Display for PartProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PartProblem::Import(problem) => problem.fmt(f),
            PartProblem::Numbered(key) => write!(
                f,
                "expected an id with a letter for each document, and for no other, found none at {key}; where lines have none, documents are numbered by their order, which a part does not know: add ids such as doc-17"
            ),
            PartProblem::PartedWord(id) => write!(
                f,
                "expected paragraphs without words that the end of a line parts, found one in '{id}'; all texts together tell whether its hyphen stays: join the lines before parts are made"
            ),
            PartProblem::Note(part) => write!(
                f,
                "expected a part that this Frise made, found {part} with a note of another program; make it again with `frise part`"
            ),
            PartProblem::OtherCorpus([a, b]) => write!(
                f,
                "expected parts with the same corpus.toml, speakers.toml and themes.toml, found others in {a} than in {b}; make all parts with the same files"
            ),
            PartProblem::OtherSettings([a, b]) => write!(
                f,
                "expected parts that were made with the same options, found others in {a} than in {b}; make all parts with the same --date, --language, --passages, --rows and --speaker"
            ),
            PartProblem::Named(option, names) => write!(
                f,
                "expected one --{option}, found parts that say '{}'; say it here: --{option} TEXT",
                names.join("' and '")
            ),
            PartProblem::DayMonth(part, date) => write!(
                f,
                "expected dates that are read alike in all parts, found {date} in {part}, while dates of the parts tell both orders of day and month; write dates as 2016-06-05, or make the parts with the same --day-month"
            ),
            PartProblem::Years(part, date) => write!(
                f,
                "expected dates that are read alike in all parts, found {date} in {part}, of which other parts tell otherwise whether it is a month or two years; write dates as 2001-02-01 or 2001/2002"
            ),
            PartProblem::Columns(names) => match names.as_slice() {
                [name] => write!(
                    f,
                    "expected columns that hold the same in all parts, found '{name}' with several meanings; say what it holds when parts are made: --column {name}=MEANING"
                ),
                names => write!(
                    f,
                    "expected one column of each meaning in all parts, found '{}'; give them the same name, or say that the others are not read: --column NAME=ignored",
                    names.join("' and '")
                ),
            },
            PartProblem::Alike([(a, one), (b, other)]) => write!(
                f,
                "expected each document in one part, found '{one}' in {a} and '{other}' in {b}, which are one document where their lines are neighbours; bring all lines of a document together, or make the parts with --rows each"
            ),
        }
    }
}

impl std::error::Error for PartProblem {}
