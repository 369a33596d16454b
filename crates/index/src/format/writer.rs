//! Writes the index of a corpus.

use super::bytes::Encode;
use super::layout::{DATED, kind_byte};
use super::sections::assemble;
use super::vocabulary::{NO_TERM, Token, ranking, write_forms, write_stems};
use super::{LONGEST_TERM, mentions, metadata, ranks};
use crate::model::{Corpus, Document, Run, RunKind};
use frise_date::Edtf;
use frise_text::{Language, Stemmer, TokenKind, fold, is_elided, joins, tokens};
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::ops::Range;

/// The reason why an index cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// The corpus has more distinct tokens than there are ranks: their number.
    TooManyForms(usize),
    /// A word is longer than [`LONGEST_TERM`]: the folded word.
    WordTooLong(String),
    /// The index has more than four gigabytes.
    TooLarge,
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::TooManyForms(count) => write!(
                f,
                "expected at most {} distinct words and separators, found {count}; split the corpus",
                ranks::LIMIT
            ),
            WriteError::WordTooLong(word) => {
                let start: String = word.chars().take(40).collect();
                write!(
                    f,
                    "expected words of at most {LONGEST_TERM} bytes, found one that begins with '{start}'; part it in the text"
                )
            }
            WriteError::TooLarge => write!(
                f,
                "expected an index below four gigabytes; split the corpus"
            ),
        }
    }
}

impl std::error::Error for WriteError {}

/// A function that finds the dates that a text mentions.
///
/// It takes the text of a run, its language and the date of its document, and returns ranges of bytes with their dates, in
/// reading order and without overlap.
pub type FindMentions = fn(&str, Language, Option<&Edtf>) -> Vec<(Range<usize>, Edtf)>;

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
    let terms = tokens.terms()?;
    let ranked = tokens.ranked(&terms)?;
    let mut text = Vec::new();
    for (numbers, stream) in parts {
        for token in stream {
            let number = numbers[token as usize];
            ranks::encode(ranked.ranks[number as usize], &mut text);
        }
    }
    let (forms, separators) = ranked.tokens.split_at(ranked.forms);
    let sections = [
        metadata::write(corpus),
        write_dictionary(terms.keys()),
        write_forms(forms, separators),
        write_stems(&tokens.stems(&terms)),
        runs,
        text,
        mentions::write(&mentioned),
        Vec::new(),
    ];
    assemble(sections.each_ref().map(Vec::as_slice))
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
    /// The tokens of all texts, by their numbers in `tokens`.
    stream: Vec<u32>,
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
                let before = self.stream.len();
                let goes_on = passage
                    .runs
                    .get(at + 1)
                    .filter(|_| matches!(run.kind, RunKind::Span(_)));
                let next = goes_on.and_then(|next| next.text.chars().next());
                let words = self
                    .tokens
                    .add_text(&run.text, next, language, &mut self.stream);
                write_run(run, self.stream.len() - before, &mut self.runs);
                for (bytes, date) in
                    find_mentions(&run.text, language, document.metadata.date.as_ref())
                {
                    let place =
                        |byte| self.positions + words.partition_point(|start| *start < byte) as u32;
                    self.mentioned
                        .push((place(bytes.start)..place(bytes.end), date));
                }
                let is_heading = matches!(run.kind, RunKind::Heading(_));
                self.positions += words.len() as u32 + u32::from(is_heading);
            }
            self.positions += 1;
        }
    }
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

fn write_dictionary<'t>(terms: impl Iterator<Item = &'t String>) -> Vec<u8> {
    let mut builder = fst::MapBuilder::memory();
    for (number, term) in terms.enumerate() {
        // A BTreeMap yields its keys sorted and once each, as the builder requires.
        builder.insert(term, number as u64).expect("terms in order");
    }
    builder.into_inner().expect("writing to memory")
}

/// The distinct tokens, numbered in the order in which they first occur.
#[derive(Default)]
struct TokenTable {
    numbers: HashMap<String, u32>,
    tokens: Vec<DistinctToken>,
}

struct DistinctToken {
    text: String,
    frequency: u32,
    /// The language of the text in which a form first occurs; `None` for separators.
    language: Option<Language>,
}

/// The tokens in the order of FORM, and the rank of each number.
struct RankedTokens<'t> {
    tokens: Vec<Token<'t>>,
    /// How many of them are forms; the others are separators.
    forms: usize,
    ranks: Vec<u32>,
}

