//! Proves that the bytes of a dictionary of unknown origin are sound.
//!
//! The dictionary is an `fst` map from each folded term, in the order of its bytes, to its number 0, 1, 2, …
//! [`fst::Map::new`] checks little more than the version: after a wrong byte, later look-ups can panic, not end, or return
//! numbers that are too large. [`open`] reads every node with a decoder of its own, which does not panic. It refuses fields
//! that leave the bytes, transitions to anything but the end of an earlier node, nodes without a path from the root or to a
//! term, terms that are not UTF-8 or too long, and numbers out of order. Any automaton can walk a dictionary that it accepts,
//! and each value is the number of its term. It ignores the checksum in the footer, since the index has its own.
//!
//! The proof takes time and memory in proportion to the number of bytes, however many terms they claim to have, and does
//! not recurse.
//!
//! ```text
//! 0         8      16                                     -20     -12    -4
//! │ version │ type │ node │ node │ node │ … │ node (root) │ terms │ root │ checksum │
//! ```
//!
//! All numbers are little-endian. The module [`node`] describes the bytes of a node.

mod node;

use std::fmt;

use node::{EMPTY_FINAL, Node, Transition};

/// The longest term, in bytes of UTF-8; the writer refuses longer ones.
pub(crate) const LONGEST_TERM: u8 = 255;

/// The largest dictionary that is accepted, in bytes: millions of terms. The proof needs several times as much memory, and
/// the browser ends a page that needs too much.
const LARGEST_DICTIONARY: usize = 32 << 20;

/// The only version of the format that `fst` 0.4 writes.
const VERSION: u64 = 3;
/// Bytes before the first node: version and type.
const HEADER: usize = 16;
/// Bytes after the last node: number of terms, address of the root, checksum.
const FOOTER: usize = 20;

/// Opens a dictionary of exactly `terms` terms, after proving that no look-up in it panics and that its values are the numbers
/// of its terms.
///
/// # Errors
/// Returns an error if the bytes are not such a dictionary.
pub(crate) fn open<D: AsRef<[u8]>>(data: D, terms: u32) -> Result<fst::Map<D>, DictionaryError> {
    let bytes = data.as_ref();
    let root = read_frame(bytes, terms)?;
    let addresses = walk_down(bytes, root)?;
    count_up(bytes, &addresses, root, terms)?;
    fst::Map::new(data).map_err(|error| refuse(0, "a map of the fst library", error))
}

/// The reason why bytes are not a sound dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DictionaryError {
    /// Where the fault is, in bytes from the start of the dictionary; for a node, its address.
    byte: usize,
    /// What was expected and what was found.
    message: String,
}

impl fmt::Display for DictionaryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "term dictionary, byte {}: {}", self.byte, self.message)
    }
}

impl std::error::Error for DictionaryError {}

fn refuse(byte: usize, expected: impl fmt::Display, found: impl fmt::Display) -> DictionaryError {
    DictionaryError {
        byte,
        message: format!("expected {expected}, found {found}"),
    }
}

fn ensure(holds: bool, byte: usize, expected: &str, found: &str) -> Result<(), DictionaryError> {
    if holds {
        Ok(())
    } else {
        Err(refuse(byte, expected, found))
    }
}

/// Checks length, header and footer. Returns the address of the root.
fn read_frame(bytes: &[u8], terms: u32) -> Result<usize, DictionaryError> {
    let length = bytes.len();
    if !(HEADER + FOOTER..=LARGEST_DICTIONARY).contains(&length) {
        let least = HEADER + FOOTER;
        let expected = format_args!("{least} to {LARGEST_DICTIONARY} bytes in all");
        return Err(refuse(0, expected, length));
    }
    let footer = length - FOOTER;
    // The root is the last node; without any node, it is the empty final one.
    let root = if footer == HEADER {
        EMPTY_FINAL
    } else {
        footer - 1
    };
    let fields = [
        ("version", 0, VERSION),
        ("type", 8, 0),
        ("number of terms", footer, u64::from(terms)),
        ("root address", footer + 8, root as u64),
    ];
    for (name, byte, expected) in fields {
        let found = little_endian(&bytes[byte..byte + 8]);
        if found != expected {
            return Err(refuse(byte, format_args!("{name} {expected}"), found));
        }
    }
    Ok(root)
}

/// Reads every node from the root down to the first byte. Returns their addresses, in falling order.
///
/// Nodes are contiguous and transitions lead to lower addresses only. When a node is read, all paths to it are therefore
/// known: there must be one, none may be too long, and each must be a prefix of UTF-8.
fn walk_down(bytes: &[u8], root: usize) -> Result<Vec<usize>, DictionaryError> {
    let mut arrivals = vec![Arrivals::default(); bytes.len()];
    arrivals[root] = Arrivals {
        places: utf8::BETWEEN,
        longest: 0,
    };
    let mut addresses = Vec::new();
    let mut end = bytes.len() - FOOTER;
    while end > HEADER {
        let address = end - 1;
        let node = Node::read(bytes, address)?;
        let arrived = arrivals[address];
        ensure(
            arrived.places != 0,
            address,
            "a node that a term leads to",
            "one without",
        )?;
        if node.is_final {
            arrived.end(address)?;
        }
        for transition in node.transitions() {
            let next = arrived.follow(transition.input, address)?;
            if transition.target == EMPTY_FINAL {
                next.end(address)?;
            }
            arrivals[transition.target].merge(next);
        }
        addresses.push(address);
        end = node.start;
    }
    Ok(addresses)
}

