//! Near repetitions: a segment with a word or two changed.

use super::{Place, Segment, Segments};
use std::collections::BTreeMap;

/// A sequence of as many words as a segment, of which one or two are others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// The words, as numbers of the level.
    pub words: Vec<u32>,
    /// Which words differ from those of the segment, from 0 on.
    pub changed: Vec<usize>,
    /// Its occurrences in the order of time, as [`Segments::places`] has them.
    pub places: Vec<Place>,
}

impl Segments<'_> {
    /// Returns the sequences of as many words as a segment in which at most `changes` words, one or two, are others: those
    /// with fewer changes first, then those with more occurrences.
    ///
    /// Words are exchanged, and neither added nor left out. A segment needs three words to have variants, and is cut into
    /// one piece more than words may change, of which one at least must stand unchanged (Navarro and Baeza-Yates, *A
    /// practical q-gram index for text retrieval allowing errors*, 1998); its places are looked up and compared.
    pub fn variants(&self, segment: &Segment, changes: usize) -> Vec<Variant> {
        let length = segment.words();
        let changes = changes.min(2);
        let sought = self.text.words_at(self.first_of(segment), length).to_vec();
        if changes == 0 || length < changes + 2 {
            return Vec::new();
        }
        let text = &self.text.words;
        let pieces = changes + 1;
        let mut starts: Vec<usize> = Vec::new();
        for piece in 0..pieces {
            let (from, to) = (piece * length / pieces, (piece + 1) * length / pieces);
            let range = self.suffixes.beginning_with(text, &sought[from..to]);
            let places = self.suffixes.order[range].iter();
            starts.extend(places.filter_map(|start| (*start as usize).checked_sub(from)));
        }
        starts.sort_unstable();
        starts.dedup();
        let mut variants: BTreeMap<&[u32], Variant> = BTreeMap::new();
        for start in starts {
            let words = self.text.words_at(start, length);
            if words.len() < length || words.contains(&0) {
                continue;
            }
            let differs = |at: &usize| words[*at] != sought[*at];
            let changed: Vec<usize> = (0..length).filter(differs).collect();
            if changed.is_empty() || changed.len() > changes {
                continue;
            }
            let variant = variants.entry(words).or_insert_with(|| Variant {
                words: words.iter().map(|word| word - 1).collect(),
                changed,
                places: Vec::new(),
            });
            variant.places.extend(self.place(start, length));
        }
        let mut variants: Vec<Variant> = variants.into_values().collect();
        variants.sort_by_key(|variant| {
            (
                variant.changed.len(),
                std::cmp::Reverse(variant.places.len()),
            )
        });
        variants
    }
}
