//! A query as a form, and back: the form that a reader fills in is the same query as the one in the search box.
//!
//! [`QueryForm::of`] reads as much of the tree of a query as fits the fields, and keeps the rest as text in [`QueryForm::rest`].
//! [`QueryForm::query`] writes the form as text. No part of a query is lost on the way through a form, and a tidy form
//! ([`QueryForm::tidy`]) comes back from its text unchanged.

use crate::i18n;
use frise_date::Tongue;
use frise_index::query::{Field, How, Node, Phrase, Query, Word, parse};

/// The fields of the query language that are selects of the form.
pub const FACET_FIELDS: [Field; 5] = [
    Field::Speaker,
    Field::Voice,
    Field::Theme,
    Field::Document,
    Field::Kind,
];

/// The default distance of near words.
const DISTANCE: u32 = 8;

/// A query as a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryForm {
    /// The values of the text fields, in the order of [`FormField::ALL`].
    pub texts: [String; 9],
    /// The largest distance of near words, at least 1.
    pub distance: u32,
    /// The number of letters that may be wrong: 1 or 2.
    pub edits: u8,
    /// The values of [`FACET_FIELDS`]; empty for none.
    pub held: [String; 5],
    /// What fits no field, in the query language.
    pub rest: String,
}

/// A text field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormField {
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

impl FormField {
    /// All fields, in the order in which a query is written.
    pub const ALL: [FormField; 9] = [
        FormField::All,
        FormField::Phrase,
        FormField::Near,
        FormField::Any,
        FormField::None,
        FormField::Begins,
        FormField::Fuzzy,
        FormField::From,
        FormField::To,
    ];
}

impl Default for QueryForm {
    fn default() -> QueryForm {
        QueryForm {
            texts: Default::default(),
            distance: DISTANCE,
            edits: 1,
            held: Default::default(),
            rest: String::new(),
        }
    }
}

