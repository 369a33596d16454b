//! Exports of press databases: Europresse and Factiva.
//!
//! Europresse writes an `article` for each, with classes for the newspaper (`DocPublicationName`), the date (`DocHeader`),
//! the title (`titreArticle`), the author (`docAuthors`) and the text (`docOcurrContainer` or `DocText`). Factiva writes a
//! `div.article` with paragraphs `articleParagraph` below lines of metadata, or a table with codes of two or three letters.

use super::{Scope, push_text};
use crate::markup::{Element, Node, walk_html};
use crate::text::{Block, DateBasis, Text, one_line};

/// Returns whether a page is such an export.
pub(crate) fn is_press(content: &str) -> bool {
    let europresse = content.contains("<article")
        && ["DocPublicationName", "docOcurrContainer", "titreArticle"]
            .iter()
            .any(|class| content.contains(class));
    europresse
        || content.contains("articleParagraph")
        || (content.contains("<b>HD</b>") && content.contains("<b>PD</b>"))
}

/// Reads all articles of an export.
pub(crate) fn read(path: &str, content: &str) -> Vec<Text> {
    let mut reader = PressReader {
        path,
        texts: Vec::new(),
        article: None,
        field: None,
        content: String::new(),
        code: String::new(),
        silent: None,
    };
    walk_html(content, |node| reader.node(node));
    reader.finish_article();
    reader.texts
}

/// What an element of an article holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Newspaper,
    Date,
    Title,
    Author,
    Body,
    /// A line of metadata of Factiva, which is recognised by its content.
    Line,
    /// A cell of a table of Factiva.
    Cell,
}

struct PressReader<'p> {
    path: &'p str,
    texts: Vec<Text>,
    article: Option<Scope>,
    field: Option<(Field, Scope)>,
    content: String,
    /// The code of the row of a table.
    code: String,
    silent: Option<Scope>,
}

impl PressReader<'_> {
    fn node(&mut self, node: Node<'_>) {
        match node {
            Node::Start(element) => self.start(&element),
            Node::End(name) => self.end(name),
            Node::Text(text) if self.field.is_some() && self.silent.is_none() => {
                push_text(&mut self.content, text)
            }
            Node::Text(_) => {}
        }
    }

    fn start(&mut self, element: &Element) {
        let name = element.name.as_str();
        if let Some(scope) = &mut self.silent {
            return scope.start(name);
        }
        if matches!(name, "script" | "style" | "aside" | "footer" | "button") {
            self.silent = Some(Scope::of(name));
            return;
        }
        let is_article = name == "article" || (name == "div" && element.has_class("article"));
        if is_article {
            self.finish_article();
            let mut text = Text::of(self.path);
            text.key = format!("{}#{}", self.path, self.texts.len() + 1);
            self.texts.push(text);
            self.article = Some(Scope::of(name));
            return;
        }
        if let Some(scope) = &mut self.article {
            scope.start(name);
        } else {
            return;
        }
        if let Some((field, scope)) = &mut self.field {
            scope.start(name);
            match (*field, name) {
                (Field::Body | Field::Cell, "p" | "div" | "h1" | "h2" | "h3" | "li") => {
                    self.paragraph()
                }
                // A line that holds something of a kind of its own is no line.
                (Field::Line, _) => self.open(element),
                (_, "br") => self.content.push('\n'),
                _ => {}
            }
            return;
        }
        self.open(element);
    }

    /// Begins a field, if an element is one.
    fn open(&mut self, element: &Element) {
        let name = element.name.as_str();
        let has = |classes: &[&str]| classes.iter().any(|class| element.has_class(class));
        let headline = || {
            element
                .get("class")
                .split(' ')
                .any(|class| class.ends_with("Headline"))
        };
        let field = match () {
            () if has(&["DocPublicationName", "rdp__DocPublicationName"]) => Field::Newspaper,
            () if has(&["DocHeader"]) => Field::Date,
            () if has(&["titreArticle", "titreArticleVisu", "rdp__articletitle"])
                || element.get("id") == "hd"
                || headline() =>
            {
                Field::Title
            }
            () if has(&["docAuthors", "sm-margin-bottomNews", "author"]) => Field::Author,
            () if has(&["docOcurrContainer", "DocText", "articleParagraph"]) => Field::Body,
            () if name == "td" => Field::Cell,
            () if name == "div" && self.field.is_none() => Field::Line,
            () => return,
        };
        self.content.clear();
        self.field = Some((field, Scope::of(name)));
    }

    fn end(&mut self, name: &str) {
        if let Some(scope) = &mut self.silent {
            if scope.end(name) {
                self.silent = None;
            }
            return;
        }
        if let Some((field, scope)) = &mut self.field {
            let field = *field;
            if scope.end(name) {
                self.field = None;
                self.take(field);
            } else if matches!(field, Field::Body | Field::Cell)
                && matches!(name, "p" | "div" | "li" | "h1" | "h2" | "h3")
            {
                self.paragraph();
            }
        }
        if let Some(scope) = &mut self.article
            && scope.end(name)
        {
            self.finish_article();
        }
    }

    /// Ends a paragraph of the text.
    fn paragraph(&mut self) {
        let is_text = self
            .field
            .as_ref()
            .is_some_and(|(field, _)| *field == Field::Body)
            || matches!(self.code.as_str(), "LP" | "TD");
        if is_text && let Some(text) = self.texts.last_mut() {
            text.push(Block::paragraph(std::mem::take(&mut self.content), None));
        }
    }

    /// Takes what a field held.
    fn take(&mut self, field: Field) {
        let content = std::mem::take(&mut self.content);
        let line = one_line(&content);
        let Some(text) = self.texts.last_mut().filter(|_| !line.is_empty()) else {
            return;
        };
        match field {
            Field::Newspaper if text.source.is_empty() => text.source = line,
            Field::Date => text.date(line, DateBasis::Metadata("DocHeader".into())),
            Field::Title if text.title.is_none() => text.title = Some(line),
            Field::Author if text.author.is_none() => text.author = author(text, &line),
            Field::Body => text.push(Block::paragraph(content, None)),
            Field::Line if !text.has_text() => metadata(text, line),
            Field::Cell if is_code(&line) => self.code = line,
            Field::Cell => {
                match self.code.as_str() {
                    "HD" => text.title = Some(line),
                    "BY" => text.author = author(text, &line),
                    "PD" => text.date(line, DateBasis::Metadata("PD".into())),
                    "SN" => text.source = line,
                    "LA" => text.language = Some(line),
                    "LP" | "TD" => text.push(Block::paragraph(content, None)),
                    _ => {}
                }
                self.code.clear();
            }
            _ => {}
        }
    }

    fn finish_article(&mut self) {
        self.field = None;
        self.content.clear();
        if self.article.take().is_some() && self.texts.last().is_some_and(|text| !text.has_text()) {
            self.texts.pop();
        }
    }
}

