//! The concordance: each hit of a search in its context (KWIC, key word in context), sorted and counted.
//!
//! [`lines`] returns a [`Line`] for each hit, [`sorted`] sorts lines by some [`Key`]s, and [`Line::context`] returns the text
//! on both sides, which is limited to the passage. [`counts`] counts hits by document, in all and per 10,000 words.
//!
//! ```
//! use frise_index::concordance::{Key, lines, sorted};
//! use frise_index::query::parse;
//! use frise_index::search::{Filters, Searcher, Sort};
//!
//! # let lines_of_json = r#"{"id": "1", "date": "2016", "language": "fr", "text": "Une paix durable, une paix armée."}"#;
//! # let file = frise_corpus::SourceFile { path: "corpus.jsonl".into(), bytes: lines_of_json.into() };
//! # let bytes = frise_corpus::compile(&[file]).expect("the corpus has no mistakes").into_bytes();
//! let searcher = Searcher::open(bytes)?;
//! let filters = Filters::default();
//! let answer = searcher.search(&parse("paix"), &filters, Sort::Relevance);
//! let lines = lines(&searcher, &answer, &filters);
//! let lines = sorted(searcher.index(), lines, &[Key::Right(1)], true);
//!
//! let context = lines[0].context(searcher.index(), 2);
//! assert_eq!(context.hit, "paix");
//! assert_eq!(context.right, " armée.");
//! # Ok::<(), frise_index::OpenError>(())
//! ```

use crate::format::{Index, IndexedRun};
use crate::model::RunKind;
use crate::search::{Answer, Filters, Hit, PassageSet, Scope, Searcher};
use frise_text::fold;
use std::cmp::Ordering;

/// The farthest word on either side by which lines can be sorted.
pub const FARTHEST: u8 = 3;

/// A key by which lines are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The n-th word before the hit, then the words before it; n is 1 to [`FARTHEST`].
    Left(u8),
    /// The hit itself.
    Hit,
    /// The n-th word after the hit, then the words after it; n is 1 to [`FARTHEST`].
    Right(u8),
    /// The date of the document.
    Date,
    /// The name of the speaker.
    Speaker,
    /// The short title of the document.
    Document,
}

/// A line of the concordance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The hit.
    pub hit: Hit,
    /// The speaker, if there is one.
    pub speaker: Option<u32>,
}

/// A hit with the text on both sides, in which spaces take the place of line breaks and tabs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// The text before the hit.
    pub left: String,
    /// The text of the hit.
    pub hit: String,
    /// The text after the hit.
    pub right: String,
    /// Whether there is more text before it.
    pub is_cut_left: bool,
    /// Whether there is more text after it.
    pub is_cut_right: bool,
}

/// The number of hits in a document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Count {
    /// The document.
    pub document: usize,
    /// The number of hits.
    pub hits: usize,
    /// The denominator: the number of words of its passages that pass the filters, headings included, or of the voices that are
    /// filtered for.
    pub words: usize,
}

impl Count {
    /// Returns the number of hits per 10,000 words; 0 if there are no words.
    pub fn rate(&self) -> f64 {
        match self.words {
            0 => 0.0,
            words => self.hits as f64 * 10_000.0 / words as f64,
        }
    }
}

/// Returns the lines of an answer, in reading order.
pub fn lines(searcher: &Searcher, answer: &Answer, filters: &Filters) -> Vec<Line> {
    let hits = searcher.hits(&answer.matched, &answer.plan, &filters.themes);
    let line = |hit: Hit| Line {
        hit,
        speaker: run_of(searcher.index(), &hit).and_then(|run| run.speaker),
    };
    hits.into_iter().map(line).collect()
}

