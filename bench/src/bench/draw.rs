//! Queries of each kind, drawn from a corpus's own words.
//!
//! To add a kind, add it to [`Kind`] and say in [`query`] how one is drawn.

use crate::dice::Dice;
use frise_index::model::RunKind;
use frise_index::{Index, IndexedRun};
use frise_text::{fold, is_elided};
use std::collections::HashMap;

/// How many queries of each kind are drawn.
pub const EACH: usize = 200;

/// How many of the most frequent words count as frequent, and how often a rare one may occur.
const FREQUENT: usize = 500;
const RARE: u32 = 3;

/// A kind of query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of the most frequent words.
    Frequent,
    /// One that occurs three times at most.
    Rare,
    /// Two words of one passage.
    TwoWords,
    /// The first three letters of a word, as somebody types it.
    Prefix,
    /// A word with the first and last two letters given.
    Wildcard,
    /// The same as a regular expression.
    Regex,
    /// A word with a letter wrong, missing or added, one edit allowed.
    Typo,
    /// Two to four words as they follow one another.
    Phrase,
    /// Two words that stand within eight words.
    Proximity,
}

impl Kind {
    /// All kinds, in the order of the table.
    pub const ALL: [Kind; 9] = [
        Kind::Frequent,
        Kind::Rare,
        Kind::TwoWords,
        Kind::Prefix,
        Kind::Wildcard,
        Kind::Regex,
        Kind::Typo,
        Kind::Phrase,
        Kind::Proximity,
    ];

    /// Returns the name in the table.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Frequent => "frequent word",
            Kind::Rare => "rare word",
            Kind::TwoWords => "two words",
            Kind::Prefix => "3-letter prefix",
            Kind::Wildcard => "wildcard",
            Kind::Regex => "regex",
            Kind::Typo => "one typo",
            Kind::Phrase => "phrase",
            Kind::Proximity => "proximity",
        }
    }
}

/// The queries of a kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    pub kind: Kind,
    pub queries: Vec<String>,
}

impl Drawn {
    /// `{ "kind": "one typo", "queries": [ … ] }`
    pub fn to_json(&self) -> serde_json::Value {
        serde_json::json!({ "kind": self.kind.name(), "queries": self.queries })
    }
}

/// The words of a corpus, from which queries are drawn.
pub struct Words<'i> {
    index: &'i Index,
    /// The spans that have words.
    spans: Vec<&'i IndexedRun>,
    frequent: Vec<String>,
    rare: Vec<String>,
}

impl<'i> Words<'i> {
    /// Returns the words of an index; those of one letter, of digits, and elided ones are drawn by no kind.
    pub fn of(index: &'i Index) -> Words<'i> {
        let mut times: HashMap<String, u32> = HashMap::new();
        let runs = (0..index.passages()).flat_map(|passage| index.runs_of(passage));
        let spans: Vec<&IndexedRun> = runs
            .filter(|run| matches!(run.kind, RunKind::Span(_)) && !run.positions.is_empty())
            .collect();
        for run in &spans {
            for word in words(index, run).filter(|word| letters(word) >= 2) {
                *times.entry(fold(word)).or_insert(0) += 1;
            }
        }
        let mut sorted: Vec<(String, u32)> = times.into_iter().collect();
        sorted.sort_by(|(a, times_a), (b, times_b)| times_b.cmp(times_a).then(a.cmp(b)));
        let rare = sorted.iter().filter(|(_, times)| *times <= RARE);
        Words {
            rare: rare.map(|(word, _)| word.clone()).collect(),
            frequent: sorted
                .into_iter()
                .take(FREQUENT)
                .map(|(word, _)| word)
                .collect(),
            index,
            spans,
        }
    }
}

/// Of how many letters a word is; 0 where it has anything else.
fn letters(word: &str) -> usize {
    if word.chars().all(char::is_alphabetic) {
        word.chars().count()
    } else {
        0
    }
}

fn words<'i>(index: &'i Index, run: &IndexedRun) -> impl Iterator<Item = &'i str> {
    index
        .pieces(run)
        .filter(|piece| piece.word.is_some())
        .map(|piece| piece.text)
}

/// Returns the queries of a kind. A corpus may be too small for [`EACH`] of some kind; then there are fewer.
pub fn draw(kind: Kind, words: &Words<'_>) -> Drawn {
    let mut dice = Dice::of(kind as u64);
    let tries = EACH * 50;
    let queries = (0..tries).filter_map(|_| query(kind, words, &mut dice));
    Drawn {
        kind,
        queries: queries.take(EACH).collect(),
    }
}

/// One query; `None` where the dice fell on a passage that has none of the kind.
fn query(kind: Kind, words: &Words<'_>, dice: &mut Dice) -> Option<String> {
    match kind {
        Kind::Frequent => dice.pick(&words.frequent).cloned(),
        Kind::Rare => dice.pick(&words.rare).cloned(),
        Kind::TwoWords => {
            let (a, b) = two_words(words, dice, u32::MAX)?;
            Some(format!("{a} {b}"))
        }
        Kind::Prefix => {
            let word = long_word(words, dice, 4)?;
            let start: String = word.chars().take(3).collect();
            Some(format!("{start}*"))
        }
        Kind::Wildcard => {
            let (start, end) = ends(words, dice)?;
            Some(format!("{start}*{end}"))
        }
        Kind::Regex => {
            let (start, end) = ends(words, dice)?;
            Some(format!("/{start}.+{end}/"))
        }
        Kind::Typo => {
            let word = long_word(words, dice, 5)?;
            Some(format!("{}~1", mistyped(word, dice)))
        }
        Kind::Phrase => phrase(words, dice),
        Kind::Proximity => {
            let (a, b) = two_words(words, dice, 8)?;
            Some(format!("\"{a} {b}\"~8"))
        }
    }
}

