//! Folding: what a reader who types without care for case, accents or apostrophes means.

/// The folded word: lower case, no diacritics, ligatures written out, straight apostrophes.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    folded
}

/// As [`fold`], appended to a buffer.
pub fn fold_into(word: &str, folded: &mut String) {
    for c in word.chars() {
        match c {
            'a'..='z' | '0'..='9' => folded.push(c),
            'A'..='Z' => folded.push(c.to_ascii_lowercase()),
            // Combining marks, soft hyphen, zero-width characters.
            '\u{0300}'..='\u{036F}'
            | '\u{00AD}'
            | '\u{200B}'..='\u{200D}'
            | '\u{2060}'
            | '\u{FEFF}' => {}
            '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{FF07}' => folded.push('\''),
            'æ' | 'Æ' => folded.push_str("ae"),
            'œ' | 'Œ' => folded.push_str("oe"),
            'ß' | 'ẞ' => folded.push_str("ss"),
            'Ĳ' | 'ĳ' => folded.push_str("ij"),
            'þ' | 'Þ' => folded.push_str("th"),
            'ﬁ' => folded.push_str("fi"),
            'ﬂ' => folded.push_str("fl"),
            _ => match base_letter(c) {
                Some(base) => folded.push(base),
                None => folded.extend(
                    c.to_lowercase()
                        .filter(|c| !matches!(c, '\u{0300}'..='\u{036F}')),
                ),
            },
        }
    }
}

/// A word in lower case with its accents composed, as the stemmers expect it: `E\u{301}` → `é`.
pub fn compose(word: &str) -> String {
    let mut composed = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        let accented = composed
            .chars()
            .next_back()
            .and_then(|last| with_accent(last, c));
        match accented {
            Some(accented) => {
                composed.pop();
                composed.push(accented);
            }
            None if matches!(c, '\u{00AD}' | '\u{200C}' | '\u{200D}') => {}
            None => composed.push(c),
        }
    }
    composed
}

/// The letters of French and its neighbours that a combining accent may have been written apart from.
fn with_accent(letter: char, accent: char) -> Option<char> {
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

/// The base letter of an accented Latin letter, from the Unicode blocks Latin-1 Supplement, Latin
/// Extended-A and Latin Extended Additional (Unicode Character Database, decompositions).
fn base_letter(c: char) -> Option<char> {
    let code = c as u32;
    if !matches!(code, 0xC0..=0x17F | 0x1E00..=0x1EF9) {
        return None;
    }
    let after = RUNS.partition_point(|(start, _)| u32::from(*start) <= code);
    let (_, base) = RUNS[after.checked_sub(1)?];
    (base != '-').then_some(base)
}

/// Runs of letters with the same base: where the run starts, and the base; `-` for none.
const RUNS: [(u16, char); 81] = [
    (0xC0, 'a'),
    (0xC6, '-'),
    (0xC7, 'c'),
    (0xC8, 'e'),
    (0xCC, 'i'),
    (0xD0, 'd'),
    (0xD1, 'n'),
    (0xD2, 'o'),
    (0xD7, '-'),
    (0xD8, 'o'),
    (0xD9, 'u'),
    (0xDD, 'y'),
    (0xDE, '-'),
    (0xE0, 'a'),
    (0xE6, '-'),
    (0xE7, 'c'),
    (0xE8, 'e'),
    (0xEC, 'i'),
    (0xF0, 'd'),
    (0xF1, 'n'),
    (0xF2, 'o'),
    (0xF7, '-'),
    (0xF8, 'o'),
    (0xF9, 'u'),
    (0xFD, 'y'),
    (0xFE, '-'),
    (0xFF, 'y'),
    (0x100, 'a'),
    (0x106, 'c'),
    (0x10E, 'd'),
    (0x112, 'e'),
    (0x11C, 'g'),
    (0x124, 'h'),
    (0x128, 'i'),
    (0x132, '-'),
    (0x134, 'j'),
    (0x136, 'k'),
    (0x139, 'l'),
    (0x143, 'n'),
    (0x14C, 'o'),
    (0x152, '-'),
    (0x154, 'r'),
    (0x15A, 's'),
    (0x162, 't'),
    (0x168, 'u'),
    (0x174, 'w'),
    (0x176, 'y'),
    (0x179, 'z'),
    (0x17F, 's'),
    (0x1E00, 'a'),
    (0x1E02, 'b'),
    (0x1E08, 'c'),
    (0x1E0A, 'd'),
    (0x1E14, 'e'),
    (0x1E1E, 'f'),
    (0x1E20, 'g'),
    (0x1E22, 'h'),
    (0x1E2C, 'i'),
    (0x1E30, 'k'),
    (0x1E36, 'l'),
    (0x1E3E, 'm'),
    (0x1E44, 'n'),
    (0x1E4C, 'o'),
    (0x1E54, 'p'),
    (0x1E58, 'r'),
    (0x1E60, 's'),
    (0x1E6A, 't'),
    (0x1E72, 'u'),
    (0x1E7C, 'v'),
    (0x1E80, 'w'),
    (0x1E8A, 'x'),
    (0x1E8E, 'y'),
    (0x1E90, 'z'),
    (0x1E96, '-'),
    (0x1EA0, 'a'),
    (0x1EB8, 'e'),
    (0x1EC8, 'i'),
    (0x1ECC, 'o'),
    (0x1EE4, 'u'),
    (0x1EF2, 'y'),
    (0x1EFA, '-'),
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(word: &str, expected: &str) {
        assert_eq!(fold(word), expected, "{word}");
    }

    #[test]
    fn folding() {
        check("Économie", "economie");
        check("E\u{301}conomie", "economie");
        check("ŒUVRE", "oeuvre");
        check("Lætitia", "laetitia");
        check("L’", "l'");
        check("aujourd’hui", "aujourd'hui");
        check("ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ", "aaaceeeeiioouuuy");
        check(
            "Łódź Dvořák Šimůnek Nguyễn Đặng",
            "lodz dvorak simunek nguyen dang",
        );
        check("Straße", "strasse");
        check("Интернет", "интернет");
        check("İstanbul", "istanbul");
        check("co\u{ad}opération", "cooperation");
        check("2016", "2016");
    }

    #[test]
    fn composing() {
        assert_eq!(compose("E\u{301}cONomie"), "économie");
        assert_eq!(compose("franc\u{327}ais"), "français");
        assert_eq!(compose("Déjà"), "déjà");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(word in "\\PC{0,12}") {
            let once = fold(&word);
            prop_assert_eq!(fold(&once), once.clone());
        }

        #[test]
        fn composed_and_decomposed_fold_alike(word in "[a-zéèêëàâçîïôûüA-ZÉÀ]{0,12}") {
            prop_assert_eq!(fold(&compose(&word)), fold(&word));
        }
    }
}