/// Sorts lines by some keys, of which the first counts most. Lines that are equal in all keys keep their order.
///
/// Words are compared in folded form. Lines without a word or a speaker come last. `french` selects the language of names
/// and titles.
pub fn sorted(index: &Index, mut lines: Vec<Line>, keys: &[Key], french: bool) -> Vec<Line> {
    let needs_words = keys
        .iter()
        .any(|key| matches!(key, Key::Left(_) | Key::Hit | Key::Right(_)));
    let around = if needs_words {
        terms_around(index, &lines)
    } else {
        vec![Around::default(); lines.len()]
    };
    let names = Names::of(index, french);
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by(|a, b| {
        keys.iter()
            .map(|key| {
                names.compare(
                    index,
                    *key,
                    (&lines[*a], &around[*a]),
                    (&lines[*b], &around[*b]),
                )
            })
            .find(|ordering| ordering.is_ne())
            .unwrap_or(Ordering::Equal)
    });
    let place: Vec<Line> = order.iter().map(|at| lines[*at]).collect();
    lines.copy_from_slice(&place);
    lines
}

/// Counts the hits of each document that has passages which pass the filters, in the order of the index.
pub fn counts(searcher: &Searcher, lines: &[Line], filters: &Filters) -> Vec<Count> {
    let index = searcher.index();
    let kept: PassageSet = searcher.passing(filters);
    let scope = Scope::of(filters);
    let mut counts: Vec<Count> = (0..index.documents().len())
        .map(|document| Count {
            document,
            hits: 0,
            words: 0,
        })
        .collect();
    for passage in kept.iter() {
        counts[index.document_of(passage)].words += scope.words_of(index, passage) as usize;
    }
    for line in lines {
        counts[index.document_of(line.hit.passage)].hits += 1;
    }
    counts.retain(|count| count.words > 0);
    counts
}

impl Line {
    /// Returns the text of the hit, with up to `words` words on both sides.
    pub fn context(&self, index: &Index, words: u32) -> Context {
        let hit = &self.hit;
        let mut context = Context {
            left: String::new(),
            hit: String::new(),
            right: String::new(),
            is_cut_left: false,
            is_cut_right: false,
        };
        let first = hit.start.checked_sub(words);
        let last = hit.end.saturating_add(words);
        for run in neighbours(index, hit) {
            let is_before = first.is_some_and(|first| run.positions.end < first);
            let is_after = run.positions.start > last;
            context.is_cut_left |= is_before;
            context.is_cut_right |= is_after;
            if is_before || is_after {
                continue;
            }
            let mut next = run.positions.start;
            for piece in index.pieces(run) {
                // A separator belongs to the side of the word before it, and inside the hit to the hit.
                let (at, is_word) = match piece.word {
                    Some((_, position)) => (position, true),
                    None => (next, false),
                };
                if is_word {
                    next = at + 1;
                }
                // The separators before the first word and after the last one are left out.
                let inside = match first {
                    Some(first) if is_word => at >= first,
                    Some(first) => at > first,
                    None => true,
                };
                if !inside || at > last {
                    context.is_cut_left |= is_word && !inside;
                    context.is_cut_right |= is_word && inside;
                    continue;
                }
                let side = if at < hit.start || !is_word && at == hit.start {
                    &mut context.left
                } else if at <= hit.end {
                    &mut context.hit
                } else {
                    &mut context.right
                };
                side.push_str(piece.text);
            }
        }
        for side in [&mut context.left, &mut context.hit, &mut context.right] {
            if side.contains(['\n', '\r', '\t']) {
                *side = side.replace(['\n', '\r', '\t'], " ");
            }
        }
        context
    }
}

/// Returns the runs from which the context of a hit is taken: the spans of its passage, or its own heading.
fn neighbours<'i>(index: &'i Index, hit: &Hit) -> impl Iterator<Item = &'i IndexedRun> {
    let own = run_of(index, hit);
    let heading = own.filter(|run| matches!(run.kind, RunKind::Heading(_)));
    index
        .runs_of(hit.passage)
        .iter()
        .filter(move |run| match heading {
            Some(heading) => *run == heading,
            None => matches!(run.kind, RunKind::Span(_)),
        })
}

/// Returns the run of a hit.
fn run_of<'i>(index: &'i Index, hit: &Hit) -> Option<&'i IndexedRun> {
    let mut runs = index.runs_of(hit.passage).iter();
    runs.find(|run| run.positions.contains(&hit.start))
}

/// Takes the place of a term where there is no word.
const NO_WORD: u32 = u32::MAX;

