//! Passages like one passage: those that share segments with it, and those that use its salient words.

use crate::segments::{Boundary, Suffixes, Text};
use crate::words::words_at;
use crate::{Error, Level};
use frise_index::Index;
use frise_index::search::PassageSet;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SimilarOptions {
    /// The level at which words are told apart.
    pub level: Level,
    /// The smallest number of words of a shared segment, 2 to 12.
    pub words: usize,
    /// How many of the salient words of the passage are looked for.
    pub salient: usize,
    /// How many passages are returned.
    pub most: usize,
    /// Whether passages of the same document are left out.
    pub other_documents: bool,
}

impl Default for SimilarOptions {
    /// Words by stem, segments of four words, twenty salient words; twenty passages of other documents.
    fn default() -> SimilarOptions {
        SimilarOptions {
            level: Level::Stem,
            words: 4,
            salient: 20,
            most: 20,
            other_documents: true,
        }
    }
}

/// A segment that two passages share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedSegment {
    /// The positions of the first and last word in the passage that was given.
    pub here: RangeInclusive<u32>,
    /// The positions of the first and last word in the other passage.
    pub there: RangeInclusive<u32>,
}

/// A passage that is like another.
#[derive(Clone, Debug, PartialEq)]
pub struct SimilarPassage {
    /// The passage.
    pub passage: u32,
    /// How alike it is: [`bm25`](Self::bm25) and [`coverage`](Self::coverage) together.
    pub score: f64,
    /// Its BM25 score for the salient words, divided by that of the passage that was given; it may exceed 1.
    pub bm25: f64,
    /// The share of the words of the passage that was given which lie in shared segments, from 0 to 1.
    pub coverage: f64,
    /// The longest shared segments, in the order of the passage that was given. One that occurs several times in the other
    /// passage is listed once.
    pub segments: Vec<SharedSegment>,
    /// The salient words that it has, those that count most first.
    pub words: Vec<u32>,
}

/// Finds the passages that are like one passage, among some passages.
///
/// The salient words are those with the highest BM25 score in the passage; the others are ranked by the sum of the scores of
/// these words in them:
///
/// ```text
/// idf × tf × (k1 + 1) / (tf + k1 × (1 - b + b × length))        k1 = 1.2, b = 0.75
/// idf = ln(1 + (N - df + 0.5) / (df + 0.5))
/// ```
///
/// Robertson and Zaragoza, *The Probabilistic Relevance Framework* (2009). Frequencies are counted in the passages that are
/// given. Shared segments end at the ends of sentences.
///
/// # Errors
/// Returns an error if the passage has no words.
///
/// ```
/// use frise_index::search::{Filters, Searcher};
/// use frise_stats::{SimilarOptions, similar};
///
/// # let lines = r#"{"id": "1", "date": "2016", "language": "fr", "text": "Nous voulons une paix juste et durable."}
/// # {"id": "2", "date": "2018", "language": "fr", "text": "La guerre est finie."}
/// # {"id": "3", "date": "2021", "language": "fr", "text": "Il dit : une paix juste et durable."}"#;
/// # let file = frise_corpus::SourceFile { path: "corpus.jsonl".into(), bytes: lines.into() };
/// # let bytes = frise_corpus::compile(&[file]).expect("the corpus has no mistakes").into_bytes();
/// let searcher = Searcher::open(bytes)?;
/// let passages = searcher.passing(&Filters::default());
/// let found = similar(searcher.index(), 0, &passages, &SimilarOptions::default())?;
///
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].passage, 2);
/// assert_eq!(found[0].segments[0].here, 2..=6);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn similar(
    index: &Index,
    passage: u32,
    passages: &PassageSet,
    options: &SimilarOptions,
) -> Result<Vec<SimilarPassage>, Error> {
    if index.words_of(passage) == 0 {
        return Err(Error::NoWords);
    }
    let document = index.document_of(passage);
    let is_other = |other: u32| {
        other != passage && !(options.other_documents && index.document_of(other) == document)
    };
    let mut found: BTreeMap<u32, SimilarPassage> = BTreeMap::new();
    let ranking = Ranking::of(index, passage, passages, options);
    for (other, score, words) in ranking.scores {
        if is_other(other) && score > 0.0 && ranking.own > 0.0 {
            let similar = empty(other, &mut found);
            similar.bm25 = score / ranking.own;
            similar.words = words;
        }
    }
    for (other, segments) in shared(index, passage, passages, options) {
        if is_other(other) {
            let words: u32 = segments
                .iter()
                .map(|shared| shared.here.end() - shared.here.start() + 1)
                .sum();
            let similar = empty(other, &mut found);
            similar.coverage = (f64::from(words) / f64::from(index.words_of(passage))).min(1.0);
            similar.segments = segments;
        }
    }
    let mut found: Vec<SimilarPassage> = found.into_values().collect();
    for similar in &mut found {
        similar.score = similar.bm25 + similar.coverage;
    }
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    found.truncate(options.most);
    Ok(found)
}

