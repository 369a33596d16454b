//! Folding: the form under which words compare equal whatever their case, accents and apostrophes.

use super::accents::{base_letter, is_accent, with_accent};
use super::characters::{is_apostrophe, is_invisible, is_middle_dot};
use super::initials::without_dots;
use super::numbers::without_grouping;

/// Returns the folded form of a word, by which words compare without regard to case and accents.
///
/// Folding is idempotent. It
/// - lowercases, removes diacritics, and writes ligatures out;
/// - makes all apostrophes straight and all dots of `étudiant·e·s` alike, and removes invisible characters;
/// - replaces superscript, subscript and fullwidth letters by plain ones (`XXIᵉ`, `Ｆ`);
/// - removes the spaces and apostrophes that group the digits of a number, and the dots of three or more initials.
///
/// ```
/// use frise_text::fold;
///
/// assert_eq!(fold("Économie"), "economie");
/// assert_eq!(fold("ŒUVRE"), "oeuvre");
/// assert_eq!(fold("aujourd’hui"), "aujourd'hui");
/// assert_eq!(fold("10 000"), "10000");
/// assert_eq!(fold("U.R.S.S"), "urss");
/// ```
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            'a'..='z' | '0'..='9' => folded.push(c),
            'A'..='Z' => folded.push(c.to_ascii_lowercase()),
            c if c.is_ascii() => folded.push(if is_apostrophe(c) { '\'' } else { c }),
            c if is_apostrophe(c) => folded.push('\''),
            c if is_middle_dot(c) => folded.push('·'),
            c if is_accent(c) || is_invisible(c) => {}
            '\u{5F3}' => folded.push('\''),
            '\u{5F4}' => folded.push('"'),
            c => push_plain(lowercase(c), &mut folded),
        }
    }
    without_dots(without_grouping(folded))
}

/// Appends the plain letters that a lowercase letter folds to.
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

/// Returns the character at the same distance from `to` as `c` is from the code point `from`.
fn shifted(c: char, from: u32, to: char) -> Option<char> {
    char::from_u32(u32::from(c) - from + u32::from(to))
}

/// Returns a text in lowercase, letter by letter.
///
/// Unlike [`str::to_lowercase`], it makes each Greek sigma σ, whether or not it ends a word, so that the beginning of a word
/// compares equal to the whole; and it drops the second dot of `İ`.
pub fn lower(text: &str) -> String {
    let sigma = |c| if c == 'ς' { 'σ' } else { c };
    text.chars().map(lowercase).map(sigma).collect()
}

/// Returns the lowercase of a letter as one character. Only `İ` has a longer one, an i with another dot, which is dropped.
fn lowercase(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// Returns a word in lowercase with its accents composed (`E\u{301}` → `é`) and without invisible characters, as the
/// stemmers expect it.
pub fn compose(word: &str) -> String {
    let mut composed = String::with_capacity(word.len());
    for c in word.chars().map(lowercase) {
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
    fn invisible_characters_are_dropped() {
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

    /// Folding leaves at least one character of each word, so that each word has a term.
    #[test]
    fn what_begins_a_word_is_never_folded_away() {
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
