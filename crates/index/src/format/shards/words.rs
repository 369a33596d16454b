//! The words of an index in shards: those that the head has, and those that came with blocks and texts.
//!
//! ```text
//! DICT  for each block: how many bytes its first term has in common with that of the block before; the rest, as a string
//! STEM  for each block: how many stems appear first in it
//! FORM  count × { how much more frequent than the tokens before  tokens }     the rarest first
//!       separators: count × { ranks since the one before  string }            by rank
//!       a number of ranks; for each of them but separators: the form, in lines of one string
//! ```

use super::super::bytes::{Damage, Decoder, Encode};
use super::super::ranks;
use super::blocks::{Block, BlockForm, Frame, read_after, write_after};
use frise_text::begins_word;
use std::ops::Range;
use std::sync::OnceLock;

/// The words of an index in shards, as far as they are there.
pub struct Words {
    /// The text of each token by its rank, as far as it is known.
    texts: Vec<OnceLock<Box<str>>>,
    /// The term of each form by its rank, as far as its block is there.
    terms: Vec<OnceLock<u32>>,
    is_word: Vec<bool>,
    /// The separators by rank, each with how often it occurs.
    pub separators: Vec<(u32, u32)>,
    /// The first term of each block.
    pub firsts: Vec<Box<str>>,
    /// How many stems appear in each block or before.
    pub stems: Vec<u32>,
    pub blocks: Vec<OnceLock<Block>>,
}

impl Words {
    /// Makes the words of a head of which no block is there yet, from what DICT, STEM and FORM say. Returns how often each form
    /// occurs too, by rank.
    pub fn new(firsts: Vec<Box<str>>, stems: Vec<u32>, tokens: HeadTokens) -> (Words, Vec<u32>) {
        let words = Words {
            terms: tokens.texts.iter().map(|_| OnceLock::new()).collect(),
            blocks: firsts.iter().map(|_| OnceLock::new()).collect(),
            texts: tokens.texts,
            is_word: tokens.is_word,
            separators: tokens.separators,
            firsts,
            stems,
        };
        (words, tokens.frequencies)
    }

    /// Returns the number of stems.
    pub fn stem_count(&self) -> usize {
        self.stems.last().map_or(0, |stems| *stems as usize)
    }

    /// Returns for each rank whether its token is a form.
    pub fn are_words(&self) -> &[bool] {
        &self.is_word
    }

    /// Returns whether a token is a form, and not a separator.
    pub fn is_word(&self, rank: u32) -> bool {
        self.is_word
            .get(rank as usize)
            .is_some_and(|is_word| *is_word)
    }

    /// Returns the text of a token, if it is known.
    pub fn text(&self, rank: u32) -> Option<&str> {
        Some(self.texts.get(rank as usize)?.get()?)
    }

    /// Returns the term of a form, if its block is there.
    pub fn term_of_form(&self, rank: u32) -> Option<u32> {
        self.terms.get(rank as usize)?.get().copied()
    }

    /// Returns the block in which a term is, if it is in the dictionary; `None` if it comes before all terms.
    pub fn block_with(&self, term: &str) -> Option<usize> {
        let after = self.firsts.partition_point(|first| **first <= *term);
        after.checked_sub(1)
    }

    /// Returns what the head says of a block of some terms, given how many there are in all.
    pub fn frame(&self, at: usize, terms: Range<u32>, all_terms: u32) -> Frame<'_> {
        let stems = |at: usize| self.stems.get(at).copied().unwrap_or(0);
        Frame {
            terms,
            stems: at.checked_sub(1).map_or(0, stems)..stems(at),
            first: self.firsts.get(at).map_or("", |first| first),
            next: self.firsts.get(at + 1).map(|next| &**next),
            all_terms,
        }
    }

    /// Takes the text of a form.
    pub fn know(&self, rank: u32, text: Box<str>) {
        // A form that comes twice is the same twice.
        if let Some(known) = self.texts.get(rank as usize) {
            let _ = known.set(text);
        }
    }

    /// Takes a block of terms that begin with a number, and its forms.
    pub fn add(&self, at: usize, first: u32, block: Block, forms: Vec<BlockForm>) {
        for form in forms {
            if let Some(term) = self.terms.get(form.rank as usize) {
                let _ = term.set(first + form.term);
            }
            self.know(form.rank, form.text);
        }
        if let Some(there) = self.blocks.get(at) {
            let _ = there.set(block);
        }
    }
}

/// Reads DICT of a head, given the number of blocks.
pub fn read_firsts(bytes: &[u8], blocks: usize) -> Result<Vec<Box<str>>, Damage> {
    let mut decoder = Decoder::new(bytes);
    let mut firsts: Vec<Box<str>> = Vec::new();
    let mut last = Vec::new();
    for _ in 0..decoder.fitting(blocks) {
        let first = read_after(&mut decoder, &mut last)?;
        if firsts.last().is_some_and(|last| **last >= *first) {
            return Err("the first terms of blocks do not rise");
        }
        firsts.push(first.into());
    }
    decoder.end()?;
    Ok(firsts)
}