impl TokenTable {
    /// Appends the numbers of the tokens of a text to a stream, without single spaces between two words. Returns where the
    /// words begin, in bytes of the text.
    ///
    /// `next` is the character after the text, in another voice: it decides whether `qu’` at the end is elided.
    fn add_text(
        &mut self,
        text: &str,
        next: Option<char>,
        language: Language,
        stream: &mut Vec<u32>,
    ) -> Vec<usize> {
        let next = next.filter(|_| is_elided(text));
        let whole: String = text.chars().chain(next).collect();
        let mut tokens: Vec<_> = tokens(&whole, language)
            .filter(|token| token.range.start < text.len())
            .collect();
        if let Some(last) = tokens.last_mut() {
            last.range.end = last.range.end.min(text.len());
        }
        for (at, token) in tokens.iter().enumerate() {
            let piece = &text[token.range.clone()];
            let is_word = token.kind == TokenKind::Word;
            if !is_word && piece == " " && at > 0 && at + 1 < tokens.len() {
                let (left, right) = (&tokens[at - 1], &tokens[at + 1]);
                if !joins(&text[left.range.clone()], &text[right.range.clone()]) {
                    continue;
                }
            }
            stream.push(self.number(piece, is_word.then_some(language)));
        }
        let words = tokens.iter().filter(|token| token.kind == TokenKind::Word);
        words.map(|token| token.range.start).collect()
    }

    /// Counts a token, and returns its number. `language` is that of a form, or `None` for separators.
    fn number(&mut self, text: &str, language: Option<Language>) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            self.tokens[*number as usize].frequency += 1;
            return *number;
        }
        let number = self.tokens.len() as u32;
        self.numbers.insert(text.to_string(), number);
        self.tokens.push(DistinctToken {
            text: text.to_string(),
            frequency: 1,
            language,
        });
        number
    }

    /// Adds the tokens of a table, and returns the number here of each number there.
    ///
    /// Numbers follow the order of first occurrence, so that tables of neighbouring stretches join to the table of both.
    fn join(&mut self, other: TokenTable) -> Vec<u32> {
        if self.tokens.is_empty() {
            *self = other;
            return (0..self.tokens.len() as u32).collect();
        }
        let mut numbers = Vec::with_capacity(other.tokens.len());
        for token in other.tokens {
            let next = self.tokens.len() as u32;
            let number = match self.numbers.get(&token.text) {
                Some(number) => *number,
                None => {
                    self.numbers.insert(token.text.clone(), next);
                    next
                }
            };
            match self.tokens.get_mut(number as usize) {
                Some(known) => known.frequency += token.frequency,
                None => self.tokens.push(token),
            }
            numbers.push(number);
        }
        numbers
    }

    /// Returns the terms in alphabetical order, each with its most frequent form.
    fn terms(&self) -> Result<BTreeMap<String, &DistinctToken>, WriteError> {
        let mut terms: BTreeMap<String, &DistinctToken> = BTreeMap::new();
        for form in self.tokens.iter().filter(|token| token.language.is_some()) {
            let term = fold(&form.text);
            if term.len() > LONGEST_TERM {
                return Err(WriteError::WordTooLong(term));
            }
            let chief = terms.entry(term).or_insert(form);
            if form.frequency > chief.frequency {
                *chief = form;
            }
        }
        Ok(terms)
    }

    fn ranked(
        &self,
        terms: &BTreeMap<String, &DistinctToken>,
    ) -> Result<RankedTokens<'_>, WriteError> {
        if self.tokens.len() > ranks::LIMIT {
            return Err(WriteError::TooManyForms(self.tokens.len()));
        }
        let numbers: HashMap<&str, u32> = terms.keys().map(String::as_str).zip(0..).collect();
        let term_of = |token: &DistinctToken| match token.language {
            Some(_) => numbers.get(fold(&token.text).as_str()).copied(),
            None => None,
        };
        // By term, then by text; separators, which have no term, come last.
        let mut sorted: Vec<(u32, &DistinctToken, u32)> = (0..)
            .zip(&self.tokens)
            .map(|(number, token)| (term_of(token).unwrap_or(NO_TERM), token, number))
            .collect();
        sorted.sort_unstable_by_key(|(term, token, _)| (*term, token.text.as_str()));
        let frequencies: Vec<u32> = sorted.iter().map(|(_, token, _)| token.frequency).collect();
        let mut ranks = vec![0; sorted.len()];
        for (rank, place) in (0..).zip(ranking(&frequencies)) {
            let (_, _, number) = sorted[place as usize];
            ranks[number as usize] = rank;
        }
        let tokens = sorted.iter();
        Ok(RankedTokens {
            tokens: tokens
                .map(|(term, token, _)| (token.text.as_str(), *term, token.frequency))
                .collect(),
            forms: sorted.partition_point(|(term, ..)| *term != NO_TERM),
            ranks,
        })
    }

    /// Returns the stem of each term, numbered in the order in which they first occur.
    fn stems(&self, terms: &BTreeMap<String, &DistinctToken>) -> Vec<u32> {
        let stemmers = [Language::French, Language::English, Language::Other]
            .map(|language| (language, Stemmer::new(language)));
        let stem = |form: &DistinctToken| {
            let mut stemmers = stemmers.iter();
            let stemmer = stemmers.find(|(language, _)| Some(*language) == form.language);
            stemmer.map_or_else(|| fold(&form.text), |(_, stemmer)| stemmer.stem(&form.text))
        };
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let number = |form: &&DistinctToken| {
            let next = numbers.len() as u32;
            *numbers.entry(stem(form)).or_insert(next)
        };
        terms.values().map(number).collect()
    }
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
    fn mentions(text: &str, _: Language, _: Option<&Edtf>) -> Vec<(Range<usize>, Edtf)> {
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