impl QueryForm {
    /// Returns the form of a query.
    pub fn of(query: &Query) -> QueryForm {
        let mut form = QueryForm::default();
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

    /// Returns the value of a text field.
    pub fn text(&self, asked: FormField) -> &str {
        &self.texts[asked as usize]
    }

    fn text_mut(&mut self, asked: FormField) -> &mut String {
        &mut self.texts[asked as usize]
    }

    /// Puts a part of a query into a field, and returns whether it fits one.
    fn take(&mut self, part: &Node) -> bool {
        match part {
            Node::Word(Word { text, how }) if tidy_words(text) == *text => match how {
                How::Plain => self.add(FormField::All, text),
                How::Prefix => self.add(FormField::Begins, text),
                How::Fuzzy(edits) => {
                    let fits = self.text(FormField::Fuzzy).is_empty() || self.edits == *edits;
                    if fits {
                        self.edits = *edits;
                        self.add(FormField::Fuzzy, text);
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
                None => self.put(FormField::Phrase, text),
                Some(distance) => {
                    let fits = self.put(FormField::Near, text);
                    if fits {
                        self.distance = *distance;
                    }
                    fits
                }
            },
            Node::Any(parts) => match plain_words(parts) {
                Some(words) => self.put(FormField::Any, &words.join(" ")),
                None => false,
            },
            Node::Not(inner) => {
                let parts = match &**inner {
                    Node::Any(parts) => &parts[..],
                    other => std::slice::from_ref(other),
                };
                match plain_words(parts) {
                    Some(words) => self.add(FormField::None, &words.join(" ")),
                    None => false,
                }
            }
            Node::Field(Field::Date, value) => self.take_dates(value),
            Node::Field(field, value) => match FACET_FIELDS.iter().position(|known| known == field)
            {
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
        let vacant = self.text(FormField::From).is_empty() && self.text(FormField::To).is_empty();
        let fits = vacant
            && !(from.is_empty() && to.is_empty())
            && tidy_date(from) == from
            && tidy_date(to) == to;
        if fits {
            *self.text_mut(FormField::From) = from.to_string();
            *self.text_mut(FormField::To) = to.to_string();
        }
        fits
    }

    /// Fills an empty field, and returns whether it was empty.
    fn put(&mut self, asked: FormField, text: &str) -> bool {
        self.text(asked).is_empty() && self.add(asked, text)
    }

    fn add(&mut self, asked: FormField, text: &str) -> bool {
        let field = self.text_mut(asked);
        if asked == FormField::All && would_be_one_number(field, text) {
            return false;
        }
        if !field.is_empty() {
            field.push(' ');
        }
        field.push_str(text);
        true
    }

    /// Returns the query as text, with the names of fields in a language. Signs of the query language in a text field are left out.
    pub fn query(&self, language: Tongue) -> String {
        let tidy = self.tidy();
        let mut parts = Vec::new();
        for asked in FormField::ALL {
            let text = tidy.text(asked);
            let words = text.split(' ').filter(|word| !word.is_empty());
            match asked {
                _ if text.is_empty() => {}
                FormField::All => parts.push(text.to_string()),
                FormField::Phrase => parts.push(format!("\"{text}\"")),
                FormField::Near => parts.push(format!("\"{text}\"~{}", tidy.distance)),
                FormField::Any => parts.push(words.collect::<Vec<_>>().join("|")),
                FormField::None => parts.extend(words.map(|word| format!("-{word}"))),
                FormField::Begins => parts.extend(words.map(|word| format!("{word}*"))),
                FormField::Fuzzy => {
                    parts.extend(words.map(|word| format!("{word}~{}", tidy.edits)))
                }
                FormField::From | FormField::To => {}
            }
        }
        for (field, value) in FACET_FIELDS
            .iter()
            .zip(&tidy.held)
            .filter(|(_, value)| !value.is_empty())
        {
            let name = i18n::field(*field, language);
            let needs_quotes = value.contains(|c: char| c.is_whitespace() || "()|".contains(c));
            let quote = if needs_quotes { "\"" } else { "" };
            parts.push(format!("{name}:{quote}{value}{quote}"));
        }
        match (tidy.text(FormField::From), tidy.text(FormField::To)) {
            ("", "") => {}
            (from, to) if from == to => parts.push(format!("date:{from}")),
            (from, to) => parts.push(format!("date:{from}..{to}")),
        }
        if !tidy.rest.is_empty() {
            parts.push(tidy.rest);
        }
        joined(&parts)
    }

    /// Returns the form as its text says it: words without signs of the query language, and a lone word of [`FormField::Any`] among
    /// [`FormField::All`].
    #[must_use]
    pub fn tidy(&self) -> QueryForm {
        let mut tidy = self.clone();
        for asked in FormField::ALL {
            let text = self.text(asked);
            *tidy.text_mut(asked) = match asked {
                FormField::Phrase | FormField::Near => tidy_phrase(text),
                FormField::From | FormField::To => tidy_date(text),
                _ => tidy_words(text),
            };
        }
        if !tidy.text(FormField::Any).contains(' ') {
            let alone = std::mem::take(tidy.text_mut(FormField::Any));
            if !alone.is_empty() {
                tidy.add(FormField::All, &alone);
            }
        }
        for value in &mut tidy.held {
            *value = tidy_value(value);
        }
        let default = QueryForm::default();
        if tidy.text(FormField::Near).is_empty() {
            tidy.distance = default.distance;
        }
        if tidy.text(FormField::Fuzzy).is_empty() {
            tidy.edits = default.edits;
        }
        tidy.distance = tidy.distance.max(1);
        tidy.edits = tidy.edits.clamp(1, 2);
        tidy.rest = self.rest.trim().to_string();
        tidy
    }
}

/// Returns the texts of nodes, if all of them are plain words.
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

/// Joins the parts of a query. A part that would be read as one number with the part before it, as in `2 222`, is put into
/// parentheses.
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

/// Returns whether digits at the end of one text and at the start of another would be read as one number.
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

/// Returns a date without the signs that would end it, and without the dots of a range.
fn tidy_date(text: &str) -> String {
    let is_of_date = |c: &char| c.is_ascii_alphanumeric() || "-/?~%+".contains(*c);
    text.chars().filter(is_of_date).collect()
}
