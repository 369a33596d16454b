//! The text of a document: headings, paragraphs, and the speech marked in them.
//!
//! ```text
//! ## Préface
//!
//! Il a dit : <said who="liu-xiaoming" direct="true">« Bonjour. »</said>
//! ```
//!
//! `when="2015-12-16"` (EDTF) tells when it was said, where that is not the date of the document.
//!
//! Paragraphs are parted by blank lines; lines of one paragraph are joined by a space, whether they end in a line feed, a
//! carriage return or both, and without one where the end of a line parts a word ([`join_parted_words`]). `\<`, `\#` and `\\`
//! stand for the characters themselves. All else is the source's text to the letter.
//!
//! [`join_parted_words`]: crate::join_parted_words

use super::problem::{Place, Problems, lines};
use crate::hyphens::may_part_word;
use frise_date::Edtf;
use frise_index::model::{Passage, Run, RunKind, Voice};

/// What the text outside `<said>` is, and who may be named in it.
pub struct Context<'c> {
    pub voice: Voice,
    pub speaker: Option<usize>,
    pub speakers: &'c [String],
    pub problems: &'c Problems,
}

/// Returns the passages of the text of a file from `place` on.
pub fn parse_body(place: Place<'_>, context: &Context<'_>) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut headings: Vec<Run> = Vec::new();
    let mut last_heading = place;
    for (offset, block) in blocks(place.text, place.offset) {
        let here = place.at(offset);
        if let Some((level, title)) = heading(block) {
            last_heading = here;
            headings.push(Run {
                kind: RunKind::Heading(level),
                speaker: None,
                date: None,
                text: title,
            });
        } else {
            let mut runs = std::mem::take(&mut headings);
            runs.extend(
                Paragraph {
                    place: here,
                    block,
                    context,
                }
                .runs(),
            );
            passages.push(Passage { runs });
        }
    }
    if !headings.is_empty() {
        let message = "no paragraph follows this heading; a heading needs one, or leave it out";
        context.problems.add(last_heading, message);
    }
    if passages.is_empty() && headings.is_empty() {
        context.problems.add(
            place,
            "the document has no text; write its paragraphs below the second '+++' line",
        );
    }
    passages
}

/// Returns runs of lines that are not blank, each heading line alone, with the byte where each begins.
fn blocks(text: &str, start: usize) -> Vec<(usize, &str)> {
    let mut blocks: Vec<(usize, &str)> = Vec::new();
    let mut open: Option<usize> = None;
    let mut offset = start;
    for line in lines(text.get(start..).unwrap_or("")) {
        let end = offset + line.trim_end_matches(['\n', '\r']).len();
        let blank = line.trim_matches([' ', '\t', '\r', '\n']).is_empty();
        if blank {
            open = None;
        } else if heading(&text[offset..end]).is_some() {
            blocks.push((offset, &text[offset..end]));
            open = None;
        } else if let (Some(from), Some(last)) = (open, blocks.last_mut()) {
            last.1 = &text[from..end];
        } else {
            blocks.push((offset, &text[offset..end]));
            open = Some(offset);
        }
        offset += line.len();
    }
    blocks
}

fn heading(block: &str) -> Option<(u8, String)> {
    let level = block.bytes().take_while(|byte| *byte == b'#').count();
    let title = block.get(level..)?.strip_prefix(' ')?.trim();
    ((1..=6).contains(&level) && !title.is_empty()).then(|| (level as u8, title.to_string()))
}

struct Paragraph<'p> {
    place: Place<'p>,
    block: &'p str,
    context: &'p Context<'p>,
}

/// A `<said>` that is open, with the byte where it was opened.
struct Open {
    at: usize,
    voice: Voice,
    speaker: Option<usize>,
    date: Option<Edtf>,
}

