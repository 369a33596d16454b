//! Accents: which marks folding removes, and how a letter with an accent relates to its base letter.

/// Returns whether folding removes a mark.
///
/// These are the accents of Latin, Greek and Cyrillic, the optional vowel points of Hebrew and Arabic, and the Arabic
/// tatweel. Marks of other scripts are part of the spelling.
pub(super) fn is_accent(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36F}'
            | '\u{483}'..='\u{487}'
            | '\u{591}'..='\u{5BD}'
            | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}' | '\u{5C7}'
            | '\u{610}'..='\u{61A}'
            | '\u{640}'
            | '\u{64B}'..='\u{65F}'
            | '\u{670}'
            | '\u{6D6}'..='\u{6DC}'
            | '\u{6DF}'..='\u{6E4}'
            | '\u{6E7}' | '\u{6E8}'
            | '\u{6EA}'..='\u{6ED}'
            | '\u{1AB0}'..='\u{1AFF}'
            | '\u{1DC0}'..='\u{1DFF}'
            | '\u{20D0}'..='\u{20FF}'
            | '\u{FE20}'..='\u{FE2F}'
    )
}

/// Returns the base letter of an accented lowercase letter of Latin, Greek, Cyrillic or Arabic.
///
/// The base is that of the canonical decomposition in the Unicode Character Database. Barred and hooked letters, which
/// have no decomposition (`ø`, `đ`, `ł`), map to the letter that readers type for them.
///
/// The table is ours because a crate with all decompositions (`unicode-normalization`) adds 14 kB of brotli to the page,
/// and knows no barred letters. A test compares the two.
pub(super) fn base_letter(c: char) -> Option<char> {
    let code = u16::try_from(u32::from(c)).ok()?;
    if !(0xE0..0x2000).contains(&code) || !c.is_alphabetic() {
        return None;
    }
    let after = BASES.partition_point(|(start, _)| *start <= code);
    let (_, base) = BASES[after.checked_sub(1)?];
    (base != '-').then_some(base)
}

/// Returns the letter composed of a base letter and a combining accent, for the letters of French and its neighbours.
pub(super) fn with_accent(letter: char, accent: char) -> Option<char> {
    let accented = match accent {
        '\u{300}' => "aàeèiìoòuù",
        '\u{301}' => "aáeéiíoóuúyý",
        '\u{302}' => "aâeêiîoôuû",
        '\u{303}' => "aãnñoõ",
        '\u{308}' => "aäeëiïoöuüyÿ",
        '\u{327}' => "cç",
        _ => return None,
    };
    let mut pairs = accented.chars();
    while let (Some(base), Some(with)) = (pairs.next(), pairs.next()) {
        if base == letter {
            return Some(with);
        }
    }
    None
}

