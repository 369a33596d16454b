//! Documents of LibreOffice (OpenDocument Text), zipped or in one file.
//!
//! Notes, comments and what changes were deleted are left out.

use super::{TITLE, flush, in_part, part};
use crate::archive::Archive;
use crate::markup::{Node, walk_xml};
use crate::plain::name_as_title;
use crate::reason::Reason;
use crate::text::{Block, Text, one_line};

const CONTENT: &str = "content.xml";

/// Elements whose content is not read.
const SILENT: [&str; 9] = [
    "note",
    "annotation",
    "tracked-changes",
    "table-of-content",
    "alphabetical-index",
    "scripts",
    "automatic-styles",
    "styles",
    "ruby-text",
];

/// How many spaces one element may stand for.
const MOST_SPACES: usize = 100;

/// Reads a zipped document.
pub(crate) fn read(path: &str, archive: &mut Archive) -> Result<Text, Reason> {
    let content = part(archive, CONTENT)?;
    let meta = part(archive, "meta.xml").unwrap_or_default();
    let mut text = Text::of(path);
    // A broken part of properties says nothing; the text is read all the same.
    let _ = body(&mut text, &meta);
    body(&mut text, &content).map_err(in_part(CONTENT))?;
    Ok(titled(text, path))
}

/// Reads a document in one file of XML.
pub(crate) fn read_flat(path: &str, content: &str) -> Result<Text, (u32, Reason)> {
    let mut text = Text::of(path);
    body(&mut text, content)?;
    Ok(titled(text, path))
}

fn titled(mut text: Text, path: &str) -> Text {
    let first = text.blocks.first().filter(|block| block.heading == Some(1));
    text.title = text
        .title
        .take()
        .or_else(|| first.map(Block::text))
        .or_else(|| Some(name_as_title(path)));
    text
}

fn body(text: &mut Text, content: &str) -> Result<(), (u32, Reason)> {
    let mut paragraph = String::new();
    let mut level: Option<u8> = None;
    let mut paragraphs = 0_usize;
    let mut property = String::new();
    let mut silent: Option<usize> = None;
    let mut depth = 0_usize;
    walk_xml(content, |node| match node {
        Node::Start(element) => {
            depth += 1;
            let name = element.name.as_str();
            if silent.is_none() && SILENT.contains(&name) {
                silent = Some(depth);
            }
            if silent.is_some() {
                return;
            }
            match name {
                "p" | "h" => {
                    flush(text, &mut paragraph, &mut level);
                    paragraphs += 1;
                    if element.get("style-name") == "Title" {
                        level = Some(TITLE);
                    } else if name == "h" {
                        level = Some(element.get("outline-level").parse().unwrap_or(1).max(1));
                    }
                }
                "s" if paragraphs > 0 => {
                    let count = element.get("c").parse().unwrap_or(1_usize);
                    paragraph.extend(std::iter::repeat_n(' ', count.min(MOST_SPACES)));
                }
                "tab" => paragraph.push('\t'),
                "line-break" => paragraph.push('\n'),
                "title" | "language" if paragraphs == 0 => property = element.name,
                _ => {}
            }
        }
        Node::End(name) => {
            if silent.is_some() {
                if silent == Some(depth) {
                    silent = None;
                }
            } else if matches!(name, "p" | "h") {
                flush(text, &mut paragraph, &mut level);
                paragraphs = paragraphs.saturating_sub(1);
            }
            property.clear();
            depth = depth.saturating_sub(1);
        }
        Node::Text(_) if silent.is_some() => {}
        Node::Text(content) if paragraphs > 0 => {
            // White space is one space here; what is more is written as elements.
            let begins = content.starts_with([' ', '\n', '\t', '\r']);
            let ends = content.ends_with([' ', '\n', '\t', '\r']);
            if begins && !paragraph.ends_with([' ', '\n']) {
                paragraph.push(' ');
            }
            let line = one_line(content);
            paragraph.push_str(&line);
            if ends && !line.is_empty() {
                paragraph.push(' ');
            }
        }
        Node::Text(content) if !property.is_empty() => text.field(&property, &[one_line(content)]),
        Node::Text(_) => {}
    })?;
    Ok(())
}