impl Paragraph<'_> {
    fn runs(&self) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut open: Option<Open> = None;
        let mut text = String::new();
        let mut at = 0;
        while let Some(c) = self.block[at..].chars().next() {
            let rest = &self.block[at..];
            if let Some(escaped) = rest
                .strip_prefix('\\')
                .and_then(|after| after.chars().next())
                .filter(|c| "<#\\".contains(*c))
            {
                text.push(escaped);
                at += 2;
            } else if c == '<' {
                let length = rest.find('>').map_or(rest.len(), |end| end + 1);
                self.push(&mut runs, &open, &mut text);
                open = self.tag(&rest[..length], at, open);
                at += length;
            } else if c == '\n' || c == '\r' {
                // A word that the end of a line parts is joined when all texts are read.
                text.push(if may_part_word(&text, rest) {
                    '\n'
                } else {
                    ' '
                });
                at += if rest.starts_with("\r\n") { 2 } else { 1 };
            } else {
                text.push(c);
                at += c.len_utf8();
            }
        }
        self.push(&mut runs, &open, &mut text);
        if let Some(open) = open {
            self.note(open.at, "unclosed <said>: add </said> before the end of this paragraph (speech that goes on is marked anew in the next)");
        }
        runs
    }

    fn push(&self, runs: &mut Vec<Run>, open: &Option<Open>, text: &mut String) {
        if text.is_empty() {
            return;
        }
        let (voice, speaker, date) = match open {
            Some(open) => (open.voice, open.speaker, open.date),
            None => (self.context.voice, self.context.speaker, None),
        };
        runs.push(Run {
            kind: RunKind::Span(voice),
            speaker,
            date,
            text: std::mem::take(text),
        });
    }

    /// Returns what is open after a tag.
    fn tag(&self, tag: &str, at: usize, open: Option<Open>) -> Option<Open> {
        if tag == "</said>" {
            if open.is_none() {
                self.note(at, "</said> closes nothing: remove it, or add <said who=\"…\" direct=\"…\"> before it");
            }
            return None;
        }
        let Some(attributes) = tag
            .strip_prefix("<said")
            .and_then(|tag| tag.strip_suffix('>'))
        else {
            let shown: String = tag.chars().take(20).collect();
            self.note(at, format!("expected <said who=\"…\" direct=\"…\"> or </said>, found {shown}; write \\< for the character itself"));
            return open;
        };
        if open.is_some() {
            self.note(
                at,
                "<said> inside <said>: close the first with </said> before this one",
            );
        }
        Some(self.said(attributes, at))
    }

    fn said(&self, attributes: &str, at: usize) -> Open {
        let mut who = None;
        let mut direct = None;
        let mut date = None;
        for (name, value) in parse_attributes(attributes) {
            match (name, value) {
                ("who", Some(value)) => who = Some(value),
                ("direct", Some("true")) => direct = Some(true),
                ("direct", Some("false")) => direct = Some(false),
                ("when", Some(value)) => match Edtf::parse(value) {
                    Ok(when) => date = Some(when),
                    Err(error) => self.note(at, format!("bad date '{value}' in 'when': {error}")),
                },
                _ => self.note(
                    at,
                    format!(
                        "<said> takes who=\"…\", direct=\"true\" or \"false\" and when=\"…\", found '{name}'"
                    ),
                ),
            }
        }
        let speaker = who.and_then(|who| {
            self.context
                .speakers
                .iter()
                .position(|speaker| speaker == who)
        });
        match who {
            None => self.note(
                at,
                "<said> must name its speaker: add who=\"…\" with an id of speakers.toml",
            ),
            Some(who) if speaker.is_none() => {
                let known = self.context.speakers.join(", ");
                self.note(
                    at,
                    format!(
                        "unknown speaker '{who}'; add it to speakers.toml or use one of: {known}"
                    ),
                );
            }
            Some(_) => {}
        }
        if direct.is_none() {
            self.note(at, "<said> must tell how: add direct=\"true\" for a quotation or direct=\"false\" for reported speech");
        }
        let voice = if direct == Some(false) {
            Voice::Reported
        } else {
            Voice::Direct
        };
        Open {
            at,
            voice,
            speaker,
            date,
        }
    }

    fn note(&self, at: usize, message: impl Into<String>) {
        self.context
            .problems
            .add(self.place.at(self.place.offset + at), message);
    }
}

/// Returns the attributes of a tag, each with its value where it is written `name="value"`.
fn parse_attributes(text: &str) -> Vec<(&str, Option<&str>)> {
    let mut attributes = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| c == '=' || c.is_whitespace())
            .unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let quoted = after
            .strip_prefix("=\"")
            .and_then(|after| after.split_once('"'));
        match quoted {
            Some((value, after)) => {
                attributes.push((name, Some(value)));
                rest = after.trim_start();
            }
            None => {
                attributes.push((name, None));
                rest = after.trim_start_matches('=').trim_start();
            }
        }
    }
    attributes
}
