//! The opened index.

mod limited;
mod words;

pub(crate) use words::Terms;

use super::bytes::checksum;
use super::layout::{IndexedDocument, IndexedRun, Layout, Place};
use super::mentions::{self, IndexedMention};
use super::metadata::{self, About};
use super::postings::Postings;
use super::sections::{OpenError, Section, Sections, replace_themes};
use super::shards::Shards;
use super::vocabulary::{Dictionary, Vocabulary, read_stems};
use super::{WriteError, dictionary, ranks, themes};
use crate::model::RunKind;
use frise_text::joins;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// The bytes of an index: embedded in the program, or loaded.
type Bytes = Cow<'static, [u8]>;

/// An opened index.
///
/// Documents, passages, speakers, themes, kinds, forms, terms and stems are numbered from 0. Passages are numbered in
/// reading order through all documents, and so are **positions**, which words have; one position is left out after each
/// heading and each passage. A **form** is a distinct word as it is written, with its capitals and accents; its number is
/// its rank by falling frequency. A **term** is a folded form; its number is its place in the alphabet.
///
/// Methods return an empty result for numbers that are too large.
pub struct Index {
    bytes: Bytes,
    pub(super) store: Store,
    about: About,
    pub(super) layout: Layout,
    /// Laid out when they are first asked for; never for an index in shards, which has them there.
    postings: OnceLock<Postings>,
    mentions: Vec<IndexedMention>,
    themes: Option<Vec<Vec<u32>>>,
    pub(super) checksum: u64,
}

/// Where the words and the texts are.
#[derive(Clone)]
pub(super) enum Store {
    /// In the bytes of the index.
    Whole(Arc<Whole>),
    /// In shards.
    Shards(Arc<Shards>),
}

/// The words and the texts of an index in one piece.
pub(super) struct Whole {
    /// Where TEXT is in the bytes.
    text: Range<usize>,
    dictionary: Dictionary,
    vocabulary: Vocabulary,
}

/// A word or a separator of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'i> {
    /// The text.
    pub text: &'i str,
    /// The form and the position of a word; `None` for separators.
    pub word: Option<(u32, u32)>,
}

