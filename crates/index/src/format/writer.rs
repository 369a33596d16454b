//! Writing the index of a corpus.

use super::bytes::{Append, checksum};
use super::layout::{DATED, kind_byte};
use super::vocabulary::{NO_TERM, Token, ranking, write_forms, write_stems};
use super::{LONGEST_TERM, MAGIC, TAGS, VERSION, metadata, ranks, themes, times};
use crate::model::{Corpus, Run, RunKind};
use frise_date::Edtf;
use frise_text::{Language, Stemmer, TokenKind, fold, is_elided, joins, tokens};
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::ops::Range;

/// Why a corpus cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// More distinct tokens than ranks; how many.
    TooManyForms(usize),
    /// A word longer than a dictionary takes, in bytes.
    WordTooLong(String),
    /// More than four gigabytes.
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

/// Finds the dates that a text speaks of, in reading order and without overlap: from the text of a run, its language and
/// the date of its document, to ranges of bytes with their dates.
pub type FindMentions = fn(&str, Language, Option<&Edtf>) -> Vec<(Range<usize>, Edtf)>;

/// Writes the index of a corpus. Its module, `format`, draws the bytes.
///
/// # Errors
/// The corpus is larger than the format.
pub fn write(corpus: &Corpus, find_mentions: FindMentions) -> Result<Vec<u8>, WriteError> {
    let mut forms = Forms::default();
    let mut runs = Vec::new();
    let mut stream = Vec::new();
    let mut spoken = Vec::new();
    let mut position = 0;
    for document in &corpus.documents {
        let language = Language::from_tag(&document.metadata.language);
        runs.number(document.passages.len());
        for passage in &document.passages {
            runs.number(passage.runs.len());
            for (at, run) in passage.runs.iter().enumerate() {
                let before = stream.len();
                let goes_on = passage
                    .runs
                    .get(at + 1)
                    .filter(|_| matches!(run.kind, RunKind::Span(_)));
                let next = goes_on.and_then(|next| next.text.chars().next());
                let words = forms.take_in(&run.text, next, language, &mut stream);
                write_run(run, stream.len() - before, &mut runs);
                for (bytes, date) in
                    find_mentions(&run.text, language, document.metadata.date.as_ref())
                {
                    let place =
                        |byte| position + words.partition_point(|start| *start < byte) as u32;
                    spoken.push((place(bytes.start)..place(bytes.end), date));
                }
                let is_heading = matches!(run.kind, RunKind::Heading(_));
                position += words.len() as u32 + u32::from(is_heading);
            }
            position += 1;
        }
    }
    let terms = forms.terms()?;
    let ranked = forms.ranked(&terms)?;
    let mut text = Vec::new();
    for token in stream {
        ranks::encode(ranked.rank[token as usize], &mut text);
    }
    let (words, separators) = ranked.tokens.split_at(ranked.words);
    let sections = [
        metadata::write(corpus),
        write_dictionary(terms.keys()),
        write_forms(words, separators),
        write_stems(&forms.stems(&terms)),
        runs,
        text,
        times::write(&spoken),
        Vec::new(),
    ];
    assemble(&sections)
}

/// Puts the passages of each theme, in rising order, at the end of an index that [`write`] made: their section is the last.
///
/// # Errors
/// Where the index is larger than the format with them.
pub(super) fn replace_themes(index: &mut Vec<u8>, found: &[Vec<u32>]) -> Result<(), WriteError> {
    let section = themes::write(found);
    let entry = MAGIC.len() + 2 + (TAGS.len() - 1) * 20;
    let offset = index
        .get(entry + 4..entry + 8)
        .and_then(|bytes| bytes.try_into().ok())
        .map_or(index.len(), |bytes| u32::from_le_bytes(bytes) as usize);
    u32::try_from(offset + section.len()).map_err(|_| WriteError::TooLarge)?;
    index.truncate(offset);
    index[entry + 8..entry + 12].copy_from_slice(&(section.len() as u32).to_le_bytes());
    index[entry + 12..entry + 20].copy_from_slice(&checksum(&section).to_le_bytes());
    index.extend(section);
    Ok(())
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
    for (ordinal, term) in terms.enumerate() {
        // A BTreeMap gives its keys sorted and once each, which is all that a builder asks for.
        builder
            .insert(term, ordinal as u64)
            .expect("terms in order");
    }
    builder.into_inner().expect("writing to memory")
}

