//! The parser of regular expressions.

use super::{Class, DEEPEST, Expression, Fault, Letters, MOST_STATES, MOST_TIMES, Member};
use frise_text::fold;

/// Where a fault is, in bytes of the expression, and the fault.
type Refused = (usize, Fault);

/// An expression, and the number of states that it needs.
type Measured = (Expression, usize);

/// Parses an expression.
///
/// # Errors
/// Returns an error if it is not supported or too large; see [`Fault`].
pub(crate) fn parse(text: &str) -> Result<Expression, Refused> {
    let mut parser = Parser {
        text,
        at: 0,
        depth: 0,
        fresh: true,
        anchor: None,
        ended: None,
    };
    let (expression, _) = parser.either()?;
    match parser.peek() {
        None => Ok(expression),
        Some(_) => Err((parser.at, Fault::Unopened)),
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
    /// Whether the current place is the beginning of the word.
    fresh: bool,
    /// The place of the last anchor.
    anchor: Option<usize>,
    /// The place of the `$` after which nothing may follow.
    ended: Option<usize>,
}

impl Parser<'_> {
    /// Returns the next character, after skipping those that folding drops.
    fn peek(&mut self) -> Option<char> {
        loop {
            let next = self.text[self.at..].chars().next()?;
            if next.is_ascii() || !fold(next.encode_utf8(&mut [0; 4])).is_empty() {
                return Some(next);
            }
            self.at += next.len_utf8();
        }
    }

    fn take(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    fn either(&mut self) -> Result<Measured, Refused> {
        let fresh = self.fresh;
        let mut rows = Vec::new();
        let mut states = 0;
        let mut ended = None;
        loop {
            let at = self.at;
            self.fresh = fresh;
            let (row, size) = self.row()?;
            rows.push(row);
            states = bounded(states + size, at)?;
            ended = ended.or(self.ended.take());
            if !self.eat('|') {
                break;
            }
            states += 1;
        }
        self.ended = ended;
        Ok((one_or(rows, Expression::Either), states))
    }

    fn row(&mut self) -> Result<Measured, Refused> {
        let mut pieces = Vec::new();
        let mut states = 1;
        while let Some(next) = self.peek() {
            let at = self.at;
            match next {
                '|' | ')' => break,
                '^' | '$' => self.read_anchor(next)?,
                _ => {
                    if let Some(anchor) = self.ended {
                        return Err((anchor, Fault::MisplacedAnchor));
                    }
                    let (piece, size) = self.piece()?;
                    self.fresh = false;
                    pieces.push(piece);
                    states = bounded(states + size, at)?;
                }
            }
        }
        Ok((one_or(pieces, Expression::Row), states))
    }

    /// Reads an anchor. Since whole words are matched, it has no effect at the ends of the word, and could not match elsewhere.
    fn read_anchor(&mut self, anchor: char) -> Result<(), Refused> {
        if anchor == '^' && !self.fresh {
            return Err((self.at, Fault::MisplacedAnchor));
        }
        if anchor == '$' {
            self.ended = Some(self.at);
        }
        self.anchor = Some(self.at);
        self.at += 1;
        Ok(())
    }

    fn piece(&mut self) -> Result<Measured, Refused> {
        let before = self.anchor;
        let (atom, size) = self.atom()?;
        self.peek();
        let at = self.at;
        let Some((least, most)) = self.times()? else {
            return Ok((atom, size));
        };
        self.eat('?');
        self.peek();
        let again = self.at;
        if self.times()?.is_some() {
            return Err((again, Fault::NothingToRepeat));
        }
        if let Some(anchor) = self.anchor.filter(|_| self.anchor != before) {
            return Err((anchor, Fault::MisplacedAnchor));
        }
        let copies = most.unwrap_or(least).max(1) as usize;
        let states = bounded(copies * (size + 1), at)?;
        Ok((Expression::Repeated(Box::new(atom), least, most), states))
    }

    /// Reads how often the previous atom is repeated; `None` if it is not.
    fn times(&mut self) -> Result<Option<(u32, Option<u32>)>, Refused> {
        let times = match self.peek() {
            Some('?') => (0, Some(1)),
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('{') => return self.counts().map(Some),
            _ => return Ok(None),
        };
        self.at += 1;
        Ok(Some(times))
    }

    fn counts(&mut self) -> Result<(u32, Option<u32>), Refused> {
        let at = self.at;
        let inside = &self.text[at + 1..];
        let end = inside.find('}').ok_or((at, Fault::BadCount))?;
        let number = |digits: &str| match digits.bytes().all(|byte| byte.is_ascii_digit()) {
            // Digits that exceed a number are too large as well.
            true if !digits.is_empty() => Ok(digits.parse().unwrap_or(u32::MAX)),
            _ => Err((at, Fault::BadCount)),
        };
        let (least, most) = match inside[..end].split_once(',') {
            None => (number(&inside[..end])?, Some(number(&inside[..end])?)),
            Some((least, "")) => (number(least)?, None),
            Some((least, most)) => (number(least)?, Some(number(most)?)),
        };
        if most.is_some_and(|most| most < least) {
            return Err((at, Fault::BadCount));
        }
        if most.unwrap_or(least) > MOST_TIMES {
            return Err((at, Fault::TooLarge));
        }
        self.at += end + 2;
        Ok((least, most))
    }

    fn atom(&mut self) -> Result<Measured, Refused> {
        let at = self.at;
        match self.take() {
            Some('(') => self.group(at),
            Some('[') => Ok(with_size(self.class(at)?)),
            Some('.') => Ok((Expression::Letter(Letters::any()), 1)),
            Some('\\') => match self.escape(at)? {
                Escape::Class(member) => Ok((Expression::Letter(only(member)), 1)),
                Escape::Letter(letter) => letters(letter, at),
            },
            Some('?' | '*' | '+' | '{') => Err((at, Fault::NothingToRepeat)),
            Some(letter) => letters(letter, at),
            None => Ok((Expression::Row(Vec::new()), 1)),
        }
    }

    fn group(&mut self, at: usize) -> Result<Measured, Refused> {
        if self.text[self.at..].starts_with('?') {
            if !self.text[self.at..].starts_with("?:") {
                let signs = self.text[at..].chars().take(4);
                let written = signs.take_while(|c| !c.is_alphanumeric() && *c != ')');
                return Err((at, Fault::Unsupported(written.collect())));
            }
            self.at += 2;
        }
        if self.depth == DEEPEST {
            return Err((at, Fault::TooLarge));
        }
        self.depth += 1;
        let inner = self.either()?;
        self.depth -= 1;
        if self.eat(')') {
            Ok(inner)
        } else {
            Err((at, Fault::Unclosed('(')))
        }
    }

    /// Reads what follows a backslash, which is at `at`.
    fn escape(&mut self, at: usize) -> Result<Escape, Refused> {
        let class = |class, negated| Ok(Escape::Class(Member::Class(class, negated)));
        match self.take() {
            None => Err((at, Fault::LonelyEscape)),
            Some('d') => class(Class::Digit, false),
            Some('D') => class(Class::Digit, true),
            Some('w') => class(Class::Word, false),
            Some('W') => class(Class::Word, true),
            Some('s') => class(Class::Space, false),
            Some('S') => class(Class::Space, true),
            Some(c) if c.is_ascii_alphanumeric() => Err((at, Fault::Unsupported(format!("\\{c}")))),
            Some(c) => Ok(Escape::Letter(c)),
        }
    }

    /// Reads a class after its `[`, which is at `at`.
    fn class(&mut self, at: usize) -> Result<Expression, Refused> {
        let mut set = Letters {
            negated: self.eat('^'),
            members: Vec::new(),
        };
        // Letters that fold to several letters are not members, but alternatives to the class.
        let mut longer = Vec::new();
        let start = self.at;
        loop {
            let item = self.at;
            let member = match self.take().ok_or((at, Fault::Unclosed('[')))? {
                // The first `]` is a member.
                ']' if item > start => break,
                '[' if self.peek() == Some(':') => {
                    return Err((item, Fault::Unsupported("[:".into())));
                }
                '\\' => self.escape(item)?,
                c => Escape::Letter(c),
            };
            let range = self.peek() == Some('-') && !self.text[self.at..].starts_with("-]");
            match member {
                _ if range => set.members.push(self.range(member, item, at)?),
                Escape::Class(class) => set.members.push(class),
                Escape::Letter(c) => match single(c) {
                    Some(letter) => set.members.push(Member::Range(letter, letter)),
                    None => longer.push(spelled(c)),
                },
            }
        }
        if set.negated || longer.is_empty() {
            return Ok(Expression::Letter(set));
        }
        if !set.members.is_empty() {
            longer.push(Expression::Letter(set));
        }
        Ok(one_or(longer, Expression::Either))
    }

    /// Reads a range after its first letter, which is at `item`, in the class at `class`.
    fn range(&mut self, first: Escape, item: usize, class: usize) -> Result<Member, Refused> {
        self.take();
        let bad = (item, Fault::BadRange);
        let at = self.at;
        let last = match self.take().ok_or((class, Fault::Unclosed('[')))? {
            '\\' => self.escape(at)?,
            c => Escape::Letter(c),
        };
        let (Escape::Letter(first), Escape::Letter(last)) = (first, last) else {
            return Err(bad);
        };
        match (single(first), single(last)) {
            (Some(first), Some(last)) if first <= last => Ok(Member::Range(first, last)),
            _ => Err(bad),
        }
    }
}

/// A letter, or what a backslash stands for.
enum Escape {
    Letter(char),
    Class(Member),
}

fn only(member: Member) -> Letters {
    Letters {
        negated: false,
        members: vec![member],
    }
}

/// Returns what a letter folds to, if that is one letter.
fn single(letter: char) -> Option<char> {
    let folded = fold(letter.encode_utf8(&mut [0; 4]));
    let mut letters = folded.chars();
    letters.next().filter(|_| letters.next().is_none())
}

/// Returns a letter as the dictionary spells it: `œ` as `oe`.
fn spelled(letter: char) -> Expression {
    let folded = fold(letter.encode_utf8(&mut [0; 4]));
    let letters = folded.chars().map(Letters::one).map(Expression::Letter);
    one_or(letters.collect(), Expression::Row)
}

fn letters(letter: char, at: usize) -> Result<Measured, Refused> {
    let spelled = spelled(letter);
    // Numbers and abbreviations have commas and points.
    let is_of_words = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '"' | ',' | '.');
    if fold(letter.encode_utf8(&mut [0; 4]))
        .chars()
        .all(is_of_words)
    {
        Ok(with_size(spelled))
    } else {
        Err((at, Fault::NeverInWords(letter)))
    }
}

fn with_size(expression: Expression) -> Measured {
    let states = states(&expression);
    (expression, states)
}

/// Returns the number of states that a letter, a spelling or a class needs; none of these is deeply nested.
fn states(expression: &Expression) -> usize {
    match expression {
        Expression::Row(parts) | Expression::Either(parts) => {
            parts.len() + parts.iter().map(states).sum::<usize>()
        }
        _ => 1,
    }
}

fn bounded(states: usize, at: usize) -> Result<usize, Refused> {
    if states <= MOST_STATES {
        Ok(states)
    } else {
        Err((at, Fault::TooLarge))
    }
}

fn one_or(mut parts: Vec<Expression>, join: fn(Vec<Expression>) -> Expression) -> Expression {
    if parts.len() == 1 {
        parts.remove(0)
    } else {
        join(parts)
    }
}
