//! The text of a TEI file.

use crate::markup::Element;
use crate::text::{Block, Span, Text, one_line};
use frise_corpus::is_hyphen;
use frise_index::model::Voice;

/// Elements whose content is not the text, or not the words of who speaks.
const SILENT: [&str; 28] = [
    "note",
    "gap",
    "kinesic",
    "vocal",
    "incident",
    "writing",
    "stage",
    "figDesc",
    "figure",
    "fw",
    "castList",
    "desc",
    "del",
    "index",
    "standOff",
    "facsimile",
    "sourceDoc",
    "timeline",
    "titlePage",
    "docDate",
    "docTitle",
    "docAuthor",
    "docImprint",
    "listPerson",
    "listOrg",
    "particDesc",
    "media",
    "pause",
];

/// Elements that begin and end a paragraph.
const BLOCKS: [&str; 36] = [
    "p",
    "ab",
    "u",
    "sp",
    "lg",
    "div",
    "div1",
    "div2",
    "div3",
    "div4",
    "div5",
    "div6",
    "body",
    "front",
    "back",
    "text",
    "group",
    "item",
    "list",
    "row",
    "table",
    "quote",
    "opener",
    "closer",
    "salute",
    "signed",
    "dateline",
    "byline",
    "trailer",
    "epigraph",
    "argument",
    "postscript",
    "milestone",
    "floatingText",
    "TEI",
    "entry",
];

/// Somebody who speaks, from one element to its end.
#[derive(Debug)]
struct Speech {
    depth: usize,
    id: String,
    speaker: Option<u32>,
    voice: Option<Voice>,
    date: Option<String>,
    /// Whether it is a turn of its own (`u`, `sp`) and not marked in a paragraph (`said`).
    is_turn: bool,
}

/// The text as it is read.
#[derive(Debug)]
pub(super) struct Body {
    text: Text,
    block: Block,
    speeches: Vec<Speech>,
    /// How many divisions are open.
    level: u8,
    /// The depth of the element whose content is left out.
    silent: Option<usize>,
    /// The depth of the `speaker` that is being read, and its text.
    label: Option<(usize, String)>,
    /// White space that was read: none, some, or some with a line end.
    space: Space,
    /// Whether speech has ended since that white space, which stood in it.
    space_is_said: bool,
    /// Whether a `choice` is open, of which one reading is taken.
    choices: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Space {
    None,
    Some,
    LineEnd,
    /// None is wanted, whatever comes.
    Glue,
}

impl Body {
    pub fn new(path: &str) -> Body {
        Body {
            text: Text::of(path),
            block: Block::default(),
            speeches: Vec::new(),
            level: 0,
            silent: None,
            label: None,
            space: Space::None,
            space_is_said: false,
            choices: 0,
        }
    }

    pub fn start(&mut self, element: &Element, depth: usize) {
        let name = element.name.as_str();
        if self.silent.is_some() {
            return;
        }
        if SILENT.contains(&name) || (self.choices > 0 && matches!(name, "sic" | "orig" | "abbr")) {
            self.silent = Some(depth);
            return;
        }
        if name.starts_with("div") {
            self.level = self.level.saturating_add(1);
        }
        let in_turn = self.speeches.last().is_some_and(|speech| speech.is_turn);
        match name {
            "choice" => self.choices += 1,
            "head" => {
                self.flush();
                // Exports write the level there.
                let level = element.get("rend").strip_prefix('h');
                let level = level.and_then(|level| level.parse::<u8>().ok());
                self.block.heading = Some(level.unwrap_or(self.level).clamp(1, 6));
            }
            "lb" if element.get("break") == "no" => self.space = Space::Glue,
            "lb" | "l" => self.line(),
            "speaker" => self.label = Some((depth, String::new())),
            "seg" if in_turn => self.flush(),
            "w" | "pc" if element.get("join") == "left" => self.space = Space::Glue,
            name if BLOCKS.contains(&name) => self.flush(),
            _ => {}
        }
        if matches!(name, "u" | "sp" | "said") || (name == "q" && !element.get("who").is_empty()) {
            self.speech(element, depth);
        }
    }

    fn speech(&mut self, element: &Element, depth: usize) {
        let id = element.get("who").split_whitespace().next().unwrap_or("");
        let id = id.rsplit('#').next().unwrap_or(id).to_string();
        let is_turn = matches!(element.name.as_str(), "u" | "sp");
        let direct = element.get("direct") != "false" && element.get("aloud") != "false";
        let outer = self.speeches.last().and_then(|speech| speech.speaker);
        let speaker = self.text.person(&id, "").or(outer);
        let when = element.get("when");
        self.speeches.push(Speech {
            depth,
            id,
            speaker,
            voice: Some(if direct {
                Voice::Direct
            } else {
                Voice::Reported
            }),
            date: (!when.is_empty()).then(|| when.to_string()),
            is_turn,
        });
    }

