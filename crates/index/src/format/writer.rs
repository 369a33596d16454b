//! Writes the index of a corpus.

mod token_table;

use super::bytes::Encode;
use super::layout::{DATED, kind_byte};
use super::sections::assemble;
use super::vocabulary::{write_forms, write_stems};
use super::write_error::WriteError;
use super::{mentions, metadata, ranks};
use crate::model::{Corpus, Document, Run, RunKind};
use frise_date::Edtf;
use frise_text::{Language, Token, TokenKind, is_elided, tokens};
use std::ops::Range;
use token_table::TokenTable;

/// A function that finds the dates that a text mentions.
///
/// It takes the text of a run, its tokens, its language and the date of its document, and returns ranges of bytes with their
/// dates, in reading order and without overlap.
pub type FindMentions = fn(&str, &[Token], Language, Option<&Edtf>) -> Vec<(Range<usize>, Edtf)>;

/// Writes the index of a corpus, without the passages of its themes: [`Index::record_themes`](super::Index::record_themes) adds them.
///
/// With the feature `parallel` all cores tokenise texts and find dates in them; the bytes are the same.
///
/// # Errors
/// Returns an error if the corpus exceeds a limit of the format.
pub fn write(corpus: &Corpus, find_mentions: FindMentions) -> Result<Vec<u8>, WriteError> {
    write_with(corpus, find_mentions, &|_| ())
}

/// The same as [`write()`], with progress: a function hears how many more bytes of text were tokenised.
///
/// # Errors
/// Returns an error if the corpus exceeds a limit of the format.
pub fn write_with(
    corpus: &Corpus,
    find_mentions: FindMentions,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<Vec<u8>, WriteError> {
    let stretches = stretches(&corpus.documents);
    write_stretches(corpus, &stretches, find_mentions, progress)
}

/// Writes the index of a corpus whose documents were parted into stretches.
fn write_stretches(
    corpus: &Corpus,
    stretches: &[&[Document]],
    find_mentions: FindMentions,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<Vec<u8>, WriteError> {
    let mut tokens = TokenTable::default();
    let mut parts = Vec::new();
    let mut runs = Vec::new();
    let mut mentioned = Vec::new();
    let mut position = 0;
    for mut part in each_part(stretches, find_mentions, progress) {
        runs.append(&mut part.runs);
        let moved = |range: Range<u32>| range.start + position..range.end + position;
        let mentions = part.mentioned.drain(..);
        mentioned.extend(mentions.map(|(range, date)| (moved(range), date)));
        position += part.positions;
        parts.push((tokens.join(part.tokens), part.stream));
    }
    let sorted = tokens.sorted()?;
    let bytes = parts.iter().map(|(_, stream)| stream.len()).sum();
    let mut text = Vec::with_capacity(bytes);
    for (numbers, stream) in parts {
        let mut rest = stream.as_slice();
        while let Some((token, length)) = ranks::decode(rest) {
            let number = numbers[token as usize];
            ranks::encode(sorted.ranks[number as usize], &mut text);
            rest = &rest[length..];
        }
    }
    let sections = [
        metadata::write(corpus),
        write_dictionary(sorted.terms()),
        write_forms(&sorted.forms, &sorted.separators),
        write_stems(&sorted.stems),
        runs,
        text,
        mentions::write(&mentioned),
        Vec::new(),
    ];
    assemble(sections.each_ref().map(Vec::as_slice), false)
}

/// How many bytes of text are tokenised at a time, where there are several cores.
const STRETCH: usize = 1 << 20;

/// Parts the documents into stretches that are tokenised each by itself.
fn stretches(documents: &[Document]) -> Vec<&[Document]> {
    if !cfg!(feature = "parallel") {
        return vec![documents];
    }
    let mut stretches = Vec::new();
    let (mut start, mut bytes) = (0, 0);
    for (at, document) in documents.iter().enumerate() {
        bytes += document.text_length();
        if bytes >= STRETCH {
            stretches.push(&documents[start..=at]);
            (start, bytes) = (at + 1, 0);
        }
    }
    stretches.push(&documents[start..]);
    stretches
}

/// Tokenises stretches on all cores. Only a few are there at a time, since each has a table of its own.
#[cfg(feature = "parallel")]
fn each_part<'c>(
    stretches: &'c [&'c [Document]],
    find_mentions: FindMentions,
    progress: &'c (dyn Fn(usize) + Sync),
) -> impl Iterator<Item = Part> + 'c {
    use rayon::prelude::*;
    let part = move |stretch: &&[Document]| Part::of(stretch, find_mentions, progress);
    let batches = stretches.chunks(4 * rayon::current_num_threads());
    batches.flat_map(move |batch| batch.par_iter().map(part).collect::<Vec<_>>())
}

#[cfg(not(feature = "parallel"))]
fn each_part<'c>(
    stretches: &'c [&'c [Document]],
    find_mentions: FindMentions,
    progress: &'c (dyn Fn(usize) + Sync),
) -> impl Iterator<Item = Part> + 'c {
    let part = move |stretch: &&[Document]| Part::of(stretch, find_mentions, progress);
    stretches.iter().map(part)
}

/// A stretch of documents, tokenised.
#[derive(Default)]
struct Part {
    tokens: TokenTable,
    runs: Vec<u8>,
    /// The tokens of all texts, by their numbers in `tokens`, which are encoded as ranks are: for a large corpus they are there
    /// together, and take a third of what numbers of four bytes would.
    stream: Vec<u8>,
    /// Dates that texts mention, with positions that are counted from the start of the stretch.
    mentioned: Vec<(Range<u32>, Edtf)>,
    /// How many positions the stretch has.
    positions: u32,
}

