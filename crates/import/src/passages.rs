//! From the blocks of a text to passages: whole paragraphs, sentences or lines.

use crate::reason::Reason;
use crate::text::{Block, Span, is_space};
use frise_corpus::{is_hyphen, long_words};
use serde::{Deserialize, Serialize};

/// What a passage is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Passages {
    /// A paragraph, as the file marks it: by a blank line, an element, a row.
    #[default]
    Paragraphs,
    /// A sentence.
    Sentences,
    /// A line.
    Lines,
}

/// The longest passage, in bytes; a longer paragraph is parted at sentences, or else at spaces.
pub const LONGEST_PASSAGE: usize = 20_000;

/// Where a word without a space in it is parted, in bytes. Folding may lengthen it, and the index takes 255.
const WORD_PART: usize = 80;

/// Returns the spans of each passage in a paragraph, their lines joined; and what was done to them.
pub(crate) fn part(block: &Block, passages: Passages, notices: &mut Parted) -> Vec<Vec<Span>> {
    let length: usize = block.spans.iter().map(|span| span.text.len()).sum();
    let mut cuts = Vec::new();
    if passages != Passages::Paragraphs || length > LONGEST_PASSAGE {
        let text = block.text();
        cuts = match passages {
            Passages::Paragraphs => Vec::new(),
            Passages::Sentences => sentences(&text),
            Passages::Lines => text.match_indices('\n').map(|(at, _)| at).collect(),
        };
        if length > LONGEST_PASSAGE {
            notices.passages += usize::from(lengthened(&text, &mut cuts));
        }
    }
    let mut parts = cut(&block.spans, &cuts);
    for spans in &mut parts {
        tidy(spans, notices);
    }
    parts.retain(|spans| !spans.is_empty());
    parts
}

/// What was done to the passages of a text, beyond parting them as asked.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Parted {
    passages: usize,
    words: usize,
}

impl Parted {
    /// Returns what a person ought to know of it.
    pub fn notices(self) -> impl Iterator<Item = Reason> {
        let passages = (self.passages > 0).then_some(Reason::LongPassages {
            count: self.passages,
        });
        let words = (self.words > 0).then_some(Reason::LongWords { count: self.words });
        passages.into_iter().chain(words)
    }
}

/// Adds cuts where a passage would be too long; tells whether there were any.
fn lengthened(text: &str, cuts: &mut Vec<usize>) -> bool {
    let before = cuts.len();
    let ends = sentences(text);
    let mut start = 0;
    let mut all = Vec::new();
    for end in cuts.iter().copied().chain([text.len()]) {
        while end - start > LONGEST_PASSAGE {
            let limit = start + LONGEST_PASSAGE;
            let sentence = ends
                .iter()
                .rev()
                .find(|at| (start + 1..=limit).contains(*at));
            let space = || {
                let spaces = text[start..floor(text, limit)].rfind(is_space);
                spaces.map(|at| start + at).filter(|at| *at > start)
            };
            let at = sentence
                .copied()
                .or_else(space)
                .unwrap_or(floor(text, limit));
            all.push(at);
            start = at;
        }
        if end < text.len() {
            all.push(end);
        }
        start = end;
    }
    *cuts = all;
    cuts.len() > before
}

/// Returns the last character boundary up to a byte.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

/// Returns where sentences end, but for the last.
pub(crate) fn sentences(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        if !matches!(c, '.' | '!' | '?' | '…') {
            continue;
        }
        let mut end = at + c.len_utf8();
        let closing =
            |c: char| matches!(c, '.' | '!' | '?' | '…' | '»' | '”' | '"' | '’' | ')' | ']');
        while let Some((next, c)) = characters.peek().copied() {
            // French sets a space before a closing quotation mark.
            let spaced =
                c.is_whitespace() && c != '\n' && text[next + c.len_utf8()..].starts_with('»');
            if !closing(c) && !spaced {
                break;
            }
            end = next + c.len_utf8();
            characters.next();
        }
        let rest = &text[end..];
        let after = rest.trim_start_matches(is_space);
        let begins = after
            .starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "«“\"—–-([¿¡".contains(c));
        if after.len() < rest.len() && begins && !(c == '.' && abbreviates(&text[..at])) {
            ends.push(end);
        }
    }
    ends
}

