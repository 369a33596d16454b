//! Writes the sections FORM and STEM.

use super::super::bytes::Encode;
use frise_text::fold;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A token with its term and its frequency.
pub type Token<'t> = (&'t str, u32, u32);

/// Writes FORM from forms by term and text, and separators by text.
pub fn write_forms(forms: &[Token<'_>], separators: &[Token<'_>]) -> Vec<u8> {
    let mut out = Vec::new();
    out.number(separators.len());
    separators.iter().for_each(|(text, ..)| out.string(text));
    let marked: Vec<Vec<Mark>> = forms.iter().map(|(form, ..)| marks_of(form)).collect();
    let marks = by_frequency(&marked);
    out.number(marks.len());
    marks.iter().for_each(|mark| out.string(mark));
    for forms in forms.chunk_by(|a, b| a.1 == b.1) {
        out.number(forms.len());
    }
    let (mut gaps, mut places) = (Vec::new(), Vec::new());
    for form in &marked {
        out.number(form.len());
        for mark in form {
            gaps.number(mark.gap);
            places.number(
                marks
                    .iter()
                    .position(|known| *known == mark.text)
                    .unwrap_or(0),
            );
        }
    }
    out.append(&mut gaps);
    out.append(&mut places);
    for (.., frequency) in forms.iter().chain(separators) {
        out.number(*frequency as usize);
    }
    out
}

/// A character that folding changes or drops.
struct Mark {
    /// The number of other characters between it and the previous mark.
    gap: usize,
    text: String,
}

/// Returns the marks of a form.
fn marks_of(form: &str) -> Vec<Mark> {
    let term = fold(form);
    let mut rest = term.as_str();
    let mut marks = Vec::new();
    let mut gap = 0;
    for c in form.chars() {
        let letter = c.to_string();
        let (text, after) = match rest.strip_prefix(fold(&letter).as_str()) {
            Some(after) => (letter.clone(), after),
            None => (format!("-{c}"), rest),
        };
        if text == letter && rest.strip_prefix(c) == Some(after) {
            gap += 1;
        } else {
            marks.push(Mark { gap, text });
            gap = 0;
        }
        rest = after;
    }
    marks
}

/// Returns each mark once, the most frequent first.
fn by_frequency(marked: &[Vec<Mark>]) -> Vec<&str> {
    let mut frequencies: BTreeMap<&str, usize> = BTreeMap::new();
    for mark in marked.iter().flatten() {
        *frequencies.entry(&mark.text).or_default() += 1;
    }
    let mut marks: Vec<&str> = frequencies.keys().copied().collect();
    marks.sort_by_key(|mark| Reverse(frequencies[mark]));
    marks
}

/// Writes STEM from the stem of each term, where stems are numbered as they first appear.
pub fn write_stems(stems: &[u32]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut count = 0;
    out.number(stems.len());
    for stem in stems {
        write_stem(*stem, &mut count, &mut out);
    }
    out
}

/// Writes the stem of a term, given how many stems there are before, which it adds to.
pub fn write_stem(stem: u32, count: &mut u32, out: &mut Vec<u8>) {
    out.number((*count - stem) as usize);
    *count = (*count).max(stem + 1);
}