/// The terms at and around a hit. The numbers of terms are in alphabetical order.
#[derive(Clone, Copy, Debug, Default)]
struct Around {
    left: [u32; FARTHEST as usize],
    hit: u32,
    right: [u32; FARTHEST as usize],
}

/// Returns the terms around each line. Lines in reading order decode each passage once.
fn terms_around(index: &Index, lines: &[Line]) -> Vec<Around> {
    let mut terms: Vec<u32> = Vec::new();
    let mut read = None;
    let around = lines.iter().map(|line| {
        let hit = &line.hit;
        let positions = index.positions_of(hit.passage);
        if read != Some(hit.passage) {
            read = Some(hit.passage);
            terms = terms_of(index, hit.passage);
        }
        // Gaps separate the words of headings from those of spans.
        let term = |position: Option<u32>| {
            position
                .and_then(|position| position.checked_sub(positions.start))
                .and_then(|at| terms.get(at as usize))
                .copied()
                .unwrap_or(NO_WORD)
        };
        let mut around = Around {
            hit: term(Some(hit.start)),
            ..Around::default()
        };
        for (at, farther) in (0..FARTHEST as usize).zip(1..) {
            around.left[at] = term(hit.start.checked_sub(farther));
            around.right[at] = term(hit.end.checked_add(farther));
            // Beyond a gap is another text.
            if at > 0 && around.left[at - 1] == NO_WORD {
                around.left[at] = NO_WORD;
            }
            if at > 0 && around.right[at - 1] == NO_WORD {
                around.right[at] = NO_WORD;
            }
        }
        around
    });
    around.collect()
}

/// Returns the term at each position of a passage, or [`NO_WORD`] for gaps.
fn terms_of(index: &Index, passage: u32) -> Vec<u32> {
    let positions = index.positions_of(passage);
    let mut terms = vec![NO_WORD; positions.len()];
    for run in index.runs_of(passage) {
        for (form, position) in index.pieces(run).filter_map(|piece| piece.word) {
            let term = index.term_of_form(form).unwrap_or(NO_WORD);
            if let Some(slot) = terms.get_mut((position - positions.start) as usize) {
                *slot = term;
            }
        }
    }
    terms
}

/// The ranks of speakers and documents in the order of their names.
struct Names {
    speakers: Vec<usize>,
    documents: Vec<usize>,
}

impl Names {
    fn of(index: &Index, french: bool) -> Names {
        let pick = |text: &crate::model::Bilingual| fold(if french { &text.fr } else { &text.en });
        let speakers = index.about().speakers.iter();
        let documents = index.documents().iter();
        Names {
            speakers: ranks(speakers.map(|speaker| pick(&speaker.name)).collect()),
            documents: ranks(
                documents
                    .map(|document| pick(&document.metadata.short))
                    .collect(),
            ),
        }
    }

    fn compare(
        &self,
        index: &Index,
        key: Key,
        (a, a_words): (&Line, &Around),
        (b, b_words): (&Line, &Around),
    ) -> Ordering {
        let document = |line: &Line| index.document_of(line.hit.passage);
        let from = |n: u8| usize::from(n.clamp(1, FARTHEST)) - 1;
        match key {
            Key::Left(n) => a_words.left[from(n)..].cmp(&b_words.left[from(n)..]),
            Key::Hit => a_words.hit.cmp(&b_words.hit),
            Key::Right(n) => a_words.right[from(n)..].cmp(&b_words.right[from(n)..]),
            Key::Date => document(a).cmp(&document(b)),
            Key::Document => self.documents[document(a)].cmp(&self.documents[document(b)]),
            Key::Speaker => {
                let rank =
                    |line: &Line| line.speaker.map(|speaker| self.speakers[speaker as usize]);
                // Lines without a speaker come last.
                match (rank(a), rank(b)) {
                    (Some(a), Some(b)) => a.cmp(&b),
                    (a, b) => b.is_some().cmp(&a.is_some()),
                }
            }
        }
    }
}

/// Returns the rank of each name in alphabetical order.
fn ranks(names: Vec<String>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by(|a, b| names[*a].cmp(&names[*b]));
    let mut ranks = vec![0; names.len()];
    for (rank, place) in order.into_iter().enumerate() {
        ranks[place] = rank;
    }
    ranks
}