impl Index {
    /// Opens an index that Frise compiled.
    ///
    /// Checks the version and the checksums, so that damaged bytes are refused. Trusts bytes with right checksums to be what
    /// [`write`](super::write) wrote: of other bytes it may give wrong answers, panic or not end. See
    /// [`Index::open_untrusted`] for these.
    ///
    /// # Errors
    /// Returns an error if the bytes are not an index of this [`VERSION`](super::VERSION), or are damaged.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Index, OpenError> {
        Index::read(bytes.into(), |data, terms| {
            let map = fst::Map::new(data).map_err(|error| error.to_string())?;
            match map.len() == terms as usize {
                true => Ok(map),
                false => Err(format!("expected {terms} terms, found {}", map.len())),
            }
        })
    }

    /// Opens an index of unknown origin.
    ///
    /// Beyond what [`Index::open`] checks, it proves that the dictionary is sound, which takes time and several times the
    /// memory of the dictionary. Afterwards no method of the index and no search in it panics, whatever the bytes are.
    ///
    /// # Errors
    /// Returns an error if the bytes are not a sound index of this [`VERSION`](super::VERSION).
    pub fn open_untrusted(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Index, OpenError> {
        Index::read(bytes.into(), |data, terms| {
            dictionary::open(data, terms).map_err(|error| error.to_string())
        })
    }

    /// Reads an index whose dictionary, of a number of terms, a function opens.
    fn read(
        bytes: Bytes,
        open_dictionary: impl Fn(Bytes, u32) -> Result<Dictionary, String>,
    ) -> Result<Index, OpenError> {
        let sections = Sections::read(&bytes)?;
        let content = |section: Section| &bytes[sections.range(section)];
        let damaged = |section: Section| move |how: &'static str| section.damaged(how);
        let (about, documents) =
            metadata::read(content(Section::Meta)).map_err(damaged(Section::Meta))?;
        let runs = content(Section::Runs);
        let speakers = about.speakers.len();
        let (store, layout) = match sections.is_head {
            true => {
                let (shards, frequencies) = Shards::read(content)?;
                let layout = Layout::read_head(runs, documents, speakers, frequencies);
                let layout = layout.map_err(damaged(Section::Runs))?;
                let passages = layout.words.len();
                (shards.table.check(passages)).map_err(damaged(Section::Text))?;
                (Store::Shards(Arc::new(shards)), layout)
            }
            false => {
                let stems = read_stems(content(Section::Stem)).map_err(damaged(Section::Stem))?;
                let terms = stems.of_term.len() as u32;
                let dictionary = part_of(&bytes, sections.range(Section::Dict));
                let dictionary = open_dictionary(dictionary, terms)
                    .map_err(|error| Section::Dict.damaged(error))?;
                let vocabulary = Vocabulary::read(content(Section::Form), stems, &dictionary)
                    .map_err(damaged(Section::Form))?;
                let text = content(Section::Text);
                let layout = Layout::read(runs, text, documents, speakers, &vocabulary)
                    .map_err(damaged(Section::Runs))?;
                let whole = Whole {
                    text: sections.range(Section::Text),
                    dictionary,
                    vocabulary,
                };
                (Store::Whole(Arc::new(whole)), layout)
            }
        };
        let mentions =
            mentions::read(content(Section::Time), &layout).map_err(damaged(Section::Time))?;
        let themes = themes::read(
            content(Section::Them),
            about.themes.len(),
            layout.words.len(),
        )
        .map_err(damaged(Section::Them))?;
        Ok(Index {
            checksum: match &store {
                Store::Whole(_) => checksum(&bytes),
                Store::Shards(shards) => shards.table.version,
            },
            store,
            about,
            layout,
            postings: OnceLock::new(),
            mentions,
            themes,
            bytes,
        })
    }

    /// Returns the bytes of the index.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Takes the bytes of the index out.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes.into_owned()
    }

    /// Records the passages that the query of each theme finds, in rising order, so that they are found without a search
    /// when the bytes are opened again.
    ///
    /// # Errors
    /// Returns an error if the index exceeds a limit of the format.
    pub fn record_themes(&mut self, found: Vec<Vec<u32>>) -> Result<(), WriteError> {
        replace_themes(self.bytes.to_mut(), &themes::write(&found))?;
        self.checksum = checksum(&self.bytes);
        self.themes = Some(found);
        Ok(())
    }

    /// Returns the metadata of the corpus.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// Returns the documents, by rising date.
    pub fn documents(&self) -> &[IndexedDocument] {
        &self.layout.documents
    }

    /// Returns the number of passages.
    pub fn passages(&self) -> u32 {
        self.layout.words.len() as u32
    }

    /// Returns the number of words of all passages, headings included.
    pub fn words(&self) -> usize {
        self.layout.all_words
    }

    /// Returns an identifier of exactly this index, 16 hexadecimal digits, for exports that name their source.
    pub fn version(&self) -> String {
        format!("{:016x}", self.checksum)
    }

    /// Returns the document of a passage; 0 if there is no such passage.
    pub fn document_of(&self, passage: u32) -> usize {
        let document = self.layout.document_of.get(passage as usize);
        document.map_or(0, |document| *document as usize)
    }

    /// Returns the number of words of a passage, headings included.
    pub fn words_of(&self, passage: u32) -> u32 {
        let words = self.layout.words.get(passage as usize);
        words.copied().unwrap_or(0)
    }

    /// Returns the runs of a passage: headings, then spans.
    pub fn runs_of(&self, passage: u32) -> &[IndexedRun] {
        self.layout.runs_of(passage)
    }

    /// Returns the positions of a passage.
    pub fn positions_of(&self, passage: u32) -> Range<u32> {
        let first = &self.layout.first_position;
        match (first.get(passage as usize), first.get(passage as usize + 1)) {
            (Some(start), Some(end)) => *start..*end,
            _ => 0..0,
        }
    }

    /// Returns the passage of a position.
    pub fn passage_at(&self, position: u32) -> u32 {
        self.layout.passage_at(position)
    }

    /// Returns the dates that the texts mention, in reading order.
    pub fn mentions(&self) -> &[IndexedMention] {
        &self.mentions
    }

    /// Returns the dates of speech that has another date than its document, such as an older quotation, in reading order, each
    /// with the positions of the speech. Filters by mentioned dates find them as they find mentions.
    pub fn speech_dates(&self) -> &[IndexedMention] {
        &self.layout.speech_dates
    }

    /// Returns the dates that a passage mentions, its headings included.
    pub fn mentions_of(&self, passage: u32) -> &[IndexedMention] {
        let mentions = &self.mentions;
        let start = mentions.partition_point(|mention| mention.passage < passage);
        let rest = &mentions[start..];
        &rest[..rest.partition_point(|mention| mention.passage == passage)]
    }

    /// Returns the passages that the query of each theme finds, in rising order; `None` if the index does not have them.
    pub fn passages_of_themes(&self) -> Option<&[Vec<u32>]> {
        self.themes.as_deref()
    }

    /// Returns the words and separators of a run. Joined, they are the text of the run.
    pub fn pieces<'i>(&'i self, run: &IndexedRun) -> impl Iterator<Item = Piece<'i>> + 'i {
        let mut rest = self.text_of_run(run).unwrap_or(&[]);
        let mut position = run.positions.start;
        let mut last_word: Option<&str> = None;
        let mut waiting: Option<Piece<'i>> = None;
        std::iter::from_fn(move || {
            if let Some(piece) = waiting.take() {
                return Some(piece);
            }
            let (rank, length) = ranks::decode(rest)?;
            rest = &rest[length..];
            let form = self.form(rank);
            if !self.is_word(rank) {
                last_word = None;
                return Some(Piece {
                    text: form,
                    word: None,
                });
            }
            let piece = Piece {
                text: form,
                word: Some((rank, position)),
            };
            position += 1;
            match last_word.replace(form) {
                // A single space between two words is not stored.
                Some(left) if !joins(left, form) => {
                    waiting = Some(piece);
                    Some(Piece {
                        text: " ",
                        word: None,
                    })
                }
                _ => Some(piece),
            }
        })
    }

    /// Returns the tokens of a run by their ranks, as they are stored: words, and the separators between them except single
    /// spaces. The words have the positions of the run, one after the other.
    pub fn tokens_of(&self, run: &IndexedRun) -> impl Iterator<Item = u32> + '_ {
        let mut rest = self.text_of_run(run).unwrap_or(&[]);
        std::iter::from_fn(move || {
            let (rank, length) = ranks::decode(rest)?;
            rest = &rest[length..];
            Some(rank)
        })
    }

    /// Returns the text of a passage without its headings.
    pub fn text_of(&self, passage: u32) -> String {
        let runs = self.runs_of(passage).iter();
        let spans = runs.filter(|run| matches!(run.kind, RunKind::Span(_)));
        spans
            .flat_map(|run| self.pieces(run))
            .map(|piece| piece.text)
            .collect()
    }

    /// Returns the postings of a form: the positions at which it occurs, in rising order.
    ///
    /// The postings of all forms are laid out when the first are asked for, since an index can be read without them. Of an index
    /// in shards there are none while their shard is missing.
    pub fn postings(&self, form: u32) -> &[u32] {
        match &self.store {
            Store::Shards(shards) if self.postings.get().is_none() => {
                shards.postings(form, self.occurrences(form))
            }
            _ => self.laid_out_postings().of(form),
        }
    }

    fn laid_out_postings(&self) -> &Postings {
        self.postings.get_or_init(|| {
            Postings::count(&self.layout, &self.are_words(), |run| {
                self.text_of_run(run).unwrap_or(&[])
            })
        })
    }

    /// Returns the bytes of a run; `None` if their shard is missing.
    pub(super) fn text_of_run(&self, run: &IndexedRun) -> Option<&[u8]> {
        match (&self.store, &run.place) {
            (Store::Whole(whole), Place::Text(bytes)) => {
                let text = &self.bytes[whole.text.clone()];
                text.get(bytes.start as usize..bytes.end as usize)
            }
            (Store::Shards(shards), Place::Shard(run_number)) => {
                shards.text(*run_number, self.passage_at(run.positions.start))
            }
            // A run of another index.
            _ => None,
        }
    }

    /// Returns whether the text of a passage is there. In an index in shards it may be missing, which is recorded.
    pub fn has_text_of(&self, passage: u32) -> bool {
        let mut runs = self.runs_of(passage).iter();
        runs.all(|run| self.text_of_run(run).is_some())
    }
}

/// Returns a part of the bytes that lives as long as they do: borrowed if they are borrowed, otherwise copied.
fn part_of(bytes: &Bytes, range: Range<usize>) -> Bytes {
    match bytes {
        Cow::Borrowed(bytes) => Cow::Borrowed(&bytes[range]),
        Cow::Owned(bytes) => Cow::Owned(bytes[range].to_vec()),
    }
}
