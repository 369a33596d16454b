//! The sections FORM and STEM: every distinct token, the term it folds to, and the stem of each term.
//!
//! A word is written as what folding took from it: its term stands in DICT already. Ranks are not
//! written either: they follow from how often each token occurs.
//!
//! ```text
//! FORM  separators: count × string, sorted
//!       marks: count × string of one character: those that folding changes or drops; with a hyphen
//!              before one that it drops only where it stands, as it does with the dots of initials
//!       for each term: how many forms it has
//!       for each form, by term, then by text: how many of its characters are marks
//!       for each mark in a form: how many other characters stand between it and the mark before
//!       for each mark in a form: its place among the marks
//!       for each form, then for each separator: how often it occurs
//! STEM  how many terms there are; for each: 0 for a new group, or how far back the group lies that it joins (1: the newest)
//! ```
//!
//! The rank of a token is its place by falling frequency, and where equally frequent, in the order in
//! which they are written. A form is a word if it begins with a letter or a digit.

use super::bytes::{Broken, Reader};
use frise_text::{begins_word, fold};
use fst::Streamer;
use std::borrow::Cow;

/// The terms, in order.
type Dictionary = fst::Map<Cow<'static, [u8]>>;

/// Stands for the term of a separator.
pub(super) const NO_TERM: u32 = u32::MAX;

/// All forms, terms and stems, and the ways between them.
pub(super) struct Vocabulary {
    text: String,
    /// Where each form ends in `text`.
    ends: Vec<u32>,
    /// The term of each form; [`NO_TERM`] for separators.
    pub terms: Vec<u32>,
    /// The stem of each term.
    pub stems: Vec<u32>,
    /// The forms of each term.
    pub forms_of_term: Lists,
    /// The terms of each stem.
    pub terms_of_stem: Lists,
}

impl Vocabulary {
    /// Reads FORM with the terms of the dictionary, as many as there are stems.
    pub fn read(form: &[u8], stems: Stems, dictionary: &Dictionary) -> Result<Vocabulary, Broken> {
        let written = Written::read(form, dictionary, stems.of_term.len())?;
        let order = ranking(&written.times);
        let mut text = String::with_capacity(written.text.len());
        let mut ends = Vec::with_capacity(order.len());
        let mut terms = Vec::with_capacity(order.len());
        for place in order {
            text.push_str(form_at(&written.text, &written.ends, place as usize));
            ends.push(text.len() as u32);
            terms.push(*written.terms.get(place as usize).unwrap_or(&NO_TERM));
        }
        let forms_of_term = Lists::new(&terms, stems.of_term.len());
        if forms_of_term.any_empty() {
            return Err("a term of the dictionary has no form");
        }
        let terms_of_stem = Lists::new(&stems.of_term, stems.count);
        Ok(Vocabulary {
            text,
            ends,
            terms,
            stems: stems.of_term,
            forms_of_term,
            terms_of_stem,
        })
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// A form, to the letter.
    pub fn form(&self, rank: u32) -> &str {
        form_at(&self.text, &self.ends, rank as usize)
    }

    pub fn is_word(&self, rank: u32) -> bool {
        self.terms
            .get(rank as usize)
            .is_some_and(|term| *term != NO_TERM)
    }
}

fn form_at<'t>(text: &'t str, ends: &[u32], rank: usize) -> &'t str {
    let start = if rank == 0 {
        0
    } else {
        ends[rank - 1] as usize
    };
    &text[start..ends[rank] as usize]
}

/// The tokens in the order in which they are written: words by term, then separators.
struct Written {
    text: String,
    ends: Vec<u32>,
    /// The terms of the words.
    terms: Vec<u32>,
    /// How often each token occurs.
    times: Vec<u32>,
}

