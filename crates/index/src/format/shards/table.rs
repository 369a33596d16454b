//! The section SHRD: which shards there are, and how long each is; and how a shard is known to be of this index.

use super::super::bytes::{Damage, Decoder, Encode, checksum};
use super::{Shard, ShardFile};
use std::ops::Range;

/// A shard in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The first passage or term that is not in the shard.
    pub end: u32,
    /// The length of its file in bytes.
    pub length: u32,
}

/// The length of the checksum at the front of a shard.
pub const SUM: usize = 8;

/// The shards of an index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShardTable {
    /// The checksum of the index that was parted.
    pub version: u64,
    pub terms: Vec<Entry>,
    pub postings: Vec<Entry>,
    pub texts: Vec<Entry>,
}

impl ShardTable {
    /// Reads SHRD.
    pub fn read(bytes: &[u8]) -> Result<ShardTable, Damage> {
        let mut decoder = Decoder::new(bytes);
        let table = ShardTable {
            version: decoder.u64(),
            terms: read_entries(&mut decoder),
            postings: read_entries(&mut decoder),
            texts: read_entries(&mut decoder),
        };
        decoder.end()?;
        match end(&table.postings) == table.terms() {
            true => Ok(table),
            false => Err("the postings are of other terms than the blocks"),
        }
    }

    /// Checks that the shards have all passages.
    pub fn check(&self, passages: usize) -> Result<(), Damage> {
        match end(&self.texts) == passages {
            true => Ok(()),
            false => Err("the shards have other passages than the index"),
        }
    }

    pub fn write(&self) -> Vec<u8> {
        let mut out = self.version.to_le_bytes().to_vec();
        write_entries(&self.terms, &mut out);
        write_entries(&self.postings, &mut out);
        write_entries(&self.texts, &mut out);
        out
    }

    /// Returns the shard of a passage.
    pub fn of_passage(&self, passage: u32) -> Shard {
        Shard::Texts(place_of(&self.texts, passage))
    }

    /// Returns the number of terms.
    pub fn terms(&self) -> usize {
        end(&self.terms)
    }

    /// Returns the block of a term.
    pub fn block_of(&self, term: u32) -> usize {
        place_of(&self.terms, term) as usize
    }

    /// Returns the first term of a block; the number of terms if there is no such block.
    pub fn first_term(&self, block: usize) -> u32 {
        let before = self.terms.get(..block).unwrap_or(&self.terms);
        end(before) as u32
    }

    /// Returns the shard of the postings of a term.
    pub fn of_term(&self, term: u32) -> Shard {
        Shard::Postings(place_of(&self.postings, term))
    }

    /// Returns the passages or terms of a shard, and its entry.
    pub fn get(&self, shard: Shard) -> Option<(Range<u32>, Entry)> {
        let (entries, at) = match shard {
            Shard::Terms(at) => (&self.terms, at as usize),
            Shard::Postings(at) => (&self.postings, at as usize),
            Shard::Texts(at) => (&self.texts, at as usize),
        };
        let entry = *entries.get(at)?;
        let start = at.checked_sub(1).map_or(0, |before| entries[before].end);
        Some((start..entry.end, entry))
    }

    pub fn file(&self, shard: Shard) -> Option<ShardFile> {
        let (_, entry) = self.get(shard)?;
        Some(ShardFile {
            name: name(shard, self.version),
            length: entry.length,
        })
    }

    /// Returns the content of the file of a shard; `None` if the file is not that of this shard of this index.
    pub fn content<'b>(&self, shard: Shard, file: &'b [u8]) -> Option<&'b [u8]> {
        let (_, entry) = self.get(shard)?;
        let (sum, content) = file.split_at_checked(SUM)?;
        let is_own = file.len() == entry.length as usize
            && sum == sum_of(self.version, shard, content).to_le_bytes();
        is_own.then_some(content)
    }
}

/// Returns the file of a shard, with its name.
pub fn file(version: u64, shard: Shard, content: &[u8]) -> (String, Vec<u8>) {
    let sum = sum_of(version, shard, content).to_le_bytes();
    (name(shard, version), [&sum, content].concat())
}

/// Returns the checksum of a shard: over the version of the index, the kind of the shard, its number and its content, so that no
/// other shard is taken for it.
fn sum_of(version: u64, shard: Shard, content: &[u8]) -> u64 {
    let mut bytes = version.to_le_bytes().to_vec();
    bytes.push(match shard {
        Shard::Terms(_) => b'd',
        Shard::Postings(_) => b'p',
        Shard::Texts(_) => b't',
    });
    bytes.extend(shard.number().to_le_bytes());
    bytes.extend(content);
    checksum(&bytes)
}

/// Returns the name of the file of a shard.
pub fn name(shard: Shard, version: u64) -> String {
    let kind = match shard {
        Shard::Terms(_) => "terms",
        Shard::Postings(_) => "postings",
        Shard::Texts(_) => "texts",
    };
    format!("{kind}-{}-{version:016x}.bin", shard.number())
}

/// Returns whether a file may be a shard, by its name.
pub fn is_shard_file(name: &str) -> bool {
    let rest = name.strip_suffix(".bin");
    let mut parts = rest.unwrap_or_default().split('-');
    let is_kind = matches!(parts.next(), Some("terms" | "postings" | "texts"));
    let mut is_of = |is_digit: fn(&u8) -> bool| {
        let part = parts.next();
        part.is_some_and(|part| !part.is_empty() && part.bytes().all(|byte| is_digit(&byte)))
    };
    is_kind && is_of(u8::is_ascii_digit) && is_of(u8::is_ascii_hexdigit) && parts.next().is_none()
}

/// Returns how many members the shards of a kind have.
fn end(entries: &[Entry]) -> usize {
    entries.last().map_or(0, |entry| entry.end as usize)
}

fn place_of(entries: &[Entry], member: u32) -> u32 {
    entries.partition_point(|entry| entry.end <= member) as u32
}

fn read_entries(decoder: &mut Decoder<'_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut end = 0u32;
    decoder.each(|decoder| {
        let members = decoder.number();
        let length = decoder.number();
        match end.checked_add(members) {
            Some(next) if members > 0 => end = next,
            _ => return decoder.refuse("a shard has no passages or terms, or too many"),
        }
        entries.push(Entry { end, length });
    });
    entries
}

fn write_entries(entries: &[Entry], out: &mut Vec<u8>) {
    out.number(entries.len());
    let mut start = 0;
    for entry in entries {
        out.number((entry.end - start) as usize);
        out.number(entry.length as usize);
        start = entry.end;
    }
}
