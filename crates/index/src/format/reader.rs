//! Opening an index, and what can be asked of it.

use super::bytes::{Broken, Reader, checksum};
use super::layout::{IndexedDocument, IndexedRun, Layout};
use super::metadata::{self, About};
use super::occurrences::Occurrences;
use super::times::{self, IndexedMention};
use super::vocabulary::{NO_TERM, Vocabulary, read_stems};
use super::{MAGIC, TAGS, VERSION, dictionary, ranks, themes};
use frise_text::joins;
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

/// The bytes of an index: embedded in the program, or loaded.
type Bytes = Cow<'static, [u8]>;

/// An index that was checked whole: whatever it says leads somewhere.
pub struct Index {
    bytes: Bytes,
    text: Range<usize>,
    about: About,
    dictionary: fst::Map<Bytes>,
    vocabulary: Vocabulary,
    layout: Layout,
    occurrences: Occurrences,
    mentions: Vec<IndexedMention>,
    themes: Option<Vec<Vec<u32>>>,
    checksum: u64,
}

/// Why bytes are no index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// They do not begin as an index does.
    NotAnIndex,
    /// They are an index of another version, which is told.
    Version(u16),
    /// A section is not as it was written; its name, and what was found.
    Broken(&'static str, String),
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::NotAnIndex => write!(
                f,
                "expected a Frise index, found other bytes; build it with Frise"
            ),
            OpenError::Version(found) => {
                write!(
                    f,
                    "expected an index of version {VERSION}, found version {found}; build it again with this Frise"
                )
            }
            OpenError::Broken(section, what) => {
                write!(
                    f,
                    "the section {section} of the index is damaged: {what}; fetch or build the index again"
                )
            }
        }
    }
}

impl std::error::Error for OpenError {}

/// A piece of a passage as it is read: a word or a separator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'i> {
    /// The text, to the letter.
    pub text: &'i str,
    /// The form and the position, if it is a word.
    pub word: Option<(u32, u32)>,
}