impl Written {
    fn read(bytes: &[u8], dictionary: &Dictionary, terms: usize) -> Result<Written, Broken> {
        let mut reader = Reader::new(bytes);
        let separators = strings(&mut reader);
        let marks = strings(&mut reader);
        let forms_of_terms = numbers(&mut reader, terms);
        let forms = sum(&forms_of_terms);
        let marks_of_forms = numbers(&mut reader, forms);
        let all_marks = sum(&marks_of_forms);
        let gaps = numbers(&mut reader, all_marks);
        let places = numbers(&mut reader, all_marks);
        let times = numbers(&mut reader, forms.saturating_add(separators.len()));
        reader.end()?;
        let mut written = Written {
            text: String::with_capacity(forms * 8),
            ends: Vec::with_capacity(times.len()),
            terms: Vec::with_capacity(forms),
            times,
        };
        let mut unmarked = gaps.iter().zip(&places);
        let mut marks_of_forms = marks_of_forms.iter();
        let mut keys = dictionary.stream();
        let mut rank = 0;
        while let Some((key, _)) = keys.next() {
            let term = std::str::from_utf8(key).map_err(|_| "a term is not UTF-8")?;
            for _ in 0..forms_of_terms.get(rank).copied().unwrap_or(0) {
                let count = *marks_of_forms.next().unwrap_or(&0) as usize;
                let changes = unmarked.by_ref().take(count);
                let is_unfolded = unfold(term, changes, &marks, &mut written.text).is_some();
                if !is_unfolded || !written.end_with_a_word(rank as u32) {
                    return Err("a form is not a word that its marks and its term make");
                }
            }
            rank += 1;
        }
        for separator in separators {
            written.text.push_str(separator);
            if separator.starts_with(begins_word) || separator.is_empty() || !written.end() {
                return Err("a separator is a word, or empty");
            }
        }
        Ok(written)
    }

    /// Ends a token, unless it is no word or there are too many bytes.
    fn end_with_a_word(&mut self, term: u32) -> bool {
        let start = self.ends.last().map_or(0, |end| *end as usize);
        self.terms.push(term);
        self.text[start..].starts_with(begins_word) && self.end()
    }

    /// Ends a token, unless there are too many bytes.
    fn end(&mut self) -> bool {
        let end = u32::try_from(self.text.len());
        self.ends.extend(end.ok());
        end.is_ok()
    }
}

/// As many numbers, none where there are fewer bytes.
fn numbers(reader: &mut Reader<'_>, count: usize) -> Vec<u32> {
    let count = reader.fitting(count);
    (0..count).map(|_| reader.number()).collect()
}

fn sum(counts: &[u32]) -> usize {
    let add = |sum: usize, count: &u32| sum.saturating_add(*count as usize);
    counts.iter().fold(0, add)
}

fn strings<'b>(reader: &mut Reader<'b>) -> Vec<&'b str> {
    let mut strings = Vec::new();
    reader.each(|reader| strings.push(reader.string()));
    strings
}

/// Appends the form that a term is of: each mark stands in for what it folds to; `None` where one does not, or stands behind
/// the end.
fn unfold<'c>(
    term: &str,
    changes: impl Iterator<Item = (&'c u32, &'c u32)>,
    marks: &[&str],
    text: &mut String,
) -> Option<()> {
    let mut rest = term;
    for (gap, place) in changes {
        if *gap > 0 {
            let (end, last) = rest.char_indices().nth(*gap as usize - 1)?;
            let (kept, after) = rest.split_at(end + last.len_utf8());
            text.push_str(kept);
            rest = after;
        }
        let mark = marks.get(*place as usize)?;
        let mut letters = mark.chars();
        match (letters.next(), letters.as_str()) {
            (Some('-'), dropped) if !dropped.is_empty() => text.push_str(dropped),
            _ => {
                rest = rest.strip_prefix(fold(mark).as_str())?;
                text.push_str(mark);
            }
        }
    }
    text.push_str(rest);
    Some(())
}

/// The places of tokens by falling frequency; equally frequent ones stay in their order.
pub(super) fn ranking(times: &[u32]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..times.len() as u32).collect();
    order.sort_by_key(|place| std::cmp::Reverse(times[*place as usize]));
    order
}

