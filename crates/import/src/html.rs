//! Web pages, and the exports of press databases that are web pages.
//!
//! Scripts, styles, forms and navigation are no text, and nothing of them is kept.

mod press;

pub(crate) use press::{is_press, read as read_press};

use crate::markup::{Element, Node, walk_html};
use crate::plain::name_as_title;
use crate::text::{Block, DateBasis, Text, is_space, one_line};

/// Elements whose content is not text of the page.
const SILENT: [&str; 23] = [
    "script", "style", "noscript", "template", "svg", "math", "nav", "button", "select",
    "textarea", "iframe", "object", "head", "form", "audio", "video", "canvas", "aside", "footer",
    "dialog", "rt", "rp", "rtc",
];

/// Elements that stand in a line of text; all others begin and end a paragraph.
const INLINE: [&str; 37] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "q", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "nobr", "rb",
];

/// Roles of DPUB-ARIA, and types of EPUB's structural semantics, of what is not text of the page: notes and the references to
/// them, tables of contents, and title pages, whose words are metadata.
const APART: [&str; 18] = [
    "doc-backlink",
    "doc-endnote",
    "doc-endnotes",
    "doc-footnote",
    "doc-noteref",
    "doc-toc",
    "backlink",
    "endnote",
    "endnotes",
    "footnote",
    "footnotes",
    "noteref",
    "pagebreak",
    "rearnote",
    "rearnotes",
    "titlepage",
    "toc",
    "doc-pagebreak",
];

/// The header in which pandoc repeats the metadata of a page.
const TITLE_BLOCK: &str = "title-block-header";

/// Reads a page.
pub(crate) fn read(path: &str, content: &str) -> Text {
    let mut text = Text::of(path);
    push_page(&mut text, content);
    if text.title.is_none() {
        text.title = Some(name_as_title(path));
    }
    text
}

/// Adds the paragraphs of a page to a text, and what the page says of itself where the text does not know it.
pub(crate) fn push_page(text: &mut Text, content: &str) {
    let mut page = Page::default();
    walk_html(content, |node| page.node(node, text));
    page.flush(text);
}

/// An element that is open, which elements of the same name may lie in.
#[derive(Debug)]
pub(super) struct Scope {
    name: String,
    nested: usize,
}

impl Scope {
    pub fn of(name: &str) -> Scope {
        Scope {
            name: name.to_string(),
            nested: 1,
        }
    }

    /// Notes the start of an element inside this one.
    pub fn start(&mut self, name: &str) {
        self.nested += usize::from(name == self.name);
    }

    /// Notes the end of an element. Returns whether it is this one.
    pub fn end(&mut self, name: &str) -> bool {
        self.nested -= usize::from(name == self.name);
        self.nested == 0
    }
}

/// A page as it is read.
#[derive(Debug, Default)]
struct Page {
    silent: Option<Scope>,
    heading: Option<u8>,
    paragraph: String,
    title: Option<String>,
    preformatted: usize,
}

impl Page {
    fn node(&mut self, node: Node<'_>, text: &mut Text) {
        match node {
            Node::Start(element) => self.start(&element, text),
            Node::End(name) => self.end(name, text),
            Node::Text(content) => match &mut self.title {
                Some(title) => title.push_str(content),
                None if self.silent.is_some() => {}
                None if self.preformatted > 0 => self.paragraph.push_str(content),
                None => push_text(&mut self.paragraph, content),
            },
        }
    }

    fn start(&mut self, element: &Element, text: &mut Text) {
        let name = element.name.as_str();
        match name {
            "html" if text.language.is_none() => {
                let languages = ["lang", "xml:lang"].map(|key| element.get(key));
                text.language = languages
                    .into_iter()
                    .find(|tag| !tag.is_empty())
                    .map(String::from);
            }
            "meta" => about(element, text),
            "title" if text.title.is_none() => self.title = Some(String::new()),
            "time" if self.silent.is_none() => {
                text.date(element.get("datetime"), DateBasis::Metadata("time".into()))
            }
            _ => {}
        }
        // A body ends a head that nobody closed.
        if name == "body" {
            self.silent = None;
        }
        if let Some(scope) = &mut self.silent {
            return scope.start(name);
        }
        if SILENT.contains(&name) || is_apart(element) {
            if !INLINE.contains(&name) {
                self.flush(text);
            }
            self.silent = Some(Scope::of(name));
            return;
        }
        match name {
            "br" => self.paragraph.push('\n'),
            "td" | "th" => push_text(&mut self.paragraph, " "),
            name if INLINE.contains(&name) => {}
            name => {
                self.flush(text);
                self.heading = level_of(name);
                self.preformatted += usize::from(name == "pre");
            }
        }
    }

    fn end(&mut self, name: &str, text: &mut Text) {
        if name == "title"
            && let Some(title) = self.title.take()
        {
            text.title = Some(one_line(&title)).filter(|title| !title.is_empty());
        }
        if let Some(scope) = &mut self.silent {
            if scope.end(name) {
                self.silent = None;
            }
            return;
        }
        if !INLINE.contains(&name) && !matches!(name, "br" | "td" | "th") {
            self.flush(text);
            if name == "pre" {
                self.preformatted = self.preformatted.saturating_sub(1);
            }
        }
    }

