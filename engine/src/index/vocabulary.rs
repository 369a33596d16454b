//! The sections FORM and STEM: every distinct token, the term it folds to, and the stem of each term.
//!
//! ```text
//! FORM  count
//!       count × shared: how many bytes the form has in common with the one before
//!       count × length: how many bytes follow these
//!       the bytes that follow, one form after the other
//!       for each form that is a word: its term, as a difference to the word before
//! STEM  how many terms there are; for each: 0 for a new group, or how far back the group lies that it joins (1: the newest)
//! ```
//!
//! Forms stand by falling frequency and, where equally frequent, by term, so that most of them share
//! their beginning with their neighbour. A form is a word if it begins with a letter or a digit.

use super::bytes::{Broken, Reader};

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
    /// Reads both sections.
    pub fn read(form: &[u8], stem: &[u8]) -> Result<Vocabulary, Broken> {
        let (stems, stem_count) = read_stems(stem)?;
        let term_count = stems.len();
        let mut reader = Reader::new(form);
        let count = reader.count()?;
        let shared = (0..count)
            .map(|_| reader.size())
            .collect::<Result<Vec<_>, _>>()?;
        let lengths = (0..count)
            .map(|_| reader.size())
            .collect::<Result<Vec<_>, _>>()?;
        let mut text = Vec::new();
        let mut ends = Vec::with_capacity(count);
        let mut start = 0;
        for (shared, length) in shared.into_iter().zip(lengths) {
            let end = text.len();
            let prefix = start..start + shared;
            if shared > 255 || prefix.end > end {
                return Err("a form shares more with the one before than there is");
            }
            text.extend_from_within(prefix);
            text.extend_from_slice(reader.take(length)?);
            if std::str::from_utf8(&text[end..])
                .map_err(|_| "a form is not UTF-8")?
                .is_empty()
            {
                return Err("a form is empty");
            }
            start = end;
            ends.push(u32::try_from(text.len()).map_err(|_| "the forms take too many bytes")?);
        }
        let text = String::from_utf8(text).map_err(|_| "a form is not UTF-8")?;
        let terms = read_terms(&mut reader, &text, &ends, term_count)?;
        reader.end()?;
        let forms_of_term = Lists::new(&terms, term_count);
        if forms_of_term.any_empty() {
            return Err("a term of the dictionary has no form");
        }
        let terms_of_stem = Lists::new(&stems, stem_count);
        Ok(Vocabulary {
            text,
            ends,
            terms,
            stems,
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

fn read_terms(
    reader: &mut Reader<'_>,
    text: &str,
    ends: &[u32],
    term_count: usize,
) -> Result<Vec<u32>, Broken> {
    let mut last = 0i64;
    let mut term = |rank| {
        if !form_at(text, ends, rank).starts_with(char::is_alphanumeric) {
            return Ok(NO_TERM);
        }
        last += reader.signed()?;
        let known = (0..term_count as i64).contains(&last);
        if known {
            Ok(last as u32)
        } else {
            Err("a form belongs to a term that is not there")
        }
    };
    (0..ends.len()).map(&mut term).collect()
}

fn read_stems(bytes: &[u8]) -> Result<(Vec<u32>, usize), Broken> {
    let mut reader = Reader::new(bytes);
    let mut stems = Vec::new();
    let mut count = 0u32;
    for _ in 0..reader.count()? {
        let back = reader.number()?;
        let stem = if back == 0 {
            count
        } else {
            count
                .checked_sub(back)
                .ok_or("a term joins a stem that is not there")?
        };
        count = count.max(stem + 1);
        stems.push(stem);
    }
    reader.end()?;
    Ok((stems, count as usize))
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
            if let Some(size) = starts
                .get_mut(*group as usize + 1)
                .filter(|_| (*group as usize) < count)
            {
                *size += 1;
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

#[cfg(feature = "compile")]
pub(super) use writing::{write_forms, write_stems};

#[cfg(feature = "compile")]
mod writing {
    use super::super::bytes::Append;
    use super::NO_TERM;

    /// FORM, from forms in the order of their ranks with their terms.
    pub fn write_forms(forms: &[(&str, u32)]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut lengths = Vec::new();
        let mut rest = Vec::new();
        let mut last = "";
        out.number(forms.len());
        for (form, _) in forms {
            let common = last
                .bytes()
                .zip(form.bytes())
                .take_while(|(a, b)| a == b)
                .count()
                .min(255);
            // Never the whole form: what follows is what tells it apart, and may not split a character.
            let shared = (0..=common.min(form.len() - 1))
                .rev()
                .find(|at| form.is_char_boundary(*at))
                .unwrap_or(0);
            out.number(shared);
            lengths.number(form.len() - shared);
            rest.extend_from_slice(&form.as_bytes()[shared..]);
            last = form;
        }
        out.append(&mut lengths);
        out.append(&mut rest);
        let mut last = 0;
        for term in forms
            .iter()
            .map(|(_, term)| *term)
            .filter(|term| *term != NO_TERM)
        {
            out.signed(i64::from(term) - last);
            last = i64::from(term);
        }
        out
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
