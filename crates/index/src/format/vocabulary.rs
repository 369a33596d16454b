//! The sections FORM and STEM: the distinct tokens, the term of each form, and the stem of each term.
//!
//! A form is stored as the characters that folding changes or drops (its **marks**), since DICT has its term. Ranks are not
//! stored, since they follow from the frequencies.
//!
//! ```text
//! FORM  separators: count × string, sorted
//!       marks: count × string of one character that folding changes or drops, after a hyphen
//!              if folding drops it only in some places, as it does the dots of initials
//!       for each term: the number of its forms
//!       for each form, by term, then by text: the number of its marks
//!       for each mark of a form: the number of other characters between it and the previous mark
//!       for each mark of a form: its place among the marks
//!       for each form, then for each separator: how often it occurs
//! STEM  the number of terms; for each: 0 for a new group, or how far back its group is (1: the newest)
//! ```
//!
//! The rank of a token is its place by falling frequency; equally frequent tokens keep the order of FORM. Forms begin with a
//! letter or a digit, separators do not.

mod writing;

pub(super) use writing::{Token, write_forms, write_stem, write_stems};

use super::bytes::{Damage, Decoder};
use frise_text::{begins_word, fold};
use fst::Streamer;
use std::borrow::Cow;
use std::cmp::Reverse;

/// The dictionary of terms.
pub type Dictionary = fst::Map<Cow<'static, [u8]>>;

/// Takes the place of the term of a separator.
pub(super) const NO_TERM: u32 = u32::MAX;

/// The forms, terms and stems, and how they relate.
#[derive(Clone)]
pub(super) struct Vocabulary {
    text: String,
    /// Where each token ends in `text`.
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
    /// Reads FORM, given the dictionary and the stem of each of its terms.
    pub fn read(form: &[u8], stems: Stems, dictionary: &Dictionary) -> Result<Vocabulary, Damage> {
        let stored = StoredTokens::read(form, stems.of_term.len(), |add| {
            let mut keys = dictionary.stream();
            while let Some((key, _)) = keys.next() {
                add(std::str::from_utf8(key).map_err(|_| "a term is not UTF-8")?)?;
            }
            Ok(())
        })?;
        let order = ranking(&stored.frequencies);
        let mut text = String::with_capacity(stored.text.len());
        let mut ends = Vec::with_capacity(order.len());
        let mut terms = Vec::with_capacity(order.len());
        for place in order {
            text.push_str(token_at(&stored.text, &stored.ends, place as usize));
            ends.push(text.len() as u32);
            terms.push(*stored.terms.get(place as usize).unwrap_or(&NO_TERM));
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

    /// Returns the number of tokens, separators included.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns the text of a token; empty if there is none of this rank.
    pub fn form(&self, rank: u32) -> &str {
        token_at(&self.text, &self.ends, rank as usize)
    }

    /// Returns the term of a form; `None` for separators.
    pub fn term_of_form(&self, rank: u32) -> Option<u32> {
        let term = self.terms.get(rank as usize).copied();
        term.filter(|term| *term != NO_TERM)
    }

    /// Returns whether a token is a form, and not a separator.
    pub fn is_word(&self, rank: u32) -> bool {
        self.terms
            .get(rank as usize)
            .is_some_and(|term| *term != NO_TERM)
    }

    /// Returns for each rank whether its token is a form.
    pub fn are_words(&self) -> impl Iterator<Item = bool> {
        self.terms.iter().map(|term| *term != NO_TERM)
    }
}

fn token_at<'t>(text: &'t str, ends: &[u32], place: usize) -> &'t str {
    let Some(end) = ends.get(place) else {
        return "";
    };
    let start = place.checked_sub(1).map_or(0, |before| ends[before]);
    &text[start as usize..*end as usize]
}

/// The tokens in the order of FORM: forms by term, then separators.
pub(super) struct StoredTokens {
    text: String,
    ends: Vec<u32>,
    /// The terms of the forms.
    terms: Vec<u32>,
    /// How often each token occurs; of a block of an index in shards, its rank.
    frequencies: Vec<u32>,
}

impl StoredTokens {
    /// Reads FORM, given the number of terms and a function that tells another one each of them, in their order.
    pub fn read(
        bytes: &[u8],
        terms: usize,
        each_term: impl FnOnce(&mut dyn FnMut(&str) -> Result<(), Damage>) -> Result<(), Damage>,
    ) -> Result<StoredTokens, Damage> {
        let mut decoder = Decoder::new(bytes);
        let separators = strings(&mut decoder);
        let marks: Vec<Mark> = strings(&mut decoder).into_iter().map(Mark::new).collect();
        let forms_of_terms = numbers(&mut decoder, terms);
        let forms = sum(&forms_of_terms);
        let marks_of_forms = numbers(&mut decoder, forms);
        let all_marks = sum(&marks_of_forms);
        let gaps = numbers(&mut decoder, all_marks);
        let places = numbers(&mut decoder, all_marks);
        let frequencies = numbers(&mut decoder, forms.saturating_add(separators.len()));
        decoder.end()?;
        let mut tokens = StoredTokens {
            text: String::with_capacity(forms * 8),
            ends: Vec::with_capacity(frequencies.len()),
            terms: Vec::with_capacity(forms),
            frequencies,
        };
        let mut all_changes = gaps.iter().zip(&places);
        let mut marks_of_forms = marks_of_forms.iter();
        let mut term = 0;
        each_term(&mut |folded| {
            for _ in 0..forms_of_terms.get(term).copied().unwrap_or(0) {
                let count = *marks_of_forms.next().unwrap_or(&0) as usize;
                let changes = all_changes.by_ref().take(count);
                let is_unfolded = unfold(folded, changes, &marks, &mut tokens.text).is_some();
                if !is_unfolded || !tokens.end_form(term as u32) {
                    return Err("a form is not a word that its marks and its term make");
                }
            }
            term += 1;
            Ok(())
        })?;
        for separator in separators {
            tokens.text.push_str(separator);
            if separator.starts_with(begins_word) || separator.is_empty() || !tokens.end() {
                return Err("a separator is a word, or empty");
            }
        }
        Ok(tokens)
    }

