//! The parts of a corpus that are compared: what a view finds, the rest, or the passages of a speaker, a text, a theme, a voice
//! or a year.

use super::Subject;
use frise::state::State;
use frise::{i18n, url};
use frise_date::Tongue;
use frise_index::Index;
use frise_index::query::parse;
use frise_index::search::{Filters, PassageSet, Searcher};

/// A part of a corpus, as settings write it: `found`, `rest`, `speaker:xi-jinping`, `from:2015..2017`.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// What the app finds.
    Found,
    /// All that the other part has not.
    Rest,
    /// What a view finds: its query and its filters.
    View(Box<State>),
}

impl Part {
    /// Parses a part; what is not known is the default.
    pub fn parse(value: Option<&str>, default: Part, index: &Index) -> Part {
        match value {
            Some("found") => Part::Found,
            Some("rest") => Part::Rest,
            Some(value) => match value.split_once(':') {
                Some((key, value)) => {
                    let address = match (key, value.split_once("..")) {
                        ("from", Some((from, to))) => format!("?from={from}&to={to}"),
                        _ => {
                            let mut pairs = form_urlencoded::Serializer::new(String::from("?"));
                            pairs.append_pair(key, value).finish()
                        }
                    };
                    let parsed = url::parse(&address, index);
                    match parsed.notes.is_empty() {
                        true => Part::View(Box::new(parsed.state)),
                        false => default,
                    }
                }
                None => default,
            },
            None => default,
        }
    }

    /// Returns the passages; `None` for the rest.
    pub fn passages(&self, subject: &Subject) -> Option<PassageSet> {
        match self {
            Part::Found => Some(passages_of(subject.searcher, subject.state)),
            Part::Rest => None,
            Part::View(state) => Some(passages_of(subject.searcher, state)),
        }
    }

    /// Returns the name of the part.
    pub fn name(&self, subject: &Subject) -> String {
        let language = subject.language();
        match self {
            Part::Found => {
                let state = subject.state;
                match state.is_unfiltered() {
                    true => subject
                        .pick("le corpus entier", "the whole corpus")
                        .to_string(),
                    false => subject
                        .pick("ce qui est trouvé", "what is found")
                        .to_string(),
                }
            }
            Part::Rest => subject.pick("le reste", "the rest").to_string(),
            Part::View(state) => {
                let index = subject.searcher.index();
                name_of(&state.filters, &state.query, index, language)
            }
        }
    }

    /// Returns the view of the hits of a query within the part, as a concordance; `None` for the rest.
    pub fn proof(&self, query: &str, subject: &Subject) -> Option<String> {
        let state = match self {
            Part::Found => subject.state,
            Part::Rest => return None,
            Part::View(state) => state,
        };
        let whole = match state.query.trim() {
            "" => query.to_string(),
            other => format!("{query} ({other})"),
        };
        let view = State {
            query: whole,
            filters: state.filters.clone(),
            listing: frise::state::Listing::Concordance,
            language: subject.language(),
            corpus: subject.state.corpus.clone(),
            ..State::default()
        };
        Some(url::print(&view, subject.searcher.index()))
    }
}

/// Returns the passages that a view finds.
pub fn passages_of(searcher: &Searcher, state: &State) -> PassageSet {
    let mut passages = searcher.passing(&state.filters);
    if !state.query.trim().is_empty() {
        let query = parse(&state.query).matched(state.matching);
        passages.intersect(searcher.ask(&query).passages());
    }
    passages
}

/// Returns the names of what filters choose.
fn name_of(filters: &Filters, query: &str, index: &Index, language: Tongue) -> String {
    let about = index.about();
    let mut names: Vec<String> = Vec::new();
    if !query.is_empty() {
        names.push(i18n::quoted_query(query, language));
    }
    let at = |place: &u32| *place as usize;
    let speakers = filters
        .speakers
        .iter()
        .filter_map(|place| about.speakers.get(at(place)));
    names.extend(speakers.map(|speaker| i18n::of(&speaker.name, language).to_string()));
    let themes = filters
        .themes
        .iter()
        .filter_map(|place| about.themes.get(at(place)));
    names.extend(themes.map(|theme| i18n::of(&theme.label, language).to_string()));
    names.extend(
        filters
            .voices
            .iter()
            .map(|voice| i18n::voice(*voice, language).to_string()),
    );
    let documents = filters.documents.iter();
    let documents = documents.filter_map(|place| index.documents().get(at(place)));
    names
        .extend(documents.map(|document| i18n::of(&document.metadata.short, language).to_string()));
    if filters.from.is_some() || filters.to.is_some() {
        names.push(i18n::bounds(filters.from, filters.to, language));
    }
    names.join(", ")
}

/// Returns the parts that can be chosen, by what settings write, with their names.
pub fn choices(index: &Index, language: Tongue) -> Vec<(String, String)> {
    let about = index.about();
    let speakers = about.speakers.iter();
    let speakers = speakers.map(|speaker| {
        (
            format!("speaker:{}", speaker.id),
            i18n::of(&speaker.name, language).to_string(),
        )
    });
    let themes = about.themes.iter();
    let themes = themes.map(|theme| {
        (
            format!("theme:{}", theme.id),
            i18n::of(&theme.label, language).to_string(),
        )
    });
    let documents = index.documents().iter().map(|document| {
        let metadata = &document.metadata;
        (
            format!("doc:{}", metadata.id),
            i18n::of(&metadata.short, language).to_string(),
        )
    });
    let voices = frise_index::model::Voice::ALL.into_iter();
    let voices = voices.map(|voice| {
        (
            format!("voice:{}", voice.id()),
            i18n::voice(voice, language).to_string(),
        )
    });
    let mut years: Vec<i32> = index
        .documents()
        .iter()
        .filter_map(|document| Some(document.metadata.date?.earliest().ymd().0))
        .collect();
    years.sort_unstable();
    years.dedup();
    let years = years
        .into_iter()
        .filter(|year| *year > 0)
        .map(|year| (format!("from:{year:04}..{year:04}"), year.to_string()));
    speakers
        .chain(themes)
        .chain(voices)
        .chain(years)
        .chain(documents)
        .collect()
}

/// Returns the parts by which a subject divides what is found, with their names: speakers, years or documents. Parts without
/// a passage are left out.
pub fn division(subject: &Subject) -> Vec<(String, PassageSet)> {
    let index = subject.searcher.index();
    let kind = match subject.setting.get("by") {
        Some("speakers") => "speaker:",
        Some("years") => "from:",
        _ => "doc:",
    };
    let found = passages_of(subject.searcher, subject.state);
    let choices = choices(index, subject.language()).into_iter();
    let part = |(value, name): (String, String)| {
        let part = Part::parse(Some(&value), Part::Rest, index);
        let mut passages = part.passages(subject)?;
        passages.intersect(&found);
        (passages.count() > 0).then_some((name, passages))
    };
    choices
        .filter(|(value, _)| value.starts_with(kind))
        .filter_map(part)
        .collect()
}
