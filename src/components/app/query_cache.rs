//! The query that was asked last.

use super::answered::Question;
use frise_index::query::{Matching, parse};
use frise_index::search::{Answer, Matches, Searcher};

/// A query and what it finds, so that filters change without any word being looked up again.
pub struct QueryCache {
    query: String,
    matching: Matching,
    found: Matches,
}

impl QueryCache {
    /// Looks up a query.
    pub fn ask(searcher: &Searcher, query: &str, matching: Matching) -> QueryCache {
        QueryCache {
            query: query.to_string(),
            matching,
            found: searcher.ask(&parse(query).matched(matching)),
        }
    }

    /// Returns the answer to a question, and looks its query up only if it is another one. In an index in shards it is looked up
    /// each time, since more may be there.
    pub fn answer(&mut self, searcher: &Searcher, question: &Question) -> Answer {
        let Question {
            query,
            matching,
            filters,
            sort,
        } = question;
        if !self.is(query, *matching) || searcher.index().is_in_shards() {
            *self = QueryCache::ask(searcher, query, *matching);
        }
        if let Some(limited) = searcher.limit(&self.found, filters) {
            self.found = limited;
        }
        searcher.answer(&self.found, filters, *sort)
    }

    fn is(&self, query: &str, matching: Matching) -> bool {
        self.query == query && self.matching == matching
    }
}