fn empty(passage: u32, found: &mut BTreeMap<u32, SimilarPassage>) -> &mut SimilarPassage {
    found.entry(passage).or_insert(SimilarPassage {
        passage,
        score: 0.0,
        bm25: 0.0,
        coverage: 0.0,
        segments: Vec::new(),
        words: Vec::new(),
    })
}

const K1: f64 = 1.2;
const B: f64 = 0.75;

/// The BM25 scores of passages for the salient words of one.
struct Ranking {
    /// The score of the passage itself.
    own: f64,
    /// The passages with a salient word, their scores, and the words, those that count most first.
    scores: Vec<(u32, f64, Vec<u32>)>,
}

impl Ranking {
    fn of(index: &Index, passage: u32, passages: &PassageSet, options: &SimilarOptions) -> Ranking {
        let number = f64::from(passages.count());
        let words: f64 = passages
            .iter()
            .map(|passage| f64::from(index.words_of(passage)))
            .sum();
        let mean = (words / number.max(1.0)).max(1.0);
        let length = |passage: u32| f64::from(index.words_of(passage)) / mean;
        let score = |idf: f64, frequency: u32, passage: u32| {
            let frequency = f64::from(frequency);
            idf * frequency * (K1 + 1.0) / (frequency + K1 * (1.0 - B + B * length(passage)))
        };
        let mut salient: Vec<(f64, f64, u32, BTreeMap<u32, u32>)> =
            own_words(index, passage, options.level)
                .into_iter()
                .map(|(word, frequency)| {
                    let frequencies = frequencies(index, word, passages, options.level);
                    let df = frequencies.len() as f64;
                    let idf = (1.0 + (number - df + 0.5).max(0.0) / (df + 0.5)).ln();
                    (score(idf, frequency, passage), idf, word, frequencies)
                })
                .collect();
        salient.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
        salient.truncate(options.salient);
        let own = salient.iter().map(|(own, ..)| own).sum();
        let mut scores: BTreeMap<u32, (f64, Vec<u32>)> = BTreeMap::new();
        for (_, idf, word, frequencies) in salient {
            for (other, frequency) in frequencies {
                let (sum, words) = scores.entry(other).or_default();
                *sum += score(idf, frequency, other);
                words.push(word);
            }
        }
        let scores = scores
            .into_iter()
            .map(|(other, (score, words))| (other, score, words));
        Ranking {
            own,
            scores: scores.collect(),
        }
    }
}

/// Returns the words of a passage and how often each occurs in it.
fn own_words(index: &Index, passage: u32, level: Level) -> BTreeMap<u32, u32> {
    let mut words = BTreeMap::new();
    for run in index.runs_of(passage) {
        for word in index
            .tokens_of(run)
            .filter_map(|rank| level.word_of(index, rank))
        {
            *words.entry(word).or_default() += 1;
        }
    }
    words
}

/// Returns the passages that have a word, and how often.
fn frequencies(
    index: &Index,
    word: u32,
    passages: &PassageSet,
    level: Level,
) -> BTreeMap<u32, u32> {
    let mut frequencies = BTreeMap::new();
    for form in level.forms_of(index, word) {
        for position in index.postings(form) {
            let passage = index.passage_at(*position);
            if passages.contains(passage) {
                *frequencies.entry(passage).or_default() += 1;
            }
        }
    }
    frequencies
}

