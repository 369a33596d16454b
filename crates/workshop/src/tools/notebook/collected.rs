//! What can be added to a notebook from the view of the app.

use crate::browser;
use crate::context::ToolContext;
use frise_cite::notebook::{Content, Item};
use frise_date::Tongue;
use frise_index::concordance::{lines, sorted};

/// How many words a hit has on either side.
const CONTEXT: u32 = 12;

/// The most hits that are added at a time.
const MOST_HITS: usize = 20;

/// Returns the passage that is open as an item, with what is selected of it as its quotation.
pub fn passage_that_is_open(context: &ToolContext) -> Option<Item> {
    let index = context.searcher.index();
    let passages = context.state.opened()?;
    let selected = browser::selected_text();
    let quote = match index.text_of(passages.start).contains(&selected) {
        true => selected,
        false => String::new(),
    };
    Some(Item {
        content: Content::Passage {
            id: index.link_id(passages),
            quote,
        },
        note: String::new(),
    })
}

/// Returns the hits of the search as items: those of the passage that is open, else the first of the concordance in its order.
pub fn hits_found(context: &ToolContext) -> Vec<Item> {
    let state = &context.state;
    if state.query.trim().is_empty() {
        return Vec::new();
    }
    let index = context.searcher.index();
    let hits = lines(&context.searcher, &context.answer(), &state.filters);
    let hits = sorted(index, hits, &state.keys, state.language == Tongue::French);
    let is_asked = |passage: u32| state.passage.is_none_or(|open| open == passage);
    let hits = hits.iter().filter(|line| is_asked(line.hit.passage));
    hits.take(MOST_HITS)
        .map(|line| {
            let kwic = line.context(index, CONTEXT);
            Item {
                content: Content::Hit {
                    id: index.link_id(line.hit.passage..line.hit.passage + 1),
                    left: kwic.left.trim().to_string(),
                    hit: kwic.hit,
                    right: kwic.right.trim().to_string(),
                },
                note: String::new(),
            }
        })
        .collect()
}