    /// Returns the forms, each with its term and its frequency.
    pub fn forms(&self) -> impl Iterator<Item = (&str, u32, u32)> {
        let forms = self.terms.iter().zip(&self.frequencies).enumerate();
        forms.map(|(at, (term, frequency))| {
            (token_at(&self.text, &self.ends, at), *term, *frequency)
        })
    }

    /// Ends a form. Returns `false` if it is not a word, or if there are too many bytes.
    fn end_form(&mut self, term: u32) -> bool {
        let start = self.ends.last().map_or(0, |end| *end as usize);
        self.terms.push(term);
        self.text[start..].starts_with(begins_word) && self.end()
    }

    /// Ends a token. Returns `false` if there are too many bytes.
    fn end(&mut self) -> bool {
        let end = u32::try_from(self.text.len());
        self.ends.extend(end.ok());
        end.is_ok()
    }
}

/// A character that folding changes or drops.
struct Mark<'b> {
    text: &'b str,
    /// What takes its place in the term.
    folded: String,
}

impl<'b> Mark<'b> {
    /// Creates the mark of a string in FORM.
    fn new(stored: &'b str) -> Mark<'b> {
        match stored.strip_prefix('-') {
            Some(text) if !text.is_empty() => Mark {
                text,
                folded: String::new(),
            },
            _ => Mark {
                text: stored,
                folded: fold(stored),
            },
        }
    }
}

/// Reads some numbers; none if there are fewer bytes.
fn numbers(decoder: &mut Decoder<'_>, count: usize) -> Vec<u32> {
    let count = decoder.fitting(count);
    (0..count).map(|_| decoder.number()).collect()
}

fn sum(counts: &[u32]) -> usize {
    let add = |sum: usize, count: &u32| sum.saturating_add(*count as usize);
    counts.iter().fold(0, add)
}

fn strings<'b>(decoder: &mut Decoder<'b>) -> Vec<&'b str> {
    let mut strings = Vec::new();
    decoder.each(|decoder| strings.push(decoder.string()));
    strings
}

/// Appends the form of a term with some marks, each given by the number of characters before it and its place among the
/// marks. Returns `None` if a mark does not fold to what the term has in its place.
fn unfold<'c>(
    term: &str,
    changes: impl Iterator<Item = (&'c u32, &'c u32)>,
    marks: &[Mark<'_>],
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
        rest = rest.strip_prefix(mark.folded.as_str())?;
        text.push_str(mark.text);
    }
    text.push_str(rest);
    Some(())
}

/// Returns the places of tokens by falling frequency; equally frequent tokens keep their order.
pub(super) fn ranking(frequencies: &[u32]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..frequencies.len() as u32).collect();
    order.sort_by_key(|place| Reverse(frequencies[*place as usize]));
    order
}

/// The stem of each term.
pub(super) struct Stems {
    pub of_term: Vec<u32>,
    /// The number of stems.
    count: usize,
}

/// Reads STEM.
pub(super) fn read_stems(bytes: &[u8]) -> Result<Stems, Damage> {
    let mut decoder = Decoder::new(bytes);
    let mut stems = Vec::new();
    let mut count = 0u32;
    decoder.each(|decoder| stems.push(read_stem(decoder, &mut count)));
    decoder.end()?;
    Ok(Stems {
        of_term: stems,
        count: count as usize,
    })
}

/// Reads the stem of a term, given how many stems there are before, which it adds to.
pub(super) fn read_stem(decoder: &mut Decoder<'_>, count: &mut u32) -> u32 {
    let stem = count.checked_sub(decoder.number());
    if stem.is_none() {
        decoder.refuse("a term joins a stem that is not there");
    }
    let stem = stem.unwrap_or(0);
    *count = (*count).max(stem.saturating_add(1));
    stem
}

/// The members of some groups, each in rising order.
#[derive(Clone)]
pub(super) struct Lists {
    /// Where the members of each group begin, and where the last ones end.
    starts: Vec<u32>,
    members: Vec<u32>,
}

impl Lists {
    /// Collects the members of each of `count` groups from the group of each member; larger groups are left out.
    pub fn new(group_of: &[u32], count: usize) -> Lists {
        let mut starts = vec![0u32; count + 1];
        for group in group_of {
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

    /// Collects the members of each of `count` groups from groups with a member each; larger groups are left out.
    pub fn of_pairs(mut pairs: Vec<(u32, u32)>, count: usize) -> Lists {
        pairs.sort_unstable();
        let groups = 0..=count as u32;
        Lists {
            starts: groups
                .map(|group| pairs.partition_point(|pair| pair.0 < group) as u32)
                .collect(),
            members: pairs.into_iter().map(|(_, member)| member).collect(),
        }
    }

    /// Returns the number of groups.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Returns the members of a group; none if there is no such group.
    pub fn of(&self, group: u32) -> &[u32] {
        let group = group as usize;
        match (self.starts.get(group), self.starts.get(group + 1)) {
            (Some(start), Some(end)) => &self.members[*start as usize..*end as usize],
            _ => &[],
        }
    }

    /// Returns whether any group has no members.
    pub fn any_empty(&self) -> bool {
        self.starts.windows(2).any(|pair| pair[0] == pair[1])
    }
}
