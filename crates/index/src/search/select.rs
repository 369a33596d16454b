//! Selects passages by their documents, runs and mentions.

use super::PassageSet;
use crate::format::Index;
use crate::model::RunKind;
use frise_date::{Day, Edtf};

/// Returns the passages in which each speaker is heard.
pub(super) fn by_speaker(index: &Index) -> Vec<PassageSet> {
    let mut sets = vec![PassageSet::none(index.passages()); index.about().speakers.len()];
    for passage in 0..index.passages() {
        for speaker in index.runs_of(passage).iter().filter_map(|run| run.speaker) {
            sets[speaker as usize].insert(passage);
        }
    }
    sets
}

/// Returns the passages of the documents that a predicate accepts.
pub(super) fn of_documents(index: &Index, accepts: impl Fn(usize) -> bool) -> PassageSet {
    let mut set = PassageSet::none(index.passages());
    let documents = index.documents().iter().enumerate();
    for (_, document) in documents.filter(|(place, _)| accepts(*place)) {
        set.insert_all(document.passages.clone());
    }
    set
}

/// Returns the passages with a run whose speaker and kind a predicate accepts.
pub(super) fn with_run(
    index: &Index,
    accepts: impl Fn(Option<u32>, RunKind) -> bool,
) -> PassageSet {
    let mut set = PassageSet::none(index.passages());
    for passage in 0..index.passages() {
        let mut runs = index.runs_of(passage).iter();
        if runs.any(|run| accepts(run.speaker, run.kind)) {
            set.insert(passage);
        }
    }
    set
}

/// Returns the passages that mention a date which may lie between two days, or quote a speech of such a date.
pub(super) fn mentioning(index: &Index, from: Option<Day>, to: Option<Day>) -> PassageSet {
    let mut set = PassageSet::none(index.passages());
    let mentions = index.mentions().iter();
    for mention in mentions.chain(index.speech_dates()) {
        if may_lie_between(&mention.date, from, to) {
            set.insert(mention.passage);
        }
    }
    set
}

/// Returns whether the date of a document may lie between two days; `false` for documents without a date.
pub(super) fn is_between(
    index: &Index,
    document: usize,
    from: Option<Day>,
    to: Option<Day>,
) -> bool {
    let document = index.documents().get(document);
    let date = document.and_then(|document| document.metadata.date);
    date.is_some_and(|date| may_lie_between(&date, from, to))
}

/// Returns whether a document has no date.
pub(super) fn is_undated(index: &Index, document: usize) -> bool {
    index.documents()[document].metadata.date.is_none()
}

/// Returns whether an uncertain date may lie between two days, both included.
fn may_lie_between(date: &Edtf, from: Option<Day>, to: Option<Day>) -> bool {
    from.is_none_or(|from| date.latest() >= from) && to.is_none_or(|to| date.earliest() <= to)
}
