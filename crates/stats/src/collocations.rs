//! Collocations: the words that occur around the hits of a query more often than elsewhere.

use crate::contingency::log_dice;
use crate::words::{NO_WORD, words_at};
use crate::{Contingency, Error, Level, Warning};
use frise_index::Index;
use frise_index::search::{Hit, PassageSet};

/// Where a word must occur to count as co-occurring with a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// Among so many words to the left and to the right of the hit, within its passage and on the same side of a heading.
    Words {
        /// The number of words to the left.
        left: u32,
        /// The number of words to the right.
        right: u32,
    },
    /// Anywhere in the passage, its headings included.
    Passage,
}

/// What is counted, and what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CollocationOptions {
    /// The level at which words are told apart.
    pub level: Level,
    /// Where a word must occur.
    pub window: Window,
    /// The smallest number of co-occurrences of the words that are kept. With 0, words that avoid the query altogether are
    /// kept, too.
    pub together: u64,
    /// The smallest frequency in all of the passages of the words that are kept.
    pub frequency: u64,
}

impl Default for CollocationOptions {
    /// Words in folded form, five on either side, with three co-occurrences.
    fn default() -> CollocationOptions {
        CollocationOptions {
            level: Level::default(),
            window: Window::Words { left: 5, right: 5 },
            together: 3,
            frequency: 3,
        }
    }
}

/// A word, with its co-occurrences.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Collocate {
    /// The word, a number of the [`Level`].
    pub word: u32,
    /// Its frequency inside and outside the windows, from which the measures follow.
    pub table: Contingency,
    /// logDice; see [`log_dice`]. `None` where it never co-occurs.
    pub log_dice: Option<f64>,
}

impl Collocate {
    /// Returns the log-likelihood ratio, negative where the word avoids the query.
    pub fn signed_log_likelihood(&self) -> f64 {
        self.table.signed(self.table.log_likelihood())
    }
}

/// The collocations of a query.
///
/// **By words**, the unit is a word. The part is all words in the window of at least one hit; a word in the windows of two hits
/// counts once, and words of hits count nowhere. The rest is all other words of the passages. This is the surface co-occurrence
/// of Evert, *Corpora and collocations* (2008), with overlapping windows merged.
///
/// **By passage**, the unit is a passage: the part is the passages with a hit, and the frequency of a word is the number of
/// passages that have it (Evert’s textual co-occurrence). Words of hits count in the passages where they also occur outside.
///
/// Other programs count otherwise: NLTK counts pairs of words within its window as often as they occur, so that a word near two
/// hits counts twice, and divides their number by the width of the window less one in most measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Collocations {
    /// The words that are kept, those with the highest log-likelihood first, and those that avoid the query last.
    pub words: Vec<Collocate>,
    /// The number of hits.
    pub hits: u64,
    /// The number of units in the part: words in windows, or passages with a hit.
    pub part: u64,
    /// The number of all units: words of the passages outside hits, or passages.
    pub whole: u64,
    /// What makes the figures doubtful.
    pub warnings: Vec<Warning>,
}

/// Finds the collocations of some hits among the words of some passages.
///
/// The hits are those of a query in these passages, as [`Searcher::hits`](frise_index::search::Searcher::hits) returns them;
/// hits elsewhere are passed over. Passages without a hit are part of the comparison: the passages that the filters leave, and
/// not only those that match.
///
/// # Errors
/// Returns an error if there is no hit, or no word outside the hits and their windows.
///
/// ```
/// use frise_index::query::parse;
/// use frise_index::search::{Filters, Searcher};
/// use frise_stats::{CollocationOptions, collocations};
///
/// # let lines = r#"{"id": "1", "date": "2016", "language": "fr", "text": "Une paix durable. Puis une autre paix durable, et des traités par dizaines sans aucune autre suite."}"#;
/// # let file = frise_corpus::SourceFile { path: "corpus.jsonl".into(), bytes: lines.into() };
/// # let bytes = frise_corpus::compile(&[file]).expect("the corpus has no mistakes").into_bytes();
/// let searcher = Searcher::open(bytes)?;
/// let passages = searcher.passing(&Filters::default());
/// let hits = searcher.hits(&passages, &searcher.plan(&parse("paix")), &[]);
/// let options = CollocationOptions { together: 2, frequency: 2, ..Default::default() };
/// let found = collocations(searcher.index(), &passages, &hits, &options)?;
///
/// assert_eq!(options.level.text(searcher.index(), found.words[0].word), "durable");
/// assert_eq!(found.words[0].table.frequency(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn collocations(
    index: &Index,
    passages: &PassageSet,
    hits: &[Hit],
    options: &CollocationOptions,
) -> Result<Collocations, Error> {
    let counts = Counts::of(index, passages, hits, options);
    if counts.hits == 0 {
        return Err(Error::Absent);
    }
    // Reports an empty part, even if no word has the frequency.
    Contingency::in_whole(0, counts.part, 0, counts.whole)?;
    let mut words = Vec::new();
    let mut small_expected = 0;
    let node = match options.window {
        Window::Words { .. } => counts.hits,
        Window::Passage => counts.part,
    };
    for (word, (together, all)) in (0..).zip(counts.together.iter().zip(&counts.all)) {
        if *all < options.frequency.max(1) || *together < options.together {
            continue;
        }
        let table = Contingency::in_whole(*together, counts.part, *all, counts.whole)?;
        small_expected += usize::from(table.expected() < 5.0);
        words.push(Collocate {
            word,
            table,
            log_dice: log_dice(*together, node, *all),
        });
    }
    let mut order: Vec<(f64, Collocate)> = words
        .into_iter()
        .map(|collocate| (collocate.signed_log_likelihood(), collocate))
        .collect();
    order.sort_by(|(a, word), (b, other)| b.total_cmp(a).then(word.word.cmp(&other.word)));
    let mut warnings = Vec::new();
    if small_expected > 0 {
        warnings.push(Warning::SmallExpected {
            words: small_expected,
            of: order.len(),
        });
    }
    Ok(Collocations {
        words: order.into_iter().map(|(_, collocate)| collocate).collect(),
        hits: counts.hits,
        part: counts.part,
        whole: counts.whole,
        warnings,
    })
}

