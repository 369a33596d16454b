//! Initials with dots: `U.R.S.S.`, `O.N.U.`, `p.m.`
//!
//! Single letters separated by dots are one word, without the last dot. Folding removes the dots of three or more
//! initials, so that `URSS` and `U.R.S.S.` compare equal. Two initials keep theirs: `U.S.` must not compare equal to `us`,
//! nor `S.A.` to `sa`.

use super::characters::{begins_word, is_apostrophe, is_katakana, is_mark, is_plain, stands_alone};

/// Returns the length, in bytes, of the initials that a text begins with, or 0. `before` is the text before it.
pub(super) fn initials_length(text: &str, before: &str) -> usize {
    // A fast path: behind most first letters stands another, or a space.
    let second = text.chars().nth(1);
    if second.is_none_or(|c| is_plain(c) || c.is_ascii() && c != '.') {
        return 0;
    }
    let mut end = letter_length(text);
    if !text[end..].starts_with('.') {
        return 0;
    }
    let continues = before
        .strip_suffix('.')
        .is_some_and(|before| before.ends_with(char::is_alphanumeric));
    if continues {
        return 0;
    }
    let first = end;
    while let Some(rest) = text[end..]
        .strip_prefix('.')
        .filter(|rest| rest.starts_with(begins_word))
    {
        match letter_length(rest) {
            // A longer word follows: `J.R.Tolkien`, `a.L’article`.
            0 => return 0,
            letter => end += 1 + letter,
        }
    }
    if end > first { end } else { 0 }
}

/// Removes the dots of a folded word if it consists of three or more initials.
pub(super) fn without_dots(folded: String) -> String {
    let dots = folded.bytes().filter(|byte| *byte == b'.').count();
    if dots < 2 {
        return folded;
    }
    let letters = folded.split('.').filter(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    });
    if letters.count() == dots + 1 {
        folded.replace('.', "")
    } else {
        folded
    }
}

/// Returns the length, in bytes, of the single letter that a text begins with, including its marks; 0 where another letter
/// follows it.
fn letter_length(text: &str) -> usize {
    let Some(first) = text.chars().next() else {
        return 0;
    };
    if !first.is_alphabetic() || !begins_word(first) || stands_alone(first) || is_katakana(first) {
        return 0;
    }
    let rest = text[first.len_utf8()..].trim_start_matches(is_mark);
    if rest.starts_with(|c: char| c.is_alphanumeric() || is_apostrophe(c)) {
        0
    } else {
        text.len() - rest.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(&text[..initials_length(text, "")], expected, "{text}");
    }

    #[test]
    fn initials() {
        check("U.R.S.S. et", "U.R.S.S");
        check("O.N.U", "O.N.U");
        check("E\u{301}.N.A.", "E\u{301}.N.A");
        check("U.S. and", "U.S");
        check("S.p.A.", "S.p.A");
        check("p.m.", "p.m");
        check("М.В.Д.", "М.В.Д");
    }

    #[test]
    fn other_words_with_dots() {
        check("M. Liu", "");
        check("J.R.Tolkien", "");
        check("a.L’article", "");
        check("p.5", "");
        check("1.2.3", "");
        check("A.1", "");
        check("député.e.s", "");
        check("中.国", "");
        assert_eq!(initials_length("e.s", "député."), 0);
    }
}
