//! The tables are those of the standard library, and where they are not, they are written anew.

use super::super::accents::is_accent;
use super::super::characters::is_unspaced;
use super::*;
use regex::Regex;
use std::collections::HashSet;
use std::fs;
use std::path::Path;

/// All characters that Unicode has assigned, or leaves to its users, from U+0080 on.
pub(crate) fn assigned() -> Vec<char> {
    let unassigned = Regex::new(r"^\p{Cn}$").expect("an expression");
    let is_assigned = |c: &char| !unassigned.is_match(c.encode_utf8(&mut [0; 4]));
    ('\u{80}'..=char::MAX).filter(is_assigned).collect()
}

/// The class by the standard library, and by what the annex says of marks.
fn expected(c: char) -> Class {
    match (expected_mark(c), c.is_alphabetic(), c.is_numeric()) {
        (true, true, _) => Class::VowelMark,
        (true, false, _) => Class::Mark,
        (false, true, _) => Class::Letter,
        (false, false, true) => Class::Number,
        _ => Class::Other,
    }
}

fn expected_mark(c: char) -> bool {
    let in_run = u16::try_from(u32::from(c)).is_ok_and(|code| {
        let after = MARKS.partition_point(|(first, _)| *first <= code);
        after > 0 && code <= MARKS[after - 1].1
    });
    is_accent(c) || in_run && (is_unspaced(c) || !c.is_alphanumeric())
}

/// Fails where a table is not that of the standard library, and writes the one that is.
fn check(name: &str, numbers: &[u32], is_right: bool) {
    let mut bytes = Vec::new();
    for number in numbers {
        let mut rest = *number;
        while rest > 0x7f {
            bytes.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        bytes.push(rest as u8);
    }
    if !is_right {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text/unicode");
        fs::write(folder.join(name), bytes).expect("the table can be written");
        panic!("{name} is not the standard library's and was written anew: run the tests again");
    }
}

#[test]
fn classes() {
    let characters = assigned();
    let mut numbers = Vec::new();
    let (mut last, mut start) = (Class::Other, FIRST);
    for c in &characters {
        let class = expected(*c);
        if class != last {
            let step = (class as u32 + 4 - last as u32) % 5;
            numbers.push((u32::from(*c) - start) << 2 | step);
            (last, start) = (class, u32::from(*c));
        }
    }
    let is_right = characters.iter().all(|c| class(*c) == expected(*c));
    check("classes.bin", &numbers, is_right);
    for c in '\0'..'\u{80}' {
        assert_eq!(class(c), expected(c), "{c}");
    }
}

#[test]
fn small_letters() {
    let distance = |c: char| {
        let small = c.to_lowercase().next().unwrap_or(c);
        u32::from(small).cast_signed() - u32::from(c).cast_signed()
    };
    let capitals: Vec<(u32, i32)> = ('\u{80}'..=char::MAX)
        .filter(|c| *c != 'İ' && distance(*c) != 0)
        .map(|c| (u32::from(c), distance(c)))
        .collect();
    let (mut numbers, mut end) = (Vec::new(), FIRST);
    let mut rest = &capitals[..];
    while let [(first, distance), after @ ..] = rest {
        let step = match after {
            [(next, same), ..] if same == distance && next - first == 2 => 2,
            _ => 1,
        };
        let of_run = (0..).zip(rest).take_while(|(place, (capital, same))| {
            same == distance && *capital == first + place * step
        });
        let count = of_run.count() as u32;
        let zigzag = (distance << 1 ^ distance >> 31).cast_unsigned();
        numbers.extend([first - end, (count - 1) << 1 | (step - 1), zigzag]);
        end = first + (count - 1) * step + 1;
        rest = &rest[count as usize..];
    }
    let is_right = ('\0'..=char::MAX)
        .filter(|c| *c != 'İ')
        .all(|c| c.to_lowercase().eq([small(c)]));
    check("small.bin", &numbers, is_right);
}

#[test]
fn capitals_and_small_letters() {
    let has_small = |c: &char| c.to_lowercase().ne([*c]);
    let capitals = ('\0'..=char::MAX).filter(has_small);
    let smalls: HashSet<char> = capitals.flat_map(char::to_lowercase).collect();
    // Beyond, nothing has a small letter: `small_letters` has seen it.
    for c in ('\0'..'\u{20000}').filter(|c| *c != '\u{307}') {
        assert_eq!(is_capital(c), has_small(&c), "{c}");
        assert_eq!(is_small(c), smalls.contains(&c), "{c}");
    }
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
