//! Writes the index of a corpus.

mod stretch;
mod token_table;

use super::sections::assemble;
use super::vocabulary::{write_forms, write_stems};
use super::write_error::WriteError;
use super::{mentions, metadata, ranks};
use crate::model::{Corpus, Document};
use frise_date::Edtf;
use frise_text::{Language, Token};
use std::ops::Range;
pub(super) use stretch::Stretch;
pub(super) use token_table::TokenTable;

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
    let mut table = TokenTable::default();
    let mut whole = Stretch::default();
    let mut pieces = Vec::new();
    for (tokens, mut stretch) in each_stretch(stretches, find_mentions, progress) {
        whole.runs.append(&mut stretch.runs);
        let at = whole.positions;
        let moved = |range: Range<u32>| range.start + at..range.end + at;
        let mentioned = stretch.mentioned.into_iter();
        let mentioned = mentioned.map(|(range, date)| (moved(range), date));
        whole.mentioned.extend(mentioned);
        whole.positions += stretch.positions;
        pieces.push((table.join(tokens), stretch.stream));
    }
    finish(corpus, &table, pieces, &whole.runs, &whole.mentioned)
}

/// Writes an index from what was made of its documents, whose own texts are not looked at.
///
/// `pieces` are streams of tokens in the order of the documents, each with the numbers in `table` of its tokens. They are
/// given up one by one, so that a large corpus is not there twice.
pub(super) fn finish(
    corpus: &Corpus,
    table: &TokenTable,
    pieces: Vec<(impl AsRef<[u32]>, impl AsRef<[u8]>)>,
    runs: &[u8],
    mentioned: &[(Range<u32>, Edtf)],
) -> Result<Vec<u8>, WriteError> {
    let sorted = table.sorted()?;
    let bytes = pieces.iter().map(|(_, stream)| stream.as_ref().len()).sum();
    let mut text = Vec::with_capacity(bytes);
    for (numbers, stream) in pieces {
        let (numbers, mut rest) = (numbers.as_ref(), stream.as_ref());
        while let Some((token, length)) = ranks::decode(rest) {
            let number = numbers[token as usize];
            ranks::encode(sorted.ranks[number as usize], &mut text);
            rest = &rest[length..];
        }
    }
    let sections: [&[u8]; 8] = [
        &metadata::write(corpus),
        &write_dictionary(sorted.terms()),
        &write_forms(&sorted.forms, &sorted.separators),
        &write_stems(&sorted.stems),
        runs,
        &text,
        &mentions::write(mentioned),
        &[],
    ];
    assemble(sections, false)
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
fn each_stretch<'c>(
    stretches: &'c [&'c [Document]],
    find_mentions: FindMentions,
    progress: &'c (dyn Fn(usize) + Sync),
) -> impl Iterator<Item = (TokenTable, Stretch)> + 'c {
    use rayon::prelude::*;
    let tokenise = move |stretch: &&[Document]| tokenise(stretch, find_mentions, progress);
    let batches = stretches.chunks(4 * rayon::current_num_threads());
    batches.flat_map(move |batch| batch.par_iter().map(tokenise).collect::<Vec<_>>())
}

#[cfg(not(feature = "parallel"))]
fn each_stretch<'c>(
    stretches: &'c [&'c [Document]],
    find_mentions: FindMentions,
    progress: &'c (dyn Fn(usize) + Sync),
) -> impl Iterator<Item = (TokenTable, Stretch)> + 'c {
    let tokenise = move |stretch: &&[Document]| tokenise(stretch, find_mentions, progress);
    stretches.iter().map(tokenise)
}

fn tokenise(
    documents: &[Document],
    find_mentions: FindMentions,
    progress: &(dyn Fn(usize) + Sync),
) -> (TokenTable, Stretch) {
    let (mut table, mut stretch) = (TokenTable::default(), Stretch::default());
    for document in documents {
        let language = Language::from_tag(&document.metadata.language);
        stretch.add(document, language, &mut table, find_mentions);
        progress(document.text_length());
    }
    (table, stretch)
}

/// Writes DICT from the terms, in alphabetical order.
pub(super) fn write_dictionary<'t>(terms: impl Iterator<Item = &'t str>) -> Vec<u8> {
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
    use crate::model::{Basis, Bilingual, Metadata, Passage, Run, RunKind, Voice};
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
