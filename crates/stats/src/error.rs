//! Why a figure is not defined, and what makes it doubtful.

use std::fmt;

/// The reason why a statistic cannot be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// The part that is compared has no words.
    EmptyPart,
    /// What the part is compared with has no words: the part is the whole corpus, or contains all of the other part.
    NothingToCompare,
    /// The word or query occurs nowhere in the passages.
    Absent,
    /// No passage has a word.
    NoWords,
    /// A word is counted more often in a part than the part has words.
    MoreThanThePart,
    /// The measure needs two parts at least; this many have words.
    TooFewParts(usize),
    /// There are no classes: this many text segments have words that count, too few to divide, or all have the same.
    NoClasses(usize),
    /// Two classifications do not share two classes: this many crossed classes are large enough and associated.
    NothingShared(usize),
    /// Counts exceed what can be computed exactly.
    TooLarge,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::EmptyPart => f.write_str(
                "expected a part with words, found none; widen its filters or its query",
            ),
            Error::NothingToCompare => f.write_str(
                "expected words outside the part, found none; narrow the part, or choose another to compare it with",
            ),
            Error::Absent => f.write_str(
                "expected an occurrence in these passages, found none; choose another word or widen the filters",
            ),
            Error::NoWords => {
                f.write_str("expected passages with words, found none; widen the filters")
            }
            Error::MoreThanThePart => f.write_str(
                "expected at most as many occurrences as the part has words, found more; count both in the same passages",
            ),
            Error::TooFewParts(found) => write!(
                f,
                "expected two parts with words at least, found {found}; divide the passages another way"
            ),
            Error::NoClasses(found) => write!(
                f,
                "expected text segments with different words, five at least, found {found} with words that count; widen the filters, or let rarer and shorter words count"
            ),
            Error::NothingShared(found) => write!(
                f,
                "expected two classes that both classifications share, found {found} crossed classes that are large enough, and no two of them apart; classify once, or let smaller classes count"
            ),
            Error::TooLarge => {
                f.write_str("expected counts below 2^53, found larger ones; take smaller parts")
            }
        }
    }
}

impl std::error::Error for Error {}

/// What makes a figure doubtful.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Warning {
    /// Some expected counts are below 5, where chi-squared and log-likelihood do not follow their distribution. The exact
    /// spécificité is not concerned.
    SmallExpected {
        /// The number of words concerned.
        words: usize,
        /// The number of words compared.
        of: usize,
    },
    /// Many words are compared at once, and no correction is applied.
    ManyComparisons {
        /// The number of words compared.
        comparisons: usize,
        /// The number of words that pass a level of 0.05 by chance alone.
        by_chance: f64,
    },
    /// Some passages are in both parts; they were counted in the first and left out of the second.
    Overlap {
        /// The number of passages in both.
        passages: u32,
    },
    /// A part has few words, so that most frequencies in it are due to chance.
    SmallPart {
        /// The number of its words.
        words: u64,
    },
    /// All passages are of one document, so that nothing follows for others.
    OneDocument,
    /// Some documents have no date; they are left out of the figures on time.
    NoDates {
        /// The number of documents without a date.
        documents: usize,
        /// The number of documents.
        of: usize,
    },
    /// Dispersion over few parts says little.
    FewParts {
        /// The number of parts with words.
        parts: usize,
    },
    /// The item occurs less often than there are parts, so that it cannot be spread evenly.
    FewOccurrences {
        /// The number of occurrences.
        occurrences: u64,
        /// The number of parts with words.
        parts: usize,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Warning::SmallExpected { words, of } => write!(
                f,
                "for {words} of {of} words an expected count is below 5; trust the spécificité rather than chi-squared or log-likelihood"
            ),
            Warning::ManyComparisons {
                comparisons,
                by_chance,
            } => write!(
                f,
                "{comparisons} words are compared: about {by_chance:.0} pass the level of 0.05 by chance; apply a correction"
            ),
            Warning::Overlap { passages } => write!(
                f,
                "{passages} passages are in both parts; they are counted in the first only"
            ),
            Warning::SmallPart { words } => write!(
                f,
                "a part has only {words} words; differences may be due to chance"
            ),
            Warning::OneDocument => {
                f.write_str("all passages are of one document; nothing follows for others")
            }
            Warning::NoDates { documents, of } => write!(
                f,
                "{documents} of {of} documents have no date; they are left out of the figures on time"
            ),
            Warning::FewParts { parts } => write!(
                f,
                "there are only {parts} parts; dispersion says little below five"
            ),
            Warning::FewOccurrences { occurrences, parts } => write!(
                f,
                "{occurrences} occurrences in {parts} parts cannot be spread evenly"
            ),
        }
    }
}
