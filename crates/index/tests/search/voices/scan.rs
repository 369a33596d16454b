//! The slow twin of search by voices: it reads the texts run by run.

use super::WORDS;
use frise_index::model::{Corpus, Passage, RunKind};
use frise_index::search::Filters;
use std::collections::BTreeSet;

/// A query, as a tree that the scan reads.
#[derive(Clone, Debug)]
pub enum QueryTree {
    Word(usize),
    Phrase(usize, usize),
    Near(usize, usize, u32),
    All(Vec<QueryTree>),
    Any(Vec<QueryTree>),
    Not(Box<QueryTree>),
}

impl QueryTree {
    pub fn text(&self) -> String {
        let joined = |parts: &[QueryTree], between: &str| {
            let parts: Vec<String> = parts.iter().map(QueryTree::text).collect();
            format!("({})", parts.join(between))
        };
        match self {
            QueryTree::Word(word) => WORDS[*word].to_string(),
            QueryTree::Phrase(a, b) => format!("\"{} {}\"", WORDS[*a], WORDS[*b]),
            QueryTree::Near(a, b, most) => format!("\"{} {}\"~{most}", WORDS[*a], WORDS[*b]),
            QueryTree::All(parts) => joined(parts, " "),
            QueryTree::Any(parts) => joined(parts, " | "),
            QueryTree::Not(part) => format!("-{}", part.text()),
        }
    }

    pub fn matches(&self, passage: &Scan) -> bool {
        match self {
            QueryTree::All(parts) => parts.iter().all(|part| part.matches(passage)),
            QueryTree::Any(parts) => parts.iter().any(|part| part.matches(passage)),
            QueryTree::Not(part) => !part.matches(passage),
            leaf => !passage.hits(leaf).is_empty(),
        }
    }

    /// The words, phrases and neighbours that are not excluded.
    pub fn leaves(&self, counts: bool) -> Vec<&QueryTree> {
        match self {
            QueryTree::All(parts) | QueryTree::Any(parts) => {
                let parts = parts.iter();
                parts.flat_map(|part| part.leaves(counts)).collect()
            }
            QueryTree::Not(part) => part.leaves(!counts),
            leaf if counts => vec![leaf],
            _ => Vec::new(),
        }
    }
}

/// A passage as it is scanned: what stands at each position, from the first one on, and whose it is. Nothing stands behind a
/// heading and behind the passage.
pub struct Scan {
    first: u32,
    words: Vec<Option<usize>>,
    counts: Vec<bool>,
}

impl Scan {
    pub fn hits(&self, leaf: &QueryTree) -> BTreeSet<(u32, u32)> {
        let at = |place: usize, word: usize| self.words.get(place) == Some(&Some(word));
        let mut hits = BTreeSet::new();
        for end in 0..self.words.len() {
            match leaf {
                QueryTree::Word(word) if at(end, *word) => _ = hits.insert((end, end)),
                QueryTree::Phrase(a, b) if end > 0 && at(end - 1, *a) && at(end, *b) => {
                    hits.insert((end - 1, end));
                }
                QueryTree::Near(a, b, most) => {
                    for (last, other) in [(a, b), (b, a)] {
                        let start = (0..end).rev().find(|place| at(*place, *other));
                        let near = start.filter(|start| end - start <= *most as usize);
                        if let (true, Some(start)) = (at(end, *last), near) {
                            hits.insert((start, end));
                        }
                    }
                }
                _ => {}
            }
        }
        let counted = |(start, end): &(usize, usize)| (*start..=*end).all(|at| self.counts[at]);
        let counted = hits.into_iter().filter(counted);
        counted
            .map(|(start, end)| (self.first + start as u32, self.first + end as u32))
            .collect()
    }

    pub fn count(&self) -> usize {
        let words = self.words.iter().zip(&self.counts);
        words
            .filter(|(word, counts)| word.is_some() && **counts)
            .count()
    }
}

/// Scans a corpus under filters; `None` for the passages in which nobody says anything that passes them.
pub fn scan(corpus: &Corpus, filters: &Filters) -> Vec<Option<Scan>> {
    let mut first = 0;
    let passages = corpus
        .documents
        .iter()
        .flat_map(|document| &document.passages);
    let scan = |passage: &Passage| {
        let (mut words, mut counts, mut is_heard) = (Vec::new(), Vec::new(), false);
        for run in &passage.runs {
            let passes = match run.kind {
                RunKind::Heading(_) => filters.voices.is_empty(),
                RunKind::Span(voice) => {
                    let has = |speaker: usize| filters.speakers.contains(&(speaker as u32));
                    let passes = (filters.voices.is_empty() || filters.voices.contains(&voice))
                        && (filters.speakers.is_empty() || run.speaker.is_some_and(has));
                    is_heard |= passes;
                    passes || filters.voices.is_empty()
                }
            };
            let of_run = run.text.split(|letter: char| !letter.is_alphabetic());
            for word in of_run.filter(|word| !word.is_empty()) {
                words.push(Some(
                    WORDS
                        .iter()
                        .position(|known| *known == word)
                        .expect("a word"),
                ));
                counts.push(passes);
            }
            if matches!(run.kind, RunKind::Heading(_)) {
                words.push(None);
                counts.push(filters.voices.is_empty());
            }
        }
        let scanned = Scan {
            first,
            words,
            counts,
        };
        first += scanned.words.len() as u32 + 1;
        let any = filters.voices.is_empty() && filters.speakers.is_empty();
        (any || is_heard).then_some(scanned)
    };
    passages.map(scan).collect()
}

/// What the scan of a corpus finds under filters: passages, and hits.
pub struct ScanResult {
    pub passages: BTreeSet<u32>,
    pub hits: BTreeSet<(u32, u32)>,
    pub words: usize,
}

pub fn slow(
    corpus: &Corpus,
    asked: &QueryTree,
    theme: &QueryTree,
    filters: &Filters,
) -> ScanResult {
    let mut document_of = Vec::new();
    for (place, document) in (0..).zip(&corpus.documents) {
        document_of.extend(document.passages.iter().map(|_| place));
    }
    let mut found = ScanResult {
        passages: BTreeSet::new(),
        hits: BTreeSet::new(),
        words: 0,
    };
    for (place, scanned) in (0..).zip(scan(corpus, filters)) {
        let document: u32 = document_of[place as usize];
        let is_kept = filters.documents.is_empty() || filters.documents.contains(&document);
        let Some(scanned) = scanned.filter(|_| is_kept) else {
            continue;
        };
        if !filters.themes.is_empty() && !theme.matches(&scanned) {
            continue;
        }
        found.words += scanned.count();
        if asked.matches(&scanned) {
            found.passages.insert(place);
            let leaves = asked.leaves(true).into_iter();
            found
                .hits
                .extend(leaves.flat_map(|leaf| scanned.hits(leaf)));
        }
    }
    found
}
