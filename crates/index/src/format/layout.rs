//! The section RUNS: how tokens form runs, runs form passages, and passages form documents.
//!
//! ```text
//! for each document of META:  passages  × { runs × { kind: u8  speaker  date  tokens } }
//!
//! kind      0 official  1 direct  2 reported  3 narration  4 ..= 9 heading of level 1 to 6; plus 16 if a date follows
//! speaker   0 for nobody, or 1 + the number of the speaker
//! date      the date of the speech in EDTF, as a string; present only if the kind says so
//! tokens    the number of ranks of TEXT in the run; not in the head of an index in shards
//! ```
//!
//! In the head of an index in shards, where TEXT is not there, the number of words of each run comes first: count × number.
//!
//! Words have positions, counted through the whole corpus. One position is left out after each heading and each passage, so
//! that no phrase spans two of them.

use super::bytes::{Damage, Decoder, Encode};
use super::mentions::IndexedMention;
use super::ranks;
use super::vocabulary::Vocabulary;
use crate::model::{Metadata, RunKind, Voice};
use frise_date::Edtf;
use std::ops::Range;

/// How many positions share an entry of the table from positions to passages, as a power of two: few, so that the passage of a
/// position is mostly that of its entry.
const BLOCK_BITS: u32 = 4;

/// How many entries of that table there are for each passage at most. The head of an index in shards says how many positions
/// there are without having them, and damaged bytes must not decide how much memory is taken.
const MOST_BLOCKS: u64 = 256;

/// How many positions there may be.
const MOST_POSITIONS: u32 = 1 << 31;

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
    pub(super) place: Place,
    /// The positions of its words.
    pub positions: Range<u32>,
}

