//! The answer to what the reader asks.

use super::query_cache::QueryCache;
use crate::components::Shared;
use crate::web;
use frise_index::query::Matching;
use frise_index::search::{Answer, Filters, Searcher, Sort};
use std::cell::RefCell;
use yew::prelude::*;

/// What the reader asks.
#[derive(Clone, PartialEq)]
pub struct Question {
    pub query: String,
    pub matching: Matching,
    pub filters: Filters,
    pub sort: Sort,
}

/// An answer.
#[derive(Clone)]
pub struct Answered {
    question: Question,
    searcher: Shared<Searcher>,
    pub answer: Shared<Answer>,
    /// Whether shards of the index were missing, so that the answer is that of another question, or not right.
    pub is_partial: bool,
}

/// Returns the answer to a question. It is worked out again where it was partial, whenever the component is drawn; until it is
/// right, the last right one is returned.
#[hook]
pub fn use_answer(
    searcher: &Shared<Searcher>,
    asked: &Shared<RefCell<QueryCache>>,
    question: Question,
) -> Answered {
    let last = use_mut_ref(|| None::<Answered>);
    let mut last = last.borrow_mut();
    let is_right = |last: &&Answered| {
        !last.is_partial && last.question == question && last.searcher == *searcher
    };
    if let Some(answered) = last.as_ref().filter(is_right) {
        return answered.clone();
    }
    let answer = web::timed("frise-search", || {
        let mut asked = asked.borrow_mut();
        asked.answer(searcher, &question)
    });
    let is_partial = searcher.index().lacks_words();
    let right = last.take().filter(|_| is_partial);
    let answer = right.map_or_else(|| Shared(answer.into()), |right| right.answer);
    let answered = Answered {
        question,
        searcher: searcher.clone(),
        answer,
        is_partial,
    };
    *last = Some(answered.clone());
    answered
}
