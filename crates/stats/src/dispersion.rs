//! Dispersion: how evenly a word or a query is spread over the parts of a corpus.

use crate::words::words_in;
use crate::{Error, Warning};
use frise_index::Index;
use frise_index::search::{Hit, PassageSet};

/// How often an item occurs in each part, and how evenly that is.
#[derive(Clone, Debug, PartialEq)]
pub struct Dispersion {
    /// The number of occurrences.
    pub occurrences: u64,
    /// The number of parts that have words.
    pub parts: usize,
    /// The number of parts in which the item occurs: the range.
    pub range: usize,
    /// Gries’s deviation of proportions: 0 where the item is spread as the words are, near 1 where it is in one small part.
    ///
    /// ```text
    /// DP = ½ × Σ |occurrences of the part / all occurrences - words of the part / all words|
    /// ```
    ///
    /// Gries, *Dispersions and adjusted frequencies in corpora*, International Journal of Corpus Linguistics 13 (2008).
    pub dp: f64,
    /// DP divided by its largest possible value, so that it runs from 0 to 1 whatever the sizes of the parts.
    ///
    /// ```text
    /// DP / (1 - words of the smallest part / all words)
    /// ```
    ///
    /// Lijffijt and Gries, *Correction to Stefan Th. Gries’ “Dispersions and adjusted frequencies in corpora”*, International
    /// Journal of Corpus Linguistics 17 (2012).
    pub dp_normalised: f64,
    /// Juilland’s D: 1 where the relative frequency is the same in all parts, 0 where the item is in one part.
    ///
    /// ```text
    /// D = 1 - V / √(parts - 1)      V: the standard deviation of the relative frequencies of the parts, divided by their mean
    /// ```
    ///
    /// Juilland and Chang-Rodríguez, *Frequency Dictionary of Spanish Words* (1964), with relative frequencies since parts
    /// differ in size, as Gries (2008) takes it.
    pub juilland: f64,
    /// What makes the figures doubtful.
    pub warnings: Vec<Warning>,
}

impl Dispersion {
    /// Computes the measures from the occurrences and the words of each part; parts without words are passed over.
    ///
    /// # Errors
    /// Returns an error if there are no occurrences, fewer than two parts with words, or more occurrences than words in a
    /// part.
    ///
    /// ```
    /// use frise_stats::Dispersion;
    ///
    /// // Gries (2008): the letter a in five parts of 9 to 11 letters.
    /// let found = Dispersion::of(&[(1, 9), (2, 10), (3, 10), (4, 10), (5, 11)])?;
    /// assert!((found.dp - 0.18).abs() < 1e-12);
    /// # Ok::<(), frise_stats::Error>(())
    /// ```
    pub fn of(parts: &[(u64, u64)]) -> Result<Dispersion, Error> {
        if parts.iter().any(|(occurrences, words)| occurrences > words) {
            return Err(Error::MoreThanThePart);
        }
        let parts: Vec<(f64, f64)> = parts
            .iter()
            .filter(|(_, words)| *words > 0)
            .map(|(occurrences, words)| (*occurrences as f64, *words as f64))
            .collect();
        let occurrences: f64 = parts.iter().map(|(occurrences, _)| occurrences).sum();
        let words: f64 = parts.iter().map(|(_, words)| words).sum();
        if words == 0.0 {
            return Err(Error::NoWords);
        }
        if occurrences == 0.0 {
            return Err(Error::Absent);
        }
        if parts.len() < 2 {
            return Err(Error::TooFewParts(parts.len()));
        }
        let differences = parts
            .iter()
            .map(|(own, size)| (own / occurrences - size / words).abs());
        let dp = differences.sum::<f64>() / 2.0;
        let smallest = parts.iter().map(|(_, size)| *size).fold(words, f64::min);
        let rates: Vec<f64> = parts.iter().map(|(own, size)| own / size).collect();
        let count = rates.len() as f64;
        let mean = rates.iter().sum::<f64>() / count;
        let variance = rates.iter().map(|rate| (rate - mean).powi(2)).sum::<f64>() / count;
        let mut warnings = Vec::new();
        if parts.len() < 5 {
            warnings.push(Warning::FewParts { parts: parts.len() });
        }
        if occurrences < count {
            warnings.push(Warning::FewOccurrences {
                occurrences: occurrences as u64,
                parts: parts.len(),
            });
        }
        Ok(Dispersion {
            occurrences: occurrences as u64,
            parts: parts.len(),
            range: parts.iter().filter(|(own, _)| *own > 0.0).count(),
            dp,
            dp_normalised: (dp / (1.0 - smallest / words)).min(1.0),
            juilland: (1.0 - variance.sqrt() / mean / (count - 1.0).sqrt()).clamp(0.0, 1.0),
            warnings,
        })
    }
}

/// How passages are divided into parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// Each document is a part.
    Documents,
    /// Each passage is a part.
    Passages,
    /// So many parts of equal length, one after the other in reading order. Their lengths differ by one word at most.
    Equal(u32),
}