/// A line of metadata: it is the date if it is one, and the newspaper if it has no digits.
fn metadata(text: &mut Text, line: String) {
    let digits = line.contains(|c: char| c.is_ascii_digit());
    let words = line.ends_with("mots") || line.ends_with("words");
    if digits && !words && line.len() < 40 {
        text.date(line, DateBasis::Metadata("article".into()));
    } else if !digits && text.source.is_empty() && line.len() < 80 && text.title.is_some() {
        text.source = line;
    }
}

/// Returns who wrote an article, without the word before the name.
fn author(text: &mut Text, line: &str) -> Option<u32> {
    let name = ["Par ", "par ", "By ", "by ", "De ", "BY "]
        .iter()
        .find_map(|word| line.strip_prefix(word))
        .unwrap_or(line);
    text.person("", name.trim_matches([',', ';', ' ', '.']))
}

/// Returns whether a cell is a code of Factiva.
fn is_code(line: &str) -> bool {
    (2..=3).contains(&line.len()) && line.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn describe(content: &str) -> Vec<String> {
        assert!(is_press(content));
        let line = |text: &Text| {
            let blocks: Vec<String> = text.blocks.iter().map(Block::text).collect();
            let date = text.dates.first().map_or("", |date| date.text.as_str());
            let author = text
                .author
                .map_or("", |place| text.people[place as usize].name.as_str());
            format!(
                "{} | {} | {} | {} | {}",
                text.title.as_deref().unwrap_or(""),
                date,
                text.source,
                author,
                blocks.join(" / ")
            )
        };
        read("a.html", content).iter().map(line).collect()
    }

    #[test]
    fn europresse() {
        let content = r#"<html><body>
<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">La Croix, no. 43018</span></div>
<span class="DocHeader">Monde, lundi 12 mai 2019 - 800 mots, p. 3</span>
<div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">Un &eacute;t&eacute; <mark>num&eacute;rique</mark></p></div>
<div class="docAuthors">Par Ada Lef&egrave;vre</div></header>
<section><div class="DocText clearfix"><div class="docOcurrContainer"><p>Un.</p><p>Deux <b>fois</b>.</p></div></div></section>
<aside>Tous droits</aside><footer><small>© 2019</small></footer></article>
<article><header><span class="DocPublicationName">Le Monde</span></header><div class="DocText clearfix">Trois.</div></article>
</body></html>"#;
        assert_eq!(
            describe(content),
            [
                "Un été numérique | Monde, lundi 12 mai 2019 - 800 mots, p. 3 | La Croix, no. 43018 | Ada Lefèvre | Un. / Deux fois.",
                " |  | Le Monde |  | Trois."
            ]
        );
    }

    #[test]
    fn factiva() {
        let content = r#"<div class="article frArticle"><div id="hd"><span class="frHeadline">Un titre</span></div>
<div class="author">Ada Lefèvre</div><div>1 234 mots</div><div>12 mai 2019</div><div>Le Monde</div><div>MOND</div><div>Français</div>
<p class="articleParagraph frarticleParagraph">Un.</p><p class="articleParagraph frarticleParagraph">Deux.</p><div>Document MOND000020190512</div></div>"#;
        assert_eq!(
            describe(content),
            ["Un titre | 12 mai 2019 | Le Monde | Ada Lefèvre | Un. / Deux."]
        );
    }

    #[test]
    fn factiva_as_a_table() {
        let content = r#"<div class="article enArticle"><table><tr><td><b>HD</b></td><td><b>A title</b></td></tr><tr><td><b>PD</b></td><td>12 May 2019</td></tr>
<tr><td><b>SN</b></td><td>The Times</td></tr><tr><td><b>LP</b></td><td><p>One.</p></td></tr><tr><td><b>TD</b></td><td><p>Two.</p><p>Three.</p></td></tr></table></div>"#;
        assert_eq!(
            describe(content),
            ["A title | 12 May 2019 | The Times |  | One. / Two. / Three."]
        );
    }
}
