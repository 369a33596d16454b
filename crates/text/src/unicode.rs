//! Letters, numbers and marks of all scripts, and capitals and small letters: Unicode's properties, version 17, as far as words
//! need them, in tables of their own: with those of the standard library, and one for marks, the page was 2.2 kB heavier in
//! brotli. They say the same of every character that Unicode has assigned: the tests hold them against the standard library,
//! and write them (`tests.rs`). Of places that are not assigned they say what comes cheapest.
//!
//! Both tables go from U+0080 on, and their numbers are varints (LEB128).
//!
//! ```text
//! classes.bin   runs of characters of one class, the first of Class::Other:
//!   length << 2 | step        how long the run is, and how many classes further the next run's is, less one
//! small.bin     runs of capitals, each as far from its small letter:
//!   gap                       from behind the capital before to the first of the run
//!   (count - 1) << 1 | other  how many; whether only every other character is one
//!   distance << 1 ^ sign      to the small letter, zigzag
//! ```

/// What a character is to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Neither of these.
    Other,
    /// A letter that stands for itself.
    Letter,
    /// A number that is no letter: digits of all scripts, fractions, numbers in a circle.
    Number,
    /// A mark on the letter before it, by itself no letter: accents, viramas, tones.
    Mark,
    /// A mark that Unicode counts among letters: vowel signs of scripts that put no space between words.
    VowelMark,
}

const CLASSES: [Class; 5] = [
    Class::Other,
    Class::Letter,
    Class::Number,
    Class::Mark,
    Class::VowelMark,
];

/// The class of a character.
pub(super) fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' => return Class::Letter,
        '0'..='9' => return Class::Number,
        // Those that whole texts are written in stand far behind in the table.
        '\u{30A1}'..='\u{30FA}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' => {
            return Class::Letter;
        }
        _ => {}
    }
    let mut end = FIRST;
    let mut class = 0;
    for number in Numbers(include_bytes!("unicode/classes.bin")) {
        end += number >> 2;
        if u32::from(c) < end {
            break;
        }
        class = (class + 1 + (number & 3) as usize) % CLASSES.len();
    }
    CLASSES[class]
}

/// As [`char::is_alphabetic`].
pub fn is_alphabetic(c: char) -> bool {
    matches!(class(c), Class::Letter | Class::VowelMark)
}

/// As [`char::is_alphanumeric`].
pub fn is_alphanumeric(c: char) -> bool {
    matches!(class(c), Class::Letter | Class::VowelMark | Class::Number)
}

/// Whether it is [`char::is_numeric`] and no letter, as Ⅳ is.
pub fn is_number(c: char) -> bool {
    class(c) == Class::Number
}

/// The small letter of a capital; other characters as they are. As [`char::to_lowercase`], but that İ is an i without a
/// second dot.
pub(super) fn small(c: char) -> char {
    match c {
        'İ' => 'i',
        c if c.is_ascii() => c.to_ascii_lowercase(),
        // Scripts without capitals, which whole texts are written in.
        '\u{2E80}'..'\u{A640}' | '\u{AC00}'..'\u{E000}' => c,
        c => Capitals::new()
            .take_while(|capitals| capitals.first <= u32::from(c))
            .find_map(|capitals| capitals.moved(c, 0, capitals.distance))
            .unwrap_or(c),
    }
}

/// Whether it has a small letter: [`char::is_uppercase`] but for letters in a style, such as 𝐀, which have none.
pub fn is_capital(c: char) -> bool {
    small(c) != c
}

/// Whether it has a capital: [`char::is_lowercase`] but for letters in a style, and a few that have none, such as ﬁ.
pub fn is_small(c: char) -> bool {
    let is_of = |capitals: Capitals| {
        let (distance, back) = (capitals.distance, -capitals.distance);
        capitals.moved(c, distance, back).is_some()
    };
    c.is_ascii_lowercase() || !c.is_ascii() && Capitals::new().any(is_of)
}

/// The first character of the tables.
const FIRST: u32 = 0x80;

/// A run of capitals, and by [`Iterator`] those that come after it.
#[derive(Clone, Copy)]
struct Capitals {
    numbers: Numbers,
    first: u32,
    last: u32,
    step: u32,
    distance: i32,
}

impl Capitals {
    /// What comes before the first run.
    fn new() -> Capitals {
        Capitals {
            numbers: Numbers(include_bytes!("unicode/small.bin")),
            first: FIRST,
            last: FIRST - 1,
            step: 1,
            distance: 0,
        }
    }

    /// The character as far from this one as is said, if this one is as far from a capital of the run as is said.
    fn moved(&self, c: char, from: i32, to: i32) -> Option<char> {
        let capital = u32::from(c).wrapping_add_signed(-from);
        let is_one = (self.first..=self.last).contains(&capital);
        let is_of_run = is_one && (capital - self.first).is_multiple_of(self.step);
        let moved = u32::from(c).wrapping_add_signed(to);
        char::from_u32(moved).filter(|_| is_of_run)
    }
}

impl Iterator for Capitals {
    type Item = Capitals;

    fn next(&mut self) -> Option<Capitals> {
        let first = self.last + 1 + self.numbers.next()?;
        let count = self.numbers.next()?;
        let distance = self.numbers.next()?;
        self.first = first;
        self.step = 1 + (count & 1);
        self.last = first + (count >> 1) * self.step;
        self.distance = (distance >> 1).cast_signed() ^ -(distance & 1).cast_signed();
        Some(*self)
    }
}

/// Numbers in LEB128, which are all in at most four bytes.
#[derive(Clone, Copy)]
pub(super) struct Numbers(pub &'static [u8]);

impl Iterator for Numbers {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                break;
            }
        }
        Some(number)
    }
}

#[cfg(test)]
pub(super) mod tests;
