//! Prints a [`Query`] as text.

use super::{How, Node, Phrase, Query, Word};
use frise_text::spaced_number_length;
use std::fmt::{self, Display, Formatter};

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.root.fmt(f)
    }
}

impl Display for Node {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Node::Everything => Ok(()),
            Node::All(parts) => list(f, parts, " ", |before, part, text| {
                matches!(part, Node::All(_)) || would_group(before, text)
            }),
            Node::Any(parts) => list(f, parts, "|", |_, part, _| {
                matches!(part, Node::All(_) | Node::Any(_))
            }),
            Node::Not(inner) => {
                f.write_str("-")?;
                grouped(f, inner, matches!(**inner, Node::All(_) | Node::Any(_)))
            }
            Node::Word(word) => word.fmt(f),
            Node::Phrase(phrase) => phrase.fmt(f),
            Node::Field(field, value)
                if value.contains(|c: char| c.is_whitespace() || "()|".contains(c)) =>
            {
                write!(f, "{}:\"{value}\"", field.name())
            }
            Node::Field(field, value) => write!(f, "{}:{value}", field.name()),
        }
    }
}

impl Display for Word {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.how {
            How::Plain | How::Pattern => f.write_str(&self.text),
            How::Exact => write!(f, "={}", self.text),
            How::Written => write!(f, "=={}", self.text),
            How::Prefix => write!(f, "{}*", self.text),
            How::Regex => write!(f, "/{}/", self.text),
            How::Fuzzy(edits) => write!(f, "{}~{edits}", self.text),
        }
    }
}

impl Display for Phrase {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let exact = if self.exact { "=" } else { "" };
        write!(f, "{exact}\"{}\"", self.text)?;
        match self.within {
            Some(words) => write!(f, "~{words}"),
            None => Ok(()),
        }
    }
}

/// Returns whether a number at the end of one text would be read as one number with digits at the start of the next.
fn would_group(before: &str, text: &str) -> bool {
    let number = before
        .rsplit([' ', '-', '=', '(', '|'])
        .next()
        .unwrap_or("");
    spaced_number_length(&format!("{number} {text}")) > number.len()
}

/// Prints parts, in parentheses where `group` says so, given the text of the previous part, the part and its text.
fn list(
    f: &mut Formatter<'_>,
    parts: &[Node],
    between: &str,
    group: impl Fn(&str, &Node, &str) -> bool,
) -> fmt::Result {
    let mut before = String::new();
    for part in parts {
        if !before.is_empty() {
            f.write_str(between)?;
        }
        let mut text = part.to_string();
        if group(&before, part, &text) {
            text = format!("({text})");
        }
        f.write_str(&text)?;
        before = text;
    }
    Ok(())
}

fn grouped(f: &mut Formatter<'_>, node: &Node, group: bool) -> fmt::Result {
    if group {
        write!(f, "({node})")
    } else {
        node.fmt(f)
    }
}
