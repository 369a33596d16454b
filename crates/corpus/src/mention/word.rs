//! The words of a text, and what stands between them.

use frise_text::{Language, TokenKind, compose, fold, tokens};
use std::ops::Range;

/// A word with what stands before it.
pub(super) struct Word<'t> {
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// To the letter.
    pub text: &'t str,
    /// What stands between it and the word before, or the start of the text.
    pub gap: &'t str,
    /// Without case and accents.
    folded: String,
    /// In lower case, with its accents: `dès` is not `des`.
    accented: String,
}

/// The words of a text in order.
pub(super) fn words(text: &str, language: Language) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut end = 0;
    for token in tokens(text, language).filter(|token| token.kind == TokenKind::Word) {
        let word = &text[token.range.clone()];
        words.push(Word {
            text: word,
            gap: &text[end..token.range.start],
            folded: fold(word),
            accented: compose(word),
            range: token.range.clone(),
        });
        end = token.range.end;
    }
    words
}

impl Word<'_> {
    /// Whether it is a word of a table. The tables write without accents, so that capitals may lack
    /// theirs, apart from the few words that an accent tells from others.
    pub fn is(&self, known: &str) -> bool {
        self.folded == known || self.accented == known
    }

    /// The value of a word in a table.
    pub fn find<T: Copy>(&self, table: &[(&str, T)]) -> Option<T> {
        let entry = table.iter().find(|(known, _)| self.is(known));
        entry.map(|(_, value)| *value)
    }

    /// Its number, if it is nothing but one to four digits.
    pub fn digits(&self) -> Option<i32> {
        let plain = self.text.bytes().all(|byte| byte.is_ascii_digit());
        (plain && self.text.len() <= 4).then(|| self.text.parse().ok())?
    }

    /// The number before a suffix: 21 of `21e` and `21st`.
    pub fn digits_before(&self, suffixes: &[&str]) -> Option<i32> {
        let end = self.folded.find(|c: char| !c.is_ascii_digit())?;
        let (digits, suffix) = self.folded.split_at(end);
        (end <= 2 && suffixes.contains(&suffix)).then(|| digits.parse().ok())?
    }

    /// The number of a Roman ordinal: 21 of `XXIe`. Only capitals count, since `vie` is a word.
    pub fn roman_before(&self, suffixes: &[&str]) -> Option<i32> {
        let end = self
            .text
            .find(|c: char| !matches!(c, 'I' | 'V' | 'X'))
            .filter(|end| *end > 0)?;
        let suffix = self.folded.get(end..)?;
        suffixes.contains(&suffix).then(|| roman(&self.text[..end]))
    }

    /// Whether nothing but space or a hyphen parts it from the word before.
    pub fn is_joined(&self) -> bool {
        matches!(self.gap.trim(), "" | "-" | "‑" | "\u{ad}") && !self.gap.contains("\n\n")
    }

    /// Whether a hyphen or a dash parts it from the word before.
    pub fn follows_dash(&self) -> bool {
        matches!(self.gap.trim(), "-" | "‑" | "–" | "—")
    }

    /// Whether it begins with a capital.
    pub fn has_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether it looks like a noun in the plural.
    pub fn looks_plural(&self) -> bool {
        self.folded.ends_with(['s', 'x']) && self.text.starts_with(char::is_lowercase)
    }
}

fn roman(digits: &str) -> i32 {
    let values: Vec<i32> = digits
        .chars()
        .map(|digit| match digit {
            'I' => 1,
            'V' => 5,
            _ => 10,
        })
        .collect();
    let mut sum = 0;
    for (place, value) in values.iter().enumerate() {
        let before_larger = values.get(place + 1).is_some_and(|next| next > value);
        sum += if before_larger { -value } else { *value };
    }
    sum
}