/// A summary of all paths from the root to a node.
#[derive(Clone, Copy, Default)]
struct Arrivals {
    /// The places in a UTF-8 character where they can end, as bits of [`utf8`]; none if there is no path.
    places: u8,
    /// The longest path, in bytes.
    longest: u8,
}

impl Arrivals {
    /// Returns the summary after one more input, out of the node at `address`.
    fn follow(self, input: u8, address: usize) -> Result<Arrivals, DictionaryError> {
        if self.longest == LONGEST_TERM {
            let expected = format_args!("terms of at most {LONGEST_TERM} bytes");
            return Err(refuse(address, expected, "a longer one"));
        }
        let places = utf8::follow(self.places, input)
            .ok_or_else(|| refuse(address, "terms in UTF-8", "a byte that cannot stand there"))?;
        Ok(Arrivals {
            places,
            longest: self.longest + 1,
        })
    }

    /// Checks that a term can end here.
    fn end(self, address: usize) -> Result<(), DictionaryError> {
        let whole = self.places == utf8::BETWEEN;
        ensure(
            whole,
            address,
            "terms in UTF-8",
            "one that ends within a character",
        )
    }

    fn merge(&mut self, other: Arrivals) {
        self.places |= other.places;
        self.longest = self.longest.max(other.longest);
    }
}

/// Counts the terms below each node, from the first node up to the root, and checks the number of each term.
///
/// Terms and their numbers rise. The writer moves the common part of values towards the root: the first term below a node
/// adds nothing, and the output of a transition is the number of terms below the same node that come before it. Checking this
/// at each node checks the number of each term without visiting the terms, of which a few hostile bytes can encode billions.
fn count_up(
    bytes: &[u8],
    addresses: &[usize],
    root: usize,
    terms: u32,
) -> Result<(), DictionaryError> {
    // 0 where there is no node: each node but the root of an empty dictionary has terms below it.
    let mut below = vec![0_u32; bytes.len()];
    below[EMPTY_FINAL] = 1;
    for &address in addresses.iter().rev() {
        let node = Node::read(bytes, address)?;
        let mut count = u32::from(node.is_final);
        for Transition { output, target, .. } in node.transitions() {
            if output != u64::from(count) {
                let expected = format_args!("output {count}, as many terms come before");
                return Err(refuse(address, expected, output));
            }
            if below[target] == 0 {
                let found = format_args!("one to byte {target}");
                return Err(refuse(address, "transitions to nodes with terms", found));
            }
            count = count
                .checked_add(below[target])
                .filter(|&count| count <= terms)
                .ok_or_else(|| refuse(address, format_args!("at most {terms} terms"), "more"))?;
        }
        below[address] = count;
    }
    if below[root] != terms {
        return Err(refuse(root, format_args!("{terms} terms"), below[root]));
    }
    Ok(())
}

/// Returns the number in at most eight bytes.
fn little_endian(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .rev()
        .fold(0, |number, &byte| number << 8 | u64::from(byte))
}

/// UTF-8, byte by byte (Unicode Standard, table 3-7).
///
/// A node may be reached from within several characters, since characters share their last bytes: hence sets of places, with
/// one bit each.
mod utf8 {
    /// Between two characters.
    pub(super) const BETWEEN: u8 = 1;
    const ONE_LEFT: u8 = 1 << 1;
    const TWO_LEFT: u8 = 1 << 2;
    const THREE_LEFT: u8 = 1 << 3;
    // After these bytes, the range of the second byte is narrower.
    const AFTER_E0: u8 = 1 << 4;
    const AFTER_ED: u8 = 1 << 5;
    const AFTER_F0: u8 = 1 << 6;
    const AFTER_F4: u8 = 1 << 7;

    /// Returns the places after one more byte, or `None` if it cannot follow one of them.
    pub(super) fn follow(places: u8, byte: u8) -> Option<u8> {
        (0..8)
            .map(|bit| places & (1 << bit))
            .filter(|&place| place != 0)
            .try_fold(0, |next, place| Some(next | step(place, byte)?))
    }

    fn step(place: u8, byte: u8) -> Option<u8> {
        match (place, byte) {
            (BETWEEN, 0x00..=0x7F) => Some(BETWEEN),
            (BETWEEN, 0xC2..=0xDF) => Some(ONE_LEFT),
            (BETWEEN, 0xE0) => Some(AFTER_E0),
            (BETWEEN, 0xED) => Some(AFTER_ED),
            (BETWEEN, 0xE1..=0xEF) => Some(TWO_LEFT),
            (BETWEEN, 0xF0) => Some(AFTER_F0),
            (BETWEEN, 0xF1..=0xF3) => Some(THREE_LEFT),
            (BETWEEN, 0xF4) => Some(AFTER_F4),
            (ONE_LEFT, 0x80..=0xBF) => Some(BETWEEN),
            (TWO_LEFT, 0x80..=0xBF) | (AFTER_E0, 0xA0..=0xBF) | (AFTER_ED, 0x80..=0x9F) => {
                Some(ONE_LEFT)
            }
            (THREE_LEFT, 0x80..=0xBF) | (AFTER_F0, 0x90..=0xBF) | (AFTER_F4, 0x80..=0x8F) => {
                Some(TWO_LEFT)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
