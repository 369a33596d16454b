//! The parser of queries.

mod word;

use super::regex;
use super::{How, Matching, Node, Phrase, Problem, ProblemKind, Query, Word};

/// The longest query that is read, in bytes.
pub const LONGEST_QUERY: usize = 10_000;

/// How deep parentheses and exclusions may be nested.
const DEEPEST: usize = 64;

/// Parses a query. Never fails: see [`ProblemKind`] for how mistakes are read.
///
/// ```
/// use frise_index::query::{How, Node, parse};
///
/// let query = parse("cyber* -\"guerre froide\" date:2016..2020");
/// assert!(query.problems.is_empty());
/// let Node::All(parts) = &query.root else { panic!("all parts must match") };
/// assert!(matches!(&parts[0], Node::Word(word) if word.text == "cyber" && word.how == How::Prefix));
/// assert!(matches!(&parts[1], Node::Not(_)));
/// assert_eq!(query.to_string(), "cyber* -\"guerre froide\" date:2016..2020");
///
/// let query = parse("(paix");
/// assert_eq!(query.problems[0].kind.to_string(), "this parenthesis is not closed; add ')'");
/// assert_eq!(query.to_string(), "paix");
/// ```
pub fn parse(text: &str) -> Query {
    let end = (0..=text.len().min(LONGEST_QUERY))
        .rev()
        .find(|end| text.is_char_boundary(*end))
        .unwrap_or(0);
    let mut parser = Parser {
        text: &text[..end],
        at: 0,
        depth: 0,
        problems: Vec::new(),
        places: Vec::new(),
    };
    if end < text.len() {
        parser.note(end, ProblemKind::TooLong);
    }
    let mut parts = Vec::new();
    loop {
        parts.extend(parser.all());
        if parser.peek().is_none() {
            break;
        }
        parser.note(parser.at, ProblemKind::UnopenedParenthesis);
        parser.at += 1;
    }
    let root = all(parts);
    let signs = text.trim_start();
    if root == Node::Everything && parser.problems.is_empty() && !signs.is_empty() {
        parser.note(text.len() - signs.len(), ProblemKind::NoWord);
    }
    Query {
        root,
        problems: parser.problems,
        places: parser.places,
        matching: Matching::default(),
    }
}

struct Parser<'q> {
    text: &'q str,
    at: usize,
    depth: usize,
    problems: Vec<Problem>,
    places: Vec<usize>,
}

/// Returns the node that matches what all parts match, without directly nested nodes of the same kind.
fn all(parts: Vec<Node>) -> Node {
    let mut flat = Vec::new();
    for part in parts {
        match part {
            Node::Everything => {}
            Node::All(inner) => flat.extend(inner),
            other => flat.push(other),
        }
    }
    match flat.len() {
        0 => Node::Everything,
        1 => flat.remove(0),
        _ => Node::All(flat),
    }
}

/// Returns the node that matches what any part matches, without directly nested nodes of the same kind.
fn any(parts: Vec<Node>) -> Node {
    let mut flat = Vec::new();
    for part in parts {
        match part {
            Node::Any(inner) => flat.extend(inner),
            other => flat.push(other),
        }
    }
    if flat.len() == 1 {
        flat.remove(0)
    } else {
        Node::Any(flat)
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '«' | '»' | '“' | '”')
}

/// Returns whether a character ends a bare word.
pub(super) fn is_delimiter(c: char) -> bool {
    c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')' | '|')
}

