//! Documents of Word (Office Open XML).
//!
//! Headings are told by the outline level of their style, whatever its name in whichever language. Deleted text, the codes
//! of fields, footnotes and the second copy of text boxes are left out. The dates of the file are those of its making, which
//! templates even invent, and are not taken for the date of the text.

use super::{TITLE, flush, in_part, part};
use crate::archive::Archive;
use crate::markup::{Node, walk_xml};
use crate::plain::name_as_title;
use crate::reason::Reason;
use crate::text::{Block, Text, one_line};
use std::collections::HashMap;

const DOCUMENT: &str = "word/document.xml";

/// Elements whose content is not read.
const SILENT: [&str; 11] = [
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "Fallback",
    "footnote",
    "endnote",
    "comment",
    "sdtPr",
    "rPr",
    "rt",
];

/// Reads a document.
pub(crate) fn read(path: &str, archive: &mut Archive) -> Result<Text, Reason> {
    let styles = part(archive, "word/styles.xml").unwrap_or_default();
    let levels = levels(&styles);
    let document = part(archive, DOCUMENT)?;
    let mut text = Text::of(path);
    properties(
        &mut text,
        &part(archive, "docProps/core.xml").unwrap_or_default(),
    );
    body(&mut text, &document, &levels)?;
    let first = text.blocks.first().filter(|block| block.heading == Some(1));
    text.title = text
        .title
        .take()
        .or_else(|| first.map(Block::text))
        .or_else(|| Some(name_as_title(path)));
    Ok(text)
}

/// The level of each style that is a heading or a title, by its identifier.
fn levels(styles: &str) -> HashMap<String, u8> {
    let mut levels = HashMap::new();
    let mut based = Vec::new();
    let mut style = String::new();
    // A style sheet that is broken names no headings; the text is read all the same.
    let _ = walk_xml(styles, |node| {
        if let Node::Start(element) = node {
            match element.name.as_str() {
                "style" => style = element.get("styleId").to_string(),
                "outlineLvl" => {
                    if let Some(level) = level_of(element.get("val")) {
                        levels.insert(style.clone(), level);
                    }
                }
                "name"
                    if matches!(
                        element.get("val").to_ascii_lowercase().as_str(),
                        "title" | "titre"
                    ) =>
                {
                    levels.insert(style.clone(), TITLE);
                }
                "basedOn" => based.push((style.clone(), element.get("val").to_string())),
                _ => {}
            }
        }
    });
    for (style, parent) in based {
        if let Some(level) = levels.get(&parent).copied() {
            levels.entry(style).or_insert(level);
        }
    }
    levels
}

/// The level of a heading by its outline level, which counts from 0; 9 is text.
fn level_of(outline: &str) -> Option<u8> {
    let level: u8 = outline.parse().ok()?;
    (level < 9).then(|| (level + 1).min(6))
}

fn body(text: &mut Text, document: &str, levels: &HashMap<String, u8>) -> Result<(), Reason> {
    let mut paragraph = String::new();
    let mut level = None;
    let mut silent: Option<usize> = None;
    let mut depth = 0_usize;
    let mut in_text = false;
    walk_xml(document, |node| match node {
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
                "p" => flush(text, &mut paragraph, &mut level),
                "pStyle" => level = levels.get(element.get("val")).copied(),
                "outlineLvl" => level = level_of(element.get("val")).or(level),
                "tab" => paragraph.push('\t'),
                "br" | "cr" => paragraph.push('\n'),
                "noBreakHyphen" => paragraph.push('\u{2011}'),
                "t" => in_text = true,
                _ => {}
            }
        }
        Node::End(name) => {
            if silent.is_some() {
                if silent == Some(depth) {
                    silent = None;
                }
            } else {
                match name {
                    "p" => flush(text, &mut paragraph, &mut level),
                    "t" => in_text = false,
                    _ => {}
                }
            }
            depth = depth.saturating_sub(1);
        }
        Node::Text(content) if in_text && silent.is_none() => paragraph.push_str(content),
        Node::Text(_) => {}
    })
    .map_err(in_part(DOCUMENT))?;
    flush(text, &mut paragraph, &mut level);
    Ok(())
}

/// Reads title, author and language from the properties of the document.
fn properties(text: &mut Text, core: &str) {
    let mut open = String::new();
    let mut found: Vec<(String, String)> = Vec::new();
    let _ = walk_xml(core, |node| match node {
        Node::Start(element) => open = element.name,
        Node::End(_) => open.clear(),
        Node::Text(content) if matches!(open.as_str(), "title" | "language") => {
            found.push((open.clone(), content.to_string()));
        }
        Node::Text(_) => {}
    });
    for (key, value) in found {
        if !one_line(&value).is_empty() {
            text.field(&key, &[one_line(&value)]);
        }
    }
}
