//! The levels at which words are told apart, and how often each occurs in some passages.

use frise_index::Index;
use frise_index::search::PassageSet;

/// The level at which words are told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// As written, with capitals and accents: a word is a form of the index.
    Form,
    /// Without case, accents, ligatures and style of apostrophe: a word is a term of the index.
    #[default]
    Folded,
    /// By stem: a word is a stem of the index.
    Stem,
}

impl Level {
    /// All levels, the finest first.
    pub const ALL: [Level; 3] = [Level::Form, Level::Folded, Level::Stem];

    /// Returns the number of words of an index: all are numbered below it.
    pub fn words(self, index: &Index) -> usize {
        match self {
            Level::Form => index.ranks(),
            Level::Folded => index.terms(),
            Level::Stem => index.stems(),
        }
    }

    /// Returns the word of a form, or `None` for separators.
    pub fn word_of(self, index: &Index, form: u32) -> Option<u32> {
        let term = index.term_of_form(form)?;
        match self {
            Level::Form => Some(form),
            Level::Folded => Some(term),
            Level::Stem => index.stem_of_term(term),
        }
    }

    /// Returns the forms of a word.
    pub fn forms_of(self, index: &Index, word: u32) -> Vec<u32> {
        match self {
            Level::Form => vec![word],
            Level::Folded => index.forms_of_term(word).to_vec(),
            Level::Stem => {
                let terms = index.terms_of_stem(word).iter();
                terms
                    .flat_map(|term| index.forms_of_term(*term))
                    .copied()
                    .collect()
            }
        }
    }

    /// Returns how often a word occurs in the whole corpus.
    pub fn frequency(self, index: &Index, word: u32) -> u64 {
        let forms = self.forms_of(index, word).into_iter();
        forms.map(|form| index.postings(form).len() as u64).sum()
    }

    /// Returns the text by which a word is shown: that of its most frequent form, in lower case if there is such a form.
    pub fn text(self, index: &Index, word: u32) -> &str {
        match self {
            Level::Form => index.form(word),
            Level::Folded => index.chief_form(word).unwrap_or(""),
            Level::Stem => {
                let frequency = |term: &&u32| Level::Folded.frequency(index, **term);
                // Of equally frequent terms the first in the alphabet is shown.
                let chief = index.terms_of_stem(word).iter().rev().max_by_key(frequency);
                chief.and_then(|term| index.chief_form(*term)).unwrap_or("")
            }
        }
    }

    /// Returns the word of each rank, [`NO_WORD`] for separators.
    pub(crate) fn table(self, index: &Index) -> Vec<u32> {
        let word = |rank: u32| self.word_of(index, rank).unwrap_or(NO_WORD);
        (0..index.ranks() as u32).map(word).collect()
    }
}

/// Takes the place of a word where there is none.
pub(crate) const NO_WORD: u32 = u32::MAX;

/// Counts how often each word occurs in some passages, headings included. The result is as long as [`Level::words`].
///
/// The time depends on the words of the passages, or on those of all others if these are fewer, and on the vocabulary.
pub fn count(index: &Index, passages: &PassageSet, level: Level) -> Vec<u64> {
    let mut others = passages.clone();
    others.complement();
    let is_larger = words_in(index, passages) > words_in(index, &others);
    let fewer = if is_larger { &others } else { passages };
    let mut of_ranks = vec![0u64; index.ranks()];
    for passage in fewer.iter() {
        for run in index.runs_of(passage) {
            for rank in index.tokens_of(run) {
                if let Some(count) = of_ranks.get_mut(rank as usize) {
                    *count += 1;
                }
            }
        }
    }
    if is_larger {
        for (rank, count) in (0..).zip(&mut of_ranks) {
            *count = u64::from(index.occurrences(rank)).saturating_sub(*count);
        }
    }
    of_words(index, level, of_ranks.into_iter())
}

/// Returns how often each word occurs in the whole index.
pub(crate) fn count_all(index: &Index, level: Level) -> Vec<u64> {
    let ranks = 0..index.ranks() as u32;
    of_words(
        index,
        level,
        ranks.map(|rank| u64::from(index.occurrences(rank))),
    )
}

/// Sums up the counts of forms by words.
fn of_words(index: &Index, level: Level, of_ranks: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut counts = vec![0; level.words(index)];
    for (rank, count) in (0..).zip(of_ranks) {
        if count > 0
            && let Some(word) = level.word_of(index, rank)
            && let Some(sum) = counts.get_mut(word as usize)
        {
            *sum += count;
        }
    }
    counts
}

/// Returns the text between two positions, both included, as it is written. Headings and passages are parted by a space.
pub fn text_between(index: &Index, start: u32, end: u32) -> String {
    let mut text = String::new();
    let mut last = start;
    let passages = index.passage_at(start)..=index.passage_at(end);
    for run in passages.flat_map(|passage| index.runs_of(passage)) {
        let mut next = run.positions.start;
        if next > last && next <= end && !text.is_empty() && !text.ends_with(char::is_whitespace) {
            text.push(' ');
        }
        for piece in index.pieces(run) {
            let inside = match piece.word {
                Some((_, position)) => {
                    next = position + 1;
                    (start..=end).contains(&position)
                }
                None => next > start && next <= end,
            };
            if inside {
                text.push_str(piece.text);
            }
        }
        last = run.positions.end;
    }
    text
}

/// Returns the number of words of some passages, headings included.
pub(crate) fn words_in(index: &Index, passages: &PassageSet) -> u64 {
    let words = passages
        .iter()
        .map(|passage| u64::from(index.words_of(passage)));
    words.sum()
}

/// Returns the words at the positions of a passage, [`NO_WORD`] at gaps: behind headings, and at its end.
pub(crate) fn words_at(index: &Index, passage: u32, table: &[u32], words: &mut Vec<u32>) {
    let positions = index.positions_of(passage);
    words.clear();
    words.resize(positions.len(), NO_WORD);
    for run in index.runs_of(passage) {
        let mut at = run.positions.start.saturating_sub(positions.start) as usize;
        for rank in index.tokens_of(run) {
            let word = table.get(rank as usize).copied().unwrap_or(NO_WORD);
            if word != NO_WORD {
                if let Some(slot) = words.get_mut(at) {
                    *slot = word;
                }
                at += 1;
            }
        }
    }
}
