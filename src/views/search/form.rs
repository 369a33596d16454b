//! A query as a form, and back: what the reader composes by pointing is the same query as the one in
//! the search box.
//!
//! [`Form::of`] reads as much of a query's tree as fits the fields; what does not fit stays as it is,
//! in [`Form::rest`]. [`Form::query`] writes the form as text. A form that holds no more than its
//! fields can say comes back from its text as it was ([`Form::tidy`]), and no part of a query is lost
//! on the way through a form.

use crate::words;
use frise_date::Tongue;
use frise_index::query::{Field, How, Node, Phrase, Query, Word, parse};

/// The fields that hold one value each.
pub const HELD: [Field; 5] = [
    Field::Speaker,
    Field::Voice,
    Field::Theme,
    Field::Document,
    Field::Kind,
];

/// How far apart near words may be, where the reader has not said.
const DISTANCE: u32 = 8;

/// A query, field by field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What is written in each text field, in the order of [`Asked::ALL`].
    pub texts: [String; 9],
    /// How many words apart the near ones may be, at least 1.
    pub distance: u32,
    /// How many letters may be wrong: 1 or 2.
    pub edits: u8,
    /// The value of each of [`HELD`]; empty for none.
    pub held: [String; 5],
    /// What fits no field, as text of the query language.
    pub rest: String,
}

/// A text field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// All of these words.
    All,
    /// These words in a row.
    Phrase,
    /// These words near one another.
    Near,
    /// One of these words; two at least.
    Any,
    /// None of these words.
    None,
    /// Words that begin so.
    Begins,
    /// These words but for a letter or two.
    Fuzzy,
    /// The earliest date.
    From,
    /// The latest date.
    To,
}

impl Asked {
    /// All of them, in the order in which a query is written.
    pub const ALL: [Asked; 9] = [
        Asked::All,
        Asked::Phrase,
        Asked::Near,
        Asked::Any,
        Asked::None,
        Asked::Begins,
        Asked::Fuzzy,
        Asked::From,
        Asked::To,
    ];
}

impl Default for Form {
    fn default() -> Form {
        Form {
            texts: Default::default(),
            distance: DISTANCE,
            edits: 1,
            held: Default::default(),
            rest: String::new(),
        }
    }
}

impl Form {
    /// The form of a query.
    pub fn of(query: &Query) -> Form {
        let mut form = Form::default();
        let mut rest = Vec::new();
        let parts = match &query.root {
            Node::Everything => &[],
            Node::All(parts) => &parts[..],
            other => std::slice::from_ref(other),
        };
        for part in parts {
            if !form.take(part) {
                // Below a list of all, only a list of all would stand in parentheses, and it has joined.
                rest.push(part.to_string());
            }
        }
        form.rest = joined(&rest);
        form
    }

    /// What a text field holds.
    pub fn text(&self, asked: Asked) -> &str {
        &self.texts[asked as usize]
    }

    fn text_mut(&mut self, asked: Asked) -> &mut String {
        &mut self.texts[asked as usize]
    }

    /// Puts a part of a query where it fits, if it does.
    fn take(&mut self, part: &Node) -> bool {
        match part {
            Node::Word(Word { text, how }) if tidy_words(text) == *text => match how {
                How::Plain => self.add(Asked::All, text),
                How::Prefix => self.add(Asked::Begins, text),
                How::Fuzzy(edits) => {
                    let fits = self.text(Asked::Fuzzy).is_empty() || self.edits == *edits;
                    if fits {
                        self.edits = *edits;
                        self.add(Asked::Fuzzy, text);
                    }
                    fits
                }
                _ => false,
            },
            Node::Phrase(Phrase {
                text,
                exact: false,
                within,
            }) => match within {
                None => self.put(Asked::Phrase, text),
                Some(distance) => {
                    let fits = self.put(Asked::Near, text);
                    if fits {
                        self.distance = *distance;
                    }
                    fits
                }
            },
            Node::Any(parts) => match plain_words(parts) {
                Some(words) => self.put(Asked::Any, &words.join(" ")),
                None => false,
            },
            Node::Not(inner) => {
                let parts = match &**inner {
                    Node::Any(parts) => &parts[..],
                    other => std::slice::from_ref(other),
                };
                match plain_words(parts) {
                    Some(words) => self.add(Asked::None, &words.join(" ")),
                    None => false,
                }
            }
            Node::Field(Field::Date, value) => self.take_dates(value),
            Node::Field(field, value) => match HELD.iter().position(|known| known == field) {
                Some(place) if self.held[place].is_empty() && tidy_value(value) == *value => {
                    self.held[place] = value.clone();
                    true
                }
                _ => false,
            },
            _ => false,
        }
    }

    fn take_dates(&mut self, value: &str) -> bool {
        let (from, to) = value.split_once("..").unwrap_or((value, value));
        let vacant = self.text(Asked::From).is_empty() && self.text(Asked::To).is_empty();
        let fits = vacant
            && !(from.is_empty() && to.is_empty())
            && tidy_date(from) == from
            && tidy_date(to) == to;
        if fits {
            *self.text_mut(Asked::From) = from.to_string();
            *self.text_mut(Asked::To) = to.to_string();
        }
        fits
    }

    /// Fills a field that takes one thing.
    fn put(&mut self, asked: Asked, text: &str) -> bool {
        self.text(asked).is_empty() && self.add(asked, text)
    }

