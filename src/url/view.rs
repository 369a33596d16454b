//! The part of an address that says what a state shows: query, filters, listing and timelines. The frame is read here too.

use super::parsed::Parsed;
use super::values::{add, shortest, shortest_end};
use super::{frame, timelines};
use crate::state::{CONTEXTS, Listing, MOST_KEYS, Note, Presentation, State};
use form_urlencoded::{Serializer, parse as pairs};
use frise_date::{Edtf, Tongue};
use frise_index::concordance::Key;
use frise_index::model::Voice;
use frise_index::query::Matching;
use frise_index::search::Sort;
use frise_index::{Index, Located};
use percent_encoding::percent_decode_str;

/// The id of the list of passages. The link that skips to the list leaves it in the hash.
pub const RESULTS: &str = "resultats";

const SORTS: [(Sort, &str); 3] = [
    (Sort::Relevance, "relevance"),
    (Sort::Oldest, "date"),
    (Sort::Newest, "-date"),
];

const MATCHINGS: [(Matching, &str); 3] = [
    (Matching::Stemmed, "stemmed"),
    (Matching::Folded, "folded"),
    (Matching::Exact, "exact"),
];

/// The sort keys of the concordance, with their names in addresses.
pub const KEYS: [(Key, &str); 10] = [
    (Key::Left(1), "left1"),
    (Key::Left(2), "left2"),
    (Key::Left(3), "left3"),
    (Key::Hit, "hit"),
    (Key::Right(1), "right1"),
    (Key::Right(2), "right2"),
    (Key::Right(3), "right3"),
    (Key::Date, "date"),
    (Key::Speaker, "speaker"),
    (Key::Document, "doc"),
];

/// Reads an address into what is parsed so far. Returns whether what the address sets is to be locked.
pub fn read_pairs(address: &str, index: &Index, parsed: &mut Parsed) -> bool {
    let (search, hash) = address.split_once('#').unwrap_or((address, ""));
    let mut locks_what_is_set = false;
    for (key, value) in pairs(search.trim_start_matches('?').as_bytes()) {
        locks_what_is_set |= (&*key, &*value) == ("lock", "1");
        if read_pair(&key, &value, index, parsed).is_none() {
            parsed.notes.push(unknown_value(&key, &value));
        }
    }
    // Browsers that do not know text fragments leave them in the address.
    let id = hash.split(":~:").next().unwrap_or("");
    let id = percent_decode_str(id).decode_utf8_lossy();
    if !id.is_empty() && id != RESULTS {
        match index.locate(&id).or_else(|| beginning(&id, index)) {
            Some(found) => {
                if matches!(found, Located::Changed(_)) {
                    parsed.notes.push(Note::ChangedPassage(id.into_owned()));
                }
                let passages = found.passages();
                parsed.state.run = (passages.end - passages.start).saturating_sub(1);
                parsed.state.passage = Some(passages.start);
            }
            None => {
                let nearest = index.nearest_passage(&id);
                parsed.notes.push(Note::NoPassage {
                    id: id.into_owned(),
                    nearest: nearest.map(|passage| index.passage_id(passage)),
                });
            }
        }
    }
    locks_what_is_set
}

/// Finds the first passage of the document that has an id, by which citations of documents link to them.
fn beginning(id: &str, index: &Index) -> Option<Located> {
    let mut documents = index.documents().iter();
    let passages = &documents.find(|known| known.metadata.id == id)?.passages;
    let first = passages.start;
    (!passages.is_empty()).then_some(Located::Here(first..first + 1))
}

fn unknown_value(key: &str, value: &str) -> Note {
    Note::UnknownValue {
        key: key.to_string(),
        value: value.to_string(),
    }
}