impl<'q> Parser<'q> {
    fn note(&mut self, at: usize, kind: ProblemKind) {
        self.problems.push(Problem { at, kind });
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn skip_space(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
    }

    /// Takes characters as long as a predicate accepts them.
    fn take_while(&mut self, pass: impl Fn(char) -> bool) -> &'q str {
        let rest = &self.text[self.at..];
        let taken = &rest[..rest.find(|c| !pass(c)).unwrap_or(rest.len())];
        self.at += taken.len();
        taken
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    /// Parses nodes up to the end or to a closing parenthesis, which is not taken.
    fn all(&mut self) -> Vec<Node> {
        let mut parts = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                None | Some(')') => return parts,
                Some(_) => parts.extend(self.any()),
            }
        }
    }

    fn any(&mut self) -> Option<Node> {
        let mut parts: Vec<Node> = Vec::new();
        loop {
            let start = self.at;
            let problems_before = self.problems.len();
            let part = self.not();
            // An operand that is left out with a problem of its own is not missing.
            let found = part.is_some() || self.problems.len() > problems_before;
            parts.extend(part);
            self.skip_space();
            let pipe = self.at;
            if !self.eat('|') {
                if !found && start > 0 && self.text[..start].trim_end().ends_with('|') {
                    let at = self.text[..start].trim_end().len() - 1;
                    self.note(at, ProblemKind::LonelyOperator('|'));
                }
                break;
            }
            if !found {
                self.note(pipe, ProblemKind::LonelyOperator('|'));
            }
            self.skip_space();
        }
        (!parts.is_empty()).then(|| any(parts))
    }

    fn not(&mut self) -> Option<Node> {
        let at = self.at;
        if !self.eat('-') {
            return self.atom();
        }
        if self.depth >= DEEPEST {
            self.note(at, ProblemKind::TooDeep);
            return self.atom();
        }
        self.depth += 1;
        let problems_before = self.problems.len();
        let inner = match self.peek() {
            Some(c) if !c.is_whitespace() => self.not(),
            _ => None,
        };
        self.depth -= 1;
        match inner {
            None => {
                if self.problems.len() == problems_before {
                    self.note(at, ProblemKind::LonelyOperator('-'));
                }
                None
            }
            Some(Node::Not(inner)) => Some(*inner),
            Some(inner) => Some(Node::Not(Box::new(inner))),
        }
    }

    fn atom(&mut self) -> Option<Node> {
        if self.peek() == Some('(') {
            return self.group();
        }
        let at = self.at;
        let leaf = self.leaf();
        self.places.extend(leaf.is_some().then_some(at));
        leaf
    }

    /// Parses a word, a phrase or a field.
    fn leaf(&mut self) -> Option<Node> {
        let at = self.at;
        match self.peek()? {
            '/' => match regex::extent(&self.text[self.at..]) {
                Some(extent) => self.regex(&extent),
                None => self.word(),
            },
            '=' => {
                self.at += 1;
                match self.peek() {
                    Some(c) if is_quote(c) => self.phrase(true),
                    Some(c) if !is_delimiter(c) => {
                        let how = if self.eat('=') {
                            How::Written
                        } else {
                            How::Exact
                        };
                        self.exact_word(at, how)
                    }
                    _ => {
                        self.note(at, ProblemKind::LonelyOperator('='));
                        None
                    }
                }
            }
            c if is_quote(c) => self.phrase(false),
            ')' | '|' => None,
            _ => self.word(),
        }
    }

    /// Parses a regular expression, which is left out if it is not valid.
    fn regex(&mut self, extent: &regex::Extent<'q>) -> Option<Node> {
        let at = self.at;
        self.at += extent.taken;
        if !extent.closed {
            self.note(at, ProblemKind::UnclosedRegex);
        }
        match regex::parse(extent.text) {
            Ok(_) => Some(Node::Word(Word {
                text: extent.text.to_string(),
                how: How::Regex,
            })),
            Err((place, fault)) => {
                self.note(at + 1 + place, ProblemKind::BadRegex(fault));
                None
            }
        }
    }

    fn group(&mut self) -> Option<Node> {
        let at = self.at;
        self.at += 1;
        if self.depth >= DEEPEST {
            self.note(at, ProblemKind::TooDeep);
            return None;
        }
        self.depth += 1;
        let inner = self.all();
        self.depth -= 1;
        if !self.eat(')') {
            self.note(at, ProblemKind::UnclosedParenthesis);
        }
        match all(inner) {
            Node::Everything => None,
            inner => Some(inner),
        }
    }

    fn phrase(&mut self, exact: bool) -> Option<Node> {
        let text = self.quoted();
        let within = self.within();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        text.chars()
            .any(char::is_alphanumeric)
            .then_some(Node::Phrase(Phrase {
                text,
                exact,
                within,
            }))
    }

    /// Takes the text between quotation marks, the first of which is next.
    fn quoted(&mut self) -> &'q str {
        let at = self.at;
        self.at += self.peek().map_or(0, char::len_utf8);
        let text = self.take_while(|c| !is_quote(c));
        match self.peek() {
            Some(c) => self.at += c.len_utf8(),
            None => self.note(at, ProblemKind::UnclosedQuote),
        }
        text
    }

    fn within(&mut self) -> Option<u32> {
        let rest = self.text[self.at..].strip_prefix('~')?;
        let digits = &rest[..rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len())];
        if digits.is_empty() {
            return None;
        }
        self.at += 1 + digits.len();
        Some(digits.parse().unwrap_or(u32::MAX).max(1))
    }
}
