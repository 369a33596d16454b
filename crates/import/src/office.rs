//! Documents that are zips: docx, odt and epub.

mod docx;
mod epub;
mod odt;

pub(crate) use docx::read as read_docx;
pub(crate) use epub::read as read_epub;
pub(crate) use odt::{read as read_odt, read_flat as read_flat_odt};

use crate::archive::Archive;
use crate::encoding::decode;
use crate::reason::Reason;
use crate::text::{Block, Text, one_line};

/// The level of the title of a document, above all headings.
const TITLE: u8 = 0;

/// The text of a part of a document.
fn part(archive: &mut Archive, name: &str) -> Result<String, Reason> {
    Ok(decode(archive.named(name)?).0)
}

/// A fault in a part of a document: the line says nothing to a person who never sees the part.
fn in_part(name: &str) -> impl Fn((u32, Reason)) -> Reason + '_ {
    move |(line, reason)| match reason {
        Reason::Xml { message } => Reason::Xml {
            message: format!("{name}, line {line}: {message}"),
        },
        reason => reason,
    }
}

/// Adds a paragraph, which is a heading if it has a level, and the title too if that is [`TITLE`]. Leaves both empty.
fn flush(text: &mut Text, paragraph: &mut String, level: &mut Option<u8>) {
    let content = std::mem::take(paragraph);
    let level = level.take();
    if level == Some(TITLE) && !content.trim().is_empty() {
        text.title = Some(one_line(&content));
    }
    text.push(match level {
        Some(level) => Block::heading(level, one_line(&content)),
        None => Block::paragraph(content, None),
    });
}
