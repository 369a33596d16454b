//! Spaces and quotation marks, French and English.

use frise_date::Tongue;

/// Joins the lines of a text and its runs of spaces, so that it stands on one line. No-break spaces are kept.
pub(crate) fn one_line(text: &str) -> String {
    let is_break = |character: char| {
        character.is_control() || matches!(character, ' ' | '\u{2028}' | '\u{2029}' | '\u{feff}')
    };
    let words = text.split(is_break).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Puts quotation marks around a text: `«  »` with no-break spaces in French, `“ ”` in English. Quotation marks inside become
/// those of the second level, `“ ”` in French and `‘ ’` in English.
pub(crate) fn quoted(text: &str, language: Tongue) -> String {
    let inner = inner_quotes(text, language);
    match language {
        Tongue::French => format!("«\u{a0}{inner}\u{a0}»"),
        Tongue::English => format!("“{inner}”"),
    }
}

fn inner_quotes(text: &str, language: Tongue) -> String {
    let (open, close) = match language {
        Tongue::French => ('“', '”'),
        Tongue::English => ('‘', '’'),
    };
    let is_space = |character: char| matches!(character, ' ' | '\u{a0}' | '\u{202f}');
    let mut inner = String::with_capacity(text.len());
    let mut straight_is_open = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '«' | '“' => {
                inner.push(open);
                while character == '«' && characters.next_if(|next| is_space(*next)).is_some() {}
            }
            '»' => {
                inner.truncate(inner.trim_end_matches(is_space).len());
                inner.push(close);
            }
            '”' => inner.push(close),
            '"' => {
                inner.push(if straight_is_open { close } else { open });
                straight_is_open = !straight_is_open;
            }
            other => inner.push(other),
        }
    }
    inner
}

/// Makes the spaces of French punctuation unbreakable: U+00A0 before `:` and `»` and after `«`, U+202F before `;`, `!` and `?`.
/// Adds no space where there is none, since a title may be in another language.
pub(crate) fn french_spaces(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        spaced.push(match (character, characters.peek()) {
            (' ', Some(':' | '»')) => '\u{a0}',
            (' ', Some(';' | '!' | '?')) => '\u{202f}',
            (' ', _) if spaced.ends_with('«') => '\u{a0}',
            (other, _) => other,
        });
    }
    spaced
}

/// Makes the first letter a capital.
pub(crate) fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}

/// Selects the text of a language.
pub(crate) fn pick<'a>(language: Tongue, french: &'a str, english: &'a str) -> &'a str {
    match language {
        Tongue::French => french,
        Tongue::English => english,
    }
}