/// Returns a word of so many letters at least, drawn from the text, so that frequent ones come more often.
fn long_word<'i>(words: &Words<'i>, dice: &mut Dice, least: usize) -> Option<&'i str> {
    let run = dice.pick(&words.spans)?;
    let long: Vec<&str> = self::words(words.index, run)
        .filter(|word| letters(word) >= least)
        .collect();
    dice.pick(&long).copied()
}

/// Returns the first two and the last two letters of a word of six at least.
fn ends(words: &Words<'_>, dice: &mut Dice) -> Option<(String, String)> {
    let word: Vec<char> = long_word(words, dice, 6)?.chars().collect();
    let (start, end) = (&word[..2], &word[word.len() - 2..]);
    Some((start.iter().collect(), end.iter().collect()))
}

/// Two different words of one run, at most so many words apart.
fn two_words<'i>(words: &Words<'i>, dice: &mut Dice, apart: u32) -> Option<(&'i str, &'i str)> {
    let run = dice.pick(&words.spans)?;
    let long: Vec<(u32, &str)> = (0..)
        .zip(self::words(words.index, run))
        .filter(|(_, word)| letters(word) >= 4)
        .collect();
    let (place, first) = dice.pick(&long)?;
    let near: Vec<&str> = long
        .iter()
        .filter(|(other, word)| other.abs_diff(*place) <= apart && fold(word) != fold(first))
        .map(|(_, word)| *word)
        .collect();
    Some((first, dice.pick(&near)?))
}

/// Two to four neighbours as they stand in the text; the last is not elided, as nobody stops there.
fn phrase(words: &Words<'_>, dice: &mut Dice) -> Option<String> {
    let run = dice.pick(&words.spans)?;
    let length = 2 + dice.below(3) as u32;
    let starts = (run.positions.end - run.positions.start).checked_sub(length)? + 1;
    let start = run.positions.start + dice.below(starts as usize) as u32;
    let mut text = String::new();
    let mut left = length;
    for piece in words.index.pieces(run) {
        match piece.word {
            Some((_, position)) if position >= start && left > 0 => {
                text.push_str(piece.text);
                left -= 1;
            }
            None if !text.is_empty() && left > 0 => text.push_str(piece.text),
            _ => {}
        }
    }
    if is_elided(&text) {
        return None;
    }
    let plain: String = text
        .chars()
        .map(|c| {
            if c == '"' || c == '«' || c == '»' || c.is_whitespace() {
                ' '
            } else {
                c
            }
        })
        .collect();
    Some(format!("\"{plain}\""))
}

/// Returns a word with one letter left out, doubled or changed, not the first.
fn mistyped(word: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let place = 1 + dice.below(letters.len() - 1);
    match dice.below(3) {
        0 => drop(letters.remove(place)),
        1 => letters.insert(place, letters[place]),
        _ => letters[place] = if letters[place] == 'x' { 'k' } else { 'x' },
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use frise_corpus::SourceFile;
    use frise_corpus::compile;
    use frise_index::query::parse;
    use frise_index::search::{Filters, Searcher, Sort};

    fn searcher() -> Searcher {
        let text = "L’économie numérique, « dit-elle », appelle des règles communes.\\n\\n\
                    Les règles de l’économie changent ; la souveraineté demeure.\\n\\n!";
        let line = format!("{{\"id\": \"a\", \"date\": \"2016\", \"text\": \"{text}\"}}");
        let file = SourceFile {
            path: "a.jsonl".to_string(),
            bytes: line.into_bytes(),
        };
        compile(&[file]).expect("an index").searcher
    }

    #[test]
    fn every_kind_finds_the_text_that_it_was_drawn_from() {
        let searcher = searcher();
        let words = Words::of(searcher.index());
        for kind in Kind::ALL {
            let drawn = draw(kind, &words);
            assert_eq!(drawn.queries.len(), EACH, "{kind:?}");
            assert_eq!(drawn, draw(kind, &words), "the same each time");
            for query in &drawn.queries {
                let answer = searcher.search(&parse(query), &Filters::default(), Sort::Relevance);
                assert!(answer.problems.is_empty(), "{kind:?} {query}");
                assert!(!answer.passages.is_empty(), "{kind:?} {query}");
            }
        }
    }

    #[test]
    fn a_mistyped_word_is_one_edit_away() {
        let mut dice = Dice::of(1);
        for _ in 0..100 {
            let word = mistyped("règles", &mut dice);
            assert_ne!(word, "règles");
            assert!(
                word.starts_with('r') && (5..=7).contains(&word.chars().count()),
                "{word}"
            );
        }
    }
}
