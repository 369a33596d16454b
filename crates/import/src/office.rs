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
