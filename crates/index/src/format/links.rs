//! Ids with a fingerprint of the words, by which a link finds its passages again in another version of the corpus.

use super::Index;
use frise_text::fold;
use std::ops::Range;

/// What parts an id from its fingerprint. LaTeX, spreadsheets and mail programs leave it as it is, unlike `~`.
const MARK: char = '.';

/// The letters and figures of a fingerprint, without those that are mistaken for others, and without `p`, which begins a number
/// in ids.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnqrstuvwxyz";

/// The length of a fingerprint: 30 bits, so that two of a thousand passages have the same once in two thousand corpora.
const LENGTH: usize = 6;

/// The passages that a link names, and how they were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Located {
    /// The passages that have this id. Their words are those of the link, as far as the link has a fingerprint.
    Here(Range<u32>),
    /// The id names others now, or none: these have the words of the link.
    Moved(Range<u32>),
    /// The passages that have this id. Nothing has the words of the link any more.
    Changed(Range<u32>),
}

impl Located {
    /// Returns the passages.
    pub fn passages(self) -> Range<u32> {
        match self {
            Located::Here(passages) | Located::Moved(passages) | Located::Changed(passages) => {
                passages
            }
        }
    }
}

impl Index {
    /// Returns the id of a run of passages with a fingerprint of the words of the first, such as `strategie-2017.p42.3k9fa1`.
    ///
    /// The number of a passage changes when others are added before it; [`locate`](Index::locate) finds the passages by the
    /// fingerprint then. Case, accents, punctuation and spaces are no part of it, so that a corrected comma breaks no link.
    ///
    /// ```
    /// # use frise_index::Index;
    /// # fn check(index: &Index) {
    /// let link = index.link_id(0..1);
    /// assert_eq!(index.locate(&link).map(|found| found.passages()), Some(0..1));
    /// # }
    /// ```
    pub fn link_id(&self, passages: Range<u32>) -> String {
        let id = self.run_id(passages.clone());
        match id.is_empty() {
            true => id,
            false => format!("{id}{MARK}{}", self.fingerprint(passages.start)),
        }
    }

    /// Finds the passages of an id with or without a fingerprint: those of the id if they have the words of the fingerprint,
    /// else the nearest that have them, first in the same document, then in the whole corpus. `None` if neither id nor words
    /// are there.
    ///
    /// In an index in shards, words are looked for in the same document only. While the text of the passages is missing, they
    /// are taken for those of the link.
    pub fn locate(&self, id: &str) -> Option<Located> {
        if let Some(passages) = self.passages_of_plain_id(id) {
            return Some(Located::Here(passages));
        }
        let (id, print) = id.rsplit_once(MARK)?;
        if print.len() != LENGTH || !print.bytes().all(|digit| DIGITS.contains(&digit)) {
            return None;
        }
        let named = self.passages_of_plain_id(id);
        if let Some(passages) = &named
            && (!self.has_text_of(passages.start) || self.fingerprint(passages.start) == print)
        {
            return Some(Located::Here(passages.clone()));
        }
        let moved = self.run_of_fingerprint(id, print);
        moved.map(Located::Moved).or(named.map(Located::Changed))
    }

    /// Returns the run of as many passages as an id names whose first passage has a fingerprint.
    fn run_of_fingerprint(&self, id: &str, print: &str) -> Option<Range<u32>> {
        let (document, numbers) = id.rsplit_once(".p").unwrap_or((id, ""));
        let mut numbers = numbers.split('-').map(|number| number.parse::<u32>().ok());
        let first = numbers.next().flatten().unwrap_or(1).max(1);
        let last = numbers.next().flatten().unwrap_or(first).max(first);
        let is_other = |at: &usize| self.documents()[*at].metadata.id != document;
        let mut order: Vec<usize> = (0..self.documents().len()).collect();
        order.sort_by_key(is_other);
        if self.is_in_shards() {
            order.retain(|at| !is_other(at));
        }
        order.into_iter().find_map(|at| {
            let whole = self.documents()[at].passages.clone();
            let place = whole.start.saturating_add(first - 1);
            let alike = whole.clone().filter(|at| self.fingerprint(*at) == print);
            let start = alike.min_by_key(|start| start.abs_diff(place))?;
            let end = start.saturating_add(last - first).saturating_add(1);
            Some(start..end.min(whole.end))
        })
    }

