//! Documents that are zips: docx, odt and epub.

mod docx;
mod epub;
mod odt;

pub(crate) use docx::read as read_docx;
pub(crate) use epub::read as read_epub;
pub(crate) use odt::{read as read_odt, read_flat as read_flat_odt};

use crate::archive::Archive;
use crate::date::{self, DayMonth};
use crate::encoding::decode;
use crate::plain::name_as_title;
use crate::reason::Reason;
use crate::text::{Block, DateBasis, Text, one_line};
use frise_text::Language;

/// Returns the text of a part of a document.
fn part(archive: &mut Archive, name: &str) -> Result<String, Reason> {
    Ok(decode(archive.named(name)?).0)
}

/// Returns a fault in a part of a document: the line says nothing to a person who never sees the part.
fn in_part(name: &str) -> impl Fn((u32, Reason)) -> Reason + '_ {
    move |(_, reason)| match reason {
        Reason::Xml { fault, .. } => Reason::Xml {
            fault,
            part: name.to_string(),
        },
        reason => reason,
    }
}

/// What the style of a paragraph says that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// The title of the document, above all headings.
    Title,
    /// Its author, as pandoc writes it.
    Author,
    /// Its date, as pandoc writes it; letters have such a style too, around other words.
    Date,
    /// A heading, with its level from 1.
    Heading(u8),
}

impl Role {
    /// Returns the role that the name of a style tells, in English or French.
    fn of_style(name: &str) -> Option<Role> {
        match name.to_ascii_lowercase().as_str() {
            "title" | "titre" => Some(Role::Title),
            "author" | "auteur" => Some(Role::Author),
            "date" => Some(Role::Date),
            _ => None,
        }
    }
}

/// Adds a paragraph that has ended to a text, as its role says.
fn push_paragraph(text: &mut Text, paragraph: &mut String, role: &mut Option<Role>) {
    let content = std::mem::take(paragraph);
    let line = one_line(&content);
    match role.take() {
        Some(Role::Title) => {
            if !line.is_empty() {
                text.title = Some(line.clone());
            }
            text.push(Block::heading(0, line));
        }
        Some(Role::Heading(level)) => text.push(Block::heading(level, line)),
        Some(Role::Author) => text.field("author", &[line]),
        Some(Role::Date) if is_date(&line) => {
            text.date(line, DateBasis::Metadata("style Date".into()));
        }
        Some(Role::Date) | None => text.push(Block::paragraph(content, None)),
    }
}

/// Returns whether a line is a date and nothing else: `2019-05-05`, `5 mai 2019`.
fn is_date(line: &str) -> bool {
    line.starts_with(|first: char| first.is_ascii_digit())
        && line.split(' ').count() <= 3
        && date::read(line, DayMonth::default(), Language::French).is_some()
}

/// Gives a text that has no title its first heading, or the name of its file.
fn give_title(text: &mut Text, path: &str) {
    let first = text.blocks.first().filter(|block| block.heading == Some(1));
    text.title = text
        .title
        .take()
        .or_else(|| first.map(Block::text))
        .or_else(|| Some(name_as_title(path)));
}
