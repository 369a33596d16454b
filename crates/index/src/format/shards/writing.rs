//! Parts an index into shards, and joins shards to an index again.

use super::super::bytes::{Decoder, Encode, checksum};
use super::super::index::{Store, Terms};
use super::super::layout::copy_runs;
use super::super::sections::{Section, Sections, assemble};
use super::super::vocabulary::{NO_TERM, Token, write_forms, write_stems};
use super::super::writer::write_dictionary;
use super::super::{Index, WriteError};
use super::blocks::{self, Frame};
use super::table::{Entry, SUM, ShardTable, file};
use super::words::{Ranked, write_firsts, write_ranked, write_tokens};
use super::{Shard, Sizes, postings};
use fst::Streamer;
use std::collections::BTreeSet;

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
    /// while head.term("paix").is_none_or(|term| head.forms_of_term(term).is_empty()) {
    ///     let missing = head.missing();
    ///     if missing.is_empty() {
    ///         break;
    ///     }
    ///     for shard in missing {
    ///         let file = head.shard_file(shard).ok_or("no file")?;
    ///         let (_, bytes) = sharded.shards.iter().find(|(name, _)| *name == file.name).ok_or("no shard")?;
    ///         head.insert(shard, bytes.clone())?;
    ///     }
    /// }
    /// assert_eq!(head.term("paix"), index.term("paix"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn to_shards(&self) -> Result<Sharded, WriteError> {
        self.to_shards_of(&Sizes::default())
    }

    /// Parts the index into a head and shards of some sizes.
    pub(super) fn to_shards_of(&self, sizes: &Sizes) -> Result<Sharded, WriteError> {
        if self.is_in_shards() {
            return Ok(Sharded {
                head: self.bytes().to_vec(),
                shards: Vec::new(),
            });
        }
        if self.passages_of_themes().is_none() && !self.about().themes.is_empty() {
            return Err(WriteError::NoThemes);
        }
        let blocks = self.blocks(sizes.terms);
        let postings = part(self.postings_of_terms(), sizes.postings);
        let mut texts = part(self.texts_of_passages(), sizes.texts);
        self.add_forms(&mut texts, sizes.forms as u32);
        let entries = |parts: &[Part]| parts.iter().map(Part::entry).collect();
        let table = ShardTable {
            version: self.checksum,
            terms: entries(&blocks.parts),
            postings: entries(&postings),
            texts: entries(&texts),
        };
        let mut runs = Vec::new();
        runs.number(self.layout.runs.len());
        let lengths = self.layout.runs.iter().map(|run| run.positions.len());
        lengths.for_each(|length| runs.number(length));
        runs.extend(self.runs_with(self.content(Section::Runs), |decoder, _| {
            decoder.number();
        }));
        let changed = [
            (Section::Dict, blocks.firsts),
            (Section::Form, self.head_tokens(sizes.forms)),
            (Section::Stem, blocks.stems),
            (Section::Runs, runs),
            (Section::Text, table.write()),
        ];
        let files = |parts: Vec<Part>, shard: fn(u32) -> Shard| {
            let parts = (0..).zip(parts);
            parts.map(move |(at, part)| file(self.checksum, shard(at), &part.bytes))
        };
        let shards = files(blocks.parts, Shard::Terms)
            .chain(files(postings, Shard::Postings))
            .chain(files(texts, Shard::Texts));
        Ok(Sharded {
            head: self.with_sections(&changed, true)?,
            shards: shards.collect(),
        })
    }

    /// Joins the shards to the bytes of the index that was parted; `None` while a shard is missing, which is recorded.
    ///
    /// # Errors
    /// Returns an error if the index exceeds a limit of the format, or if it is not the one that was parted, by its checksum.
    pub fn join_shards(&self) -> Option<Result<Vec<u8>, WriteError>> {
        let Store::Shards(shards) = &self.store else {
            return Some(Ok(self.bytes().to_vec()));
        };
        let blocks = shards.all_blocks()?;
        let mut text = Vec::new();
        for run in &self.layout.runs {
            text.extend_from_slice(self.text_of_run(run)?);
        }
        let mut head = Decoder::new(self.content(Section::Runs));
        head.each(|lengths| {
            lengths.number();
        });
        let mut runs = self.layout.runs.iter();
        let runs = self.runs_with(head.left(), |_, out| {
            let run = runs.next();
            out.number(run.map_or(0, |run| self.tokens_of(run).count()));
        });
        let terms = blocks.iter().flat_map(|block| block.terms());
        let stems: Vec<u32> = blocks.iter().flat_map(|block| block.stems()).collect();
        let separators = shards.words().separators.iter();
        let separators =
            separators.map(|(rank, frequency)| (self.form(*rank), NO_TERM, *frequency));
        let mut separators: Vec<Token<'_>> = separators.collect();
        separators.sort_unstable();
        let forms = self.tokens_of_terms(0..self.terms() as u32, |form| self.occurrences(form));
        let changed = [
            (Section::Dict, write_dictionary(terms)),
            (Section::Form, write_forms(&forms, &separators)),
            (Section::Stem, write_stems(&stems)),
            (Section::Runs, runs),
            (Section::Text, text),
        ];
        let joined = self.with_sections(&changed, false);
        Some(
            joined.and_then(|bytes| match checksum(&bytes) == self.checksum {
                true => Ok(bytes),
                false => Err(WriteError::OtherIndex),
            }),
        )
    }

    /// Returns RUNS with other lengths, which a function writes ([`copy_runs`]).
    fn runs_with(
        &self,
        runs: &[u8],
        copy_length: impl FnMut(&mut Decoder<'_>, &mut Vec<u8>),
    ) -> Vec<u8> {
        let mut out = Vec::with_capacity(runs.len());
        let documents = self.documents().len();
        copy_runs(runs, documents, |speaker| speaker, copy_length, &mut out);
        out
    }

    /// Returns the bytes of the index with other contents of some sections; of a head, with SHRD in the place of TEXT.
    fn with_sections(
        &self,
        changed: &[(Section, Vec<u8>)],
        is_head: bool,
    ) -> Result<Vec<u8>, WriteError> {
        let sections = Section::ALL.map(|section| {
            let changed = changed.iter().find(|(other, _)| *other == section);
            changed.map_or_else(|| self.content(section), |(_, content)| content)
        });
        assemble(sections, is_head)
    }

    /// Returns the content of a section.
    fn content(&self, section: Section) -> &[u8] {
        // The sections were read when the index was opened.
        let sections = Sections::read(self.bytes());
        sections.map_or(&[], |sections| &self.bytes()[sections.range(section)])
    }

    /// Returns the forms of some terms in the order of FORM, each with a number.
    fn tokens_of_terms(
        &self,
        terms: impl Iterator<Item = u32>,
        number: impl Fn(u32) -> u32,
    ) -> Vec<Token<'_>> {
        let mut tokens = Vec::new();
        for term in terms {
            let forms = self.forms_of_term(term).iter();
            tokens.extend(forms.map(|form| (self.form(*form), term, number(*form))));
        }
        tokens.sort_unstable_by_key(|(text, term, _)| (*term, *text));
        tokens
    }

    /// Returns the blocks of the dictionary, each of some terms.
    fn blocks(&self, size: usize) -> Blocks {
        let terms = self.texts_of_terms();
        let mut firsts = Vec::new();
        let mut blocks = Blocks::default();
        let mut stem = 0;
        for chunk in terms.chunks(size) {
            let start = blocks.parts.last().map_or(0, |last| last.end);
            let range = start..start + chunk.len() as u32;
            let stems = range.clone().filter_map(|term| self.stem_of_term(term));
            let stems: Vec<u32> = stems.collect();
            let next = stems.iter().fold(stem, |next, stem| next.max(stem + 1));
            let frame = Frame {
                terms: range.clone(),
                stems: stem..next,
                first: &chunk[0],
                next: None,
                all_terms: terms.len() as u32,
            };
            let forms = self.tokens_of_terms(range.clone(), |form| form);
            let bytes = blocks::write(chunk, &forms, &stems, &frame, |stem| {
                self.terms_of_stem(stem)
            });
            firsts.push(&*chunk[0]);
            blocks.stems.number((next - stem) as usize);
            stem = next;
            blocks.parts.push(Part {
                end: range.end,
                bytes,
            });
        }
        blocks.firsts = write_firsts(firsts);
        blocks
    }

    /// Returns FORM of a head that has the forms of some ranks.
    fn head_tokens(&self, forms: usize) -> Vec<u8> {
        let mut frequencies = vec![0; self.ranks()];
        for rank in self.layout.runs.iter().flat_map(|run| self.tokens_of(run)) {
            frequencies[rank as usize] += 1;
        }
        // They fall already, unless whoever wrote the index has lied.
        frequencies.sort_unstable_by_key(|frequency| std::cmp::Reverse(*frequency));
        let all = 0..frequencies.len() as u32;
        let separators = all.filter(|rank| !self.is_word(*rank));
        let separators: Vec<Ranked<'_>> = separators.map(|rank| (rank, self.form(rank))).collect();
        let frequent = forms.min(frequencies.len());
        let words = (0..frequent as u32).filter(|rank| self.is_word(*rank));
        let words: Vec<&str> = words.map(|rank| self.form(rank)).collect();
        write_tokens(&frequencies, &separators, frequent, &words)
    }

    /// Adds to each shard of texts the forms of its texts that the head does not have, whose ranks begin with one.
    fn add_forms(&self, texts: &mut [Part], first: u32) {
        let mut start = 0;
        for part in texts {
            let runs = (start..part.end).flat_map(|passage| self.runs_of(passage));
            let ranks = runs.flat_map(|run| self.tokens_of(run));
            let rare = ranks.filter(|rank| *rank >= first && self.is_word(*rank));
            let rare: BTreeSet<u32> = rare.collect();
            let rare: Vec<Ranked<'_>> = rare
                .into_iter()
                .map(|rank| (rank, self.form(rank)))
                .collect();
            let mut bytes = Vec::new();
            write_ranked(&rare, &mut bytes);
            bytes.append(&mut part.bytes);
            part.bytes = bytes;
            start = part.end;
        }
    }

    /// Returns the terms in the order of the dictionary.
    fn texts_of_terms(&self) -> Vec<String> {
        match self.all_terms() {
            Some(Terms::Dictionary(dictionary)) => {
                let mut terms = Vec::with_capacity(dictionary.len());
                let mut keys = dictionary.stream();
                while let Some((key, _)) = keys.next() {
                    terms.push(String::from_utf8_lossy(key).into_owned());
                }
                terms
            }
            Some(Terms::List(terms)) => terms.into_iter().map(str::to_owned).collect(),
            None => Vec::new(),
        }
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
            let forms = self.forms_of_term(term).iter();
            postings::write(forms.map(|form| self.postings(*form)))
        })
    }
}

/// The blocks of the dictionary.
#[derive(Default)]
struct Blocks {
    parts: Vec<Part>,
    /// DICT of the head.
    firsts: Vec<u8>,
    /// STEM of the head.
    stems: Vec<u8>,
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
