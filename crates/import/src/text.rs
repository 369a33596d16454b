//! A text as it was read, before anybody decided on passages, dates and names.

use crate::reason::Reason;
use frise_index::model::Voice;
use serde::{Deserialize, Serialize};

/// A text with what its file says of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Text {
    /// What names it among the texts of an import: the path, and a number behind it where a file holds several.
    pub key: String,
    pub path: String,
    pub title: Option<String>,
    /// What may be its date, the best first.
    pub dates: Vec<DateText>,
    pub people: Vec<Who>,
    /// Who wrote it, as a place in `people`.
    pub author: Option<u32>,
    pub language: Option<String>,
    pub kind: Option<String>,
    pub source: String,
    pub publisher: String,
    pub rights: String,
    pub subjects: Vec<String>,
    pub blocks: Vec<Block>,
    pub notices: Vec<Reason>,
}

/// Somebody who speaks: an identifier, a name, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Who {
    /// The identifier, without `#`, or the empty string.
    pub id: String,
    /// The name, or the empty string.
    pub name: String,
}

/// What may be the date of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DateText {
    pub text: String,
    pub basis: DateBasis,
}

/// Where the date of a text was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateBasis {
    /// A person typed it.
    Person,
    /// A key of the front matter, a property of the document or a variable.
    Metadata(String),
    /// A column of a table.
    Column(String),
    /// An element of a TEI file, such as `settingDesc/date`.
    Element(String),
    /// The name of the file or its folder.
    FileName,
    /// The title.
    Title,
    /// The first lines of the text.
    FirstLines,
}

impl DateBasis {
    /// Returns whether the source states the date; otherwise it is inferred.
    pub fn is_stated(&self) -> bool {
        !matches!(
            self,
            DateBasis::FileName | DateBasis::Title | DateBasis::FirstLines
        )
    }
}

/// A heading or a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Block {
    /// The level of a heading, from 1; `None` for a paragraph.
    pub heading: Option<u8>,
    pub spans: Vec<Span>,
}

/// A stretch of a block in one voice. Line ends of the source that mean something are kept as `\n`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span {
    pub text: String,
    /// The voice, where the source marks it.
    pub voice: Option<Voice>,
    /// Who speaks, as a place in the people of the text.
    pub speaker: Option<u32>,
    /// When it was said, as the source writes it.
    pub date: Option<String>,
}

impl Block {
    /// Returns a paragraph of one span.
    pub fn paragraph(text: impl Into<String>, speaker: Option<u32>) -> Block {
        Block {
            heading: None,
            spans: vec![Span {
                text: text.into(),
                speaker,
                ..Span::default()
            }],
        }
    }

    /// Returns a heading.
    pub fn heading(level: u8, text: impl Into<String>) -> Block {
        Block {
            heading: Some(level.clamp(1, 6)),
            ..Block::paragraph(text, None)
        }
    }

    /// Returns the text of all spans.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    /// Returns whether there is nothing to read.
    pub fn is_blank(&self) -> bool {
        self.spans.iter().all(|span| span.text.trim().is_empty())
    }
}

impl Text {
    /// Returns an empty text of a file.
    pub fn of(path: &str) -> Text {
        Text {
            key: path.to_string(),
            path: path.to_string(),
            ..Text::default()
        }
    }

    /// Returns the place of somebody, who is added where they are new.
    pub fn person(&mut self, id: &str, name: &str) -> Option<u32> {
        let who = Who {
            id: id.trim().trim_start_matches('#').to_string(),
            name: one_line(name),
        };
        if who == Who::default() {
            return None;
        }
        let known = self.people.iter().position(|known| *known == who);
        let place = known.unwrap_or_else(|| {
            self.people.push(who);
            self.people.len() - 1
        });
        u32::try_from(place).ok()
    }

    /// Adds what may be the date.
    pub fn date(&mut self, text: impl Into<String>, basis: DateBasis) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.dates.push(DateText { text, basis });
        }
    }

    /// Takes what a key of metadata says, if it is one that is asked for.
    pub fn field(&mut self, key: &str, values: &[String]) {
        let Some(value) = values.first().filter(|value| !value.trim().is_empty()) else {
            return;
        };
        match key.to_lowercase().as_str() {
            "title" | "titre" => self.title = Some(value.clone()),
            "date" | "created" | "published" | "year" | "annee" | "année" => {
                self.date(value.clone(), DateBasis::Metadata(key.to_string()));
            }
            "author" | "auteur" | "authors" | "auteurs" | "speaker" | "locuteur" | "creator" => {
                self.author = self.author.or(self.person("", value));
            }
            "lang" | "language" | "langue" => self.language = Some(value.clone()),
            "type" | "kind" | "genre" => self.kind = Some(value.clone()),
            "source" => self.source = value.clone(),
            "publisher" | "journal" => self.publisher = value.clone(),
            "rights" | "license" | "licence" => self.rights = value.clone(),
            "tags" | "keywords" | "subject" | "categories" | "mots-clés" => {
                self.subjects = values.to_vec();
            }
            _ => {}
        }
    }

    /// Adds a block, unless there is nothing in it.
    pub fn push(&mut self, block: Block) {
        if !block.is_blank() {
            self.blocks.push(block);
        }
    }

    /// Returns whether there is a paragraph.
    pub fn has_text(&self) -> bool {
        self.blocks.iter().any(|block| block.heading.is_none())
    }
}

/// Returns a text with each run of white space, but for no-break spaces, as one space, and none around it.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(is_space).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// White space that means no more than a space.
pub(crate) fn is_space(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Returns the name of a file without its folders and its ending.
pub(crate) fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((stem, end)) if !stem.is_empty() && end.len() <= 8 => stem,
        _ => name,
    }
}

/// Returns the ending of the name of a file, in lower case.
pub(crate) fn ending(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.rsplit_once('.')
        .map_or(String::new(), |(_, end)| end.to_ascii_lowercase())
}
