//! A suffix array: the places of a text in the order of what follows them.
//!
//! Manber and Myers, *Suffix arrays: a new method for on-line string searches* (1993). Only the first words of each suffix
//! count here, since segments are short; so the suffixes are sorted by keys of a few words, and only those whose keys are
//! equal are sorted again, by the next words.

use super::radix::sort_by_key;
use std::cmp::Ordering;
use std::ops::Range;

/// How many words a key holds.
const WORDS_OF_KEY: usize = 3;
/// How many bits a word has in a key.
const BITS: u32 = 21;

/// The suffixes of a text, sorted by their first words.
pub(crate) struct Suffixes {
    /// Where each suffix begins. Suffixes that begin with a break are left out.
    pub order: Vec<u32>,
    /// How many words each suffix shares with the one before it, up to the depth and to the next break.
    pub shared: Vec<u8>,
}

impl Suffixes {
    /// Sorts the suffixes of a text by their first `depth` words, or fewer where a break (0) comes first.
    pub fn of(words: &[u32], depth: usize) -> Suffixes {
        let starts = (0..words.len() as u32).filter(|start| words[*start as usize] != 0);
        let order: Vec<u32> = starts.collect();
        let shared = vec![0; order.len()];
        let mut suffixes = Suffixes { order, shared };
        let Suffixes { order, shared } = &mut suffixes;
        // Numbers of words that do not fit into a key are compared word by word.
        if words.iter().all(|word| *word < 1 << BITS) {
            sort_by_keys(words, order, shared, 0, depth, &mut Keyed::default());
        } else {
            order.sort_unstable_by(|a, b| compare(words, *a as usize, *b as usize, depth));
            for (pair, shared) in order.windows(2).zip(shared.iter_mut().skip(1)) {
                *shared = common(words, pair[0] as usize, pair[1] as usize, depth) as u8;
            }
        }
        suffixes
    }

    /// Returns where in the order the suffixes are that begin with some words, none of them a break.
    pub fn beginning_with(&self, words: &[u32], sought: &[u32]) -> Range<usize> {
        let order = |start: &u32| {
            let start = *start as usize;
            let end = (start + sought.len()).min(words.len());
            // A shorter suffix comes before those that it begins.
            words[start..end].cmp(sought)
        };
        let from = self
            .order
            .partition_point(|start| order(start) == Ordering::Less);
        let length = self.order[from..].partition_point(|start| order(start) == Ordering::Equal);
        from..from + length
    }
}

/// Room for the keys of suffixes, which one sort after the other uses.
#[derive(Default)]
struct Keyed {
    keyed: Vec<(u64, u32)>,
    spare: Vec<(u64, u32)>,
}

/// Sorts suffixes that share their first `from` words by those that follow, up to `depth`, and tells how many words each
/// shares with the one before it, but for the first one.
///
/// The keys tell what is shared, so that the text is not read again: its words are far apart in memory.
fn sort_by_keys(
    words: &[u32],
    order: &mut [u32],
    shared: &mut [u8],
    from: usize,
    depth: usize,
    room: &mut Keyed,
) {
    let Keyed { keyed, spare } = room;
    keyed.clear();
    let starts = order.iter();
    keyed.extend(starts.map(|start| (key(words, *start as usize + from), *start)));
    sort_by_key(keyed, spare);
    let next = from + WORDS_OF_KEY;
    let up_to_depth = |of_keys: usize| (from + of_keys).min(depth) as u8;
    let mut groups = Vec::new();
    let mut at = 0;
    let mut before = 0;
    for group in keyed.chunk_by(|(a, _), (b, _)| a == b) {
        let key = group[0].0;
        let range = at..at + group.len();
        for (slot, (_, start)) in order[range.clone()].iter_mut().zip(group) {
            *slot = *start;
        }
        if at > 0 {
            shared[at] = up_to_depth(shared_words(before, key));
        }
        let of_all = shared_words(key, key);
        shared[at + 1..range.end].fill(up_to_depth(of_all));
        if group.len() > 1 && of_all == WORDS_OF_KEY && next < depth {
            groups.push(range.clone());
        }
        (at, before) = (range.end, key);
    }
    for group in groups {
        let (order, shared) = (&mut order[group.clone()], &mut shared[group]);
        sort_by_keys(words, order, shared, next, depth, room);
    }
}

/// Returns how many words two keys share, up to the first break.
fn shared_words(a: u64, b: u64) -> usize {
    match a ^ b {
        0 => WORDS_OF_KEY - (a.trailing_zeros() / BITS) as usize,
        // The words fill the key but for its highest bit. Keys that share a break are equal.
        differs => (differs.leading_zeros() - 1) as usize / BITS as usize,
    }
}

/// Returns the next words as one number, in which all after a break are breaks.
fn key(words: &[u32], at: usize) -> u64 {
    let mut key = 0;
    for offset in 0..WORDS_OF_KEY {
        let word = words.get(at + offset).copied().unwrap_or(0);
        if word == 0 {
            return key << (BITS * (WORDS_OF_KEY - offset) as u32);
        }
        key = key << BITS | u64::from(word);
    }
    key
}

/// Compares two suffixes by their first words.
fn compare(words: &[u32], a: usize, b: usize, depth: usize) -> Ordering {
    let shared = common(words, a, b, depth);
    if shared == depth {
        return Ordering::Equal;
    }
    let word = |start: usize| words.get(start + shared).copied().unwrap_or(0);
    word(a).cmp(&word(b))
}

/// Returns how many words two suffixes share, up to the depth and to the next break.
fn common(words: &[u32], a: usize, b: usize, depth: usize) -> usize {
    let pairs = words[a..].iter().zip(&words[b..]).take(depth);
    pairs.take_while(|(a, b)| a == b && **a != 0).count()
}