/// Reads a pair of an address; `None` if its value is not known.
fn read_pair(key: &str, value: &str, index: &Index, parsed: &mut Parsed) -> Option<()> {
    let Parsed { state, notes } = parsed;
    let about = index.about();
    let known = |found: Option<usize>| found.map(|place| place as u32);
    let date = || Edtf::parse(value).ok();
    if let Some(understood) = timelines::read(key, value, &mut state.timelines) {
        return understood.then_some(());
    }
    if let Some(unknown) = frame::read(key, value, &mut state.frame) {
        for value in unknown {
            notes.push(unknown_value(key, value));
        }
        return Some(());
    }
    match key {
        "q" | "query" => state.query = value.to_string(),
        "from" | "startDate" => state.filters.from = Some(date()?.earliest()),
        "to" | "endDate" => state.filters.to = Some(date()?.latest()),
        "undated" if value == "1" => state.filters.undated = true,
        "mentionsFrom" => state.filters.mentioned_from = Some(date()?.earliest()),
        "mentionsTo" => state.filters.mentioned_to = Some(date()?.latest()),
        "speaker" => add(
            &mut state.filters.speakers,
            known(about.speakers.iter().position(|known| known.id == value))?,
        ),
        "theme" => add(
            &mut state.filters.themes,
            known(about.themes.iter().position(|known| known.id == value))?,
        ),
        "kind" => add(
            &mut state.filters.kinds,
            known(about.kinds.iter().position(|known| known.id == value))?,
        ),
        "doc" => {
            let place = index
                .documents()
                .iter()
                .position(|known| known.metadata.id == value);
            add(&mut state.filters.documents, known(place)?);
        }
        "voice" => {
            let voice = Voice::ALL.into_iter().find(|voice| voice.id() == value)?;
            add(&mut state.filters.voices, voice);
        }
        "match" => {
            let known = MATCHINGS.iter().find(|(_, name)| *name == value);
            state.matching = known?.0;
        }
        "view" if value == "concordance" => state.listing = Listing::Concordance,
        "lines" => {
            for name in value.split(',').filter(|name| !name.is_empty()) {
                match KEYS.iter().find(|(_, known)| *known == name) {
                    Some((key, _)) if state.keys.len() < MOST_KEYS => add(&mut state.keys, *key),
                    _ => notes.push(unknown_value(key, name)),
                }
            }
        }
        "context" => {
            let words = value.parse().ok();
            state.context = CONTEXTS.into_iter().find(|known| Some(*known) == words)?;
        }
        "view" if value == "table" => state.presentation = Presentation::Table,
        "view" if value == "sentence" => state.presentation = Presentation::Sentence,
        "view" if value == "picture" => state.presentation = Presentation::Picture,
        "sort" => state.sort = SORTS.iter().find(|(_, name)| *name == value)?.0,
        "lang" if value == "fr" => state.language = Tongue::French,
        "lang" if value == "en" => state.language = Tongue::English,
        // The lesson is read before all other keys.
        "lesson" | "tour" => {}
        "step" if value.parse::<usize>().is_ok() => {}
        "apart" if value == "1" => {}
        "corpus" if value.ends_with(".frise") => state.corpus = Some(value.to_string()),
        "corpus" if value == about.id => {}
        "tool" if !value.is_empty() => state.tool = Some(value.to_string()),
        "corpus" => notes.push(Note::OtherCorpus(value.to_string())),
        "view" | "lang" | "undated" | "step" | "apart" => return None,
        _ => notes.push(Note::UnknownKey(key.to_string())),
    }
    Some(())
}

/// Returns an address of a state with the fingerprint of the words of its passage, so that it leads to the same words when
/// the corpus has grown. The address bar has the plain id, which a person can read.
pub fn lasting(address: &str, state: &State, index: &Index) -> String {
    match (address.split_once('#'), state.opened()) {
        (Some((search, _)), Some(passages)) => [search, "#", &index.link_id(passages)].concat(),
        _ => address.to_string(),
    }
}

/// Returns the address of what a state shows, without what belongs to the reader and to the embedder.
pub fn print_view(state: &State, index: &Index) -> String {
    let about = index.about();
    let mut pairs = Serializer::for_suffix(String::from("?"), 1);
    let filters = &state.filters;
    if !state.query.is_empty() {
        pairs.append_pair("q", &state.query);
    }
    if let Some((_, name)) = MATCHINGS[1..]
        .iter()
        .find(|(known, _)| *known == state.matching)
    {
        pairs.append_pair("match", name);
    }
    if let Some(from) = filters.from {
        pairs.append_pair("from", &shortest(from));
    }
    if let Some(to) = filters.to {
        pairs.append_pair("to", &shortest_end(to));
    }
    if filters.undated {
        pairs.append_pair("undated", "1");
    }
    if let Some(from) = filters.mentioned_from {
        pairs.append_pair("mentionsFrom", &shortest(from));
    }
    if let Some(to) = filters.mentioned_to {
        pairs.append_pair("mentionsTo", &shortest_end(to));
    }
    for place in &filters.speakers {
        if let Some(known) = about.speakers.get(*place as usize) {
            pairs.append_pair("speaker", &known.id);
        }
    }
    for voice in &filters.voices {
        pairs.append_pair("voice", voice.id());
    }
    for place in &filters.themes {
        if let Some(known) = about.themes.get(*place as usize) {
            pairs.append_pair("theme", &known.id);
        }
    }
    for place in &filters.documents {
        if let Some(known) = index.documents().get(*place as usize) {
            pairs.append_pair("doc", &known.metadata.id);
        }
    }
    for place in &filters.kinds {
        if let Some(known) = about.kinds.get(*place as usize) {
            pairs.append_pair("kind", &known.id);
        }
    }
    match state.presentation {
        Presentation::Picture => {}
        Presentation::Table => drop(pairs.append_pair("view", "table")),
        Presentation::Sentence => drop(pairs.append_pair("view", "sentence")),
    }
    timelines::print(&state.timelines, &mut pairs);
    if let Some((_, name)) = SORTS[1..].iter().find(|(sort, _)| *sort == state.sort) {
        pairs.append_pair("sort", name);
    }
    if state.listing == Listing::Concordance {
        pairs.append_pair("view", "concordance");
    }
    let key_name = |key: &Key| KEYS.iter().find(|(known, _)| known == key);
    let keys: Vec<&str> = state
        .keys
        .iter()
        .filter_map(|key| Some(key_name(key)?.1))
        .collect();
    if !keys.is_empty() {
        pairs.append_pair("lines", &keys.join(","));
    }
    if state.context != State::default().context {
        pairs.append_pair("context", &state.context.to_string());
    }
    let mut address = pairs.finish();
    if let Some(passages) = state.opened() {
        address.push('#');
        address.push_str(&index.run_id(passages));
    }
    address
}
