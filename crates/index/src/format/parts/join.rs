//! Joins parts to an index.

use super::super::bytes::{Decoder, Encode};
use super::super::layout::copy_runs;
use super::super::writer::{TokenTable, finish};
use super::read::{Part, Text, Texts};
use super::{JoinError, LANGUAGES};
use crate::model::{Corpus, Document, Kind, Metadata, Speaker};
use frise_text::Language;
use std::collections::HashMap;

/// Joins parts to the index that [`write`](super::super::write()) gives for a corpus of all their documents.
///
/// `corpus` is the corpus without its documents. Its kinds and speakers stay in their order; those that parts have beyond them,
/// told apart by their identifiers, follow in the order in which documents name them ([`Corpus::renumber`]), as the part of the
/// first of these documents has them. `language` is that of documents that have none.
///
/// # Errors
/// Returns an error if a document is there twice, or if the index exceeds a limit of the format.
pub fn join_parts(
    corpus: Corpus,
    language: &str,
    parts: &[Part<'_>],
) -> Result<Vec<u8>, JoinError> {
    let untold = LANGUAGES
        .iter()
        .position(|known| *known == Language::from_tag(language));
    let untold = untold.unwrap_or(LANGUAGES.len() - 1);
    let mut gathered = Gathered::new(corpus.kinds, corpus.speakers);
    let mut table = TokenTable::default();
    let mut numbers: Vec<[Vec<u32>; 2]> = parts.iter().map(|_| Default::default()).collect();
    let mut documents = Vec::new();
    let (mut runs, mut mentioned, mut position) = (Vec::new(), Vec::new(), 0u32);
    let all = in_order(parts)?;
    let texts = |place: &Place| match place.is_told {
        true => &parts[place.part].told,
        false => &parts[place.part].untold[untold],
    };
    for place in &all {
        let part = &parts[place.part];
        let text = &texts(place).documents[place.text];
        let known = &mut numbers[place.part][usize::from(place.is_told)];
        number_tokens(texts(place), text, known, &mut table, &part.name)?;
        documents.push(Document {
            metadata: gathered.metadata(&part.documents[place.document], &part.corpus, language),
            passages: Vec::new(),
        });
        gathered.runs(text.runs, &part.corpus.speakers, &mut runs);
        let moved = text.mentions.iter().map(|(words, date)| {
            let moved = position.saturating_add(words.start)..position.saturating_add(words.end);
            (moved, *date)
        });
        mentioned.extend(moved);
        // An index of so many words is refused below, since it has more than four gigabytes.
        position = position.saturating_add(text.positions);
    }
    let corpus = Corpus {
        kinds: gathered.kinds,
        speakers: gathered.speakers,
        documents,
        ..corpus
    };
    let pieces = all.iter().map(|place| {
        let numbers = &numbers[place.part][usize::from(place.is_told)];
        let stream = texts(place).documents[place.text].stream;
        (numbers, stream)
    });
    let pieces: Vec<_> = pieces.collect();
    Ok(finish(&corpus, &table, pieces, &runs, &mentioned)?)
}

/// Where a document stands.
struct Place {
    part: usize,
    /// Its place among all documents of the part.
    document: usize,
    is_told: bool,
    /// Its place among those whose language is told, or among the others.
    text: usize,
}

/// The documents of all parts in the order of an index.
fn in_order(parts: &[Part<'_>]) -> Result<Vec<Place>, JoinError> {
    let mut places = Vec::new();
    let mut part_of: HashMap<&str, usize> = HashMap::new();
    for (part, of) in parts.iter().enumerate() {
        let mut texts = [0, 0];
        for (document, metadata) in of.documents.iter().enumerate() {
            if let Some(other) = part_of.insert(&metadata.id, part) {
                let names = [other, part].map(|part| parts[part].name.clone());
                return Err(JoinError::SameDocument(metadata.id.clone(), names));
            }
            let is_told = !metadata.language.is_empty();
            let text = texts[usize::from(is_told)];
            texts[usize::from(is_told)] += 1;
            places.push(Place {
                part,
                document,
                is_told,
                text,
            });
        }
    }
    places.sort_by_cached_key(|place| parts[place.part].documents[place.document].key());
    Ok(places)
}

/// Numbers the tokens that occur in a document and in none before it in its part.
fn number_tokens(
    texts: &Texts<'_>,
    text: &Text<'_>,
    known: &mut Vec<u32>,
    table: &mut TokenTable,
    part: &str,
) -> Result<(), JoinError> {
    for token in &texts.tokens[known.len()..text.tokens_known as usize] {
        let number = table.add(token.text, token.language, token.frequency);
        let other = || JoinError::OtherToken(token.text.to_string(), part.to_string());
        known.push(number.ok_or_else(other)?);
    }
    Ok(())
}

/// The kinds and speakers of all parts, numbered as documents name them.
struct Gathered {
    kinds: Vec<Kind>,
    speakers: Vec<Speaker>,
    place_of_kind: HashMap<String, usize>,
    place_of_speaker: HashMap<String, usize>,
}

impl Gathered {
    fn new(kinds: Vec<Kind>, speakers: Vec<Speaker>) -> Gathered {
        let place_of_kind = kinds.iter().map(|kind| kind.id.clone()).zip(0..).collect();
        let ids = speakers.iter().map(|speaker| speaker.id.clone());
        Gathered {
            place_of_kind,
            place_of_speaker: ids.zip(0..).collect(),
            kinds,
            speakers,
        }
    }

    fn kind(&mut self, kind: &Kind) -> usize {
        let kinds = &mut self.kinds;
        let place = self.place_of_kind.entry(kind.id.clone());
        *place.or_insert_with(|| {
            kinds.push(kind.clone());
            kinds.len() - 1
        })
    }

    fn speaker(&mut self, speaker: &Speaker) -> usize {
        let speakers = &mut self.speakers;
        let place = self.place_of_speaker.entry(speaker.id.clone());
        *place.or_insert_with(|| {
            speakers.push(speaker.clone());
            speakers.len() - 1
        })
    }

    /// The metadata of a document of a part.
    fn metadata(&mut self, metadata: &Metadata, corpus: &Corpus, language: &str) -> Metadata {
        let mut metadata = metadata.clone();
        metadata.kind = self.kind(&corpus.kinds[metadata.kind]);
        for speaker in &mut metadata.speakers {
            *speaker = self.speaker(&corpus.speakers[*speaker]);
        }
        if metadata.language.is_empty() {
            metadata.language = language.to_string();
        }
        metadata
    }

    /// Appends RUNS of a document of a part, which were proved when the part was read.
    fn runs(&mut self, runs: &[u8], speakers: &[Speaker], out: &mut Vec<u8>) {
        let speaker_of = |speaker: usize| {
            let speaker = speaker.checked_sub(1).and_then(|place| speakers.get(place));
            speaker.map_or(0, |speaker| self.speaker(speaker) + 1)
        };
        let copy_length = |decoder: &mut Decoder<'_>, out: &mut Vec<u8>| out.number(decoder.size());
        copy_runs(runs, 1, speaker_of, copy_length, out);
    }
}
