//! The words of a text, and what stands between them.

use frise_text::{Language, TokenKind, compose, fold, tokens};
use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

/// A word with what stands before it.
pub(super) struct Word<'t> {
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// To the letter.
    pub text: &'t str,
    /// What stands between it and the word before, or the start of the text.
    pub gap: &'t str,
    /// Whether a date may begin with it.
    pub may_begin_date: bool,
    /// Without case and accents.
    folded: Cow<'t, str>,
    /// In lower case, with its accents: `dès` is not `des`.
    accented: Cow<'t, str>,
    /// How both begin, by which most words of the tables are told apart from it.
    beginnings: [u16; 2],
}

/// The words of a text in order.
pub(super) fn words(text: &str, language: Language) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut end = 0;
    for token in tokens(text, language).filter(|token| token.kind == TokenKind::Word) {
        let word = &text[token.range.clone()];
        let (folded, accented): (Cow<'_, str>, Cow<'_, str>) =
            match word.bytes().all(|byte| byte.is_ascii_lowercase()) {
                true => (word.into(), word.into()),
                false => (fold(word).into(), compose(word).into()),
            };
        words.push(Word {
            text: word,
            gap: &text[end..token.range.start],
            beginnings: [beginning(&folded), beginning(&accented)],
            folded,
            accented,
            range: token.range.clone(),
            may_begin_date: false,
        });
        end = token.range.end;
    }
    words
}

impl Word<'_> {
    /// Whether it is a word of a table. The tables write without accents, so that capitals may lack
    /// theirs, apart from the few words that an accent tells from others.
    pub fn is(&self, known: &str) -> bool {
        self.may_begin(known) && (self.folded == known || self.accented == known)
    }

    /// Whether it begins as the first word of a phrase of the tables does. The tables are long, and this rules most of them
    /// out.
    #[inline]
    pub fn may_begin(&self, phrase: &str) -> bool {
        self.beginnings.contains(&beginning(phrase))
    }

    /// Whether it is one of some words of the tables.
    pub fn is_among(&self, known: &HashSet<&str>) -> bool {
        known.contains(&*self.folded) || known.contains(&*self.accented)
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

    /// The number of up to five digits that it is, which may be grouped: `10 000`.
    pub fn amount(&self) -> Option<i32> {
        let plain = self.folded.bytes().all(|byte| byte.is_ascii_digit());
        (plain && self.folded.len() <= 5).then(|| self.folded.parse().ok())?
    }

    /// The number of a Roman numeral below forty, and whether a suffix makes it an ordinal: 21 of `XXIe`, of `XXI` and of
    /// `xxie`.
    pub fn roman_before(&self, suffixes: &[&str]) -> Option<(i32, bool)> {
        let is_digit = |c: char| matches!(c, 'i' | 'v' | 'x');
        let most = self.folded.find(|c| !is_digit(c));
        // The `i` of `XXIième` belongs to its suffix.
        let ends = (1..=most.unwrap_or(self.folded.len())).rev();
        let split = ends.map(|end| self.folded.split_at(end));
        let mut numbers = split.filter_map(|(digits, suffix)| {
            let fits = suffix.is_empty() || suffixes.contains(&suffix);
            Some((roman(digits).filter(|_| fits)?, !suffix.is_empty()))
        });
        numbers.next()
    }

    /// The number of a Roman numeral in capitals.
    pub fn roman(&self) -> Option<i32> {
        let is_written = self.text.chars().all(char::is_uppercase);
        roman(&self.folded).filter(|_| is_written)
    }

    /// Whether nothing but space or a hyphen parts it from the word before.
    pub fn is_joined(&self) -> bool {
        matches!(self.gap.trim(), "" | "-" | "‑" | "\u{ad}") && !self.gap.contains("\n\n")
    }

    /// Whether a hyphen or a dash parts it from the word before.
    pub fn follows_dash(&self) -> bool {
        // The point is that of a shortened word: `J.-C. – 14`.
        let gap = self.gap.trim_start_matches('.').trim();
        matches!(gap, "-" | "‑" | "–" | "—")
    }

    /// Whether an ampersand parts it from the word before.
    pub fn follows_ampersand(&self) -> bool {
        self.gap.trim() == "&"
    }

    /// Whether it begins with a digit.
    pub fn begins_with_digit(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether it begins with a capital.
    pub fn has_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether it has no small letter.
    pub fn is_in_capitals(&self) -> bool {
        !self.text.contains(char::is_lowercase)
    }

    /// Whether it looks like a noun in the plural.
    pub fn looks_plural(&self) -> bool {
        self.folded.ends_with(['s', 'x']) && self.text.starts_with(char::is_lowercase)
    }
}

/// The first two bytes of the first word of a phrase, without the point that it may end with.
#[inline]
fn beginning(phrase: &str) -> u16 {
    let byte = |at: usize| match phrase.as_bytes().get(at) {
        None | Some(b' ' | b'.') => 0,
        Some(byte) => u16::from(*byte),
    };
    byte(0) << 8 | byte(1)
}

/// The number below forty that is written so, and in no other way.
fn roman(digits: &str) -> Option<i32> {
    const UNITS: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    // The `x` of `ix` stands behind its `i`.
    let units = digits.trim_start_matches('x');
    let tens = digits.len() - units.len();
    let unit = UNITS.iter().position(|known| *known == units)?;
    let number = 10 * tens as i32 + unit as i32;
    (1..40).contains(&number).then_some(number)
}
