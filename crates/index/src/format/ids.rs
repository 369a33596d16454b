//! Ids of passages, as links have them.

use super::{Index, Located};
use std::ops::Range;

impl Index {
    /// Returns the stable id of a passage, such as `strategie-2017.p42`.
    pub fn passage_id(&self, passage: u32) -> String {
        match self.layout.documents.get(self.document_of(passage)) {
            Some(document) => format!(
                "{}.p{}",
                document.metadata.id,
                passage - document.passages.start.min(passage) + 1
            ),
            None => String::new(),
        }
    }

    /// Returns the passage of an id, or `None` if there is none.
    pub fn passage_of_id(&self, id: &str) -> Option<u32> {
        let (document, ordinal) = id.rsplit_once(".p")?;
        let mut documents = self.layout.documents.iter();
        let document = documents.find(|known| known.metadata.id == document)?;
        if ordinal.starts_with(['0', '+']) {
            return None;
        }
        let offset = ordinal.parse::<u32>().ok()?.checked_sub(1)?;
        let passage = document.passages.start.checked_add(offset)?;
        document.passages.contains(&passage).then_some(passage)
    }

    /// Returns the passages of an id: one passage, or a run of a document that is written `id.p3-7`. `None` if one of its ends is
    /// missing or the run ends before it begins. An id with a fingerprint finds passages that have moved
    /// ([`locate`](Index::locate)).
    ///
    /// An id of one passage has precedence, so that a document may be called `a.p3-7`.
    pub fn passages_of_id(&self, id: &str) -> Option<Range<u32>> {
        self.locate(id).map(Located::passages)
    }

    /// Returns the passages of an id without a fingerprint.
    pub(super) fn passages_of_plain_id(&self, id: &str) -> Option<Range<u32>> {
        if let Some(passage) = self.passage_of_id(id) {
            return Some(passage..passage + 1);
        }
        let (first, last) = id.rsplit_once('-')?;
        let (document, _) = first.rsplit_once(".p")?;
        let last = last.strip_prefix('p').unwrap_or(last);
        let first = self.passage_of_id(first)?;
        let last = self.passage_of_id(&format!("{document}.p{last}"))?;
        (first <= last).then(|| first..last + 1)
    }

    /// Returns the id of a run of passages of one document, such as `strategie-2017.p3-7`, which
    /// [`passages_of_id`](Index::passages_of_id) reads. A run that leaves its document is cut, and one
    /// that begins beyond the index has the empty string.
    pub fn run_id(&self, passages: Range<u32>) -> String {
        let document = self.documents().get(self.document_of(passages.start));
        let document = document.map(|document| document.passages.clone());
        let Some(document) = document.filter(|document| document.contains(&passages.start)) else {
            return String::new();
        };
        let id = self.passage_id(passages.start);
        let end = passages.end.min(document.end);
        if end <= passages.start.saturating_add(1) {
            id
        } else {
            format!("{id}-{}", end - document.start)
        }
    }

    /// Returns the passage nearest to an id that no passage has: the last passage for a number that is too large, and the first
    /// for one that is not a number. A document is found whatever the case of its letters, and by the beginning of its id if no
    /// other id begins so, as when the end of a link was lost. `None` if no document is near.
    pub fn nearest_passage(&self, id: &str) -> Option<u32> {
        if let Some(run) = self.passages_of_id(id) {
            return Some(run.start);
        }
        let (name, ordinal) = id.rsplit_once(".p").unwrap_or((id, ""));
        let range = self
            .document_like(name)
            .or_else(|| self.document_like(id))?;
        let digits: String = ordinal.chars().take_while(char::is_ascii_digit).collect();
        let offset = match digits.parse::<u32>() {
            Ok(number) => number.saturating_sub(1),
            // A number of more digits than a count of passages has.
            Err(_) if digits.len() > 9 => u32::MAX,
            Err(_) => 0,
        };
        let last = range
            .end
            .checked_sub(1)
            .filter(|last| *last >= range.start)?;
        Some(range.start.saturating_add(offset).min(last))
    }

    fn document_like(&self, name: &str) -> Option<Range<u32>> {
        let name = name.to_lowercase();
        if name.is_empty() {
            return None;
        }
        let ids = || {
            self.documents()
                .iter()
                .map(|known| (known, known.metadata.id.to_lowercase()))
        };
        if let Some((document, _)) = ids().find(|(_, id)| *id == name) {
            return Some(document.passages.clone());
        }
        let mut beginning = ids().filter(|(_, id)| id.starts_with(&name));
        let (document, _) = beginning.next()?;
        beginning
            .next()
            .is_none()
            .then(|| document.passages.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::tests::{corpus, written};
    use crate::model::{RunKind, Voice};

    /// An index of the documents `Livre-2010` with three passages and `lettre` with two.
    fn index() -> Index {
        let word: &[(RunKind, &str)] = &[(RunKind::Span(Voice::Narration), "mot")];
        let mut book = corpus(&[word; 3]);
        let mut letter = corpus(&[word; 2]).documents;
        book.documents.append(&mut letter);
        for (document, id) in book.documents.iter_mut().zip(["Livre-2010", "lettre"]) {
            document.metadata.id = id.to_owned();
        }
        Index::open(written(&book).expect("a small corpus")).expect("an index")
    }

    #[test]
    fn runs_are_read_as_they_are_written() {
        let index = index();
        assert_eq!(index.run_id(0..3), "Livre-2010.p1-3");
        assert_eq!(index.run_id(1..9), "Livre-2010.p2-3");
        assert_eq!(index.run_id(1..2), "Livre-2010.p2");
        assert_eq!(index.run_id(9..12), "");
        for run in [0..3, 1..3, 3..5, 4..5] {
            assert_eq!(index.passages_of_id(&index.run_id(run.clone())), Some(run));
        }
        assert_eq!(index.passages_of_id("Livre-2010.p1-p2"), Some(0..2));
        for missing in [
            "Livre-2010.p1-4",
            "Livre-2010.p3-1",
            "Livre-2010",
            "-",
            "p1-2",
            "",
        ] {
            assert_eq!(index.passages_of_id(missing), None, "{missing}");
        }
    }

    #[test]
    fn a_missing_id_has_a_nearest_passage() {
        let index = index();
        for (id, nearest) in [
            ("Livre-2010.p2", Some(1)),
            ("Livre-2010.p9", Some(2)),
            ("Livre-2010.p0", Some(0)),
            ("livre-2010.p2", Some(1)),
            ("Livre-2010.p2-9", Some(1)),
            ("Livre-2010.p99999999999999", Some(2)),
            ("Livre-2010.", None),
            ("Livre-20", Some(0)),
            ("Livre-2010.px", Some(0)),
            ("li", Some(0)),
            ("l", None),
            ("", None),
            (".p1", None),
            ("autre.p1", None),
        ] {
            assert_eq!(index.nearest_passage(id), nearest, "{id}");
        }
    }
}
