//! Electronic books.
//!
//! A book is one text. Its parts are read in the order of its spine, without its table of contents.

use super::{in_part, part};
use crate::archive::Archive;
use crate::html::push_page;
use crate::markup::{Node, walk_xml};
use crate::plain::name_as_title;
use crate::reason::Reason;
use crate::text::{DateBasis, Text, one_line};
use std::collections::HashMap;

const CONTAINER: &str = "META-INF/container.xml";

/// Reads a book.
pub(crate) fn read(path: &str, archive: &mut Archive) -> Result<Text, Reason> {
    let mut package = String::new();
    let container = part(archive, CONTAINER)?;
    walk_xml(&container, |node| {
        if let Node::Start(element) = node
            && element.name == "rootfile"
            && package.is_empty()
        {
            package = element.get("full-path").to_string();
        }
    })
    .map_err(in_part(CONTAINER))?;
    let mut text = Text::of(path);
    let pages = package_parts(&mut text, &part(archive, &package)?).map_err(in_part(&package))?;
    let folder = package.rsplit_once('/').map_or("", |(folder, _)| folder);
    for page in pages {
        let name = resolve(folder, &page);
        push_page(&mut text, &part(archive, &name)?);
    }
    if text.title.is_none() {
        text.title = Some(name_as_title(path));
    }
    Ok(text)
}

/// Reads the metadata of a book; returns the pages of its spine.
fn package_parts(text: &mut Text, package: &str) -> Result<Vec<String>, (u32, Reason)> {
    let mut items: HashMap<String, String> = HashMap::new();
    let mut spine = Vec::new();
    let mut open = String::new();
    let mut event = String::new();
    let mut dates: Vec<(bool, String)> = Vec::new();
    walk_xml(package, |node| match node {
        Node::Start(element) => {
            match element.name.as_str() {
                "item"
                    if !element
                        .get("properties")
                        .split(' ')
                        .any(|property| property == "nav") =>
                {
                    items.insert(
                        element.get("id").to_string(),
                        element.get("href").to_string(),
                    );
                }
                "itemref" if element.get("linear") != "no" => {
                    spine.push(element.get("idref").to_string())
                }
                _ => {}
            }
            event = element.get("event").to_string();
            open = element.name;
        }
        Node::End(_) => open.clear(),
        Node::Text(content) => {
            let value = one_line(content);
            match open.as_str() {
                "date" => dates.push((event != "publication", value)),
                "title" if text.title.is_some() => {}
                "title" | "creator" | "language" | "publisher" | "rights" | "source" => {
                    text.field(&open, &[value])
                }
                "subject" if !value.is_empty() => text.subjects.push(value),
                _ => {}
            }
        }
    })?;
    dates.retain(|(_, date)| !date.starts_with("0101"));
    dates.sort_by_key(|(is_other, _)| *is_other);
    for (_, date) in dates {
        text.date(date, DateBasis::Metadata("dc:date".into()));
    }
    Ok(spine.iter().filter_map(|id| items.remove(id)).collect())
}

/// Returns the name of an entry that a package in a folder refers to.
fn resolve(folder: &str, reference: &str) -> String {
    let reference = reference.split('#').next().unwrap_or(reference);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in reference.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    percent_decoded(&parts.join("/"))
}

/// Returns a reference without its `%20`.
fn percent_decoded(reference: &str) -> String {
    let mut bytes = Vec::with_capacity(reference.len());
    let mut rest = reference.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = (*first == b'%').then(|| after.get(..2)).flatten();
        let byte = hex
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
