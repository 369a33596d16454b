//! TEI: debates as ParlaMint encodes them (`u`, `seg`), novels as ELTeC does (`div`, `p`), plays (`sp`, `l`), speech marked
//! in prose (`said`); and other XML whose paragraphs are in `p`.
//!
//! - What is said beside the words (`note`, `gap`, `kinesic`, `vocal`, `incident`, `stage`) is no text.
//! - The date is that of the event or of the first edition, never that of the file: see [`header`].
//! - White space is one space, but for a line that ends in a hyphen after a letter, which may part a word (`Est-⏎ce`).
//! - `lb` and `l` begin lines, for whoever wants lines as passages.

mod body;
mod header;
mod people;

use crate::markup::{Element, Node, walk_xml};
use crate::reason::{Problem, Reason};
use crate::text::Text;
use body::Body;
use header::Header;
use people::People;
use std::collections::HashMap;

/// What a file of TEI holds.
#[derive(Debug, Default)]
pub(crate) struct Tei {
    pub texts: Vec<Text>,
    /// The names of people by their identifiers.
    pub people: HashMap<String, String>,
}

/// Reads a file of TEI, or of several texts in one `teiCorpus`.
pub(crate) fn read(path: &str, content: &str, problems: &mut Vec<Problem>) -> Tei {
    let mut reader = TeiReader::new(path);
    let notice = match walk_xml(content, |node| reader.node(node)) {
        Ok(notice) => notice,
        Err((line, reason)) => {
            problems.push(Problem::at(path, line, reason));
            return Tei::default();
        }
    };
    let root = reader.root.clone();
    let mut tei = reader.finish();
    if let (Some(notice), Some(first)) = (notice, tei.texts.first_mut()) {
        first.notices.push(notice);
    }
    if tei.texts.is_empty() && tei.people.is_empty() {
        problems.push(Problem::of(path, Reason::OtherXml { root }));
    }
    tei
}

struct TeiReader {
    path: String,
    root: String,
    /// The names of the elements that are open.
    open: Vec<String>,
    header: Header,
    body: Body,
    people: People,
    texts: Vec<Text>,
}

impl TeiReader {
    fn new(path: &str) -> TeiReader {
        TeiReader {
            path: path.to_string(),
            root: String::new(),
            open: Vec::new(),
            header: Header::default(),
            body: Body::new(path),
            people: People::default(),
            texts: Vec::new(),
        }
    }

    fn node(&mut self, node: Node<'_>) {
        match node {
            Node::Start(element) => self.start(&element),
            Node::End(name) => self.end(name),
            Node::Text(text) => {
                self.people.text(text);
                self.header.text(text);
                if !self.in_header() {
                    self.body.text(text);
                }
            }
        }
    }

    fn in_header(&self) -> bool {
        self.open.iter().any(|name| name == "teiHeader")
    }

    fn start(&mut self, element: &Element) {
        if self.open.is_empty() {
            self.root = element.name.clone();
        }
        let is_text = element.name == "TEI" || element.name == "TEI.2";
        if is_text {
            // What stands before the texts of a `teiCorpus` is about all of them.
            self.take();
            self.header.language = element.get("xml:lang").to_string();
        }
        self.open.push(element.name.clone());
        self.people.start(element, self.open.len());
        if self.in_header() {
            self.header.start(element, &self.open);
        } else {
            self.header.front_start(element, &self.open);
            self.body.start(element, self.open.len());
        }
    }

    fn end(&mut self, name: &str) {
        let in_header = self.in_header();
        self.people.end(name, self.open.len());
        self.header.end(self.open.len());
        if !in_header {
            self.body.end(name, self.open.len());
        }
        self.open.pop();
        if name == "TEI" || name == "TEI.2" {
            self.take();
        }
    }

    /// Ends a text and begins another.
    fn take(&mut self) {
        let body = std::mem::replace(&mut self.body, Body::new(&self.path));
        let header = std::mem::take(&mut self.header);
        let mut text = body.finish();
        header.into_text(&mut text);
        if text.has_text() {
            if !self.texts.is_empty() {
                text.key = format!("{}#{}", self.path, self.texts.len() + 1);
            }
            self.texts.push(text);
        }
    }

    fn finish(mut self) -> Tei {
        self.take();
        Tei {
            texts: self.texts,
            people: self.people.into_names(),
        }
    }
}

#[cfg(test)]
mod tests;
