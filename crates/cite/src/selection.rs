//! Which passages of which documents are exported.

use frise_index::Index;
use frise_index::model::RunKind;

/// The chosen passages of one document, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The document, by its number in the index.
    pub document: usize,
    /// The passages, by their numbers in the index.
    pub passages: Vec<u32>,
}

/// Returns all passages of an index.
pub fn everything(index: &Index) -> Vec<Part> {
    parts(index, 0..index.passages())
}

/// Returns passages in reading order by document. Passages that the index does not have are left out, and each comes once.
pub fn parts(index: &Index, passages: impl IntoIterator<Item = u32>) -> Vec<Part> {
    let mut passages: Vec<u32> = passages
        .into_iter()
        .filter(|passage| *passage < index.passages())
        .collect();
    passages.sort_unstable();
    passages.dedup();
    let mut parts: Vec<Part> = Vec::new();
    for passage in passages {
        let document = index.document_of(passage);
        match parts.last_mut().filter(|part| part.document == document) {
            Some(part) => part.passages.push(passage),
            None => parts.push(Part {
                document,
                passages: vec![passage],
            }),
        }
    }
    parts
}

/// The headings of a passage, with their levels.
pub(crate) fn headings(index: &Index, passage: u32) -> Vec<(u8, String)> {
    let runs = index.runs_of(passage).iter();
    runs.filter_map(|run| match run.kind {
        RunKind::Heading(level) => Some((
            level,
            index
                .pieces(run)
                .map(|piece| piece.text)
                .collect::<String>(),
        )),
        RunKind::Span(_) => None,
    })
    .collect()
}
