//! Looks up words and phrases of the tables among the words of a text.

use super::scan::Scan;
use super::word::Word;

impl Scan<'_> {
    /// Whether a word is a word of the tables.
    pub fn is(&self, at: usize, known: &str) -> bool {
        self.words.get(at).is_some_and(|word| word.is(known))
    }

    pub fn is_joined(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(Word::is_joined)
    }

    pub fn find<T: Copy>(&self, at: usize, table: &[(&str, T)]) -> Option<T> {
        self.words.get(at)?.find(table)
    }

    /// The place behind the words of a phrase that begins at a word.
    pub fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        if !self.words.get(at)?.may_begin(phrase) {
            return None;
        }
        let mut next = at;
        for known in phrase.split(' ') {
            let is_known = match known.strip_suffix('.') {
                Some(known) => self.is(next, known) && self.has_point(next),
                None => self.is(next, known),
            };
            let fits = is_known && (next == at || self.is_joined(next));
            next = fits.then_some(next + 1)?;
        }
        Some(next)
    }

    /// The same for a phrase whose words may be shortened and have a point: `av. J.-C.`
    pub fn short_phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        if !self.words.get(at)?.may_begin(phrase) {
            return None;
        }
        let mut next = at;
        for known in phrase.split(' ') {
            let is_near = next == at || self.is_joined(next) || self.is_shortened(next);
            let fits = self.is(next, known) && is_near;
            next = fits.then_some(next + 1)?;
        }
        Some(next)
    }

    fn has_point(&self, at: usize) -> bool {
        let word = self.words.get(at);
        word.is_some_and(|word| self.text[word.range.end..].starts_with('.'))
    }

    /// Whether a sentence goes on from one word to the next, behind a shortened word too: `de 27 av. J.-C. à`.
    pub fn is_joined_after(&self, at: usize) -> bool {
        const LONGEST: usize = 4;
        let before = at.checked_sub(1).and_then(|before| self.words.get(before));
        let is_short = before.is_some_and(|word| {
            word.text.chars().count() <= LONGEST && word.text.ends_with(char::is_alphabetic)
        });
        let has_point = |word: &Word| word.gap.trim_end() == "." && !word.has_capital();
        self.is_joined(at) || is_short && self.words.get(at).is_some_and(has_point)
    }

    /// Whether nothing but the point of a shortened word parts a word from the one before.
    pub fn is_shortened(&self, at: usize) -> bool {
        const LONGEST: usize = 3;
        let gap = self.words.get(at).map_or("", |word| word.gap.trim());
        let before = at.checked_sub(1).and_then(|before| self.words.get(before));
        before.is_some_and(|word| word.text.chars().count() <= LONGEST)
            && matches!(gap, "." | ".-" | ".‑" | ".–" | ". -")
    }

    /// The longest phrase of a table that begins at a word and goes on, and the place behind it.
    pub fn longest<T: Copy>(&self, at: usize, table: &[(&str, T)]) -> Option<(T, usize)> {
        self.longest_here(at, table)
            .filter(|(_, next)| self.is_joined(*next))
    }

    /// The longest phrase of a table that begins at a word, and the place behind it.
    pub fn longest_here<T: Copy>(&self, at: usize, table: &[(&str, T)]) -> Option<(T, usize)> {
        let word = self.words.get(at)?;
        let found = table
            .iter()
            .filter(|(phrase, _)| word.may_begin(phrase))
            .filter_map(|(phrase, value)| Some((*value, self.phrase(at, phrase)?)));
        found.max_by_key(|(_, next)| *next)
    }

    /// The longest phrase of a list that begins at a word.
    pub fn any_of(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        let word = self.words.get(at)?;
        phrases
            .iter()
            .filter(|phrase| word.may_begin(phrase))
            .filter_map(|phrase| self.phrase(at, phrase))
            .max()
    }

    /// Whether one of some phrases stands right before a word.
    pub fn follows(&self, at: usize, phrases: &[&str]) -> bool {
        let ends_here = |phrase: &str| {
            // Most phrases are one word.
            let spaces = phrase.bytes().filter(|byte| *byte == b' ').count();
            let start = at.checked_sub(spaces + 1);
            start.and_then(|start| self.phrase(start, phrase)) == Some(at)
        };
        self.is_joined(at) && phrases.iter().copied().any(ends_here)
    }

    /// The place behind the articles at a word.
    pub fn skip_articles(&self, at: usize) -> usize {
        let articles = self.lexicon.map_or(&[][..], |lexicon| lexicon.articles);
        let mut next = at;
        while articles.iter().any(|article| self.is(next, article)) && self.is_joined(next + 1) {
            next += 1;
        }
        next
    }
}