impl Part {
    fn of(
        documents: &[Document],
        find_mentions: FindMentions,
        progress: &(dyn Fn(usize) + Sync),
    ) -> Part {
        let mut part = Part::default();
        for document in documents {
            part.document(document, find_mentions);
            progress(document.text_length());
        }
        part
    }

    fn document(&mut self, document: &Document, find_mentions: FindMentions) {
        let language = Language::from_tag(&document.metadata.language);
        self.runs.number(document.passages.len());
        for passage in &document.passages {
            self.runs.number(passage.runs.len());
            for (at, run) in passage.runs.iter().enumerate() {
                let goes_on = passage
                    .runs
                    .get(at + 1)
                    .filter(|_| matches!(run.kind, RunKind::Span(_)));
                let next = goes_on.and_then(|next| next.text.chars().next());
                let alone: Vec<Token> = tokens(&run.text, language).collect();
                let followed = tokens_before(&run.text, next, language);
                let tokens = followed.as_ref().unwrap_or(&alone);
                let length = self
                    .tokens
                    .add_text(&run.text, tokens, language, &mut self.stream);
                write_run(run, length, &mut self.runs);
                let words = || tokens.iter().filter(|token| token.kind == TokenKind::Word);
                let date = document.metadata.date.as_ref();
                for (bytes, date) in find_mentions(&run.text, &alone, language, date) {
                    let place = |byte| {
                        let before = words().take_while(|word| word.range.start < byte);
                        self.positions + before.count() as u32
                    };
                    self.mentioned
                        .push((place(bytes.start)..place(bytes.end), date));
                }
                let is_heading = matches!(run.kind, RunKind::Heading(_));
                self.positions += words().count() as u32 + u32::from(is_heading);
            }
            self.positions += 1;
        }
    }
}

/// Returns the tokens of a text before a character of another voice, which decides whether `qu’` at the end is elided; `None`
/// where they are those of the text alone.
fn tokens_before(text: &str, next: Option<char>, language: Language) -> Option<Vec<Token>> {
    let next = next.filter(|_| is_elided(text))?;
    let whole = format!("{text}{next}");
    let mut tokens: Vec<Token> = tokens(&whole, language)
        .filter(|token| token.range.start < text.len())
        .collect();
    if let Some(last) = tokens.last_mut() {
        last.range.end = last.range.end.min(text.len());
    }
    Some(tokens)
}

fn write_run(run: &Run, tokens: usize, out: &mut Vec<u8>) {
    let dated = run.date.map_or(0, |_| DATED);
    out.push(kind_byte(run.kind) + dated);
    out.number(run.speaker.map_or(0, |speaker| speaker + 1));
    if let Some(date) = run.date {
        out.string(&date.to_string());
    }
    out.number(tokens);
}

fn write_dictionary<'t>(terms: impl Iterator<Item = &'t str>) -> Vec<u8> {
    let mut builder = fst::MapBuilder::memory();
    for (number, term) in terms.enumerate() {
        // They are sorted and there once each, as the builder requires.
        builder.insert(term, number as u64).expect("terms in order");
    }
    builder.into_inner().expect("writing to memory")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Basis, Bilingual, Metadata, Passage, Voice};
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn document(language: &str, heading: &str, texts: &[&str]) -> Document {
        let run = |kind, text: &str| Run {
            kind,
            speaker: None,
            date: None,
            text: text.to_string(),
        };
        let passage = |text: &&str| Passage {
            runs: vec![
                run(RunKind::Heading(1), heading),
                run(RunKind::Span(Voice::Official), text),
            ],
        };
        Document {
            metadata: Metadata {
                id: String::new(),
                title: Bilingual::default(),
                title_basis: Basis::Stated,
                short: Bilingual::default(),
                creator: String::new(),
                date: None,
                date_stated: None,
                date_basis: Basis::Stated,
                date_note: Bilingual::default(),
                kind: 0,
                language: language.to_string(),
                source: String::new(),
                publisher: String::new(),
                rights: String::new(),
                subjects: Vec::new(),
                speakers: Vec::new(),
                furniture: Vec::new(),
            },
            passages: texts.iter().map(passage).collect(),
        }
    }

    /// A date at each word `hier`.
    fn mentions(
        text: &str,
        _: &[Token],
        _: Language,
        _: Option<&Edtf>,
    ) -> Vec<(Range<usize>, Edtf)> {
        let date = Edtf::parse("2016").expect("a date");
        let found = text.match_indices("hier");
        found
            .map(|(at, word)| (at..at + word.len(), date))
            .collect()
    }

    #[test]
    fn the_bytes_are_the_same_however_the_documents_are_parted() {
        let documents = vec![
            document(
                "fr",
                "Un",
                &["Le chat, hier, dort.", "Il a dit : « Hier. »"],
            ),
            document(
                "en",
                "Two",
                &["Chat is a word that the first has too; hier is not."],
            ),
            document("fr", "", &[""]),
            document("fr", "Trois", &["CHAT et chats, hier et demain.", "Deux."]),
        ];
        let corpus = Corpus {
            documents: documents.clone(),
            ..Corpus::default()
        };
        let whole = write_stretches(&corpus, &[&documents], mentions, &|_| ()).expect("an index");
        for size in 1..=3 {
            let stretches: Vec<&[Document]> = documents.chunks(size).collect();
            let heard = AtomicUsize::new(0);
            let parted = write_stretches(&corpus, &stretches, mentions, &|bytes| {
                heard.fetch_add(bytes, Ordering::Relaxed);
            });
            assert_eq!(parted.expect("an index"), whole, "{size} at a time");
            let length: usize = documents.iter().map(Document::text_length).sum();
            assert_eq!(heard.into_inner(), length);
        }
    }
}
