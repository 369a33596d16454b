//! Regular expressions: the tree of the text between two slashes.
//!
//! ```text
//! either   = row { "|" row }
//! row      = { "^" | piece | "$" }            anchors only at the beginning and end of the word
//! piece    = atom [ times ["?"] ]             laziness has no effect, since whole words are matched
//! times    = "?" | "*" | "+" | "{" n "}" | "{" n "," [ m ] "}"
//! atom     = letter | "." | class | escape | "(" [ "?:" ] either ")"
//! class    = "[" [ "^" ] { letter | letter "-" letter | escape } "]"
//! escape   = "\" ( "d" | "D" | "w" | "W" | "s" | "S" | any sign )
//! ```
//!
//! An expression matches a whole term of the dictionary, which is a folded word. Its letters are therefore folded: `é`, `É`
//! and `e` are the same, and `œ` is `oe`. The ends of a range are folded as well, so that `[À-ÿ]` is `[a-y]`. A negated class
//! cannot exclude `œ`, which no term has. `\d` is 0 to 9, `\w` any letter or digit.
//!
//! Expressions that are not supported are refused with a [`Fault`] and its place. Their size is bounded before anything is
//! compiled: at most [`MOST_STATES`] after repetitions are expanded, and at most [`DEEPEST`] nested groups.
//!
//! The crate `regex` matches contiguous text, while the dictionary needs an automaton that walks it, and would add more to the
//! page than the rest of the engine. Tests compare the two.

mod extent;
mod parse;

pub(super) use extent::{Extent, extent};
pub(crate) use parse::parse;

/// How many states an expression may need, about one for each letter after repetitions are expanded.
pub(crate) const MOST_STATES: usize = 1_000;

/// The highest count in a repetition.
pub(crate) const MOST_TIMES: u32 = 100;

/// How deep groups may be nested.
const DEEPEST: usize = 64;

/// A regular expression over folded letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expression {
    /// Matches one letter of a set.
    Letter(Letters),
    /// Matches one expression after the other; without any, the empty text.
    Row(Vec<Expression>),
    /// Matches any of some expressions.
    Either(Vec<Expression>),
    /// Matches an expression repeatedly: at least and at most so many times, or without a limit for `None`.
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
    /// A range of letters, both ends included.
    Range(char, char),
    /// A class, or all letters outside of it.
    Class(Class, bool),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Digit,
    Word,
    Space,
}

impl Letters {
    /// Returns the set of all letters.
    pub fn any() -> Letters {
        Letters {
            negated: true,
            members: Vec::new(),
        }
    }

    /// Returns the set of one letter.
    pub fn one(letter: char) -> Letters {
        Letters {
            negated: false,
            members: vec![Member::Range(letter, letter)],
        }
    }

    /// Returns whether a letter is in the set.
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

/// The reason why a regular expression is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It uses unsupported syntax: look-around, back references, `\b`, named classes.
    Unsupported(String),
    /// `?`, `*`, `+` or `{` has nothing to repeat.
    NothingToRepeat,
    /// A group or a class is not closed: its `(` or `[`.
    Unclosed(char),
    /// `)` is not opened.
    Unopened,
    /// The counts between braces are not numbers, or not in rising order: `{x}`, `{3,1}`.
    BadCount,
    /// The ends of a range are not single letters in rising order.
    BadRange,
    /// `^` or `$` is neither at the beginning nor at the end of the word.
    MisplacedAnchor,
    /// A backslash ends the expression.
    LonelyEscape,
    /// It has a character that no word has, such as a space or a hyphen.
    NeverInWords(char),
    /// It has counts above 100, more than 1,000 letters after repetitions are expanded, or groups nested more than 64 deep.
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