/// Writes DICT of a head.
pub fn write_firsts(firsts: Vec<&str>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut last = "";
    for first in firsts {
        write_after(last, first, &mut out);
        last = first;
    }
    out
}

/// Reads STEM of a head, given the number of blocks: how many stems appear in each block or before.
pub fn read_stem_counts(bytes: &[u8], blocks: usize) -> Result<Vec<u32>, Damage> {
    let mut decoder = Decoder::new(bytes);
    let mut count = 0u32;
    let mut counts = Vec::new();
    for _ in 0..decoder.fitting(blocks) {
        count = count.saturating_add(decoder.number());
        counts.push(count);
    }
    decoder.end()?;
    Ok(counts)
}

/// What FORM of a head says.
pub struct HeadTokens {
    texts: Vec<OnceLock<Box<str>>>,
    is_word: Vec<bool>,
    separators: Vec<(u32, u32)>,
    /// How often each form occurs, by rank; 0 for separators.
    frequencies: Vec<u32>,
}

impl HeadTokens {
    /// Reads FORM of a head.
    pub fn read(bytes: &[u8]) -> Result<HeadTokens, Damage> {
        let mut decoder = Decoder::new(bytes);
        let frequencies = read_frequencies(&mut decoder);
        let mut tokens = HeadTokens {
            texts: frequencies.iter().map(|_| OnceLock::new()).collect(),
            is_word: vec![true; frequencies.len()],
            separators: Vec::new(),
            frequencies,
        };
        for (rank, separator) in read_ranked(&mut decoder) {
            let at = rank as usize;
            let Some(text) = tokens.texts.get(at) else {
                return Err("a separator has a rank that is not there");
            };
            if separator.is_empty() || separator.starts_with(begins_word) {
                return Err("a separator is a word, or empty");
            }
            let _ = text.set(separator.into());
            tokens.is_word[at] = false;
            let frequency = std::mem::take(&mut tokens.frequencies[at]);
            tokens.separators.push((rank, frequency));
        }
        let Some(frequent) = tokens.texts.get(..decoder.size()) else {
            return Err("the head has more forms than there are");
        };
        let mut forms = decoder.string().lines();
        for text in frequent.iter().filter(|text| text.get().is_none()) {
            match forms.next() {
                Some(form) if form.starts_with(begins_word) => text.set(form.into()).ok(),
                _ => return Err("a form is not there, or not a word"),
            };
        }
        if forms.next().is_some() {
            return Err("there are more forms than ranks");
        }
        decoder.end()?;
        Ok(tokens)
    }
}

/// Reads how often each token occurs, by rank.
fn read_frequencies(decoder: &mut Decoder<'_>) -> Vec<u32> {
    let mut frequencies = Vec::new();
    let mut frequency = 0u32;
    decoder.each(|decoder| {
        let (rise, tokens) = (decoder.number(), decoder.size());
        match frequency.checked_add(rise) {
            Some(next) if rise > 0 && tokens <= ranks::LIMIT - frequencies.len() => {
                frequency = next;
                frequencies.extend(std::iter::repeat_n(next, tokens));
            }
            _ => decoder.refuse("there are too many tokens, or their frequencies do not rise"),
        }
    });
    frequencies.reverse();
    frequencies
}

/// Writes FORM of a head from the frequencies of the tokens, the separators and the forms among some first ranks, all by rank.
pub fn write_tokens(
    frequencies: &[u32],
    separators: &[Ranked<'_>],
    frequent: usize,
    forms: &[&str],
) -> Vec<u8> {
    let mut out = Vec::new();
    let runs: Vec<&[u32]> = frequencies.chunk_by(|a, b| a == b).collect();
    out.number(runs.len());
    let mut last = 0;
    for run in runs.iter().rev() {
        out.number((run[0] - last) as usize);
        out.number(run.len());
        last = run[0];
    }
    write_ranked(separators, &mut out);
    out.number(frequent);
    out.string(&forms.join("\n"));
    out
}

/// A token with its rank.
pub type Ranked<'b> = (u32, &'b str);

/// Reads tokens with their ranks, which rise.
pub fn read_ranked<'b>(decoder: &mut Decoder<'b>) -> Vec<Ranked<'b>> {
    let mut tokens = Vec::new();
    let mut next = 0u32;
    decoder.each(|decoder| {
        let rank = next.saturating_add(decoder.number());
        next = rank.saturating_add(1);
        tokens.push((rank, decoder.string()));
    });
    tokens
}

/// Writes tokens by rank.
pub fn write_ranked(tokens: &[Ranked<'_>], out: &mut Vec<u8>) {
    out.number(tokens.len());
    let mut next = 0;
    for (rank, text) in tokens {
        out.number((rank - next) as usize);
        out.string(text);
        next = rank + 1;
    }
}
