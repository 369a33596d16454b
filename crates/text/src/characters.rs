//! Classes of characters that decide where words begin, go on and end.

use super::accents::is_accent;

/// The ranges of the characters of the general category Mark, by their code points. `build.rs` writes them.
const MARKS: &[(u32, u32)] = include!(concat!(env!("OUT_DIR"), "/marks.rs"));

/// Returns whether a word can begin with a character: a letter or a digit of any script.
///
/// Letters that are used as apostrophes (U+02B9, U+02BC) and vowel signs written around another letter do not begin words.
///
/// ```
/// use frise_text::begins_word;
///
/// assert!(begins_word('é'));
/// assert!(begins_word('中'));
/// assert!(!begins_word('’'));
/// assert!(!begins_word('\u{301}'));
/// ```
pub fn begins_word(c: char) -> bool {
    is_plain(c) || !c.is_ascii() && c.is_alphanumeric() && !is_mark(c) && !is_apostrophe(c)
}

/// Returns whether a character is a Latin letter or an ASCII digit, as nearly all in a text are: it begins a word, is no word by
/// itself and no katakana. Whoever asks this first seldom has to look into the tables of Unicode.
pub(super) fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_latin(c)
}

/// Returns whether a character is a Latin letter with an accent, or another letter of these blocks.
pub(super) fn is_latin(c: char) -> bool {
    matches!(c, '\u{C0}'..='\u{24F}') && !matches!(c, '×' | '÷')
}

/// Returns whether a character is typed or set for an apostrophe.
///
/// The last four are accents and primes that keyboards and optical character recognition leave behind: `l´économie`.
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

/// Returns whether a character is a middle dot, or typed for one: a hyphenation point, a bullet, the dot of a product.
pub(super) fn is_middle_dot(c: char) -> bool {
    matches!(c, '·' | '\u{2027}' | '\u{2022}' | '\u{22C5}')
}

/// Returns whether a character has neither width nor meaning to a reader: soft hyphen, zero-width spaces and joiners,
/// directional marks, variation selectors.
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

/// Returns whether a character belongs to the letter before it: accents, vowel signs, viramas, tone marks.
///
/// These are the characters of the general category Mark. In scripts with spaces between words, marks that Unicode also
/// counts as alphabetic are letters here: they join the letters beside them anyway. Interlinear annotation characters
/// (U+FFF9 to U+FFFB) count as marks, as in UAX #29.
pub(super) fn is_mark(c: char) -> bool {
    let is_annotation = matches!(c, '\u{FFF9}'..='\u{FFFB}');
    let joins = is_unspaced(c) || !c.is_alphanumeric();
    is_accent(c) || is_annotation || joins && is_of_category_mark(c)
}

fn is_of_category_mark(c: char) -> bool {
    let code = u32::from(c);
    let after = MARKS.partition_point(|(first, _)| *first <= code);
    MARKS[..after].last().is_some_and(|(_, last)| code <= *last)
}

/// Returns whether a character is a number and not a letter, unlike the Roman numeral Ⅳ: digits of all scripts, fractions,
/// circled numbers.
pub(super) fn is_number(c: char) -> bool {
    c.is_numeric() && !c.is_alphabetic()
}

/// Returns whether a character lies in the blocks of scripts that put no space between words and write vowels around their
/// letters: Thai and Lao, Burmese, Khmer.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{E01}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

/// Returns whether a character is a word by itself.
///
/// These are characters of scripts that put no space between words (Han and hiragana; Thai, Lao, Burmese and Khmer), and
/// superscript, circled and fractional numbers, so that a footnote mark does not hide the word before it.
pub(super) fn stands_alone(c: char) -> bool {
    match c {
        '\u{B2}' | '\u{B3}' | '\u{B9}' | '\u{BC}'..='\u{BE}' => true,
        '\u{2070}' | '\u{2074}'..='\u{2079}' => true,
        '\u{2150}'..='\u{215F}' | '\u{2189}' => true,
        '\u{2460}'..='\u{249B}' | '\u{24EA}'..='\u{24FF}' | '\u{2776}'..='\u{2793}' => true,
        '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3038}'..='\u{303B}' => true,
        '\u{3041}'..='\u{309F}' => true,
        '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => true,
        c => is_unspaced(c) && !is_mark(c) && !is_number(c),
    }
}

/// Returns whether a character is katakana: a run of katakana is a word, apart from the letters beside it.
pub(super) fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30A1}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9D}')
}

pub(super) fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{5D0}'..='\u{5F2}' | '\u{FB1D}'..='\u{FB4F}')
}

/// Returns whether two adjacent characters that begin words belong to two words.
pub(super) fn is_parted(left: char, right: char) -> bool {
    let are_plain = is_plain(left) && is_plain(right);
    !are_plain
        && (stands_alone(left) || stands_alone(right) || is_katakana(left) != is_katakana(right))
}

#[cfg(test)]
mod tests {
    use super::*;
    use finl_unicode::categories::CharacterCategories;

    #[test]
    fn plain_letters_are_what_the_tables_say() {
        for c in ('\0'..=char::MAX).filter(|c| is_plain(*c)) {
            let is_letter = c.is_alphanumeric() && !is_mark(c) && !is_apostrophe(c);
            let is_alone = stands_alone(c) || is_katakana(c);
            assert!(is_letter && !is_alone, "{}", c.escape_unicode());
            assert!(
                !is_invisible(c) && !is_middle_dot(c),
                "{}",
                c.escape_unicode()
            );
            assert_eq!(is_number(c), c.is_ascii_digit(), "{}", c.escape_unicode());
        }
    }

    #[test]
    fn marks_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(
                is_of_category_mark(c),
                c.is_mark(),
                "{}",
                c.escape_unicode()
            );
        }
    }
}
