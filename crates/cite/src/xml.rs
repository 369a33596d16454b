//! Text within XML.

use html_escape::{encode_double_quoted_attribute, encode_text};

/// Escapes text, and leaves out characters that XML does not have.
pub(crate) fn text(text: &str) -> String {
    encode_text(&allowed(text)).into_owned()
}

/// Escapes the value of an attribute, which stands on one line.
pub(crate) fn attribute(text: &str) -> String {
    let one_line = allowed(text).replace(['\t', '\n', '\r'], " ");
    encode_double_quoted_attribute(&one_line).into_owned()
}

fn allowed(text: &str) -> String {
    let is_allowed = |character: &char| {
        matches!(character, '\t' | '\n' | '\r')
            || *character >= ' '
                && !matches!(character, '\u{fffe}' | '\u{ffff}' | '\u{7f}'..='\u{9f}')
    };
    text.chars().filter(is_allowed).collect()
}

/// Returns an id as a name that XML takes for an `xml:id`: what such a name cannot hold becomes `_`, and `_` stands before a
/// first character that is no letter.
pub(crate) fn name(id: &str) -> String {
    let plain = |character: char| match character {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' | '.' => character,
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ' => character,
        _ => '_',
    };
    let name: String = id.chars().map(plain).collect();
    if name.starts_with(char::is_alphabetic) || name.starts_with('_') {
        name
    } else {
        format!("_{name}")
    }
}
