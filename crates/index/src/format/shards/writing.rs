//! Parts an index into shards, and joins shards to an index again.

use super::super::bytes::{Decoder, Encode, checksum};
use super::super::layout::copy_runs;
use super::super::sections::{Section, Sections, assemble};
use super::super::{Index, WriteError};
use super::table::{Entry, SUM, ShardTable, file};
use super::{Shard, TARGET};

/// An index in shards, as files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sharded {
    /// The head, which [`Index::open`] opens.
    pub head: Vec<u8>,
    /// The shards with the names of their files.
    pub shards: Vec<(String, Vec<u8>)>,
}

impl Index {
    /// Parts the index into a head and shards.
    ///
    /// An index that is in shards already gives its head alone.
    ///
    /// # Errors
    /// Returns an error if the index lacks the passages of its themes, or if the head exceeds a limit of the format.
    ///
    /// ```
    /// # use frise_index::Index;
    /// # fn check(index: &Index) -> Result<(), Box<dyn std::error::Error>> {
    /// let sharded = index.to_shards()?;
    /// let head = Index::open(sharded.head)?;
    /// assert!(head.postings(0).is_empty());
    /// for shard in head.missing() {
    ///     let file = head.shard_file(shard).ok_or("no file")?;
    ///     let (_, bytes) = sharded.shards.iter().find(|(name, _)| *name == file.name).ok_or("no shard")?;
    ///     head.insert(shard, bytes.clone())?;
    /// }
    /// assert_eq!(head.postings(0), index.postings(0));
    /// # Ok(())
    /// # }
    /// ```
    pub fn to_shards(&self) -> Result<Sharded, WriteError> {
        self.to_shards_of(TARGET)
    }

    /// Parts the index into a head and shards of some length in bytes.
    pub(super) fn to_shards_of(&self, target: usize) -> Result<Sharded, WriteError> {
        if self.is_in_shards() {
            return Ok(Sharded {
                head: self.bytes().to_vec(),
                shards: Vec::new(),
            });
        }
        if self.passages_of_themes().is_none() && !self.about().themes.is_empty() {
            return Err(WriteError::NoThemes);
        }
        let texts = part(self.texts_of_passages(), target);
        let postings = part(self.postings_of_terms(), target);
        let table = ShardTable {
            version: self.checksum,
            texts: texts.iter().map(Part::entry).collect(),
            postings: postings.iter().map(Part::entry).collect(),
        };
        let mut runs = self.layout.runs.iter();
        let head_runs = self.runs_with(|decoder, out| {
            decoder.number();
            let run = runs.next();
            out.number(run.map_or(0, |run| run.positions.len()));
        });
        let head = self.with_sections(&head_runs, &table.write(), true)?;
        let named = |shard, part: Part| file(table.version, shard, &part.bytes);
        let texts = (0..).zip(texts);
        let texts = texts.map(|(at, part)| named(Shard::Texts(at), part));
        let postings = (0..).zip(postings);
        let postings = postings.map(|(at, part)| named(Shard::Postings(at), part));
        Ok(Sharded {
            head,
            shards: postings.chain(texts).collect(),
        })
    }

    /// Joins the shards to the bytes of the index that was parted; `None` while a shard is missing, which is recorded.
    ///
    /// # Errors
    /// Returns an error if the index exceeds a limit of the format, or if it is not the one that was parted, by its checksum.
    pub fn join_shards(&self) -> Option<Result<Vec<u8>, WriteError>> {
        let mut text = Vec::new();
        for passage in 0..self.passages() {
            for run in self.runs_of(passage) {
                text.extend_from_slice(self.text_of_run(run)?);
            }
        }
        let mut runs = self.layout.runs.iter();
        let whole_runs = self.runs_with(|decoder, out| {
            decoder.number();
            let run = runs.next();
            out.number(run.map_or(0, |run| self.tokens_of(run).count()));
        });
        let joined = self.with_sections(&whole_runs, &text, false);
        Some(
            joined.and_then(|bytes| match checksum(&bytes) == self.checksum {
                true => Ok(bytes),
                false => Err(WriteError::OtherIndex),
            }),
        )
    }

    /// Returns RUNS with other lengths, which a function writes ([`copy_runs`]).
    fn runs_with(&self, copy_length: impl FnMut(&mut Decoder<'_>, &mut Vec<u8>)) -> Vec<u8> {
        let runs = self.content(Section::Runs);
        let mut out = Vec::with_capacity(runs.len());
        let documents = self.documents().len();
        copy_runs(runs, documents, |speaker| speaker, copy_length, &mut out);
        out
    }

    /// Returns the bytes of the index with other runs, and with TEXT or SHRD.
    fn with_sections(
        &self,
        runs: &[u8],
        tokens: &[u8],
        is_head: bool,
    ) -> Result<Vec<u8>, WriteError> {
        let sections = Section::ALL.map(|section| match section {
            Section::Runs => runs,
            Section::Text => tokens,
            section => self.content(section),
        });
        assemble(sections, is_head)
    }

    /// Returns the content of a section.
    fn content(&self, section: Section) -> &[u8] {
        // The sections were read when the index was opened.
        let sections = Sections::read(self.bytes());
        sections.map_or(&[], |sections| &self.bytes()[sections.range(section)])
    }

    fn texts_of_passages(&self) -> impl Iterator<Item = Vec<u8>> + '_ {
        (0..self.passages()).map(|passage| {
            let mut bytes = Vec::new();
            for run in self.runs_of(passage) {
                bytes.number(self.tokens_of(run).count());
                bytes.extend_from_slice(self.text_of_run(run).unwrap_or(&[]));
            }
            bytes
        })
    }

    fn postings_of_terms(&self) -> impl Iterator<Item = Vec<u8>> + '_ {
        (0..self.terms() as u32).map(|term| {
            let mut bytes = Vec::new();
            for form in self.forms_of_term(term) {
                let mut last = 0;
                for position in self.postings(*form) {
                    bytes.number((position - last) as usize);
                    last = *position;
                }
            }
            bytes
        })
    }
}

/// A shard that is being filled.
#[derive(Default)]
struct Part {
    /// The first member that is not in it.
    end: u32,
    bytes: Vec<u8>,
}

impl Part {
    fn entry(&self) -> Entry {
        Entry {
            end: self.end,
            length: (SUM + self.bytes.len()) as u32,
        }
    }
}

/// Parts the bytes of neighbouring members into shards. A member that fills a shard has one for itself, so that its neighbours
/// do not cost as much as it does.
fn part(members: impl Iterator<Item = Vec<u8>>, target: usize) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut is_open = false;
    for (end, bytes) in (1..).zip(members) {
        let fills = bytes.len() >= target;
        match parts.last_mut() {
            Some(last) if is_open && !fills => {
                last.end = end;
                last.bytes.extend(bytes);
            }
            _ => parts.push(Part { end, bytes }),
        }
        is_open = parts.last().is_some_and(|last| last.bytes.len() < target);
    }
    parts
}
