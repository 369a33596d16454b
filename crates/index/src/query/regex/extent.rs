//! Finds where a regular expression in a query begins and ends.

use super::super::parse::is_delimiter;

/// A regular expression in a query.
#[derive(Debug, PartialEq, Eq)]
pub struct Extent<'q> {
    /// The text between the slashes.
    pub text: &'q str,
    /// Its length in the query, in bytes, with slashes and flags.
    pub taken: usize,
    /// Whether it has a closing slash.
    pub closed: bool,
}

/// Returns the expression that a text begins with, if its first slash opens one, unlike in `/2016`, `/home/user` and `//a.fr`.
///
/// An expression without a closing slash ends at the next space, and must have characters that only expressions have.
pub fn extent(query: &str) -> Option<Extent<'_>> {
    let inside = query.strip_prefix('/')?;
    let end = closing_slash(inside);
    end.and_then(|end| closed(inside, end))
        .or_else(|| unclosed(inside))
}

/// Returns where the first slash without a backslash before it is.
fn closing_slash(inside: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in inside.char_indices() {
        match c {
            '/' if !escaped => return Some(at),
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    None
}

fn closed(inside: &str, end: usize) -> Option<Extent<'_>> {
    let (text, after) = (&inside[..end], &inside[end + 1..]);
    if text.is_empty() || text != text.trim() {
        return None;
    }
    // Flags, as in `/…/i`, have no effect.
    let flags = &after[..after.len() - after.trim_start_matches(['g', 'i', 'm', 's', 'u']).len()];
    let tells = tells_itself(text);
    let taken = if ends_before(&after[flags.len()..]) && (tells || matches!(flags, "" | "i")) {
        end + 2 + flags.len()
    } else if tells && !text.contains(char::is_whitespace) {
        end + 2
    } else {
        return None;
    };
    Some(Extent {
        text,
        taken,
        closed: true,
    })
}

fn unclosed(inside: &str) -> Option<Extent<'_>> {
    let text = &inside[..inside.find(char::is_whitespace).unwrap_or(inside.len())];
    let text = &text[..unopened_parenthesis(text).unwrap_or(text.len())];
    (tells_itself(text) && closing_slash(text).is_none()).then_some(Extent {
        text,
        taken: 1 + text.len(),
        closed: false,
    })
}

/// Returns where a parenthesis closes one of the query, and not one of the expression.
fn unopened_parenthesis(text: &str) -> Option<usize> {
    let mut open = 0usize;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            '\\' => escaped = !escaped,
            _ if escaped => escaped = false,
            '(' => open += 1,
            ')' if open == 0 => return Some(at),
            ')' => open -= 1,
            _ => {}
        }
    }
    None
}

/// Returns whether a text has characters that words, dates and paths do not have.
fn tells_itself(text: &str) -> bool {
    text.contains(['[', '(', '\\', '+', '{', '^', '$'])
        || [".*", ".?"].iter().any(|sign| text.contains(sign))
}

/// Returns whether an expression can end before a text: before a delimiter of the query, or before punctuation.
fn ends_before(rest: &str) -> bool {
    rest.chars()
        .next()
        .is_none_or(|next| is_delimiter(next) || matches!(next, ',' | ';' | '.' | ':' | '!' | '…'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_expressions_end() {
        let check = |query: &str, expected: Option<(&str, &str, bool)>| {
            let found = extent(query);
            let found = found.map(|found| (found.text, &query[found.taken..], found.closed));
            assert_eq!(found, expected, "{query}");
        };
        check("/a/", Some(("a", "", true)));
        check("/a|b/ c", Some(("a|b", " c", true)));
        check("/a/)", Some(("a", ")", true)));
        check("/a/, b", Some(("a", ", b", true)));
        check(r"/a\/b/", Some((r"a\/b", "", true)));
        check(r"/a\\/ b/", Some((r"a\\", " b/", true)));
        check("/a/i b", Some(("a", " b", true)));
        check("/a+/gi b", Some(("a+", " b", true)));
        check("/a+/b", Some(("a+", "b", true)));
        check("/a (b|c)/ d", Some(("a (b|c)", " d", true)));
        check("/a(b|c d", Some(("a(b|c", " d", false)));
        check("/a(b)) d/e", Some(("a(b)", ") d/e", false)));
        check(r"/a\)", Some((r"a\)", "", false)));
        for word in [
            "/",
            "//",
            "///",
            "/2016",
            "/ou",
            "/home/user",
            "/home/user/",
            "/2016 et/ou",
            "//a.fr/b",
            "/ 2016 /",
            "/cyber*",
            "/a b/c",
            "/a/gi",
            "/a/b(c)/d",
            "a",
            "",
        ] {
            check(word, None);
        }
    }
}
