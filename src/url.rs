//! The address of a state, and the state of an address.
//!
//! ```text
//! ?q= &match= &from= &to= &undated=1 &mentionsFrom= &mentionsTo=
//! &speaker= &voice= &theme= &doc= &kind= &view= &sort= &lines= &context=
//! &lanes= &measure= &bins= &zoom= &color= &fold= &axis=order &words= &multiples=1
//! &lang= &embed=1 &hide= &lock= &host= &step= &apart=1 &tour= &lesson= &tool= &corpus=
//! #strategie-2017.p42
//! ```
//!
//! Keys repeat for several values. `query`, `startDate`, `endDate` and `colour` are aliases of `q`, `from`, `to` and `color`.
//! Defaults are left out. What is unknown is ignored and noted.

mod frame;
mod lesson;
mod parsed;
mod timelines;
mod values;
mod view;

pub use lesson::{is_apart, step_view, tour_view};
pub use parsed::Parsed;
pub use timelines::UNITS;
pub use view::{KEYS, RESULTS, lasting, print_view};

use crate::state::{Lock, Replay, State};
use form_urlencoded::Serializer;
use frise_date::Tongue;
use frise_index::Index;
use view::read_pairs;

/// Parses an address: `?q=…#passage`, or any part of that.
pub fn parse(address: &str, index: &Index) -> Parsed {
    parse_knowing(address, index, None)
}

/// Parses an address as [`parse`] does, with the lesson of a file that has been read already.
pub fn parse_knowing(address: &str, index: &Index, known: Option<&Replay>) -> Parsed {
    let search = address
        .split_once('#')
        .map_or(address, |(search, _)| search);
    let mut parsed = lesson::start(search.trim_start_matches('?'), index, known);
    if read_pairs(address, index, &mut parsed) {
        parsed.state.frame.locks = vec![Lock::Set];
        parsed.state.lock_what_is_set();
    }
    parsed
}

/// Returns whether an address names an index beside the page, or one that the browser keeps, as `shell/corpus.js` reads it.
pub fn names_corpus(address: &str) -> bool {
    let search = address
        .split_once('#')
        .map_or(address, |(search, _)| search);
    let mut pairs = form_urlencoded::parse(search.trim_start_matches('?').as_bytes());
    let named = pairs.find(|(key, _)| key == "corpus");
    named.is_some_and(|(_, value)| value.ends_with(".frise"))
}

/// Returns the address of a state, from `?` on. The default state has the address `?`, which can be followed as a link.
pub fn print(state: &State, index: &Index) -> String {
    let apart = is_apart(state, index);
    let view = match apart || state.lesson.is_none() {
        true => print_view(state, index),
        false => String::from("?"),
    };
    let (search, hash) = view.split_once('#').unwrap_or((&view, ""));
    let mut pairs = Serializer::for_suffix(search.to_string(), 1);
    if state.language == Tongue::English {
        pairs.append_pair("lang", "en");
    }
    frame::print(&state.frame, &mut pairs);
    if let Some(corpus) = &state.corpus {
        pairs.append_pair("corpus", corpus);
    }
    if let Some(tool) = &state.tool {
        pairs.append_pair("tool", tool);
    }
    if let Some(replay) = &state.lesson {
        lesson::print(replay, apart, &mut pairs);
    }
    let mut address = pairs.finish();
    if !hash.is_empty() {
        address.push('#');
        address.push_str(hash);
    }
    address
}