/// Runs of lowercase letters with the same base letter: the first code point of each run, and the base letter, or `-` where
/// a letter is its own base. Characters other than lowercase letters may lie in any run.
const BASES: [(u16, char); 198] = [
    (0xE0, 'a'),
    (0xE6, '-'),
    (0xE7, 'c'),
    (0xE8, 'e'),
    (0xEC, 'i'),
    (0xF0, 'd'),
    (0xF1, 'n'),
    (0xF2, 'o'),
    (0xF9, 'u'),
    (0xFD, 'y'),
    (0xFE, '-'),
    (0xFF, 'y'),
    (0x101, 'a'),
    (0x107, 'c'),
    (0x10F, 'd'),
    (0x113, 'e'),
    (0x11D, 'g'),
    (0x125, 'h'),
    (0x129, 'i'),
    (0x133, '-'),
    (0x135, 'j'),
    (0x137, 'k'),
    (0x13A, 'l'),
    (0x144, 'n'),
    (0x14D, 'o'),
    (0x153, '-'),
    (0x155, 'r'),
    (0x15B, 's'),
    (0x163, 't'),
    (0x169, 'u'),
    (0x175, 'w'),
    (0x177, 'y'),
    (0x17A, 'z'),
    (0x17F, 's'),
    (0x180, '-'),
    (0x1A1, 'o'),
    (0x1A3, '-'),
    (0x1B0, 'u'),
    (0x1B4, '-'),
    (0x1CE, 'a'),
    (0x1D0, 'i'),
    (0x1D2, 'o'),
    (0x1D4, 'u'),
    (0x1DD, '-'),
    (0x1DF, 'a'),
    (0x1E3, '-'),
    (0x1E7, 'g'),
    (0x1E9, 'k'),
    (0x1EB, 'o'),
    (0x1EF, 'ʒ'),
    (0x1F0, 'j'),
    (0x1F3, '-'),
    (0x1F5, 'g'),
    (0x1F9, 'n'),
    (0x1FB, 'a'),
    (0x1FD, '-'),
    (0x1FF, 'o'),
    (0x201, 'a'),
    (0x205, 'e'),
    (0x209, 'i'),
    (0x20D, 'o'),
    (0x211, 'r'),
    (0x215, 'u'),
    (0x219, 's'),
    (0x21B, 't'),
    (0x21D, '-'),
    (0x21F, 'h'),
    (0x221, '-'),
    (0x227, 'a'),
    (0x229, 'e'),
    (0x22B, 'o'),
    (0x233, 'y'),
    (0x234, '-'),
    (0x390, 'ι'),
    (0x3AC, 'α'),
    (0x3AD, 'ε'),
    (0x3AE, 'η'),
    (0x3AF, 'ι'),
    (0x3B0, 'υ'),
    (0x3B1, '-'),
    (0x3C2, 'σ'),
    (0x3C3, '-'),
    (0x3CA, 'ι'),
    (0x3CB, 'υ'),
    (0x3CC, 'ο'),
    (0x3CD, 'υ'),
    (0x3CE, 'ω'),
    (0x3D0, '-'),
    (0x3D3, 'ϒ'),
    (0x3D5, '-'),
    (0x439, 'и'),
    (0x43A, '-'),
    (0x450, 'е'),
    (0x452, '-'),
    (0x453, 'г'),
    (0x454, '-'),
    (0x457, 'і'),
    (0x458, '-'),
    (0x45C, 'к'),
    (0x45D, 'и'),
    (0x45E, 'у'),
    (0x45F, '-'),
    (0x477, 'ѵ'),
    (0x479, '-'),
    (0x4C2, 'ж'),
    (0x4C4, '-'),
    (0x4D1, 'а'),
    (0x4D5, '-'),
    (0x4D7, 'е'),
    (0x4D9, '-'),
    (0x4DB, 'ә'),
    (0x4DD, 'ж'),
    (0x4DF, 'з'),
    (0x4E1, '-'),
    (0x4E3, 'и'),
    (0x4E7, 'о'),
    (0x4E9, '-'),
    (0x4EB, 'ө'),
    (0x4ED, 'э'),
    (0x4EF, 'у'),
    (0x4F5, 'ч'),
    (0x4F7, '-'),
    (0x4F9, 'ы'),
    (0x4FB, '-'),
    (0x622, 'ا'),
    (0x624, 'و'),
    (0x625, 'ا'),
    (0x626, 'ي'),
    (0x627, '-'),
    (0x6C0, 'ە'),
    (0x6C1, '-'),
    (0x6C2, 'ہ'),
    (0x6C3, '-'),
    (0x6D3, 'ے'),
    (0x6D5, '-'),
    (0x1E01, 'a'),
    (0x1E03, 'b'),
    (0x1E09, 'c'),
    (0x1E0B, 'd'),
    (0x1E15, 'e'),
    (0x1E1F, 'f'),
    (0x1E21, 'g'),
    (0x1E23, 'h'),
    (0x1E2D, 'i'),
    (0x1E31, 'k'),
    (0x1E37, 'l'),
    (0x1E3F, 'm'),
    (0x1E45, 'n'),
    (0x1E4D, 'o'),
    (0x1E55, 'p'),
    (0x1E59, 'r'),
    (0x1E61, 's'),
    (0x1E6B, 't'),
    (0x1E73, 'u'),
    (0x1E7D, 'v'),
    (0x1E81, 'w'),
    (0x1E8B, 'x'),
    (0x1E8F, 'y'),
    (0x1E91, 'z'),
    (0x1E96, 'h'),
    (0x1E97, 't'),
    (0x1E98, 'w'),
    (0x1E99, 'y'),
    (0x1E9A, '-'),
    (0x1E9B, 's'),
    (0x1E9C, '-'),
    (0x1EA1, 'a'),
    (0x1EB9, 'e'),
    (0x1EC9, 'i'),
    (0x1ECD, 'o'),
    (0x1EE5, 'u'),
    (0x1EF3, 'y'),
    (0x1EFB, '-'),
    (0x1F00, 'α'),
    (0x1F10, 'ε'),
    (0x1F20, 'η'),
    (0x1F30, 'ι'),
    (0x1F40, 'ο'),
    (0x1F50, 'υ'),
    (0x1F60, 'ω'),
    (0x1F70, 'α'),
    (0x1F72, 'ε'),
    (0x1F74, 'η'),
    (0x1F76, 'ι'),
    (0x1F78, 'ο'),
    (0x1F7A, 'υ'),
    (0x1F7C, 'ω'),
    (0x1F80, 'α'),
    (0x1F90, 'η'),
    (0x1FA0, 'ω'),
    (0x1FB0, 'α'),
    (0x1FBE, '-'),
    (0x1FC2, 'η'),
    (0x1FD0, 'ι'),
    (0x1FE0, 'υ'),
    (0x1FE4, 'ρ'),
    (0x1FE6, 'υ'),
    (0x1FF2, 'ω'),
];

#[cfg(test)]
mod tests {
    use crate::fold;
    use unicode_normalization::UnicodeNormalization;

    /// Compares every letter that has a canonical decomposition, up to the blocks of presentation forms, with
    /// `unicode-normalization`.
    #[test]
    fn composed_and_decomposed_characters_fold_alike() {
        let mut checked = 0;
        for c in '\u{80}'..'\u{FB00}' {
            let decomposed: String = c.nfd().collect();
            let accented = decomposed.starts_with(char::is_alphabetic)
                && decomposed.chars().skip(1).all(super::is_accent);
            if decomposed.chars().count() > 1 && accented {
                assert_eq!(
                    fold(&c.to_string()),
                    fold(&decomposed),
                    "{c} {}",
                    c.escape_unicode()
                );
                checked += 1;
            }
        }
        assert!(checked > 700, "{checked}");
    }
}
