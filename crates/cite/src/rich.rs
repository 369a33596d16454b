//! Text with italics and a link, as a citation has it.

use html_escape::{encode_double_quoted_attribute, encode_text};

/// A citation as a sequence of runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rich {
    runs: Vec<RichRun>,
}

/// A run of a [`Rich`] text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RichRun {
    /// The text, without markup.
    pub text: String,
    /// How the run is set.
    pub face: Face,
}

/// How a run is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// As the text around it.
    Roman,
    /// In italics, as titles are.
    Italic,
    /// As a link to its own text, which is an address.
    Link,
}

impl Rich {
    /// Returns the runs in reading order.
    pub fn runs(&self) -> &[RichRun] {
        &self.runs
    }

    /// Appends text.
    pub fn roman(&mut self, text: &str) -> &mut Rich {
        self.push(text, Face::Roman)
    }

    /// Appends text in italics.
    pub fn italic(&mut self, text: &str) -> &mut Rich {
        self.push(text, Face::Italic)
    }

    /// Appends an address.
    pub fn link(&mut self, address: &str) -> &mut Rich {
        self.push(address, Face::Link)
    }

    fn push(&mut self, text: &str, face: Face) -> &mut Rich {
        match self.runs.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.face == face && face != Face::Link => last.text.push_str(text),
            _ => self.runs.push(RichRun {
                text: text.to_owned(),
                face,
            }),
        }
        self
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Ends a sentence: appends a full stop, unless the text is empty or ends with a mark that closes a sentence, perhaps
    /// within quotation marks.
    pub fn stop(&mut self) -> &mut Rich {
        let text = self.to_plain_text();
        let end = text.trim_end_matches(['»', '”', '’', '\u{a0}', '\u{202f}']);
        if !text.is_empty() && !end.ends_with(['.', '?', '!', '…']) {
            self.roman(".");
        }
        self
    }

    /// Returns the text without italics.
    pub fn to_plain_text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// Returns the text as HTML, with `<i>` and, for web addresses, `<a>`. Whatever the text contains is escaped.
    pub fn to_html(&self) -> String {
        let html = |run: &RichRun| {
            let text = encode_text(&run.text);
            match run.face {
                Face::Italic => format!("<i>{text}</i>"),
                Face::Link if is_web_address(&run.text) => {
                    let address = encode_double_quoted_attribute(&run.text);
                    format!("<a href=\"{address}\">{text}</a>")
                }
                Face::Roman | Face::Link => text.into_owned(),
            }
        };
        self.runs.iter().map(html).collect()
    }

    /// Returns the text in Markdown, with `*` around italics. Characters that Markdown would read as markup are escaped.
    pub fn to_markdown(&self) -> String {
        let markdown = |run: &RichRun| match run.face {
            Face::Roman => escape_markdown(&run.text),
            Face::Italic => format!("*{}*", escape_markdown(&run.text)),
            Face::Link if is_web_address(&run.text) && !run.text.contains(['<', '>', ' ']) => {
                format!("<{}>", run.text)
            }
            Face::Link => escape_markdown(&run.text),
        };
        self.runs.iter().map(markdown).collect()
    }

    /// Changes the text of every run that is not an address.
    pub(crate) fn map(mut self, change: impl Fn(&str) -> String) -> Rich {
        for run in &mut self.runs {
            if run.face != Face::Link {
                run.text = change(&run.text);
            }
        }
        self
    }
}

/// Whether a text is an address that a page may link to.
pub(crate) fn is_web_address(text: &str) -> bool {
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    (lower.starts_with("http://") || lower.starts_with("https://"))
        && !text.contains(char::is_whitespace)
}

/// Escapes what Markdown would read as markup.
pub(crate) fn escape_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(
            character,
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&'
        ) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
