//! The search on the embedded corpus, against a slow twin that scans the texts.

mod any_text;
mod combined;
#[path = "../../../corpus/tests/common/mod.rs"]
mod common;
mod concordance;
mod facets;
mod highlight;
mod letters;
mod phrases;
mod ranking;
mod series;
mod synonyms;
mod twin;
mod voices;
mod words;

use frise_index::query::parse;
use frise_index::search::{Answer, Filters, Searcher, Sort};
use std::sync::LazyLock;
use twin::{Passages, Twin};

/// The search, and its twin.
struct Both {
    searcher: Searcher,
    twin: Twin,
}

static BOTH: LazyLock<Both> = LazyLock::new(|| Both {
    searcher: common::searcher(),
    twin: Twin::of(&common::corpus()),
});

impl Both {
    fn search(&self, query: &str) -> Answer {
        self.searcher
            .search(&parse(query), &Filters::default(), Sort::Relevance)
    }

    /// The search finds what the twin does; `None` if so, else what differs.
    fn difference(&self, query: &str, expected: &Passages) -> Option<String> {
        let answer = self.search(query);
        let found: Passages = answer.matched.iter().collect();
        let name = |passage: &u32| self.searcher.index().passage_id(*passage);
        let names = |passages: &Passages| passages.iter().take(5).map(name).collect::<Vec<_>>();
        let (missing, wrong) = (expected - &found, &found - expected);
        let listed: Passages = answer.passages.iter().map(|found| found.passage).collect();
        assert_eq!(listed, found, "the list and the set of {query}");
        (!missing.is_empty() || !wrong.is_empty()).then(|| {
            format!(
                "{query}: missing {:?}, wrong {:?}",
                names(&missing),
                names(&wrong)
            )
        })
    }
}

/// Fails with the first few of the differences that were found, out of how many searches.
fn check_none(searches: usize, differences: Vec<String>) {
    assert!(searches > 0, "nothing was searched");
    let first: Vec<&String> = differences.iter().take(20).collect();
    assert!(
        first.is_empty(),
        "{} of {searches} searches differ: {first:#?}",
        differences.len()
    );
}
