//! Reads a part. Its bytes may be anybody's: all that the join relies on is proved here.

use super::super::bytes::{Damage, Decoder, checksum};
use super::super::layout::{DATED, read_kind};
use super::super::{VERSION, mentions, metadata, ranks};
use super::{LANGUAGES, MAGIC, PartError};
use crate::model::{Corpus, Metadata, RunKind};
use foldhash::{HashSet, HashSetExt};
use frise_date::Edtf;
use frise_text::Language;
use std::ops::Range;

/// A part of an index, which [`write_part`](super::write_part) made.
#[derive(Debug)]
pub struct Part<'b> {
    /// What errors call it, such as the name of its file.
    pub name: String,
    /// What [`write_part`](super::write_part) was given.
    pub note: &'b str,
    /// The corpus as the part has it, without its documents.
    pub corpus: Corpus,
    /// The metadata of its documents, by [`Metadata::key`]. The language may be empty.
    pub documents: Vec<Metadata>,
    pub(super) told: Texts<'b>,
    /// The documents without a language, for each of [`LANGUAGES`].
    pub(super) untold: [Texts<'b>; 3],
}

/// The texts of some documents and their tokens.
#[derive(Debug, Default)]
pub(super) struct Texts<'b> {
    /// The tokens in the order in which they first occur.
    pub tokens: Vec<Token<'b>>,
    pub documents: Vec<Text<'b>>,
}

/// A distinct token.
#[derive(Debug)]
pub(super) struct Token<'b> {
    pub text: &'b str,
    /// The language of the text in which a form first occurs; `None` for separators.
    pub language: Option<Language>,
    pub frequency: u32,
}

/// The text of a document.
#[derive(Debug)]
pub(super) struct Text<'b> {
    pub runs: &'b [u8],
    pub stream: &'b [u8],
    /// The dates that it mentions, with positions that are counted from its start.
    pub mentions: Vec<(Range<u32>, Edtf)>,
    pub positions: u32,
    /// How many tokens occur up to its end.
    pub tokens_known: u32,
}

impl<'b> Part<'b> {
    /// Reads a part.
    ///
    /// # Errors
    /// Returns an error if the bytes are none that [`write_part`](super::write_part) gives.
    pub fn read(name: impl Into<String>, bytes: &'b [u8]) -> Result<Part<'b>, PartError> {
        let mut decoder = Decoder::new(bytes);
        if decoder.array() != MAGIC {
            return Err(PartError::NotAPart);
        }
        let (version, sum) = (decoder.u16(), decoder.u64());
        if version != VERSION {
            return Err(PartError::Version(version));
        }
        let content = bytes.get(16..).unwrap_or_default();
        if checksum(content) != sum {
            let how = "its checksum is another than when it was written";
            return Err(PartError::Damaged(how));
        }
        read(name.into(), content).map_err(PartError::Damaged)
    }
}

fn read(name: String, content: &[u8]) -> Result<Part<'_>, Damage> {
    let mut decoder = Decoder::new(content);
    let note = decoder.string();
    let (about, documents) = metadata::read(blob(&mut decoder))?;
    if !documents.is_sorted_by(|a, b| a.key() < b.key()) {
        return Err("the documents are not in their order, or one is there twice");
    }
    let untold = documents.iter();
    let untold = untold
        .filter(|document| document.language.is_empty())
        .count();
    let speakers = about.speakers.len();
    let told = texts(&mut decoder, documents.len() - untold, speakers);
    let untold = LANGUAGES.map(|_| texts(&mut decoder, untold, speakers));
    decoder.end()?;
    Ok(Part {
        name,
        note,
        corpus: Corpus::from(about),
        documents,
        told,
        untold,
    })
}

fn blob<'b>(decoder: &mut Decoder<'b>) -> &'b [u8] {
    let length = decoder.size();
    decoder.take(length)
}

fn texts<'b>(decoder: &mut Decoder<'b>, documents: usize, speakers: usize) -> Texts<'b> {
    let mut texts = Texts::default();
    let mut known = HashSet::new();
    decoder.each(|decoder| {
        let text = decoder.string();
        let place = usize::from(decoder.byte());
        let language = place
            .checked_sub(1)
            .and_then(|place| LANGUAGES.get(place).copied());
        if place > LANGUAGES.len() {
            decoder.refuse("a token is of a language that is not known");
        }
        if !known.insert(text) {
            decoder.refuse("a token is there twice");
        }
        texts.tokens.push(Token {
            text,
            language,
            frequency: 0,
        });
    });
    let mut tokens_known = 0;
    for _ in 0..decoder.fitting(documents) {
        let (runs, stream) = (blob(decoder), blob(decoder));
        let mut walk = Walk {
            tokens: &mut texts.tokens,
            tokens_known,
            stream,
            positions: 0,
            words: Vec::new(),
        };
        if let Err(damage) = walk.document(runs, speakers) {
            decoder.refuse(damage);
        }
        let mentions = mentions::read_in(decoder, walk.words.iter());
        tokens_known = walk.tokens_known;
        texts.documents.push(Text {
            runs,
            stream,
            mentions,
            positions: walk.positions,
            tokens_known,
        });
    }
    if tokens_known as usize != texts.tokens.len() {
        decoder.refuse("a token of the list is in no text");
    }
    texts
}

/// The way through the runs of a document and their tokens.
struct Walk<'w, 'b> {
    tokens: &'w mut [Token<'b>],
    tokens_known: u32,
    /// What is left of the stream.
    stream: &'b [u8],
    positions: u32,
    /// The positions of the words of each run.
    words: Vec<Range<u32>>,
}

impl Walk<'_, '_> {
    fn document(&mut self, runs: &[u8], speakers: usize) -> Result<(), Damage> {
        let mut decoder = Decoder::new(runs);
        decoder.each(|passage| {
            passage.each(|run| self.run(run, speakers));
            self.positions = self.positions.saturating_add(1);
        });
        if !self.stream.is_empty() {
            decoder.refuse("a document has more tokens than its runs");
        }
        decoder.end()
    }

    fn run(&mut self, decoder: &mut Decoder<'_>, speakers: usize) {
        let byte = decoder.byte();
        let kind = read_kind(byte & !DATED, decoder);
        let speaker = decoder.size();
        if speaker > speakers {
            decoder.refuse("a speaker is named that is not there");
        }
        if byte & DATED != 0 && Edtf::parse(decoder.string()).is_err() {
            decoder.refuse("the date of a run is not EDTF");
        }
        let first = self.positions;
        for _ in 0..decoder.number() {
            if let Err(damage) = self.token() {
                return decoder.refuse(damage);
            }
        }
        self.words.push(first..self.positions);
        let is_heading = matches!(kind, RunKind::Heading(_));
        self.positions = self.positions.saturating_add(u32::from(is_heading));
    }

    fn token(&mut self) -> Result<(), Damage> {
        let (number, length) =
            ranks::decode(self.stream).ok_or("a run has more tokens than its document")?;
        self.stream = &self.stream[length..];
        if number > self.tokens_known {
            return Err("tokens are not in the order in which they first occur");
        }
        let token = self.tokens.get_mut(number as usize);
        let token = token.ok_or("a token is not in the list")?;
        token.frequency = token.frequency.saturating_add(1);
        self.tokens_known = self.tokens_known.max(number + 1);
        let is_word = u32::from(token.language.is_some());
        self.positions = self.positions.saturating_add(is_word);
        Ok(())
    }
}
