//! The texts of neighbouring passages.
//!
//! ```text
//! count × { ranks since the one before  string }    the forms of the texts that the head does not have
//! for each run: how many tokens it has; its bytes of TEXT
//! ```

use super::super::bytes::{Damage, Decoder};
use super::super::layout::Layout;
use super::super::ranks;
use super::words::{Ranked, Words, read_ranked};
use frise_text::begins_word;
use std::ops::Range;

/// The texts of neighbouring passages.
pub struct ShardTexts {
    bytes: Vec<u8>,
    /// The number of the first run.
    first: u32,
    /// Where the tokens of each run are in the bytes.
    runs: Vec<Range<u32>>,
}

impl ShardTexts {
    /// Reads the texts of some passages, whose runs must have as many words as the layout says, and the forms that come with
    /// them.
    pub fn read<'b>(
        bytes: &'b [u8],
        passages: Range<u32>,
        layout: &Layout,
        words: &Words,
    ) -> Result<(ShardTexts, Vec<Ranked<'b>>), Damage> {
        let first = layout.first_run.get(passages.start as usize);
        let mut texts = ShardTexts {
            bytes: bytes.to_vec(),
            first: first.copied().unwrap_or(0),
            runs: Vec::new(),
        };
        let mut decoder = Decoder::new(bytes);
        let forms = read_ranked(&mut decoder);
        let is_form =
            |(rank, text): &Ranked<'_>| words.is_word(*rank) && text.starts_with(begins_word);
        if !forms.iter().all(is_form) {
            return Err("a form is not a word, or not of the index");
        }
        let is_known = |rank: u32| {
            words.text(rank).is_some() || forms.binary_search_by_key(&rank, |form| form.0).is_ok()
        };
        let place = |decoder: &Decoder<'_>| (bytes.len() - decoder.left().len()) as u32;
        for run in passages.flat_map(|passage| layout.runs_of(passage)) {
            let tokens = decoder.number();
            let start = place(&decoder);
            let mut count = 0;
            for _ in 0..tokens {
                let Some((rank, length)) = ranks::decode(decoder.left()) else {
                    return Err("a run has more tokens than its shard");
                };
                if !is_known(rank) {
                    return Err("a token is of a form that is not there");
                }
                count += u32::from(words.is_word(rank));
                decoder.take(length);
            }
            if count != run.positions.len() as u32 {
                return Err("a run has other words than the index says");
            }
            texts.runs.push(start..place(&decoder));
        }
        decoder.end()?;
        Ok((texts, forms))
    }

    /// Returns the bytes of a run by its number.
    pub fn of(&self, run: u32) -> Option<&[u8]> {
        let place = self.runs.get(run.checked_sub(self.first)? as usize)?;
        self.bytes.get(place.start as usize..place.end as usize)
    }
}
