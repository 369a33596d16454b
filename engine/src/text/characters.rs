//! Classes of characters, where the standard library has none: Unicode's properties, as far as words
//! need them. The module [`super`] tells what each class does to a word.

use super::accents::is_accent;

/// Whether a word can begin with this character: a letter or a digit of any script. What Unicode counts
/// among letters but is used as an apostrophe (U+02B9, U+02BC) or written on another letter is none.
pub(crate) fn begins_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || !c.is_ascii() && c.is_alphanumeric() && !is_apostrophe(c) && !is_mark(c)
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
    if c < '\u{300}' {
        return false;
    }
    let in_run = u16::try_from(u32::from(c)).is_ok_and(|code| {
        let after = MARKS.partition_point(|(first, _)| *first <= code);
        after > 0 && code <= MARKS[after - 1].1
    });
    is_accent(c) || in_run && (is_unspaced(c) || !c.is_alphanumeric())
}

/// The blocks of scripts that put no space between words and write vowels around their letters: Thai and
/// Lao, Burmese, Khmer.
fn is_unspaced(c: char) -> bool {
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
        c => is_unspaced(c) && !c.is_numeric() && !is_mark(c),
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

/// The characters of the Basic Multilingual Plane that extend the one before (`Word_Break=Extend`,
/// Unicode Standard Annex #29, version 17) and are not letters by [`char::is_alphabetic`], or that are
/// written around the letters that stand alone; first and last of each run. A run may span letters
/// that are joined anyway.
const MARKS: [(u16, u16); 92] = [
    (0x300, 0x362),
    (0x483, 0x489),
    (0x591, 0x5AF),
    (0x658, 0x658),
    (0x6DF, 0x6E0),
    (0x6EA, 0x6EC),
    (0x740, 0x74A),
    (0x7EB, 0x7F3),
    (0x7FD, 0x7FD),
    (0x818, 0x82D),
    (0x859, 0x85B),
    (0x898, 0x8E1),
    (0x8EA, 0x954),
    (0x9BC, 0x9BC),
    (0x9CD, 0x9CD),
    (0x9FE, 0x9FE),
    (0xA3C, 0xA3C),
    (0xA4D, 0xA4D),
    (0xABC, 0xABC),
    (0xACD, 0xACD),
    (0xAFD, 0xAFF),
    (0xB3C, 0xB3C),
    (0xB4D, 0xB4D),
    (0xB55, 0xB55),
    (0xBCD, 0xBCD),
    (0xC3C, 0xC3C),
    (0xC4D, 0xC4D),
    (0xCBC, 0xCBC),
    (0xCCD, 0xCCD),
    (0xD3B, 0xD3C),
    (0xD4D, 0xD4D),
    (0xDCA, 0xDCA),
    (0xE31, 0xE31),
    (0xE34, 0xE3A),
    (0xE47, 0xE4E),
    (0xEB1, 0xEB1),
    (0xEB4, 0xEBC),
    (0xEC8, 0xECE),
    (0xF18, 0xF19),
    (0xF35, 0xF35),
    (0xF37, 0xF37),
    (0xF39, 0xF39),
    (0xF3E, 0xF3F),
    (0xF84, 0xF84),
    (0xF86, 0xF87),
    (0xFC6, 0xFC6),
    (0x102B, 0x103E),
    (0x1056, 0x1059),
    (0x105E, 0x1060),
    (0x1062, 0x1064),
    (0x1067, 0x106D),
    (0x1071, 0x1074),
    (0x1082, 0x108D),
    (0x108F, 0x108F),
    (0x109A, 0x109D),
    (0x135D, 0x135F),
    (0x1714, 0x1715),
    (0x1734, 0x1734),
    (0x17B4, 0x17D3),
    (0x17DD, 0x17DD),
    (0x1939, 0x193B),
    (0x1A60, 0x1A7C),
    (0x1A7F, 0x1A7F),
    (0x1AB0, 0x1ADD),
    (0x1AE0, 0x1AEB),
    (0x1B34, 0x1B44),
    (0x1B6B, 0x1B73),
    (0x1BAA, 0x1BF3),
    (0x1C37, 0x1C37),
    (0x1CD0, 0x1CD2),
    (0x1CD4, 0x1CF9),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20F0),
    (0x2CEF, 0x2CF1),
    (0x2D7F, 0x2D7F),
    (0x302A, 0x302F),
    (0x3099, 0x309A),
    (0xA66F, 0xA672),
    (0xA67C, 0xA67D),
    (0xA6F0, 0xA6F1),
    (0xA806, 0xA806),
    (0xA82C, 0xA82C),
    (0xA8C4, 0xA8C4),
    (0xA8E0, 0xA8F1),
    (0xA92B, 0xA92D),
    (0xA953, 0xA953),
    (0xA9B3, 0xA9C0),
    (0xAABF, 0xAAC1),
    (0xAAF6, 0xAAF6),
    (0xABEC, 0xABED),
    (0xFE20, 0xFE2F),
    (0xFFF9, 0xFFFB),
];