/// Returns the segments that other passages share with a passage.
///
/// The segments of the passage are sorted, not those of all others: each place of each other passage is looked up in them.
fn shared(
    index: &Index,
    passage: u32,
    passages: &PassageSet,
    options: &SimilarOptions,
) -> BTreeMap<u32, Vec<SharedSegment>> {
    let least = options.words.clamp(2, crate::segments::LONGEST);
    let mut only = PassageSet::none(index.passages());
    only.insert(passage);
    let own = Text::of(index, &only, options.level, Boundary::Sentence);
    let suffixes = Suffixes::of(&own.words, least);
    let table = options.level.table(index);
    let mut words = Vec::new();
    let mut known = vec![false; options.level.words(index)];
    for word in own.words.iter().filter(|word| **word != 0) {
        if let Some(known) = known.get_mut(*word as usize - 1) {
            *known = true;
        }
    }
    let mut found = BTreeMap::new();
    for other in passages.iter().filter(|other| *other != passage) {
        words_at(index, other, &table, &mut words);
        let is_known = |word: &u32| known.get(*word as usize).copied().unwrap_or(false);
        // Most passages have no run of known words that is long enough.
        let longest = words.split(|word| !is_known(word)).map(<[u32]>::len).max();
        if longest.unwrap_or(0) < least {
            continue;
        }
        only = PassageSet::none(index.passages());
        only.insert(other);
        let theirs = Text::of(index, &only, options.level, Boundary::Sentence);
        let segments = longest_shared(&own, &suffixes, &theirs, least);
        if !segments.is_empty() {
            found.insert(other, segments);
        }
    }
    found
}

/// Returns the longest segments of `least` words or more that two texts share, in the order of the first, none inside another
/// of the first text.
fn longest_shared(
    own: &Text,
    suffixes: &Suffixes,
    theirs: &Text,
    least: usize,
) -> Vec<SharedSegment> {
    let mut best: Vec<(usize, usize, usize)> = Vec::new();
    for there in 0..theirs.words.len() {
        let sought = theirs.words_at(there, least);
        if sought.len() < least || sought.contains(&0) {
            continue;
        }
        let range = suffixes.beginning_with(&own.words, sought);
        for here in suffixes.order[range].iter().map(|here| *here as usize) {
            let same = |back: &usize| {
                let (a, b) = (own.words[here - back], theirs.words[there - back]);
                a == b && a != 0
            };
            // Only where it begins, so that each is found once.
            if here > 0 && there > 0 && same(&1) {
                continue;
            }
            let pairs = own.words[here..].iter().zip(&theirs.words[there..]);
            let length = pairs.take_while(|(a, b)| a == b && **a != 0).count();
            best.push((here, length, there));
        }
    }
    // From the left, the longest first; then what lies within an earlier one is left out.
    best.sort_by_key(|(here, length, there)| (*here, std::cmp::Reverse(*length), *there));
    let mut end = 0;
    let mut segments = Vec::new();
    for (here, length, there) in best {
        if here + length <= end {
            continue;
        }
        // What overlaps an earlier one begins after it, so that each word is in one segment only.
        let cut = end.saturating_sub(here);
        if length - cut < least {
            continue;
        }
        end = here + length;
        let range = |text: &Text, from: usize| {
            text.positions[from + cut]..=text.positions[from + length - 1]
        };
        segments.push(SharedSegment {
            here: range(own, here),
            there: range(theirs, there),
        });
    }
    segments
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Text {
        Text {
            words: words
                .bytes()
                .map(|byte| if byte == b'.' { 0 } else { u32::from(byte) })
                .collect(),
            positions: (0..words.len() as u32).collect(),
        }
    }

    #[test]
    fn shared_segments_are_the_longest() {
        let shared = |own: &str, theirs: &str| {
            let (own, theirs) = (text(own), text(theirs));
            let suffixes = Suffixes::of(&own.words, 3);
            let found = longest_shared(&own, &suffixes, &theirs, 3).into_iter();
            found
                .map(|shared| (shared.here, shared.there))
                .collect::<Vec<_>>()
        };
        assert_eq!(shared("abcdef", "xbcdey"), [(1..=4, 1..=4)]);
        assert_eq!(
            shared("abc.def", "abcdef"),
            [(0..=2, 0..=2), (4..=6, 3..=5)]
        );
        assert_eq!(shared("abcd", "abcxbcd"), [(0..=2, 0..=2)]);
        assert_eq!(shared("aaaa", "aaaa"), [(0..=3, 0..=3)]);
        assert_eq!(shared("ab", "ab"), []);
    }
}
