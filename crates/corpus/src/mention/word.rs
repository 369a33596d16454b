//! The words of a text, and what stands between them.

use frise_text::{Token, TokenKind, compose, fold};
use std::cell::OnceCell;
use std::ops::Range;

/// What stands for a century, also where a program took it for the beginning of a quotation.
const APOSTROPHES: [char; 3] = ['’', '\'', '‘'];

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
    /// How it begins without case and accents, and in lower case with its accents, by which most words of the tables are told
    /// apart from it.
    beginnings: [u16; 2],
    /// Worked out when it is first asked for, since most words are not.
    written: OnceCell<Written>,
}

/// A word in other letters.
struct Written {
    /// Without case and accents.
    folded: String,
    /// In lower case, with its accents: `dès` is not `des`.
    accented: String,
}

/// The words among the tokens of a text, in order.
pub(super) fn words<'t>(text: &'t str, tokens: &[Token]) -> Vec<Word<'t>> {
    let mut words = Vec::with_capacity(tokens.len() / 2 + 1);
    let mut end = 0;
    for token in tokens.iter().filter(|token| token.kind == TokenKind::Word) {
        words.push(Word::new(
            text,
            token.range.clone(),
            &text[end..token.range.start],
        ));
        end = token.range.end;
    }
    words
}

impl<'t> Word<'t> {
    fn new(text: &'t str, range: Range<usize>, gap: &'t str) -> Word<'t> {
        let mut word = Word {
            text: &text[range.clone()],
            range,
            gap,
            may_begin_date: false,
            beginnings: [0; 2],
            written: OnceCell::new(),
        };
        // Nothing that follows three letters without accents changes the first two.
        word.beginnings = match word.text.as_bytes() {
            [a, b, c, ..] if [a, b, c].iter().all(|byte| byte.is_ascii_alphabetic()) => {
                [two_bytes(a.to_ascii_lowercase(), b.to_ascii_lowercase()); 2]
            }
            _ => [beginning(word.folded()), beginning(word.accented())],
        };
        word
    }
}

impl Word<'_> {
    /// The word without case and accents.
    pub fn folded(&self) -> &str {
        match self.is_small() {
            true => self.text,
            false => &self.written().folded,
        }
    }

    /// The word in lower case, with its accents.
    pub fn accented(&self) -> &str {
        match self.is_small() {
            true => self.text,
            false => &self.written().accented,
        }
    }

    /// Whether it has nothing but small letters without accents.
    fn is_small(&self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_lowercase())
    }

    fn written(&self) -> &Written {
        self.written.get_or_init(|| Written {
            folded: fold(self.text),
            accented: compose(self.text),
        })
    }

    /// How it begins, without and with its accents.
    pub fn beginnings(&self) -> [u16; 2] {
        self.beginnings
    }

    /// Whether it is a word of a table. The tables write without accents, so that capitals may lack
    /// theirs, apart from the few words that an accent tells from others.
    pub fn is(&self, known: &str) -> bool {
        self.may_begin(known) && (self.folded() == known || self.accented() == known)
    }

    /// Whether it begins as the first word of a phrase of the tables does. The tables are long, and this rules most of them
    /// out.
    #[inline]
    pub fn may_begin(&self, phrase: &str) -> bool {
        self.beginnings.contains(&beginning(phrase))
    }

    /// The value of a word in a table.
    pub fn find<T: Copy>(&self, table: &[(&str, T)]) -> Option<T> {
        let entry = table.iter().find(|(known, _)| self.is(known));
        entry.map(|(_, value)| *value)
    }

    /// Whether it begins with a digit.
    pub fn begins_with_digit(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Its number, if it is nothing but one to four digits.
    pub fn digits(&self) -> Option<i32> {
        let plain = self.text.bytes().all(|byte| byte.is_ascii_digit());
        (plain && self.text.len() <= 4).then(|| self.text.parse().ok())?
    }

    /// The number before a suffix: 21 of `21e` and `21st`.
    pub fn digits_before(&self, suffixes: &[&str]) -> Option<i32> {
        let end = self.folded().find(|c: char| !c.is_ascii_digit())?;
        let (digits, suffix) = self.folded().split_at(end);
        (end <= 2 && suffixes.contains(&suffix)).then(|| digits.parse().ok())?
    }

    /// The number of up to five digits that it is, which may be grouped: `10 000`.
    pub fn amount(&self) -> Option<i32> {
        let plain = self.folded().bytes().all(|byte| byte.is_ascii_digit());
        (plain && self.folded().len() <= 5).then(|| self.folded().parse().ok())?
    }

    /// The number of a Roman numeral below forty, and whether a suffix makes it an ordinal: 21 of `XXIe`, of `XXI` and of
    /// `xxie`.
    pub fn roman_before(&self, suffixes: &[&str]) -> Option<(i32, bool)> {
        let is_digit = |c: char| matches!(c, 'i' | 'v' | 'x');
        let most = self.folded().find(|c| !is_digit(c));
        // The `i` of `XXIième` belongs to its suffix.
        let ends = (1..=most.unwrap_or(self.folded().len())).rev();
        let split = ends.map(|end| self.folded().split_at(end));
        let mut numbers = split.filter_map(|(digits, suffix)| {
            let fits = suffix.is_empty() || suffixes.contains(&suffix);
            Some((roman(digits).filter(|_| fits)?, !suffix.is_empty()))
        });
        numbers.next()
    }

    /// The number of a Roman numeral in capitals.
    pub fn roman(&self) -> Option<i32> {
        let is_written = self.text.chars().all(char::is_uppercase);
        roman(self.folded()).filter(|_| is_written)
    }

    /// Whether nothing but space or a hyphen parts it from the word before.
    pub fn is_joined(&self) -> bool {
        let gap = match self.is_elided_year() {
            true => self.gap.trim_end_matches(APOSTROPHES),
            false => self.gap,
        };
        matches!(gap.trim(), "" | "-" | "‑" | "\u{ad}") && !gap.contains("\n\n")
    }

    /// Whether an apostrophe stands for the century before its two digits: `’30s`, `May ’68`.
    pub fn is_elided_year(&self) -> bool {
        let digits = self.text.bytes().take_while(u8::is_ascii_digit).count();
        digits == 2 && self.gap.ends_with(APOSTROPHES)
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
        self.folded().ends_with(['s', 'x']) && self.text.starts_with(char::is_lowercase)
    }
}

/// The first two bytes of the first word of a phrase, without the point that it may end with.
#[inline]
pub(super) fn beginning(phrase: &str) -> u16 {
    let byte = |at: usize| match phrase.as_bytes().get(at) {
        None | Some(b' ' | b'.') => 0,
        Some(byte) => *byte,
    };
    two_bytes(byte(0), byte(1))
}

#[inline]
fn two_bytes(first: u8, second: u8) -> u16 {
    u16::from(first) << 8 | u16::from(second)
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