    fn flush(&mut self, text: &mut Text) {
        let content = std::mem::take(&mut self.paragraph);
        text.push(match self.heading.take() {
            Some(level) => Block::heading(level, one_line(&content)),
            None => Block::paragraph(content, None),
        });
    }
}

/// Returns whether an element says of itself that it is not text of the page.
fn is_apart(element: &Element) -> bool {
    let says = ["role", "epub:type"].map(|key| element.get(key));
    let mut said = says.iter().flat_map(|value| value.split_ascii_whitespace());
    said.any(|word| APART.contains(&word)) || element.get("id") == TITLE_BLOCK
}

/// Returns the level of `h1` to `h6`.
fn level_of(name: &str) -> Option<u8> {
    let level: u8 = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

/// Adds text whose white space is one space, as a page is drawn.
pub(super) fn push_text(paragraph: &mut String, content: &str) {
    let mut space = false;
    for c in content.chars() {
        if is_space(c) {
            space = true;
            continue;
        }
        if space && !paragraph.is_empty() && !paragraph.ends_with(is_space) {
            paragraph.push(' ');
        }
        space = false;
        paragraph.push(c);
    }
    if space && !paragraph.is_empty() && !paragraph.ends_with(is_space) {
        paragraph.push(' ');
    }
}

/// What an element `meta` says of a page.
fn about(element: &Element, text: &mut Text) {
    let key = ["name", "property", "itemprop"].map(|key| element.get(key));
    let key = key
        .into_iter()
        .find(|key| !key.is_empty())
        .unwrap_or("")
        .to_ascii_lowercase();
    let value = element.get("content");
    match key.as_str() {
        "date"
        | "dc.date"
        | "dcterms.date"
        | "dcterms.created"
        | "dcterms.issued"
        | "article:published_time"
        | "datepublished"
        | "citation_publication_date"
        | "citation_date" => {
            text.date(value, DateBasis::Metadata(key));
        }
        "author" | "dc.creator" | "citation_author" | "article:author"
            if text.author.is_none() && !value.starts_with("http") =>
        {
            text.author = text.person("", value);
        }
        "og:title" | "dc.title" | "citation_title" => text.field("title", &[value.to_string()]),
        "og:site_name" if text.publisher.is_empty() => text.publisher = one_line(value),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_read_as_they_are_seen() {
        let check = |content: &str, expected: &[(Option<u8>, &str)]| {
            let text = read("a.html", content);
            let blocks: Vec<(Option<u8>, String)> = text
                .blocks
                .iter()
                .map(|block| (block.heading, block.text()))
                .collect();
            let expected: Vec<_> = expected
                .iter()
                .map(|(level, text)| (*level, text.to_string()))
                .collect();
            assert_eq!(blocks, expected, "{content}");
        };
        check(
            "<h1>Un</h1><p>Du <em>texte</em>\n  ici<p>Deux<script>x()</script>",
            &[(Some(1), "Un"), (None, "Du texte ici"), (None, "Deux")],
        );
        check(
            "<head><title>T</title><style>p{}</style></head><body>Un<br>deux</body>",
            &[(None, "Un\ndeux")],
        );
        check("<head><title>T</title><body>Un", &[(None, "Un")]);
        check(
            "<nav><nav>a</nav>b</nav><div>c</div><table><tr><td>d<td>e</table>",
            &[(None, "c"), (None, "d e")],
        );
        check(
            "<img src=x onerror=alert(1)><p onclick='x()'>&lt;b&gt;</p>",
            &[(None, "<b>")],
        );
        check(
            "<header id=title-block-header><h1>T</h1><p class=date>2019</p></header><p>Un<a href=#n role=doc-noteref>1</a> mot.</p>\
             <section role=doc-endnotes><section><p>Une note.</p></section></section><p>Deux",
            &[(None, "Un mot."), (None, "Deux")],
        );
        check(
            "<section epub:type='titlepage'><h1>T</h1></section><p>Un<a epub:type=\"noteref\">1</a><aside epub:type=footnote>n</aside>",
            &[(None, "Un")],
        );
        // XHTML closes what has no content, as most books do at the turn of a page.
        check(
            "<p>Un<span epub:type='pagebreak' id='p2'/> mot<a role='doc-noteref'/>.</p><p>Deux</p><div epub:type='toc'/><p>Trois",
            &[(None, "Un mot."), (None, "Deux"), (None, "Trois")],
        );
        check("", &[]);
    }

    #[test]
    fn a_page_says_its_title_date_and_author() {
        let content = "<html lang=fr><head><title> Le  titre</title><meta property='article:published_time' content='2019-05-12T10:00:00+02:00'><meta name=author content=Ada></head><p>Un</p>";
        let text = read("a.html", content);
        assert_eq!(text.title.as_deref(), Some("Le titre"));
        assert_eq!(text.dates[0].text, "2019-05-12T10:00:00+02:00");
        assert_eq!(text.people[0].name, "Ada");
        assert_eq!(text.language.as_deref(), Some("fr"));
    }
}