fn assemble(sections: &[Vec<u8>]) -> Result<Vec<u8>, WriteError> {
    let mut out = Vec::new();
    out.extend(MAGIC);
    out.extend(VERSION.to_le_bytes());
    let mut offset = MAGIC.len() + 2 + TAGS.len() * 20;
    for (tag, section) in TAGS.iter().zip(sections) {
        let as_u32 = |number: usize| u32::try_from(number).map_err(|_| WriteError::TooLarge);
        out.extend(tag);
        out.extend(as_u32(offset)?.to_le_bytes());
        out.extend(as_u32(section.len())?.to_le_bytes());
        out.extend(checksum(section).to_le_bytes());
        offset += section.len();
    }
    u32::try_from(offset).map_err(|_| WriteError::TooLarge)?;
    sections
        .iter()
        .for_each(|section| out.extend_from_slice(section));
    Ok(out)
}

/// The distinct tokens, numbered as they first appear.
#[derive(Default)]
struct Forms {
    number: HashMap<String, u32>,
    seen: Vec<Form>,
}

struct Form {
    text: String,
    count: u32,
    /// The language of the text in which it first appeared; `None` for separators.
    word: Option<Language>,
}

/// Tokens in the order in which they are written, and the rank of each number.
struct Ranked<'f> {
    tokens: Vec<Token<'f>>,
    /// How many of them are words; the others are separators.
    words: usize,
    rank: Vec<u32>,
}

impl Forms {
    /// Appends the numbers of a text's tokens to the stream; a single space between two words is left out.
    /// `next` is what follows the text in another voice: it tells whether `qu’` at the end is elided.
    /// Gives where the words begin, in bytes of the text.
    fn take_in(
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

    fn number(&mut self, piece: &str, word: Option<Language>) -> u32 {
        if let Some(number) = self.number.get(piece) {
            self.seen[*number as usize].count += 1;
            return *number;
        }
        let number = self.seen.len() as u32;
        self.number.insert(piece.to_string(), number);
        self.seen.push(Form {
            text: piece.to_string(),
            count: 1,
            word,
        });
        number
    }

    /// The folded terms in order, each with the form that stands for it: its most frequent one.
    fn terms(&self) -> Result<BTreeMap<String, &Form>, WriteError> {
        let mut terms: BTreeMap<String, &Form> = BTreeMap::new();
        for form in self.seen.iter().filter(|form| form.word.is_some()) {
            let term = fold(&form.text);
            if term.len() > LONGEST_TERM {
                return Err(WriteError::WordTooLong(term));
            }
            let chief = terms.entry(term).or_insert(form);
            if form.count > chief.count {
                *chief = form;
            }
        }
        Ok(terms)
    }

    fn ranked(&self, terms: &BTreeMap<String, &Form>) -> Result<Ranked<'_>, WriteError> {
        if self.seen.len() > ranks::LIMIT {
            return Err(WriteError::TooManyForms(self.seen.len()));
        }
        let ordinals: HashMap<&str, u32> = terms
            .keys()
            .zip(0..)
            .map(|(term, ordinal)| (term.as_str(), ordinal))
            .collect();
        let term_of = |form: &Form| match form.word {
            Some(_) => ordinals
                .get(fold(&form.text).as_str())
                .copied()
                .unwrap_or(NO_TERM),
            None => NO_TERM,
        };
        // By term, then by text; separators, which have no term, come last.
        let mut numbered: Vec<(u32, &str, u32, u32)> = (0..)
            .zip(&self.seen)
            .map(|(number, form)| (term_of(form), form.text.as_str(), form.count, number))
            .collect();
        numbered.sort_unstable();
        let times: Vec<u32> = numbered.iter().map(|(.., times, _)| *times).collect();
        let mut rank = vec![0; numbered.len()];
        for (place, written) in (0..).zip(ranking(&times)) {
            rank[numbered[written as usize].3 as usize] = place;
        }
        let words = numbered.partition_point(|(term, ..)| *term != NO_TERM);
        let tokens = numbered
            .iter()
            .map(|(term, text, times, _)| (*text, *term, *times));
        Ok(Ranked {
            tokens: tokens.collect(),
            words,
            rank,
        })
    }

    /// The stem of each term, numbered as they first appear.
    fn stems(&self, terms: &BTreeMap<String, &Form>) -> Vec<u32> {
        let stemmers = [Language::French, Language::English, Language::Other]
            .map(|language| (language, Stemmer::new(language)));
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let stem = |form: &Form| {
            let stemmer = stemmers
                .iter()
                .find(|(language, _)| Some(*language) == form.word);
            stemmer.map_or_else(|| fold(&form.text), |(_, stemmer)| stemmer.stem(&form.text))
        };
        let mut number = |form: &&Form| {
            let next = numbers.len() as u32;
            *numbers.entry(stem(form)).or_insert(next)
        };
        terms.values().map(&mut number).collect()
    }
}