/// How often each word occurs in the part and in all.
struct Counts {
    hits: u64,
    part: u64,
    whole: u64,
    together: Vec<u64>,
    all: Vec<u64>,
}

/// What a position of a passage is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Outside,
    Window,
    Hit,
}

impl Counts {
    fn of(
        index: &Index,
        passages: &PassageSet,
        hits: &[Hit],
        options: &CollocationOptions,
    ) -> Counts {
        let table = options.level.table(index);
        let vocabulary = options.level.words(index);
        let mut counts = Counts {
            hits: 0,
            part: 0,
            whole: 0,
            together: vec![0; vocabulary],
            all: vec![0; vocabulary],
        };
        let mut rest = hits;
        let mut words = Vec::new();
        let mut marks = Vec::new();
        let mut seen = vec![u32::MAX; vocabulary];
        for passage in passages.iter() {
            let before = rest.partition_point(|hit| hit.passage < passage);
            rest = &rest[before..];
            let (own, others) = rest.split_at(rest.partition_point(|hit| hit.passage == passage));
            rest = others;
            words_at(index, passage, &table, &mut words);
            let first = index.positions_of(passage).start;
            mark(&words, first, own, options.window, &mut marks);
            counts.hits += own.len() as u64;
            let words = words.iter().zip(&marks);
            let words = words.filter(|(word, mark)| **word != NO_WORD && **mark != Mark::Hit);
            match options.window {
                Window::Words { .. } => {
                    for (word, mark) in words {
                        counts.add(*word, *mark == Mark::Window);
                        counts.whole += 1;
                        counts.part += u64::from(*mark == Mark::Window);
                    }
                }
                Window::Passage => {
                    for (word, _) in words {
                        if let Some(last) = seen.get_mut(*word as usize)
                            && *last != passage
                        {
                            *last = passage;
                            counts.add(*word, !own.is_empty());
                        }
                    }
                    counts.whole += 1;
                    counts.part += u64::from(!own.is_empty());
                }
            }
        }
        counts
    }

    fn add(&mut self, word: u32, together: bool) {
        if let Some(count) = self.all.get_mut(word as usize) {
            *count += 1;
            self.together[word as usize] += u64::from(together);
        }
    }
}

/// Marks the hits of a passage and the words in their windows.
fn mark(words: &[u32], first: u32, hits: &[Hit], window: Window, marks: &mut Vec<Mark>) {
    marks.clear();
    marks.resize(words.len(), Mark::Outside);
    let range = |hit: &Hit| {
        let start = (hit.start.saturating_sub(first) as usize).min(words.len());
        let end = (hit.end.saturating_sub(first) as usize + 1).min(words.len());
        start..end.max(start)
    };
    if let Window::Words { left, right } = window {
        for hit in hits {
            let hit = range(hit);
            // A gap is the end of the text on that side.
            let is_word = |at: &usize| words[*at] != NO_WORD;
            let before = (0..hit.start).rev().take(left as usize).take_while(is_word);
            let after = (hit.end..words.len())
                .take(right as usize)
                .take_while(is_word);
            before.chain(after).for_each(|at| marks[at] = Mark::Window);
        }
    }
    for hit in hits {
        marks[range(hit)].fill(Mark::Hit);
    }
}
