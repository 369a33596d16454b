//! The postings of neighbouring terms.
//!
//! ```text
//! for each term, for each of its forms, the most frequent first:
//!     twice the number of its occurrences, and 1 more if another form of the term follows
//!     for each occurrence: its position as the difference from the one before
//! ```

use super::super::bytes::{Damage, Decoder, Encode};
use std::ops::Range;

/// The postings of the forms of neighbouring terms.
pub struct ShardPostings {
    first_term: u32,
    /// Where the forms of each term begin, and where the last ones end.
    first_forms: Vec<u32>,
    /// Where the postings of each form begin, and where the last ones end.
    starts: Vec<u32>,
    positions: Vec<u32>,
}

impl ShardPostings {
    /// Reads the postings of some terms, which lie before the last position of the index.
    pub fn read(bytes: &[u8], terms: Range<u32>, end: u32) -> Result<ShardPostings, Damage> {
        let mut decoder = Decoder::new(bytes);
        let mut postings = ShardPostings {
            first_term: terms.start,
            first_forms: vec![0],
            starts: vec![0],
            positions: Vec::new(),
        };
        // Each term takes a byte at least.
        for _ in 0..decoder.fitting(terms.len()) {
            let mut is_last = false;
            while !is_last {
                // Damage reads as zero, which ends a term.
                let number = decoder.number();
                is_last = number & 1 == 0;
                postings.read_form(&mut decoder, number >> 1, end)?;
            }
            postings.first_forms.push(postings.starts.len() as u32 - 1);
        }
        decoder.end()?;
        Ok(postings)
    }

    fn read_form(&mut self, decoder: &mut Decoder<'_>, count: u32, end: u32) -> Result<(), Damage> {
        let mut position = 0u32;
        for at in 0..decoder.fitting(count as usize) {
            let gap = decoder.number();
            match position.checked_add(gap) {
                Some(next) if next < end && (gap > 0 || at == 0) => position = next,
                _ => return Err("the positions of a form do not rise to the end of the texts"),
            }
            self.positions.push(position);
        }
        self.starts.push(self.positions.len() as u32);
        Ok(())
    }

    /// Returns the postings of a form by its place among those of its term.
    pub fn of(&self, term: u32, place: usize) -> Option<&[u32]> {
        let term = term.checked_sub(self.first_term)? as usize;
        let forms =
            *self.first_forms.get(term)? as usize..*self.first_forms.get(term + 1)? as usize;
        let form = forms.start + place;
        let range = *self.starts.get(form)? as usize..*self.starts.get(form + 1)? as usize;
        forms.contains(&form).then(|| &self.positions[range])
    }
}

/// Writes the postings of a term.
pub fn write<'i>(forms: impl ExactSizeIterator<Item = &'i [u32]>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let count = forms.len();
    for (at, positions) in (1..).zip(forms) {
        bytes.number(2 * positions.len() + usize::from(at < count));
        let mut last = 0;
        for position in positions {
            bytes.number((position - last) as usize);
            last = *position;
        }
    }
    bytes
}
