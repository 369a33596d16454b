//! Selectors of the W3C Web Annotation Data Model and text fragments of links.
//!
//! Formats: <https://www.w3.org/TR/annotation-model/#selectors> and
//! <https://wicg.github.io/scroll-to-text-fragment/>.

use std::ops::Range;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::json;

/// How many characters before and after a quotation tell it from others.
const CONTEXT: usize = 32;

/// A quotation of this many characters or more is written by its first and last words in a link.
const LONG: usize = 120;

/// How many words stand for each end of a long quotation.
const WORDS: usize = 5;

/// A part of the text of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The part.
    pub exact: String,
    /// The characters before it, at most 32.
    pub prefix: String,
    /// The characters after it, at most 32.
    pub suffix: String,
    /// Where it begins in the passage, in Unicode code points.
    pub start: usize,
    /// Where it ends in the passage, in Unicode code points.
    pub end: usize,
}

impl Quote {
    /// Makes the quotation of a range of bytes of a text; `None` if the range is empty, ends beyond the text or cuts a
    /// character.
    pub fn of(text: &str, range: Range<usize>) -> Option<Quote> {
        let exact = text.get(range.clone()).filter(|exact| !exact.is_empty())?;
        let (before, after) = (text.get(..range.start)?, text.get(range.end..)?);
        let start = before.chars().count();
        let skipped = start.saturating_sub(CONTEXT);
        Some(Quote {
            exact: exact.to_owned(),
            prefix: before.chars().skip(skipped).collect(),
            suffix: after.chars().take(CONTEXT).collect(),
            start,
            end: start + exact.chars().count(),
        })
    }

    /// Returns an annotation without a body, in JSON-LD: the source is the link of the passage, and the selectors find the
    /// quotation in the text of the passage, by its words and by its position.
    pub fn to_annotation(&self, link: &str) -> String {
        let annotation = json!({
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "type": "Annotation",
            "motivation": "highlighting",
            "target": {
                "source": link,
                "selector": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": self.exact,
                        "prefix": self.prefix,
                        "suffix": self.suffix,
                    },
                    { "type": "TextPositionSelector", "start": self.start, "end": self.end },
                ],
            },
        });
        serde_json::to_string_pretty(&annotation).unwrap_or_default()
    }
}

/// Returns a link that scrolls to a range of bytes of the text of a passage and highlights it; the link as it is if the range is
/// no quotation.
///
/// Browsers match whole words only, by the rules of UAX 29: the range is widened to these, so that it begins at an elided
/// article (`État` of `l’État` is not found) and takes narrow no-break spaces along. Words before the quotation are added where
/// the text has it more than once.
pub fn text_fragment_link(link: &str, text: &str, range: Range<usize>) -> String {
    let Some(range) = Quote::of(text, range.clone()).map(|_| widened(text, range)) else {
        return link.to_owned();
    };
    let exact = text.get(range.clone()).unwrap_or("").trim();
    let directive = match ends_of(exact) {
        Some((first, last)) => format!("{},{}", encoded(first), encoded(last)),
        None => encoded(exact),
    };
    let needle = ends_of(exact).map_or(exact, |(first, _)| first);
    let prefix = match text.matches(needle).count() {
        0 | 1 => String::new(),
        _ => prefix(text.get(..range.start).unwrap_or("")),
    };
    let hash = if link.contains('#') { "" } else { "#" };
    format!("{link}{hash}:~:text={prefix}{directive}")
}

/// The first and the last words of a long quotation.
fn ends_of(exact: &str) -> Option<(&str, &str)> {
    if exact.chars().count() < LONG {
        return None;
    }
    let spaces: Vec<usize> = exact.match_indices(' ').map(|(place, _)| place).collect();
    let first = *spaces.get(WORDS - 1)?;
    let last = *spaces.get(spaces.len().checked_sub(WORDS)?)?;
    (first < last).then(|| (exact[..first].trim(), exact[last..].trim()))
}

/// The last words of the text before, as a prefix.
fn prefix(before: &str) -> String {
    let before = before.trim_end();
    let start = before
        .match_indices(' ')
        .rev()
        .nth(WORDS - 1)
        .map_or(0, |(place, _)| place);
    let words = before[start..].trim();
    if words.is_empty() {
        String::new()
    } else {
        format!("{}-,", encoded(words))
    }
}

fn encoded(text: &str) -> String {
    // `-`, `,` and `&` have a meaning in the directive.
    const KEPT: AsciiSet = NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'~');
    utf8_percent_encode(text, &KEPT).to_string()
}