/// The stem of each term, as a number below `count`.
pub(super) struct Stems {
    pub of_term: Vec<u32>,
    count: usize,
}

/// Reads STEM.
pub(super) fn read_stems(bytes: &[u8]) -> Result<Stems, Broken> {
    let mut reader = Reader::new(bytes);
    let mut stems = Vec::new();
    let mut count = 0u32;
    reader.each(|reader| match count.checked_sub(reader.number()) {
        Some(stem) => {
            count = count.max(stem + 1);
            stems.push(stem);
        }
        None => reader.refuse("a term joins a stem that is not there"),
    });
    reader.end()?;
    Ok(Stems {
        of_term: stems,
        count: count as usize,
    })
}

/// For each of some groups, its members in rising order, all in one run.
pub(super) struct Lists {
    starts: Vec<u32>,
    members: Vec<u32>,
}

impl Lists {
    /// Gathers the places of `group_of` by the group that each names; a group past `count` is left out.
    pub fn new(group_of: &[u32], count: usize) -> Lists {
        let mut starts = vec![0u32; count + 1];
        for group in group_of {
            // The next group's start; one past the largest number would not fit on 32 bits.
            if (*group as usize) < count {
                starts[*group as usize + 1] += 1;
            }
        }
        for group in 0..count {
            starts[group + 1] += starts[group];
        }
        let mut next = starts.clone();
        let mut members = vec![0; starts[count] as usize];
        for (member, group) in group_of.iter().enumerate() {
            if (*group as usize) < count {
                let at = &mut next[*group as usize];
                members[*at as usize] = member as u32;
                *at += 1;
            }
        }
        Lists { starts, members }
    }

    /// The members of a group; none for a group that is not there.
    pub fn of(&self, group: u32) -> &[u32] {
        let group = group as usize;
        match (self.starts.get(group), self.starts.get(group + 1)) {
            (Some(start), Some(end)) => &self.members[*start as usize..*end as usize],
            _ => &[],
        }
    }

    fn any_empty(&self) -> bool {
        self.starts.windows(2).any(|pair| pair[0] == pair[1])
    }
}

pub(super) use writing::{Token, write_forms, write_stems};

mod writing {
    use super::super::bytes::Append;
    use frise_text::fold;
    use std::cmp::Reverse;
    use std::collections::BTreeMap;

    /// A token with its term and how often it occurs.
    pub type Token<'t> = (&'t str, u32, u32);

    /// FORM, from words by term and text, and separators by text.
    pub fn write_forms(words: &[Token<'_>], separators: &[Token<'_>]) -> Vec<u8> {
        let mut out = Vec::new();
        out.number(separators.len());
        separators.iter().for_each(|(text, ..)| out.string(text));
        let marked: Vec<Vec<Mark>> = words.iter().map(|(form, ..)| marks_of(form)).collect();
        let marks = by_frequency(&marked);
        out.number(marks.len());
        marks.iter().for_each(|mark| out.string(mark));
        for forms in words.chunk_by(|a, b| a.1 == b.1) {
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
        for (.., times) in words.iter().chain(separators) {
            out.number(*times as usize);
        }
        out
    }

    /// A character that folding changed or dropped.
    struct Mark {
        /// How many other characters stand between it and the mark before.
        gap: usize,
        text: String,
    }

    /// The marks of a form.
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

    /// Each mark once, the most frequent first.
    fn by_frequency(marked: &[Vec<Mark>]) -> Vec<&str> {
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        for mark in marked.iter().flatten() {
            *times.entry(&mark.text).or_default() += 1;
        }
        let mut marks: Vec<&str> = times.keys().copied().collect();
        marks.sort_by_key(|mark| Reverse(times[mark]));
        marks
    }

    /// STEM, from the stem of each term, where stems are numbered as they first appear.
    pub fn write_stems(stems: &[u32]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut count = 0;
        out.number(stems.len());
        for stem in stems {
            out.number(if *stem == count {
                0
            } else {
                (count - stem) as usize
            });
            count = count.max(stem + 1);
        }
        out
    }
}