    fn add(&mut self, asked: Asked, text: &str) -> bool {
        let field = self.text_mut(asked);
        if asked == Asked::All && would_be_one_number(field, text) {
            return false;
        }
        if !field.is_empty() {
            field.push(' ');
        }
        field.push_str(text);
        true
    }

    /// The query as text, with its fields named in a language. Signs of the query language that stand
    /// in a field are no part of its words and are left out.
    pub fn query(&self, language: Tongue) -> String {
        let tidy = self.tidy();
        let mut parts = Vec::new();
        for asked in Asked::ALL {
            let text = tidy.text(asked);
            let words = text.split(' ').filter(|word| !word.is_empty());
            match asked {
                _ if text.is_empty() => {}
                Asked::All => parts.push(text.to_string()),
                Asked::Phrase => parts.push(format!("\"{text}\"")),
                Asked::Near => parts.push(format!("\"{text}\"~{}", tidy.distance)),
                Asked::Any => parts.push(words.collect::<Vec<_>>().join("|")),
                Asked::None => parts.extend(words.map(|word| format!("-{word}"))),
                Asked::Begins => parts.extend(words.map(|word| format!("{word}*"))),
                Asked::Fuzzy => parts.extend(words.map(|word| format!("{word}~{}", tidy.edits))),
                Asked::From | Asked::To => {}
            }
        }
        for (field, value) in HELD
            .iter()
            .zip(&tidy.held)
            .filter(|(_, value)| !value.is_empty())
        {
            let name = words::field(*field, language);
            let needs_quotes = value.contains(|c: char| c.is_whitespace() || "()|".contains(c));
            let quote = if needs_quotes { "\"" } else { "" };
            parts.push(format!("{name}:{quote}{value}{quote}"));
        }
        match (tidy.text(Asked::From), tidy.text(Asked::To)) {
            ("", "") => {}
            (from, to) if from == to => parts.push(format!("date:{from}")),
            (from, to) => parts.push(format!("date:{from}..{to}")),
        }
        if !tidy.rest.is_empty() {
            parts.push(tidy.rest);
        }
        joined(&parts)
    }

    /// The same form with no more in its fields than they can say: words without signs of the query
    /// language, and one word that stands alone for one of several among all words.
    #[must_use]
    pub fn tidy(&self) -> Form {
        let mut tidy = self.clone();
        for asked in Asked::ALL {
            let text = self.text(asked);
            *tidy.text_mut(asked) = match asked {
                Asked::Phrase | Asked::Near => tidy_phrase(text),
                Asked::From | Asked::To => tidy_date(text),
                _ => tidy_words(text),
            };
        }
        if !tidy.text(Asked::Any).contains(' ') {
            let alone = std::mem::take(tidy.text_mut(Asked::Any));
            if !alone.is_empty() {
                tidy.add(Asked::All, &alone);
            }
        }
        for value in &mut tidy.held {
            *value = tidy_value(value);
        }
        let default = Form::default();
        if tidy.text(Asked::Near).is_empty() {
            tidy.distance = default.distance;
        }
        if tidy.text(Asked::Fuzzy).is_empty() {
            tidy.edits = default.edits;
        }
        tidy.distance = tidy.distance.max(1);
        tidy.edits = tidy.edits.clamp(1, 2);
        tidy.rest = self.rest.trim().to_string();
        tidy
    }
}

/// The texts of nodes that are all plain words.
fn plain_words<'n>(parts: &'n [Node]) -> Option<Vec<&'n str>> {
    let plain = |part: &'n Node| match part {
        Node::Word(Word {
            text,
            how: How::Plain,
        }) if tidy_words(text) == *text => Some(text.as_str()),
        _ => None,
    };
    parts.iter().map(plain).collect()
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '«' | '»' | '“' | '”')
}

/// The parts of a query side by side. What would be read as one number with the part before it, as in
/// `2 222`, stands in parentheses.
fn joined(parts: &[String]) -> String {
    let mut query = String::new();
    for part in parts {
        if query.is_empty() {
            query.push_str(part);
        } else if would_be_one_number(&query, part) {
            query.push_str(&[" (", part, ")"].concat());
        } else {
            query.push_str(&[" ", part].concat());
        }
    }
    query
}

/// Whether digits at the end of the one and at the start of the other group into one number.
fn would_be_one_number(before: &str, after: &str) -> bool {
    let parts = |text: &str| match parse(text).root {
        Node::All(parts) => parts.len(),
        _ => 1,
    };
    before.ends_with(char::is_numeric)
        && after.starts_with(char::is_numeric)
        && parts(&[before, " ", after].concat()) == parts(before)
}

fn tidy_words(text: &str) -> String {
    let is_between = |c: char| c.is_whitespace() || is_quote(c) || "()|*?~/=:".contains(c);
    let words = text
        .split(is_between)
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn tidy_phrase(text: &str) -> String {
    let words = text.replace(is_quote, " ");
    if !words.contains(char::is_alphanumeric) {
        return String::new();
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn tidy_value(text: &str) -> String {
    text.replace(is_quote, "").trim().to_string()
}

/// A date as the field takes it: without what would end it, and without the dots of a range.
fn tidy_date(text: &str) -> String {
    let is_of_date = |c: &char| c.is_ascii_alphanumeric() || "-/?~%+".contains(*c);
    text.chars().filter(is_of_date).collect()
}
