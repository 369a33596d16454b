//! A block of the dictionary: neighbouring terms with all that belongs to them, loaded when one of them is asked for.
//!
//! ```text
//! for each term: how many bytes it has in common with the one before; the rest, as a string
//! the length of what follows; FORM of the forms, without separators, and with the rank of each form in the place of its frequency
//! for each term: its stem, as in STEM
//! count × { new stems since the last one that is listed  count × { terms since the last one } }   terms of later blocks that
//!                                                                  have a new stem of this one
//! ```

use super::super::LONGEST_TERM;
use super::super::bytes::{Damage, Decoder, Encode};
use super::super::vocabulary::{Lists, StoredTokens, Token, read_stem, write_forms, write_stem};
use std::ops::Range;

/// What the head says of a block.
pub struct Frame<'h> {
    /// The numbers of its terms.
    pub terms: Range<u32>,
    /// The stems that appear first in it.
    pub stems: Range<u32>,
    /// Its first term.
    pub first: &'h str,
    /// The first term of the next block.
    pub next: Option<&'h str>,
    /// How many terms there are.
    pub all_terms: u32,
}

/// A block that is there.
pub struct Block {
    terms: Vec<Box<str>>,
    /// The ranks of the forms of each term.
    pub forms: Lists,
    /// The stem of each term.
    stems: Vec<u32>,
    /// The terms of each stem that appears first in this block.
    pub terms_of_stem: Lists,
}

/// A form of a block.
pub struct BlockForm {
    pub text: Box<str>,
    /// The number of its term within the block.
    pub term: u32,
    pub rank: u32,
}

impl Block {
    /// Reads a block, and its forms in the order of FORM.
    pub fn read(bytes: &[u8], frame: &Frame<'_>) -> Result<(Block, Vec<BlockForm>), Damage> {
        let mut decoder = Decoder::new(bytes);
        let terms = read_terms(&mut decoder, frame)?;
        let length = decoder.size();
        let stored = StoredTokens::read(decoder.take(length), terms.len(), |add| {
            terms.iter().try_for_each(|term| add(term))
        })?;
        let forms = stored.forms().map(|(text, term, rank)| BlockForm {
            text: text.into(),
            term,
            rank,
        });
        let forms: Vec<BlockForm> = forms.collect();
        let of_terms = forms.iter().map(|form| (form.term, form.rank));
        let of_terms = Lists::of_pairs(of_terms.collect(), terms.len());
        if of_terms.any_empty() {
            return Err("a term of the dictionary has no form");
        }
        let mut count = frame.stems.start;
        let stems: Vec<u32> = terms
            .iter()
            .map(|_| read_stem(&mut decoder, &mut count))
            .collect();
        if count != frame.stems.end {
            return Err("a block has other stems than the head says");
        }
        let own = frame.terms.clone().zip(&stems);
        let mut of_stems: Vec<(u32, u32)> = own
            .filter_map(|(term, stem)| Some((stem.checked_sub(frame.stems.start)?, term)))
            .collect();
        let mut stem = 0u32;
        decoder.each(|decoder| {
            stem = stem.saturating_add(decoder.number());
            let mut term = frame.terms.end;
            decoder.each(|decoder| {
                term = term.saturating_add(decoder.number());
                of_stems.push((stem, term));
            });
        });
        decoder.end()?;
        let is_there = |(stem, term): &(u32, u32)| {
            (*stem as usize) < frame.stems.len() && *term < frame.all_terms
        };
        if !of_stems.iter().all(is_there) {
            return Err("a stem has a term that is not there");
        }
        let block = Block {
            terms,
            forms: of_terms,
            stems,
            terms_of_stem: Lists::of_pairs(of_stems, frame.stems.len()),
        };
        Ok((block, forms))
    }

    /// Returns the terms.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().map(|term| &**term)
    }

    /// Returns the stem of each term.
    pub fn stems(&self) -> impl Iterator<Item = u32> {
        self.stems.iter().copied()
    }

    /// Returns the stem of a term by its place in the block.
    pub fn stem(&self, term: u32) -> Option<u32> {
        self.stems.get(term as usize).copied()
    }

    /// Returns the place of a term in the block.
    pub fn place_of(&self, folded: &str) -> Option<u32> {
        let place = self.terms.binary_search_by(|term| (**term).cmp(folded));
        place.ok().map(|place| place as u32)
    }

    /// Returns how many terms come before a sequence of bytes.
    pub fn terms_before(&self, bound: &[u8]) -> usize {
        self.terms.partition_point(|term| term.as_bytes() < bound)
    }
}

/// Reads the terms of a block, which must rise from its first to the next block.
fn read_terms(decoder: &mut Decoder<'_>, frame: &Frame<'_>) -> Result<Vec<Box<str>>, Damage> {
    let count = decoder.fitting(frame.terms.len());
    let mut terms: Vec<Box<str>> = Vec::with_capacity(count);
    let mut last = Vec::new();
    for _ in 0..count {
        let term = read_after(decoder, &mut last)?;
        if terms.last().is_some_and(|last| **last >= *term) {
            return Err("the terms of a block do not rise");
        }
        terms.push(term.into());
    }
    let is_first = terms.first().is_some_and(|first| **first == *frame.first);
    let is_last = terms.last().zip(frame.next);
    match is_first && is_last.is_none_or(|(last, next)| **last < *next) {
        true => Ok(terms),
        false => Err("a block has other terms than the head says"),
    }
}

/// Reads a term after the one before, whose bytes it takes the place of.
pub fn read_after<'t>(decoder: &mut Decoder<'_>, last: &'t mut Vec<u8>) -> Result<&'t str, Damage> {
    last.truncate(decoder.size());
    last.extend_from_slice(decoder.string().as_bytes());
    if last.len() > LONGEST_TERM {
        return Err("a term is too long");
    }
    std::str::from_utf8(last).map_err(|_| "a term is not UTF-8")
}

/// Writes a term after the one before.
pub fn write_after(last: &str, term: &str, out: &mut Vec<u8>) {
    let pairs = last.chars().zip(term.chars());
    let common = pairs.take_while(|(a, b)| a == b);
    let common: usize = common.map(|(a, _)| a.len_utf8()).sum();
    out.number(common);
    out.string(&term[common..]);
}

/// Writes a block.
///
/// `forms` are those of its terms with their ranks, in the order of FORM; `terms_of_stem` returns all terms of a stem, in rising
/// order.
pub fn write<'i>(
    terms: &[String],
    forms: &[Token<'_>],
    stems: &[u32],
    frame: &Frame<'_>,
    terms_of_stem: impl Fn(u32) -> &'i [u32],
) -> Vec<u8> {
    let mut out = Vec::new();
    let mut last = "";
    for term in terms {
        write_after(last, term, &mut out);
        last = term;
    }
    let forms = write_forms(forms, &[]);
    out.number(forms.len());
    out.extend(forms);
    let mut count = frame.stems.start;
    for stem in stems {
        write_stem(*stem, &mut count, &mut out);
    }
    let later = |stem: u32| {
        let terms = terms_of_stem(stem);
        &terms[terms.partition_point(|term| *term < frame.terms.end)..]
    };
    let listed = frame.stems.clone().filter(|stem| !later(*stem).is_empty());
    let listed: Vec<u32> = listed.collect();
    out.number(listed.len());
    let mut last = frame.stems.start;
    for stem in listed {
        out.number((stem - last) as usize);
        last = stem;
        out.number(later(stem).len());
        let mut last = frame.terms.end;
        for term in later(stem) {
            out.number((term - last) as usize);
            last = *term;
        }
    }
    out
}
