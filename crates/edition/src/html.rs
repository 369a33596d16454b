//! HTML of the page: what is escaped, hashed and replaced.

use crate::error::EditionError;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// Escapes text for an element or an attribute.
pub use html_escape::encode_double_quoted_attribute as escape;

/// Returns a hash as security policies and `integrity` attributes name it.
pub fn integrity(bytes: impl AsRef<[u8]>) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// Returns a security policy as an element of the page: nothing is allowed but this. A policy in the page cannot say who may
/// frame it; only a server's header can.
pub fn policy(allowed: &str) -> String {
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'; {allowed}\">"
    )
}

/// Returns a page of texts without scripts with its own security policy: it has a style, and an icon, without which browsers
/// would ask for one.
///
/// # Errors
/// Fails where it has no style, or does not say its encoding.
pub fn text_page(html: &str) -> Result<String, EditionError> {
    const NAME: &str = "a page of texts";
    let encoding = "<meta charset=\"utf-8\">";
    let style = between(html, "<style>", "</style>")
        .ok_or_else(|| EditionError::Count(NAME, "<style>".into(), 0))?;
    let policy = policy(&format!("style-src '{}'; img-src data:", integrity(style)));
    replace_once(NAME, html, encoding, &format!("{encoding}\n{policy}"))
}

/// Returns what stands between the first `start` and the next `end`.
pub(crate) fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    let (_, after) = text.split_once(start)?;
    Some(after.split_once(end)?.0)
}

/// Replaces what stands between `start`, which must be there once, and the next `end`.
pub(crate) fn fill(
    name: &'static str,
    text: &str,
    [start, end]: [&str; 2],
    filling: &str,
) -> Result<String, EditionError> {
    let count = text.matches(start).count();
    let old = between(text, start, end).filter(|_| count == 1);
    let old = old.ok_or_else(|| EditionError::Count(name, start.to_string(), count))?;
    let old = [start, old, end].concat();
    Ok(text.replacen(&old, &[start, filling, end].concat(), 1))
}

/// Replaces a piece of text, which must be there once.
pub(crate) fn replace_once(
    name: &'static str,
    text: &str,
    old: &str,
    new: &str,
) -> Result<String, EditionError> {
    match text.matches(old).count() {
        1 => Ok(text.replacen(old, new, 1)),
        count => Err(EditionError::Count(name, old.to_string(), count)),
    }
}

/// Returns the text without the first stretch from `start` to `end`, if it has one.
pub(crate) fn without(text: &str, start: &str, end: &str) -> String {
    match between(text, start, end) {
        Some(inner) => text.replacen(&[start, inner, end].concat(), "", 1),
        None => text.to_string(),
    }
}

/// Returns a text without any of the stretches from `start` to the next `end`.
pub(crate) fn without_all(text: &str, start: &str, end: &str) -> String {
    let mut left = text.to_string();
    loop {
        let shorter = without(&left, start, end);
        if shorter.len() == left.len() {
            return left;
        }
        left = shorter;
    }
}

/// Puts something before the first script.
pub(crate) fn before_scripts(
    name: &'static str,
    html: &str,
    element: &str,
) -> Result<String, EditionError> {
    match html.find("<script") {
        Some(at) => Ok([&html[..at], element, &html[at..]].concat()),
        None => Err(EditionError::Count(name, "<script".into(), 0)),
    }
}

#[cfg(test)]
mod tests {
    use super::{integrity, text_page};

    #[test]
    fn a_page_of_texts_may_have_its_style_and_nothing_else() {
        let html = text_page("<meta charset=\"utf-8\"><style>p {}</style>").expect("a page");
        let policy = format!(
            "form-action 'none'; style-src '{}'; img-src data:\"",
            integrity("p {}")
        );
        assert!(
            html.contains(&policy) && html.contains("default-src 'none'"),
            "{html}"
        );
        assert!(!html.contains("script-src"), "{html}");
        let error = text_page("<style>p {}</style>").expect_err("no encoding");
        assert!(error.to_string().contains("charset"), "{error}");
        assert!(text_page("<meta charset=\"utf-8\">").is_err());
    }
}
