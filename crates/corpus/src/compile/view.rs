//! The address of a view, as far as it decides which passages are found: the query, how it matches, and the filters.
//!
//! The page reads all of an address; the keys that it knows are listed in `README.md`.

use frise_date::{Day, Edtf};
use frise_index::Index;
use frise_index::model::Voice;
use frise_index::query::{Matching, Query, parse};
use frise_index::search::Filters;

/// What a view asks for.
#[derive(Debug, Default)]
pub struct View {
    /// The query.
    pub query: Query,
    /// The filters.
    pub filters: Filters,
}

/// The keys that say how passages are shown, and not which.
const SHOWN: [&str; 17] = [
    "view",
    "lanes",
    "measure",
    "bins",
    "zoom",
    "color",
    "fold",
    "axis",
    "words",
    "multiples",
    "sort",
    "lines",
    "context",
    "lang",
    "embed",
    "hide",
    "lock",
];

/// Reads the address of a view, from `?` on.
///
/// # Errors
/// Says what was expected, for each key, value and passage that is not known.
pub fn read(address: &str, index: &Index) -> Result<View, Vec<String>> {
    let mut view = View::default();
    let mut problems = Vec::new();
    let Some(pairs) = address.strip_prefix('?') else {
        return Err(vec![format!(
            "expected a view that begins with '?', such as \"?q=paix\", found '{address}'"
        )]);
    };
    let (pairs, passage) = pairs.split_once('#').unwrap_or((pairs, ""));
    let mut matching = Matching::default();
    for (key, value) in form_urlencoded::parse(pairs.as_bytes()) {
        let read = match &*key {
            "q" => {
                view.query = parse(&value);
                Ok(())
            }
            "match" => read_matching(&value).map(|read| matching = read),
            key if SHOWN.contains(&key) => Ok(()),
            key => read_filter(key, &value, index, &mut view.filters),
        };
        problems.extend(read.err());
    }
    view.query = view.query.matched(matching);
    if !passage.is_empty() && index.passage_of_id(passage).is_none() {
        problems.push(format!(
            "there is no passage '{passage}'; write an id such as '{}' after '#'",
            index.passage_id(0)
        ));
    }
    if problems.is_empty() {
        Ok(view)
    } else {
        Err(problems)
    }
}

fn read_matching(value: &str) -> Result<Matching, String> {
    match value {
        "stemmed" => Ok(Matching::Stemmed),
        "folded" => Ok(Matching::Folded),
        "exact" => Ok(Matching::Exact),
        _ => Err(format!(
            "'match' must be stemmed, folded or exact, and is '{value}'"
        )),
    }
}

fn read_filter(key: &str, value: &str, index: &Index, filters: &mut Filters) -> Result<(), String> {
    let about = index.about();
    let day = |pick: fn(&Edtf) -> Day| match Edtf::parse(value) {
        Ok(date) => Ok(Some(pick(&date))),
        Err(error) => Err(format!("bad date '{value}' in '{key}': {error}")),
    };
    let place = |ids: Vec<&str>| match ids.iter().position(|id| *id == value) {
        Some(place) => Ok(place as u32),
        None => Err(format!(
            "unknown {key} '{value}' in this view; use one of: {}",
            ids.join(", ")
        )),
    };
    match key {
        "from" => filters.from = day(Edtf::earliest)?,
        "to" => filters.to = day(Edtf::latest)?,
        "mentionsFrom" => filters.mentioned_from = day(Edtf::earliest)?,
        "mentionsTo" => filters.mentioned_to = day(Edtf::latest)?,
        "undated" => filters.undated = value == "1",
        "speaker" => {
            let ids = about.speakers.iter().map(|known| known.id.as_str());
            filters.speakers.push(place(ids.collect())?);
        }
        "theme" => {
            let ids = about.themes.iter().map(|known| known.id.as_str());
            filters.themes.push(place(ids.collect())?);
        }
        "kind" => {
            let ids = about.kinds.iter().map(|known| known.id.as_str());
            filters.kinds.push(place(ids.collect())?);
        }
        "doc" => {
            let documents = index.documents().iter();
            let ids = documents.map(|document| document.metadata.id.as_str());
            filters.documents.push(place(ids.collect())?);
        }
        "voice" => {
            let voice = place(Voice::ALL.map(Voice::id).to_vec())?;
            filters.voices.push(Voice::ALL[voice as usize]);
        }
        _ => {
            return Err(format!(
                "unknown key '{key}' in this view; README.md lists the keys of an address"
            ));
        }
    }
    Ok(())
}
