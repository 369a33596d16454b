//! Cutting a text into words and separators.

use super::Language;
use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters and digits; or an elided word with its apostrophe.
    Word,
    /// All that stands between two words.
    Separator,
}

/// A piece of a text, by byte range. Two separators never stand side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Word or separator.
    pub kind: TokenKind,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
}

/// The tokens of a text, which together cover it from its first byte to its last.
pub fn tokens(text: &str, language: Language) -> impl Iterator<Item = Token> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let word = word_length(rest, language);
        let (kind, length) = if word > 0 {
            (TokenKind::Word, word)
        } else {
            (TokenKind::Separator, separator_length(rest))
        };
        let range = at..at + length;
        at = range.end;
        Some(Token { kind, range })
    })
}

/// Whether a word is an elided one, such as `l’` or `QU'`: it ends in its apostrophe.
pub fn is_elided(word: &str) -> bool {
    word.ends_with(is_apostrophe)
}

/// French words that lose their last vowel before another word; only these are cut at the apostrophe.
const ELIDED: [&str; 15] = [
    "l", "d", "j", "m", "n", "s", "t", "c", "ç", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
    "parcequ",
];

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{FF07}')
}

/// Han, kana: scripts that put no space between words.
pub(super) fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Marks that continue a word but never begin one: combining accents, soft hyphen, joiners.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{0300}'..='\u{036F}' | '\u{00AD}' | '\u{200C}' | '\u{200D}'
    )
}

fn separator_length(text: &str) -> usize {
    text.find(char::is_alphanumeric).unwrap_or(text.len())
}

/// The length of the word that the text begins with, in bytes; 0 where it begins with none.
fn word_length(text: &str, language: Language) -> usize {
    let mut characters = text.char_indices().peekable();
    let Some((_, first)) = characters.next_if(|(_, c)| c.is_alphanumeric()) else {
        return 0;
    };
    let mut end = first.len_utf8();
    if is_ideograph(first) {
        return end;
    }
    while let Some(&(at, c)) = characters.peek() {
        let after = at + c.len_utf8();
        if is_apostrophe(c) {
            let a_word_follows = text[after..].starts_with(char::is_alphanumeric);
            if !a_word_follows {
                break;
            }
            if language == Language::French && is_elidable(&text[..at]) {
                return after;
            }
        } else if is_ideograph(c) || !(c.is_alphanumeric() || is_mark(c)) {
            break;
        }
        end = after;
        characters.next();
    }
    end
}

fn is_elidable(start: &str) -> bool {
    start.len() <= 7 && ELIDED.contains(&start.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str, language: Language) -> Vec<&str> {
        tokens(text, language)
            .filter(|token| token.kind == TokenKind::Word)
            .map(|token| &text[token.range])
            .collect()
    }

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(words(text, Language::French), expected, "{text}");
    }

    #[test]
    fn french_words() {
        check(
            "L’économie de l'Assemblée",
            &["L’", "économie", "de", "l'", "Assemblée"],
        );
        check(
            "aujourd’hui, presqu'île, prud’homme",
            &["aujourd’hui", "presqu'île", "prud’homme"],
        );
        check(
            "lorsqu’il dit qu’elle",
            &["lorsqu’", "il", "dit", "qu’", "elle"],
        );
        check(
            "plates-formes sino-américaines",
            &["plates", "formes", "sino", "américaines"],
        );
        check("a-t-il", &["a", "t", "il"]);
        check(
            "les 'deux poids, deux mesures' et",
            &["les", "deux", "poids", "deux", "mesures", "et"],
        );
        check("Forum de Bo’ao", &["Forum", "de", "Bo’ao"]);
        check("l'", &["l"]);
        check(
            "500 lettres\u{a0}: 21e siècle",
            &["500", "lettres", "21e", "siècle"],
        );
        check("e\u{301}conomie", &["e\u{301}conomie"]);
        check("M. Liu (art. 3)", &["M", "Liu", "art", "3"]);
        check("中国2016年", &["中", "国", "2016", "年"]);
        check("« » — … \u{301} \u{200d}", &[]);
        check("", &[]);
    }

    #[test]
    fn english_words_keep_their_apostrophes() {
        let text = "the nation's rights, the nations' rights, don’t";
        let expected = [
            "the", "nation's", "rights", "the", "nations", "rights", "don’t",
        ];
        assert_eq!(words(text, Language::English), expected);
    }

    proptest! {
        #[test]
        fn tokens_cover_any_text(text in "\\PC*|[ a-zé'’l\u{301}中-]{0,40}") {
            for language in [Language::French, Language::English, Language::Other] {
                let mut end = 0;
                let mut last_kind = None;
                for token in tokens(&text, language) {
                    prop_assert_eq!(token.range.start, end);
                    prop_assert!(token.range.end > end);
                    prop_assert!(!(last_kind == Some(TokenKind::Separator) && token.kind == TokenKind::Separator));
                    end = token.range.end;
                    last_kind = Some(token.kind);
                }
                prop_assert_eq!(end, text.len());
            }
        }

        #[test]
        fn words_that_touch_are_told_by_their_forms(text in "[ a-zé'’l中-]{0,40}") {
            let tokens: Vec<Token> = tokens(&text, Language::French).collect();
            for pair in tokens.windows(2) {
                if pair[0].kind == TokenKind::Word && pair[1].kind == TokenKind::Word {
                    prop_assert!(crate::text::joins(&text[pair[0].range.clone()], &text[pair[1].range.clone()]));
                }
            }
        }
    }
}
