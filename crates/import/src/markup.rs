//! XML and HTML as elements and text, one after the other; nothing is built of them, nothing is fetched, and what a file
//! defines (entities, scripts) is not carried out.

mod html;
mod xml;

pub(crate) use html::walk as walk_html;
pub(crate) use xml::walk as walk_xml;

/// A part of a file in XML or HTML.
#[derive(Debug)]
pub(crate) enum Node<'n> {
    /// A tag that opens an element.
    Start(Element),
    /// The end of an element, by its name. An empty element ends at once.
    End(&'n str),
    /// Text.
    Text(&'n str),
}

/// An element: its name without a prefix, and its attributes without prefixes other than `xml:`.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

impl Element {
    /// Returns the value of an attribute; the empty string where there is none.
    pub fn get(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// Returns whether `class` holds this word.
    pub fn has_class(&self, class: &str) -> bool {
        self.get("class")
            .split_ascii_whitespace()
            .any(|word| word == class)
    }
}
