//! Keyness: the words that are more frequent, or rarer, in some passages than in others.

use crate::special::minus_log10;
use crate::words::{count, count_all, words_in};
use crate::{Contingency, Correction, Error, Level, Test, Warning};
use frise_index::Index;
use frise_index::search::PassageSet;

/// What a part is compared with.
#[derive(Clone, Copy, Debug)]
pub enum Reference<'p> {
    /// All passages that are not in the part.
    Rest,
    /// Some passages. Those that are also in the part are left out.
    Passages(&'p PassageSet),
}

/// What is compared, and what is kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KeynessOptions {
    /// The level at which words are told apart.
    pub level: Level,
    /// The smallest frequency in both parts together of the words that are compared.
    pub frequency: u64,
    /// The test by which words are kept.
    pub test: Test,
    /// The correction for the number of words compared.
    pub correction: Correction,
    /// The smallest corrected significance of the words that are kept, in powers of ten: 2 for a probability of 0.01. With
    /// 0 all are kept.
    pub significance: f64,
}

impl Default for KeynessOptions {
    /// Words in folded form of frequency 2 or more, by spécificité with the correction of Holm; all are kept.
    fn default() -> KeynessOptions {
        KeynessOptions {
            level: Level::default(),
            frequency: 2,
            test: Test::default(),
            correction: Correction::default(),
            significance: 0.0,
        }
    }
}

/// A word, with its frequencies in both parts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KeyWord {
    /// The word, a number of the [`Level`].
    pub word: u32,
    /// Its frequencies, from which its measures follow.
    pub table: Contingency,
    /// Its spécificité; see [`Contingency::specificity`].
    pub specificity: f64,
    /// `-log10` of the corrected probability of the test, 0 or more.
    pub significance: f64,
}

/// The result of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyness {
    /// The words that are kept: those most typical of the part first, those most typical of the reference last.
    pub words: Vec<KeyWord>,
    /// The number of words of the part.
    pub part: u64,
    /// The number of words of the reference.
    pub reference: u64,
    /// The number of distinct words that were compared: those that have the frequency.
    pub compared: usize,
    /// What makes the figures doubtful.
    pub warnings: Vec<Warning>,
}

/// The number of words below which a part is small.
const SMALL_PART: u64 = 1_000;

/// Compares the words of some passages with those of others.
///
/// The time depends on the words of the passages and on the vocabulary, apart from sorting the result.
///
/// # Errors
/// Returns an error if the part or its reference has no words.
///
/// ```
/// use frise_index::query::parse;
/// use frise_index::search::Searcher;
/// use frise_stats::{KeynessOptions, Reference, keyness};
///
/// # let lines = r#"{"id": "1", "date": "2016", "language": "fr", "text": "La paix, la paix, et encore la paix."}
/// # {"id": "2", "date": "2021", "language": "fr", "text": "La guerre, et encore la guerre."}"#;
/// # let file = frise_corpus::SourceFile { path: "corpus.jsonl".into(), bytes: lines.into() };
/// # let bytes = frise_corpus::compile(&[file]).expect("the corpus has no mistakes").into_bytes();
/// let searcher = Searcher::open(bytes)?;
/// let matches = searcher.ask(&parse("paix"));
/// let options = KeynessOptions::default();
/// let found = keyness(searcher.index(), matches.passages(), Reference::Rest, &options)?;
///
/// let first = &found.words[0];
/// assert_eq!(options.level.text(searcher.index(), first.word), "paix");
/// assert_eq!((first.table.frequency(), first.table.frequency_in_rest()), (3, 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn keyness(
    index: &Index,
    part: &PassageSet,
    reference: Reference<'_>,
    options: &KeynessOptions,
) -> Result<Keyness, Error> {
    let mut others = part.clone();
    others.complement();
    let mut overlap = 0;
    if let Reference::Passages(passages) = reference {
        overlap = passages.count_with(part);
        others.intersect(passages);
    }
    if words_in(index, part) == 0 {
        return Err(Error::EmptyPart);
    }
    if words_in(index, &others) == 0 {
        return Err(Error::NothingToCompare);
    }
    let counts = count(index, part, options.level);
    let in_reference = match reference {
        Reference::Rest => {
            let all = count_all(index, options.level).into_iter().zip(&counts);
            all.map(|(all, here)| all.saturating_sub(*here)).collect()
        }
        Reference::Passages(_) => count(index, &others, options.level),
    };
    let mut keyness = keyness_of_counts(&counts, &in_reference, options)?;
    if overlap > 0 {
        keyness
            .warnings
            .push(Warning::Overlap { passages: overlap });
    }
    Ok(keyness)
}

/// Compares the frequencies of words in two parts; a word is a place in both lists.
///
/// # Errors
/// Returns an error if the words of a part have no occurrences, or more than 2⁵³.
pub fn keyness_of_counts(
    part: &[u64],
    reference: &[u64],
    options: &KeynessOptions,
) -> Result<Keyness, Error> {
    let sum = |counts: &[u64]| counts.iter().fold(0u64, |sum, n| sum.saturating_add(*n));
    let (words_of_part, words_of_reference) = (sum(part), sum(reference));
    // Proves the sizes, even if no word has the frequency.
    Contingency::new(0, words_of_part, 0, words_of_reference)?;
    let length = part.len().max(reference.len());
    let at = |counts: &[u64], word: usize| counts.get(word).copied().unwrap_or(0);
    let mut words = Vec::new();
    let mut small_expected = 0;
    for word in 0..length {
        let (here, there) = (at(part, word), at(reference, word));
        if here + there < options.frequency.max(1) {
            continue;
        }
        let table = Contingency::new(here, words_of_part, there, words_of_reference)?;
        small_expected += usize::from(table.smallest_expected() < 5.0);
        words.push(KeyWord {
            word: word as u32,
            table,
            specificity: 0.0,
            significance: 0.0,
        });
    }
    let compared = words.len();
    let tails: Vec<f64> = words.iter().map(|word| word.table.ln_tail()).collect();
    let corrected = match options.test {
        Test::Specificity => options.correction.apply(&tails, compared),
        test => {
            let ln_p: Vec<f64> = words.iter().map(|word| test.ln_p(&word.table)).collect();
            options.correction.apply(&ln_p, compared)
        }
    };
    for ((word, tail), corrected) in words.iter_mut().zip(tails).zip(corrected) {
        word.specificity = word.table.signed(minus_log10(tail));
        word.significance = minus_log10(corrected);
    }
    words.retain(|word| word.significance >= options.significance);
    words.sort_by(|a, b| {
        let rest = || (b.table.total(), a.word).cmp(&(a.table.total(), b.word));
        b.specificity.total_cmp(&a.specificity).then_with(rest)
    });
    let mut warnings = Vec::new();
    if small_expected > 0 {
        warnings.push(Warning::SmallExpected {
            words: small_expected,
            of: compared,
        });
    }
    if options.correction == Correction::None && compared > 1 {
        warnings.push(Warning::ManyComparisons {
            comparisons: compared,
            by_chance: compared as f64 * 0.05,
        });
    }
    let smaller = words_of_part.min(words_of_reference);
    if smaller < SMALL_PART {
        warnings.push(Warning::SmallPart { words: smaller });
    }
    Ok(Keyness {
        words,
        part: words_of_part,
        reference: words_of_reference,
        compared,
        warnings,
    })
}
