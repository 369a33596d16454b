//! What a character does to a word, beside what Unicode says of it (`unicode`): the module [`super`] tells of each.

use super::unicode::{Class, class};

/// Whether a word can begin with this character: a letter or a digit of any script. What Unicode counts
/// among letters but is used as an apostrophe (U+02B9, U+02BC) or written on another letter is none.
pub fn begins_word(c: char) -> bool {
    matches!(class(c), Class::Letter | Class::Number) && !is_apostrophe(c)
}

/// What is typed or set for an apostrophe. The last four are accents and primes, which keyboards and
/// scanners leave behind: `l´économie`.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '\u{2018}'
            | '\u{2019}'
            | '\u{201B}'
            | '\u{02BC}'
            | '\u{FF07}'
            | '`'
            | '\u{B4}'
            | '\u{02B9}'
            | '\u{2032}'
    )
}

/// What takes no place and means nothing to a reader: soft hyphen, zero-width spaces and joiners, marks
/// of direction, selectors of variants.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{61C}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{E0100}'..='\u{E01EF}'
    )
}

/// A mark that belongs to the letter before it: accents, vowel signs, viramas, tones.
pub(super) fn is_mark(c: char) -> bool {
    matches!(class(c), Class::Mark | Class::VowelMark)
}

/// The blocks of scripts that put no space between words and write vowels around their letters: Thai and
/// Lao, Burmese, Khmer.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{E01}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

/// A character that is a word by itself: of the scripts that put no space between words (Han and
/// hiragana; Thai, Lao, Burmese and Khmer), and numbers that stand above the line, in a circle, or for
/// a fraction, so that the call of a note does not hide the word before it.
pub(super) fn stands_alone(c: char) -> bool {
    match c {
        '\u{B2}' | '\u{B3}' | '\u{B9}' | '\u{BC}'..='\u{BE}' => true,
        '\u{2070}' | '\u{2074}'..='\u{2079}' => true,
        '\u{2150}'..='\u{215F}' | '\u{2189}' => true,
        '\u{2460}'..='\u{249B}' | '\u{24EA}'..='\u{24FF}' | '\u{2776}'..='\u{2793}' => true,
        '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3038}'..='\u{303B}' => true,
        '\u{3041}'..='\u{309F}' => true,
        '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => true,
        c => is_unspaced(c) && matches!(class(c), Class::Other | Class::Letter),
    }
}

/// Katakana: a run of it is a word, apart from the letters beside it.
pub(super) fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30A1}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9D}')
}

pub(super) fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{5D0}'..='\u{5F2}' | '\u{FB1D}'..='\u{FB4F}')
}

/// Whether two characters that begin words belong to two words where they touch.
pub(super) fn is_parted(left: char, right: char) -> bool {
    stands_alone(left) || stands_alone(right) || is_katakana(left) != is_katakana(right)
}
