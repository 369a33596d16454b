//! Finds what is being typed at the end of a query, for completion.

use super::Field;
use std::ops::Range;

/// The end of a query, which is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typing {
    /// The range of the word in the query, in bytes, without the operators before it.
    pub word: Range<usize>,
    /// The range of the word with its operators, and with its field and the colon.
    pub whole: Range<usize>,
    /// The field of which the word is a value.
    pub field: Option<Field>,
}

/// Returns what is being typed at the end of a query, or `None` after a space or an operator, and in words with wildcards,
/// regular expressions and `~`.
pub fn typing(text: &str) -> Option<Typing> {
    let start = text
        .rfind(|c: char| c.is_whitespace() || "()|\"«»“”".contains(c))
        .map_or(0, |at| {
            at + text[at..].chars().next().map_or(0, char::len_utf8)
        });
    let piece = &text[start..];
    if piece.contains(['*', '?', '~', '/']) || !piece.ends_with(char::is_alphanumeric) {
        return None;
    }
    let operators = piece.len() - piece.trim_start_matches(['-', '=']).len();
    let (field, name) = match piece[operators..].split_once(':') {
        Some((name, _)) => (Some(Field::from_name(name)?), name.len() + 1),
        None => (None, 0),
    };
    Some(Typing {
        word: start + operators + name..text.len(),
        whole: start..text.len(),
        field,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: Option<(&str, &str, Option<Field>)>) {
        let found = typing(text);
        let found = found.as_ref().map(|typing| {
            (
                &text[typing.word.clone()],
                &text[typing.whole.clone()],
                typing.field,
            )
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_end_of_a_query() {
        check("souv", Some(("souv", "souv", None)));
        check("la paix -gue", Some(("gue", "-gue", None)));
        check("fossé|frac", Some(("frac", "frac", None)));
        check("\"communauté de des", Some(("des", "des", None)));
        check("« communauté de des", Some(("des", "des", None)));
        check("=Éta", Some(("Éta", "=Éta", None)));
        check("l’éco", Some(("l’éco", "l’éco", None)));
        check(
            "locuteur:li",
            Some(("li", "locuteur:li", Some(Field::Speaker))),
        );
        check("-thème:p", Some(("p", "-thème:p", Some(Field::Theme))));
        check(
            "évoque:20",
            Some(("20", "évoque:20", Some(Field::Mentions))),
        );
        check("inconnu:p", None);
        check("souv ", None);
        check("cyber*", None);
        check("c*ber", None);
        check("mot~1", None);
        check("/cyb", None);
        check("speaker:", None);
        check("", None);
    }

    proptest! {
        #[test]
        fn ranges_are_of_the_text(text in "\\PC{0,20}|[a-zé:=\\-\"« ’|()]{0,20}") {
            if let Some(typing) = typing(&text) {
                prop_assert!(text.get(typing.word.clone()).is_some_and(|word| !word.is_empty()));
                prop_assert!(text.get(typing.whole).is_some_and(|whole| whole.ends_with(&text[typing.word])));
            }
        }
    }
}