    pub fn end(&mut self, name: &str, depth: usize) {
        if let Some(at) = self.silent {
            if at == depth {
                self.silent = None;
            }
            return;
        }
        if let Some((_, label)) = self.label.take_if(|(at, _)| *at == depth) {
            self.named(&label);
        }
        let in_turn = self.speeches.last().is_some_and(|speech| speech.is_turn);
        match name {
            "choice" => self.choices = self.choices.saturating_sub(1),
            "seg" if in_turn => self.flush(),
            "head" => self.flush(),
            "cell" | "label" => self.text(" "),
            name if BLOCKS.contains(&name) => self.flush(),
            _ => {}
        }
        if name.starts_with("div") {
            self.level = self.level.saturating_sub(1);
        }
        if self
            .speeches
            .last()
            .is_some_and(|speech| speech.depth == depth)
        {
            self.speeches.pop();
            self.space_is_said |= self.space == Space::Some;
        }
    }

    /// Takes the words of a `speaker` as the name of who speaks.
    fn named(&mut self, label: &str) {
        let name = one_line(label);
        let name = name.trim_end_matches(['.', ':', ',', '—', '–', '-', ' ', '\u{A0}']);
        if let Some(speech) = self.speeches.last_mut() {
            // An identifier that is one already stands for the same person with this name.
            if let Some(known) = speech
                .speaker
                .and_then(|place| self.text.people.get_mut(place as usize))
                .filter(|who| who.id == speech.id && !speech.id.is_empty())
            {
                if known.name.is_empty() {
                    known.name = name.to_string();
                }
            } else {
                speech.speaker = self.text.person("", name);
            }
        }
    }

    pub fn text(&mut self, text: &str) {
        if self.silent.is_some() {
            return;
        }
        if let Some((_, label)) = &mut self.label {
            label.push_str(text);
            return;
        }
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            if is_xml_space(c) {
                let end = rest.find(|c| !is_xml_space(c)).unwrap_or(rest.len());
                let line_end = rest[..end].contains('\n');
                self.space = match self.space {
                    Space::Glue => Space::Glue,
                    Space::LineEnd => Space::LineEnd,
                    _ if line_end => Space::LineEnd,
                    _ => Space::Some,
                };
                rest = &rest[end..];
            } else {
                let end = rest.find(is_xml_space).unwrap_or(rest.len());
                self.word(&rest[..end]);
                rest = &rest[end..];
            }
        }
    }

    /// Adds a run of characters without white space.
    fn word(&mut self, word: &str) {
        let speech = self.speeches.last();
        let speaker = speech.and_then(|speech| speech.speaker);
        let voice = speech.and_then(|speech| speech.voice);
        let date = speech.and_then(|speech| speech.date.clone());
        let before = self
            .block
            .spans
            .last()
            .map_or("", |span| span.text.as_str());
        let space = match self.space {
            Space::None | Space::Glue => "",
            _ if before.is_empty() || before.ends_with('\n') => "",
            Space::LineEnd if ends_in_hyphen(before) && word.starts_with(char::is_alphabetic) => {
                "\n"
            }
            Space::Some | Space::LineEnd => " ",
        };
        let space_is_said = std::mem::take(&mut self.space_is_said) && voice.is_some();
        self.space = Space::None;
        match self.block.spans.last_mut() {
            Some(span) if (span.speaker, span.voice, &span.date) == (speaker, voice, &date) => {
                span.text.push_str(space);
                span.text.push_str(word);
            }
            before => {
                // White space beside speech is none of its words; between two speeches it belongs to the one that has it.
                let after = match before {
                    Some(before) if before.voice.is_none() || space_is_said => {
                        before.text.push_str(space);
                        ""
                    }
                    _ => space,
                };
                self.block.spans.push(Span {
                    text: [after, word].concat(),
                    voice,
                    speaker,
                    date,
                });
            }
        }
    }

    /// Begins a line.
    fn line(&mut self) {
        if let Some(span) = self.block.spans.last_mut() {
            span.text.push('\n');
        }
        self.space = Space::None;
    }

    /// Ends the block that is open.
    fn flush(&mut self) {
        let block = std::mem::take(&mut self.block);
        self.space = Space::None;
        self.text.push(block);
    }

    pub fn finish(mut self) -> Text {
        self.flush();
        self.text
    }
}

fn ends_in_hyphen(text: &str) -> bool {
    let mut last = text.chars().rev();
    last.next().is_some_and(is_hyphen) && last.next().is_some_and(char::is_alphabetic)
}

fn is_xml_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}
