//! The direction of writing: of a language, and of a text.

/// Languages that are written from right to left where their tag names no script.
const RIGHT_TO_LEFT: [&str; 21] = [
    "ar", "arc", "bal", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc", "mzn",
    "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
];

/// Scripts that are written from right to left.
const SCRIPTS: [&str; 11] = [
    "adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa",
];

/// Returns the direction of the script of a language, for the attribute `dir`: `rtl` or `ltr`, and `auto` for no language.
///
/// ```
/// use frise_text::direction;
///
/// assert_eq!(direction("fa-IR"), "rtl");
/// assert_eq!(direction("ar-Latn"), "ltr");
/// assert_eq!(direction("az-Arab"), "rtl");
/// ```
pub fn direction(tag: &str) -> &'static str {
    let tag = tag.to_ascii_lowercase();
    let mut parts = tag.split(['-', '_']);
    let language = parts.next().unwrap_or("");
    let script =
        parts.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let is_right_to_left = match script {
        Some(script) => SCRIPTS.contains(&script),
        None => RIGHT_TO_LEFT.contains(&language),
    };
    match language {
        "" | "und" | "mul" if script.is_none() => "auto",
        _ if is_right_to_left => "rtl",
        _ => "ltr",
    }
}

/// Returns a text that does not move the signs beside it where it is put into a line of another direction: between the isolates
/// of Unicode if it has a letter that is written from right to left, and otherwise as it is.
///
/// ```
/// use frise_text::isolated;
///
/// assert_eq!(isolated("Liu"), "Liu");
/// assert_eq!(isolated("שלום"), "\u{2068}שלום\u{2069}");
/// ```
pub fn isolated(text: &str) -> std::borrow::Cow<'_, str> {
    match text.chars().any(is_right_to_left) {
        true => ["\u{2068}", text, "\u{2069}"].concat().into(),
        false => text.into(),
    }
}

/// Returns whether a character lies in the blocks of the scripts that are written from right to left.
fn is_right_to_left(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8FF}'
            | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFE}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_and_scripts() {
        for tag in [
            "ar",
            "ar-EG",
            "he",
            "iw",
            "fa",
            "ur_PK",
            "yi",
            "ckb",
            "ks-Arab",
            "uz-Arab-AF",
            "AR",
        ] {
            assert_eq!(direction(tag), "rtl", "{tag}");
        }
        for tag in [
            "fr",
            "en-GB",
            "zh-Hant",
            "ar-Latn",
            "ur-Latn-IN",
            "ks-Deva",
            "ku",
            "arn",
            "x",
        ] {
            assert_eq!(direction(tag), "ltr", "{tag}");
        }
        for tag in ["", "und", "mul"] {
            assert_eq!(direction(tag), "auto", "{tag}");
        }
        assert_eq!(direction("und-Hebr"), "rtl");
    }

    #[test]
    fn what_is_isolated() {
        for text in ["", "Paix", "2016", "和平", "мир"] {
            assert_eq!(isolated(text), text);
        }
        for text in ["سلام", "1, שלום", "(ތާނަ)", "سلام (2016)"] {
            assert_eq!(isolated(text), format!("\u{2068}{text}\u{2069}"));
        }
    }
}
