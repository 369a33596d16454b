//! The section table: where each section of an index is, and its checksum.

use super::bytes::{Decoder, checksum};
use super::{MAGIC, VERSION, WriteError};
use std::fmt;
use std::ops::Range;

/// The sections, in the order in which they are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    Meta,
    Dict,
    Form,
    Stem,
    Runs,
    Text,
    Time,
    Them,
}

impl Section {
    pub const ALL: [Section; 8] = [
        Section::Meta,
        Section::Dict,
        Section::Form,
        Section::Stem,
        Section::Runs,
        Section::Text,
        Section::Time,
        Section::Them,
    ];

    /// Returns the tag in the section table, four letters of ASCII.
    pub const fn tag(self) -> &'static str {
        match self {
            Section::Meta => "META",
            Section::Dict => "DICT",
            Section::Form => "FORM",
            Section::Stem => "STEM",
            Section::Runs => "RUNS",
            Section::Text => "TEXT",
            Section::Time => "TIME",
            Section::Them => "THEM",
        }
    }

    /// Returns the error that the section is damaged.
    pub fn damaged(self, how: impl fmt::Display) -> OpenError {
        OpenError::Damaged(self.tag(), how.to_string())
    }
}

/// Where the bytes of the sections begin: after magic number, version, and an entry of 20 bytes for each section.
const HEADER: usize = MAGIC.len() + 2 + Section::ALL.len() * 20;

/// The reason why an index cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// The bytes do not begin with the magic number of an index.
    NotAnIndex,
    /// The index has another version than [`VERSION`].
    Version(u16),
    /// A section is damaged: its tag, and what was found.
    Damaged(&'static str, String),
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::NotAnIndex => write!(
                f,
                "expected a Frise index, found other bytes; build it with Frise"
            ),
            OpenError::Version(found) => write!(
                f,
                "expected an index of version {VERSION}, found version {found}; build it again with this Frise"
            ),
            OpenError::Damaged(section, how) => write!(
                f,
                "the section {section} of the index is damaged: {how}; fetch or build the index again"
            ),
        }
    }
}

impl std::error::Error for OpenError {}

/// The tag of the section that the head of an index in shards has in the place of TEXT.
const SHARDS: &str = "SHRD";

/// Where the sections of an index are.
#[derive(Debug)]
pub(super) struct Sections {
    ranges: Vec<Range<usize>>,
    /// Whether the index is the head of one in shards.
    pub is_head: bool,
}

impl Sections {
    /// Reads the section table, and checks that sections follow one another to the end of the bytes and have the checksums of
    /// the table.
    pub fn read(bytes: &[u8]) -> Result<Sections, OpenError> {
        let mut decoder = Decoder::new(bytes);
        if decoder.array() != MAGIC {
            return Err(OpenError::NotAnIndex);
        }
        let version = decoder.u16();
        if version != VERSION {
            return Err(OpenError::Version(version));
        }
        let mut end = HEADER;
        let mut ranges = Vec::new();
        let mut is_head = false;
        for section in Section::ALL {
            let tag = decoder.array::<4>();
            let (offset, length, sum) = (decoder.u32(), decoder.u32(), decoder.u64());
            let range = offset as usize..(offset as usize).saturating_add(length as usize);
            let is_other = section == Section::Text && tag == SHARDS.as_bytes();
            is_head |= is_other;
            if (tag != section.tag().as_bytes() && !is_other) || range.start != end {
                return Err(section.damaged("the table does not tell where it is"));
            }
            let content = bytes
                .get(range.clone())
                .ok_or_else(|| section.damaged("it ends past the end"))?;
            if checksum(content) != sum {
                return Err(section.damaged("its checksum is another than when it was written"));
            }
            end = range.end;
            ranges.push(range);
        }
        if end < bytes.len() {
            return Err(Section::Them.damaged("bytes follow it"));
        }
        Ok(Sections { ranges, is_head })
    }

    /// Returns where a section is.
    pub fn range(&self, section: Section) -> Range<usize> {
        self.ranges[section as usize].clone()
    }
}

/// Writes an index from the contents of its sections, in the order of [`Section::ALL`]; of a head, with SHRD in the place of
/// TEXT.
pub(super) fn assemble(
    contents: [&[u8]; Section::ALL.len()],
    is_head: bool,
) -> Result<Vec<u8>, WriteError> {
    let as_u32 = |number: usize| u32::try_from(number).map_err(|_| WriteError::TooLarge);
    let length: usize = contents.iter().map(|content| content.len()).sum();
    let mut out = Vec::with_capacity(HEADER + length);
    out.extend(MAGIC);
    out.extend(VERSION.to_le_bytes());
    let mut offset = HEADER;
    for (section, content) in Section::ALL.iter().zip(contents) {
        let tag = match section {
            Section::Text if is_head => SHARDS,
            section => section.tag(),
        };
        out.extend(tag.as_bytes());
        out.extend(as_u32(offset)?.to_le_bytes());
        out.extend(as_u32(content.len())?.to_le_bytes());
        out.extend(checksum(content).to_le_bytes());
        offset += content.len();
    }
    as_u32(offset)?;
    contents
        .iter()
        .for_each(|content| out.extend_from_slice(content));
    Ok(out)
}

/// Replaces the content of the last section of an index, [`Section::Them`].
///
/// # Errors
/// Returns an error if the index exceeds a limit of the format.
pub(super) fn replace_themes(index: &mut Vec<u8>, content: &[u8]) -> Result<(), WriteError> {
    let as_u32 = |number: usize| u32::try_from(number).map_err(|_| WriteError::TooLarge);
    let entry = HEADER - 20;
    let mut decoder = Decoder::new(index.get(entry + 4..).unwrap_or_default());
    let offset = decoder.u32() as usize;
    as_u32(offset + content.len())?;
    index.truncate(offset);
    index[entry + 8..entry + 12].copy_from_slice(&as_u32(content.len())?.to_le_bytes());
    index[entry + 12..entry + 20].copy_from_slice(&checksum(content).to_le_bytes());
    index.extend_from_slice(content);
    Ok(())
}
