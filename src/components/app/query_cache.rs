//! The query that was asked last.

use frise_index::query::{Matching, parse};
use frise_index::search::{Answer, Filters, Matches, Searcher, Sort};

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

    /// Returns the answer to a query under filters, and looks the query up only if it is another one.
    pub fn answer(
        &mut self,
        searcher: &Searcher,
        query: &str,
        matching: Matching,
        filters: &Filters,
        sort: Sort,
    ) -> Answer {
        if !self.is(query, matching) {
            *self = QueryCache::ask(searcher, query, matching);
        }
        if let Some(limited) = searcher.limit(&self.found, filters) {
            self.found = limited;
        }
        searcher.answer(&self.found, filters, sort)
    }

    fn is(&self, query: &str, matching: Matching) -> bool {
        self.query == query && self.matching == matching
    }
}
