//! Detects the format of a file: from its first bytes, then from its text, and from its name only where these leave it open.
//!
//! A new format is a variant of [`Format`], a rule here, a module that reads it into a [`Text`](crate::text::Text) or a
//! [`Table`](crate::table::Table), and an arm in `reader.rs`.

use crate::markdown::split_front_matter;
use crate::plain::is_starred;
use crate::reason::Reason;
use crate::table::is_delimited;
use crate::text::ending;

/// What a file is, before it is read as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Container {
    /// A zip: an archive, or a document of one of the formats that are zips.
    Zip,
    /// Text, in one of the formats of [`Format`].
    Text,
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Plain,
    Markdown,
    Starred,
    Delimited,
    Json,
    JsonLines,
    Html,
    /// TEI, or other XML with paragraphs.
    Xml,
    /// A document of LibreOffice in one file of XML.
    FlatOpenDocument,
}

/// First bytes of files that are no text, and what is said of them.
const MAGIC: [(&[u8], Reason); 19] = [
    (b"%PDF", Reason::Pdf),
    (b"\xD0\xCF\x11\xE0", Reason::OldWord),
    (b"{\\rtf", Reason::Rtf),
    (b"FRISE\0", Reason::Index),
    (b"\x1F\x8B", Reason::OtherArchive),
    (b"BZh", Reason::OtherArchive),
    (b"\xFD7zXZ", Reason::OtherArchive),
    (b"7z\xBC\xAF", Reason::OtherArchive),
    (b"Rar!", Reason::OtherArchive),
    (b"\x28\xB5\x2F\xFD", Reason::OtherArchive),
    (b"\x89PNG", Reason::Media),
    (b"\xFF\xD8\xFF", Reason::Media),
    (b"GIF8", Reason::Media),
    (b"RIFF", Reason::Media),
    (b"ID3", Reason::Media),
    (b"OggS", Reason::Media),
    (b"\x1A\x45\xDF\xA3", Reason::Media),
    (b"II*\0", Reason::Media),
    (b"MM\0*", Reason::Media),
];

/// Returns what a file is, or why it is not read.
pub(crate) fn container(bytes: &[u8]) -> Result<Container, Reason> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Container::Zip);
    }
    match MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        Some((_, reason)) => Err(reason.clone()),
        None => Ok(Container::Text),
    }
}

/// Returns the format of a text, by its content first.
pub(crate) fn format(path: &str, content: &str) -> Result<Format, Reason> {
    let head = content.trim_start();
    if head.is_empty() {
        return Err(Reason::NoText);
    }
    if is_binary(content) {
        return Err(Reason::Binary);
    }
    let end = ending(path);
    let lower: String = head
        .chars()
        .take(2000)
        .collect::<String>()
        .to_ascii_lowercase();
    if head.starts_with('<') {
        let is_html = lower.contains("<html") || lower.contains("<!doctype html");
        let is_xml = lower.starts_with("<?xml")
            || lower.contains(" xmlns")
            || lower.contains("<tei")
            || lower.contains("<!entity");
        let fragment = [
            "<p", "<div", "<h1", "<h2", "<article", "<body", "<span", "<!--",
        ];
        return Ok(match () {
            _ if lower.contains("<office:document") => Format::FlatOpenDocument,
            _ if is_html => Format::Html,
            _ if is_xml || end == "xml" || end == "tei" => Format::Xml,
            _ if fragment.iter().any(|tag| lower.starts_with(tag)) || end.starts_with("htm") => {
                Format::Html
            }
            _ if end == "md" || end == "markdown" => Format::Markdown,
            _ if end == "txt" => Format::Plain,
            _ => Format::Xml,
        });
    }
    if let Some(format) = json(head, &end) {
        return Ok(format);
    }
    if is_starred(content) {
        return Ok(Format::Starred);
    }
    if matches!(end.as_str(), "md" | "markdown" | "mdown") || split_front_matter(content).is_some()
    {
        return Ok(Format::Markdown);
    }
    let is_table = matches!(end.as_str(), "csv" | "tsv" | "tab")
        || head.starts_with("sep=")
        || is_delimited(content);
    Ok(if is_table {
        Format::Delimited
    } else {
        Format::Plain
    })
}

/// JSON begins with a brace or a bracket and its first line, or the whole, can be read; or the name says so.
fn json(head: &str, end: &str) -> Option<Format> {
    if end == "jsonl" || end == "ndjson" {
        return Some(Format::JsonLines);
    }
    if !head.starts_with(['{', '[']) {
        return (end == "json").then_some(Format::Json);
    }
    let (first, rest) = head.split_once('\n').unwrap_or((head, ""));
    let is_object = |line: &str| {
        line.trim().starts_with('{') && serde_json::from_str::<serde::de::IgnoredAny>(line).is_ok()
    };
    if is_object(first) && !rest.trim().is_empty() {
        return Some(Format::JsonLines);
    }
    let quoted = head[1..].trim_start();
    let looks = quoted.starts_with(['"', '{', '[', '}', ']']) && head.contains(['}', ']']);
    (end == "json" || looks && head.contains(':')).then_some(Format::Json)
}

/// Returns whether there are control characters that no text has.
fn is_binary(content: &str) -> bool {
    let head = || content.chars().take(4000);
    let strange = head()
        .filter(|c| c.is_control() && !"\n\r\t\u{C}\u{1B}\u{1A}".contains(*c) || *c == '\u{FFFD}');
    strange.count() * 50 > head().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_what_stands_in_them() {
        let check = |path: &str, content: &str, expected: Format| {
            assert_eq!(format(path, content), Ok(expected), "{path}: {content}");
        };
        check("a", "Un texte.", Format::Plain);
        check("a.txt", "[1] Un texte.", Format::Plain);
        check(
            "a.txt",
            "{\"text\": \"a\"}\n{\"text\": \"b\"}",
            Format::JsonLines,
        );
        check("a.txt", "[{\"text\": \"a\"}]", Format::Json);
    }

    #[test]
    fn markup_is_told_by_what_stands_in_it() {
        let check = |path: &str, content: &str, expected: Format| {
            assert_eq!(format(path, content), Ok(expected), "{path}: {content}");
        };
        check(
            "a.txt",
            "<?xml version=\"1.0\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">",
            Format::Xml,
        );
        check("a.xml", "<!DOCTYPE html><html>", Format::Html);
        check("a", "<p>Un</p>", Format::Html);
        check("a.txt", "<Jacob> Un texte.", Format::Plain);
        check("a.txt", "---\ntitle: A\n---\nx", Format::Markdown);
        check("a.md", "# A", Format::Markdown);
        check("a.txt", "date\ttexte\n2019\ta", Format::Delimited);
        check("a.csv", "un", Format::Delimited);
        check("a.txt", "**** *an_2019\nTexte", Format::Starred);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(container(b"%PDF-1.4"), Err(Reason::Pdf));
        assert_eq!(container(b"PK\x03\x04"), Ok(Container::Zip));
        assert_eq!(format("a.txt", "\0\u{1}\u{2}abc"), Err(Reason::Binary));
        assert_eq!(format("a.txt", " \n"), Err(Reason::NoText));
    }
}