/// Where the tokens of a run are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In TEXT: the range, in bytes.
    Text(Range<u32>),
    /// In the shard of its passage: its number among all runs.
    Shard(u32),
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
    /// The passage of the first position of each block of `1 << block_bits` positions.
    pub passage_of_block: Vec<u32>,
    pub block_bits: u32,
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
        let is_word: Vec<bool> = vocabulary.are_words().collect();
        let mut frequencies = vec![0; vocabulary.len()];
        let mut at = 0;
        let mut layout = Layout::read_runs(runs, metadata, speakers, |decoder| {
            let start = at as u32;
            let mut words = 0;
            for _ in 0..decoder.number() {
                let Some((rank, length)) = text.get(at..).and_then(ranks::decode) else {
                    decoder.refuse("a run has more tokens than TEXT");
                    break;
                };
                let Some(is_word) = is_word.get(rank as usize) else {
                    decoder.refuse("a token is of a form that is not there");
                    break;
                };
                frequencies[rank as usize] += u32::from(*is_word);
                words += u32::from(*is_word);
                at += length;
            }
            (words, Place::Text(start..at as u32))
        })?;
        if at < text.len() {
            return Err("TEXT has more tokens than the runs");
        }
        layout.frequencies = frequencies;
        Ok(layout)
    }

    /// Reads RUNS of the head of an index in shards, given how often each form occurs.
    pub fn read_head(
        runs: &[u8],
        metadata: Vec<Metadata>,
        speakers: usize,
        frequencies: Vec<u32>,
    ) -> Result<Layout, Damage> {
        let mut decoder = Decoder::new(runs);
        let mut lengths = Vec::new();
        decoder.each(|decoder| lengths.push(decoder.number()));
        let mut lengths = (0..).zip(lengths);
        let layout = Layout::read_runs(decoder.left(), metadata, speakers, |decoder| {
            let (run, words) = lengths.next().unwrap_or_else(|| {
                decoder.refuse("there are more runs than lengths of runs");
                (0, 0)
            });
            (words, Place::Shard(run))
        })?;
        if lengths.next().is_some() {
            return Err("there are fewer runs than lengths of runs");
        }
        let occurrences: u64 = frequencies.iter().copied().map(u64::from).sum();
        if occurrences != layout.all_words as u64 {
            return Err("the runs have more or fewer words than the forms occur");
        }
        Ok(Layout {
            frequencies,
            ..layout
        })
    }

    /// Lays out the runs of RUNS, of which a function reads how many words each has and where it is.
    fn read_runs(
        runs: &[u8],
        metadata: Vec<Metadata>,
        speakers: usize,
        mut read_length: impl FnMut(&mut Decoder<'_>) -> (u32, Place),
    ) -> Result<Layout, Damage> {
        let mut layout = Layout::default();
        let mut decoder = Decoder::new(runs);
        let mut position = 0;
        for (document, metadata) in metadata.into_iter().enumerate() {
            let first = layout.words.len() as u32;
            decoder.each(|decoder| {
                layout.first_run.push(layout.runs.len() as u32);
                layout.first_position.push(position);
                layout.document_of.push(document as u32);
                let mut words = 0;
                decoder.each(|decoder| {
                    let head = read_head_of_run(decoder, speakers);
                    let (length, place) = read_length(decoder);
                    if position >= MOST_POSITIONS || length > MOST_POSITIONS - position {
                        return decoder.refuse("there are too many words");
                    }
                    let positions = position..position + length;
                    position = positions.end;
                    words += length;
                    if let Some(date) = head.date {
                        layout.speech_dates.push(IndexedMention {
                            passage: layout.words.len() as u32,
                            positions: positions.clone(),
                            date,
                        });
                    }
                    layout.runs.push(IndexedRun {
                        kind: head.kind,
                        speaker: head.speaker,
                        place,
                        positions,
                    });
                    position += u32::from(matches!(head.kind, RunKind::Heading(_)));
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
        decoder.end()?;
        let most = MOST_BLOCKS * layout.words.len() as u64;
        layout.block_bits = (BLOCK_BITS..31)
            .find(|bits| u64::from(position >> bits) <= most)
            .unwrap_or(31);
        layout.passage_of_block = layout.passages_of_blocks(position);
        Ok(layout)
    }

    /// Returns the passage of the first position of each block, given the number of positions.
    fn passages_of_blocks(&self, positions: u32) -> Vec<u32> {
        let mut passage = 0;
        let firsts = (0..positions).step_by(1 << self.block_bits);
        firsts
            .map(|first| {
                let starts = self.first_position[passage as usize + 1..].iter();
                passage += starts.take_while(|start| **start <= first).count() as u32;
                passage
            })
            .collect()
    }

    /// Returns the passage of a position.
    #[inline]
    pub fn passage_at(&self, position: u32) -> u32 {
        let Some(first) = self
            .passage_of_block
            .get((position >> self.block_bits) as usize)
        else {
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

/// What RUNS says of a run before its length.
struct HeadOfRun {
    kind: RunKind,
    speaker: Option<u32>,
    date: Option<Edtf>,
}

/// Appends RUNS of a number of documents. For each run, a function returns the speaker in the place of that which is there, and
/// another takes the length from the decoder and writes one in its place.
pub(super) fn copy_runs(
    runs: &[u8],
    documents: usize,
    mut speaker_of: impl FnMut(usize) -> usize,
    mut copy_length: impl FnMut(&mut Decoder<'_>, &mut Vec<u8>),
    out: &mut Vec<u8>,
) {
    let mut decoder = Decoder::new(runs);
    for _ in 0..documents {
        let passages = decoder.count();
        out.number(passages);
        for _ in 0..passages {
            let runs = decoder.count();
            out.number(runs);
            for _ in 0..runs {
                let kind = decoder.byte();
                out.push(kind);
                out.number(speaker_of(decoder.size()));
                if kind & DATED != 0 {
                    out.string(decoder.string());
                }
                copy_length(&mut decoder, out);
            }
        }
    }
}

fn read_head_of_run(decoder: &mut Decoder<'_>, speakers: usize) -> HeadOfRun {
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
    HeadOfRun {
        kind,
        speaker,
        date: date.and_then(Result::ok),
    }
}

/// Returns the kind of a run of a byte, which [`kind_byte`] gives.
pub(super) fn read_kind(kind: u8, decoder: &mut Decoder<'_>) -> RunKind {
    match kind {
        kind @ 0..=3 => RunKind::Span(Voice::ALL[usize::from(kind)]),
        kind @ 4..=9 => RunKind::Heading(kind - 3),
        _ => {
            decoder.refuse("a run is of a kind that is not known");
            RunKind::Heading(1)
        }
    }
}

/// Returns the byte of a kind of run, which [`read_kind`] reads.
pub(super) fn kind_byte(kind: RunKind) -> u8 {
    match kind {
        RunKind::Span(voice) => Voice::ALL
            .iter()
            .position(|known| *known == voice)
            .unwrap_or(0) as u8,
        RunKind::Heading(level) => 3 + level.clamp(1, 6),
    }
}
