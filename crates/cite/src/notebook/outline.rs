//! A document as a sequence of blocks, and its text as Markdown and HTML.

use frise_date::Tongue;
use html_escape::encode_text;

use crate::rich::{Rich, escape_markdown};
use crate::typography::{one_line, pick};

/// A document as a sequence of blocks.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// The title.
    pub title: String,
    /// The language of the words that are not quoted.
    pub language: Tongue,
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
}

/// A block of an [`Outline`].
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading of the first level below the title.
    Heading(String),
    /// A paragraph.
    Paragraph(Rich),
    /// Words of the corpus.
    Quotation(Rich),
    /// The note of the reader, which may have several lines.
    Note(String),
    /// A table with its head.
    Table(Vec<String>, Vec<Vec<String>>),
}

impl Outline {
    /// Returns the document in Markdown.
    pub fn to_markdown(&self) -> String {
        let mut markdown = format!("# {}\n", escape_markdown(&self.title));
        for block in &self.blocks {
            markdown.push('\n');
            markdown.push_str(&match block {
                Block::Heading(text) => format!("## {}\n", escape_markdown(text)),
                Block::Paragraph(text) => format!("{}\n", no_list(text.to_markdown().trim())),
                Block::Quotation(text) => format!("> {}\n", no_list(&text.to_markdown())),
                Block::Note(note) => {
                    let lines = note.lines();
                    let lines = lines.map(|line| no_list(&escape_markdown(line.trim())));
                    format!("{}\n", lines.collect::<Vec<_>>().join("  \n"))
                }
                Block::Table(head, rows) => table_markdown(head, rows),
            });
        }
        markdown
    }

    /// Returns the document as an HTML page without scripts, to print or hand out.
    pub fn to_html(&self) -> String {
        let language = pick(self.language, "fr", "en");
        let title = encode_text(&self.title);
        let mut html = format!(
            "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
             <style>\nbody {{ max-width: 66ch; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; }}\n\
             table {{ border-collapse: collapse; }}\nth, td {{ border: 1px solid; padding: .2em .5em; }}\n\
             .note {{ border-inline-start: .2em solid; padding-inline-start: .8em; white-space: pre-line; }}\n</style>\n\
             </head>\n<body>\n<h1>{title}</h1>\n"
        );
        for block in &self.blocks {
            html.push_str(&match block {
                Block::Heading(text) => format!("<h2>{}</h2>\n", encode_text(text)),
                Block::Paragraph(text) => format!("<p>{}</p>\n", text.to_html()),
                Block::Quotation(text) => {
                    format!("<blockquote><p>{}</p></blockquote>\n", text.to_html())
                }
                Block::Note(note) => format!("<p class=\"note\">{}</p>\n", encode_text(note)),
                Block::Table(head, rows) => table_html(head, rows),
            });
        }
        html.push_str("</body>\n</html>\n");
        html
    }

    /// The code of the language.
    pub(super) fn code(&self) -> &'static str {
        pick(self.language, "fr-FR", "en-GB")
    }
}

/// Escapes what would make a line the item of a list or a rule: `- Non !`, `1. Le début`, `2016. L’année`.
fn no_list(line: &str) -> String {
    let number = line.bytes().take_while(u8::is_ascii_digit).count();
    let mark = match number {
        0 => line.starts_with(['-', '+', '=']),
        _ => line[number..].starts_with(['.', ')']),
    };
    match mark {
        true => [&line[..number], "\\", &line[number..]].concat(),
        false => line.to_owned(),
    }
}

fn table_markdown(head: &[String], rows: &[Vec<String>]) -> String {
    let line = |cells: &[String]| {
        let cells = cells.iter().map(|cell| escape_markdown(&one_line(cell)));
        format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
    };
    let rule = "|---".repeat(head.len()) + "|\n";
    let rows: String = rows.iter().map(|row| line(row)).collect();
    [line(head), rule, rows].concat()
}

fn table_html(head: &[String], rows: &[Vec<String>]) -> String {
    let line = |cells: &[String], element: &str| {
        let scope = if element == "th" {
            " scope=\"col\""
        } else {
            ""
        };
        let cells = cells.iter().map(|cell| {
            let text = encode_text(cell);
            format!("<{element}{scope}>{text}</{element}>")
        });
        format!("<tr>{}</tr>\n", cells.collect::<String>())
    };
    let rows: String = rows.iter().map(|row| line(row, "td")).collect();
    format!(
        "<table>\n<thead>\n{}</thead>\n<tbody>\n{rows}</tbody>\n</table>\n",
        line(head, "th")
    )
}