impl Index {
    /// Checks bytes whole and reads them.
    ///
    /// # Errors
    /// Where they are not an index of [`VERSION`], or differ from what was written.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Index, OpenError> {
        let bytes = bytes.into();
        let sections = sections(&bytes)?;
        let part = |section: usize| &bytes[sections[section].clone()];
        let broken =
            |section: usize| move |what: Broken| OpenError::Broken(name(section), what.to_string());
        let (about, documents) = metadata::read(part(0)).map_err(broken(0))?;
        let stems = read_stems(part(3)).map_err(broken(3))?;
        let dictionary = dictionary::open(
            part_of(&bytes, sections[1].clone()),
            stems.of_term.len() as u32,
        )
        .map_err(|error| OpenError::Broken(name(1), error.to_string()))?;
        let vocabulary = Vocabulary::read(part(2), stems, &dictionary).map_err(broken(2))?;
        let layout = Layout::read(
            part(4),
            part(5),
            documents,
            about.speakers.len(),
            &vocabulary,
        )
        .map_err(broken(4))?;
        let occurrences = Occurrences::fill(part(5), &layout, &vocabulary);
        let mentions = times::read(part(6), &layout).map_err(broken(6))?;
        let themes = themes::read(part(7), about.themes.len(), layout.words.len());
        let checksum = checksum(&bytes);
        let text = sections[5].clone();
        Ok(Index {
            text,
            about,
            dictionary,
            vocabulary,
            layout,
            occurrences,
            mentions,
            themes: themes.map_err(broken(7))?,
            checksum,
            bytes,
        })
    }

    /// What is said of the corpus.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// The documents, by date.
    pub fn documents(&self) -> &[IndexedDocument] {
        &self.layout.documents
    }

    /// How many passages there are.
    pub fn passages(&self) -> u32 {
        self.layout.words.len() as u32
    }

    /// How many words there are in all, headings included.
    pub fn words(&self) -> usize {
        self.occurrences.len()
    }

    /// A name of this very index, for exports that tell what they were made from: 16 hexadecimal digits.
    pub fn version(&self) -> String {
        format!("{:016x}", self.checksum)
    }

    /// The place of the document that a passage belongs to.
    pub fn document_of(&self, passage: u32) -> usize {
        self.layout
            .document_of
            .get(passage as usize)
            .map_or(0, |document| *document as usize)
    }

    /// How many words a passage has, headings included.
    pub fn words_of(&self, passage: u32) -> u32 {
        self.layout
            .words
            .get(passage as usize)
            .copied()
            .unwrap_or(0)
    }

    /// The runs of a passage: headings first, then spans.
    pub fn runs_of(&self, passage: u32) -> &[IndexedRun] {
        self.layout.runs_of(passage)
    }

    /// The positions that belong to a passage.
    pub fn positions_of(&self, passage: u32) -> Range<u32> {
        let first = &self.layout.first_position;
        match (first.get(passage as usize), first.get(passage as usize + 1)) {
            (Some(start), Some(end)) => *start..*end,
            _ => 0..0,
        }
    }

    /// The passage that a position lies in.
    pub fn passage_at(&self, position: u32) -> u32 {
        self.layout.passage_at(position)
    }

    /// The stable id of a passage, such as `strategie-2017.p42`.
    pub fn passage_id(&self, passage: u32) -> String {
        match self.layout.documents.get(self.document_of(passage)) {
            Some(document) => format!(
                "{}.p{}",
                document.metadata.id,
                passage - document.passages.start.min(passage) + 1
            ),
            None => String::new(),
        }
    }

    /// The passage of an id; `None` if there is none.
    pub fn passage_of_id(&self, id: &str) -> Option<u32> {
        let (document, ordinal) = id.rsplit_once(".p")?;
        let document = self
            .layout
            .documents
            .iter()
            .find(|known| known.metadata.id == document)?;
        if ordinal.starts_with(['0', '+']) {
            return None;
        }
        let passage = document
            .passages
            .start
            .checked_add(ordinal.parse::<u32>().ok()?.checked_sub(1)?)?;
        document.passages.contains(&passage).then_some(passage)
    }

    /// The dates that the texts speak of, in reading order.
    pub fn mentions(&self) -> &[IndexedMention] {
        &self.mentions
    }

    /// The passages of each theme in rising order; `None` where nobody has looked them up yet.
    pub fn passages_of_themes(&self) -> Option<&[Vec<u32>]> {
        self.themes.as_deref()
    }

    /// The dates that a passage speaks of, its headings included.
    pub fn mentions_of(&self, passage: u32) -> &[IndexedMention] {
        let start = self
            .mentions
            .partition_point(|mention| mention.passage < passage);
        let of = &self.mentions[start..];
        &of[..of.partition_point(|mention| mention.passage == passage)]
    }

    /// The words and separators of a run, whose texts joined are the run's text to the letter.
    pub fn pieces<'i>(&'i self, run: &IndexedRun) -> impl Iterator<Item = Piece<'i>> + 'i {
        let text = &self.bytes[self.text.clone()];
        let mut rest = text
            .get(run.bytes.start as usize..run.bytes.end as usize)
            .unwrap_or(&[]);
        let mut position = run.positions.start;
        let mut last_word: Option<&str> = None;
        let mut waiting: Option<Piece<'i>> = None;
        std::iter::from_fn(move || {
            if let Some(piece) = waiting.take() {
                return Some(piece);
            }
            let (rank, length) = ranks::decode(rest)?;
            rest = &rest[length..];
            let form = self.vocabulary.form(rank);
            if !self.vocabulary.is_word(rank) {
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

    /// The text of a passage without its headings, to the letter.
    pub fn text_of(&self, passage: u32) -> String {
        let spans = self
            .runs_of(passage)
            .iter()
            .filter(|run| matches!(run.kind, crate::model::RunKind::Span(_)));
        spans
            .flat_map(|run| self.pieces(run))
            .map(|piece| piece.text)
            .collect()
    }

    /// The dictionary: folded terms to their ordinals, which are below [`Index::terms`].
    pub fn dictionary(&self) -> &fst::Map<Cow<'static, [u8]>> {
        &self.dictionary
    }

    /// How many terms there are.
    pub fn terms(&self) -> usize {
        self.dictionary.len()
    }

    /// The forms that fold to a term.
    pub fn forms_of_term(&self, term: u32) -> &[u32] {
        self.vocabulary.forms_of_term.of(term)
    }

    /// The most frequent form of a term, one that begins with a small letter before all others.
    pub fn chief_form(&self, term: u32) -> Option<&str> {
        let forms = self.forms_of_term(term).iter();
        let mut texts = forms.map(|form| self.form(*form));
        let small = |text: &&str| text.starts_with(char::is_lowercase);
        texts.clone().find(small).or_else(|| texts.next())
    }

    /// The term that a form folds to; `None` for separators.
    pub fn term_of_form(&self, form: u32) -> Option<u32> {
        let term = self.vocabulary.terms.get(form as usize).copied();
        term.filter(|term| *term != NO_TERM)
    }

    /// The stem of a term.
    pub fn stem_of_term(&self, term: u32) -> Option<u32> {
        self.vocabulary.stems.get(term as usize).copied()
    }

    /// The terms of a stem.
    pub fn terms_of_stem(&self, stem: u32) -> &[u32] {
        self.vocabulary.terms_of_stem.of(stem)
    }

    /// A form, to the letter.
    pub fn form(&self, form: u32) -> &str {
        self.vocabulary.form(form)
    }

    /// Where a form occurs: positions in rising order.
    pub fn occurrences(&self, form: u32) -> &[u32] {
        self.occurrences.of(form)
    }
}

/// A part of the bytes that lives as long as they do: borrowed where they are, copied otherwise.
fn part_of(bytes: &Bytes, range: Range<usize>) -> Bytes {
    match bytes {
        Cow::Borrowed(bytes) => Cow::Borrowed(&bytes[range]),
        Cow::Owned(bytes) => Cow::Owned(bytes[range].to_vec()),
    }
}

pub(super) fn name(section: usize) -> &'static str {
    [
        "META", "DICT", "FORM", "STEM", "RUNS", "TEXT", "TIME", "THEM",
    ][section]
}

/// Where the sections are, in the order of [`TAGS`]; each has the checksum that the table gives it.
pub(super) fn sections(bytes: &[u8]) -> Result<Vec<Range<usize>>, OpenError> {
    let mut reader = Reader::new(bytes);
    if reader.array() != MAGIC {
        return Err(OpenError::NotAnIndex);
    }
    let version = reader.u16();
    if version != VERSION {
        return Err(OpenError::Version(version));
    }
    let mut end = MAGIC.len() + 2 + TAGS.len() * 20;
    let mut sections = Vec::new();
    for (section, tag) in TAGS.iter().enumerate() {
        let broken = |what: &str| OpenError::Broken(name(section), what.to_string());
        let found = reader.array::<4>();
        let (offset, length, sum) = (reader.u32(), reader.u32(), reader.u64());
        let range = offset as usize..(offset as usize).saturating_add(length as usize);
        if found != *tag || range.start != end {
            return Err(broken("the table does not tell where it is"));
        }
        let content = bytes
            .get(range.clone())
            .ok_or_else(|| broken("it ends past the end"))?;
        if checksum(content) != sum {
            return Err(broken("its checksum is another than when it was written"));
        }
        end = range.end;
        sections.push(range);
    }
    if end == bytes.len() {
        Ok(sections)
    } else {
        Err(OpenError::Broken(
            name(TAGS.len() - 1),
            "bytes follow it".to_string(),
        ))
    }
}
