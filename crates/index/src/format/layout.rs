//! The section RUNS: how tokens form runs, runs form passages, and passages form documents.
//!
//! ```text
//! for each document of META:  passages  × { runs × { kind: u8  speaker  date  tokens } }
//!
//! kind      0 official  1 direct  2 reported  3 narration  4 ..= 9 heading of level 1 to 6; plus 16 if a date follows
//! speaker   0 for nobody, or 1 + the number of the speaker
//! date      the date of the speech in EDTF, as a string; present only if the kind says so
//! tokens    the number of ranks of TEXT in the run
//! ```
//!
//! Words have positions, counted through the whole corpus. One position is left out after each heading and each passage, so
//! that no phrase spans two of them.

use super::bytes::{Damage, Decoder};
use super::mentions::IndexedMention;
use super::ranks;
use super::vocabulary::Vocabulary;
use crate::model::{Metadata, RunKind, Voice};
use frise_date::Edtf;
use std::ops::Range;

/// How many positions share an entry of the table from positions to passages: few, so that the passage of a position is mostly
/// that of its entry.
const BLOCK: u32 = 16;

/// What is added to the kind of a run if its date follows.
pub(super) const DATED: u8 = 16;

/// A document of an index.
#[derive(Clone, Debug, PartialEq)]
pub struct IndexedDocument {
    /// The metadata.
    pub metadata: Metadata,
    /// The passages.
    pub passages: Range<u32>,
}

/// A heading or a span of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexedRun {
    /// Whether it is a heading or a span in a voice.
    pub kind: RunKind,
    /// The speaker, if there is one.
    pub speaker: Option<u32>,
    /// The range of its tokens in TEXT, in bytes.
    pub(super) bytes: Range<u32>,
    /// The positions of its words.
    pub positions: Range<u32>,
}

/// The structure of the texts, apart from their tokens.
#[derive(Default)]
pub(super) struct Layout {
    pub documents: Vec<IndexedDocument>,
    pub runs: Vec<IndexedRun>,
    /// Where the runs of each passage begin, and where the last ones end.
    pub first_run: Vec<u32>,
    /// Where the positions of each passage begin, and where the last ones end.
    pub first_position: Vec<u32>,
    /// The passage of the first position of each block of [`BLOCK`] positions.
    pub passage_of_block: Vec<u32>,
    /// The number of words of each passage, headings included.
    pub words: Vec<u32>,
    /// The document of each passage.
    pub document_of: Vec<u32>,
    /// How often each form occurs; 0 for separators.
    pub frequencies: Vec<u32>,
    /// The number of words of all passages.
    pub all_words: usize,
    /// The runs that have a date of their own.
    pub speech_dates: Vec<IndexedMention>,
}

impl Layout {
    /// Reads RUNS, and counts the forms of TEXT along the way.
    pub fn read(
        runs: &[u8],
        text: &[u8],
        metadata: Vec<Metadata>,
        speakers: usize,
        vocabulary: &Vocabulary,
    ) -> Result<Layout, Damage> {
        let mut layout = Layout {
            frequencies: vec![0; vocabulary.len()],
            ..Layout::default()
        };
        let is_word: Vec<bool> = vocabulary.are_words().collect();
        let mut decoder = Decoder::new(runs);
        let mut at = 0;
        let mut position = 0;
        for (document, metadata) in metadata.into_iter().enumerate() {
            let first = layout.words.len() as u32;
            decoder.each(|decoder| {
                layout.first_run.push(layout.runs.len() as u32);
                layout.first_position.push(position);
                layout.document_of.push(document as u32);
                let mut words = 0;
                decoder.each(|decoder| {
                    let kind = decoder.byte();
                    let is_dated = kind & DATED != 0;
                    let kind = read_kind(kind & !DATED, decoder);
                    let speaker = decoder.number().checked_sub(1);
                    let date = is_dated.then(|| Edtf::parse(decoder.string()));
                    if matches!(date, Some(Err(_))) {
                        decoder.refuse("the date of a run is not EDTF");
                    }
                    if speaker.is_some_and(|speaker| speaker as usize >= speakers) {
                        decoder.refuse("a speaker is named that is not there");
                    }
                    let start = at;
                    let first_position = position;
                    for _ in 0..decoder.number() {
                        let Some((rank, length)) = text.get(at..).and_then(ranks::decode) else {
                            return decoder.refuse("a run has more tokens than TEXT");
                        };
                        let Some(is_word) = is_word.get(rank as usize) else {
                            return decoder.refuse("a token is of a form that is not there");
                        };
                        let is_word = u32::from(*is_word);
                        layout.frequencies[rank as usize] += is_word;
                        position += is_word;
                        at += length;
                    }
                    words += position - first_position;
                    if let Some(Ok(date)) = date {
                        layout.speech_dates.push(IndexedMention {
                            passage: layout.words.len() as u32,
                            positions: first_position..position,
                            date,
                        });
                    }
                    layout.runs.push(IndexedRun {
                        kind,
                        speaker,
                        bytes: start as u32..at as u32,
                        positions: first_position..position,
                    });
                    position += u32::from(matches!(kind, RunKind::Heading(_)));
                });
                position += 1;
                layout.words.push(words);
                layout.all_words += words as usize;
            });
            layout.documents.push(IndexedDocument {
                metadata,
                passages: first..layout.words.len() as u32,
            });
        }
        layout.first_run.push(layout.runs.len() as u32);
        layout.first_position.push(position);
        let mut passage = 0;
        for first in (0..position).step_by(BLOCK as usize) {
            passage += layout.first_position[passage as usize + 1..]
                .iter()
                .take_while(|start| **start <= first)
                .count() as u32;
            layout.passage_of_block.push(passage);
        }
        if at < text.len() {
            decoder.refuse("TEXT has more tokens than the runs");
        }
        decoder.end()?;
        Ok(layout)
    }

    /// Returns the passage of a position.
    #[inline]
    pub fn passage_at(&self, position: u32) -> u32 {
        let Some(first) = self.passage_of_block.get((position / BLOCK) as usize) else {
            return self.words.len() as u32;
        };
        let mut passage = *first;
        let has_next = |passage: u32| {
            let next = self.first_position.get(passage as usize + 1);
            next.is_some_and(|start| *start <= position)
        };
        while has_next(passage) {
            passage += 1;
        }
        passage
    }

    /// Returns the runs of a passage; none if there is no such passage.
    pub fn runs_of(&self, passage: u32) -> &[IndexedRun] {
        let passage = passage as usize;
        match (self.first_run.get(passage), self.first_run.get(passage + 1)) {
            (Some(start), Some(end)) => &self.runs[*start as usize..*end as usize],
            _ => &[],
        }
    }
}

fn read_kind(kind: u8, decoder: &mut Decoder<'_>) -> RunKind {
    match kind {
        kind @ 0..=3 => RunKind::Span(Voice::ALL[usize::from(kind)]),
        kind @ 4..=9 => RunKind::Heading(kind - 3),
        _ => {
            decoder.refuse("a run is of a kind that is not known");
            RunKind::Heading(1)
        }
    }
}

/// Returns the byte of a kind of run, which `read_kind` reads.
pub(super) fn kind_byte(kind: RunKind) -> u8 {
    match kind {
        RunKind::Span(voice) => Voice::ALL
            .iter()
            .position(|known| *known == voice)
            .unwrap_or(0) as u8,
        RunKind::Heading(level) => 3 + level.clamp(1, 6),
    }
}
