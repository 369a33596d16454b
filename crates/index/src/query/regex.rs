//! Regular expressions: what stands between `/` and `/`, as a tree.
//!
//! ```text
//! either   = row { "|" row }
//! row      = { "^" | piece | "$" }            the anchors only where the word begins and ends anyway
//! piece    = atom [ times ["?"] ]             a lazy mark changes nothing: whole words are matched
//! times    = "?" | "*" | "+" | "{" n "}" | "{" n "," [ m ] "}"
//! atom     = letter | "." | class | escape | "(" [ "?:" ] either ")"
//! class    = "[" [ "^" ] { letter | letter "-" letter | escape } "]"
//! escape   = "\" ( "d" | "D" | "w" | "W" | "s" | "S" | any sign )
//! ```
//!
//! An expression matches a whole term of the dictionary, which is a folded word, so its letters are
//! folded likewise: `é`, `É` and `e` are one, `œ` is `oe`. The ends of a range are folded too, so that
//! `[À-ÿ]` is `[a-y]`; a class that is negated cannot exclude `œ`, which no term holds. `\d` is 0 to 9,
//! `\w` any letter or digit.
//!
//! What it refuses, each with its place, is a [`Fault`]. Sizes are bounded here, before anything is
//! built: [`MOST_STATES`] after repetitions are written out, and [`DEEPEST`] groups.
//!
//! The crate `regex` would weigh more in the page than the rest of the engine, and matches bytes that
//! stand in a row, where the dictionary needs an automaton that can be walked; it is the slow twin in
//! the tests.

mod extent;
mod parse;

pub(super) use extent::{Extent, extent};
pub(crate) use parse::parse;

/// How many states an expression may need, about one for each letter after repetitions are written out.
pub(crate) const MOST_STATES: usize = 1_000;

/// The highest count in a repetition.
pub(crate) const MOST_TIMES: u32 = 100;

/// How deep groups may stand in one another.
const DEEPEST: usize = 64;

/// A regular expression over folded letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expression {
    /// One letter of these.
    Letter(Letters),
    /// One after the other; without any, nothing at all.
    Row(Vec<Expression>),
    /// One of these.
    Either(Vec<Expression>),
    /// At least and at most so many times; `None` for any number.
    Repeated(Box<Expression>, u32, Option<u32>),
}

/// A set of letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Letters {
    negated: bool,
    members: Vec<Member>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Member {
    /// From one letter to another, both included.
    Range(char, char),
    /// A class, or all but it.
    Class(Class, bool),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Digit,
    Word,
    Space,
}

impl Letters {
    /// Any letter.
    pub fn any() -> Letters {
        Letters {
            negated: true,
            members: Vec::new(),
        }
    }

    /// This letter alone.
    pub fn one(letter: char) -> Letters {
        Letters {
            negated: false,
            members: vec![Member::Range(letter, letter)],
        }
    }

    /// Whether a letter is one of them.
    pub fn contains(&self, letter: char) -> bool {
        let is_member = |member: &Member| match *member {
            Member::Range(first, last) => (first..=last).contains(&letter),
            Member::Class(class, negated) => class.contains(letter) != negated,
        };
        self.members.iter().any(is_member) != self.negated
    }
}

impl Class {
    fn contains(self, letter: char) -> bool {
        match self {
            Class::Digit => letter.is_ascii_digit(),
            Class::Word => letter.is_alphanumeric() || letter == '_',
            Class::Space => letter.is_whitespace(),
        }
    }
}

/// Why a regular expression is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Another tongue of regular expressions: look-around, back references, `\b`, named classes.
    Unsupported(String),
    /// `?`, `*`, `+` or `{` follows nothing that it could repeat.
    NothingToRepeat,
    /// A group or a class is not closed; its `(` or `[`.
    Unclosed(char),
    /// `)` closes nothing.
    Unopened,
    /// The counts between braces cannot be read, or fall: `{x}`, `{3,1}`.
    BadCount,
    /// A range whose ends are not single letters in rising order.
    BadRange,
    /// `^` or `$` where a word neither begins nor ends.
    MisplacedAnchor,
    /// A backslash with nothing after it.
    LonelyEscape,
    /// A sign that no word holds, such as a space or a hyphen.
    NeverInWords(char),
    /// Counts above 100, more than 1,000 letters once repetitions are written out, or groups more than
    /// 64 deep.
    TooLarge,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Fault::Unsupported(signs) => write!(
                f,
                "'{signs}' is not known here; use letters, classes, groups, '|' and repetitions"
            ),
            Fault::NothingToRepeat => {
                write!(
                    f,
                    "this repetition has nothing before it that it could repeat; remove it"
                )
            }
            Fault::Unclosed(sign) => {
                let closing = if *sign == '[' { ']' } else { ')' };
                write!(f, "'{sign}' is not closed; add '{closing}'")
            }
            Fault::Unopened => write!(f, "')' closes nothing; remove it or add '('"),
            Fault::BadCount => write!(f, "expected {{2}}, {{2,}} or {{2,5}}; correct these counts"),
            Fault::BadRange => {
                write!(
                    f,
                    "expected a range from a letter to a later one, such as a-z; turn it round"
                )
            }
            Fault::MisplacedAnchor => {
                write!(f, "a word neither begins nor ends here; remove the anchor")
            }
            Fault::LonelyEscape => {
                write!(f, "expected a sign after the backslash; add or remove one")
            }
            Fault::NeverInWords(sign) => {
                write!(
                    f,
                    "no word holds '{sign}', and an expression stands for one word; remove it"
                )
            }
            Fault::TooLarge => write!(
                f,
                "expected counts up to {MOST_TIMES}, {MOST_STATES} letters once they are written out, \
                 and groups at most {DEEPEST} deep; make it smaller"
            ),
        }
    }
}