/// Widens a range to whole words.
fn widened(text: &str, range: Range<usize>) -> Range<usize> {
    let mut start = range.start;
    while !is_boundary(text, start) {
        start = text[..start]
            .char_indices()
            .next_back()
            .map_or(0, |(place, _)| place);
    }
    let mut end = range.end;
    while !is_boundary(text, end) {
        end += text[end..].chars().next().map_or(0, char::len_utf8);
    }
    start..end
}

/// Whether a word ends or begins at a place, by the rules of UAX 29 as far as European texts need them.
fn is_boundary(text: &str, place: usize) -> bool {
    let (before, after) = text.split_at(place);
    let (mut before, mut after) = (before.chars().rev(), after.chars());
    let (Some(left), Some(right)) = (before.next(), after.next()) else {
        return true;
    };
    let is_mark =
        |character: char| matches!(character, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200d}');
    // U+202F counts as a part of the word beside it.
    let is_word = |character: char| {
        character.is_alphanumeric() || is_mark(character) || matches!(character, '_' | '\u{202f}')
    };
    let joins = |mark: char, left: char, right: char| match mark {
        '\'' | '’' | '.' | '\u{2018}' => is_alike(left, right),
        ':' | '·' | '\u{2027}' => left.is_alphabetic() && right.is_alphabetic(),
        ',' | ';' => left.is_numeric() && right.is_numeric(),
        _ => false,
    };
    if is_word(left) && is_word(right) || is_mark(right) {
        return false;
    }
    let within = |mark, left: Option<char>, right: Option<char>| match (left, right) {
        (Some(left), Some(right)) => joins(mark, left, right),
        _ => false,
    };
    !(within(right, Some(left), after.next()) || within(left, before.next(), Some(right)))
}

/// Whether two characters are both letters or both digits.
fn is_alike(left: char, right: char) -> bool {
    left.is_alphabetic() && right.is_alphabetic() || left.is_numeric() && right.is_numeric()
}

#[cfg(test)]
mod tests {
    use super::*;
    use percent_encoding::percent_decode_str;
    use proptest::prelude::*;

    fn link(text: &str, quoted: &str) -> String {
        let start = text.find(quoted).expect("a quotation of the text");
        let link = text_fragment_link("https://e.org/#a.p1", text, start..start + quoted.len());
        let directive = link
            .strip_prefix("https://e.org/#a.p1:~:text=")
            .expect("a fragment");
        percent_decode_str(directive)
            .decode_utf8_lossy()
            .into_owned()
    }

    #[test]
    fn a_fragment_has_whole_words() {
        assert_eq!(link("Il dit que l’État protège", "État"), "l’État");
        assert_eq!(
            link("Il dit\u{202f}: «\u{202f}non\u{202f}»", "non"),
            "\u{202f}non\u{202f}".trim()
        );
        assert_eq!(link("cyberespace", "espace"), "cyberespace");
        assert_eq!(link("10\u{202f}000 mots, etc.", "000"), "10\u{202f}000");
        assert_eq!(link("peut-être", "être"), "être");
        assert_eq!(link("14,2 %", "14"), "14,2");
        assert_eq!(link("E\u{301}tat", "E"), "E\u{301}tat");
    }

    #[test]
    fn a_long_quotation_is_told_by_its_ends_and_a_repeated_one_by_what_is_before() {
        let long = "un deux trois quatre cinq ".repeat(8);
        let text = format!("début {long}fin");
        assert_eq!(
            link(&text, long.trim()),
            "début-,un deux trois quatre cinq,un deux trois quatre cinq"
        );
        let twice = "le mot, puis a-b & le mot";
        let found = text_fragment_link("https://e.org/", twice, 22..25);
        let expected = "https://e.org/#:~:text=mot%2C%20puis%20a%2Db%20%26%20le-,mot";
        assert_eq!(found, expected);
    }

    #[test]
    fn positions_are_counted_in_characters() {
        let text = "L’été 𝄞 de l’État";
        let start = text.find("l’État").expect("a part");
        let quote = Quote::of(text, start..text.len()).expect("a quotation");
        assert_eq!((quote.start, quote.end), (11, 17));
        assert_eq!(
            (quote.prefix.as_str(), quote.suffix.as_str()),
            ("L’été 𝄞 de ", "")
        );
        let json: serde_json::Value =
            serde_json::from_str(&quote.to_annotation("https://e.org/#a.p1")).expect("JSON");
        assert_eq!(json["target"]["selector"][0]["exact"], "l’État");
        assert_eq!(Quote::of(text, 1..2), None);
        assert_eq!(Quote::of(text, 3..3), None);
    }

    proptest! {
        #[test]
        fn any_range_gives_a_link(text in "(\\PC|[a’.,\u{202f} ]){0,40}", start in 0_usize..60, length in 0_usize..60) {
            let link = text_fragment_link("https://e.org/", &text, start..start + length);
            prop_assert!(link.starts_with("https://e.org/"));
        }
    }
}
