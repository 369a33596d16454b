//! Documents of Word (Office Open XML).
//!
//! Headings are recognised by the outline level of their style, whatever its name in whichever language. Deleted text, the codes
//! of fields, footnotes and the second copy of text boxes are left out. The dates of the file are those of its making, which
//! templates even invent, and are not taken for the date of the text.

use super::{Role, give_title, in_part, part, push_paragraph};
use crate::archive::Archive;
use crate::markup::{Node, walk_xml};
use crate::reason::Reason;
use crate::text::{Text, one_line};
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
    let roles = roles(&styles);
    let document = part(archive, DOCUMENT)?;
    let mut text = Text::of(path);
    properties(
        &mut text,
        &part(archive, "docProps/core.xml").unwrap_or_default(),
    );
    body(&mut text, &document, &roles)?;
    give_title(&mut text, path);
    Ok(text)
}

/// Returns the role of each style that has one, by its identifier.
fn roles(styles: &str) -> HashMap<String, Role> {
    let mut roles = HashMap::new();
    let mut based = Vec::new();
    let mut style = String::new();
    // A style sheet that is broken names no headings; the text is read all the same.
    let _ = walk_xml(styles, |node| {
        if let Node::Start(element) = node {
            match element.name.as_str() {
                "style" => style = element.get("styleId").to_string(),
                "outlineLvl" => {
                    if let Some(heading) = heading(element.get("val")) {
                        roles.insert(style.clone(), heading);
                    }
                }
                "name" => {
                    if let Some(role) = Role::of_style(element.get("val")) {
                        roles.insert(style.clone(), role);
                    }
                }
                "basedOn" => based.push((style.clone(), element.get("val").to_string())),
                _ => {}
            }
        }
    });
    for (style, parent) in based {
        if let Some(role) = roles.get(&parent).copied() {
            roles.entry(style).or_insert(role);
        }
    }
    roles
}

/// Returns the heading of an outline level, which counts from 0; 9 is text.
fn heading(outline: &str) -> Option<Role> {
    let level: u8 = outline.parse().ok()?;
    (level < 9).then(|| Role::Heading((level + 1).min(6)))
}

fn body(text: &mut Text, document: &str, roles: &HashMap<String, Role>) -> Result<(), Reason> {
    let mut paragraph = String::new();
    let mut role = None;
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
                "p" => push_paragraph(text, &mut paragraph, &mut role),
                "pStyle" => role = roles.get(element.get("val")).copied(),
                "outlineLvl" => role = heading(element.get("val")).or(role),
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
                    "p" => push_paragraph(text, &mut paragraph, &mut role),
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
    push_paragraph(text, &mut paragraph, &mut role);
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