/// Returns whether a full stop after this text belongs to a short form.
fn abbreviates(before: &str) -> bool {
    const SHORT: [&str; 30] = [
        "mm", "mme", "mmes", "mlle", "mr", "mrs", "ms", "dr", "pr", "prof", "st", "ste", "art",
        "al", "cf", "chap", "éd", "ed", "ex", "fig", "vol", "no", "nos", "p", "pp", "av", "apr",
        "env", "sq", "vs",
    ];
    let start = before
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| {
            at + before[at..].chars().next().map_or(1, char::len_utf8)
        });
    let word = &before[start..];
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    initial || SHORT.contains(&word.to_lowercase().as_str())
}

/// Returns the spans between cuts of their joined text.
fn cut(spans: &[Span], cuts: &[usize]) -> Vec<Vec<Span>> {
    if cuts.is_empty() {
        let spans = spans.iter().filter(|span| !span.text.is_empty());
        return vec![spans.cloned().collect()];
    }
    let mut parts = vec![Vec::new()];
    let mut cuts = cuts.iter().copied().peekable();
    let mut start = 0;
    for span in spans {
        let mut rest = span.text.as_str();
        while let Some(at) = cuts.next_if(|at| *at < start + rest.len()) {
            let (before, after) = rest.split_at(at.saturating_sub(start));
            push(&mut parts, span, before);
            parts.push(Vec::new());
            start += before.len();
            rest = after;
        }
        push(&mut parts, span, rest);
        start += rest.len();
    }
    parts
}

fn push(parts: &mut [Vec<Span>], span: &Span, text: &str) {
    if let Some(part) = parts.last_mut().filter(|_| !text.is_empty()) {
        part.push(Span {
            text: text.to_string(),
            ..span.clone()
        });
    }
}

/// Joins lines, takes white space away from both ends, merges what is alike, and parts words that are too long.
fn tidy(spans: &mut Vec<Span>, parted: &mut Parted) {
    for span in spans.iter_mut() {
        if span.text.contains(is_line_end) {
            span.text = joined(&span.text);
        }
        if let Some(text) = part_words(&span.text, parted) {
            span.text = text;
        }
    }
    let blank = |span: &Span| span.text.trim_matches(is_space).is_empty();
    while spans.first().is_some_and(blank) {
        spans.remove(0);
    }
    while spans.last().is_some_and(blank) {
        spans.pop();
    }
    if let Some(first) = spans.first_mut() {
        let blank = first.text.len() - first.text.trim_start_matches(is_space).len();
        first.text.drain(..blank);
    }
    if let Some(last) = spans.last_mut() {
        last.text
            .truncate(last.text.trim_end_matches(is_space).len());
    }
    spans.dedup_by(|next, span| {
        let alike =
            (next.voice, next.speaker, &next.date) == (span.voice, span.speaker, &span.date);
        if alike {
            span.text.push_str(&next.text);
        }
        alike
    });
    spans.retain(|span| !span.text.is_empty());
    if spans.iter().all(|span| span.text.trim().is_empty()) {
        spans.clear();
    }
}

/// Returns a text in one line. Lines are joined by a space, but where one side has a space already. A line end stays where
/// the line before ends in a hyphen after a letter and the next begins with a letter (`Est-⏎ce`): all texts together tell
/// whether it parts a word.
pub(crate) fn joined(text: &str) -> String {
    if !text.contains(is_line_end) {
        return text.to_string();
    }
    let mut joined = String::with_capacity(text.len());
    for line in text.split(is_line_end) {
        // Other lines stand between: white space of an indent means nothing.
        let line = if joined.is_empty() {
            line
        } else {
            line.trim_start_matches(is_space)
        };
        if line.is_empty() {
            continue;
        }
        if !joined.is_empty() {
            joined.truncate(joined.trim_end_matches(is_space).len());
            let mut before = joined.chars().rev();
            let hyphen = before.next().is_some_and(is_hyphen)
                && before.next().is_some_and(char::is_alphabetic);
            let is_parted = hyphen && line.starts_with(char::is_alphabetic);
            joined.push(if is_parted { '\n' } else { ' ' });
        }
        joined.push_str(line);
    }
    if text.ends_with(is_line_end) && !joined.is_empty() && !joined.ends_with(is_space) {
        joined.push(' ');
    }
    if text.starts_with(is_line_end) && !joined.is_empty() && !joined.starts_with(is_space) {
        joined.insert(0, ' ');
    }
    joined
}

fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Returns the text with spaces in words that are too long for the index; `None` where there are none.
fn part_words(text: &str, parted: &mut Parted) -> Option<String> {
    if !may_have_long_word(text) {
        return None;
    }
    let mut found = long_words(text).into_iter().map(|(at, _)| at).peekable();
    found.peek()?;
    let mut result = String::with_capacity(text.len() + 16);
    let mut inside = false;
    let mut length = 0;
    for (at, c) in text.char_indices() {
        if found.next_if(|start| *start <= at).is_some() {
            parted.words += 1;
            inside = true;
            length = 0;
        }
        if inside && length >= WORD_PART {
            result.push_str(" – ");
            length = 0;
        }
        result.push(c);
        length += c.len_utf8();
        if c.is_whitespace() && !text[at + c.len_utf8()..].starts_with(|c: char| c.is_ascii_digit())
        {
            inside = false;
        }
    }
    Some(result)
}

/// Returns whether a text may have a word that is too long: a long run without a space or punctuation, or many digits,
/// which may have spaces inside.
fn may_have_long_word(text: &str) -> bool {
    const MOST_DIGITS: usize = 64;
    let (mut run, mut digits) = (0, 0);
    let mut follows_digit = false;
    for byte in text.bytes() {
        let ends_run = byte.is_ascii_whitespace()
            || byte.is_ascii_punctuation() && byte != b'-' && byte != b'\'';
        run = if ends_run { 0 } else { run + 1 };
        digits += usize::from(follows_digit && !byte.is_ascii_alphabetic());
        follows_digit = byte.is_ascii_digit();
        if run > usize::from(u8::MAX) || digits > MOST_DIGITS {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str, passages: Passages) -> Vec<String> {
        let block = Block::paragraph(text, None);
        let parts = part(&block, passages, &mut Parted::default());
        let text = |spans: Vec<Span>| spans.into_iter().map(|span| span.text).collect();
        parts.into_iter().map(text).collect()
    }

    #[test]
    fn lines_are_joined_but_after_a_hyphen() {
        let check = |text: &str, expected: &str| assert_eq!(joined(text), expected, "{text:?}");
        check("Est-\n  ce vrai ?", "Est-\nce vrai ?");
        check("un mot\nun autre", "un mot un autre");
        check("un mot \r\n  un autre", "un mot un autre");
        check("dit-il -\nnon", "dit-il - non");
        check("1-\n2", "1- 2");
        check("seul", "seul");
    }

    #[test]
    fn sentences_end_where_a_reader_hears_them_end() {
        let check = |text: &str, expected: &[&str]| {
            assert_eq!(parts(text, Passages::Sentences), expected, "{text}");
        };
        check("Il vient. Elle part !", &["Il vient.", "Elle part !"]);
        check(
            "M. Jacob et Mme. Dupont parlent. Fin.",
            &["M. Jacob et Mme. Dupont parlent.", "Fin."],
        );
        check(
            "« Viens ! » dit-il. « Non. » Il part.",
            &["« Viens ! » dit-il.", "« Non. »", "Il part."],
        );
        check(
            "Il dit :\u{A0}« Non.\u{A0}» Elle part.",
            &["Il dit :\u{A0}« Non.\u{A0}»", "Elle part."],
        );
        check(
            "En 44 av. J.-C. Rome. Voir p. 12.",
            &["En 44 av. J.-C. Rome.", "Voir p. 12."],
        );
        check("Fin… Puis rien", &["Fin…", "Puis rien"]);
        check("", &[]);
    }

    #[test]
    fn lines_are_passages_where_asked() {
        assert_eq!(
            parts("un\n\n deux \ntrois", Passages::Lines),
            ["un", "deux", "trois"]
        );
        assert_eq!(parts("un\ndeux", Passages::Paragraphs), ["un deux"]);
    }

    #[test]
    fn long_paragraphs_and_words_are_parted() {
        let long = "Une phrase. ".repeat(5000);
        let mut parted = Parted::default();
        let passages = part(
            &Block::paragraph(long, None),
            Passages::Paragraphs,
            &mut parted,
        );
        assert_eq!(passages.len(), 4);
        assert_eq!(parted.passages, 1);
        let word = "é".repeat(1000);
        let mut parted = Parted::default();
        let passages = part(
            &Block::paragraph(format!("a {word} b"), None),
            Passages::Paragraphs,
            &mut parted,
        );
        assert_eq!(parted.words, 1);
        assert!(long_words(&passages[0][0].text).is_empty());
        let digits = "123 ".repeat(300);
        let passages = part(
            &Block::paragraph(digits, None),
            Passages::Paragraphs,
            &mut parted,
        );
        assert!(long_words(&passages[0][0].text).is_empty());
        let nothing = "x".repeat(3 * LONGEST_PASSAGE);
        let passages = part(
            &Block::paragraph(nothing, None),
            Passages::Paragraphs,
            &mut parted,
        );
        assert!(
            passages
                .iter()
                .all(|spans| long_words(&spans[0].text).is_empty())
        );
    }
}