    /// Returns the fingerprint of the words of a passage: 30 bits of FNV-1a over its folded letters and figures.
    fn fingerprint(&self, passage: u32) -> String {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let folded = fold(&self.text_of(passage));
        for letter in folded.chars().filter(|letter| letter.is_alphanumeric()) {
            let mut bytes = [0; 4];
            for byte in letter.encode_utf8(&mut bytes).bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        // The low bits of a product depend on the low bits of its factors only.
        let mixed = hash ^ (hash >> 32);
        let digit = |at: usize| DIGITS[(mixed >> (5 * at)) as usize & 31] as char;
        (0..LENGTH).map(digit).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::tests::{corpus, written};
    use crate::model::{RunKind, Voice};

    /// An index of documents, each of passages of one run.
    fn index(documents: &[(&str, &[&str])]) -> Index {
        let mut whole = corpus(&[]);
        whole.documents.clear();
        for (id, texts) in documents {
            let runs: Vec<[(RunKind, &str); 1]> = texts
                .iter()
                .map(|text| [(RunKind::Span(Voice::Narration), *text)])
                .collect();
            let passages: Vec<&[(RunKind, &str)]> = runs.iter().map(|run| &run[..]).collect();
            let mut one = corpus(&passages).documents;
            one[0].metadata.id = (*id).to_owned();
            whole.documents.append(&mut one);
        }
        Index::open(written(&whole).expect("a small corpus")).expect("an index")
    }

    #[track_caller]
    fn check(link: &str, now: &Index, expected: Option<Located>) {
        assert_eq!(now.locate(link), expected, "{link}");
    }

    #[test]
    fn a_link_finds_its_words_in_another_version() {
        let old = index(&[
            ("a", &["Un", "L’été, deux", "Trois", "Un"]),
            ("b", &["Quatre"]),
        ]);
        let [second, run, last, other] =
            [1..2, 1..3, 3..4, 4..5].map(|passages| old.link_id(passages));
        check(&second, &old, Some(Located::Here(1..2)));
        check(&last, &old, Some(Located::Here(3..4)));
        // A passage is added before, and what is no word changes.
        let added = index(&[
            ("a", &["Zéro", "Un", "L'ete : deux !", "Trois", "Un"]),
            ("b", &["Quatre"]),
        ]);
        check(&second, &added, Some(Located::Moved(2..3)));
        check(&run, &added, Some(Located::Moved(2..4)));
        check(&last, &added, Some(Located::Moved(4..5)));
        check(&other, &added, Some(Located::Here(5..6)));
        // The words are in another document now.
        let moved = index(&[("a", &["Un"]), ("c", &["Quatre", "L’été, deux"])]);
        check(&second, &moved, Some(Located::Moved(2..3)));
        check(&other, &moved, Some(Located::Moved(1..2)));
        check(&run, &moved, Some(Located::Moved(2..3)));
        check(&run, &index(&[("a", &["Un", "Trois"])]), None);
        // The words have changed.
        let changed = index(&[("a", &["Un", "Hiver", "Trois", "Un"]), ("b", &["Quatre"])]);
        check(&second, &changed, Some(Located::Changed(1..2)));
        check("a.p2", &changed, Some(Located::Here(1..2)));
    }

    #[test]
    fn what_is_no_fingerprint_is_no_link() {
        let index = index(&[("a", &["Un"]), ("b.000000", &["Deux"])]);
        check("b.000000.p1", &index, Some(Located::Here(1..2)));
        for link in [
            "",
            ".",
            "a.p1.",
            "a.p1.00000",
            "a.p1.0000000",
            "a.p1.00000p",
            "a.p9.000000",
            "a.000000",
            ".000000",
            "a.p0.000000",
            "a.p9-2.000000",
            "a.p1-4294967295.000000",
        ] {
            check(link, &index, None);
        }
        assert_eq!(index.link_id(7..9), "");
    }
}
