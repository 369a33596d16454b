//! The automaton of words with one or two letters added, left out or changed.

use super::letters::Partial;
use fst::Automaton;

/// The longest word that can be matched, in letters: one bit for each, and one more.
const LONGEST: usize = 63;

/// The most edits.
const MOST_EDITS: usize = 2;

/// An automaton that matches the words at a Levenshtein distance of at most 2 letters.
///
/// It is the bit-parallel automaton of Wu and Manber, *Fast Text Searching Allowing Errors*, Communications of the ACM 35,
/// 1992.
pub(in crate::search) struct FuzzyAutomaton {
    edits: usize,
    /// The bit after that of the last letter.
    end: u64,
    /// For each letter of ASCII, the bits of its places in the word.
    places: [u64; 128],
    /// The bits of other letters.
    others: Vec<(char, u64)>,
}

/// For each number of edits, how many letters of the word may have been read (bit 3 for three letters); and the letter
/// whose bytes are being read.
#[derive(Clone, Copy)]
pub(in crate::search) struct FuzzyState {
    letters: [u64; MOST_EDITS + 1],
    partial: Partial,
}

impl FuzzyAutomaton {
    /// Creates the automaton of a folded word and 1 or 2 edits; `None` for a word of more than 63 letters.
    pub fn new(word: &str, edits: u8) -> Option<FuzzyAutomaton> {
        let mut fuzzy = FuzzyAutomaton {
            edits: usize::from(edits).min(MOST_EDITS),
            end: 1,
            places: [0; 128],
            others: Vec::new(),
        };
        for letter in word.chars() {
            if fuzzy.end >> LONGEST == 1 {
                return None;
            }
            *fuzzy.places_of(letter) |= fuzzy.end;
            fuzzy.end <<= 1;
        }
        Some(fuzzy)
    }

    fn places_of(&mut self, letter: char) -> &mut u64 {
        if letter.is_ascii() {
            return &mut self.places[letter as usize];
        }
        let known = self.others.iter().position(|(known, _)| *known == letter);
        let place = known.unwrap_or_else(|| {
            self.others.push((letter, 0));
            self.others.len() - 1
        });
        &mut self.others[place].1
    }

    /// Returns how many letters may have been read after one more letter.
    fn transition(&self, before: &[u64; MOST_EDITS + 1], letter: char) -> [u64; MOST_EDITS + 1] {
        let places = match self.places.get(letter as usize) {
            Some(places) => *places,
            None => {
                let known = self.others.iter().find(|(known, _)| *known == letter);
                known.map_or(0, |(_, places)| *places)
            }
        };
        let mut after = [(before[0] & places) << 1, 0, 0];
        for edits in 1..=self.edits {
            let added = before[edits - 1];
            let changed = before[edits - 1] << 1;
            let omitted = after[edits - 1] << 1;
            let read = (before[edits] & places) << 1;
            after[edits] = (read | added | changed | omitted) & (self.end | (self.end - 1));
        }
        after
    }
}

impl Automaton for FuzzyAutomaton {
    type State = FuzzyState;

    fn start(&self) -> FuzzyState {
        // Before anything is read, only left out letters of the word can have been passed.
        let within_word = self.end | (self.end - 1);
        FuzzyState {
            letters: [1, 0b11 & within_word, 0b111 & within_word],
            partial: Partial::default(),
        }
    }

    fn is_match(&self, state: &FuzzyState) -> bool {
        state.partial.is_empty() && state.letters[self.edits] & self.end != 0
    }

    fn can_match(&self, state: &FuzzyState) -> bool {
        state.letters[self.edits] != 0
    }

    fn accept(&self, state: &FuzzyState, byte: u8) -> FuzzyState {
        match state.partial.read(byte) {
            Ok(letter) => FuzzyState {
                letters: self.transition(&state.letters, letter),
                partial: Partial::default(),
            },
            Err(partial) => FuzzyState { partial, ..*state },
        }
    }
}
