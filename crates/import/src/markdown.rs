//! Markdown, with front matter in TOML between `+++` lines or in YAML between `---` lines.
//!
//! Of YAML, what front matter is made of is read: `key: value`, values in quotation marks, and lists of strings.

mod front;

use crate::plain::name_as_title;
use crate::text::{Block, Text};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

pub(crate) use front::split as split_front_matter;

/// Reads a text in Markdown.
pub(crate) fn read(path: &str, content: &str) -> Text {
    let mut text = Text::of(path);
    let (fields, body) = front::split(content).unwrap_or((Vec::new(), content));
    for (key, values) in &fields {
        text.field(key, values);
    }
    blocks(&mut text, body);
    if text.title.is_none() {
        let first = text.blocks.first().filter(|block| block.heading == Some(1));
        text.title = first.map(Block::text).or_else(|| Some(name_as_title(path)));
    }
    text
}

/// Adds headings and paragraphs; a list item, a row of a table and a line of code are paragraphs.
fn blocks(text: &mut Text, body: &str) {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut level = None;
    let mut open = String::new();
    let mut hidden = 0_usize;
    let flush = |text: &mut Text, open: &mut String, level: Option<u8>| {
        let content = std::mem::take(open).trim_end().to_string();
        text.push(match level {
            Some(level) => Block::heading(level, content),
            None => Block::paragraph(content, None),
        });
    };
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level: rank, .. }) => {
                flush(text, &mut open, None);
                level = Some(rank_of(rank));
            }
            Event::End(TagEnd::Heading(_)) => flush(text, &mut open, level.take()),
            Event::Start(Tag::FootnoteDefinition(_) | Tag::Image { .. }) => {
                hidden += 1;
            }
            Event::End(TagEnd::FootnoteDefinition | TagEnd::Image) => {
                hidden = hidden.saturating_sub(1);
            }
            Event::Start(Tag::Item) => {
                flush(text, &mut open, None);
                if let Some(year) = year_of_item(&body[range]) {
                    open.extend([year, " "]);
                }
            }
            Event::Start(
                Tag::Paragraph
                | Tag::TableRow
                | Tag::TableHead
                | Tag::CodeBlock(_)
                | Tag::BlockQuote(_),
            )
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::Item
                | TagEnd::TableRow
                | TagEnd::TableHead
                | TagEnd::CodeBlock,
            )
            // The year of an item stands before its first paragraph.
            | Event::Rule if !is_year_alone(&open) => flush(text, &mut open, None),
            Event::End(TagEnd::TableCell) => open.push(' '),
            _ if hidden > 0 => {}
            Event::Text(words) | Event::Code(words) => open.push_str(&words),
            Event::SoftBreak | Event::HardBreak => open.push('\n'),
            _ => {}
        }
    }
    flush(text, &mut open, None);
}

/// Returns the marker of an item if it is a year: a paragraph that begins with `1914.` is an item of an ordered list in
/// Markdown, and its year would be lost with the marker.
fn year_of_item(item: &str) -> Option<&str> {
    let digits = item.bytes().take_while(u8::is_ascii_digit).count();
    let marker = item.get(..=digits)?;
    let is_marker = marker.ends_with(['.', ')']) && (3..=4).contains(&digits);
    let is_alone = item[marker.len()..]
        .chars()
        .next()
        .is_none_or(char::is_whitespace);
    (is_marker && is_alone).then_some(marker)
}

/// Returns whether an open paragraph has nothing but the year of an item.
fn is_year_alone(open: &str) -> bool {
    year_of_item(open) == Some(open.trim_end())
}

fn rank_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_no_text_and_headings_are_headings() {
        let content = "---\ntitle: \"Le *titre*\"\ndate: 2019-05?\nauthor: Ada\ntags: [eau, feu]\n---\n# Un\n\nDu *texte* et [un lien](http://a.b)\nsur deux lignes.[^1]\n\n- un\n- deux\n\n<script>alert(1)</script>\n\n[^1]: Une note.\n";
        let text = read("a.md", content);
        assert_eq!(text.title.as_deref(), Some("Le *titre*"));
        assert_eq!(text.dates[0].text, "2019-05?");
        assert_eq!(text.people[0].name, "Ada");
        assert_eq!(text.subjects, ["eau", "feu"]);
        let blocks: Vec<(Option<u8>, String)> = text
            .blocks
            .iter()
            .map(|block| (block.heading, block.text()))
            .collect();
        let expected = [
            (Some(1), "Un"),
            (None, "Du texte et un lien\nsur deux lignes."),
            (None, "un"),
            (None, "deux"),
        ];
        assert_eq!(
            blocks,
            expected.map(|(level, text)| (level, text.to_string()))
        );
    }

    /// pulldown-cmark 0.13, as every reader of CommonMark: `findings/markdown-years.sh`.
    #[test]
    fn years_at_the_start_of_paragraphs_are_kept() {
        let check = |content: &str, expected: &[&str]| {
            let blocks = read("a.md", content).blocks;
            let texts: Vec<String> = blocks.iter().map(Block::text).collect();
            assert_eq!(texts, expected, "{content}");
        };
        check(
            "1914. La guerre éclate.\n\n1918. La paix revient.\n",
            &["1914. La guerre éclate.", "1918. La paix revient."],
        );
        check(
            "1914. La guerre\n1918. La paix\n",
            &["1914. La guerre", "1918. La paix"],
        );
        check(
            "800) Charles est couronné.",
            &["800) Charles est couronné."],
        );
        check("1. Un\n2. Deux\n", &["Un", "Deux"]);
        check("- 1914. La guerre", &["1914. La guerre"]);
        check("1914.\n", &["1914."]);
        check("12345. Trop\n", &["Trop"]);
    }

    #[test]
    fn a_first_heading_is_the_title_where_nothing_else_is() {
        assert_eq!(
            read("a.md", "# Un titre\n\nTexte").title.as_deref(),
            Some("Un titre")
        );
        assert_eq!(read("un_nom.md", "Texte").title.as_deref(), Some("un nom"));
    }
}
