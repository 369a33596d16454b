//! Folding: what a reader who types without care for case, accents or apostrophes means.

use super::accents::{base_letter, is_accent, with_accent};
use super::characters::{is_apostrophe, is_invisible};
use super::initials::without_dots;
use super::numbers::without_grouping;
use super::unicode::small;

/// The folded word: lower case, no diacritics, ligatures written out, straight apostrophes, nothing
/// invisible; letters of raised or wide type as plain ones (`XXIᵉ`, `Ｆ`); numbers without the spaces or
/// apostrophes that group their digits; initials without their dots where there are three or more.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            'a'..='z' | '0'..='9' => folded.push(c),
            'A'..='Z' => folded.push(c.to_ascii_lowercase()),
            c if c.is_ascii() => folded.push(if is_apostrophe(c) { '\'' } else { c }),
            c if is_apostrophe(c) => folded.push('\''),
            c if is_accent(c) || is_invisible(c) => {}
            '\u{5F3}' => folded.push('\''),
            '\u{5F4}' => folded.push('"'),
            c => push_plain(small(c), &mut folded),
        }
    }
    without_dots(without_grouping(folded))
}

/// Appends the plain letters of a small one.
fn push_plain(c: char, folded: &mut String) {
    if let Some(base) = base_letter(c) {
        return folded.push(base);
    }
    let plain = match c {
        'æ' | 'ǣ' | 'ǽ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'ĳ' => "ij",
        'þ' => "th",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        'ᵃ' | 'ª' => "a",
        'ᵈ' => "d",
        'ᵉ' => "e",
        'ᵍ' => "g",
        'ʰ' => "h",
        'ⁱ' => "i",
        'ˡ' => "l",
        'ᵐ' => "m",
        'ⁿ' => "n",
        'ᵒ' | 'º' => "o",
        'ʳ' => "r",
        'ˢ' => "s",
        'ᵗ' => "t",
        _ => "",
    };
    folded.push_str(plain);
    if plain.is_empty() {
        folded.extend(match c {
            '\u{2080}'..='\u{2089}' => shifted(c, 0x2080, '0'),
            '\u{FF10}'..='\u{FF19}' => shifted(c, 0xFF10, '0'),
            '\u{FF41}'..='\u{FF5A}' => shifted(c, 0xFF41, 'a'),
            c => Some(c),
        });
    }
}

/// The character as far from `to` as this one is from the character numbered `from`.
fn shifted(c: char, from: u32, to: char) -> Option<char> {
    char::from_u32(u32::from(c) - from + u32::from(to))
}

/// Text in lower case, letter by letter. The tables that tell where a sigma stands at the end of a word, as [`str::to_lowercase`]
/// asks for, would weigh a kilobyte in the page; here it is the same letter everywhere.
pub fn lower(text: &str) -> String {
    let sigma = |c| if c == 'ς' { 'σ' } else { c };
    text.chars().map(small).map(sigma).collect()
}

/// A word in lower case with its accents composed and nothing invisible, as the stemmers expect it:
/// `E\u{301}` → `é`.
pub fn compose(word: &str) -> String {
    let mut composed = String::with_capacity(word.len());
    for c in word.chars().map(small) {
        let accented = composed
            .chars()
            .next_back()
            .and_then(|last| with_accent(last, c));
        match accented {
            Some(accented) => {
                composed.pop();
                composed.push(accented);
            }
            None if is_invisible(c) => {}
            None => composed.push(c),
        }
    }
    composed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::begins_word;
    use proptest::prelude::*;

    fn check(word: &str, expected: &str) {
        assert_eq!(fold(word), expected, "{word}");
    }

    #[test]
    fn french() {
        check("Économie", "economie");
        check("E\u{301}conomie", "economie");
        check("ŒUVRE", "oeuvre");
        check("Lætitia", "laetitia");
        check("aujourd’hui", "aujourd'hui");
        for apostrophe in "'‘’‛ʼ＇`´ʹ′".chars() {
            check(&format!("L{apostrophe}"), "l'");
        }
        check("ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ", "aaaceeeeiioouuuy");
        check("XXIᵉ", "xxie");
        check("1ᵉʳ", "1er");
        check("Mᵐᵉ", "mme");
        check("aﬃche", "affiche");
        check("CO₂", "co2");
    }

    #[test]
    fn other_languages() {
        check(
            "Łódź Dvořák Šimůnek Nguyễn Đặng Trương",
            "lodz dvorak simunek nguyen dang truong",
        );
        check("Straße", "strasse");
        check("Ștefan Țara", "stefan tara");
        check("Интернет Ёлка Йод", "интернет елка иод");
        check("Ἑλλάς Ελλάς ΕΛΛΆΣ", "ελλασ ελλασ ελλασ");
        check("İstanbul", "istanbul");
        check("مُحَمَّد أحمد", "محمد احمد");
        check("שָׁלוֹם", "שלום");
        check("हिन्दी", "हिन्दी");
        check("ＦＲＩＳＥ２０１６", "frise2016");
        check("Å Å", "a a");
    }

    #[test]
    fn what_is_invisible_is_dropped() {
        check("co\u{ad}opé\u{200b}ra\u{200d}tion", "cooperation");
        check("\u{feff}co\u{2060}opération\u{200e}", "cooperation");
        check("\u{202b}سلام\u{202c}", "سلام");
    }

    #[test]
    fn numbers_and_initials() {
        check("2016", "2016");
        check("10 000", "10000");
        check("1\u{a0}234\u{202f}567,5", "1234567,5");
        check("10’000", "10000");
        check("14,2", "14,2");
        check("2016 2017", "2016 2017");
        check("U.R.S.S", "urss");
        check("É.N.A", "ena");
        check("U.S", "u.s");
        check("frise.fr", "frise.fr");
    }

    #[test]
    fn composing() {
        assert_eq!(compose("E\u{301}cONomie"), "économie");
        assert_eq!(compose("franc\u{327}ais"), "français");
        assert_eq!(compose("Dé\u{200b}jà"), "déjà");
    }

    /// A word is never folded away, so that each has a term.
    #[test]
    fn whatever_begins_a_word_leaves_something() {
        for c in ('\0'..=char::MAX).filter(|c| begins_word(*c)) {
            let folded = fold(&c.to_string());
            assert!(folded.starts_with(begins_word), "{}", c.escape_unicode());
            assert_eq!(fold(&folded), folded, "{}", c.escape_unicode());
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(word in "\\PC{0,12}|[a-cA0-9 .,'’\u{a0}\u{301}\u{ad}]{0,14}|([0-9]{1,3}[ ’.,]){1,4}[0-9]{3}|([a-c]\\.){1,5}") {
            let once = fold(&word);
            prop_assert_eq!(fold(&once), once.clone());
        }

        #[test]
        fn letters_become_small_as_those_of_the_standard_library_do(text in "\\PC{0,12}|[ΣςσΟé ]{0,8}") {
            let of_library = text.replace('İ', "i").to_lowercase();
            prop_assert_eq!(lower(&text), of_library.replace('ς', "σ"));
        }

        #[test]
        fn composed_and_decomposed_fold_alike(word in "[a-zéèêëàâçîïôûüA-ZÉÀ]{0,12}") {
            prop_assert_eq!(fold(&compose(&word)), fold(&word));
        }
    }
}