/// Where hits are, and how they are spread.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// The occurrences and the words of each part, in reading order; parts without words are left out.
    pub parts: Vec<(u64, u64)>,
    /// The place of each hit among the words of the passages, from 0 to 1, in reading order: for a dispersion plot.
    pub places: Vec<f64>,
    /// The measures.
    pub dispersion: Dispersion,
}

/// Measures how evenly some hits are spread over some passages.
///
/// The hits are those of a query in these passages, in reading order, as [`Searcher::hits`](frise_index::search::Searcher::hits)
/// returns them; hits elsewhere are passed over. A hit belongs to the part of its first word,
/// and hits with the same first word count once.
///
/// # Errors
/// Returns an error if the passages have no words or no hit, or make fewer than two parts.
///
/// ```
/// use frise_index::query::parse;
/// use frise_index::search::{Filters, Searcher};
/// use frise_stats::{Parts, spread};
///
/// # let lines = r#"{"id": "1", "date": "2016", "language": "fr", "text": "Une paix durable."}
/// # {"id": "2", "date": "2021", "language": "fr", "text": "Une paix armée."}"#;
/// # let file = frise_corpus::SourceFile { path: "corpus.jsonl".into(), bytes: lines.into() };
/// # let bytes = frise_corpus::compile(&[file]).expect("the corpus has no mistakes").into_bytes();
/// let searcher = Searcher::open(bytes)?;
/// let passages = searcher.passing(&Filters::default());
/// let hits = searcher.hits(&passages, &searcher.plan(&parse("paix")), &[]);
/// let found = spread(searcher.index(), &passages, &hits, Parts::Documents)?;
///
/// assert_eq!(found.parts, [(1, 3), (1, 3)]);
/// assert_eq!(found.dispersion.dp, 0.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn spread(
    index: &Index,
    passages: &PassageSet,
    hits: &[Hit],
    parts: Parts,
) -> Result<Spread, Error> {
    let all = words_in(index, passages);
    if all == 0 {
        return Err(Error::NoWords);
    }
    let equal = match parts {
        Parts::Equal(count) => u64::from(count).clamp(1, all),
        Parts::Documents | Parts::Passages => 1,
    };
    // The part of a word, by its place among all words.
    let part_of = |place: u64| (u128::from(place) * u128::from(equal) / u128::from(all)) as usize;
    let mut counts: Vec<(u64, u64)> = match parts {
        // The first word of part `k` is the smallest place for which the part above is `k`.
        Parts::Equal(_) => {
            let start =
                |part: u64| (u128::from(part) * u128::from(all)).div_ceil(u128::from(equal)) as u64;
            (0..equal)
                .map(|part| (0, start(part + 1) - start(part)))
                .collect()
        }
        Parts::Documents | Parts::Passages => Vec::new(),
    };
    let mut places = Vec::new();
    let mut rest = hits;
    let mut before = 0;
    let mut document = None;
    for passage in passages.iter() {
        let words = u64::from(index.words_of(passage));
        let is_new = match parts {
            Parts::Documents => {
                document.replace(index.document_of(passage)) != Some(index.document_of(passage))
            }
            Parts::Passages => true,
            Parts::Equal(_) => false,
        };
        if is_new {
            counts.push((0, 0));
        }
        rest = &rest[rest.partition_point(|hit| hit.passage < passage)..];
        let (own, others) = rest.split_at(rest.partition_point(|hit| hit.passage == passage));
        rest = others;
        let mut last = None;
        for hit in own {
            // A word and a phrase that begins with it are one occurrence.
            if last.replace(hit.start) == Some(hit.start) {
                continue;
            }
            let place = before + words_before(index, hit).min(words.saturating_sub(1));
            places.push(place as f64 / all as f64);
            let part = match parts {
                Parts::Equal(_) => counts.get_mut(part_of(place)),
                Parts::Documents | Parts::Passages => counts.last_mut(),
            };
            if let Some((occurrences, _)) = part {
                *occurrences += 1;
            }
        }
        if let (Parts::Documents | Parts::Passages, Some((_, size))) = (parts, counts.last_mut()) {
            *size += words;
        }
        before += words;
    }
    counts.retain(|(_, words)| *words > 0);
    let mut dispersion = Dispersion::of(&counts)?;
    let mut documents = passages.iter().map(|passage| index.document_of(passage));
    let first = documents.next();
    if documents.all(|document| Some(document) == first) {
        dispersion.warnings.push(Warning::OneDocument);
    }
    Ok(Spread {
        parts: counts,
        places,
        dispersion,
    })
}

/// Returns the number of words before a hit in its passage; gaps after headings are no words.
fn words_before(index: &Index, hit: &Hit) -> u64 {
    let runs = index.runs_of(hit.passage).iter();
    let lengths = runs.map(|run| {
        let end = run.positions.end.min(hit.start);
        u64::from(end.saturating_sub(run.positions.start))
    });
    lengths.sum()
}
