//! How rich a vocabulary is: growth, hapaxes, and measures that do not depend on length.

use crate::words::{NO_WORD, words_at};
use crate::{Error, Level, Warning};
use frise_index::Index;
use frise_index::search::PassageSet;

/// The richness of a vocabulary.
#[derive(Clone, Debug, PartialEq)]
pub struct Diversity {
    /// The number of words.
    pub tokens: u64,
    /// The number of distinct words.
    pub types: u64,
    /// The number of words that occur once: hapax legomena.
    pub hapaxes: u64,
    /// The mean of the type-token ratio over all windows of [`Diversity::WINDOW`] words, from 0 to 1. `None` where there are
    /// fewer words.
    ///
    /// Covington and McFall, *Cutting the Gordian Knot: The Moving-Average Type–Token Ratio (MATTR)*, Journal of Quantitative
    /// Linguistics 17 (2010).
    pub mattr: Option<f64>,
    /// The mean number of words in a row whose type-token ratio stays above 0.72, forwards and backwards. `None` where the
    /// ratio never falls.
    ///
    /// McCarthy and Jarvis, *MTLD, vocd-D, and HD-D: A validation study of sophisticated approaches to lexical diversity
    /// assessment*, Behavior Research Methods 42 (2010).
    pub mtld: Option<f64>,
    /// The number of distinct words after some numbers of words, for a curve: at most [`Diversity::POINTS`] points, the last
    /// of which is the whole.
    pub growth: Vec<(u64, u64)>,
    /// What makes the figures doubtful.
    pub warnings: Vec<Warning>,
}

impl Diversity {
    /// The number of words of a window of [`mattr`](Self::mattr).
    pub const WINDOW: usize = 500;
    /// The largest number of points of [`growth`](Self::growth).
    pub const POINTS: u64 = 200;

    /// Computes the measures of some words in reading order; equal numbers are equal words.
    ///
    /// # Errors
    /// Returns an error if there are no words.
    pub fn of(words: &[u32]) -> Result<Diversity, Error> {
        if words.is_empty() {
            return Err(Error::NoWords);
        }
        let mut numbers: Vec<u32> = words.to_vec();
        numbers.sort_unstable();
        numbers.dedup();
        // Equal words get equal small numbers, so that counts fit into a list.
        let place = |word: &u32| numbers.binary_search(word).unwrap_or(0);
        let words: Vec<usize> = words.iter().map(place).collect();
        let mut counts = vec![0u64; numbers.len()];
        let tokens = words.len() as u64;
        let mut growth = Vec::new();
        let mut types = 0;
        for (seen, word) in (1u64..).zip(&words) {
            types += u64::from(counts[*word] == 0);
            counts[*word] += 1;
            let points = Diversity::POINTS.min(tokens);
            let point = |seen: u64| u128::from(seen) * u128::from(points) / u128::from(tokens);
            if point(seen) > point(seen - 1) {
                growth.push((seen, types));
            }
        }
        let warnings = match tokens {
            0..1_000 => vec![Warning::SmallPart { words: tokens }],
            _ => Vec::new(),
        };
        Ok(Diversity {
            tokens,
            types,
            hapaxes: counts.iter().filter(|count| **count == 1).count() as u64,
            mattr: mattr(&words, numbers.len(), Diversity::WINDOW),
            mtld: mtld(&words, numbers.len()),
            growth,
            warnings,
        })
    }
}

/// Computes the richness of the vocabulary of some passages, in reading order.
///
/// # Errors
/// Returns an error if the passages have no words.
pub fn diversity(index: &Index, passages: &PassageSet, level: Level) -> Result<Diversity, Error> {
    let table = level.table(index);
    let mut words = Vec::new();
    let mut row = Vec::new();
    for passage in passages.iter() {
        words_at(index, passage, &table, &mut row);
        words.extend(row.iter().copied().filter(|word| *word != NO_WORD));
    }
    Diversity::of(&words)
}

/// Returns the mean type-token ratio of all windows of a width.
pub(crate) fn mattr(words: &[usize], types: usize, width: usize) -> Option<f64> {
    if words.len() < width || width == 0 {
        return None;
    }
    let mut counts = vec![0u32; types];
    let mut distinct = 0u64;
    let mut sum = 0u64;
    for (at, word) in words.iter().enumerate() {
        distinct += u64::from(counts[*word] == 0);
        counts[*word] += 1;
        if let Some(gone) = at.checked_sub(width) {
            let count = &mut counts[words[gone]];
            *count -= 1;
            distinct -= u64::from(*count == 0);
        }
        if at + 1 >= width {
            sum += distinct;
        }
    }
    let windows = (words.len() - width + 1) as f64;
    Some(sum as f64 / windows / width as f64)
}

/// The type-token ratio at which a factor of MTLD is complete; the value of the source.
const FACTOR: f64 = 0.72;

fn mtld(words: &[usize], types: usize) -> Option<f64> {
    let forwards = factors(words.iter(), types);
    let backwards = factors(words.iter().rev(), types);
    let length = words.len() as f64;
    let defined = forwards > 0.0 && backwards > 0.0;
    defined.then(|| (length / forwards + length / backwards) / 2.0)
}

/// Returns the number of factors of a text: whole ones, and what the rest has of one.
fn factors<'w>(words: impl Iterator<Item = &'w usize>, types: usize) -> f64 {
    let mut last_seen = vec![0u32; types];
    let mut factor = 1u32;
    let (mut tokens, mut distinct) = (0u32, 0u32);
    let mut ratio = 1.0;
    for word in words {
        tokens += 1;
        if last_seen[*word] != factor {
            last_seen[*word] = factor;
            distinct += 1;
        }
        ratio = f64::from(distinct) / f64::from(tokens);
        if ratio <= FACTOR {
            factor += 1;
            (tokens, distinct, ratio) = (0, 0, 1.0);
        }
    }
    f64::from(factor - 1) + (1.0 - ratio) / (1.0 - FACTOR)
}
