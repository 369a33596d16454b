//! Automata over the dictionary's bytes: wildcards, and words with a letter or two wrong.

use fst::Automaton;

/// `*` for any letters, `?` for one.
pub(super) struct Pattern {
    elements: Vec<Element>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Element {
    Byte(u8),
    AnyOne,
    AnyMany,
}

impl Pattern {
    /// From a folded pattern; `None` for more than 127 bytes, which no set of places holds.
    pub fn new(pattern: &str) -> Option<Pattern> {
        let element = |byte| match byte {
            b'*' => Element::AnyMany,
            b'?' => Element::AnyOne,
            byte => Element::Byte(byte),
        };
        (pattern.len() <= 127).then(|| Pattern {
            elements: pattern.bytes().map(element).collect(),
        })
    }

    /// What is reached without reading: `*` may stand for nothing.
    fn closure(&self, mut states: u128) -> u128 {
        for (at, element) in self.elements.iter().enumerate() {
            if *element == Element::AnyMany && states >> at & 1 == 1 {
                states |= 1 << (at + 1);
            }
        }
        states
    }
}

/// States are sets of places in the pattern, one bit each.
impl Automaton for Pattern {
    type State = u128;

    fn start(&self) -> u128 {
        self.closure(1)
    }

    fn is_match(&self, states: &u128) -> bool {
        states >> self.elements.len() & 1 == 1
    }

    fn can_match(&self, states: &u128) -> bool {
        *states != 0
    }

    fn accept(&self, states: &u128, byte: u8) -> u128 {
        let continues_letter = byte & 0xC0 == 0x80;
        let mut next = 0;
        for (at, element) in self.elements.iter().enumerate() {
            if states >> at & 1 == 1 {
                next |= match element {
                    Element::Byte(wanted) if *wanted == byte => 1 << (at + 1),
                    Element::AnyOne if !continues_letter => 1 << (at + 1),
                    Element::AnyMany => 1 << at,
                    _ => 0,
                };
            }
            // The bytes that complete the letter that `?` took.
            if *element == Element::AnyOne && continues_letter && states >> (at + 1) & 1 == 1 {
                next |= 1 << (at + 1);
            }
        }
        self.closure(next)
    }
}

/// Words at a Levenshtein distance of at most `edits` letters, by the rows of the classic table
/// (Wagner and Fischer, 1974). Words of more than 32 letters match only themselves.
pub(super) struct Fuzzy {
    letters: Vec<char>,
    edits: u8,
}

const LONGEST_FUZZY: usize = 32;

/// A row of the table, and the letter whose bytes are being read.
#[derive(Clone)]
pub(super) struct Row {
    distance: [u8; LONGEST_FUZZY + 1],
    letter: u32,
    bytes_missing: u8,
}

impl Fuzzy {
    /// From a folded word.
    pub fn new(word: &str, edits: u8) -> Fuzzy {
        let letters: Vec<char> = word.chars().collect();
        let edits = if letters.len() > LONGEST_FUZZY {
            0
        } else {
            edits
        };
        Fuzzy {
            letters: letters.into_iter().take(LONGEST_FUZZY).collect(),
            edits,
        }
    }

    fn step(&self, row: &Row, letter: u32) -> [u8; LONGEST_FUZZY + 1] {
        let mut next = [u8::MAX; LONGEST_FUZZY + 1];
        next[0] = row.distance[0].saturating_add(1);
        for (at, wanted) in self.letters.iter().enumerate() {
            let change = row.distance[at].saturating_add(u8::from(*wanted as u32 != letter));
            let insert = row.distance[at + 1].saturating_add(1);
            let omit = next[at].saturating_add(1);
            next[at + 1] = change.min(insert).min(omit);
        }
        next
    }
}

impl Automaton for Fuzzy {
    type State = Row;

    fn start(&self) -> Row {
        let mut distance = [u8::MAX; LONGEST_FUZZY + 1];
        (0..)
            .zip(&mut distance[..=self.letters.len()])
            .for_each(|(at, cell)| *cell = at);
        Row {
            distance,
            letter: 0,
            bytes_missing: 0,
        }
    }

    fn is_match(&self, row: &Row) -> bool {
        row.bytes_missing == 0 && row.distance[self.letters.len()] <= self.edits
    }

    fn can_match(&self, row: &Row) -> bool {
        row.distance[..=self.letters.len()]
            .iter()
            .any(|distance| *distance <= self.edits)
    }

    fn accept(&self, row: &Row, byte: u8) -> Row {
        let (letter, bytes_missing) = match byte {
            0x80..=0xBF => (
                row.letter << 6 | u32::from(byte & 0x3F),
                row.bytes_missing.saturating_sub(1),
            ),
            0xC0..=0xDF => (u32::from(byte & 0x1F), 1),
            0xE0..=0xEF => (u32::from(byte & 0x0F), 2),
            0xF0..=0xFF => (u32::from(byte & 0x07), 3),
            _ => (u32::from(byte), 0),
        };
        let distance = if bytes_missing == 0 {
            self.step(row, letter)
        } else {
            row.distance
        };
        Row {
            distance,
            letter,
            bytes_missing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn accepts(automaton: &impl Automaton, word: &str) -> bool {
        let state = word.bytes().fold(automaton.start(), |state, byte| {
            automaton.accept(&state, byte)
        });
        automaton.is_match(&state)
    }

    /// The slow twin: what a pattern means, letter by letter.
    fn fits(pattern: &[char], word: &[char]) -> bool {
        match (pattern.split_first(), word.split_first()) {
            (None, None) => true,
            (Some(('*', rest)), _) => {
                fits(rest, word) || (!word.is_empty() && fits(pattern, &word[1..]))
            }
            (Some((wanted, rest)), Some((letter, after))) => {
                (*wanted == '?' || wanted == letter) && fits(rest, after)
            }
            _ => false,
        }
    }

    /// The slow twin: the distance by its definition.
    fn distance(a: &[char], b: &[char]) -> usize {
        match (a.split_first(), b.split_first()) {
            (None, _) => b.len(),
            (_, None) => a.len(),
            (Some((x, a_rest)), Some((y, b_rest))) => {
                let change = distance(a_rest, b_rest) + usize::from(x != y);
                change
                    .min(distance(a, b_rest) + 1)
                    .min(distance(a_rest, b) + 1)
            }
        }
    }

    proptest! {
        #[test]
        fn patterns(pattern in "[abя*?]{0,6}", word in "[abя]{0,6}") {
            let slow = fits(&pattern.chars().collect::<Vec<_>>(), &word.chars().collect::<Vec<_>>());
            prop_assert_eq!(Pattern::new(&pattern).is_some_and(|pattern| accepts(&pattern, &word)), slow);
        }

        #[test]
        fn edits(wanted in "[abя]{0,5}", word in "[abя]{0,5}", edits in 0u8..3) {
            let slow = distance(&wanted.chars().collect::<Vec<_>>(), &word.chars().collect::<Vec<_>>());
            prop_assert_eq!(accepts(&Fuzzy::new(&wanted, edits), &word), slow <= usize::from(edits));
        }
    }

    #[test]
    fn long_words_do_not_break_anything() {
        let long = "a".repeat(300);
        assert!(Pattern::new(&long).is_none());
        assert!(!accepts(&Fuzzy::new(&long, 2), &long));
    }
}
